"""What goes wrong when a report is read: each message names the input, the place and the remedy."""

from __future__ import annotations


class SourceError(ValueError):
    """A source that cannot be read as one English news report."""


class UnreadableError(SourceError):
    """The source is not there, is a folder or must not be opened."""


class EmptyError(SourceError):
    """The source has no words."""


class BinaryError(SourceError):
    """The source is no text: a picture, an archive, a PDF."""


class UnknownFormatError(SourceError):
    """The source is in a format that is not read."""


class EncodingError(SourceError):
    """The source is text in no encoding that can be told."""


class NoArticleError(SourceError):
    """The page has no article, or not enough of one is left."""


class TooLongError(SourceError):
    """A paragraph is longer than any of a report."""


class DateError(SourceError):
    """The day of publication is no day."""


class NotEnglishError(SourceError):
    """The report is in another language."""
