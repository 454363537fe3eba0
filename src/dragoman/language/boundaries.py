"""Boundaries of words and sentences: prefixes, quotation marks, abbreviations, initials."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from spacy.lang import char_classes
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

_CLOSING = frozenset("”’\")]'") | {"''"}
_TITLES = frozenset(
    """
    mr. mrs. ms. dr. gen. lt. col. maj. sgt. capt. cmdr. adm. sen. rep. gov. rev. prof. st. brig. amb. pres.
    hon. messrs. drs. reps. sens. gens. cols. govs. profs. sgts. sec. cpl. pvt. supt. insp. asst.
    jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. no. v. vs.
    """.split()
)
_INSIDE = frozenset("”’)],;:.!?—–…")
_BREAKS = frozenset(".!?…") | {"..."} | _CLOSING


_PREFIXES = ("re", "co", "un", "pre", "non", "anti", "mid", "ex", "de", "pro", "e")


def keep_prefixes(nlp: Language) -> None:
    """Keep hyphened prefixes with their word ("re-establish"), as the parser's treebank does."""
    forms = [form for prefix in _PREFIXES for form in (prefix, prefix.capitalize())]
    behind = "".join(rf"(?<!\b{form})" for form in forms)
    hyphen = f"(?:{char_classes.HYPHENS})"
    infixes = [str(rule).replace(hyphen, behind + hyphen) for rule in nlp.Defaults.infixes or ()]
    if isinstance(nlp.tokenizer, Tokenizer):
        nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


@Language.component("dragoman_boundaries")
def mark_boundaries(doc: Doc) -> Doc:
    """Forbid sentence starts at closing marks, within running text and after titles, months and initials.

    The parser keeps what is marked here and decides the rest.
    """
    words = [token.text for token in doc]
    starts = [0, *(-_never_starts(word, before) for before, word in pairwise(words))]
    marks: Any = np.array(starts[: len(words)], dtype=np.int64).view(np.uint64).reshape(-1, 1)
    return doc.from_array(["SENT_START"], marks)


def _never_starts(text: str, previous: str) -> bool:
    if text in _INSIDE:
        return True
    if text.islower():
        return previous not in _BREAKS and text.isalpha()
    return previous in _TITLES or previous.lower() in _TITLES
