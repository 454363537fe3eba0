"""Mentions in the making."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.reading import MentionKind, Token

PROPER_TAGS = frozenset({"NNP", "NNPS"})
NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
DASHES = frozenset({"-", "‐", "‑"})


class Draft:
    """A mention in the making.

    Attributes:
        first, last, head: its tokens, as of `Mention`.
        kind: name, nominal or pronoun.
        words: the tokens of the bare name; empty where there is none.
        titles: title words before the name, without full stops, in lower case.
        label: OntoNotes label of the name; "" where there is none.
        office: the noun that the name follows with a preposition and its object, if any.
    """

    __slots__ = ("first", "head", "kind", "label", "last", "office", "titles", "words")

    def __init__(  # noqa: PLR0917
        self, first: int, last: int, head: Token, kind: MentionKind, words: Sequence[Token] = (),
        titles: Sequence[str] = (), label: str = "",
    ) -> None:  # fmt: skip
        self.first = first
        self.last = last
        self.head = head
        self.kind = kind
        self.words = words
        self.titles = titles
        self.label = label
        self.office: Token | None = None


def is_possessor(token: Token) -> bool:
    """Whether a noun stands in the possessive ("China's")."""
    return token.dep == "poss" or any(c.dep == "case" for c in token.children)
