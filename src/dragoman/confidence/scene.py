"""What the traits of a report's records are read from: its words, its records and its manner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dragoman.actors import ActorIndex
from dragoman.article import Span, Zone
from dragoman.confidence.company import company
from dragoman.language import Reading, Sentence, Token
from dragoman.language.paths import plain
from dragoman.records import Actor, Event, Records, Statement

_FIRST_PERSON = frozenset({"i", "we", "our", "us", "my"})
_SECOND_PERSON = frozenset({"you", "your"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_REPORTING = frozenset({"said", "told", "says"})
_AUXILIARY = frozenset({"aux", "auxpass", "neg", "mark"})
_WORLDWIDE = frozenset({"UNO", "EUR", "IGO", "NGO", "IMG"})
_LONGEST = 4  # words of a name that are told apart
TELLING = frozenset({"ADJ", "ADV", "AUX", "NOUN", "SCONJ", "VERB"})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_OLDEST = 5  # years before publication that are told apart
_MAY_NAME = frozenset({"ADJ", "NOUN", "NUM", "PRON", "PROPN"})
_PARTS = (2, 3, 5, 9)  # parts in events that are told apart
_STEPS = (-2, -1, 1, 2)  # words before and after one that are told apart
_FOREMOST = 2  # countries of a report that are told apart


@dataclass
class Scene:
    """A reading with its records.

    Args:
        reading: the reading. records: what it puts on record.
        index: who its phrases stand for; looked up anew if None.
    """

    reading: Reading
    records: Records
    index: ActorIndex | None = None

    @cached_property
    def actors(self) -> ActorIndex:
        """Who the phrases of the reading stand for."""
        return self.index or ActorIndex(self.reading)

    @cached_property
    def body(self) -> Sequence[Sentence]:
        """The sentences of the running text."""
        return [s for s in self.reading.sentences if s.zone is Zone.BODY]

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """The statements by id."""
        return {s.id: s for s in self.records.statements}

    @cached_property
    def events(self) -> dict[str, Event]:
        """The events by id."""
        return {e.id: e for e in self.records.events}

    @cached_property
    def retold(self) -> Counter[str]:
        """How many times each event is told again."""
        return Counter(e.repeats for e in self.records.events if e.repeats)

    @cached_property
    def cued(self) -> dict[int, Statement]:
        """For each token of a cue, its statement."""
        return {t.index: s for s in self.records.statements for span in s.cue for t in self._tokens(span)}

    @cached_property
    def shares(self) -> Counter[Actor | None]:
        """How many statements each speaker makes."""
        return Counter(s.speaker for s in self.records.statements)

    @cached_property
    def before(self) -> dict[str, Statement]:
        """For each statement but the first, the one before it."""
        return {b.id: a for a, b in pairwise(self.records.statements)}

    @cached_property
    def cues_in(self) -> Counter[int]:
        """How many cues stand in each sentence."""
        roots = (self.root(s.cue) for s in self.records.statements)
        return Counter(root.sentence for root in roots if root is not None)

    @cached_property
    def named_in(self) -> dict[str, list[int]]:
        """The sentences in which each word with a capital stands."""
        found: dict[str, list[int]] = {}
        for token in self.reading.tokens:
            if token.pos == "PROPN":
                found.setdefault(token.text, []).append(token.sentence)
        return found

    @cached_property
    def persons_in(self) -> dict[int, set[str]]:
        """The last names of the persons that each sentence names."""
        found: dict[int, set[str]] = {}
        for entity in self.reading.entities:
            if entity.label == "PERSON":
                last = self.reading.tokens[entity.last]
                found.setdefault(last.sentence, set()).add(last.text)
        return found

    def rivals(self, token: Token) -> int:
        """How many persons are named in the two sentences before a word and before it in its own."""
        near = range(token.sentence - 2, token.sentence + 1)
        return len(set().union(*(self.persons_in.get(n, set()) for n in near)))

    def since_named(self, name: str, sentence: int) -> int | None:
        """How many sentences ago the last word of a name stood, None if it has not."""
        places = self.named_in.get(name.rpartition(" ")[2], [])
        return min((sentence - p for p in places if p <= sentence), default=None)

    @cached_property
    def manner(self) -> tuple[str, ...]:
        """How the whole report is told: who speaks in it, in what tense, and how long it is."""
        tokens = [t for s in self.body for t in self.reading.sentence_tokens(s)]
        words, sentences = max(1, len(tokens)), max(1, len(self.body))
        finite = max(1, sum(t.tag in _FINITE for t in tokens))
        shares = {
            "first person": (sum(t.lower in _FIRST_PERSON for t in tokens) / words, 0.005, 0.02),
            "second person": (sum(t.lower in _SECOND_PERSON for t in tokens) / words, 0.002, 0.008),
            "questions": (sum(t.text == "?" for t in tokens) / sentences, 0.02, 0.06),
            "past": (sum(t.tag == "VBD" for t in tokens) / finite, 0.4, 0.6),
            "said": (sum(t.lower in _REPORTING for t in tokens) / sentences, 0.15, 0.4),
            "length": (len(self.body), 20, 45),
        }
        return tuple(f"report {what} {_level(*share)}" for what, share in shares.items())

    @cached_property
    def company(self) -> tuple[str, ...]:
        """Who speaks and acts in the whole report."""
        return company(self.records)

    @cached_property
    def title(self) -> frozenset[str]:
        """The words of the headline."""
        return frozenset(re.findall(r"[\w'-]+", (self.reading.article.title or "").lower()))

    @cached_property
    def parts(self) -> Counter[str]:
        """How many parts in events each name has."""
        return Counter(a.name for e in self.records.events for a in (*e.actors, *e.recipients))

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The countries that have most parts in events, by rank."""
        parts = Counter(
            a.country for e in self.records.events for a in (*e.actors, *e.recipients) if a.country
        )
        return {country: rank for rank, (country, _) in enumerate(parts.most_common(_FOREMOST))}

    def wording(self, sentence: int) -> tuple[str, ...]:
        """The words of a sentence that tell what it is about, and how old the years are that it names."""
        if sentence not in self._wordings:
            self._wordings[sentence] = tuple(self._wording(self.reading.sentences[sentence]))
        return self._wordings[sentence]

    @cached_property
    def _wordings(self) -> dict[int, tuple[str, ...]]:
        return {}

    def _wording(self, sentence: Sentence) -> Iterator[str]:
        published = self.reading.article.published
        for token in self.reading.sentence_tokens(sentence):
            if token.pos in TELLING:
                yield f"sentence has {token.lemma}"
            elif published and _YEAR.fullmatch(token.text):
                yield f"sentence year {min(_OLDEST, max(-1, published.year - int(token.text)))} ago"

    def named(self, sentence: int) -> tuple[tuple[Token, frozenset[str]], ...]:
        """The words of a sentence that name somebody, each with whom: codes of countries, or names."""
        if sentence not in self._named:
            tokens = self.reading.sentence_tokens(self.reading.sentences[sentence])
            naming = (t for t in tokens if t.pos in _MAY_NAME and t.dep != "conj")
            found = ((t, countries_or_names(self.actors.actors(t))) for t in naming)
            self._named[sentence] = tuple((t, who) for t, who in found if who)
        return self._named[sentence]

    @cached_property
    def _named(self) -> dict[int, tuple[tuple[Token, frozenset[str]], ...]]:
        return {}

    def root(self, spans: Sequence[Span]) -> Token | None:
        """The word that governs some words: the first whose head is outside them."""
        tokens = [t for span in spans for t in self._tokens(span)]
        inside = {t.index for t in tokens}
        return next((t for t in tokens if t.head is t or t.head.index not in inside), None)

    def words(self, spans: Iterable[Span]) -> list[Token]:
        """The tokens of some words."""
        return [t for span in spans for t in self._tokens(span)]

    def place(self, token: Token) -> str:
        """Where in the report a word stands: opening, lead, first or second half, or beside the text."""
        sentence = self.reading.sentence_of(token)
        if sentence.zone is not Zone.BODY:
            return str(sentence.zone)
        first = self.body[0].index
        if sentence.index - first < 3:
            return "opening" if sentence.index == first else "lead"
        return "late" if sentence.index - first > len(self.body) / 2 else "early"

    def _tokens(self, span: Span) -> list[Token]:
        return self.reading.tokens_in(span)


def countries_or_names(actors: Iterable[Actor]) -> frozenset[str]:
    """What tells some people from others: their countries, else their names.

    Args:
        actors: the people.
    """
    return frozenset(a.country or a.name.lower() for a in actors)


def about_actor(role: str, actor: Actor | None) -> Iterator[str]:
    """The traits of somebody who has a part in a record.

    Args:
        role: what to call the part. actor: who has it; None if nobody is known.
    """
    if actor is None:
        yield f"{role} nobody"
        return
    known = "with" if actor.country else "without"
    yield f"{role} {actor.kind} {known} country"
    yield f"{role} name of {min(_LONGEST, len(actor.name.split()))}"
    if actor.name[:1].islower():
        yield f"{role} unnamed"
    if actor.office:
        yield f"{role} in office"
    if actor.country in _WORLDWIDE:
        yield f"{role} worldwide"
    yield from (f"{role} sector {sector}" for sector in actor.sectors)
    if not actor.sectors:
        yield f"{role} no sector"


def sector(actor: Actor) -> str:
    """The first sector of somebody, "none" if he has none.

    Args:
        actor: who.
    """
    return str(actor.sectors[0]) if actor.sectors else "none"


def standing(role: str, actor: Actor, scene: Scene) -> Iterator[str]:
    """The traits of what somebody is to the whole report.

    Args:
        role: what to call the part. actor: who has it. scene: the report.
    """
    words = actor.name.lower().split()
    yield f"{role} in title {not scene.title.isdisjoint(words)}"
    yield f"{role} parts {_steps(scene.parts[actor.name], _PARTS)}"
    if actor.country:
        yield f"{role} country rank {scene.ranks.get(actor.country, _FOREMOST)}"


def around(role: str, token: Token, scene: Scene) -> Iterator[str]:
    """The traits of the words beside and under the word that carries a record.

    Args:
        role: what to call it. token: the word. scene: its report.
    """
    sentence = scene.reading.sentence_of(token)
    for step in _STEPS:
        place = token.index + step
        inside = sentence.first <= place <= sentence.last
        yield f"{role} {step:+} {plain(scene.reading.tokens[place]) if inside else 'end'}"
    yield from under(role, token)
    for child in token.children:
        if child.dep == "prep":
            yield from (f"{role} {child.lower} {plain(c)}" for c in child.children)
    top = (token, *token.ancestors())[-1]
    yield from (f"{role} in sentence of {plain(top)}", f"{role} in sentence of {top.tag}")


def under(role: str, token: Token) -> Iterator[str]:
    """The traits of the words that hang on a word.

    Args:
        role: what to call it. token: the word.
    """
    yield from (f"{role} has {child.dep} {plain(child)}" for child in token.children)


def about_verb(role: str, token: Token) -> Iterator[str]:
    """The traits of the word that carries a record: its form, its auxiliaries, and what it hangs on.

    Args:
        role: what to call it. token: the word.
    """
    yield f"{role} tag {token.tag}"
    yield f"{role} dep {token.dep}"
    for child in token.children:
        if child.dep in _AUXILIARY:
            yield f"{role} aux {child.lower}"
        elif child.dep in ("nsubj", "nsubjpass"):
            yield f"{role} subject {child.lower if child.pos == 'PRON' else child.pos}"
    ancestors = list(token.ancestors())
    yield f"{role} depth {min(5, len(ancestors))}"
    if ancestors:
        yield f"{role} under {plain(ancestors[0])}"
        yield f"{role} dep {token.dep} under {ancestors[0].tag}"
        yield from (f"{role} above aux {c.lower}" for c in ancestors[0].children if c.dep in _AUXILIARY)


def _steps(value: int, limits: Sequence[int]) -> int:
    return sum(value >= limit for limit in limits)


def _level(value: float, some: float, much: float) -> str:
    return "little" if value < some else "some" if value < much else "much"
