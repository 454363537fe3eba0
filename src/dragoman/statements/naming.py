"""Naming: what something is said to be, and the things that relative clauses with a cue describe."""

from __future__ import annotations

from dragoman.language import Reading, Token
from dragoman.statements.animacy import is_animate
from dragoman.statements.bounds import pieces_of, without_afterthought, without_venue
from dragoman.statements.draft import Content, Piece
from dragoman.statements.strays import is_finite, trailing
from dragoman.statements.times import without_day

_WH = frozenset({"who", "which", "that", "whom"})
_OPENING = frozenset({"“", "``", '"', "‘", "'"})
_MARK = 2  # tokens from a name to what follows it, a quotation mark between them
_GROUNDS = frozenset({"at", "for", "to"})
_PLURAL = frozenset({"are", "were", "have"})


def antecedent(cue: Token, kind: str, reading: Reading) -> Content:
    """The noun phrase that a relative clause with the cue describes ("a charge that Moscow denies").

    Args:
        cue: the cue. kind: the kind of content. reading: the reading that the cue is in.
    """
    below = {id(t) for t in cue.subtree()}
    tokens = [t for t in cue.head.subtree() if id(t) not in below and t.index < cue.index]
    return Content(pieces_of(tokens, cue, reading), kind, cue.head)


def extracted_subject(cue: Token, root: Token, reading: Reading) -> list[Piece]:
    """What a relative clause describes, if it is the subject of what is said ("a plan that she said failed").

    The clause describes no name that only completes a noun, and nothing that disagrees with its verb in
    number, but the noun above ("the raid on Peru that she said was planned").

    Args:
        cue: the verb of the relative clause. root: the verb of what is said. reading: their reading.
    """
    subject, speaker = root.child("nsubj", "nsubjpass", "expl", "csubj"), cue.child("nsubj")
    own = subject is not None and not (subject.lower in _WH and subject.index < cue.index)
    if cue.dep != "relcl" or own or not is_finite(root) or speaker is None or speaker.lower in _WH:
        return []
    head = cue.head
    while not _may_be_subject(head, root):
        if head.dep not in ("pobj", "dobj") or head.head.head is head:
            return []
        head = head.head.head if head.dep == "pobj" else head.head
    below = {id(t) for t in cue.subtree()}
    tokens = [t for t in head.subtree() if id(t) not in below and t.index < cue.index]
    return pieces_of(tokens, cue, reading)


def _may_be_subject(head: Token, root: Token) -> bool:
    if head.dep == "pobj" and head.pos == "PROPN" and head.head.head.pos == "NOUN":
        return False
    verb = next((a for a in root.all("aux", "auxpass") if a.tag in ("VBZ", "VBP", "VBD", "MD")), root)
    plural = head.tag in ("NNS", "NNPS") or head.child("conj") is not None
    if verb.lower in _PLURAL or verb.tag == "VBP":
        return plural
    return head.pos in ("NOUN", "PROPN", "PRON") and not (
        plural and (verb.lower == "was" or verb.tag == "VBZ")
    )


def called(cue: Token, kind: str, reading: Reading) -> Content | None:
    """What is named and what it is called: "described the vote as a sham", "called it a sham".

    Args:
        cue: the cue. kind: "as". reading: the reading that the cue is in.
    """
    if any(c.index == cue.index + 1 and c.lower in ("for", "on") for c in cue.all("prep")):
        return None
    thing = _thing(cue)
    if (described := _relative_name(cue, reading)) is not None:
        return Content(described, kind, _name_behind(cue))
    named = next((c for c in cue.all("prep") if c.lower == "as" and c.index > cue.index), None)
    if named is None and thing is not None:
        named = next((c for c in thing.all("prep") if c.lower == "as"), None)
    names = cue.all("oprd")
    if thing is None and len(names) > 1:
        thing, named = names[0], names[1]
    named = named or cue.child("oprd") or _second_object(cue, thing) or _adjective_behind_as(cue)
    named = named or _name_in_object(cue, thing)
    if thing is not None and thing.lower == "what" and thing.index < cue.index:
        return _name_given(cue, named, kind, reading)
    if named is None:
        return _small_clause(cue, kind, reading)
    name = _without_next_verb(without_afterthought(without_venue(without_day(named.subtree()))), named)
    if name[-1] is named.subtree()[-1]:
        name = name + (_grounds(cue, name) or trailing(cue, name[-1], kind))
    if thing is None and _is_left_out(cue, named):
        return Content([*antecedent(cue, kind, reading).pieces, *pieces_of(name, cue, reading)], kind, named)
    if thing is not None and _is_told_between(cue, thing, name):
        pieces = [*pieces_of(thing.subtree(), cue, reading), *pieces_of(name, cue, reading)]
        return Content(pieces, kind, named)
    tokens = (thing.subtree() if thing is not None else []) + name
    return Content(pieces_of(tokens, cue, reading), kind, named)


def _name_in_object(cue: Token, thing: Token | None) -> Token | None:
    """The name that the parser made part of what is named ("called the raid on the port an act of war").

    It is a noun phrase with an article and no comma before it, or an adjective behind what it describes.
    """
    if thing is None or thing.index < cue.index:
        return None
    words = [t for part in (thing, *cue.all("conj")) if part.tag[:2] == "NN" for t in part.subtree()]
    places = {t.index: t for t in words}
    for token in words:
        if token.dep == "amod" and token.index > token.head.index and token.tag == "JJ":
            mark = places.get(token.index - 1)
            return token if mark is not None and mark.text in _OPENING else None
        before = places.get(token.subtree()[0].index - 1)
        apposed = token.dep == "appos" and any(c.lower in ("a", "an") for c in token.all("det"))
        if apposed and before is not None and before.pos != "PUNCT":
            return token
    return None


def _without_next_verb(words: list[Token], named: Token) -> list[Token]:
    """A name without the verb that the parser joined to it ("called it “shameful” and left")."""
    verb = next((c for c in named.all("conj") if c.pos == "VERB" and named.pos != "VERB"), None)
    joint = next((c for c in named.all("cc") if verb is not None and c.index == verb.index - 1), None)
    return words if joint is None else [t for t in words if t.index < joint.index]


def _is_left_out(cue: Token, named: Token) -> bool:
    """Whether a relative clause has no object but what it describes ("a raid Peru hailed as a success")."""
    speaker = cue.child("nsubj")
    if cue.dep != "relcl" or speaker is None or speaker.lower in _WH:
        return False
    return named.lower == "as" and cue.head.tag[:2] == "NN"


def _is_told_between(cue: Token, thing: Token, name: list[Token]) -> bool:
    """Whether an addressee parts a thing from what it is called ("described it to reporters as a sham")."""
    end, start = thing.subtree()[-1].index, name[0].index
    if is_animate(thing):
        return False  # "called the envoy to Oslo a fool"
    return any(p.lower == "to" and end < p.index < start for p in cue.all("prep", "dative"))


def _grounds(cue: Token, name: list[Token]) -> list[Token]:
    """What follows a name directly and goes on with it ("a thief for taking it", "a step to ending it")."""
    behind = (p for p in cue.all("prep") if p.lower in _GROUNDS and p.child("pcomp") is not None)
    ground = next((p for p in behind if 0 < p.index - name[-1].index <= _MARK), None)
    return ground.subtree() if ground is not None else []


def _second_object(cue: Token, thing: Token | None) -> Token | None:
    """A noun phrase directly behind an object that the parser took for another ("labelled Peru a foe")."""
    if thing is None or thing.index < cue.index:
        return None
    end = thing.subtree()[-1].index
    return next((c for c in cue.all("dobj") if c.subtree()[0].index == end + 1 and c.child("det")), None)


def _adjective_behind_as(cue: Token) -> Token | None:
    """The adjective that "as" opens, which the parser took for a comparison ("described it as unfair")."""
    adjectives = (c for c in cue.all("advcl", "xcomp", "ccomp", "acomp") if c.pos == "ADJ")
    return next((c for c in adjectives if c.subtree()[0].lower == "as" and c.index > cue.index), None)


def _relative_name(cue: Token, reading: Reading) -> list[Piece] | None:
    """What a relative clause calls its antecedent, and that ("a pact that they labelled a disaster")."""
    pronoun = next((c for c in cue.all("dobj", "nsubj") if c.lower in _WH and c.index < cue.index), None)
    speaker = next((c for c in cue.all("nsubj") if c is not pronoun), None)
    named = _name_behind(cue)
    if cue.dep != "relcl" or pronoun is None or speaker is None or named is None:
        return None
    return [*antecedent(cue, "as", reading).pieces, *pieces_of(without_day(named.subtree()), cue, reading)]


def _name_behind(cue: Token) -> Token | None:
    return next((c for c in cue.all("oprd", "dobj") if c.index > cue.index), None)


def _name_given(cue: Token, named: Token | None, kind: str, reading: Reading) -> Content | None:
    """What something is called that only its name tells ("what they described as a sham")."""
    opener = named.subtree()[0] if named is not None else reading.tokens[cue.index + 1]
    if named is None and opener.lower != "as":
        return None
    first = reading.tokens[opener.index + 1] if opener.lower == "as" else opener
    head = first
    while head.head is not head and head.head.index > head.index and head.head.subtree()[0] is first:
        head = head.head
    tokens = without_afterthought([t for t in head.subtree() if t.index >= first.index])
    return Content(pieces_of(tokens, cue, reading), kind, head)


def _thing(cue: Token) -> Token | None:
    """What a cue is about: its object, its passive's subject, or behind "to" or "at" ("lashed out at")."""
    thing = cue.child("dobj", "nsubjpass")
    if thing is None:
        aim = next((c for c in cue.all("prep") if c.lower in ("to", "at") and c.index > cue.index), None)
        thing = aim.child("pobj") if aim is not None else None
    return thing


def _small_clause(cue: Token, kind: str, reading: Reading) -> Content | None:
    """ "Called the vote a sham": a complement with a subject and no verb, or an object and a quoted name."""
    small = cue.child("ccomp")
    if small is None or is_finite(small) or small.pos not in ("NOUN", "ADJ", "PROPN"):
        return None
    if small.child("nsubj") is None:
        return None
    tokens = without_afterthought(without_venue([t for t in small.subtree() if t.index > cue.index]))
    tokens += trailing(cue, tokens[-1], kind) if tokens else []
    return Content(pieces_of(tokens, cue, reading), kind, small)
