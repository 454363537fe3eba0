"""Main verbs that the parser takes for a part of their subject."""

from __future__ import annotations

import pytest

from dragoman.language.predicates import mend_predicates
from hand_readings import reading_of

CALLED = """
Ann _ NNP PROPN compound 2 PERSON
Holm _ NNP PROPN ROOT 0 PERSON
, _ , PUNCT punct 2
a _ DT DET det 5
judge _ NN NOUN appos 2
, _ , PUNCT punct 2
called call VBD VERB acl 2
for _ IN ADP prep 7
talks talk NNS NOUN pobj 8
. _ . PUNCT punct 2
"""
DENIED = """
Officials official NNS NOUN ROOT 0
, _ , PUNCT punct 1
including include VBG ADP prep 1
Holm _ NNP PROPN pobj 3 PERSON
, _ , PUNCT punct 1
denied deny VBN VERB acl 1
it _ PRP PRON dobj 6
. _ . PUNCT punct 1
"""
HELD = """
Ann _ NNP PROPN compound 2 PERSON
Holm _ NNP PROPN ROOT 0 PERSON
, _ , PUNCT punct 2
a _ DT DET det 5
judge _ NN NOUN appos 2
, _ , PUNCT punct 2
held hold VBN VERB acl 2
in _ IN ADP prep 7
Lima _ NNP PROPN pobj 8 GPE
. _ . PUNCT punct 2
"""
TAKEN_BY = HELD.replace("in _ IN ADP prep", "by _ IN ADP agent").replace("held hold VBN", "seen see VBN")
NO_ASIDE = """
Talks talk NNS NOUN ROOT 0
, _ , PUNCT punct 1
said say VBD VERB acl 1
. _ . PUNCT punct 1
"""


@pytest.mark.parametrize("rows", [CALLED, DENIED])
def test_a_verb_behind_an_aside_is_the_main_one(rows: str) -> None:
    reading = reading_of(rows)

    mend_predicates(reading)

    verb = next(t for t in reading.tokens if t.head is t)
    subject = next(c for c in verb.children if c.dep == "nsubj")
    assert verb.lemma in ("call", "deny")
    assert all(t in t.head.children for t in reading.tokens if t is not verb)
    assert [c.index for c in verb.children] == sorted(c.index for c in verb.children)
    assert all(t.index < verb.index for t in subject.subtree())


@pytest.mark.parametrize("rows", [HELD, TAKEN_BY, NO_ASIDE])
def test_what_was_done_to_somebody_is_not(rows: str) -> None:
    reading = reading_of(rows)
    before = [(t.head.index, t.dep) for t in reading.tokens]

    mend_predicates(reading)

    assert [(t.head.index, t.dep) for t in reading.tokens] == before
