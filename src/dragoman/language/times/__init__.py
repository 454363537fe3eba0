"""Expressions of time in a reading, resolved to calendar days, weeks, months and years."""

from dragoman.language.times.finder import find_times

__all__ = ["find_times"]
