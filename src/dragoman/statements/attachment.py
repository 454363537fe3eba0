"""Quotations joined to the cues that they stand beside."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from dragoman.language import Reading, Token
from dragoman.records import Act
from dragoman.statements.draft import Draft, Piece
from dragoman.statements.joining import (
    MARKS_ONLY,
    add_quote,
    inside,
    merge,
    overlaps,
    quote_around,
    quotes_of,
    quotes_over,
)
from dragoman.statements.lexicon import Lexicon
from dragoman.statements.quotes import Quote
from dragoman.statements.uncued import opens_paragraph, without_cue

_BESIDE = re.compile(r"^[\s,:—–-]*(?:that\b)?[\s,:—–-]*$")
_CONTRAST = re.compile(r"^,\s+(?:and|but)\s+$")  # "…, she said, but “…”"
_NAMING = frozenset({"object", "as"})  # contents that a quotation may complete ("called him a “…”")
_NAMING_GAP = 3  # tokens between such a content and its quotation
_TENSES = frozenset({"VBD", "VBZ", "VBP"})
_LONGEST_LEAD = 14  # tokens between a cue and the quotation that it introduces ("said in a … on Monday: “")


def attach_quotes(
    drafts: list[Draft], quotes: list[Quote], reading: Reading, lexicon: Lexicon
) -> list[Draft]:
    """The drafts with the quotations that belong to them, and drafts for quotations without a cue.

    Args:
        drafts: attributions by syntax alone.
        quotes: the quotations of the article, in order.
        reading: the reading. lexicon: the cues.

    Returns:
        The drafts that hold some content, in order of the text.
    """
    taken: set[Quote] = set()
    for draft in drafts:
        _beside(draft, quotes, reading, lexicon, taken)
    for draft in drafts:
        _begun_before(draft, drafts, quotes, reading, taken)
    for draft in drafts:
        _widen(draft, quotes, reading.article.text)
        taken.update(q for q in quotes_of(draft, quotes) if not inside(draft, q))
    kept = [d for d in drafts if d.content.pieces]
    kept.extend(without_cue(kept, quotes, reading, taken))
    kept.sort(key=lambda d: (d.start, -d.end))
    return kept


def _beside(draft: Draft, quotes: list[Quote], reading: Reading, lexicon: Lexicon, taken: set[Quote]) -> None:
    """Add the quotations that stand directly before and after the cue with its source."""
    cue = draft.cue
    if cue is None or not any("quote" in f.takes for f in lexicon.verbs.get(cue.lemma, ())):
        return
    if draft.act is Act.DECLINE:
        return
    first, last = _cluster(draft, quotes)
    text = reading.article.text
    for quote in _near(quotes, first, last, reading):
        if inside(draft, quote) or quote in taken or _is_in_source(quote, draft, reading):
            continue
        before = _precedes(quote, first, draft, text, lexicon)
        if before or _follows(quote, last, cue, draft, reading):
            add_quote(
                quote, draft, reading, _leading_words(quote, reading, lexicon) if before else quote.start
            )
            taken.add(quote)


def _near(quotes: list[Quote], first: Token, last: Token, reading: Reading) -> list[Quote]:
    """The quotations in the sentence of a cue's words, the one before them and the one behind."""
    end = reading.tokens[reading.sentence_of(last).last].end
    before = bisect_right(quotes, first.start, key=lambda q: q.end)
    return quotes[max(0, before - 1) : bisect_left(quotes, end, key=lambda q: q.start) + 1]


def _begun_before(
    draft: Draft, drafts: list[Draft], quotes: list[Quote], reading: Reading, taken: set[Quote]
) -> None:
    """Add the paragraphs before that a quotation goes on from, where its cue stands in the last of them."""
    held = next((q for q in quotes_of(draft, quotes) if not inside(draft, q)), None)
    place = quotes.index(held) if held is not None and held.continues else 0
    while place and quotes[place].continues:
        place -= 1
        quote = quotes[place]
        others = any(overlaps(d, quote) and not inside(d, quote) for d in drafts)
        if quote in taken or others or not opens_paragraph(quote, reading):
            return
        add_quote(quote, draft, reading)
        taken.add(quote)


def _is_in_source(quote: Quote, draft: Draft, reading: Reading) -> bool:
    """Whether a quotation is a name within the source ("the author of “Ports”"): no comma leads up to it."""
    opening = reading.token_at(quote.start)
    source = draft.source
    if opening is None or source is None or opening.index <= source.index:
        return False
    first = reading.tokens[min(opening.index + 1, len(reading.tokens) - 1)]
    return first.is_under(source) and reading.tokens[opening.index - 1].pos in ("ADP", "NOUN", "DET", "PRON")


def _leading_words(quote: Quote, reading: Reading, lexicon: Lexicon) -> int:
    """Where the sentence begins that a quotation before its cue ends ("The plan “is dead,” he said").

    A comma or colon before the quotation, or another report, parts the words from it.
    """
    opening = reading.token_at(quote.start)
    if opening is None:
        return quote.start
    sentence = reading.sentence_of(opening)
    words = [t for t in reading.tokens[sentence.first : opening.index] if t.pos != "SPACE"]
    if not words or words[-1].pos == "PUNCT" or reading.sentence_of(words[0]).segment != quote.segment:
        return quote.start
    tensed = [t for t in words if t.tag in _TENSES and t.dep not in ("relcl", "acl")]
    if any("quote" in f.takes for t in tensed for f in lexicon.verbs.get(t.lemma, ())):
        return quote.start
    return words[0].start


def _precedes(quote: Quote, first: Token, draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether a quotation leads up to the cue: it ends with a comma, a question or exclamation mark."""
    if quote.end > first.start or not MARKS_ONLY.match(text[quote.end : first.start]):
        return False
    if _is_said_before(draft, lexicon) and not _is_first_half(quote, draft, text):
        return False
    said = text[quote.start : first.start].rstrip(" \t\"”’'»")
    ending = said[-1:]
    if ending in ",—–-" or said.endswith(("...", "…")):
        return True
    return ending != "." and "\n" not in text[quote.end : first.start] and not draft.content.pieces


def _is_first_half(quote: Quote, draft: Draft, text: str) -> bool:
    """Whether a quotation that opens its sentence goes on behind the cue ("“To go,” he said, “is vain.”")."""
    opens = text[max(0, quote.start - 2) : quote.start].rstrip(" ")[-1:] in ("", "\n", ".", "!", "?", "”")
    return opens and text[draft.start] == text[quote.start] and text[quote.end - 2] == ","


def _is_said_before(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a quotation before a cue ends the words of an earlier clause or report.

    "He called it “dead,” adding that …"; "While calling him “a friend,” she said he was wrong".
    """
    cue = draft.cue
    if cue is None or not draft.content.pieces or draft.start < cue.start:
        return False
    if cue.tag == "VBG" and cue.dep in ("advcl", "acl"):
        return True
    root = draft.content.root
    told = root is not None and any("quote" in f.takes for f in lexicon.verbs.get(root.lemma, ()))
    return draft.content.kind == "clause" and draft.start - cue.end < 3 and not told


def _cluster(draft: Draft, quotes: list[Quote]) -> tuple[Token, Token]:
    """The first and the last token of the cue with its source, auxiliaries and addressee."""
    cue = draft.cue
    assert cue is not None
    members = [cue, *cue.all("aux", "auxpass", "neg", "advmod", "prt")]
    if draft.source is not None and draft.source.sentence == cue.sentence and draft.source.head is cue:
        members.extend(draft.source.subtree())
    around = quote_around(quotes, cue.start)
    members = [m for m in members if quote_around(quotes, m.start) in (None, around)]
    members = [m for m in members if not draft.holds(m.start)] or [cue]
    return min(members, key=lambda t: t.index), max(members, key=lambda t: t.index)


def _follows(quote: Quote, last: Token, cue: Token, draft: Draft, reading: Reading) -> bool:
    if quote.start < last.end:
        return False
    between = reading.article.text[last.end : quote.start]
    if _BESIDE.match(between):
        return True
    if draft.content.pieces and draft.end <= cue.start and _CONTRAST.match(between):
        return reading.article.text[quote.start : quote.end].rstrip("”\"'’»")[-1:] in (".", "?", "!")
    opening = reading.token_at(quote.start)
    if opening is None or opening.sentence != cue.sentence or opening.index - last.index > _LONGEST_LEAD:
        return False
    if draft.content.kind in _NAMING and draft.content.pieces:
        gap = (
            reading.tokens_in(reading.article.span(draft.end, quote.start)) if quote.start > draft.end else []
        )
        return len(gap) <= _NAMING_GAP and not any(t.pos == "VERB" for t in gap)
    if not between.rstrip().endswith((":", ",")):
        return False
    if draft.content.pieces and not _is_split(quote, draft, cue, reading):
        return False
    lead = reading.tokens[last.index + 1 : opening.index]
    return not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in lead)


def _is_split(quote: Quote, draft: Draft, cue: Token, reading: Reading) -> bool:
    """Whether a quotation goes on behind the cue of its first half ("“Yes,” he said in May, “but …”")."""
    text = reading.article.text
    quoted = text[draft.start : draft.end].rstrip(" ,")
    opener = text[quote.start]
    return draft.end <= cue.start and text[draft.start] == opener and quoted[-1:] in "”\"'"


def _widen(draft: Draft, quotes: list[Quote], text: str) -> None:
    """Let a piece that begins or ends within a quotation hold all of it, its marks included."""
    pieces = []
    for start, end in draft.content.pieces:
        low, high = start, end
        for quote in quotes_over(quotes, start, end):
            if inside(draft, quote):
                continue
            if quote.start <= start < quote.end:
                low = min(low, quote.start)
                high = max(high, quote.end)
            elif start <= quote.start < end <= quote.end:
                high = max(high, quote.end)
        pieces.append((low, high))
    around = quote_around(quotes, draft.cue.start) if draft.cue is not None else None
    root = draft.content.root
    if around is not None and root is not None and root.start >= around.end and draft.start < around.end:
        pieces = []
    draft.content.pieces = merge(_clipped(pieces, around, text) if around is not None else pieces, "")


def _clipped(pieces: list[Piece], around: Quote, text: str) -> list[Piece]:
    """The pieces within the quotation that holds their cue and opens them: the reporter speaks behind it."""
    if not any(around.start <= start < around.end for start, _ in pieces):
        return pieces
    last = len(text[: around.end].rstrip("”\"'’»")) if around.closed else around.end
    inside = [(max(start, around.start), min(end, around.end)) for start, end in pieces]
    inside = [(start, min(end, last) if end == around.end else end) for start, end in inside]
    return [(start, end) for start, end in inside if start < end]
