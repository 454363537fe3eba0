"""Canonical actors: how states, bodies and groups are called in records."""

from __future__ import annotations

from dragoman.actors.context import Scene
from dragoman.actors.lexicon import Entry, Match, Sort, countries, find, sectors_on, word_list
from dragoman.actors.phrases import Phrases, objects
from dragoman.language import Reading, Token
from dragoman.records import Actor, ActorKind

_TITLE_CASE = frozenset({"ministry", "embassy", "consulate"})
_ORGANS = tuple((sector,) for sector in ("GOV", "MIL", "LEG", "JUD", "COP", "SPY"))
_STATE_FIRST = frozenset({Sort.BODY, Sort.MISSION, Sort.ROLE})  # named by their state: "Zimbabwean military"
_CALLED = frozenset({"NGO", "BUS", "LAB", "EDU", "MED"})  # sectors whose bodies, once named, go by a noun
_UNITS = frozenset({"agency", "bureau", "commission", "council", "department", "ministry"})
_AGENCIES = frozenset({"COP", "SPY"})


class Naming:
    """Makes the actors of one reading.

    Args:
        reading: the reading. phrases: its noun phrases. scene: the states that it names.
    """

    def __init__(self, reading: Reading, phrases: Phrases, scene: Scene) -> None:
        self._reading = reading
        self._phrases = phrases
        self._scene = scene
        self._day = reading.article.day
        self._meant = _introduced(reading, phrases)
        self._american = "US" if any(t.text == "US" for t in reading.tokens) else "U.S."

    def named(self, entry: Entry) -> Actor:
        """A body, group or medium of the lexicon, with its sectors on the article's day."""
        entry = self._meant.get(entry.name, entry)
        return Actor(entry.name, entry.kind, entry.code or None, sectors_on(entry, self._day))

    def state(self, code: str | None) -> tuple[Actor, ...]:
        """A state as its government; named as such where a movement that has governed contests it."""
        country = countries().get(code or "")
        if country is None:
            return ()
        contested = self._scene.rivals.get(country.code)
        name = f"{country.adjective} government" if contested else country.name
        return (Actor(name, ActorKind.GOVERNMENT, country.code, ("GOV",)),)

    def plain(self, words: str, match: Match, code: str | None) -> Actor:
        """A body or group by its noun, with its state's adjective before it."""
        state = countries().get(code or "")
        return Actor(
            f"{self._adjective(state.code)} {_cased(words)}" if state else _cased(words),
            match.entry.kind,
            code,
            match.entry.sectors,
        )

    def phrase(self, head: Token, match: Match, code: str | None) -> Actor:
        """What a noun phrase describes, by its own words and, where they name none, by its state.

        Args:
            head: the head. match: the lexicon's match there. code: whose it is.
        """
        words = self._phrases.words(head)
        state = countries().get(code or "")
        if state and any(self._phrases.code_at(t) == code for t in objects(head, "in")):
            words = f"{words} in {state.name}"
        elif (
            state
            and not self._phrases.national(head)
            and (_is_institution(match.entry) or head.child("poss") is not None)
        ):
            return self._with_past(head, self.plain(words, match, code))
        return self._with_past(head, Actor(_cased(words), match.entry.kind, code, match.entry.sectors))

    def _with_past(self, head: Token, actor: Actor) -> Actor:
        before = self._reading.tokens[self._phrases.first(head) : head.index]
        if not any(t.lower in word_list("former") for t in before):
            return actor
        return Actor(actor.name, actor.kind, actor.country, ("ELI", *actor.sectors))

    def _adjective(self, code: str) -> str:
        """A state's adjective; for the United States its short form, as the article writes it."""
        return self._american if code == "USA" else countries()[code].adjective


def _introduced(reading: Reading, phrases: Phrases) -> dict[str, Entry]:
    """Whom a movement's name alone takes up that was told with its state ("the Peruvian X … the X")."""
    found: dict[str, Entry] = {}
    first: dict[str, Match] = {}
    told: set[str] = set()  # movements of the short name that are told with theirs
    for match in phrases.movements():
        full = first.setdefault(reading.tokens[match.last].text, match)
        if full.entry is match.entry:
            continue
        before = {phrases.code_at(t) for t in reading.tokens[max(0, match.first - 2) : match.first]}
        if match.first == match.last and match.entry.code not in before:
            if _tells_state(reading.tokens[full.first]):
                found[match.entry.name] = full.entry
        else:
            told.add(match.entry.name)
    return {name: entry for name, entry in found.items() if name not in told}


def _tells_state(word: Token) -> bool:
    """Whether the first word of a movement's name is a state's adjective."""
    match = find([(word.text, word.lemma)])[0]
    return match is not None and match.entry.sort is Sort.ADJECTIVE


def goes_by(body: Entry, noun: Entry) -> bool:
    """Whether a body is one that a noun may take up: of its sector, or of that noun in its name.

    Args:
        body: a body of the lexicon. noun: the noun's entry ("agency").
    """
    sector = next(iter(noun.sectors), "")
    if sector in _CALLED:
        return sector in (body.code, *body.sectors)
    agency = noun.name == "agency" and not _AGENCIES.isdisjoint(body.sectors)
    return agency or (noun.name in _UNITS and noun.name in body.name.lower().split())


def _is_institution(entry: Entry) -> bool:
    """Whether it is called by its state: "Zimbabwean military", but "farmers"."""
    return entry.sort in _STATE_FIRST and entry.sectors[:1] in _ORGANS


def _cased(words: str) -> str:
    """Ministries and missions in capitals ("Foreign Ministry"), the rest as written."""
    if words.rsplit(" ", 1)[-1].lower() not in _TITLE_CASE:
        return words
    return " ".join(w[:1].upper() + w[1:] for w in words.split())
