"""Agencies: the names under which news and picture agencies are credited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.knowledge.files import load_yaml


@cache
def _names() -> dict[str, str]:
    """Ways to write an agency with its canonical name, "" for those that supply pictures only."""
    knowledge = load_yaml("agencies.yaml")
    pictures = dict.fromkeys(knowledge["pictures"], "")
    return pictures | {way: name for name, ways in knowledge["wires"].items() for way in ways}


@cache
def _pattern() -> re.Pattern[str]:
    ways = sorted(_names(), key=len, reverse=True)
    spelled = "|".join(re.escape(way) if way.isupper() else f"(?i:{re.escape(way)})" for way in ways)
    return re.compile(rf"(?<![\w-])(?:{spelled})(?![\w-])")


@cache
def _canonical() -> dict[str, str]:
    return {way.casefold(): name for way, name in _names().items()}


def names_agency(text: str) -> bool:
    """Whether a text names an agency."""
    return _pattern().search(text) is not None


def wires_in(text: str) -> Iterator[str]:
    """The canonical names of the news agencies that a text names, in order."""
    for found in _pattern().finditer(text):
        if name := _canonical()[found[0].casefold()]:
            yield name


def is_wire(text: str) -> bool:
    """Whether a text is a news agency's name and nothing else."""
    found = _pattern().fullmatch(text)
    return found is not None and bool(_canonical()[text.casefold()])
