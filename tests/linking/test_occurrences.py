from __future__ import annotations

import datetime as dt

from dragoman.linking.identities import Alias
from dragoman.linking.occurrences import Happening, Stand, group_happenings, group_stands
from dragoman.records import ActorKind, EventType, Status

DAY = dt.date(2024, 5, 16)
NORWAY = Alias("Norway", ActorKind.GOVERNMENT, "NOR")
QUILL = Alias("Ada Quill", ActorKind.PERSON, "NOR")
PERU = Alias("Peru", ActorKind.GOVERNMENT, "PER")
COUNCIL = Alias("Renewal Council", ActorKind.GROUP, "COM")
COMOROS = Alias("Comoros", ActorKind.GOVERNMENT, "COM")


def event(
    name: str, actor: Alias | None = NORWAY, recipient: Alias | None = PERU, *, date: str | None = None,
    reported: int = 0, type: EventType = EventType.CONSULT, place: str | None = None,
    status: Status = Status.ACTUAL,
) -> Happening:  # fmt: skip
    sides = ((actor,) if actor else ()), ((recipient,) if recipient else ())
    return Happening(name, type, status, *sides, place, date, DAY + dt.timedelta(reported))


def grouped(*events: Happening) -> list[list[str]]:
    return group_happenings(events, lambda actor: actor.name)


def test_one_happening_is_the_same_type_sides_and_day() -> None:
    told = event("a", date="2024-05-15"), event("b", date="2024-05-15", reported=3)
    assert grouped(*told) == [["a", "b"]]
    for other in (
        event("c", date="2024-05-14"),
        event("c", date="2024-05-15", type=EventType.ASSAULT),
        event("c", PERU, NORWAY, date="2024-05-15"),
        event("c", date="2024-05-15", status=Status.NEGATED),
    ):
        assert grouped(*told, other) == [["a", "b"], ["c"]]


def test_a_leader_and_his_state_are_one_side_a_group_is_its_own() -> None:
    day = "2024-05-15"
    assert grouped(event("a", date=day), event("b", QUILL, date=day)) == [["a", "b"]]
    assert grouped(event("a", COUNCIL, date=day), event("b", COMOROS, date=day)) == [["a"], ["b"]]


def test_an_undated_event_joins_the_day_before_its_report() -> None:
    assert grouped(event("a", date="2024-05-15"), event("b")) == [["a", "b"]]
    assert grouped(event("a", date="2024-05-15"), event("b", reported=5)) == [["a"], ["b"]]
    assert grouped(event("a"), event("b", reported=1)) == [["a", "b"]]
    assert grouped(event("a", date="2024-05"), event("b")) == [["a"], ["b"]]


def test_events_without_a_side_are_told_apart_by_place() -> None:
    here, there, again = (
        event(name, None, PERU, date="2024-05-15", place=place, type=EventType.ASSAULT)
        for name, place in [("a", "Lima"), ("b", "Cusco"), ("c", "Lima")]
    )
    assert grouped(here, there, again) == [["a", "c"], ["b"]]


def test_names_across_reports_are_asked_for() -> None:
    envoy, same = (Alias(n, ActorKind.ORGANISATION) for n in ("Red Cross", "ICRC"))
    pair = event("a", envoy, date="2024-05-15"), event("b", same, date="2024-05-15")
    assert grouped(*pair) == [["a"], ["b"]]
    assert group_happenings(pair, lambda a: a.name.replace("Red Cross", "ICRC")) == [["a", "b"]]


def test_one_stand_is_the_same_holder_issue_stance_counterpart_and_day() -> None:
    def stand(name: str, stance: str = "open", towards: Alias | None = PERU, day: int = 15) -> Stand:
        return Stand(name, NORWAY, "mission", stance, towards, f"2024-05-{day}", DAY)

    stands = [stand("a"), stand("b"), stand("c", "closed"), stand("d", towards=None), stand("e", day=14)]
    assert group_stands(stands, lambda a: a.name) == [["a", "b"], ["e"], ["c"], ["d"]]
