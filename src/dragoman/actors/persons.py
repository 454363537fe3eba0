"""The persons of a reading: full names, and the office and country that the text gives them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache

from dragoman.actors.context import Scene
from dragoman.actors.lexicon import (
    NATIONAL,
    OFFICES,
    Match,
    Sort,
    countries,
    find,
    past_leader,
    title_countries,
    word_list,
)
from dragoman.actors.phrases import Phrases
from dragoman.language import MentionKind, Reading, Token
from dragoman.records import Actor, ActorKind

_AT_HOME = 1.6  # a paper says of a foreigner where he is from, not of its own people
_TITLES = OFFICES | NATIONAL | {Sort.NAMED, Sort.BODY}  # but "Bill" and "Park" are names
_WITHIN_TITLES = frozenset("of the and for - ' 's ’s".split())
_DASHES = frozenset("-‐‑")
_ARTICLES = ("al-", "el-")
_PARTICLES = frozenset("al el bin ibn ben de da di van von der abu".split())
_ACTING = frozenset({"nsubj", "nsubjpass", "conj", "poss", "nmod"})  # "Mr. May", not "in May"
_NOMINAL = frozenset(
    "nsubj nsubjpass dobj pobj poss conj appos dative attr ROOT nmod compound npadvmod".split()
)


class Persons:
    """Who the personal names of a reading stand for.

    Args:
        reading: the reading, with mentions and chains.
        matches: for each token the lexicon match that it is in.
        affiliation: gives the code that a phrase's own words say it belongs to.
        referred: gives the code of what a noun refers back to ("the official, X").
        scene: gives the country of what says nothing itself.
    """

    def __init__(
        self,
        *,
        reading: Reading,
        matches: Sequence[Match | None],
        phrases: Phrases,
        scene: Scene,
        affiliation: Callable[[Token], str | None],
        referred: Callable[[Token], str | None],
    ) -> None:
        self._reading = reading
        self._matches = matches
        self._phrases = phrases
        self._affiliation = affiliation
        self._referred = referred
        self._scene = scene
        self._day = reading.article.published.isoformat() if reading.article.published else ""
        self._names: dict[int, str] = {}
        self._starts: dict[int, int] = {}  # head by first token
        self._surnames: dict[str, str] = {}
        self._spelled: dict[tuple[str, ...], str] = {}  # one spelling for each name
        self.describing = 0
        self._heads: dict[str, list[Token]] = defaultdict(list)
        self._actors: dict[str, Actor] = {}
        self._collect()

    def _collect(self) -> None:
        """Find the personal names: those that mentions carry, and later words that repeat a surname."""
        short: dict[int, str] = {}
        for mention in self._reading.mentions:
            if mention.kind is not MentionKind.NAME or not mention.name or self._is_body(mention.head):
                continue
            chain = self._reading.chains[mention.chain]
            beside = self._reading.tokens[mention.head]
            joined = beside.dep == "conj" and beside.head.index in short and mention.label != "GPE"
            if joined or "PERSON" in (mention.label, chain.label) or self._is_titled(mention.head):
                short[mention.head] = self._whole(_bare(mention.name), mention.head)
        chains = [_bare(c.name) for c in self._reading.chains if c.label == "PERSON"]
        self._surnames = _surnames([*short.values(), *chains])
        for token in self._reading.tokens:
            name = short.get(token.index, "")
            if name:
                self._enter(token.index, self._fullest(name, token.index), name)
            elif run := self._surname_run(token):
                self._enter(token.index, run, run)
            elif token.text[0].isupper() and _key(token.text) in self._surnames and self._repeats(token):
                self._enter(token.index, self._surnames[_key(token.text)], token.text)

    def _surname_run(self, token: Token) -> str:
        """A name whose last word is also an office ("Peter T. King"); "" if the word is none."""
        match = self._matches[token.index]
        if match is None or match.entry.sort is not Sort.ROLE or match.first != match.last:
            return ""
        first = token.index
        while first and self._is_given(self._reading.tokens[first - 1], token):
            first -= 1
        ends = token.tag == "NNP" and token.dep != "compound"
        return (
            self._reading.words(self._reading.tokens[first : token.index + 1])
            if ends and first < token.index
            else ""
        )

    def _is_given(self, before: Token, surname: Token) -> bool:
        same = before.tag == "NNP" and before.sentence == surname.sentence
        return same and self._matches[before.index] is None and before.entity == "PERSON"

    def _repeats(self, token: Token) -> bool:
        """Whether a capitalised word that equals a surname is one, whatever the tagger made of it."""
        match = self._matches[token.index]
        office = match is not None and match.entry.sort is Sort.ROLE and token.tag.startswith("NNP")
        if match is not None and not office:
            return False
        if office and any(c.dep in ("det", "poss", "prep") for c in token.children):
            return False
        mention = self._reading.mention_by_token.get(token.index)
        if mention is not None and mention.head != token.index and mention.kind is MentionKind.NAME:
            return False
        return token.dep in (_ACTING if token.entity == "DATE" else _NOMINAL)

    def _is_titled(self, head: int) -> bool:
        """Whether an office stands straight before the name that a token ends ("army Cmdr. X")."""
        mention = self._reading.mention_by_head[head]
        start = self._reading.tokens[head].end - len(mention.name)
        first = self._reading.token_at(start)
        match = self._matches[first.index - 1] if first is not None and first.index else None
        return match is not None and match.entry.sort is Sort.ROLE and mention.label != "GPE"

    def _whole(self, name: str, head: int) -> str:
        """A name with what the language model cut off at a particle ("Omar" + "al-Masri")."""
        tokens = self._reading.tokens
        if name.rsplit(" ", 1)[-1].lower() in _PARTICLES and head + 2 < len(tokens):
            joined = tokens[head + 1].text in _DASHES and tokens[head + 2].tag.startswith("NNP")
            return name + tokens[head + 1].text + tokens[head + 2].text if joined else name
        if " " in name or not name.lower().startswith(_ARTICLES):
            return name
        first = self._reading.token_at(tokens[head].end - len(name))
        before = tokens[first.index - 1] if first is not None and first.index else None
        if before is None or before.entity != "PERSON" or self._matches[before.index] is not None:
            return name
        return f"{before.text} {name}"

    def _fullest(self, name: str, head: int) -> str:
        """The fullest form of a name: its chain's, or that of the one person with its last word."""
        mention = self._reading.mention_by_head.get(head)
        chain = _bare(self._reading.chains[mention.chain].name) if mention else ""
        for full in (self._surnames.get(_key(name.rsplit(" ", 1)[-1]), ""), chain):
            if full and set(_plain(name)) <= set(_plain(full)):
                return full
        return name

    def _enter(self, head: int, name: str, surface: str) -> None:
        name = self._spelled.setdefault(tuple(_plain(name)), name)
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
        name = self._surnames.get(_key(text))
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
        if (country is None or office is None) and (past := past_leader(name, self._day, office)):
            country = country or past.country
            if past.since <= self._day <= past.until:
                office, sectors = office or past.office, sectors or ("GOV",)
            elif past.until < self._day:
                sectors = sectors or ("ELI",)
        country = country or self._family(name)
        if country is None:
            first = self._heads[name][0].index
            country = self._scene.country_at(first, office=office or "", home=_AT_HOME)
        return Actor(name, ActorKind.PERSON, country, sectors, office)

    def _family(self, name: str) -> str | None:
        """The country of a namesake: husband and wife, father and son."""
        surname = _key(name.rsplit(" ", 1)[-1])
        for other in self._heads:
            namesake = other != name and " " in name and _key(other.rsplit(" ", 1)[-1]) == surname
            if namesake and (country := self._actor(other).country):
                return country
        return None

    def _evidence(self, head: Token) -> tuple[str | None, tuple[str, ...], str | None]:
        """Country, sectors and office that one mention gives."""
        envoy = self._envoy(head)
        title, code = self._titles(head)
        country = self._affiliation(envoy or head) or (self._affiliation(title) if title else None)
        match = self._matches[title.index] if title is not None else self._office_in(head)
        at = title or head
        for noun in () if match else filter(None, (envoy, *self._beside(head))):
            found = self._matches[noun.index]
            if found and found.entry.sort in OFFICES:
                match, at = found, noun
                country = country or self._affiliation(noun)
                break
        if match is not None and title is not None and not country and not code and _is_referring(match):
            code = self._referred(title)
        country = country or code
        movement = next((m.entry for m in self._phrases.before(head) if m.entry.is_movement), None)
        if movement is not None and match is not None:
            return country, movement.sectors, match.entry.name
        if match is None:
            return country, (), None
        return country, self._sectors(match, at), match.entry.name

    def _office_in(self, head: Token) -> Match | None:
        return next((m for m in reversed(self._phrases.before(head)) if m.entry.sort in OFFICES), None)

    def _envoy(self, head: Token) -> Token | None:
        """The office before a name that the parser hung on its "to": "ambassador to the United Nations X"."""
        if head.dep != "pobj" or head.head.lower not in ("to", "for"):
            return None
        noun = head.head.head
        match = self._matches[noun.index]
        accredited = match is not None and match.entry.is_envoy
        return noun if accredited and any(m.entry.code for m in self._phrases.before(head)) else None

    def _start(self, head: Token) -> int:
        """The first token of the name that a token ends."""
        return next((i for i, h in self._starts.items() if h == head.index), head.index)

    def _titles(self, head: Token) -> tuple[Token | None, str | None]:
        """The office that stands straight before a name, and the code of the words that lead up to it."""
        tokens = self._reading.tokens
        index = self._start(head) - 1
        office: Token | None = None
        code: str | None = None
        accredited = False
        while index >= 0 and tokens[index].sentence == head.sentence:
            match = self._matches[index]
            if match is None and (office is None or tokens[index].lower not in _WITHIN_TITLES):
                break
            if match is not None and match.entry.sort in OFFICES:
                office = tokens[match.last] if office is None or _is_telling(match) else office
                accredited = accredited or match.entry.is_ambassador
            elif match is not None and _tells(match, office, accredited=accredited):
                code = code or match.entry.code or None
            index = match.first - 1 if match is not None else index - 1
        return office, code

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


def _is_referring(match: Match) -> bool:
    """Whether an office is one that refers back to its first mention ("its envoy … Ambassador X")."""
    return match.entry.sort is Sort.OFFICIAL or match.entry.is_envoy


def _tells(match: Match, office: Token | None, *, accredited: bool) -> bool:
    """Whether a word before an office and a name says whose they are."""
    if accredited and match.entry.code not in countries():
        return False  # a "U.N. ambassador" is a state's
    return match.entry.sort in NATIONAL or (office is not None and match.entry.kind is not ActorKind.MEDIA)


def _is_telling(match: Match) -> bool:
    """Whether an office is one that a single country has."""
    return match.entry.name in title_countries()


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    """A name without the offices, bodies and states that the language model took into it."""
    words = name.split()
    matches = find([(w, w.lower()) for w in words])
    start = 0
    while start < len(words) - 1:
        match = matches[start]
        if match is None or match.entry.sort not in _TITLES:
            break
        start += 1
    fields = [i for i, w in enumerate(words[:-1]) if w.lower() in word_list("fields")]
    return " ".join(words[max([start, *(i + 1 for i in fields)]) :])


def _surnames(names: Sequence[str]) -> dict[str, str]:
    """The fullest name for each surname, and for the first word of names that put the family name first."""
    found: dict[str, str] = {}
    for name in filter(None, names):
        surname = _key(name.rsplit(" ", 1)[-1])
        found[surname] = max(found.get(surname, ""), name, key=len)
    for name in filter(None, names):
        first = _key(name.split(" ", 1)[0])
        if " " in name and found.get(first, "").lower() == first:  # it stands alone elsewhere
            found[first] = name
    return found


def _key(word: str) -> str:
    """A surname to compare by: in lower case, without an Arabic article ("Al-Nimr", "al-Nimr")."""
    word = word.lower()
    return word[3:] if word.startswith(_ARTICLES) else word


def _plain(name: str) -> list[str]:
    return [_key(w) for w in name.replace("-", " ").split() if _key(w) not in _PARTICLES] or [name.lower()]
