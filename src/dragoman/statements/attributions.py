"""Attributions: source, cue and content by the words alone, whoever the source is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.article import Span
from dragoman.language import Reading, Token
from dragoman.language.mentions import is_joined
from dragoman.records import Act
from dragoman.statements.animacy import is_abstract, is_animate
from dragoman.statements.attachment import attach_quotes
from dragoman.statements.coordination import lift_coordinated
from dragoman.statements.cues import find_cues
from dragoman.statements.denials import resolve_denials
from dragoman.statements.draft import Draft
from dragoman.statements.impersonal import find_impersonal
from dragoman.statements.lexicon import Lexicon, lexicon
from dragoman.statements.nesting import fold_own_attitudes, nest
from dragoman.statements.quotes import Quote, find_quotes
from dragoman.statements.sequels import end_at_deeds
from dragoman.statements.sources import follows_comma

_DASHES = frozenset({"—", "–", "--"})  # "OSLO — Minister Ana Petrova"
_FOCUS = frozenset({"even", "only", "just", "also"})
_NO_SPEAKERS = frozenset("this that these those there what which here".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words attributed to a source, media and unnamed sources too.

    A speaker's own attitudes within his own words are part of them and no attribution.

    Args:
        source: the words that name the source; None where no words do.
        cue: the words that attribute, in pieces. content: the words attributed, in pieces.
    """

    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def find_attributions(reading: Reading, *, nested: bool = True) -> tuple[Attribution, ...]:
    """All attributions of a reading, in order of the text, before any ruling on who counts as a speaker.

    Args:
        reading: the reading.
        nested: whether to give those within the content of others too ("She said that *he thinks* …"), or
            the outermost voice alone, as corpora of attributions annotate it.
    """
    quotes = find_quotes(reading.article)
    drafts = find_drafts(reading, quotes, lexicon())
    drafts += list(find_impersonal(reading, lexicon(), drafts))
    drafts.sort(key=lambda d: (d.start, -d.end))
    drafts = fold_own_attitudes(nest(drafts), reading, quotes)
    return tuple(
        Attribution(
            source_span(d, reading),
            cue_spans(d, reading),
            tuple(reading.article.span(start, end) for start, end in d.content.pieces),
        )
        for d in drafts
        if nested or d.within is None
    )


def find_drafts(reading: Reading, quotes: list[Quote], cues: Lexicon) -> list[Draft]:
    """The attributions under construction: with a source, or refused, or a quotation that stands alone."""
    drafts = list(find_cues(reading, cues, quotes))
    lift_coordinated(drafts, quotes)
    end_at_deeds(drafts, reading)
    resolve_denials(drafts, reading)
    drafts = attach_quotes(drafts, quotes, reading, cues)
    return [d for d in drafts if _has_speaker(d) and not _is_event_s_evidence(d, cues)]


def _is_event_s_evidence(draft: Draft, cues: Lexicon) -> bool:
    """Whether what "shows" or "suggests" is an event or a thing, neither people nor a document.

    Where no clause tells what it says, a document only shows a thing ("the memo underlines the need for …").
    """
    source = draft.source
    if (
        draft.cue is None
        or draft.cue.lemma not in cues.evidence_verbs
        or source is None
        or source.pos != "NOUN"
    ):
        return False
    return not is_animate(source) and (source.lemma not in cues.documents or draft.content.kind == "object")


def _has_speaker(draft: Draft) -> bool:
    source = draft.source
    if source is None:
        return draft.cue is None or draft.act is Act.DECLINE
    if draft.act is not Act.INFORM and is_abstract(source):
        return False
    return source.lower not in _NO_SPEAKERS or (source.head is draft.cue and _is_described(source))


def _is_described(pronoun: Token) -> bool:
    """Whether a demonstrative stands for people that its own words tell ("those surveyed", "those who …")."""
    return pronoun.lower == "those" and pronoun.child("relcl", "acl", "prep", "amod") is not None


def cue_spans(draft: Draft, reading: Reading) -> tuple[Span, ...]:
    """The words of a cue; neighbours are one span."""
    spans: list[Span] = []
    for token in sorted(draft.cue_tokens, key=lambda t: t.index):
        start = token.start
        if spans and spans[-1].end + 1 >= start:
            start = spans.pop().start
        spans.append(reading.article.span(start, token.end))
    return tuple(spans)


def source_span(draft: Draft, reading: Reading) -> Span | None:
    """The noun phrase of the source as far as it stands together and outside the content.

    In "the envoy, who said …" the relative pronoun is the source.
    """
    head = draft.source
    if head is None:
        return None
    clause = _clause_of_cue(head, draft.cue)
    relative = clause.child("nsubj") if clause is not None and clause.dep == "relcl" else None
    if relative is not None and relative.tag in ("WP", "WDT"):
        return reading.span(relative.index, relative.index)
    first = last = head.index
    inside = {t.index for t in head.subtree() if not draft.holds(t.start)}
    inside -= {t.index for t in clause.subtree()} if clause is not None else set()
    for part in _outside(head):
        inside -= {t.index for t in part.subtree()}
    if is_joined(head):
        inside -= set(range(head.index))
    while first - 1 in inside and reading.tokens[first - 1].text not in _DASHES:
        first -= 1
    while last + 1 in inside:
        last += 1
    while last > head.index and reading.tokens[last].pos == "PUNCT":
        last -= 1
    return reading.span(first, last)


def _outside(head: Token) -> Iterator[Token]:
    """What hangs on a source without being part of its name: "even" before it, ", wearing …" behind it."""
    for child in head.children:
        focus = child.index < head.index and child.dep == "advmod" and child.lower in _FOCUS
        aside = child.dep in ("acl", "advcl") and child.tag == "VBG" and follows_comma(child)
        if focus or aside:
            yield child


def _clause_of_cue(head: Token, cue: Token | None) -> Token | None:
    """The verb of the clause that describes a source and holds its cue ("the envoy, who said …"), if any."""
    branch = cue
    while branch is not None and branch.head is not head:
        branch = branch.head if branch.head is not branch else None
    return branch
