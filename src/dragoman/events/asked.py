"""Who is asked to do something, where nobody knows them but by the words for them."""

from __future__ import annotations

from dragoman.events.matching import Fit
from dragoman.events.people import People
from dragoman.events.syntax import Syntax, is_infinitive
from dragoman.records import Actor


def asked_to_act(fit: Fit, syntax: Syntax, people: People) -> tuple[Actor, ...]:
    """The people who are asked, whosever they are ("urged Spain's PARTNERS to wait"): not Spain.

    Args:
        fit: what asks. syntax: who stands where. people: who is who.
    """
    if len(fit.recipients) != 1:
        return ()
    (asked,) = fit.recipients
    if asked.tag != "NNS" or len(asked.conjuncts()) > 1 or people.who(asked):
        return ()
    if not any(map(is_infinitive, syntax.arguments(fit.trigger).clauses)):
        return ()
    return people.described(asked)
