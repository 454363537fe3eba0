"""Judgements that somebody or something meets with: "the plan drew criticism from Peru over its cost"."""

from __future__ import annotations

from dragoman.language import Reading, Token
from dragoman.records import Act
from dragoman.statements.bounds import pieces_of, without_afterthought
from dragoman.statements.draft import Content, Draft
from dragoman.statements.lexicon import CueFrame, Lexicon
from dragoman.statements.strays import is_finite

_JUDGING = frozenset({Act.CRITICISE, Act.PRAISE, Act.FEAR})
_MATTERS = frozenset({"over", "about", "for"})
_POINTING = frozenset("it this that these those which what who he she they".split())


def drawn_judgement(noun: Token, frame: CueFrame, reading: Reading, lexicon: Lexicon) -> Draft | None:
    """A judgement by those from whom something draws it, or None; without a matter of its own, it is of that.

    Args:
        noun: a noun of speech. frame: what it reports. reading: its reading. lexicon: the cues.
    """
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower == "with" else noun.head
    if frame.act not in _JUDGING or verb.lemma not in lexicon.drawing_verbs or not is_finite(verb):
        return None
    if noun.dep not in ("dobj", "pobj") or any(a.tag == "MD" for a in verb.all("aux")):
        return None
    places = [
        p for p in (*noun.subtree(), *verb.children) if p.dep in ("prep", "agent") and p.index > noun.index
    ]
    source = next((o for p in places if p.lower in ("from", "by") and (o := p.child("pobj"))), None)
    if source is None:
        return None
    content = _matter(noun, verb, places, reading)
    if content is None or not content.pieces or content.root is source:
        return None
    return Draft(noun, [verb, noun], source, content, frame.act, f"noun:{noun.lemma}+{content.kind}")


def _matter(noun: Token, verb: Token, places: list[Token], reading: Reading) -> Content | None:
    for place in places:
        thing = place.child("pobj", "pcomp")
        if place.lower in _MATTERS and thing is not None and thing.entity not in ("DATE", "TIME"):
            tokens = without_afterthought(thing.subtree())
            return Content(pieces_of(tokens, noun, reading), place.lower, thing)
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.lower in _POINTING:
        return None
    return Content(pieces_of(subject.subtree(), noun, reading), "object", subject)
