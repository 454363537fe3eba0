"""The words of time, from the knowledge file, ready for look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.knowledge import load_yaml

_ORDINAL_ENDS = ("st", "nd", "rd", "th")


@dataclass(frozen=True)
class Words:
    """Sets and tables of words, all in lower case.

    Args:
        triggers: each word that may stand in an expression of time, with the kind of its expression.
        weekdays, short_weekdays, months, days, units, seasons: what each word counts.
        numbers, ordinals: values of number words.
        holidays: names of feasts as tuples of words, with their rule. historic: days called by a name.
        historic_dates: years of bare dates that became names. sets: all further word lists by name.
    """

    triggers: Mapping[str, str]
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    months: Mapping[str, int]
    days: Mapping[str, int]
    units: Mapping[str, str]
    seasons: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    holidays: Mapping[tuple[str, ...], str]
    historic: Mapping[str, str]
    historic_dates: Mapping[tuple[int, int], int]
    sets: Mapping[str, frozenset[str]]

    def count(self, word: str) -> int | None:
        """The number that a word or numeral means, below a thousand."""
        if word.isdecimal() and len(word) <= 3:
            return int(word)
        return self.numbers.get(word)

    def ordinal(self, word: str) -> int | None:
        """The number that "3rd" or "third" means."""
        if word[:1].isdecimal() and word.endswith(_ORDINAL_ENDS) and word[:-2].isdecimal() and len(word) <= 4:
            return int(word[:-2])
        return self.ordinals.get(word)


@cache
def words() -> Words:
    """The table of the words of time."""
    data = load_yaml("times.yaml")
    weekdays, short = _numbered(data["weekdays"]), _numbered(data["short_weekdays"])
    months = {w: n + 1 for w, n in _numbered(data["months"]).items()}
    days, seasons = _integers(data["days"]), _integers(data["seasons"])
    units = {w: unit for unit, forms in data["units"].items() for w in forms}
    holidays = {tuple(_split(name)): rule for name, rule in data["holidays"].items()}
    triggers: dict[str, str] = dict.fromkeys(data["parts_of_day"], "part")
    triggers |= {name[0]: "holiday" for name in holidays} | dict.fromkeys(data["historic"], "historic")
    for table, kind in (
        (units, "unit"), (seasons, "season"), (days, "day"), (short, "short"), (weekdays, "weekday"),
        (months, "month"),
    ):  # fmt: skip
        triggers |= dict.fromkeys(table, kind)
    sets = {name: frozenset(value) for name, value in data.items() if _is_list_of_words(value)}
    dates = {tuple(map(int, key.split("-"))): int(year) for key, year in data["historic_dates"].items()}
    historic_dates = {(m, d): y for (m, d), y in dates.items()}
    return Words(
        triggers, weekdays, short, months, days, units, seasons, _integers(data["numbers"]),
        _integers(data["ordinals"]), holidays, data["historic"], historic_dates, sets,
    )  # fmt: skip


def _numbered(lists: list[list[str]]) -> dict[str, int]:
    return {word: number for number, forms in enumerate(lists) for word in forms}


def _integers(table: dict[str, str]) -> dict[str, int]:
    return {word: int(number) for word, number in table.items()}


def _is_list_of_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _split(name: str) -> list[str]:
    """The words of a name as the tokenizer cuts them: "new year's day" has four."""
    found: list[str] = []
    for word in name.split():
        stem, mark, rest = word.partition("'")
        found.extend([stem, mark + rest] if mark else [word])
    return found
