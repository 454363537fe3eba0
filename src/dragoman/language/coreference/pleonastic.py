"""The "it" that stands for nothing: before a clause, of the weather, of time."""

from __future__ import annotations

from dragoman.language.coreference.rules import Rules
from dragoman.language.reading import Token

_CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "advcl", "acl", "relcl"})
_COPULAS = frozenset({"be", "become", "remain", "seem", "appear", "look", "sound", "feel", "get", "prove"})
_OPENERS = frozenset(
    {"that", "to", "whether", "if", "for", "who", "how", "why", "what", "when", "where", "which"}
)


def is_pleonastic(pronoun: Token, rules: Rules) -> bool:
    """Whether an "it" stands for nothing.

    Args:
        pronoun: a token "it".
        rules: the word lists.
    """
    if pronoun.lower != "it":
        return False
    verb = pronoun.head
    if pronoun.dep == "expl" or verb.lemma in rules.weather:
        return True
    if pronoun.dep == "nsubjpass":
        return verb.lemma in rules.clausal_passive and _clause_after(verb)
    if pronoun.dep == "nsubj" and verb.lemma in _COPULAS:
        return _before_copula(verb, rules)
    if pronoun.dep == "nsubj" and verb.lemma in rules.clausal_verb and any(map(_extraposed, verb.children)):
        return True
    judged = verb.lemma in rules.clausal_adjective  # "made it clear that"
    return _clause_after(verb) and (judged or any(c.lemma in rules.clausal_adjective for c in verb.children))


def _extraposed(child: Token) -> bool:
    return child.dep in {"ccomp", "csubj"} or (child.dep == "prep" and child.lower in {"like", "as"})


def _before_copula(verb: Token, rules: Rules) -> bool:
    """ "It is important to", "it was Kabul that", "it is time", "it was raining"."""
    complement = verb.child("acomp", "attr", "oprd")
    if complement is None:
        if verb.lemma in rules.clausal_verb and any(map(_extraposed, verb.children)):
            return True
        adverb = verb.child("prep", "advmod")
        return adverb is not None and _clause_after(verb) and adverb.lower not in {"in", "at", "on"}
    if complement.entity in {"TIME", "DATE"} or complement.lemma == "time":
        return True
    if complement.lemma in rules.clausal_adjective:
        return _clause_after(verb) or _clause_after(complement)
    if complement.dep == "attr":
        return _cleft(verb, complement)
    return any(c.dep in {"ccomp", "csubj"} for c in verb.children)


def _clause_after(token: Token) -> bool:
    return any(c.dep in _CLAUSES and c.index > token.index and _opened(c) for c in token.children)


def _opened(clause: Token) -> bool:
    return clause.dep in {"ccomp", "csubj"} or any(
        c.lower in _OPENERS for c in clause.children if c.index < clause.index
    )


def _cleft(verb: Token, complement: Token) -> bool:
    """Whether "it is X that …" sets X off."""
    clause = next(
        (c for c in (*verb.children, *complement.children) if c.dep in {"relcl", "ccomp", "advcl"}), None
    )
    if clause is None or clause.index < complement.index:
        return False
    opener = clause.children[0].lower if clause.children else ""
    return opener in {"that", "who"} and complement.tag in {"NNP", "NNPS", "PRP", "EX"}
