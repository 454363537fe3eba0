"""Complements: which of the clauses beside a cue are what it reports."""

from __future__ import annotations

from dragoman.language import Reading, Token
from dragoman.statements.bounds import ASIDES, CLAIMS
from dragoman.statements.lexicon import lexicon
from dragoman.statements.strays import is_finite

_QUOTING = frozenset({"“", "``", '"', "‘"})
_THIRD = frozenset({"he", "she", "they"})
_FREE = frozenset({"ADV", "PUNCT", "SPACE"})
_TENSES = frozenset({"VBD", "VBZ", "VBP"})
_PRESENT = frozenset({"VBZ", "VBP"})


def is_clause(verb: Token) -> bool:
    """Whether a complement is a clause with a subject of its own or a tense."""
    if is_finite(verb):
        return True
    subject = verb.child("nsubj", "nsubjpass")
    passive = any(c.tag == "VB" for c in verb.all("auxpass"))  # "requested the ships be sent back"
    bare = verb.tag in ("VB", "VBN") and subject is not None and (subject.dep == "nsubj" or passive)
    opened = subject is not None and verb.child("mark") is not None
    return verb.dep == "ccomp" and (opened or bare) and not any(c.tag == "TO" for c in verb.children)


def is_marked(clause: Token) -> bool:
    """Whether a clause under a noun or adjective is opened by "that" or a question word."""
    first = min(clause.subtree(), key=lambda t: t.index)
    relative = first.dep in ("nsubj", "nsubjpass")  # "a report that calls for …"
    return (first.lower in ("that", "whether", "how", "why") and not relative) or clause.dep == "ccomp"


def reported(cue: Token, clauses: list[Token], reading: Reading) -> Token | None:
    """The clause that a cue reports, among those that the parser hung on it.

    Of two around it, it is the one that follows it directly ("It is unclear — Oslo insists it will stay").
    What only names who carries a report is none ("…, the Harbour Post reports").

    Args:
        cue: the cue. clauses: its clausal complements, in order. reading: its reading.
    """
    fitting = [c for c in clauses if is_clause(c)]
    behind = next((c for c in fitting if c.index > cue.index), None)
    if behind is not None and behind is not fitting[0]:
        marked = any(c.lower == "that" for c in behind.all("mark"))
        if _follows(cue, behind, reading) or (marked and _aside(fitting[0])):
            return behind
    first = fitting[0] if fitting else None
    carried = first.child("ccomp") if first is not None and _is_closing_report(first) else None
    return carried if carried is not None and carried.index > cue.index else first


def _follows(cue: Token, clause: Token, reading: Reading) -> bool:
    """Whether nothing but adverbs, an addressee, a colon or a mark parts a clause from its cue."""
    told = cue.child("dobj")
    between = reading.tokens[cue.index + 1 : clause.subtree()[0].index]
    between = [t for t in between if told is None or not (t is told or t.is_under(told))]
    return all(t.pos in _FREE and t.text != "," for t in between)


def _is_closing_report(verb: Token) -> bool:
    """Whether a verb of speech with its subject closes what it reports ("the camp was shut, Oslo says")."""
    subject, inner = verb.child("nsubj"), verb.child("ccomp")
    if subject is None or inner is None or verb.lemma not in lexicon().verbs:
        return False
    words = [t for t in verb.subtree() if t.pos not in ("PUNCT", "SPACE")]
    return words[-1] is verb and inner.index < subject.index


def further(cue: Token, first: Token, clauses: list[Token], reading: Reading) -> list[Token]:
    """The clauses that go on with what the first one says; no asides, and no reports of others.

    Args:
        cue: the cue. first: the clause that it reports.
        clauses: its clausal complements. reading: its reading.
    """
    found = []
    for clause in clauses:
        behind = clause.index > first.index > cue.index and clause.dep == "ccomp"
        behind = behind and not first.is_under(clause)
        if behind and not (
            _aside(clause)
            or clause.lower in CLAIMS
            or _is_sequel(clause, reading)
            or _is_parallel(cue, clause, reading)
            or _is_retort(first, clause, reading)
        ):
            found.append(clause)
    return found


def without_lead(tokens: list[Token], cue: Token) -> list[Token]:
    """A clause before its cue without the report that leads up to a quotation ("She recalls the day: “…,”").

    Nor the lead of what follows a colon that tells of the same speaker ("She gave a reason: …, she said").

    Args:
        tokens: the clause's words. cue: its cue.
    """
    source = cue.child("nsubj")
    tokens = _without_participle(tokens)
    for place, token in enumerate(tokens[:-1]):
        if token.text == ":" and source is not None and source.lower in _THIRD:
            same = any(t.dep == "nsubj" and t.lower == source.lower for t in tokens[:place])
            if same and any(is_finite(t) for t in tokens[place:]):
                return tokens[place + 1 :]
        if token.text == ":" and tokens[place + 1].text in _QUOTING:
            led = any(is_finite(t) and t.lemma in lexicon().verbs for t in tokens[:place])
            return tokens[place + 1 :] if led else tokens
    return tokens


def _without_participle(tokens: list[Token]) -> list[Token]:
    """A quotation without the participle before it ("Asked of the port, “it is shut,” …")."""
    first = tokens[0]
    if first.tag not in ("VBG", "VBN") or first.dep != "advcl":
        return tokens
    end = first.subtree()[-1].index
    rest = [t for t in tokens if t.index > end]
    opens = len(rest) > 2 and rest[0].text == "," and rest[1].text in _QUOTING
    return rest[1:] if opens else tokens


def _aside(clause: Token) -> bool:
    mark = clause.child("mark")
    return mark is not None and mark.lower in ASIDES


def _is_parallel(cue: Token, clause: Token, reading: Reading) -> bool:
    """Whether a clause behind a comma is another's report ("Oslo says it is calm, Riga says it is not")."""
    first = clause.subtree()[0]
    subject = clause.child("nsubj")
    comma = reading.tokens[first.index - 1].text == "," or first.text == ","
    if first.lower == "that" and first.dep == "mark" and comma:
        return False  # "was so tired of it, that he told his envoy"
    same = clause.tag == cue.tag or {clause.tag, cue.tag} <= _PRESENT
    return comma and same and subject is not None and clause.lemma in lexicon().verbs


def _is_sequel(clause: Token, reading: Reading) -> bool:
    """Whether a clause without a subject tells what the speaker said or did next ("… and added that …")."""
    subject = clause.child("nsubj", "nsubjpass", "expl", "csubj")
    reports = clause.tag in _TENSES and clause.lemma in lexicon().verbs and clause.subtree()[0] is clause
    before = reading.tokens[clause.index - 1]
    joined = before.dep == "cc" or (before.text == "," and clause.child("cc") is not None)
    return subject is None and reports and joined


def _is_retort(first: Token, clause: Token, reading: Reading) -> bool:
    """Whether a clause is the quotation of a verb of speech before it.

    "… to which he snapped back, “…”"; "he would not go, telling Oslo in May, “…”".
    """
    index = clause.subtree()[0].index - 1
    if any(_goes_on(t, reading) for t in reading.tokens[first.index : index]):
        return any(t.text in _QUOTING for t in clause.subtree()[:3])
    marks = []
    while index > 0 and reading.tokens[index].pos in ("PUNCT", "SPACE"):
        marks.append(reading.tokens[index].text)
        index -= 1
    before = reading.tokens[index]
    verb = before.head if before.dep in ("prt", "advmod") else before
    quotes = any("quote" in f.takes for f in lexicon().verbs.get(verb.lemma, ()))
    return "," in marks and any(m in _QUOTING for m in marks) and verb.tag[:2] == "VB" and quotes


def _goes_on(token: Token, reading: Reading) -> bool:
    """Whether a participle behind a comma reports ("…, telling Oslo …")."""
    quotes = any("quote" in f.takes for f in lexicon().verbs.get(token.lemma, ()))
    return token.tag == "VBG" and quotes and reading.tokens[token.index - 1].text == ","
