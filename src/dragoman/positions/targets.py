"""Towards whom the stance of a statement is: whom its words accuse, praise, ask or are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.language import Token
from dragoman.positions.drafts import Context, foreign
from dragoman.records import Act, Actor, Statement

_NAMING = frozenset({"NOUN", "PROPN", "PRON", "ADJ"})
_VERBAL = frozenset({"VERB", "AUX"})
# behind which a reporting word names its object, not when or where it was said
_OBJECT_OF = frozenset("against at by for from of on over to toward towards upon with".split())
_RANKS = frozenset({"airman", "marine", "sailor", "serviceman", "soldier", "troop", "veteran"})
_TELLING = frozenset({"amod", "compound", "nmod", "poss", "prep"})
_DEFINITE = frozenset({"the", "this", "that"})
_EACH_OTHER = frozenset({"other", "another"})  # "Norden and Ostrand accused each OTHER"
_ACCUSING = frozenset({"accuse", "blame"})
_RELATIVES = frozenset({"that", "which", "who", "whom"})
_ANY_DEED = frozenset("act action approach decision measure move plan policy step".split())
_THINKING = frozenset(
    "believe consider deem expect fear feel hope interpret know perceive regard see think view want".split()
)
_OF_DEEDS = frozenset({Act.CRITICISE, Act.PRAISE})
_JUDGEMENTS = frozenset({Act.CRITICISE, Act.PRAISE, Act.FEAR})
# what a state does, as the next sentence takes it up; who did a "blast" or a "killing" the news need not tell
_DEEDS = frozenset(
    """accord act action agreement annexation announcement approach assertion behavior behaviour campaign
    comment conduct crackdown deal decision declaration deed deployment detention drill exchange
    execution exercise expulsion gesture incident incursion initiative intervention invasion launch law
    measure meeting move offensive operation order plan policy proposal raid release remark response
    ruling sanction seizure speech statement step strike summit tariff test threat vote withdrawal""".split()
)


def targets(
    context: Context,
    statement: Statement,
    cue: list[Token],
    content: list[Token],
    holder: Actor,
    *,
    is_deed: bool = False,
) -> list[Actor]:
    """Whom a statement is about: what its cue governs, else what it is of.

    Args:
        context: the reading and its records. statement: the statement.
        cue: the words that report it. content: the words that are reported.
        holder: whose statement it is.
        is_deed: whether it asks for a deed: then who is to do it is meant, nobody else that is named.
    """
    governed = _blamed(cue) or [*_governed(context, cue, statement)]
    if statement.act in _OF_DEEDS and _hits_nobody(context, statement.act, governed, holder):
        return []
    named = _named(context, statement, cue, governed, content, is_deed=is_deed)
    return next((others[:most] for found, most in named if (others := foreign(holder, found))), [])


def _governed(context: Context, cue: list[Token], statement: Statement) -> Iterator[Token]:
    """The objects of the reporting words: also what a participle or a relative clause stands on."""
    source = statement.source
    for token in cue:
        is_participle = token.dep == "acl" and token.tag == "VBN"
        if is_participle:
            yield token.head
        for child in token.children:
            if (
                child.dep == "agent"
                and source is not None
                and child.end <= source.start <= child.subtree()[-1].end
            ):
                continue  # "opposed BY NORDEN": who speaks
            for found in objects(child):
                is_relative = token.dep == "relcl" and found.lower in _RELATIVES
                yield _antecedent(context, token, found) if is_relative else found


def _antecedent(context: Context, clause: Token, pronoun: Token) -> Token:
    """What a relative pronoun stands for: a party named right before it, else what its clause is on."""
    places = range(pronoun.index - 1, max(clause.head.index, pronoun.index - 3), -1)
    before = next((t for i in places if (t := context.reading.tokens[i]).pos != "PUNCT"), None)
    return before if before is not None and context.parties.at(before) else clause.head


def _hits_nobody(context: Context, act: Act, governed: list[Token], holder: Actor) -> bool:
    """Whether whoever is judged is known, and no party abroad: "blamed THE PRESS for …"."""
    objects_of = [t for t in governed if t.dep == "dobj"] or [t for t in governed if t.dep == "pobj"]
    if objects_of and all(_is_unnamed(t, act) for t in objects_of):
        return True
    judged = [t for t in objects_of if context.parties.all_at(t) or _is_culprit(t)]
    if not judged or any(foreign(holder, context.parties.owner(t, None)) for t in judged):
        return False
    return not any(foreign(holder, context.parties.under(t, depth=1)) for t in judged)


def _is_unnamed(token: Token, act: Act) -> bool:
    """Whether one's own ranks are praised, or all of a kind judged: "thanked THE TROOPS", "KINGS who …"."""
    if token.tag != "NNS" or any(c.dep in _TELLING for c in token.children):
        return False
    is_kind = token.child("det") is None and any(c.child("nsubj") for c in token.all("relcl"))
    return (act is Act.PRAISE and token.lemma in _RANKS) or is_kind


def _is_culprit(token: Token) -> bool:
    """Whether a noun tells who is accused, whoever that is: "blamed STRANGERS for …"."""
    is_accused = token.dep == "dobj" and token.head.lemma in _ACCUSING
    is_blamed = token.dep == "pobj" and token.head.lower == "on" and token.head.head.lemma == "blame"
    return (is_accused or is_blamed) and token.pos == "NOUN" and token.lemma not in _DEEDS


def _named(
    context: Context,
    statement: Statement,
    cue: list[Token],
    governed: list[Token],
    content: list[Token],
    *,
    is_deed: bool,
) -> Iterator[tuple[tuple[Actor, ...], int | None]]:
    """The parties named, in the order in which they are looked to, and how many of each may be meant."""
    parties = context.parties
    yield from ((parties.speaker(t, statement), None) for t in governed if t.pos in _NAMING)
    if any(t.lower in _EACH_OTHER for t in governed):
        yield from ((parties.at(s), None) for t in cue if (s := t.child("nsubj")) is not None)
    if statement.act not in _JUDGEMENTS:
        yield from ((tuple(parties.under(t, depth=2)), 1) for t in governed)
        if not is_deed:  # "advised Norwegians IN OSTRAND"
            places = (c.child("pobj") for t in cue for c in t.children if c.lower == "in")
            yield from ((parties.at(place), 1) for place in places if place is not None)
        if statement.act is not Act.PLEDGE:  # whom a promise speaks of need not be whom it is given to
            said = _topics(content) if is_deed else (t for t in content if t.pos in _NAMING)
            yield from ((parties.speaker(t, statement), 1) for t in said)
        return
    topics = (*governed, *_topics(content, cue))
    if statement.act is not Act.FEAR:
        yield from ((parties.doer(t, statement), 1) for t in topics)
    else:
        yield from ((tuple(parties.under(t)), 1) for t in (*_topics(content, cue), *governed))
    yield from ((parties.doer(t, statement), 1) for t in _in_clauses(content))
    if back := [t for t in governed if _points_back(t)]:
        yield from ((_doers_before(context, deed), 1) for deed in back if deed.lemma not in _ANY_DEED)
        yield from ((parties.at(t), 1) for t in _actors_before(context, statement))


def mutual(context: Context, cue: list[Token]) -> list[Actor]:
    """The sides, where a cue says that they do something to each other ("accused each other")."""
    governed = [o for t in cue for child in t.children for o in objects(child)]
    if not any(t.lower in _EACH_OTHER for t in governed):
        return []
    subjects = (s for t in cue if (s := t.child("nsubj")) is not None)
    sides = [p for subject in subjects for p in context.parties.at(subject)]
    return sides if len(sides) > 1 else []


def main_words(content: list[Token]) -> Iterator[Token]:
    """The words that what is said hangs on: the verb of its main clause, or the noun that it is."""
    inside = {t.index for t in content}
    return (t for t in content if t.head is t or t.head.index not in inside)


def objects(child: Token) -> list[Token]:
    """The object of a reporting word or of its preposition ("accused NORDEN", "furious with NORDEN")."""
    if child.dep in ("dobj", "dative"):
        return [child]
    is_joined = child.dep in ("prep", "agent", "dative") and child.lower in _OBJECT_OF
    return [c for c in child.children if c.dep == "pobj"] if is_joined else []


def _blamed(cue: list[Token]) -> list[Token]:
    """Whom something is blamed ON, the last word of that kind: "blamed the raid on the base on NORDEN"."""
    verbs = (t for t in cue if t.lemma == "blame" and not any(c.lower == "for" for c in t.all("prep")))
    found = [t for verb in verbs for t in verb.subtree() if t.dep == "prep" and t.lower == "on"]
    return found[-1].all("pobj") if found else []


def _topics(content: list[Token], cue: list[Token] | None = None) -> Iterator[Token]:
    """What the words said are of: the subject of their main clause, or the noun that they are.

    Who thanks is no topic of "WE thank …": there the verb is the cue.
    """
    inside = {t.index for t in content}
    for token in main_words(content):
        if cue and token in cue:
            continue
        if token.pos in _VERBAL:
            yield from (t for t in token.all("nsubj", "nsubjpass") if t.index in inside)
        elif token.pos in _NAMING:
            yield token


def _in_clauses(content: list[Token]) -> Iterator[Token]:
    """Who does what the words said judge, in a clause below them: "it is sad that NORDEN left"."""
    inside = {t.index for t in content}
    for token in main_words(content):
        judging = (token, *token.all("acomp", "attr"))
        clauses = (c for word in judging for c in word.all("ccomp") if c.index in inside)
        yield from (t for clause in clauses for t in clause.all("nsubj", "nsubjpass"))


def _points_back(token: Token) -> bool:
    """Whether a noun points back at a party's deed told before ("praised THE MOVE")."""
    is_deed = token.lemma in _DEEDS and token.pos == "NOUN"
    return is_deed and any(c.dep == "det" and c.lower in _DEFINITE for c in token.children)


def _doers_before(context: Context, deed: Token) -> tuple[Actor, ...]:
    """Whose a deed was where it was told before, if always the same ("U.S. missile STRIKE")."""
    places = (i for i in context.nouns.get(deed.lemma, ()) if i < deed.index)
    told = (context.parties.doer(context.reading.tokens[i], None) for i in places)
    doers = dict.fromkeys(found[:1] for found in told if found)
    return next(iter(doers)) if len(doers) == 1 else ()


def _actors_before(context: Context, statement: Statement) -> Iterator[Token]:
    """The subjects before a statement, of its own sentence and then of the one before, main clauses first."""
    token = context.reading.token_at(statement.cue[0].start if statement.cue else statement.content[0].start)
    if token is None:
        return
    sentences = context.reading.sentences
    own = sentences[token.sentence]
    yield from _doing(context, [t for t in context.reading.sentence_tokens(own) if t.index < token.index])
    last = sentences[token.sentence - 1] if token.sentence else own
    if last is not own and last.segment <= own.segment <= last.segment + 1:
        yield from _doing(context, context.reading.sentence_tokens(last))


def _doing(context: Context, tokens: Sequence[Token]) -> list[Token]:
    """The subjects among some words of what is done, not of what is thought; of main clauses first."""
    subjects = [
        t
        for t in tokens
        if t.dep == "nsubj" and t.head.index not in context.judging and t.head.lemma not in _THINKING
    ]
    return sorted(subjects, key=lambda t: t.head.dep != "ROOT")
