"""Times of speech: when something was said, which the reporter tells within what is said."""

from __future__ import annotations

from dragoman.language import Token
from dragoman.statements.bounds import last_word

_MARKS = frozenset({",", "—", "–", "--", "-"})
_THIRD = frozenset({"he", "she", "it", "they"})
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_SAID_HOW = frozenset(
    """later earlier again repeatedly publicly privately previously explicitly openly bluntly flatly
    frequently often consistently recently simply outright specifically candidly
    """.split()
)
_DUTIES = frozenset({"must", "will", "should", "wo"})
_PAST_OPENERS = frozenset({"after", "when", "as", "since", "before"})


def without_own_occasion(tokens: list[Token], verb: Token) -> list[Token]:
    """What a speaker says he will do without the past event that it is dated by ("it would go after …")."""
    subject = verb.child("nsubj")
    own = subject is not None and subject.lower in _THIRD
    if own and any(h.tag == "MD" for h in verb.all("aux")):
        return without_occasion(tokens, verb)
    tensed = [verb, *verb.all("aux", "auxpass")]
    ahead = any(t.lower in _DUTIES or (t.tag in ("VBZ", "VBP") and t.lemma != "have") for t in tensed)
    past = next((c for c in verb.all("advcl") if c.subtree()[0].lower == "after"), None)
    return without_occasion(tokens, verb) if ahead and past is not None else tokens


def without_occasion(tokens: list[Token], verb: Token) -> list[Token]:
    """An infinitive without the past event that the reporter dates it by ("vowed to go after he lost")."""
    for clause in verb.all("advcl"):
        first = clause.subtree()[0]
        past = clause.tag == "VBD" or any(h.tag == "VBD" for h in clause.all("aux", "auxpass"))
        manner = first.lower == "as" and not any(t.text == "," and t.index == first.index - 1 for t in tokens)
        if past and first.lower in _PAST_OPENERS and first.index > verb.index and not manner:
            return [t for t in tokens if t.index < first.index]
    return tokens


def before_past(tokens: list[Token], thing: Token) -> list[Token] | None:
    """An object without the past event that it was welcomed or asked for after, or None if there is none.

    "Hailed a pact to open the port after he threatened to sink it".

    Args:
        tokens: the object's words. thing: its head.
    """
    for token in tokens[2:]:
        clause = token.head
        dated = token.lower == "after" and token.dep == "mark" and clause.dep == "advcl"
        if dated and clause.tag == "VBD" and clause.head is not thing and clause.subtree()[0] is token:
            ends = clause.subtree()[-1].index >= last_word(tokens).index
            return [t for t in tokens if t.index < token.index] if ends else None
    return None


def without_day(tokens: list[Token]) -> list[Token]:
    """What something is called without the day on which it was called so ("as a sham on Friday")."""
    for token in tokens[2:]:
        day = token.child("pobj") if token.lower == "on" else token
        if day is not None and day.lower in _DAYS and day.subtree()[-1] is last_word(tokens):
            return [t for t in tokens if t.index < token.index]
    return tokens


def without_day_before(tokens: list[Token], root: Token) -> list[Token]:
    """A clause without the day of the speech before it ("said on Monday it would close the port").

    Args:
        tokens: the clause's words. root: its verb.
    """
    day = tokens[0].child("pobj") if tokens and tokens[0].lower == "on" else None
    if day is None or day.lower not in _DAYS or tokens[0].head is not root:
        return tokens
    last = tokens[0].subtree()[-1]
    rest = [t for t in tokens if t.index > last.index]
    return tokens if not rest or rest[0].text in _MARKS else rest


def without_adverb_before(tokens: list[Token], root: Token) -> list[Token]:
    """A clause without the adverb before it that tells how or when it was said ("said later it would sink").

    Args:
        tokens: the clause's words. root: its verb.
    """
    opener = next((c for c in root.all("mark", "nsubj", "nsubjpass", "expl")), None)
    if len(tokens) < 3 or opener is None or tokens[0].lower not in _SAID_HOW or tokens[0].head is not root:
        return tokens
    return tokens[1:] if opener.subtree()[0] is tokens[1] else tokens
