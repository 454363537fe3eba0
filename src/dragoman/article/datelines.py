"""Datelines: the place, day and agency that open a report's first paragraph."""

from __future__ import annotations

import re
from functools import cache

from dragoman.article.agencies import names_agency
from dragoman.knowledge.files import load_yaml

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+"
_PLACE = rf"(?P<place>{_CAPITALS}(?:(?: |/| ?, ?){_CAPITALS}){{0,5}})"
_NAMED = r"(?P<named>[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,3})"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_REGION = r"[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,3}"
_AFTER = rf"(?:(?:,|\s)\s?(?P<day>{_DAY})|, (?:{_REGION}))*"
_AGENCY = r"(?:,?\s*[(\[](?P<agency>[^()\[\]]{2,40})[)\]])"
_DASH = r"\s*(?:—|–|―|--|-(?=\s)|_(?=\s)|:(?=\s))\s*"
_CAPITAL_DATELINE = re.compile(rf"{_PLACE}{_AFTER}{_AGENCY}?(?P<dash>{_DASH})?")
_NAMED_DATELINE = re.compile(rf"{_NAMED}{_AFTER}{_AGENCY}(?P<dash>{_DASH})?")
_NAMED_WITH_REGION = re.compile(rf"{_NAMED}, (?P<region>{_REGION})(?P<agency>)(?P<dash>\s+[—–-]\s+)")
_AGENCY_ALONE = re.compile(rf"{_AGENCY}(?P<dash>{_DASH})?")
_OPENING = re.compile(r"""["'“‘(\[]*[A-ZÀ-Þ0-9$€£]""")


@cache
def _not_places() -> frozenset[str]:
    return frozenset(load_yaml("zones.yaml")["not_places"])


@cache
def _cities() -> frozenset[str]:
    return frozenset(load_yaml("zones.yaml")["dateline_cities"])


@cache
def _outlets() -> frozenset[str]:
    return frozenset(load_yaml("zones.yaml")["dateline_outlets"])


def dateline_end(text: str, *, opening: bool = True) -> int | None:
    """The length of the dateline that opens a paragraph, without white space behind it; None if none does.

    Args:
        text: a paragraph, without white space at its ends.
        opening: whether it is the first of the body; later ones have an agency or a day in their datelines.
    """
    for pattern in (_CAPITAL_DATELINE, _NAMED_DATELINE, _NAMED_WITH_REGION, _AGENCY_ALONE):
        found = pattern.match(text)
        if found and _is_dateline(found, text[found.end() :].lstrip()):
            named = found.groupdict()
            return len(found[0].rstrip()) if opening or named["agency"] or named.get("day") else None
    return None


def _is_dateline(found: re.Match[str], rest: str) -> bool:
    """Whether a match is a dateline and not a sentence's beginning, by what parts it from the rest."""
    parts = found.groupdict()
    if parts.get("place") in _not_places():
        return False
    dash = (parts["dash"] or "").strip()
    if not rest:
        return dash not in {"", ":"} and "place" in parts
    if not _OPENING.match(rest):
        return False
    if agency := parts["agency"]:
        return (
            names_agency(agency)
            or agency in _outlets()
            or (bool(dash) and (agency.isupper() or bool(parts.get("day"))))
        )
    if dash in {"", ":"}:
        return found["place"] in _cities() and not parts.get("day")
    return dash != "-" or found[0].endswith(" - ") or bool(parts.get("day"))
