"""Modality: what modals, negation and governing words make of an event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dragoman.events.frames import Inner, Lexicon, Operator
from dragoman.events.happening import Happening, joined, without
from dragoman.events.syntax import is_bidden, is_verb
from dragoman.events.verbs import (
    has_subject,
    is_achieved,
    is_arranged,
    is_asked,
    is_past,
    is_yet_to_come,
    verb_group,
)
from dragoman.language import Token
from dragoman.records import Actor, EventType, Status

_DEEDS = frozenset({"force", "military"})
_COMPLEMENTS = frozenset(
    {
        "xcomp",
        "ccomp",
        "dobj",
        "nsubjpass",
        "attr",
        "oprd",
        "acomp",
        "pcomp",
        "pobj",
        "prep",
        "dative",
        "acl",
        "agent",
    }
)
_THROUGH = frozenset(
    {
        "of",
        "for",
        "to",
        "in",
        "on",
        "about",
        "from",
        "with",
        "against",
        "at",
        "over",
        "into",
        "upon",
        "by",
        "as",
    }
)
# prepositions before a gerund that names a ground, an aim or an idea
_GROUNDS = frozenset(
    {
        "for",
        "of",
        "without",
        "from",
        "to",
        "against",
        "about",
        "on",
        "as",
        "at",
        "before",
        "with",
        "into",
        "instead",
        "toward",
        "towards",
    }
)
# what is asked of those with whom it is to be done; all else is to be done to others than who is asked
_WITH = frozenset({EventType.CONSULT, EventType.COOPERATE, EventType.AGREE, EventType.REQUEST})
_REASONS = frozenset({"for", "without", "instead"})
CONDITION = "condition"
_AHEAD = frozenset({"future", "future_if"})
_HIGHEST = 9
_UNREAL = frozenset({"could", "were"})  # in a condition that does not hold
_IDEAS = frozenset({"could", "might", "should", "ought"})
_LIKING = frozenset({"interest", "interested"})
_ONLY = frozenset({"just", "merely", "only", "simply", "solely"})
_INTENTIONS = frozenset({"plan", "willing"})
_FORETOLD = frozenset({"future", "imagined"})
_WILLINGNESS = frozenset({"ready", "willing", "operator:willing"})
_PLANS = frozenset({"intent", "intention", "plan"})
_LISTING = frozenset({"like", "as"})
_NEGATIONS = frozenset({"no", "never", "neither", "nor", "without"})


@dataclass(frozen=True, slots=True)
class Governor:
    """An operator as it stands in a text.

    Args:
        operator: the operator. trigger, words: its words; none for modals and negation.
        people: who promises, asks, refuses. addressed: whom.
        closed: whether somebody is addressed who is not known.
    """

    operator: Operator
    trigger: Token | None = None
    words: tuple[Token, ...] = ()
    people: tuple[Actor, ...] = ()
    addressed: tuple[Actor, ...] = ()
    closed: bool = False


class Modality:
    """Applies operators to the events of one reading.

    Args:
        lexicon: the operators. speaker: who says the words at a token.
        occurs: whether the verb behind a noun only says that what it names happens.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        speaker: Callable[[Token], tuple[Actor, ...]],
        occurs: Callable[[Token], bool],
    ) -> None:
        self._lexicon = lexicon
        self._occurs = occurs
        self._named = lexicon.named
        self._speaker = speaker

    def named(self, node: Token) -> Iterator[Operator]:
        """The operators that a word's modals, negation and subordinator stand for, innermost first."""
        names = self._names(node)
        if "negated" in names and not _AHEAD.isdisjoint(names):  # "will not meet them (unless …)"
            names = [n for n in names if n != "negated" and n not in _AHEAD] + ["will_not"]
        for name in names:
            yield self._named[name]

    def _names(self, node: Token) -> list[str]:
        denied = ["negated" for c in node.children if c.dep == "neg"]  # "NOT satisfied with them"
        found = self._of_group(node) if is_verb(node) else denied
        if node.dep in ("csubj", "nsubj") and _rules_out(node.head):
            found.append("ruled_out")
        if node.tag == "VBG" and _is_ruled_out(node):
            found.append("will_not")
        for child in node.children:
            if (child.dep == "det" and child.lower in _NEGATIONS) or _is_nobody(child) or _is_none(child):
                found.append("negated")
            elif child.dep == "mark" and child.lower in self._lexicon.conditional:
                found.append(CONDITION)
            elif child.dep in ("amod", "advmod"):
                name = self._lexicon.modals.get(child.lower)
                if name is not None:
                    found.append(name)
        if is_verb(node) and CONDITION not in found and (self._shares_condition(node) or is_asked(node)):
            found.append(CONDITION)
        if is_verb(node) and (is_yet_to_come(node) or is_arranged(node)):
            found.append("future")
        return found

    def _of_group(self, verb: Token) -> list[str]:
        """What the modals and negations of a verb stand for."""
        found: list[str] = []
        group = verb_group(verb)
        perfect = any(t.lower == "have" for t in group)
        for token in group:
            if token.tag == "MD":
                name = self._lexicon.modals.get(token.lower)
                if name is not None and not _is_wish(verb, token):
                    found.append(_mood(verb, token, name, perfect=perfect))
            elif token.dep == "neg" and not (_adds(token, verb) or _is_rhetorical(token, verb)):
                found.append("negated")
        return found

    def _shares_condition(self, verb: Token) -> bool:
        """Whether a verb goes on with a condition ("if he attacks Spain or THREATENS it")."""
        while verb.dep == "conj" and is_verb(verb.head):
            verb = verb.head
            if verb.dep == "advcl":
                return any(c.dep == "mark" and c.lower in ("if", "unless") for c in verb.children)
        return False

    def apply(self, governor: Governor, inner: Happening) -> Happening | None:
        """The event that an operator makes of another; None where it makes none.

        Args:
            governor: the operator with its words and people.
            inner: the event under it; changed in place where the operator keeps it.
        """
        operator = governor.operator
        if operator.name == "negated" and inner.rules[-1] in _INTENTIONS and self._is_own_plan(inner):
            operator = self._named["will_not"]  # "has no plans to meet them"
            governor = Governor(operator, governor.trigger, governor.words, governor.people)
        if operator.name in _FORETOLD and inner.rules[-1] in _WILLINGNESS:
            return inner  # "said it WOULD BE READY to help" is as good as "is ready"
        same = (inner.event, inner.mode)
        if _spares(operator, inner):
            return self._changed(governor, inner, (EventType.AGREE, None), governor.people)
        outcome = operator.over.get(same, operator.over.get((inner.event, None), same))
        if outcome is None:
            return None
        judged = operator.inner is Inner.DOER and bool(
            governor.people and without(inner.actors, governor.people)
        )  # "welcomed the support of Spain"
        if (outcome == same and not judged) or (outcome == (inner.event, None) and not governor.people):
            if operator.status is not None and inner.may_become(operator.status):
                inner.status = operator.status
            inner.rules.append(operator.name)
            return inner
        actors = governor.people
        if operator.by_speaker:
            actors = self._speaker(inner.anchor)
            if not actors:
                inner.status = Status.HYPOTHETICAL
                return inner
            if actors == inner.actors:
                return None  # "we must act": nobody is asked
        return self._changed(governor, inner, outcome, actors)

    def _is_own_plan(self, inner: Happening) -> bool:
        """Whether somebody plans himself what he would do with others abroad."""
        own = {a.country for a in inner.actors}
        if all(o.country in own for o in inner.others):
            return False
        return any(t.lemma in self._lexicon.classes["own_plans"] for t in inner.words)

    @staticmethod
    def _changed(
        governor: Governor, inner: Happening, outcome: tuple[EventType, str | None], actors: tuple[Actor, ...]
    ) -> Happening:
        operator = governor.operator
        actors = actors or (inner.actors if operator.inner is Inner.LAST else ())  # who is asked asks not
        others = without(joined(inner.recipients, inner.partners), actors)
        recipients = without(governor.addressed, actors)
        closed = governor.closed  # "urged its partners to attack Spain": Spain is not asked
        matter: list[Token] = []
        if operator.inner is Inner.DOER:
            matter = [inner.anchor] if inner.anchor.pos == "NOUN" else []
            recipients = recipients or without(inner.actors, actors)
            closed = closed or (not recipients and (inner.closed or bool(others)))
        elif closed:
            recipients = ()
        elif operator.inner is Inner.FIRST:
            recipients = recipients or without(inner.actors, actors)
            if not recipients and inner.event not in _WITH:
                closed = bool(others)  # "called for strikes on Spain": Spain is not asked
            recipients = recipients or (() if closed else others)
        else:
            recipients = recipients or without(joined(others, inner.actors), actors)
        return Happening(
            governor.trigger or inner.anchor, [*governor.words, *inner.words], *outcome, actors, (),
            recipients, operator.status or inner.status, [*inner.rules, operator.name],
            matter=matter, closed=closed,
        )  # fmt: skip

    def unreal(self, top: Token) -> bool:
        """Whether a clause states a purpose or a ground, not what happens ("money to kill", "for killing").

        Args:
            top: the highest word of the event's own clause.
        """
        node = top
        while node.dep == "conj" and node.head.pos == node.pos:
            node = node.head
        if not is_verb(node):
            return False
        if _is_imperative(node) or _is_forgone(node) or _hangs_on_idea(node):
            return True
        if is_achieved(node):
            return False
        needed = node.tag == "VBN" and node.head.tag != "VBN"  # "needs to be backed", not "known to be held"
        if node.dep in ("advcl", "acl", "relcl", "xcomp", "ccomp") and (node.tag == "VB" or needed):
            return any(c.lower == "to" and c.dep == "aux" for c in (*node.children, *top.children))
        if node.dep in ("pcomp", "pobj"):
            link = node.head
            if link.lower == "in" and link.head.lemma in _LIKING:
                return True  # "showed little interest in MEETING them"
            return link.lower in _LISTING or (link.lower in _GROUNDS and not _is_attendant(node))
        if node.dep == "csubj":  # "bombing them would be wrong"
            return node.tag == "VBG" and not has_subject(node) and not _rules_out(node.head)
        return node.dep == "relcl" and any(t.lower == "would" for t in verb_group(top))

    def path(self, node: Token, light: Token | None = None) -> Iterator[tuple[Token, Token, str]]:
        """The words above one that bear on its modality, nearest first.

        Args:
            node: the word. light: its light verb, if it has one.

        Yields:
            Each word with the word below it and the preposition between them, "" for none. It is for the
            taker to stop at an operator; the path goes on only through words that change nothing.
        """
        preposition = ""
        for _ in range(_HIGHEST):
            head = node.head
            if head is node:
                return
            if node.dep == "conj":
                node = head
                continue
            if node.dep not in _COMPLEMENTS and not self._occurs(node) and not is_bidden(node):
                return
            if head.pos == "ADP" or head.dep in ("prep", "agent"):
                if head.lower not in _THROUGH:
                    return
                preposition, node = head.lower, head
                continue
            yield head, node, preposition
            if head is not light and not self._carries(head):
                return
            node, preposition = head, ""

    def realises(self, verb: Token) -> bool:
        """Whether what stands below a verb happens if the verb does ("forced them to withdraw")."""
        return self._carries(verb) or verb.lemma in self._lexicon.realising

    def _carries(self, head: Token) -> bool:
        if is_verb(head):
            return head.lemma in self._lexicon.carriers
        return (
            head.lemma in self._lexicon.classes["partitive"] or head.lemma in self._lexicon.classes["talks"]
        )


def _mood(verb: Token, modal: Token, name: str, *, perfect: bool) -> str:
    """What a modal says at a verb: "would" is a promise where it is told as one, else only imagined."""
    if perfect:
        return "possible"
    verbs = (verb, *(c for c in verb.children if c.dep == "conj"))
    conditions = [c for v in verbs for c in v.children if c.dep == "advcl" and _is_if(c)]
    if modal.lower == "would" and any(t.lower in _UNREAL for c in conditions for t in (c, *c.children)):
        return CONDITION  # "would resign if she could"
    if modal.lower == "would" and not _is_told(verb):
        return "imagined"
    return "future_if" if name == "future" and conditions else name


def _adds(negation: Token, verb: Token) -> bool:
    """Whether a negation only tells that there is more ("met NOT ONLY with Spain but with Peru")."""
    return any(t.index == negation.index + 1 and t.lower in _ONLY for t in verb.subtree())


def _is_rhetorical(negation: Token, verb: Token) -> bool:
    """Whether a negation before the subject asks for a yes ("HASN'T Spain already agreed?")."""
    after = any(c.dep in ("nsubj", "nsubjpass") and c.index > negation.index for c in verb.children)
    return after and negation.lower in ("n't", "n’t")


def _is_wish(verb: Token, modal: Token) -> bool:
    """Whether a verb with its modal says what somebody wants now ("WOULD LIKE to thank them")."""
    return verb.lemma == "like" and modal.lower in ("would", "'d", "’d")


def _is_told(verb: Token) -> bool:
    """Whether a clause stands below a verb, or tells what the speaker does ("we would welcome talks")."""
    while verb.dep == "conj" and is_verb(verb.head):
        verb = verb.head
    if verb.dep == "ccomp" and is_verb(verb.head):
        return True
    return any(c.dep == "nsubj" and c.lower in ("i", "we") for c in verb.children)


def _is_if(clause: Token) -> bool:
    return any(c.dep == "mark" and c.lower in ("if", "unless") for c in clause.children)


def is_ground(verb: Token) -> bool:
    """Whether a gerund only tells why something else was done ("seized the ship FOR carrying arms")."""
    return verb.dep == "pcomp" and verb.head.lower in _REASONS and is_verb(verb)


def _is_imperative(verb: Token) -> bool:
    """Whether a verb tells somebody to do something ("lock her up", "let us not build it")."""
    if verb.tag != "VB" or verb.dep not in ("ROOT", "ccomp", "parataxis"):
        return False
    if verb.dep == "ccomp" and verb.head.lemma == "let" and verb.head.tag == "VB":
        return True
    return not any(c.dep in ("aux", "nsubj", "nsubjpass", "auxpass") for c in verb.children)


def _is_forgone(verb: Token) -> bool:
    """Whether a verb tells what was not done but something else ("rather THAN give in")."""
    infinite = verb.dep in ("advcl", "pcomp") and verb.tag in ("VB", "VBG")
    return infinite and any(t.lower == "than" for t in (verb.head, *verb.children))


def _hangs_on_idea(verb: Token) -> bool:
    """Whether a participle goes with what only could or should be done ("might back a bill URGING talks")."""
    if verb.tag != "VBG" or verb.dep not in ("acl", "advcl"):
        return False
    above = next((a for a in verb.ancestors() if is_verb(a)), None)
    return above is not None and any(t.lower in _IDEAS for t in verb_group(above))


def _rules_out(verb: Token) -> bool:
    """Whether a verb says that its subject is "out of the question"."""
    after = [c for c in verb.children if c.lower == "out" and c.index > verb.index]
    inner = [p for c in after for of in c.children for p in (of, *of.children)]
    return verb.lemma == "be" and any(t.lower == "question" for t in inner)


def _is_ruled_out(verb: Token) -> bool:
    """Whether a gerund is what somebody rules out ("ruled out SENDING troops")."""
    above = verb.head
    while verb.dep == "conj" and above.tag == "VBG":
        verb, above = above, above.head
    if above.lemma != "rule" or verb.dep not in ("advcl", "xcomp", "ccomp", "pcomp", "dobj"):
        return False
    return any(c.lower == "out" and c.index < verb.index for c in above.children)


def _is_none(child: Token) -> bool:
    """Whether a verb's subject or object is none ("placed NO curbs on Spain")."""
    if child.lemma in _PLANS:  # "has no plans": that is said of the plans already
        return False
    return child.dep in ("dobj", "nsubj", "nsubjpass") and any(
        c.dep == "det" and c.lower == "no" for c in child.children
    )


def _is_nobody(child: Token) -> bool:
    """Whether the subject of a verb is nobody ("none of them", "not one of them")."""
    if child.dep not in ("nsubj", "nsubjpass"):
        return False
    not_one = child.lower == "one" and any(c.lower == "not" for c in child.children)
    return not_one or child.lower in ("none", "nobody", "neither")


def _is_attendant(verb: Token) -> bool:
    """Whether a clause after a preposition tells what happens besides ("with villagers accusing …")."""
    return verb.tag not in ("VBG", "VB") or has_subject(verb)


def is_finite_complement(word: Token) -> bool:
    """Whether a word heads a clause of its own tense: what bears on the clause above does not bear on it."""
    return (
        word.dep == "ccomp"
        and is_verb(word)
        and (
            word.tag in ("VBZ", "VBP", "VBD")
            or any(c.tag in ("MD", "VBZ", "VBP", "VBD") for c in verb_group(word))
        )
    )


def tells_fact(operator: Operator, below: Iterable[Token]) -> bool:
    """Whether a word that looks ahead only tells what is so ("assured them that it WAS safe").

    Args:
        operator: its operator. below: the words below it.
    """
    return operator.ahead and any(map(_is_fact, below))


def only_reports(operator: Operator, below: Token) -> bool:
    """Whether a word of notice only tells what has been ("announced that they MET on Sunday").

    Args:
        operator: its operator. below: the word below it.
    """
    return operator.reports and is_finite_complement(below) and below.tag != "VBG" and is_past(below)


def _is_fact(clause: Token) -> bool:
    """Whether a clause below a verb tells what is or was so, not what will be."""
    if not is_finite_complement(clause) or clause.lemma == "go":
        return False
    verbs = (clause, *(c for c in clause.children if c.dep == "conj"))
    return not any(t.tag == "MD" for verb in verbs for t in verb_group(verb))


def _spares(operator: Operator, inner: Happening) -> bool:
    """Whether somebody promises not to do harm, which is as good as promising to do good."""
    promises = operator.over.get((EventType.CONSULT, None)) == (EventType.AGREE, None)
    return promises and inner.status is Status.NEGATED and inner.group in _DEEDS
