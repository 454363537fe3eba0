"""Whether a clause tells where its party stands: what is denied, merely undone or long meant does not."""

from __future__ import annotations

from dragoman.positions.clauses import COMPLEMENT_CLAUSES, RELATIVES, Clause, is_negated, is_purpose

_HEARSAY = frozenset(
    {"account", "allegation", "assertion", "charge", "claim", "report", "rumor", "rumour", "story"}
)
_DENYING = frozenset({"deny", "dismiss", "disprove", "rebut", "refute", "reject"})
_OF_DONE = frozenset({"did", "had", "has", "have"})
_FORMERLY = frozenset({"formerly", "initially", "once", "originally", "previously"})


def is_only_named(clause: Clause) -> bool:
    """Whether an infinitive only names a deed, which nobody is said to have done: "has a week TO SIGN"."""
    top = clause.outermost
    return is_purpose(top) and top.dep != "advcl"


def tells_apart(clause: Clause) -> bool:
    """Whether a clause only tells some apart by what they once did: "states THAT HAVE SIGNED it"."""
    top = clause.outermost
    is_subject = any(c.dep == "nsubj" and c.lower in RELATIVES for c in top.children)
    is_perfect = top.tag == "VBN" and any(c.lower in ("has", "have") for c in top.all("aux"))
    return top.dep == "relcl" and is_subject and is_perfect and top.head.pos == "NOUN"


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


def is_merely_undone(clause: Clause) -> bool:
    """Whether something just was not done, which refuses nothing: "did NOT speak", "has NOT yet spoken"."""
    auxiliaries = (c for c in clause.predicate.children if c.dep == "aux")
    is_past = clause.predicate.tag == "VBD" or any(c.lower in _OF_DONE for c in auxiliaries)
    return is_past and is_negated(clause.predicate)
