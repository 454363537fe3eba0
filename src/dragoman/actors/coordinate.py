"""Whose a pronoun is that stands behind a name in one list, or in what a name is judged for.

("met Ann and HER aides": Ann's; "sanctions on Peru for ITS tests": Peru's)
"""

from __future__ import annotations

from dragoman.actors.lexicon import word_list
from dragoman.language import Token
from dragoman.language.lexicon import Gender, lexicon
from dragoman.records import Actor, ActorKind

_PERSONS = {"his": Gender.MALE, "her": Gender.FEMALE}
_OTHERS = frozenset({"its", "their"})
_OWNING = frozenset({"amod", "compound", "nmod", "poss"})
_FOR = frozenset({"for", "over"})
_ON = frozenset({"on", "against"})


def name_before(pronoun: Token) -> Token | None:
    """The name in the list behind which a possessive stands.

    Args:
        pronoun: the possessive.
    """
    thing = pronoun.head
    if pronoun.dep != "poss" or pronoun.lower not in (*_PERSONS, *_OTHERS):
        return None
    name = _judged_for(thing) if thing.dep == "pobj" else None
    if thing.dep == "conj":
        name = thing.head if thing.head.pos == "PROPN" else None
        if name is None and pronoun.lower in _OTHERS:
            name = _owner(thing.head)
    return name if name is not None and name.index < pronoun.index else None


def _owner(thing: Token) -> Token | None:
    """The last name before a noun, or before what it counts ("a series of PERUVIAN drills and its test")."""
    counted = (t for c in thing.children if c.lower == "of" for t in c.children)
    owners = [c for noun in (thing, *counted) for c in noun.children if c.dep in _OWNING]
    return next((c for c in reversed(owners) if c.text[:1].isupper()), None)


def _judged_for(reason: Token) -> Token | None:
    """Who is punished, blamed or praised for something ("fined PERU for its …", "curbs on PERU for …")."""
    link, above = reason.head, reason.head.head
    if link.lower not in _FOR:
        return None
    penalties = word_list("penalties")
    if above.dep == "pobj":  # the reason hangs on the name
        return above if above.head.lower in _ON and above.head.head.lemma in penalties else None
    objects = [c for c in above.children if c.dep in ("dobj", "nsubjpass")]
    penalty = next((t for t in (above, *objects) if t.lemma in penalties), None)
    if penalty is not None:
        links = (c for c in (*penalty.children, *above.children) if c.lower in _ON)
        objects = [t for c in links for t in c.children]
    elif above.lemma not in word_list("judging_for"):
        return None
    return next((t for t in objects if t.pos == "PROPN" and t.index < link.index), None)


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
