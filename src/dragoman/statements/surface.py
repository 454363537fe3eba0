"""Speakers and contents by the order of the words, where the syntax tree around a cue is broken.

A parser loses the subject of "said" behind long appositions, and its clause behind phrases of time and place
("said in a speech on Monday that …"). The words still stand in the order that English gives them.
"""

from __future__ import annotations

from dragoman.language import Mention, MentionKind, Reading, Token
from dragoman.statements.quotes import Quote
from dragoman.statements.strays import FINITE, is_day

_FAR = 40  # tokens that may part a speaker from the cue: appositions run long
_NEAR = 14  # tokens of time and place that may part a cue from its "that"
_BEFORE_NAME = frozenset({",", ";", ":", "“", "”", '"', "``", "''", ".", "-", "–", "—", "--", ")"}) | {
    "and", "but", "while", "that", "as", "when", "because",
}  # fmt: skip
_OPENING = frozenset({"“", '"', "``", "''"})
_STOPS = _OPENING | {";", ":"}
_RELATIVES = frozenset({"who", "which", "whom", "whose"})
_OCCASIONS = frozenset({"in", "on", "at", "during", "to", "after", "before"})


def speaker_before(cue: Token, reading: Reading) -> Token | None:
    """The name before a cue, with nothing but its own appositions between ("Mr. Gray, 44, said that …").

    Args:
        cue: a verb in a tense without a subject in the tree. reading: its reading.
    """
    first = reading.sentences[cue.sentence].first
    start = cue.index
    while start > first and reading.tokens[start - 1].dep in ("aux", "auxpass", "neg", "advmod"):
        start -= 1
    if start == first:
        return None
    closed = reading.tokens[start - 1].text == ","
    for index in range(start - 1, max(first - 1, start - _FAR), -1):
        mention = reading.mention_by_head.get(index)
        if mention is None or not _names_speaker(mention, reading):
            continue
        opens = mention.first == first or reading.tokens[mention.first - 1].lower in _BEFORE_NAME
        after = reading.tokens[index + 1].text
        if opens and ((closed and after == ",") or (not closed and index == start - 1)):
            return reading.tokens[index]
        if not closed:
            return None
    return None


def apposed_report(cue: Token, reading: Reading) -> tuple[Token, list[Token]] | None:
    """The speaker of a report that closes a sentence or breaks it, taken for an apposition, and his words.

    In "The king has left for Oslo, an aide to him said Friday", "an aide" is nobody else's name.

    Args:
        cue: a verb of speech in a tense, without content. reading: its reading.
    """
    first = reading.sentences[cue.sentence].first
    before = reading.tokens[cue.index - 1] if cue.index > first else None
    behind = reading.tokens[cue.index + 1 : cue.index + 3]
    stop = next((t for t in behind if t.entity not in ("DATE", "TIME")), None)
    if before is None or stop is None or stop.text not in (",", ".") or cue.child("nsubj", "nsubjpass"):
        return None
    speaker = before
    while speaker.dep != "appos" and speaker.head is not speaker and speaker.head.index < cue.index:
        speaker = speaker.head
    words = speaker.subtree()
    if speaker.dep != "appos" or words[-1] is not before or reading.tokens[words[0].index - 1].text != ",":
        return None
    said = reading.tokens[first : words[0].index - 1]
    return (speaker, said) if any(t.tag in FINITE for t in said) else None


def _names_speaker(mention: Mention, reading: Reading) -> bool:
    if mention.kind is MentionKind.NAME:
        return mention.label == "PERSON" or reading.tokens[mention.head].dep in ("nsubj", "nsubjpass")
    return mention.kind is MentionKind.NOMINAL and reading.tokens[mention.head].dep in ("nsubj", "nsubjpass")


def speaker_behind(cue: Token, reading: Reading, quotes: list[Quote]) -> Token | None:
    """The noun phrase that follows a cue behind a closed quotation ("“…,” added a local trader").

    Args:
        cue: a verb in a tense. reading: its reading. quotes: the quotations of its article.
    """
    if cue.index == 0 or cue.tag not in FINITE:
        return None
    before = reading.tokens[cue.index - 1]
    if not any(q.closed and q.end in (before.end, before.end + 1) for q in quotes):
        return None
    for child in cue.children:
        if child.dep in ("dobj", "attr", "dep", "oprd", "npadvmod", "acomp") and child.pos in (
            "NOUN",
            "PROPN",
        ):
            follows = child.subtree()[0].index == cue.index + 1
            return child if follows and not is_day(child) else None
    return None


def that_clause(cue: Token, reading: Reading) -> list[Token]:
    """The clause that "that" opens behind phrases of time, place and addressee; empty if there is none.

    Args:
        cue: a verb without a clause in the tree. reading: its reading.
    """
    last = reading.sentences[cue.sentence].last
    for index in range(cue.index + 1, min(last, cue.index + _NEAR) + 1):
        token = reading.tokens[index]
        if token.lower == "that" and token.dep in ("mark", "advmod") and token.head.index > index:
            verb = token.head
            return [t for t in verb.subtree() if t.index >= index] if _is_opened(verb, cue) else []
        if token.tag[:2] == "VB" or token.tag in ("MD", "CC") or token.text in _STOPS:
            return []
    return []


def _is_opened(verb: Token, cue: Token) -> bool:
    tensed = any(t.tag in FINITE for t in [verb, *verb.children])
    return tensed and verb.child("nsubj", "nsubjpass", "expl") is not None and verb.is_under(cue)


def as_reported(cue: Token, reading: Reading) -> list[Token]:
    """What "as he said" beside it reports: the clause that follows it or that it follows; else empty.

    Args:
        cue: the verb of the clause with "as". reading: its reading.
    """
    clause = cue.subtree()
    first, last = clause[0], clause[-1]
    if first.lower != "as" or cue.dep != "advcl" or cue.child("dobj", "ccomp", "xcomp") is not None:
        return []
    if any(p.lower not in _OCCASIONS for p in cue.all("prep")):
        return []
    behind = reading.tokens[last.index + 1 : last.index + 3]
    if any(t.text in _OPENING for t in behind):
        return []
    below = {id(t) for t in clause}
    around = [t for t in cue.head.subtree() if id(t) not in below]
    subject = cue.head.child("nsubj", "nsubjpass", "expl")
    if subject is None:
        return []
    if subject.index < first.index < cue.head.index:
        return around
    leads = first.index < subject.index
    return [t for t in around if (t.index > last.index if leads else t.index < first.index)]


def rest_of_sentence(cue: Token, reading: Reading) -> list[Token]:
    """What follows a cue to the end of its sentence, where that is a clause; else empty.

    Args:
        cue: a verb of speech in a tense. reading: its reading.
    """
    sentence = reading.sentences[cue.sentence]
    tokens = reading.tokens[cue.index + 1 : sentence.last + 1]
    while tokens and (tokens[0].pos == "ADV" or tokens[0].entity in ("DATE", "TIME")):
        tokens = tokens[1:]
    if not tokens or tokens[0].pos in ("PUNCT", "ADP", "CCONJ", "SCONJ", "AUX") or tokens[0].tag == "TO":
        return []
    verb = next((t for t in tokens if t.tag in FINITE), None)
    if verb is None or any(
        t.text in _STOPS or t.lower in _RELATIVES for t in tokens[: verb.index - tokens[0].index]
    ):
        return []
    return tokens


def unparsed_clause(cue: Token, reading: Reading) -> list[Token]:
    """The clause behind a verb of speech and its subject that the parser made no clause; else empty.

    In "Oslo said after the vote it would pay" the occasion stands before the clause.

    Args:
        cue: a verb of speech without content. reading: its reading.
    """
    speaker = cue.child("nsubj", "nsubjpass")
    if speaker is None or speaker.index > cue.index or cue.tag not in FINITE or cue.lemma != "say":
        return []
    if cue.dep in ("relcl", "acl", "advcl"):
        return []
    for clause in cue.all("advcl"):
        occasion, subject = clause.subtree()[0], clause.child("nsubj", "nsubjpass", "expl")
        if subject is None or occasion.dep != "prep" or occasion.index != cue.index + 1:
            continue
        words = subject.subtree()
        if words[0].index == occasion.subtree()[-1].index + 1:
            return [t for t in clause.subtree() if t.index >= words[0].index]
    rest = rest_of_sentence(cue, reading)
    verb = next((place for place, t in enumerate(rest) if t.tag in FINITE), 0)
    return rest if verb and sum(t.text == "," for t in rest[:verb]) % 2 == 0 else []
