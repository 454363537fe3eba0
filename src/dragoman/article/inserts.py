"""Inserts: what pages set into the middle of a sentence that is no part of it."""

from __future__ import annotations

import re

# A card of links behind a name: the full name again, headlines run into it, and a closing word in capitals
# ("Senator Holm Ada Brit HolmTalks fail again Holm: no deal MORE said").
_CARD = re.compile(
    r"""\b(?P<surname>[A-Z][\w'’-]*[a-z][\w'’-]*)
        (?P<card>\ (?P<given>[\w.()'’"-]+)\ (?:[\w.()'’"-]+\ ){0,5}
        (?P=surname)(?=[^\s\w'’-]|[A-Z0-9]|\ )(?!\ (?:\S+\ ){0,3}(?P=given))
        [^\n]{0,600}?\ MORE\b)""",
    re.VERBOSE,
)


def without_inserts(text: str) -> str:
    """A text with spaces in the place of each insert, so that all offsets hold.

    Args:
        text: running text.
    """
    if " MORE" not in text:
        return text
    return _CARD.sub(lambda card: card["surname"] + " " * len(card["card"]), text)
