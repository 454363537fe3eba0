"""A row that fits a clause: who holds the stance, and towards whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.language import Token
from dragoman.positions.clauses import Clause, is_passive, is_purpose
from dragoman.positions.conditions import awaited, is_supposed
from dragoman.positions.drafts import Context, both_sides, foreign, paired
from dragoman.positions.issues import Holder, Mode, Of, Row
from dragoman.positions.matching import noun_phrase
from dragoman.positions.modes import operators
from dragoman.positions.parties import OPPOSITES, is_power
from dragoman.records import Actor, Statement

_TOWARDS = frozenset("with against on to toward towards from in at for between over of out".split())
_BETWEEN = frozenset({"with", "between", "to"})  # "talks in Oslo" are not with Norway
_BECAUSE_OF = frozenset({"for", "over"})
_PARTING = frozenset({"withdraws"})  # who leaves a pact leaves those who made it with him
_WITHIN = frozenset({"in", "at"})
_OWN_DEEDS = frozenset({Mode.WILL, Mode.READY, Mode.MAY})  # of whoever does them, told by whomever
_OF_DOERS = frozenset({Mode.DONE, Mode.WILL, Mode.READY})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LED = re.compile("[-–][a-z]")  # "the OSTRAND-LED force"
_MODIFIERS = frozenset({"poss", "compound", "amod", "nmod"})


@dataclass(frozen=True, slots=True)
class Case:
    """A row, the clause that it fits and the statement that this stands in.

    Args:
        context: the reading and its records.
        row: the row. matter: the word of the matter or party that its word is said of.
        clause: the clause of the row's word. mode: how far it goes.
        statement: the innermost statement that the word stands in.
    """

    context: Context
    row: Row
    matter: Token
    clause: Clause
    mode: Mode
    statement: Statement | None

    def pairs(self) -> list[tuple[Actor, Actor | None]]:
        """Each holder with each counterpart, or with none."""
        held = [holder for holder in self.holders() if not self._is_domestic(holder)]
        found: list[tuple[Actor, Actor | None]] = []
        for holder in held:
            others = self.counterparts(holder)
            if len(others) > 1 and self._is_asked_of_all():
                others = []
            if not others and len(held) == 2 and self._is_mutual():
                others = foreign(holder, held)
            found += paired(holder, others)
        if self._is_with_others(found):
            return []
        if not (self.row.both and self.mode is Mode.DONE):
            return found
        if mutual := [pair for a, b in found if b is not None for pair in ((a, b), (b, a))]:
            return [*dict.fromkeys(mutual)]
        both = both_sides((holder for holder, _ in found), is_joint=not self.row.current)
        return both if both or self.row.current else found  # a meeting takes two

    def _is_asked_of_all(self) -> bool:
        """Whether several are asked to do together what is towards none: "urged BOTH to renew the pact"."""
        alone = self.context.issues.issues[self.row.issue].alone
        return self.mode is Mode.ASKED and self.row.stances[self.mode] in alone

    def _is_with_others(self, found: list[tuple[Actor, Actor | None]]) -> bool:
        """Whether the partner named is no party, or the holder's own people ("met with HIS ministers")."""
        if self.row.of in (Of.PARTY, Of.PARTNER):
            return any(self._is_own(self.matter, holder) for holder, _ in found)
        named = self._partners()
        if any(self._is_own(head, holder) for holder, _ in found for head in named):
            return True
        parties = [p for head in named for p in self.context.parties.at(head)]
        return bool(named) and all(other is None and not foreign(holder, parties) for holder, other in found)

    def _partners(self) -> list[Token]:
        """What "with" or "between" joins to the matter, or to the row's word."""
        words = (self.matter, self.clause.predicate)
        joined = (c for word in words for c in word.children if c.lower in ("with", "between"))
        return [head for preposition in joined for head in preposition.all("pobj")]

    def _is_own(self, head: Token, holder: Actor) -> bool:
        """Whether a pronoun makes somebody the holder's: "HIS generals", not "his Norwegian counterpart"."""
        if head.lemma in OPPOSITES or not any(c.dep == "poss" and c.pos == "PRON" for c in head.children):
            return False
        named = (p for c in head.children if c.pos != "PRON" for p in self.context.parties.at(c))
        return not foreign(holder, named)

    def _is_domestic(self, holder: Actor) -> bool:
        """Whether a matter is the holder's own: a bill, or what a parliament passes, that names no other."""
        issue = self.context.issues.issues[self.row.issue]
        word = self.matter.lemma
        is_of_assembly = word in issue.assembly and not self.context.names_union
        if word in issue.abroad:
            within = self.matter
        elif is_of_assembly or (word in issue.at_home and not is_power(holder)):
            within = self.clause.outermost
        else:
            return False
        named = (p for token in within.subtree() for p in self.context.parties.at(token))
        return not foreign(holder, named)

    def holders(self) -> tuple[Actor, ...]:
        """Who holds the stance: who asks, whose the matter is, who does it, or who speaks."""
        parties, agent = self.context.parties, self.clause.agent
        if self.mode in (Mode.ASKED, Mode.ADVISED) or is_supposed(self.clause):
            asker = self.clause.asker
            return parties.speaker(asker, self.statement) if asker is not None else self._speaker()
        acts = agent is not None and not _is_of(self.matter, agent)
        doers = parties.under(agent) if acts and agent is not None else []
        if self.mode is Mode.UNSAID:
            return self._silent()
        if self.mode is Mode.OPPOSED and agent is None:
            return self._speaker()  # who is against it is not whose it is
        is_object = self.row.of in (Of.PARTY, Of.PARTNER)
        owned = () if is_object else parties.owner(self.matter, self.statement)
        if owned and self.row.holder is Holder.OWNER and not (acts and not doers):
            return owned if not doers or self._is_done_by_owner(doers, owned) else tuple(doers[:1])
        if acts and agent is not None:
            return parties.speaker(agent, self.statement)
        return (
            (self.row.both and self._first_of_two())
            or (() if self._is_deed_on_matter() else owned)
            or parties.owner(self.clause.predicate, self.statement)
            or (() if self._is_nobodys() or self.mode in _OWN_DEEDS else self._speaker())
        )

    def _is_done_by_owner(self, doers: list[Actor], owned: tuple[Actor, ...]) -> bool:
        """Whether what is done to a matter is its owner's doing; else another does it to the owner."""
        is_told = self.mode is Mode.DONE and self.clause.predicate.tag in _FINITE
        return not is_told or not all(foreign(owner, doers) for owner in owned)

    def _is_deed_on_matter(self) -> bool:
        """Whether something is done to the matter: whose that is does not tell who did it."""
        if self.row.holder is not Holder.AGENT:
            return False
        return self.clause.predicate.pos == "NOUN" or is_passive(self.clause.predicate)

    def _silent(self) -> tuple[Actor, ...]:
        """Who would not say, where it is its own doing that it is asked about."""
        decliner = self.context.declined.get(self.clause.predicate.sentence)
        held = self.context.parties.holder(decliner) if decliner is not None else None
        agent = self.clause.agent
        asked = self.context.parties.speaker(agent, self.statement) if agent is not None else ()
        if held is None:
            return asked
        return (held,) if not asked or held in asked else ()

    def _is_nobodys(self) -> bool:
        """Whether nothing says whose the act is ("sanctions relief", "the truce has held")."""
        predicate, agent = self.clause.predicate, self.clause.agent
        if self.mode is Mode.DONE and self.matter.dep == "nsubj" and self.matter.head is predicate:
            return True
        if agent is not None and is_passive(predicate) and _is_of(self.matter, agent):
            return True  # "was hit BY SANCTIONS"
        return predicate.pos == "NOUN" and (len(self.clause.chain) == 1 or self.mode is Mode.DONE)

    def _speaker(self) -> tuple[Actor, ...]:
        return self.context.parties.of_speaker(self.statement) if self.statement else ()

    def _first_of_two(self) -> tuple[Actor, ...]:
        """The first party, where a matter is between several."""
        sides = self._sides()
        return sides[:1] if len(sides) > 1 else ()

    def _sides(self) -> tuple[Actor, ...]:
        """The parties that a matter is between, or that a row's word is said of."""
        parties = self.context.parties
        if self.row.of in (Of.PARTY, Of.PARTNER):
            return parties.at(self.matter)
        heads = [c.child("pobj") for c in self.matter.all("prep") if c.lower == "between"]
        return tuple(p for head in heads if head is not None for p in parties.at(head))

    def counterparts(self, holder: Actor) -> list[Actor]:
        """Towards whom a holder holds the stance: the first words beside it that name another party."""
        makers = self._makers()
        named = ([p for p in found if p not in makers] for found in self._named())
        found = next((others for found in named if (others := foreign(holder, found))), [])
        if found or self.row.both or self.mode not in _OF_DOERS:
            return found
        issue = self.context.issues.issues[self.row.issue]
        stance = self.row.stances[self.mode]
        if not issue.foreign or (stance in issue.alone and stance not in _PARTING):
            return []
        done_to = self.context.done_to(holder, (self.clause.predicate, self.matter))
        return [p for p in done_to if p not in makers]

    def _makers(self) -> tuple[Actor, ...]:
        """Who made the matter, where a stance is not towards its maker: "enforce U.N. sanctions"."""
        to_maker = self.context.issues.issues[self.row.issue].to_maker
        if not to_maker or self.row.stances[self.mode] in to_maker:
            return ()
        return self.context.parties.owner(self.matter, self.statement)

    def _named(self) -> Iterator[list[Actor]]:
        """The parties that the words of the clause name, in the order in which they are looked to."""
        parties, clause = self.context.parties, self.clause
        asked = self._asked()
        if asked is not None and self.row.of is Of.SELF:
            yield list(parties.at(asked))
            return
        if self.row.of in (Of.PARTY, Of.PARTNER):
            yield list(parties.at(self.matter)) or parties.under(self.matter, depth=1)
            return
        if sufferer := _sufferer(self.matter):
            yield list(parties.at(sufferer))
        if brought := _brought(self.matter, clause.predicate):
            yield list(parties.at(brought))
        joining = _BETWEEN if self.row.both else _TOWARDS
        amounts = _amounts(self.matter)
        for word in dict.fromkeys([self.matter, *amounts, clause.predicate, *clause.chain]):
            if word not in (self.matter, *amounts, clause.predicate):
                joining = joining - {"in"}  # where it was said
            for child in word.children:
                if child.dep in ("prep", "agent", "dative") and child.lower in joining:
                    yield [p for c in _behind(child) if not self._is_venue(c) for p in self._met(c)]
            if word is self.matter:
                yield self._made_with(word)
                modifiers = [c for c in word.children if c.dep in _MODIFIERS and not _LED.search(c.text)]
                if asked is not None:  # "urged both to keep THEIR word"
                    modifiers = [c for c in modifiers if c.pos != "PRON"]
                yield [p for c in modifiers for p in parties.speaker(c, self.statement)]
                yield [] if self._is_mutual() else parties.under(word, depth=4)
        yield from self._there()
        if self.mode is Mode.CONDITIONAL:
            yield from (list(parties.at(token)) for token in awaited(clause))
        if asked is not None:
            yield list(parties.at(asked))
        yield from self._hit()

    def _asked(self) -> Token | None:
        """Who is asked, or who it is said should do what names no matter: "NORDEN must stop its attacks"."""
        if self.mode is Mode.ADVISED and self.row.of is Of.SELF:
            return self.clause.agent
        return self.clause.asked if self.mode is Mode.ASKED else None

    def _there(self) -> Iterator[list[Actor]]:
        """The place where something is kept, if it is no place to meet at."""
        verb = self.clause.outermost
        is_there = verb.dep == "relcl" and any(c.lower == "where" for c in verb.all("advmod"))
        if is_there and not self._is_mutual():  # "returned to NORDEN, where Ostrand keeps an embassy"
            yield self.context.parties.under(verb.head)

    def _hit(self) -> Iterator[list[Actor]]:
        """The parties that the deed is aimed at, or done to."""
        parties, predicate = self.context.parties, self.clause.predicate
        if not self.row.both:
            aims = (_aims(word) for word in (self.matter, predicate))
            yield from ([p for c in aimed for p in parties.under(c)] for aimed in aims)
        if operators().class_of(predicate) == "asked":
            return  # "press the council FOR SANCTIONS": who is asked does not suffer them
        for child in predicate.all("dobj", "nsubjpass", "dative"):
            yield list(parties.at(child)) if self._is_mutual() else parties.under(child)

    def _met(self, head: Token) -> Sequence[Actor]:
        """The parties that a noun phrase names; who is met is not also where he is met.

        A company or private person is no party for its country: "a deal with the Norwegian group ZNT". Whose
        deed something is done for is meant, not whom the deed hit: "sanctions over NORDEN's raid on Ostrand".
        """
        parties = self.context.parties
        if head.head.lower in _BECAUSE_OF and head.child("poss") is not None:
            return parties.doer(head, self.statement)
        if self._is_mutual() and head.pos == "PROPN" and parties.all_at(head) and not parties.at(head):
            return ()
        return (self._is_mutual() and parties.at(head)) or parties.under(head)

    def _is_venue(self, head: Token) -> bool:
        """Whether a name only tells where two sides met ("the summit IN SINGAPORE")."""
        if not self._is_mutual() or head.head.lower not in _WITHIN:
            return False
        return head.index in self.context.reading.place_by_token

    def _is_mutual(self) -> bool:
        """Whether the stance is one of two sides, as towards each other."""
        return self.row.both or self.context.issues.issues[self.row.issue].mutual

    def _made_with(self, matter: Token) -> list[Actor]:
        """With whom the clause on a matter says it was made: "a deal that it had reached WITH NORDEN"."""
        clauses = matter.all("relcl", "acl")
        joined = (c for clause in clauses for c in clause.children if c.dep == "prep" and c.lower in _BETWEEN)
        return [p for preposition in joined for c in _behind(preposition) for p in self.context.parties.at(c)]


def _amounts(matter: Token) -> list[Token]:
    """The nouns that a matter is under: "a SET of tariffs on Norden"."""
    found: list[Token] = []
    while matter.dep == "pobj" and matter.head.lower == "of" and matter.head.head.pos == "NOUN":
        matter = matter.head.head
        found.append(matter)
    return found


def _behind(preposition: Token) -> Iterator[Token]:
    """What stands behind a preposition, or behind one within it ("out of LIBYA")."""
    for child in preposition.children:
        if child.dep in ("pobj", "pcomp"):
            yield child
        elif child.dep == "prep":
            yield from _behind(child)


def _aims(word: Token) -> Iterator[Token]:
    """What a matter or a deed is for: "sanctions to isolate NORDEN"."""
    return (
        c for clause in word.all("acl", "advcl", "xcomp") if is_purpose(clause) for c in clause.all("dobj")
    )


def _is_of(matter: Token, agent: Token) -> bool:
    """Whether the matter is what acts, or what that is of ("the second day of TALKS concluded")."""
    return any(token is matter for token in noun_phrase(agent, 2))


def _brought(matter: Token, predicate: Token) -> Token | None:
    """Who is to come to the matter: "invited NORDEN to the Ostrand summit"."""
    is_goal = matter.dep == "pobj" and matter.head.lower == "to" and predicate.lemma == "invite"
    return predicate.child("dobj") if is_goal else None


def _sufferer(matter: Token) -> Token | None:
    """Who is under a matter: "NORDEN is under an embargo imposed by …"."""
    if matter.dep == "pobj" and matter.head.lower == "under":
        return matter.head.head.child("nsubj", "nsubjpass")
    return None
