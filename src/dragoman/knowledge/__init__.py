"""Knowledge that a domain expert edits: plain data files, each with a header on source and licence."""

from dragoman.knowledge.files import KnowledgeError, load_table, load_yaml

__all__ = ["KnowledgeError", "load_table", "load_yaml"]
