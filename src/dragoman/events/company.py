"""Whom a phrase names beside its head: in apposition, as examples, behind "by" and behind a place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from dragoman.language import Token
from dragoman.language.lexicon import Sort
from dragoman.language.lexicon import lexicon as nouns

_ACTING = frozenset({Sort.PERSON, Sort.GROUP, Sort.BODY, Sort.COUNTRY})
_EXAMPLES = frozenset({"like", "including", "as"})
_DESCRIBING = frozenset({"amod", "compound", "nmod"})
_TAKING_UP = frozenset({"it", "them"})
_OBJECTS = frozenset({"dobj", "nsubj"})
_WITHIN = frozenset({"in", "at", "near", "outside"})


def names_below(head: Token) -> Iterator[Token]:
    """The names that tell who is meant by a common noun ("its ally, SPAIN", "states like SPAIN and Peru").

    Args:
        head: the head of a phrase; the words for people, groups, bodies and states alone are renamed so.
    """
    if head.pos != "NOUN" or nouns().sorts.get(head.lemma) not in _ACTING:
        return
    yield from (c for c in head.children if c.dep == "appos" and c.pos == "PROPN" and c.index > head.index)
    yield from examples(head)


def examples(head: Token) -> Iterator[Token]:
    """What a phrase gives as examples ("states like SPAIN and Peru")."""
    for link in head.children:
        if link.dep == "prep" and link.lower in _EXAMPLES:
            yield from link.children


def employers(head: Token, employing: Collection[str]) -> Iterator[Token]:
    """For whom people work ("hackers employed by SPAIN").

    Args:
        head: the head of a phrase. employing: the verbs that say so.
    """
    for clause in head.children:
        if clause.dep == "acl" and clause.lemma in employing:
            for by in clause.children:
                if by.dep in ("agent", "prep") and by.lower == "by":
                    yield from by.children


def doers(head: Token) -> Iterator[Token]:
    """Who did what a noun names, as "by" tells ("the threat posed by SPAIN", "the use of force by SPAIN").

    Args:
        head: the noun.
    """
    for thing in (head, *(p for c in head.children if c.lower == "of" for p in c.children)):
        for told in (thing, *(c for c in thing.children if c.dep == "acl" and c.tag in ("VBN", "VBD"))):
            for link in told.children:
                if link.dep in ("agent", "prep") and link.lower == "by":
                    yield from link.children


def behind_place(
    head: Token, is_place: Callable[[Token], bool], is_party: Callable[[Token], bool]
) -> Token | None:
    """What is coordinated with a place but is none: it goes with the phrase ("the army in Lima and SPAIN'S").

    Args:
        head: the head of a phrase. is_place: whether a word names a place.
        is_party: whether a word names somebody who acts.
    """
    clause = [c for c in head.head.children if c.index > head.index] if head.dep == "dobj" else []
    for link in (*head.children, *clause):
        if link.dep == "prep" and link.lower in _WITHIN:
            for place in link.children:
                second = next((c for c in place.children if c.dep == "conj"), None)
                if place.dep == "pobj" and second is not None and is_place(place) and is_party(second):
                    return second
    return None


def second_owner(head: Token) -> Token | None:
    """The second of two before a noun, of whom the first is no adjective ("Taliban and AFGHAN forces").

    Args:
        head: the noun.
    """
    if head.tag != "NNS":
        return None
    names = (c for c in head.children if c.dep in _DESCRIBING and c.tag == "NNP")
    return next((o for c in names for o in c.children if o.dep == "conj" and o.index < head.index), None)


def taken_up(pronoun: Token) -> Token:
    """What a pronoun takes up of the clause before ("denied the CLAIMS, calling them lies").

    Args:
        pronoun: a word; any but "it" and "them" is itself what is meant.
    """
    verb = pronoun.head
    if pronoun.lower not in _TAKING_UP or pronoun.dep not in _OBJECTS:
        return pronoun
    while verb.dep in ("oprd", "ccomp", "xcomp") and verb.head is not verb:
        verb = verb.head  # "calling THEM absurd", where these make up a clause
    if verb.dep != "advcl" or verb.tag != "VBG":
        return pronoun
    things = (c for c in verb.head.children if c.dep == "dobj" and c.index < pronoun.index)
    return next((t for t in things if t.pos == "NOUN"), pronoun)


def described(head: Token) -> str:
    """A common noun with the words that describe it ("other countries")."""
    near = [c for c in head.children if c.index < head.index and c.dep in _DESCRIBING]
    words = [t for c in sorted(near, key=lambda t: t.index) for t in c.subtree() if t.index < head.index]
    return " ".join(t.text if t.pos == "PROPN" or t.text.istitle() else t.lower for t in (*words, head))
