"""Which rows of the issues file fit the words of a sentence, and what of: the matter, or a party."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.language import Sentence, Token
from dragoman.positions.clauses import is_purpose, sets_scene
from dragoman.positions.drafts import Context
from dragoman.positions.issues import Holder, Of, Row
from dragoman.positions.modes import operators

_COMPLEMENTS = frozenset(
    {"dobj", "nsubjpass", "attr", "oprd", "pobj", "pcomp", "prep", "acomp", "dative", "agent"}
)
_SMALL_CLAUSE = frozenset({"ccomp", "xcomp"})
_OF = frozenset("of in on for to with from about toward towards at over between out".split())
_OF_NOUN = frozenset("of for to from out".split())  # "details ON the aid" are no aid
_OF_AMOUNT = _OF_NOUN | {"in"}
_AMOUNTS = frozenset({"billion", "hundred", "million", "thousand", "trillion"})
_SETS = frozenset("batch host list number package raft range round series set slate slew".split())
_BACKGROUND = frozenset("throughout during after before since amid following despite until".split())
_CONDITIONS = frozenset({"if", "unless"})
_IN_KIND = frozenset("countermeasure reciprocate reprisal respond response retaliate retaliation".split())
_AWAY = frozenset({"from", "despite"})
_OF_PARTNER = frozenset({"with", "to", "between"})
_OF_PARTY = _OF_PARTNER | {"of"}
_WISHES = frozenset({"point", "sense", "need", "necessity"})  # whoever sees none says something by it
_POLITIES = frozenset("administration council government junta leadership regime republic state".split())
_REASONS = frozenset("about amid despite notwithstanding over".split())
_IN_VIEW = frozenset("because face light reason regardless result spite view wake".split())
_APART = frozenset({"amod", "compound", "nmod"})  # what tells a matter apart from others
_OVER = frozenset("in of on over".split())
_RELATIVES = frozenset({"that", "which", "who"})
_ALL = frozenset({"any", "every"})
_PLACING = frozenset({"when", "where", "why"})
_POSSIBLE = frozenset({"likely", "possible", "potential", "prospective"})
_PLANNED = frozenset({"planned", "proposed", "threatened"})
_STILL_TO_COME = frozenset({"will", "threatened"})
_GUESSED = frozenset({"conceivably", "likely", "perhaps", "possibly", "presumably", "probably", "supposedly"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Match:
    """A row that fits a word, and the word of the matter or party that it is said of."""

    row: Row
    predicate: Token
    matter: Token


def best_matches(context: Context, sentence: Sentence) -> list[Match]:
    """The rows that fit a sentence; of several that read the same matter, the first of its issue."""
    best: dict[tuple[str, int], Match] = {}
    for match in _matches(context, sentence):
        key = (match.row.issue, match.matter.index)
        if key not in best or match.row.order < best[key].row.order:
            best[key] = match
    left = {(match.row.issue, match.predicate.index) for match in best.values()}
    return [m for m in best.values() if not _leaves(context, m, left)]


def _leaves(context: Context, match: Match, found: set[tuple[str, int]]) -> bool:
    """Whether a word is left to another issue that it is said of: who negotiates a DEAL with Norden."""
    others = context.issues.issues[match.row.issue].leaves
    return match.row.of is Of.PARTNER and any((other, match.predicate.index) in found for other in others)


def _matches(context: Context, sentence: Sentence) -> Iterator[Match]:
    by_word = context.issues.by_word
    tokens = context.reading.sentence_tokens(sentence)
    if tokens[-1].text == "?":
        return  # asked, not told
    for token in tokens:
        rows = by_word.get(token.lemma)
        if not rows or token.pos in ("PROPN", "DET", "AUX") or _is_background(token):
            continue
        done: set[str] = set()
        for row, part, rest in rows:
            if row.issue in done or (part and token.pos != part) or not _stands_beside(token, rest):
                continue
            matter = _matter(context, token, row)
            if matter is not None and _company(token, row) and not is_none(matter) and not is_none(token):
                done.add(row.issue)
                yield Match(row, token, matter)


def _is_background(token: Token) -> bool:
    """Whether a noun only sets the time of something else: "after the closure", "ahead of talks"."""
    if token.pos != "NOUN" or token.dep != "pobj":
        return False
    is_ahead = token.head.lower == "of" and token.head.head.lower == "ahead"
    return is_ahead or token.head.lower in _BACKGROUND


def is_aside(token: Token, head: Token) -> bool:
    """Whether a word stands in what only sets the scene of another above it: "… AFTER new sanctions".

    Args:
        token: the word. head: the word above it.
    """
    while token is not head and token.head is not token:
        opening = (token, *token.all("mark"))
        if token.dep in ("advcl", "prep") and any(t.lower in _BACKGROUND for t in opening):
            return True
        if is_condition(token):
            return True
        if is_kept_off(token) or is_reason(token):
            return True
        token = token.head
    return False


def is_condition(clause: Token) -> bool:
    """Whether a clause tells what would have to happen first: "will go IF sanctions ARE imposed".

    Who will answer something in kind speaks of the same matter: "will retaliate if tariffs are imposed".
    """
    if clause.dep != "advcl" or not any(c.lower in _CONDITIONS for c in clause.all("mark")):
        return False
    return not any(t.lemma in _IN_KIND for t in (clause.head, *clause.head.all("dobj", "xcomp")))


def is_kept_off(token: Token) -> bool:
    """Whether it is against a thing that something is done: "shield it FROM sanctions", "in the FACE of"."""
    return token.dep == "pobj" and (token.head.lower in _AWAY or token.lemma == "face")


def is_reason(token: Token) -> bool:
    """Whether a noun tells what something else is about: "angry OVER SANCTIONS", "in view OF TARIFFS"."""
    if token.dep != "pobj":
        return False
    return token.head.lower in _REASONS or (token.head.lower == "of" and token.head.head.lower in _IN_VIEW)


def is_listed(token: Token, words: frozenset[str]) -> bool:
    """Whether a word is one of some, each perhaps with its part of speech ("call:noun")."""
    return token.lemma in words or f"{token.lemma}:{token.pos.lower()}" in words


def is_none(matter: Token) -> bool:
    """Whether there is none of a matter ("has had NO talks"): who has none refuses none."""
    return matter.lemma not in _WISHES and any(c.dep == "det" and c.lower == "no" for c in matter.children)


def is_any(matter: Token) -> bool:
    """Whether no matter in particular is meant: "ANY deal must …", "broke EVERY deal"."""
    return any(c.dep == "det" and c.lower in _ALL for c in matter.children)


def is_only_possible(chain: Sequence[Token], matter: Token) -> bool:
    """Whether what is told of is called no more than possible: "POSSIBLE talks", "is LIKELY to veto".

    Args:
        chain: the word that tells of it, and what governs it. matter: what it is said of.
    """
    beside = (c for word in (*chain, matter) if word.pos == "NOUN" for c in word.all("amod"))
    above = (word.head for word in chain if word.dep == "xcomp" and word.head.pos == "ADJ")
    guessed = (c for word in chain for c in word.all("advmod"))
    return any(t.lower in _POSSIBLE for t in (*beside, *above)) or any(t.lower in _GUESSED for t in guessed)


def is_planned(matter: Token, predicate: Token) -> bool:
    """Whether a matter is told of as one still to come: "the PROPOSED tariffs", "PLANS for new sanctions".

    Args:
        matter: the word of the matter. predicate: the word that is said of it.
    """
    if any(c.lower in _PLANNED for c in matter.all("amod")):
        return True
    if matter.dep == "compound" and matter.head is not predicate:  # "a tariff PLAN"
        return operators().class_of(matter.head) in _STILL_TO_COME
    while matter.dep == "pobj" and (_is_amount(matter.head.head) or matter.head.head.lemma in _SETS):
        matter = matter.head.head  # "plans for ten BILLION of tariffs"
    above = matter.head.head
    return matter.dep == "pobj" and above.pos == "NOUN" and operators().class_of(above) in _STILL_TO_COME


def _stands_beside(token: Token, rest: tuple[str, ...]) -> bool:
    return all(any(c.lower == word for c in token.children) for word in rest)


def _company(token: Token, row: Row) -> bool:
    """Whether the words that the row wants near are, and those that it does not are not."""
    if not row.beside and not row.without:
        return True
    company = [token, *(t for c in token.children if not _is_loose(c) for t in c.subtree())]
    around = {t.lower if t.pos == "ADJ" else t.lemma for t in company}
    return (not row.beside or bool(around & row.beside)) and not around & row.without


def _is_loose(child: Token) -> bool:
    """Whether a dependent sets the scene or is a deed of its own: "… FOLLOWING the raid", "… and LEFT"."""
    if child.dep == "prep":
        return child.index < child.head.index or child.lower in _BACKGROUND
    return child.dep in ("advcl", "relcl", "parataxis") or (child.dep == "conj" and child.pos == "VERB")


def _matter(context: Context, token: Token, row: Row) -> Token | None:
    if row.of is Of.SELF:
        return token
    if row.of in (Of.PARTY, Of.PARTNER):
        return next((h for h in _objects(token, row) if h.lemma in _POLITIES or context.parties.at(h)), None)
    is_owned = row.holder is Holder.OWNER
    region = (t for t in _region(token) if not (is_owned and _is_receiver(t, token)))
    return next((t for t in region if _names_matter(context, t, row.issue)), None)


def _is_receiver(matter: Token, verb: Token) -> bool:
    """Whether a word tells who gets another thing: "sends weapons to Norden's FORCES"."""
    return matter.dep == "pobj" and matter.head.lower == "to" and bool(verb.all("dobj"))


def _names_matter(context: Context, token: Token, issue: str) -> bool:
    """Whether a token names the issue, and does not only tell another issue's matter apart ("peace deal")."""
    if not context.is_matter(token, issue) or _is_only_thought(token):
        return False
    apart = context.issues.issues[issue].apart
    if _is_told_apart(context, token, issue) or (apart and any(t.lemma in apart for t in _traits(token))):
        return False
    if _is_in_name(token) and not context.is_matter(token.head, issue):
        return False
    return token.dep not in _APART or not any(
        context.is_matter(token.head, name) and token.head.lemma not in other.abroad
        for name, other in context.issues.issues.items()
        if name != issue
    )


def _is_told_apart(context: Context, token: Token, issue: str) -> bool:
    """Whether a law or resolution is told apart by another issue's matter, or by whom it condemns.

    So is that matter: "a SANCTIONS law"; and "a resolution CONDEMNING Norden" stands on Norden.
    """
    spec = context.issues.issues[issue]
    if token.lemma not in spec.abroad and token.lemma not in spec.assembly:
        return False
    if any(c.tag == "VBG" and operators().class_of(c) == "opposed" for c in token.all("acl")):
        return True
    return any(
        context.is_matter(c, other)
        for c in token.all(*_APART)
        for other in context.issues.issues
        if other != issue
    )


def _traits(matter: Token) -> Iterator[Token]:
    """What tells a matter apart from others: "a TRADE truce", "a truce in their TRADE dispute"."""
    yield from matter.all(*_APART)
    for preposition in matter.all("prep"):
        for head in preposition.all("pobj") if preposition.lower in _OVER else ():
            yield head
            yield from head.all(*_APART)


def _is_in_name(token: Token) -> bool:
    """Whether a word is only part of a name: "Operation PEACE Spring"."""
    return token.dep == "compound" and token.pos == token.head.pos == "PROPN"


def _is_only_thought(matter: Token) -> bool:
    """Whether only the possibility or the threat of a matter is spoken of: "the OPTION of talks"."""
    if matter.head.lower != "of" or matter.head.head.pos != "NOUN":
        return False
    return operators().class_of(matter.head.head) in ("may", "threatened")


def _objects(token: Token, row: Row) -> Iterator[Token]:
    """Whom a word is said of: its object, or that of its preposition if it has no other."""
    direct = ("dobj", "dative", "poss") if row.both else ("dobj", "dative", "poss", "nsubjpass")
    found = token.all(*direct) if row.of is Of.PARTY else []
    yield from found
    if token.dep == "relcl" and row.of is Of.PARTY and not token.all("dobj") and not _is_placing(token):
        yield token.head
    joining = _OF_PARTY if row.of is Of.PARTY else _OF_PARTNER
    words = () if found else (token,) if row.of is Of.PARTY else (token, *token.all("dobj"))
    for word in words:  # "negotiate peace WITH Norden"
        yield from (h for c in word.all("prep") if c.lower in joining for h in c.all("pobj"))


def _region(token: Token) -> Iterator[Token]:
    """The words that a verb, noun or adjective is said of, nearest first."""
    has_object = any(c.dep in _OBJECTS and c.lemma != "place" for c in token.children)  # "talks take place"
    if token.pos == "ADJ":
        yield from _of_adjective(token)
    elif (clause := _relative(token)) and not (has_object and _has_own(token)):
        yield from noun_phrase(clause.head, 1)
    for child in token.children:
        if child.dep == "prep" and (sets_scene(child) or token.lemma == "have"):
            continue  # "proposed a letter IN talks with Norden", "the terms that it has FOR talks"
        if child.dep in _COMPLEMENTS and (child.dep != "prep" or child.lower in _OF):
            yield from noun_phrase(child, 3)
        elif child.dep in ("advmod", "prt"):  # "walked AWAY from the talks"
            yield from (t for c in child.all("prep") if c.lower in _OF for t in noun_phrase(c, 3))
        elif child.dep in _SMALL_CLAUSE and child.pos in ("ADJ", "NOUN"):
            yield from (t for c in child.children if c.dep in ("nsubj", "dobj") for t in noun_phrase(c, 1))
        elif child.dep == "nsubj" and not has_object and token.pos == "VERB":
            yield from noun_phrase(child, 2)
        elif child.dep in ("compound", "amod", "poss") and token.pos == "NOUN":
            yield child


def _relative(token: Token) -> Token | None:
    """The clause on a noun that a verb is of: "a deal that it NEGOTIATES", "… that it tries to NEGOTIATE"."""
    clause = token
    if _is_placing(clause):
        return None
    while clause.dep == "xcomp" and not any(c.dep in _OBJECTS for c in token.children):
        clause = clause.head
    return clause if clause.dep in ("acl", "relcl") and clause.head.pos == "NOUN" else None


def _is_placing(clause: Token) -> bool:
    """Whether a clause tells what happened at a place or time: "bases WHERE troops are stationed"."""
    return any(c.dep == "advmod" and c.lower in _PLACING for c in clause.children)


def _is_subject(clause: Token) -> bool:
    """Whether what a relative clause is on is its subject: "a deal THAT leaves Norden …"."""
    return any(c.dep == "nsubj" and c.lower in _RELATIVES for c in clause.children)


def _has_own(clause: Token) -> bool:
    """Whether a clause on a noun is not about it as its object: "an agreement TO WITHDRAW troops"."""
    return _is_subject(clause) or (clause.dep == "acl" and (is_purpose(clause) or clause.tag == "VBG"))


def _of_adjective(token: Token) -> Iterator[Token]:
    if token.dep == "amod":
        yield token.head
    elif token.dep in ("acomp", "oprd", "ccomp"):
        beside = (*token.children, *token.head.children)
        yield from (t for c in beside if c.dep in ("nsubj", *_OBJECTS) for t in noun_phrase(c, 1))


def noun_phrase(head: Token, depth: int) -> Iterator[Token]:
    """A noun phrase's head and what it is of: "day" and "talks" in "a second day of talks".

    Args:
        head: its head, or the preposition before it. depth: how many steps down to go.
    """
    is_preposition = head.dep in ("prep", "agent")
    joining = _OF if is_preposition else _OF_AMOUNT if _is_amount(head) else _OF_NOUN
    if not is_preposition:
        yield head
    for child in head.children if depth else ():
        if child.dep in ("pobj", "pcomp"):
            yield from noun_phrase(child, depth - (child.dep == "pcomp"))
        elif (child.dep == "prep" and child.lower in joining) or (
            child.dep == "conj" and child.pos in _NOUNS
        ):
            yield from noun_phrase(child, depth - 1)
        elif child.dep in ("compound", "nmod"):
            yield child


def _is_amount(noun: Token) -> bool:
    """Whether a word tells how much of something there is: "MILLIONS in aid"."""
    return noun.pos == "NUM" or noun.lemma in _AMOUNTS or any(c.dep == "nummod" for c in noun.children)


_NOUNS = frozenset({"NOUN", "PROPN"})
