"""Persons whom reports name without saying whose they are: whom a name alone stands for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from dragoman.knowledge import load_yaml
from dragoman.language.lexicon import lexicon

_INITIALS = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]")
_SUFFIXES = frozenset({"jr", "sr", "iii"})
_JOINED = re.compile(r"[A-Z][a-z]+[-‐‑][a-z]+")  # two syllables of a given name ("Min-ho")
_FULL = 2  # words of a full name


@cache
def figure_country(name: str) -> str | None:
    """The state or body that a well-known person speaks for; None if the name is not known.

    Args:
        name: the full name ("Vladimir V. Putin"), or a family name that stands for one of them alone.
    """
    known = _figures()
    return next(filter(None, map(known.get, _forms(_key(name).split()))), None)


def known_part(name: str) -> str:
    """A name without what a headline in capitals says next ("Trump Vows", "Barack Obama Shifts").

    Args:
        name: the words taken for a name.
    """
    words = name.split()
    shorter = " ".join(words[:-1])
    given = words[0].lower()
    is_given = given in lexicon().name_gender or given in english_names()
    if not shorter or figure_country(name) or (len(words) == _FULL and is_given):
        return name
    return shorter if figure_country(shorter) else name


def _forms(words: list[str]) -> Iterator[str]:
    """A name in full, without what stands before it, and without what stands within."""
    yield " ".join(words)
    if len(words) > _FULL:
        yield " ".join(words[1:])
        yield f"{words[0]} {words[-1]}"


def _key(name: str) -> str:
    """A name to compare by: in plain lower-case letters, without initials and "Jr." beside a full name."""
    words = _plain(name).replace("’", "'").replace("-", " ").split()
    full = [w for w in words if not _INITIALS.fullmatch(w) and w.strip(".,") not in _SUFFIXES]
    kept = full if len(full) >= _FULL else words
    return " ".join(w.replace(".", "") for w in kept)


def _plain(name: str) -> str:
    """A name in lower case, without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()


@cache
def _figures() -> dict[str, str]:
    """The codes by name."""
    parts = load_yaml("figures.yaml")
    return {
        _key(name): code
        for part in ("surnames", "people")
        for code, names in parts[part].items()
        for name in names
    }


@cache
def given_names_of_states() -> frozenset[str]:
    """Given names, in lower case, that are names of states, too."""
    return frozenset(load_yaml("given_names.yaml")["states"])


@cache
def english_names() -> frozenset[str]:
    """Given names, in lower case, that are those of English-speaking countries above all."""
    return frozenset(load_yaml("given_names.yaml")["english"])


def is_english(name: str) -> bool:
    """Whether a full name begins with a given name of English-speaking countries.

    Args:
        name: the name ("Karen Miller").
    """
    return " " in name and name.split(" ", 1)[0].lower() in english_names()


@cache
def english_speaking() -> frozenset[str]:
    """The countries in which such names are usual."""
    return frozenset(load_yaml("given_names.yaml")["english_speaking"])


@cache
def _origins() -> dict[str, frozenset[str]]:
    """The countries in which a given name, or a family name that goes first, is usual."""
    found: dict[str, frozenset[str]] = {}
    for group in load_yaml("given_names.yaml")["origins"]:
        for name in group["names"]:
            found[name] = found.get(name, frozenset()) | frozenset(group["countries"])
    return found


@cache
def _hyphenating() -> dict[str, str]:
    """The country of each family name that goes before a given name with a hyphen."""
    families = load_yaml("given_names.yaml")["hyphenated"]
    return {family: country for country, names in families.items() for family in names}


@cache
def _alone() -> dict[str, frozenset[str]]:
    """The countries of family names by which reports call somebody without his given name."""
    families = load_yaml("given_names.yaml")["alone"]
    return {family: frozenset({country}) for country, names in families.items() for family in names}


def where_usual(name: str) -> frozenset[str]:
    """The countries in which a name is usual; none if it is usual in many, or not known.

    Args:
        name: the name ("Dmitri Holm").
    """
    first, _, rest = name.partition(" ")
    if not rest:
        return _alone().get(first.lower(), frozenset())
    if first.lower() in english_names():
        return frozenset()
    if _JOINED.fullmatch(rest) and (country := _hyphenating().get(first.lower())):
        return frozenset({country})
    return _origins().get(_plain(first), frozenset())
