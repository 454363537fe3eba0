"""Lemmas that the library's rules get wrong."""

from __future__ import annotations

import re

# one vowel and a consonant that doubles before an ending: "hop" makes "hopped", so "hoped" is from "hope"
_DOUBLING = re.compile(r"[^aeiou]*[aeiou][bdfgklmnprtvz]")
_ENDINGS = {"VBZ": "es", "VBD": "ed", "VBN": "ed", "VBG": "ing"}


def verb_lemma(word: str, tag: str, lemma: str) -> str:
    """The dictionary form of a verb, with the "e" that a rule of spelling demands.

    Args:
        word: the word in lower case. tag: its Penn tag. lemma: the form that the library gives.

    Returns:
        `lemma`, or `lemma` with an "e" where the word would be spelt otherwise without it.
    """
    ending = _ENDINGS.get(tag)
    if ending is None or len(lemma) > 5:
        return lemma
    shortened = word == lemma + ending
    return lemma + "e" if shortened and _DOUBLING.fullmatch(lemma) else lemma
