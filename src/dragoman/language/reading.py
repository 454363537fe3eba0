"""A reading: what the language of an article says, free of the library that read it.

The types here are plain, so that every later stage can be tested on a reading made by hand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from dragoman.article import Article, Span, Zone


class Token:
    """A word or mark of a sentence with its place in the syntax tree.

    Attributes:
        index: its number in the reading; `reading.tokens[token.index] is token`.
        text: the word as written. lower: in lower case. lemma: the dictionary form, in lower case.
        tag: Penn Treebank tag. pos: universal part of speech.
        dep: ClearNLP dependency label on the arc from `head`; "ROOT" at the top, where `head` is itself.
        start, end: offsets in the article's text.
        sentence: the number of its sentence.
        entity: label of the named entity that it is in ("PERSON", "GPE" …), "" if none.
        children: its dependents, in order of the text.
    """

    __slots__ = (
        "children", "dep", "end", "entity", "head", "index", "lemma", "lower", "pos", "sentence", "start",
        "tag", "text",
    )  # fmt: skip

    def __init__(  # noqa: PLR0917
        self, index: int, text: str, lemma: str, tag: str, pos: str, dep: str, start: int, sentence: int,
        entity: str = "",
    ) -> None:  # fmt: skip
        self.index = index
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma
        self.tag = tag
        self.pos = pos
        self.dep = dep
        self.start = start
        self.end = start + len(text)
        self.sentence = sentence
        self.entity = entity
        self.head: Token = self
        self.children: list[Token] = []

    def __repr__(self) -> str:
        return f"<{self.index} {self.text}/{self.tag} {self.dep}<-{self.head.text}>"

    def child(self, *deps: str) -> Token | None:
        """The first dependent whose label is one of `deps`."""
        for child in self.children:
            if child.dep in deps:
                return child
        return None

    def all(self, *deps: str) -> list[Token]:
        """The dependents whose label is one of `deps`."""
        return [c for c in self.children if c.dep in deps]

    def subtree(self) -> list[Token]:
        """The token and all below it, in order of the text."""
        found = [self]
        for token in found:
            found.extend(token.children)
        found.sort(key=_index)
        return found

    def ancestors(self) -> Iterator[Token]:
        """The heads above the token, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_under(self, other: Token) -> bool:
        """Whether `other` is the token or above it."""
        return self is other or any(a is other for a in self.ancestors())

    def conjuncts(self) -> list[Token]:
        """The token and what is coordinated with it, to the right ("A, B and C" from A: all three)."""
        found = [self]
        for token in found:
            for child in token.children:
                if child.dep == "conj":
                    found.append(child)
        return found


def _index(token: Token) -> int:
    return token.index


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: tokens `first` to `last`, both included.

    Args:
        index: its number. first, last: its tokens. segment: the number of the article's segment it is in.
        zone: the zone of that segment.
    """

    index: int
    first: int
    last: int
    segment: int
    zone: Zone


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: tokens `first` to `last`, both included, with its OntoNotes label."""

    first: int
    last: int
    label: str


class MentionKind(StrEnum):
    """How a mention names what it stands for."""

    NAME = "name"  # "Foreign Ministry spokesperson Hua Chunying", "Beijing"
    NOMINAL = "nominal"  # "the group", "its embassy"
    PRONOUN = "pronoun"  # "she", "its"


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that stands for somebody or something: tokens `first` to `last`, both included.

    The tokens run from the phrase's first premodifier to its head; what follows the head is left out.

    Args:
        first, last: its tokens. head: the number of its head token.
        kind: name, nominal or pronoun.
        name: the bare name in it ("Hua Chunying"), without title, article and "’s"; "" where there is none.
        label: OntoNotes label of the name; "" where there is none.
        chain: the number of its coreference chain.
    """

    first: int
    last: int
    head: int
    kind: MentionKind
    name: str
    label: str
    chain: int


@dataclass(frozen=True, slots=True)
class Chain:
    """All mentions of one person, body, place or thing in the article.

    Args:
        index: its number. mentions: numbers of its mentions, in order of the text.
        name: the fullest name that the article gives it; "" if it is never named.
        label: OntoNotes label of that name; "" if none.
    """

    index: int
    mentions: tuple[int, ...]
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time and the calendar time that it names.

    Args:
        first, last: its tokens, both included.
        value: ISO 8601, as far as it is precise: "2021-08-16", "2021-W33", "2021-08", "2021".
        precision: "day", "week", "month" or "year".
    """

    first: int
    last: int
    value: str
    precision: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place name and where on Earth it is.

    Args:
        first, last: its tokens, both included.
        name: the gazetteer's name. country: ISO 3166-1 alpha-3 of its country; None for seas and continents.
        latitude, longitude: degrees (WGS 84); None where the gazetteer has none.
        geonameid: its GeoNames id; None where it has none.
        kind: "city", "country" or "region".
    """

    first: int
    last: int
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    geonameid: int | None
    kind: str


@dataclass
class Reading:
    """An article read: tokens with syntax, sentences, entities, mentions and chains, times, places."""

    article: Article
    tokens: list[Token]
    sentences: list[Sentence]
    entities: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    chains: list[Chain] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def sentence_tokens(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last + 1]

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence that a token is in."""
        return self.sentences[token.sentence]

    def span(self, first: int, last: int) -> Span:
        """The words from one token to another, both included."""
        return self.article.span(self.tokens[first].start, self.tokens[last].end)

    def token_at(self, offset: int) -> Token | None:
        """The token that holds an offset of the article's text, or the next one after it; None at the end."""
        place = bisect_right(self._ends, offset)
        return self.tokens[place] if place < len(self.tokens) else None

    def tokens_in(self, span: Span) -> list[Token]:
        """The tokens that lie in a span, in whole or in part."""
        first = bisect_right(self._ends, span.start)
        return self.tokens[first : max(first, bisect_left(self._starts, span.end))]

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [t.end for t in self.tokens]

    def words(self, tokens: Sequence[Token]) -> str:
        """The article's text from the first to the last of some tokens."""
        return self.article.text[tokens[0].start : tokens[-1].end] if tokens else ""

    @cached_property
    def mention_by_head(self) -> dict[int, Mention]:
        """The mentions by the number of their head token."""
        return {m.head: m for m in self.mentions}

    @cached_property
    def mention_by_token(self) -> dict[int, Mention]:
        """For each token in a mention, the smallest mention that it is in."""
        found: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda m: m.first - m.last):
            for index in range(mention.first, mention.last + 1):
                found[index] = mention
        return found

    def chain_of(self, token: Token) -> Chain | None:
        """The coreference chain of the mention that a token heads."""
        mention = self.mention_by_head.get(token.index)
        return self.chains[mention.chain] if mention else None

    @cached_property
    def time_by_token(self) -> dict[int, Time]:
        """For each token in an expression of time, that expression."""
        return {i: t for t in self.times for i in range(t.first, t.last + 1)}

    @cached_property
    def place_by_token(self) -> dict[int, Place]:
        """For each token in a place name, that place."""
        return {i: p for p in self.places for i in range(p.first, p.last + 1)}
