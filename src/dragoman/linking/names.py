"""Names across reports: spellings, transliterations, short forms and the order of their parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

from dragoman.knowledge import load_yaml

ALIKE = 0.9  # Jaro–Winkler similarity of two folded parts from which they may be spellings of one name
LONG_ENOUGH = 4  # letters of a part that may be spelt in two ways; shorter ones are too easily alike

_PART = re.compile(r"[a-z]+(?:'[a-z]+)*\.?")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's name, folded so that spellings of one name are alike.

    Args:
        parts: its parts but for titles, suffixes and initials.
        initials: its initials.
        family_first: whether the family name stands first, as in China, Korea and Vietnam.
    """

    parts: tuple[str, ...]
    initials: tuple[str, ...] = ()
    family_first: bool = False

    @property
    def full(self) -> bool:
        """Whether it is more than one part."""
        return len(self.parts) > 1

    @property
    def family(self) -> str:
        """The family name."""
        return self.parts[0] if self.family_first and self.full else self.parts[-1]

    @property
    def given(self) -> tuple[str, ...]:
        """The given names."""
        return self.parts[1:] if self.family_first else self.parts[:-1]


@dataclass(frozen=True, slots=True)
class _Table:
    drop: frozenset[str]
    family_first: frozenset[str]
    short_forms: dict[str, frozenset[str]]
    small: frozenset[str]
    synonyms: dict[str, str]


@cache
def _table() -> _Table:
    raw = load_yaml("names.yaml")
    short: dict[str, frozenset[str]] = {}
    for line in raw["short_forms"]:
        forms = frozenset(fold(word) for word in line.split())
        for form in forms:
            short[form] = short.get(form, frozenset()) | forms
    return _Table(
        frozenset(raw["drop"].split()), frozenset(raw["family_first"].split()), short,
        frozenset(raw["small"].split()), dict(raw["synonyms"]),
    )  # fmt: skip


@cache
def _spellings() -> tuple[tuple[str, str], ...]:
    return tuple((old, new) for old, new in load_yaml("names.yaml")["spellings"])


def fold(word: str) -> str:
    """A word in plain letters, its spellings in different transliterations made one ("Mohammad", "Mohamad").

    Args:
        word: a part of a name in any script.
    """
    plain = re.sub(r"[^a-z]", "", anyascii(word).casefold())
    for old, new in _spellings():
        plain = re.sub(old, new, plain)
    return _DOUBLED.sub(r"\1", plain)


def bones(folded: str) -> str:
    """The consonants of a folded word and where it begins with a vowel: what transliterations agree on."""
    first = "a" if folded[:1] in set("aeiou") else ""
    return first + _VOWELS.sub("", folded).replace("g", "k")  # one letter of the Arabic script is written so


@cache
def person_name(name: str, country: str | None) -> PersonName:
    """The parts of a person's name.

    Args:
        name: the name as a report has it.
        country: ISO 3166-1 alpha-3 of the person's country, for the order of the parts.
    """
    table = _table()
    words = _PART.findall(anyascii(name).casefold().replace("-", " "))
    kept = [w.rstrip(".") for w in words if w.rstrip(".") not in table.drop]
    initials = tuple(w for w in kept if len(w) == 1)
    parts = tuple(filter(None, (fold(w) for w in kept if len(w) > 1)))
    return PersonName(parts or initials or ("",), initials, country in table.family_first)


def same_person_name(one: PersonName, other: PersonName) -> bool:
    """Whether two full names may be one person's: the same parts in any order, or the same family name and
    given names of which one is a spelling, a short form or a part of the other."""
    if set(one.parts) == set(other.parts):
        return _initials_agree(one, other)
    if not _same_part(one.family, other.family) or not (one.given and other.given):
        return False
    if one.family_first or other.family_first:  # both parts of a given name tell ("Jong Un", "Jong Il")
        return "".join(one.given) == "".join(other.given)
    if len(one.given) > 1 and len(other.given) > 1 and not _same_part(one.given[1], other.given[1]):
        return False
    return _same_given(one.given[0], other.given[0]) and _initials_agree(one, other)


def is_family_name_of(short: PersonName, full: PersonName) -> bool:
    """Whether a name of one part is the family name of a full name."""
    return not short.full and full.full and _same_part(short.parts[0], full.family)


@cache
def body_name(name: str) -> frozenset[str]:
    """The words of a body's or group's name that tell it from others, whatever their order."""
    table = _table()
    words = re.findall(r"[a-z0-9]+", anyascii(name).casefold().replace("'s", "").replace(".", ""))
    return frozenset(table.synonyms.get(w, w) for w in words if w not in table.small)


def _same_part(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < LONG_ENOUGH:
        return False
    return bones(one) == bones(other) or JaroWinkler.similarity(one, other) >= ALIKE


def _same_given(one: str, other: str) -> bool:
    return _same_part(one, other) or other in _table().short_forms.get(one, ())


def _initials_agree(one: PersonName, other: PersonName) -> bool:
    """Middle initials of both must not differ ("George W. Bush", "George H. W. Bush")."""
    return not (one.initials and other.initials) or one.initials == other.initials
