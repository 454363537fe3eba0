"""Parentheses: what stands around a cue that only interrupts or follows the words that it reports."""

from __future__ import annotations

from dragoman.language import Reading, Token
from dragoman.statements.bounds import without_afterthought
from dragoman.statements.lexicon import lexicon
from dragoman.statements.strays import FINITE, reports_on

_SUPPOSING = frozenset({"if", "unless", "although", "though", "because"})
_RESUMING = frozenset(
    "between of from to for about against into toward towards by under because than".split()
)
_SUBORDINATE = frozenset("because since that if unless nor so".split())
_MARKS = frozenset({"“", "``", '"', "‘"})
_COORDINATE = frozenset({"but", "nor"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


def around_parenthesis(cue: Token, root: Token, reading: Reading) -> list[Token]:
    """What hangs on a cue that only interrupts or follows what is said, beside the clause that it governs.

    "Of the 90 people hurt, two died, officials said"; "If they came, says Ada Hill, we would know"; "There is
    a difference, she said, between fear and care".

    Args:
        cue: a verb of speech. root: the verb of the clause. reading: their reading.
    """
    source = cue.child("nsubj")
    if source is None:
        return []
    if root.index > cue.index:
        return _supposed(cue, source, root, reading)
    if source.index < root.index:
        return []
    return [*_fronted(cue, root), *_resumed(cue, source, reading)]


def _fronted(cue: Token, root: Token) -> list[Token]:
    """The phrase that opens the sentence before a clause that its cue follows; no occasion of speech."""
    first = root.subtree()[0]
    for child in cue.all("prep", "advcl"):
        tokens = child.subtree()
        place = child.child("pobj")
        occasion = place is not None and place.lemma in lexicon().occasions
        full = child.dep == "prep" or (
            child.child(*_SUBJECTS) is not None and child.child("mark") is not None
        )
        if tokens[-1].index in (first.index - 1, first.index - 2) and full and not occasion:
            return tokens
    return []


def _resumed(cue: Token, source: Token, reading: Reading) -> list[Token]:
    """What follows a parenthesis and its comma to the end of the sentence, if it goes on with what is said.

    "…, she said, because the port is closed"; "…, she said, but it will open"; "…, she said, including tugs";
    "…, she said, to save the port"; "…, she said, using tugs".
    """
    told = [t for c in cue.all("dobj", "prt") for t in (c, *c.children) if t.dep != "prep" and t.text != ","]
    last = max(t.index for t in (cue, *source.subtree(), *told))
    end = reading.sentences[cue.sentence].last
    tokens = reading.tokens[last + 1 : end + 1]
    quoted = _is_quoted(reading.tokens[reading.sentences[cue.sentence].first : min(cue.index, source.index)])
    if len(tokens) < 3 or tokens[0].text != "," or not _resumes(tokens[1], cue, quoted):
        return []
    return without_afterthought(tokens[1:])


def _is_quoted(words: list[Token]) -> bool:
    """Whether words open with a mark of quotation, or end a quotation that was begun before them."""
    opened = sum(t.text in _MARKS or t.tag == "``" for t in words)
    closed = sum(t.text == "”" or t.tag == "''" for t in words)
    return bool(words) and (words[0].text in _MARKS or closed > opened)


def _resumes(opener: Token, cue: Token, quoted: bool) -> bool:
    """Whether a word behind the comma of a parenthesis opens more of what is said."""
    if opener.lower in _COORDINATE:
        clause = next((c for c in cue.all("conj") if c.index > opener.index), None)
        return clause is not None and bool(_tags(clause) & FINITE) and not reports_on(clause)
    if opener.lower in _SUBORDINATE:
        return opener.dep in ("mark", "advmod", "cc")
    if opener.tag == "TO":
        return opener.head.dep in ("xcomp", "advcl")
    if opener.tag == "VBG" and opener.lower != "including":
        return opener.dep in ("xcomp", "advcl") and not quoted and opener.lemma not in lexicon().verbs
    if opener.dep != "prep" or opener.head.index > opener.index:
        return False
    place = opener.child("pobj")
    occasion = place is not None and (place.entity in ("DATE", "TIME") or place.lemma in lexicon().occasions)
    return not occasion and (
        opener.lower == "including" or (opener.lower in _RESUMING and opener.head is cue)
    )


def _tags(verb: Token) -> set[str]:
    return {t.tag for t in (verb, *verb.all("aux", "auxpass"))}


def _supposed(cue: Token, source: Token, root: Token, reading: Reading) -> list[Token]:
    """A supposition before a cue that parts it from its consequence."""
    last = max(cue.index, source.index)
    first = next((t for t in root.subtree() if t.index > last and t.pos != "PUNCT"), root)
    parted = any(t.text == "," for t in reading.tokens[last + 1 : first.index + 1])
    for clause in cue.all("advcl"):
        tokens = clause.subtree()
        mark = clause.child("mark")
        opens = mark is not None and mark.lower in _SUPPOSING and clause.child(*_SUBJECTS) is not None
        begun = min(cue.index, source.subtree()[0].index)
        supposed = mark is not None and mark.lower in ("if", "unless")
        if opens and (parted or supposed) and tokens[-1].index in (begun - 1, begun - 2):
            return tokens
    return []
