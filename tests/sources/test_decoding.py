"""Decoding: encodings, marks, line ends, garbled letters, and bytes that are no text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources import BinaryError, EmptyError, SourceError
from dragoman.sources.decoding import decode, repair

WORDS = "The envoy – “a café regular” – left Vesk."


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"),
        WORDS.encode("cp1252"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert decode(data, name="x") == WORDS


def test_utf16_without_mark() -> None:
    assert decode("The envoy left Vesk.".encode("utf-16-le"), name="x") == "The envoy left Vesk."


def test_a_page_declares_its_encoding() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Президент</body></html>'
    assert "Президент" in decode(page.encode("cp1251"), name="x")


def test_an_encoding_nobody_declares_is_guessed() -> None:
    words = "Министр иностранных дел заявил, что переговоры продолжатся на следующей неделе. " * 5
    assert decode(words.encode("cp1251"), name="x") == words


def test_line_ends_become_one() -> None:
    assert decode(b"One\r\ntwo\rthree\n", name="x") == "One\ntwo\nthree\n"


def test_a_sequence_cut_at_the_end_is_left_out() -> None:
    assert decode("The café".encode()[:-1], name="x") == "The caf"


def test_single_faults_do_not_change_the_encoding() -> None:
    assert decode("“The café” – ".encode() + b"\xff left", name="x") == "“The café” – \ufffd left"


@pytest.mark.parametrize("data", [b"", b" \r\n "])
def test_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(EmptyError, match=r"report\.txt: empty"):
        decode(data, name="report.txt")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "a ZIP archive"),
        (b"\x1f\x8b\x08...", "gzip"),
        (b"\x89PNG\r\n", "a picture"),
        (b"ab\0c\0\0def", "NUL byte at 2"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, what: str) -> None:
    with pytest.raises(BinaryError, match=f"x: .*{what}"):
        decode(data, name="x")


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text = decode(data, name="x")
    except SourceError:
        return
    assert "\r" not in text and "\0" not in text


def test_garbled_letters_are_set_right() -> None:
    assert repair("The â€œcafÃ©â€\x9d") == "The “café”"


@given(
    st.lists(
        st.sampled_from("The café “said” ‘so’ – it’s ﬁne… naïve £5 — Ünal Köln São ’".split()), max_size=14
    )
)
def test_sound_text_is_never_changed(words: list[str]) -> None:
    assert repair(" ".join(words)) == " ".join(words)
