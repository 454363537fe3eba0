"""The persons of a reading: full names, and the office and country that the text gives them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.actors.context import Scene
from dragoman.actors.figures import figure_country
from dragoman.actors.homes import Homes
from dragoman.actors.lexicon import (
    NATIONAL,
    OFFICES,
    Match,
    Sort,
    countries,
    party_countries,
    title_countries,
    word_list,
)
from dragoman.actors.personal_names import PersonalNames
from dragoman.actors.phrases import Phrases, objects
from dragoman.actors.terms import Term, past_leader
from dragoman.article.agencies import is_wire
from dragoman.language import MentionKind, Reading, Token
from dragoman.language.lexicon import Gender, lexicon
from dragoman.language.lexicon import Sort as People
from dragoman.records import Actor, ActorKind

_WITHIN_TITLES = frozenset("of the and for - ' 's ’s".split())
_LEADS = frozenset({"lead", "head", "chair", "command"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NEAR = 8  # sentences for which "the Kenyan leader" still takes up the president last named
_MARK = (frozenset("(,"), frozenset(["D", "R", "D.", "R."]), frozenset("-–),"))  # of "(D-Ohio)", ", R-Ohio"
_WORLDWIDE = frozenset({"USA", "GBR", "QAT", ""})  # whose media interview anybody
_DEFINITE = frozenset({"the", "this", "that"})
_NATIONALITIES = frozenset({Sort.ADJECTIVE, Sort.PEOPLE})
_KNOWN = frozenset({*NATIONAL, Sort.NAMED, Sort.PARTY, Sort.BODY})  # whose state is known, or told


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
        self._homes = Homes(scene)
        self._day = reading.article.day
        self._names = PersonalNames(reading, matches)
        self._heads = self._names.heads
        self._actors: dict[str, Actor] = {}
        self._guessed: set[str] = set()  # of whom no words tell the country
        self.describing = 0

    def surnamed(self, text: str) -> Actor | None:
        """The person of the article with a surname."""
        name = self._names.surnamed(text)
        return self._actor(name) if name else None

    def is_guessed(self, name: str) -> bool:
        """Whether the country of the person with a full name is only likely."""
        return name in self._guessed

    def name_at(self, head: Token) -> str:
        """The full name of the person that a token heads; "" if it heads none."""
        return self._names.at.get(head.index, "")

    def named(self) -> dict[str, list[Token]]:
        """The heads of the names of each person, by full name."""
        return self._heads

    def starting_at(self, index: int) -> Token | None:
        """The head of the personal name whose first word is a token."""
        return self._names.starting_at(index)

    def actor(self, head: Token) -> Actor:
        """The person that a token heads."""
        return self._actor(self._names.at[head.index])

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
        country = country or self._described(name)
        if country is None and office:
            country = title_countries().get(office)
        nation = self._nation(name)
        known = nation or figure_country(name) or self._titled(name)
        if past := self._past(name, office):
            served = " " in name and office in (None, past.office)
            country = nation or past.country if served else known or country or past.country
            if past.since <= self._day <= past.until:
                office, sectors = office or past.office, sectors or ("GOV",)
            elif past.until < self._day:
                sectors = sectors or ("ELI",)
        else:
            country = known or country
        country = country or self._party(name) or self._family(name) or self._interviewed(name)
        if country is None:
            self._guessed.add(name)
            first = self._heads[name][0].index
            sector = next(iter(sectors), "")
            country = self._homes.of(
                name,
                first,
                office=office or "",
                body=self._body_of(name),
                sector=sector,
                employed=self._is_employed(name),
            )
        return Actor(name, ActorKind.PERSON, country, sectors, office)

    def _past(self, name: str, office: str | None) -> Term | None:
        """The term of a past leader; a monarch's given name is another's where his state is not named."""
        past = past_leader(name, self._day, office)
        regal = office in lexicon().regal and " " not in name
        return None if past is not None and regal and not self._scene.names(past.country) else past

    def _nation(self, name: str) -> str | None:
        """The country whose adjective stands before a name ("Canadian singer X").

        A namesake of a well-known person is told apart where he is first named.
        """
        heads = self._heads[name]
        return next(filter(None, map(self._adjective, heads[:1] if figure_country(name) else heads)), None)

    def _titled(self, name: str) -> str | None:
        """The state that a title before a name has alone, though it is not listed as an office ("Pope X")."""
        before = (self._matches[start - 1] for h in self._heads[name] if (start := self._names.start(h)))
        titles = (m.entry.name.lower() for m in before if m is not None and m.entry.sort is Sort.NAMED)
        return next(filter(None, map(title_countries().get, titles)), None)

    def _described(self, name: str) -> str | None:
        """The code that nouns for the person give ("a Kenyan official … The official, X, said")."""
        for head in self._mentions(name):
            match = self._matches[head]
            office = match is not None and match.entry.sort in OFFICES
            if office and (code := self._affiliation(self._reading.tokens[head])):
                return code
        return None

    def _mentions(self, name: str) -> list[int]:
        """The heads of the nouns for the person, in order."""
        reading = self._reading
        chains = {m.chain for h in self._heads[name] if (m := reading.mention_by_head.get(h.index))}
        mentions = (reading.mentions[i] for c in sorted(chains) for i in reading.chains[c].mentions)
        return [m.head for m in mentions if m.kind is MentionKind.NOMINAL]

    def _party(self, name: str) -> str | None:
        """The country of the party that a mention names: "Democrat X", "X (R-Ohio)", "X, Ohio Republican"."""
        tokens = self._reading.tokens
        for head in self._heads[name]:
            start = self._names.start(head)
            mark = tokens[head.index + 1 : head.index + 4]
            beside = [*self._beside(head), *tokens[max(0, start - 2) : start]]
            if len(mark) == len(_MARK) and all(m.text in fits for m, fits in zip(mark, _MARK, strict=True)):
                beside.append(mark[1])
            words = (t.lower.rstrip(".") for t in beside if t.text[0].isupper())
            if code := next(filter(None, map(party_countries().get, words)), None):
                return code
        return None

    def _interviewed(self, name: str) -> str | None:
        """The country of the national medium that the person speaks to ("told Haaretz")."""
        speaking = (h.head for h in self._heads[name] if h.dep == "nsubj" and h.head.lemma == "tell")
        told = (medium for verb in speaking for medium in verb.all("dobj", "dative"))
        named = (m for t in told for m in (self._matches[t.index], *self._phrases.before(t)) if m is not None)
        return next((m.entry.code for m in named if _is_national_medium(m)), None)

    def _is_employed(self, name: str) -> bool:
        """Whether a body that no list has is said to be the person's ("X, head of the Zenobex Group")."""
        nouns = (noun for head in self._heads[name] for noun in (head, *self._beside(head)))
        behind = (t for noun in nouns for t in objects(noun, "of", "at", "for", "with", "from"))
        named = (t for t in behind if t.entity == "ORG" and t.tag.startswith("NNP"))
        found = (self._matches[t.index] for t in named)
        return any(m is None or (m.first == m.last and m.entry.sort not in _KNOWN) for m in found)

    def _body_of(self, name: str) -> str:
        """The body that the person's office is said to be in ("an interior ministry spokesman, X"), or ""."""
        for head in self._heads[name]:
            for noun in (head, *self._beside(head)):
                for match in self._phrases.before(noun):
                    if match.entry.sort is Sort.BODY:
                        return match.entry.name
        return ""

    def _family(self, name: str) -> str | None:
        """The country of a namesake: husband and wife, father and son."""
        return next(filter(None, (self._actor(n).country for n in self._names.namesakes(name))), None)

    def _evidence(self, head: Token) -> tuple[str | None, tuple[str, ...], str | None]:
        """Country, sectors and office that one mention gives."""
        envoy = self._envoy(head)
        title, code = self._titles(head)
        country = self._adjective(envoy) if envoy is not None else None
        country = country or self._affiliation(envoy or head) or (self._affiliation(title) if title else None)
        match = self._matches[title.index] if title is not None else self._office_in(head)
        at = title or head
        for noun in filter(None, (envoy, *self._beside(head))):
            found = self._matches[noun.index]
            if found is None and noun.pos == "NOUN":
                found = self._office_in(noun)  # "a professor emeritus"
            if found and found.entry.sort in OFFICES:
                if match is None:
                    match, at = found, noun
                country = country or self._affiliation(noun) or self._referent(noun, found)
            elif found and found.entry.sort in _NATIONALITIES and _is_one(noun):  # "X, a Turk"
                country = country or found.entry.code
            elif lexicon().sorts.get(noun.lemma) is People.PERSON:  # "X, a Turkish citizen"
                country = country or self._adjective(noun)
        if match is not None and title is not None and not country and not code and _is_referring(match):
            code = self._referred(title)
        country = country or code or self._led(head)
        movement = next((m.entry for m in self._phrases.before(head) if m.entry.is_movement), None)
        if movement is not None and match is not None:
            return country, movement.sectors, match.entry.name
        if match is None:
            return country, ("JRN",) if self._is_of_medium(head) else (), None
        return country, self._sectors(match, at), match.entry.name

    def _adjective(self, noun: Token) -> str | None:
        """The state whose adjective stands before a noun or name."""
        found = (m.entry for m in self._phrases.national(noun))
        return next((entry.code for entry in found if entry.sort is Sort.ADJECTIVE), None)

    def _is_of_medium(self, head: Token) -> bool:
        """Whether a medium owns the name: "Harbour TV's Ada Holm" is its reporter."""
        first = self._names.start(head)
        owner = self._matches[first - 2] if first > 1 else None
        owned = owner is not None and self._reading.tokens[first - 1].tag == "POS"
        return owned and owner is not None and owner.entry.kind is ActorKind.MEDIA

    def _led(self, head: Token) -> str | None:
        """The code of the body that a person leads or works for ("the army, led by X", "X, who heads it")."""
        for clause in head.all("relcl"):
            if clause.lemma in _LEADS and clause.child("dobj") is not None:
                return next(filter(None, map(self._affiliation, clause.all("dobj"))), None)
            if code := next(filter(None, map(self._employer, objects(clause, "at", "for"))), None):
                return code
        verb = head.head.head if head.dep == "pobj" and head.head.lower == "by" else head
        if verb.dep not in ("acl", "relcl") or verb.lemma not in _LEADS:
            return None
        return self._affiliation(verb.head)

    def _employer(self, token: Token) -> str | None:
        """The code of the listed body that somebody works for ("who oversaw trade at the Treasury")."""
        match = self._matches[token.index]
        code = match.entry.code if match is not None and match.entry.sort is Sort.NAMED else ""
        return code if code in countries() else None

    def _referent(self, noun: Token, match: Match) -> str | None:
        """The code of what "the official" in "the official, X," refers back to."""
        definite = any(c.lower in _DEFINITE for c in noun.children)
        return self._referred(noun) if definite and _is_referring(match) else None

    def _office_in(self, head: Token) -> Match | None:
        return next((m for m in reversed(self._phrases.before(head)) if m.entry.sort in OFFICES), None)

    def _envoy(self, head: Token) -> Token | None:
        """The office before a name that the parser hung on its "to": "ambassador to the United Nations X"."""
        if head.dep != "pobj" or head.head.lower not in ("to", "for"):
            return self._posted(head)
        noun = head.head.head
        match = self._matches[noun.index]
        accredited = match is not None and match.entry.is_envoy
        posted = accredited and any(m.entry.code for m in self._phrases.before(head))
        return noun if posted else self._posted(head)

    def _posted(self, head: Token) -> Token | None:
        """The envoy's office that leads up to the place straight before a name."""
        tokens = self._reading.tokens
        place = self._matches[max(0, self._names.start(head) - 1)]
        if place is None or place.entry.sort not in NATIONAL:
            return None
        to = place.first - 1 - (place.first > 0 and tokens[place.first - 1].lower == "the")
        before = self._matches[to - 1] if to > 0 and tokens[to].lower == "to" else None
        return tokens[before.last] if before is not None and before.entry.is_envoy else None

    def _titles(self, head: Token) -> tuple[Token | None, str | None]:
        """The office that stands straight before a name, and the code of the words that lead up to it."""
        tokens = self._reading.tokens
        index = self._names.start(head) - 1
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
                held = self._matches[office.index] if office is not None else None
                studied = held is not None and self._phrases.is_studied(match, held)
                code = code or (None if studied else match.entry.code) or None
            index = match.first - 1 if match is not None else index - 1
        return office, code

    def _beside(self, head: Token) -> list[Token]:
        """The nouns that say who the person is: "X, an adviser", "the adviser, X", "X is an adviser"."""
        beside = head.all("appos")
        if head.dep == "appos" or (head.dep in ("pobj", "conj") and head.head.dep == "prep"):
            beside.append(head.head if head.dep == "appos" else head.head.head)
            beside += [t for t in head.head.all("appos") if t.index < head.index]
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

    def politician(self, head: Token, country: str) -> bool:
        """Whether a name is that of a politician of a state.

        Args:
            head: the name's head. country: the state.
        """
        actor = self.actor(head)
        held = actor.office is not None or "LEG" in actor.sectors
        return actor.country == country and (held or self._party(actor.name) is not None)

    def spoken(self, pronoun: Token, gender: Gender) -> Actor | None:
        """The person who acts last before "he" or "she", of a given name that fits, and not far."""
        first = self._reading.sentences[max(0, pronoun.sentence - _NEAR // 2)].first
        for index in range(pronoun.index - 1, first - 1, -1):
            name = self._names.at.get(index, "")
            told = lexicon().name_gender.get(name.split(" ", 1)[0].lower(), gender)
            if name and told is gender and self._reading.tokens[index].dep in _SUBJECTS:
                return self._actor(name)
        return None


def _is_one(noun: Token) -> bool:
    """Whether a noun means one person ("a NORWEGIAN")."""
    return noun.tag in ("NN", "NNP") and any(c.lower in ("a", "an") for c in noun.children)


def _is_national_medium(match: Match) -> bool:
    """Whether a medium speaks with people of its own country above all."""
    entry = match.entry
    return entry.kind is ActorKind.MEDIA and entry.code not in _WORLDWIDE and not is_wire(entry.name)


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
