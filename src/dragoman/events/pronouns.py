"""Pronouns that stand for whoever reports the clause in which they act ("the ministry said IT would act")."""

from __future__ import annotations

from collections.abc import Callable, Collection

from dragoman.actors.lexicon import countries
from dragoman.events.syntax import is_verb
from dragoman.language import Token
from dragoman.language.lexicon import Gender, lexicon
from dragoman.records import Actor, ActorKind

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PERSONS = {"he": Gender.MALE, "she": Gender.FEMALE}
_ADVOCATES = frozenset({"NGO", "EDU", "ELI"})
_FIRST_PLURAL = frozenset({"we", "us", "our"})


def reporter(pronoun: Token, reporting: Collection[str]) -> Token | None:
    """The subject of the verb of saying that reports the clause in which a pronoun is the subject."""
    if pronoun.dep not in _SUBJECTS or pronoun.lower not in (*_PERSONS, "it", "they"):
        return None
    verb = pronoun.head
    while verb.dep in ("conj", "xcomp") and is_verb(verb.head):
        verb = verb.head
    if verb.dep != "ccomp" or verb.head.lemma not in reporting:
        return None
    above = verb.head
    subject = above.child("nsubj")
    while subject is None and above.dep == "conj" and is_verb(above.head):
        above = above.head
        subject = above.child("nsubj")
    return subject if subject is not None and subject.index < pronoun.index else None


def agrees(pronoun: Token, subject: Token, found: tuple[Actor, ...]) -> bool:
    """Whether a pronoun may stand for who reports: by number, kind and known gender."""
    if not found or subject.pos == "PRON":
        return bool(found) and subject.lower == pronoun.lower
    persons = all(a.kind is ActorKind.PERSON for a in found)
    if pronoun.lower == "it":
        return len(found) == 1 and not persons and found[0].kind is not ActorKind.PUBLIC
    if pronoun.lower == "they":
        return len(found) > 1 or not persons
    if len(found) != 1 or not persons:
        return False
    known = lexicon().name_gender.get(found[0].name.split()[0].lower()) or next(
        (g for c in subject.children if (g := lexicon().title_gender.get(c.lower.rstrip(".")))), None
    )
    return known in (None, _PERSONS[pronoun.lower])


def nation(pronoun: Token, speaker: tuple[Actor, ...], has_say: Callable[[Actor], bool]) -> tuple[Actor, ...]:
    """Whom somebody without a part in politics means by "we": those of his country, if he has one."""
    if pronoun.lower not in _FIRST_PLURAL or len(speaker) != 1 or speaker[0].kind is not ActorKind.PERSON:
        return speaker
    if has_say(speaker[0]) and not _ADVOCATES.issuperset(speaker[0].sectors):
        return speaker
    state = countries().get(speaker[0].country or "")
    return (Actor(state.name, ActorKind.GOVERNMENT, state.code, ("GOV",)),) if state is not None else ()
