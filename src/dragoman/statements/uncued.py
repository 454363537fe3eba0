"""Quotations without a cue: who goes on speaking in them, or signs or introduces them."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.language import Reading, Token
from dragoman.records import Act
from dragoman.statements.cues import verb_group
from dragoman.statements.draft import Content, Draft
from dragoman.statements.joining import add_quote, inside, quote_around, quotes_of
from dragoman.statements.quotes import Quote
from dragoman.statements.sources import source_of
from dragoman.statements.strays import is_finite

_SIGNATURE = re.compile(
    r"\s*(?P<dash>[―—–-]+)\s*(?P<name>[A-Z][^!?()\n]{1,60})(?:\([^)\n]{1,40}\)[^!?\n]{0,30})?$", re.MULTILINE
)
_SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_BEFORE_NAMED = frozenset({"from", "-", "–", "—", "--"})
_STOPS = frozenset(".!?,…—–-:;")
_LONGEST_HEADING = 8  # words
_LONGEST_TAIL = 8  # words of a phrase behind a quotation


def without_cue(drafts: list[Draft], quotes: list[Quote], reading: Reading, taken: set[Quote]) -> list[Draft]:
    """Quotations that no cue claims: the second half of a split quotation, or running dialogue."""
    by_segment: dict[int, list[Draft]] = {}
    for draft in drafts:
        for segment in _segments(draft, reading):
            by_segment.setdefault(segment, []).append(draft)
    found: list[Draft] = []
    for quote in quotes:
        if quote in taken or _is_heading(quote, reading):
            continue
        speech = _signed(quote, reading)
        if speech is None and (_is_sentence(quote, reading) or _after_colon(quote, reading)):
            speech = _continued(quote, by_segment, quotes, reading)
            speech = speech or _introduced(quote, reading) or _dialogue(quote, by_segment, quotes, reading)
        if speech is None and (end := _end_of_tail(quote, reading)) is not None:
            speech = _continued(replace(quote, end=end), by_segment, quotes, reading)
        if speech is None:
            continue
        if all(speech is not d for d in drafts + found):
            found.append(speech)
        by_segment.setdefault(quote.segment, []).append(speech)
    return found


def _segments(draft: Draft, reading: Reading) -> set[int]:
    """The paragraphs of a cue and of the first word of its content."""
    tokens = (reading.token_at(draft.start), draft.cue)
    return {reading.sentence_of(t).segment for t in tokens if t is not None}


def _is_heading(quote: Quote, reading: Reading) -> bool:
    """Whether a quotation is a paragraph of a few words without a stop, as headings are."""
    segment = reading.article.segments[quote.segment]
    text = reading.article.text
    alone = not text[segment.start : quote.start].strip() and not text[quote.end : segment.end].strip()
    words = text[quote.start : quote.end].strip("“”\"'‘’»« ")
    return alone and quote.closed and len(words.split()) <= _LONGEST_HEADING and words[-1:] not in _STOPS


def _continued(
    quote: Quote, by_segment: dict[int, list[Draft]], quotes: list[Quote], reading: Reading
) -> Draft | None:
    """The attribution that a quotation goes on with, the quotation joined to it."""
    before = _speaking_before(quote, by_segment.get(quote.segment, []), quotes)
    if before is not None and not _goes_on(before, quote, quotes, reading):
        return None
    if before is None and quote.continues:
        before = _speaking_before(quote, by_segment.get(_previous(quote.segment, by_segment), []), quotes)
    if before is not None:
        add_quote(quote, before, reading)
    return before


def _goes_on(before: Draft, quote: Quote, quotes: list[Quote], reading: Reading) -> bool:
    """Whether no quotation of a clause, which may be another's, parts a quotation from those before it."""
    end = max(end for start, end in before.content.pieces if start < quote.start)
    between = (q for q in quotes if end <= q.start and q.end <= quote.start)
    return not any(is_finite(t) and t.pos in ("VERB", "AUX") for q in between for t in _tokens(q, reading))


def _dialogue(
    quote: Quote, by_segment: dict[int, list[Draft]], quotes: list[Quote], reading: Reading
) -> Draft | None:
    """A paragraph of quotation without a cue: the speaker of the paragraph before goes on.

    If he was quoted there, the quotation is carried on; else his words are a statement of their own.
    """
    opener = by_segment.get(_previous(quote.segment, by_segment), [])
    speaker = next((d for d in reversed(opener) if _speaks_outside(d, quotes)), None)
    if speaker is None or not opens_paragraph(quote, reading):
        return None
    if _speaking_before(quote, [speaker], quotes) is not None:
        add_quote(quote, speaker, reading)
        return speaker
    content = Content([(quote.start, quote.end)], "quote")
    return Draft(None, [], None, content, Act.INFORM, "quote:dialogue", speaks_as=speaker)


def _speaks_outside(draft: Draft, quotes: list[Quote]) -> bool:
    """Whether an attribution and its source are the reporter's, not in somebody's quotation."""
    source = draft.source
    return (
        source is not None
        and draft.within is None
        and not any(q.start <= source.start < q.end or inside(draft, q) for q in quotes)
    )


def _signed(quote: Quote, reading: Reading) -> Draft | None:
    """A quotation or a post with its speaker behind a dash: "“…” — Name", "… — Name (@handle) May 3"."""
    segment = reading.article.segments[quote.segment]
    signature = _SIGNATURE.match(reading.article.text, quote.end, segment.end)
    if signature is None:
        return None
    end = signature.end("name")
    signed = reading.tokens_in(reading.article.span(signature.start("dash"), end))
    names = [t for t in signed[1:] if t.pos == "PROPN"]
    if not names or any(t.pos in ("VERB", "AUX") for t in signed):
        return None
    dash = signed[0]
    head = next((t for t in names if t.head.index < names[0].index or t.head is t), names[-1])
    draft = Draft(
        dash, [dash], head, Content([(quote.start, quote.end)], "quote"), Act.INFORM, "quote:signed"
    )
    if "(@" in signature.group():
        draft.via.append("Twitter")
    return draft


def _after_colon(quote: Quote, reading: Reading) -> bool:
    """Whether a colon, in the same paragraph or at the end of the one before, introduces a quotation."""
    return reading.article.text[: quote.start].rstrip()[-1:] == ":"


def _introduced(quote: Quote, reading: Reading) -> Draft | None:
    """A quotation behind a colon, said by the subject of the sentence before the colon."""
    if not _after_colon(quote, reading):
        return None
    colon = reading.token_at(len(reading.article.text[: quote.start].rstrip()) - 1)
    if colon is None:
        return None
    sentence = reading.sentence_of(colon)
    named = _named_before(colon, quote, reading)
    if named is not None:
        content = Content([(quote.start, quote.end)], "quote")
        return Draft(colon, [colon], named, content, Act.INFORM, "quote:name and colon")
    roots = [t for t in reading.tokens[sentence.first : colon.index] if t.head is t and t.tag[:2] == "VB"]
    source = source_of(roots[0]) if roots else None
    if source is None:
        return None
    return Draft(
        roots[0],
        verb_group(roots[0]),
        source,
        Content([(quote.start, quote.end)], "quote"),
        Act.INFORM,
        "quote:colon",
    )


def _named_before(colon: Token, quote: Quote, reading: Reading) -> Token | None:
    """The name that stands alone before a colon and a quotation ("Petrova: “…”", "from Petrova: “…”")."""
    mention = reading.mention_by_head.get(colon.index - 1)
    if mention is None or mention.label not in _SPEAKERS or colon.end > quote.start:
        return None
    if reading.sentence_of(colon).segment != quote.segment:
        return None
    before = reading.tokens[mention.first - 1] if mention.first else None
    alone = before is None or before.sentence != colon.sentence or before.lower in _BEFORE_NAMED
    return reading.tokens[mention.head] if alone else None


def _previous(segment: int, by_segment: dict[int, list[Draft]]) -> int:
    return max((s for s in by_segment if s < segment), default=-1)


def _speaking_before(quote: Quote, drafts: list[Draft], quotes: list[Quote]) -> Draft | None:
    """The last attribution before a quotation that holds a quotation itself.

    One that only tells where another was printed ("“…,” she said, according to the Post") says nothing.
    """
    earlier = [
        d
        for d in drafts
        if d.start < quote.start
        and d.content.kind in ("quote", "clause")
        and any(q is not quote for q in quotes_of(d, quotes))
        and (d.cue is None or quote_around(quotes, d.cue.start) is None)
    ]
    earlier = [d for d in earlier if not any(o.cue and d.holds(o.cue.start) for o in earlier)]
    return max(earlier, key=lambda d: d.end, default=None)


def _is_sentence(quote: Quote, reading: Reading) -> bool:
    """Whether a quotation begins a sentence and holds at least one of its own."""
    inside = [t for t in _tokens(quote, reading) if t.pos != "PUNCT"]
    if not inside:
        return False
    sentence = reading.sentence_of(inside[0])
    if any(t.pos != "PUNCT" for t in reading.tokens[sentence.first : inside[0].index]):
        return False
    closes = quote.end >= reading.tokens[sentence.last].end - 1
    return closes and any(t.pos in ("VERB", "AUX") for t in inside)


def _end_of_tail(quote: Quote, reading: Reading) -> int | None:
    """Where a sentence ends that a quotation opens and a phrase closes ("“We sail alone” to Oslo.")."""
    inside = [t for t in _tokens(quote, reading) if t.pos != "PUNCT"]
    if not inside or not quote.closed or not any(is_finite(t) for t in inside):
        return None
    sentence = reading.sentence_of(inside[0])
    words = [t for t in reading.tokens[sentence.first : sentence.last + 1] if t.pos != "PUNCT"]
    tail = [t for t in words if t.start >= quote.end]
    closed = words[0] is inside[0] and tail and len(tail) <= _LONGEST_TAIL
    if not closed or any(is_finite(t) or t.tag == "VBG" for t in tail):
        return None
    between = reading.article.text[quote.end : tail[0].start]
    return tail[-1].end if between.isspace() else None


def _tokens(quote: Quote, reading: Reading) -> list[Token]:
    return reading.tokens_in(reading.article.span(quote.start, quote.end))


def opens_paragraph(quote: Quote, reading: Reading) -> bool:
    """Whether nothing stands before a quotation in its paragraph.

    Args:
        quote: the quotation. reading: the reading that it is in.
    """
    segment = reading.article.segments[quote.segment]
    return not reading.article.text[segment.start : quote.start].strip()
