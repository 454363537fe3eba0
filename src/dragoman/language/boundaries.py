"""Sentence boundaries that the parser must respect: quotation marks, abbreviations, initials."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

_CLOSING = frozenset("”’\")]'") | {"''"}
_TITLES = frozenset(
    [
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "gen.",
        "lt.",
        "col.",
        "maj.",
        "sgt.",
        "capt.",
        "cmdr.",
        "adm.",
        "sen.",
        "rep.",
        "gov.",
        "rev.",
        "prof.",
        "st.",
        "jan.",
        "feb.",
        "mar.",
        "apr.",
        "jun.",
        "jul.",
        "aug.",
        "sept.",
        "sep.",
        "oct.",
        "nov.",
        "dec.",
        "no.",
        "v.",
        "vs.",
        "lt.",
        "brig.",
        "amb.",
        "pres.",
        "hon.",
        "messrs.",
        "u.s.",
        "u.n.",
        "u.k.",
        "e.u.",
        "u.s.s.r.",
    ]
)
_ENDS = frozenset(".!?…") | {"..."}


@Language.component("dragoman_boundaries")
def mark_boundaries(doc: Doc) -> Doc:
    """Forbid sentence starts inside quotations' closings and after titles, months and initials.

    The parser keeps what is marked here and decides the rest.
    """
    previous = ""
    inside_double = False
    for token in doc:
        text = token.text
        if token.i and _never_starts(text, previous):
            token.is_sent_start = False
        if text in '“”"' and text:
            inside_double = text == "“" or (text == '"' and not inside_double)
        previous = text
    return doc


def _never_starts(text: str, previous: str) -> bool:
    if text in "”’)]" or text in {",", ";", ":", ".", "!", "?", "—", "–", "…"}:
        return True
    if text.islower() and text.isalpha() and previous not in _ENDS and previous not in _CLOSING:
        return True
    return (
        previous.lower() in _TITLES
        and not text[0].isspace()
        and previous.lower() not in {"u.s.", "u.n.", "u.k.", "e.u."}
    )
