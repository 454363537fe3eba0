"""Loading files, bytes and standard input, and what is wrong with them."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.sources import (
    BinaryError,
    EmptyError,
    SourceError,
    TooLongError,
    UnknownFormatError,
    UnreadableError,
    load,
    loading,
)

REPORT = (
    "Neighbours reopen border crossing\r\n\r\n"
    "VESK, Arvania (AP) — The foreign ministers of Arvania and Lower Teland agreed on Tuesday to reopen the "
    "border crossing at Vesk, which had been shut since the spring floods.\r\n"
)
CANONICAL = REPORT.replace("\r\n", "\n")


def test_a_path_a_name_bytes_and_an_open_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT.encode())
    with path.open("rb") as binary, path.open(encoding="utf-8", newline="") as text:
        sources = (path, str(path), REPORT.encode(), io.BytesIO(REPORT.encode()), binary, text)
        assert [load(source).text for source in sources] == [CANONICAL] * len(sources)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    article = load("-", outlet="The Harbour", published="2021-08-16")
    assert (article.text, article.outlet, str(article.published)) == (CANONICAL, "The Harbour", "2021-08-16")


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(UnreadableError, match=r"nowhere\.txt: no such file: check the path"):
        load("nowhere.txt")


def test_text_in_place_of_a_path() -> None:
    with pytest.raises(UnreadableError, match="from_text"):
        load("The envoy left Vesk on Tuesday. " * 200)


def test_a_path_that_can_be_none() -> None:
    with pytest.raises(UnreadableError, match="cannot be read"):
        load("a\0b")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="a folder: give the path of one file"):
        load(tmp_path)


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    with pytest.raises(EmptyError, match=r"empty\.txt: empty"):
        load(path)


def test_a_picture() -> None:
    with pytest.raises(BinaryError, match="bytes: a picture, not text"):
        load(b"\x89PNG\r\n\x1a\n....")


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b'<?xml version="1.0"?><rss/>', "XML"), (b'{"title": "x"}', "JSON"), (b"{\\rtf1 x}", "RTF")],
)
def test_formats_that_are_not_read_are_named(data: bytes, kind: str) -> None:
    with pytest.raises(UnknownFormatError, match=f"bytes: {kind}"):
        load(data)


def test_ten_megabytes_in_a_line_are_refused_at_once() -> None:
    with pytest.raises(TooLongError, match="more than 200,000"):
        load("the café is shut ".encode() * 620_000)


def test_a_file_larger_than_any_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "LARGEST", 10)
    with pytest.raises(TooLongError, match="more than 10 bytes"):
        load(REPORT.encode())


def test_garbled_text_is_set_right() -> None:
    garbled = CANONICAL.replace("—", "â€”")
    assert load(garbled.encode()).text == CANONICAL


def test_heavy_packages_wait_for_their_first_use() -> None:
    heavy = "{'trafilatura', 'htmldate', 'ftfy', 'py3langid', 'lxml', 'charset_normalizer', 'spacy'}"
    program = f"import sys, dragoman.sources; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_error_is_a_source_error() -> None:
    with pytest.raises(SourceError):
        load(b"")
    assert issubclass(SourceError, ValueError)
