"""Circumstances of a statement: when it was said, through which channel, to whom, on what condition."""

from __future__ import annotations

from dragoman.article import Span
from dragoman.language import Reading, Time, Token
from dragoman.records import Date
from dragoman.statements.draft import Draft
from dragoman.statements.lexicon import Lexicon

_CONDITION_MARKS = frozenset({"if", "unless", "once", "provided", "providing", "until"})
_REACH = 8  # tokens between a cue and the time that dates it, at the most


def date_of(draft: Draft, reading: Reading) -> Date | None:
    """When the text says that it was said: an expression of time by the cue and outside the content."""
    if draft.cue is None:
        return None
    sentence = reading.sentences[draft.cue.sentence]
    times = {
        id(t): t
        for i in range(sentence.first, sentence.last + 1)
        if (t := reading.time_by_token.get(i)) is not None and not draft.holds(reading.tokens[t.first].start)
    }
    best = min(times.values(), key=lambda t: _distance(t, draft, reading), default=None)
    if best is None or _distance(best, draft, reading) > _REACH:
        return None
    return Date(best.value, best.precision)


def _distance(time: Time, draft: Draft, reading: Reading) -> int:
    """How far a time is from a cue; a time that hangs on the cue is next to it."""
    cue = draft.cue
    assert cue is not None
    token = reading.tokens[time.first]
    for _ in range(4):
        if token is cue:
            return 0
        token = token.head
    low, high = sorted((time.first, cue.index))
    between = reading.tokens[low:high]
    if any(t.tag in ("VBD", "VBZ", "VBP") and t is not cue for t in between):
        return _REACH + 1
    return high - low


def channels_of(draft: Draft, reading: Reading, lexicon: Lexicon) -> list[str]:
    """The social media that the sentence names as the statement's channel."""
    if draft.cue is None:
        return []
    sentence = reading.sentences[draft.cue.sentence]
    found: list[str] = []
    for token in reading.sentence_tokens(sentence):
        name = lexicon.channels.get(token.lower)
        if name and name not in found and not draft.holds(token.start):
            found.append(name)
    return found


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
