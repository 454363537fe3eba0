"""Credits: who took the picture, at a caption's end or on a line of their own."""

from __future__ import annotations

import re
from functools import cache

from dragoman.article.agencies import names_agency
from dragoman.knowledge.files import load_yaml

LONGEST_CREDIT = 140  # code points
_BRACKETS = re.compile(r"\s*(?:\(([^()]{2,100})\)|\[([^\[\]]{2,100})\])$")
# where a sentence ends and a credit may begin: not behind an initial, but also where no space was left
_BOUNDARY = re.compile(
    r"""(?:(?<!\b[A-Z])[.!?…]["'”’)\]]*|["”’)\]])\s+(?=[A-ZÀ-Þ(©])"""
    r"""|(?<=[a-z0-9)])[.!?]["'”’)\]]*(?=[A-ZÀ-Þ(©])"""
)
_SPLIT = re.compile(r"[\s/|,;—–]+")
_PHOTO_WORD = re.compile(
    r"(?i)\b(?:photo|photos|photograph|file|handout|pool|image|images|courtesy|credit)\b"
)
# where an agency begins so clearly that no sentence need end before it
_AGENCY = re.compile(
    r"\s(?=(?:REUTERS|AFP|AP|EPA|UPI|Reuters)/[A-ZÀ-Þ])|\s(?=[A-Z]{2,8} via (?:AP|Getty|Reuters|REUTERS))"
    r"|(?<=[.!?”\"])\s(?=[—–-]{1,2} ?[A-Z][\w ]{1,25}$)"
    r"|(?<=\.)\s(?=(?:REUTERS|AFP|AP|EPA)$)|\s(?=(?:Photograph|Photographer|Photo|Credit|Image) ?: )"
)


@cache
def _opener() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(load_yaml("zones.yaml")["credit_openers"]) + ")", re.IGNORECASE)


@cache
def _small_words() -> frozenset[str]:
    return frozenset(load_yaml("zones.yaml")["credit_words"])


def credit_start(text: str) -> int | None:
    """Where the credit at a paragraph's end begins: 0 if it is nothing else, None if there is none.

    Args:
        text: a paragraph, without white space at its ends.
    """
    start = end = len(text)
    while found := _BRACKETS.search(text, max(0, end - LONGEST_CREDIT), end):
        if not _in_brackets(found[1] or found[2]):
            break
        start = end = found.start()
    start = min(start, _bare(text[:end]))
    if start == len(text):
        return None
    return start + len(text[start:]) - len(text[start:].lstrip())


def _in_brackets(words: str) -> bool:
    """Whether what stands in brackets is a credit."""
    if words.endswith((".", "!", "?")) and len(words) > 40:
        return False
    opener = _opener().match(words)
    return bool(opener) or (_is_names(words) and (names_agency(words) or bool(_PHOTO_WORD.search(words))))


def _bare(text: str) -> int:
    """Where a credit without brackets begins; the text's length if there is none."""
    low = max(0, len(text) - LONGEST_CREDIT)
    starts = [found.end() for found in _BOUNDARY.finditer(text, low)]
    starts += [found.end() for found in _AGENCY.finditer(text, low)]
    if not low:
        starts.append(0)
    return next((start for start in sorted(starts) if _is_credit(text[start:])), len(text))


def _is_credit(words: str) -> bool:
    opener = _opener().match(words)
    if opener and len(words) > opener.end():
        return _is_names(words[opener.end() :]) or words[opener.end() :].count(" ") < 4
    return names_agency(words) and _is_names(words)


def _is_names(words: str) -> bool:
    """Whether words are names and what joins names, not a sentence."""
    if _BOUNDARY.search(words) or (
        words.endswith((".", "!", "?", ":", ";")) and not words.endswith(("Inc.", "Jr.", "Sr."))
    ):
        return False
    return all(
        not token or not token[0].islower() or token.casefold() in _small_words()
        for token in _SPLIT.split(words.strip("\"'“”‘’()"))
    )


def is_signature(text: str) -> bool:
    """Whether a caption's words are names parted by strokes and nothing else ("Jane Doe/ The Harbour")."""
    return "/" in text and len(text) <= LONGEST_CREDIT and _is_names(text)
