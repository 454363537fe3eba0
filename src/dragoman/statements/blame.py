"""Blame: somebody, and what he is blamed, praised or thanked for or likened to."""

from __future__ import annotations

from dragoman.language import Reading, Token
from dragoman.statements.bounds import pieces_of, without_afterthought
from dragoman.statements.draft import Content
from dragoman.statements.infinitives import infinitive_of
from dragoman.statements.lexicon import CueFrame

_WH = frozenset({"who", "which", "that", "whom"})


def blamed(cue: Token, kind: str, frame: CueFrame, reading: Reading) -> Content | None:
    """An object and what it is blamed or praised for: "accused the army of murder", "thanked him for it".

    Args:
        cue: the cue. kind: "object+" and the preposition; with "+ing" only a clause may follow.
        frame: what the cue takes. reading: the reading that it is in.
    """
    thing = cue.child("dobj", "nsubjpass")
    word, _, only = kind.removeprefix("object+").partition("+")
    if thing is None or thing.lower in _WH:
        return None
    places = [*cue.all("prep"), *thing.all("prep")]
    matter = next((p for p in places if p.lower == word and p.index > cue.index), None)
    if matter is None or matter.child(*(("pcomp",) if only else ("pobj", "pcomp"))) is None:
        return None
    further = [t for p in places if p.lower == word and p.index > matter.index for t in p.subtree()]
    further += _listed_behind(cue, matter)
    behind = (c.subtree() for c in cue.all("xcomp") if infinitive_of(c) is not None)
    further += next((w for w in behind if w[0].index == matter.subtree()[-1].index + 1), [])
    tokens = without_afterthought([*thing.subtree(), *matter.subtree(), *further])
    return Content(pieces_of(tokens, cue, reading), kind, matter.child("pobj", "pcomp"))


def _listed_behind(cue: Token, matter: Token) -> list[Token]:
    """The deeds that go on a list behind a comma ("accused him of lying, stealing ships and hiding gold")."""
    deed = matter.child("pcomp")
    if deed is None or deed.tag != "VBG":
        return []
    end = deed.subtree()[-1].index
    behind = (c for c in cue.all("advcl") if c.tag == "VBG" and c.index == end + 2)
    listed = next((c for c in behind if c.child("cc") is not None and c.child("conj") is not None), None)
    return listed.subtree() if listed is not None else []
