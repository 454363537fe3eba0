"""Modality: what modals, negation and governing words make of an event."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.events.frames import Lexicon, Operator
from dragoman.events.happening import Happening, joined, without
from dragoman.events.matching import Fit
from dragoman.events.ontology import ontology
from dragoman.events.syntax import is_verb
from dragoman.language import Token
from dragoman.records import Actor, EventType, Status

# promising not to do harm is as good as promising to do good
_DEEDS = frozenset({"force", "military"})
_CALLED = (EventType.CONSULT, None)
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
    }
)
_HIGHEST = 9
_NEGATIONS = frozenset({"no", "never", "neither", "nor", "without"})


class Modality:
    """Applies operators to the events of one reading.

    Args:
        lexicon: the operators. speaker: who says the words at a token.
    """

    def __init__(self, lexicon: Lexicon, speaker: Callable[[Token], tuple[Actor, ...]]) -> None:
        self._lexicon = lexicon
        self._named = lexicon.named
        self._speaker = speaker

    def named(self, node: Token) -> Iterator[Operator]:
        """The operators that a word's own modals, negation and subordinator stand for, the innermost first."""
        names = self._names(node)
        if "negated" in names and "future" in names:
            names = [n for n in names if n not in ("negated", "future")] + ["will_not"]
        for name in names:
            yield self._named[name]

    def _names(self, node: Token) -> list[str]:
        found: list[str] = []
        if is_verb(node):
            group = verb_group(node)
            perfect = any(t.lower == "have" for t in group)
            for token in group:
                if token.tag == "MD":
                    name = self._lexicon.modals.get(token.lower)
                    if name is not None:
                        found.append("possible" if perfect else name)
                elif token.dep == "neg":
                    found.append("negated")
        for child in node.children:
            if child.dep == "det" and child.lower in _NEGATIONS:
                found.append("negated")
            elif child.dep == "mark" and child.lower in self._lexicon.conditional:
                found.append("condition")
            elif child.dep in ("amod", "advmod"):
                name = self._lexicon.modals.get(child.lower)
                if name is not None:
                    found.append(name)
        return found

    def apply(self, operator: Operator, inner: Happening, fit: Fit | None, people: tuple[Actor, ...] | None,
              addressed: tuple[Actor, ...] = ()) -> Happening | None:  # fmt: skip
        """The event that an operator makes of another; None where it makes none.

        Args:
            operator: the operator. inner: the event under it; changed in place where the operator keeps it.
            fit: the operator's own words, if it has any. people: its actors, if it has words.
            addressed: its recipients.
        """
        same = (inner.event, inner.mode)
        if (
            inner.status is Status.NEGATED
            and inner.group in _DEEDS
            and operator.over.get(_CALLED) == (EventType.AGREE, None)
        ):
            return self._changed(operator, inner, (EventType.AGREE, None), fit, people or (), addressed)
        outcome = operator.over.get(same, operator.over.get((inner.event, None), same))
        if outcome is None:
            return None
        event, mode = outcome
        if outcome == same or event is inner.event and not people and mode is None:
            inner.status = _status(operator, inner.status)
            inner.rules.append(operator.name)
            return inner
        actors = people or ()
        if operator.by_speaker:
            actors = self._speaker(inner.anchor)
            if not actors:
                inner.status = Status.HYPOTHETICAL
                return inner
        return self._changed(operator, inner, (event, mode), fit, actors, addressed)

    def _changed(self, operator: Operator, inner: Happening, outcome: tuple[EventType, str | None], fit: Fit | None,
                 actors: tuple[Actor, ...], addressed: tuple[Actor, ...]) -> Happening:  # fmt: skip
        actors = actors or inner.actors
        others = without(joined(inner.recipients, inner.partners), actors)
        if operator.inner_actor:
            recipients = without(addressed, actors) or without(inner.actors, actors) or others
        else:
            recipients = without(addressed, actors) or without(joined(others, inner.actors), actors)
        words = [*(fit.words if fit else ()), *inner.words]
        anchor = fit.trigger if fit else inner.anchor
        return Happening(
            anchor, words, *outcome, actors, (), recipients, _status(operator, inner.status),
            [*inner.rules, operator.name], inner.trust * 0.95,
        )  # fmt: skip

    def unreal(self, top: Token) -> bool:
        """Whether a clause states a purpose, an ability or a ground, not what happens ("money to kill", "for violating").

        Args:
            top: the highest word of the event's own clause.
        """
        node = top
        while node.dep == "conj" and node.head.pos == node.pos:
            node = node.head
        if not is_verb(node):
            return False
        if node.dep in ("advcl", "acl", "relcl", "xcomp", "ccomp") and node.tag == "VB":
            return any(c.lower == "to" and c.dep == "aux" for c in (*node.children, *top.children))
        if node.dep in ("pcomp", "pobj"):
            return node.head.lower in _GROUNDS
        return node.dep == "relcl" and any(t.lower == "would" for t in verb_group(top))

    def path(self, node: Token) -> Iterator[tuple[Token, Token, str]]:
        """The words above one that bear on its modality, nearest first.

        Yields:
            Each word with the word below it and the preposition between them, "" for none. It is for the taker to
            stop at an operator; the path goes on only through words that change nothing.
        """
        preposition = ""
        for _ in range(_HIGHEST):
            head = node.head
            if head is node:
                return
            if node.dep == "conj":
                node = head
                continue
            if node.dep not in _COMPLEMENTS:
                return
            if head.pos == "ADP" or head.dep in ("prep", "agent"):
                if head.lower not in _THROUGH:
                    return
                preposition, node = head.lower, head
                continue
            yield head, node, preposition
            if not self._carries(head):
                return
            node, preposition = head, ""

    def _carries(self, head: Token) -> bool:
        if is_verb(head):
            return head.lemma in self._lexicon.carriers
        return (
            head.lemma in self._lexicon.classes["partitive"] or head.lemma in self._lexicon.classes["talks"]
        )


def verb_group(verb: Token) -> list[Token]:
    """The auxiliaries and negations of a verb; a verb without its own subject shares those of the verb before it."""
    own = [c for c in verb.children if c.dep in ("aux", "auxpass", "neg")]
    if verb.dep == "conj" and is_verb(verb.head) and not own:
        if not any(c.dep in ("nsubj", "nsubjpass") for c in verb.children):
            return [t for t in verb_group(verb.head) if t.index < verb.index and t.dep != "neg"]
    return own


def _status(operator: Operator, inner: Status) -> Status:
    if operator.status is None:
        return inner
    if operator.status is Status.NEGATED and inner is Status.NEGATED:
        return Status.ACTUAL
    return operator.status


def needs_recipient(event: EventType) -> bool:
    """Whether PLOVER asks for a recipient of a type."""
    return ontology().types[event].needs_recipient
