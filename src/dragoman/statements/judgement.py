"""Judgement: what the words of a content weigh as blame and as praise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.knowledge import load_yaml
from dragoman.language import Token
from dragoman.records import Act
from dragoman.statements.clauses import is_negated, subject_of
from dragoman.statements.sides import Sides

_DECISIVE, _LEANING = 3, 2  # weights: what judges anywhere, what judges as a predicate
_NAMES = frozenset({"PERSON", "GPE", "ORG"})
_DOERS = frozenset({"they", "you"})
_HYPOTHESES = frozenset({"if", "unless", "whether"})


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: dict[str, tuple[Act, int]]
    if_denied: frozenset[str]
    grave: frozenset[str]
    wrongs: frozenset[str]
    wrong_verbs: frozenset[str]
    wrong_objects: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    raw = load_yaml("judgement.yaml")
    words = {
        word: (act, int(weight))
        for act, section in ((Act.PRAISE, raw["praise"]), (Act.CRITICISE, raw["blame"]))
        for weights in section.values()
        for weight, listed in weights.items()
        for word in listed.split()
    }
    sets = (
        frozenset(raw[key].split())
        for key in ("if_denied", "grave", "wrongs", "wrong_verbs", "wrong_objects")
    )
    return _Lexicon(words, *sets)


def judgements(tokens: list[Token], sides: Sides) -> Iterator[tuple[Act, int, str]]:
    """What in a content blames or praises: the act, its weight and the word.

    A negated word of praise blames; a negated word of blame does nothing; what is only supposed does nothing.

    Args:
        tokens: the content's tokens, in order. sides: whose words they are.
    """
    lexicon = _lexicon()
    told: set[str] = set()
    inside = {t.index for t in tokens}
    for token in tokens:
        if token.pos == "VERB" and _wrong(token, sides, inside, lexicon):
            yield Act.CRITICISE, _DECISIVE, token.lemma
        elif token.lemma not in told:
            judged = _judged(token, lexicon)
            if judged is not None:
                told.add(token.lemma)
                yield judged


def _judged(token: Token, lexicon: _Lexicon) -> tuple[Act, int, str] | None:
    """What a word judges where it stands; each word counts once."""
    act, weight = _listed(token, lexicon)
    denied = token.lower in lexicon.if_denied
    if not (weight or denied) or token.entity in _NAMES or _supposed(token):
        return None
    if weight < _DECISIVE and token.pos == "VERB" and token.dep != "amod":
        return None
    weight = (weight or _LEANING) + _predicative(token)
    if not _denied(token):
        return (act, weight, token.lower) if act is not Act.INFORM else None
    return (Act.CRITICISE, weight, f"not {token.lower}") if act is not Act.CRITICISE and weight > 1 else None


def _listed(token: Token, lexicon: _Lexicon) -> tuple[Act, int]:
    """The act and the weight of a word; an adverb has those of its adjective."""
    found = lexicon.words.get(token.lower) or lexicon.words.get(token.lemma)
    if found is None and token.tag[:2] == "RB" and token.lower.endswith("ly"):
        stem = token.lower[:-2]
        stems = (stem, stem + "le", stem[:-1] + "y", stem[:-2])  # bad-ly, incredib-ly, guilt-ily, tragic-ally
        adjective = next((w for w in stems if w in lexicon.words), None)
        if adjective is not None:
            act, weight = lexicon.words[adjective]
            return act, min(weight, _LEANING)
    return found or (Act.INFORM, 0)


def _predicative(token: Token) -> bool:
    """Whether a word says something of the clause's subject ("is wrong", "a grave mistake")."""
    if token.dep == "amod":
        token = token.head
    return token.dep in ("acomp", "attr", "oprd") or (token.dep == "ROOT" and token.pos != "VERB")


def _wrong(verb: Token, sides: Sides, inside: set[int], lexicon: _Lexicon) -> bool:
    """Whether a verb tells a wrong of somebody who is not on the speaker's side."""
    if verb.lemma not in lexicon.wrongs and not _wrongful(verb, lexicon):
        return False
    if is_negated(verb) or _supposed(verb):
        return False
    doer = _doer(verb)
    if doer is None or sides.is_own(doer):
        return False
    if verb.lemma in lexicon.grave:
        return True
    return doer.index in sides.others or doer.index not in inside or doer.lower in _DOERS


def _doer(verb: Token) -> Token | None:
    agent = verb.child("agent")
    if agent is not None:
        return agent.child("pobj")
    if verb.child("auxpass") is not None:
        return None
    while subject_of(verb) is None and verb.dep in ("xcomp", "conj") and verb.head.pos == "VERB":
        verb = verb.head
    return subject_of(verb) if verb.child("auxpass") is None else None


def _wrongful(verb: Token, lexicon: _Lexicon) -> bool:
    thing = verb.child("dobj", "nsubjpass")
    return (
        verb.lemma in lexicon.wrong_verbs
        and thing is not None
        and any(t.lower in lexicon.wrong_objects for t in thing.subtree())
    )


def _denied(token: Token) -> bool:
    if token.child("neg") is not None or any(c.lower == "no" for c in token.all("det")):
        return True
    return token.dep in ("acomp", "attr", "oprd", "dobj") and is_negated(token.head)


def _supposed(token: Token) -> bool:
    """Whether a word stands in a condition ("if they violate the truce")."""
    return any(
        t.dep in ("advcl", "ccomp") and any(c.lower in _HYPOTHESES for c in t.all("mark"))
        for t in (token, *token.ancestors())
    )
