"""Drafts made one record a stance, with hand-made drafts."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors import ActorIndex
from dragoman.article import Span
from dragoman.positions.drafts import Context, both_sides, foreign
from dragoman.positions.issue_files import standard_issues
from dragoman.positions.merging import merge
from dragoman.positions.parties import Parties, holder_of
from dragoman.records import Actor, ActorKind, Date, Position, Why
from hand_readings import reading_of

NORWAY = Actor("Norway", ActorKind.GOVERNMENT, "NOR")
SWEDEN = Actor("Sweden", ActorKind.GOVERNMENT, "SWE")
PERU = Actor("Peru", ActorKind.GOVERNMENT, "PER")
READING = reading_of("Norway _ PROPN PROPN ROOT 0\ntalks talk NNS NOUN dobj 1")
CONTEXT = Context(READING, Parties(READING, ActorIndex(READING)), (), (), standard_issues())


def day(value: str) -> Date:
    return Date(value, "day" if len(value) == 10 else "month")


def position(
    issue: str, stance: str, *, to: Actor | None = None, on: Date | None = None, at: int = 0
) -> Position:
    return Position(
        "", "a", NORWAY, issue, stance, (Span(at, at + 4, "word"),), counterpart=to, on=on, why=Why("r")
    )


def stances(*drafts: Position) -> list[str]:
    return [p.stance for p in merge(CONTEXT, list(drafts))]


def test_the_same_stance_is_one_record_with_the_finer_date_and_all_words() -> None:
    (merged,) = merge(
        CONTEXT,
        [
            position("mission", "closed", on=day("2024-03")),
            position("mission", "closed", to=SWEDEN, on=day("2024-03-12"), at=50),
        ],
    )
    assert (merged.counterpart, merged.on) == (SWEDEN, day("2024-03-12"))
    assert [span.start for span in merged.evidence] == [0, 50]


def test_another_party_or_day_is_another_record() -> None:
    assert stances(position("mission", "closed", to=SWEDEN), position("mission", "closed", to=PERU)) == [
        "closed",
        "closed",
    ]
    assert stances(
        position("mission", "closed", on=day("2024-03-12")),
        position("mission", "closed", on=day("2024-03-13")),
    ) == ["closed", "closed"]


def test_of_several_stances_on_one_day_the_one_that_prevails_is_kept() -> None:
    assert stances(position("mission", "open"), position("mission", "reduced")) == ["reduced"]
    assert stances(position("talks", "willing", to=PERU), position("talks", "holds", to=PERU)) == ["holds"]


def test_judgements_stand_side_by_side() -> None:
    found = stances(position("conduct", "supports", to=PERU), position("conduct", "condemns", to=PERU))
    assert sorted(found) == ["condemns", "supports"]


def test_a_later_stance_supersedes_the_latest_before_it() -> None:
    first, second, third = merge(
        CONTEXT,
        [
            position("mission", "open", to=PERU, on=day("2024-03-10")),
            position("mission", "reduced", to=PERU, on=day("2024-03-11"), at=10),
            position("mission", "closed", to=PERU, on=day("2024-03-12"), at=20),
        ],
    )
    assert (first.supersedes, second.supersedes, third.supersedes) == (None, first.id, second.id)


def test_undated_stances_supersede_nothing() -> None:
    found = merge(
        CONTEXT, [position("conduct", "condemns", to=PERU), position("conduct", "supports", to=PERU)]
    )
    assert [p.supersedes for p in found] == [None, None]


def test_a_counterpart_is_carried_over_within_an_issue_that_allows_it() -> None:
    near = position("mission", "closed", to=PERU, on=day("2024-03-12"))
    bare = position("mission", "open", on=day("2024-01-12"), at=40)
    assert [p.counterpart for p in merge(CONTEXT, [near, bare])] == [PERU, PERU]
    talks = position("talks", "holds", to=PERU, on=day("2024-03-12"))
    refused = position("talks", "refuses", on=day("2024-01-12"), at=40)
    assert [p.counterpart for p in merge(CONTEXT, [talks, refused])] == [PERU, PERU]
    deal = position("agreement", "signs", to=PERU, on=day("2024-03-12"))
    other = position("agreement", "opposes", on=day("2024-01-12"), at=40)
    assert [p.counterpart for p in merge(CONTEXT, [deal, other])] == [PERU, PERU]
    assert [p.counterpart for p in merge(CONTEXT, [talks, other])] == [PERU, None]  # met, but no party to it
    truce = position("ceasefire", "agrees", to=PERU, on=day("2024-03-12"))
    ended = position("ceasefire", "rejects", on=day("2024-01-12"), at=40)
    assert [p.counterpart for p in merge(CONTEXT, [truce, ended])] == [PERU, None]


def test_a_counterpart_is_not_taken_over_from_others_where_each_has_its_own() -> None:
    theirs = replace(position("talks", "holds", to=PERU), holder=SWEDEN)
    assert [p.counterpart for p in merge(CONTEXT, [theirs, position("talks", "willing", at=40)])] == [PERU]
    closed = replace(position("mission", "closed", to=PERU), holder=SWEDEN)
    found = merge(CONTEXT, [closed, position("mission", "open", at=40)])
    assert [p.counterpart for p in found] == [PERU, PERU]


def test_an_issue_between_powers_keeps_no_record_that_names_none() -> None:
    parliament = Actor("Riksdag", ActorKind.BODY, "SWE", ("LEG",))
    assert stances(position("aid", "offers"), position("ceasefire", "seeks", at=9)) == ["seeks"]
    assert stances(position("talks", "holds", to=parliament)) == []
    assert stances(position("talks", "refuses"), position("talks", "holds", at=9)) == ["refuses"]


def test_a_pact_of_three_is_towards_none_in_particular_and_a_pact_of_one_is_none() -> None:
    sides = [replace(position("agreement", "signs"), holder=side) for side in (NORWAY, PERU, SWEDEN)]
    assert len(merge(CONTEXT, sides)) == 3
    assert merge(CONTEXT, sides[:1]) == ()


def test_ids_are_told_apart_by_content_and_stable() -> None:
    a, b = position("mission", "closed", to=PERU), position("mission", "closed", to=SWEDEN)
    once, again = merge(CONTEXT, [a, b]), merge(CONTEXT, [a, b])
    assert [p.id for p in once] == [p.id for p in again]
    assert len({p.id for p in once}) == 2


def test_records_stand_in_order_of_the_text() -> None:
    late, early = position("aid", "offers", to=PERU, at=90), position("forces", "keeps", to=PERU, at=3)
    assert [p.issue for p in merge(CONTEXT, [late, early])] == ["forces", "aid"]


def test_who_holds_positions() -> None:
    minister = Actor("Kari Nordmann", ActorKind.PERSON, "NOR", ("GOV",), "foreign minister")
    assert holder_of(minister) == NORWAY
    assert holder_of(replace(minister, kind=ActorKind.MISSION)) == NORWAY
    envoy = Actor("Kari Nordmann", ActorKind.PERSON, "UNO", ("GOV",), "envoy")
    assert holder_of(envoy) == Actor("United Nations", ActorKind.ORGANISATION, "UNO")
    parliament = Actor("Storting", ActorKind.BODY, "NOR", ("LEG",))
    assert holder_of(parliament) == parliament
    rebels = Actor("Northern Front", ActorKind.GROUP, "NOR", ("REB",))
    assert holder_of(rebels) == rebels
    assert holder_of(Actor("Norwegians", ActorKind.PUBLIC, "NOR")) is None
    assert holder_of(Actor("Ola Nordmann", ActorKind.PERSON, "NOR", ("EDU",))) is None
    assert holder_of(Actor("Ola Nordmann", ActorKind.PERSON, "NOR")) is None
    assert holder_of(Actor("Kari Nordmann", ActorKind.PERSON, "NOR", ("LEG",), "senator")) is None
    assert holder_of(Actor("sources", ActorKind.GROUP)) is None
    assert holder_of(Actor("Northern Pact", ActorKind.ORGANISATION)) is None


def test_foreign_parties_are_others_than_the_holder() -> None:
    parliament = Actor("Storting", ActorKind.BODY, "NOR", ("LEG",))
    rebels = Actor("Northern Front", ActorKind.GROUP, "NOR", ("REB",))
    vague = Actor("relevant parties", ActorKind.GROUP, "SWE")
    assert foreign(NORWAY, [NORWAY, parliament, rebels, vague, SWEDEN, SWEDEN]) == [rebels, SWEDEN]


def test_few_sides_face_each_other_and_of_more_each_faces_the_first() -> None:
    assert both_sides([NORWAY, PERU]) == [(NORWAY, PERU), (PERU, NORWAY)]
    assert len(both_sides([NORWAY, PERU, SWEDEN])) == 6
    chad = Actor("Chad", ActorKind.GOVERNMENT, "TCD")
    four = [(NORWAY, PERU), (PERU, NORWAY), (SWEDEN, NORWAY), (chad, NORWAY)]
    assert both_sides([NORWAY, PERU, SWEDEN, chad]) == four
    joint = [(NORWAY, None), (PERU, None), (SWEDEN, None)]
    assert both_sides([NORWAY, PERU, SWEDEN], is_joint=True) == joint
    assert both_sides([NORWAY]) == []
