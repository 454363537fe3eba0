"""The scan over a reading that the parsers of expressions of time share."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dragoman.language.reading import Reading, Token
from dragoman.language.times.moments import Moment
from dragoman.language.times.tense import FUTURE, PAST, direction, is_over, is_told
from dragoman.language.times.words import Words, words

_SENTENCES_BACK = 2  # an anchor ("the next day" – after which?) is sought so far back
MIDDLE = "mid-"  # the tokenizer may leave "mid-June" whole
_AHEAD = frozenset({("of", "ahead"), ("as", "soon"), ("as", "early")})
_FINER = {"day": ("day",), "week": ("day", "week"), "month": ("day", "week", "month")}


@dataclass(frozen=True, slots=True)
class Match:
    """An expression of time found: tokens `first` to `last`, both included.

    Args:
        first, last: its tokens.
        moment: what it names. stands: whether other times may be counted from it.
    """

    first: int
    last: int
    moment: Moment
    stands: bool = True


class Scan:
    """Where a scan stands: the tokens, the day of publication, what was found so far."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.published = reading.article.published
        self.words: Words = words()
        self.found: list[Match] = []

    def token(self, index: int, beside: int) -> Token | None:
        """The token of that number if it is in the sentence of the token `beside`."""
        if 0 <= index < len(self.tokens):
            token = self.tokens[index]
            if token.sentence == self.tokens[beside].sentence:
                return token
        return None

    def word(self, index: int, beside: int) -> str:
        """The lower-case word at a place in the sentence of the token `beside`, with straight apostrophe."""
        token = self.token(index, beside)
        return token.lower.replace("’", "'") if token else ""

    def lower(self, index: int) -> str:
        """The lower-case word at a place, without "mid-"."""
        return self.tokens[index].lower.removeprefix(MIDDLE)

    def is_in(self, index: int, beside: int, name: str) -> bool:
        """Whether the word at a place is in a list of words of the knowledge file."""
        return self.word(index, beside) in self.words.sets[name]

    def names_something(self, first: int, last: int) -> bool:
        """Whether the words are part of a name: "Sunday Times", "July 16 Street", "Good Friday Agreement"."""
        following = self.token(last + 1, last)
        if following is None:
            return False
        return following.text[0].isupper() and following.lower in self.words.sets["names"]

    def direction(self, first: int, head: int) -> int:
        """Whether the time at a token looks back or ahead; `first` is the first token of its expression."""
        token = self.tokens[head]
        first = self._before_clock(first)
        if self.word(first - 1, head) == "the":
            first -= 1
        before, further = self.word(first - 1, head), self.word(first - 2, head)
        if before in self.words.sets["ahead"]:
            return PAST if is_over(token) else FUTURE
        if (before, further) in _AHEAD:
            return FUTURE
        if before in self.words.sets["behind"] or self._is_beside_past_verb(first, head):
            return PAST
        return direction(token, self.reading.sentences[token.sentence].zone)

    def _is_beside_past_verb(self, first: int, head: int) -> bool:
        """Whether a verb in the past stands right beside: "said on Tuesday", "on Tuesday told"."""
        before = self.token(first - 2 if self.word(first - 1, head) == "on" else first - 1, head)
        following = self.token(head + 1, head)
        return any(t is not None and t.tag == "VBD" and is_told(t) for t in (before, following))

    def is_behind(self, first: int) -> bool:
        """Whether the word before an expression puts it in the past whatever the tense ("since")."""
        return self.is_in(first - 1, first, "behind")

    def _before_clock(self, first: int) -> int:
        """The first token of "9 a.m. EST" before a day, or the day's own."""
        start = first
        while self.is_in(start - 1, first, "clock"):
            start -= 1
        return start - 1 if start < first and self.word(start - 1, first)[:1].isdecimal() else start

    def anchor(self, index: int, unit: str) -> dt.date | None:
        """The day of the nearest time before a token that is at least as precise as a unit."""
        precisions = _FINER.get(unit)
        for match in reversed(self.found):
            if self.tokens[index].sentence - self.tokens[match.last].sentence > _SENTENCES_BACK:
                return None
            if match.stands and (precisions is None or match.moment.precision in precisions):
                return match.moment.day
        return None

    def begin(self, first: int) -> int:
        """The first token of an expression with what shades it to the left ("late on", "earlier")."""
        while True:
            if self.is_in(first - 1, first, "shades"):
                first -= 1
            elif self.word(first - 1, first) == "-" and self.is_in(first - 2, first, "shades"):
                first -= 2
            else:
                return first

    def with_part_of_day(self, last: int) -> int:
        """The last token of a day with its part of day ("Monday morning", "Monday at noon")."""
        following = self.token(last + 1, last)
        if following is not None and self.words.triggers.get(following.lower) == "part":
            return last + 1
        return last

    def skip_mark(self, index: int, beside: int) -> int:
        """The place itself, or the next one if a comma stands there."""
        return index + 1 if self.word(index, beside) == "," else index
