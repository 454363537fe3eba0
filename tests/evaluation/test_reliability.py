from __future__ import annotations

import datetime as dt
from pathlib import Path

from dragoman.evaluation.answers import Answers, EventAnswer, PositionAnswer
from dragoman.evaluation.gold import GoldArticle
from dragoman.evaluation.reliability import Bin, reliability

TEXT = "Ostrand accused Norden."
GOLD = Answers(
    "a",
    events=(EventAnswer("ACCUSE", ((8, 15),), actor=("Ostrand [OST]",), recipient=("Norden [NOR]",)),),
    positions=(PositionAnswer("Ostrand", "conduct", "condemns", ((8, 15),), "OST"),),
)


def test_records_are_counted_by_layer_and_confidence() -> None:
    right = EventAnswer("ACCUSE", ((8, 15),), actor=("Ostrand [OST]",), confidence=0.84)
    wrong = EventAnswer("AGREE", ((8, 15),), actor=("Ostrand [OST]",), confidence=0.88)
    unrated = EventAnswer("AID", ((8, 15),), actor=("Ostrand [OST]",))
    stance = PositionAnswer("Ostrand", "conduct", "supports", ((8, 15),), "OST", confidence=1.0)
    found = Answers("a", events=(right, wrong, unrated), positions=(stance,))
    article = GoldArticle("a", TEXT, dt.date(2024, 3, 14), GOLD, Path("a.yaml"))
    assert reliability([article], {"a": found}) == [
        Bin("events", 0.8, 0.9, 2, 1),
        Bin("positions", 0.9, 1.0, 1, 0),
    ]
    assert reliability([article], {"a": found})[0].share == 0.5


def test_an_article_that_was_not_coded_counts_nothing() -> None:
    article = GoldArticle("a", TEXT, dt.date(2024, 3, 14), GOLD, Path("a.yaml"))
    assert reliability([article], {}) == []
