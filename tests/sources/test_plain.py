"""Plain text in: verbatim, in zones, and nothing but English reports."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.sources import (
    BinaryError,
    DateError,
    EmptyError,
    EncodingError,
    NotEnglishError,
    SourceError,
    TooLongError,
    from_text,
)

REPORT = (
    "Neighbours reopen border crossing\n\n"
    "VESK, Arvania (AP) — The foreign ministers of Arvania and Lower Teland agreed on Tuesday to reopen the "
    "border crossing at Vesk, which had been shut since the spring floods."
)

PIECES = [
    *"\r\n\t \ufeff\0\u2028\x85\u200b\u202e“”\"'‘’«()[]—-.:;,/©@#שم中ﬁ",
    *("e\u0301", "👩‍🚀", "🇦🇫", "\r\n\r\n", "Photo: ", "REUTERS/", "(AP) ", "By ", "KABUL ", "Read more"),
]
HOSTILE = st.lists(st.sampled_from(PIECES) | st.characters() | st.text(max_size=9), max_size=60).map("".join)


@given(HOSTILE)
@example("\ufeffBy X\r\n\r\nKABUL (AFP) — “Nested ‘and unclosed")
@example("(Photo: A/AFP) (AP)")
@example("Enlarge this image toggle caption")
@example("\x1f\x1c a \u2029 b")
def test_hostile_text_is_zoned_or_refused(text: str) -> None:
    try:
        article = from_text(text, language="en")
    except SourceError:
        return
    assert article.text == text
    end = 0
    for segment in article.segments:
        assert end <= segment.start < segment.end <= len(text)
        assert not text[end : segment.start].strip()
        assert article.span(segment.start, segment.end).exact.strip()
        end = segment.end
    assert not text[end:].strip()


@given(
    st.lists(st.sampled_from([REPORT, "By Jane Doe", "REUTERS", "World", "___", "A gate. AFP"]), min_size=1)
)
def test_paragraphs_of_reports_in_any_order(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    if parts == ["___"] * len(parts):
        return
    article = from_text(text, language="en")
    assert " ".join(text[s.start : s.end] for s in article.segments).split() == text.split()


def test_the_headline_is_the_title() -> None:
    assert from_text(REPORT).title == "Neighbours reopen border crossing"


def test_a_given_title_goes_before() -> None:
    assert from_text(REPORT, title="Another").title == "Another"


def test_what_is_known_is_kept() -> None:
    article = from_text(REPORT, outlet="The Harbour", published="2021-08-16", url="https://harbour.example/1")
    assert (article.outlet, article.published, article.url, article.language) == (
        "The Harbour",
        dt.date(2021, 8, 16),
        "https://harbour.example/1",
        "en",
    )
    assert article.wires == ("AP",)


@pytest.mark.parametrize(
    "day", [dt.date(2021, 8, 16), dt.datetime(2021, 8, 16, 9, 30), "2021-08-16T09:30:00Z"]
)
def test_days_of_publication(day: dt.date | str) -> None:
    assert from_text(REPORT, published=day).published == dt.date(2021, 8, 16)


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(DateError, match=r"text: 'last week' is no day.*YYYY-MM-DD"):
        from_text(REPORT, published="last week")


@pytest.mark.parametrize("text", ["", " \n\t", "…", "___\n\n***"])
def test_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(EmptyError, match="text: no words"):
        from_text(text)


def test_nul_characters_are_refused() -> None:
    with pytest.raises(BinaryError, match="NUL character at 3"):
        from_text("One\0two")


def test_halves_of_surrogate_pairs_are_refused() -> None:
    with pytest.raises(EncodingError, match="surrogate pair at 4"):
        from_text("One \ud83d two")


def test_another_language_is_refused_by_name() -> None:
    german = (
        "Die Außenminister von Arvanien und Unterteland haben am Dienstag vereinbart, den Grenzübergang "
        "bei Vesk wieder zu öffnen, der seit dem Hochwasser im Frühjahr geschlossen war."
    )
    with pytest.raises(NotEnglishError, match="'de', not in English"):
        from_text(german)
    assert from_text(german, language="en-GB").language == "en"
    with pytest.raises(NotEnglishError, match="'fr'"):
        from_text(REPORT, language="fr")


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (
            "Les ministres des affaires étrangères ont convenu mardi de rouvrir le poste frontière de Vesk.",
            "fr",
        ),
        (
            "De ministers werden het dinsdag eens over de heropening van de grensovergang bij Vesk, zei hij.",
            "nl",
        ),
        (
            "Министры иностранных дел договорились во вторник открыть переход, закрытый с весны у Веска.",
            "ru",
        ),
        ("外交部长周二同意重新开放自春季洪水以来一直关闭的边境口岸。" * 4, "zh"),
    ],
)
def test_languages(words: str, language: str) -> None:
    with pytest.raises(NotEnglishError, match=f"'{language}'"):
        from_text(words)


def test_a_paragraph_longer_than_any_of_a_report_is_refused() -> None:
    with pytest.raises(TooLongError, match=r"paragraph at 0 has 9,999,999 code points.*break it"):
        from_text("word " * 2_000_000 + "\n\nEnd")


def test_many_paragraphs_are_no_matter() -> None:
    assert len(from_text("\n\n".join([REPORT] * 300)).segments) > 300
