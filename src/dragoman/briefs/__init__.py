"""Briefing notes: what a ledger has on a country in a period, every sentence with its reference."""

from dragoman.briefs.composing import compose
from dragoman.briefs.note import Brief, Entry, Part, Quotation, Reference, Section, Source
from dragoman.briefs.writing import FORMS, MissingExtraError, form_of, write

__all__ = [
    "FORMS",
    "Brief",
    "Entry",
    "MissingExtraError",
    "Part",
    "Quotation",
    "Reference",
    "Section",
    "Source",
    "compose",
    "form_of",
    "write",
]
