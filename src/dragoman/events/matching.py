"""Matching: does a pattern fit around a trigger, and who fills its slots."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.events.frames import Frame, Lexicon, OperatorPattern
from dragoman.events.patterns import Kind, Pattern, Place, Role, Slot
from dragoman.events.people import People
from dragoman.events.syntax import Arguments, Syntax, is_passive, is_verb, term
from dragoman.language import Reading, Token

_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"})
_NEAR = 14  # how many words behind the trigger "~<class>" looks
_PARTICLES = frozenset({"prt", "advmod", "prep"})
_TIMES = frozenset({"DATE", "TIME"})  # "on Friday" is nobody on whom
_WITHIN = ("in",)
_ONTO = frozenset({"on", "upon"})
_ASIDE = frozenset({"acl", "advcl", "pcomp"})
_PAST = frozenset({"VBD", "VBN"})
_TOWARDS = frozenset({"against", "for", "from", "to", "with"})
_ARTICLES = frozenset({"a", "an"})
_QUOTES = frozenset({'"', "“", "``"})
_SAID_OF = frozenset({"acomp", "attr"})
_PREDICATED = frozenset({"oprd", "ccomp", "acomp"})


@dataclass(slots=True)
class Fit:
    """A pattern that fits: the heads that fill its roles, and the words that belong to the trigger.

    Attributes:
        pattern: the pattern. trigger: the word that triggers it.
        actors, partners: fillers of the first ACTOR slot, of further ones. recipients: of RECIPIENT slots.
        words: the trigger, its particle and its light verb. things: fillers of restricted THING slots.
        light: the light verb that lends a subject, if any.
        clauses: fillers of CLAUSE slots that ask for a class.
    """

    pattern: Pattern
    trigger: Token
    actors: list[Token]
    partners: list[Token]
    recipients: list[Token]
    words: list[Token]
    things: list[Token]
    light: Token | None = None
    clauses: list[Token] = field(default_factory=list)

    @property
    def aims(self) -> list[Token]:
        """The light verb where its clause may tell an aim ("money to WAGE war")."""
        return [self.light] if self.light is not None and self.light.dep in _ASIDE else []


class Matcher:
    """Finds the frames and operators that fit at the tokens of one reading."""

    def __init__(self, reading: Reading, lexicon: Lexicon, syntax: Syntax, people: People) -> None:
        self._reading = reading
        self._lexicon = lexicon
        self._syntax = syntax
        self._people = people

    def frame(self, token: Token) -> tuple[Frame, Fit] | None:
        """The most specific frame that fits at a token."""
        for key in self.keys(token):
            own = self._particles(token, key)
            for particle, frame in self._lexicon.frames.get(key, ()):
                if own and particle not in own:
                    continue
                fit = self._fit(frame.pattern, token, particle)
                if fit is not None:
                    return frame, fit
        return None

    def is_idiom(self, token: Token) -> bool:
        """Whether a word names no deed in the use that it has here ("seized on a report")."""
        return any(
            self._fit(pattern, token, particle) is not None
            for key in self.keys(token)
            for particle, pattern in self._lexicon.idioms.get(key, ())
        )

    def operators(self, token: Token) -> tuple[OperatorPattern, Fit] | None:
        """The most specific operator that fits at a token."""
        for key in self.keys(token):
            own = self._particles(token, key)
            for particle, entry in self._lexicon.operators.get(key, ()):
                if (own and particle not in own) or (entry.operator.present and token.tag in _PAST):
                    continue
                fit = self._fit(entry.pattern, token, particle)
                if fit is not None:
                    return entry, fit
        return None

    def _particles(self, token: Token, key: tuple[Kind, str]) -> set[str]:
        """A verb's particles, where they make a verb of their own ("call off" is not "call")."""
        if key[0] is not Kind.VERB:
            return set()
        found = {c.lower for c in token.children if c.dep == "prt"}
        return {p for p in found if (key[1], p) in self._lexicon.phrasal}

    def keys(self, token: Token) -> list[tuple[Kind, str]]:
        """Under what the lexicon may have a token; participles may be adjectives or verbs."""
        if token.pos == "NOUN":
            return [(Kind.NOUN, term(token, self._lexicon.classes["compounds"]))]
        if token.pos == "ADJ":
            return [(Kind.ADJECTIVE, token.lower)]
        if not is_verb(token) or token.dep == "amod":
            return []
        if token.tag == "VBN" and (token.dep == "acomp" or is_passive(token)):
            return [(Kind.ADJECTIVE, token.lower), (Kind.VERB, token.lemma)]
        return [(Kind.VERB, token.lemma)]

    def _fit(self, pattern: Pattern, token: Token, particle: str) -> Fit | None:
        words = [token]
        if particle:
            found = next((c for c in token.children if c.lower == particle and _is_particle(c, token)), None)
            if found is None:
                return None
            words.append(found)
        participle = pattern.kind is Kind.ADJECTIVE and is_verb(token)
        arguments = self._syntax.adjectival(token) if participle else self._syntax.arguments(token)
        if any(_is_wanting(slot, arguments) for slot in pattern.required):
            return None
        fit = Fit(pattern, token, [], [], [], words, [])
        had_actor = False
        within: list[Token] = []
        for slot in pattern.slots:
            fillers = self._fillers(slot, arguments, token, pattern)
            if fillers is None:
                return None
            match slot.role:
                case Role.ACTOR:
                    (fit.partners if had_actor else fit.actors).extend(fillers)
                    had_actor = had_actor or bool(fillers)
                case Role.RECIPIENT if slot.prepositions == _WITHIN and slot.optional:
                    within = fillers
                case Role.RECIPIENT:
                    fit.recipients.extend(f for f in fillers if f not in fit.recipients)
                case Role.THING if slot.place in (Place.OBJECT, Place.PREPOSITION, Place.NEAR):
                    fit.things.extend(fillers)
                case Role.THING if slot.place is Place.CLAUSE and slot.classes:
                    fit.clauses.extend(fillers)
        fit.recipients = fit.recipients or within  # "a raid on Spain in Peru"
        if pattern.kind is Kind.VERB and arguments.passive and pattern.has_actor:
            self._agent(fit, arguments)
        if pattern.kind is Kind.NOUN:
            fit.recipients = fit.recipients or self._people.topics.inquired(token)
            self._lend(fit, token)
        return fit

    def _agent(self, fit: Fit, arguments: Arguments) -> None:
        """Who acts in a passive, when the pattern has another use for the subject."""
        if not fit.actors and not fit.pattern.has_subject:
            fit.actors.extend(arguments.prepositions.get("by", []))

    def _is_time(self, token: Token) -> bool:
        """Whether a word is a time, and nobody's name ("thanked MAY")."""
        return token.entity in _TIMES and not (token.pos == "PROPN" and self._people.who(token))

    def _lend(self, fit: Fit, noun: Token) -> None:
        """Let a light verb lend its subject to an event noun."""
        light = self._syntax.light_verb(noun)
        if light is None:
            return
        verb, acts = light
        subject = self._syntax.subject(verb) if acts or noun.dep != "pobj" else self._syntax.surface(verb)
        fit.light = verb
        fit.words.append(verb)
        if acts:
            fit.recipients.extend(_given_to(verb, fit.recipients))
        if acts and subject and not _is_between(fit):
            own = [a for a in fit.actors if a not in subject]
            fit.actors = list(subject)
            fit.partners = (
                [*own, *fit.partners] if not fit.partners and _is_mutual(fit.pattern) else fit.partners
            )
        elif not acts and subject and not fit.actors and self._syntax.is_won(noun, verb):
            fit.actors, fit.recipients = fit.recipients, list(subject)
        elif not acts and subject and not fit.recipients and not _is_mutual(fit.pattern):
            fit.recipients = list(subject)

    def _fillers(
        self, slot: Slot, arguments: Arguments, token: Token, pattern: Pattern
    ) -> list[Token] | None:
        """What fills a slot; None where what it requires is not there."""
        people = self._people
        match slot.place:
            case Place.NO_OBJECT:
                return None if self._has_more(pattern, arguments, token) else []
            case Place.NEAR:
                found = self._near(token, slot.classes, arguments.object[:1] if _judges(pattern) else [])
                return [found] if found is not None else ([] if slot.optional else None)
            case Place.SUBJECT:
                candidates = arguments.subject
            case Place.OWNER:
                candidates = self._owners(slot, arguments, token)
            case Place.OBJECT:
                candidates = _objects(slot, arguments)
            case Place.DATIVE:
                candidates = arguments.dative
            case Place.CLAUSE:
                candidates = [*arguments.clauses, *(arguments.purposes if _names_class(slot) else ())]
            case _:
                candidates = [
                    t
                    for p in slot.prepositions
                    for t in arguments.prepositions.get(p, ())
                    if not self._is_time(t) and (slot.optional or _is_behind(t, token))
                ]
        if slot.classes:
            fitting = [c for c in candidates if people.fits(c, slot.classes)]
            if candidates and not fitting and not slot.optional:
                return None
            candidates = fitting
        if candidates or slot.optional:
            return candidates
        if slot.place is Place.SUBJECT and not self._needs_subject(slot, arguments):
            return []
        return None

    def _owners(self, slot: Slot, arguments: Arguments, noun: Token) -> list[Token]:
        """What may fill an owner slot: any word before a noun for things, else those that name who acts."""
        if slot.role is Role.THING:
            return arguments.owner
        named = [o for o in arguments.owner if self._people.who(o)]
        if slot.role is not Role.ACTOR:
            return named
        doing = [o for o in named if not self._people.topics.suffers(o, self._people.who(o))]
        return self._people.hosting(noun, doing)

    @staticmethod
    def _needs_subject(slot: Slot, arguments: Arguments) -> bool:
        """Whether a frame falls without its subject; nobody need be named in passives and infinitives."""
        if slot.role is Role.ACTOR:
            return bool(slot.classes) and not (arguments.object or arguments.dative)
        return True

    def _has_more(self, pattern: Pattern, arguments: Arguments, verb: Token) -> bool:
        """Whether a verb has an object, or says something of it where the pattern has a place for one."""
        if verb.lemma == "be" and any(c.dep in _SAID_OF for c in verb.children):
            return True  # "is active in Spain"
        if any(s.place is Place.CLAUSE for s in pattern.slots):
            return _has_complement(verb) or self._is_named(verb)
        if not (arguments.object and _takes_object(pattern)):
            return _has_object(arguments, verb)
        return _is_predicated(verb, arguments.object) or any(
            self._is_called(t, verb) for t in arguments.object
        )

    def _is_called(self, thing: Token, verb: Token) -> bool:
        """Whether a name follows ("called Spain “a gem”", "which it called a “lie”", "called him a liar")."""
        before = thing.index < verb.index
        first = (verb if before else _without_apposition(thing)).index + 1
        tokens = self._reading.tokens[first : first + (3 if before else 2)]
        quoted = any(t.text in _QUOTES for t in tokens[:-1])
        if not before and tokens and tokens[0].lower in _ARTICLES:
            return True  # "called him a liar", whatever hangs on what
        return quoted and not any(t.tag == "TO" for t in tokens)  # "called him “to complain”"

    def _is_named(self, verb: Token) -> bool:
        """Whether a name in quotation marks stands right behind a verb ("what it called “a gem” for all")."""
        following = self._reading.tokens[verb.index + 1 : verb.index + 3]
        return len(following) > 1 and following[0].text in _QUOTES and following[1].pos not in ("ADP", "PART")

    def _near(self, token: Token, classes: tuple[str, ...], objects: list[Token]) -> Token | None:
        last = min(token.index + _NEAR, self._reading.sentences[token.sentence].last)
        joined = (c.index - 1 for c in token.children if c.dep == "conj" and is_verb(c))
        last = min((last, *joined))
        following = self._reading.tokens[token.index + 1 : last + 1]
        return next(
            (t for t in following if self._people.fits(t, classes) and not self._is_aside(t, token, objects)),
            None,
        )

    def _is_aside(self, word: Token, verb: Token, objects: list[Token]) -> bool:
        """Whether a word belongs to the object itself, or to a third, and says nothing of the object.

        ("views Spain and its ALLIES as a threat to an IMPORTANT market", not "called the offer “a LIE”")
        """
        if not objects:
            return False
        quoted = any(t.text in _QUOTES for t in self._reading.tokens[verb.index + 1 : word.index])
        if word in objects and not quoted:
            return any(c.dep == "conj" for c in word.children)
        node = word
        while node is not verb and node.head is not node:
            if node.dep == "prep" and node.lower in _TOWARDS and node.head is not verb:
                return True
            if node.dep == "prep" and node.lower == "as":
                return False
            node = node.head
            if node in objects and not quoted:
                return True
        return False


def _is_wanting(slot: Slot, arguments: Arguments) -> bool:
    """Whether nothing stands in the place of a slot, whatever it asks for."""
    match slot.place:
        case Place.PREPOSITION:
            return not any(p in arguments.prepositions for p in slot.prepositions)
        case Place.OBJECT:
            return not (arguments.object or arguments.dative)
        case Place.CLAUSE:
            return not (arguments.clauses or arguments.purposes)
        case _:
            return False


def _names_class(slot: Slot) -> bool:
    """Whether a slot asks for a class, not only that its filler be of none."""
    return any(not name.startswith("!") for name in slot.classes)


def _given_to(verb: Token, known: list[Token]) -> list[Token]:
    """To whom a light verb gives the event of its noun ("sent SPAIN a request")."""
    return [c for c in verb.children if c.dep == "dative" and c.pos != "ADP" and c not in known]


def _is_between(fit: Fit) -> bool:
    """Whether all who take part are named ("it took weeks of talks BETWEEN Spain and Peru")."""
    return any(t.head.lower == "between" and len(t.conjuncts()) > 1 for t in (*fit.actors, *fit.partners))


def _is_particle(word: Token, verb: Token) -> bool:
    """Whether a word may be a verb's particle: "called ON Spain", not "ON Monday called", "gave … IN May"."""
    if word.dep == "prep" and any(c.dep == "pobj" and c.entity in _TIMES for c in word.children):
        return False
    if word.dep == "prep" and word.lower in _ONTO and any(c.dep == "dobj" for c in verb.children):
        return False  # "called the report ON Spain a lie"
    return word.dep in _PARTICLES and (word.dep == "prt" or word.index > verb.index)


def _objects(slot: Slot, arguments: Arguments) -> list[Token]:
    """What may fill an object slot; what people do to themselves is done to nobody else."""
    found = arguments.object or ([] if slot.role is Role.THING else arguments.dative)
    return [t for t in found if t.lower not in _REFLEXIVE]


def _is_behind(filler: Token, trigger: Token) -> bool:
    """Whether a phrase may be what a verb asks for: "called on Spain", not "on 2 May Spain called"."""
    return filler.index > trigger.index or not is_verb(trigger)


def _judges(pattern: Pattern) -> bool:
    """Whether a pattern says something of somebody ("call Spain a liar")."""
    return any(s.place is Place.OBJECT and s.role is Role.RECIPIENT for s in pattern.slots)


def _takes_object(pattern: Pattern) -> bool:
    return any(s.place is Place.OBJECT for s in pattern.slots)


def _has_object(arguments: Arguments, verb: Token) -> bool:
    """Whether a verb has an object, be it a clause ("demonstrates that it is strong")."""
    return bool(arguments.object or arguments.dative) or any(c.dep == "ccomp" for c in verb.children)


def _has_complement(verb: Token) -> bool:
    """Whether a verb has an object, or says what something is before its first preposition."""
    first = next((c.index for c in verb.children if c.dep == "prep" and c.index > verb.index), 0)
    return any(
        c.entity not in _TIMES
        and (c.dep == "dobj" or (c.dep in _PREDICATED and verb.index < c.index < first))
        for c in verb.children
    )


def _without_apposition(thing: Token) -> Token:
    """The last word of a phrase, without what a name in quotation marks adds to it."""
    added = any(c.dep == "appos" and c.index > thing.index for c in thing.children)
    return thing if added else thing.subtree()[-1]


def _is_predicated(verb: Token, objects: list[Token]) -> bool:
    """Whether a verb says something of its object ("called Spain a liar")."""
    return any(c.dep in _PREDICATED and c not in objects for c in verb.children)


def _is_mutual(pattern: Pattern) -> bool:
    return sum(s.role is Role.ACTOR for s in pattern.slots) > 1 and not any(
        s.role is Role.RECIPIENT for s in pattern.slots
    )


def accepts(fit: Fit | None, below: Token, preposition: str) -> bool:
    """Whether an operator's pattern has a place for what stands below it."""
    if fit is None:
        return False
    slots = fit.pattern.slots
    if preposition:
        return any(preposition in s.prepositions for s in slots) or (
            is_verb(below) and any(s.place is Place.CLAUSE for s in slots)
        )
    if below.dep in ("dobj", "nsubjpass", "dative", "attr"):
        return any(s.place in (Place.OBJECT, Place.DATIVE) for s in slots)
    return True
