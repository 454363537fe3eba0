"""The persons of a reading: full names, and the office and country that the text gives them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from dragoman.actors.context import Scene
from dragoman.actors.lexicon import Match, Sort, find, title_countries, word_list
from dragoman.actors.phrases import Phrases
from dragoman.language import MentionKind, Reading, Token
from dragoman.records import Actor, ActorKind

OFFICES = frozenset({Sort.ROLE, Sort.SPOKESPERSON, Sort.OFFICIAL, Sort.OBSERVER})


class Persons:
    """Who the personal names of a reading stand for.

    Args:
        reading: the reading, with mentions and chains.
        matches: for each token the lexicon match that it is in.
        affiliation: gives the code that a phrase's own words say it belongs to.
        scene: gives the country of what says nothing itself.
    """

    def __init__(
        self,
        reading: Reading,
        matches: Sequence[Match | None],
        affiliation: Callable[[Token], str | None],
        scene: Scene,
    ) -> None:
        self._reading = reading
        self._matches = matches
        self._phrases = Phrases(reading, matches)
        self._affiliation = affiliation
        self._scene = scene
        self._names: dict[int, str] = {}
        self._starts: dict[int, int] = {}  # head by first token
        self._surnames: dict[str, str] = {}
        self.describing = 0
        self._heads: dict[str, list[Token]] = defaultdict(list)
        self._actors: dict[str, Actor] = {}
        self._collect()

    def _collect(self) -> None:
        short: dict[int, str] = {}
        for mention in self._reading.mentions:
            if mention.kind is not MentionKind.NAME or not mention.name or self._is_body(mention.head):
                continue
            chain = self._reading.chains[mention.chain]
            if "PERSON" in (mention.label, chain.label):
                short[mention.head] = _bare(mention.name)
        self._surnames = _surnames([*short.values(), *map(_bare, self._chain_names())])
        for mention in self._reading.mentions:
            name = short.get(mention.head) or (mention.name if mention.kind is MentionKind.NAME else "")
            word = name.rsplit(" ", 1)[-1]
            if mention.head in short:
                full = name if " " in name and word not in self._surnames else self._surnames.get(word, name)
                self._enter(mention.head, full if " " not in name or _same(full, name) else name, name)
            elif name and name in self._surnames and self._matches[mention.head] is None:
                self._enter(mention.head, self._surnames[name], name)

    def _chain_names(self) -> list[str]:
        return [c.name for c in self._reading.chains if c.label == "PERSON"]

    def _enter(self, head: int, name: str, surface: str) -> None:
        self._names[head] = name
        self._heads[name].append(self._reading.tokens[head])
        start = self._reading.tokens[head].end - len(surface)
        first = self._reading.token_at(start)
        if first is not None and first.start == start:
            self._starts[first.index] = head

    def _is_body(self, head: int) -> bool:
        match = self._matches[head]
        return match is not None and match.entry.sort not in OFFICES and match.last >= head

    def surnamed(self, text: str) -> Actor | None:
        """The person of the article with a surname."""
        name = self._surnames.get(text)
        return self._actor(name) if name in self._heads else None

    def name_at(self, head: Token) -> str:
        """The full name of the person that a token heads; "" if it heads none."""
        return self._names.get(head.index, "")

    def starting_at(self, index: int) -> Token | None:
        """The head of the personal name whose first word is a token."""
        head = self._starts.get(index)
        return None if head is None else self._reading.tokens[head]

    def actor(self, head: Token) -> Actor:
        """The person that a token heads."""
        return self._actor(self._names[head.index])

    def _actor(self, name: str) -> Actor:
        if name not in self._actors:
            self._actors[name] = Actor(name, ActorKind.PERSON)  # what leads back to it knows no more
            self.describing += 1
            self._actors[name] = self._describe(name)
            self.describing -= 1
        return self._actors[name]

    def _describe(self, name: str) -> Actor:
        country: str | None = None
        sectors: tuple[str, ...] = ()
        office: str | None = None
        for head in self._heads[name]:
            found = self._evidence(head)
            country, sectors, office = country or found[0], sectors or found[1], office or found[2]
        if country is None and office:
            country = title_countries().get(office)
        if country is None and office is None and self._scene.names(self._scene.home):
            country = self._scene.home  # a paper says of a foreigner where he is from, not of its own
        if country is None:
            country = self._scene.country_at(self._heads[name][0].index)
        return Actor(name, ActorKind.PERSON, country, sectors, office)

    def _evidence(self, head: Token) -> tuple[str | None, tuple[str, ...], str | None]:
        """Country, sectors and office that one mention gives."""
        country = self._affiliation(head)
        match = next((m for m in reversed(self._phrases.before(head)) if m.entry.sort in OFFICES), None)
        at = head
        for noun in () if match else self._beside(head):
            found = self._matches[noun.index]
            if found and found.entry.sort in OFFICES:
                match, at = found, noun
                country = country or self._affiliation(noun)
                break
        if match is None:
            return country, (), None
        return country, self._sectors(match, at), match.entry.name

    def _beside(self, head: Token) -> list[Token]:
        """The nouns that say who the person is: "X, an adviser", "the adviser, X", "X is an adviser"."""
        beside = head.all("appos")
        if head.dep == "appos" or (head.dep in ("pobj", "conj") and head.head.dep == "prep"):
            beside.append(head.head if head.dep == "appos" else head.head.head)
        verb = head.head
        if head.dep == "nsubj" and verb.lemma == "be":
            beside += verb.all("attr")
        return beside

    def _sectors(self, match: Match, head: Token) -> tuple[str, ...]:
        first = min(self._phrases.first(head), match.first)
        words = {t.lower for t in self._reading.tokens[first : match.first]}
        if words & word_list("former"):
            return ("ELI", *match.entry.sectors)
        return match.entry.sectors

    def holder(self, office: str, country: str | None, index: int) -> Actor | None:
        """The person of the article who holds an office, the nearest before a token if there are several.

        Args:
            office: the office ("foreign minister"). country: whose office; None if the text does not say.
            index: the token that names the office.
        """
        best: tuple[int, Actor] | None = None
        for heads in self._heads.values():
            actor = self.actor(heads[0])
            if actor.office is None or not _same_office(office, actor.office):
                continue
            if country and actor.country != country:
                continue
            if not country and best and best[1].country == self._scene.home != actor.country:
                continue
            near = max((h.index for h in heads if h.index < index), default=-heads[0].index)
            at_home = country is None and actor.country == self._scene.home
            if best is None or near > best[0] or (at_home and best[1].country != self._scene.home):
                best = (near, actor)
        return best[1] if best else None


def _same_office(said: str, held: str) -> bool:
    return said == held or held.endswith(" " + said)


def _bare(name: str) -> str:
    """A name without the offices, bodies and states that the language model took into it."""
    words = name.split()
    matches = find([(w, w.lower()) for w in words])
    start = 0
    while start < len(words) - 1 and matches[start] is not None:
        start += 1
    return " ".join(words[start:])


def _surnames(names: Sequence[str]) -> dict[str, str]:
    """The fullest name for each surname, and for the first word of names that put the family name first."""
    found: dict[str, str] = {}
    for name in names:
        if name:
            surname = name.rsplit(" ", 1)[-1]
            found[surname] = max(found.get(surname, ""), name, key=len)
    for name in names:
        first = name.split(" ", 1)[0]
        if " " in name and found.get(first, first) == first:
            found[first] = name
    return found


def _same(full: str, name: str) -> bool:
    """Whether a full name is another with more words ("Hua Chunying", "Ms. Hua Chunying")."""
    return set(_plain(name)) <= set(_plain(full))


def _plain(name: str) -> list[str]:
    return name.lower().replace("-", " ").split()
