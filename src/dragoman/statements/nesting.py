"""Nesting: attributions within the content of others, and the speaker's own attitudes in his own words."""

from __future__ import annotations

from dragoman.actors import ActorIndex
from dragoman.language import MentionKind, Reading, Token
from dragoman.records import Act
from dragoman.statements.draft import Draft, Piece
from dragoman.statements.lexicon import lexicon
from dragoman.statements.quotes import Quote
from dragoman.statements.sides import is_seat

_ORDERING = frozenset({"order", "instruct", "direct"})
_UTTERED = frozenset(
    {Act.INFORM, Act.DENY, Act.PLEDGE, Act.REQUEST, Act.ADVISE, Act.THREATEN, Act.CRITICISE, Act.FEAR}
)
_HAVE = frozenset({"have", "'ve", "’ve", "'d", "’d"})
_FIRST = frozenset("i we our my us me ours".split())
_THIRD = frozenset("he she it they his her its their".split())


def nest(drafts: list[Draft]) -> list[Draft]:
    """The drafts, each knowing the smallest longer one whose content holds its cue.

    What encloses is always longer, so that no two drafts enclose each other.
    """
    for draft in drafts:
        place = draft.cue.start if draft.cue is not None else draft.start
        around = [d for d in drafts if d.holds(place) and _length(d) > _length(draft)]
        draft.within = min(around, key=_length, default=None)
    return drafts


def _length(draft: Draft) -> int:
    return sum(end - start for start, end in draft.content.pieces)


def fold_own_attitudes(
    drafts: list[Draft], reading: Reading, quotes: list[Quote], actors: ActorIndex | None = None
) -> list[Draft]:
    """The drafts without those that report the enclosing speaker's own attitude ("we urge …", "he hopes …").

    Such an attitude decides the act of the enclosing statement if it governs its content.

    Args:
        drafts: attributions that know what encloses them. reading: their reading. quotes: its quotations.
        actors: its actors, so that "China said Beijing hopes …" has one speaker; None to go by words.
    """
    folded: set[int] = set()
    for draft in drafts:
        outer = draft.within
        if draft.source is None or draft.cue is None:
            continue
        if outer is None:
            if _own_words(draft.source, draft.cue, quotes):
                folded.add(id(draft))
            continue
        if _is_own(draft, outer, reading, quotes, actors):
            if not (is_earlier_utterance(draft) or _is_own_name(draft)):
                folded.add(id(draft))
            if _governs(draft, outer):
                outer.attitude = outer.attitude or _attitude(draft)
                outer.content.addressee = outer.content.addressee or draft.content.addressee
    kept = [d for d in drafts if id(d) not in folded]
    for draft in kept:
        while draft.within is not None and id(draft.within) in folded:
            draft.within = draft.within.within
        outer = draft.within
        if outer is None or not _is_all_of(draft, outer):
            continue
        if not _is_own(draft, outer, reading, quotes, actors):
            outer.relays.extend(_words_of(draft))
    return kept


def is_earlier_utterance(draft: Draft) -> bool:
    """Whether a speaker tells what he has said before ("said he told Oslo to leave", "his threat to leave").

    Attitudes and what a backshifted verb does ("said he welcomed it") are part of what he says now.

    Args:
        draft: an attribution within the speaker's own words.
    """
    cue, source = draft.cue, draft.source
    if cue is None or source is None or draft.act not in _UTTERED or draft.negated:
        return False
    if cue.pos == "NOUN":
        voiced = draft.content.kind in ("clause", "inf", "for", "of")
        return voiced and len(draft.cue_tokens) == 1 and cue.lemma in lexicon().utterances
    if cue.pos != "VERB" or cue.dep in ("relcl", "acl") or (cue.lemma == "say" and source.lower in _FIRST):
        return False
    told = cue.lemma in lexicon().telling
    if cue.tag == "VBN" and any(a.lemma in _HAVE for a in cue.all("aux")):
        return told or (draft.act is not Act.INFORM and cue.lemma in lexicon().calling)
    return told and cue.tag == "VBD"


def _is_own_name(draft: Draft) -> bool:
    """Whether a reporter leaves a name to the speaker in his words ("cut aid over what it calls a theft")."""
    cue, source = draft.cue, draft.source
    if cue is None or source is None or draft.content.kind != "as" or source.lower in _FIRST:
        return False
    return any(c.lower == "what" and c.index < cue.index for c in cue.all("dobj", "nsubj"))


def _words_of(draft: Draft) -> list[Piece]:
    """The words that are another's: what he says, and what he is said to feel ("was dismayed at …")."""
    felt = [(t.start, t.end) for t in draft.cue_tokens if draft.rule.startswith("adjective:")]
    return [*draft.content.pieces, *felt]


def _attitude(draft: Draft) -> Act | None:
    """The act of an attitude.

    What is not promised is refused, what is not hoped or feared is no attitude; what one orders ("we have
    ordered our embassies to close") is one's own course.
    """
    if draft.cue is not None and draft.cue.lemma in _ORDERING and not draft.negated:
        return Act.DECIDE
    if not draft.negated or draft.act is Act.BELIEVE:
        return draft.act
    return Act.DECIDE if draft.act is Act.PLEDGE else None


def _is_own(
    draft: Draft, outer: Draft, reading: Reading, quotes: list[Quote], actors: ActorIndex | None
) -> bool:
    """Whether an attribution is of the one whose words hold it."""
    if draft.source is None or draft.cue is None:
        return False
    return _own(draft.source, draft.cue, outer, reading, quotes) or _same_actor(draft.source, outer, actors)


def _own_words(source: Token, cue: Token, quotes: list[Quote]) -> bool:
    """Whether a speaker says "I" or "we" within a quotation."""
    return source.lower in _FIRST and any(q.start <= cue.start < q.end for q in quotes)


def _same_actor(source: Token, outer: Draft, actors: ActorIndex | None) -> bool:
    if actors is None or outer.source is None:
        return False
    inner, outside = actors.actors(source), actors.actors(outer.source)
    if not inner and is_seat(source):
        return any(actor.country is not None for actor in outside)
    return bool(inner) and [a.name for a in inner] == [a.name for a in outside]


def _own(source: Token, cue: Token, outer: Draft, reading: Reading, quotes: list[Quote]) -> bool:
    if source.lower in _FIRST:
        return _own_words(source, cue, quotes)
    speaker = outer.source or (outer.speaks_as.source if outer.speaks_as is not None else None)
    if speaker is None:
        return False
    if any(q.start <= cue.start < q.end for q in quotes):
        return False
    inner, outside = reading.chain_of(source), reading.chain_of(speaker)
    if inner is not None and outside is not None:
        return inner.index == outside.index and _is_pronoun(source, reading)
    return source.lower in _THIRD and source.sentence == speaker.sentence


def _is_pronoun(token: Token, reading: Reading) -> bool:
    mention = reading.mention_by_head.get(token.index)
    return token.lower in _THIRD or (mention is not None and mention.kind is MentionKind.PRONOUN)


def _is_all_of(draft: Draft, outer: Draft) -> bool:
    """Whether an attribution is all that the one around it says ("noted that the group pledges …")."""
    cue, root = draft.cue, outer.content.root
    if cue is None:
        return False
    top = cue if cue.pos == "VERB" else cue.head
    inside = top.head is root and top.dep != "conj"
    return top is root or inside or (root is None and top.dep in ("ROOT", "ccomp"))


def _governs(draft: Draft, outer: Draft) -> bool:
    """Whether an attitude is the main clause of the content, or opens it."""
    cue = draft.cue
    if cue is None:
        return False
    top = cue if cue.pos == "VERB" else cue.head
    bare_noun = cue.pos == "NOUN" and len(draft.cue_tokens) == 1 and cue is not outer.content.root
    if top.dep == "conj" or bare_noun:
        return False
    return top is outer.content.root or top.dep in ("ROOT", "ccomp") or top.head is outer.content.root
