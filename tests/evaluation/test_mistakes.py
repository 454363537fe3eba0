from __future__ import annotations

import datetime as dt
from dataclasses import replace
from io import StringIO
from pathlib import Path

from rich.console import Console

from dragoman.evaluation.answers import Answers, EventAnswer, PositionAnswer, StatementAnswer
from dragoman.evaluation.gold import GoldArticle
from dragoman.evaluation.mistakes import Mistake, find_mistakes, shortened
from dragoman.evaluation.records import score_records
from dragoman.evaluation.tables import print_mistakes, print_scores

TEXT = "Velmark’s envoy told reporters on Monday that talks may resume if Taravia frees the pilots."


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


STATEMENT = StatementAnswer(
    (at("that talks may resume if Taravia frees the pilots"),), (at("told"),), at("Velmark’s envoy"),
    "Velmark", "VEL", "indirect", "pledge", "reporters", "2024-03-11", ("Radio",),
)  # fmt: skip
EVENT = EventAnswer(
    "AGREE",
    (at("talks may resume"),),
    actor=("Velmark [VEL]",),
    recipient=("Taravia []",),
    status="planned",
)
POSITION = PositionAnswer(
    "Velmark", "talks", "conditional", (at("talks may resume"),), "VEL", "Taravia",
    (at("if Taravia frees the pilots"),),
)  # fmt: skip
GOLD = GoldArticle(
    "velmark",
    TEXT,
    dt.date(2024, 3, 14),
    Answers("velmark", (STATEMENT,), (EVENT,), (POSITION,)),
    Path("velmark.yaml"),
)


def mistakes(found: Answers) -> list[Mistake]:
    return find_mistakes([GOLD], {"velmark": found})


def groups(found: Answers) -> list[str]:
    return [m.group for m in mistakes(found)]


def test_right_answers_are_no_mistakes() -> None:
    assert mistakes(GOLD.answers) == []


def test_what_is_missed_and_what_is_made_up_is_told_with_its_words() -> None:
    missed = mistakes(Answers("velmark"))
    assert [m.group for m in missed] == ["missed statement", "missed event: AGREE", "missed position: talks"]
    assert "<told> that talks may resume" in missed[0].words
    assert "<<talks may resume>>" in missed[1].words
    assert "Velmark [VEL] pledge indirect 2024-03-11 to reporters via Radio" in missed[0].gold
    elsewhere = Answers(
        "velmark",
        (replace(STATEMENT, content=((0, 15),)),),
        (replace(EVENT, event="REJECT"),),
        (replace(POSITION, issue="aid", stance="offers"),),
    )
    spurious = [m.group for m in mistakes(elsewhere) if m.found]
    assert spurious == ["spurious statement", "spurious event: REJECT", "spurious position: aid"]


def test_what_is_wrong_in_found_records_is_told_one_by_one() -> None:
    wrong = Answers(
        "velmark",
        (replace(STATEMENT, speaker="Taravia", act="hope", form="mixed", on=None, addressee=None, via=()),),
        (replace(EVENT, actor=(), recipient=("Ostrava [OST]",), on="2024-03", status="actual"),),
        (replace(POSITION, stance="willing", counterpart=None, condition=()),),
    )
    assert groups(wrong) == [
        "wrong speaker",
        "wrong act: hope for pledge",
        "wrong form: mixed for indirect",
        "wrong date said",
        "wrong addressee",
        "wrong via",
        "wrong actor",
        "wrong recipient",
        "wrong event date",
        "wrong status: actual for planned",
        "wrong stance: talks willing for conditional",
        "wrong counterpart",
        "missed condition",
    ]


def test_background_is_neither_missed_nor_made_up() -> None:
    past = replace(EVENT, historical=True)
    gold = replace(GOLD, answers=Answers("velmark", events=(past,)))
    assert find_mistakes([gold], {}) == []
    assert find_mistakes([gold], {"velmark": Answers("velmark", events=(EVENT,))}) == []


def test_long_words_are_cut() -> None:
    assert shortened("word " * 100).endswith(" …")
    assert shortened("one\n\ntwo") == "one  two"


def test_the_largest_group_is_printed_first_and_so_many_of_it() -> None:
    out = StringIO()
    many = [Mistake("events", "missed event: AID", f"a{i}", "AID [x]", "", "words") for i in range(3)]
    wrong = Mistake("events", "wrong actor", "b", "g", "f", "")
    print_mistakes(Console(file=out, width=80), [wrong, *many], each=2)
    printed = out.getvalue()
    assert printed.index("missed event: AID (3)") < printed.index("wrong actor (1)")
    assert "- a1: gold AID [x]" in printed
    assert "a2" not in printed


def test_scores_are_printed_with_shares_and_counts() -> None:
    out = StringIO()
    scores = score_records([GOLD], {"velmark": GOLD.answers})
    print_scores(Console(file=out, width=100), "one article", scores)
    lines = [line.split() for line in out.getvalue().splitlines()]
    assert ["statements:", "content", "1.000", "1.000", "1.000", "1", "1", "1"] in lines
    assert ["act,", "of", "matched", "1.000", "1", "1"] in lines
