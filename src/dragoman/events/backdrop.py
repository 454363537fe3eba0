"""A time of years ago in what a deed hangs on: "the 2010 raid that KILLED nine", "under a deal of 1984"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dragoman.events.bygone import words
from dragoman.events.calendar import Calendar
from dragoman.events.circumstances import clauses_of
from dragoman.events.happening import Happening
from dragoman.events.syntax import is_verb
from dragoman.language import Time, Token

_MODIFYING = frozenset({"amod", "compound", "nmod", "npadvmod", "nummod", "poss"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RELATIVES = frozenset({"that", "which", "who"})
_WITHIN = frozenset({"in", "under", "at", "during"})
_WHERE = frozenset({"when", "where"})
_OF = frozenset({"of", "in", "from"})
_SHARING = frozenset({"conj", "xcomp"})


class Backdrop:
    """Tells the time of years ago in what the deeds of one reading hang on.

    Args:
        calendar: the times of the reading.
    """

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar

    def time(self, happening: Happening) -> Time | None:
        """The time long past of what a deed hangs on, if it hangs on anything so old.

        Args:
            happening: the deed.
        """
        times = [
            t for t in self._calendar.times(happening.anchor.sentence) if self._calendar.is_historical(t)
        ]
        if not times:
            return None
        nouns, clauses = list(_carriers(happening)), clauses_of(happening, upward=True)
        return next((t for t in times if self._dates(t, nouns, clauses, happening)), None)

    def _dates(
        self, time: Time, nouns: Collection[Token], clauses: Collection[int], happening: Happening
    ) -> bool:
        head = self._calendar.head(time)
        return _is_of(head, nouns) or _is_adjunct(head, clauses) or self._is_of_outcome(time, happening)

    def _is_of_outcome(self, time: Time, happening: Happening) -> bool:
        """Whether a time is that of what an attack did ("launched a raid that killed two in 1988")."""
        if happening.group != "force":
            return False
        nouns = {t.index for t in (*happening.words, *happening.matter) if t.pos == "NOUN"}
        home = self._calendar.home(time)
        return any(
            above.index == home
            and above.dep == "relcl"
            and above.head.index in nouns
            and _has_own_subject(above)
            for above in self._calendar.head(time).ancestors()
        )


def _carriers(happening: Happening) -> Iterator[Token]:
    """The nouns whose own deed a clause behind them tells ("the RAID that killed", "the DEAL in which")."""
    clause = happening.anchor if is_verb(happening.anchor) else None
    clause = clause or next((a for a in happening.anchor.ancestors() if is_verb(a)), None)
    while clause is not None and clause.dep in _SHARING:
        clause = clause.head
    if clause is None or clause.head.pos != "NOUN" or not _goes_with(clause):
        return
    noun = clause.head
    yield noun
    while noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.pos == "NOUN":
        noun = noun.head.head  # "the 2010 downing of a JET that …"
        yield noun


def _goes_with(clause: Token) -> bool:
    """Whether what a clause tells was done with or in its noun, not to it."""
    if clause.dep == "acl":
        return clause.tag == "VBG"
    return clause.dep == "relcl" and (_has_own_subject(clause) or _is_set_in(clause))


def _has_own_subject(clause: Token) -> bool:
    """Whether the noun before a clause is its subject ("that killed")."""
    return any(c.dep in _SUBJECTS and c.lower in _RELATIVES for c in clause.children)


def _is_set_in(clause: Token) -> bool:
    """Whether the noun before a clause is where or when it was done ("under which", "when")."""
    return any(
        (c.dep == "advmod" and c.lower in _WHERE)
        or (c.dep == "prep" and c.lower in _WITHIN and any(p.lower in _RELATIVES for p in c.children))
        for c in clause.children
    )


def _is_of(head: Token, nouns: Collection[Token]) -> bool:
    """Whether a time belongs to one of some nouns ("the 2010 raid", "the raid of 2010")."""
    if not nouns:
        return False
    node = head
    while node.dep in _MODIFYING and node not in nouns:
        node = node.head
    if node.dep == "pobj" and node.head.lower in _OF:
        node = node.head.head
    return node in nouns


def _is_adjunct(head: Token, clauses: Collection[int]) -> bool:
    """Whether a time stands in the occasion of a clause ("FOLLOWING the riots of 2015, they asked")."""
    node = head
    while node.head is not node:
        above = node.head
        if above.dep == "prep" and is_verb(above.head) and above.head.dep not in ("acl", "relcl"):
            return (
                above.lower in words().sets["backdrop"] and above.head.index in clauses and node is not head
            )
        if is_verb(above) and above.dep not in ("acl", "relcl"):
            return False
        node = above
    return False
