"""Formats: an article and its records as JSON, as a page and as lines for a person.

Each module is one format and knows the article and the records alone.
"""
