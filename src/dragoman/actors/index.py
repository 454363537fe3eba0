"""The actors of one reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors.affiliation import Affiliation
from dragoman.actors.context import Scene
from dragoman.actors.coordinate import may_own, name_before
from dragoman.actors.figures import figure_country, given_names_of_states
from dragoman.actors.lexicon import (
    NATIONAL,
    NO_STATES,
    OFFICES,
    Match,
    Sort,
    find,
    party_countries,
    word_list,
)
from dragoman.actors.naming import Naming
from dragoman.actors.nominals import Nominals
from dragoman.actors.persons import Persons
from dragoman.actors.phrases import Phrases, objects
from dragoman.language import Mention, MentionKind, Reading, Token
from dragoman.language.lexicon import Gender
from dragoman.language.mentions import relative_antecedent
from dragoman.records import Actor, ActorKind

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$"})
_PLACE = frozenset("in at near from around outside across through inside".split())
_AMONG = frozenset({"with", "between", "by", "against"})
_TAKES_PART = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "poss", "dative"})
_BOTH = frozenset({"both", "two", "each"})
_NAMED_KINDS = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP})
_WITHIN_NAMES = frozenset("of for and the in on & - to".split())
_TITLES = frozenset({"mr.", "mr", "mrs.", "mrs", "ms.", "ms", "sen.", "rep.", "dr."})
_DASHES = frozenset("-‐‑–")
_DEEPEST = 24  # references through references
_DEFINITE = frozenset({"the", "this", "that"})
_UNNAMED = frozenset({Sort.OFFICIAL, Sort.SPOKESPERSON})
_LEADING = frozenset({"leader", "head", "chief"})
_HOMES = ("of", "from", "for", "in")
_PERSONAL_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his"), Gender.MALE),
    **dict.fromkeys(("she", "her", "hers"), Gender.FEMALE),
}
_WITHIN = frozenset({"compound", "nmod", "amod", "poss"})
_OFFICE_REACH = 6  # tokens behind a body's name in which an office and a person's name may follow
_PERSONAL = frozenset({"man", "leader", "woman", "hostage", "minister", "president"})


class ActorIndex:
    """Who the noun phrases of a reading stand for; phrases are resolved when they are asked for.

    Args:
        reading: the reading, with its mentions and chains.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._matches = _without_namesakes(find([(t.text, t.lemma) for t in reading.tokens]), reading)
        self._phrases = Phrases(reading, self._matches)
        self._scene = Scene(reading, self._matches, self._phrases)
        self._affiliation = Affiliation(
            reading=reading,
            matches=self._matches,
            phrases=self._phrases,
            resolve=self._one,
            surnamed=self._surnamed,
            guessed=self._is_guessed,
        )
        self._persons = Persons(
            reading=reading,
            matches=self._matches,
            phrases=self._phrases,
            scene=self._scene,
            affiliation=self._affiliation.of,
            referred=self._referred,
        )
        self._naming = Naming(reading, self._phrases, self._scene)
        self._nominals = Nominals(
            reading=reading,
            matches=self._matches,
            phrases=self._phrases,
            scene=self._scene,
            persons=self._persons,
            affiliation=self._affiliation,
            naming=self._naming,
            resolve=self._one,
            by_chain=self._by_chain,
        )
        self._found: dict[int, tuple[Actor, ...]] = {}
        self._phrased: dict[int, tuple[Actor, ...]] = {}  # with what is coordinated
        self._depth = 0
        self._chains: dict[int, tuple[Actor, ...]] = {}

    def actors(self, head: Token) -> tuple[Actor, ...]:
        """The actors that the noun phrase headed by a token stands for.

        Args:
            head: the head of a noun phrase; what is coordinated with it counts ("the Taliban and
                Kabul": two).

        Returns:
            The actors in order of the text, pronouns and nominals resolved; empty where it names no actor.
        """
        known = self._phrased.get(head.index)
        if known is None:
            heads = head.conjuncts()
            found = dict.fromkeys(a for token in heads for a in self._one(token))
            known = tuple(self._at_home(a, head) for a in found)
            if self._depth == 0 and all(t.index in self._found for t in heads):
                self._phrased[head.index] = known
        return known

    def _at_home(self, actor: Actor, head: Token) -> Actor:
        """A body with a name of its own, of the outlet's country where nothing tells another."""
        first, *others = actor.name.split()
        named = (
            actor.kind in _NAMED_KINDS
            and actor.country is None
            and all(w[0].isupper() for w in (first, *others) if w not in _WITHIN_NAMES)
        )
        if not named or head.tag == "NNPS" or first.lower() in word_list("worldwide"):
            return actor
        known = any(w.lower() in word_list("associations") for w in others)
        return replace(actor, country=self._scene.home_of(head.index, sure=known))

    def speaker(self, head: Token) -> Actor | None:
        """Who speaks where a token heads the source of a statement; the first where there are several.

        A speaker is found as any other actor: officials and spokespeople without a name stand for their
        body or state, documents for those who issued them.
        """
        return next(iter(self.actors(head)), None)

    def country_of(self, head: Token) -> str | None:
        """The country or entity code of what a token heads; None if it has none."""
        return next((a.country for a in self.actors(head) if a.country), None)

    def resolution(self, head: Token) -> str:
        """What was resolved to what, for a reader ("She → Hua Chunying"); "" if nothing was."""
        names = ", ".join(a.name for a in self.actors(head))
        return f"{head.text} → {names}" if names and names != head.text else ""

    def _one(self, head: Token) -> tuple[Actor, ...]:
        if head.index in self._found:
            return self._found[head.index]
        if self._depth >= _DEEPEST:
            return ()
        self._found[head.index] = ()  # what leads back to itself stands for nobody
        self._depth += 1
        found = self._resolve(head)
        self._depth -= 1
        if self._persons.describing:
            del self._found[head.index]  # what rests on a person half described is not kept
        else:
            self._found[head.index] = found
        return found

    def _resolve(self, head: Token) -> tuple[Actor, ...]:
        if head.pos == "PRON" or head.tag in _PRONOUNS:
            return self._pronoun(head) or self._counted(head)
        if self._persons.name_at(head):
            return (self._persons.actor(head),)
        if found := self._pair(head) or self._counted(head):
            return found
        match = self._matches[head.index]
        if match is None:
            return self._unlisted(head)
        if match.entry.sort in NATIONAL:
            return self._national(head, match)
        if match.entry.sort is Sort.NAMED:
            person = self._member(head) or self._officer(head, match)
            return (person or self._named(head, match),)
        found = self._nominals.actors(head, match)
        return self._of_several(head, found) if match.entry.sort in _UNNAMED else found

    def _of_several(self, head: Token, found: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Officials of one state or body with those of the others named ("officials of Peru and Chile").

        Leaders of several states speak as one.
        """
        if head.tag != "NNS" or head.lemma in _LEADING or len(found) != 1 or found[0].country is None:
            return found
        homes = [t for place in objects(head, *_HOMES) for t in place.conjuncts()[1:] if self._is_home(t)]
        return (
            *found,
            *(a for t in homes for a in self._one(t) if a.country not in (None, found[0].country)),
        )

    def _is_home(self, place: Token) -> bool:
        match = self._matches[place.index]
        return match is not None and match.entry.sort in (*NATIONAL, Sort.NAMED)

    def _surnamed(self, name: str) -> Actor | None:
        return self._persons.surnamed(name)

    def _is_guessed(self, name: str) -> bool:
        return self._persons.is_guessed(name)

    def _referred(self, head: Token) -> str | None:
        return self._nominals.referred(head)

    # ---- reference

    def _pronoun(self, head: Token) -> tuple[Actor, ...]:
        if head.lower in _RELATIVE:
            antecedent = relative_antecedent(head)
            return self._one(antecedent) if antecedent is not None else ()
        if (name := name_before(head)) is not None and may_own(head, owners := self._one(name)):
            return owners
        found = self._by_chain(head)
        gender = _PERSONAL_PRONOUNS.get(head.lower)
        if gender is None or not found or found[0].kind is ActorKind.PERSON:
            return found
        return self._person(head, gender) or found

    def _person(self, head: Token, gender: Gender) -> tuple[Actor, ...]:
        """Whom "he" or "she" stands for where the name in its chain is a state's or body's."""
        chain = self._reading.chain_of(head)
        mentions = [self._reading.mentions[m] for m in chain.mentions] if chain is not None else []
        if not any(m.kind is MentionKind.NAME for m in mentions):
            return ()
        named = (self._one(self._reading.tokens[m.head]) for m in mentions if m.kind is MentionKind.NAME)
        person = next((a for found in named for a in found if a.kind is ActorKind.PERSON), None)
        person = person or self._persons.spoken(head, gender)
        return (person,) if person is not None else ()

    def _by_chain(self, head: Token) -> tuple[Actor, ...]:
        """What the mentions of a head's chain stand for, named ones first."""
        mention = self._reading.mention_by_head.get(head.index)
        if mention is None:
            return ()
        if mention.chain in self._chains:
            return self._chains[mention.chain]
        self._chains[mention.chain] = ()  # a chain that leads back to itself stands for nobody
        found = self._of_chain(mention.chain)
        if found and not self._persons.describing:
            self._chains[mention.chain] = found
        else:
            del self._chains[mention.chain]
        return found

    def _of_chain(self, chain: int) -> tuple[Actor, ...]:
        mentions = [self._reading.mentions[m] for m in self._reading.chains[chain].mentions]
        for kind in (MentionKind.NAME, MentionKind.NOMINAL):
            for mention in mentions:
                if mention.kind is kind and (found := self._one(self._reading.tokens[mention.head])):
                    return found
        return ()

    def _counted(self, head: Token) -> tuple[Actor, ...]:
        """What a count is of ("a range of officials")."""
        measures = word_list("measure")
        if head.lemma not in measures and head.lower not in measures:
            return ()
        counted = list(objects(head, "of"))
        renamed = (t for noun in (head, *counted) for t in noun.all("appos") if t.pos == "PROPN")
        return next(filter(None, map(self._one, (*renamed, *counted))), ())  # "one of the groups, X"

    def _pair(self, head: Token) -> tuple[Actor, ...]:
        """The two last named, where a phrase speaks of both ("both sides", "the two countries")."""
        if head.lemma not in word_list("pair") or not any(
            c.lower in _BOTH for c in head.children if c.index < head.index
        ):
            return ()
        if head.lemma == "party" and head.dep == "pobj" and head.head.head.pos == "NOUN":
            return ()  # "leaders of both parties" are politicians
        if any(t.lower in word_list("houses") for t in objects(head, "of", "in")):
            return ()  # so are those on both sides of the aisle
        persons = head.lemma in _PERSONAL
        found: list[Actor] = []
        first = self._reading.sentences[max(0, head.sentence - (6 if persons else 3))].first
        for index in range(head.index - 1, first - 1, -1):
            token = self._reading.tokens[index]
            if self._persons.name_at(token) if persons else self._is_party(token):
                known = {(a.name, a.country) for a in found}
                found = [a for a in self._one(token) if (a.name, a.country) not in known] + found
            if len(found) >= 2:
                return tuple(found[:2])
        states = self._scene.most_named()[:2]
        return tuple(a for s in states for a in self._naming.state(s)) if not persons else ()

    def _is_party(self, token: Token) -> bool:
        """Whether a token names one of the sides of what is told."""
        match = self._matches[token.index]
        if match is None or match.last != token.index or self._persons.name_at(token):
            return False
        entry = match.entry
        if entry.is_movement or (entry.sort is Sort.ADJECTIVE and token.dep == "amod"):
            return True
        among = token.dep == "pobj" and token.head.lower in _AMONG
        named = entry.sort is Sort.NAMED and entry.kind is not ActorKind.MEDIA
        return (among or token.dep in _TAKES_PART) and (
            named or entry.sort in NATIONAL or entry.sort in (Sort.GOVERNMENT, Sort.OFFICIAL)
        )

    # ---- names

    def _unlisted(self, head: Token) -> tuple[Actor, ...]:
        """A name or noun that the lexicon does not know."""
        mention = self._reading.mention_by_head.get(head.index)
        if known := self._by_chain(head) or self._nominals.following(head):
            return _called(known, mention)
        if mention is None or mention.kind is not MentionKind.NAME or mention.label not in ("ORG", "NORP"):
            return ()
        if code := figure_country(mention.name):
            return (Actor(mention.name, ActorKind.PERSON, code),)
        return (Actor(mention.name, ActorKind.ORGANISATION, self._affiliation.of(head)),)

    def _national(self, head: Token, match: Match) -> tuple[Actor, ...]:
        entry = match.entry
        located = head.dep == "pobj" and head.head.lower in _PLACE and not _is_sender(head)
        if entry.sort in (Sort.CAPITAL, Sort.SEAT) and located:
            return ()
        if entry.sort is Sort.PEOPLE and (entry.code in NO_STATES or not _is_alone(head)):
            return (Actor(self._phrases.words(head), ActorKind.PUBLIC, entry.code),)
        if entry.sort is Sort.CAPITAL and (union := self._scene.union_at(entry.code)):
            return (self._naming.named(union),)
        return (Actor(entry.name, ActorKind.GOVERNMENT, entry.code, entry.sectors),)

    def _member(self, head: Token) -> Actor | None:
        """The person whom a word for a party's member is set beside or takes up ("the top Democrat, X")."""
        country = party_countries().get(head.lower)
        if country is None:
            return None
        named = next((t for t in head.all("appos") if self._persons.name_at(t)), None)
        if named is not None:
            return self._persons.actor(named)
        single = head.tag in ("NN", "NNP") and head.dep not in ("attr", "appos", "compound")
        definite = any(c.lower in _DEFINITE and c.index < head.index for c in head.children)
        return self._nominals.member(country, head) if single and definite else None

    def _officer(self, head: Token, match: Match) -> Actor | None:
        """The person whose office a body's name leads up to ("Harbour Authority (HA) President X")."""
        if head.dep in _WITHIN:
            return None
        tokens = self._reading.tokens[match.last + 1 : match.last + _OFFICE_REACH]
        if [t.text for t in tokens[:3:2]] == ["(", ")"]:
            tokens = tokens[3:]
        office = self._matches[tokens[0].index] if tokens else None
        if office is None or office.entry.sort not in OFFICES:
            return None
        person = self._persons.starting_at(office.last + 1)
        return self._persons.actor(person) if person is not None else None

    def _named(self, head: Token, match: Match) -> Actor:
        """A body of the lexicon; another state's body of that name where the phrase says so."""
        other = self._affiliation.national(head)
        if other and other != match.entry.code and match.entry.kind is not ActorKind.GROUP:
            return self._naming.phrase(head, match, other)
        return self._naming.named(match.entry)


def _called(known: tuple[Actor, ...], mention: Mention | None) -> tuple[Actor, ...]:
    """An actor by its own name rather than by the noun that explains it ("Zenobex, a trade group")."""
    if mention is None or mention.kind is not MentionKind.NAME or " " not in mention.name or len(known) > 1:
        return known
    actor = known[0]
    described = mention.label in ("ORG", "NORP") and not any(c.isupper() for c in actor.name)
    return (replace(actor, name=mention.name),) if described else known


def _without_namesakes(matches: Sequence[Match | None], reading: Reading) -> list[Match | None]:
    """The matches but for states whose name is another's: a town's ("Lebanon, Ohio") or a continent's."""
    return [None if m is not None and _is_namesake(m, reading) else m for m in matches]


def _is_namesake(match: Match, reading: Reading) -> bool:
    if match.entry.sort not in NATIONAL or match.entry.sort is Sort.SEAT:
        return False
    if _is_given_name(match, reading) or _is_addressed(match, reading):
        return True
    place = reading.place_by_token.get(match.first)
    if place is not None and place.kind != "country" and place.country != match.entry.code:
        return True
    pair = " ".join(t.lower for t in reading.tokens[max(0, match.first - 1) : match.first + 1])
    return pair in word_list("continental")


def _is_given_name(match: Match, reading: Reading) -> bool:
    """Whether a state's name or adjective begins a person's name ("Rep. English Holm", "Chad Holm")."""
    around = reading.tokens[match.first - 1 : match.first + 2] if match.first else []
    if _begins_name(match, reading):
        return True
    if len(around) < 3 or match.first != match.last or match.entry.sort is not Sort.ADJECTIVE:
        return False
    title, given, surname = around
    titled = title.entity != "PERSON" or "." in title.text  # or an initial ("C. Dutch Holm")
    named = given.entity == surname.entity == "PERSON" and given.tag == surname.tag == "NNP" and titled
    return named and title.tag == "NNP" and title.head is given.head and given.dep == "compound"


def _is_addressed(match: Match, reading: Reading) -> bool:
    """Whether a person's title stands straight before a state's name ("Mr. Chad", "Rep. Jordan")."""
    if not match.first or match.entry.sort not in (Sort.STATE, Sort.CAPITAL):
        return False
    before, after = reading.tokens[match.first - 1], reading.tokens[match.last + 1 : match.last + 2]
    titled = before.lower in _TITLES and before.sentence == reading.tokens[match.first].sentence
    return titled and not any(t.tag == "POS" or t.text in _DASHES for t in after)


def _begins_name(match: Match, reading: Reading) -> bool:
    """Whether a state's name that is a given name, too, begins a person's ("Chad Holm")."""
    word, *surname = reading.tokens[match.first : match.first + 2]
    if match.first != match.last or word.lower not in given_names_of_states() or not surname:
        return False
    return word.entity == surname[0].entity == "PERSON" and word.tag == surname[0].tag == "NNP"


def _is_sender(capital: Token) -> bool:
    """Whether a capital stands for its state as that from which words or help come ("pressure from LIMA")."""
    sent = capital.head.head
    return capital.head.lower == "from" and sent.pos == "NOUN" and sent.lemma in word_list("sending")


def _is_alone(head: Token) -> bool:
    """Whether a people's name stands alone with "the" ("the Russians"): its state."""
    before = [c for c in head.children if c.index < head.index]
    return bool(before) and all(c.lower == "the" for c in before)
