"""The other side of an event, as the words below its trigger name it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dragoman.events.happening import JUDGING, Happening
from dragoman.events.people import People
from dragoman.events.recalls import is_definite
from dragoman.events.standing import may_oppose
from dragoman.events.syntax import has_relative, is_verb
from dragoman.events.verbs import has_subject
from dragoman.language import Token
from dragoman.records import Actor, ActorKind, EventType

_PURPOSES = frozenset({EventType.THREATEN, EventType.PROTEST, EventType.SANCTION})
_GIVEN = frozenset({EventType.AGREE, EventType.AID})
# which name whom they concern by what is to be done, or has been
_FOR_DEEDS = frozenset({EventType.AGREE, EventType.SANCTION})
_RECEIVING = ("receiving",)
_PRESSING = ("pressing",)
_OPPOSING = ("opposing",)
_ONTO = frozenset({"against", "on", "to"})
_COUNTERING = ("countering",)
_AGAINST = frozenset({"against", "toward", "towards"})
_FOR_OTHERS = frozenset({EventType.AGREE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT})
_NOT_AGAINST = frozenset({EventType.AGREE, EventType.REJECT, EventType.SUPPORT})
_PLANS = ("position", "policy")  # classes of nouns for what is planned
# words from what is said to whom it concerns, links not counted
_DEEPEST = {EventType.ACCUSE: 5, EventType.REQUEST: 5, EventType.REJECT: 3, EventType.SUPPORT: 3}
_HELPING = frozenset({"help", "aid", "assist"})
_JOINT = frozenset({EventType.AGREE, EventType.SUPPORT})
_ABOUT = frozenset({"on", "about", "over", "against", "regarding"})
_TOPICS = frozenset({"on", "about", "over", "regarding"})
# behind which a name tells what is refused, or why or where a penalty is imposed
_OBJECTED = {
    EventType.REJECT: frozenset({"against"}),
    EventType.SANCTION: frozenset({"about", "from", "over"}),
}
_CONDITIONS = frozenset({"if", "unless", "until", "should"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_DOING = frozenset({"nsubj", "agent"})
_NAMES_ONLY = frozenset(
    {"sanction", "convention", "resolution", "accord", "agreement", "charter", "treaty", "law"}
)
_TIMES = frozenset({"after", "before", "since", "until", "when", "while"})
_GERUNDS = frozenset({"csubj", "pcomp"})
_BESIDE = frozenset({"conj", "parataxis", "nsubj"})
_ASIDE = frozenset({"parataxis", "npadvmod", "appos"})
_BY = frozenset({"by", "from"})
_OWNING = frozenset({"amod", "compound", "nmod", "poss"})
_PARTS_OF_NAMES = frozenset({"compound", "nmod"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ANYBODY = frozenset({ActorKind.BODY, ActorKind.PERSON, ActorKind.PUBLIC})
_TAKING_UP = frozenset({"it", "that", "this"})
_PLACING = frozenset({"in", "at", "near", "outside", "inside", "around"})
# what tells when or in what circumstances something is done, and of whom else it is true
_SETTING = frozenset({"after", "ahead", "as", "before"})
_CIRCUMSTANTIAL = frozenset({"amid", "despite", "during", "following", "given", "near", "since", "within"})


def named_below(happening: Happening, people: People) -> tuple[Actor, ...]:
    """Whom the words below the trigger name first, but the actor and bare places.

    Args:
        happening: the event. people: who is who.
    """
    if happening.event in _JOINT and len({a.country for a in happening.actors}) > 1:
        return ()  # what several settle with each other is done to nobody else
    if happening.event in JUDGING and any(t.lower in _TAKING_UP for t in happening.matter):
        return ()  # "called it a deal with Spain"
    passed: set[Actor] = set()  # of whom a pronoun behind still speaks ("pressure on Spain over ITS ports")
    for token in _below(happening):
        if token.index <= happening.anchor.index or token in happening.words:
            continue
        if _is_by_the_way(token) or _tells_who_acts(token, happening, people):
            continue
        if _is_matter(token, happening, people):
            passed.update(people.who(token))
            continue
        if happening.event in JUDGING and (people.topics.names(token) or _undergoes(token, people)):
            continue
        if happening.event is EventType.AGREE and _is_opposed(token, people):
            continue
        if people.is_worldwide(token) and not people.who_or_owner(token):
            return ()  # "is ready to work with countries that buy from Spain"
        if _is_venue(token, people) or _are_just_anybody(token, people) or _is_far(token, happening):
            continue
        named = people.who(token)
        if token.tag == "PRP$" and not passed.isdisjoint(named):
            continue
        if found := tuple(a for a in named if _opposes(a, happening, token)):
            return found
    return ()


def _is_opposed(token: Token, people: People) -> bool:
    """Whether a word names whom somebody undertakes to fight or stop ("is committed to defeating THEM")."""
    while token.dep in _OWNING:
        token = token.head
    return token.dep == "dobj" and is_verb(token.head) and people.fits(token.head, _OPPOSING)


def _is_shared(token: Token, happening: Happening) -> bool:
    """Whether an inquiry is about what several have with each other ("ties between THE BANK and Spain")."""
    return happening.mode == "investigate" and token.dep == "pobj" and token.head.lower == "between"


def is_in_favour(happening: Happening, favouring: Collection[str]) -> bool:
    """Whether the words right below a trigger tell that it is for somebody ("rallied in SUPPORT of Spain").

    Args:
        happening: the event. favouring: words for standing by somebody, and for mourning and honouring him.
    """
    below = [c for word in happening.words for c in word.children]
    marks = (c for t in (*happening.words, *happening.matter) for c in t.children if c.dep in _OWNING)
    if any(c.lemma in favouring for c in marks):  # "a solidarity march"
        return True
    aims = (c for c in below if c.dep in ("advcl", "xcomp"))
    phrases = (p for c in below if c.dep == "prep" for p in c.children)
    return any(t.lemma in favouring for t in (*aims, *phrases))


def _opposes(actor: Actor, happening: Happening, token: Token) -> bool:
    """Whether somebody named in a clause may be the other side; who investigates is named for others."""
    if _is_shared(token, happening):
        return actor not in happening.actors
    if happening.mode == "investigate" and actor.country in {a.country for a in happening.actors}:
        return False
    return may_oppose(actor, happening.actors, happening.event)


def _is_venue(token: Token, people: People) -> bool:
    """Whether a word before a noun tells where or of what kind it is ("the LIMA summit", "a POLICE van")."""
    return token.dep in _PARTS_OF_NAMES and (people.is_town(token) or token.text.islower())


def _are_just_anybody(token: Token, people: People) -> bool:
    """Whether a noun speaks of people of whom neither it nor a place tells whose they are ("calm heads")."""
    if token.pos != "NOUN" or is_definite(token):
        return False
    if any(people.who(c) for c in token.children if c.dep in _OWNING):
        return False
    return all(
        a.kind in _ANYBODY and not a.office and not people.is_set_in(token, a.country)
        for a in people.who(token)
    )


def _is_far(token: Token, happening: Happening) -> bool:
    """Whether a name stands too deep in words to be who is asked, blamed, backed or refused."""
    deepest = _DEEPEST.get(happening.event)
    if deepest is None:
        return False
    between = 0
    while token is not happening.anchor and token.head is not token:
        between += token.pos != "ADP" and token.dep != "conj"
        token = token.head
    return between > deepest


def _tells_who_acts(token: Token, happening: Happening, people: People) -> bool:
    """Whether a name only tells of which body those are who act ("demands by SENATE Republicans")."""
    head = token
    while head.dep in _OWNING or head.dep == "conj":
        head = head.head
    if head is token or head.dep != "pobj" or head.head.lower not in _BY:
        return False
    return not set(happening.actors).isdisjoint(people.who(token.head))


def _is_matter(token: Token, happening: Happening, people: People) -> bool:
    """Whether a name only tells what is promised or asked about ("to implement sanctions on Spain")."""
    if happening.event is EventType.REQUEST and token.dep == "pobj" and token.head.lower in _TOPICS:
        return token.head.head is not happening.anchor
    while token.dep in ("compound", "amod", "nmod", "poss", "conj"):
        token = token.head
    if _is_aimed_at(token, happening, people) or _is_against(token, happening, people):
        return True
    if _is_objected_to(token, happening):
        return True
    if happening.event is EventType.ACCUSE:
        return _suffers(token)
    if happening.event is EventType.AGREE:
        return token.dep == "pobj" and token.head.lower in _ABOUT
    if happening.event is not EventType.REQUEST or token.dep not in ("dobj", "pobj"):
        return False
    if _is_pressed(token, people):
        return True
    verb = token.head if token.dep == "dobj" else token.head.head
    if not is_verb(verb) or verb is happening.anchor or verb in happening.words:
        return False
    return token.head.lower != "from" or not people.fits(verb, _RECEIVING)


def _is_objected_to(token: Token, happening: Happening) -> bool:
    """Whether a name tells what is refused, or why or where a penalty is announced ("over SPAIN")."""
    link = token.head
    if token.dep != "pobj" or link.lower not in _OBJECTED.get(happening.event, ()):
        return False
    return happening.event is EventType.REJECT or link.head in (*happening.words, *happening.matter)


def _undergoes(token: Token, people: People) -> bool:
    """Whether a name tells to whom the deed was done ("the treatment of SPANIARDS")."""
    while token.dep in ("compound", "amod", "nmod", "poss", "conj"):
        token = token.head
    link = token.head
    return token.dep == "pobj" and link.lower == "of" and people.topics.is_undergone(link.head)


def _is_pressed(token: Token, people: People) -> bool:
    """Whether a name tells on whom others are asked to act ("called for pressure on SPAIN")."""
    link = token.head
    if token.dep != "pobj" or link.lower not in _ONTO:
        return False
    return link.lower == "against" or people.fits(link.head, _PRESSING)


def _is_aimed_at(token: Token, happening: Happening, people: People) -> bool:
    """Whether a name tells to whom something would be done ("backed the bid to punish SPAIN")."""
    deed = token.head
    if token.dep != "dobj" or deed.tag != "VB" or deed.dep not in ("acl", "xcomp"):
        return False
    planned = happening.event is EventType.REJECT and people.fits(deed.head, _PLANS)
    return planned or happening.event in JUDGING


def _is_against(token: Token, happening: Happening, people: People) -> bool:
    """Whether what is backed, promised or asked is against a name ("a tough line TOWARDS SPAIN")."""
    if token.dep == "pobj":
        return happening.event in _FOR_OTHERS and token.head.lower in _AGAINST
    fought = token.dep == "dobj" and token.head.tag in ("VB", "VBG")
    return fought and happening.event in _NOT_AGAINST and people.fits(token.head, _COUNTERING)


def _suffers(token: Token) -> bool:
    """Whether a name tells to whom it was done, not who did it ("anger over detaining SPANIARDS")."""
    if token.dep not in ("dobj", "pobj"):
        return False
    verb = token.head if token.dep == "dobj" else token.head.head
    if verb.tag != "VBG" or verb.dep not in _GERUNDS or has_subject(verb):
        return False
    return verb.head.lower not in _TIMES


def _is_by_the_way(token: Token) -> bool:
    """Whether a name only names a thing, a place or a source ("U.N. sanctions", "in Vienna")."""
    if any(above.lower == "according" for above in token.ancestors()):
        return True
    if token.dep in ("compound", "amod", "nmod") and token.head.lemma in _NAMES_ONLY:
        return True
    while token.dep == "conj" or (
        token.dep in _PARTS_OF_NAMES and {token.entity, token.head.entity} <= _PLACES
    ):
        token = token.head
    return token.dep == "pobj" and token.head.lower in _PLACING


def _below(happening: Happening) -> list[Token]:
    """What stands below a trigger, but for further clauses beside it and circumstances."""
    anchor = happening.anchor
    children = [c for c in anchor.children if c.dep not in _BESIDE and _is_told(c, happening)]
    if anchor.dep == "acomp":  # "remains open for talks with Spain"
        children += [c for c in anchor.head.children if c.dep == "prep" and c.index > anchor.index]
    found = sorted(children, key=lambda t: t.index)
    for below in found:  # what is found grows: the nearest level first
        found.extend(
            c for c in _essential(below, happening) if c.dep not in _ASIDE and _is_told(c, happening)
        )
    return found


def _is_told(token: Token, happening: Happening) -> bool:
    """Whether what stands at a token belongs to the event: no clause but an aim, no circumstance."""
    if token.dep == "prep":
        asked = happening.event is EventType.REQUEST
        return token.lower not in _CIRCUMSTANTIAL and not (asked and token.lower in _SETTING)
    if token.dep == "pcomp" and token.tag == "VBG":  # what is done to whom ("the idea of SELLING ships")
        return happening.event in _FOR_DEEDS
    if token.dep == "acl" and token.tag == "VBN":  # who did what is judged ("a ruling issued by Spain")
        return happening.event in JUDGING
    if token.dep == "relcl" and (  # which of several is meant
        happening.event in _NOT_AGAINST or (token.tag == "VBD" and has_relative(token))
    ):
        return False
    if token.dep != "advcl":
        return True
    marks = {c.lower for c in token.children if c.index < token.index}
    aim = token.tag == "VB" and "to" in marks
    if aim and happening.event in _GIVEN:
        return token.lemma in _HELPING
    if happening.event not in _PURPOSES:  # "unless Spain withdraws", "to protest against Spain's decision"
        return False
    return aim or (happening.event is EventType.THREATEN and not _CONDITIONS.isdisjoint(marks))


def _essential(token: Token, happening: Happening) -> Iterator[Token]:
    """What stands below a token; of the finite clause of a noun only who acts ("claims that HE met …").

    Of an aim only who is to be helped; of a participle at what is judged only who did it.
    """
    if happening.event in JUDGING and token.dep == "acl" and token.tag == "VBN":
        yield from (c for c in token.children if c.dep in _DOING)
        return
    if token.dep == "advcl" and token.lemma in _HELPING:
        for child in token.children:
            if child.dep == "dobj":
                yield child
            elif child.dep == "ccomp":
                yield from (c for c in child.children if c.dep in _SUBJECTS)
        return
    content = token.dep == "acl" and token.tag in _FINITE
    subjects = [c for c in token.children if c.dep in _SUBJECTS] if content else []
    yield from subjects or token.children
