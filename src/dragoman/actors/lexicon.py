"""The words that name actors: states, bodies, groups, offices; found in text by longest match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from dragoman.knowledge import load_table, load_yaml
from dragoman.records import ActorKind

_PIECES = re.compile(r"(?:[^\W\d_]\.){2,}|['’]s\b|\w+|[^\w\s]")


class Sort(StrEnum):
    """What a word or phrase of the lexicon is."""

    STATE = "state"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    SEAT = "seat"
    NAMED = "named"  # a body, group or medium with a name of its own
    ROLE = "role"
    SPOKESPERSON = "spokesperson"
    OFFICIAL = "official"
    GOVERNMENT = "government"
    DOCUMENT = "document"
    OBSERVER = "observer"
    BODY = "body"
    MISSION = "mission"
    PARTY = "party"
    GROUP = "group"
    MEDIA = "media"
    PUBLIC = "public"
    PLACE = "place"
    THING = "thing"  # called like somebody who acts ("nerve agent")


SOVEREIGNS = {"HKG": "CHN"}  # of entities whose people and police are told of apart from the state's
NO_STATES = frozenset({"PSE", "HKG", "ATA"})  # PLOVER's entities that no state stands for
NATIONAL = frozenset({Sort.STATE, Sort.ADJECTIVE, Sort.PEOPLE, Sort.CAPITAL, Sort.SEAT})
OFFICES = frozenset({Sort.ROLE, Sort.SPOKESPERSON, Sort.OFFICIAL, Sort.OBSERVER})
_ENVOYS = frozenset({"ambassador", "envoy", "representative"})
NOUNS = (
    Sort.ROLE, Sort.SPOKESPERSON, Sort.OFFICIAL, Sort.GOVERNMENT, Sort.DOCUMENT, Sort.OBSERVER,
    Sort.BODY, Sort.MISSION, Sort.PARTY, Sort.GROUP,
    Sort.MEDIA, Sort.PUBLIC, Sort.PLACE, Sort.THING,
)  # fmt: skip
_COLUMN = {
    "name": Sort.STATE, "names": Sort.STATE, "seats": Sort.SEAT, "capitals": Sort.CAPITAL,
    "adjectives": Sort.ADJECTIVE, "people": Sort.PEOPLE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexicon says of a word or phrase.

    Args:
        sort: what it is.
        name: the canonical name: of the state, of the body; for common nouns the noun itself.
        code: country or entity code; "" if the word alone has none.
        sectors: PLOVER sectors; empty if the word alone has none.
        kind: what sort of actor it names.
    """

    sort: Sort
    name: str
    code: str = ""
    sectors: tuple[str, ...] = ()
    kind: ActorKind = ActorKind.GOVERNMENT

    @property
    def is_envoy(self) -> bool:
        """Whether it is an office at another's court."""
        return self.name.rsplit(" ", 1)[-1] in _ENVOYS

    @property
    def is_posted(self) -> bool:
        """Whether it is an office abroad: the country "in" which it is held is not that of who holds it."""
        return self.is_envoy or self.name in word_list("posted")

    @property
    def is_ambassador(self) -> bool:
        """Whether it is a state's envoy even beside the name of an organisation ("U.N. ambassador")."""
        return self.name.endswith("ambassador")

    @property
    def is_movement(self) -> bool:
        """Whether it is a movement with a name, armed or not, that is no party."""
        return self.sort is Sort.NAMED and self.kind is ActorKind.GROUP and "PTY" not in self.sectors


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found in a text: words `first` to `last`, both included."""

    first: int
    last: int
    entry: Entry


_KINDS = {
    Sort.ROLE: ActorKind.PERSON, Sort.SPOKESPERSON: ActorKind.PERSON, Sort.OFFICIAL: ActorKind.PERSON,
    Sort.GOVERNMENT: ActorKind.GOVERNMENT, Sort.DOCUMENT: ActorKind.BODY, Sort.OBSERVER: ActorKind.PUBLIC,
    Sort.BODY: ActorKind.BODY, Sort.MISSION: ActorKind.MISSION, Sort.PARTY: ActorKind.GROUP,
    Sort.GROUP: ActorKind.GROUP, Sort.MEDIA: ActorKind.MEDIA, Sort.PUBLIC: ActorKind.PUBLIC,
    Sort.PLACE: ActorKind.PUBLIC, Sort.THING: ActorKind.PUBLIC,
}  # fmt: skip

_SHORTEST = 3  # letters that a medium's name in an address has more than

_STEM = 3  # letters that a state's name and its adjective share

_Table = dict[str, list[tuple[tuple[str, ...], Entry]]]


def pieces(text: str) -> list[str]:
    """A text cut so that the lexicon and any tokeniser agree: words, "’s" and marks apart."""
    return [p.replace("’", "'") for p in _PIECES.findall(text)]


def _add(table: _Table, phrase: str, entry: Entry) -> None:
    words = tuple(pieces(phrase))
    known = table.setdefault(words[0], [])
    if all(words != other for other, _ in known):
        known.append((words, entry))


def _sorted(table: _Table) -> _Table:
    for known in table.values():
        known.sort(key=lambda item: -len(item[0]))
    return table


@dataclass(frozen=True, slots=True)
class Country:
    """A row of the countries table."""

    code: str
    alpha2: str
    name: str
    adjective: str


@cache
def countries() -> dict[str, Country]:
    """The states by alpha-3 code."""
    return {
        row["alpha3"]: Country(
            row["alpha3"], row["alpha2"], row["name"], row["adjectives"].split(";")[0] or row["name"]
        )
        for row in load_table("countries.tsv")
    }


def _country_entries() -> Iterator[tuple[str, Entry]]:
    for column, sort in _COLUMN.items():
        for row in load_table("countries.tsv"):
            for phrase in filter(None, row[column].split(";")):
                sectors = ("GOV",) if sort in (Sort.CAPITAL, Sort.SEAT) else ()
                kind = ActorKind.PUBLIC if sort is Sort.PEOPLE else ActorKind.GOVERNMENT
                yield phrase, Entry(sort, row["name"], row["alpha3"], sectors, kind)


def _named_entries() -> Iterator[tuple[str, Entry]]:
    for group in load_yaml("organisations.yaml")["groups"]:
        for name, others in group["bodies"].items():
            entry = Entry(Sort.NAMED, name, group["code"], tuple(group["sectors"]), ActorKind(group["kind"]))
            for phrase in (name, *others):
                yield phrase, entry
    for code, names in load_yaml("universities.yaml").items():
        for name in names:
            yield name, Entry(Sort.NAMED, name, code, ("EDU",), ActorKind.ORGANISATION)


def _noun_entries() -> Iterator[tuple[str, Entry]]:
    offices = load_yaml("offices.yaml")
    for sort in NOUNS:
        for sector, nouns in offices[sort.value].items():
            for noun in nouns:
                yield noun, Entry(sort, noun, "", (sector,) if sector else (), _KINDS[sort])


@cache
def _names() -> _Table:
    table: _Table = {}
    for phrase, entry in (*_country_entries(), *_named_entries()):
        _add(table, phrase, entry)
    return _sorted(table)


@cache
def _nouns() -> _Table:
    table: _Table = {}
    for phrase, entry in _noun_entries():
        _add(table, phrase, entry)
    return _sorted(table)


def is_actor_noun(lemma: str) -> bool:
    """Whether a common noun alone names one who acts, or a document."""
    found = _nouns().get(lemma, ())
    return any(len(words) == 1 and entry.sort not in (Sort.PLACE, Sort.THING) for words, entry in found)


@cache
def media_names() -> dict[str, str]:
    """Names of media as web addresses have them ("washingtonpost"), with the code of each."""
    entries = (item for item in _named_entries() if item[1].kind is ActorKind.MEDIA)
    listed = (
        (name, code)
        for code, outlets in load_yaml("outlets.yaml")["outlets"].items()
        for title, others in outlets.items()
        for name in (title, *others)
    )
    known = (*((phrase, entry.code) for phrase, entry in entries), *listed)
    names = ((name.lower().removeprefix("the ").replace(" ", ""), code) for name, code in known)
    found = {name: code for name, code in names if len(name) > _SHORTEST}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


@cache
def states_without(office: str) -> frozenset[str]:
    """The states that have no such office or body ("foreign minister": the United States)."""
    lacking = load_yaml("offices.yaml")["without"]
    words = office.lower().split()
    return frozenset(
        code for code, offices in lacking.items() if office in offices or (words and words[-1] in offices)
    )


@cache
def state_nouns() -> frozenset[str]:
    """Last words of the names of states that have an adjective of the same stem ("Spain", not "States")."""
    return frozenset(
        last
        for row in load_table("countries.tsv")
        for phrase in (row["name"], *row["names"].split(";"))
        for last in phrase.split()[-1:]
        for adjective in row["adjectives"].split(";")
        if last.isalpha() and len(last) > _STEM
        if last not in adjective.split() and last[:_STEM] == adjective.split(" ")[-1][:_STEM]
    )


@cache
def word_list(name: str) -> frozenset[str]:
    """A plain word list of `offices.yaml` ("former", "measure")."""
    return frozenset(load_yaml("offices.yaml")[name])


@cache
def other_nouns() -> dict[str, frozenset[str]]:
    """Nouns that may take up whoever holds one of some offices ("leader": "president")."""
    nouns = load_yaml("coreference.yaml")["other_nouns"]
    return {noun: frozenset(offices) for noun, offices in nouns.items()}


@cache
def issuing_verbs() -> frozenset[str]:
    """Verbs whose subject speaks in the document that is their object ("release")."""
    return frozenset(load_yaml("offices.yaml")["issuing"])


@cache
def uttering_verbs() -> dict[str, frozenset[str]]:
    """Nouns for what was said, with the verbs for saying it ("warning": "warn")."""
    return {noun: frozenset(verbs) for noun, verbs in load_yaml("offices.yaml")["utterances"].items()}


@cache
def title_countries() -> dict[str, str]:
    """Offices that only one country or body has, with its code."""
    titles = load_yaml("offices.yaml")["titles"]
    return {title: code for code, known in titles.items() for title in known}


@cache
def unions() -> dict[str, str]:
    """Adjectives of parts of the world whose officials speak for a union of states, with its code."""
    return dict(load_yaml("offices.yaml")["unions"])


@cache
def usual_countries() -> dict[str, str]:
    """Words that one country above all uses for its own government, with its code."""
    usual = load_yaml("offices.yaml")["usual"]
    return {word: code for code, words in usual.items() for word in words}


@cache
def homelands() -> dict[str, frozenset[str]]:
    """Adjectives of peoples without a state, with the states where they are at home."""
    return {people: frozenset(codes) for people, codes in load_yaml("offices.yaml")["homelands"].items()}


@cache
def party_countries() -> dict[str, str]:
    """Words for members of parties that only one country has, with its code."""
    members = load_yaml("offices.yaml")["party_members"]
    return {word: code for code, words in members.items() for word in words}


@cache
def _roles() -> dict[str, tuple[tuple[str, str, tuple[str, ...]], ...]]:
    roles = load_yaml("organisations.yaml")["roles"]
    return {
        name: tuple((r.get("from", ""), r.get("to", "9999"), tuple(r["sectors"])) for r in known)
        for name, known in roles.items()
    }


@cache
def has_governed(name: str) -> bool:
    """Whether a movement has been, or is, the government of its country."""
    return any("GOV" in sectors for _, _, sectors in _roles().get(name, ()))


def sectors_on(entry: Entry, day: str) -> tuple[str, ...]:
    """A named body's sectors on an ISO day; those of the entry where its history is not known.

    Args:
        entry: the body's entry.
        day: ISO date; "" if unknown.
    """
    for since, until, sectors in _roles().get(entry.name, ()) if day else ():
        if since <= day <= until:
            return sectors
    return entry.sectors


def find(words: Sequence[tuple[str, str]]) -> list[Match | None]:
    """The longest entry at each word; for each word the match that it is in.

    Args:
        words: text and lemma of each word.
    """
    flat, lemmas, owner = _flatten(words)
    lower = [w.lower() for w in flat]
    names, nouns = _names(), _nouns()
    found: list[Match | None] = [None] * len(words)
    at, end = 0, len(flat)
    while at < end:
        word = flat[at]
        if word not in names and word.isupper() and len(word) > 3:
            word = word.title()  # "CANBERRA" in a dateline or a headline
        length, entry = _longest(names[word], flat, flat, at) if word in names else (0, None)
        for form in (lower[at], lemmas[at]):
            if form in nouns:
                longer, noun = _longest(nouns[form], lower, lemmas, at)
                if longer > length:
                    length, entry = longer, noun
        if entry is not None:
            match = Match(owner[at], owner[at + length - 1], entry)
            whole = (not at or owner[at - 1] != match.first) and owner[at + length : at + length + 1] != [
                match.last
            ]
            for i in range(match.first, match.last + 1) if whole else ():
                found[i] = match
        at += length or 1
    return found


def _flatten(words: Sequence[tuple[str, str]]) -> tuple[list[str], list[str], list[int]]:
    """The pieces of the words, their lemmas, and the number of the word that each is of."""
    flat: list[str] = []
    lemmas: list[str] = []
    owner: list[int] = []
    for number, (text, lemma) in enumerate(words):
        if text.isalnum():
            flat.append(text)
            lemmas.append(lemma)
            owner.append(number)
            continue
        parts = pieces(text)
        flat += parts
        lemmas += parts if len(parts) > 1 else [lemma] * len(parts)
        owner += [number] * len(parts)
    return flat, lemmas, owner


def _longest(
    known: Iterable[tuple[tuple[str, ...], Entry]], flat: list[str], lemmas: list[str], at: int
) -> tuple[int, Entry | None]:
    for words, entry in known:
        size = len(words)
        last = at + size - 1
        if last >= len(flat) or (size > 1 and tuple(flat[at + 1 : last]) != words[1:-1]):
            continue
        shouted = size == 1 and words[0].upper() == flat[at]  # "CANBERRA"
        if shouted or words[-1] in (flat[last], lemmas[last]):
            return size, entry
    return 0, None
