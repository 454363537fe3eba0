from __future__ import annotations

import math

import pytest

from dragoman.confidence import KINDS, Odds, least, length_limits, odds


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_weights_and_a_least_chance(kind: str) -> None:
    table = odds(kind)
    assert len(table.weights) > 20
    by_length = [least(kind, n) for n in (*length_limits(), length_limits()[-1] + 1)]
    assert by_length[0] > 0 and by_length == sorted(by_length) and by_length[-1] < 1


def test_a_chance_is_the_logistic_of_its_traits() -> None:
    table = Odds(0.5, {"calm": 1.0, "loud": -2.0})
    assert table.chance(set()) == pytest.approx(1 / (1 + math.exp(-0.5)))
    assert table.chance({"calm", "unheard of"}) == pytest.approx(1 / (1 + math.exp(-1.5)))
    assert table.chance({"loud"}) < table.chance(set()) < table.chance({"calm"})


def test_what_speaks_against_is_named_the_weightiest_first() -> None:
    table = Odds(0.0, {"calm": 1.0, "loud": -2.0, "late": -0.5, "far": -0.1})
    assert table.against(["far", "calm", "loud", "late"], 2) == ["loud", "late"]
    assert table.against(["calm", "unheard of"], 3) == []


def test_an_attitude_inferred_is_less_sure_than_words_said() -> None:
    statements = odds("statement")
    said = {"rule verb", "cue say", "content clause", "speaker person with country", "source names speaker"}
    shown = {"rule verb", "cue seek", "content object", "speaker group without country", "source it"}
    assert statements.chance(shown) < statements.chance(said)


def test_a_text_as_long_as_a_limit_is_within_it() -> None:
    brief, report = length_limits()
    assert least("event", 0) == least("event", brief) < least("event", brief + 1)
    assert least("event", brief + 1) == least("event", report)
