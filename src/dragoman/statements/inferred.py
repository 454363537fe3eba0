"""Inference: attitudes and deeds of speech that a reporter only reads off what he sees."""

from __future__ import annotations

from dragoman.language import Token
from dragoman.statements.lexicon import lexicon

_GUESSED = frozenset("apparently clearly evidently obviously presumably seemingly supposedly plainly".split())
_PLAIN = frozenset("clear evident obvious apparent plain possible likely unlikely plausible".split())
_SIGNS = frozenset("sign signal indication evidence hint suggestion proof".split())
_IMPRESSIONS = frozenset({"appear", "seem", "look", "sound", "feel", "act"})
_AS_IF = frozenset({"like", "as", "if"})
_STANCES = frozenset("agree disagree judge decide figure".split())
_JOINED = frozenset({"conj", "xcomp", "acomp", "oprd"})


def is_inferred(cue: Token) -> bool:
    """Whether a text gives an attitude as what its writer gathers ("clearly wants", "a sign that he fears").

    Args:
        cue: the word that tells the attitude.
    """
    if cue.pos != "ADJ" and cue.lemma not in lexicon().standing and cue.lemma not in _STANCES:
        return False
    clause = cue
    while clause.dep in _JOINED and clause.head is not clause:
        clause = clause.head
    if any(
        t.lower in _GUESSED
        for verb in {cue.index: cue, clause.index: clause}.values()
        for t in verb.all("advmod")
    ):
        return True
    return _is_seen(clause)


def _is_seen(clause: Token) -> bool:
    """Whether a clause tells what is plain or likely, what a sign shows, or how somebody seems."""
    above = clause.head
    if clause.dep == "ccomp" and above.lemma == "be":
        return any(c.lemma in _PLAIN for c in above.all("acomp"))
    if clause.dep in ("ccomp", "acl", "relcl") and above.lemma in _SIGNS:
        return clause.child("mark") is not None
    if clause.dep in ("ccomp", "advcl") and above.lemma in _IMPRESSIONS:
        return any(c.lower in _AS_IF for c in (*clause.all("mark"), *above.all("prep")))
    return False
