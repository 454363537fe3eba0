"""The persons of a reading: full names, and the office and country that the text gives them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from dragoman.actors.context import Scene
from dragoman.actors.lexicon import Match, Sort, title_countries, word_list
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
        self._heads: dict[str, list[Token]] = defaultdict(list)
        self._actors: dict[str, Actor] = {}
        self._collect()

    def _collect(self) -> None:
        short: dict[int, str] = {}
        for mention in self._reading.mentions:
            if mention.kind is not MentionKind.NAME or not mention.name:
                continue
            chain = self._reading.chains[mention.chain]
            if "PERSON" in (mention.label, chain.label) and not self._is_body(mention.head):
                short[mention.head] = self._bare(mention.name, mention.head, mention.first)
                if (
                    chain.label == "PERSON"
                    and len(chain.name) > len(short[mention.head])
                    and (short[mention.head].split()[-1] in chain.name)
                ):
                    short[mention.head] = self._bare(chain.name, mention.head, mention.first)
        full: dict[str, str] = {}
        for name in short.values():
            if name:
                surname = name.split()[-1]
                full[surname] = max(full.get(surname, ""), name, key=len)
        for head, name in short.items():
            if name:
                self._enter(head, name if " " in name else full[name])
        for mention in self._reading.mentions:
            last = mention.name.rsplit(" ", 1)[-1]
            if mention.head not in self._names and last in full and mention.kind is MentionKind.NAME:
                if self._matches[mention.head] is None:
                    self._enter(mention.head, full[last])

    def _enter(self, head: int, name: str) -> None:
        self._names[head] = name
        self._heads[name].append(self._reading.tokens[head])

    def _is_body(self, head: int) -> bool:
        match = self._matches[head]
        return match is not None and match.entry.sort not in OFFICES and match.last >= head

    def _bare(self, name: str, head: int, first: int) -> str:
        """A name without the offices, bodies and states that the language model took into it."""
        words = name.split()
        start = 0
        for index in range(first, head):
            match = self._matches[index]
            if match is not None and self._reading.tokens[match.last].text in words[:-1]:
                start = max(start, words.index(self._reading.tokens[match.last].text) + 1)
        return " ".join(words[start:])

    def name_at(self, head: Token) -> str:
        """The full name of the person that a token heads; "" if it heads none."""
        return self._names.get(head.index, "")

    def starting_at(self, index: int) -> Token | None:
        """The head of a personal name whose first word is a token."""
        for head in range(index, min(index + 5, len(self._reading.tokens))):
            if head in self._names:
                mention = self._reading.mention_by_head[head]
                size = len(mention.name.split())
                return self._reading.tokens[head] if head - size < index <= head else None
        return None

    def actor(self, head: Token) -> Actor:
        """The person that a token heads."""
        name = self._names[head.index]
        if name not in self._actors:
            self._actors[name] = Actor(name, ActorKind.PERSON)  # what leads back to it knows no more
            self._actors[name] = self._describe(name)
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
            near = max((h.index for h in heads if h.index < index), default=-heads[0].index)
            if best is None or near > best[0]:
                best = (near, actor)
        return best[1] if best else None


def _same_office(said: str, held: str) -> bool:
    return said == held or held.endswith(" " + said)
