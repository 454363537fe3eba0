"""The actors of one reading."""

from __future__ import annotations

from dragoman.actors.context import Scene
from dragoman.actors.lexicon import (
    NATIONAL,
    Entry,
    Match,
    Sort,
    countries,
    find,
    sectors_on,
    title_countries,
    word_list,
)
from dragoman.actors.phrases import objects, phrase_of
from dragoman.language import MentionKind, Reading, Token
from dragoman.records import Actor, ActorKind

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_LINKS = ("of", "for", "from", "with", "in", "at")


class ActorIndex:
    """Who the noun phrases of a reading stand for.

    Args:
        reading: the reading, with its mentions and chains.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._matches = find([(t.text, t.lemma) for t in reading.tokens])
        self._scene = Scene(reading, self._matches)
        self._day = reading.article.published.isoformat() if reading.article.published else ""
        self._found: dict[int, tuple[Actor, ...]] = {}
        self._full = _full_names(reading)
        self._persons: dict[str, Actor] = {}

    def actors(self, head: Token) -> tuple[Actor, ...]:
        """The actors that the noun phrase headed by a token stands for.

        Args:
            head: the head of a noun phrase; what is coordinated with it counts ("the Taliban and Kabul": two).

        Returns:
            The actors in order of the text, pronouns and nominals resolved; empty where it names no actor.
        """
        found: list[Actor] = []
        for token in head.conjuncts():
            found += [a for a in self._one(token) if a not in found]
        return tuple(found)

    def country_of(self, head: Token) -> str | None:
        """The country or entity code of what a token heads; None if it has none."""
        return next((a.country for a in self.actors(head) if a.country), None)

    def _one(self, head: Token) -> tuple[Actor, ...]:
        if head.index not in self._found:
            self._found[head.index] = ()  # what leads back to itself stands for nobody
            self._found[head.index] = self._resolve(head)
        return self._found[head.index]

    def _resolve(self, head: Token) -> tuple[Actor, ...]:
        if head.pos == "PRON" or head.tag in ("PRP", "PRP$", "WP", "WDT", "WP$"):
            return self._pronoun(head)
        person = self._person_name(head)
        if person:
            return (self._person(person, head),)
        match = self._matches[head.index]
        if match is None:
            return self._by_chain(head)
        return self._matched(head, match)

    def _pronoun(self, head: Token) -> tuple[Actor, ...]:
        if head.lower in _RELATIVE:
            verb = next((a for a in head.ancestors() if a.dep == "relcl"), None)
            return self._one(verb.head) if verb else ()
        return self._by_chain(head)

    def _by_chain(self, head: Token) -> tuple[Actor, ...]:
        mention = self._reading.mention_by_head.get(head.index)
        if mention is None:
            return ()
        others = [self._reading.mentions[m] for m in self._reading.chains[mention.chain].mentions]
        for kind in (MentionKind.NAME, MentionKind.NOMINAL):
            for other in others:
                if other.kind is kind and other.head != head.index:
                    found = self._one(self._reading.tokens[other.head])
                    if found:
                        return found
        return ()

    # ---- persons

    def _person_name(self, head: Token) -> str:
        mention = self._reading.mention_by_head.get(head.index)
        if mention and mention.label == "PERSON" and mention.name:
            return self._reading.chains[mention.chain].name or mention.name
        match = self._matches[head.index]
        if match and match.entry.sort is not Sort.ROLE:
            return ""
        name = self._full.get(head.index, "")
        return name

    def _person(self, name: str, head: Token) -> Actor:
        if name not in self._persons:
            self._persons[name] = self._describe_person(name, head)
        return self._persons[name]

    def _describe_person(self, name: str, head: Token) -> Actor:
        heads = self._mentions_of(name, head)
        country, sectors, office = None, (), None
        for token in heads:
            found = self._evidence(token)
            country = country or found[0]
            sectors = sectors or found[1]
            office = office or found[2]
        if country is None:
            country = self._scene.country_at(heads[0].index)
        return Actor(name, ActorKind.PERSON, country, sectors, office)

    def _mentions_of(self, name: str, head: Token) -> list[Token]:
        mention = self._reading.mention_by_head.get(head.index)
        if mention:
            chain = self._reading.chains[mention.chain]
            numbers = [self._reading.mentions[m].head for m in chain.mentions]
        else:
            numbers = [i for i, full in self._full.items() if full == name]
        return [self._reading.tokens[i] for i in numbers] or [head]

    def _evidence(self, head: Token) -> tuple[str | None, tuple[str, ...], str | None]:
        """Country, sectors and office that one mention gives."""
        country = self._country_in(head)
        sectors: tuple[str, ...] = ()
        office = None
        for match in self._premodifiers(head):
            if match.entry.sort in (Sort.ROLE, Sort.SPOKESPERSON, Sort.OFFICIAL):
                sectors, office = match.entry.sectors, match.entry.name
        near = [*head.all("appos"), *([head.head] if head.dep == "appos" else [])]
        for token in near:
            found = self._matches[token.index]
            if found and found.entry.sort in (Sort.ROLE, Sort.SPOKESPERSON, Sort.OFFICIAL):
                country = country or self._country_in(token)
                sectors = sectors or found.entry.sectors
                office = office or found.entry.name
        if country is None and office:
            country = title_countries().get(office)
        return country, sectors, office

    # ---- phrases

    def _premodifiers(self, head: Token) -> list[Match]:
        first = phrase_of(head).first
        found: list[Match] = []
        for token in self._reading.tokens[first : head.index]:
            match = self._matches[token.index]
            if match and match.last < head.index and (not found or found[-1] is not match):
                found.append(match)
        return found

    def _country_in(self, head: Token) -> str | None:
        """The code that a phrase's own words give."""
        for match in self._premodifiers(head):
            token = self._reading.tokens[match.first]
            before = self._reading.tokens[match.first - 1].lower if match.first else ""
            if match.entry.code and before not in ("to", "in", "for", "at") and token.index < head.index:
                return match.entry.code
        own = self._matches[head.index]
        if own and own.entry.sort is Sort.NAMED and own.entry.code:
            return own.entry.code
        possessor = head.child("poss")
        if possessor is not None:
            code = self.country_of(possessor)
            if code:
                return code
        for token in objects(head, *_LINKS):
            code = self._plain_code(token) or self.country_of(token)
            if code:
                return code
        return None

    def _plain_code(self, token: Token) -> str | None:
        match = self._matches[token.index]
        return match.entry.code if match and match.entry.code else None

    def _matched(self, head: Token, match: Match) -> tuple[Actor, ...]:
        entry = match.entry
        if entry.sort in NATIONAL:
            return self._national(head, entry)
        if entry.sort is Sort.NAMED:
            return (self._named(entry),)
        if entry.sort is Sort.PLACE:
            return ()
        return self._nominal(head, match)

    def _national(self, head: Token, entry: Entry) -> tuple[Actor, ...]:
        if (
            entry.sort is Sort.CAPITAL
            and head.dep == "pobj"
            and head.head.lower in ("in", "at", "near", "from")
        ):
            return ()
        return (Actor(entry.name, ActorKind.GOVERNMENT, entry.code, entry.sectors),)

    def _named(self, entry: Entry) -> Actor:
        return Actor(entry.name, entry.kind, entry.code or None, sectors_on(entry, self._day))

    def _nominal(self, head: Token, match: Match) -> tuple[Actor, ...]:
        entry = match.entry
        code = self._country_in(head)
        if code is None and entry.sort in (Sort.GROUP, Sort.PUBLIC, Sort.OFFICIAL, Sort.ROLE, Sort.MISSION):
            known = self._by_chain(head)
            if known:
                return known
        if entry.sort in (Sort.OFFICIAL, Sort.SPOKESPERSON):
            return self._represented(head, code)
        if code is None and entry.sort in (Sort.BODY, Sort.MISSION, Sort.ROLE):
            code = self._scene.country_at(head.index)
        if entry.sort is Sort.BODY and entry.name in ("state",):
            return ()
        return (self._common(head, entry, code),)

    def _represented(self, head: Token, code: str | None) -> tuple[Actor, ...]:
        """Whom an unnamed official or spokesperson stands for: the body if one is named, else the country."""
        for match in self._premodifiers(head):
            if match.entry.sort in (Sort.NAMED, Sort.BODY, Sort.MISSION) and match.last < head.index:
                if match.entry.sort is Sort.NAMED:
                    return (self._named(match.entry),)
                state = code or self._scene.country_at(head.index)
                return (self._common(head, match.entry, state),)
        for token in objects(head, "of", "for", "from", "with", "in", "at"):
            found = self._one(token)
            if found:
                return found
        possessor = head.child("poss")
        if possessor is not None and self._one(possessor):
            return self._one(possessor)
        code = code or self._scene.country_at(head.index)
        return (self._state(code),) if code in countries() else ()

    def _state(self, code: str | None) -> Actor:
        country = countries()[code or ""]
        return Actor(country.name, ActorKind.GOVERNMENT, country.code, ("GOV",))

    def _common(self, head: Token, entry: Entry, code: str | None) -> Actor:
        state = countries().get(code or "")
        words = entry.name
        if entry.sort is Sort.BODY and entry.name == "government" and state:
            return self._state(code)
        name = f"{state.adjective} {words}" if state else words
        if (
            state
            and entry.sort in (Sort.BODY, Sort.MISSION)
            and " " in words
            or words in ("ministry", "embassy")
        ):
            name = f"{state.adjective if state else ''} {words.title()}".strip()
        sectors = entry.sectors
        former = word_list("former")
        if any(self._reading.tokens[i].lower in former for i in range(phrase_of(head).first, head.index)):
            sectors = ("ELI", *sectors)
        return Actor(name, entry.kind, code, sectors)

    def resolution(self, head: Token) -> str:
        """What was resolved to what, for a reader ("She → Hua Chunying"); "" if nothing was."""
        names = ", ".join(a.name for a in self.actors(head))
        return f"{head.text} → {names}" if names and names != head.text else ""

    def speaker(self, head: Token) -> Actor | None:
        """Who speaks where a token heads the source of a statement; the first where there are several."""
        return next(iter(self.actors(head)), None)


def _full_names(reading: Reading) -> dict[int, str]:
    """For each token in a person's name, the fullest form that the article has of it."""
    spans = [
        (e.first, e.last, [t for t in reading.tokens[e.first : e.last + 1] if t.tag.startswith("NNP")])
        for e in reading.entities
        if e.label == "PERSON"
    ]
    fullest: dict[str, str] = {}
    for _, _, words in spans:
        if words:
            name = reading.words(words)
            key = words[-1].text
            if len(name) > len(fullest.get(key, "")):
                fullest[key] = name
    found: dict[int, str] = {}
    for first, last, words in spans:
        for i in range(first, last + 1):
            if words:
                found[i] = fullest[words[-1].text]
    for token in reading.tokens:
        if token.index not in found and token.tag == "NNP" and token.text in fullest:
            found[token.index] = fullest[token.text]
    return found


__all__ = ["ActorIndex"]
