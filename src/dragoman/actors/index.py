"""The actors of one reading."""

from __future__ import annotations

from dragoman.language import Reading, Token
from dragoman.records import Actor


class ActorIndex:
    """Who the noun phrases of a reading stand for.

    Args:
        reading: the reading, with its mentions and chains.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def actors(self, head: Token) -> tuple[Actor, ...]:
        """The actors that the noun phrase headed by a token stands for.

        Args:
            head: the head of a noun phrase; what is coordinated with it counts ("the Taliban and Kabul": two).

        Returns:
            The actors in order of the text, pronouns and nominals resolved; empty where it names no actor.
        """
        return ()
