from __future__ import annotations

import datetime as dt

from dragoman.article import Article
from dragoman.linking.occurrences import Reported, group_events, group_positions
from dragoman.records import (
    Actor,
    ActorKind,
    Date,
    Event,
    EventType,
    Location,
    Position,
    Status,
    record_id,
)

DAY = dt.date(2024, 5, 16)
NORWAY = Actor("Norway", ActorKind.GOVERNMENT, "NOR")
QUILL = Actor("Ada Quill", ActorKind.PERSON, "NOR")
PERU = Actor("Peru", ActorKind.GOVERNMENT, "PER")
COUNCIL = Actor("Renewal Council", ActorKind.GROUP, "COM")
COMOROS = Actor("Comoros", ActorKind.GOVERNMENT, "COM")
ARTICLE = Article("met", ())


def event(
    name: str, actor: Actor | None = NORWAY, recipient: Actor | None = PERU, *, on: str | None = None,
    reported: int = 0, type: EventType = EventType.CONSULT, place: str | None = None,
    status: Status = Status.ACTUAL,
) -> Reported[Event]:  # fmt: skip
    made = Event(
        record_id("event", name), ARTICLE.id, type, (ARTICLE.span(0, 3),),
        actors=(actor,) if actor else (), recipients=(recipient,) if recipient else (),
        on=Date(on, "day") if on else None, place=Location(place) if place else None, status=status,
    )  # fmt: skip
    return Reported(made, DAY + dt.timedelta(reported))


def sizes(*events: Reported[Event]) -> list[int]:
    return sorted(len(group) for group in group_events(events, lambda actor: actor.name))


def test_one_happening_is_the_same_type_sides_and_day() -> None:
    told = event("a", on="2024-05-15"), event("b", on="2024-05-15", reported=3)
    assert sizes(*told) == [2]
    for other in (
        event("c", on="2024-05-14"),
        event("c", on="2024-05-15", type=EventType.ASSAULT),
        event("c", PERU, NORWAY, on="2024-05-15"),
        event("c", on="2024-05-15", status=Status.NEGATED),
    ):
        assert sizes(*told, other) == [1, 2]


def test_a_leader_and_his_state_are_one_side_a_group_is_its_own() -> None:
    assert sizes(event("a", on="2024-05-15"), event("b", QUILL, on="2024-05-15")) == [2]
    assert sizes(event("a", COUNCIL, on="2024-05-15"), event("b", COMOROS, on="2024-05-15")) == [1, 1]


def test_an_undated_event_joins_the_day_before_its_report() -> None:
    assert sizes(event("a", on="2024-05-15"), event("b")) == [2]
    assert sizes(event("a", on="2024-05-15"), event("b", reported=5)) == [1, 1]
    assert sizes(event("a"), event("b", reported=1)) == [2]
    assert sizes(event("a", on="2024-05"), event("b")) == [1, 1]


def test_events_without_a_side_are_told_apart_by_place() -> None:
    here, there = (
        event(p, None, PERU, on="2024-05-15", place=p, type=EventType.ASSAULT) for p in ("Lima", "Cusco")
    )
    assert sizes(here, there) == [1, 1]


def test_names_across_reports_are_asked_for() -> None:
    envoy, same = (Actor(n, ActorKind.ORGANISATION) for n in ("Red Cross", "ICRC"))
    pair = event("a", envoy, on="2024-05-15"), event("b", same, on="2024-05-15")
    assert group_events(pair, lambda a: "ICRC" if a.name == "Red Cross" else a.name) == [
        [pair[0].record.id, pair[1].record.id]
    ]


def test_one_stand_is_the_same_holder_issue_stance_counterpart_and_day() -> None:
    def stand(name: str, stance: str = "open", towards: Actor | None = PERU) -> Reported[Position]:
        made = Position(
            record_id("position", name), ARTICLE.id, NORWAY, "mission", stance, (ARTICLE.span(0, 3),),
            counterpart=towards, on=Date("2024-05-15", "day"),
        )  # fmt: skip
        return Reported(made, DAY)

    groups = group_positions(
        [stand("a"), stand("b"), stand("c", "closed"), stand("d", "open", None)], lambda a: a.name
    )
    assert sorted(map(len, groups)) == [1, 1, 2]
