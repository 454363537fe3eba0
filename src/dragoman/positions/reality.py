"""Whether what a word tells is told as so, or only imagined, feared, asked for or made to depend."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language import Token
from dragoman.positions.modes import Operators, operators

_SUBJECTS = frozenset({"csubj", "nsubj", "nsubjpass", "csubjpass"})
_EACH = frozenset({"any", "each", "every"})
_NONFINITE = frozenset({"VB", "VBG", "VBN"})
# how a verb without tense hangs on what tells whether it is done
_CARRYING = frozenset({"xcomp", "ccomp", "acl", "pcomp", "advcl", "conj", "oprd"}) | _SUBJECTS
_OF_NOUN = frozenset({"dobj", "attr", "pobj", "conj"})
_OBJECT_OF = frozenset("of for to from on about against toward towards in into with at by".split())
_UNREAL_CLASSES = frozenset({"ready", "may", "refused", "opposed", "asked", "threatened", "alleged"})


def is_unreal(token: Token) -> bool:
    """Whether a word hangs in what is only possible: "COULD result in its leaving", "BEFORE they blame".

    The syntax is climbed as long as a word has no tense of its own or is the object of what is told; a
    clause with a tense of its own is taken at its word, but for the conjunction that opens it.

    Args:
        token: the word that tells what is done.
    """
    table = operators()
    return any(_is_only_possible(node, above, table) for node, above in _links(token))


def _links(token: Token) -> Iterator[tuple[Token, Token]]:
    """Each word on the way up with the one that it hangs on, prepositions passed over."""
    node = token
    while node.head is not node and _carries(node):
        above = node.head
        while above.dep in ("prep", "agent") and above.head is not above:
            above = above.head
        yield node, above
        node = above
    yield node, node


def _carries(node: Token) -> bool:
    if node.dep in ("pobj", "pcomp") and node.head.lower not in _OBJECT_OF:
        return False  # "AFTER meeting", "FOLLOWING the summit"
    if node.pos in ("VERB", "AUX"):
        is_done = node.dep == "acl" and node.tag == "VBN"  # "the pact SIGNED by Norden may …"
        return node.tag in _NONFINITE and node.dep in _CARRYING and not (is_done or _has_tense(node))
    is_given = any(c.dep == "poss" for c in node.children)  # "HIS support" there is
    return node.dep in _OF_NOUN and not is_given


def _has_tense(verb: Token) -> bool:
    """Whether an auxiliary gives a verb its tense: "has resumed", "would resume"."""
    return any(c.dep in ("aux", "auxpass") and c.lower != "to" for c in verb.children)


def _is_only_possible(node: Token, above: Token, table: Operators) -> bool:
    marks = (c.lower for c in (*node.all("mark"), *([node.head] if node.dep == "pcomp" else [])))
    if not table.unreal_marks.isdisjoint(marks) or _is_generic(node, table) or _is_aimed_at(node):
        return True
    if above is node:
        return False
    if node.dep == "conj" and not table.unreal_marks.isdisjoint(c.lower for c in above.all("cc")):
        return True  # "blaming each other rather THAN holding talks"
    if node.dep in _SUBJECTS and node.pos == "VERB" and above.tag != "VBD":
        return True  # "LEAVING the pact is no option"
    if node.dep == "advcl" and node.tag == "VB" and _calls(above, table):
        return True  # "ignored CALLS to begin talks"
    if node.dep not in ("advcl", "conj") and table.class_of(above) in _UNREAL_CLASSES:
        return True
    return any(c.dep == "aux" and c.lower in table.unreal_modals for c in above.children)


def _calls(verb: Token, table: Operators) -> bool:
    """Whether what is done is done to a call for something: what is called for is not done yet."""
    return any(t.pos == "NOUN" and table.class_of(t) == "asked" for t in verb.all("dobj"))


def _is_aimed_at(node: Token) -> bool:
    """Whether a clause tells what is wanted of others: "FOR us TO KEEP troops there, we needed …"."""
    return node.dep == "advcl" and node.tag == "VB" and any(c.lower == "for" for c in node.all("mark"))


def _is_generic(node: Token, table: Operators) -> bool:
    """Whether a clause tells of whatever time it may be: "WHEN a deal IS struck"."""
    opening = {c.lower for c in node.all("advmod", "mark")}
    if "ever" in opening:
        return True  # "the first time that the two have EVER met"
    times = (t for t in (node.head, *node.all("npadvmod")) if t.lemma == "time")
    if any(c.lower in _EACH for t in times for c in t.all("det")):
        return True  # "EVERY TIME they meet"
    if node.dep not in ("advcl", "relcl") or table.generic.isdisjoint(opening):
        return False
    finite = next((c for c in node.children if c.dep in ("aux", "auxpass")), node)
    return finite.tag in ("VBZ", "VBP")
