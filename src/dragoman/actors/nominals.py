"""Common nouns: governments, officials, bodies, groups and the public, and whom they stand for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property

from dragoman.actors.affiliation import LINKS, Affiliation, Resolve
from dragoman.actors.bearers import Bearers
from dragoman.actors.context import ARMED, AT_HOME, HOME, NOT_HOME, Scene
from dragoman.actors.documents import Documents
from dragoman.actors.incumbents import Incumbents
from dragoman.actors.lexicon import (
    NATIONAL,
    OFFICES,
    Entry,
    Match,
    Sort,
    countries,
    other_nouns,
    title_countries,
    usual_countries,
    word_list,
)
from dragoman.actors.naming import Naming, goes_by
from dragoman.actors.observers import Observers
from dragoman.actors.origins import homelands_of, union_of
from dragoman.actors.persons import Persons
from dragoman.actors.phrases import Phrases, is_definite, left, objects
from dragoman.actors.whereabouts import Whereabouts
from dragoman.language import Reading, Token
from dragoman.records import Actor, ActorKind

_DOMESTIC = frozenset(  # sectors that are of some country even where the phrase does not say of which
    "REB UAF PRM CVL SOC OPP REL LAB AGR LEG JUD COP MIL PTY GOV SPY".split()
)
_RULING = frozenset({"GOV", "LEG", "SPY", "JUD", "COP"})
_LOCAL = ARMED | {"CVL", "OPP", "SOC"}  # who are where they are told of
_FORCES = frozenset({"MIL", "COP"})
_MINISTRY = "ministry"
_TELLING = frozenset({"acknowledge", "add", "announce", "claim", "confirm", "deny", "report", "say", "state"})
_TAKING_PART = frozenset({"nsubj", "nsubjpass", "pobj"})
_IN_PARTS = frozenset({"CVL", "OPP", "SOC", "EDU", "COP"})  # who may be of a part of a state alone

_FORMER = 3.0  # whose officials comment once they have left office
_OF_STATES = frozenset(
    {Sort.OFFICIAL, Sort.SPOKESPERSON, Sort.GOVERNMENT, Sort.ROLE, Sort.BODY, Sort.OBSERVER}
)
_AGENTS = frozenset({"MIL", "REB", "GOV"})  # a movement's soldiers, fighters and leaders are the movement
_OF_A_MOVEMENT = frozenset({"extremist", "jihadi", "jihadist", "militant"})
_ALLIANCE = "coalition"
_NARROWING = frozenset({"prep", "relcl", "acl", "appos"})
_BEFORE = 4  # sentences for which they do
_INDEFINITE = frozenset({"a", "an", "its", "one"})
_VOTES = 12  # mentions of an institution that are asked where they stand
_MEMORY = 25  # sentences for which a noun still means what it meant before


class Nominals:
    """Resolves phrases whose head is a common noun of the lexicon.

    Args:
        reading: the reading. matches: for each token the lexicon match that it is in.
        phrases, scene, persons, affiliation, naming: what is known of the reading.
        resolve: who another phrase stands for. by_chain: what the other mentions of its chain stand for.
    """

    def __init__(
        self,
        *,
        reading: Reading,
        matches: Sequence[Match | None],
        phrases: Phrases,
        scene: Scene,
        persons: Persons,
        affiliation: Affiliation,
        naming: Naming,
        resolve: Resolve,
        by_chain: Resolve,
    ) -> None:
        self._reading = reading
        self._matches = matches
        self._phrases = phrases
        self._scene = scene
        self._persons = persons
        self._affiliation = affiliation
        self._naming = naming
        self._resolve = resolve
        self._by_chain = by_chain
        self._incumbents = Incumbents(reading, persons, scene)
        self._bearers = Bearers(reading, matches, persons, whose=affiliation.of, resolve=resolve)
        self._documents = Documents(
            reading=reading, matches=matches, resolve=resolve, inside=self._inside, by_chain=by_chain
        )
        self._observers = Observers(
            reading=reading,
            matches=matches,
            phrases=phrases,
            scene=scene,
            persons=persons,
            affiliation=affiliation,
            naming=naming,
            resolve=resolve,
            behind=self._behind,
        )
        self._whereabouts = Whereabouts(reading, matches)
        self.following = self._observers.following
        self.member = self._incumbents.member
        self._rules: dict[Sort, Callable[[Token, Match], tuple[Actor, ...]]] = {
            Sort.DOCUMENT: self._document,
            Sort.GOVERNMENT: self._government,
            Sort.OFFICIAL: self._represented,
            Sort.SPOKESPERSON: self._represented,
            Sort.OBSERVER: lambda head, match: self._observers.actors(head),
            Sort.ROLE: self._role,
            Sort.BODY: self._body,
            Sort.MEDIA: self._body,
            Sort.PLACE: lambda head, match: (),
            Sort.THING: lambda head, match: (),
        }

    def actors(self, head: Token, match: Match) -> tuple[Actor, ...]:
        """The actors that a phrase stands for.

        Args:
            head: its head. match: the lexicon's match there.
        """
        if (
            match.entry.sort in OFFICES
            and head.tag in ("NNS", "NNPS")
            and (named := self._bearers.listed(head))
        ):
            return named
        if match.entry.sort in OFFICES and (person := self._bearers.behind(head, match)):
            return (self._bearers.told(person, head, self._affiliation.of(head)),)
        if match.entry.sort in _OF_STATES and self._is_regional(head, match):
            return (Actor(self._phrases.words(head), ActorKind.PUBLIC, union_of(head)),)
        if match.entry.sort in OFFICES and head.tag == "NN" and (named := self._bearers.elsewhere(head)):
            return named
        if several := self._several(head, match):
            return several
        return self._rules.get(match.entry.sort, self._common)(head, match)

    def referred(self, head: Token) -> str | None:
        """The code of what a noun refers back to; None if it has none."""
        found = (*self._by_chain(head), *self._same_noun(head))
        return next((a.country for a in found if a.country), None)

    def _is_regional(self, head: Token, match: Match) -> bool:
        """Whether it is of no one state ("a Western official")."""
        before = (c for c in left(head) if c.index < match.first)
        return any(c.lower in word_list("regional") for c in before) and not self._affiliation.of(head)

    # ---- several in one

    def _several(self, head: Token, match: Match) -> tuple[Actor, ...]:
        """The actors of one noun under coordinated adjectives ("the French and Mexican governments")."""
        if head.tag not in ("NNS", "NNPS"):
            return ()
        codes = dict.fromkeys(m.entry.code for m in self._phrases.national(head))
        if len(codes) < 2:
            return ()
        if match.entry.sort in (Sort.GOVERNMENT, Sort.OFFICIAL):
            return tuple(a for code in codes for a in self._naming.state(code))
        words = self._words(match)
        return tuple(self._naming.plain(words, match, code) for code in codes)

    # ---- those who stand for a state or body

    def _document(self, head: Token, match: Match) -> tuple[Actor, ...]:
        """Who issued it; a charge of which that is not said is of the state whose courts hear it."""
        found = self._documents.issuer(head)
        if found or match.entry.name not in word_list("charges"):
            return found
        return (self._naming.phrase(head, match, self._scene.country_at(head.index, office="court")),)

    def _government(self, head: Token, match: Match, home: float = HOME) -> tuple[Actor, ...]:
        code = self._affiliation.of(head)
        if code is None and head.dep == "compound":  # "SPANISH government officials"
            before = self._phrases.national(head.head)
            code = next((m.entry.code for m in before if m.last == head.index - 1), None)
        vague = head.dep == "compound" and not is_definite(head.head)  # "government officials"
        if code is None and not vague and (known := self._earlier(head)):
            return known
        if code is None and head.lemma == "government" and head.tag == "NNS" and not is_definite(head):
            return ()  # "other governments": of several states
        home = 0.0 if match.entry.name == "regime" else home  # nobody calls his own government a regime
        code = (
            code
            or self._usual(match)
            or self._scene.country_at(head.index, office=match.entry.name, home=home)
        )
        return self._naming.state(code)

    def _usual(self, match: Match) -> str | None:
        """The state that the report is about, with others, whose government or office a noun mostly names."""
        name = match.entry.name
        code = usual_countries().get(name) or title_countries().get(name, "")
        return code if self._scene.is_prominent(code) else None

    def _represented(self, head: Token, match: Match) -> tuple[Actor, ...]:
        """Whom an unnamed official or spokesperson stands for: the body if one is named, else the country.

        Who has left office speaks for nobody but himself.
        """
        if person := self._epithet(head, match, self._affiliation.national(head)):
            return person
        if any(c.lower in word_list("former") or c.lower.startswith("ex-") for c in left(head)):
            home = self._affiliation.of(head) or self._scene.country_at(head.index, home=_FORMER)
            return (self._naming.phrase(head, match, home),)
        if actors := self._inside(head):
            return actors
        possessor = head.child("poss")
        for token in (*([possessor] if possessor is not None else []), *objects(head, *LINKS)):
            if actors := self._resolve(token):
                return actors
        if (speaks_for := self._bearers.spoken_for(head)) is not None:
            return (speaks_for,)
        if body := self._bearers.unlisted(head):
            code = self._affiliation.of(head) or self._scene.country_at(head.index, home=AT_HOME)
            return (Actor(body, ActorKind.ORGANISATION, code),)
        if any(c.lower == "there" for c in head.children):
            return self._naming.state(self._affiliation.of(head) or self._scene.last_before(head.index))
        if (host := self._host(head)) is not None and (actors := self._resolve(host)):
            return actors
        if code := self._affiliation.of(head):
            return self._naming.state(code)  # "officials in Seoul"
        if (among := homelands_of(head)) is not None:
            return (self._naming.phrase(head, match, self._scene.country_at(head.index, among=among)),)
        if code := self._alike(head):
            return self._naming.state(code)
        return self._earlier(head) or self._naming.state(self._scene.country_at(head.index, home=AT_HOME))

    def _alike(self, head: Token) -> str | None:
        """The state of those with whom others of their kind are named ("Ada Holm and OTHER officials")."""
        if head.dep != "conj" or not any(c.lower == "other" for c in left(head)):
            return None
        first = next((a.country for a in self._resolve(head.head) if a.country), None)
        return first if first in countries() else None

    def _host(self, head: Token) -> Token | None:
        """Who acts in the clause that a spokesman is added to ("X agreed, with a spokesman saying")."""
        clause = head.head
        if head.dep not in ("nsubj", "pobj") or not any(c.lower in _INDEFINITE for c in left(head)):
            return None
        absolute = clause.tag == "VBG" or clause.lower == "with"
        verb = next((a for a in clause.ancestors() if a.child("nsubj") is not None), None)
        return verb.child("nsubj") if absolute and verb is not None else None

    def _inside(self, head: Token) -> tuple[Actor, ...]:
        """Whom the words before a noun stand for: a body rather than its state."""
        before = sorted(self._phrases.own(head), key=lambda m: m.entry.sort in NATIONAL)
        return next(filter(None, (self._behind(match, head) for match in before)), ())

    def _behind(self, match: Match, head: Token) -> tuple[Actor, ...]:
        """Whom a word before a noun stands for ("State Department" in "a State Department official")."""
        entry = match.entry
        if entry.sort is Sort.NAMED:
            return (self._naming.named(entry),)
        if entry.sort is Sort.GOVERNMENT:
            at_home = AT_HOME if not self._is_document(head) else 0.0
            return self._government(self._reading.tokens[match.last], match, home=at_home)
        if entry.sort in (Sort.BODY, Sort.MISSION, Sort.PARTY, Sort.GROUP):
            code = self._affiliation.of(head) or self._setting(head, entry.name, HOME, local=False)
            return (self._naming.plain(self._words(match), match, code),)
        if entry.sort in NATIONAL:
            return (Actor(entry.name, ActorKind.GOVERNMENT, entry.code, ("GOV",)),)
        return ()

    def _earlier(self, head: Token) -> tuple[Actor, ...]:
        """What a phrase that does not say whose it is refers back to: its chain, or the same noun before."""
        return self._by_chain(head) or self._same_noun(head)

    def _same_noun(self, head: Token) -> tuple[Actor, ...]:
        """Whom the same noun stood for when the text last said whose it was."""
        first = head.sentence - _MEMORY
        for token in reversed(self._nouns.get(head.lemma, ())):
            if token.sentence < first:
                break
            if token.index < head.index and self._affiliation.of(token) is not None:
                return self._resolve(token)
        return ()

    @cached_property
    def _nouns(self) -> dict[str, list[Token]]:
        """The nouns of the lexicon in the reading, by dictionary form."""
        nouns: dict[str, list[Token]] = defaultdict(list)
        for token, match in zip(self._reading.tokens, self._matches, strict=True):
            if match is not None and token.tag.startswith("NN"):
                nouns[token.lemma].append(token)
        return dict(nouns)

    # ---- those who act themselves

    def _role(self, head: Token, match: Match) -> tuple[Actor, ...]:
        """An office without a name: who holds it, if the article says so."""
        code = self._affiliation.of(head)
        if code is None and (found := self._definite(head, match)):
            return found
        code = code or (self._usual(match) if is_definite(head) else None)
        if is_definite(head) and head.tag in ("NN", "NNP"):
            holder = self._incumbents.holder(match.entry.name, code, head.index)
            if holder is not None:
                return (holder,)
        told = code
        if code is None and match.first == match.last and is_definite(head):
            told = self._setting(head, match.entry.name, HOME, local=False)
        return self._epithet(head, match, told) or self._described(head, match, code)

    def _epithet(self, head: Token, match: Match, code: str | None) -> tuple[Actor, ...]:
        """The person last named of a state whom a noun takes up ("the Kenyan leader" for its president)."""
        if code is None or head.tag not in ("NN", "NNP") or not is_definite(head):
            return ()
        narrowed = any(c.index > head.index and c.dep in _NARROWING for c in head.children)
        if narrowed or head.dep == "attr":  # "she was the Kenyan leader" describes
            return ()
        offices = other_nouns().get(head.lemma, frozenset())
        person = self._incumbents.called(offices, code, head) if offices else None
        return (person,) if person is not None else ()

    def _body(self, head: Token, match: Match) -> tuple[Actor, ...]:
        medium = self._medium(head, match)
        return (medium,) if medium is not None else self._common(head, match)

    def _common(self, head: Token, match: Match) -> tuple[Actor, ...]:
        if head.lemma == "family" and (found := self._family(head) or self._earlier(head)):
            return found
        code = self._affiliation.of(head)
        if code is None and self._is_concerned(head):
            return (Actor(self._phrases.words(head), match.entry.kind, sectors=match.entry.sectors),)
        if code is None and head.lemma == _ALLIANCE and (found := self._allied(head, match)):
            return found
        if code is None and not _is_insider(head) and (found := self._definite(head, match)):
            return found
        return self._described(head, match, code)

    def _described(self, head: Token, match: Match, code: str | None) -> tuple[Actor, ...]:
        sector = match.entry.sectors[0] if match.entry.sectors else ""
        if code is None and sector == "CVL" and self._are_insiders(head):
            return (self._naming.phrase(head, match, None),)
        code = code or self._affiliation.beside(head, both=sector in _LOCAL)
        movement = next((m.entry for m in self._phrases.before(head) if m.entry.is_movement), None)
        if movement is not None and (match.entry.sort is Sort.MISSION or sector in _AGENTS):
            return (self._naming.named(movement),)
        if code is None and head.lemma in _OF_A_MOVEMENT and (fought := self._scene.stateless):
            return (self._naming.named(fought),)
        if code is None and sector in _LOCAL and len(states := self._whereabouts.several(head)) > 1:
            return tuple(self._naming.phrase(head, match, state) for state in states)
        if code is None and sector in _DOMESTIC:
            if sector in ARMED and (found := self._earlier(head)):
                return found
            opposed = sector in ARMED or "opposition" in self._phrases.words(head).lower()
            home = HOME if sector in _RULING else NOT_HOME if opposed else 0.0
            local = sector in _LOCAL or (sector == "MIL" and self._is_of_government(head))
            orderly = sector == "COP" or match.entry.name in word_list("keeping_order")
            there = self._whereabouts.of(head, facing=True) if orderly else None
            code = self._usual(match) or there or self._own_forces(head, sector)
            code = code or self._setting(head, match.entry.name, home, local=local)
            code = self._scene.part_of(code) if sector in _IN_PARTS else code
        if code is None and sector == "NGO":
            code = "NGO"
        return (self._observers.owned(head, self._naming.phrase(head, match, code)),)

    def _allied(self, head: Token, match: Match) -> tuple[Actor, ...]:
        """A coalition by the state that leads it, or the one of that kind that the report names."""
        leading = (m for m in self._phrases.before(head) if m.entry.sort in NATIONAL)
        behind = ((m, self._reading.tokens[m.last + 1 : m.last + 3]) for m in leading)
        state = next((m for m, after in behind if [t.lower for t in after][1:] == ["led"]), None)
        if state is not None:
            words = self._reading.words(self._reading.tokens[state.first : head.index + 1])
            return (Actor(words, match.entry.kind, state.entry.code, ("MIL",)),)
        return (self._naming.named(self._alliance),) if self._alliance is not None else ()

    @cached_property
    def _alliance(self) -> Entry | None:
        """The military coalition that the report names."""
        named = (m.entry for m in self._matches if m is not None and m.entry.sort is Sort.NAMED)
        return next((e for e in named if e.name.endswith(f"-led {_ALLIANCE}")), None)

    @staticmethod
    def _is_concerned(head: Token) -> bool:
        """Whether a phrase means whoever has to do with a matter ("the relevant parties")."""
        several = head.tag == "NNS" and head.lemma in word_list("pair")
        return several and any(c.lower in word_list("concerned") for c in left(head))

    def _is_of_government(self, head: Token) -> bool:
        """Whether fighters are only said to be a government's, which is that of where they are told of."""
        return any(m.entry.sort is Sort.GOVERNMENT for m in self._phrases.before(head))

    def _own_forces(self, head: Token, sector: str) -> str | None:
        """The state whose office tells what bare forces did ("the army said that SOLDIERS shot two men")."""
        if sector not in _FORCES or head.dep not in _TAKING_PART:
            return None
        verb = head.head.head.head if head.head.dep == "agent" else head.head
        telling = verb.head
        if verb.dep != "ccomp" or telling.lemma not in _TELLING:
            return None
        speaker = telling.child("nsubj")
        found = self._resolve(speaker) if speaker is not None else ()
        codes = {a.country for a in found if not _FORCES.isdisjoint(a.sectors) or _MINISTRY in a.name.lower()}
        return codes.pop() if len(codes) == 1 and found[0].kind is not ActorKind.PERSON else None

    def _are_insiders(self, head: Token) -> bool:
        """Whether people are sources ("four people familiar with the talks … these people said")."""
        if _is_insider(head):
            return True
        earlier = (t for t in self._nouns.get(head.lemma, ()) if t.index < head.index)
        speaks = head.dep == "nsubj" or head.head.head.lower == "according"
        return speaks and is_definite(head) and any(map(_is_insider, earlier))

    def _setting(self, head: Token, office: str, home: float, *, local: bool) -> str | None:
        """The state that a bare institution belongs to: of most of the places where it is spoken of."""
        if any(c.lower == "local" for c in left(head)) and (code := self._scene.place_before(head.index)):
            return code
        if code := union_of(head) or (self._whereabouts.of(head) if local else None):
            return code
        mention = self._reading.mention_by_head.get(head.index)
        chain = self._reading.chains[mention.chain].mentions if mention is not None else ()
        heads = [self._reading.mentions[m].head for m in chain[:_VOTES]] or [head.index]
        among = homelands_of(head)
        found = Counter(
            self._scene.country_at(h, office=office, home=home, among=among, local=local) for h in heads
        )
        return found.most_common(1)[0][0]

    def _is_document(self, head: Token) -> bool:
        match = self._matches[head.index]
        return match is not None and match.entry.sort is Sort.DOCUMENT

    def _definite(self, head: Token, match: Match) -> tuple[Actor, ...]:
        """What a phrase that names no country refers back to."""
        rebels = match.entry.sectors[:1] == ("REB",)
        generic = match.entry.sort is Sort.GROUP and not match.entry.sectors
        if generic and (known := self._by_chain(head)):
            return known
        if (rebels or generic) and is_definite(head):
            movement = self._scene.movement_before(head.index)
            if movement is not None:
                return (self._naming.named(movement.entry),)
        mention = self._reading.mention_by_head.get(head.index)
        known = self._by_chain(head)
        if known and mention is not None and self._reading.chains[mention.chain].name:
            return known
        named = self._named_before(head, match)
        other = bool(named and known and known[0].country not in (None, named[0].country))
        return known if other else named or known

    def _named_before(self, head: Token, match: Match) -> tuple[Actor, ...]:
        """The body of its sort that a noun with "the" takes up ("the charity" for Oxfam)."""
        if head.tag != "NN" or not is_definite(head) or self._phrases.own(head):
            return ()
        first = self._reading.sentences[max(0, head.sentence - _BEFORE)].first
        for before in reversed(self._matches[first : head.index]):
            entry = before.entry if before is not None else None
            if entry and entry.sort is Sort.NAMED and goes_by(entry, match.entry):
                return (self._naming.named(entry),)
        return ()

    def _medium(self, head: Token, match: Match) -> Actor | None:
        """The medium named beside its noun ("the state news agency X", "the X news agency")."""
        after = self._matches[match.last + 1] if match.last + 1 < len(self._matches) else None
        for found in (*self._phrases.before(head), *([after] if after else [])):
            if found.entry.sort is Sort.NAMED and found.entry.kind is ActorKind.MEDIA:
                return self._naming.named(found.entry)
        return None

    def _family(self, head: Token) -> tuple[Actor, ...]:
        """A family by the name of one of its own ("the Ortega family")."""
        near = self._reading.tokens[self._phrases.first(head) : head.index]
        for token in (*near, *objects(head, "of")):
            person = self._persons.surnamed(token.text)
            if person is not None:
                return (Actor(f"{token.text} family", ActorKind.PUBLIC, person.country, ("CVL",)),)
        return ()

    def _words(self, match: Match) -> str:
        return self._reading.words(self._reading.tokens[match.first : match.last + 1])


def _is_insider(head: Token) -> bool:
    """Whether a noun behind tells that somebody knows from inside ("people briefed on the plan")."""
    return any(c.index > head.index and c.lower in word_list("insiders") for c in head.children)
