"""Events: who did what to whom, in PLOVER."""

from dragoman.events.coder import find_events, left_out

__all__ = ["find_events", "left_out"]
