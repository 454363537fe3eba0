"""Events: who did what to whom, in PLOVER."""

from dragoman.events.coder import find_events

__all__ = ["find_events"]
