"""Which state a bare institution belongs to: the states that an article names, by place and weight."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from dragoman.actors.lexicon import (
    NATIONAL,
    SOVEREIGNS,
    Entry,
    Match,
    Sort,
    countries,
    find,
    has_governed,
    media_names,
    states_without,
    word_list,
)
from dragoman.actors.phrases import Phrases
from dragoman.article import Zone
from dragoman.language import Reading, Token
from dragoman.records import ActorKind

_OWNING = frozenset({"amod", "compound", "nmod", "poss"})
_SUBJECT = frozenset({"nsubj", "nsubjpass", "agent"})
_PLACE = frozenset("in to at near from around outside across".split())
_FADES = (1.0, 0.6, 0.3, 0.15)  # how a sentence sets the scene for those after it
_THERE = 2.0  # what a place counts for the country of those of whom it is told
_LATER = 0.5  # of it for what the sentence names later
_MOST = 1.5  # what any mention counts for them
_WITHIN_PHRASE = frozenset({"appos", "compound", "conj"})
_WITHIN = frozenset({"city", "region"})
_CITY = 1.0  # what the name of a town or province counts for its country
_GALLERY = 4  # a report with a caption to so many sentences has a gallery
_IN_GALLERY = 0.3  # what its captions count
_AFTER = 0.3  # what comes behind a bare institution is mostly what it speaks of
_UNION, _HOST = "EUR", "BEL"  # the European Union, and the state in whose capital it sits
_NO_STATE = "IMG"
_QUARTER = 4
_TOTAL = 2.0  # what the most named state weighs
AT_HOME = 1.6  # a paper says of a foreigner where he is from, not of its own people
NOT_HOME = -4.0  # an outlet says so when rebels or opponents are its own country's
ARMED = frozenset({"REB", "UAF", "PRM"})
HOME = 0.8  # what the outlet's own country weighs, where the article names it


class Scene:
    """The states and movements named in a reading, sentence by sentence.

    Args:
        reading: the reading. matches: for each token the lexicon match that it is in.
        phrases: its noun phrases.
    """

    def __init__(self, reading: Reading, matches: Sequence[Match | None], phrases: Phrases) -> None:
        self._reading = reading
        self._quoted = _quoted(reading)
        self._phrases = phrases
        self._states: dict[int, list[tuple[int, str, float]]] = defaultdict(list)
        self._places: dict[int, list[tuple[int, str]]] = defaultdict(list)
        self._movements: list[Match] = []
        self._union: Entry | None = None
        self._by_name: set[str] = set()  # states named otherwise than by their capitals
        self._total: dict[str, float] = {}
        self._matches = matches
        self._senders: set[int] = set()  # where a state is named as that of a mission or of forces
        # how often each state is named otherwise, or as a place
        self._grounds: dict[str, float] = defaultdict(float)
        self._in_captions = _in_captions(reading)
        self.rivals: dict[str, set[str]] = defaultdict(set)
        last = -1
        for match in matches:
            if match is not None and match.first != last:
                last = match.first
                self._add(match)
        for place in reading.places:
            if matches[place.first] is None and place.kind in _WITHIN and place.country in countries():
                sentence = reading.tokens[place.last].sentence
                counts = _CITY * self._counts(sentence)
                self._states[sentence].append((place.first, place.country, counts))
                self._places[sentence].append((place.first, place.country))
                self._grounds[place.country] += self._counts(sentence)
        self.home = _home(reading.article.outlet)
        self.abroad = _is_abroad(reading, self.home)

    def _add(self, match: Match) -> None:
        entry = match.entry
        if entry.sort is Sort.NAMED and entry.kind is ActorKind.GROUP and "REB" in entry.sectors:
            self._movements.append(match)
            if has_governed(entry.name):
                self.rivals[entry.code].add(entry.name)
        if entry.code == _UNION and self._union is None:
            self._union = entry
        if entry.sort in NATIONAL and entry.sort is not Sort.CAPITAL:
            self._by_name.add(entry.code)
        named = entry.sort is Sort.NAMED and entry.kind is not ActorKind.MEDIA
        if entry.code not in countries() or not (named or entry.sort in NATIONAL):
            return
        token = self._reading.tokens[match.last]
        place = token.dep == "pobj" and token.head.lower in _PLACE
        if place and not named:
            self._places[token.sentence].append((match.first, entry.code))
            self._grounds[entry.code] += self._counts(token.sentence)
        if not self._phrases.belongs(match, match.first if named else max(0, match.first - 3)):
            return
        weight = 0.5 if place else 1.0
        while token.dep in ("compound", "amod", "nmod", "conj", "poss") and token.head is not token:
            token = token.head
        if token.dep in _SUBJECT:
            weight = 4.0 if token.head.dep == "ROOT" else 2.0
        if entry.kind is ActorKind.GROUP or self._quoted[match.first]:
            weight *= 0.3
        counts = self._counts(token.sentence)
        self._states[token.sentence].append((match.first, entry.code, weight * counts))
        self._total[entry.code] = self._named(entry.code) + counts
        if self._is_sender(self._reading.tokens[match.last]):
            self._senders.add(match.first)
        else:
            self._grounds[entry.code] += counts

    def _is_sender(self, name: Token) -> bool:
        """Whether a state is named as that of a mission or of forces, which are mostly in other states."""
        if name.dep not in _OWNING:
            return False
        match = self._matches[name.head.index]
        sent = match is not None and (match.entry.sort is Sort.MISSION or "MIL" in match.entry.sectors)
        return sent or name.head.lemma in word_list("sent")

    def _counts(self, sentence: int) -> float:
        """What a sentence counts."""
        caption = self._reading.sentences[sentence].zone is Zone.CAPTION
        return self._in_captions if caption else 1.0

    def _named(self, code: str | None) -> float:
        """How often the article names a state."""
        return self._total.get(code or "", 0.0)

    def country_at(
        self,
        index: int,
        *,
        office: str = "",
        home: float = HOME,
        among: frozenset[str] | None = None,
        local: bool = False,
    ) -> str | None:
        """The state that a bare institution at a token most likely belongs to; None if none is named.

        Args:
            index: the token's number. office: the office or body; a state that has none such is no answer.
            home: by how much the outlet's own country is favoured. among: the states to choose from; None
                for all. local: whether it is people or fighters, who are where the report tells of them.
        """
        sentence = self._reading.tokens[index].sentence
        scores: dict[str, float] = defaultdict(float)
        for back, fades in enumerate(_FADES):
            for place, code, weight in self._states.get(sentence - back, ()):
                if place != index and not (local and place in self._senders):
                    counts = min(weight, _MOST) if local else weight
                    scores[code] += counts * fades * (_AFTER if place > index else 1)
            if local:
                for place, code in self._places.get(sentence - back, ()):
                    scores[code] += _THERE * fades * (_LATER if place > index else 1)
        total = self._grounds if local else self._total
        most = max(total.values(), default=1)
        for code, count in total.items():
            scores[code] += _TOTAL * count / most
        if self.home in scores:
            scores[self.home] += home
        lacking = states_without(office)
        if office in word_list("ruling") and (acting := self._acting_on(index)) and len(scores) > 1:
            lacking = lacking | {acting}
        fitting = (c for c in scores if c not in lacking and (among is None or c in among))
        return max(fitting, key=lambda c: (scores[c], c), default=None)

    def _acting_on(self, index: int) -> str | None:
        """The state that does something to who is named at a token ("SPAIN stands with the president")."""
        token = self._reading.tokens[index]
        while token.dep in _WITHIN_PHRASE:
            token = token.head
        verb = token.head.head if token.dep == "pobj" else token.head
        if token.dep not in ("dobj", "pobj") or verb.pos != "VERB":
            return None
        subjects = (self._matches[c.index] for c in verb.children if c.dep == "nsubj")
        named = (m.entry for m in subjects if m is not None and m.entry.sort in NATIONAL)
        return next((entry.code for entry in named), None)

    def union_at(self, code: str) -> Entry | None:
        """The union whose seat a capital is, where an article speaks of it and never of the state."""
        return self._union if code == _HOST and code not in self._by_name else None

    def part_of(self, state: str | None) -> str | None:
        """The part of a state that an article names at least half as often as the state, else the state."""
        parts = (p for p, sovereign in SOVEREIGNS.items() if sovereign == state)
        return next((p for p in parts if 2 * self._named(p) >= self._named(state)), state)

    def home_of(self, index: int, *, sure: bool) -> str | None:
        """The outlet's country, if a body of which nothing is told is likely of it.

        Args:
            index: the token's number. sure: whether the body's name is of a kind that is usual there.
        """
        home = self.home if not self.abroad else ""
        if not home or (not sure and not self.is_about(home)):
            return None
        return home if self.country_at(index, home=AT_HOME) == home else None

    def is_about(self, code: str) -> bool:
        """Whether the article names a state at least twice as often as any other."""
        return all(2 * n <= self._named(code) for c, n in self._total.items() if c != code)

    def is_prominent(self, code: str) -> bool:
        """Whether the article names a state at least a quarter as often as the one most named."""
        return self.names(code) and _QUARTER * self._named(code) >= max(self._total.values())

    def movement_before(self, index: int) -> Match | None:
        """The armed movement named last before a token."""
        return next((m for m in reversed(self._movements) if m.last < index), None)

    @cached_property
    def stateless(self) -> Entry | None:
        """The armed movement of no one state that an article names again, if it names none of a state."""
        named = Counter(m.entry for m in self._movements)
        if any(entry.code != _NO_STATE for entry in named):
            return None
        return next((entry for entry, count in named.most_common(1) if count > 1), None)

    def last_before(self, index: int) -> str | None:
        """The state named last before a token."""
        sentence = self._reading.tokens[index].sentence
        named = [*self._states.get(sentence - 1, ()), *self._states.get(sentence, ())]
        return next((code for place, code, _ in reversed(named) if place < index), None)

    def place_before(self, index: int) -> str | None:
        """The country of the place named last before a token, in its sentence or the four before."""
        first = self._reading.sentences[max(0, self._reading.tokens[index].sentence - 4)].first
        near = (p.country for p in reversed(self._reading.places) if first <= p.last < index and p.country)
        return next(near, None)

    def city_before(self, index: int) -> str | None:
        """The country of the town named last before a token, in its sentence or the four before."""
        first = self._reading.sentences[max(0, self._reading.tokens[index].sentence - 4)].first
        towns = (p for p in reversed(self._reading.places) if p.kind == "city" and first <= p.last < index)
        return next((p.country for p in towns if p.country), None)

    def names(self, code: str) -> bool:
        """Whether the article names a state."""
        return code in self._total

    def most_named(self) -> list[str]:
        """The states that the article names, the most named first."""
        return sorted(self._total, key=lambda code: -self._total[code])


def _in_captions(reading: Reading) -> float:
    """What a caption counts: those of a gallery tell of other days and places."""
    captions = sum(s.zone is Zone.CAPTION for s in reading.sentences)
    return _IN_GALLERY if _GALLERY * captions >= len(reading.sentences) else 1.0


def _quoted(reading: Reading) -> list[bool]:
    """For each token whether it stands in quotation marks, opened and closed within one paragraph."""
    flags: list[bool] = []
    inside = False
    for sentence in reading.sentences:
        if not sentence.index or sentence.segment != reading.sentences[sentence.index - 1].segment:
            inside = False
        for token in reading.sentence_tokens(sentence):
            if token.text in ("“", "``") or (token.text in ('"', "''") and not inside):
                inside = True
            elif token.text in ("”", "''", '"'):
                inside = False
            flags.append(inside)
    return flags


def _is_abroad(reading: Reading, home: str) -> bool:
    """Whether the dateline says that a report was written in another country than its outlet's."""
    lines = [s for s in reading.article.segments if s.zone is Zone.DATELINE]
    within = (p for p in reading.places for s in lines if s.start <= reading.tokens[p.first].start < s.end)
    return any(p.country and p.country != home for p in within)


def _home(outlet: str | None) -> str:
    """The country of an outlet, by its name or the national domain of its address; "" if unknown."""
    if not outlet:
        return ""
    for match in find([(w, w.lower()) for w in outlet.split()]):
        if match is not None and match.entry.kind is ActorKind.MEDIA and match.entry.sort is Sort.NAMED:
            return match.entry.code
    address = outlet.lower().removeprefix("the ").replace("www.", "").replace(" ", "")
    for name, code in media_names().items():
        if address.startswith(name):
            return code
    domain = address.rsplit(".", 1)[-1].upper() if "." in address else ""
    return next((c.code for c in countries().values() if c.alpha2 == {"UK": "GB"}.get(domain, domain)), "")
