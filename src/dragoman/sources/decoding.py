"""Decoding: the bytes of a file become text, and garbled letters are set right."""

from __future__ import annotations

import codecs
import re

from dragoman.sources.errors import BinaryError, EmptyError, EncodingError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
)
_DECLARED = re.compile(
    rb"""(?i)<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})"""
)
_HEAD = 4096  # bytes in which a page names its encoding
_CUT = 3  # bytes that a cut can leave of one UTF-8 sequence
_LATIN = frozenset(
    {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii", "iso8859-1"}
)  # as browsers read them
_RARE = 0.1  # share of bytes above ASCII up to which Western text in one byte a letter is English
# what UTF-8 read as Windows-1252 looks like, and control characters that are Windows-1252 read as Latin-1
_GARBLED = re.compile("[\x80-\x9f]|[ÂÃÅÆÐâãäåæçðïÎÏ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


def decode(data: bytes, *, name: str) -> str:
    """The text of a file's bytes, lines ended by "\\n".

    Byte order marks, the encoding that a page declares, UTF-8 and what the letters look like are tried
    in this order. A sequence that is cut at the end is left out.

    Args:
        data: the bytes.
        name: what to call the input in messages.

    Raises:
        EmptyError: there are none but white space.
        BinaryError: they are no text.
        EncodingError: no encoding fits.
    """
    if not data.strip():
        raise EmptyError(f"{name}: empty: give a file with the text of a report or a saved page")
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    if kind:
        raise BinaryError(f"{name}: {kind}, not text: give the report as plain text or as a web page")
    text = _decoded(data, name)
    if "\0" in text:
        raise BinaryError(f"{name}: a NUL character at {text.index(chr(0))}: give plain text or a web page")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def repair(text: str) -> str:
    """The text with letters that went through a wrong encoding set right ("â€œ" becomes "“").

    Sound text is returned as it is: quotes, dashes and ligatures are never changed.
    """
    if not _GARBLED.search(text):
        return text
    import ftfy  # noqa: PLC0415 - slow to import, seldom needed

    lines = text.split("\n")
    return "\n".join(ftfy.fix_encoding(line) if _GARBLED.search(line) else line for line in lines)


def _decoded(data: bytes, name: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace").rstrip("\ufffd")
    if unmarked := _without_mark(data):
        return data.decode(unmarked, errors="replace").rstrip("\ufffd")
    if b"\0" in data:
        raise BinaryError(f"{name}: a NUL byte at {data.index(0)}: give plain text or a web page")
    for attempt in (_utf8, _declared, _western, _guessed):
        if (found := attempt(data)) is not None:
            return found
    raise EncodingError(f"{name}: in no known encoding: save it as UTF-8")


def _without_mark(data: bytes) -> str | None:
    """UTF-16 whose order no mark tells: every other byte of what is mostly ASCII is NUL."""
    even, odd = data[0:_HEAD:2], data[1:_HEAD:2]
    if len(odd) > 1 and odd.count(0) > 0.7 * len(odd) and not even.count(0):
        return "utf-16-le"
    if len(even) > 1 and even.count(0) > 0.7 * len(even) and not odd.count(0):
        return "utf-16-be"
    return None


def _utf8(data: bytes) -> str | None:
    """UTF-8, whole, cut at the end, or with fewer faults than sound sequences."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - _CUT and error.reason == "unexpected end of data":
            return data[: error.start].decode("utf-8")
    text = data.decode("utf-8", errors="replace")
    faults = text.count("\ufffd")
    sound = sum(c > "\x7f" for c in text) - faults
    return text if sound > faults else None


def _declared(data: bytes) -> str | None:
    """The encoding that a page declares."""
    if not (found := _DECLARED.search(data, 0, _HEAD)):
        return None
    encoding = found[1].decode("ascii").lower()
    try:
        return data.decode("cp1252" if encoding in _LATIN else encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def _western(data: bytes) -> str | None:
    """Windows-1252, what English text most often is that is not UTF-8."""
    high = sum(byte > 0x7F for byte in data)
    try:
        return data.decode("cp1252") if high <= _RARE * len(data) else None
    except UnicodeDecodeError:
        return None


def _guessed(data: bytes) -> str | None:
    """The encoding in which the letters look like a language."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, seldom needed

    best = from_bytes(data).best()
    return str(best) if best else None
