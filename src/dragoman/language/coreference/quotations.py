"""Which words stand in quotation marks, and who speaks them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.language.coreference.features import Node
from dragoman.language.coreference.rules import Rules
from dragoman.language.reading import Reading, Sentence, Token

_OPENING = frozenset("“‘«„")
_STRAIGHT = frozenset({'"', "``", "''"})
_DOUBLE = frozenset({"”", *_STRAIGHT})
_MATES = {"“": "”", "‘": "’", "«": "»", "„": "”"}
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(slots=True)
class Quotation:
    """A stretch between quotation marks: tokens `first` to `last`, marks left out.

    Args:
        first, last: its tokens. whole: whether it holds a whole clause of the speaker's own.
        speaker: the mention of who speaks it; None if not found.
    """

    first: int
    last: int
    whole: bool
    speaker: Node | None = None


class Quotations:
    """The quotations of a reading.

    Attributes:
        at: for each token in a quotation, that quotation.
    """

    def __init__(self, reading: Reading, by_head: dict[int, Node], rules: Rules) -> None:
        self._reading = reading
        self._by_head = by_head
        self._rules = rules
        self.all = [_quotation(reading, first, last) for first, last in _stretches(reading)]
        self.at: dict[int, Quotation] = {i: q for q in self.all for i in range(q.first, q.last + 1)}
        self._ends = [q.last for q in self.all]
        self._find_speakers()

    def ending_before(self, node: Node) -> Iterator[Quotation]:
        """The quotations that end before a mention in its paragraph or the one before, the last first."""
        tokens = self._reading.tokens
        sentences = self._reading.sentences
        segment = sentences[node.sentence].segment
        for quotation in reversed(self.all[: bisect_left(self._ends, node.head.index)]):
            if segment - sentences[tokens[quotation.last].sentence].segment > 1:
                return
            yield quotation

    def speaker_beside(self, node: Node) -> Node | None:
        """Who speaks the quotation that a mention stands in, if no other verb is between the two."""
        quotation = self.at.get(node.head.index)
        speaker = quotation.speaker if quotation is not None else None
        if quotation is None or speaker is None:
            return None
        near, far = sorted(
            (speaker.head.index, quotation.first if speaker.index < node.index else quotation.last)
        )
        between = self._reading.tokens[near + 1 : far]
        return None if any(t.pos == "VERB" and t is not speaker.head.head for t in between) else speaker

    def sentences(self, quotation: Quotation) -> tuple[int, int]:
        """The numbers of the first and the last sentence of a quotation."""
        tokens = self._reading.tokens
        return tokens[quotation.first].sentence, tokens[quotation.last].sentence

    def _find_speakers(self) -> None:
        """Give each quotation its speaker: named beside it, else that of the one before."""
        before: Quotation | None = None
        for quotation in self.all:
            quotation.speaker = self._named_beside(quotation)
            if quotation.speaker is None and before is not None and self._goes_on(before, quotation):
                quotation.speaker = before.speaker
            before = quotation

    def _named_beside(self, quotation: Quotation) -> Node | None:
        tokens = self._reading.tokens
        first = self._reading.sentences[tokens[quotation.first].sentence].first
        last = self._reading.sentences[tokens[quotation.last].sentence].last
        best: tuple[int, int, Node] | None = None
        for token in tokens[first : last + 1]:
            if token.index in self.at:
                continue
            speaker = self._speaker_at(token)
            if speaker is not None:
                distance = max(quotation.first - token.index, token.index - quotation.last)
                ranked = (0 if token.lemma in self._rules.speech else 1, distance, speaker)
                if best is None or ranked[:2] < best[:2]:
                    best = ranked
        return best[2] if best else None

    def _speaker_at(self, token: Token) -> Node | None:
        """Who speaks by a verb, or by "according to"."""
        if token.pos == "VERB":
            subject = subject_of(token)
            if subject is not None and subject.index not in self.at:
                return self._by_head.get(subject.index)
        if token.lower == "according":
            to = token.child("prep")
            source = to.child("pobj") if to is not None else None
            return self._by_head.get(source.index) if source is not None else None
        return None

    def _goes_on(self, before: Quotation, quotation: Quotation) -> bool:
        """Whether a quotation goes on with the one before, in the same paragraph or the next."""
        if not quotation.whole:
            return False
        sentences = self._reading.sentences
        one: Sentence = sentences[self._reading.tokens[before.last].sentence]
        two: Sentence = sentences[self._reading.tokens[quotation.first].sentence]
        return two.segment - one.segment <= 1 and two.index - one.index <= 2 and one.zone is two.zone


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or that of the verb that it is coordinated with."""
    token = verb
    while True:
        subject = token.child(*_SUBJECTS)
        if subject is not None:
            return subject
        if token.dep not in {"conj", "xcomp"} or token.head is token:
            return None
        token = token.head


def _stretches(reading: Reading) -> list[tuple[int, int]]:
    """First and last tokens of the stretches between marks; a paragraph's end closes what is open."""
    found: list[tuple[int, int]] = []
    closing = ""
    begin = -1
    segment = -1
    for sentence in reading.sentences:
        if sentence.segment != segment:
            if begin >= 0 and begin < sentence.first and closing != "’":
                found.append((begin, sentence.first - 1))
            begin, closing, segment = -1, "", sentence.segment
        for token in reading.tokens[sentence.first : sentence.last + 1]:
            text = token.text
            if begin >= 0 and (text == closing or (closing in _DOUBLE and text in _DOUBLE)):
                if begin < token.index:
                    found.append((begin, token.index - 1))
                begin = -1
            elif begin < 0 and (text in _OPENING or text in _STRAIGHT):
                begin, closing = token.index + 1, _MATES.get(text, '"')
    if 0 <= begin < len(reading.tokens) and closing != "’":
        found.append((begin, len(reading.tokens) - 1))
    return found


def _quotation(reading: Reading, first: int, last: int) -> Quotation:
    tokens = reading.tokens[first : last + 1]
    clause = any(
        t.dep in _SUBJECTS and t.head.pos in {"VERB", "AUX"} and first <= t.head.index <= last for t in tokens
    )
    return Quotation(first, last, clause and tokens[0].text[0].isupper())
