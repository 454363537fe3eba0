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


@dataclass(frozen=True, slots=True)
class _Table:
    threshold: int
    signs: dict[str, tuple[Act, int]]
    obligation: frozenset[str]
    obligation_adjectives: frozenset[str]
    intention: frozenset[str]
    readiness: frozenset[str]
    decisions: frozenset[str]
    threats: frozenset[str]
    threat_signs: frozenset[str]


@cache
def _table() -> _Table:
    raw = load_yaml("acts.yaml")
    signs = {
        word: (Act(act), int(weight))
        for act, weights in raw["signs"].items()
        for weight, words in sorted(weights.items())
        for word in words.split()
    }
    words = {
        key: frozenset(raw[key].split()) for key in raw if isinstance(raw[key], str) and key != "threshold"
    }
    return _Table(int(raw["threshold"]), signs, **words)


def act_of(draft: Draft, tokens: list[Token], own: frozenset[int]) -> Act:
    """The speech act of an attribution.

    Args:
        draft: the attribution; an act other than "inform" on its cue stands, with few exceptions.
        tokens: the tokens of its content.
        own: indices of content tokens that name the speaker or the speaker's side.
    """
    table = _table()
    if draft.negated and draft.act is Act.DENY:
        return Act.INFORM
    if draft.act is Act.FEAR and draft.cue is not None and draft.cue.lemma in ("warn", "caution", "alert"):
        return _warning(tokens, own, table)
    if draft.act is Act.PLEDGE and any(
        t.lemma in table.threats or t.lemma in table.threat_signs for t in tokens
    ):
        return Act.THREATEN
    if draft.act is not Act.INFORM:
        return draft.act
    if draft.attitude is not None:
        return draft.attitude
    if any(t.lower in table.threat_signs for t in tokens) and any(t.lower in table.intention for t in tokens):
        return Act.THREATEN
    return _by_root(draft, tokens, own, table) or _by_signs(tokens, table) or Act.INFORM


def _warning(tokens: list[Token], own: frozenset[int], table: _Table) -> Act:
    """A warning threatens if the speaker's side would bring the consequence, else it fears."""
    side = any(t.index in own and t.dep in ("nsubj", "poss") for t in tokens)
    harm = any(t.lower in table.threat_signs or t.lemma in table.threats for t in tokens)
    return Act.THREATEN if side or harm else Act.FEAR


def _by_root(draft: Draft, tokens: list[Token], own: frozenset[int], table: _Table) -> Act | None:
    for root in _roots(draft, tokens):
        subject = root.child("nsubj", "nsubjpass")
        mine = subject is not None and (subject.index in own or subject.lower in _FIRST)
        modals = {c.lower for c in root.all("aux")} | {c.lemma for c in root.all("aux")}
        if (root.lemma in table.obligation or modals & table.obligation) and not mine:
            return Act.REQUEST
        if any(c.lemma in table.obligation_adjectives for c in root.all("acomp")):
            return Act.REQUEST
        if subject is None and root.tag == "VB" and root.dep == "ROOT":
            return Act.REQUEST
        if mine:
            act = _own_course(root, modals, table)
            if act is not None:
                return act
    return None


def _own_course(root: Token, modals: set[str], table: _Table) -> Act | None:
    negated = root.child("neg") is not None
    if modals & table.intention or (root.lemma == "go" and root.child("xcomp") is not None):
        if root.lemma in table.threats and not negated:
            return Act.THREATEN
        return Act.DECIDE if negated or root.lemma in table.decisions else Act.PLEDGE
    if any(c.lemma in table.readiness for c in root.all("acomp")) or root.lemma in table.readiness:
        return Act.PLEDGE
    if root.lemma in table.decisions and is_finite(root):
        return Act.DECIDE
    return None


def _roots(draft: Draft, tokens: list[Token]) -> list[Token]:
    """The main verbs of the content's sentences."""
    inside = {t.index for t in tokens}
    return [
        t
        for t in tokens
        if t.pos in ("VERB", "AUX")
        and t.dep not in ("aux", "auxpass")
        and (t.head is t or t.head.index not in inside)
    ]


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
