"""The positions of a reading."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors import ActorIndex
from dragoman.language import Reading
from dragoman.positions.circumstances import with_clauses
from dragoman.positions.drafts import Context, Shown
from dragoman.positions.issue_files import standard_issues
from dragoman.positions.issues import Issues
from dragoman.positions.merging import merge
from dragoman.positions.parties import Parties
from dragoman.positions.record_rows import from_events, from_statements
from dragoman.positions.sentence_rows import from_sentences
from dragoman.records import Event, Position, Statement


def find_positions(
    reading: Reading,
    actors: ActorIndex,
    statements: Sequence[Statement],
    events: Sequence[Event],
    *,
    issues: Issues | None = None,
) -> tuple[Position, ...]:
    """The positions that a reading shows, in order of the text.

    Args:
        reading: the reading. actors: who its noun phrases stand for.
        statements, events: its records.
        issues: the issues to follow; those that come with Dragoman by default.

    Returns:
        One record for each holder, issue, counterpart, date and stance.
    """
    context = Context(reading, Parties(reading, actors), statements, events, issues or standard_issues())
    in_sentences = [*from_sentences(context)]
    in_records = [*from_statements(context, Shown(in_sentences))]
    in_records += from_events(context, Shown(in_sentences + in_records, statements))
    return merge(context, in_sentences + with_clauses(context, in_records))
