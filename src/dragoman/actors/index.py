"""The actors of one reading."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.actors.context import Scene
from dragoman.actors.lexicon import NATIONAL, Entry, Match, Sort, countries, find, sectors_on, word_list
from dragoman.actors.persons import OFFICES, Persons
from dragoman.actors.phrases import Phrases, objects
from dragoman.language import MentionKind, Reading, Token
from dragoman.records import Actor, ActorKind

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_PLACE = frozenset("in at near from around outside across through inside".split())
_LINKS = ("of", "for", "from", "with", "in", "at", "by")
_ISSUERS = ("of", "from", "by")
_INTRINSIC = frozenset(
    {"REB", "UAF", "PRM", "CVL", "SOC", "OPP", "REL", "LAB", "AGR", "LEG", "JUD", "COP", "MIL", "PTY", "GOV"}
)
_TAKES_PART = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "poss", "dative"})
_TITLE_TAGS = frozenset({"IN", "DT", "NNP", "NNPS", "JJ", "CC", "POS", "TO", "NN", "NNS", ",", "HYPH"})
_TITLE_CASE = frozenset({"ministry", "embassy", "consulate"})


class ActorIndex:
    """Who the noun phrases of a reading stand for.

    Args:
        reading: the reading, with its mentions and chains.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._matches = find([(t.text, t.lemma) for t in reading.tokens])
        self._phrases = Phrases(reading, self._matches)
        self._scene = Scene(reading, self._matches)
        self._persons = Persons(reading, self._matches, self.affiliation, self._scene)
        self._day = reading.article.published.isoformat() if reading.article.published else ""
        self._found: dict[int, tuple[Actor, ...]] = {}

    def actors(self, head: Token) -> tuple[Actor, ...]:
        """The actors that the noun phrase headed by a token stands for.

        Args:
            head: the head of a noun phrase; what is coordinated with it counts ("the Taliban and
                Kabul": two).

        Returns:
            The actors in order of the text, pronouns and nominals resolved; empty where it names no actor.
        """
        found: list[Actor] = []
        for token in head.conjuncts():
            found += [a for a in self._one(token) if a not in found]
        return tuple(found)

    def speaker(self, head: Token) -> Actor | None:
        """Who speaks where a token heads the source of a statement; the first where there are several."""
        return next(iter(self.actors(head)), None)

    def country_of(self, head: Token) -> str | None:
        """The country or entity code of what a token heads; None if it has none."""
        return next((a.country for a in self.actors(head) if a.country), None)

    def resolution(self, head: Token) -> str:
        """What was resolved to what, for a reader ("She → Hua Chunying"); "" if nothing was."""
        names = ", ".join(a.name for a in self.actors(head))
        return f"{head.text} → {names}" if names and names != head.text else ""

    def affiliation(self, head: Token) -> str | None:
        """The code that a phrase's own words say it belongs to ("Russian", "South Korea's", "of Iran")."""
        own = self._matches[head.index]
        accredited = own is not None and "ambassador" in own.entry.name
        for match in self._phrases.own(head):
            if match.entry.code and not (accredited and match.entry.code not in countries()):
                return match.entry.code
            accredited = accredited or "ambassador" in match.entry.name
        possessor = head.child("poss")
        if possessor is not None and (code := self._code(possessor)):
            return code
        named = bool(self._persons.name_at(head))
        for token in () if named else self._reading.tokens[self._phrases.first(head) : head.index]:
            if token.dep == "compound" and (person := self._persons.surnamed(token.text)) and person.country:
                return person.country
        mission = own is not None and (own.entry.sort is Sort.MISSION or accredited)
        for token in objects(head, *(("of", "from") if mission else _LINKS)):
            if code := self._code(token):
                return code
        for token in head.all("appos"):
            found = self._matches[token.index]
            if (
                found
                and found.entry.sort not in NATIONAL
                and not self._persons.name_at(token)
                and (code := self._code(token))
            ):
                return code
        return self._employer(head) if own is not None and own.entry.sort in OFFICES else None

    def _employer(self, head: Token) -> str | None:
        """The code of the body that the words behind a noun name ("analyst covering trade at X")."""
        tokens = self._reading.tokens
        end = self._reading.sentence_of(head).last
        for index in range(head.index + 2, min(head.index + 12, end + 1)):
            match = self._matches[index]
            if match is None or match.entry.sort is not Sort.NAMED or match.first != index:
                continue
            before = tokens[index - 1 - (tokens[index - 1].lower == "the")]
            if before.lower in ("at", "for", "of", "with", "from") and tokens[index].is_under(head):
                return match.entry.code
        return None

    def _code(self, token: Token) -> str | None:
        match = self._matches[token.index]
        if match and match.entry.sort is Sort.NAMED and (national := self._national_code(token)):
            return national
        if match and match.entry.code:
            return match.entry.code
        if token.pos == "PRON" or self._persons.name_at(token):
            return next((a.country for a in self._one(token) if a.country), None)
        return self.affiliation(token)

    # ---- one noun phrase

    def _one(self, head: Token) -> tuple[Actor, ...]:
        if head.index not in self._found:
            self._found[head.index] = ()  # what leads back to itself stands for nobody
            found = self._resolve(head)
            self._found[head.index] = found
            if self._persons.describing:
                del self._found[head.index]  # a person half described is not kept
            return found
        return self._found[head.index]

    def _national_code(self, head: Token) -> str | None:
        """The state whose adjective or possessive stands before a head; None if there is none."""
        nations = self._phrases.national(head)
        if nations:
            return nations[0].entry.code
        possessor = head.child("poss")
        match = self._matches[possessor.index] if possessor is not None else None
        return match.entry.code if match and match.entry.sort in NATIONAL else None

    def _resolve(self, head: Token) -> tuple[Actor, ...]:
        if head.pos == "PRON" or head.tag in ("PRP", "PRP$", "WP", "WDT", "WP$"):
            return self._pronoun(head)
        if self._persons.name_at(head):
            return (self._persons.actor(head),)
        if both := self._pair(head):
            return both
        counted = head.lemma in word_list("measure") or head.lower in word_list("measure")
        if counted and (found := next(filter(None, map(self._one, objects(head, "of"))), ())):
            return found
        match = self._matches[head.index]
        if match is None:
            return self._unlisted(head)
        return self._listed(head, match)

    def _pronoun(self, head: Token) -> tuple[Actor, ...]:
        if head.lower in _RELATIVE:
            verb = next((a for a in head.ancestors() if a.dep == "relcl"), None)
            return self._one(verb.head) if verb else ()
        return self._by_chain(head)

    def _by_chain(self, head: Token) -> tuple[Actor, ...]:
        """What the other mentions of the chain stand for, named ones first."""
        mention = self._reading.mention_by_head.get(head.index)
        if mention is None:
            return ()
        others = [self._reading.mentions[m] for m in self._reading.chains[mention.chain].mentions]
        for kind in (MentionKind.NAME, MentionKind.NOMINAL):
            for other in others:
                if other.kind is kind and other.head != head.index:
                    if found := self._one(self._reading.tokens[other.head]):
                        return found
        return ()

    def _pair(self, head: Token) -> tuple[Actor, ...]:
        """The two last named, where a phrase speaks of both ("both sides", "the two countries")."""
        if head.lemma not in word_list("pair"):
            return ()
        if not any(c.lower in ("both", "two", "each") for c in head.children if c.index < head.index):
            return ()
        persons = head.lemma in ("man", "leader", "woman", "hostage", "minister", "president")
        found: list[Actor] = []
        first = self._reading.sentences[max(0, head.sentence - (6 if persons else 3))].first
        for index in range(head.index - 1, first - 1, -1):
            token = self._reading.tokens[index]
            if bool(self._persons.name_at(token)) != persons or not (persons or self._is_party(token)):
                continue
            found = [
                a for a in self._one(token) if all(a.country != b.country or a.name != b.name for b in found)
            ] + found
            if len(found) >= 2:
                return tuple(found[:2])
        states = self._scene.most_named()[:2]
        return tuple(map(self._state, states)) if len(states) == 2 and not persons else ()

    def _is_party(self, token: Token) -> bool:
        match = self._matches[token.index]
        among = token.dep == "pobj" and token.head.lower in ("with", "between", "by", "against", "and")
        if match is None or match.last != token.index:
            return False
        entry = match.entry
        if _is_movement(match) or (entry.sort is Sort.ADJECTIVE and token.dep == "amod"):
            return True
        named = entry.sort is Sort.NAMED and entry.kind is not ActorKind.MEDIA
        return (among or token.dep in _TAKES_PART) and (
            named or entry.sort in NATIONAL or entry.sort in (Sort.GOVERNMENT, Sort.OFFICIAL)
        )

    def _unlisted(self, head: Token) -> tuple[Actor, ...]:
        if known := self._by_chain(head):
            return known
        mention = self._reading.mention_by_head.get(head.index)
        if mention is None or mention.kind is not MentionKind.NAME or mention.label not in ("ORG", "NORP"):
            return ()
        return (Actor(mention.name, ActorKind.ORGANISATION, self.affiliation(head)),)

    def _listed(self, head: Token, match: Match) -> tuple[Actor, ...]:
        entry = match.entry
        if entry.sort in NATIONAL:
            return self._national(head, match)
        if entry.sort is Sort.NAMED:
            other = self._national_code(head)
            if other and other != entry.code and entry.kind is not ActorKind.GROUP:
                return (self._body(self._phrases.words(head), match, other, head),)
            return (self._named(entry),)
        if entry.sort is Sort.PLACE:
            return ()
        if entry.sort in OFFICES and (person := self._person_after(head, match)):
            return (self._persons.actor(person),)
        if entry.sort is Sort.DOCUMENT:
            return self._issuer(head)
        if entry.sort is Sort.GOVERNMENT:
            return self._government(head)
        if entry.sort in (Sort.OFFICIAL, Sort.SPOKESPERSON):
            return self._represented(head)
        return self._common(head, match)

    def _national(self, head: Token, match: Match) -> tuple[Actor, ...]:
        entry = match.entry
        place = head.dep == "pobj" and head.head.lower in _PLACE
        if place and entry.sort in (Sort.CAPITAL, Sort.SEAT):
            return ()
        if entry.sort is Sort.PEOPLE and not self._is_bare_people(head):
            return (Actor(self._phrases.words(head), ActorKind.PUBLIC, entry.code, ("CVL",)),)
        return (Actor(entry.name, ActorKind.GOVERNMENT, entry.code, entry.sectors),)

    def _is_bare_people(self, head: Token) -> bool:
        """Whether a people's name stands alone with "the" ("the Russians"): its state."""
        before = [c for c in head.children if c.index < head.index]
        return all(c.lower == "the" for c in before) and bool(before)

    def _named(self, entry: Entry) -> Actor:
        return Actor(entry.name, entry.kind, entry.code or None, sectors_on(entry, self._day))

    def _person_after(self, head: Token, match: Match) -> Token | None:
        """The name that follows an office: "the minister, X", "ambassador to the United Nations X"."""
        for token in head.all("appos"):
            if self._persons.name_at(token):
                return token
        tokens = self._reading.tokens
        end = min(match.last + 12, self._reading.sentence_of(head).last)
        for index in range(match.last + 1, end + 1):
            if person := self._persons.starting_at(index):
                before = tokens[index - 1]
                titled = before.tag in ("NNP", "NNPS") or self._matches[index - 1] is not None
                after = tokens[person.index + 1].text if person.index < end else ""
                apposed = before.text == "," and (person.dep == "appos" or after == ",")
                if titled or apposed:
                    return person
            if tokens[index].tag not in _TITLE_TAGS:
                return None
        return None

    def _government(self, head: Token) -> tuple[Actor, ...]:
        nations = self._phrases.national(head)
        codes = dict.fromkeys(m.entry.code for m in nations)
        if len(codes) > 1 and head.tag in ("NNS", "NNPS"):
            return tuple(self._state(code) for code in codes)
        code = self.affiliation(head)
        if code is None and (known := self._earlier(head)):
            return known
        code = code or self._scene.country_at(head.index, home=0.0 if head.lemma == "regime" else 0.8)
        return (self._state(code),) if code in countries() else ()

    def _state(self, code: str | None) -> Actor:
        """A state as its government; named as such where a movement that has governed contests it."""
        country = countries()[code or ""]
        name = f"{country.adjective} government" if self._scene.rivals.get(country.code) else country.name
        return Actor(name, ActorKind.GOVERNMENT, country.code, ("GOV",))

    def _earlier(self, head: Token) -> tuple[Actor, ...]:
        """What a phrase without a word on whose it is refers back to: its chain, or the same noun before."""
        if known := self._by_chain(head):
            return known
        index = head.index - 1
        first = self._reading.sentences[max(0, head.sentence - 12)].first
        while index >= first:
            token = self._reading.tokens[index]
            if token.lemma == head.lemma and token.tag[:2] == "NN" and self._matches[index] is not None:
                return self._one(token)
            index -= 1
        return ()

    def _issuer(self, head: Token) -> tuple[Actor, ...]:
        """Who a document speaks for: the body or state that its phrase names."""
        possessor = head.child("poss")
        if possessor is not None and (found := self._one(possessor)):
            return found
        for match in self._phrases.own(head):
            if found := self._from_match(match, head):
                return found
        for token in objects(head, *_ISSUERS):
            if found := self._one(token):
                return found
        return self._by_chain(head)

    def _from_match(self, match: Match, head: Token) -> tuple[Actor, ...]:
        """Whom a word before a noun stands for ("State Department" in "a State Department official")."""
        entry = match.entry
        if entry.sort is Sort.NAMED:
            return (self._named(entry),)
        if entry.sort is Sort.GOVERNMENT:
            return self._government(self._reading.tokens[match.last])
        if entry.sort in (Sort.BODY, Sort.MISSION, Sort.PARTY, Sort.GROUP):
            code = self.affiliation(head) or self._scene.country_at(head.index, office=entry.name)
            return (self._body(self._reading.words(self._tokens_of(match)), match, code),)
        if entry.sort in NATIONAL:
            return (Actor(entry.name, ActorKind.GOVERNMENT, entry.code, ("GOV",)),)
        return ()

    def _tokens_of(self, match: Match) -> list[Token]:
        return self._reading.tokens[match.first : match.last + 1]

    def _represented(self, head: Token) -> tuple[Actor, ...]:
        """Whom an unnamed official or spokesperson stands for: the body if one is named, else the country."""
        for match in sorted(self._phrases.own(head), key=lambda m: m.entry.sort in NATIONAL):
            if found := self._from_match(match, head):
                return found
        possessor = head.child("poss")
        for token in (*([possessor] if possessor is not None else []), *objects(head, *_LINKS)):
            if found := self._one(token):
                return found
        if any(c.lower == "there" for c in head.children) and (place := self._scene.last_before(head.index)):
            return (self._state(place),)
        if known := self._earlier(head):
            return known
        code = self._scene.country_at(head.index)
        return (self._state(code),) if code in countries() else ()

    # ---- common nouns

    def _common(self, head: Token, match: Match) -> tuple[Actor, ...]:
        entry = match.entry
        if head.lemma == "family" and (found := self._family(head) or self._earlier(head)):
            return found
        if entry.sort in (Sort.MEDIA, Sort.BODY) and (medium := self._medium(head, match)):
            return (medium,)
        code = self.affiliation(head)
        if code is None and entry.sort is not Sort.OBSERVER and (found := self._definite(head, match)):
            return found
        group = next((m.entry for m in self._phrases.before(head) if _is_movement(m)), None)
        if group and (entry.sort is Sort.MISSION or entry.sectors[:1] in (("MIL",), ("REB",), ("GOV",))):
            return (self._named(group),)
        if entry.sort is Sort.ROLE and head.tag in ("NN", "NNP"):
            holder = self._persons.holder(entry.name, code, head.index) if _is_definite(head) else None
            if holder:
                return (holder,)
        if (
            code is None
            and entry.sort is not Sort.OBSERVER
            and entry.sectors[:1]
            and (entry.sectors[0] in _INTRINSIC)
        ):
            code = self._scene.country_at(head.index, office=entry.name)
        if entry.sectors[:1] == ("NGO",) and code is None:
            code = "NGO"
        if entry.sort is Sort.OBSERVER:
            return self._observer(head, code)
        return (self._body(self._phrases.words(head), match, code, head),)

    def _observer(self, head: Token, code: str | None) -> tuple[Actor, ...]:
        """Sources and critics: of no country unless one is named; of the body that their phrase names."""
        if head.lemma in word_list("elsewhere"):
            return (Actor(self._phrases.words(head), ActorKind.PUBLIC),)
        for match in self._phrases.own(head):
            if match.entry.sectors[:1] == ("REB",) and match.entry.sort is Sort.ROLE:
                movement = self._scene.movement_before(head.index)
                return (self._named(movement.entry),) if movement else ()
            if match.entry.sort in (Sort.BODY, Sort.NAMED) and (found := self._from_match(match, head)):
                return found
        return (Actor(self._phrases.words(head), ActorKind.PUBLIC, code),)

    def _medium(self, head: Token, match: Match) -> Actor | None:
        """The medium named beside its noun ("the state news agency X", "the X news agency")."""
        after = self._matches[match.last + 1] if match.last + 1 < len(self._matches) else None
        for found in (*self._phrases.before(head), *([after] if after else [])):
            if found.entry.sort is Sort.NAMED and found.entry.kind is ActorKind.MEDIA:
                return self._named(found.entry)
        return None

    def _family(self, head: Token) -> tuple[Actor, ...]:
        """A family by the name of one of its own ("the Vadell family")."""
        near = self._reading.tokens[self._phrases.first(head) : head.index]
        for token in (*near, *objects(head, "of")):
            person = self._persons.surnamed(token.text)
            if person is not None:
                return (Actor(f"{token.text} family", ActorKind.PUBLIC, person.country, ("CVL",)),)
        return ()

    def _definite(self, head: Token, match: Match) -> tuple[Actor, ...]:
        """What a phrase that names no country refers back to."""
        rebels = match.entry.sectors[:1] == ("REB",) and _is_definite(head)
        if rebels and (movement := self._scene.movement_before(head.index)):
            return (self._named(movement.entry),)
        return self._by_chain(head)

    def _body(self, words: str, match: Match, code: str | None, head: Token | None = None) -> Actor:
        entry = match.entry
        state = countries().get(code or "")
        sectors = entry.sectors
        if words.rsplit(" ", 1)[-1].lower() in _TITLE_CASE:
            words = " ".join(w[:1].upper() + w[1:] for w in words.split())
        nations = self._phrases.national(head) if head is not None else []
        fixed = entry.sort in (Sort.BODY, Sort.MISSION, Sort.ROLE)
        possessed = head is not None and head.child("poss") is not None
        if (
            state
            and head is not None
            and any(m and m.entry.code == code for t in objects(head, "in") if (m := self._matches[t.index]))
        ):
            words = f"{words} in {state.name}"
        elif state and not nations and (fixed or possessed):
            words = f"{self._adjective(state.code)} {words}"
        if head is not None and self._is_former(head):
            sectors = ("ELI", *sectors)
        return Actor(words, entry.kind, code, sectors)

    def _adjective(self, code: str) -> str:
        if code == "USA":
            return "US" if any(t.text == "US" for t in self._reading.tokens) else "U.S."
        return countries()[code].adjective

    def _is_former(self, head: Token) -> bool:
        words = self._reading.tokens[self._phrases.first(head) : head.index]
        return any(t.lower in word_list("former") for t in words)


def _is_movement(match: Match) -> bool:
    entry = match.entry
    return entry.sort is Sort.NAMED and entry.kind is ActorKind.GROUP and "PTY" not in entry.sectors


def _is_definite(head: Token) -> bool:
    return any(c.lower in ("the", "that", "this", "those", "these") for c in _left(head))


def _left(head: Token) -> Iterator[Token]:
    return (c for c in head.children if c.index < head.index)
