"""Positions read from whole records: a statement's speech act, an event's type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.language import Token
from dragoman.positions.circumstances import time_around
from dragoman.positions.clauses import is_negated, is_purpose
from dragoman.positions.drafts import (
    Context,
    Shown,
    admits,
    both_sides,
    draft,
    foreign,
    is_current,
    is_old,
    paired,
)
from dragoman.positions.issues import OWN_PUBLIC, Mode, Of, Row
from dragoman.positions.matching import (
    is_aside,
    is_condition,
    is_kept_off,
    is_listed,
    is_none,
    is_only_possible,
    is_reason,
)
from dragoman.positions.modes import operators
from dragoman.positions.parties import is_power, state_of
from dragoman.positions.reality import is_unreal
from dragoman.positions.targets import main_words, mutual, objects, targets
from dragoman.positions.told import is_in_passing
from dragoman.records import Act, Actor, ActorKind, Event, EventType, Position, Statement, Status


def from_events(context: Context, shown: Shown) -> Iterator[Position]:
    """The positions that events show.

    Args:
        context: the reading and its records. shown: the statements and words that show an issue already.
    """
    for event in context.events:
        if event.historical or event.repeats:
            continue
        for row in context.issues.by_event[event.type]:
            if event.status not in row.statuses or (row.modes and not row.modes & set(event.modes)):
                continue
            yield from (
                p
                for p in _of_event(context, event, row)
                if not (row.fallback and shown.covers(p.holder, event.trigger))
            )


def _of_event(context: Context, event: Event, row: Row) -> Iterator[Position]:
    tokens = [t for piece in event.trigger for t in context.reading.tokens_in(piece)]
    if not _shows(context, event, row, tokens) or _is_past(context, row, tokens):
        return
    if any(context.past.is_over(t.child("nsubj")) for t in tokens):
        return
    actors = context.parties.of(event.actors)
    if row.of is Of.PARTNER:
        joined = {party.name for t in tokens for party in _joined(context, t)}
        recipients = [party for party in context.parties.of(event.recipients) if party.name in joined]
    else:
        recipients = context.parties.of(event.recipients) or _states(event)
    if row.both and event.status is Status.PLANNED:
        pairs = [] if recipients else both_sides(actors)  # whom one is to meet has said nothing yet
    elif row.both:
        if not any(is_current(context, event.on, t, is_deed=t.pos == "VERB") for t in tokens):
            return
        pairs = _sides(event, actors, recipients, _with_whom(context, tokens))
    else:
        pairs = [pair for a in actors for pair in paired(a, foreign(a, recipients))]
    for pair in pairs:
        if admits(row, *pair):
            yield draft(context, row, Mode.DONE, pair, evidence=event.trigger, on=event.on, event=event)


def _shows(context: Context, event: Event, row: Row, tokens: list[Token]) -> bool:
    """Whether the words of an event are such as a row asks for, and are told as done."""
    if row.of is Of.MATTER and not any(
        context.is_matter(t, row.issue) and not is_aside(t, h) for h in tokens for t in h.subtree()
    ):
        return False
    if row.beside and not any(is_listed(t, row.beside) for h in tokens for t in (h, *h.all("dobj"))):
        return False
    if row.current and any(is_in_passing(t) for t in tokens):
        return False
    if row.first and not any(context.is_news(t) for t in tokens):
        return False
    if any(is_none(t) or _is_greeting(context, t) or _is_of_sides(t) or context.is_asked(t) for t in tokens):
        return False
    if row.without and any(
        is_listed(t, row.without) for h in tokens for t in (h, *h.all("ccomp", "dobj", "nsubjpass", "xcomp"))
    ):
        return False
    if event.status is Status.PLANNED and any(
        _is_bygone(t) or _is_due(t) or is_only_possible([t], t) for t in tokens
    ):
        return False
    if event.type not in _SPOKEN and any(is_unreal(t) for t in tokens):
        return False
    if row.fallback:
        return not _is_of_other_issue(context, row, tokens)
    return not any(_is_word_of_other_issue(context, row, t) for t in tokens)


def _is_past(context: Context, row: Row, words: list[Token]) -> bool:
    """Whether the words are set in a time that only tells how it came to the present."""
    return context.ages(row) and (
        context.past.tells(words) or any(is_old(context, time_around(context, word)) for word in words)
    )


def _is_bygone(token: Token) -> bool:
    """Whether what was planned is told as it stood before: "HAD been due to visit"."""
    verb = token if token.pos in ("VERB", "AUX") else token.head
    return any(c.dep == "aux" and c.lower == "had" for c in verb.children)


def _is_due(token: Token) -> bool:
    """Whether what was planned is only what somebody ought to do: "will NEED to negotiate"."""
    return token.dep == "xcomp" and operators().class_of(token.head) == "should"


# what is promised, threatened or asked for need not be done
_SPOKEN = frozenset({EventType.AGREE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN})
_JOINING = frozenset({"with", "to", "between", "among", "from", "of", "by"})
_PARTS = frozenset(
    {"dobj", "dative", "nsubj", "nsubjpass", "poss", "amod", "compound", "nmod", "conj", "appos"}
)
_ON_TO = frozenset({"xcomp", "advcl", "dobj"})  # where those whom a trip or talk is for may be named
_ABOUT = frozenset({"about", "on", "over"})
_AT_TABLE = 3  # sides of talks; more hold a conference


def _joined(context: Context, trigger: Token) -> Iterator[Actor]:
    """The parties that the words of an event join to it, not where it is or at whose request."""
    words = [trigger, *(c for c in trigger.children if c.dep in _ON_TO)]
    for word in words:
        for child in word.children:
            if child.dep in _PARTS:
                yield from context.parties.under(child)
            elif child.dep in ("prep", "agent") and child.lower in _JOINING:
                heads = (h for h in child.all("pobj") if child.lower != "to" or not _is_town(context, h))
                yield from (p for h in heads for p in context.parties.under(h))


def _is_town(context: Context, head: Token) -> bool:
    """Whether a word behind "to" only names a town: who travels to Geneva need not meet the Swiss."""
    place = context.reading.place_by_token.get(head.index)
    return place is not None and place.kind == "city"


def _with_whom(context: Context, tokens: list[Token]) -> list[Actor]:
    """Whom "with" joins to the words of an event."""
    words = (word for t in tokens for word in (t, *t.all("dobj")))
    joined = (c for word in words for c in word.all("prep") if c.lower == "with")
    heads = (
        h for preposition in joined for head in preposition.all("pobj") for h in (head, *head.all("conj"))
    )
    return [*dict.fromkeys(party for head in heads for party in context.parties.at(head))]


def _sides(
    event: Event, actors: list[Actor], recipients: list[Actor], others: list[Actor]
) -> list[tuple[Actor, Actor | None]]:
    """The sides of a meeting, each of several met with the one who meets them; a broker is none.

    A conference of many shows of nobody with whom he talks.
    """
    sides = [*dict.fromkeys((recipients if _is_brokered(event) else actors) + recipients)]
    if not actors and not _is_brokered(event):
        return []  # whom somebody met did not meet each other
    if not others and len(actors) == 1 and not _is_brokered(event):
        others = foreign(actors[0], recipients)  # "met NORDEN's and OSTRAND's ministers"
    hosts = [party for party in sides if party not in others]
    if len(hosts) != 1 or len(sides) < len(others) + 1:
        return both_sides(sides) if len(sides) <= _AT_TABLE else []
    return [pair for other in foreign(hosts[0], others) for pair in ((hosts[0], other), (other, hosts[0]))]


def _is_brokered(event: Event) -> bool:
    return "third-party" in event.modes and len(event.recipients) > 1


def _states(event: Event) -> list[Actor]:
    """The states of those who hold no position: what is done to diplomats is done to their state.

    Who is judged is judged himself: "criticised a Norwegian SINGER".
    """
    if event.type in (EventType.ACCUSE, EventType.SUPPORT):
        return []
    return [*dict.fromkeys(s for a in event.recipients if (s := state_of(a)) is not None)]


def from_statements(context: Context, shown: Shown) -> Iterator[Position]:
    """The positions that the speech acts of statements show.

    Args:
        context: the reading and its records. shown: the statements and words that show an issue already.
    """
    for statement in context.statements:
        if statement.negated or statement.repeats or statement.speaker is None:
            continue
        holder = context.parties.holder(statement.speaker)
        if holder is None or context.past.is_over(_source(context, statement)):
            continue
        done = False
        for row in context.issues.by_act[statement.act]:
            if row.fallback and (done or shown.covers(holder, statement.content)):
                continue
            for position in _of_statement(context, statement, row, holder):
                done = True
                yield position


def _source(context: Context, statement: Statement) -> Token | None:
    """The head of the words that name who speaks."""
    words = context.reading.tokens_in(statement.source) if statement.source else ()
    return next(main_words([*words]), None)


def _of_statement(context: Context, statement: Statement, row: Row, holder: Actor) -> Iterator[Position]:
    content = [t for piece in statement.content for t in context.reading.tokens_in(piece)]
    cue = [t for piece in statement.cue for t in context.reading.tokens_in(piece)]
    if not _says(context, statement, row, content) or _is_past(context, row, cue):
        return
    if any(is_unreal(t) or _is_greeting(context, t) or _is_of_sides(t) or _is_unvoiced(t) for t in cue):
        return
    if row.cue and not any(_is_cue(t, row) for t in cue):
        cue = [t for t in _predicates(content) if _is_cue(t, row)]  # "'We THANK Norden,' she said"
        if not cue:
            return
    if row.cue_not and all(t.lemma in row.cue_not for t in cue if t.pos in _TELLING):
        return
    if row.of is Of.JUDGED and not _judges_matter(context, row, holder, _judged(cue, content)):
        return
    if _is_of_other_issue(context, row, cue, content):
        return
    sides = mutual(context, cue)
    others = [] if sides else targets(context, statement, cue, content, holder, is_deed=row.deed)
    if not others and statement.act is Act.CRITICISE:
        is_deed = not any(context.parties.is_only_topic(t) for t in _judged(cue, content))
        others = context.done_to(holder, cue) if is_deed else []
    for pair in both_sides(sides) or paired(holder, others):
        if admits(row, *pair):
            yield draft(
                context, row, Mode.DONE, pair, evidence=statement.content, on=statement.said,
                conditions=statement.conditions, statement=statement,
            )  # fmt: skip


def _is_cue(token: Token, row: Row) -> bool:
    """Whether a row asks for a reporting word, perhaps with a word beside it ("warn against")."""
    if token.lemma in row.cue:
        return True
    beside = (c.lower for c in token.children if c.dep == "prep")
    return any(f"{token.lemma} {word}" in row.cue for word in beside)


def _predicates(content: list[Token]) -> Iterator[Token]:
    """What is said of the subject: "is GRATEFUL", "remains CONCERNED", "CONDEMNS"."""
    for token in main_words(content):
        yield token
        yield from token.all("acomp", "attr", "oprd")
        if operators().class_of(token) == "transparent":
            yield from token.all("xcomp")  # "We continue TO PRESS Norden …"


def _judges_matter(context: Context, row: Row, holder: Actor, judged: list[Token]) -> bool:
    """Whether a power judges a matter of the row, none that only a foreign party's name would make one."""
    issue = context.issues.issues[row.issue]
    at_home = issue.abroad if context.names_union else issue.abroad | issue.assembly
    return is_power(holder) and any(
        context.is_matter(t, row.issue) and t.lemma not in at_home for t in judged
    )


def _says(context: Context, statement: Statement, row: Row, content: list[Token]) -> bool:
    """Whether what is said has the words that a row asks for, and is no open question."""
    inside = {t.index for t in content}
    if content and content[0].lower in operators().questions:
        return False  # who asks whether judges nobody
    if row.of is Of.MATTER and not _names_matter(context, statement, row, content):
        return False
    if row.deed and not any(t.tag in _VERBS and t.dep not in ("amod", "compound") for t in content):
        return False
    if row.beside and not any(t.lemma in row.beside and not _is_aside(t, inside) for t in content):
        return False
    return not any(t.lemma in row.without for t in content)


_TELLING = frozenset({"VERB", "NOUN", "ADJ"})
_VERBS = frozenset({"VB", "VBZ", "VBP", "VBD", "MD"})
_ASIDE = frozenset({"advcl", "relcl", "acl"})


def _names_matter(context: Context, statement: Statement, row: Row, content: list[Token]) -> bool:
    """Whether what is said, in its main clause, or who is addressed, is of the matter."""
    inside = {t.index for t in content}
    for token in content:
        if context.is_matter(token, row.issue) and not _is_aside(token, inside):
            return statement.act is not Act.THREATEN or not (_is_left_undone(token) or is_reason(token))
    matter = context.issues.issues[row.issue].matter
    if OWN_PUBLIC in matter and _addresses_own_public(context, statement):
        return True
    addressed = (statement.addressee or "").lower().split()
    return any(word in matter or word.removesuffix("s") in matter for word in addressed)


def _is_left_undone(matter: Token) -> bool:
    """Whether nothing is to be done about a matter: "promised NOT to impose SANCTIONS"."""
    verb = next((t for t in matter.ancestors() if t.pos in ("VERB", "AUX")), None)
    return verb is not None and is_negated(verb)


def _is_of_sides(token: Token) -> bool:
    """Whether it is told of sides that stand elsewhere: "each SIDE accused the other"."""
    subject = token.child("nsubj")
    return subject is not None and subject.lemma == "side"


def _is_unvoiced(token: Token) -> bool:
    """Whether a noun is what somebody has not voiced: "has not raised CONCERNS"."""
    return token.pos == "NOUN" and token.dep == "dobj" and is_negated(token.head)


def _is_greeting(context: Context, token: Token) -> bool:
    """Whether a person is welcomed, or anybody to a place or to do something, which approves of nothing."""
    if token.lemma != "welcome":
        return False
    names = (n for w in token.all("dobj") for n in (w, *w.all("appos")) if n.pos == "PROPN")
    if any(actor.kind is ActorKind.PERSON for w in names for actor in context.parties.all_at(w)):
        return True
    guests = (token, *(w for w in token.all("dobj") if not operators().class_of(w)))
    invited = (c for w in guests for c in w.all("xcomp", "advcl", "acl", "ccomp"))
    return any(c.lower == "to" for c in token.all("prep")) or any(is_purpose(c) for c in invited)


def _is_of_other_issue(context: Context, row: Row, cue: list[Token], content: Sequence[Token] = ()) -> bool:
    """Whether what is judged is another issue's: who criticises a deal takes a stand on the deal."""
    judged = _judged(cue, content)
    others = context.issues.issues[row.issue].leaves
    if any(operators().class_of(t) in ("may", "alleged") or t.lemma in _CLAIMS for t in judged):
        return True  # who dismisses a possibility or a claim judges no deed
    if any(context.parties.at(t) for t in judged):
        return False  # "criticised NORDEN over the deal"
    return any(context.is_matter(t, name) for t in judged for name in others)


def _judged(cue: list[Token], content: Sequence[Token]) -> list[Token]:
    """What is judged: the objects of the reporting words, else what is said."""
    return [o for t in cue for child in t.children for o in objects(child)] or [*main_words([*content])]


_CLAIMS = frozenset("assertion claim conjecture insinuation notion rumor rumour speculation".split())


def _is_word_of_other_issue(context: Context, row: Row, token: Token) -> bool:
    """Whether a word is another issue's, said of its matter: "NEGOTIATES a deal with Norden"."""
    others = context.issues.issues[row.issue].leaves
    shared = {other.issue for other, _, _ in context.issues.by_word.get(token.lemma, ())}.intersection(others)
    said_of = [*token.all("dobj"), *([token.head] if token.dep in ("acl", "relcl") else [])]
    said_of += [h for c in token.all("prep") if c.lower in _ABOUT for h in c.all("pobj")]
    return any(context.is_matter(t, issue) for t in said_of for issue in shared)


def _addresses_own_public(context: Context, statement: Statement) -> bool:
    """Whether the people of the speaker's own country are addressed: "advised Americans to leave"."""
    country = statement.speaker.country if statement.speaker else None
    cue = [t for piece in statement.cue for t in context.reading.tokens_in(piece)]
    return country is not None and any(
        actor.kind is ActorKind.PUBLIC and actor.country == country and head.text[:1].isupper()
        for token in cue
        for child in token.children
        for head in objects(child)
        for actor in context.parties.all_at(head)
    )


def _is_aside(token: Token, inside: set[int]) -> bool:
    """Whether a word stands in a subordinate clause of the words that it is one of."""
    while token.index in inside:
        if is_kept_off(token) or is_condition(token):
            return True
        is_inside = token.head.index in inside and token.head is not token
        if token.dep in _ASIDE and is_inside and not (token.dep == "advcl" and is_purpose(token)):
            return True
        if token.head is token:
            break
        token = token.head
    return False
