"""Describing a noun phrase by its words alone: country and sector without an article around it."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.actors.figures import figure_country
from dragoman.actors.lexicon import (
    NATIONAL,
    Match,
    Sort,
    find,
    sectors_on,
    word_list,
)
from dragoman.actors.terms import past_leader
from dragoman.language.gazetteer import gazetteer
from dragoman.records import Actor, ActorKind

_WORDS = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+\.(?=\s[A-Z])|['’]s\b|[\w.]*\w|[^\w\s]")
_LINKS = frozenset("in of for from at with to on by and".split())
_ABROAD = frozenset({"to", "for", "with", "against", "on", "-"})  # "to Poland", "pro-Russian"
_DATES = ("%Y-%m-%d", "%d %B %Y", "%B %d %Y", "%B %d, %Y", "%Y")
_ARTICLES = frozenset({"the", "a", "an"})
_CITY = 5.0  # rank, the decimal logarithm of its inhabitants, from which a city of one word is taken for one


def describe(text: str, *, context: str = "", date: str = "") -> Actor | None:
    """Who a bare noun phrase stands for, as far as its words say.

    Args:
        text: the noun phrase ("Chile's Defense Ministry").
        context: words from around it, that may say whose it is ("German").
        date: the day that it was written on ("2022-05-01", "12 April 2022"); otherwise now.

    Returns:
        The actor; None where the words name none.
    """
    words = _WORDS.findall(text)
    matches = find([(w, _lemma(w)) for w in words])
    matches = [None if m is not None and _is_surname(words, m) else m for m in matches]
    found = list(dict.fromkeys(m for m in matches if m is not None))
    if not found:
        return _by_name(text, words, date)
    core = _core(words, matches)
    main = _main(found, core)
    movement = next((m for m in found if "REB" in m.entry.sectors and m.entry.sort is Sort.NAMED), None)
    if movement is not None and main.entry.sectors[:1] in (("MIL",), ("UAF",)):
        main = movement  # a movement's gunmen are the movement
    country = _country(words, found) or _country_of_context(context) or _city_country(words, matches, main)
    sectors = sectors_on(main.entry, iso_day(date)) if main.entry.sort is Sort.NAMED else main.entry.sectors
    if main.entry.sort in (Sort.ROLE, Sort.SPOKESPERSON):
        name = " ".join(words[main.last + 1 :])
        leader = past_leader(name, iso_day(date)) if name else None
        country = country or (leader.country if leader else figure_country(name))
        if {w.lower() for w in words} & word_list("former"):
            sectors = ("ELI", *sectors)
    return Actor(text, main.entry.kind, country, sectors)


def iso_day(date: str) -> str:
    """A date as ISO 8601; today for "", "today" and what is no date."""
    for form in _DATES:
        try:
            return dt.datetime.strptime(date.strip(), form).date().isoformat()
        except ValueError:
            continue
    return dt.datetime.now(dt.UTC).date().isoformat()


def _lemma(word: str) -> str:
    """The singular of a word, as far as its ending shows it."""
    word = word.lower()
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ieves"):
        return word[:-3] + "f"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _core(words: list[str], matches: list[Match | None]) -> int:
    """Where the words before the first preposition end; past a mere count ("a team of police")."""
    start = 0
    for index, word in enumerate(words):
        match = matches[index]
        if word.lower() not in _LINKS or (match is not None and match.first < index):
            continue
        head = words[index - 1].lower() if index else ""
        if word.lower() == "of" and (head in word_list("measure") or _lemma(head) in word_list("measure")):
            start = index + 1
            continue
        if index > start:
            return index
    return len(words)


def _main(found: list[Match], core: int) -> Match:
    """The match that says what the phrase is: the last before its first preposition."""
    inside = [m for m in found if m.first < core] or found
    nouns = [m for m in inside if m.entry.sort not in NATIONAL]
    named = [m for m in nouns if m.entry.sort is Sort.NAMED]
    return nouns[-1] if nouns else named[-1] if named else inside[-1]


def _country(words: list[str], found: list[Match]) -> str | None:
    for match in found:
        before = words[match.first - 1].lower() if match.first else ""
        if before in _ARTICLES and match.first > 1:
            before = words[match.first - 2].lower()
        after = words[match.last + 1] if match.last + 1 < len(words) else ""
        joined = after == "-" and words[match.last + 2 : match.last + 3] != ["based"]
        if match.entry.code and before not in _ABROAD and not (joined and match.entry.sort in NATIONAL):
            return match.entry.code
    return None


def _country_of_context(context: str) -> str | None:
    found = find([(w, _lemma(w)) for w in _WORDS.findall(context)])
    return next((m.entry.code for m in found if m is not None and m.entry.code), None)


def _by_name(text: str, words: list[str], date: str) -> Actor | None:
    """A past leader, another well-known person or a city, by name alone."""
    leader = past_leader(" ".join(words), "")
    if leader is not None:
        serving = leader.since <= iso_day(date) <= leader.until
        return Actor(text, ActorKind.PERSON, leader.country, ("GOV",) if serving else ("ELI",), leader.office)
    if code := figure_country(" ".join(words)):
        return Actor(text, ActorKind.PERSON, code)
    code = _city_code(" ".join(words)) if words else None
    return Actor(text, ActorKind.PUBLIC, code, ("CVL",)) if code else None


def _city_country(words: list[str], matches: list[Match | None], main: Match) -> str | None:
    """The country of a city named before a body ("Shanghai police")."""
    if main.entry.sort not in (Sort.BODY, Sort.PUBLIC, Sort.OFFICIAL, Sort.GOVERNMENT):
        return None
    name = " ".join(w for w, m in zip(words, matches, strict=True) if m is None and w[:1].isupper())
    return _city_code(name) if name else None


def _is_surname(words: list[str], match: Match) -> bool:
    """Whether a word for a place is part of a name ("Minister Park")."""
    return match.entry.sort is Sort.PLACE and words[match.first][:1].isupper()


def _city_code(name: str) -> str | None:
    """The state of the best known city of a name; a small town of one word is taken for a person's name."""
    cities = [c for c in gazetteer().find(name.lower()) if c.kind == "city"]
    if not cities or not (cities[0].rank > _CITY or " " in name):
        return None
    return cities[0].country
