"""Dates of statements by the words that hang on their cues: "said on Monday", "in a statement Friday"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language import Reading, Time, Token
from dragoman.records import Date
from dragoman.statements.draft import Draft
from dragoman.statements.lexicon import Lexicon

_AFTER = 4  # tokens from a cue to a time right behind it, at the most ("told reporters late on Monday")
_SIGNATURE = 16  # tokens of the dash, name, handle and date that sign a post, at the most
_LOOSE = frozenset({"on", "late", "early", "later", "in", ",", "(", "earlier"})
_RAISING = frozenset({"seem", "appear"})  # what seems is of the time of what it seems to be
_AT_ONCE = frozenset({"as", "while", "when"})


class Beside:
    """Finds the expression of time that dates a statement by its place in the sentence.

    Args:
        reading: the reading, with its times. lexicon: the cues, with the nouns of occasions.
    """

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self._reading = reading
        self._occasions = lexicon.occasions

    def date_of(self, draft: Draft) -> Date | None:
        """The date that the sentence gives a statement; None if it gives none."""
        cue = draft.cue
        if cue is None:
            return None
        if draft.rule == "quote:signed":
            return self._signed(cue)
        times = self._times(cue.sentence)
        if not times:
            return None
        if (time := self._right_behind(cue, times)) is not None:
            return Date(time.value, time.precision)
        homes = {id(t): self._home(t) for t in times}
        for word in self._chain(draft, cue):
            found = [
                t
                for t in times
                if homes[id(t)] is word and not draft.holds(self._reading.tokens[t.first].start)
            ]
            if found:
                time = min(found, key=lambda t: abs(t.first - cue.index))
                return Date(time.value, time.precision)
        return None

    def _signed(self, dash: Token) -> Date | None:
        """The date behind the name that signs a post ("— Ana Rojas (@arojas) May 3, 2024")."""
        segment = self._reading.sentence_of(dash).segment
        for token in self._reading.tokens[dash.index + 1 : dash.index + _SIGNATURE]:
            time = self._reading.time_by_token.get(token.index)
            if time is not None and self._reading.sentence_of(token).segment == segment:
                return Date(time.value, time.precision)
        return None

    def _times(self, sentence: int) -> list[Time]:
        place = self._reading.sentences[sentence]
        by_token = self._reading.time_by_token
        found: list[Time] = []
        for index in range(place.first, place.last + 1):
            time = by_token.get(index)
            if time is not None and (not found or found[-1] is not time) and not self._is_ahead(time):
                found.append(time)
        return found

    def _is_ahead(self, time: Time) -> bool:
        """Whether a time is after publication: nothing said is of it."""
        published = self._reading.article.published
        return published is not None and time.precision == "day" and time.value > published.isoformat()

    def _right_behind(self, cue: Token, times: list[Time]) -> Time | None:
        """The time that follows the cue at once, wherever the syntax hangs it ("said Monday it would")."""
        for time in times:
            if not 0 < time.first - cue.index <= _AFTER:
                continue
            between = self._reading.tokens[cue.index + 1 : time.first]
            if all(t.lower in _LOOSE or (t.head is cue and t.dep in ("dobj", "dative")) for t in between):
                return time
        return None

    def _home(self, time: Time) -> Token | None:
        """The word that a time dates: the verb or noun of speech above it, through words of occasions."""
        tokens = self._reading.tokens
        inside = range(time.first, time.last + 1)
        token = next((tokens[i] for i in inside if tokens[i].head.index not in inside), tokens[time.last])
        while token.head is not token:
            token = token.head
            if token.tag[:2] == "VB" or token.lemma in self._occasions:
                return token
            if token.pos in ("NOUN", "PROPN", "PRON"):
                return token
        return token

    def _chain(self, draft: Draft, cue: Token) -> Iterator[Token]:
        """The words whose time is that of the cue, the nearest first."""
        word = cue
        yield word
        yield from self._settings(word)
        yield from _at_once(word)
        if draft.source is not None:
            yield from self._of_source(draft.source)
        for _ in range(4):
            above = self._above(word)
            if above is None:
                return
            parallel = word.dep == "conj"
            word = above
            yield word
            yield from self._settings(word)
            if not parallel:
                yield from _at_once(word)

    def _settings(self, word: Token) -> Iterator[Token]:
        """The nouns of occasions and documents that hang on a word: "in a statement", "at a meeting"."""
        for child in word.children:
            if child.dep == "prep":
                for noun in child.all("pobj"):
                    if noun.lemma in self._occasions:
                        yield noun
                        yield from (a for a in noun.all("acl") if a.tag == "VBN")
                    elif (inner := noun.child("prep")) is not None and inner.lower == "of":
                        yield from (n for n in inner.all("pobj") if n.lemma in self._occasions)
            elif child.dep in ("dobj", "nsubj") and child.lemma in self._occasions:
                yield child

    def _of_source(self, source: Token) -> Iterator[Token]:
        """The source itself ("Trump on Friday said"); of a document also what was done with it."""
        yield source
        if source.lemma in self._occasions:
            yield from source.all("acl", "relcl")

    def _above(self, word: Token) -> Token | None:
        """The word above that is of the same time, if any."""
        head = word.head
        if head is word:
            return None
        dep = word.dep
        if dep == "conj" and head.pos in ("VERB", "AUX", "NOUN"):
            return head if word.child("nsubj", "nsubjpass") is None else None
        if dep in ("advcl", "xcomp", "ccomp") and word.tag == "VBG" and word.child("mark", "aux") is None:
            return head
        if dep == "relcl" and head.lemma in self._occasions and word.child("prep", "advmod") is not None:
            return head
        if dep in ("dobj", "acomp", "attr", "oprd"):
            return head
        if dep == "acl" and word.tag == "VBG" and head.lemma in self._occasions:
            return head
        if dep == "pcomp" and head.lower == "with":
            return head.head
        if dep == "advcl" and _is_at_once(word):
            return head
        return None


def _at_once(word: Token) -> Iterator[Token]:
    """The clauses below a word that are of its time ("raised concerns when they met in June")."""
    yield from (c for c in word.all("advcl") if _is_at_once(c))
    if word.lemma in _RAISING:
        yield from word.all("xcomp")


def _is_at_once(clause: Token) -> bool:
    """Whether a clause is of the time of that above it ("when they met in June", "as he left")."""
    return any(c.dep in ("mark", "advmod") and c.lower in _AT_ONCE for c in clause.children)
