"""Deeds that the words above them say are not so, or only thought of ("no evidence that they ATTACKED")."""

from __future__ import annotations

from dragoman.events.frames import Lexicon
from dragoman.events.happening import Happening
from dragoman.events.syntax import is_verb
from dragoman.events.verbs import verb_group
from dragoman.language import Token

_CLAUSES = frozenset({"ccomp", "xcomp", "acl", "relcl", "pcomp"})
_LINKS = frozenset({"acomp", "attr", "conj", "dobj", "oprd"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NONE = frozenset({"no", "nobody", "none", "nothing", "little", "few", "neither"})
_POSSIBLE = frozenset(
    {"possible", "conceivable", "doubtful", "impossible", "implausible", "plausible", "unlikely"}
)
_PATH = frozenset({"acl", "ccomp", "conj", "dobj", "pcomp", "pobj", "prep", "xcomp"})
_SHARES = frozenset({"%", "percent", "per"})
_PARTS = frozenset({"half", "majority", "many", "most", "number", "plurality", "quarter", "share", "third"})
_PARTIES = frozenset({"conservatives", "democrats", "liberals", "republicans", "tories"})
_DUTIES = frozenset({"must", "ought", "should"})
_IDEAS = frozenset({"could", "might", "would"})
_DEEDS = frozenset({"force", "military"})
_HIGHEST = 6


def is_thought(word: Token, lexicon: Lexicon) -> bool:
    """Whether there is said to be no ground for a deed, or only people who were polled to want it.

    Args:
        word: the word that tells it. lexicon: the classes of words.
    """
    return _is_unfounded(word, lexicon) or _is_polled(word, lexicon)


def _is_unfounded(word: Token, lexicon: Lexicon) -> bool:
    for _ in range(_HIGHEST):
        if word.dep in _LINKS:
            word = word.head
            continue
        if word.dep not in _CLAUSES or any(t.lower in _DUTIES for t in verb_group(word)):
            return False
        above = word.head
        if above.dep == "prep":  # "no sign of their HAVING agreed"
            above = above.head
        if _lacks_ground(above, lexicon) or _is_disbelieved(above, lexicon):
            return True
        word = above
    return False


def _lacks_ground(noun: Token, lexicon: Lexicon) -> bool:
    """Whether there is none of what would show it ("NO EVIDENCE that …", "it is POSSIBLE that …")."""
    if is_verb(noun):
        return noun.lemma == "be" and any(
            c.lower in _POSSIBLE and c.dep == "acomp" and c.index > noun.index for c in noun.children
        )
    if noun.lower in _POSSIBLE and noun.pos == "ADJ":
        return True
    if noun.lemma not in lexicon.classes["grounds"]:
        return False
    if any(c.lower in _NONE and c.dep in ("det", "amod") for c in noun.children):
        return True
    return is_verb(noun.head) and any(t.dep == "neg" for t in verb_group(noun.head))


def _is_disbelieved(verb: Token, lexicon: Lexicon) -> bool:
    """Whether nobody or nothing makes it believed ("NOTHING SUGGESTS that …", "does NOT RECALL …")."""
    if not is_verb(verb) or verb.lemma not in lexicon.classes["believing"]:
        return False
    if any(t.dep == "neg" for t in verb_group(verb)):
        return True
    subjects = (c for c in verb.children if c.dep in _SUBJECTS)
    return any(t.lower in _NONE for s in subjects for t in (s, *(c for c in s.children if c.dep == "det")))


def is_idea(happening: Happening) -> bool:
    """Whether a noun names armed force in what only could or would be ("war COULD take the form of strikes").

    Args:
        happening: what the noun tells.
    """
    noun = happening.anchor
    if noun.pos != "NOUN" or happening.group not in _DEEDS or any(map(is_verb, happening.words)):
        return False
    above = next((a for a in noun.ancestors() if is_verb(a)), None)
    return above is not None and any(t.lower in _IDEAS for t in verb_group(above))


def _is_polled(word: Token, lexicon: Lexicon) -> bool:
    """Whether it is only what a share of a people hold ("a majority of Americans want to withdraw")."""
    for _ in range(_HIGHEST):
        if is_verb(word) and word.lemma in lexicon.classes["holding"]:
            subject = word.child("nsubj")
            if subject is not None and _is_share(subject, lexicon):
                return True
        if word.dep not in _PATH:
            return False
        word = word.head
    return False


def _is_share(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun phrase is a share of those polled ("61 percent", "most Americans")."""
    if noun.lemma in _SHARES:
        return True
    if noun.lemma not in _PARTS:
        return any(c.lower in ("many", "most") for c in noun.children) and _is_public(noun, lexicon)
    return any(_is_public(t, lexicon) for of in noun.all("prep") for t in of.children)


def _is_public(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun names the people of a country, who are not its lawmakers."""
    if noun.lower in _PARTIES:
        return False
    return noun.tag == "NNPS" or noun.lemma in lexicon.classes["polled"]
