"""Confidence: how likely each record is right, and which are too doubtful to be put on record."""

from dragoman.confidence.odds import KINDS, Odds, least, length_limits, odds
from dragoman.confidence.scene import Scene
from dragoman.confidence.traits import traits
from dragoman.confidence.weighing import doubted, kept, weigh

__all__ = ["KINDS", "Odds", "Scene", "doubted", "kept", "least", "length_limits", "odds", "traits", "weigh"]
