"""Judging statements that no frame knows: what was said is itself the deed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.article import Span
from dragoman.events.frames import Lexicon
from dragoman.events.happening import Happening
from dragoman.events.people import People
from dragoman.events.standing import has_say, may_oppose
from dragoman.events.syntax import Syntax, is_verb
from dragoman.language import Reading, Token
from dragoman.records import Act, Actor, ActorKind, EventType, Statement
from dragoman.statements.judgement import judging

_PREDICATES = frozenset({"acomp", "attr", "oprd", "ccomp"})


class Spoken:
    """Finds the ACCUSE events that statements make, whatever their words.

    Args:
        reading: the reading. people: who is who. lexicon: the word classes. syntax: who stands where.
    """

    def __init__(self, reading: Reading, people: People, lexicon: Lexicon, syntax: Syntax) -> None:
        self._reading = reading
        self._people = people
        self._lexicon = lexicon
        self._syntax = syntax

    def beside(self, happenings: Sequence[Happening], statements: Sequence[Statement]) -> list[Happening]:
        """The events of statements in whose sentences frames have found none such.

        Args:
            happenings: what frames have found. statements: the statements of the reading.
        """
        accused = {t.sentence for h in happenings if h.event is EventType.ACCUSE for t in h.words}
        known = {t.index for h in happenings for t in h.words}
        speakers: dict[tuple[Span, ...], list[Actor]] = defaultdict(list)
        for statement in statements:
            if statement.speaker is not None:
                speakers[statement.cue].append(statement.speaker)
        found: list[Happening] = []
        for statement in statements:
            event = self._event(statement, speakers, accused, known) if _is_judging(statement) else None
            if event is not None:
                found.append(event)
        return found

    def _event(
        self,
        statement: Statement,
        speakers: Mapping[tuple[Span, ...], Sequence[Actor]],
        accused: set[int],
        known: set[int],
    ) -> Happening | None:
        cue = [t for span in statement.cue for t in self._reading.tokens_in(span)]
        content = [t for span in statement.content for t in self._reading.tokens_in(span)]
        words = cue or content[:1]
        admitting = self._lexicon.classes["admitting"]
        if not words or any(t.index in known or t.lemma in admitting for t in cue):
            return None
        if any(t.sentence in accused for t in (*cue, *content)):
            return None
        speaker = statement.speaker
        actors = (speaker,) if speaker is not None else ()
        together = speakers[statement.cue] if statement.cue else actors
        phrases = self._heads(cue, content, weighty=has_say(speaker) if speaker is not None else False)
        blamed = next((b for heads in phrases if (b := self._blamed(together, heads))), ())
        if not blamed:
            return None  # a poor opinion of nobody in particular
        return Happening(
            words[0], words, EventType.ACCUSE, "disapprove", actors, (), blamed,
            rules=[f"statement:{statement.act.value}"],
        )  # fmt: skip

    def _heads(self, cue: list[Token], content: list[Token], *, weighty: bool) -> Iterator[list[Token]]:
        """The phrases that tell who may be blamed, the surest first."""
        if self._resents(cue):
            yield content
            return
        yield self._judged(content)
        if not weighty:
            return
        yield self._named(cue, content)
        lamentable = self._lexicon.classes["lamentable"]
        for word in judging(content, Act.CRITICISE):
            if word.lemma not in lamentable:
                yield self._borne(word)

    def _borne(self, word: Token) -> list[Token]:
        """Of whom or what a word of judgement tells: whose a thing is, else of what it is said."""
        thing = word
        while thing.dep == "amod":
            thing = thing.head
        if is_verb(thing):
            return self._syntax.subject(thing)
        if thing.pos in ("NOUN", "PROPN") and self._people.who_or_owner(thing, judged=True):
            return [thing]
        if thing.dep in _PREDICATES and is_verb(thing.head):
            return self._subjects(thing.head)
        return []

    def _named(self, cue: list[Token], content: list[Token]) -> list[Token]:
        """Whom or what somebody calls a name, but one of his own ("called SPAIN “a thief”")."""
        callers = [t for t in cue if t.lemma in self._lexicon.classes["calling"]]
        if any(t.dep == "poss" and t.pos == "PRON" for t in content):
            return []
        return [o for t in callers for o in self._syntax.arguments(t).object]

    def _resents(self, cue: list[Token]) -> bool:
        """Whether the reporting words themselves are hostile ("fumed", "was angered")."""
        return any(t.lemma in self._lexicon.classes["resenting"] for t in cue)

    def _judged(self, content: list[Token]) -> list[Token]:
        """Of what words say that it is bad or does wrong ("THE ARREST is unacceptable", "SPAIN spied")."""
        bad = (self._lexicon.classes["bad"] | self._lexicon.classes["crime"]) - self._lexicon.classes[
            "lamentable"
        ]
        wrongs = self._lexicon.classes["wronging"]
        found: list[Token] = []
        for token in content:
            if token.lemma in bad and token.dep in _PREDICATES and is_verb(token.head):
                found += self._subjects(token.head) + self._subjects(token)
            elif token.pos == "VERB" and token.lemma in wrongs:
                found += self._syntax.subject(token)
            elif self._implicates(token):
                found += self._surface(token)
        return found

    def _implicates(self, verb: Token) -> bool:
        """Whether a verb says that its subject has a hand in violence ("was BEHIND the attack")."""
        links = {"be": "behind", "involve": "in"}
        deeds = (t for c in verb.children if c.lower == links.get(verb.lemma) for t in c.children)
        return any(self._people.fits(t, ("violence", "foul_play", "crime")) for t in deeds)

    @staticmethod
    def _surface(verb: Token) -> list[Token]:
        return [c for c in verb.children if c.dep in ("nsubj", "nsubjpass")]

    def _subjects(self, word: Token) -> list[Token]:
        """The subject of a word, and of the clauses below it ("it is shameful that SPAIN left")."""
        clauses = [c for c in word.children if c.dep in ("ccomp", "csubj", "advcl")]
        return [s for clause in (word, *clauses) for s in self._syntax.subject(clause)]

    def _blamed(self, speakers: Sequence[Actor], heads: list[Token]) -> tuple[Actor, ...]:
        """Whom phrases concern first, but the side of those who say so together and the media."""
        own = tuple(speakers)
        for token in heads:
            concerned = self._people.concerned(token)
            if found := tuple(a for a in concerned if may_oppose(a, own, EventType.ACCUSE)):
                return found
        return ()


def _is_judging(statement: Statement) -> bool:
    speaker = statement.speaker
    if statement.act is not Act.CRITICISE or statement.negated or statement.repeats or speaker is None:
        return False
    return speaker.kind is not ActorKind.MEDIA and bool(speaker.country)
