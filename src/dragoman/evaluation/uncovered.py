"""The gaps of the event lexicon: frequent verbs and nouns of a corpus that no frame covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from dragoman.article import Zone
from dragoman.events.frames import LIGHT, Lexicon, lexicon
from dragoman.events.patterns import Kind
from dragoman.knowledge.files import load_yaml
from dragoman.language import Reading, Token
from dragoman.language.lexicon import lexicon as nouns

_KINDS = {"VERB": Kind.VERB, "NOUN": Kind.NOUN}
_PARTIES = frozenset({"GPE", "NORP", "ORG", "PERSON"})  # OntoNotes labels of those who act
_OWNERS = frozenset({"poss", "compound", "amod", "nmod"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "pobj"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word that no frame covers.

    Args:
        lemma: its dictionary form, a verb with its particle ("carry_on"). kind: verb or noun.
        times: how often it stands in the corpus. acting: how often a named party is its subject or owner.
        dyads: how often another one is its object as well, or stands after a preposition below it.
    """

    lemma: str
    kind: Kind
    times: int
    acting: int
    dyads: int

    def to_json(self) -> dict[str, Any]:
        """Its fields."""
        return asdict(self)


def uncovered(readings: Iterable[Reading]) -> list[Word]:
    """The verbs and nouns of the bodies of some readings that trigger no frame and no operator.

    Verbs of saying, light verbs, those that only carry an event up, and nouns of who acts are left out.

    Args:
        readings: the readings.

    Returns:
        The words, those first that named parties most often do to one another.
    """
    known = lexicon()
    idle = _idle(known)
    counts: Counter[tuple[str, Kind, str]] = Counter()
    for reading in readings:
        for sentence in reading.sentences:
            if sentence.zone is Zone.BODY:
                for token in reading.sentence_tokens(sentence):
                    _count(token, known, idle, counts)
    words = {key[:2] for key in counts}
    found = [Word(*w, *(counts[*w, what] for what in ("times", "acting", "dyads"))) for w in words]
    return sorted(found, key=lambda w: (-w.dyads, -w.acting, -w.times, w.lemma))


def _idle(known: Lexicon) -> frozenset[str]:
    """Verbs that are no event by themselves, whatever stands around them."""
    light = {word for name in ("lends_actor", "lends_recipient") for word in load_yaml(LIGHT)[name]}
    return known.reporting | known.carriers | light | {"be", "have", "do"}


def _count(
    token: Token, known: Lexicon, idle: frozenset[str], counts: Counter[tuple[str, Kind, str]]
) -> None:
    kind = _KINDS.get(token.pos)
    if kind is None or not token.lemma.isalpha() or (kind is Kind.NOUN and token.lemma in nouns().sorts):
        return
    particle = next((c.lower for c in token.children if c.dep == "prt"), "") if kind is Kind.VERB else ""
    entries = [*known.frames.get((kind, token.lemma), ()), *known.operators.get((kind, token.lemma), ())]
    lemma = f"{token.lemma}_{particle}" if particle else token.lemma
    if any(p == particle for p, _ in entries) or (kind is Kind.VERB and lemma in idle):
        return
    counts[lemma, kind, "times"] += 1
    if any(_is_party(t) for t in token.children if t.dep in ("nsubj", "agent") or t.dep in _OWNERS):
        counts[lemma, kind, "acting"] += 1
        if any(_is_party(t) for c in token.children for t in (c, *c.children) if t.dep in _OBJECTS):
            counts[lemma, kind, "dyads"] += 1


def _is_party(token: Token) -> bool:
    """Whether a phrase names a party, or is what one owns ("the Spanish fleet")."""
    return token.entity in _PARTIES or any(
        c.entity in _PARTIES for c in token.children if c.dep in (*_OWNERS, "pobj")
    )
