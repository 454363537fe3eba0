"""Parts of speech and dictionary forms."""

from __future__ import annotations

import pytest

from dragoman.language.words import Lemmas, part_of_speech

LEMMAS = Lemmas(
    rules={
        "noun": [["s", ""], ["ses", "s"], ["ies", "y"]],
        "verb": [
            ["s", ""],
            ["ies", "y"],
            ["es", "e"],
            ["es", ""],
            ["ed", "e"],
            ["ed", ""],
            ["ing", "e"],
            ["ing", ""],
        ],
        "adj": [["er", ""], ["est", ""]],
    },
    exceptions={"verb": {"said": ["say"], "were": ["be"], "are": ["be"]}, "noun": {"men": ["man"]}},
    index={
        "verb": {"hop", "hope", "deny", "go", "ask", "urge", "wish"},
        "noun": {"ally", "talk"},
        "adj": {"great"},
    },
)


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("said", "VBD", "say"),
        ("hopes", "VBZ", "hope"),
        ("hoped", "VBD", "hope"),
        ("hoping", "VBG", "hope"),
        ("denies", "VBZ", "deny"),
        ("goes", "VBZ", "go"),
        ("wishes", "VBZ", "wish"),
        ("asked", "VBD", "ask"),
        ("urged", "VBN", "urge"),
        ("ask", "VBP", "ask"),
        ("are", "VBP", "be"),
        ("’s", "VBZ", "be"),
        ("n't", "RB", "not"),
        ("'s", "POS", "'s"),
        ("'d", "MD", "would"),
        ("'d", "VBD", "have"),
        ("allies", "NNS", "ally"),
        ("men", "NNS", "man"),
        ("talks", "NNS", "talk"),
        ("greater", "JJR", "great"),
        ("beijing", "NNP", "beijing"),
        ("with", "IN", "with"),
        ("zorps", "VBZ", "zorp"),
    ],
)
def test_lemmas(word: str, tag: str, lemma: str) -> None:
    assert LEMMAS.lemma(word, tag) == lemma


@pytest.mark.parametrize(
    ("word", "tag", "dep", "pos"),
    [
        ("said", "VBD", "ROOT", "VERB"),
        ("has", "VBZ", "aux", "AUX"),
        ("has", "VBZ", "ROOT", "VERB"),
        ("is", "VBZ", "ROOT", "AUX"),
        ("will", "MD", "aux", "AUX"),
        ("that", "IN", "mark", "SCONJ"),
        ("in", "IN", "prep", "ADP"),
        ("to", "TO", "aux", "PART"),
        ("not", "RB", "neg", "PART"),
        ("this", "DT", "nsubj", "PRON"),
        ("the", "DT", "det", "DET"),
        ("kabul", "NNP", "pobj", "PROPN"),
        (",", ",", "punct", "PUNCT"),
        ("five", "CD", "nummod", "NUM"),
    ],
)
def test_parts_of_speech(word: str, tag: str, dep: str, pos: str) -> None:
    assert part_of_speech(word, tag, dep) == pos


def test_a_form_is_worked_out_once() -> None:
    assert LEMMAS.lemma("said", "VBD") is LEMMAS.lemma("said", "VBD")
