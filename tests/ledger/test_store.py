"""What goes into a ledger comes out of it, and nothing goes in twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from sqlalchemy import delete, insert, select
from sqlalchemy.exc import DatabaseError

import dragoman
from dragoman.article import Article, Segment, Span, Zone
from dragoman.coded import CodedArticle
from dragoman.formats.labels import RecordNotFoundError
from dragoman.ledger import Ledger, LedgerError, NoArticleError, Run, Standing, schema
from dragoman.ledger.rows import days_of
from dragoman.ledger.search import matches
from dragoman.records import Date, Records
from hand_records import ARTICLE, EXPULSION, OPEN, PLEDGE, RECORDS, REDUCED, SILENCE, TEXT, coded

CODED = CodedArticle(ARTICLE, RECORDS)
CORRECTED = TEXT.replace("two Velmark", "three Velmark")


def with_one_event(article: Article, record_id: str = "e9" * 8) -> CodedArticle:
    """An article with the expulsion as its only record."""
    start = article.text.index("expelled")
    trigger = (article.span(start, start + len("expelled")),)
    event = replace(EXPULSION, id=record_id, article=article.id, trigger=trigger)
    return CodedArticle(article, Records(article.id, events=(event,), coder="dragoman 0.1.0"))


def reworded(text: str = CORRECTED, **known: str | None) -> CodedArticle:
    """The report with another text."""
    article = replace(ARTICLE, text=text, segments=(Segment(Zone.BODY, 0, len(text)),))
    return with_one_event(replace(article, **known))  # type: ignore[arg-type]


def emptied(ledger: Ledger) -> Ledger:
    with ledger.writing() as connection:
        for table in reversed(schema.metadata.sorted_tables):
            connection.execute(delete(table))
    return ledger


def rows(ledger: Ledger, table: str) -> list[dict[str, object]]:
    chosen = schema.metadata.tables[table]
    with ledger.reading() as connection:
        return [dict(row) for row in connection.execute(select(chosen)).mappings()]


def test_what_goes_in_comes_out(ledger: Ledger) -> None:
    assert ledger.add(CODED) is Standing.NEW
    assert ledger.coded(ARTICLE.id) == CODED
    assert list(ledger) == [CODED]
    assert list(ledger.articles()) == [ARTICLE]
    assert len(ledger) == 1


def test_a_ledger_opened_again_has_it(place: str) -> None:
    with dragoman.open_ledger(place) as ledger:
        ledger.add(CODED)
    with dragoman.open_ledger(place, create=False) as ledger:
        assert ledger.coded(ARTICLE.id) == CODED


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(any_coded=coded())
def test_anything_comes_back_without_loss(ledger: Ledger, any_coded: tuple[Article, Records]) -> None:
    ids = [record.id for record in any_coded[1]]
    assume(len(ids) == len(set(ids)))
    given_in = CodedArticle(*any_coded)
    emptied(ledger).add(given_in)
    (come_out,) = ledger
    assert come_out == given_in


def test_the_same_report_changes_nothing(ledger: Ledger) -> None:
    ledger.add(CODED, run=Run("add", "dragoman 0.1.0"))
    before = ledger.counts()
    again = Run("add", "dragoman 0.1.0")
    assert ledger.add(CODED, run=again) is Standing.SAME
    less_known = CodedArticle(replace(ARTICLE, outlet=None, url=None, published=None), RECORDS)
    assert ledger.add(less_known, run=again) is Standing.SAME
    assert ledger.counts() == before
    assert again.id is None


def test_the_plan_tells_before_coding(ledger: Ledger) -> None:
    assert ledger.plan(ARTICLE).needs_coding
    ledger.add(CODED)
    assert not ledger.plan(ARTICLE).needs_coding
    assert ledger.plan(reworded().article).standing is Standing.VERSION


def test_a_corrected_text_supersedes(ledger: Ledger) -> None:
    ledger.add(CODED)
    new = reworded()
    assert ledger.add(new) is Standing.VERSION
    assert list(ledger) == [new]
    assert set(ledger.ids(superseded=True)) == {ARTICLE.id, new.article.id}
    assert ledger.coded(ARTICLE.id) == CODED
    assert ledger.counts()["statements"] == 0
    assert ledger.counts()["superseded"] == 1
    found = {row["id"]: row for row in rows(ledger, "articles")}
    assert found[new.article.id]["supersedes"] == ARTICLE.id
    assert found[new.article.id]["version"] == 2
    third = reworded(CORRECTED.replace("three", "four"))
    third = with_one_event(third.article, "ea" * 8)
    assert ledger.add(third) is Standing.VERSION
    assert list(ledger) == [third]
    assert ledger.add(CODED) is Standing.SAME  # the first is known, and stays superseded
    assert list(ledger) == [third]


def test_a_path_tells_versions_where_no_url_does(ledger: Ledger) -> None:
    without = replace(ARTICLE, url=None)
    ledger.add(CodedArticle(without, RECORDS), identity="/reports/velmark.txt")
    assert ledger.add(reworded(url=None), identity="/reports/other.txt") is Standing.NEW
    other = with_one_event(reworded(TEXT.replace("two", "nine"), url=None).article, "ea" * 8)
    assert ledger.add(other, identity="/reports/velmark.txt") is Standing.VERSION


def test_another_outlet_is_no_version(ledger: Ledger) -> None:
    ledger.add(CODED)
    assert ledger.add(reworded(outlet="Port Arlen Post")) is Standing.NEW


def test_the_same_words_elsewhere_are_a_copy(ledger: Ledger) -> None:
    ledger.add(CODED)
    copy = replace(
        ARTICLE, outlet="Port Arlen Post", url="https://pap.example/1", published=dt.date(2024, 3, 15)
    )
    assert ledger.add(CodedArticle(copy, RECORDS)) is Standing.COPY
    assert ledger.add(CodedArticle(copy, RECORDS)) is Standing.SAME
    (row,) = rows(ledger, "copies")
    assert (row["article_id"], row["outlet"], row["url"]) == (ARTICLE.id, copy.outlet, copy.url)
    assert list(ledger) == [CODED]


def test_what_one_outlet_corrects_stays_current_at_the_other(ledger: Ledger) -> None:
    ledger.add(CODED)
    copy = replace(ARTICLE, outlet="Port Arlen Post", url="https://pap.example/1")
    ledger.add(CodedArticle(copy, RECORDS))
    new = reworded()
    assert ledger.add(new) is Standing.VERSION
    assert {c.article.id for c in ledger} == {ARTICLE.id, new.article.id}
    text = TEXT.replace("two Velmark", "no Velmark")
    newer = with_one_event(reworded(text, outlet=copy.outlet, url=copy.url).article, "ea" * 8)
    assert ledger.add(newer) is Standing.VERSION
    assert {c.article.id for c in ledger} == {new.article.id, newer.article.id}


def test_a_day_that_becomes_known_changes_the_records(ledger: Ledger) -> None:
    undated = CodedArticle(replace(ARTICLE, published=None), replace(RECORDS, events=(EXPULSION,)))
    ledger.add(undated)
    changed = replace(RECORDS, statements=(replace(PLEDGE, confidence=0.4), *RECORDS.statements[1:]))
    dated = CodedArticle(ARTICLE, changed)
    assert ledger.plan(ARTICLE).standing is Standing.AMENDED
    assert ledger.add(dated) is Standing.AMENDED
    assert list(ledger) == [dated]
    assert {(r["record_id"], r["change"]) for r in rows(ledger, "record_changes")} == {
        (PLEDGE.id, "changed"),
        (RECORDS.events[1].id, "added"),
    }


def test_what_is_known_already_is_kept_when_more_becomes_known(ledger: Ledger) -> None:
    ledger.add(CodedArticle(replace(ARTICLE, published=None), RECORDS))
    plan = ledger.plan(replace(ARTICLE, outlet=None, title=None))
    assert plan.standing is Standing.AMENDED
    assert plan.article == ARTICLE


def test_records_coded_anew_take_the_place_of_earlier_ones_and_reviews_stay(ledger: Ledger) -> None:
    ledger.add(CODED)
    with ledger.writing() as connection:
        connection.execute(insert(schema.reviews).values(
            record_id=SILENCE.id, record_kind="statement", article_id=ARTICLE.id, decision="accept",
            reviewer="Ada", reviewed="2026-01-02T03:04:05.000Z",
        ))  # fmt: skip
    fewer = CodedArticle(
        ARTICLE, replace(RECORDS, statements=(PLEDGE,), events=(), positions=(), coder="newer 2")
    )
    run = Run("recode", "newer 2")
    ledger.replace(fewer, run=run)
    assert list(ledger) == [fewer]
    gone = {row["record_id"]: row["earlier"] for row in rows(ledger, "record_changes")}
    assert gone.keys() == {r.id for r in RECORDS} - {PLEDGE.id}
    silence = gone[SILENCE.id]
    assert isinstance(silence, dict)
    assert silence["act"] == "decline"
    assert [row["record_id"] for row in rows(ledger, "reviews")] == [SILENCE.id]
    (noted,) = rows(ledger, "runs")
    assert (noted["id"], noted["command"], noted["finished"]) == (run.id, "recode", None)
    ledger.finish(run, {"articles": 1})
    assert rows(ledger, "runs")[0]["summary"] == {"articles": 1}


def test_only_what_is_there_can_be_replaced(ledger: Ledger) -> None:
    with pytest.raises(NoArticleError, match=ARTICLE.id):
        ledger.replace(CODED)
    with pytest.raises(NoArticleError, match="no article 'abc'"):
        ledger.coded("abc")


@pytest.mark.parametrize(
    ("records", "fault"),
    [
        (replace(RECORDS, positions=(replace(OPEN, evidence=(Span(0, 4, "Peru"),)),)), "Peru"),
        (replace(RECORDS, statements=(PLEDGE,)), "no record"),
        (replace(RECORDS, statements=(*RECORDS.statements, PLEDGE)), "2 records of this id"),
        (replace(RECORDS, positions=(OPEN, replace(REDUCED, statement=OPEN.id))), "is no statement"),
    ],
)
def test_records_that_break_the_laws_are_refused_whole(ledger: Ledger, records: Records, fault: str) -> None:
    with pytest.raises(LedgerError, match=fault):
        ledger.add(CodedArticle(ARTICLE, records))
    assert ledger.counts()["articles"] == 0


def test_what_fails_halfway_leaves_nothing(ledger: Ledger) -> None:
    def failing() -> None:
        with ledger.writing() as connection:
            connection.execute(insert(schema.actors).values(id="x", name="x", kind="body", sectors=[]))
            raise KeyError("broken off")

    with pytest.raises(KeyError):
        failing()
    assert ledger.counts()["actors"] == 0


def test_what_people_say_is_only_added_to(ledger: Ledger) -> None:
    ledger.add(CODED)
    with ledger.writing() as connection:
        connection.execute(insert(schema.actor_decisions).values(
            decision="merge", subject={"actors": []}, reviewer="Ada", decided="2026-01-02T03:04:05.000Z"
        ))  # fmt: skip

    def change() -> None:
        with ledger.writing() as connection:
            connection.execute(delete(schema.actor_decisions))

    with pytest.raises(DatabaseError, match="only added to"):
        change()
    assert len(rows(ledger, "actor_decisions")) == 1


def test_articles_come_in_order_of_publication(ledger: Ledger) -> None:
    texts = [f"On Tuesday the council expelled {n} envoys." for n in ("two", "three", "four", "five")]
    days = [dt.date(2024, 3, 2), None, dt.date(2024, 3, 1), dt.date(2024, 3, 2)]
    articles = [
        Article(text, (Segment(Zone.BODY, 0, len(text)),), published=day)
        for text, day in zip(texts, days, strict=True)
    ]
    for number, article in enumerate(articles):
        ledger.add(with_one_event(article, f"{number:016x}"))
    expected = sorted(articles, key=lambda a: (str(a.published or ""), a.id))
    assert [c.article for c in ledger] == expected
    wanted = [articles[2].id, "none of this id", articles[0].id]
    assert [c.article for c in ledger.all_coded(wanted)] == [articles[2], articles[0]]


def test_a_record_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    ledger.add(CODED)
    assert ledger.find("b2b") == (CODED, REDUCED)
    assert ledger.find(PLEDGE.id) == (CODED, PLEDGE)
    for name in ("b", "c0ffee", ""):
        with pytest.raises(RecordNotFoundError):
            ledger.find(name)


def test_fields_of_a_corpus_are_kept(ledger: Ledger) -> None:
    ledger.add(CODED, fields={"topic": "recognition", "desk": "north"})
    found = {row["name"]: row["value"] for row in rows(ledger, "article_fields")}
    assert found == {"topic": "recognition", "desk": "north"}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("embassy", {"a2" * 8}),
        ("teams keeping small", {"a1" * 8, "b2" * 8}),  # in any form and order
        ('"small team"', {"a1" * 8, "b2" * 8}),
        ('"team small"', set()),
        ("drawn OR embassy", {"a2" * 8, "a3" * 8, "b3" * 8}),
        ("small -country", {"b2" * 8}),
        ("river’s districts", {"a2" * 8}),
        ("we'll \" -", set()),
    ],
)
def test_words_are_found(ledger: Ledger, asked: str, found: set[str]) -> None:
    ledger.add(CODED)
    with ledger.reading() as connection:
        answers = {
            key
            for table in (schema.statements, schema.positions)
            for key in connection.scalars(
                select(table.c.id).where(matches(table, asked, connection.dialect.name))
            )
        }
    assert answers == found


def test_the_search_follows_what_is_coded_anew(ledger: Ledger) -> None:
    ledger.add(CODED)
    ledger.replace(CodedArticle(ARTICLE, replace(RECORDS, statements=(SILENCE,), events=(), positions=())))
    with ledger.reading() as connection:
        asked = matches(schema.statements, "embassy OR recognition", connection.dialect.name)
        assert connection.scalars(select(schema.statements.c.id).where(asked)).all() == [SILENCE.id]


def test_a_question_without_a_word_is_refused() -> None:
    with pytest.raises(LedgerError, match="asks for no word"):
        matches(schema.articles, " -embassy ", "sqlite")


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        (Date("2024-03-14", "day"), "2024-03-14", "2024-03-14"),
        (Date("2024-W11", "week"), "2024-03-11", "2024-03-17"),
        (Date("2024-02", "month"), "2024-02-01", "2024-02-29"),
        (Date("2024", "year"), "2024-01-01", "2024-12-31"),
        (Date("9999-12", "month"), "None", "None"),
        (Date("soon", "day"), "None", "None"),
    ],
)
def test_dates_have_their_first_and_last_day(date: Date, first: str, last: str) -> None:
    assert tuple(map(str, days_of(date))) == (first, last)
