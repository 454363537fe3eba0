"""Scorers: what the coder finds against what careful readers put on record."""
