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
from dragoman.events.uttered import is_supposed
from dragoman.language import Reading, Token
from dragoman.records import Act, Actor, ActorKind, EventType, Statement
from dragoman.statements.judgement import judging

_ASKING = frozenset({"audit", "enquiry", "examination", "inquest", "inquiry", "investigation", "probe"})
_PREDICATES = frozenset({"acomp", "attr", "oprd", "ccomp"})
_AIMED = frozenset({"against", "at", "for", "on", "to", "upon", "with"})
_ASIDE = frozenset({"acl", "advcl", "relcl"})
_SUPPOSING = frozenset({"would", "could", "might", "should", "may", "'d", "’d"})
_SUPPOSED = frozenset({"if", "unless", "until", "whether"})
_QUESTIONING = frozenset({"WDT", "WP", "WRB"})
_PLAIN = frozenset({"JJ", "NN"})
# what is done by saying it
_DONE = {
    Act.CRITICISE: (EventType.ACCUSE, "disapprove"),
    Act.PRAISE: (EventType.SUPPORT, None),
    Act.THREATEN: (EventType.THREATEN, None),
}


class Spoken:
    """Finds the events that statements make by what they say, whatever their words: blame, praise, threats.

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
        told = {(h.event, t.sentence) for h in happenings for t in h.words}
        known = {t.index for h in happenings for t in h.words}
        speakers: dict[tuple[Span, ...], list[Actor]] = defaultdict(list)
        for statement in statements:
            if statement.speaker is not None:
                speakers[statement.cue].append(statement.speaker)
        found: list[Happening] = []
        for statement in statements:
            event = self._event(statement, speakers, told, known) if _is_deed(statement) else None
            if event is not None:
                found.append(event)
        return found

    def _event(
        self,
        statement: Statement,
        speakers: Mapping[tuple[Span, ...], Sequence[Actor]],
        told: set[tuple[EventType, int]],
        known: set[int],
    ) -> Happening | None:
        event, mode = _DONE[statement.act]
        cue = [t for span in statement.cue for t in self._reading.tokens_in(span)]
        content = [t for span in statement.content for t in self._reading.tokens_in(span)]
        words = cue or content[:1]
        admitting = self._lexicon.classes["admitting"]
        if not words or any(t.index in known or t.lemma in admitting for t in cue):
            return None
        if any((event, t.sentence) in told for t in (*cue, *content)):
            return None
        speaker = statement.speaker
        actors = (speaker,) if speaker is not None else ()
        together = speakers[statement.cue] if statement.cue else actors
        phrases = self._phrases(statement, cue, content)
        others = next((b for heads in phrases if (b := self._others(together, heads, event))), ())
        if not others:
            return None  # a poor opinion of nobody in particular
        return Happening(
            words[0], words, event, mode, actors, (), others, rules=[f"statement:{statement.act.value}"]
        )

    def _phrases(self, statement: Statement, cue: list[Token], content: list[Token]) -> Iterator[list[Token]]:
        """The phrases that tell who may be on the other side, the surest first."""
        weighty = statement.speaker is not None and has_say(statement.speaker)
        if statement.act is Act.CRITICISE:
            yield from self._heads(cue, content, weighty=weighty)
        elif weighty and statement.act is Act.PRAISE:
            for word in content:
                if (
                    word.lemma in self._lexicon.classes["praising"]
                    and word.tag in _PLAIN
                    and not is_supposed(word)
                ):
                    yield self._borne(word)
        elif weighty and statement.act is Act.THREATEN:
            yield from self._threatened(statement, cue, content)

    def _threatened(
        self, statement: Statement, cue: list[Token], content: list[Token]
    ) -> Iterator[list[Token]]:
        """Whom a threat is put to, whose acts would bring it, or at whom it is aimed."""
        inside = {t.index for t in content}
        verbs = [t for t in content if is_verb(t)]
        minding = self._lexicon.classes["minding"]
        tops = [v for v in verbs if v.head.index not in inside or v.head is v]
        if any(v.tag == "VBD" for v in tops[:1]) or any(t.pos == "VERB" and t.lemma in minding for t in cue):
            return  # what was done or is only thought is no threat
        yield [o for t in cue if is_verb(t) for o in self._told(t) if not _carries(statement, o)]
        for verb in verbs:
            if any(c.dep == "mark" and c.lower in self._lexicon.conditional for c in verb.children):
                yield self._syntax.subject(verb)
        for verb in tops:
            arguments = self._syntax.arguments(verb)
            yield arguments.object
            yield [o for link, objects in arguments.prepositions.items() if link in _AIMED for o in objects]

    def _told(self, verb: Token) -> list[Token]:
        """Who is told something, by name."""
        arguments = self._syntax.arguments(verb)
        told = (*arguments.object, *arguments.dative, *arguments.prepositions.get("to", []))
        return [t for t in told if self._people.who(t)]

    def _heads(self, cue: list[Token], content: list[Token], *, weighty: bool) -> Iterator[list[Token]]:
        """The phrases that tell who may be blamed, the surest first."""
        inside = {t.index for t in content}
        if self._resents(cue):
            doing = [s for t in content if _is_top(t, inside) for s in self._syntax.subject(t)]
            yield doing
            if not any(map(self._people.who_or_owner, doing)):
                yield content
            return
        content = [t for t in content if not _is_asked(t)]
        yield from self._judged(content, inside)
        if not weighty:
            return
        yield self._named(cue, content)
        lamentable = self._lexicon.classes["lamentable"]
        for word in judging(content, Act.CRITICISE):
            if word.lemma not in lamentable and not _is_by_the_way(word, inside):
                yield self._borne(word)
        yield self._answering(content)

    def _answering(self, content: list[Token]) -> list[Token]:
        """Who does what the first word of judgement tells of ("THEY pass reckless laws")."""
        lamentable = self._lexicon.classes["lamentable"]
        inside = {t.index for t in content}
        words = (w for w in judging(content, Act.CRITICISE) if w.lemma not in lamentable)
        return next((s for w in words if (s := self._doing(w, inside))), [])

    def _doing(self, word: Token, inside: set[int]) -> list[Token]:
        """Who acts in the clause of a word, if that is told as a fact."""
        clause = [t for t in (word, *word.ancestors()) if t.index in inside]
        if any(t.dep in _ASIDE for t in clause) or any(c.tag == "MD" for t in clause for c in t.children):
            return []
        return next((s for t in clause if is_verb(t) and (s := self._syntax.subject(t))), [])

    def _borne(self, word: Token) -> list[Token]:
        """Of whom or what a word of judgement tells: whose a thing is, else of what it is said."""
        thing = word
        while thing.dep == "amod":
            thing = thing.head
        if is_verb(thing):
            return self._syntax.subject(thing)
        predicate = thing.dep in _PREDICATES and is_verb(thing.head)
        said_of = self._subjects(thing.head) if predicate else []
        owners = self._people.who_or_owner(thing, judged=True) if thing.pos in ("NOUN", "PROPN") else ()
        return [*said_of, thing] if any(map(_is_meant, owners)) else said_of

    def _named(self, cue: list[Token], content: list[Token]) -> list[Token]:
        """Whom or what somebody calls a name, but one of his own ("called SPAIN “a thief”")."""
        callers = [t for t in cue if t.lemma in self._lexicon.classes["calling"]]
        if any(t.dep == "poss" and t.pos == "PRON" for t in content):
            return []
        named = (o for t in callers for o in self._syntax.arguments(t).object)
        return [o for o in named if self._people.concerned(o, judged=True)]

    def _resents(self, cue: list[Token]) -> bool:
        """Whether the reporting words themselves are hostile ("fumed", "was angered")."""
        return any(t.lemma in self._lexicon.classes["resenting"] for t in cue)

    def _judged(self, content: list[Token], inside: set[int]) -> Iterator[list[Token]]:
        """Of what words say that it is bad or does wrong ("THE ARREST is unacceptable", "SPAIN spied")."""
        bad = (self._lexicon.classes["bad"] | self._lexicon.classes["crime"]) - self._lexicon.classes[
            "lamentable"
        ]
        wrongs = self._lexicon.classes["wronging"]
        for token in content:
            if token.lemma in bad and token.dep in _PREDICATES and is_verb(token.head):
                heads = self._subjects(token.head) + self._subjects(token)
            elif token.pos == "VERB" and token.lemma in wrongs:
                heads = self._syntax.subject(token)
            elif self._implicates(token):
                heads = self._surface(token)
            else:
                continue
            if not _is_doubtful(token, inside):
                yield heads

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

    def _others(self, speakers: Sequence[Actor], heads: list[Token], event: EventType) -> tuple[Actor, ...]:
        """Whom phrases concern first, but the side of those who say so together and the media."""
        own = tuple(speakers)
        for token in heads:
            concerned = self._people.concerned(token)
            if found := tuple(a for a in concerned if _is_meant(a) and may_oppose(a, own, event)):
                return found
        return ()


def _is_meant(actor: Actor) -> bool:
    """Whether words can hold somebody to account: not "people" or "extremists" of no name."""
    return actor.kind is not ActorKind.PUBLIC and not (
        actor.name[:1].islower() and actor.kind is ActorKind.GROUP
    )


def _clause(word: Token, inside: set[int]) -> Iterator[Token]:
    """A word and what it hangs on, as far as words are said."""
    yield word
    for above in word.ancestors():
        if above.index not in inside:
            return
        yield above


def _is_top(token: Token, inside: set[int]) -> bool:
    """Whether a word is the verb of what is said, not of a clause in it."""
    return is_verb(token) and token.head.index not in inside and token.dep != "pcomp"


def _is_doubtful(word: Token, inside: set[int]) -> bool:
    """Whether a wrong is only supposed, asked about, denied or told as a circumstance, not laid to somebody.

    Args:
        word: the word for the wrong. inside: where the words are that are said.
    """
    for verb in filter(is_verb, _clause(word, inside)):
        if verb.dep == "advcl" or any(c.dep == "neg" or c.tag in _QUESTIONING for c in verb.children):
            return True
        if _is_supposed_at(verb):
            return True
    return False


def _is_by_the_way(word: Token, inside: set[int]) -> bool:
    """Whether a word of judgement stands beside what is said ("in the face of their RECKLESS raids").

    Args:
        word: the word. inside: where the words are that are said.
    """
    for token in _clause(word, inside):
        if token.dep == "pobj" and not is_verb(token):
            return True
        if is_verb(token) and (token.dep in ("advcl", "relcl", "pcomp") or _is_supposed_at(token)):
            return True
    return False


def _is_supposed_at(verb: Token) -> bool:
    """Whether a clause tells what may or would be, or stands under "if"."""
    return any(
        (c.tag == "MD" and c.lower in _SUPPOSING) or (c.dep == "mark" and c.lower in _SUPPOSED)
        for c in verb.children
    )


def _carries(statement: Statement, told: Token) -> bool:
    """Whether who is told something is the outlet that carries it ("told RADIO LIMA")."""
    return any(told.text in name.split() for name in statement.via)


def _is_asked(word: Token) -> bool:
    """Whether a word tells what an inquiry is to find out ("dismissed the inquiry into Spain's MEDDLING")."""
    for above in word.ancestors():
        beside = [c for c in above.head.children if c.dep == "dobj"] if above.lower == "into" else []
        if any(t.lemma in _ASKING for t in (above, *beside)):
            return True
    return False


def _is_deed(statement: Statement) -> bool:
    speaker = statement.speaker
    if statement.act not in _DONE or statement.negated or statement.repeats or speaker is None:
        return False
    return speaker.kind is not ActorKind.MEDIA and bool(speaker.country)
