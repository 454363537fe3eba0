"""Who talks in talks that are told of again without a party ("the talks will resume on Friday")."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from dragoman.events.happening import Happening, joined
from dragoman.events.sides import sides
from dragoman.events.syntax import is_verb
from dragoman.language import Token
from dragoman.records import EventType

_OF_TALKS = frozenset({EventType.CONSULT, EventType.AGREE, EventType.REJECT})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OTHERWISE = frozenset({"about", "among", "between", "on", "over", "with"})
_TOLD_APART = frozenset({"acl", "relcl"})
_PAIR = 2
_NEAR = 6  # sentences after which talks are named with their parties again


def rejoin(happenings: Sequence[Happening], talks: Collection[str]) -> None:
    """Give talks that begin, go on or fail without their parties to those of the talks told of before.

    Args:
        happenings: the events, in order of the text; changed in place. talks: the nouns for talks.
    """
    last: Happening | None = None
    for happening in happenings:
        if happening.event not in _OF_TALKS:
            continue
        parties = joined(happening.actors, happening.others)
        told = len(sides(parties))
        if told >= _PAIR:
            last = happening if told == _PAIR else None  # of three, one may only mediate
        elif last is not None and not parties and _is_near(happening, last) and not _is_aside(happening):
            nouns = list(_told_of(happening.anchor, talks))
            if nouns and not any(map(_is_told_apart, nouns)):
                happening.actors = joined(last.actors, last.others)
                happening.rules.append("counterpart:recalled")


def _is_near(happening: Happening, last: Happening) -> bool:
    return happening.anchor.sentence - last.anchor.sentence <= _NEAR


def _is_aside(happening: Happening) -> bool:
    """Whether a clause of time only tells that talks go on, by the way ("… WHILE the talks CONTINUE")."""
    return happening.event is EventType.CONSULT and happening.anchor.dep == "advcl"


def _is_told_apart(noun: Token) -> bool:
    """Whether a phrase tells which talks are meant ("the talks ON FISHING", "talks HELD in Lima")."""
    return any(c.lower in _OTHERWISE or c.dep in _TOLD_APART for c in noun.children)


def _told_of(verb: Token, talks: Collection[str]) -> Iterator[Token]:
    """The talks of which a verb tells as its subject ("the TALKS resumed")."""
    if is_verb(verb):
        yield from (c for c in verb.children if c.dep in _SUBJECTS and c.lemma in talks)
