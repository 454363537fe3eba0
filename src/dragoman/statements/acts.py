"""Speech acts: what a statement does, from its cue and its content."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from dragoman.knowledge import load_yaml
from dragoman.language import Reading, Token
from dragoman.records import Act
from dragoman.statements.contents import is_finite
from dragoman.statements.draft import Draft

_FIRST = frozenset({"i", "we"})
_MARKS = frozenset({"“", "”", '"', "‘", "``", "''"})
_MODALS = frozenset("can could may might must should would will shall".split())
_WARNING = frozenset({"warn", "caution", "alert", "warning"})


@dataclass(frozen=True, slots=True)
class _Table:
    threshold: int
    signs: dict[str, tuple[Act, int]]
    open_cues: frozenset[str]
    words: dict[str, frozenset[str]]


@cache
def _table() -> _Table:
    raw = load_yaml("acts.yaml")
    signs = {
        word: (Act(act), int(weight))
        for act, weights in raw["signs"].items()
        for weight, words in weights.items()
        for word in words.split()
    }
    words = {key: frozenset(value.split()) for key, value in raw.items() if isinstance(value, str)}
    return _Table(int(raw["threshold"]), signs, frozenset(raw["open_cues"]["believe"].split()), words)


def act_of(draft: Draft, tokens: list[Token], own: frozenset[int]) -> Act:
    """The speech act of an attribution.

    Args:
        draft: the attribution. The act of its cue stands unless the cue leaves it to the content.
        tokens: the tokens of its content.
        own: indices of content tokens that name the speaker or the state spoken for.
    """
    table = _table()
    lemma = draft.cue.lemma if draft.cue is not None else ""
    if lemma in _WARNING:
        return _warning(draft, tokens, own, table)
    if draft.act in (Act.REQUEST, Act.ADVISE):
        return Act.ADVISE if _to_public(draft, table) else draft.act
    if draft.act is Act.PLEDGE and any(
        t.lemma in table.words["harm_verbs"] and t.pos == "VERB" for t in tokens[:4]
    ):
        return Act.THREATEN
    if draft.act is Act.DENY and draft.negated:
        return Act.INFORM
    if lemma == "announce" and draft.content.kind == "object":
        return Act.THREATEN if _harm(tokens, table) and _possible(tokens, table) else Act.DECIDE
    if draft.act is not Act.INFORM and lemma not in table.open_cues:
        return draft.act
    if draft.attitude is not None:
        return draft.attitude
    decided = _by_roots(tokens, own, table) or _by_signs(tokens, table)
    if decided is None and lemma in table.words["naming"] and any(t.text in _MARKS for t in tokens):
        return Act.CRITICISE
    return decided or draft.act


def _warning(draft: Draft, tokens: list[Token], own: frozenset[int], table: _Table) -> Act:
    """A warning threatens if the speaker's side would bring the harm, counsels if the public is warned."""
    if _to_public(draft, table) or any(
        t.lemma in table.words["public"] and t.dep == "nsubj" for t in tokens[:4]
    ):
        return Act.ADVISE
    side = any(t.index in own and t.dep in ("nsubj", "poss") for t in tokens)
    reprisal = any(t.lower in table.words["reprisals"] for t in tokens)
    return Act.THREATEN if side or reprisal else Act.FEAR


def _to_public(draft: Draft, table: _Table) -> bool:
    head = draft.content.addressee
    return head is not None and head.lemma in table.words["public"]


def _harm(tokens: list[Token], table: _Table) -> bool:
    nouns = table.words["harm_nouns"] | table.words["reprisals"]
    verbs = table.words["harm_verbs"]
    return any(t.lower in nouns or (t.lemma in verbs and t.pos == "VERB") for t in tokens)


def _possible(tokens: list[Token], table: _Table) -> bool:
    return any(t.lower in table.words["possibility"] or t.lemma in table.words["possibility"] for t in tokens)


def _by_roots(tokens: list[Token], own: frozenset[int], table: _Table) -> Act | None:
    for root in _roots(tokens):
        subject = root.child("nsubj", "nsubjpass")
        mine = subject is not None and (subject.index in own or subject.lower in _FIRST)
        modals = {c.lower for c in root.all("aux")} | {c.lemma for c in root.all("aux")}
        act = (
            _own_course(root, modals, tokens, table) if mine else _others_course(root, subject, modals, table)
        )
        if act is not None:
            return act
    return None


def _others_course(root: Token, subject: Token | None, modals: set[str], table: _Table) -> Act | None:
    """A duty of somebody else is a request."""
    words = table.words
    if root.lemma in words["obligation"] or modals & words["obligation"]:
        return Act.REQUEST
    if modals & words["intention"] and root.lemma in words["decisions"] and root.child("auxpass") is not None:
        return Act.DECIDE
    if any(c.lemma in words["obligation_adjectives"] for c in root.all("acomp")):
        return Act.REQUEST
    if root.lemma in words["obligation_nouns"] and subject is None:
        return Act.REQUEST
    imperative = subject is None and root.tag == "VB" and root.dep == "ROOT" and "to" not in modals
    return Act.REQUEST if imperative and not modals & words["intention"] else None


def _own_course(root: Token, modals: set[str], tokens: list[Token], table: _Table) -> Act | None:
    """A course of the speaker's side is decided, pledged, held out as a threat or kept secret."""
    words = table.words
    negated = root.child("neg") is not None
    future = bool(modals & words["intention"]) or (root.lemma == "go" and root.child("xcomp") is not None)
    if future and negated and root.lemma in words["evasions"]:
        return Act.DECLINE
    if _harm(tokens, table) and (_possible(tokens, table) or (future and not negated)):
        return Act.THREATEN
    if root.lemma in words["readiness"] or any(c.lemma in words["readiness"] for c in root.all("acomp")):
        return Act.PLEDGE
    if future:
        return Act.PLEDGE if root.lemma in words["cooperative"] and not negated else Act.DECIDE
    if (
        negated
        and not modals & _MODALS
        and root.pos == "VERB"
        and root.lemma not in words["states"]
        and is_finite(root)
    ):
        return Act.DENY
    return Act.DECIDE if root.lemma in words["decisions"] and is_finite(root) and not negated else None


def _roots(tokens: list[Token]) -> list[Token]:
    """The main predicates of the content's sentences and those coordinated with them."""
    inside = {t.index for t in tokens}
    tops = [t for t in tokens if t.head is t or t.head.index not in inside]
    tops = [t for t in tops if t.pos in ("VERB", "AUX", "NOUN") and t.dep not in ("aux", "auxpass")]
    return [c for t in tops for c in t.conjuncts()]


def _by_signs(tokens: list[Token], table: _Table) -> Act | None:
    sums: Counter[Act] = Counter()
    for token in tokens:
        sign = table.signs.get(token.lower) or table.signs.get(token.lemma)
        if sign is not None and not _negates(token):
            sums[sign[0]] += sign[1]
    if not sums:
        return None
    act, weight = sums.most_common(1)[0]
    return act if weight >= table.threshold else None


def _negates(token: Token) -> bool:
    return token.child("neg") is not None or (token.head.child("neg") is not None and token.dep == "acomp")


def content_tokens(draft: Draft, reading: Reading) -> list[Token]:
    """The tokens of an attribution's content, in order."""
    found: list[Token] = []
    for start, end in draft.content.pieces:
        found.extend(reading.tokens_in(reading.article.span(start, end)))
    return found
