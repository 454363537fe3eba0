"""What speakers say that others must do, whatever the deed: they ask it of them."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.events.frames import Lexicon
from dragoman.events.happening import Happening, joined, without
from dragoman.events.people import People
from dragoman.events.standing import governs, is_state_organ
from dragoman.events.syntax import Syntax, is_infinitive, is_verb
from dragoman.events.verbs import verb_group
from dragoman.events.voices import Voices
from dragoman.language import Reading, Token
from dragoman.records import Actor, ActorKind

_NAME = "oblige"
_FIRST_PERSON = frozenset({"i", "we", "us"})
_QUESTION = frozenset({"WP", "WRB"})
_PRESENT = frozenset({"VBP", "VBZ"})
_RELATIVE = frozenset({"WDT", "WP"})
_BINDING = frozenset({"have", "need"})


def obligations(
    reading: Reading, lexicon: Lexicon, syntax: Syntax, people: People, voices: Voices
) -> Iterator[Happening]:
    """The requests that lie in "must" and "should".

    Args:
        reading: the reading. lexicon: operators and word classes. syntax: who stands where.
        people: who is who. voices: who speaks.
    """
    outcome = lexicon.named[_NAME].alone
    for modal in reading.tokens:
        verb = _due(modal, lexicon)
        if verb is None or outcome is None or not is_verb(verb):
            continue
        if (modal.tag == "MD" and _is_inverted(modal)) or _is_no_deed(verb, lexicon):
            continue
        clause = verb if modal.tag == "MD" else modal
        if _is_asked(clause) or _is_felt(clause, lexicon):
            continue
        if any(c.dep == "mark" and c.lower in lexicon.conditional for c in clause.children):
            continue
        arguments = syntax.arguments(verb)
        speaker = voices.speaker(verb)
        own = modal.tag == "MD" or arguments.passive  # of what must be done by somebody, not to him
        bound = arguments.subject if own else syntax.subject(modal)
        if not speaker or any(map(_includes_speaker, bound)):
            continue
        subject = joined(*(people.agents(t, armed=True) for t in bound))
        addressed = without(subject, speaker)
        together = len(addressed) < len(subject) and any(t.lower == "they" for t in bound)
        if together or _is_own_state(speaker, addressed):
            continue
        if not addressed and (subject or not arguments.passive):
            continue
        if not addressed and not (voices.demands(verb) or _is_due_to_be_done(verb, speaker, lexicon, voices)):
            continue
        due = () if modal.tag == "MD" else (modal,)
        words = [t for t in (*due, *verb_group(verb), verb) if t.sentence == verb.sentence]
        yield Happening(verb, words, *outcome, speaker, (), addressed, rules=[f"operator:{_NAME}"])


def _due(word: Token, lexicon: Lexicon) -> Token | None:
    """What a word binds somebody to ("must LEAVE", "needs to LEAVE", "has a duty to LEAVE")."""
    if word.tag == "MD":
        return word.head if lexicon.modals.get(word.lower) == _NAME else None
    if word.tag not in _PRESENT or word.lemma not in _BINDING or any(c.lower == "yet" for c in word.children):
        return None
    subjects = (c for c in word.children if c.dep == "nsubj")
    if word.lemma == "need" and word.dep == "relcl" and any(s.tag not in _RELATIVE for s in subjects):
        return None  # "the loans that Spain needs to stay afloat": what they are for
    held = [c for c in word.children if c.dep == "dobj" and c.index > word.index]
    clauses = [] if held else [c for c in word.children if c.dep == "xcomp"]  # "has no choice but to wait"
    duties = (c for c in held if c.lemma in lexicon.classes["duty"])
    clauses += [c for duty in duties for c in duty.children if c.dep in ("acl", "relcl")]
    return next((c for c in clauses if is_infinitive(c) or _is_to_be_done(c)), None)


def _is_to_be_done(verb: Token) -> bool:
    """Whether a verb is a passive infinitive ("needs TO BE LIFTED")."""
    marks = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    return verb.tag == "VBN" and {"to", "be"} <= marks


def _is_no_deed(verb: Token, lexicon: Lexicon) -> bool:
    """Whether one is only to think, to be or to stay something, or should have done it."""
    still = lexicon.classes["minding"] | lexicon.classes["staying"]
    return verb.lemma in still or any(t.lower == "have" for t in verb_group(verb))


def _is_asked(verb: Token) -> bool:
    """Whether it is asked, or left open, what one should do ("WHAT Spain should do")."""
    return any(c.tag in _QUESTION and c.dep in ("dobj", "advmod", "pobj", "attr") for c in verb.children)


def _is_due_to_be_done(verb: Token, speaker: tuple[Actor, ...], lexicon: Lexicon, voices: Voices) -> bool:
    """Whether who acts for a state says what must be done ("the curbs MUST be LIFTED")."""
    if verb.lemma in lexicon.reporting or not all(map(is_state_organ, speaker)):
        return False
    inside = (t for s in verb.children if s.dep == "nsubjpass" for t in s.subtree())
    return voices.asks(verb) and not any(t.tag in _QUESTION for t in inside)


def _is_felt(verb: Token, lexicon: Lexicon) -> bool:
    """Whether somebody only thinks or feels so ("is BAFFLED that Spain should leave")."""
    while verb.dep == "conj" and is_verb(verb.head):
        verb = verb.head
    if verb.dep not in ("ccomp", "acl"):
        return False
    return not is_verb(verb.head) or verb.head.lemma in lexicon.classes["minding"]


def _is_own_state(speaker: tuple[Actor, ...], addressed: tuple[Actor, ...]) -> bool:
    """Whether who governs a state says what that state must do."""
    homes = {a.country for a in speaker if governs(a)}
    return bool(addressed) and all(a.kind is ActorKind.GOVERNMENT and a.country in homes for a in addressed)


def _includes_speaker(subject: Token) -> bool:
    """Whether a subject is "I" or "we", or some or all of "us"."""
    inside = [p for c in subject.children if c.dep == "prep" for p in c.children]
    return any(t.lower in _FIRST_PERSON for t in (subject, *inside))


def _is_inverted(modal: Token) -> bool:
    """Whether a modal stands before its subject: a condition or a question ("should Spain agree")."""
    return any(c.dep in ("nsubj", "nsubjpass") and c.index > modal.index for c in modal.head.children)
