from __future__ import annotations

import pytest

from dragoman.knowledge import load_yaml
from dragoman.knowledge.confidence import chance
from dragoman.positions import standard_issues
from dragoman.records import EventType


def test_every_type_and_issue_has_counts() -> None:
    counts = load_yaml("confidence.yaml")
    assert set(counts["events"]) == {"all", *EventType}
    assert set(counts["positions"]) == {"all", *standard_issues().issues}
    assert all(int(right) <= int(of) for table in counts.values() for right, of in table.values())


@pytest.mark.parametrize(
    ("table", "likely", "doubtful"),
    [
        ("statements", "verb", "quote"),
        ("speakers", "country", "no-country"),
        ("tellers", "outlet", "statement"),
        ("events", "ACCUSE", "RETREAT"),
        ("parties", "named", "no-actor"),
        ("tellings", "reporting", "outlet"),
    ],
)
def test_what_was_right_more_often_is_surer(table: str, likely: str, doubtful: str) -> None:
    assert chance(table, likely) > chance(table, "all") > chance(table, doubtful) > 0


def test_few_counts_are_drawn_to_the_mean() -> None:
    assert chance("positions", "all") < chance("positions", "recognition") < 0.9
    assert chance("positions", "fisheries") == pytest.approx(chance("positions", "all"))
