"""Actors: from a mention in a reading to a canonical actor."""

from dragoman.actors.index import ActorIndex

__all__ = ["ActorIndex"]
