"""Whose tests of weapons "its tests" are."""

from __future__ import annotations

from dragoman.article import Article, Segment, Zone
from dragoman.events.happening import Happening
from dragoman.events.testers import settle_testers
from dragoman.language import Reader
from dragoman.records import Actor, ActorKind, EventType

CHILE = Actor("Chile", ActorKind.GOVERNMENT, "CHL", ("GOV",))
PERU = Actor("Peru", ActorKind.GOVERNMENT, "PER", ("GOV",))
STORY = "Peru launched a rocket, and Chile spoke of its recent missile tests and Chile's missile test."


def _tests(reader: Reader, **actors: Actor) -> list[Happening]:
    """The tests of the story, by the words for them, each with who is taken to make it."""
    tokens = reader.read(Article(STORY, (Segment(Zone.BODY, 0, len(STORY)),))).tokens
    words = [t for t in tokens if t.text in actors]
    return [Happening(w, [w], EventType.MOBILIZE, "weapons", (actors[w.text],), (), ()) for w in words]


def test_a_pronoun_stands_for_the_state_that_is_told_to_test(reader: Reader) -> None:
    found = _tests(reader, launched=PERU, tests=CHILE)
    settle_testers(found)
    assert [h.actors for h in found] == [(PERU,), (PERU,)]


def test_two_states_may_test(reader: Reader) -> None:
    found = _tests(reader, launched=PERU, tests=CHILE, test=CHILE)
    settle_testers(found)
    assert [h.actors for h in found] == [(PERU,), (CHILE,), (CHILE,)]
