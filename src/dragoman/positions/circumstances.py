"""On what condition a clause holds, since when, and the words that it rests on."""

from __future__ import annotations

from dataclasses import replace

from dragoman.article import Span
from dragoman.language import Time, Token
from dragoman.positions.clauses import Clause
from dragoman.positions.conditions import awaited, conditions, is_supposed
from dragoman.positions.drafts import Context
from dragoman.records import Date, Event, Position, Statement

_VERBAL = frozenset({"VERB", "AUX"})
_TIMED = frozenset({"npadvmod", "advmod", "prep", "tmod", "nmod"})
_PRESENT = frozenset({"VBZ", "VBP", "VBG", "VB", "MD"})
_OFFSET = frozenset("since until till before after by within for".split())
_CLOSING = frozenset({"”", '"', "'", ")"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp"})
_MEANWHILE = frozenset({"as", "when", "while"})
_LOOSE = frozenset({"conj", "cc", "relcl", "punct", "parataxis"})


def condition_spans(context: Context, clause: Clause) -> tuple[Span, ...]:
    """The words of the conditions of a clause; of one that only waits for another, that other's words."""
    found = [awaited(clause)] if is_supposed(clause) else conditions(clause)
    return tuple(_span(context, tokens) for tokens in found if tokens)


def date_of(context: Context, clause: Clause, statement: Statement | None) -> Date | None:
    """When a clause was said; in the outlet's own words when it happened, publication for what lasts."""
    if said := _said(context, clause):
        return said
    if statement is not None:
        return statement.said
    return time_of(context, clause) or (context.published if _is_present(clause.outermost) else None)


def time_of(context: Context, clause: Clause) -> Date | None:
    """The time that the clause's own words name."""
    return next((day for word in clause.chain if (day := _first_time(context, _timed(word)))), None)


def time_around(context: Context, word: Token) -> Date | None:
    """The time in which what a word tells is set: its own, or that of the nearest clause around it."""
    for above in (word, *word.ancestors()):
        if (above is word or above.pos in _VERBAL) and (day := _first_time(context, _timed(above))):
            return day
    return None


def evidence_of(context: Context, clause: Clause, matter: Token) -> tuple[Span, ...]:
    """The words of a clause: its governors, who does it, what it is about.

    Who does what a fellow verb tells too is a piece of its own: "NORDEN condemned the raid and URGED TALKS".
    """
    words, agent = _own_words(clause), clause.agent
    own = [t.index for t in (*words, matter, *_close(clause.predicate))]
    doer: list[int] = []
    if agent is not None and agent.sentence == clause.predicate.sentence:
        doer = [t.index for t in _close(agent)]
    is_shared = doer and len(words) < len(clause.chain) and agent is not None and agent.head not in words
    pieces = [doer, own] if is_shared else [doer + own]
    return tuple(_span(context, context.reading.tokens[min(p) : max(p) + 1]) for p in pieces)


def _own_words(clause: Clause) -> list[Token]:
    """The words of a clause's chain below the first verb that only shares its doer with another."""
    for place, word in enumerate(clause.chain):
        if word.dep == "conj" and word.pos in _VERBAL and word.head.pos in _VERBAL:
            return clause.chain[: place + 1]
    return clause.chain


def with_clauses(context: Context, positions: list[Position]) -> list[Position]:
    """Positions read from whole records, with the clause that shows each as its evidence."""
    events = {event.id: event for event in context.events}
    statements = {statement.id: statement for statement in context.statements}
    return [
        replace(p, evidence=_evidence_of_event(context, events[p.event]))
        if p.event
        else replace(p, evidence=_evidence_of_statement(context, statements[p.statement]))
        if p.statement
        else p
        for p in positions
    ]


def _evidence_of_statement(context: Context, statement: Statement) -> tuple[Span, ...]:
    """The words of a statement with those that report it, one piece for each sentence."""
    pieces = [*statement.cue, *statement.content, *([statement.source] if statement.source else [])]
    tokens = sorted({t.index: t for piece in pieces for t in context.reading.tokens_in(piece)}.items())
    by_sentence: dict[int, list[Token]] = {}
    for _, token in tokens:
        by_sentence.setdefault(token.sentence, []).append(token)
    return tuple(_whole(context, found) for found in by_sentence.values()) or statement.content


def _evidence_of_event(context: Context, event: Event) -> tuple[Span, ...]:
    """The clause of an event's trigger: its verb with what stands with it."""
    tokens = [t for piece in event.trigger for t in context.reading.tokens_in(piece)]
    if not tokens:
        return event.trigger
    verb = _verb_over(min(tokens, key=_depth))
    return (_whole(context, [*tokens, *_close(verb)]),)


def _whole(context: Context, tokens: list[Token]) -> Span:
    indexes = [t.index for t in tokens]
    return _span(context, context.reading.tokens[min(indexes) : max(indexes) + 1])


def _verb_over(token: Token) -> Token:
    """The verb of whose clause a word is, if it is one of its own sentence."""
    word = token
    while word.pos not in _VERBAL and word.head is not word:
        word = word.head
    return word if word.pos in _VERBAL else token


def _depth(token: Token) -> int:
    depth = 0
    while token.head is not token:
        token, depth = token.head, depth + 1
    return depth


def _said(context: Context, clause: Clause) -> Date | None:
    """The time of the verb that reports the clause: "on Monday he said that …"."""
    top = clause.outermost
    if top.dep != "ccomp" or top.head is top:
        return None
    before = [c for c in top.head.children if c.index < top.index and c.dep in _TIMED and not _is_offset(c)]
    return _first_time(context, [t for c in before for t in (c, *c.children)])


def _first_time(context: Context, tokens: list[Token]) -> Date | None:
    times = context.reading.time_by_token
    for token in tokens:
        if (time := times.get(token.index)) and not _is_offset(_over(token, time)):
            return Date(time.value, time.precision)
    return None


def _over(token: Token, time: Time) -> Token:
    """What the words of a time hang on: "since" in "since last year"."""
    while time.first <= token.head.index <= time.last and token.head is not token:
        token = token.head
    return token.head


def _is_offset(token: Token) -> bool:
    """Whether a preposition only counts from or up to a time."""
    return token.dep == "prep" and token.lower in _OFFSET


def _is_present(token: Token) -> bool:
    finite = next((c for c in token.children if c.dep in ("aux", "auxpass")), token)
    return finite.tag in _PRESENT


def _close(head: Token) -> list[Token]:
    """The token and what is below it, without what is coordinated with it and without relative clauses."""
    found = [head]
    for token in found:
        found.extend(c for c in token.children if c.dep not in _LOOSE)
    return found


def _timed(head: Token) -> list[Token]:
    """A token and what is below it in its own clause, and in one that only sets the time ("WHILE …")."""
    found = [head]
    for token in found:
        found.extend(
            c for c in token.children if c.dep not in _LOOSE and (c.dep not in _CLAUSES or _sets_time(c))
        )
    return found


def _sets_time(clause: Token) -> bool:
    return clause.dep == "advcl" and any(c.lower in _MEANWHILE for c in clause.all("mark", "advmod"))


def _span(context: Context, tokens: list[Token]) -> Span:
    last = len(tokens) - 1
    while last and tokens[last].pos in ("PUNCT", "SPACE") and tokens[last].text not in _CLOSING:
        last -= 1
    return context.reading.span(tokens[0].index, tokens[last].index)
