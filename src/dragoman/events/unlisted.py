"""Those who act but whom the actor index does not know: they are called as the text calls them."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.language import Reading, Token
from dragoman.records import Actor, ActorKind

_LAWS = frozenset({"Act", "Bill", "Constitution", "Convention", "Law", "Treaty"})
_NAME_PARTS = frozenset({"compound", "nmod", "amod", "flat", "nummod"})
_ACTING = frozenset({"nsubj", "pobj"})  # whom a relative clause only describes is left out
_NO_ACTORS = frozenset(
    {
        "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "FAC", "EVENT", "LAW",
        "WORK_OF_ART", "LANGUAGE", "PRODUCT",
    }
)  # fmt: skip


def unlisted(reading: Reading, head: Token, bodies: Collection[str]) -> tuple[Actor, ...]:
    """The actor that a phrase stands for which no knowledge file lists and no mention explains.

    Args:
        reading: the reading. head: the head of a phrase for which the actor index knows nobody.
        bodies: common nouns of those who act ("court", "lawmaker").

    Returns:
        One actor of no known country, or nobody where the phrase names no person or body.
    """
    if head.pos == "PROPN":
        if head.entity in _NO_ACTORS or head.index in reading.place_by_token:
            return ()
        if any(t.entity == "LAW" or t.text in _LAWS for t in (head, *head.conjuncts())):
            return ()
        kind = ActorKind.PERSON if head.entity == "PERSON" else ActorKind.ORGANISATION
    elif head.pos == "NOUN" and head.lemma in bodies and head.dep in _ACTING:
        kind = ActorKind.BODY
    else:
        return ()
    parts = [c.index for c in head.children if c.dep in _NAME_PARTS and c.index < head.index]
    return (Actor(reading.span(min(parts, default=head.index), head.index).exact, kind),)
