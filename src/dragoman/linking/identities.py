"""One actor behind the names that reports give him, with the offices that he held and when."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from dragoman.knowledge import load_table
from dragoman.linking.names import (
    PersonName,
    body_name,
    bones,
    is_family_name_of,
    person_name,
    same_person_name,
)
from dragoman.linking.unions import Unions
from dragoman.records import ActorKind

HOLDS = dt.timedelta(days=120)  # how far from a dated report an office may be taken to be still held

FAR_MORE = 8  # times as many records as the next of the name from which a family name alone means that person


@dataclass(frozen=True, slots=True)
class Alias:
    """An actor as reports name him.

    Args:
        name: the name. kind: what sort of actor. country: whom he speaks or acts for, if known.
    """

    name: str
    kind: ActorKind
    country: str | None = None

    @property
    def order(self) -> tuple[str, str, str]:
        """For sorting."""
        return self.name, self.kind, self.country or ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """An actor in a report.

    Args:
        alias: as the report names him.
        office: his office, as the report has it.
        published: the day of the report, if known.
        times: in how many records he stands there.
    """

    alias: Alias
    office: str | None = None
    published: dt.date | None = None
    times: int = 1


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """An office as reports gave it to an actor.

    Args:
        office: the office.
        first, last: days of the first and the last report that gave it; None if none has a day.
        reports: how many did.
    """

    office: str
    first: dt.date | None
    last: dt.date | None
    reports: int


@dataclass(frozen=True, slots=True)
class Identity:
    """One actor across reports.

    Args:
        name: the name that tells him best. kind, country: by most reports.
        aliases: the names that reports give, the commonest first.
        offices: offices held, in order of time.
    """

    name: str
    kind: ActorKind
    country: str | None
    aliases: tuple[Alias, ...]
    offices: tuple[OfficeHeld, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's word on two names, which goes before any rule.

    Args:
        one, other: the names. same: whether they are one actor.
    """

    one: Alias
    other: Alias
    same: bool


@dataclass(slots=True)
class _Known:
    """All that reports say of an alias."""

    alias: Alias
    times: int = 0
    offices: dict[str, list[dt.date | None]] = field(default_factory=lambda: defaultdict(list))
    days: list[dt.date] = field(default_factory=list)


def identify(sightings: Iterable[Sighting], rulings: Iterable[Ruling] = ()) -> list[Identity]:
    """The actors behind the names of many reports.

    Rules, the surest first; a later one never joins what a person ruled to be two:

    1. persons of the same full name, whatever its order, spelling or transliteration, in one country;
       the very same full name may stand with a wrong or no country;
    2. a family name alone is the only person of that name in the country; of several the one of the same
       office, or by far most reported;
    3. an office without a name ("Russian envoy") is the only person who held it about that day;
    4. bodies and groups of one country whose names have the same telling words.

    Args:
        sightings: actors as reports have them.
        rulings: what persons decided.

    Returns:
        the actors, those of most records first.
    """
    known = _gather(sightings)
    joined = _Joined(known, list(rulings))
    people = {
        alias: person_name(alias.name, alias.country) for alias in known if alias.kind is ActorKind.PERSON
    }
    bare = {alias for alias in people if _role(alias)}
    named = {alias: name for alias, name in people.items() if alias not in bare}
    joined.join_all(_same_full_names({a: n for a, n in named.items() if n.full}))
    joined.join_all(_same_bodies(known))
    joined.join_all(_family_names(named, joined))
    joined.join_all(_bare_offices(bare, joined))
    return sorted(joined.identities(), key=lambda i: (-_times(known, i), i.name, i.kind))


class _Joined:
    """Aliases joined to actors, with what is known of each; what a person ruled apart stays apart."""

    def __init__(self, known: dict[Alias, _Known], rulings: list[Ruling]) -> None:
        self._known = known
        self._unions: Unions[Alias] = Unions(known)
        self._apart = [(r.one, r.other) for r in rulings if not r.same and {r.one, r.other} <= known.keys()]
        self.join_all((r.one, r.other) for r in rulings if r.same and {r.one, r.other} <= known.keys())

    def join_all(self, pairs: Iterable[tuple[Alias, Alias]]) -> None:
        """Join the pairs, one after the other, but for those that would join what was ruled apart."""
        for one, other in pairs:
            first, second = self._unions.find(one), self._unions.find(other)
            apart = any(
                {self._unions.find(a), self._unions.find(b)} == {first, second} for a, b in self._apart
            )
            if first != second and not apart:
                self._unions.join(first, second)

    def offices(self, alias: Alias) -> Iterable[str]:
        """The offices that reports give to an alias."""
        return self._known[alias].offices

    def days(self, alias: Alias) -> list[dt.date]:
        """The days of the reports that have an alias."""
        return self._known[alias].days

    def groups(self) -> list[list[_Known]]:
        """What is known of the aliases of each actor."""
        return [[self._known[alias] for alias in members] for members in self._unions.sets()]

    def identities(self) -> list[Identity]:
        """The actors as they stand now."""
        return [_identity(group) for group in self.groups()]


def _times(known: dict[Alias, _Known], identity: Identity) -> int:
    """In how many records an actor stands."""
    return sum(known[alias].times for alias in identity.aliases)


def _gather(sightings: Iterable[Sighting]) -> dict[Alias, _Known]:
    known: dict[Alias, _Known] = {}
    for sighting in sightings:
        entry = known.setdefault(sighting.alias, _Known(sighting.alias))
        entry.times += sighting.times
        if sighting.published:
            entry.days.append(sighting.published)
        if sighting.office:
            entry.offices[sighting.office].append(sighting.published)
    return dict(sorted(known.items(), key=lambda item: (-item[1].times, item[0].order)))


def _same_full_names(names: dict[Alias, PersonName]) -> Iterator[tuple[Alias, Alias]]:
    """Persons of the same full name; only the very same may differ in country."""
    for one, other in _met(names, lambda alias: (frozenset(names[alias].parts), names[alias].initials)):
        yield one, other
    for one, other in _met(names, lambda alias: frozenset(names[alias].parts)):
        if _same_country(one, other) and same_person_name(names[one], names[other]):
            yield one, other
    for part in ("family", "given"):

        def block(alias: Alias, part: str = part) -> Hashable:
            name = names[alias]
            return alias.country, bones(name.family if part == "family" else "".join(name.given[:1]))

        for one, other in _met(names, block):
            if one.country and same_person_name(names[one], names[other]):
                yield one, other


def _same_bodies(known: Iterable[Alias]) -> Iterator[tuple[Alias, Alias]]:
    """Bodies and groups of one country whose names have the same telling words."""
    bodies = [alias for alias in known if alias.kind is not ActorKind.PERSON]
    yield from _met(bodies, lambda alias: (alias.country, _body_words(alias)))


def _family_names(names: dict[Alias, PersonName], joined: _Joined) -> Iterator[tuple[Alias, Alias]]:
    """A family name alone and the one person of that name in the country, or the one of the same office."""
    families: dict[Hashable, list[list[_Known]]] = defaultdict(list)
    for group in joined.groups():
        full = [k.alias for k in group if k.alias in names and names[k.alias].full]
        for key in {(a.country, bones(names[a].family)) for a in full}:
            families[key].append(group)
    for alias, name in names.items():
        if name.full:
            continue
        holders = [
            group
            for group in families[alias.country, bones(name.parts[0])]
            if any(k.alias in names and is_family_name_of(name, names[k.alias]) for k in group)
        ]
        if len(holders) > 1:
            offices = set(joined.offices(alias))
            same = [g for g in holders if offices & {office for k in g for office in k.offices}]
            holders = same or holders
        if holder := _clear(holders):
            yield holder[0].alias, alias


def _clear(holders: list[list[_Known]]) -> list[_Known] | None:
    """The one that is meant: the only one, or by far the most reported."""
    ordered = sorted(holders, key=_weight, reverse=True)
    if len(ordered) > 1 and _weight(ordered[0]) < FAR_MORE * _weight(ordered[1]):
        return None
    return ordered[0] if ordered else None


def _weight(group: list[_Known]) -> int:
    return sum(known.times for known in group)


def _bare_offices(bare: set[Alias], joined: _Joined) -> Iterator[tuple[Alias, Alias]]:
    """An office without a name and the one person of the country who held it about that day."""
    holders: dict[Hashable, list[tuple[Alias, list[dt.date]]]] = defaultdict(list)
    for group in joined.groups():
        held: dict[Hashable, list[dt.date]] = defaultdict(list)
        for known in group:
            for office, given in known.offices.items():
                held[known.alias.country, office].extend(filter(None, given))
        for key, dated in held.items():
            holders[key].append((group[0].alias, dated))
    for alias in sorted(bare, key=lambda a: a.order):
        days = joined.days(alias)
        near = [
            holder
            for holder, held_on in holders[alias.country, _role(alias)]
            if days and held_on and min(held_on) - HOLDS <= min(days) and max(days) <= max(held_on) + HOLDS
        ]
        if len(near) == 1:
            yield near[0], alias


def _met(aliases: Iterable[Alias], key: Callable[[Alias], Hashable]) -> Iterator[tuple[Alias, Alias]]:
    """The pairs of aliases that have the same key."""
    met: dict[Hashable, list[Alias]] = defaultdict(list)
    for alias in aliases:
        met[key(alias)].append(alias)
    for same in met.values():
        yield from combinations(same, 2)


def _same_country(one: Alias, other: Alias) -> bool:
    return one.country is None or other.country is None or one.country == other.country


@cache
def _adjectives() -> dict[str, tuple[str, ...]]:
    """How reports begin a name by its state: "Russian", "Russia's", "U.S.", the longest first."""
    found = {}
    for row in load_table("countries.tsv"):
        words = [w for column in ("name", "names", "adjectives") for w in row[column].split(";") if w]
        found[row["alpha3"]] = tuple(sorted({f"{w.casefold()} " for w in words}, key=len, reverse=True))
    return found


def _without_state(alias: Alias) -> str:
    """A name without the words for its state at its beginning, in lower case."""
    words = alias.name.casefold().replace("'s ", " ").replace("’s ", " ")
    own = _adjectives().get(alias.country or "", ())
    return next((words[len(w) :] for w in own if words.startswith(w)), words)


@cache
def _role(alias: Alias) -> str:
    """The office that a person without a name is called by; "" for a name."""
    words = _without_state(alias)
    is_name = words == alias.name.casefold() and any(w[:1].isupper() for w in alias.name.split())
    return "" if is_name else words


def _body_words(alias: Alias) -> frozenset[str]:
    if alias.kind in (ActorKind.GOVERNMENT, ActorKind.PUBLIC):
        return frozenset({alias.kind, alias.name.casefold()})
    return body_name(_without_state(alias)) or frozenset({alias.name.casefold()})


def _identity(group: list[_Known]) -> Identity:
    ordered = sorted(group, key=lambda k: (-k.times, k.alias.order))
    kinds: Counter[ActorKind] = Counter()
    states: Counter[str] = Counter()
    offices: dict[str, list[dt.date | None]] = defaultdict(list)
    for known in ordered:
        kinds[known.alias.kind] += known.times
        if known.alias.country:
            states[known.alias.country] += known.times
        for office, days in known.offices.items():
            offices[office] += days
    held = (_held(office, days) for office, days in offices.items())
    return Identity(
        _telling_name(ordered),
        kinds.most_common(1)[0][0],
        states.most_common(1)[0][0] if states else None,
        tuple(known.alias for known in ordered),
        tuple(sorted(held, key=lambda h: (h.first or dt.date.max, -h.reports, h.office))),
    )


def _telling_name(ordered: list[_Known]) -> str:
    """The commonest name; of a person the commonest that is more than a family name and no bare office."""
    names = [known.alias for known in ordered]
    persons = [a for a in names if a.kind is ActorKind.PERSON and not _role(a) and " " in a.name]
    return (persons or names)[0].name


def _held(office: str, days: list[dt.date | None]) -> OfficeHeld:
    dated = sorted(filter(None, days))
    return OfficeHeld(office, dated[0] if dated else None, dated[-1] if dated else None, len(days))
