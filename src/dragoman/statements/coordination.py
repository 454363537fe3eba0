"""Coordinated cues: a second reporting verb that the parser hung within the first one's content."""

from __future__ import annotations

from dragoman.language import Token
from dragoman.statements.animacy import is_animate
from dragoman.statements.draft import Draft, Piece
from dragoman.statements.lexicon import lexicon
from dragoman.statements.quotes import Quote
from dragoman.statements.strays import is_finite

_TENSES = frozenset({"VBD", "VBZ", "VBP"})
_PRESENT = frozenset({"VBZ", "VBP"})
_THIRD = frozenset({"he", "she", "they", "it"})
_DENYING = frozenset({"deny", "dispute"})
_ALSO = frozenset({"also", "later", "then"})
_OPENS = 3  # characters between a cue and the quotation that it opens


def lift_coordinated(drafts: list[Draft], quotes: list[Quote]) -> None:
    """Give coordinated cues to the speaker of the cue before them; its content ends there.

    In "She added that the army leaves and said …" the parser may join "said" to "leaves". A difference of
    tense, a quotation that opens or closes between the two, or a subject that cannot speak tells that the
    reporter speaks again ("She said that the plan was dead and urged …").
    """
    by_cue = {d.cue.index: d for d in drafts if d.cue is not None and d.cue.pos == "VERB"}
    for draft in drafts:
        cue = draft.cue
        if cue is not None and cue.tag == "VBG" and cue.dep == "advcl":
            _lift_meanwhile(draft, cue, by_cue)
        if cue is None or cue.dep != "conj" or cue.child("nsubj", "nsubjpass") is not None:
            continue
        outer = _outer(draft, drafts)
        if outer is None or outer.cue is None or cue.head is outer.cue:
            continue
        if outer.cue.tag == "VBD" and cue.tag in _PRESENT:
            continue
        own = _is_own_report(cue, outer.cue) and _tells(draft, cue, quotes)
        returns = _tense_returns(cue, outer.cue) or _leaves_relative(cue, outer.cue)
        if own or returns or _quotation_parts(cue, quotes):
            draft.source, draft.lifted = outer.source, True
            outer.content.pieces = _until(outer.content.pieces, _conjunction(cue))


def _lift_meanwhile(draft: Draft, cue: Token, by_cue: dict[int, Draft]) -> None:
    """Give "while adding that …" to the speaker of the report that it hangs on, whose content ends there."""
    opener = cue.child("mark", "advmod")
    above = next((by_cue[t.index] for t in cue.ancestors() if t.index in by_cue), None)
    if opener is None or opener.lower != "while" or above is None or above.holds(cue.start):
        return
    draft.source = above.source


def _outer(draft: Draft, drafts: list[Draft]) -> Draft | None:
    cue = draft.cue
    around = [
        d for d in drafts if d is not draft and cue is not None and d.cue is not None and d.holds(cue.start)
    ]
    around = [d for d in around if d.cue is not None and d.cue.tag[:2] == "VB"]
    return min(around, key=lambda d: d.end - d.start, default=None)


def _tells(draft: Draft, cue: Token, quotes: list[Quote]) -> bool:
    """Whether a cue has something to tell: words that its verb governs, or a quotation behind it.

    "Says its pilots have sunk ferries and have committed other crimes" tells of no commitment.
    """
    if draft.content.pieces and draft.recorded:
        return True
    voiced = cue.child("dobj") if cue.lemma in lexicon().light_verbs else None
    if voiced is not None and voiced.lemma in lexicon().nouns:
        return True
    end = cue.subtree()[-1].end + _OPENS
    return any(cue.end <= q.start <= end for q in quotes)


def _tense_returns(cue: Token, outer: Token) -> bool:
    """Whether a cue has the outer one's form and the verb that it is joined to another.

    "She said the plan is dead and urged …"; "asked for help, saying he would stay and urging …".
    """
    if cue.tag == outer.tag == "VBG":
        return is_finite(cue.head)
    perfect = any(c.lower in ("has", "have") for c in cue.head.all("aux"))
    if cue.tag == "VBD" and perfect and cue.child("ccomp") is None:
        return False  # "said that he has heard of it and asked for help"
    return cue.tag in _TENSES and cue.tag == outer.tag and _finite_tag(cue.head) not in ("", cue.tag)


def _leaves_relative(cue: Token, outer: Token) -> bool:
    """Whether ", and also" joins a cue to a relative clause in what is told: it goes on above that.

    "Peru demanded an account of a report that Chile sold maps, and also summoned the envoy".
    """
    joined = cue.head.dep in ("relcl", "acl") and outer.tag == cue.tag and cue.tag in _TENSES
    also = any(c.lower in _ALSO for c in cue.all("advmod"))
    return joined and also and _conjunction(cue).text == ","


def _finite_tag(verb: Token) -> str:
    if verb.tag in _TENSES:
        return verb.tag
    return next((c.tag for c in verb.all("aux", "auxpass") if c.tag in _TENSES or c.tag == "MD"), "")


def _quotation_parts(cue: Token, quotes: list[Quote]) -> bool:
    """Whether a quotation closes before a cue, or opens behind it, that its verb's head is not in."""
    head = cue.head.start
    if any(q.start <= head < q.end <= cue.start for q in quotes):
        return True
    opened = any(cue.end <= q.start <= cue.end + _OPENS for q in quotes)
    return opened and not any(q.start <= cue.start < q.end for q in quotes)


def _is_own_report(cue: Token, outer: Token) -> bool:
    """Whether the verb that a cue is joined to has a subject that cannot report, or the speaker's pronoun."""
    subject = cue.head.child("nsubj", "nsubjpass")
    above = cue.head.head
    if cue.head.dep in ("acl", "relcl") and is_finite(cue.head):
        above = above.head.head if above.dep == "pobj" else above.head  # "claimed at the time that …"
    if not _same_tense(cue, outer) or above is not outer or subject is None:
        return False
    return subject.lower in _THIRD or not is_animate(subject) or outer.lemma in _DENYING


def _same_tense(cue: Token, outer: Token) -> bool:
    """Whether two cues share a tense; one auxiliary serves both of a perfect ("has denied … and accused")."""
    if outer.tag == "VBN" and any(c.lemma == "have" for c in outer.all("aux")):
        return cue.tag in ("VBN", "VBD")
    if outer.tag in _PRESENT and cue.tag == "VBN" and any(c.tag in _PRESENT for c in cue.all("aux")):
        return True
    did = outer.tag == "VBD" and any(c.lower == "did" for c in cue.all("aux"))
    return did or (cue.tag == outer.tag and cue.tag in _TENSES)


def _conjunction(cue: Token) -> Token:
    """The "and" or "but" before a coordinated cue with its comma, or the cue itself."""
    before = [c for c in cue.head.all("cc") if c.index < cue.index]
    first = before[-1] if before else cue
    return next((c for c in cue.head.children if c.text == "," and c.index == first.index - 1), first)


def _until(pieces: list[Piece], token: Token) -> list[Piece]:
    stop = token.start if token.text == "," else token.start - 1
    cut = [(start, min(end, stop)) for start, end in pieces if start < stop]
    return cut or pieces
