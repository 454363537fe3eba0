"""The contexts of events: what they are about, by keywords of their sentence and paragraph."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from dragoman.events.ontology import ontology
from dragoman.knowledge.files import KnowledgeError, load_yaml
from dragoman.language import Reading, Token

FILE = "contexts.yaml"
_Table = dict[str, list[tuple[tuple[str, ...], str, bool]]]


@cache
def keywords() -> _Table:
    """The keywords by their first word: all their words, their context, whether one alone is enough.

    Raises:
        KnowledgeError: the file names an unknown context, or lacks its words.
    """
    table: _Table = defaultdict(list)
    raw = load_yaml(FILE)
    for context, words in raw.items():
        if context not in ontology().contexts:
            raise KnowledgeError(f"{FILE}: {context}: no PLOVER context; plover.yaml lists them")
        try:
            entries = [(words["sure"], True), (words["hints"], False)]
        except (KeyError, TypeError):
            raise KnowledgeError(f"{FILE}: {context}: give the lists 'sure' and 'hints'") from None
        for phrases, sure in entries:
            for phrase in phrases:
                pieces = tuple(phrase.split())
                table[pieces[0]].append((pieces, context, sure))
    return dict(table)


class Contexts:
    """The contexts of the sentences of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._done: set[int] = set()
        self._sure: dict[int, set[str]] = defaultdict(set)  # by sentence
        self._hits: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))  # by paragraph
        self._near: dict[int, set[str]] = defaultdict(
            set
        )  # by sentence: contexts of which it holds some word

    def _read(self, segment: int) -> None:
        """Look up the words of a paragraph, once."""
        if segment in self._done:
            return
        self._done.add(segment)
        for sentence in self._reading.sentences:
            if sentence.segment == segment:
                for token in self._reading.sentence_tokens(sentence):
                    self._look_up(token)

    def _look_up(self, token: Token) -> None:
        table = keywords()
        for form in {token.lemma, token.lower}:
            for pieces, context, sure in table.get(form, ()):
                if len(pieces) == 1 or _continues(self._reading.tokens, token.index, pieces):
                    self._add(token, " ".join(pieces), context, sure=sure)

    def _add(self, token: Token, phrase: str, context: str, *, sure: bool) -> None:
        if sure:
            self._sure[token.sentence].add(context)
        self._near[token.sentence].add(context)
        self._hits[self._reading.sentences[token.sentence].segment][context].add(phrase)

    def of(self, token: Token) -> tuple[str, ...]:
        """The contexts of an event expressed at a token, in order of the alphabet."""
        segment = self._reading.sentences[token.sentence].segment
        self._read(segment)
        hits = self._hits.get(segment, {})
        near = self._near.get(token.sentence, set())
        found = {context for context in near if len(hits[context]) > 1}
        return tuple(sorted(found | self._sure.get(token.sentence, set())))


def _continues(tokens: list[Token], start: int, pieces: tuple[str, ...]) -> bool:
    following = tokens[start : start + len(pieces)]
    return len(following) == len(pieces) and all(
        piece in (token.lower, token.lemma) for piece, token in zip(pieces, following, strict=True)
    )
