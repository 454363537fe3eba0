"""Whose a noun phrase is: the state or organisation that its own words name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.actors.figures import figure_country
from dragoman.actors.lexicon import NATIONAL, OFFICES, Match, Sort, countries, party_countries, word_list
from dragoman.actors.phrases import Phrases, objects
from dragoman.language import Reading, Token
from dragoman.records import Actor, ActorKind

LINKS = ("of", "for", "from", "with", "in", "inside", "within", "at", "by")
_OWN = ("of", "from")  # an embassy "in" or an ambassador "to" a country is not of it
_EMPLOYED = frozenset({"at", "for", "of", "with", "from"})
_DEEPEST = 5  # phrases within phrases ("the head of the office of the minister of …")
_REACH = 12  # words behind a noun that may still name its employer
_SEATED = frozenset({"based", "headquartered"})
_ORGANS = frozenset("GOV MIL COP LEG JUD SPY".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NO_PERSONS = frozenset({"ORG", "LOC", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "NORP", "EVENT", "LAW"})
_WHERE = ("at", "for")  # what leads from a field to the employer

Resolve = Callable[[Token], tuple[Actor, ...]]


class Affiliation:
    """Reads affiliations off phrases.

    Args:
        reading: the reading. matches: for each token the lexicon match that it is in.
        phrases: its noun phrases.
        resolve: who a pronoun or a name stands for. surnamed: the person with a surname.
        guessed: whether the country of the person with a full name is only likely.
    """

    def __init__(
        self,
        *,
        reading: Reading,
        matches: Sequence[Match | None],
        phrases: Phrases,
        resolve: Resolve,
        surnamed: Callable[[str], Actor | None],
        guessed: Callable[[str], bool],
    ) -> None:
        self._reading = reading
        self._matches = matches
        self._phrases = phrases
        self._resolve = resolve
        self._surnamed = surnamed
        self._guessed = guessed
        self._depth = 0

    def of(self, head: Token) -> str | None:
        """The code that a phrase's own words say it belongs to ("Russian", "South Korea's", "of Iran")."""
        if self._depth >= _DEEPEST:
            return None
        self._depth += 1
        try:
            return self._of(head)
        finally:
            self._depth -= 1

    def _of(self, head: Token) -> str | None:
        own = self._matches[head.index]
        abroad = own is not None and (own.entry.sort is Sort.MISSION or own.entry.is_posted)
        return (
            self._campus(head)
            or self._owning_state(head)
            or self._before(head)
            or self._possessor(head)
            or self._surname(head)
            or self._objects(head, _OWN if abroad else LINKS)
            or self._apposed(head)
            or self._headquartered(head)
            or (self._seat_before(head) if own is not None and not abroad else None)
            or (self._of_office(head) if own and own.entry.sort in OFFICES else None)
            or (self._party(own) if own is not None else None)
            or (self._where(head) if own is not None and not abroad else None)
        )

    def _party(self, own: Match) -> str | None:
        """The country of the party whose adjective stands straight before a noun ("Democratic senators")."""
        before = self._reading.tokens[own.first - 1] if own.first else None
        return party_countries().get(before.lower) if before is not None and before.text.istitle() else None

    def _where(self, head: Token) -> str | None:
        """The state of an organ of which a place is told ("in Peru, where THE POLICE …", "POLICE there")."""
        match = self._matches[head.index]
        if match is None or not _ORGANS.intersection(match.entry.sectors[:1]):
            return None
        if any(c.lower == "there" for c in head.all("advmod")):
            return self._named_before(head)
        clause = head.head if head.dep in _SUBJECTS else head
        while clause.dep == "conj":
            clause = clause.head
        if clause.dep != "relcl" or not any(c.tag == "WRB" and c.lower == "where" for c in clause.children):
            return None
        return self._code(clause.head)

    def _named_before(self, head: Token) -> str | None:
        """The country of the place named last before a head in its sentence, or in the one before."""
        first = self._reading.sentences[max(0, head.sentence - 1)].first
        for token in reversed(self._reading.tokens[first : head.index]):
            match = self._matches[token.index]
            if match is not None and match.entry.sort in NATIONAL:
                return match.entry.code
            if code := self._seat(token):
                return code
        return None

    def _of_office(self, head: Token) -> str | None:
        advised = self._objects(head, ("to",)) if head.lemma in word_list("belonging") else None
        return advised or self._employer(head) or self._based(head) or self._served(head)

    def _served(self, head: Token) -> str | None:
        """The country of the leader under whom an office is held ("an official under President Holm")."""
        leaders = (t for t in objects(head, "under") if self._is_person(t))
        return next(filter(None, map(self._code, leaders)), None)

    def _headquartered(self, head: Token) -> str | None:
        """The country of a seat behind a noun ("X, head of Y, a charity headquartered in Oslo")."""
        clauses = (c for noun in (head, *head.all("appos")) for c in noun.all("acl") if c.lower in _SEATED)
        return next(filter(None, (self._code(t) for c in clauses for t in objects(c, "in", "at"))), None)

    def _based(self, head: Token) -> str | None:
        """The country of a seat before an office ("a Toronto-based lawyer")."""
        tokens = self._reading.tokens[self._phrases.first(head) : head.index]
        seats = (seat for seat, word in zip(tokens, tokens[2:], strict=False) if word.lower == "based")
        return next(filter(None, map(self._seat, seats)), None)

    def _campus(self, head: Token) -> str | None:
        """The country of the place that a school's name ends with ("the American University in Cairo")."""
        match = self._matches[head.index]
        named = match is not None and head.tag == "NNP" and "EDU" in match.entry.sectors
        return next(filter(None, map(self._code, objects(head, "in"))), None) if named else None

    def _seat_before(self, head: Token) -> str | None:
        """The country of a place before a noun ("the Ohio governor", "Marseille police")."""
        before = self._reading.tokens[self._phrases.first(head) : head.index]
        places = (self._reading.place_by_token.get(t.index) for t in before if t.dep in ("compound", "nmod"))
        return next((p.country for p in places if p is not None and p.kind != "country"), None)

    def national(self, head: Token) -> str | None:
        """The state whose adjective or possessive stands straight before a head; None if there is none."""
        own = self._matches[head.index]
        nations = self._phrases.national(head)
        if nations and (own is None or nations[-1].last == own.first - 1):
            return nations[-1].entry.code
        possessor = head.child("poss")
        match = self._matches[possessor.index] if possessor is not None else None
        return match.entry.code if match and match.entry.sort in NATIONAL else None

    def beside(self, head: Token, *, both: bool) -> str | None:
        """The state of what a bare noun is coordinated with ("Irish farmers and TRADERS").

        Args:
            head: the noun. both: whether what comes behind tells, too ("CIVILIANS and the Irish army").
        """
        first = head.head if head.dep == "conj" else None
        if first is not None and not any(c.dep in ("det", "poss") for c in head.children):
            return self.national(first)
        behind = head.conjuncts()[1:] if both else []
        return next(filter(None, map(self.national, behind)), None)

    def _before(self, head: Token) -> str | None:
        """ "U.S. ambassador"; but a "U.N. ambassador" is a state's, at the United Nations."""
        own = self._matches[head.index]
        before = self._phrases.own(head)
        office = own or next((m for m in reversed(before) if m.entry.sort in OFFICES), None)
        accredited = own is not None and own.entry.is_ambassador
        for match in before:
            if office is not None and self._phrases.is_studied(match, office):
                continue
            if match.entry.code and not (accredited and match.entry.code not in countries()):
                return match.entry.code
            accredited = accredited or match.entry.is_ambassador
        return None

    def _owning_state(self, head: Token) -> str | None:
        """ "Peru's" in "Peru's North American desk": what else is named before the head is its field."""
        possessor = head.child("poss")
        match = self._matches[possessor.index] if possessor is not None else None
        return match.entry.code if match is not None and match.entry.sort in NATIONAL else None

    def _possessor(self, head: Token) -> str | None:
        possessor = head.child("poss")
        return self._code(possessor) or self._holder(possessor) if possessor is not None else None

    def _surname(self, head: Token) -> str | None:
        """ "the Trump administration"."""
        for token in self._reading.tokens[self._phrases.first(head) : head.index]:
            one_name = token.entity == head.entity == "PERSON" and self._matches[head.index] is None
            if token.dep == "compound" and not one_name:
                person = self._surnamed(token.text)
                if person is not None and person.country and self._is_told(person, token):
                    return person.country
                if person is None and token.tag == "NNP" and (known := figure_country(token.text)):
                    return known
        return None

    def _objects(self, head: Token, links: Sequence[str]) -> str | None:
        behind = objects(head, *links)
        if head.lemma in word_list("partisan"):  # "supporters of Peru" need not be of Peru
            behind = (t for t in behind if t.head.lower != "of" or self._is_person(t))
        return next(filter(None, (self._code(t) or self._holder(t) for t in behind)), None)

    def _is_person(self, token: Token) -> bool:
        return any(actor.kind is ActorKind.PERSON for actor in self._resolve(token))

    def _apposed(self, head: Token) -> str | None:
        """ "X, a spokesman for Y"."""
        for token in head.all("appos"):
            found = self._matches[token.index]
            if found is None or found.entry.sort in NATIONAL:
                continue
            if head.entity == "PERSON" and found.entry.sort not in OFFICES:
                continue  # "X, a newspaper said": the parser's mistake
            if code := self._code(token):
                return code
        return None

    def _employer(self, head: Token) -> str | None:
        """The code of the body that the words behind a noun name ("analyst covering trade at X")."""
        tokens = self._reading.tokens
        end = min(head.index + _REACH, self._reading.sentence_of(head).last + 1)
        for index in range(head.index + 2, end):
            match = self._matches[index]
            if match is None or match.entry.sort is not Sort.NAMED or match.first != index:
                continue
            before = tokens[index - 1 - (tokens[index - 1].lower == "the")]
            if before.lower in _EMPLOYED and tokens[index].is_under(head):
                return match.entry.code
        return None

    def _code(self, token: Token) -> str | None:
        match = self._matches[token.index]
        if token.lower in word_list("studied") and token.child("poss") is None:
            return self._objects(token, _WHERE)  # "director of China studies at X"
        if token.lower in word_list("projects") and self._is_topical(token):
            return self._objects(token, (*_WHERE, "of"))  # "director of the Iran project at X"
        if match is not None and match.entry.sort is Sort.NAMED and (national := self.national(token)):
            return national
        if match is not None and match.entry.code:
            return match.entry.code
        if match is None:
            resolved = self._resolve(token)
            found = next((a.country for a in resolved if a.country and self._is_told(a, token)), None)
            return found or self.of(token) or self._seat(token)
        return self.of(token)

    def _is_topical(self, token: Token) -> bool:
        """Whether a project bears the name of what it is about ("the Iran project", not "the Iranian …")."""
        adjectives = (m for m in self._phrases.own(token) if m.entry.sort is Sort.ADJECTIVE)
        return token.child("poss") is None and not any(adjectives)

    def _holder(self, token: Token) -> str | None:
        """The country of the person who holds the office named ("prosecutors with the special counsel")."""
        if token.entity in _NO_PERSONS:
            return None
        return next((a.country for a in self._resolve(token) if a.kind is ActorKind.PERSON), None)

    def _is_told(self, actor: Actor, token: Token) -> bool:
        """Whether an actor is what a name stands for: what is no person's may be taken for one."""
        return token.entity not in _NO_PERSONS or not self._guessed(actor.name)

    def _seat(self, token: Token) -> str | None:
        """The country of a place ("the mayor of Bergen", "a farmer in Ohio")."""
        place = self._reading.place_by_token.get(token.index)
        return place.country if place is not None else None
