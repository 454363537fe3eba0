from __future__ import annotations

import pytest

from dragoman.linking.quotations import Quotation, group_quotations, quoted_words

FULL = "We will not leave the harbour until the council has guaranteed the safety of every crew."


def groups(*quotations: Quotation) -> list[list[str]]:
    return [[q.statement for q in group] for group in group_quotations(quotations)]


def said(name: str, words: str, speaker: str | None = "Ada Quill", country: str | None = "NOR") -> Quotation:
    return Quotation(name, f"article of {name}", words, speaker, country)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("that it was “a grave step” and “a mistake,” she said", "a grave step a mistake,"),
        ('"We wait," he said', "We wait,"),
        ("‘We wait’", "We wait"),
        ("“We wait at the ministry’s door", "We wait at the ministry’s door"),
        ("nothing is quoted in the ministry's note", ""),
    ],
)
def test_quoted_words_stand_between_marks(text: str, words: str) -> None:
    assert quoted_words(text) == words


def test_clipped_and_lightly_edited_quotations_are_one_the_fullest_first() -> None:
    clipped = "will not leave the harbour until the council"
    edited = "We won't leave [Port Arlen's] harbour until the council has guaranteed the safety of every crew"
    assert groups(said("clip", clipped), said("edit", edited), said("full", FULL)) == [
        ["full", "edit", "clip"]
    ]


def test_other_words_of_the_same_speaker_are_another_quotation() -> None:
    other = "We will not sign anything until the parliament has debated every article."
    assert groups(said("a", FULL), said("b", other)) == []


def test_speakers_of_two_states_never_share_a_quotation() -> None:
    assert groups(said("a", FULL), said("b", FULL, "Rui Vale", "PRT")) == []
    assert groups(said("a", FULL), said("b", FULL, None, None)) == [["a", "b"]]


def test_a_short_phrase_is_shared_by_one_name_only() -> None:
    phrase = "the harbour until the council"
    assert groups(said("a", FULL), said("b", phrase, "Quill")) == [["a", "b"]]
    assert groups(said("a", FULL), said("b", phrase, "the ministry")) == []
    assert groups(said("a", FULL), said("b", FULL, "the ministry")) == [["a", "b"]]


def test_fewer_words_than_four_are_nobodys() -> None:
    assert groups(said("a", "a grave step"), said("b", "a grave step")) == []


def test_groups_do_not_drift_along_a_chain_of_clips() -> None:
    left = "first they took the boats then they took the nets and the ropes"
    middle = "they took the nets and the ropes and at night they burned the sheds"
    right = "and at night they burned the sheds by the quay and the old mill too"
    found = groups(said("left", left), said("middle", middle), said("right", right))
    assert not any({"left", "right"} <= set(group) for group in found)
