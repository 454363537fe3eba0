"""Positions: where states and organisations stand on the issues of diplomacy."""

from dragoman.positions.coder import find_positions
from dragoman.positions.issue_files import load_issues, standard_issues
from dragoman.positions.issues import Issue, Issues

__all__ = ["Issue", "Issues", "find_positions", "load_issues", "standard_issues"]
