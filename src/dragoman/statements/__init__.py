"""Statements: who said, promised, asked, refused to say, hoped or feared what."""

from dragoman.statements.coder import find_statements

__all__ = ["find_statements"]
