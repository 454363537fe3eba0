"""Names that are coordinated: each stands for itself, whatever the parser made of them."""

from __future__ import annotations

import pytest

from dragoman.language import Reading
from dragoman.language.coordination import mend_coordination
from hand_readings import reading_of

HOLM_AND_NY = """
Holm _ NNP PROPN nmod 6 PERSON
and _ CC CCONJ cc 1
Danish _ JJ ADJ conj 1 NORP
leader _ NN NOUN compound 6
Per _ NNP PROPN compound 6 PERSON
Ny _ NNP PROPN nsubj 7 PERSON
met meet VBD VERB ROOT 0
. _ . PUNCT punct 7
"""
PERU_AND_UNION = """
The _ DT DET det 5
Peru _ NNP PROPN nmod 5 GPE
and _ CC CCONJ cc 2
Andean _ NNP PROPN conj 2 ORG
Union _ NNP PROPN nsubj 6 ORG
met meet VBD VERB ROOT 0
"""
PRESIDENT_AND_LEADER = """
President _ NNP PROPN nsubj 6
Holm _ NNP PROPN appos 1 PERSON
and _ CC CCONJ cc 2
leader _ NN NOUN compound 5
Ny _ NNP PROPN conj 2 PERSON
met meet VBD VERB ROOT 0
"""
PERU_CHILE_AND_CUBA = """
Peru _ NNP PROPN nsubj 6 GPE
, _ , PUNCT punct 1
Chile _ NNP PROPN appos 1 GPE
and _ CC CCONJ cc 3
Cuba _ NNP PROPN conj 3 GPE
met meet VBD VERB ROOT 0
"""
HOLM_ROE_AND_NY = """
Holm _ NNP PROPN nsubj 8 PERSON
, _ , PUNCT punct 1
Chile _ NNP PROPN poss 4 GPE
Roe _ NNP PROPN appos 1 PERSON
, _ , PUNCT punct 1
and _ CC CCONJ cc 1
Ny _ NNP PROPN conj 1 PERSON
met meet VBD VERB ROOT 0
"""
HOLM_OF_CHILE = """
Holm _ NNP PROPN nsubj 6 PERSON
, _ , PUNCT punct 1
Chile _ NNP PROPN poss 4 GPE
envoy _ NN NOUN appos 1
, _ , PUNCT punct 1
met meet VBD VERB ROOT 0
"""
COMMITTEE = """
The _ DT DET det 5
Trade _ NNP PROPN nmod 5 ORG
and _ CC CCONJ cc 2 ORG
Ports _ NNPS PROPN conj 2 ORG
Committee _ NNP PROPN nsubj 6 ORG
met meet VBD VERB ROOT 0
"""
TROOPS = """
Holm _ NNP PROPN nmod 4 PERSON
and _ CC CCONJ cc 1
Danish _ JJ ADJ conj 1 NORP
troops troop NNS NOUN nsubj 5
met meet VBD VERB ROOT 0
"""
HOUSE_AND_SPEAKER = """
House _ NNP PROPN nmod 5 ORG
and _ CC CCONJ cc 1
Senate _ NNP PROPN conj 1 ORG
chairman _ NN NOUN compound 5
Ny _ NNP PROPN nsubj 6 PERSON
met meet VBD VERB ROOT 0
"""
TOWN_AND_TOWN = """
Ny _ NNP PROPN nsubj 6 PERSON
, _ , PUNCT punct 1
Holm _ NNP PROPN appos 1 PERSON
and _ CC CCONJ cc 3
Falk _ NNP PROPN conj 3 PERSON
met meet VBD VERB ROOT 0
"""


def subjects(sentence: str) -> list[str]:
    """Who stands beside each other as the subject of a sentence, once its coordinations are mended."""
    reading = reading_of(sentence)
    mend_coordination(reading)
    (subject,) = [t for t in reading.tokens if t.dep == "nsubj"]
    assert _is_whole(reading)
    return [t.text for t in subject.conjuncts()]


def _is_whole(reading: Reading) -> bool:
    """Whether heads and children agree, and everything hangs on the one root."""
    roots = [t for t in reading.tokens if t.head is t]
    hung = [c.index for t in reading.tokens for c in t.children]
    ordered = all(
        [c.index for c in t.children] == sorted(c.index for c in t.children) for t in reading.tokens
    )
    agreed = all(c.head is t for t in reading.tokens for c in t.children)
    return len(roots) == 1 and len(hung) == len(set(hung)) == len(reading.tokens) - 1 and ordered and agreed


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (HOLM_AND_NY, ["Holm", "Ny"]),
        (PERU_AND_UNION, ["Peru", "Union"]),
        (PRESIDENT_AND_LEADER, ["President", "Ny"]),
        (PERU_CHILE_AND_CUBA, ["Peru", "Chile", "Cuba"]),
        (HOLM_ROE_AND_NY, ["Holm", "Roe", "Ny"]),
    ],
)
def test_names_beside_each_other_are_coordinated(sentence: str, names: list[str]) -> None:
    assert subjects(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (COMMITTEE, ["Committee"]),  # within one name
        (TROOPS, ["troops"]),  # whose they are
        (HOUSE_AND_SPEAKER, ["Ny"]),  # of both houses
        (TOWN_AND_TOWN, ["Ny"]),  # who is meant, and another
        (HOLM_OF_CHILE, ["Holm"]),  # who he is
    ],
)
def test_what_is_part_of_one_phrase_is_left_there(sentence: str, names: list[str]) -> None:
    assert subjects(sentence) == names


def test_what_stood_before_both_names_stands_before_the_first() -> None:
    reading = reading_of(PERU_AND_UNION)
    mend_coordination(reading)
    assert [c.text for c in reading.tokens[1].children] == ["The", "and", "Union"]


def test_a_name_at_the_top_of_a_tree_gives_way_to_the_one_before() -> None:
    reading = reading_of("Holm _ NNP PROPN nmod 3 PERSON\nand _ CC CCONJ cc 1\nNy _ NNP PROPN ROOT 0 PERSON")
    mend_coordination(reading)
    assert [t.text for t in reading.tokens if t.head is t] == ["Holm"]
    assert _is_whole(reading)
