"""Whom the sentences of a reading are about: the subjects of their main clauses, and who speaks there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from dragoman.language.coreference.features import SPEAKER_PRONOUNS, Node
from dragoman.language.coreference.quotations import Quotations
from dragoman.language.coreference.rules import Rules
from dragoman.language.lexicon import Sort
from dragoman.language.reading import MentionKind, Reading, Token

_FAR = 6  # sentences for which somebody who spoke may be expected to speak on
_SUBJECTS = ("nsubj", "nsubjpass")
_SUBORDINATE = frozenset({"relcl", "acl", "advcl", "pcomp"})


class Speakers:
    """Those who lead sentences outside of quotations, in order of the text.

    Args:
        reading: the reading. by_head: its mentions by head token. quotations: its quotations.
        rules: the word lists.
    """

    def __init__(
        self, reading: Reading, by_head: dict[int, Node], quotations: Quotations, rules: Rules
    ) -> None:
        self._speech = rules.speech
        self._by_head = by_head
        self._quoted = quotations.at
        self._tokens = reading.tokens
        self._firsts = [s.first for s in reading.sentences]
        told = {t.sentence for t in reading.tokens if t.dep == "ROOT" and t.index not in self._quoted}
        self._told = sorted(told)
        found = {node.index: node for node in map(self._leader, reading.tokens) if node is not None}
        self._add_first_persons(found)
        self._nodes = [found[index] for index in sorted(found)]

    def before(self, node: Node) -> Iterator[tuple[Node, int]]:
        """Those who lead a clause before a mention and not far from it, the last first.

        With each goes how many sentences ago that was, quoted ones left out.
        """
        here = bisect_left(self._told, node.sentence)
        far = 0 if self._is_bound(node.head.head) else _FAR
        for other in reversed(self._nodes):
            if other.index < node.index:
                if node.sentence - other.sentence > far:
                    return
                yield other, here - bisect_left(self._told, other.sentence)

    def is_speaking(self, node: Node) -> bool:
        """Whether a mention is the subject of a verb of speech."""
        return node.head.dep == "nsubj" and node.head.head.lemma in self._speech

    def has_spoken(self, node: Node) -> bool:
        """Whether a mention that leads a clause is said to speak there ("Lee went on to say")."""
        verb = node.head.head
        below = (*verb.all("xcomp"), *verb.conjuncts())
        return verb.lemma in self._speech or verb.lower == "to" or any(v.lemma in self._speech for v in below)

    def reported_before(self, node: Node) -> frozenset[int]:
        """The tokens of a clause before its reporter's pronoun ("The patient has left, she added")."""
        if not self.is_speaking(node):
            return frozenset()
        verb = node.head.head
        clauses = (c for c in verb.all("ccomp") if c.index < node.head.index)
        return frozenset(t.index for c in clauses for t in c.subtree() if t.index not in self._quoted)

    def _is_bound(self, verb: Token) -> bool:
        """Whether a verb is subordinate or follows a clause: its subject is looked for in its sentence."""
        if any(_is_fronted(c) and c.index not in self._quoted for c in verb.children):
            return True
        clause = _first_conjunct(verb)
        reported = clause.dep == "ccomp" and clause.head.index < clause.index
        return (reported and clause.head.index not in self._quoted) or clause.dep in _SUBORDINATE

    def _opening(self, verb: Token) -> Token | None:
        """The subject of a verb, if the sentence opens with it."""
        subject = verb.child(*_SUBJECTS)
        opens = subject is not None and subject.subtree()[0].index <= self._firsts[verb.sentence] + 1
        return subject if opens else None

    def _is_aside(self, verb: Token) -> bool:
        """Whether a verb of speech ends what commas set off ("more, Lee stressed, needs to be done")."""
        subject = verb.child(*_SUBJECTS)
        after = self._tokens[verb.index + 1 : verb.index + 2]
        before = subject.subtree()[0].index - 1 if subject is not None and subject.index < verb.index else -1
        return before >= 0 and self._tokens[before].text == "," and bool(after) and after[0].text in ",."

    def _leader(self, token: Token) -> Node | None:
        """The subject of a main clause's verb, or whom "according to" names."""
        if token.index in self._quoted:
            return None
        source: Token | None = None
        opening = False
        if token.lower == "according":
            to = token.child("prep")
            source = to.child("pobj") if to is not None else None
        elif _is_main(token) or (token.lemma in self._speech and self._is_aside(token)):
            source = token.child(*_SUBJECTS)
        elif token.dep == "ccomp" and token.pos in {"VERB", "AUX"} and token.head.lemma not in self._speech:
            source, opening = self._opening(token), True
        node = self._by_head.get(source.index) if source is not None else None
        if node is None or node.head.lower in SPEAKER_PRONOUNS:
            return None
        return node if opening else self._owner(node) or node

    def _owner(self, node: Node) -> Node | None:
        """Whose a thing is that leads a sentence ("Lee's statement said …")."""
        if node.sort is not Sort.OTHER or node.owner is None:
            return None
        return self._by_head.get(node.owner.index)

    def _add_first_persons(self, found: dict[int, Node]) -> None:
        """Add the first person named in each sentence that no subject is found to lead."""
        led = {node.sentence for node in found.values()}
        wanted = set(self._told) - led
        for node in self._by_head.values():
            named = node.kind is MentionKind.NAME and node.sort is Sort.PERSON
            if named and node.sentence in wanted and node.head.index not in self._quoted:
                wanted.remove(node.sentence)
                found[node.index] = node


def _first_conjunct(verb: Token) -> Token:
    while verb.dep in {"conj", "parataxis"} and verb.head is not verb:
        verb = verb.head
    return verb


def _is_main(token: Token) -> bool:
    """Whether a token is the verb of a main clause, or of one that goes before it."""
    clause = _first_conjunct(token)
    while _is_fronted(clause):
        clause = _first_conjunct(clause.head)
    return clause.dep == "ROOT"


def _is_fronted(token: Token) -> bool:
    """Whether a clause goes before the one that it belongs to ("While Lee waited, he said …")."""
    return token.dep == "advcl" and token.index < token.head.index
