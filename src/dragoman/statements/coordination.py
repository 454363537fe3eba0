"""Coordinated cues: a second reporting verb that the parser hung within the first one's content."""

from __future__ import annotations

from dragoman.language import Token
from dragoman.statements.draft import Draft, Piece
from dragoman.statements.quotes import Quote

_TENSES = frozenset({"VBD", "VBZ", "VBP"})


def lift_coordinated(drafts: list[Draft], quotes: list[Quote]) -> None:
    """Give coordinated cues to the speaker of the cue before them; its content ends there.

    In "She added that the army leaves and said …" the parser may join "said" to "leaves". A difference of
    tense, or a quotation that closes between the two, tells that the reporter speaks again.
    """
    for draft in drafts:
        cue = draft.cue
        if cue is None or cue.dep != "conj" or cue.child("nsubj", "nsubjpass") is not None:
            continue
        outer = _outer(draft, drafts)
        if outer is None or outer.cue is None or cue.head is outer.cue:
            continue
        if _tense_returns(cue, outer.cue) or _quotation_closes(cue, quotes):
            draft.source = outer.source
            outer.content.pieces = _until(outer.content.pieces, _conjunction(cue))


def _outer(draft: Draft, drafts: list[Draft]) -> Draft | None:
    cue = draft.cue
    around = [
        d for d in drafts if d is not draft and cue is not None and d.cue is not None and d.holds(cue.start)
    ]
    around = [d for d in around if d.cue is not None and d.cue.tag[:2] == "VB"]
    return min(around, key=lambda d: d.end - d.start, default=None)


def _tense_returns(cue: Token, outer: Token) -> bool:
    return cue.tag in _TENSES and cue.tag == outer.tag and _finite_tag(cue.head) not in ("", cue.tag)


def _finite_tag(verb: Token) -> str:
    if verb.tag in _TENSES:
        return verb.tag
    return next((c.tag for c in verb.all("aux", "auxpass") if c.tag in _TENSES or c.tag == "MD"), "")


def _quotation_closes(cue: Token, quotes: list[Quote]) -> bool:
    return any(q.start <= cue.head.start < q.end <= cue.start for q in quotes)


def _conjunction(cue: Token) -> Token:
    """The "and" or "but" before a coordinated cue, or the cue itself."""
    before = [c for c in cue.head.all("cc") if c.index < cue.index]
    return before[-1] if before else cue


def _until(pieces: list[Piece], token: Token) -> list[Piece]:
    cut = [(start, min(end, token.start - 1)) for start, end in pieces if start < token.start - 1]
    return cut or pieces
