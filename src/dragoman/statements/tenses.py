"""Tenses by which what a speaker says is told from what the reporter adds."""

from __future__ import annotations

from dragoman.language import Token

_MODALS = frozenset("would could might should must may can will 'd ’d 'll ’ll wo ca".split())
_HAVE = frozenset({"has", "have", "had", "'ve", "’ve"})


def is_shifted(verb: Token) -> bool:
    """Whether a verb has a modal, as what speakers foresee or weigh does ("…, as it might sink").

    Args:
        verb: the verb of a clause.
    """
    return any(a.lower in _MODALS for a in verb.all("aux"))


def is_perfect(verb: Token) -> bool:
    """Whether a verb has a perfect tense ("it has been shut").

    Args:
        verb: the verb of a clause.
    """
    return any(a.lower in _HAVE for a in verb.all("aux", "auxpass"))
