"""Praise, threats and refusals that no frame knows: what was said is itself the deed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeGuard

from dragoman.events.frames import Lexicon
from dragoman.events.happening import Happening
from dragoman.events.modality import Modality
from dragoman.events.people import People
from dragoman.events.standing import LAWLESS, governs, has_say, may_oppose
from dragoman.events.syntax import Syntax, is_verb
from dragoman.events.verbs import verb_group
from dragoman.language import Reading, Token
from dragoman.records import Act, Actor, ActorKind, EventType, Statement
from dragoman.statements.judgement import judging

_PREDICATES = frozenset({"acomp", "attr", "oprd"})
_OURSELVES = frozenset({"i", "we"})
_HIMSELF = frozenset({"he", "she"})
_ITSELF = frozenset({"it", "they"})
_THINGS = frozenset({"it", "that", "this", "these", "those", "there", "what", "which"})
_AHEAD = frozenset({"will", "would", "'ll", "’ll", "wo", "shall"})
_SUPPOSING = frozenset({"would", "could", "might", "should", "may", "can", "must"})
_CONDITIONS = frozenset({"if", "unless", "until"})
_LIKING = frozenset({"like", "love", "prefer"})
# what the words of a speech act may be; a warning is a threat to whom it is given
_EVENTS = {
    Act.PRAISE: EventType.SUPPORT,
    Act.THREATEN: EventType.THREATEN,
    Act.FEAR: EventType.THREATEN,
    Act.ADVISE: EventType.THREATEN,
    Act.CRITICISE: EventType.THREATEN,
    Act.DECIDE: EventType.REJECT,
    Act.PLEDGE: EventType.REJECT,
}


class Uttered:
    """Finds the SUPPORT, THREATEN and REJECT events that statements make, whatever their words.

    Args:
        reading: the reading. people: who is who. lexicon: the word classes. syntax: who stands where.
        modality: what is said that will not be.
    """

    def __init__(
        self, reading: Reading, people: People, lexicon: Lexicon, syntax: Syntax, modality: Modality
    ) -> None:
        self._reading = reading
        self._people = people
        self._classes = lexicon.classes
        self._syntax = syntax
        self._modality = modality

    def beside(self, happenings: Sequence[Happening], statements: Sequence[Statement]) -> list[Happening]:
        """The events of statements in whose sentences frames have found none such.

        Args:
            happenings: what frames have found. statements: the statements of the reading.
        """
        told = {(h.event, t.sentence) for h in happenings if _is_whole(h) for t in h.words}
        known = {t.index for h in happenings if h.actors for t in h.words}
        found: list[Happening] = []
        for statement in statements:
            event, speaker = _EVENTS.get(statement.act), statement.speaker
            if event is None or statement.negated or statement.repeats or not _is_heard(speaker):
                continue
            cue = [t for span in statement.cue for t in self._reading.tokens_in(span)]
            content = [t for span in statement.content for t in self._reading.tokens_in(span)]
            if any(t.index in known for t in cue):
                continue
            if not content or any((event, t.sentence) in told for t in (*cue, *content)):
                continue
            happening = self._made(event, statement.act, speaker, cue, content)
            if happening is not None:
                told.update((event, t.sentence) for t in happening.words)
                found.append(happening)
        return found

    def _made(
        self, event: EventType, act: Act, speaker: Actor, cue: list[Token], content: list[Token]
    ) -> Happening | None:
        """The event that a statement makes, if it makes one."""
        words, recipients = cue or content[:1], None
        if event is EventType.SUPPORT:
            recipients = self._praised(speaker, cue, content) or None
        elif event is EventType.THREATEN:
            recipients = self._threatened(act, speaker, cue, content)
        elif refused := next((t for t in content if self._is_refused(t, speaker)), None):
            words, recipients = [refused], ()
        if recipients is None:
            return None
        return Happening(
            words[0], words, event, None, (speaker,), (), recipients, rules=[f"statement:{act.value}"]
        )

    def _praised(self, speaker: Actor, cue: list[Token], content: list[Token]) -> tuple[Actor, ...]:
        """Whom words of praise are said of, or whose deed."""
        for head in self._well_spoken_of(cue, content):
            concerned = self._people.concerned(head, judged=True)
            if found := tuple(a for a in concerned if _may_praise(speaker, a)):
                return found
        return ()

    def _well_spoken_of(self, cue: list[Token], content: list[Token]) -> Iterator[Token]:
        """The heads of what is called good, is good or does something good."""
        for word in judging(content, Act.PRAISE):
            if word.lemma not in self._classes["mild_praise"]:
                yield from self._bearers(word)
        for token in cue:
            if token.lemma in self._classes["calling"]:
                yield from (o for o in self._syntax.arguments(token).object if o.lower not in _THINGS)

    def _bearers(self, word: Token) -> list[Token]:
        """Of whom a word of praise tells, unless it is only supposed ("it would be an honour")."""
        thing = _described(word)
        verb = thing.head
        shown = thing is not word and thing.dep == "dobj" and verb.lemma in self._classes["showing"]
        if not (shown or thing.dep in _PREDICATES) or not is_verb(verb) or is_supposed(word):
            return []
        return [s for s in self._syntax.subject(verb) if s.lower not in _THINGS and not is_verb(s)]

    def _threatened(
        self, act: Act, speaker: Actor, cue: list[Token], content: list[Token]
    ) -> tuple[Actor, ...] | None:
        """Whom a threat is held out to, nobody where no words tell; None if it is no threat."""
        if act is Act.THREATEN and self._is_own_threat(speaker, cue, content):
            return self._addressed(cue, speaker) or self._foreign(content, speaker)
        if _keeps_options({t.lemma for t in content}):
            return ()
        if not any(t.lemma in self._classes["warning_word"] for t in cue):
            return None
        addressed = self._addressed(cue, speaker)
        if addressed and any(map(_is_ahead, content)):
            return addressed
        answered = any(t.lemma in self._classes["answering"] and _is_to_be_suffered(t) for t in content)
        return () if answered else None

    def _is_own_threat(self, speaker: Actor, cue: list[Token], content: list[Token]) -> bool:
        """Whether the words call it a threat, or tell what the speaker's side will do."""
        if any(t.lemma in self._classes["threatening"] for t in cue):
            return True
        conditional = any(t.dep == "mark" and t.lower in _CONDITIONS for t in content)
        return any(
            self._is_own_course(t, speaker)
            for t in content
            if conditional or t.lemma in self._classes["harming"] or t.lemma in self._classes["forbearing"]
        )

    def _addressed(self, cue: list[Token], speaker: Actor) -> tuple[Actor, ...]:
        objects = (o for t in cue if is_verb(t) for o in self._syntax.arguments(t).object)
        return self._foreign(objects, speaker)

    def _foreign(self, heads: Iterable[Token], speaker: Actor) -> tuple[Actor, ...]:
        """The first of another country that phrases name."""
        for head in heads:
            if head.dep == "compound" and head.pos == "NOUN":
                continue
            who = self._people.who(head)
            if found := tuple(a for a in who if may_oppose(a, (speaker,), EventType.THREATEN)):
                return found
        return ()

    def _is_own_course(self, verb: Token, speaker: Actor) -> bool:
        """Whether the speaker's side will do something, or will not forbear."""
        if not _is_ahead(verb) or verb.lemma in _LIKING:
            return False
        denied = any(t.dep == "neg" for t in verb_group(verb))
        if denied is not (verb.lemma in self._classes["forbearing"]):
            return False
        return any(self._is_own(s, speaker) for s in self._syntax.subject(verb))

    def _is_own(self, subject: Token, speaker: Actor) -> bool:
        if subject.lower in _OURSELVES:
            return True
        who = self._people.who(subject)
        if not who:
            pronouns = _HIMSELF if speaker.kind is ActorKind.PERSON else _ITSELF
            return subject.lower in pronouns or subject.lemma in self._classes["own_state"]
        return any(a == speaker or _acts_for(a, speaker) for a in who)

    def _is_refused(self, verb: Token, speaker: Actor) -> bool:
        """Whether the speaker's side says that it will not do what others want."""
        if verb.lemma not in self._classes["granting"] or verb.tag != "VB":
            return False
        if all(o.name != "will_not" for o in self._modality.named(verb)):
            return False
        return any(self._is_own(s, speaker) for s in self._syntax.subject(verb))


def is_supposed(word: Token) -> bool:
    """Whether what a word of praise is said of is only supposed ("it WOULD be an honour").

    Args:
        word: the word.
    """
    verb = _described(word).head
    return is_verb(verb) and any(t.lower in _SUPPOSING for t in verb_group(verb))


def _described(word: Token) -> Token:
    """What an adjective stands with, itself else."""
    while word.dep == "amod":
        word = word.head
    return word


def _acts_for(actor: Actor, speaker: Actor) -> bool:
    """Whether somebody of the speaker's country is on his side: of two people, where both govern."""
    if not actor.country or actor.country != speaker.country:
        return False
    both = actor.kind is ActorKind.PERSON and speaker.kind is ActorKind.PERSON
    return not both or (governs(actor) and governs(speaker))


def _is_whole(happening: Happening) -> bool:
    """Whether frames have found who acts, and of a threat also whom it is held out to."""
    return bool(happening.actors and (happening.others or happening.event is not EventType.THREATEN))


def _keeps_options(lemmas: set[str]) -> bool:
    """Whether words say that options are "on the table"."""
    return "option" in lemmas and "table" in lemmas


def _is_ahead(verb: Token) -> bool:
    return is_verb(verb) and any(t.tag == "MD" and t.lower in _AHEAD for t in verb_group(verb))


def _is_to_be_suffered(verb: Token) -> bool:
    """Whether a verb tells what will be done to somebody or something, whoever does it."""
    return _is_ahead(verb) and any(c.dep == "auxpass" for c in verb.children)


def _is_heard(speaker: Actor | None) -> TypeGuard[Actor]:
    """Whether somebody's words are deeds: a side of some country that holds a part in politics."""
    if speaker is None or speaker.kind is ActorKind.MEDIA:
        return False
    return bool(speaker.country) and has_say(speaker)


def _may_praise(speaker: Actor, praised: Actor) -> bool:
    """Whether somebody's praise of another is more than a word for his own government."""
    if praised == speaker or praised.kind is ActorKind.MEDIA or not LAWLESS.isdisjoint(praised.sectors):
        return False
    if praised.country != speaker.country:
        return True
    return praised.kind is not ActorKind.GOVERNMENT or not governs(speaker)
