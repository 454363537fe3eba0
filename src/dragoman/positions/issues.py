"""Issues and their stances: what they are made of, and their rows indexed by word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from dragoman.records import Act, EventType, Status

OWN_PUBLIC = "PUBLIC"  # among the words of a matter: people named after the speaker's own country

# whose records of the issue give a record its counterpart: anybody's; the holder's, else whoever the report
# sets over against the holder; the holder's alone
CARRIED, OWN, NAMED = "carried", "own", "named"


class Mode(StrEnum):
    """How far a holder goes."""

    DONE = "done"
    WILL = "will"
    READY = "ready"
    MAY = "may"
    REFUSED = "refused"
    OPPOSED = "opposed"  # it is against another's doing it
    ASKED = "asked"  # it asks another to do it
    ADVISED = "advised"  # it says that another should do it
    THREATENED = "threatened"
    CONDITIONAL = "conditional"
    UNSAID = "unsaid"  # asked whether, it would not say


class Of(StrEnum):
    """What the words of a row must be said of."""

    MATTER = "matter"
    PARTY = "party"
    PARTNER = "partner"  # a party that "with", "to" or "between" joins to the word
    SELF = "self"
    JUDGED = "judged"  # what a statement judges is the matter


class Holder(StrEnum):
    """Who holds the stance of a row."""

    AGENT = "agent"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Row:
    """One way in which a report shows a stance.

    Args:
        issue: the issue's name. name: the row's, for `why`: "mission.rows[3]".
        order: its place among the issue's rows; the first of several that fit counts.
        phrases: the words: a dictionary form, the part of speech that it must have ("" for any), and the
            words that must stand beside it: ("rule", "", "out"), ("open", "adj").
        acts: speech acts, for a row that reads statements.
        events, modes, statuses: for a row that reads events.
        of: what it must be said of. holder: who holds it.
        beside, without: words that must, and must not, be near. cue: words one of which must report it.
        cue_not: words that do not suffice to report it ("said").
        deed: whether what is said must have a verb: something to be done.
        fallback: whether it counts only for records that show no other issue.
        both: whether each side holds it towards the other. current: whether it lapses within weeks.
        ages: whether what was done more than two years ago is background.
        first: whether it counts as done only where it is the report's news, told in its first sentences.
        foreign: whether a foreign power must be named as the counterpart.
        powers: whether only states, organisations and armed movements hold it, no party, parliament or court.
        stances: the stance for each mode.
    """

    issue: str
    name: str
    order: int
    phrases: tuple[tuple[str, ...], ...]
    acts: frozenset[Act]
    events: frozenset[EventType]
    modes: frozenset[str]
    statuses: frozenset[Status]
    of: Of
    holder: Holder
    beside: frozenset[str]
    without: frozenset[str]
    cue: frozenset[str]
    cue_not: frozenset[str]
    deed: bool
    fallback: bool
    both: bool
    current: bool
    ages: bool
    first: bool
    foreign: bool
    powers: bool
    stances: Mapping[Mode, str] = field(hash=False)

    @property
    def has_condition(self) -> bool:
        """Whether a condition makes it another stance."""
        return self.stances.get(Mode.CONDITIONAL) != self.stances.get(Mode.DONE)


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue, the words that name it and what yields its stances, as a data file gives them.

    Args:
        name: its name. about: one line for the reader.
        matter: words that name it. near: words that name it only beside one of `matter`, or of `kin`.
        abroad: words that name it only where they are of a foreign party ("a BILL on Norden").
        at_home: words that, of a parliament or party, name it only beside a foreign party.
        stances: their names. rows: what yields them, in order of precedence.
        prevails: of several stances of one holder towards one party on one day, the order in which one is
            kept; empty where they may stand side by side.
        carries: whether a record that names no counterpart takes that of the nearest other of the issue:
            CARRIED of anybody's, OWN and NAMED of the holder's, "" none.
        foreign: whether a record must come to name a foreign power as its counterpart, itself or carried.
        alone: the stances that need not be towards anybody all the same ("will not attend the summit").
        mutual: whether two that hold a stance together hold it towards each other.
        to_maker: the stances towards whoever made the matter ("U.N. sanctions"); empty where all may be.
        leaves: the issues that it leaves statements on their matter to ("criticised the deal"), and words
            that are theirs too ("NEGOTIATES a deal with Norden").
        ages: whether what was done more than two years ago is background ("the pact signed in 1979").
        assembly: words that name it only beside a foreign party, or where the United Nations are named.
        apart: words that tell its matter apart to be another's ("a TRADE truce").
    """

    name: str
    about: str
    matter: frozenset[str]
    near: frozenset[str]
    kin: frozenset[str]
    abroad: frozenset[str]
    at_home: frozenset[str]
    stances: tuple[str, ...]
    prevails: tuple[str, ...]
    carries: str
    foreign: bool
    alone: frozenset[str]
    mutual: bool
    to_maker: frozenset[str]
    leaves: tuple[str, ...]
    ages: bool
    assembly: frozenset[str]
    apart: frozenset[str]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Issues:
    """All issues in use, with their rows indexed by the word, speech act and event type that call them."""

    issues: Mapping[str, Issue]

    @cached_property
    def by_word(self) -> Mapping[str, tuple[tuple[Row, str, tuple[str, ...]], ...]]:
        """For each first word of a phrase, the rows, its part of speech, and what must stand beside it."""
        found: dict[str, list[tuple[Row, str, tuple[str, ...]]]] = {}
        for row in self._rows():
            for first, part, *rest in row.phrases:
                found.setdefault(first, []).append((row, part, tuple(rest)))
        return {word: tuple(rows) for word, rows in found.items()}

    @cached_property
    def by_act(self) -> Mapping[Act, tuple[Row, ...]]:
        """For each speech act, the rows that read it."""
        return {act: tuple(r for r in self._rows() if act in r.acts) for act in Act}

    @cached_property
    def by_event(self) -> Mapping[EventType, tuple[Row, ...]]:
        """For each event type, the rows that read it."""
        return {kind: tuple(r for r in self._rows() if kind in r.events) for kind in EventType}

    @cached_property
    def phrases(self) -> Mapping[tuple[str, str], tuple[tuple[str, ...], ...]]:
        """For each issue and last word, the words of the matter that are several tokens ("cease-fire")."""
        found: dict[tuple[str, str], list[tuple[str, ...]]] = {}
        for issue in self.issues.values():
            for word in issue.matter | issue.near:
                pieces = tuple(word.replace("-", " - ").split())
                if len(pieces) > 1:
                    found.setdefault((issue.name, pieces[-1]), []).append(pieces)
        return {key: tuple(pieces) for key, pieces in found.items()}

    def _rows(self) -> Iterable[Row]:
        return (row for issue in self.issues.values() for row in issue.rows)
