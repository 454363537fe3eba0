"""What is resolved over the syntax of a reading: mentions and chains, times, places."""

from __future__ import annotations

from dragoman.language.reading import Reading


def resolve(reading: Reading) -> Reading:
    """Fill in a reading's mentions, chains, times and places."""
    return reading
