"""Subjects that the parser hangs elsewhere than on their verb."""

from __future__ import annotations

import pytest

from dragoman.events.frames import lexicon
from dragoman.events.syntax import Syntax
from hand_readings import reading_of

RAID = """
Norway _ NNP PROPN nsubj 2 GPE
wept weep VBD VERB ROOT 0
after _ IN ADP prep 2
a _ DT DET det 5
raid _ NN NOUN pobj 3
in _ IN ADP prep 5
Lima _ NNP PROPN pobj 6 GPE
killed kill VBD VERB advcl 2
ten _ CD NUM dobj 8
"""
FIGHTERS = """
Norway _ NNP PROPN nsubj 2 GPE
sent send VBD VERB ROOT 0
arms arm NNS NOUN dobj 2
to _ IN ADP prep 2
Peruvians _ NNPS PROPN pobj 4 NORP
fighting fight VBG VERB advcl 2
Chile _ NNP PROPN dobj 6 GPE
"""
MEANS = """
Norway _ NNP PROPN nsubj 2 GPE
angered anger VBD VERB ROOT 0
Chile _ NNP PROPN dobj 2 GPE
by _ IN ADP prep 2
law _ NN NOUN pobj 4
seizing seize VBG VERB advcl 2
ships ship NNS NOUN dobj 6
"""
CAPITAL = """
A _ DT DET det 2
raid _ NN NOUN nsubj 7
in _ IN ADP prep 2
the _ DT DET det 5
capital _ NN NOUN pobj 3
Lima _ NNP PROPN nsubj 7 GPE
killed kill VBD VERB ROOT 0
ten _ CD NUM dobj 7
"""
PUT_BETWEEN = """
Rebels rebel NNS NOUN nsubj 8
who _ WP PRON nsubj 4
police _ NNS NOUN nsubj 4
suspect suspect VBP VERB relcl 1
raided raid VBD VERB xcomp 4
the _ DT DET det 7
port _ NN NOUN dobj 5
fled flee VBD VERB ROOT 0
"""
AHEAD = """
A _ DT DET det 2
bomb _ NN NOUN dep 3
killed kill VBD VERB ccomp 6
ten _ CD NUM dobj 3
, _ , PUNCT punct 6
said say VBD VERB ROOT 0
the _ DT DET det 8
mayor _ NN NOUN nsubj 6
"""


@pytest.mark.parametrize(
    ("sentence", "verb", "subjects"),
    [
        (RAID, 7, ["raid"]),
        (FIGHTERS, 5, ["Peruvians"]),
        (MEANS, 5, ["Norway"]),  # a law seizes nothing
        (CAPITAL, 6, ["raid"]),
        (PUT_BETWEEN, 4, ["Rebels"]),
        (PUT_BETWEEN, 3, ["police"]),
        (AHEAD, 2, []),  # the mayor only says so
    ],
)
def test_who_acts(sentence: str, verb: int, subjects: list[str]) -> None:
    reading = reading_of(sentence)
    assert [t.text for t in Syntax(lexicon()).subject(reading.tokens[verb])] == subjects
