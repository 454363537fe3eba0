"""Circumstances of a statement: through which channel it went, on what condition."""

from __future__ import annotations

from dragoman.article import Span
from dragoman.language import Reading, Token
from dragoman.statements.draft import Draft
from dragoman.statements.lexicon import Lexicon

_CONDITION_MARKS = frozenset({"if", "unless", "once", "provided", "providing", "until"})


def channels_of(draft: Draft, reading: Reading, lexicon: Lexicon) -> list[str]:
    """The social media that the sentence names as the statement's channel."""
    cue = draft.cue
    if cue is None:
        return []
    found: list[str] = []
    for token in reading.sentence_tokens(reading.sentences[cue.sentence]):
        name = lexicon.channels.get(token.lower)
        if name and name not in found and not draft.holds(token.start) and _beside(token, cue):
            found.append(name)
    return found


def _beside(token: Token, cue: Token) -> bool:
    """Whether a word hangs on the cue within a few steps: "tweeted", "the tweet said", "said in a tweet"."""
    for _ in range(5):
        if token is cue:
            return True
        token = token.head
    return False


def conditions_of(draft: Draft, reading: Reading) -> tuple[Span, ...]:
    """The conditions in a statement's content: "if …", "unless …", "based on …", "only after …"."""
    found: list[Span] = []
    for start, end in draft.content.pieces:
        for token in reading.tokens_in(reading.article.span(start, end)):
            tokens = _condition(token)
            inside = [t for t in tokens if start <= t.start and t.end <= end]
            if inside and not any(s.start <= inside[0].start < s.end for s in found):
                found.append(reading.article.span(inside[0].start, inside[-1].end))
    return tuple(found)


def _condition(token: Token) -> list[Token]:
    if token.dep == "mark" and token.lower in _CONDITION_MARKS and token.head.dep in ("advcl", "ccomp"):
        return _run(token.head, token)
    if token.lower in ("provided", "providing") and token.dep == "advcl":
        return token.subtree()
    if token.lower == "based" and token.dep in ("prep", "advcl", "acl", "xcomp", "amod"):
        return token.subtree()
    if token.lower == "only" and token.head.lower in ("after", "if", "when", "once"):
        return token.head.subtree()
    if token.lower in ("depending", "conditional", "contingent"):
        return token.subtree()
    if token.lower == "condition" and token.head.lower == "on":
        return token.head.subtree()
    return []


def _run(clause: Token, mark: Token) -> list[Token]:
    return [t for t in clause.subtree() if t.index >= mark.index]
