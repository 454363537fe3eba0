"""Clauses: the main clauses of a content and the traits by which a speech act is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.language import Token
from dragoman.statements.sides import Sides
from dragoman.statements.strays import is_finite

_NEGATIVE = frozenset({"no", "nobody", "none", "nothing", "never", "neither", "nor"})
_CONDITIONS = frozenset({"if", "unless", "should", "whether"})
_FLAT = frozenset({"way", "means", "circumstances", "account"})  # "in no way", "by no means"
_COMPLEMENTS = ("acomp", "attr", "oprd")
_HAVE = frozenset({"have", "'ve"})
_SINGLE = frozenset({"i", "he", "she"})
_CONTROL = frozenset(
    "able aim begin consider contemplate decide go hesitate intend let mean move plan prepare try".split()
)
_FRAMES = frozenset("think believe know feel mean say understand guess suppose be".split())
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a content.

    Args:
        head: its predicate.
        traits: what is known of it, by the names that acts.yaml gives.
    """

    head: Token
    traits: frozenset[str]


def clauses_of(
    tokens: list[Token],
    sides: Sides,
    modals: Mapping[str, frozenset[str]],
    classes: Mapping[str, frozenset[str]],
) -> list[Clause]:
    """The main clauses of a content, those under "I think" and "it is clear" among them.

    Args:
        tokens: the content's tokens, in order. sides: whose words they are.
        modals: modal verbs by what they tell.
        classes: words by the name of their class, the names that end in "_object" for objects.
    """
    inside = {t.index for t in tokens}
    found = []
    for head in _heads(tokens, inside):
        traits = {_subject(head, sides), *_verbal(head, modals)}
        traits.update(_classed(head, inside, classes))
        found.append(Clause(head, frozenset(traits)))
    return found


def _heads(tokens: list[Token], inside: set[int]) -> Iterator[Token]:
    tops = [t for t in tokens if t.head is t or t.head.index not in inside]
    tops = [t for t in tops if t.pos in ("VERB", "AUX", "NOUN") and t.dep not in ("aux", "auxpass")]
    for top in tops:
        for head in top.conjuncts():
            yield head
            yield from (c for c in head.all("ccomp", "parataxis") if _framed(head, c, inside))


def _framed(head: Token, clause: Token, inside: set[int]) -> bool:
    return clause.index in inside and head.lemma in _FRAMES and is_finite(clause) and not is_negated(head)


def _subject(head: Token, sides: Sides) -> str:
    if head.child("expl") is not None:
        return "there"
    subject = subject_of(head)
    if subject is None:
        if head.pos not in ("VERB", "AUX"):
            return "nominal"
        bare = head.tag == "VB" and head.dep in ("ROOT", "ccomp", "conj")
        helped = any(c.tag in ("TO", "MD") for c in _leader(head).all("aux"))
        return "nobody" if bare and not helped else "thing"
    if sides.is_own(subject):
        return "own"
    return "other" if subject.index in sides.others else "thing"


def subject_of(head: Token) -> Token | None:
    """The subject of a predicate, that of the first of coordinated ones where it has none itself."""
    return _leader(head).child(*_SUBJECTS)


def _leader(head: Token) -> Token:
    """The first of coordinated predicates whose subject a predicate shares ("A may stay and help")."""
    while head.child(*_SUBJECTS) is None and head.dep == "conj" and head.head.pos in ("VERB", "AUX"):
        head = head.head
    return head


def _verbal(head: Token, modals: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """What a predicate and its auxiliaries tell of time, mood, voice and negation."""
    helpers = head.all("aux", "auxpass")
    if head.tag == "VB" and not helpers:
        helpers = _leader(head).all("aux")
    words = {w for h in helpers for w in (h.lower, h.lemma)}
    yield from (trait for trait, names in modals.items() if words & names)
    bound = _bound(head, modals["duty"])
    subject = subject_of(head)
    openers = {c.lower for a in head.all("advcl") for c in a.all("mark", "advmod", "aux")}
    told = {
        "future": _is_about_to(head),
        "duty": bound,
        "compelled": bound and head.lemma == "have",
        "negated": is_negated(head),
        "single": subject is not None and subject.lower in _SINGLE,
        "passive": head.child("auxpass") is not None,
        "progressive": head.tag == "VBG",
        "perfect": head.tag == "VBN" and any(h.lemma in _HAVE for h in helpers),
        "past": head.tag == "VBD" or any(h.tag == "VBD" for h in helpers),
        "deed": head.pos == "VERB" and is_finite(head),
        "conditional": bool(openers & _CONDITIONS),
        "until": "until" in openers,
        "clausal": any(p.child("ccomp", "xcomp", "csubj") for p in (head, *head.all(*_COMPLEMENTS))),
    }
    yield from (trait for trait, holds in told.items() if holds)


def _is_about_to(head: Token) -> bool:
    """Whether a verb is the "going" of a future ("is going to stay")."""
    return head.lemma == "go" and head.tag == "VBG" and head.child("xcomp") is not None


def _bound(head: Token, duties: frozenset[str]) -> bool:
    """Whether a full verb tells a duty: "needs to leave", "has to leave", "we need help"."""
    if head.tag == "VBN" or head.lemma not in duties | {"have"}:
        return False
    if head.lemma == "have":
        return _infinitive(head) and head.child("dobj") is None
    subject = subject_of(head)
    return _infinitive(head) or (subject is not None and subject.lower == "we")


def _infinitive(head: Token) -> bool:
    return any(c.tag == "TO" for x in head.all("xcomp", "ccomp") for c in x.children)


def is_negated(head: Token) -> bool:
    """Whether a predicate is negated, by "not" or by its subject, object or complement ("no talks")."""
    if any(c.dep == "neg" and c.index < head.index for c in head.children):
        return True
    if head.pos == "AUX" and head.child("neg") is not None:
        return True
    if any(c.lower in _NEGATIVE for c in head.children):
        return True
    parts = head.all("nsubj", "nsubjpass", "dobj", "attr")
    parts += [n for p in head.all("prep") for n in p.all("pobj") if n.lower in _FLAT]
    return any(c.lower == "no" for p in parts for c in p.all("det"))


def _classed(head: Token, inside: set[int], classes: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The classes of a predicate, of what it says of its subject, and of its object."""
    predicates = [head]
    if head.lemma in _CONTROL:
        goals = head.all("xcomp", "ccomp")
        predicates = goals if goals and _is_about_to(head) else [head, *goals]
    predicates.extend(x for c in head.all("acomp") for x in c.all("xcomp"))
    complements = [c for c in head.all(*_COMPLEMENTS, "advmod", "prep") if c.index in inside]
    words = {w for t in (*predicates, *complements) for w in (t.lemma, t.lower)}
    below = {
        w
        for p in predicates
        for c in p.all("dobj", "attr", "prep", "xcomp", "ccomp", "oprd", "nsubj", "nsubjpass")
        for t in c.subtree()
        for w in (t.lower, t.lemma)
    }
    for name, members in classes.items():
        if name == "readiness":
            bound = [head] if head.child("auxpass") is not None else []
            if any(_governing(c) for c in (*bound, *complements) if c.lower in members):
                yield name
        elif (below if name.endswith("_object") else words) & members:
            yield name


def _governing(adjective: Token) -> bool:
    """Whether an adjective says what for ("ready to talk", "open to talks"): an embassy is just open."""
    return any(c.dep in ("xcomp", "ccomp", "prep") or c.tag == "TO" for c in adjective.children)
