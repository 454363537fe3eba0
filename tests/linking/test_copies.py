from __future__ import annotations

import datetime as dt
import random

from hypothesis import given
from hypothesis import strategies as st

from dragoman.linking.copies import (
    HOUSE,
    Link,
    LinkKind,
    Report,
    agency,
    compare,
    find_links,
    runs_of,
)

DAY = dt.date(2024, 5, 16)
WORDS = "harbour council minister boat island treaty fish border talks guard water night crew letter".split()


def prose(seed: int, words: int = 160) -> str:
    """Text that shares runs of words with no other seed's."""
    draw = random.Random(seed)
    return " ".join(f"{draw.choice(WORDS)}{draw.randrange(99)}" for _ in range(words))


def paragraphs(*seeds: int) -> str:
    return "\n\n".join(prose(seed, 60) for seed in seeds)


def kinds(*reports: Report) -> dict[tuple[str, str], LinkKind]:
    return {(link.first, link.second): link.kind for link in find_links(reports)}


def test_a_copy_with_small_edits_is_a_copy() -> None:
    text = prose(1)
    edited = "BY ADA QUILL\n" + text.upper().replace("HARBOUR", "Port", 1).replace(" ", "\n", 3)
    assert kinds(Report("a", text), Report("b", edited), Report("c", prose(2))) == {("a", "b"): LinkKind.COPY}


def test_a_shortened_version_is_a_cut_and_a_reworked_one_a_rewrite() -> None:
    wire = Report("wire", paragraphs(1, 2, 3, 4))
    cut = Report("cut", paragraphs(1, 2))
    rewrite = Report("rewrite", paragraphs(1, 7, 8))
    assert kinds(wire, cut) == {("wire", "cut"): LinkKind.CUT}
    assert kinds(wire, rewrite) == {("wire", "rewrite"): LinkKind.REWRITE}


def test_what_is_printed_weeks_later_is_another_matter() -> None:
    later = DAY + dt.timedelta(days=40)
    assert kinds(Report("a", prose(1), published=DAY), Report("b", prose(1), published=later)) == {}
    assert kinds(Report("a", prose(1), published=DAY), Report("b", prose(1))) != {}


def test_short_texts_and_house_notices_link_nothing() -> None:
    assert kinds(Report("a", "Talks went on."), Report("b", "Talks went on.")) == {}
    notice = prose(99, 120)
    reports = [Report(f"r{n}", f"{prose(n, 120)}\n\n{notice}", outlet="Harbour Wire") for n in range(HOUSE)]
    assert find_links(reports) == []
    assert find_links(reports[:2]) != []  # twice may be news


def test_the_agency_is_that_of_most_credits() -> None:
    assert agency([("Reuters", "AP"), ("AP",), ()]) == "AP"
    assert agency([("AP", "AP"), ("Reuters",), ("Reuters",)]) == "Reuters"
    assert agency([(), ()]) is None


def test_links_do_not_depend_on_the_process() -> None:
    assert runs_of("One two three four five.").tolist() == runs_of("ONE, two three: four five").tolist()
    assert runs_of("one two three four").size == 0
    assert runs_of("one two three four five")[0] == 395050957228007080


@given(st.lists(st.integers(0, 5), max_size=12), st.lists(st.integers(0, 5), max_size=12))
def test_comparing_is_even_handed_and_a_text_is_its_own_copy(one: list[int], other: list[int]) -> None:
    first, second = runs_of(paragraphs(*one)), runs_of(paragraphs(*other))
    assert compare(first, second) == compare(second, first)
    assert compare(first, first) == ((LinkKind.COPY, 1.0) if one else None)


@given(st.text(max_size=300))
def test_any_text_can_be_compared(text: str) -> None:
    assert find_links([Report("a", text), Report("b", text)]) in (
        [],
        [Link("a", "b", LinkKind.COPY, 1.0)],
    )
