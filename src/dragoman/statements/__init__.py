"""Statements: who said, promised, asked, refused to say, hoped or feared what."""

from dragoman.statements.attributions import Attribution, find_attributions
from dragoman.statements.coder import find_statements

__all__ = ["Attribution", "find_attributions", "find_statements"]
