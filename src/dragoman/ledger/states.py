"""States and PLOVER's entities by their codes and names."""

from __future__ import annotations

from functools import cache

from dragoman.knowledge import load_table

ENTITIES = frozenset("UNO EUR IGO NGO ISM IMG MNC".split())  # PLOVER's codes of what is no state


def country_code(asked: str) -> str | None:
    """The code of a state or an entity, by its code, name or adjective; None if it is none.

    Args:
        asked: "NOR", "Norway" or "Norwegian", whatever its case.
    """
    return _codes().get(asked.casefold())


def state_name(asked: str) -> tuple[str, str] | None:
    """The short name of a state and its code, by any of its names; None if it names no state."""
    code = country_code(asked)
    return (names_by_code()[code], code) if code and code not in ENTITIES else None


@cache
def _codes() -> dict[str, str]:
    """Codes by what states are called, in lower case."""
    found = {code.casefold(): code for code in ENTITIES}
    for column in ("adjectives", "names", "name", "alpha3"):
        for row in load_table("countries.tsv"):
            found |= {word.casefold(): row["alpha3"] for word in row[column].split(";") if word}
    return found


@cache
def names_by_code() -> dict[str, str]:
    """The short English names of states by their codes; entities are named by theirs."""
    names = {row["alpha3"]: row["name"] for row in load_table("countries.tsv")}
    return {code: code for code in ENTITIES} | names
