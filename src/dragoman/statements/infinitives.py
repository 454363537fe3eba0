"""Infinitives: what somebody promises, asks or wants to be done."""

from __future__ import annotations

from dragoman.language import Reading, Token
from dragoman.records import Act
from dragoman.statements.addressees import prepositional_addressee
from dragoman.statements.bounds import pieces_of, without_afterthought
from dragoman.statements.complements import is_marked
from dragoman.statements.draft import Content
from dragoman.statements.lexicon import CueFrame, lexicon
from dragoman.statements.strays import is_finite, listed, trailing
from dragoman.statements.times import without_occasion

_ASKED = frozenset({"if", "whether"})
_WH = frozenset({"who", "which", "that", "whom"})


def infinitive_of(verb: Token) -> Token | None:
    """The "to" of a verb, if it is an infinitive."""
    return next((c for c in verb.children if c.tag == "TO"), None)


def infinitival(cue: Token, kind: str, frame: CueFrame, reading: Reading) -> Content | None:
    """The infinitive that a cue takes, with who is told to do it.

    Args:
        cue: the cue. kind: the kind of content. frame: what the cue takes. reading: its reading.
    """
    for child in cue.all("xcomp", "ccomp", "acl", "advcl", "relcl"):
        to = infinitive_of(child)
        unsettled = frame.act is Act.DECIDE and any(c.lower in _ASKED for c in child.all("mark", "advmod"))
        if to is None or child.index < cue.index or unsettled:
            continue
        if child.dep in ("advcl", "relcl") and not (cue.pos in ("NOUN", "ADJ") or "object" in frame.to):
            continue
        if child.dep == "advcl" and _asks_for_antecedent(cue):
            continue
        subject = child.child("nsubj")
        told = cue.child("dobj") or (subject if "object" in frame.to else None)
        if subject is not None and "object" not in frame.to:
            tokens = without_afterthought([t for t in _without_finite(child) if t.index > cue.index])
            return Content(pieces_of(tokens, cue, reading), kind, child)
        tokens = [t for t in _without_finite(child) if t.index >= to.index]
        tokens += [
            t
            for c in cue.all("conj")
            if c.tag == "VB" and not is_finite(c) and (c.child("nsubj") is None or _is_wish_for(c))
            for t in c.subtree()
        ]
        negation = child.child("neg")
        if negation is not None and negation.index == to.index - 1:
            tokens.insert(0, negation)
        tokens = [*_agreed_on(cue, to, frame), *_thing_before(cue, to, frame), *tokens]
        addressee = told if "object" in frame.to else prepositional_addressee(cue, frame)
        tokens = without_afterthought(without_occasion(tokens, child))
        tokens += trailing(cue, tokens[-1], "clause")
        tokens += listed(cue, tokens[-1], reading)
        return Content(pieces_of(tokens, cue, reading), kind, child, addressee)
    return _distant_infinitive(cue, kind, frame, reading) or _next_infinitive(cue, kind, reading)


def _next_infinitive(cue: Token, kind: str, reading: Reading) -> Content | None:
    """An infinitive behind a noun of speech that the parser hung higher ("on his pledges to stay")."""
    to = reading.tokens[cue.index + 1] if cue.index + 1 < len(reading.tokens) else None
    if cue.pos != "NOUN" or to is None or to.tag != "TO" or to.head.index < to.index or cue.dep == "dobj":
        return None
    if to.head.child("auxpass") is not None:
        return None  # "called for their demands to be heard"
    tokens = without_afterthought([t for t in to.head.subtree() if t.index >= to.index])
    return Content(pieces_of(tokens, cue, reading), kind, to.head)


def _is_wish_for(verb: Token) -> bool:
    """Whether an infinitive is of somebody whom "for" names ("… and for the army to leave")."""
    return infinitive_of(verb) is not None and any(c.lower == "for" for c in verb.all("mark"))


def _asks_for_antecedent(cue: Token) -> bool:
    """Whether what a cue asks for is what it describes ("a fund that Peru requested to help its ports")."""
    subject = cue.child("nsubj")
    described = cue.dep == "relcl" and cue.child("dobj", "nsubjpass") is None
    return described and subject is not None and subject.lower not in _WH


def _without_finite(infinitive: Token) -> list[Token]:
    """The words of an infinitive without the verbs joined to it that belong to the clause above.

    Those are finite ones, and participles ("vowing to stay and threatening to sue").
    """
    joined = (c for c in infinitive.all("conj") if c.tag == "VBG" or (is_finite(c) and not is_marked(c)))
    finite = {id(t) for c in joined for t in c.subtree()}
    return [t for t in infinitive.subtree() if id(t) not in finite]


def _agreed_on(cue: Token, to: Token, frame: CueFrame) -> list[Token]:
    """What "on" names directly before the infinitive that describes it ("agreed on a plan to cut debts")."""
    thing = next((p.child("pobj") for p in cue.all("prep") if p.lower == "on" and "on" in frame.takes), None)
    if thing is None or thing.entity in ("DATE", "TIME") or thing.subtree()[-1].index != to.index - 1:
        return []
    return thing.subtree()


def _thing_before(cue: Token, to: Token, frame: CueFrame) -> list[Token]:
    """The object directly before an infinitive of purpose ("proposed a halt to the raids to calm Peru")."""
    thing = cue.child("dobj") if "object" not in frame.to and "object" in frame.takes else None
    if thing is None or thing.index < cue.index or thing.lower in _WH:
        return []
    words = thing.subtree()
    return words if words[-1].index == to.index - 1 else []


def _distant_infinitive(cue: Token, kind: str, frame: CueFrame, reading: Reading) -> Content | None:
    """An infinitive behind the addressee's own modifiers ("told citizens remaining there to leave")."""
    told = cue.child("dobj") if "object" in frame.to else None
    if told is None and "on" in frame.to:
        told = prepositional_addressee(cue, frame)
    if told is None:
        return None
    for token in cue.subtree():
        verb = token.head
        if (
            token.tag == "TO"
            and token.index > told.index
            and (verb.dep in ("advcl", "xcomp", "relcl", "ccomp") or _is_behind_occasion(verb, cue))
            and (not verb.is_under(told) or "object" not in frame.to)
            and not _belongs_to_clause(verb, cue, told)
        ):
            tokens = [t for t in verb.subtree() if t.index >= token.index]
            return Content(pieces_of(tokens, cue, reading), kind, verb, told)
    return None


def _is_behind_occasion(infinitive: Token, cue: Token) -> bool:
    """Whether an infinitive hangs on the occasion of the request ("urged Peru in a letter to leave")."""
    place = infinitive.head
    if infinitive.dep != "acl" or place.dep != "pobj" or place.head.head is not cue:
        return False
    return place.lemma in lexicon().occasions or place.lemma in lexicon().published


def _belongs_to_clause(infinitive: Token, cue: Token, told: Token) -> bool:
    """Whether a verb between an infinitive and a cue has it ("promised aid, inviting Peru to send ships")."""
    above = infinitive.head
    while above is not cue and above.head is not above:
        own = is_finite(above) or above.dep == "conj" or (above.tag == "VBG" and above.dep == "advcl")
        if own and above.head is not told:
            return True
        above = above.head
    return False
