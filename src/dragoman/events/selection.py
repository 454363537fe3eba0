"""Which of the happenings that were found are worth putting on record, by a table of rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from dragoman.article import Zone
from dragoman.events.bygone import words
from dragoman.events.circumstances import Circumstances
from dragoman.events.frames import lexicon
from dragoman.events.happening import Happening, joined
from dragoman.events.ontology import ontology
from dragoman.events.people import People
from dragoman.events.standing import LAWLESS, governs, has_say
from dragoman.events.syntax import is_verb
from dragoman.events.voices import Voices
from dragoman.knowledge.files import KnowledgeError, load_yaml
from dragoman.language import Reading, Token
from dragoman.records import Act, Actor, ActorKind, Form, Status

FILE = "selection.yaml"
_LEAST = 8  # sentences that a report must have to tell what it is mostly about
_TELLING = 8  # sentences of which at least one tells what was said, in a report of news
_MOSTLY = 0.5  # share of the names in a report that are of the country that it is mostly about
_TOWARDS = frozenset({"for", "toward", "towards"})
_TOPICAL = frozenset(
    {"about", "concerning", "for", "on", "over", "regarding", "through", "to", "toward", "towards"}
)
_PAIR = 2
_ASSEMBLY = frozenset({"LEG", "PTY"})
_BELOW = frozenset({"xcomp", "pcomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A ground on which happenings are left out.

    Args:
        name: its name in the table. why: the ground, in a sentence.
        when: lines of traits, each with whether it must hold; one line that holds is enough.
    """

    name: str
    why: str
    when: tuple[tuple[tuple[str, bool], ...], ...]


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of the knowledge file.

    Raises:
        KnowledgeError: a rule lacks "why" or "when", or names an unknown trait.
    """
    found = []
    for name, row in load_yaml(FILE).items():
        if not isinstance(row, dict) or not row.get("why") or not row.get("when"):
            raise KnowledgeError(f'{FILE}: {name}: write "why: …" and "when: [traits, …]"')
        found.append(Rule(name, row["why"], tuple(_traits(name, line) for line in row["when"])))
    return tuple(found)


def _traits(name: str, line: str) -> tuple[tuple[str, bool], ...]:
    traits = tuple((word.lstrip("!"), not word.startswith("!")) for word in line.split())
    known = {*_TRAITS, *_names()}
    for trait, _ in traits:
        if trait not in known:
            raise KnowledgeError(
                f"{FILE}: {name}: unknown trait {trait!r}; known are {', '.join(sorted(known))}"
            )
    return traits


@cache
def _names() -> frozenset[str]:
    """The types, modes and groups of the ontology, which are traits too."""
    types = ontology().types
    return frozenset(n for event, info in types.items() for n in (event.value, info.group, *info.modes))


class Selection:
    """Tells which happenings of one reading are left out.

    Args:
        reading: the reading. people: who is who. voices: whose words are whose.
        circumstances: when what happened. found: the happenings that say enough to be recorded.
    """

    def __init__(
        self,
        reading: Reading,
        people: People,
        voices: Voices,
        circumstances: Circumstances,
        found: Sequence[Happening],
    ) -> None:
        self._reading = reading
        self._people = people
        self.voices = voices
        self._circumstances = circumstances
        self._found = found
        self._body = [s for s in reading.sentences if s.zone is Zone.BODY]

    def against(self, happening: Happening) -> Rule | None:
        """The first rule that leaves a happening out, if any does."""
        known: dict[str, bool] = {}

        def holds(trait: str) -> bool:
            if trait not in known:
                known[trait] = self._has(trait, happening)
            return known[trait]

        for rule in rules():
            if any(all(holds(trait) is wanted for trait, wanted in line) for line in rule.when):
                return rule
        return None

    def _has(self, trait: str, happening: Happening) -> bool:
        test = _TRAITS.get(trait)
        if test is not None:
            return test(self, happening)
        return trait in (happening.event.value, happening.mode, happening.group)

    @cached_property
    def is_domestic(self) -> bool:
        """Whether nothing in the report, which is long enough to tell, is between two countries."""
        return len(self._body) >= _LEAST and not any(_is_dealing(h) for h in self._found)

    @cached_property
    def home(self) -> str | None:
        """The country that the report is mostly about, if it is long enough to tell and there is one."""
        if len(self._body) < _LEAST:
            return None
        counts = Counter(
            actor.country
            for sentence in self._body
            for token in self._reading.sentence_tokens(sentence)
            if token.pos == "PROPN"
            for actor in self._people.who(token)
            if actor.country
        )
        if not counts:
            return None
        country, count = counts.most_common(1)[0]
        return country if count > _MOSTLY * counts.total() else None

    @cached_property
    def is_comment(self) -> bool:
        """Whether the report is long and hardly tells what anybody said: it weighs or explains."""
        return len(self._body) >= _LEAST and self.voices.reports * _TELLING < len(self._body)

    def is_dated(self, happening: Happening) -> bool:
        """Whether the report tells when it happened."""
        return self._circumstances.date(happening) is not None

    def is_opening(self, happening: Happening) -> bool:
        """Whether it stands in the report's first sentence."""
        return bool(self._body) and happening.anchor.sentence <= self._body[0].index


def _countries(happening: Happening) -> set[str]:
    people = joined(happening.actors, happening.partners, happening.recipients)
    return {a.country for a in people if a.country}


def _is_dealing(happening: Happening) -> bool:
    """Whether it is between countries: two take part, or it is a meeting of many."""
    return len(_countries(happening)) > 1 or happening.mode == "multilateral"


def _top(happening: Happening) -> Token:
    """The verb of its words, else its own word; of coordinated ones the first."""
    top = next((t for t in (happening.anchor, *happening.words) if is_verb(t)), happening.anchor)
    while top.dep == "conj":
        top = top.head
    return top


def _is_quoted(selection: Selection, happening: Happening) -> bool:
    statement = selection.voices.statement(happening.anchor)
    return statement is not None and statement.form is Form.DIRECT


def _is_own(selection: Selection, happening: Happening) -> bool:
    statement = selection.voices.statement(happening.anchor)
    return statement is not None and statement.speaker in happening.actors


def _is_hoped(selection: Selection, happening: Happening) -> bool:
    statement = selection.voices.statement(happening.anchor)
    return statement is not None and statement.act is Act.HOPE and "say_so" not in happening.rules


def _is_noun(_: Selection, happening: Happening) -> bool:
    return happening.anchor.pos == "NOUN" and not any(is_verb(t) for t in happening.words)


def _is_subjectless(_: Selection, happening: Happening) -> bool:
    return not any(c.dep in _SUBJECTS for c in _top(happening).children)


def _is_incidental(selection: Selection, happening: Happening) -> bool:
    if not _is_subjectless(selection, happening):
        return False
    top = _top(happening)
    if top.dep == "advcl":
        return top.tag == "VBG"
    return top.dep in _BELOW and top.tag in ("VB", "VBG")


def _is_pronoun(_: Selection, happening: Happening) -> bool:
    return any(c.dep in _SUBJECTS and c.pos == "PRON" for c in _verb_children(happening))


def _verb_children(happening: Happening) -> Sequence[Token]:
    verb = next((t for t in (happening.anchor, *happening.words) if is_verb(t)), None)
    return verb.children if verb is not None else ()


def _is_one_sided(_: Selection, happening: Happening) -> bool:
    return bool(happening.actors) and not happening.others and len(_countries(happening)) <= 1


def _is_internal(_: Selection, happening: Happening) -> bool:
    """Whether only the government of one state has a part in it, or only its parties and lawmakers."""
    everybody = joined(happening.actors, happening.partners, happening.recipients)
    if len(everybody) < _PAIR or len({a.country for a in everybody}) != 1 or not everybody[0].country:
        return False
    if any(map(_is_staff, everybody)):
        return all(governs(a) or not a.sectors for a in everybody)
    reports = happening.anchor.lemma == "brief"
    if not reports and any("MIL" in a.sectors and a.kind is not ActorKind.BODY for a in everybody):
        return False  # generals may stand against those who govern
    return all(map(governs, everybody)) or all(_ASSEMBLY & {*a.sectors} for a in everybody)


def _is_staff(actor: Actor) -> bool:
    """Whether unnamed people are those who work for somebody who governs ("the president's advisers")."""
    last = actor.name.rpartition(" ")[2]
    return last.islower() and last.removesuffix("s") in lexicon().classes["staff"]


def _is_within(_: Selection, happening: Happening) -> bool:
    """Whether it is between people of one country, of whom none are rebels or gunmen."""
    everybody = joined(happening.actors, happening.partners, happening.recipients)
    lawless = any(LAWLESS & {*a.sectors} for a in everybody)
    return bool(happening.others) and not lawless and len({a.country for a in everybody}) == 1


def _is_downward(_: Selection, happening: Happening) -> bool:
    """Whether a state's government or its head addresses those below ("the president asked his advisers")."""
    heads = words().sets["heads"]
    return (
        bool(happening.actors and happening.others)
        and len(_countries(happening)) == 1
        and all(map(governs, (*happening.actors, *happening.others)))
        and all(a.kind is ActorKind.GOVERNMENT or (a.office or "").lower() in heads for a in happening.actors)
        and not any((a.office or "").lower() in heads for a in happening.others)
    )


def _is_of_subordinates(_: Selection, happening: Happening) -> bool:
    """Whether those who govern ask something of people of their own whom nobody names ("his advisers")."""
    if not all(map(governs, happening.actors)):
        return False
    if happening.others and not (len(_countries(happening)) == 1 and all(map(_is_unnamed, happening.others))):
        return False
    below = lexicon().classes["subordinates"]
    return any(t.pos == "NOUN" and t.lemma in below for t in happening.matter)


def _is_unnamed(actor: Actor) -> bool:
    """Whether somebody is only called by a common noun ("the president's team")."""
    return actor.name.rpartition(" ")[2].islower()


def _is_sourcing(_: Selection, happening: Happening) -> bool:
    """Whether a relative clause only tells how a speaker knows ("said an official who met him")."""
    top = _top(happening)
    return (
        top.dep == "relcl"
        and top.head.dep in _SUBJECTS
        and top.head.head.lemma in lexicon().reporting
        and top.head.pos == "NOUN"
    )


def _is_prospective(_: Selection, happening: Happening) -> bool:
    """Whether a noun only names what others lead up to ("hopes FOR talks", "a step TOWARDS a summit")."""
    anchor = happening.anchor
    above = anchor.head
    ahead = anchor.pos == "NOUN" and anchor.dep == "pobj" and above.lower in _TOWARDS
    return ahead and above.head.pos == "NOUN" and not any(map(is_verb, happening.words))


def _is_topic(_: Selection, happening: Happening) -> bool:
    """Whether a noun only names what something is about, for or done by ("lied ABOUT his contacts")."""
    node = happening.anchor
    if node.pos != "NOUN" or any(map(is_verb, happening.words)):
        return False
    while node.dep == "conj":
        node = node.head
    if node.dep != "pobj" or node.head.lower not in _TOPICAL:
        return False
    return happening.mode != "visit" or node.head.lower != "on"  # "said so on a trip to Lima"


def _is_describing(_: Selection, happening: Happening) -> bool:
    top = _top(happening)
    if top.lemma == "be" and happening.mode == "visit":  # "Sol, who is in Lima, said …"
        return False
    return top.dep == "relcl" and top.tag in ("VBZ", "VBP") and not any(c.dep == "aux" for c in top.children)


def _is_reduced(_: Selection, happening: Happening) -> bool:
    anchor = happening.anchor
    return anchor.dep == "acl" and anchor.tag == "VBN" and anchor.head.pos != "VERB"


def _is_at_home(selection: Selection, happening: Happening) -> bool:
    countries = _countries(happening)
    return len(countries) == 1 and selection.home in countries


_TRAITS: dict[str, Callable[[Selection, Happening], bool]] = {
    "quoted": _is_quoted,
    "own": _is_own,
    "said": lambda s, h: s.voices.statement(h.anchor) is not None,
    "hoped": _is_hoped,
    "reporting": lambda s, h: s.voices.cued([h.anchor, *h.words]) is not None,
    "noun": _is_noun,
    "incidental": _is_incidental,
    "personal": lambda _, h: bool(h.actors) and not any(map(has_say, (*h.actors, *h.others))),
    "attributed": lambda _, h: any(t.lower == "according" for t in h.words),
    "judged": lambda _, h: h.rules[0].startswith("statement:"),
    "obliging": lambda _, h: "operator:oblige" in h.rules,
    "pronoun": _is_pronoun,
    "opening": lambda s, h: s.is_opening(h),
    "planned": lambda _, h: h.status is Status.PLANNED,
    "habitual": lambda _, h: "habitual" in h.rules,
    "hypothetical": lambda _, h: h.status is Status.HYPOTHETICAL,
    "possible": lambda _, h: (
        h.status is Status.HYPOTHETICAL and ("possible" in h.rules or "wish" not in h.rules)
    ),
    "unknown": lambda _, h: bool(h.actors) and not any(a.country for a in h.actors),
    "private": lambda _, h: bool(h.actors) and not any(map(has_say, h.actors)),
    "one-sided": _is_one_sided,
    "vague": lambda _, h: not any(a.country for a in h.others),
    "internal": _is_internal,
    "within": _is_within,
    "downward": _is_downward,
    "describing": _is_describing,
    "reduced": _is_reduced,
    "sourcing": _is_sourcing,
    "prospective": _is_prospective,
    "topic": _is_topic,
    "subordinates": _is_of_subordinates,
    "closed": lambda _, h: h.closed,
    "subjectless": _is_subjectless,
    "undated": lambda s, h: not s.is_dated(h),
    "commenting": lambda s, _: s.is_comment,
    "at-home": _is_at_home,
    "domestic": lambda s, _: s.is_domestic,
}
