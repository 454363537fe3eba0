"""Positions read from the words of sentences: a row's word, said of its matter, in a clause that goes so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.article import Span, Zone
from dragoman.language import Sentence, Token
from dragoman.positions.clauses import Clause, conditions, read_clause
from dragoman.positions.drafts import Context, both_sides, draft, foreign, is_current
from dragoman.positions.issues import Holder, Mode, Of, Row
from dragoman.records import Act, Actor, Date, Position, Statement

_READ = frozenset({Zone.BODY, Zone.CAPTION, Zone.DATELINE})
_COMPLEMENTS = frozenset(
    {"dobj", "nsubjpass", "attr", "oprd", "pobj", "pcomp", "prep", "acomp", "dative", "agent"}
)
_SMALL_CLAUSE = frozenset({"ccomp", "xcomp"})
_OF = frozenset(
    {"of", "in", "on", "for", "to", "with", "from", "about", "toward", "towards", "at", "over", "between"}
)
_TOWARDS = frozenset(
    {
        "with",
        "against",
        "on",
        "to",
        "toward",
        "towards",
        "from",
        "in",
        "at",
        "for",
        "between",
        "over",
        "of",
        "out",
    }
)
_TIMED = frozenset({"npadvmod", "advmod", "prep", "tmod", "nmod"})
_CONDITIONED = frozenset({Mode.DONE, Mode.WILL, Mode.READY, Mode.REFUSED})
_PRESENT = frozenset({"VBZ", "VBP", "VBG", "VB", "MD"})


@dataclass(slots=True)
class _Match:
    """A row that fits a word, and the word of the matter or party that it is said of."""

    row: Row
    predicate: Token
    matter: Token


def from_sentences(context: Context) -> Iterator[Position]:
    """The positions that the sentences of a reading show."""
    for sentence in context.reading.sentences:
        if sentence.zone in _READ:
            for match in _best(_matches(context, sentence)):
                yield from _positions(context, match)


def _matches(context: Context, sentence: Sentence) -> Iterator[_Match]:
    by_word = context.issues.by_word
    for token in context.reading.sentence_tokens(sentence):
        rows = by_word.get(token.lemma)
        if not rows or token.pos in ("PROPN", "DET", "AUX"):
            continue
        done: set[str] = set()
        if _is_background(token):
            continue
        for row, part, rest in rows:
            if (
                row.issue in done
                or (part and token.pos != part)
                or (rest and not _stands_beside(token, rest))
            ):
                continue
            matter = _matter(context, token, row)
            if matter is not None and _company(context, token, row):
                done.add(row.issue)
                yield _Match(row, token, matter)


def _best(matches: Iterator[_Match]) -> list[_Match]:
    """Of the rows that read the same matter, the first of its issue."""
    best: dict[tuple[str, int], _Match] = {}
    for match in matches:
        key = (match.row.issue, match.matter.index)
        if key not in best or match.row.order < best[key].row.order:
            best[key] = match
    return list(best.values())


_BACKGROUND = frozenset(
    {"throughout", "during", "after", "before", "since", "amid", "following", "despite", "until"}
)


def _is_background(token: Token) -> bool:
    """Whether a noun only sets the time of something else ("after the closure of the embassy")."""
    return token.pos == "NOUN" and token.dep == "pobj" and token.head.lower in _BACKGROUND


def _stands_beside(token: Token, rest: tuple[str, ...]) -> bool:
    return all(any(c.lower == word for c in token.children) for word in rest)


def _company(context: Context, token: Token, row: Row) -> bool:
    if not row.beside and not row.without:
        return True
    around = {t.lemma for t in token.subtree()}
    return (not row.beside or bool(around & row.beside)) and not around & row.without


# ---- what a row's word is said of ----


def _matter(context: Context, token: Token, row: Row) -> Token | None:
    if row.of is Of.SELF:
        return token
    if row.of is Of.PARTY:
        return _party(context, token)
    return next((t for t in _region(token) if _names_matter(context, t, row.issue)), None)


def _names_matter(context: Context, token: Token, issue: str) -> bool:
    """Whether a token names the issue, and does not only tell another issue's matter apart ("peace deal")."""
    if not context.is_matter(token, issue):
        return False
    head = token.head
    return token.dep not in ("compound", "nmod", "amod") or not any(
        context.is_matter(head, other) for other in context.issues.issues if other != issue
    )


def _party(context: Context, token: Token) -> Token | None:
    return next((head for head in _objects(token) if context.parties.under(head)), None)


def _objects(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep in ("dobj", "nsubjpass", "dative", "poss"):
            yield child
        elif child.dep == "prep" and child.lower in ("with", "to", "of", "between"):
            yield from (c for c in child.children if c.dep == "pobj")
    if token.dep == "relcl":
        yield token.head


def _region(token: Token) -> Iterator[Token]:
    """The words that a verb, noun or adjective is said of, nearest first."""
    if token.pos == "ADJ":
        yield from _of_adjective(token)
    elif token.dep in ("acl", "relcl") and token.head.pos == "NOUN":
        yield from _phrase(token.head, 1)
    has_object = any(c.dep in ("dobj", "nsubjpass") for c in token.children)
    for child in token.children:
        if child.dep in _COMPLEMENTS and (child.dep != "prep" or child.lower in _OF):
            yield from _phrase(child, 3)
        elif child.dep in _SMALL_CLAUSE and child.pos in ("ADJ", "NOUN"):
            yield from (t for c in child.children if c.dep in ("nsubj", "dobj") for t in _phrase(c, 1))
        elif child.dep == "nsubj" and not has_object and token.pos in ("VERB", "AUX"):
            yield from _phrase(child, 2)
        elif child.dep in ("compound", "amod", "poss") and token.pos == "NOUN":
            yield child


def _of_adjective(token: Token) -> Iterator[Token]:
    if token.dep == "amod":
        yield token.head
    elif token.dep in ("acomp", "oprd", "ccomp"):
        holders = [
            c for c in (*token.children, *token.head.children) if c.dep in ("nsubj", "nsubjpass", "dobj")
        ]
        yield from (t for c in holders for t in _phrase(c, 1))


def _phrase(head: Token, depth: int) -> Iterator[Token]:
    """A noun phrase's head and what it is of: "day" and "talks" in "a second day of talks"."""
    if head.dep not in ("prep", "agent"):
        yield head
    if depth == 0:
        return
    for child in head.children:
        if child.dep in ("prep",) and child.lower in _OF or child.dep in ("pobj", "conj", "pcomp"):
            if child.dep != "conj" or child.pos in ("NOUN", "PROPN"):
                yield from _phrase(child, depth - (child.dep != "pobj"))
        elif child.dep in ("compound", "nmod"):
            yield child


# ---- who holds it, towards whom ----


def _positions(context: Context, match: _Match) -> Iterator[Position]:
    clause = read_clause(match.predicate)
    statement = context.statement_at.get(match.predicate.index)
    mode = clause.mode
    if mode is Mode.MAY and statement is not None and statement.act is Act.DECLINE:
        mode = Mode.UNSAID
    if clause.hypothetical:
        return
    hangs_on = _conditions(context, clause, match)
    if hangs_on and Mode.CONDITIONAL in match.row.stances and mode in _CONDITIONED:
        mode = Mode.CONDITIONAL
    if mode not in match.row.stances:
        return
    accuser = context.parties.of_speaker(statement) if statement and statement.act is Act.CRITICISE else ()
    evidence = (_evidence(context, clause, match),)
    on = _date(context, clause, statement)
    if (
        match.row.both
        and match.row.current
        and not is_current(context, _time(context, clause) or on, clause.outermost)
    ):
        return
    for holder, other in _pairs(context, match, clause, mode, statement):
        if (other is None and match.row.foreign) or (accuser and holder not in accuser):
            continue
        yield draft(
            context, match.row, mode, holder, other, evidence,
            on=on, conditions=hangs_on, statement=statement, confidence=0.6,
        )  # fmt: skip


def _pairs(
    context: Context, match: _Match, clause: Clause, mode: Mode, statement: Statement | None
) -> list[tuple[Actor, Actor | None]]:
    """Each holder with each counterpart, or with none."""
    held = _holders(context, match, clause, mode, statement)
    found: list[tuple[Actor, Actor | None]] = []
    for holder in held:
        others = foreign(holder, _counterparts(context, match, clause, mode, statement, holder))
        if not others and len(held) == 2:
            others = foreign(holder, held)
        found += [(holder, other) for other in others] or [(holder, None)]
    if match.row.both and mode is Mode.DONE:
        return both_sides([party for pair in found for party in pair if party is not None]) or found
    return found


def _holders(
    context: Context, match: _Match, clause: Clause, mode: Mode, statement: Statement | None
) -> tuple[Actor, ...]:
    parties = context.parties
    if mode in (Mode.ASKED, Mode.ADVISED):
        if clause.asker is not None:
            return parties.speaker(clause.asker, statement)
        return parties.of_speaker(statement) if statement else ()
    agent = clause.agent
    if match.row.holder is Holder.OWNER:
        owned = parties.owner(match.matter, statement)
        if owned and (agent is None or _is_of(match.matter, agent) or parties.under(agent)):
            return owned
    if agent is not None and not _is_of(match.matter, agent):
        return parties.speaker(agent, statement)
    if match.row.both:
        named = parties.at(match.matter) if match.row.of is Of.PARTY else _between(context, match.matter)
        if named:
            return named[:1]
    owned = parties.owner(match.matter, statement) or parties.owner(match.predicate, statement)
    if owned:
        return owned
    return parties.of_speaker(statement) if statement else ()


def _between(context: Context, matter: Token) -> tuple[Actor, ...]:
    """The parties that a matter is between."""
    heads = [c.child("pobj") for c in matter.all("prep") if c.lower == "between"]
    return tuple(p for head in heads if head is not None for p in context.parties.at(head))


def _is_of(matter: Token, agent: Token) -> bool:
    """Whether the matter is what acts, or what that is of ("the second day of TALKS concluded")."""
    return any(token is matter for token in _phrase(agent, 2))


def _counterparts(
    context: Context, match: _Match, clause: Clause, mode: Mode, statement: Statement | None, holder: Actor
) -> list[Actor]:
    parties = context.parties
    if match.row.of is Of.PARTY:
        return list(parties.at(match.matter)) or parties.under(match.matter)
    places = dict.fromkeys([match.matter, match.predicate, *clause.chain])
    for word in places:
        for child in word.children:
            if child.dep in ("prep", "agent", "dative") and child.lower in _TOWARDS:
                found = [p for c in child.children if c.dep in ("pobj", "pcomp") for p in parties.under(c)]
                if foreign(holder, found):
                    return found
        if word is match.matter:
            found = [
                p
                for c in word.children
                if c.dep in ("poss", "compound", "amod", "nmod")
                for p in parties.speaker(c, statement)
            ]
            if foreign(holder, found):
                return found
            found = parties.under(word, depth=4)
            if foreign(holder, found):
                return found
    if clause.asked is not None and mode is Mode.ASKED:
        found = list(parties.at(clause.asked))
        if foreign(holder, found):
            return found
    for child in match.predicate.children:
        if child.dep in ("dobj", "nsubjpass", "dative"):
            found = parties.under(child)
            if foreign(holder, found):
                return found
    return []


# ---- condition, date, evidence ----


def _conditions(context: Context, clause: Clause, match: _Match) -> tuple[Span, ...]:
    return tuple(_span(context, tokens) for tokens in conditions(clause))


def _span(context: Context, tokens: list[Token]) -> Span:
    first, last = 0, len(tokens) - 1
    while (
        last > first
        and tokens[last].pos in ("PUNCT", "SPACE")
        and tokens[last].text not in ("”", '"', "'", ")")
    ):
        last -= 1
    return context.reading.span(tokens[first].index, tokens[last].index)


def _date(context: Context, clause: Clause, statement: Statement | None) -> Date | None:
    if said := _said(context, clause):
        return said
    if statement is not None:
        return statement.said
    return _time(context, clause) or (context.published if _is_present(clause.outermost) else None)


def _said(context: Context, clause: Clause) -> Date | None:
    """When the clause was said, where the verb that reports it has a time of its own ("on Monday he said that …")."""
    top = clause.outermost
    if top.dep != "ccomp" or top.head is top:
        return None
    inside = [c for c in top.head.children if c.index < top.index and c.dep in _TIMED and not _is_offset(c)]
    return _first_time(context, [t for c in inside for t in (c, *c.children)])


def _time(context: Context, clause: Clause) -> Date | None:
    """The time that the clause's own words name."""
    return next((d for w in clause.chain if (d := _first_time(context, _clause_tokens(w)))), None)


def _first_time(context: Context, tokens: list[Token]) -> Date | None:
    times = context.reading.time_by_token
    for token in tokens:
        if (time := times.get(token.index)) and not _is_offset(token.head):
            return Date(time.value, time.precision)
    return None


_OFFSET = frozenset({"since", "until", "till", "before", "after", "by", "within", "for"})


def _is_offset(token: Token) -> bool:
    """Whether a preposition only counts from or up to a time."""
    return token.dep == "prep" and token.lower in _OFFSET


def _is_present(token: Token) -> bool:
    finite = next((c for c in token.children if c.dep in ("aux", "auxpass")), token)
    return finite.tag in _PRESENT


def _evidence(context: Context, clause: Clause, match: _Match) -> Span:
    indexes = [t.index for t in clause.chain] + [match.matter.index]
    indexes += [t.index for t in _clause_tokens(match.predicate)]
    if clause.agent is not None and clause.agent.sentence == match.predicate.sentence:
        indexes += [t.index for t in _clause_tokens(clause.agent)]
    tokens = context.reading.tokens[min(indexes) : max(indexes) + 1]
    return _span(context, tokens)


def _clause_tokens(head: Token) -> list[Token]:
    """The token and what is below it, without what is coordinated with it and without relative clauses."""
    found = [head]
    for token in found:
        found.extend(c for c in token.children if c.dep not in ("conj", "cc", "relcl", "punct", "parataxis"))
    return found
