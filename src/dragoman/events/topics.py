"""Names that only tell what a thing is about ("the Spain deal", "the Oslo summit")."""

from __future__ import annotations

from dragoman.actors.lexicon import state_nouns
from dragoman.events.frames import Lexicon
from dragoman.language import Reading, Token
from dragoman.language.lexicon import Sort
from dragoman.language.lexicon import lexicon as nouns

_ACTING = frozenset({Sort.PERSON, Sort.GROUP, Sort.BODY, Sort.COUNTRY})
_DOING = ("agents", "bodies", "partitive", "crime", "violence", "forces")
_OCCASIONS = ("agreement", "talks", "violence")


class Topics:
    """Tells what a thing is about from whose it is.

    Args:
        reading: the reading. lexicon: the word classes.
    """

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self._places = reading.place_by_token
        self._acting = frozenset().union(*(lexicon.classes[name] for name in _DOING))
        self._occasions = frozenset().union(*(lexicon.classes[name] for name in _OCCASIONS))

    def names(self, word: Token) -> bool:
        """Whether a noun set before another tells what that is about, not whose it is.

        Who means the owner uses a state's adjective ("the Spanish deal"), if it has one; deals, meetings and
        attacks go by the town where they were made.
        """
        thing = word.head
        if word.dep != "compound" or thing.pos != "NOUN" or word.index > thing.index:
            return False
        if word.text in state_nouns():
            return nouns().sorts.get(thing.lemma) not in _ACTING and thing.lemma not in self._acting
        place = self._places.get(word.index)
        return place is not None and place.kind == "city" and thing.lemma in self._occasions
