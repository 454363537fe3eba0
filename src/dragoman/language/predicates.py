"""Main verbs behind an apposition, where the parser takes them for a part of the subject."""

from __future__ import annotations

from dragoman.language.reading import Reading, Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_PAST = frozenset({"VBD", "VBN"})
_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp"})
_NOT_ACTIVE = frozenset({"agent", "auxpass", "mark", "nsubj", "nsubjpass"})
_ASIDE = frozenset({"appos", "prep", "relcl"})


def mend_predicates(reading: Reading) -> None:
    """Make a verb behind a subject's apposition the main one ("Ann Holm, a former judge, CALLED for talks").

    Args:
        reading: the reading, whose trees are changed.
    """
    for sentence in reading.sentences:
        tokens = reading.sentence_tokens(sentence)
        root = next(t for t in tokens if t.head is t)
        if root.pos in _NOUNS and (verb := _main_verb(root, reading)) is not None:
            _raise(verb, root)


def _main_verb(root: Token, reading: Reading) -> Token | None:
    """The one past participle that hangs on the noun, or what it is said to be, behind a closed aside."""
    if any(c.dep in ("nsubj", "nsubjpass", "conj") for c in root.children):
        return None
    asides = [c for c in root.children if c.dep in _ASIDE and c.index > root.index]
    found = [
        c
        for above in (root, *(a for a in asides if a.dep == "appos"))
        for c in above.children
        if c.dep == "acl" and _may_be_main(c, reading)
    ]
    if len(found) != 1 or not any(a.index < found[0].index for a in asides):
        return None
    return found[0]


def _may_be_main(verb: Token, reading: Reading) -> bool:
    """Whether a participle behind a comma tells what its noun did, not what was done to it."""
    if verb.tag not in _PAST or reading.tokens[verb.index - 1].text != ",":
        return False
    deps = {c.dep for c in verb.children}
    return not deps & _NOT_ACTIVE and (verb.tag == "VBD" or bool(deps & _COMPLEMENTS))


def _raise(verb: Token, root: Token) -> None:
    verb.head.children.remove(verb)
    behind = [c for c in root.children if c.index > verb.index]
    root.children = [c for c in root.children if c.index < verb.index]
    for child in behind:
        child.head = verb
    verb.head, verb.dep = verb, "ROOT"
    root.head, root.dep = verb, "nsubj"
    verb.children = sorted([root, *verb.children, *behind], key=lambda t: t.index)
