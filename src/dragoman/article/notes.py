"""Notes and furniture: what credits, links and buttons say around a report."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from dragoman.knowledge.files import load_yaml

_LONGEST_NOTE = 400  # code points: longer paragraphs tell something
_LONGEST_FURNITURE = 200
_FULL_STOP = re.compile(r"""[^.][.!]["'”’)\]]*$""")
_WORDLESS = re.compile(r"\W+|_+")


class NoteKind(Enum):
    """What a note is about."""

    CONTRIBUTION = "contribution"  # "Additional reporting by …": it may credit agencies
    FURNITURE = "furniture"  # "Read more: …", "Advertisement"


@cache
def _patterns(name: str) -> re.Pattern[str]:
    return re.compile(r"\(?(?:" + "|".join(load_yaml("zones.yaml")[name]) + ")", re.IGNORECASE)


def note_kind(text: str) -> NoteKind | None:
    """What note a paragraph is, or None if it is none.

    Args:
        text: a paragraph, without white space at its ends.
    """
    if len(text) > _LONGEST_NOTE:
        return None
    if _patterns("contributions").match(text) or _patterns("contributions_within").search(text):
        return NoteKind.CONTRIBUTION
    if _WORDLESS.fullmatch(text):
        return NoteKind.FURNITURE
    if len(text) > _LONGEST_FURNITURE:
        return None
    label = not _FULL_STOP.search(text) and _patterns("furniture_labels").match(text)
    return NoteKind.FURNITURE if label or _patterns("furniture").match(text) else None
