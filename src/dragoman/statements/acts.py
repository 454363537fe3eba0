"""Speech acts: what a statement does, from its cue and its content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from dragoman.knowledge import KnowledgeError, load_yaml
from dragoman.language import Reading, Token
from dragoman.records import Act
from dragoman.statements.clauses import Clause, clauses_of
from dragoman.statements.draft import Draft
from dragoman.statements.judgement import judgements, speaks_well
from dragoman.statements.lexicon import lexicon
from dragoman.statements.sides import Sides

FILE = "acts.yaml"
_MARKS = frozenset({"“", "”", '"', "‘", "``", "''", "'", "’"})
_LEAD = 6  # tokens of a promise in which its deed is told
_JUDGEMENTS = frozenset({Act.PRAISE, Act.CRITICISE})
_OWN_TO_MAKE = frozenset({Act.CRITICISE, Act.THREATEN})  # what may be made of what others say
_WARNING = frozenset({"warn", "caution", "alert", "warning"})


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table of clauses."""

    needs: frozenset[str]
    bars: frozenset[str]
    act: Act
    weight: int
    name: str


@dataclass(frozen=True, slots=True)
class _Table:
    threshold: int
    open_cues: frozenset[str]
    naming: frozenset[str]
    attitude: dict[str, int]
    leanings: dict[str, dict[Act, int]]
    rows: tuple[_Row, ...]
    warnings: tuple[frozenset[str], ...]
    classes: dict[str, frozenset[str]]
    modals: dict[str, frozenset[str]]
    words: dict[str, tuple[Act, int]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Act], ...]]
    public: frozenset[str]
    reprisals: frozenset[str]
    threatened: frozenset[str]
    possibility: frozenset[str]


@cache
def _table() -> _Table:
    raw = load_yaml(FILE)
    return _Table(
        threshold=int(raw["threshold"]),
        open_cues=frozenset(w for words in raw["open_cues"].values() for w in words.split()),
        naming=frozenset(raw["naming"].split()),
        attitude={act: int(weight) for act, weight in raw["attitude"].items()},
        leanings={
            lemma: {Act(act): int(weight) for act, weight in acts.items()}
            for lemma, acts in raw["leanings"].items()
        },
        warnings=tuple(frozenset(row["if"].split()) for row in raw["warnings"]),
        rows=tuple(_row(number, row) for number, row in enumerate(raw["clauses"], 1)),
        classes=_sets(raw["classes"]),
        modals=_sets(raw["modals"]),
        words={
            word: (Act(act), int(weight))
            for act, weights in raw["words"].items()
            for weight, listed in weights.items()
            for word in listed.split()
        },
        phrases=_phrases(raw["phrases"]),
        public=frozenset(raw["public"].split()),
        reprisals=frozenset(raw["reprisals"].split()),
        threatened=frozenset(raw["threatened"].split()),
        possibility=frozenset(raw["possibility"].split()),
    )


def _sets(raw: dict[str, str]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in raw.items()}


def _row(number: int, raw: dict[str, str]) -> _Row:
    try:
        needs, bars = raw["if"].split(), raw.get("unless", "").split()
        return _Row(frozenset(needs), frozenset(bars), Act(raw["act"]), int(raw["weight"]), " ".join(needs))
    except (KeyError, ValueError) as error:
        raise KnowledgeError(f"{FILE}: clauses, row {number}: {error}; see the head of the file") from error


def _phrases(raw: dict[str, list[str]]) -> dict[str, tuple[tuple[tuple[str, ...], Act], ...]]:
    """The set phrases by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], Act]]] = {}
    for act, phrases in raw.items():
        for phrase in phrases:
            words = tuple(phrase.lower().split())
            found.setdefault(words[0], []).append((words, Act(act)))
    return {first: tuple(phrases) for first, phrases in found.items()}


@dataclass(slots=True)
class Weighing:
    """What the signs of a content weigh together.

    Args:
        act: the act found. signs: the signs for it, for explanation; none where the cue decides.
    """

    act: Act
    signs: list[str] = field(default_factory=list)


def act_of(draft: Draft, tokens: list[Token], sides: Sides) -> Weighing:
    """The speech act of an attribution and the signs that tell it.

    Args:
        draft: the attribution. The act of its cue stands unless the cue leaves it to the content.
        tokens: the tokens of its content.
        sides: which of them name the speaker's side, and which other actors.
    """
    table = _table()
    lemma = draft.cue.lemma if draft.cue is not None else ""
    if lemma in _WARNING:
        return Weighing(_warning(draft, tokens, sides, table))
    if draft.act in (Act.REQUEST, Act.ADVISE):
        return Weighing(Act.ADVISE if _to_public(draft, table) else draft.act)
    if draft.act is Act.PLEDGE and _harmful(tokens, table):
        return Weighing(Act.THREATEN)
    if draft.act is Act.DENY and draft.negated:
        return Weighing(Act.DECLINE)
    if not _is_open(draft, lemma, table):
        return Weighing(draft.act)
    if lemma == "announce" and draft.content.kind == "object":
        return Weighing(Act.THREATEN if _held_out(tokens, table) else Act.DECIDE)
    found = _weigh(draft, tokens, sides, table)
    if not found.signs and (told := _judging_above(draft)) is not None:
        return Weighing(told[0], [told[1]])
    if lemma == "agree" and found.act is Act.REQUEST:  # what all agree they should do, they take on
        return Weighing(Act.PLEDGE, found.signs)
    is_named = lemma in table.naming and any(t.text in _MARKS for t in tokens)
    if not found.signs and is_named and not speaks_well(tokens):
        return Weighing(Act.CRITICISE, ["a name in quotation marks"])
    return found


def _is_open(draft: Draft, lemma: str, table: _Table) -> bool:
    """Whether the cue leaves the act to the content."""
    if draft.act is Act.INFORM:
        return True
    return draft.act is Act.BELIEVE and lemma in table.open_cues and draft.rule.startswith("verb:")


def _harmful(tokens: list[Token], table: _Table) -> bool:
    """Whether what is promised is harm ("vowed to block the move", "promised a response")."""
    verbs, things = (
        table.classes["harm"] | table.threatened,
        table.classes["sanction_object"] | table.reprisals,
    )
    lead = tokens[:_LEAD]
    return any(t.lower in things or (t.lemma in verbs and t.pos == "VERB") for t in lead)


def _judging_above(draft: Draft) -> tuple[Act, str] | None:
    """The act of the verb of judgement that a "saying" explains: "praised the move, saying …"."""
    cue = draft.cue
    if cue is None or cue.tag != "VBG" or cue.dep not in ("advcl", "xcomp", "pcomp", "acl"):
        return None
    verbs = lexicon().verbs
    for above in cue.ancestors():
        if above.pos == "VERB":
            acts = [frame.act for frame in verbs.get(above.lemma, ()) if "object" in frame.takes]
            act = next((act for act in acts if act in _JUDGEMENTS), None)
            return (act, above.lower) if act is not None and above.child("dobj") is not None else None
    return None


def _held_out(tokens: list[Token], table: _Table) -> bool:
    """Whether a thing announced is a harm that may yet not come."""
    harm = table.classes["sanction_object"] | table.classes["war_object"]
    return any(t.lower in harm for t in tokens) and any(t.lower in table.possibility for t in tokens)


def _weigh(draft: Draft, tokens: list[Token], sides: Sides, table: _Table) -> Weighing:
    """The act that the content tells; of what others say, only what the speaker makes of it."""
    if draft.attitude is Act.INFORM:
        return Weighing(draft.act)
    if draft.relays and draft.attitude is None:
        return _of_own_words(draft, tokens, sides, table)
    return _heaviest(draft, _signs(draft, tokens, sides, table), table)


def _heaviest(draft: Draft, weighed: Iterable[tuple[Act, int, str]], table: _Table) -> Weighing:
    """The act whose signs weigh most, if they reach the threshold, else that of the cue."""
    sums: dict[Act, int] = {}
    signs: dict[Act, list[str]] = {}
    judged: set[Act] = set()
    for act, weight, sign in weighed:
        if act in _JUDGEMENTS and weight >= table.threshold:
            judged.add(act)
        sums[act] = sums.get(act, 0) + weight
        signs.setdefault(act, []).append(sign)
    best = max(sums, key=lambda act: sums[act], default=None)
    if best is Act.BELIEVE and judged:  # an opinion that judges is a judgement ("I think it is shameful")
        best = max(judged, key=lambda act: sums[act])
    if best is None or best is Act.INFORM or sums[best] < table.threshold:
        return Weighing(draft.act)
    return Weighing(best, signs[best])


def _of_own_words(draft: Draft, tokens: list[Token], sides: Sides, table: _Table) -> Weighing:
    """What a speaker who tells what others say makes of it in words of his own ("they lie when they say")."""
    own = [t for t in tokens if not any(start <= t.start < end for start, end in draft.relays)]
    found = _heaviest(draft, _signs(draft, own, sides, table), table)
    return found if found.act in _OWN_TO_MAKE else Weighing(draft.act)


def _signs(draft: Draft, tokens: list[Token], sides: Sides, table: _Table) -> Iterator[tuple[Act, int, str]]:
    yield from judgements(tokens, sides)
    if draft.attitude is not None:
        weight = table.attitude.get(draft.attitude, table.attitude["any"])
        yield draft.attitude, weight, "the speaker's attitude"
    if draft.cue is not None:
        for act, weight in table.leanings.get(draft.cue.lemma, {}).items():
            yield act, weight, draft.cue.lemma
    for act, (weight, sign) in _told(tokens, sides, table).items():
        yield act, weight, sign
    for place, token in enumerate(tokens):
        word = table.words.get(token.lower) or table.words.get(token.lemma)
        if word is not None and not _negates(token):
            yield *word, token.lower
        for words, act in table.phrases.get(token.lower, ()) or table.phrases.get(token.lemma, ()):
            if _is_phrase(tokens[place : place + len(words)], words):
                yield act, table.threshold + 1, " ".join(words)


def _told(tokens: list[Token], sides: Sides, table: _Table) -> dict[Act, tuple[int, str]]:
    """What the clauses tell: by act, the clause that weighs most for it."""
    found: dict[Act, tuple[int, str]] = {}
    for clause in clauses_of(tokens, sides, table.modals, table.classes):
        row = _row_for(clause, table)
        if row is not None and row.weight > found.get(row.act, (0, ""))[0]:
            found[row.act] = (row.weight, f"{row.name}: {clause.head.lower}")
    return found


def _row_for(clause: Clause, table: _Table) -> _Row | None:
    return next((r for r in table.rows if r.needs <= clause.traits and not r.bars & clause.traits), None)


def _is_phrase(tokens: list[Token], words: tuple[str, ...]) -> bool:
    return len(tokens) == len(words) and all(
        word in (t.lower, t.lemma) for t, word in zip(tokens, words, strict=True)
    )


def _negates(token: Token) -> bool:
    return token.child("neg") is not None or (token.head.child("neg") is not None and token.dep == "acomp")


def _warning(draft: Draft, tokens: list[Token], sides: Sides, table: _Table) -> Act:
    """A warning threatens if the speaker's side would bring the harm, counsels if the public is warned."""
    if _to_public(draft, table) or any(t.lemma in table.public and t.dep == "nsubj" for t in tokens[:4]):
        return Act.ADVISE
    if any(t.index in sides.own and t.tag == "NNPS" for t in tokens[:4]):
        return Act.ADVISE
    if any(t.index in sides.own and t.dep == "poss" for t in tokens):
        return Act.THREATEN
    clauses = clauses_of(tokens, sides, table.modals, table.classes)
    threat = any(needs <= clause.traits for clause in clauses for needs in table.warnings)
    return Act.THREATEN if threat or any(t.lower in table.reprisals for t in tokens) else Act.FEAR


def _to_public(draft: Draft, table: _Table) -> bool:
    head = draft.content.addressee
    return head is not None and head.lemma in table.public


def content_tokens(draft: Draft, reading: Reading) -> list[Token]:
    """The tokens of an attribution's content, in order."""
    found: list[Token] = []
    for start, end in draft.content.pieces:
        found.extend(reading.tokens_in(reading.article.span(start, end)))
    return found
