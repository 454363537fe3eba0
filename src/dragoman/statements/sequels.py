"""Sequels: what a speaker did besides, which the parser joined to what he said."""

from __future__ import annotations

from dragoman.language import Reading, Token
from dragoman.records import Act
from dragoman.statements.bounds import trim
from dragoman.statements.draft import Draft
from dragoman.statements.lexicon import lexicon
from dragoman.statements.strays import FINITE, is_finite

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_OPENING = frozenset({"“", "``"})
_CLOSING = frozenset({"”", "''"})
_MARKS = frozenset({"``", "''"})
_PERSONAL = frozenset("i you he she it we they".split())
_THIRD = frozenset({"he", "she", "it", "they"})
_PRESENT = frozenset({"VBP", "VBZ"})
_UNDER_VERBS = frozenset({"advcl", "xcomp", "conj", "pcomp", "prep"})
_GIVING = frozenset({"give", "offer", "provide"})
_ASKED = frozenset("whether if what when where which who why how".split())
_HAVE = frozenset({"has", "have", "had", "’ve", "'ve"})


def end_at_deeds(drafts: list[Draft], reading: Reading) -> None:
    """End contents before a verb joined to them that has the tense of their cue, and no verb above it has.

    "Warned that it is ready and gave no date"; "blamed Peru for leaving and called it a foe".

    Args:
        drafts: attributions. reading: the reading that they are in.
    """
    for draft in drafts:
        cue = draft.cue
        if cue is None or cue.pos not in ("VERB", "AUX", "NOUN") or not draft.content.pieces:
            continue
        start, end = draft.content.pieces[-1]
        tokens = reading.tokens_in(reading.article.span(start, end))
        if tokens and tokens[0].index > cue.index and tokens[0].sentence == cue.sentence:
            kept = trim(_without_deed(cue, _without_other(cue, draft.source, tokens)))
            if kept and len(kept) < len(tokens):
                draft.content.pieces = [*draft.content.pieces[:-1], (start, kept[-1].end)]


def _without_other(cue: Token, source: Token | None, tokens: list[Token]) -> list[Token]:
    """A content without what another says, joined to it, or what the one who tells of it says himself.

    "Peru says it is calm and Chile claims it is not"; "he told us that he would pay so I stayed".
    """
    members = {t.index for t in tokens}
    for token in tokens:
        if token.head.index not in members and token.head is not cue:
            continue
        subject = token.child("nsubj")
        if subject is None or not (
            _is_other_report(token, subject, cue) or _is_teller(token, subject, source)
        ):
            continue
        before = [t for t in tokens if t.index < token.subtree()[0].index]
        if len(before) > 2 and not _is_open(before) and before[-1].tag not in _MARKS:
            return before
    return tokens


def _is_other_report(verb: Token, subject: Token, cue: Token) -> bool:
    """Whether a joined verb reports in the tense of a cue what somebody else says."""
    tense = _tense(cue)
    tags = {t.tag for t in [verb, *verb.all("aux")]}
    joined = verb.dep == "conj" or (verb.dep == "advcl" and verb.subtree()[0].lower == "while")
    if not joined or (subject.pos == "PRON" and subject.lower in _PERSONAL) or "MD" in tags:
        return False
    if any(c.lower == "that" for c in verb.all("mark")):
        return False  # "said that Peru was calm, but that Chile claimed it was not"
    frames = lexicon().verbs.get(verb.lemma, ())
    said = verb.child("ccomp", "xcomp") if verb.dep == "advcl" else verb.child("ccomp")
    speaks = any("clause" in f.takes for f in frames) and said is not None
    speaks = speaks and (verb.dep == "advcl" or any({"clause", "quote"} <= set(f.takes) for f in frames))
    if tense == "past":
        state = verb.head.lemma == "be" or verb.dep == "advcl"
        return speaks and "VBD" in tags and (state or not _is_partner(verb.head, tense, verb))
    return speaks and bool(tags & _PRESENT)


def _is_teller(verb: Token, subject: Token, source: Token | None) -> bool:
    """Whether "I" or "we" goes on behind what a third person is told to have said."""
    if subject.lower not in ("i", "we") or source is None or source.lower in ("i", "we", "you"):
        return False
    openers = {c.lower for c in verb.all("mark", "advmod")}
    if not is_finite(verb) or "that" in openers or any(t.tag in _MARKS for t in verb.subtree()):
        return False
    return verb.dep == "conj" or (verb.dep == "advcl" and "so" in openers)


def _without_deed(cue: Token, tokens: list[Token]) -> list[Token]:
    tense = _tense(cue)
    members = {t.index for t in tokens}
    for token in tokens if tense is not None else ():
        subject = token.child(*_SUBJECTS)
        if token.dep != "conj" or not (subject is None or (subject.lower in _THIRD and _keeps_back(token))):
            continue
        above = [t for t in token.ancestors() if t.index in members]
        shared = any(_is_partner(t, tense, token) for t in above) and not (_reports(token) or _judges(token))
        deed = _agrees(token, tense) and not shared
        deed = deed and (tense != "perfect" or _is_joined(token, tokens))
        silent = _is_silence(token) or (tense == "past" and _keeps_back(token))
        if not above or not (deed or silent):
            continue
        before = [t for t in tokens if t.index < token.subtree()[0].index]
        if before and not _is_open(before):
            return before
    return tokens


def _is_silence(verb: Token) -> bool:
    """Whether a verb tells that no more was said ("… but did not elaborate", "… and gave no date")."""
    cues = lexicon()
    if verb.lemma in _GIVING:
        thing = verb.child("dobj")
        if thing is None or thing.lemma not in cues.details:
            return False
        if verb.tag in ("VBD", "VBN") and verb.child("aux", "auxpass") is None:
            return any(c.lower == "no" for c in thing.all("det"))
    elif verb.lemma not in cues.negated and verb.lemma not in cues.silent:
        return False
    if verb.child("neg") is None:
        return False
    helpers = {h.lower for h in verb.all("aux")}
    asked = next((c.subtree()[0].lower for c in verb.all("ccomp")), "")
    return "did" in helpers or ("would" in helpers and asked in _ASKED)


def _keeps_back(verb: Token) -> bool:
    """Whether a verb tells what its subject would not say ("… but he declined to say when")."""
    refused = verb.child("xcomp") if verb.tag == "VBD" and verb.lemma in ("decline", "refuse") else None
    return refused is not None and any("clause" in f.takes for f in lexicon().verbs.get(refused.lemma, ()))


def _judges(verb: Token) -> bool:
    """Whether a verb tells whom or what its subject criticised, thanked or praised."""
    frames = [f for f in lexicon().verbs.get(verb.lemma, ()) if f.act in (Act.CRITICISE, Act.PRAISE)]
    whom = any(kind.startswith("object") for f in frames for kind in f.takes)
    return whom and verb.child("dobj") is not None


def _is_joined(verb: Token, tokens: list[Token]) -> bool:
    """Whether a conjunction stands directly before a verb."""
    first = verb.subtree()[0].index
    return any(t.index == first - 1 and t.dep == "cc" for t in tokens)


def _tense(cue: Token) -> str | None:
    """The tense of a cue, of the verb above it where it is a participle or a noun."""
    verb = cue
    while verb.head is not verb and (
        verb.pos in ("NOUN", "ADP") or (verb.tag == "VBG" and verb.dep in _UNDER_VERBS)
    ):
        verb = verb.head
    helpers = verb.all("aux", "auxpass")
    tags = {t.tag for t in [verb, *helpers]}
    if any(h.lower in _HAVE for h in helpers) and verb.tag == "VBN":
        return "perfect"
    if "VBD" in tags:
        return "past"
    return "present" if tags & _PRESENT else None


def _agrees(verb: Token, tense: str | None) -> bool:
    helpers = verb.all("aux", "auxpass")
    if any(h.tag == "MD" for h in helpers):
        return False
    if tense == "perfect":
        own = verb.tag == "VBN" and all(h.lower in _HAVE or h.lower == "been" for h in helpers)
        present = verb.tag == "VBZ" and verb.child("dobj", "ccomp", "xcomp") is not None
        return own or ((verb.tag == "VBD" or present) and not helpers)
    if tense == "past":
        return verb.tag == "VBD" or any(h.lower == "did" for h in helpers)
    return verb.tag in _PRESENT and not helpers


def _is_partner(verb: Token, tense: str | None, joined: Token) -> bool:
    """Whether a verb may share its subject with one of a tense joined to it or to what it governs."""
    tags = {t.tag for t in [verb, *verb.all("aux", "auxpass")]}
    if _disagrees(verb, joined):
        return False
    if tense == "present" or joined.tag == "VBZ":
        return bool(tags & FINITE) and not (joined.tag == "VBZ" and tags & FINITE in ({"VBP"}, {"MD"}))
    return "VBD" in tags or any(h.lower in ("has", "have") for h in verb.all("aux"))


def _disagrees(verb: Token, joined: Token) -> bool:
    """Whether a verb joined to another cannot share its subject ("the port was shut and have blamed …")."""
    subject = verb.child("nsubj", "nsubjpass")
    tags = {t.tag for t in [joined, *joined.all("aux", "auxpass")]} & _PRESENT
    if subject is None or subject.child("conj") is not None:
        return False
    return (subject.tag == "NN" and tags == {"VBP"}) or (subject.tag == "NNS" and tags == {"VBZ"})


def _reports(verb: Token) -> bool:
    """Whether a verb tells what its subject said in a clause, or what he called for, not merely asked for."""
    frames = lexicon().verbs.get(verb.lemma, ())
    asked = any(f.act is Act.REQUEST and "for" in f.takes for f in frames)
    if asked and verb.lemma != "ask" and any(p.lower == "for" for p in verb.all("prep")):
        return True
    return any({"clause", "quote"} <= set(f.takes) for f in frames) and verb.child("ccomp") is not None


def _is_open(words: list[Token]) -> bool:
    """Whether a quotation that words open is not closed in them."""
    return sum(t.tag == "``" or t.text in _OPENING for t in words) > sum(
        t.tag == "''" or t.text in _CLOSING for t in words
    )
