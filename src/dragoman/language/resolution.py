"""What is resolved over the syntax of a reading: mentions and chains, times, places."""

from __future__ import annotations

from dragoman.language.coordination import mend_coordination
from dragoman.language.coreference import find_chains
from dragoman.language.places import find_places
from dragoman.language.predicates import mend_predicates
from dragoman.language.reading import Reading
from dragoman.language.times import find_times


def resolve(reading: Reading) -> Reading:
    """Mend a reading's coordinations and main verbs, and fill in its mentions, chains, times and places."""
    mend_coordination(reading)
    mend_predicates(reading)
    reading.mentions, reading.chains = find_chains(reading)
    reading.times = find_times(reading)
    reading.places = find_places(reading)
    return reading
