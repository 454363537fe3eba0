"""The law of the house: every span of every record holds the exact words of the article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.article import Span
from dragoman.coder import Coder
from dragoman.language import Reader
from dragoman.records import Record
from dragoman.sources import SourceError, from_text

PHRASES = [
    "Norway said the talks would go on",
    "“We shall keep the bridge open,” the Finnish minister said",
    "\"Never,\" she added. \"Not if they stay.\"",
    "Ana Petrova told reporters on Monday that “part of the staff” would leave",
    "Bulgaria accused Romania of moving troops",
    "the embassy told its citizens to stay indoors",
    "according to AFP",
    "“an unclosed quotation",
    "closed too often” ”",
    "‘he said ‘nested ‘thrice’’’",
    "رئيس الوزراء قال إن المحادثات مستمرة",
    "שר החוץ אמר",
    "e\u0301te\u0301 cafe\u0301",
    "🕊️ 👩‍🚀 🇳🇴",
    "\u202eoverride\u202c",
    "a\r\nb",
    "\ufeffBOM within",
    "word " * 200,
    "U.S. officials met Gen. A. B. Lee at 5 p.m. on Jan. 3",
]  # fmt: skip
GLUE = [" ", ". ", ", ", "\n\n", "\r\n\r\n", "\n", " — ", "; ", ": ", " “", "” ", "\t"]

texts = st.lists(
    st.one_of(st.sampled_from(PHRASES), st.sampled_from(GLUE), st.text(max_size=12)), min_size=1, max_size=14
).map("".join)


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(text=texts)
def test_every_span_holds_its_words(reader: Reader, text: str) -> None:
    try:
        article = from_text(text, title=None, published=dt.date(2024, 3, 14), language="en")
    except SourceError:
        return
    coded = Coder(reader).code(article)
    for record in coded.records:
        for span in _spans(record):
            assert article.text[span.start : span.end] == span.exact
    ids = [record.id for record in coded.records]
    assert len(ids) == len(set(ids))


def _spans(record: Record) -> Iterator[Span]:
    for name in record.__dataclass_fields__:
        value = getattr(record, name)
        if isinstance(value, Span):
            yield value
        elif isinstance(value, tuple):
            yield from (v for v in value if isinstance(v, Span))
