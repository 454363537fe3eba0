"""Senses: verbs of speech and attitude that tell neither where they stand."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.language import Token
from dragoman.statements.animacy import is_animate
from dragoman.statements.draft import Draft
from dragoman.statements.lexicon import lexicon

_SOME = frozenset({"many", "some", "others", "most", "those"})
_FORCES = frozenset("force troop army militia soldier airstrike strike jet warplane tank artillery".split())
_COURTS = frozenset("court judge tribunal jury magistrate panel bench".split())
_REFLEXIVES = frozenset("myself himself herself itself ourselves yourselves themselves".split())
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our"})
_QUESTIONS = frozenset("what how when where who why which whether if".split())
_QUOTING = frozenset({"“", "``", '"', "‘", "'"})


def is_other_sense(draft: Draft) -> bool:
    """Whether a verb that may report speech or attitude tells a deed or a finding where it stands.

    Forces and money back by deeds ("rebels backed by Chile"), what is at risk is threatened by deeds
    ("threatens the coast"), a right is denied by deeds ("denied them entry"), people are looked for, not
    asked for ("sought out witnesses"); a name tells no judgement ("what they call the Tide"), nor does it
    judge to find oneself somewhere or to find out what is so. Storms claim lives, courts condemn people to
    prison and dismiss suits, prosecutors file charges, firms order ships, strikers refuse food, editors cite
    reports, and a fire threatens to spread. A participle before its noun only describes it ("its welcoming
    words").
    """
    cue, root = draft.cue, draft.content.root
    if cue is None or root is None:
        return False
    if cue.tag == "VBG" and cue.dep == "amod" and cue.index < cue.head.index:
        return True  # "its welcoming words"
    told = _SENSES.get(cue.lemma)
    return told is not None and told(draft, cue, root)


def _backs_by_deeds(draft: Draft, cue: Token, root: Token) -> bool:
    """Whether backing is that of arms or means: of sides, by forces, with money."""
    source = draft.source
    described = (
        cue.tag == "VBN"
        and cue.dep in ("acl", "amod", "advcl")
        and (is_animate(root) or root.pos == "ADJ" or root.lower in _SOME)
    )
    by_force = source is not None and source.lemma in _FORCES
    side = draft.content.kind == "object" and is_animate(root) and root.entity != "PERSON"
    return described or by_force or side or any(p.lower == "with" for p in cue.all("prep"))


def _threatens_by_deeds(draft: Draft, cue: Token, root: Token) -> bool:
    if draft.content.kind != "object":
        return False
    definite = any(c.lower in _DEFINITE or c.dep == "poss" for c in root.all("det", "poss"))
    return definite or root.pos in ("PRON", "PROPN") or is_animate(root)


def _denies_by_deeds(draft: Draft, cue: Token, root: Token) -> bool:
    if draft.content.kind != "object":
        return False
    return cue.child("dative") is not None or root.lemma in lexicon().senses["withheld"]


def _looks_for(draft: Draft, cue: Token, root: Token) -> bool:
    if draft.content.kind != "object":
        return False
    out = any(c.lower == "out" for c in cue.all("prt", "prep", "advmod"))
    return out or root.pos == "PRON" or is_animate(root) or root.lemma in lexicon().senses["pursued"]


def _gives_to_see(draft: Draft, cue: Token, root: Token) -> bool:
    return draft.content.kind == "object" and root.lemma in lexicon().senses["shown"]


def _names(draft: Draft, cue: Token, root: Token) -> bool:
    """Whether something is called by its name, or somebody is rung up."""
    if draft.content.kind in ("for", "inf"):
        rung = cue.child("dobj")
        reached = rung is not None and (rung.pos in ("PRON", "PROPN") or is_animate(rung))
        return reached or any(p.lower == "into" for p in cue.all("prep"))
    if draft.content.kind != "as":
        return False
    if (
        root.dep == "dobj"
        and is_animate(root)
        and cue.child("oprd", "acomp", "attr", "ccomp", "xcomp") is None
    ):
        return True  # "called the leaders"
    named = cue.child("dobj") or (small.child("nsubj") if (small := cue.child("ccomp")) is not None else None)
    if named is not None and named.lower in _REFLEXIVES and cue.dep in ("acl", "relcl"):
        return True
    quoted = any(t.text in _QUOTING for t in cue.subtree() if cue.index < t.index < root.index)
    return root.pos == "PROPN" and not quoted


def _finds_out(draft: Draft, cue: Token, root: Token) -> bool:
    found = cue.child("dobj") or root.subtree()[0]
    if cue.child("prt") is not None or found.lower in _REFLEXIVES:
        return True
    if draft.content.kind == "as":
        return root.tag == "JJ" and is_animate(root)
    return root.subtree()[0].lower in _QUESTIONS


def _settles(draft: Draft, cue: Token, root: Token) -> bool:
    return draft.content.kind == "clause" and root.subtree()[0].lower in _QUESTIONS


def _takes_lives(draft: Draft, cue: Token, root: Token) -> bool:
    return draft.content.kind == "object" and root.lemma in lexicon().senses["lost"]


def _sentences(draft: Draft, cue: Token, root: Token) -> bool:
    """Whether a court condemns people to a punishment."""
    behind = [*cue.all("prep"), *(root.all("prep") if draft.content.kind == "object" else ())]
    return any(p.lower == "to" for p in behind) and is_animate(root)


def _rejects_by_ruling(draft: Draft, cue: Token, root: Token) -> bool:
    """Whether a court throws out what is before it, or an official is removed."""
    source = draft.source
    if draft.content.kind != "object":
        return False
    return is_animate(root) or (source is not None and source.lemma in _COURTS)


def _sees_to_it(draft: Draft, cue: Token, root: Token) -> bool:
    """Whether somebody makes sure of something, and is not sure of it."""
    return cue.head.lemma == "make"


def _goes_to_court(draft: Draft, cue: Token, root: Token) -> bool:
    """Whether charges are laid before a court ("filed charges against the clerk")."""
    return cue.pos == "NOUN" and cue.dep == "dobj" and cue.head.lemma in lexicon().senses["laid"]


def _buys(draft: Draft, cue: Token, root: Token) -> bool:
    counted = draft.content.kind == "object" and root.tag == "NNS" and root.child("nummod") is not None
    return counted and not is_animate(root)


def _does_without(draft: Draft, cue: Token, root: Token) -> bool:
    return draft.content.kind == "object" and root.lemma in lexicon().senses["consumed"]


def _pushes_on(draft: Draft, cue: Token, root: Token) -> bool:
    return draft.content.kind == "object" and root.lemma in lexicon().senses["pressed"]


def _credits(draft: Draft, cue: Token, root: Token) -> bool:
    """Whether only a source of knowledge is named, or that there is none ("cited no evidence")."""
    if draft.content.kind != "object":
        return False
    return root.lemma in lexicon().senses["credited"] or any(c.lower == "no" for c in root.all("det"))


def _receives(draft: Draft, cue: Token, root: Token) -> bool:
    """Whether somebody is received, not something welcomed ("welcomed Hill into the hall")."""
    return draft.content.kind == "object" and (root.entity == "PERSON" or is_animate(root))


def _looms(draft: Draft, cue: Token, root: Token) -> bool:
    """Whether something is only about to happen, or arms do what they threaten."""
    if draft.content.kind == "inf":
        return root.lemma in lexicon().senses["looming"]
    return _threatens_by_deeds(draft, cue, root)


_SENSES: dict[str, Callable[[Draft, Token, Token], bool]] = {
    "back": _backs_by_deeds,
    "support": _backs_by_deeds,
    "threaten": _looms,
    "deny": _denies_by_deeds,
    "seek": _looks_for,
    "offer": _gives_to_see,
    "call": _names,
    "dub": _names,
    "term": _names,
    "find": _finds_out,
    "determine": _settles,
    "claim": _takes_lives,
    "condemn": _sentences,
    "dismiss": _rejects_by_ruling,
    "order": _buys,
    "refuse": _does_without,
    "press": _pushes_on,
    "cite": _credits,
    "welcome": _receives,
    "sure": _sees_to_it,
    "certain": _sees_to_it,
    "charge": _goes_to_court,
}
