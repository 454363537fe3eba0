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
_COMPLEMENTS = ("acomp", "attr", "oprd")
_NAMES = frozenset({"PERSON", "GPE", "ORG"})
_DOERS = frozenset({"they", "you"})
_HYPOTHESES = frozenset({"if", "unless", "whether"})
_MAY = frozenset({"could", "may", "might"})
_OURSELVES = frozenset({"i", "we"})
_ONGOING = frozenset("attempt begin continue help keep seek start try use want work".split())
_NO_EXCESS = frozenset("early soon close young busy many much".split())  # "too early to say" judges nobody


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: dict[str, tuple[Act, int]]
    feelings: frozenset[str]
    sets: dict[str, frozenset[str]]


@cache
def _lexicon() -> _Lexicon:
    raw = load_yaml("judgement.yaml")
    words: dict[str, tuple[Act, int]] = {}
    feelings: set[str] = set()
    for act, section in ((Act.PRAISE, raw["praise"]), (Act.CRITICISE, raw["blame"])):
        for kind, weights in section.items():
            for weight, listed in weights.items():
                words.update((word, (act, int(weight))) for word in listed.split())
                if kind == "feeling":
                    feelings.update(listed.split())
    sets = {key: frozenset(value.split()) for key, value in raw.items() if isinstance(value, str)}
    return _Lexicon(words, frozenset(feelings), sets)


def judgements(tokens: list[Token], sides: Sides) -> Iterator[tuple[Act, int, str]]:
    """What in a content blames or praises: the act, its weight and the word.

    A negated word of praise blames; a negated word of blame does nothing; what is only supposed does nothing.

    Args:
        tokens: the content's tokens, in order. sides: whose words they are.
    """
    judge = _Judge(tokens, sides)
    told: set[str] = set()
    for token in tokens:
        if token.pos == "VERB" and judge.accuses(token):
            yield Act.CRITICISE, _DECISIVE, token.lemma
        elif token.lemma not in told:
            judged = judge.judged(token)
            if judged is not None:
                told.add(token.lemma)
                yield judged


def judging(tokens: list[Token], act: Act) -> Iterator[Token]:
    """The words of a content that blame or praise, wherever they stand, and the wrongs that it tells of.

    Args:
        tokens: the content's tokens, in order. act: blame (criticise) or praise.
    """
    judge = _Judge(tokens, Sides())
    for token in tokens:
        judged = judge.judged(token)
        wrong = act is Act.CRITICISE and token.pos == "VERB" and judge.accuses(token)
        if wrong or (judged is not None and judged[0] is act and judged[1] >= _LEANING):
            yield token


def speaks_well(tokens: list[Token]) -> bool:
    """Whether a name has a word of praise or of weight in it, however mild, that nothing denies.

    Args:
        tokens: the name's tokens, in order.
    """
    lexicon = _lexicon()
    good = {word for word, (act, _) in lexicon.words.items() if act is Act.PRAISE}
    good |= lexicon.sets["if_denied"] | lexicon.sets["weighty"]
    return any(t.pos in ("ADJ", "NOUN") and t.lower in good and not _denied(t) for t in tokens)


class _Judge:
    """Weighs the words of one content."""

    def __init__(self, tokens: list[Token], sides: Sides) -> None:
        self._lexicon = _lexicon()
        self._sides = sides
        self._inside = {t.index for t in tokens}

    def judged(self, token: Token) -> tuple[Act, int, str] | None:
        """What a word judges where it stands."""
        if token.lower == "enough":
            return self._too_little(token)
        act, weight = self._listed(token)
        denied = token.lower in self._lexicon.sets["if_denied"]
        if not (weight or denied) or token.entity in _NAMES or _supposed(token):
            return None
        if token.pos == "VERB" and token.dep != "amod" and (weight < _DECISIVE or not _felt(token, act)):
            return None
        predicate = _predicate(token)
        if predicate is not None and token.lower not in self._lexicon.feelings and self._of_own(predicate):
            return None
        weight = (weight or _LEANING) + (predicate is not None)
        if not _denied(token):
            return (act, weight, token.lower) if act is not Act.INFORM else None
        blames = act is not Act.CRITICISE and weight > 1
        return (Act.CRITICISE, weight, f"not {token.lower}") if blames else None

    def _too_little(self, enough: Token) -> tuple[Act, int, str] | None:
        """Whether somebody else does or is said not to do enough ("is not taking strong enough steps")."""
        verb = next((a for a in enough.ancestors() if a.pos in ("VERB", "AUX")), None)
        while verb is not None and verb.dep == "xcomp" and not is_negated(verb):
            verb = verb.head
        if verb is None or not is_negated(verb):
            return None
        doer = _doer(verb) or subject_of(verb)
        if doer is None or doer.lower in _OURSELVES or _supposed(verb):
            return None
        return Act.CRITICISE, _DECISIVE, "not enough"

    def _listed(self, token: Token) -> tuple[Act, int]:
        """The act and the weight of a word: an adverb has its adjective's, too much of anything is bad."""
        words = self._lexicon.words
        if token.tag == "RB" and not token.lower.endswith("ly"):  # "right now", "just as well"
            return Act.INFORM, 0
        if token.lemma in self._lexicon.sets["labels"] and token.pos == "NOUN":
            return (Act.CRITICISE, _LEANING) if _predicate(token) is not None else (Act.INFORM, 0)
        found = words.get(token.lower) or words.get(token.lemma)
        if found is None and token.tag[:2] == "RB" and token.lower.endswith("ly"):
            stem = token.lower[:-2]
            stems = (stem, stem + "le", stem[:-1] + "y", stem[:-2])  # bad, terrib-le, guilt-y, tragic
            act, weight = next((words[w] for w in stems if w in words), (Act.INFORM, 0))
            return act, min(weight, _LEANING)
        if found is None and _excessive(token):
            return Act.CRITICISE, _LEANING
        return found or (Act.INFORM, 0)

    def _of_own(self, predicate: Token) -> bool:
        """Whether a predicate tells of the speaker's own side ("we are strong"): nobody is judged."""
        verb = predicate if predicate.dep == "ROOT" else predicate.head
        subject = subject_of(verb)
        return subject is not None and subject.lower != "it" and self._sides.is_own(subject)

    def accuses(self, verb: Token) -> bool:
        """Whether a verb tells a wrong of somebody who is not on the speaker's side."""
        sets = self._lexicon.sets
        grave = verb.lemma in sets["grave"]
        if not (grave or verb.lemma in sets["wrongs"] or self._wrongful(verb)):
            return False
        if is_negated(verb) or _supposed(verb) or _intended(verb) or _possible(verb):
            return False
        doer = _doer(verb)
        if doer is None or self._sides.is_own(doer):
            return False
        known = doer.index not in self._inside or any(t.index in self._sides.others for t in _doers(doer))
        return grave or known or doer.lower in _DOERS

    def _wrongful(self, verb: Token) -> bool:
        sets = self._lexicon.sets
        thing = verb.child("dobj", "nsubjpass")
        return (
            verb.lemma in sets["wrong_verbs"]
            and thing is not None
            and any(t.lower in sets["wrong_objects"] for t in thing.subtree())
        )


def _doers(doer: Token) -> list[Token]:
    """A doer and by whom it is ("shelling by the rebels")."""
    by = [p.child("pobj") for p in doer.all("prep") if p.lower == "by"]
    return [doer, *(token for token in by if token is not None)]


def _excessive(token: Token) -> bool:
    """Whether a predicate is said to be too much ("too slow")."""
    too = token.dep == "acomp" and any(c.lower == "too" for c in token.all("advmod"))
    return too and token.lower not in _NO_EXCESS


def _felt(verb: Token, act: Act) -> bool:
    """Whether a verb tells what the speaker feels: "we thank", "we are appalled", not "it angered them"."""
    return verb.tag == "VBN" or act is Act.PRAISE


def _predicate(token: Token) -> Token | None:
    """The predicate that a word is or describes ("is wrong", "a grave mistake")."""
    if token.dep == "amod":
        token = token.head
    says = token.dep in _COMPLEMENTS or (token.dep == "ROOT" and token.pos != "VERB")
    says = says or (token.dep == "pobj" and token.head.lower == "as")
    return token if says else None


def _intended(verb: Token) -> bool:
    """Whether a deed is an infinitive that nobody is said to be about ("no reason to meddle")."""
    return any(c.tag == "TO" for c in verb.all("aux")) and verb.head.lemma not in _ONGOING


def _possible(verb: Token) -> bool:
    """Whether a deed may be done, no more ("groups that could threaten the port")."""
    return any(c.lower in _MAY for c in verb.all("aux"))


def _doer(verb: Token) -> Token | None:
    agent = verb.child("agent")
    if agent is not None:
        return agent.child("pobj")
    if verb.child("auxpass") is not None:
        return None
    while subject_of(verb) is None and verb.dep in ("xcomp", "conj") and verb.head.pos == "VERB":
        verb = verb.head
    return subject_of(verb) if verb.child("auxpass") is None else None


def _denied(token: Token) -> bool:
    if token.child("neg") is not None or any(c.lower == "no" for c in token.all("det")):
        return True
    return token.dep in (*_COMPLEMENTS, "dobj") and is_negated(token.head)


def _supposed(token: Token) -> bool:
    """Whether a word stands in a condition ("if they violate the truce")."""
    return any(
        t.dep in ("advcl", "ccomp") and any(c.lower in _HYPOTHESES for c in t.all("mark"))
        for t in (token, *token.ancestors())
    )
