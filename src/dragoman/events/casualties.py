"""Of what country those are who are struck or seized, where nothing tells whose they are but the deed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.actors.lexicon import countries
from dragoman.events.circumstances import Circumstances
from dragoman.events.company import described
from dragoman.events.happening import Happening
from dragoman.events.people import People
from dragoman.events.recalls import is_definite
from dragoman.events.sides import sides
from dragoman.events.standing import LAWLESS, is_state_organ
from dragoman.language import Token
from dragoman.records import ActorKind, EventType

_HARM = frozenset({EventType.ASSAULT, EventType.COERCE})
_SEPARATISTS = frozenset({"separatist", "separatists", "secessionists"})
_REBELS = _SEPARATISTS | {"rebel", "rebels", "insurgents"}
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.PUBLIC})
_AT_HOME = LAWLESS | {"COP"}  # who strike and seize those among whom they live
_TELLING = frozenset({"amod", "appos", "compound", "nmod", "poss"})
_FROM = frozenset({"among", "from", "of"})
_NEAR = 1  # sentences back to others whom the same people struck


class Casualties:
    """Tells of what country the bare "people" are who suffer in the events of one report.

    Args:
        happenings: its events, in order of the text. people: who is who. circumstances: where things happen.
    """

    def __init__(self, happenings: Sequence[Happening], people: People, circumstances: Circumstances) -> None:
        self._happenings = happenings
        self._people = people
        self._circumstances = circumstances

    def settle(self) -> None:
        """Bring rebels home, and give victims the country of the place, other victims or attackers."""
        for index, happening in enumerate(self._happenings):
            self._bring_home(happening)
            self._fought_at_home(happening)
            if happening.event not in _HARM or not happening.actors or not happening.recipients:
                continue
            bare = {a: t for t in self._bare(happening) for a in self._people.who(t) if a.kind in _PEOPLE}
            if bare and (code := self._country(happening, index)) in countries():
                keep = (None, code, _home(happening))
                happening.recipients = tuple(
                    replace(a, name=described(bare[a]), country=code)
                    if a in bare and a.country not in keep
                    else a
                    for a in happening.recipients
                )

    def _bring_home(self, attack: Happening) -> None:
        """Make bare rebels those of the state whose forces they fight: who rebels does so at home."""
        codes = {a.country for a in attack.others}
        if attack.event is not EventType.ASSAULT or len(codes) != 1 or not codes <= countries().keys():
            return
        if not all(map(is_state_organ, attack.others)):
            return
        (home,) = codes
        place = self._circumstances.place(attack)
        if place is None or place.country in (None, home):
            attack.actors = tuple(replace(a, country=home) if a.name in _REBELS else a for a in attack.actors)

    def _fought_at_home(self, attack: Happening) -> None:
        """Make bare rebels of no known country, and separatists, those of the state that fights them."""
        codes = {a.country for a in attack.actors}
        if attack.event not in _HARM or len(codes) != 1 or not all(map(is_state_organ, attack.actors)):
            return
        (home,) = codes
        attack.recipients = tuple(
            replace(a, country=home) if a.name in _SEPARATISTS or (a.name in _REBELS and not a.country) else a
            for a in attack.recipients
        )

    def _bare(self, happening: Happening) -> Iterator[Token]:
        """The nouns for those who suffer that neither tell whose they are nor take up who was told of."""
        for head in happening.matter:
            for token in (*head.conjuncts(), *self._people.inside(head)):
                if (
                    token.pos == "NOUN"
                    and token.text[:1].islower()  # no "Spaniards"
                    and not is_definite(token)
                    and not any(map(self._tells, token.children))
                ):
                    yield token

    def _tells(self, word: Token) -> bool:
        """Whether a word at a noun tells whose it is ("EUROPEAN observers", "men FROM Spain")."""
        if word.dep in _TELLING:
            return word.text[:1].isupper() or bool(self._people.who(word))
        return word.lower in _FROM and any(map(self._people.who_or_owner, word.children))

    def _country(self, happening: Happening, index: int) -> str | None:
        place = self._circumstances.place(happening)
        if place is not None and place.country:
            return place.country
        return self._of_others(happening, index) or _home(happening)

    def _of_others(self, happening: Happening, index: int) -> str | None:
        """The country of those whom the same people struck, as told just before."""
        for other in reversed(self._happenings[:index]):
            if other.anchor.sentence < happening.anchor.sentence - _NEAR:
                return None
            if other.event in _HARM and sides(other.actors) == sides(happening.actors):
                codes = {a.country for a in other.recipients}
                return next(iter(codes)) if len(codes) == 1 else None
        return None


def _home(happening: Happening) -> str | None:
    """The country of police and of those who fight or rob without a state's leave."""
    homes = {a.country for a in happening.actors}
    local = all(not _AT_HOME.isdisjoint(a.sectors) for a in happening.actors)
    return next(iter(homes)) if local and len(homes) == 1 else None
