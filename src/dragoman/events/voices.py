"""Whose words an event rests on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from dragoman.actors import ActorIndex
from dragoman.events.frames import Lexicon
from dragoman.events.syntax import Syntax
from dragoman.language import Reading, Token
from dragoman.records import Act, Actor, Statement

_INSISTING = frozenset({"insist"})  # reports and demands


class Voices:
    """Who says the words of one reading: by its statements, else by the verbs of saying above a word."""

    def __init__(
        self,
        reading: Reading,
        actors: ActorIndex,
        statements: Sequence[Statement],
        lexicon: Lexicon,
        syntax: Syntax,
    ) -> None:
        self._reading = reading
        self._actors = actors
        self._reporting = lexicon.reporting
        self._syntax = syntax
        self._said: dict[int, Statement] = {}
        self._cued: dict[int, Statement] = {}
        self._statements = statements
        for statement in sorted(statements, key=_length, reverse=True):
            for span in statement.content:
                for token in reading.tokens_in(span):
                    self._said[token.index] = statement
            for span in statement.cue:
                for token in reading.tokens_in(span):
                    self._cued[token.index] = statement

    def statement(self, token: Token) -> Statement | None:
        """The innermost statement whose content covers a token."""
        return self._said.get(token.index)

    @cached_property
    def reports(self) -> int:
        """How many statements the report tells as made, in the past tense."""
        return sum(not s.repeats and any(t.tag == "VBD" for t in self._cue(s)) for s in self._statements)

    def _cue(self, statement: Statement) -> list[Token]:
        return [t for span in statement.cue for t in self._reading.tokens_in(span)]

    def demands(self, token: Token) -> bool:
        """Whether what is said at a token is said as a demand ("insists that the boats must be returned")."""
        statement = self._said.get(token.index)
        if statement is None or statement.act is not Act.REQUEST:
            return False
        return any(
            t.lemma in _INSISTING or (t.pos == "VERB" and t.lemma not in self._reporting)
            for t in self._cue(statement)
        )

    def asks(self, token: Token) -> bool:
        """Whether what is said at a token is said to ask for something."""
        statement = self._said.get(token.index)
        return statement is not None and statement.act is Act.REQUEST

    def occasion(self, words: Sequence[Token]) -> Statement | None:
        """The statement that some words report or that they are part of."""
        for table in (self._cued, self._said):
            for token in words:
                if token.index in table:
                    return table[token.index]
        return None

    def cued(self, words: Sequence[Token]) -> Statement | None:
        """The statement that some words report."""
        return next((self._cued[t.index] for t in words if t.index in self._cued), None)

    def speaker(self, token: Token) -> tuple[Actor, ...]:
        """Who says the words at a token; nobody where the outlet itself does."""
        statement = self._said.get(token.index)
        if statement is not None and statement.speaker is not None:
            return (statement.speaker,)
        verb = token
        for above in token.ancestors():
            if verb.dep in ("ccomp", "xcomp", "parataxis") and above.lemma in self._reporting:
                for subject in self._syntax.subject(above):
                    found = self._actors.actors(subject)
                    if found:
                        return found
            verb = above
        return ()


def _length(statement: Statement) -> int:
    return sum(s.end - s.start for s in statement.content)
