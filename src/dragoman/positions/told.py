"""Whether a clause tells where its party stands: what is denied, merely undone or long meant does not."""

from __future__ import annotations

from dragoman.language import Token
from dragoman.positions.clauses import COMPLEMENT_CLAUSES, RELATIVES, Clause, is_negated, is_purpose

_HEARSAY = frozenset(
    {"account", "allegation", "assertion", "charge", "claim", "report", "rumor", "rumour", "story"}
)
_DOUBTS = frozenset({"doubt", "question", "secret"})  # where there is none, it is certain
_DENYING = frozenset({"deny", "dismiss", "disprove", "rebut", "refute", "reject"})
_OF_DONE = frozenset({"did", "had", "has", "have"})
_TALKING = frozenset({"chat", "converse", "speak", "talk"})
_MEETING = frozenset({"confer", "consult", "huddle", "meet", "negotiate"})
_AROUND = frozenset({"after", "before", "following", "since", "upon", "while"})
_ON_THE_WAY = frozenset({"acl", "advcl", "pcomp"})
_FORMERLY = frozenset({"formerly", "initially", "once", "originally", "previously"})


def is_only_named(clause: Clause) -> bool:
    """Whether an infinitive only names a deed, which nobody is said to have done: "has a week TO SIGN"."""
    top = clause.outermost
    return is_purpose(top) and top.dep != "advcl"


def is_unsaid(clause: Clause) -> bool:
    """Whether nobody has said what a clause tells, or it is too late for it."""
    return _is_lacking(clause) or _is_too_much(clause)


def _is_lacking(clause: Clause) -> bool:
    """Whether a clause tells what nobody has said: "left WITHOUT ASSURANCES THAT it would lift"."""
    told = clause.outermost.head
    if clause.outermost.dep not in ("acl", "ccomp") or told.pos != "NOUN":
        return False
    is_none = told.lemma not in _DOUBTS and any(c.dep == "det" and c.lower == "no" for c in told.children)
    return is_none or (told.dep == "pobj" and told.head.lower == "without")


def _is_too_much(clause: Clause) -> bool:
    """Whether it is too much or too late for what a clause tells: "has taken TOO long TO OFFER"."""
    purposes = (word for word in clause.chain if is_purpose(word))
    beside = (
        t for word in purposes for c in (word.head, *word.head.all("acomp", "advmod")) for t in c.children
    )
    return any(t.dep == "advmod" and t.lower == "too" and t.index + 1 == t.head.index for t in beside)


def tells_apart(clause: Clause) -> bool:
    """Whether a clause only tells some apart by what they once did: "states THAT HAVE SIGNED it"."""
    top = clause.outermost
    is_subject = any(c.dep == "nsubj" and c.lower in RELATIVES for c in top.children)
    is_perfect = top.tag == "VBN" and any(c.lower in ("has", "have") for c in top.all("aux"))
    return top.dep == "relcl" and is_subject and is_perfect and top.head.pos == "NOUN"


def is_standing(predicate: Token) -> bool:
    """Whether what was once done is told as a state: "REMAINS under an embargo IMPOSED in 1996"."""
    if predicate.dep != "acl" or predicate.tag != "VBN":
        return False
    verb = next((t for t in predicate.ancestors() if t.pos in ("VERB", "AUX")), None)
    return verb is not None and verb.tag in ("VBZ", "VBP") and not verb.all("aux")


def is_denied(clause: Clause) -> bool:
    """Whether somebody denies what a clause tells: "denied a report THAT IT HAD SIGNED"."""
    top = clause.outermost
    if top.dep not in COMPLEMENT_CLAUSES and top.dep != "relcl":
        return False
    told = top.head
    by = told.head if told.dep == "dobj" and told.lemma in _HEARSAY else told
    return by.lemma in _DENYING and not is_negated(by)


def is_bygone(clause: Clause) -> bool:
    """Whether what was meant is told as it stood before: "HAD promised to lift", "ONCE planned to lift"."""
    return any(
        (c.dep == "aux" and c.lower == "had") or (c.dep == "advmod" and c.lower in _FORMERLY)
        for word in clause.chain[1:]
        if word.dep != "ccomp"
        for c in word.children
    )


def is_in_passing(talk: Token) -> bool:
    """Whether a talk is only mentioned on the way to something else: "SPEAKING with a guest, she urged …"."""
    if talk.tag != "VBG" or any(c.dep in ("aux", "nsubj") for c in talk.children):
        return False
    if talk.dep == "pcomp" and talk.head.lower in _AROUND:
        return talk.lemma in _TALKING or talk.lemma in _MEETING  # "AFTER MEETING a guest, she urged …"
    return talk.lemma in _TALKING and talk.dep in _ON_THE_WAY


def is_merely_undone(clause: Clause) -> bool:
    """Whether something just was not done, which refuses nothing: "did NOT speak", "has NOT yet spoken"."""
    auxiliaries = (c for c in clause.predicate.children if c.dep == "aux")
    is_past = clause.predicate.tag == "VBD" or any(c.lower in _OF_DONE for c in auxiliaries)
    return is_past and is_negated(clause.predicate)
