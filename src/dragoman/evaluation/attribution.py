"""Scores of attributions: who is said to have said what, by words and as relations.

A token is a run without white space that holds a letter or digit; a span covers it when it covers one of
these, so quotation marks and commas at the edge of a span never matter. The measures are those of the
benchmark's own scorer:

- content, source and cue tokens: the tokens that any attribution's span of the role covers, over all texts;
- relation, overlap: attributions paired one to one whose content tokens have a Jaccard index of at least 0.5
  and whose sources share a token (or are both empty);
- relation, strict: the letters and digits of content and of source are the same;
- relation, overlap, quoted: the same, where the content holds or touches a double quotation mark;
- content alone: overlap whatever the source;
- exact spans: contiguous pieces of a role, equal but for punctuation at the edges, as published for neural
  models.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.evaluation.answers import Pieces
from dragoman.evaluation.figures import Scores, Tally
from dragoman.evaluation.mistakes import Mistake, shortened
from dragoman.evaluation.polnear import AttributedText, Attribution, CorpusError

CONTENT_OVERLAP = 0.5
ROLES = ("content", "source", "cue")
_OPENING = frozenset("“„‟〝")
_CLOSING = frozenset("”〞")
_STRAIGHT = frozenset('"＂')
_DOUBLE_QUOTES = _OPENING | _CLOSING | _STRAIGHT | frozenset("«»")
_DIRECT_SHARE = 0.95  # share of letters within quotation marks from which content counts as direct


def score_attributions(
    texts: Iterable[AttributedText], predictions: Mapping[str, Iterable[Attribution]]
) -> Scores:
    """The figures of predicted attributions.

    Args:
        texts: the gold.
        predictions: attributions by name of the text; a text without any counts as one without attributions.

    Raises:
        CorpusError: a prediction is about no text of the gold, or a span is not within its text.
    """
    golds = list(texts)
    unknown = set(predictions) - {text.name for text in golds}
    if unknown:
        raise CorpusError(f"{len(unknown)} predicted texts are not in the gold, such as {min(unknown)}")
    tally = Tally()
    for text in golds:
        geometry = _Geometry(text.text)
        gold = [geometry.placed(a, text.name) for a in text.attributions]
        found = [geometry.placed(a, text.name) for a in predictions.get(text.name, ())]
        _count(tally, geometry, [a for a in gold if a.tokens[0]], [a for a in found if a.tokens[0]])
    return tally.scores()


@dataclass(frozen=True)
class _Placed:
    """An attribution with the letters and tokens it covers, each by role in the order of `ROLES`."""

    pieces: tuple[Pieces, ...]
    letters: tuple[frozenset[int], ...]
    tokens: tuple[frozenset[int], ...]
    quoted: bool


class _Geometry:
    """Offsets of a text made tokens."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._letter = [c.isalnum() for c in text]
        self._token_at: dict[int, int] = {}
        number = 0
        for match in re.finditer(r"\S+", text):
            letters = [i for i in range(*match.span()) if self._letter[i]]
            self._token_at.update(dict.fromkeys(letters, number))
            number += bool(letters)

    def placed(self, attribution: Attribution, name: str) -> _Placed:
        """The attribution with what it covers."""
        pieces = (attribution.content, attribution.source, attribution.cue)
        for start, end in (piece for role in pieces for piece in role):
            if not 0 <= start <= end <= len(self._text):
                raise CorpusError(
                    f"{name}: the span {start}:{end} is not within the {len(self._text)} code points"
                )
        letters = tuple(self._letters(role) for role in pieces)
        tokens = tuple(frozenset(self._token_at[i] for i in role) for role in letters)
        return _Placed(pieces, letters, tokens, self._has_quote(attribution.content))

    def _letters(self, pieces: Pieces) -> frozenset[int]:
        return frozenset(i for start, end in pieces for i in range(start, end) if self._letter[i])

    def fragments(self, letters: Iterable[int]) -> list[tuple[int, int]]:
        """Letters joined over gaps that hold no letter."""
        found: list[tuple[int, int]] = []
        for i in sorted(letters):
            if found and not any(self._letter[found[-1][1] : i]):
                found[-1] = (found[-1][0], i + 1)
            else:
                found.append((i, i + 1))
        return found

    def _has_quote(self, pieces: Pieces) -> bool:
        return any(self._quote_in_or_at(start, end) for start, end in pieces)

    def _quote_in_or_at(self, start: int, end: int) -> bool:
        words = self._text[start:end]
        if not _DOUBLE_QUOTES.isdisjoint(words) or "``" in words or "''" in words:
            return True
        if start > 0 and self._text[start - 1] in _DOUBLE_QUOTES:
            return True
        while end < len(self._text) and self._text[end] in ",.!?;:":
            end += 1
        return end < len(self._text) and self._text[end] in _DOUBLE_QUOTES

    def kind(self, letters: frozenset[int]) -> str:
        """Whether content is direct, mixed or indirect speech, by the letters within quotation marks."""
        within = sum(self._within_quotes[i] for i in letters)
        if not within:
            return "indirect"
        return "direct" if within >= _DIRECT_SHARE * len(letters) else "mixed"

    @cached_property
    def _within_quotes(self) -> list[bool]:
        """Whether each code point is within double quotation marks, which end with their line."""
        states, within = [], False
        for c in self._text:
            if c in _STRAIGHT:
                within = not within
            elif c in _OPENING or c in _CLOSING or c == "\n":
                within = c in _OPENING
            states.append(within)
        return states


def _count(tally: Tally, geometry: _Geometry, gold: Sequence[_Placed], found: Sequence[_Placed]) -> None:
    for number, role in enumerate(ROLES):
        ours = frozenset[int]().union(*(a.tokens[number] for a in found))
        theirs = frozenset[int]().union(*(a.tokens[number] for a in gold))
        tally.figure(f"{role} tokens", len(ours & theirs), len(theirs), len(ours))
    pairs = _pair(gold, found, need_source=True)
    tally.figure("relation, overlap", len(pairs), len(gold), len(found))
    tally.figure("relation, strict", _same_letters(gold, found), len(gold), len(found))
    quoted_gold, quoted_found = [a for a in gold if a.quoted], [a for a in found if a.quoted]
    quoted = _pair(quoted_gold, quoted_found, need_source=True)
    tally.figure("relation, overlap, quoted", len(quoted), len(quoted_gold), len(quoted_found))
    tally.figure("content alone", len(_pair(gold, found, need_source=False)), len(gold), len(found))
    for number, role in enumerate(ROLES):
        ours_exact = Counter(piece for a in found for piece in geometry.fragments(a.letters[number]))
        theirs_exact = Counter(piece for a in gold for piece in geometry.fragments(a.letters[number]))
        hits = (ours_exact & theirs_exact).total()
        tally.figure(f"{role} spans, exact", hits, theirs_exact.total(), ours_exact.total())
    paired = {g for g, _ in pairs}
    kinds = [geometry.kind(a.letters[0]) for a in gold]
    for kind in ("direct", "mixed", "indirect"):
        tally.accuracy(f"found, of {kind}", [i in paired for i, k in enumerate(kinds) if k == kind])
    tally.accuracy(
        "found, of those without source", [i in paired for i, a in enumerate(gold) if not a.tokens[1]]
    )


def _pair(gold: Sequence[_Placed], found: Sequence[_Placed], *, need_source: bool) -> list[tuple[int, int]]:
    """Greedy one-to-one pairs, the best content first."""
    by_token: dict[int, set[int]] = defaultdict(set)
    for j, p in enumerate(found):
        for token in p.tokens[0]:
            by_token[token].add(j)
    ranked = []
    for i, g in enumerate(gold):
        for j in set[int]().union(*(by_token.get(token, ()) for token in g.tokens[0])):
            p = found[j]
            overlap = _jaccard(g.tokens[0], p.tokens[0])
            if overlap >= CONTENT_OVERLAP and (not need_source or _source_agrees(g, p)):
                differs = g.letters[0] != p.letters[0]
                ranked.append((-overlap, differs, -_jaccard(g.tokens[1], p.tokens[1]), i, j))
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for *_, i, j in sorted(ranked):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs


def _source_agrees(g: _Placed, p: _Placed) -> bool:
    return bool(g.tokens[1] & p.tokens[1]) or not (g.tokens[1] or p.tokens[1])


def _same_letters(gold: Sequence[_Placed], found: Sequence[_Placed]) -> int:
    theirs = Counter(a.letters[:2] for a in gold)
    return (theirs & Counter(a.letters[:2] for a in found)).total()


def _jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0


def find_mistakes(
    texts: Iterable[AttributedText], predictions: Mapping[str, Iterable[Attribution]]
) -> list[Mistake]:
    """Missed and spurious attributions (by relation overlap), text by text.

    Args:
        texts: the gold.
        predictions: attributions by name of the text.
    """
    mistakes = []
    for text in texts:
        geometry = _Geometry(text.text)
        gold = [geometry.placed(a, text.name) for a in text.attributions]
        found = [geometry.placed(a, text.name) for a in predictions.get(text.name, ())]
        pairs = _pair(gold, found, need_source=True)
        loose = dict(_pair(gold, found, need_source=False))
        paired, used = {g for g, _ in pairs}, {p for _, p in pairs}
        for i, g in enumerate(gold):
            if i in paired:
                continue
            words = _described(text.text, g)
            if i in loose:
                other = _described(text.text, found[loose[i]])
                mistakes.append(Mistake("attributions", "wrong source", text.name, words, other, ""))
            else:
                group = f"missed attribution, {geometry.kind(g.letters[0])}"
                mistakes.append(Mistake("attributions", group, text.name, words, "", ""))
        mistakes += [
            Mistake("attributions", "spurious attribution", text.name, "", _described(text.text, p), "")
            for j, p in enumerate(found)
            if j not in used and j not in loose.values()
        ]
    return mistakes


def _described(text: str, a: _Placed) -> str:
    content, source, cue = (" … ".join(text[start:end] for start, end in role) for role in a.pieces)
    return f"[{source}] <{cue}> {shortened(content)}".replace("\n", " ")
