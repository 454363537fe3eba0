"""Conditions: the words in a statement that make it depend on something."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dragoman.article import Span
from dragoman.knowledge import load_yaml
from dragoman.language import Reading, Token

_MAIN = frozenset({"ROOT", "ccomp", "parataxis", "conj", "relcl", "acl"})  # clauses that may be conditioned
_INDIRECT_QUESTION = frozenset({"ccomp", "pcomp"})  # "asked if …" is no condition


def conditions_of(tokens: list[Token], reading: Reading) -> tuple[Span, ...]:
    """The conditions among the tokens of a content: "if …", "unless …", "based on …", "only after …".

    Args:
        tokens: the content's tokens, in order. reading: the reading that they are of.

    Returns:
        One span a condition, from its opener to the end of its clause or of the content; none within another.
    """
    found: list[Span] = []
    inside = {t.index for t in tokens}
    for place, token in enumerate(tokens):
        opener = _opener(tokens, place)
        if opener is None or (found and token.start < found[-1].end):
            continue
        last = _last(opener, token, inside)
        if last is not None and last > opener[-1].index:
            found.append(reading.span(token.index, last))
    return tuple(found)


@cache
def _openers() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The openers by their first word, the longest first."""
    raw = load_yaml("conditions.yaml")
    table: dict[str, list[tuple[str, ...]]] = {}
    openers = [tuple(opener.split()) for opener in [*raw["clauses"], *raw["phrases"]]]
    for words in sorted(openers, key=len, reverse=True):
        table.setdefault(words[0], []).append(words)
    return {first: tuple(openers) for first, openers in table.items()}


def _opener(tokens: list[Token], place: int) -> list[Token] | None:
    for words in _openers().get(tokens[place].lower, ()):
        run = tokens[place : place + len(words)]
        # a quotation mark may stand within: "based “on the conduct …”"
        plain = [t for t in tokens[place : place + len(words) + 1] if t.pos != "PUNCT"][: len(words)]
        if tuple(t.lower for t in plain) == words:
            return plain if len(run) == len(words) else None
    return None


def _last(opener: list[Token], first: Token, inside: set[int]) -> int | None:
    """The last token of the widest phrase or clause that begins with the opener; None for a question."""
    last: int | None = None
    for start in opener:
        for token in _phrases(start):
            members = [t.index for t in token.subtree()]
            if members[0] < first.index:
                break
            if token.dep in _INDIRECT_QUESTION and opener[0].lower == "if":
                return None
            end = max((i for i in members if i in inside), default=-1)
            last = end if last is None else max(last, end)
    return last


def _phrases(start: Token) -> Iterator[Token]:
    """A word of an opener and what it heads or opens, up to the clause that it conditions."""
    yield start
    below = start
    for token in start.ancestors():
        if token.dep in _MAIN and below.dep != "mark":
            return
        yield token
        below = token
