"""From the library's documents, one a stretch of text, to the reading of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dragoman.article import Article
from dragoman.language.reading import Entity, Reading, Sentence, Token
from dragoman.language.words import Lemmas, part_of_speech

if TYPE_CHECKING:
    from spacy.tokens import Doc

_COLUMNS: list[int | str] = ["ORTH", "TAG", "DEP", "ENT_TYPE", "SENT_START", "IDX", "POS", "LEMMA", "HEAD"]


class ReadingBuilder:
    """Joins the documents of an article's stretches into one reading.

    Args:
        article: the article that the documents are of.
        lemmas: what works out parts of speech and lemmas; None to take the library's.
    """

    def __init__(self, article: Article, lemmas: Lemmas | None = None) -> None:
        self.reading = Reading(article, [], [])
        self._lemmas = lemmas
        self._names: dict[int, str] = {}

    def add(self, doc: Doc, segment: int, offset: int) -> None:
        """Append a document.

        Args:
            doc: tagged, parsed and with named entities.
            segment: number of the article's segment that it is of.
            offset: where it begins in the article's text.
        """
        if not len(doc):
            return
        tokens, kept = self._tokens(doc, offset)
        if not tokens:
            return
        self._add_sentences(tokens, segment)
        self.reading.tokens.extend(tokens)
        for entity in doc.ents:
            inside = [kept[i] for i in range(entity.start, entity.end) if i in kept]
            if inside:
                first, last = tokens[inside[0]].index, tokens[inside[-1]].index
                self.reading.entities.append(Entity(first, last, entity.label_))

    def _tokens(self, doc: Doc, offset: int) -> tuple[list[Token], dict[int, int]]:
        """The words of a document as tokens, and where each word of the document went.

        White space is no token; what hangs on it is hung on what it hangs on.
        """
        columns: Any = doc.to_array(_COLUMNS)
        heads = columns[:, 8].astype(np.int64) + np.arange(len(doc))
        names = self._named(doc, columns)
        base = len(self.reading.tokens)
        sentence = len(self.reading.sentences)
        lemmas = self._lemmas
        tokens: list[Token] = []
        kept: dict[int, int] = {}
        opening = True  # whether the next word begins a sentence
        for i, (orth, tag, dep, entity, start, place, pos, lemma, _) in enumerate(columns.tolist()):
            opening = opening or start == 1
            text = names[orth]
            if text.isspace():
                continue
            if "'" in text:  # as the article writes it, not as the parser was given it
                begin = offset + place
                text = self.reading.article.text[begin : begin + len(text)]
            sentence += opening
            opening = False
            kept[i] = len(tokens)
            penn, label = names[tag], names[dep]
            token = Token(
                base + len(tokens), text, "", penn, "", label, offset + place, sentence - 1, names[entity]
            )
            if lemmas is None:
                token.pos, token.lemma = names[pos], names[lemma].lower()
            else:
                token.pos = part_of_speech(token.lower, penn, label)
                token.lemma = lemmas.lemma(token.lower, penn)
            tokens.append(token)
        _attach(tokens, kept, heads.tolist())
        return tokens, kept

    def _named(self, doc: Doc, columns: Any) -> dict[int, str]:
        """The texts of the numbers in a document's columns; each is looked up once an article."""
        names, strings = self._names, doc.vocab.strings
        for number in set(columns[:, [0, 1, 2, 3, 6, 7]].ravel().tolist()):
            if number not in names:
                names[number] = strings[number]
        return names

    def _add_sentences(self, tokens: list[Token], segment: int) -> None:
        zone = self.reading.article.segments[segment].zone
        first = tokens[0]
        for token, following in zip(tokens, [*tokens[1:], None], strict=True):
            if following is None or following.sentence != token.sentence:
                sentence = Sentence(token.sentence, first.index, token.index, segment, zone)
                self.reading.sentences.append(sentence)
                if following is not None:
                    first = following


def _attach(tokens: list[Token], kept: dict[int, int], heads: list[int]) -> None:
    """Hang each token on its head, within its sentence."""
    for i, place in kept.items():
        head = heads[i]
        while head not in kept and heads[head] != head:
            head = heads[head]
        token = tokens[place]
        above = tokens[kept[head]] if head in kept else token
        if above is token or above.sentence != token.sentence:
            token.dep = "ROOT"
            continue
        token.head = above
        above.children.append(token)
