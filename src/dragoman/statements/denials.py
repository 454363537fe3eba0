"""Denials of what somebody else has just been said to say ("…, a charge Peru denies")."""

from __future__ import annotations

from dragoman.language import Reading, Token
from dragoman.records import Act
from dragoman.statements.bounds import trim
from dragoman.statements.draft import Draft, Piece

_DENYING = frozenset({"deny", "dispute", "refute", "reject"})
_CLAIMS = frozenset("charge claim allegation accusation assertion contention".split())
_RELATIVE = frozenset({"which"})
_TOLD = frozenset({Act.INFORM, Act.CRITICISE, Act.BELIEVE})
_THIRD = frozenset({"he", "she", "it", "they"})
_GAP = 3  # characters between what is denied and the clause that denies it: a comma and a space


def resolve_denials(drafts: list[Draft], reading: Reading) -> None:
    """Give denials in a relative clause the content that they deny, which ends before them.

    Args:
        drafts: attributions. reading: the reading that they are in.
    """
    for draft in drafts:
        first = _opening(draft)
        if first is None:
            continue
        denied = _told_before(first, draft, drafts)
        if denied is None:
            continue
        denied.content.pieces = _until(denied.content.pieces, first, reading)
        draft.content.pieces = list(denied.content.pieces)
        accused = denied.cue.child("dobj") if denied.cue is not None and denied.act is Act.CRITICISE else None
        if accused is not None and draft.source is not None and draft.source.lower in _THIRD:
            draft.source = accused  # "Peru accuses Chile of theft, a charge it denies"


def _opening(draft: Draft) -> Token | None:
    """The first word of a denial that stands for a claim before it: its noun or its pronoun."""
    cue, noun = draft.cue, draft.content.root
    if cue is None or noun is not cue.head or cue.lemma not in _DENYING or cue.dep not in ("relcl", "acl"):
        return None
    if noun.lemma in _CLAIMS:
        return noun.subtree()[0]
    thing = cue.child("dobj")
    return thing if thing is not None and thing.lower in _RELATIVE else None


def _told_before(first: Token, denial: Draft, drafts: list[Draft]) -> Draft | None:
    """The nearest report before a denial whose content ends at the comma before it, or runs on into it."""
    found = [d for d in drafts if d is not denial and d.content.pieces and d.act in _TOLD]
    found = [d for d in found if d.cue is not None and d.cue.sentence == first.sentence]
    found = [d for d in found if d.cue is not None and d.cue.index < first.index]
    found = [d for d in found if d.start < first.start <= d.end + _GAP]
    return max(found, key=lambda d: d.start, default=None)


def _until(pieces: list[Piece], first: Token, reading: Reading) -> list[Piece]:
    """Pieces up to the comma before a token."""
    kept = [(start, min(end, first.start)) for start, end in pieces if start < first.start]
    start, end = kept[-1]
    tokens = trim(reading.tokens_in(reading.article.span(start, end)))
    return [*kept[:-1], (start, tokens[-1].end)] if tokens else kept
