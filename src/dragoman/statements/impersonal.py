"""Impersonal reports: words attributed to nobody in particular ("is expected to …", "it was said that …")."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language import Reading, Token
from dragoman.records import Act
from dragoman.statements.bounds import pieces_of, without_afterthought
from dragoman.statements.cues import CODED_ZONES, is_passive, verb_group
from dragoman.statements.draft import Content, Draft
from dragoman.statements.lexicon import Lexicon
from dragoman.statements.strays import is_finite

_OPEN = frozenset({"say", "report", "believe", "think", "expect", "know", "rumor", "rumour", "allege",
                   "consider", "estimate", "predict", "project", "understand", "forecast"})  # fmt: skip
_NAMED = frozenset(
    {"see", "view", "regard", "describe", "consider", "know", "portray", "label", "brand", "deem"}
)
_ASKED = frozenset({"ask", "question", "press", "quiz"})
_BLAMED = {"accuse": "of", "charge": "with", "suspect": "of", "criticize": "for", "criticise": "for",
           "blame": "for", "condemn": "for"}  # fmt: skip
_SEEMING = frozenset({"seem", "appear"})
_QUESTION = frozenset({"about", "on", "over"})


def find_impersonal(reading: Reading, lexicon: Lexicon, others: list[Draft]) -> Iterator[Draft]:
    """Attributions without a source, in the reporter's own voice: agentless passives, and what seems so.

    Args:
        reading: the reading. lexicon: the cues. others: attributions with a source, which hold other voices.
    """
    for sentence in reading.sentences:
        if sentence.zone not in CODED_ZONES:
            continue
        for token in reading.sentence_tokens(sentence):
            if token.tag[:2] != "VB":
                continue
            if token.lemma in _SEEMING or (is_passive(token) and token.child("agent") is None):
                draft = _draft(token, reading, lexicon)
                if draft is not None and not any(d.holds(token.start) for d in others):
                    yield draft


def _draft(verb: Token, reading: Reading, lexicon: Lexicon) -> Draft | None:
    tokens = _reported(verb)
    if not tokens:
        return None
    pieces = pieces_of(without_afterthought(sorted(tokens, key=lambda t: t.index)), verb, reading)
    frames = lexicon.verbs.get(verb.lemma, ())
    if not pieces or (not frames and verb.lemma not in _SEEMING and verb.lemma not in _OPEN):
        return None
    act = frames[0].act if frames else Act.INFORM
    return Draft(verb, verb_group(verb), None, Content(pieces, "clause"), act, f"impersonal:{verb.lemma}")


def _reported(verb: Token) -> list[Token]:
    """The words that a verb reports: subject and complement of what is said of somebody, or a clause."""
    if verb.child("aux") is not None and any(c.tag in ("MD", "TO") for c in verb.all("aux")):
        return []
    subject = verb.child("nsubjpass", "nsubj")
    clause = next((c for c in verb.all("ccomp") if c.index > verb.index and is_finite(c)), None)
    if verb.lemma in _ASKED:
        return _question(verb, clause)
    if clause is not None and (subject is None or subject.lower == "it"):
        return clause.subtree()
    subject = subject or _described(verb)
    if subject is None or subject.lower in ("it", "there", "what"):
        return []
    complement = _complement(verb)
    return [*_phrase(subject, verb), *complement] if complement else []


def _question(verb: Token, clause: Token | None) -> list[Token]:
    if clause is not None:
        return clause.subtree()
    for preposition in verb.all("prep"):
        if preposition.lower in _QUESTION and preposition.child("pobj", "pcomp") is not None:
            return [t for t in preposition.subtree() if t is not preposition]
    return []


def _complement(verb: Token) -> list[Token]:
    """What is said of the subject: an infinitive, "as …", what it is accused of."""
    if verb.lemma in _OPEN or verb.lemma in _SEEMING:
        for child in verb.all("xcomp", "oprd", "acomp"):
            infinitive = any(c.tag == "TO" for c in child.children)
            if child.index > verb.index and (infinitive or verb.lemma in _SEEMING):
                return child.subtree()
    word = "as" if verb.lemma in _NAMED else _BLAMED.get(verb.lemma)
    matter = next((p for p in verb.all("prep") if p.lower == word and p.index > verb.index), None)
    return matter.subtree() if matter is not None else []


def _described(verb: Token) -> Token | None:
    """The noun that a participle describes ("a man accused of theft")."""
    accused = verb.lemma in _BLAMED or verb.lemma in _OPEN
    return verb.head if accused and verb.dep == "acl" and verb.head.pos in ("NOUN", "PROPN") else None


def _phrase(subject: Token, verb: Token) -> list[Token]:
    below = {id(t) for t in verb.subtree()} if verb.head is subject else set()
    return [t for t in subject.subtree() if id(t) not in below]
