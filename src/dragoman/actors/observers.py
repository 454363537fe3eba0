"""Observers: sources, critics and allies, who are of no country unless one is named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.actors.affiliation import Affiliation, Resolve
from dragoman.actors.context import Scene
from dragoman.actors.lexicon import Match, Sort, unions, word_list
from dragoman.actors.naming import Naming
from dragoman.actors.persons import Persons
from dragoman.actors.phrases import Phrases, is_definite, left, objects
from dragoman.language import Reading, Token
from dragoman.records import Actor, ActorKind

_UNNAMED = frozenset({Sort.OFFICIAL, Sort.OBSERVER})
_NARROWING = frozenset({"prep", "relcl", "acl", "appos"})
_BEFORE = 4  # sentences for which "the source" takes up who spoke
_OF_STATES = frozenset({"our", "its"})  # whose allies are a state's
_BODIES = frozenset({"IGO", "EUR", "UNO"})


class Observers:
    """Resolves phrases for those who observe, comment or stand by somebody.

    Args:
        reading: the reading. matches: for each token the lexicon match that it is in.
        phrases, scene, persons, affiliation, naming: what is known of the reading.
        resolve: who another phrase stands for.
        behind: whom a word before a noun stands for.
    """

    def __init__(
        self,
        *,
        reading: Reading,
        matches: Sequence[Match | None],
        phrases: Phrases,
        scene: Scene,
        persons: Persons,
        affiliation: Affiliation,
        naming: Naming,
        resolve: Resolve,
        behind: Callable[[Match, Token], tuple[Actor, ...]],
    ) -> None:
        self._reading = reading
        self._matches = matches
        self._phrases = phrases
        self._scene = scene
        self._persons = persons
        self._affiliation = affiliation
        self._naming = naming
        self._resolve = resolve
        self._behind = behind

    def actors(self, head: Token) -> tuple[Actor, ...]:
        """Whom an observer's phrase stands for: of no country unless one is named, or of the body named.

        Args:
            head: its head.
        """
        if head.lemma == "source" and (found := self._unnamed_before(head)):
            return found
        words = self._phrases.words(head)
        if head.lemma in word_list("elsewhere"):
            if self._are_abroad(head):
                return (Actor(words, ActorKind.PUBLIC),)
            return (self.owned(head, Actor(words, ActorKind.PUBLIC, self._followed(head))),)
        for before in self._phrases.own(head):
            if before.entry.sectors[:1] == ("REB",) and before.entry.sort is Sort.ROLE:
                movement = self._scene.movement_before(head.index)
                return (self._naming.named(movement.entry),) if movement else ()
            if before.entry.sort in (Sort.BODY, Sort.NAMED) and (found := self._behind(before, head)):
                if self._reading.tokens[before.last].tag == "JJ":  # "a congressional source"
                    return (Actor(words, ActorKind.PUBLIC, found[0].country),)
                return found
            if before.entry.sort is Sort.GOVERNMENT and (found := self._behind(before, head)):
                return (Actor(words, ActorKind.PUBLIC, found[0].country),)
        return (Actor(words, ActorKind.PUBLIC, self._affiliation.of(head)),)

    def _are_abroad(self, head: Token) -> bool:
        """Whether allies are said to be of a part of the world or a body of states, or are a state's.

        "Her European allies", "our allies".
        """
        possessor = head.child("poss")
        if possessor is None:
            return False
        near = self._reading.tokens[possessor.index : head.index]
        return possessor.lower in _OF_STATES or any(map(self._is_of_several, near))

    def _is_of_several(self, word: Token) -> bool:
        match = self._matches[word.index]
        union = match is not None and match.entry.sort is Sort.NAMED and match.entry.code in _BODIES
        return union or word.lower in unions() or word.lower in word_list("regional")

    def _unnamed_before(self, head: Token) -> tuple[Actor, ...]:
        """Whom "the source" takes up: the unnamed official or source who spoke last."""
        narrowed = any(c.index > head.index and c.dep in _NARROWING for c in head.children)
        if not is_definite(head) or narrowed or self._phrases.own(head):
            return ()
        first = self._reading.sentences[max(0, head.sentence - _BEFORE)].first
        for index in range(head.index - 1, first - 1, -1):
            token, match = self._reading.tokens[index], self._matches[index]
            unnamed = match is not None and match.entry.sort in _UNNAMED and not is_definite(token)
            if unnamed and token.tag == head.tag and _is_speaking(token):
                found = self._resolve(token)
                if found and found[0].country and found[0].kind is not ActorKind.GROUP:
                    return found[:1]
        return ()

    def following(self, head: Token) -> tuple[Actor, ...]:
        """Those around a person of whom a possessor tells ("Holm's camp"): they are of his country.

        Args:
            head: the head of their phrase.
        """
        if head.lemma not in word_list("following") or not (code := self._followed(head)):
            return ()
        return (self.owned(head, Actor(self._phrases.words(head), ActorKind.PUBLIC, code)),)

    def owned(self, head: Token, actor: Actor) -> Actor:
        """Who belongs to a person, called by that person's name ("Ada Holm's office", "Ada Holm's lawyer").

        Args:
            head: the head of the phrase. actor: whom it stands for by its own words.
        """
        owner = head.child("poss") or next(filter(self._persons.name_at, objects(head, "of")), None)
        if owner is None or head.lemma not in word_list("belonging") | word_list("following"):
            return actor
        owners = self._resolve(owner)
        if self._is_named_office(owner):
            return replace(actor, name=f"{self._phrases.words(owner)}'s {self._phrases.words(head)}")
        if owner.tag == "NNS" or len(owners) != 1 or owners[0].kind is not ActorKind.PERSON:
            return actor
        name = f"{owners[0].name}'s {self._phrases.words(head)}"
        return replace(actor, name=name, country=actor.country or owners[0].country)

    def _is_named_office(self, owner: Token) -> bool:
        """Whether an office is of a place by its name ("the Lima District Attorney's office")."""
        match = self._matches[owner.index]
        if match is None or match.entry.sort not in (Sort.ROLE, Sort.BODY) or self._persons.name_at(owner):
            return False
        tokens = self._reading.tokens[self._phrases.first(owner) : owner.index + 1]
        return owner.tag == "NNP" and len([t for t in tokens if t.tag == "NNP"]) > len(
            match.entry.name.split()
        )

    def _followed(self, head: Token) -> str | None:
        """The country of the person whose allies or followers a noun stands for."""
        possessor = head.child("poss")
        near = self._reading.tokens[self._phrases.first(head) : head.index]
        beside = [head.head] if head.dep == "conj" and not list(left(head)) else []  # "Holm and allies"
        for token in (*([possessor] if possessor is not None else []), *near, *objects(head, "of"), *beside):
            if self._persons.name_at(token) or token.tag in ("PRP$", "NNP"):
                named = self._resolve(token) or filter(None, [self._persons.surnamed(token.text)])
                found = next(iter(named), None)
                if found is not None and found.kind is ActorKind.PERSON:
                    return found.country
        return None


def _is_speaking(head: Token) -> bool:
    """Whether a noun stands where a speaker does: before a verb, or behind "according to"."""
    return head.dep == "nsubj" or (head.dep == "pobj" and head.head.lower == "to" and head.head.dep == "prep")
