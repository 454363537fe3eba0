"""Whose a pronoun is that stands behind a name in one list ("met Ann and HER aides": Ann's)."""

from __future__ import annotations

from dragoman.language import Token
from dragoman.language.lexicon import Gender, lexicon
from dragoman.records import Actor, ActorKind

_PERSONS = {"his": Gender.MALE, "her": Gender.FEMALE}
_OTHERS = frozenset({"its", "their"})


def name_before(pronoun: Token) -> Token | None:
    """The name in the list behind which a possessive stands.

    Args:
        pronoun: the possessive.
    """
    thing = pronoun.head
    if pronoun.dep != "poss" or thing.dep != "conj" or pronoun.lower not in (*_PERSONS, *_OTHERS):
        return None
    name = thing.head
    return name if name.pos == "PROPN" and name.index < pronoun.index else None


def may_own(pronoun: Token, owners: tuple[Actor, ...]) -> bool:
    """Whether a possessive may stand for those whom a name stands for, by kind and known gender.

    Args:
        pronoun: the possessive. owners: whom the name stands for.
    """
    if len(owners) != 1:
        return False
    (owner,) = owners
    gender = _PERSONS.get(pronoun.lower)
    if gender is None:
        return owner.kind is not ActorKind.PERSON
    known = lexicon().name_gender.get(owner.name.split(maxsplit=1)[0].lower(), gender)
    return owner.kind is ActorKind.PERSON and known is gender
