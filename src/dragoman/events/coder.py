"""The events of a reading: found, completed with the sides that others tell, chosen and recorded."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors import ActorIndex
from dragoman.events.background import Background
from dragoman.events.circumstances import Circumstances
from dragoman.events.counterparts import fill_in
from dragoman.events.duplicates import distinct
from dragoman.events.faint import faint
from dragoman.events.finding import Finder
from dragoman.events.frames import lexicon
from dragoman.events.happening import Happening
from dragoman.events.likely import Choice, Likely, infer, is_open
from dragoman.events.recording import Recorder, worth_recording
from dragoman.events.selection import Rule, Selection
from dragoman.events.senses import Senses
from dragoman.events.spoken import Spoken
from dragoman.events.upcoming import foresee, promise
from dragoman.events.uttered import Uttered
from dragoman.language import Reading
from dragoman.records import Event, Statement


def find_events(reading: Reading, actors: ActorIndex, statements: Sequence[Statement]) -> tuple[Event, ...]:
    """The events that a reading reports, in order of the text.

    Args:
        reading: the reading. actors: its actors. statements: its statements, on whose word events may rest.
    """
    ruled, circumstances, recorder = _ruled(reading, actors, statements)
    kept = [h for h, rule in ruled if rule is None]
    return tuple(recorder.record(h, day) for h, day in distinct(reading, kept, circumstances))


def left_out(reading: Reading, actors: ActorIndex, statements: Sequence[Statement]) -> tuple[Event, ...]:
    """The events that are found but not put on record, in order of the text; `why` tells the ground.

    Args:
        reading: the reading. actors: its actors. statements: its statements.
    """
    ruled, circumstances, recorder = _ruled(reading, actors, statements)
    return tuple(recorder.left_out(h, circumstances.date(h), rule) for h, rule in ruled if rule is not None)


def _ruled(
    reading: Reading, actors: ActorIndex, statements: Sequence[Statement]
) -> tuple[list[tuple[Happening, Rule | None]], Circumstances, Recorder]:
    """What is found, each with the rule of selection that leaves it out, if any does; and who records it."""
    finder = Finder(reading, actors, statements)
    circumstances = Circumstances(reading, finder.voices)
    happenings = _completed(reading, statements, finder, circumstances)
    infer(reading, happenings, finder.people)
    found = [h for h in happenings if worth_recording(h) and not finder.is_vague(h)]
    spoken = Spoken(reading, finder.people, lexicon(), finder.syntax)
    found.extend(h for h in spoken.beside(found, statements) if worth_recording(h))
    found = sorted([*found, *faint(reading, happenings, found)], key=lambda h: h.anchor.index)
    background = Background(reading, circumstances, finder.voices, happenings)
    recorder = Recorder(reading, circumstances, finder.voices, background)
    selection = Selection(reading, finder.people, finder.voices, circumstances, found)
    return [(h, selection.against(h)) for h in found], circumstances, recorder


def open_choices(
    reading: Reading, actors: ActorIndex, statements: Sequence[Statement]
) -> list[tuple[Happening, list[Choice]]]:
    """The events of which no rule tells whom they concern, each with whom it may concern.

    Args:
        reading: the reading. actors: its actors. statements: its statements.
    """
    finder = Finder(reading, actors, statements)
    circumstances = Circumstances(reading, finder.voices)
    happenings = _completed(reading, statements, finder, circumstances)
    likely = Likely(reading, happenings, finder.people)
    return [(h, likely.choices(h)) for h in happenings if is_open(h)]


def _completed(
    reading: Reading, statements: Sequence[Statement], finder: Finder, circumstances: Circumstances
) -> list[Happening]:
    """What is told to happen, with the sides that its own words and those around it name."""
    happenings = Senses(reading, lexicon(), finder.voices).settle(finder.happenings())
    happenings = foresee(happenings, circumstances, finder.modality, lexicon())
    promise(happenings, finder.voices)
    uttered = Uttered(reading, finder.people, lexicon(), finder.syntax, finder.modality)
    happenings.extend(uttered.beside(happenings, statements))
    happenings.sort(key=lambda h: h.anchor.index)
    fill_in(reading, happenings, finder.people, lexicon(), circumstances)
    return happenings
