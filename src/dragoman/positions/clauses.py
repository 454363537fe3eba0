"""How far a clause goes: what governs a word, and whether it is done, intended, refused, asked for …

From the word of an issue's row the syntax is climbed as long as one party's will is spoken of
("Russia HAD NO PLANS on EVACUATING its embassy"); the words passed on the way give the mode.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from dragoman.knowledge import load_yaml
from dragoman.language import Token
from dragoman.positions.issues import Mode

_LONGEST_CLIMB = 8  # governors: what lies further up speaks of something else
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_NEGATIVES = frozenset({"no", "not", "never", "n't", "n’t", "neither", "nor", "hardly", "without", "longer"})
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Operators:
    """The words of `stance_modes.yaml`.

    Args:
        classes: for each first word, its class and the word that must stand beside it ("" for none).
        modals: for each modal verb, what it says.
        marks, phrases, verbs, reversed: what makes a condition.
        questions: what opens a clause that is asked about.
    """

    classes: Mapping[str, tuple[tuple[str, str], ...]]
    modals: Mapping[str, str]
    marks: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    verbs: frozenset[str]
    reversed: frozenset[str]
    questions: frozenset[str]

    def class_of(self, token: Token) -> str:
        """The class of a governing word; "" if it has none."""
        for kind, beside in self.classes.get(token.lemma, ()):
            if not beside or any(c.lower == beside for c in token.children):
                return kind
        return ""


_CLASSES = ("will", "ready", "may", "should", "refused", "opposed", "asked", "threatened", "transparent")


@cache
def operators() -> Operators:
    """The operators that come with Dragoman, loaded once."""
    content = load_yaml("stance_modes.yaml")
    classes: dict[str, list[tuple[str, str]]] = {}
    for kind in _CLASSES:
        for entry in content[kind]:
            first, _, beside = entry.partition(" ")
            kinds = classes.setdefault(first, [])
            kinds.insert(0 if beside else len(kinds), (kind, beside))  # two words go before one
    conditions = content["conditions"]
    return Operators(
        {word: tuple(kinds) for word, kinds in classes.items()},
        {word: kind for kind, words in content["modals"].items() for word in words},
        frozenset(conditions["marks"]),
        tuple(tuple(phrase.split()) for phrase in conditions["phrases"]),
        frozenset(conditions["verbs"]),
        frozenset(conditions["reversed"]),
        frozenset(content["questions"]),
    )


@dataclass(slots=True)
class Clause:
    """A predicate, what governs it, and how far it goes.

    Attributes:
        predicate: the word of the row.
        chain: the predicate and what governs it, inner first.
        mode: how far it goes.
        agent: head of the noun phrase that does it; None if none is named.
        asker, asked: heads of who asks and who is asked, where it is asked for.
        hypothetical: whether it is only supposed ("if the embassy closes").
    """

    predicate: Token
    chain: list[Token] = field(default_factory=list)
    mode: Mode = Mode.DONE
    agent: Token | None = None
    asker: Token | None = None
    asked: Token | None = None
    hypothetical: bool = False

    @property
    def outermost(self) -> Token:
        """The last word of the chain."""
        return self.chain[-1]


@dataclass(slots=True)
class _State:
    """What the climb has met so far."""

    negated: bool = False
    level: str = ""
    question: bool = False


# of several classes met the one that says most decides
_RANK = {"": 0, "will": 1, "ready": 2, "may": 3, "should": 4, "threatened": 5, "opposed": 6, "asked": 7}


def read_clause(predicate: Token) -> Clause:
    """The clause of a word: what governs it, who does it, and how far it goes."""
    clause = Clause(predicate, [predicate])
    state = _State()
    table = operators()
    _meet(predicate, clause, state, table)
    node = predicate
    for _ in range(_LONGEST_CLIMB):
        governor = _governor(node, clause, table)
        if governor is None:
            break
        kind = table.class_of(governor) if governor.dep != "conj" or node.dep != "conj" else "transparent"
        if _is_question(node, table):
            state.question = True
        _pass(node, governor, kind, clause, state, table)
        clause.chain.append(governor)
        node = governor
        if state.level == "asked":
            break
    else:
        state.question = state.question or _is_question(node, table)
    if not state.question and _is_question(node, table):
        state.question = True
    clause.mode = _mode(state)
    clause.hypothetical = any(_is_supposed(w, table) for w in clause.chain)
    return clause


_UNREAL = frozenset({"before", "without", "instead", "than", "until", "till"})
_PROSPECTIVE = frozenset({"for", "toward", "towards", "about", "over"})


def _is_supposed(word: Token, table: Operators) -> bool:
    """Whether a word names what is only supposed: "if it closes", "before lifting", "terms for a withdrawal"."""
    if word.dep == "advcl":
        return _opens_condition(word, table) or any(
            c.dep == "mark" and c.lower in table.reversed for c in word.children
        )
    if word.dep == "pcomp":
        return word.head.lower in _UNREAL
    return word.dep == "pobj" and word.head.lower in _PROSPECTIVE and not table.class_of(word.head.head)


def _mode(state: _State) -> Mode:
    if state.question:
        return Mode.MAY
    if state.negated and state.level not in ("asked", "threatened", "should", "opposed"):
        return Mode.REFUSED
    return {
        "": Mode.DONE,
        "will": Mode.WILL,
        "ready": Mode.READY,
        "may": Mode.MAY,
        "should": Mode.REFUSED if state.negated else Mode.ADVISED,
        "threatened": Mode.THREATENED,
        "opposed": Mode.OPPOSED,
        "asked": Mode.REFUSED if state.negated else Mode.ASKED,
    }[state.level]


def _raise(state: _State, level: str) -> None:
    if _RANK[level] > _RANK[state.level]:
        state.level = level


def _is_negated(token: Token) -> bool:
    return any(c.dep == "neg" or c.lower in _NEGATIVES for c in token.children if c.dep in _NEGATORS)


_NEGATORS = frozenset({"neg", "det", "advmod", "preconj"})


def _meet(token: Token, clause: Clause, state: _State, table: Operators) -> None:
    """Take up what stands beside a word: negation, modal verbs, its subject."""
    if _is_negated(token):
        state.negated = not state.negated
    for child in token.children:
        if child.dep == "aux" and (kind := table.modals.get(child.lower)):
            _raise(state, kind)
    if clause.agent is None:
        clause.agent = _agent(token, is_predicate=token is clause.predicate)


def _pass(node: Token, governor: Token, kind: str, clause: Clause, state: _State, table: Operators) -> None:
    """Take up what a governor says of the word that it governs."""
    has_agent = clause.agent is not None
    if kind == "opposed" and not _is_negated(governor):
        _raise(state, "opposed")
        clause.agent = _agent(governor, is_predicate=False)
        return
    if kind == "refused":
        if _is_negated(governor):
            _raise(state, "may")  # "has not ruled out"
        else:
            state.negated = not state.negated
        if not has_agent:
            clause.agent = _agent(governor, is_predicate=False)
        return
    if kind == "asked" or (kind == "ready" and has_agent and node.dep == "ccomp"):
        _ask(governor, clause, state, table)
        return
    if kind and kind != "transparent":
        _raise(state, kind)
    _meet(governor, clause, state, table)


def _ask(governor: Token, clause: Clause, state: _State, table: Operators) -> None:
    """One party wants another to do it; where it names no other, it wants to do it itself."""
    asked = _asked(governor, clause)
    asker = _agent(governor, is_predicate=False)
    if asked is None and governor.lemma == "want":
        _raise(state, "ready")
        clause.agent = clause.agent or asker
        return
    if _is_negated(governor):
        state.negated = not state.negated
    _raise(state, "asked")
    clause.asker = asker if asker is not asked else None
    if _is_passive(governor):  # "was urged to": its subject is the one asked
        clause.asker = _by(governor)
        asked = asked or asker
    clause.asked = asked
    clause.agent = clause.agent or asked


def _asked(governor: Token, clause: Clause) -> Token | None:
    """Who is asked: the object of the asking, or what a preposition after it names ("called on")."""
    found = governor.child("dobj", "dative", "iobj")
    if found is not None and found not in clause.chain:
        return found
    for child in governor.all("prep"):
        if child.lower in ("on", "upon", "to", "from", "of"):
            inner = child.child("pobj")
            if inner is not None and inner not in clause.chain:
                return inner
    return clause.agent


def _is_passive(token: Token) -> bool:
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
    if is_predicate and _is_passive(token):
        return _by(token)
    subject = token.child(*_SUBJECTS)
    if subject is not None:
        return _antecedent(subject, token)
    if token.dep == "acl" and token.tag == "VBG":
        return token.head
    if token.dep in ("conj", "advcl", "xcomp") and not (token.dep == "xcomp" and is_predicate):
        return _agent(token.head, is_predicate=False) if token.head is not token else None
    return None


def _nominal_agent(token: Token) -> Token | None:
    by = _by(token)
    if by is not None:
        return by
    for child in token.children:
        if child.dep == "poss":
            return child
        if child.dep == "prep" and child.lower == "by":
            return child.child("pobj")
    return None


def _antecedent(subject: Token, verb: Token) -> Token:
    if verb.dep == "relcl" and subject.lower in _RELATIVES:
        return verb.head
    return subject


def _is_question(token: Token, table: Operators) -> bool:
    return token.dep in ("ccomp", "pcomp", "acl", "xcomp") and any(
        c.dep in ("mark", "advmod") and c.lower in table.questions for c in token.children
    )


def _governor(token: Token, clause: Clause, table: Operators) -> Token | None:
    """The word that says how far a word goes, or joins it to one that does; None at the top."""
    head = token.head
    if head is token:
        return None
    dep = token.dep
    if dep in ("xcomp", "conj"):
        return head
    if dep in ("nsubj", "nsubjpass") and token.pos == "NOUN" and token is clause.predicate:
        return head if head.pos in _VERBAL else None
    if dep in ("pobj", "pcomp"):
        return _beyond_preposition(head, table)
    if dep in ("acomp", "oprd"):
        return head if head.pos in _VERBAL else None
    kind = table.class_of(head)
    if dep == "ccomp":
        return head if kind and kind != "transparent" else None
    if dep == "acl":
        return head if kind and not _is_passive(token) else None
    if dep in ("dobj", "attr", "nsubjpass"):
        return head if kind and head.pos in _VERBAL and _is_own(token, head, kind, clause) else None
    if dep == "advcl":
        return head if clause.agent is None and not any(c.dep == "mark" for c in token.children) else None
    return None


def _is_own(token: Token, verb: Token, kind: str, clause: Clause) -> bool:
    """Whether what a noun names is the verb's subject's own: "announced plans", not "dismissed Norden's offer"."""
    return (
        clause.agent is None or kind in ("asked", "opposed", "transparent") or _nominal_agent(token) is None
    )


_JOINING = frozenset(
    {
        "on",
        "of",
        "to",
        "for",
        "about",
        "in",
        "from",
        "against",
        "with",
        "toward",
        "towards",
        "into",
        "over",
        "at",
    }
)


def _beyond_preposition(preposition: Token, table: Operators) -> Token | None:
    head = preposition.head
    if preposition.dep not in ("prep", "prt", "agent") or head is preposition:
        return None
    return head if preposition.lower in _JOINING and table.class_of(head) else None


# ---- conditions ----


def conditions(clause: Clause) -> list[list[Token]]:
    """The words of what the clause hangs on: "if …", "unless …", "based on …"."""
    table = operators()
    found: list[list[Token]] = []
    for word in clause.chain:
        for child in word.children:
            if child in clause.chain:
                continue
            if child.dep == "advcl" and _opens_condition(child, table):
                found.append(child.subtree())
            elif child.dep in ("prep", "acl", "acomp", "advcl", "amod", "advmod") and (
                tokens := _condition_phrase(child, table)
            ):
                found.append(tokens)
    return found


def _opens_condition(clause: Token, table: Operators) -> bool:
    if any(c.dep == "mark" and c.lower in table.marks for c in clause.children):
        return True
    return _starts_with(clause.subtree(), table.phrases)


def _condition_phrase(word: Token, table: Operators) -> list[Token]:
    tokens = word.subtree()
    return tokens if _starts_with(tokens, table.phrases) else []


def _starts_with(tokens: list[Token], phrases: Iterable[tuple[str, ...]]) -> bool:
    start = 1 if tokens and tokens[0].pos in ("PUNCT", "SYM") else 0
    words = tuple(t.lower for t in tokens[start : start + 4])
    return any(words[: len(phrase)] == phrase for phrase in phrases)
