"""Who of a report's persons an office without a name stands for: "the president", "the Kenyan leader"."""

from __future__ import annotations

from dragoman.actors.context import Scene
from dragoman.actors.figures import figure_country
from dragoman.actors.lexicon import word_list
from dragoman.actors.persons import Persons
from dragoman.language import Reading, Token
from dragoman.records import Actor

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NEAR = 8  # sentences for which "the Kenyan leader" still takes up the president last named
_RULING = frozenset({"leader", "ruler", "dictator", "strongman"})


class Incumbents:
    """The holders of offices in a reading.

    Args:
        reading: the reading. persons: who its names stand for. scene: the states that it names.
    """

    def __init__(self, reading: Reading, persons: Persons, scene: Scene) -> None:
        self._reading = reading
        self._persons = persons
        self._scene = scene

    def holder(self, office: str, country: str | None, index: int) -> Actor | None:
        """The person of the article who holds an office, the nearest before a token if there are several.

        Args:
            office: the office ("foreign minister"). country: whose office; None if the text does not say.
            index: the token that names the office.
        """
        best: tuple[int, Actor] | None = None
        for heads in self._persons.named().values():
            actor = self._persons.actor(heads[0])
            if actor.office is None or not _same_office(office, actor.office):
                continue
            if country and actor.country != country:
                continue
            if not country and best and best[1].country == self._scene.home != actor.country:
                continue
            near = max((h.index for h in heads if h.index < index), default=-heads[0].index)
            at_home = country is None and actor.country == self._scene.home
            if best is None or near > best[0] or (at_home and best[1].country != self._scene.home):
                best = (near, actor)
        return best[1] if best else None

    def called(self, offices: frozenset[str], country: str, noun: Token) -> Actor | None:
        """The person of a state named last before a noun, and not far, who holds one of some offices.

        Args:
            offices: last words of offices ("president"). country: whose they are. noun: the token.
        """
        first = self._reading.sentences[max(0, noun.sentence - _NEAR)].first
        for index in range(noun.index - 1, first - 1, -1):
            if self._persons.name_at(self._reading.tokens[index]):
                actor = self._persons.actor(self._reading.tokens[index])
                held = (actor.office or "").rsplit(" ", 1)[-1].rstrip(".")
                ruling = not held and noun.lemma in _RULING and figure_country(actor.name) == country
                if actor.country == country and (held in offices or ruling):
                    return actor
        return None

    def member(self, country: str, noun: Token) -> Actor | None:
        """The politician of a state named last before a noun for a party's member ("the Ohio Republican").

        Args:
            country: the party's state. noun: the token.
        """
        first = self._reading.sentences[max(0, noun.sentence - _NEAR // 2)].first
        heads = (
            self._reading.tokens[i]
            for i in range(noun.index - 1, first - 1, -1)
            if self._persons.name_at(self._reading.tokens[i])
        )
        named = [h for h in heads if self._persons.politician(h, country)]
        subject = next((h for h in named if h.dep in _SUBJECTS), None)
        found = subject or next(iter(named), None)
        return self._persons.actor(found) if found is not None else None


def _same_office(said: str, held: str) -> bool:
    rank = held.replace("-", " ").split(" ", 1)[0]
    return said == held or (held.endswith(" " + said) and rank not in word_list("ranks"))
