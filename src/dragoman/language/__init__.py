"""The language of an article: the only package that knows the library that reads it."""

from dragoman.language.reader import Reader
from dragoman.language.reading import (
    Chain,
    Entity,
    Mention,
    MentionKind,
    Place,
    Reading,
    Sentence,
    Time,
    Token,
)

__all__ = [
    "Chain",
    "Entity",
    "Mention",
    "MentionKind",
    "Place",
    "Reader",
    "Reading",
    "Sentence",
    "Time",
    "Token",
]
