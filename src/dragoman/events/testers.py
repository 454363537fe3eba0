"""Whose weapon tests "its tests" are, where the pronoun may stand for another state of the sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.actors.lexicon import countries
from dragoman.events.happening import Happening
from dragoman.events.standing import state_of
from dragoman.records import Actor, EventType

_TESTS = "weapons"
_TWICE = 2  # how much oftener one state must be told to test than any other


def settle_testers(happenings: Sequence[Happening]) -> None:
    """Give tests of which only a pronoun tells whose they are to the state that the report tells to test.

    Args:
        happenings: the events of one reading.
    """
    tests = [h for h in happenings if h.event is EventType.MOBILIZE and h.mode == _TESTS and h.actors]
    referring = [h for h in tests if _is_by_pronoun(h)]
    if not referring:
        return
    told = Counter(a.country for h in tests if not _is_by_pronoun(h) for a in h.actors if a.country)
    tester = _tester(told)
    for test in referring:
        if tester is not None and all(a.country not in told for a in test.actors):
            test.actors = (tester,)
            test.rules.append("tester")


def _is_by_pronoun(test: Happening) -> bool:
    """Whether a noun tells of a test, and a pronoun whose it is ("ITS largest nuclear test")."""
    noun = test.anchor
    return noun.pos == "NOUN" and any(c.dep == "poss" and c.tag == "PRP$" for c in noun.children)


def _tester(told: Counter[str]) -> Actor | None:
    """The one state that is told to test, or mostly is."""
    ranked = told.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _TWICE * ranked[1][1]):
        return None
    state = countries().get(ranked[0][0])
    return state_of(state) if state is not None else None
