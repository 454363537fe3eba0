"""Names that only tell what a thing is about ("the Spain deal", "the Oslo summit")."""

from __future__ import annotations

from dragoman.actors.lexicon import state_nouns
from dragoman.events.frames import Lexicon
from dragoman.language import Reading, Token
from dragoman.language.lexicon import Sort
from dragoman.language.lexicon import lexicon as nouns
from dragoman.records import Actor, ActorKind

_ACTING = frozenset({Sort.PERSON, Sort.GROUP, Sort.BODY, Sort.COUNTRY})
_DOING = ("agents", "bodies", "partitive", "crime", "violence", "forces")
_OCCASIONS = ("agreement", "talks", "violence")
_BARE = frozenset({"compound", "nmod"})
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.PUBLIC})
_FIGHTING = frozenset({"GOV", "MIL", "COP", "SPY", "REB", "UAF", "CRM", "OPP"})


class Topics:
    """Tells what a thing is about from whose it is.

    Args:
        reading: the reading. lexicon: the word classes.
    """

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self._places = reading.place_by_token
        self._acting = frozenset().union(*(lexicon.classes[name] for name in _DOING))
        self._occasions = frozenset().union(*(lexicon.classes[name] for name in _OCCASIONS))
        self._violence = lexicon.classes["violence"]
        self._deals = lexicon.classes["agreement"]
        self._means = lexicon.classes["munition"] | lexicon.classes["aircraft"]
        self._probes = lexicon.classes["probe"]
        self._undergone = lexicon.classes["undergone"]
        self._objective = lexicon.classes["objective"] | self._undergone

    def names(self, word: Token) -> bool:
        """Whether a noun set before another tells what that is about, not whose it is.

        Who means the owner uses a state's adjective ("the Spanish deal"), if it has one, but for deals on
        something ("the Spanish fishing deal"); deals, meetings and attacks go by the town where they were
        made.
        """
        thing = word.head
        if thing.pos != "NOUN" or word.index > thing.index:
            return False
        if word.dep == "amod":
            return thing.lemma in self._deals and _is_told_apart(word)
        if word.dep not in _BARE:
            return False
        if word.text in state_nouns():
            return nouns().sorts.get(thing.lemma) not in _ACTING and thing.lemma not in self._acting
        place = self._places.get(word.index)
        return place is not None and place.kind == "city" and thing.lemma in self._occasions

    def suffers(self, word: Token, found: tuple[Actor, ...]) -> bool:
        """Whether those named before a deed did not do it: it was done to or among them, or is about them.

        ("Olsen's arrest", "the church attack", "the helicopter attack", "the Spain inquiry")

        Args:
            word: the word before. found: whom it names.
        """
        deed = word.head
        if deed.lemma in self._undergone and all(a.kind in _PEOPLE for a in found):
            return not any(c.lower == "of" for c in deed.children)
        if word.dep != "compound":
            return False
        if deed.lemma in self._violence and word.lower in self._means:
            return True
        if deed.lemma in self._violence and word.pos == "NOUN":
            return all(a.kind is ActorKind.MISSION or _FIGHTING.isdisjoint(a.sectors) for a in found)
        return bool(self.inquired(deed)) or (deed.lemma in self._violence and self.names(word))

    def inquired(self, head: Token) -> list[Token]:
        """The state that an inquiry goes by, which is what it is about ("the SPAIN inquiry")."""
        if head.lemma not in self._probes:
            return []
        return [c for c in head.children if c.dep == "compound" and c.text in state_nouns()]

    def is_undergone(self, deed: Token) -> bool:
        """Whether what stands after "of" behind a deed is to whom it was done ("the arrest of Olsen")."""
        return deed.lemma in self._objective


def _is_told_apart(adjective: Token) -> bool:
    """Whether a word between a state's adjective and a deal tells what it is on ("Spanish FISHING deal")."""
    between = (c for c in adjective.head.children if adjective.index < c.index < adjective.head.index)
    return any(c.dep in ("amod", *_BARE) for c in between)
