"""Who is meant where a phrase speaks of several without naming them ("both nations", "the other leaders")."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from dragoman.actors.lexicon import countries, word_list
from dragoman.actors.phrases import objects
from dragoman.events.standing import state_of
from dragoman.events.syntax import is_verb
from dragoman.language import Reading, Token
from dragoman.records import Actor, ActorKind

Resolve = Callable[[Token], tuple[Actor, ...]]

_COUNTS = {"both": 2, "two": 2, "each": 2, "either": 2, "three": 3, "four": 4, "five": 5}
_STATES = frozenset({"country", "government", "nation", "state"})
_SIDES = frozenset({"side", "party"})  # of which a quarrel has two, counted or not
_PERSONAL = frozenset({"leader", "president", "minister", "man", "woman", "official", "diplomat", "envoy"})
_PEERS = frozenset({"ally", "ambassador", "colleague", "counterpart", "peer"})
_FROM_WHERE = frozenset({"from", "in", "of"})
_OWN = frozenset({"poss", "amod", "compound", "nmod"})
_TAKES_PART = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "poss", "dative"})
_AMONG = frozenset({"with", "between", "among", "by", "against", "on", "to", "of", "from"})
_UNION = "EUR"  # which negotiates as a state does
_NO_PARTY = frozenset({ActorKind.MEDIA, ActorKind.PUBLIC})
_HOUSES = frozenset({"LEG", "PTY"})
_ADDRESSED = frozenset({"dobj", "dative"})
_NEAR, _FAR = 3, 40  # sentences back in which those who are meant are looked for
_TOGETHER = frozenset({"they", "them", "their", "both"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLURAL = frozenset({"NNS", "NNPS"})
_RECIPROCAL = frozenset({"confer", "discuss", "meet", "negotiate", "speak", "talk"})
_PAIR = 2
_WORDS = 4  # of "North and South Korea"
_OPPOSITE = ({"north", "south"}, {"east", "west"})


class Groups:
    """Finds who is meant by phrases that only count or set apart.

    Args:
        reading: the reading. resolve: who any other phrase stands for.
    """

    def __init__(self, reading: Reading, resolve: Resolve) -> None:
        self._reading = reading
        self._resolve = resolve

    def of(self, head: Token) -> tuple[Actor, ...]:
        """The several whom a phrase means; nobody where it is no such phrase or names them itself."""
        if alike := _namesakes().get(head.lower) or self._under_one_name(head):
            return alike
        if head.lemma not in word_list("pair") and head.lemma not in _PERSONAL | _PEERS:
            return ()
        if named := self._enumerated(head) or self._apposed(head):
            return named
        if head.lemma in _PEERS:
            return ()
        before = [c for c in head.children if c.index < head.index]
        if any(c.dep in _OWN and self._resolve(c) for c in before):
            return ()
        if (head.lemma == "party" and self._is_domestic(head)) or _is_of_house(head):
            return ()
        speaking = self._beside(head)
        if any(c.lower == "other" for c in before) and any(c.lower == "the" for c in before):
            others = [a for a in self._listed(head, 0) if a.country not in _codes(speaking)]
            return self._as_meant(head, others) if len(others) == 1 or head.tag == "NNS" else ()
        count = _count(head, before)
        if not count:
            return ()
        known = self._resolve(head)
        if len(known) == count and not _codes(known) & _codes(speaking):
            return known
        if _is_counted(before):
            listed = self._listed(head, count)
            if head.dep in _ADDRESSED and _codes(listed) & _codes(speaking):
                listed = []
            found = listed or self._last(head, count, _codes(speaking))
        else:
            found = self._listed(head, count, _FAR)  # "the parties" are known since they were first named
        return self._as_meant(head, found) if len(found) == count else ()

    def _under_one_name(self, head: Token) -> tuple[Actor, ...]:
        """The states that share a name which is said once ("NORTH AND SOUTH KOREA", "… Korean officials")."""
        last = head.index if head.pos == "PROPN" else head.index - 1
        words = [t.lower for t in self._reading.tokens[max(0, last - 3) : last + 1]]
        if len(words) < _WORDS or words[1] != "and":
            return ()
        if {words[0], words[2]} not in _OPPOSITE or (head.pos != "PROPN" and head.tag not in _PLURAL):
            return ()
        return _namesakes().get(f"{words[3].removesuffix('n')}s", ())

    def together(self, pronoun: Token) -> tuple[Actor, ...]:
        """The several whom "they" takes up: those listed as a subject, or who met before."""
        if pronoun.lower not in _TOGETHER:
            return ()
        for token in self._before(pronoun, _PAIR):
            if token.dep not in _SUBJECTS or token.head.dep == "relcl" or pronoun in token.head.subtree():
                continue
            if token.lower in _TOGETHER:
                return self._resolve(token) or self.together(token)
            if known := self.of(token):
                return known
            heads = token.conjuncts()
            found = [self._resolve(h) for h in (*heads, *(() if len(heads) > 1 else _met(token)))]
            if len(found) > 1:
                people = tuple(dict.fromkeys(a for f in found for a in f))
                meant = all(found) and len(people) > 1 and all(map(_is_anybody, people))
                return people if meant else ()
            if token.tag in _PLURAL or any(a.kind is not ActorKind.PERSON for a in found[0]):
                return ()  # who else may be meant: "Norway", "the envoys"
        return ()

    def peers(self, head: Token) -> tuple[Actor, ...]:
        """Those who act beside somebody as his peers ("he and his COUNTERPARTS from Peru and Chile")."""
        beside = [c for c in head.conjuncts()[1:] if c.lemma in _PEERS | _PERSONAL]
        return tuple(a for c in beside for a in self._enumerated(c))

    def apart(self, head: Token, known: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Those known for a phrase that counts, but where they address it ("Norway urged both sides")."""
        number = next((_COUNTS[c.lower] for c in head.children if c.lower in _COUNTS), 0)
        if not number or head.lemma not in word_list("pair"):
            return known
        named = any(c.dep in _OWN and self._resolve(c) for c in head.children)
        if head.lemma in _STATES and len(known) < number and not named:
            return ()  # "three countries" are not one of them
        if head.dep not in _ADDRESSED:
            return known
        return () if _codes(known) & _codes(self._beside(head)) else known

    def _is_domestic(self, head: Token) -> bool:
        """Whether the sentence speaks of a parliament, whose parties are no states."""
        sentence = self._reading.sentences[head.sentence]
        words = self._reading.tokens[sentence.first : head.index]
        return any(not _HOUSES.isdisjoint(a.sectors) for t in words for a in self._resolve(t))

    def _enumerated(self, head: Token) -> tuple[Actor, ...]:
        """Several of whom a phrase says whose they are ("the leaders of Spain, Peru and Chile")."""
        if head.tag not in ("NNS", "NNPS"):
            return ()
        for link in head.children:
            if link.dep == "prep" and link.lower in _FROM_WHERE:
                owners = [o for p in link.children if p.dep == "pobj" for o in p.conjuncts()]
                found = [self._resolve(o) for o in owners]
                if len(owners) > 1 and all(found):
                    return tuple(dict.fromkeys(a for people in found for a in people))
        return ()

    def _apposed(self, head: Token) -> tuple[Actor, ...]:
        """Several whom a list of names behind a phrase tells ("two allies, SPAIN and PERU")."""
        if head.tag not in _PLURAL:
            return ()
        for listed in head.children:
            members = listed.conjuncts() if listed.dep == "appos" and listed.index > head.index else []
            found = [self._resolve(m) for m in members]
            if len(members) > 1 and all(found):
                return tuple(dict.fromkeys(a for people in found for a in people))
        return ()

    def _listed(self, head: Token, count: int, reach: int = _NEAR) -> list[Actor]:
        """The members of the last list of so many of different countries; of any number for 0."""
        for token in self._before(head, reach):
            if token.dep == "conj" or len(token.conjuncts()) < 2 or token.conjuncts()[-1].index > head.index:
                continue
            people = (a for member in token.conjuncts() for a in self._resolve(member))
            found = [a for a in dict.fromkeys(people) if _is_party(a, head)]
            number = len(_codes(found))
            if number == len(found) and (number == count if count else number > 1):
                return found
        return []

    def _last(self, head: Token, count: int, speaking: set[str | None]) -> list[Actor]:
        """The last so many of different countries that take part in anything."""
        found: list[Actor] = []
        for token in self._before(head, _NEAR):
            among = token.dep == "pobj" and token.head.lower in _AMONG
            if not (among or token.dep in _TAKES_PART):
                continue
            for actor in self._resolve(token):
                if _is_party(actor, head) and actor.country not in _codes(found) | speaking:
                    found.append(actor)
            if len(found) >= count:
                return found[:count][::-1]
        return []

    def _before(self, head: Token, reach: int) -> Iterator[Token]:
        first = self._reading.sentences[max(0, head.sentence - reach)].first
        return (self._reading.tokens[index] for index in range(head.index - 1, first - 1, -1))

    def _beside(self, head: Token) -> tuple[Actor, ...]:
        """Who acts on a phrase in its clause, and is not meant by it ("Norway urged both sides")."""
        for above in head.ancestors():
            if is_verb(above):
                subjects = [c for c in above.children if c.dep == "nsubj"]
                if any(head in s.subtree() for s in subjects):
                    return ()
                if subjects:
                    return tuple(a for s in subjects for c in s.conjuncts() for a in self._resolve(c))
        return ()

    @staticmethod
    def _as_meant(head: Token, found: list[Actor]) -> tuple[Actor, ...]:
        """Persons where the phrase speaks of persons, else their states."""
        if head.lemma in _PERSONAL:
            return tuple(found)
        return tuple(_state(a) for a in found)


@cache
def _namesakes() -> dict[str, tuple[Actor, ...]]:
    """States that share a name, by its plural ("the two Koreas")."""
    found: dict[str, list[Actor]] = {}
    for state in countries().values():
        direction, _, name = state.name.partition(" ")
        if direction.lower() in set().union(*_OPPOSITE) and " " not in name:
            found.setdefault(f"{name.lower()}s", []).append(state_of(state))
    return {name: tuple(states) for name, states in found.items() if len(states) > 1}


def _met(subject: Token) -> tuple[Token, ...]:
    """With whom somebody met or talked."""
    verb = subject.head
    if verb.lemma not in _RECIPROCAL:
        return ()
    direct = [c for c in verb.children if c.dep == "dobj"] if verb.lemma == "meet" else []
    beside = [p for c in verb.children if c.dep == "prep" and c.lower == "with" for p in c.children]
    return tuple(direct or beside[:1])


def _is_anybody(actor: Actor) -> bool:
    return bool(actor.country) and actor.kind not in _NO_PARTY


def _is_of_house(head: Token) -> bool:
    """Whether sides or parties are said to be those of a parliament ("both sides of THE AISLE")."""
    return any(t.lower in word_list("houses") for t in objects(head, *_FROM_WHERE))


def _is_counted(before: list[Token]) -> bool:
    return any(c.lower in _COUNTS for c in before)


def _count(head: Token, before: list[Token]) -> int:
    counted = next((_COUNTS[c.lower] for c in before if c.lower in _COUNTS), 0)
    if counted or head.lemma not in _SIDES or head.tag != "NNS":
        return counted
    return 2 if [c.lower for c in before] == ["the"] else 0


def _is_party(actor: Actor, head: Token) -> bool:
    """Whether somebody may be one of those whom a phrase means: only states have presidents and capitals."""
    if not actor.country or actor.kind in _NO_PARTY:
        return False
    if actor.kind is ActorKind.GROUP or actor.country == _UNION:
        return head.lemma in _SIDES
    return actor.country in countries()


def _state(actor: Actor) -> Actor:
    state = countries().get(actor.country or "")
    if state is None or actor.kind is ActorKind.GROUP:
        return actor
    return Actor(state.name, ActorKind.GOVERNMENT, state.code, ("GOV",))


def _codes(people: tuple[Actor, ...] | list[Actor]) -> set[str | None]:
    return {a.country for a in people}
