"""Positions: where states and organisations stand on the issues of diplomacy."""

from dragoman.positions.coder import find_positions

__all__ = ["find_positions"]
