"""Who and what stands where around a word, seen through passives, control and coordination."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.events.frames import Lexicon
from dragoman.events.misplaced import (
    contact_of,
    is_quoted_ahead,
    listed_behind_phrase,
    misplaced_subject,
    told_of,
    without_place,
)
from dragoman.language import Token
from dragoman.language.mentions import explained

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_WEIGHING = frozenset({"lightly", "seriously"})
_OWNERS = frozenset({"poss", "amod", "compound", "nmod", "nn"})
_PREMODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod", "dep", "advmod"})
_DIRECTIONS = frozenset({"from", "to", "into", "against", "on", "by"})
_BESIDE = frozenset({"along", "together"})
_OF_WHOM = frozenset({"from", "in"})
SPONSORED = ("sponsored", "drafted", "authored", "proposed", "written")
_JOINING = frozenset({"join"})  # whose object acts with its subject
_DEEPEST = 6
_SPELT = {"toward": "towards"}


@dataclass(slots=True)
class Arguments:
    """What fills the places around a trigger.

    Attributes:
        subject, object, dative: heads of phrases, by what they do, not by voice.
        clauses: heads of complement clauses. purposes: heads of clauses that name an aim ("to inspect").
        prepositions: heads of phrases by the preposition before them.
        owner: possessors and modifiers of a noun.
        passive: whether the verb is passive.
    """

    subject: list[Token] = field(default_factory=list)
    object: list[Token] = field(default_factory=list)
    dative: list[Token] = field(default_factory=list)
    clauses: list[Token] = field(default_factory=list)
    purposes: list[Token] = field(default_factory=list)
    prepositions: dict[str, list[Token]] = field(default_factory=dict)
    owner: list[Token] = field(default_factory=list)
    passive: bool = False


class Syntax:
    """The arguments of the words of one reading, worked out once each."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[int, Arguments] = {}

    def arguments(self, token: Token) -> Arguments:
        """The arguments of a verb, noun or adjective."""
        known = self._known.get(token.index)
        if known is None:
            if is_verb(token):
                known = self._of_verb(token)
            elif token.pos == "ADJ":
                known = self._of_adjective(token)
            else:
                known = self._of_noun(token)
            self._known[token.index] = known
        return known

    def adjectival(self, participle: Token) -> Arguments:
        """The arguments of a participle read as an adjective ("is opposed to")."""
        verbal = self.arguments(participle)
        said_of = participle.dep == "acomp" and is_verb(participle.head)
        subject = self.subject(participle.head) if said_of else [*verbal.object, *verbal.dative]
        return Arguments(subject, clauses=verbal.clauses, prepositions=verbal.prepositions)

    def planner(self, verb: Token) -> list[Token]:
        """Who stands behind the noun that a participle modifies ("a declaration demanding …": its maker)."""
        return (
            self._of_plan(verb.head)
            if verb.dep == "acl" and verb.tag == "VBG" and not is_passive(verb)
            else []
        )

    def subject(self, verb: Token) -> list[Token]:
        """Who acts in a verb's clause, passives seen through."""
        return self.arguments(verb).subject

    def surface(self, verb: Token) -> list[Token]:
        """The subject of a verb as it stands: who is acted on, where the verb is passive."""
        found = self.arguments(verb)
        return (found.object or found.dative) if found.passive else found.subject

    def light_verb(self, noun: Token) -> tuple[Token, bool] | None:
        """The light verb that lends its subject to an event noun, and whether the subject acts."""
        verb = noun.head
        if noun.dep == "conj":
            return self.light_verb(verb) if verb.pos in ("NOUN", "PROPN") else None
        if noun.dep in ("dobj", "nsubjpass") or (noun.dep == "attr" and verb.lemma == "be"):
            if (verb.dep == "relcl" and noun.text.lower() in _RELATIVE) or _weighs(verb):
                return None
            if self.is_won(noun, verb):
                return verb, False
            for particle in ("", *(c.lower for c in verb.children if c.dep in ("prt", "advmod", "prep"))):
                if (verb.lemma, particle) in self._lexicon.lends_actor:
                    return verb, True
                if (verb.lemma, particle) in self._lexicon.lends_recipient:
                    return verb, False
        if noun.dep == "pobj" and verb.lower == "of" and verb.head.lemma in self._lexicon.classes["spell"]:
            spell = verb.head  # "held two days of talks", not "it took months of talks"
            return None if spell.dep == "dobj" and spell.head.lemma == "take" else self.light_verb(spell)
        if noun.dep == "pobj" and verb.lower == "of" and verb.head.lemma in self._lexicon.classes["butt"]:
            butt = verb.head  # "is the target of criticism"
            return (butt.head, False) if butt.dep == "attr" and is_verb(butt.head) else None
        if noun.dep == "pobj":
            above = verb.head
            if verb.lower in self._lexicon.lends_by_preposition.get(above.lemma, ()):
                return None if _is_elsewhere(above, verb) else (above, True)
            if verb.lower in self._lexicon.suffers_by_preposition.get(above.lemma, ()):
                return above, False
        return None

    def is_won(self, noun: Token, verb: Token) -> bool:
        """Whether a noun is the backing of others that the subject of a verb has ("won the SUPPORT of …")."""
        return verb.lemma in self._lexicon.won and noun.lemma in self._lexicon.classes["backing"]

    def occurs(self, noun: Token) -> bool:
        """Whether the verb behind an event noun only says that it happens ("CLASHES broke out")."""
        completing = self._lexicon.occurring.get(noun.head.lemma) if noun.dep == "nsubj" else None
        if completing is None:
            return False
        return "" in completing or any(c.lower in completing for c in noun.head.children)

    def _of_verb(self, verb: Token) -> Arguments:
        found = Arguments(passive=is_passive(verb))
        self._known[verb.index] = found  # a clause that leads back to itself finds what is there so far
        surface = _fill_from_children(verb, found)
        self._share(verb, found, surface)
        if verb.dep in ("acl", "amod") and verb.tag in ("VBN", "VBD") and not surface:
            surface = [verb.head]
        elif not surface and not (found.passive and verb.dep == "acl"):
            surface = self._controller(verb, _DEEPEST)
        if verb.dep == "relcl" and not found.object and not found.passive and not has_relative(verb):
            found.object.append(verb.head)
        if not (found.object or found.dative or found.passive) and verb.lemma in self._lexicon.object_control:
            found.object.extend(_raised(verb))
        if found.passive:
            (found.dative if found.object and verb.dep != "relcl" else found.object).extend(surface)
            found.subject = [*found.prepositions.get("by", [])]
        else:
            found.subject = surface
        return found

    def _share(self, verb: Token, found: Arguments, surface: list[Token]) -> None:
        """Take a subject from the verb before and an object from the verb behind, where they are shared."""
        if verb.dep == "conj" and not surface and is_verb(verb.head):
            above = self.arguments(verb.head)
            if above.passive == found.passive:
                surface.extend(above.object if above.passive else above.subject)
            elif above.passive:
                surface.extend(above.object or above.dative)
            else:
                surface.extend(above.subject)
        if not found.object and not found.passive and not found.clauses:
            behind = next((c for c in verb.children if c.dep == "conj" and c.index - verb.index <= 3), None)
            if behind is not None and is_verb(behind):
                found.object.extend(c for c in behind.children if c.dep == "dobj")

    def _controller(self, verb: Token, depth: int) -> list[Token]:
        """Who acts in a clause without a subject of its own."""
        head, dep = verb.head, verb.dep
        if not depth or head is verb:
            return []
        if dep == "advcl" and (told := misplaced_subject(verb)):
            return told
        if dep == "ccomp" and any(c.dep == "mark" and c.lower == "that" for c in verb.children):
            return listed_behind_phrase(verb)
        if is_quoted_ahead(verb):
            return listed_behind_phrase(verb)
        if dep in ("xcomp", "ccomp") and (pronoun := told_of(head)) is not None:
            return [_antecedent(pronoun, head)]
        if dep in ("xcomp", "ccomp", "advcl", "dep") and (is_verb(head) or head.pos == "ADJ"):
            return self._lent(head, by_object=dep != "advcl")
        if dep == "pcomp":
            above = head.head
            if above.lemma in _JOINING and head.lower == "in":
                joined = self.arguments(above)
                return [*joined.subject, *joined.object]  # "joined SPAIN in condemning …"
            if is_verb(above) or above.pos == "ADJ":
                return self._lent(above, by_object=True)
            return self._of_plan(above)
        if dep in ("acl", "relcl"):
            if verb.tag == "VBG":
                contact = contact_of(verb)
                return self._lent(contact, by_object=False) if contact is not None else [head]
            return self._of_plan(head)
        if dep in ("prep", "pobj") and is_verb(head.head):
            return self._lent(head.head, by_object=False)
        return []

    def _lent(self, above: Token, *, by_object: bool) -> list[Token]:
        arguments = self.arguments(above)
        if by_object and above.lemma in self._lexicon.object_control:
            controlled = arguments.object or arguments.dative or arguments.prepositions.get("on", [])
            if controlled:
                return controlled
        if arguments.passive:
            return arguments.object or arguments.dative
        return arguments.subject

    def _of_plan(self, noun: Token) -> list[Token]:
        """Who acts in what a noun announces ("its decision to leave", "Spain announced a plan to leave")."""
        owners = [c for c in noun.children if c.dep == "poss"]
        if owners:
            return owners
        if sponsors := _sponsors(noun):
            return sponsors
        if noun.dep == "pobj" and noun.head.dep == "agent":
            return []  # "angered by a speech condemning …": not who was angered
        if noun.dep in ("dobj", "pobj") and is_verb(noun.head):
            return self._lent(noun.head, by_object=False)
        if noun.dep == "pobj" and is_verb(noun.head.head):
            return self._lent(noun.head.head, by_object=False)
        return [c for c in noun.children if c.dep in ("compound", "amod", "nmod")]

    def _of_adjective(self, adjective: Token) -> Arguments:
        found = Arguments()
        above = adjective.head
        for child in adjective.children:
            if child.dep in ("prep", "agent"):
                _add_preposition(found.prepositions, child)
            elif child.dep in ("xcomp", "ccomp", "advcl"):
                found.clauses.append(child)
            elif child.dep in _SUBJECTS:
                found.subject.append(child)
        if adjective.dep in ("acomp", "oprd", "attr", "ccomp", "xcomp") and is_verb(above):
            if adjective.dep == "acomp" or above.lemma in ("be", "remain", "become", "stand", "seem"):
                found.subject = found.subject or self.arguments(above).subject
            for child in above.children:
                if child.dep == "prep" and child.index > adjective.index:
                    _add_preposition(found.prepositions, child)
                elif child.dep == "xcomp" and child.index > adjective.index:
                    found.clauses.append(child)
        elif adjective.dep in ("amod", "acl") and above.index < adjective.index:
            found.subject = [above]
        elif adjective.dep == "conj" and above.pos in ("ADJ", "VERB"):
            found.subject = self.arguments(above).subject
        elif adjective.dep in ("advcl", "ROOT"):
            found.subject = found.subject or (
                self.subject(above) if is_verb(above) and above is not adjective else []
            )
        return found

    def _of_noun(self, noun: Token) -> Arguments:
        found = Arguments()
        for child in noun.children:
            if child.dep in _OWNERS:
                found.owner.append(child)
                found.owner.extend(c for c in child.children if c.dep in _OWNERS)
            elif child.dep in ("prep", "agent"):
                _add_preposition(found.prepositions, child)
            elif child.dep in ("acl", "ccomp", "relcl"):
                found.clauses.append(child)
        for matter in found.prepositions.get("of", [])[:1]:  # "the withdrawal of troops from Spain"
            for child in matter.children:
                if child.dep in ("prep", "agent") and child.lower in _DIRECTIONS:
                    _add_preposition(found.prepositions, child)
        verb = noun.head
        if (noun.dep in ("dobj", "nsubjpass", "attr") and is_verb(verb)) or self.occurs(noun):
            for child in verb.children:
                if child.dep in ("prep", "agent") and child.index > noun.index:
                    _add_preposition(found.prepositions, child)
        return found


def _is_elsewhere(verb: Token, link: Token) -> bool:
    """Whether a verb says what or where its subject is before an occasion ("was GLAD in the talks")."""
    return verb.lemma == "be" and any(
        c.dep in ("acomp", "attr", "prep") and verb.index < c.index < link.index for c in verb.children
    )


def term(token: Token, compounds: frozenset[str]) -> str:
    """The lemma of a token, or its compound where that is a word of its own ("hunger-strike")."""
    for child in token.children:
        if child.index < token.index and child.dep in _PREMODIFIERS:
            word = f"{child.lower}-{token.lemma}"
            if word in compounds:
                return word
    return token.lemma


def first_word(token: Token) -> Token:
    """The first word of a phrase or clause."""
    while token.children and (first := min(token.children, key=lambda t: t.index)).index < token.index:
        token = first
    return token


def is_verb(token: Token) -> bool:
    """Whether a token is a verb form; participles that modify a noun count."""
    return token.pos in ("VERB", "AUX") or (token.tag in ("VBN", "VBG", "VBD") and token.pos != "NOUN")


def _weighs(verb: Token) -> bool:
    """Whether a verb only tells how grave what others do is found ("takes their threats SERIOUSLY")."""
    return verb.lemma == "take" and any(c.lower in _WEIGHING for c in verb.children)


def is_infinitive(token: Token) -> bool:
    """Whether a token is an infinitive with its "to"."""
    return token.tag == "VB" and any(c.lower == "to" and c.dep == "aux" for c in token.children)


def is_attribute(token: Token) -> bool:
    """Whether a word only says of what kind a thing is ("a military campaign", "major roads")."""
    return token.dep == "amod" and token.lower == token.text and not token.tag.startswith("NN")


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive, reduced relatives ("troops sent by Spain") included."""
    if any(c.dep in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    if verb.dep == "acl" and verb.tag in ("VBN", "VBD"):
        if verb.head.dep == "ROOT" and any(c.dep == "dobj" for c in verb.children):
            return False  # "police arrested on Sunday the captain": a sentence, read as a phrase
        return verb.tag == "VBN" or any(c.dep == "agent" for c in verb.children)
    if verb.tag == "VBN" and verb.dep in ("amod", "advcl", "oprd"):
        return not any(c.dep in ("aux", "nsubj", "dobj") for c in verb.children)
    if verb.dep == "conj" and verb.tag == "VBN" and is_verb(verb.head):
        return is_passive(verb.head) and not any(c.dep in ("aux", "nsubj") for c in verb.children)
    return False


def _fill_from_children(verb: Token, found: Arguments) -> list[Token]:
    """File a verb's dependents; gives the subject as it stands, whatever the voice."""
    surface: list[Token] = []
    between = told_of(verb)
    for child in (c for c in verb.children if c is not between):
        match child.dep:
            case dep if dep in _SUBJECTS:
                surface.append(_antecedent(child, verb))
            case "dobj" | "attr":
                found.object.append(_antecedent(child, verb))
            case "dative" if not _opens_phrase(child):
                found.dative.append(child)
            case "ccomp" | "xcomp":
                found.clauses.append(child)
            case "advcl" if child.tag == "VB":
                _file_aim(child, found)
            case "prep" | "agent" | "dative" | "prt" | "advmod":
                _add_preposition(found.prepositions, child)
                if child.lower == "for":
                    _add_inner(found.prepositions, child)
    surface = without_place(surface)
    surface.extend(_companions(verb, surface))
    found.object = found.object or _shifted(verb) or _called(verb, surface)
    for thing in found.object:
        for child in thing.children:
            if child.dep == "prep":
                _add_preposition(found.prepositions, child)
            elif child.dep in ("acl", "relcl") and child.tag == "VB":
                found.clauses.append(child)
    return surface


def _file_aim(clause: Token, found: Arguments) -> None:
    """File what somebody is called on to do, or to what end something is done."""
    if is_bidden(clause):
        found.clauses.append(clause)
        found.prepositions.setdefault("for", []).append(clause)
    elif is_infinitive(clause):
        found.purposes.append(clause)


def is_bidden(clause: Token) -> bool:
    """Whether a clause tells what somebody is called on to do ("called FOR SPAIN TO WITHDRAW")."""
    if clause.dep != "advcl" or clause.tag != "VB" or clause.index < clause.head.index:
        return False
    mark = clause.child("mark")
    return mark is not None and mark.lower == "for" and clause.child("nsubj", "nsubjpass") is not None


def _companions(verb: Token, subjects: list[Token]) -> list[Token]:
    """Who acts beside a subject ("Spain, ALONG WITH PERU, has …")."""
    if not subjects or subjects[0].head is not verb:
        return []
    return [
        companion
        for link in (*verb.children, *subjects[0].children)
        if link.dep == "prep" and subjects[0].index < link.index < verb.index
        for inner in (link, *link.children)
        if inner.lower == "with" and (link.lower in _BESIDE or any(c.lower in _BESIDE for c in link.children))
        for companion in inner.children
        if companion.dep == "pobj"
    ]


def _add_inner(table: dict[str, list[Token]], preposition: Token) -> None:
    """File of whom something is asked ("asked for help FROM SPAIN", "for asylum IN SPAIN")."""
    for thing in preposition.children:
        for child in thing.children:
            if child.dep == "prep" and child.lower in _OF_WHOM:
                _add_preposition(table, child)


def _sponsors(noun: Token) -> list[Token]:
    """Who is behind a text by its adjective ("U.S.-sponsored", of one word or of two)."""
    marks = [c for c in noun.children if c.dep in _PREMODIFIERS and c.lower.endswith(SPONSORED)]
    return [c if c.lower not in SPONSORED else n for c in marks for n in (list(c.children) or [c])]


def _shifted(verb: Token) -> list[Token]:
    """A long object behind what it is called ("denounced as a crime SPAIN'S RAID"), read as an apposition."""
    calling = (p for c in verb.children if c.dep == "prep" and c.lower == "as" for p in c.children)
    return [
        late
        for name in calling
        for late in name.children
        if name.dep == "pobj" and late.dep == "appos" and not any(c.text == "," for c in name.children)
    ]


def _called(verb: Token, subjects: list[Token]) -> list[Token]:
    """A person read as a name that is given ("on Monday called PRESIDENT SOL")."""
    if not subjects or is_passive(verb):
        return []
    return [c for c in verb.children if c.dep == "oprd" and c.entity == "PERSON" and c.pos == "PROPN"]


def _raised(verb: Token) -> list[Token]:
    """The subject of an infinitive, which the verb above it governs ("urged SPAIN to withdraw")."""
    return [
        subject
        for clause in verb.children
        if clause.dep == "ccomp" and any(c.lower == "to" and c.dep == "aux" for c in clause.children)
        for subject in clause.children
        if subject.dep == "nsubj"
    ]


def _antecedent(token: Token, verb: Token) -> Token:
    """What a relative pronoun stands for."""
    clause = verb
    while clause.dep in ("conj", "xcomp") and is_verb(clause.head):
        clause = clause.head
    if token.lower in _RELATIVE and token.tag in ("WDT", "WP", "IN", "DT") and clause.dep == "relcl":
        person = explained(clause.head) if token.lower == "who" else None
        return person if person is not None else clause.head
    return token


def has_relative(verb: Token) -> bool:
    """Whether a relative clause has its relative word elsewhere than as object."""
    return any(
        c.tag in ("WDT", "WP", "WP$", "WRB") or any(g.tag in ("WDT", "WP", "WP$", "WRB") for g in c.children)
        for c in verb.children
    )


def _opens_phrase(token: Token) -> bool:
    return token.pos == "ADP" or token.tag in ("IN", "TO")


def _add_preposition(table: dict[str, list[Token]], preposition: Token) -> None:
    """File what stands after a preposition, and after one inside it ("out of", "ahead of"); no source."""
    if preposition.lower == "according":
        return
    for child in preposition.children:
        if child.dep in ("pobj", "pcomp"):
            table.setdefault(_SPELT.get(preposition.lower, preposition.lower), []).append(child)
        elif child.dep == "prep":
            _add_preposition(table, child)
            if preposition.lower == "out":
                for inner in child.children:
                    if inner.dep == "pobj":
                        table.setdefault("out", []).append(inner)
