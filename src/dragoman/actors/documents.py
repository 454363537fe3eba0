"""Documents and utterances: for whom a statement, a letter or a warning speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from dragoman.actors.affiliation import Resolve
from dragoman.actors.lexicon import Match, Sort, homelands, issuing_verbs, uttering_verbs, word_list
from dragoman.actors.phrases import left, objects
from dragoman.language import MentionKind, Reading, Token
from dragoman.records import Actor, ActorKind

_ISSUERS = ("of", "from", "by")  # the first may also lead to the matter ("a study of Iran")
_DEFINITE = frozenset({"the", "that", "this", "these", "those"})
_IN = frozenset({"in", "via", "through"})
_ABOVE = frozenset({"conj", "xcomp", "advcl"})  # verbs that share the subject of the verb above
_FAR = 25  # sentences for which "the letter" still means the letter last named
_SEATS = frozenset({Sort.CAPITAL, Sort.SEAT})
_NEAR = 3  # sentences back for what was said ("warned … the warning")


class Documents:
    """Finds who issued what a phrase calls a document.

    Args:
        reading: the reading. matches: for each token the lexicon match that it is in.
        resolve: who another phrase stands for. inside: whom the words before a noun stand for.
        by_chain: what the other mentions of a phrase's chain stand for.
    """

    def __init__(
        self,
        *,
        reading: Reading,
        matches: Sequence[Match | None],
        resolve: Resolve,
        inside: Resolve,
        by_chain: Resolve,
    ) -> None:
        self._reading = reading
        self._matches = matches
        self._resolve = resolve
        self._inside = inside
        self._by_chain = by_chain

    def issuer(self, head: Token) -> tuple[Actor, ...]:
        """Who speaks in a document: whom its phrase names, who issues it, or issued it before.

        Args:
            head: the head of the document's phrase.
        """
        if found := self._named(head) or self._issuing(head) or self._by_chain(head):
            return found
        definite = any(c.lower in _DEFINITE for c in head.children if c.index < head.index)
        return (self._uttered(head) or self._earlier(head)) if definite else ()

    def _named(self, head: Token) -> tuple[Actor, ...]:
        """The body or state that the document's phrase names."""
        possessor = head.child("poss")
        if possessor is not None and (found := self._resolve(possessor)):
            return found
        if found := self._called(head) or (() if self._is_about_people(head) else self._inside(head)):
            return found
        return next(filter(None, map(self._maker, self._makers(head))), ())

    @staticmethod
    def _is_about_people(head: Token) -> bool:
        """Whether it bears the name of a people without a state, which has no laws ("the Kurdish law")."""
        return any(c.lower in homelands() for c in left(head))

    def _maker(self, token: Token) -> tuple[Actor, ...]:
        """Who a maker is; a seat of government speaks for its state ("a statement from Lima")."""
        match = self._matches[token.index]
        if match is not None and match.entry.sort in _SEATS and token.head.head.tag != "NNS":
            return (Actor(match.entry.name, ActorKind.GOVERNMENT, match.entry.code, match.entry.sectors),)
        return self._resolve(token) or self._unlisted(token)

    def _unlisted(self, token: Token) -> tuple[Actor, ...]:
        """A maker by a name of which nothing is known ("a statement from Zenobex")."""
        mention = self._reading.mention_by_head.get(token.index)
        if mention is None or mention.kind is not MentionKind.NAME or token.head.lower == "of":
            return ()
        if mention.label == "DATE" or token.index in self._reading.place_by_token:
            return ()
        return (Actor(mention.name, ActorKind.ORGANISATION),)

    def _called(self, head: Token) -> tuple[Actor, ...]:
        """The body that no list has, named straight before the noun ("a University of Quito study")."""
        for entity in self._reading.entities:
            if entity.last == head.index - 1 and entity.label == "ORG" and entity.first < entity.last:
                tokens = self._reading.tokens[entity.first : head.index]
                words = [t for t in tokens if t.tag not in ("DT", "POS")]
                matches = [m for t in words if (m := self._matches[t.index])]
                if any(m.entry.sort is Sort.NAMED for m in matches):
                    return ()
                places = (self._reading.place_by_token.get(t.index) for t in words)
                codes = (*(m.entry.code for m in matches), *(p.country for p in places if p is not None))
                code = next(filter(None, codes), None)
                return (Actor(self._reading.words(words), ActorKind.ORGANISATION, code),)
        return ()

    def _makers(self, head: Token) -> Iterator[Token]:
        examines = head.lemma in word_list("examining") or head.lower in word_list("examining")
        yield from objects(head, *(_ISSUERS[1:] if examines else _ISSUERS))
        for clause in (c for participle in head.all("acl") for c in participle.conjuncts()):
            if clause.lemma in issuing_verbs():
                yield from (o for by in clause.all("agent") for o in by.all("pobj"))
                yield from objects(clause, "from", "by")

    def _issuing(self, head: Token) -> tuple[Actor, ...]:
        """Who issues the document or speaks in it ("X released the letter", "X said in a letter")."""
        verb = head.head
        if head.dep == "pobj" and head.head.lower in _IN and head.head.dep == "prep":
            verb = head.head.head
            issues = verb.pos == "VERB"
        else:
            issues = head.dep == "dobj" and verb.lemma in issuing_verbs()
        return self._by_subject(verb) if issues else ()

    def _by_subject(self, verb: Token) -> tuple[Actor, ...]:
        while verb.child("nsubj") is None and verb.dep in _ABOVE and verb.head is not verb:
            verb = verb.head
        subject = verb.child("nsubj")
        return self._resolve(subject) if subject is not None else ()

    def _uttered(self, head: Token) -> tuple[Actor, ...]:
        """Who said what the noun takes up ("Kenya warned … The warning …")."""
        verbs = uttering_verbs().get(head.lemma, ())
        first = self._reading.sentences[max(0, head.sentence - _NEAR)].first if verbs else head.index
        for token in reversed(self._reading.tokens[first : head.index]):
            if token.lemma in verbs and token.pos == "VERB" and (found := self._by_subject(token)):
                return found
        return ()

    def _earlier(self, head: Token) -> tuple[Actor, ...]:
        """Who issued the document of the same name before."""
        for token in reversed(self._documents.get(head.lemma, ())):
            near = token.index < head.index and head.sentence - token.sentence <= _FAR
            if near and (found := self._named(token) or self._issuing(token)):
                return found
        return ()

    @cached_property
    def _documents(self) -> dict[str, list[Token]]:
        """The reading's nouns for documents, by dictionary form."""
        found: dict[str, list[Token]] = {}
        for token, match in zip(self._reading.tokens, self._matches, strict=True):
            if match is not None and match.entry.sort is Sort.DOCUMENT and match.last == token.index:
                found.setdefault(token.lemma, []).append(token)
        return found
