"""What stands with a verb: auxiliaries, negations, its subject, and whether it lies ahead or is asked."""

from __future__ import annotations

from dragoman.events.syntax import is_infinitive, is_verb
from dragoman.language import Token

_TIMES_TO_COME = frozenset({"after", "before", "once", "until", "when", "whenever"})
_IMAGINING = frozenset({"can", "could", "may", "might", "should", "would"})
_ASKING = frozenset({"how", "why"})
_SAYING_WHAT = frozenset({"acomp", "attr", "prep", "oprd"})
_PAST = frozenset({"had", "was", "were", "did", "'d", "’d"})
_PRESENT = frozenset({"VBZ", "VBP", "MD"})
_MEASURING = frozenset({"than", "what", "whatever", "how"})
_TENSED = frozenset({"VBD", "VBP", "VBZ"})  # which take no auxiliary


def verb_group(verb: Token) -> list[Token]:
    """A verb's auxiliaries and negations; without a subject of its own it shares those of the verb before."""
    own = [c for c in verb.children if c.dep in ("aux", "auxpass", "neg")]
    if own or has_subject(verb) or verb.dep != "conj" or not is_verb(verb.head) or verb.tag in _TENSED:
        return own
    either = any(c.dep == "cc" and c.lower in ("or", "nor") for c in verb.head.children)
    return [t for t in verb_group(verb.head) if t.index < verb.index and (t.dep != "neg" or either)]


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep in ("nsubj", "nsubjpass") for c in verb.children)


def is_past(verb: Token) -> bool:
    """Whether a verb is in the simple past or the past perfect."""
    group = verb_group(verb)
    if any(t.tag in _PRESENT for t in group):
        return False
    return verb.tag == "VBD" or any(t.lower in _PAST for t in group)


def is_achieved(verb: Token) -> bool:
    """Whether somebody was able to do what a verb tells, and so did it ("were able to REACH the port")."""
    if verb.dep != "xcomp" or verb.head.lower != "able" or not is_past(verb.head.head):
        return False
    return not any(t.dep == "neg" for t in verb_group(verb.head.head))


def is_yet_to_come(verb: Token) -> bool:
    """Whether a clause of time in the present tense tells what is still to come ("when they meet")."""
    if verb.dep not in ("advcl", "relcl") or not any(c.lower in _TIMES_TO_COME for c in verb.children):
        return False
    if any(t.tag == "VBD" for t in (verb.head, *verb_group(verb.head))):
        return False
    group = verb_group(verb)
    return verb.tag in ("VBZ", "VBP") or (verb.tag == "VBG" and any(t.tag in ("VBZ", "VBP") for t in group))


def is_arranged(verb: Token) -> bool:
    """Whether somebody "is to" do something."""
    above = verb.head
    if verb.dep != "xcomp" or above.lemma != "be" or any(c.dep in _SAYING_WHAT for c in above.children):
        return False
    return is_infinitive(verb)


def is_inverted(clause: Token) -> bool:
    """Whether the order of the words makes a clause a condition ("SHOULD Peru attack, Chile will …")."""
    subject = clause.child("nsubj", "nsubjpass")
    if subject is None or clause.dep == "ROOT":
        return False
    return any(c.lower == "should" and c.index < subject.index for c in clause.all("aux"))


def is_asked(verb: Token) -> bool:
    """Whether a clause asks what may be ("how they SHOULD act") or supposes it ("should they ACT")."""
    moods = [t for t in verb_group(verb) if t.lower in _IMAGINING]
    if not moods or verb.dep not in ("ccomp", "pcomp", "advcl", "acl"):
        return False
    if verb.dep == "advcl":
        return is_inverted(verb)
    return any(c.lower in _ASKING and c.index < verb.index for c in verb.children)


def is_measured(adjective: Token) -> bool:
    """Whether a clause asks or compares what somebody is willing to do ("more THAN Peru is WILLING to …")."""
    if adjective.dep != "acomp":
        return False
    clause = adjective.head
    before = [t for v in (clause, *adjective.all("xcomp")) for t in v.children if t.index < clause.index]
    return any(t.lower in _MEASURING for word in before for t in (word, *word.children))
