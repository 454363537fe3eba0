"""What a clause hangs on: conditions, and what is only supposed."""

from __future__ import annotations

from dragoman.events.verbs import is_inverted
from dragoman.language import Token
from dragoman.positions.clauses import Clause
from dragoman.positions.issues import Mode
from dragoman.positions.modes import Operators, operators

_CORE = frozenset(
    {"nsubj", "nsubjpass", "dobj", "aux", "auxpass", "neg", "det", "punct", "mark", "conj", "cc"}
)
_UNREAL = frozenset({"before", "without", "instead", "than", "until", "till"})
_PROSPECTIVE = frozenset({"for", "toward", "towards", "about", "over"})
_WOULD = frozenset({"would", "’d", "'d"})
_IF = frozenset({"if", "unless"})
_LONGEST_OPENING = 4  # words of the longest phrase that opens a condition


def conditions(clause: Clause) -> list[list[Token]]:
    """The words of what a clause hangs on: "if …", "unless …", "based on …", and what it depends on."""
    table = operators()
    found: list[list[Token]] = []
    for word in clause.chain:
        for child in word.children:
            if child in clause.chain or child.dep in _CORE:
                continue
            if _is_time(child, word):
                continue
            hangs = child.lower in ("on", "upon") and word.lemma in table.verbs
            if hangs or _is_conditional(child, table) or _opens(child, table) or is_inverted(child):
                found.append(child.subtree())
    return found + _lacked(clause)


def _lacked(clause: Clause) -> list[list[Token]]:
    """What must be there for what is refused: "will not start talks WITHOUT A TRUCE"."""
    if clause.mode is not Mode.REFUSED:
        return []
    words = (w for word in clause.chain for w in (word, *word.all("dobj")))
    return [c.subtree() for word in words for c in word.all("prep") if c.lower == "without"]


def awaited(clause: Clause) -> list[Token]:
    """What must come before a clause: "you must disarm" in "you must disarm before talks begin"."""
    table = operators()
    for word in clause.chain:
        if word.dep == "advcl" and _has_mark(word, table.reversed):
            below = {t.index for t in word.subtree()}
            return [t for t in word.head.subtree() if t.index not in below and t.index < word.index]
    return []


def is_supposed(clause: Clause) -> bool:
    """Whether a clause is only supposed: "if it closes", "before lifting", "terms for a withdrawal"."""
    return any(_is_supposed(word, operators()) for word in clause.chain)


def _is_supposed(word: Token, table: Operators) -> bool:
    if is_inverted(word):
        return True
    if word.dep == "advcl":
        return _has_mark(word, table.marks) or _has_mark(word, table.reversed) or _opens(word, table)
    if word.dep == "pcomp":
        return word.head.lower in _UNREAL
    if word.dep != "pobj" or word.head.lower not in _PROSPECTIVE:
        return False
    return table.class_of(word.head.head) in ("", "transparent")


def _is_conditional(clause: Token, table: Operators) -> bool:
    """Whether a clause is a condition: "if …", and "when …" of what would then be."""
    if clause.dep != "advcl":
        return False
    if _has_mark(clause, table.marks):
        return not _is_set_phrase(clause)
    is_then = any(c.dep == "advmod" and c.lower == "when" for c in clause.children)
    return is_then and any(c.dep == "aux" and c.lower in _WOULD for c in clause.head.children)


def _is_time(clause: Token, verb: Token) -> bool:
    """Whether a clause only tells when something was done: "met them as soon as he HEARD of it".

    In what is reported, the past tense may stand for the present.
    """
    heads = [clause, *clause.all("advcl")]  # "as SOON as" may stand above the clause
    told = (t for t in heads if t.dep == "advcl" and t.tag == "VBD" and not _has_mark(t, _IF))
    return verb.tag == "VBD" and verb.dep != "ccomp" and any(told)


def _is_set_phrase(clause: Token) -> bool:
    """Whether a clause only begs for leave: "if you will", "if you like"."""
    subject = clause.child("nsubj")
    has_object = clause.child("dobj", "xcomp", "ccomp", "acomp", "attr") is not None
    return subject is not None and subject.lower == "you" and not has_object


def _has_mark(clause: Token, marks: frozenset[str]) -> bool:
    return any(c.dep == "mark" and c.lower in marks for c in clause.children)


def _opens(head: Token, table: Operators) -> bool:
    """Whether the words of a phrase open as those of a condition do."""
    words = tuple(t.lower for t in head.subtree() if t.pos != "PUNCT")[:_LONGEST_OPENING]
    return "possible" not in words and any(words[: len(phrase)] == phrase for phrase in table.phrases)
