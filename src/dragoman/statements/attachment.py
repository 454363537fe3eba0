"""Quotations joined to the cues that they stand beside."""

from __future__ import annotations

import re

from dragoman.language import Reading, Token
from dragoman.records import Act
from dragoman.statements.cues import verb_group
from dragoman.statements.draft import Content, Draft, Piece
from dragoman.statements.lexicon import Lexicon
from dragoman.statements.quotes import Quote
from dragoman.statements.sources import source_of

_MARKS_ONLY = re.compile(r"^[\s,.;:!?—–…'\"“”‘’-]*$")
_BESIDE = re.compile(r"^[\s,:—–-]*(?:that\b)?[\s,:—–-]*$")
_CONTRAST = re.compile(r"^,\s+(?:and|but)\s+$")  # "…, she said, but “…”"
_SIGNATURE = re.compile(
    r"\s*(?P<dash>[―—–-]+)\s*(?P<name>[A-Z][^!?()\n]{1,60})(?:\([^)\n]{1,40}\)[^!?\n]{0,30})?$", re.MULTILINE
)
_NAMING = frozenset({"object", "as"})  # contents that a quotation may complete ("called him a “…”")
_NAMING_GAP = 3  # tokens between such a content and its quotation
_SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_BEFORE_NAMED = frozenset({"from", "-", "–", "—", "--"})
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
        _widen(draft, quotes, reading.article.text)
        taken.update(q for q in quotes if _overlaps(draft, q) and not _inside(draft, q))
    kept = [d for d in drafts if d.content.pieces]
    kept.extend(_without_cue(kept, quotes, reading, taken))
    kept.sort(key=lambda d: (d.start, -d.end))
    return kept


def _inside(draft: Draft, quote: Quote) -> bool:
    """Whether the cue is itself quoted."""
    return draft.cue is not None and quote.start <= draft.cue.start < quote.end


def _overlaps(draft: Draft, quote: Quote) -> bool:
    return any(start < quote.end and quote.start < end for start, end in draft.content.pieces)


def _beside(draft: Draft, quotes: list[Quote], reading: Reading, lexicon: Lexicon, taken: set[Quote]) -> None:
    """Add the quotations that stand directly before and after the cue with its source."""
    cue = draft.cue
    if cue is None or not any("quote" in f.takes for f in lexicon.verbs.get(cue.lemma, ())):
        return
    if draft.act is Act.DECLINE:
        return
    first, last = _cluster(draft, quotes)
    text = reading.article.text
    for quote in quotes:
        if _inside(draft, quote) or quote in taken or _is_in_source(quote, draft, reading):
            continue
        before = _precedes(quote, first, draft, text, lexicon)
        if before or _follows(quote, last, cue, draft, reading):
            _add(quote, draft, reading, _leading_words(quote, reading, lexicon) if before else quote.start)
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
    if quote.end > first.start or not _MARKS_ONLY.match(text[quote.end : first.start]):
        return False
    if _is_said_before(draft, lexicon):
        return False
    said = text[quote.start : first.start].rstrip(" \t\"”’'»")
    ending = said[-1:]
    if ending in ",—–-" or said.endswith(("...", "…")):
        return True
    return ending != "." and "\n" not in text[quote.end : first.start] and not draft.content.pieces


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
    quoted = [q for q in quotes if not _inside(draft, q)]
    members = [m for m in members if not any(q.start <= m.start < q.end for q in quoted)]
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
        for quote in quotes:
            if _inside(draft, quote):
                continue
            if quote.start <= start < quote.end:
                low = min(low, quote.start)
                high = max(high, quote.end)
            elif start <= quote.start < end <= quote.end:
                high = max(high, quote.end)
        pieces.append((low, high))
    around = next((q for q in quotes if _inside(draft, q)), None)
    root = draft.content.root
    if around is not None and root is not None and root.start >= around.end and draft.start < around.end:
        pieces = []
    draft.content.pieces = _merge(_clipped(pieces, around, text) if around is not None else pieces, "")


def _clipped(pieces: list[Piece], around: Quote, text: str) -> list[Piece]:
    """The pieces within the quotation that holds their cue and opens them: the reporter speaks behind it."""
    if not any(around.start <= start < around.end for start, _ in pieces):
        return pieces
    last = len(text[: around.end].rstrip("”\"'’»")) if around.closed else around.end
    inside = [(max(start, around.start), min(end, around.end)) for start, end in pieces]
    inside = [(start, min(end, last) if end == around.end else end) for start, end in inside]
    return [(start, end) for start, end in inside if start < end]


def _merge(pieces: list[Piece], text: str) -> list[Piece]:
    """Pieces in order, those that overlap or are parted by marks alone joined."""
    merged: list[Piece] = []
    for start, end in sorted(pieces):
        if merged and (start <= merged[-1][1] or (text and _joined(text, merged[-1][1], start))):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _joined(text: str, end: int, start: int) -> bool:
    return bool(_MARKS_ONLY.match(text[end:start])) and "\n" not in text[end:start]


def _without_cue(
    drafts: list[Draft], quotes: list[Quote], reading: Reading, taken: set[Quote]
) -> list[Draft]:
    """Quotations that no cue claims: the second half of a split quotation, or running dialogue."""
    by_segment: dict[int, list[Draft]] = {}
    for draft in drafts:
        token = reading.token_at(draft.start)
        if token is not None:
            by_segment.setdefault(reading.sentence_of(token).segment, []).append(draft)
    found: list[Draft] = []
    for quote in quotes:
        if quote in taken:
            continue
        speech = _signed(quote, reading)
        if speech is None and (_is_sentence(quote, reading) or _after_colon(quote, reading)):
            speech = _continued(quote, by_segment, quotes, reading)
            speech = speech or _introduced(quote, reading) or _dialogue(quote, by_segment, quotes, reading)
        if speech is None:
            continue
        if all(speech is not d for d in drafts + found):
            found.append(speech)
        by_segment.setdefault(quote.segment, []).append(speech)
    return found


def _continued(
    quote: Quote, by_segment: dict[int, list[Draft]], quotes: list[Quote], reading: Reading
) -> Draft | None:
    """The attribution that a quotation goes on with, the quotation joined to it."""
    before = _speaking_before(quote, by_segment.get(quote.segment, []), quotes)
    if before is None and quote.continues:
        before = _speaking_before(quote, by_segment.get(_previous(quote.segment, by_segment), []), quotes)
    if before is not None:
        _add(quote, before, reading)
    return before


def _add(quote: Quote, draft: Draft, reading: Reading, start: int | None = None) -> None:
    pieces = [*draft.content.pieces, (quote.start if start is None else start, quote.end)]
    draft.content.pieces = _merge(pieces, reading.article.text)


def _dialogue(
    quote: Quote, by_segment: dict[int, list[Draft]], quotes: list[Quote], reading: Reading
) -> Draft | None:
    """A paragraph of quotation without a cue: the speaker of the paragraph before goes on.

    If he was quoted there, the quotation is carried on; else his words are a statement of their own.
    """
    opener = by_segment.get(_previous(quote.segment, by_segment), [])
    speaker = next((d for d in reversed(opener) if _speaks_outside(d, quotes)), None)
    if speaker is None or not _opens_paragraph(quote, reading):
        return None
    if _speaking_before(quote, [speaker], quotes) is not None:
        _add(quote, speaker, reading)
        return speaker
    content = Content([(quote.start, quote.end)], "quote")
    return Draft(None, [], None, content, Act.INFORM, "quote:dialogue", speaks_as=speaker)


def _speaks_outside(draft: Draft, quotes: list[Quote]) -> bool:
    """Whether the source of an attribution is named by the reporter, not in somebody's quotation."""
    source = draft.source
    return (
        source is not None
        and draft.within is None
        and not any(q.start <= source.start < q.end for q in quotes)
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
    """The last attribution before a quotation that holds a quotation itself."""
    earlier = [
        d for d in drafts if d.start < quote.start and any(_overlaps(d, q) for q in quotes if q is not quote)
    ]
    earlier = [d for d in earlier if d.content.kind in ("quote", "clause")]
    return max(earlier, key=lambda d: d.end, default=None)


def _is_sentence(quote: Quote, reading: Reading) -> bool:
    """Whether a quotation begins a sentence and holds at least one of its own."""
    inside = [t for t in _tokens(quote, reading) if t.pos != "PUNCT"]
    if not inside:
        return False
    sentence = reading.sentence_of(inside[0])
    if any(t.pos != "PUNCT" for t in reading.tokens[sentence.first : inside[0].index]):
        return False
    own = reading.tokens[inside[0].index : sentence.last + 1]
    return quote.end >= own[-1].end - 1 and any(t.pos in ("VERB", "AUX") for t in own)


def _tokens(quote: Quote, reading: Reading) -> list[Token]:
    return reading.tokens_in(reading.article.span(quote.start, quote.end))


def _opens_paragraph(quote: Quote, reading: Reading) -> bool:
    segment = reading.article.segments[quote.segment]
    return not reading.article.text[segment.start : quote.start].strip()
