"""Refused speech: "declined to comment on …", "did not say whether …", "would neither confirm nor deny …"."""

from __future__ import annotations

from dragoman.language import Reading, Token
from dragoman.records import Act
from dragoman.statements.bounds import pieces_of, without_afterthought
from dragoman.statements.draft import Content, Draft
from dragoman.statements.lexicon import Lexicon
from dragoman.statements.sources import source_of

_QUESTIONS = frozenset("whether if when where how why what who which".split())
_ABOUT = frozenset({"on", "about", "regarding", "into"})
_ANSWERING = dict.fromkeys(("respond", "reply", "answer"), frozenset({"to", "for"}))
_NO = frozenset({"no", "neither"})


def refusal(verb: Token, reading: Reading, lexicon: Lexicon) -> Draft | None:
    """The refusal that a verb reports, or None.

    Args:
        verb: any verb of the reading.
        reading: the reading. lexicon: the cues.
    """
    if verb.lemma in lexicon.refusing:
        inner = verb.child("xcomp")
        if inner is not None and inner.lemma in lexicon.silent and inner.child("auxpass") is None:
            return _draft(verb, inner, reading, f"refusal:{verb.lemma} to {inner.lemma}")
        return _request_refused(verb, reading)
    if verb.lemma in lexicon.silent and _held_back(verb, lexicon):
        return _draft(verb, verb, reading, f"refusal:not {verb.lemma}")
    if verb.lemma in ("have", "make", "give", "offer", "be"):
        return _no_comment(verb, reading)
    return None


def _held_back(verb: Token, lexicon: Lexicon) -> bool:
    neither = any(c.lower == "neither" for c in verb.all("preconj", "cc", "advmod", "det"))
    if neither and verb.lemma in lexicon.withheld:
        return True
    if not (verb.child("neg") is not None or _is_joined_by_nor(verb)) or verb.child("auxpass") is not None:
        return False
    if verb.lemma in lexicon.negated:
        return True
    if verb.lemma not in lexicon.withheld:
        return False
    complement = verb.child("ccomp", "xcomp")
    asked = complement is not None and _asks(complement)
    modal = any(c.lemma in ("would", "will", "could", "can") for c in verb.all("aux"))
    silent = any(c.lower == "did" for c in verb.all("aux"))  # "did not say whether …" tells no refusal
    return (asked and not silent) or (modal and complement is None)


def _is_joined_by_nor(verb: Token) -> bool:
    """Whether "nor" and an auxiliary before its subject negate a verb ("…, nor would he say whether …")."""
    subject = verb.child("nsubj")
    nor = next((c for c in (*verb.children, *verb.head.all("cc")) if c.lower == "nor"), None)
    if subject is None or nor is None or not nor.index < subject.index < verb.index:
        return False
    return any(nor.index < a.index < subject.index for a in verb.all("aux"))


def _asks(clause: Token) -> bool:
    """Whether a clause is an indirect question."""
    first = min(clause.subtree(), key=lambda t: t.index)
    return first.lower in _QUESTIONS


def _draft(verb: Token, inner: Token, reading: Reading, rule: str) -> Draft:
    content, cue_extra = _matter(inner, reading)
    helpers = verb.all("aux", "auxpass", "neg", "preconj")
    cue = {t.index: t for t in [verb, inner, *helpers, *cue_extra]}
    if inner is not verb:
        cue.update({t.index: t for t in inner.all("aux")})
    tokens = [cue[i] for i in sorted(cue)]
    return Draft(verb, tokens, source_of(verb), content, Act.DECLINE, rule)


def _matter(inner: Token, reading: Reading) -> tuple[Content, list[Token]]:
    """What is not answered, and the words that lead to it."""
    coordinated = next((c for c in inner.all("conj") if c.tag == inner.tag), None)  # "confirm or deny"
    for dep in ("ccomp", "dobj"):
        matter = inner.child(dep) or (coordinated.child(dep) if coordinated is not None else None)
        if matter is not None and matter.index > inner.index:
            return Content(
                pieces_of(without_afterthought(matter.subtree()), inner, reading), "clause", matter
            ), []
    for clause in inner.all("advcl"):
        if clause.lemma in ("ask", "question", "press") and clause.child("ccomp", "prep"):
            asked = clause.child("ccomp", "prep")
            assert asked is not None
            below = asked.subtree() if asked.dep == "ccomp" else asked.subtree()[1:]
            when = clause.child("advmod", "mark")
            return Content(pieces_of(below, clause, reading), "clause", asked), [
                clause,
                *([when] if when else []),
            ]
    for preposition in inner.all("prep"):
        if preposition.lower in _ABOUT or preposition.lower in _ANSWERING.get(inner.lemma, ()):
            thing = preposition.child("pobj", "pcomp")
            if thing is not None:
                return Content(pieces_of(thing.subtree(), inner, reading), "on", thing), [preposition]
    return Content([(inner.start, inner.end)], "inf", inner), []


def _request_refused(verb: Token, reading: Reading) -> Draft | None:
    """ "Declined a request for comment"."""
    thing = verb.child("dobj")
    if thing is None or thing.lemma not in ("request", "comment"):
        return None
    if thing.lemma == "request" and not any(t.lemma == "comment" for t in thing.subtree()):
        return None
    about = [*thing.all("prep"), *verb.all("prep")] if thing.lemma == "comment" else []
    matters = [p.child("pobj") for p in about if p.lower in _ABOUT and p.index > thing.index]
    matter = next((m for m in matters if m is not None and m.entity not in ("DATE", "TIME")), None)
    if matter is not None:
        content = Content(pieces_of(matter.subtree(), verb, reading), "on", matter)
        return Draft(
            verb, [verb, thing], source_of(verb), content, Act.DECLINE, f"refusal:{verb.lemma} comment"
        )
    content = Content(pieces_of(thing.subtree(), verb, reading), "object", thing)
    return Draft(verb, [verb], source_of(verb), content, Act.DECLINE, f"refusal:{verb.lemma} comment")


def _no_comment(verb: Token, reading: Reading) -> Draft | None:
    """ "Had no comment on …", "there was no comment from …"."""
    thing = verb.child("dobj", "attr")
    if thing is None or thing.lemma != "comment" or not any(c.lower in _NO for c in thing.all("det")):
        return None
    matter, source = None, source_of(verb)
    for preposition in [*thing.all("prep"), *verb.all("prep")]:
        object_ = preposition.child("pobj", "pcomp")
        if preposition.lower == "from" and object_ is not None:
            source = object_
        elif preposition.lower in _ABOUT and object_ is not None:
            matter = object_
    tokens = matter.subtree() if matter is not None else [thing]
    content = Content([(tokens[0].start, tokens[-1].end)], "on", matter)
    return Draft(verb, [verb, thing], source, content, Act.DECLINE, "refusal:no comment")
