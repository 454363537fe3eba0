"""Whose people those are of whom only who deals with them tells it ("the unions urged WORKERS to …")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.actors.lexicon import countries
from dragoman.events.company import described
from dragoman.events.frames import lexicon
from dragoman.events.people import People
from dragoman.events.standing import LAWLESS
from dragoman.language import Token
from dragoman.records import Actor, ActorKind, EventType

# who are somebody's by what the word means ("his predecessors")
_COMPATRIOTS = frozenset({"colleagues", "critics", "detractors", "opponents", "predecessors"})
_HOME_SECTORS = frozenset({"OPP", "JRN", "PTY", "LAB"})
# in which a state's own offices and houses are dealt with under their bare names, and foreign ones are not
_IN_WORDS = frozenset(
    {EventType.ACCUSE, EventType.AGREE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT}
)
_OFFICES = frozenset({"LEG", "JUD", "GOV", "SPY"})
_ORDERED = _OFFICES | {"COP", "MIL"}  # of whom a leader asks something
_ABROAD = frozenset({"foreign", "international", "overseas"})
_POLICE = "COP"
_GUARDING = frozenset({"defence", "defense", "intelligence", "military", "security"})
_FIGHTING = frozenset({EventType.ASSAULT, EventType.PROTEST})
_FACING_POLICE = LAWLESS | {"CVL", "OPP", "SOC", "LAB", "EDU"}
_MARKED = frozenset({"the", "these", "those", "both", "all", "some", "other"})
_TELLING = frozenset({"amod", "appos", "compound", "nmod"})
_LINKS = frozenset({"at", "for", "from", "in", "of", "with"})


def at_home(
    heads: Sequence[Token],
    event: EventType,
    others: tuple[Actor, ...],
    actors: tuple[Actor, ...],
    people: People,
) -> tuple[Actor, ...]:
    """Who is acted on, those of no told country as of the actor's ("ordered AGENCIES to …", "fought POLICE").

    People of no country are so in requests; in other events the opposition, the press and who are somebody's
    by the word for them ("predecessors") are, but anybody may be abroad. Officers whom somebody meets are,
    where no place tells that he met them abroad.

    Args:
        heads: the words for who is acted on. event: what is done. others: who is acted on, as known so far.
        actors: who acts. people: who is who.
    """
    homes = {a.country for a in actors if a.country}
    if len(homes) != 1 or not others:
        return others
    (home,) = homes
    asked = event is EventType.REQUEST
    if asked and any(people.is_worldwide(h) or any(c.lower in _ABROAD for c in h.children) for h in heads):
        return others
    if {a.country for a in others} == {home} and (partners := _related(heads, home, people)):
        return partners
    his = {a for t, a in _named(heads, people) if _is_his_own(t)}
    own = {a: t for t, a in _bare(heads, people)} if _deals_with_own(event, actors) else {}
    if event is EventType.CONSULT:
        own = dict(_officers(heads, people))
    return tuple(
        replace(r, country=home) if r in his else _as_own(r, home, own, event, asked=asked) for r in others
    )


def _related(heads: Sequence[Token], home: str, people: People) -> tuple[Actor, ...]:
    """With whom the relations of a country are that phrases name ("Spain's ties with PERU")."""
    ties = (h for h in heads if h.lemma in lexicon().classes["relations"])
    links = (c for h in ties for c in h.children if c.dep == "prep" and c.lower in ("with", "to"))
    beyond = (a for link in links for t in link.children for a in people.who_or_owner(t))
    return tuple(dict.fromkeys(a for a in beyond if a.country not in (None, home)))


def _as_own(actor: Actor, home: str, own: dict[Actor, Token], event: EventType, *, asked: bool) -> Actor:
    if not actor.country:
        owned = actor.name.rsplit(maxsplit=1)[-1] in _COMPATRIOTS
        domestic = actor.name[:1].islower() and (
            asked or owned or not _HOME_SECTORS.isdisjoint(actor.sectors)
        )
        return replace(actor, country=home) if domestic else actor
    word = own.get(actor)
    if word is None or actor.country == home or home not in countries():
        return actor
    sectors = _ORDERED if asked else _OFFICES if event in _IN_WORDS else {_POLICE}
    if event is EventType.CONSULT or not sectors.isdisjoint(actor.sectors[:1]):
        return replace(actor, name=described(word), country=home)
    return actor


def _deals_with_own(event: EventType, actors: Sequence[Actor]) -> bool:
    """Whether who is acted on is likely of the actors' own state: an office's people, or a crowd's police."""
    if event in _IN_WORDS:
        return all(a.kind is not ActorKind.GROUP for a in actors)
    return event in _FIGHTING and all(not _FACING_POLICE.isdisjoint(a.sectors) for a in actors)


def _officers(heads: Sequence[Token], people: People) -> Iterator[tuple[Actor, Token]]:
    """Officers of some state among some phrases, where nothing tells of another than his who meets them.

    ("held talks with SECURITY OFFICIALS")
    """
    for head in heads:
        for word in (*head.conjuncts(), *people.inside(head)):
            marks = (c.lower for c in word.children if c.dep in _TELLING)
            if word.tag == "NNS" and not _GUARDING.isdisjoint(marks) and not _is_told(word, people):
                yield from ((a, word) for a in people.who(word) if not people.is_set_in(word, a.country))


def _bare(heads: Sequence[Token], people: People) -> Iterator[tuple[Token, Actor]]:
    """Those among some whom no word tells of what country they are, nor that they are known."""
    for word, actor in _named(heads, people):
        if not _is_told(word, people):
            yield word, actor


def _is_told(word: Token, people: People) -> bool:
    """Whether the words around a noun tell of what country somebody is, or that he is known."""
    behind = (c for c in word.head.children if c.dep == "prep" and c.index == word.index + 1)
    return any(_tells(c, people) for c in (*word.children, *behind))


def _named(heads: Sequence[Token], people: People) -> Iterator[tuple[Token, Actor]]:
    """The common nouns among some phrases, each with whom it stands for."""
    for head in heads:
        for word in (*head.conjuncts(), *people.inside(head)):
            if word.pos == "NOUN":
                yield from ((word, a) for a in people.who(word) if word.lower in a.name.lower())


def _is_his_own(word: Token) -> bool:
    """Whether a noun means those who belong to who acts ("his OWN people")."""
    return any(c.lower == "own" for c in word.children) and any(c.tag == "PRP$" for c in word.children)


def _tells(child: Token, people: People) -> bool:
    """Whether a word at a noun tells whose it is, or that it has been told."""
    if child.lower in _MARKED or child.dep in ("poss", "relcl"):
        return True
    if child.dep in _TELLING:
        return child.text[:1].isupper()
    return child.lower in _LINKS and any(map(people.who_or_owner, child.children))
