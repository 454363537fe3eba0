from __future__ import annotations

from dragoman.language.paths import path
from hand_readings import reading_of

ACCUSED = """
Peru peru NNP PROPN nsubj 2
accused accuse VBD VERB ROOT 0
Chile chile NNP PROPN dobj 2
of of IN ADP prep 2
breaking break VBG VERB pcomp 4
a a DT DET det 7
treaty treaty NN NOUN dobj 5
with with IN ADP prep 7
Norway norway NNP PROPN pobj 8
"""
APART = """
Peru peru NNP PROPN ROOT 0
Chile chile NNP PROPN ROOT 0
"""


def test_a_path_goes_up_from_one_word_and_down_to_the_other() -> None:
    tokens = reading_of(ACCUSED).tokens
    assert path(tokens[1], tokens[2]) == ("|dobj", 1)
    assert path(tokens[4], tokens[0]) == ("pcomp^prep|nsubj", 3)
    assert path(tokens[6], tokens[8]) == ("|prep:with_pobj", 2)
    assert path(tokens[1], tokens[1]) == ("|", 0)


def test_long_paths_are_all_far() -> None:
    tokens = reading_of(ACCUSED).tokens
    assert path(tokens[8], tokens[0]) == ("pobj^prep^dobj^pcomp^prep|nsubj", 6)
    way, steps = path(tokens[5], tokens[8])
    assert (way, steps) == ("det|prep:with_pobj", 3)


def test_words_of_trees_apart_are_far_from_each_other() -> None:
    tokens = reading_of(APART).tokens
    assert path(tokens[0], tokens[1])[0] == "far"
