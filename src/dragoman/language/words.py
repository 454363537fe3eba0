"""Parts of speech and dictionary forms of words, from their tag and place in the syntax.

The library's own components take a quarter of its time; a table of tags and a memory of forms do the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_POS_BY_TAG = {
    **dict.fromkeys(("NN", "NNS"), "NOUN"),
    **dict.fromkeys(("NNP", "NNPS"), "PROPN"),
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "VERB"),
    **dict.fromkeys(("JJ", "JJR", "JJS", "AFX"), "ADJ"),
    **dict.fromkeys(("RB", "RBR", "RBS"), "ADV"),
    **dict.fromkeys(("PRP", "PRP$", "WP", "WP$", "EX", "WDT"), "PRON"),
    **dict.fromkeys(("DT", "PDT"), "DET"),
    **dict.fromkeys(("IN", "RP"), "ADP"),
    **dict.fromkeys(("POS", "TO"), "PART"),
    **dict.fromkeys(("$", "#", "SYM"), "SYM"),
    **dict.fromkeys(("ADD", "FW", "GW", "XX"), "X"),
    "MD": "AUX",
    "CC": "CCONJ",
    "CD": "NUM",
    "UH": "INTJ",
    "WRB": "SCONJ",
    "_SP": "SPACE",
}
_AUXILIARIES = frozenset({"aux", "auxpass"})
_BE = frozenset("be am is are was were been being 's ’s 're ’re 'm ’m".split())
_NOMINAL = frozenset("nsubj nsubjpass dobj pobj attr dative poss conj".split())
_SHORT = {
    "'s": "be", "’s": "be", "'re": "be", "’re": "be", "'m": "be", "’m": "be", "'ve": "have", "’ve": "have",
    "'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "n't": "not", "n’t": "not", "wo": "will",
    "ca": "can", "sha": "shall",
}  # fmt: skip
_BASE = frozenset({"VB", "VBP", "NN", "JJ", "RB", "MD"})
_TABLES = {"NN": "noun", "JJ": "adj", "VB": "verb", "RB": "adv"}
# one vowel and a consonant that doubles before an ending: "hop" makes "hopped", so "hoped" is from "hope"
_DOUBLING = re.compile(r"[^aeiou]*[aeiou][bdfgklmnprtvz]")
_ENDINGS = {"VBZ": "es", "VBD": "ed", "VBN": "ed", "VBG": "ing"}


def part_of_speech(word: str, tag: str, dep: str) -> str:
    """The universal part of speech of a word.

    Args:
        word: the word in lower case. tag: its Penn tag. dep: its dependency label.
    """
    pos = _POS_BY_TAG.get(tag, "PUNCT")
    if pos == "VERB":
        return "AUX" if dep in _AUXILIARIES or word in _BE else pos
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    if tag == "DT" and dep in _NOMINAL:
        return "PRON"
    if tag == "TO" and dep == "prep":
        return "ADP"
    return "PART" if dep == "neg" and pos == "ADV" else pos


class Lemmas:
    """Dictionary forms by the rules and tables of a language model, each form worked out once.

    Args:
        rules: endings and what they become, by part of speech ("noun", "verb", "adj", "adv").
        exceptions: irregular words and their forms, by part of speech.
        index: known forms, by part of speech.
    """

    def __init__(
        self, rules: Mapping[str, Any], exceptions: Mapping[str, Any], index: Mapping[str, Any]
    ) -> None:
        self._rules = rules
        self._exceptions = exceptions
        self._index = {part: frozenset(forms) for part, forms in index.items()}
        self._known: dict[tuple[str, str], str] = {}

    def lemma(self, word: str, tag: str) -> str:
        """The dictionary form of a word, in lower case.

        Args:
            word: the word in lower case. tag: its Penn tag.
        """
        key = (word, tag)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._work_out(word, tag)
        return found

    def _work_out(self, word: str, tag: str) -> str:
        if word in _SHORT and tag not in ("POS", "PRP"):
            return "have" if _SHORT[word] == "would" and tag == "VBD" else _SHORT[word]
        table = _TABLES.get(tag[:2])
        irregular = self._exceptions.get(table, {}).get(word) if table else None
        if table is None or tag in ("NNP", "NNPS"):
            return word
        if tag in _BASE:
            return irregular[0] if irregular and table == "verb" and tag == "VBP" else word
        return self._regular(word, tag, table, irregular)

    def _regular(self, word: str, tag: str, table: str, irregular: list[str] | None) -> str:
        known = self._index.get(table, frozenset())
        candidates = [
            word[: len(word) - len(old)] + new
            for old, new in self._rules.get(table, ())
            if word.endswith(old) and len(word) > len(old)
        ]
        if irregular:
            form = str(irregular[0])
        else:
            form = next((c for c in candidates if c in known), candidates[0] if candidates else word)
        shortened = form and word == form + _ENDINGS.get(tag, "\0") and len(form) <= 5
        return form + "e" if shortened and _DOUBLING.fullmatch(form) else form
