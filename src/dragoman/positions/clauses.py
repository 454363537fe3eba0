"""How far a clause goes: what governs a word, and whether it is done, intended, refused, asked for …

From the word of an issue's row the syntax is climbed as long as one party's will is spoken of
("Russia HAD NO PLANS on EVACUATING its embassy"); the words passed on the way give the mode.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.language import Token
from dragoman.positions.issues import Mode
from dragoman.positions.modes import Operators, operators

_LONGEST_CLIMB = 8  # governors: what lies further up speaks of something else
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVES = frozenset({"who", "which", "that", "whom"})
_NEGATIVES = frozenset({"no", "not", "never", "n't", "n’t", "neither", "nor", "hardly", "without", "longer"})
_LIMITS = frozenset({"just", "merely", "only", "simply", "solely"})
_NEGATORS = frozenset({"neg", "det", "advmod", "preconj"})
_VERBAL = frozenset({"VERB", "AUX"})
COMPLEMENT_CLAUSES = frozenset({"ccomp", "xcomp", "pcomp", "acl"})
_JOINING = frozenset("on of to for about in from against with toward towards into over at".split())
_SETTING = frozenset({"in", "over"})
_PERCEIVING = frozenset({"catch", "film", "find", "photograph", "see", "show", "spot"})
_SEEKING = frozenset({"seek"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_OUGHT = frozenset({"must", "ought", "should"})
_TO_OTHERS = frozenset({"invite", "offer"})
_ABLE = frozenset({"can", "could"})
_OF_DOER = frozenset({"", "will"})
_BY_DOER = frozenset({"after", "before", "besides", "by", "since", "through", "while", "without"})
_OWN = frozenset({"i", "we"})
_ASKED_OF = frozenset({"on", "upon", "to", "from", "of"})
# of several classes met, the one that says most decides
_RANK = {"": 0, "will": 1, "ready": 2, "may": 3, "should": 4, "threatened": 5, "opposed": 6, "asked": 7}
_MODES = {
    "": Mode.DONE,
    "will": Mode.WILL,
    "ready": Mode.READY,
    "may": Mode.MAY,
    "should": Mode.ADVISED,
    "threatened": Mode.THREATENED,
    "opposed": Mode.OPPOSED,
    "asked": Mode.ASKED,
}
_NOT_ASSERTING = frozenset({"alleged", "feared", "thought"})
_UNTOUCHED_BY_NOT = frozenset({"threatened", "opposed"})


@dataclass(slots=True)
class Clause:
    """A predicate, what governs it, and how far it goes.

    Attributes:
        predicate: the word of the row.
        chain: the predicate and what governs it, inner first.
        mode: how far it goes.
        agent: head of the noun phrase that does it; None if none is named.
        asker, asked: heads of who asks and who is asked, where it is asked for.
        unasserted: whether it is only said of who does it, thought of, or one of two things that may be.
    """

    predicate: Token
    chain: list[Token] = field(default_factory=list)
    mode: Mode = Mode.DONE
    agent: Token | None = None
    asker: Token | None = None
    asked: Token | None = None
    unasserted: bool = False

    @property
    def outermost(self) -> Token:
        """The last word of the chain."""
        return self.chain[-1]


def read_clause(predicate: Token) -> Clause:
    """The clause of a word: what governs it, who does it, and how far it goes."""
    return _Climb(predicate, operators()).clause


class _Climb:
    """The way up from a predicate, and what has been met on it."""

    def __init__(self, predicate: Token, table: Operators) -> None:
        self._table = table
        self._negated = False
        self._doubts = False  # whether a verb "may"
        self._level = ""
        self.clause = Clause(predicate, [predicate], unasserted=_is_alternative(predicate))
        self._meet(predicate)
        is_question = self._is_question(predicate)
        while len(self.clause.chain) <= _LONGEST_CLIMB and self._level != "asked":
            node = self.clause.outermost
            governor = self._governor(node)
            if governor is None:
                break
            self._pass(node, governor)
            self.clause.chain.append(governor)
            is_question = is_question or self._is_question(governor)
        self.clause.mode = Mode.MAY if is_question else self._mode()
        if self.clause.agent is None and self.clause.outermost.dep == "pcomp":
            self.clause.agent = _implied_agent(self.clause.outermost)

    def _mode(self) -> Mode:
        if self._negated and self._level == "may" and self._doubts:
            self.clause.unasserted = True  # "might not honour": neither refused nor promised
        if self._negated and self._level == "asked" and self.clause.asker is not None:
            self.clause.agent = self.clause.asker
            return Mode.OPPOSED  # "urged Norden NOT TO leave the pact"
        agent = self.clause.agent
        if self._negated and self._level == "should" and not (agent is not None and agent.lower in _OWN):
            self.clause.agent = None
            return Mode.OPPOSED  # "Norden must NOT leave the pact"
        if self._negated and self._level not in _UNTOUCHED_BY_NOT:
            return Mode.REFUSED
        return _MODES[self._level]

    def _raise(self, level: str) -> None:
        if _RANK[level] > _RANK[self._level]:
            self._level = level

    def _negate(self, token: Token) -> None:
        if is_negated(token):
            self._negated = not self._negated

    def _meet(self, token: Token) -> None:
        """Take up what stands beside a word: negation, modal verbs, its subject."""
        self._negate(token)
        if is_purpose(token) and any(c.lower == "for" for c in token.all("mark")):
            self._raise("should")  # "it is time FOR Norden TO SIGN"
        for child in token.children:
            if child.dep == "aux" and (kind := self._table.modals.get(child.lower)):
                self._raise(kind)
                self._doubts = self._doubts or (kind == "may" and child.lower not in _ABLE)
        if self.clause.agent is None:
            found = _agent(token, is_predicate=token is self.clause.predicate)
            self.clause.agent = found if found not in self.clause.chain else _by(token)

    def _pass(self, node: Token, governor: Token) -> None:
        """Take up what a governor says of the word that it governs."""
        kind = self._table.class_of(governor)
        self.clause.unasserted = self.clause.unasserted or kind in _NOT_ASSERTING
        if node.dep == "conj":
            if node.child(*_SUBJECTS) is None:
                self._join(node, governor)
        elif kind == "opposed" and not is_negated(governor):
            self._raise(kind)
            self.clause.agent = _agent(governor, is_predicate=False)
        elif kind == "refused":
            self._refuse(governor)
        elif kind == "asked" and _is_told(node, governor):
            self.clause.unasserted = self.clause.unasserted or is_negated(governor)  # "was NOT told what …"
            self._meet(governor)
        elif (
            kind == "asked"
            or (kind == "ready" and self.clause.agent is not None and node.dep == "ccomp")
            or (kind == "ready" and governor.lemma in _SEEKING and node.pos == "NOUN")
        ):
            self._ask(governor)
        else:
            if kind in _RANK:
                self._raise(kind)
            if governor.lemma == "have" and is_purpose(node):
                self._owe(governor)
            if kind == "ready" and governor.lemma in _TO_OTHERS and is_passive(governor):
                self.clause.unasserted = True  # "was invited to": it has not said that it will
            self._meet(governor)

    def _join(self, node: Token, fellow: Token) -> None:
        """Take up what a fellow verb shares: what has an auxiliary of its own shares no "not"."""
        if node.pos in _VERBAL and node.child("aux", "auxpass") is not None:
            self.clause.agent = self.clause.agent or _agent(fellow, is_predicate=False)
        else:
            self._meet(fellow)

    def _owe(self, governor: Token) -> None:
        """Who has to do it, or has time to, ought to; who does not have to leaves it open."""
        if is_negated(governor):
            self.clause.unasserted = True
        else:
            self._raise("should")

    def _refuse(self, governor: Token) -> None:
        if is_negated(governor):
            self._raise("may")  # "has not ruled out"
        else:
            self._negated = not self._negated
        self.clause.agent = self.clause.agent or _agent(governor, is_predicate=False)

    def _ask(self, governor: Token) -> None:
        """One party wants another to do it; where it names no other, it wants to do it itself."""
        clause = self.clause
        asked = self._asked(governor)
        asker = _agent(governor, is_predicate=False)
        self._negate(governor)
        if asked is None and governor.lemma == "want":
            self._raise("ready")
            clause.agent = clause.agent or asker
            return
        self._raise("asked")
        clause.asker = asker if asker is not asked else None
        if is_passive(governor):  # "was urged to": its subject is the one asked
            clause.asker, asked = _by(governor), asked or asker
        clause.asked = asked
        clause.agent = clause.agent or asked

    def _asked(self, governor: Token) -> Token | None:
        """Who is asked: the object of the asking, or what a preposition after it names ("called on")."""
        found = [governor.child("dobj", "dative", "iobj")]
        found += [c.child("pobj") for c in governor.all("prep") if c.lower in _ASKED_OF]
        outside = (t for t in found if t is not None and t not in self.clause.chain)
        return next(outside, self.clause.agent)

    def _is_question(self, token: Token) -> bool:
        return token.dep in ("ccomp", "pcomp", "acl", "xcomp") and any(
            c.dep in ("mark", "advmod") and c.lower in self._table.questions for c in token.children
        )

    def _governor(self, token: Token) -> Token | None:
        """The word that says how far a word goes, or joins it to one that does; None at the top."""
        if (call := self._call(token)) is not None:
            return call
        head = token.head
        if token.dep == "ccomp" and head.lemma == "be":
            head = (
                head.child("acomp", "attr") or head.child("nsubj") or head
            )  # "it is UNLIKELY that he signs"
        return head if head is not token and self._governs(head, token) else self._over(token)

    def _call(self, token: Token) -> Token | None:
        """The noun of asking before an infinitive, on whatever this hangs: "ignored CALLS by us to begin".

        So does one before whom it asks: "over its CALL for Norden to begin".
        """
        if token.dep != "advcl" or not is_purpose(token):
            return None
        before = token.subtree()[0].index - 1
        if any(c.lower == "for" for c in token.all("mark")):
            nouns = (t for t in token.head.subtree() if t.index == before)
        else:
            nouns = (t for t in token.head.all("dobj") if t.subtree()[-1].index == before)
        return next((t for t in nouns if t.pos == "NOUN" and self._table.class_of(t) == "asked"), None)

    def _governs(self, head: Token, token: Token) -> bool:
        kind, dep = self._table.class_of(head), token.dep
        match dep:
            case "conj":
                return token.child(*_SUBJECTS) is None or head.dep in COMPLEMENT_CLAUSES
            case "xcomp":
                return True
            case "acomp" | "oprd":
                return head.pos in _VERBAL
            case "nsubj" | "nsubjpass" if token.pos == "NOUN" and token is self.clause.predicate:
                return head.pos in _VERBAL
            case "ccomp":
                return kind not in ("", "transparent", "thought") or (kind == "thought" and is_negated(head))
            case "acl":
                return kind != "" and not is_passive(token)
            case "dobj" | "attr" | "nsubjpass":
                is_told = head.lemma == "tell"  # "told us of the DECISION to leave"
                return kind != "" and head.pos in _VERBAL and not is_told and self._is_own(token, kind)
            case "amod":
                return token.index > head.index and kind != ""  # "left the door OPEN to"
            case "advcl" if kind == "refused" and _is_object_clause(token):
                return True  # "has ruled out SENDING troops"
            case "advcl":
                is_open = is_purpose(token) or (self.clause.agent is None and token.child(*_SUBJECTS) is None)
                return is_open and not any(c.dep == "mark" for c in token.children)
        return False

    def _is_own(self, noun: Token, kind: str) -> bool:
        """Whether a noun names the subject's own: "announced plans", not "dismissed Norden's plans"."""
        if self.clause.agent is None or kind in ("asked", "opposed", "transparent"):
            return True
        return _nominal_agent(noun) is None

    def _over(self, token: Token) -> Token | None:
        """The word on the other side of a preposition that joins: "plans" in "plans on evacuating"."""
        preposition = token.head
        if token.dep not in ("pobj", "pcomp") or preposition.dep not in ("prep", "prt", "agent"):
            return None
        if sets_scene(preposition):
            return None
        head = preposition.head
        if head.dep == "advmod" and head.head.pos in _VERBAL:  # "stopped SHORT of recognising"
            if not self._table.class_of(head.head) and self._table.class_of(head) == "refused":
                self._negated = not self._negated
            head = head.head
        return head if preposition.lower in _JOINING and self._table.class_of(head) else None


def _is_told(node: Token, governor: Token) -> bool:
    """Whether somebody is told that it is so, not told to do it: "INSISTED that it WOULD stay"."""
    if node.dep != "ccomp" or is_purpose(node):
        return False
    return governor.lemma == "tell" or (governor.lemma == "insist" and _has_tense(node))


def _has_tense(verb: Token) -> bool:
    """Whether a verb tells what is or will be: "insisted that it BE closed" tells what ought to."""
    first = next((c for c in verb.children if c.dep in ("aux", "auxpass")), verb)
    return first.tag in _FINITE or (first.tag == "MD" and first.lower not in _OUGHT)


def _is_alternative(noun: Token) -> bool:
    """Whether a noun names one of two things that may come: "a deal OR a withdrawal"."""
    first = noun.head if noun.dep == "conj" else noun
    return noun.pos == "NOUN" and any(c.dep == "cc" and c.lower == "or" for c in first.children)


def sets_scene(preposition: Token) -> bool:
    """Whether a preposition tells where a verb does what it does to another thing: "raised it IN talks"."""
    return preposition.lower in _SETTING and any(
        c.dep in ("dobj", "nsubjpass") for c in preposition.head.children
    )


def _is_object_clause(clause: Token) -> bool:
    """Whether a clause in "-ing" stands right behind its verb, or behind that verb's particle."""
    before = [clause.head, *clause.head.all("prt")]
    return clause.tag == "VBG" and not clause.all("mark") and any(t.index == clause.index - 1 for t in before)


def is_purpose(token: Token) -> bool:
    """Whether a verb tells what another is done for: "will fly to Oslo TO MEET"."""
    return token.tag == "VB" and any(c.dep == "aux" and c.lower == "to" for c in token.children)


def is_negated(token: Token) -> bool:
    """Whether a word has a "not" of its own, or its subject a "neither"."""
    if any(c.lower == "neither" for subject in token.all("nsubj", "nsubjpass") for c in subject.all("det")):
        return True
    return any(
        (c.dep == "neg" or c.lower in _NEGATIVES) and not _is_limited(c, token)
        for c in token.children
        if c.dep in _NEGATORS
    )


def _is_limited(negation: Token, verb: Token) -> bool:
    """Whether a "not" only limits what follows it: "will NOT JUST ask for talks"."""
    return any(c.index == negation.index + 1 and c.lower in _LIMITS for c in verb.children)


def is_passive(token: Token) -> bool:
    """Whether a verb is in the passive, with its auxiliary or as a participle on a noun."""
    if any(c.dep in ("nsubjpass", "auxpass") for c in token.children):
        return True
    return token.dep == "acl" and token.tag == "VBN"


def _by(token: Token) -> Token | None:
    agent = token.child("agent")
    return agent.child("pobj", "pcomp") if agent is not None else None


def _agent(token: Token, *, is_predicate: bool) -> Token | None:
    """The head of the noun phrase that does what a word says."""
    if token.pos not in _VERBAL:
        return _nominal_agent(token)
    if is_predicate and is_passive(token):
        return _by(token)
    subject = token.child(*_SUBJECTS)
    if subject is not None:
        return token.head if token.dep == "relcl" and subject.lower in RELATIVES else subject
    if token.dep in ("acl", "appos") and token.tag == "VBG":
        return token.head
    if token.tag == "VBG" and token.head.lemma in _PERCEIVING and (seen := token.head.child("dobj")):
        return seen  # "caught NORDEN sending troops"
    inherits = token.dep in ("conj", "advcl") or (token.dep == "xcomp" and not is_predicate)
    return _agent(token.head, is_predicate=False) if inherits and token.head is not token else None


def _implied_agent(gerund: Token) -> Token | None:
    """Who does what a gerund behind a preposition says: "accused NORDEN of closing"."""
    verb = gerund.head.head
    if verb.pos not in _VERBAL:
        return _nominal_agent(verb)
    if gerund.head.lower in _BY_DOER:
        return _agent(verb, is_predicate=False)  # "NORDEN snubbed Ostrand by leaving"
    return verb.child("dobj") or verb.child(*_SUBJECTS)


def _nominal_agent(token: Token) -> Token | None:
    by = _by(token)
    if by is not None:
        return by
    for child in token.children:
        if child.dep == "poss":
            return child
        if child.dep == "prep" and child.lower == "by":
            return child.child("pobj")
    done = (c for c in token.all("acl") if c.tag == "VBN" and operators().class_of(c) in _OF_DOER)
    return next((doer for c in done if (doer := _by(c)) is not None), None)  # "a cut ORDERED BY NORDEN"
