"""Reports in: files, pages and plain text become articles."""

from dragoman.sources.errors import (
    BinaryError,
    DateError,
    EmptyError,
    EncodingError,
    NoArticleError,
    NotEnglishError,
    SourceError,
    TooLongError,
    UnknownFormatError,
    UnreadableError,
)
from dragoman.sources.loading import load
from dragoman.sources.plain import from_text

__all__ = [
    "BinaryError",
    "DateError",
    "EmptyError",
    "EncodingError",
    "NoArticleError",
    "NotEnglishError",
    "SourceError",
    "TooLongError",
    "UnknownFormatError",
    "UnreadableError",
    "from_text",
    "load",
]
