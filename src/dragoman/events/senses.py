"""What an event is after all, as its people and the words around it tell: an attack in words, an accident."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.article import Zone
from dragoman.events.frames import Lexicon
from dragoman.events.happening import Happening, without
from dragoman.events.standing import LAWLESS, governs, is_armed, is_state_organ
from dragoman.events.syntax import is_verb
from dragoman.events.verbs import has_subject
from dragoman.events.voices import Voices
from dragoman.language import Reading, Sentence, Token
from dragoman.language.lexicon import Sort
from dragoman.language.lexicon import lexicon as nouns
from dragoman.records import Actor, ActorKind, EventType, Status

_AT = frozenset({"against", "at", "on"})
_WHILE = frozenset({"during", "since", "until", "throughout"})
_LAWFUL = frozenset({"arrest", "seize"})
_ARMED = LAWLESS | {"MIL", "COP"}
_WORDED = frozenset({"PTY", "LEG"})
_LAWMAKING = frozenset({"LEG", "JUD", "PTY"})
_BLOWS = frozenset({None, "beat"})  # which may be of words
_CLOSING = frozenset({"close", "shut", "shutter", "evacuate", "vacate"})
_DEFENDING = frozenset({"defend", "justify"})
_ANIMATE = frozenset({Sort.PERSON, Sort.GROUP, Sort.BODY, Sort.COUNTRY})
_OWNING = frozenset({"have", "hold", "lose", "retain"})
_PRESENT = frozenset({"VBP", "VBZ"})
_JOURNALISTS = "JRN"
_THREATENED = "operator:threaten"
_WARNING = frozenset({"caution", "warn"})
_EFFECTS = frozenset({"consequence", "repercussion"})
_FELT_BY = frozenset({"for", "on"})
_TOLD_BELOW = frozenset({"xcomp", "ccomp", "aux"})
_MEANS = frozenset({"by", "over", "with"})
_PERSONAL = frozenset({ActorKind.PERSON, ActorKind.MEDIA, ActorKind.ORGANISATION})


class Senses:
    """Tells the senses of one reading's happenings.

    Args:
        reading: the reading. lexicon: the word classes. voices: who speaks.
    """

    def __init__(self, reading: Reading, lexicon: Lexicon, voices: Voices) -> None:
        self._classes = lexicon.classes
        self._reading = reading
        self._voices = voices
        self._of_calamity = self._names_calamity(
            [t for s in reading.sentences if s.zone is Zone.HEADLINE for t in reading.sentence_tokens(s)]
        ) or self._names_calamity(self._lead())

    def settle(self, happenings: Sequence[Happening]) -> list[Happening]:
        """The happenings as what they are; without those that are no events."""
        return [found for h in happenings if (found := self._settled(h)) is not None]

    def _settled(self, happening: Happening) -> Happening | None:
        if happening.event is EventType.ASSAULT:
            if self._is_no_attack(happening):
                return None
            if _is_police_raid(happening):
                return _changed_to(happening, EventType.COERCE, "seize")
            if self._is_implication(happening):
                return self._charge(happening)
            if self._is_verbal(happening) or self._is_under_fire(happening):
                return self._criticism(happening)
        if happening.event is EventType.MOBILIZE and self._is_bombardment(happening):
            return _changed_to(happening, EventType.ASSAULT, "heavy-weapons")
        if self._is_none(happening):
            return None
        if happening.group == "force" and (_is_idea(happening.anchor) or _is_time(happening.anchor)):
            return None
        if happening.event is EventType.REJECT:
            if self._is_denial(happening):
                return None
            if self._is_wrong(happening):
                return self._charge(happening)
        return self._by_force(happening) if self._is_lawless(happening) else happening

    def _is_no_attack(self, happening: Happening) -> bool:
        return (
            self._is_accident(happening)
            or self._is_private_crime(happening)
            or self._is_dismissal(happening)
            or self._is_figurative(happening)
        )

    def _is_none(self, happening: Happening) -> bool:
        """Whether its words only ask, fear, take care or defend oneself."""
        match happening.event:
            case EventType.REQUEST:
                return self._is_no_request(happening)
            case EventType.ACCUSE:
                return self._is_fear(happening)
            case EventType.SANCTION:
                return self._is_for_safety(happening) or self._is_acquittal(happening)
            case EventType.SUPPORT:
                return _is_own_conduct(happening)
            case EventType.THREATEN:
                return _is_danger(happening) or self._is_of_outcome(happening)
            case EventType.PROTEST:  # who governs rallies his party, and protests by words
                acting = happening.actors if happening.mode == "demo" else ()
                return bool(acting) and all(map(_rules, acting))
        return False

    def _is_accident(self, happening: Happening) -> bool:
        """Whether people come to harm by an accident or a force of nature, not by somebody's hand."""
        if happening.mode not in (None, "destroy") or happening.anchor.pos == "NOUN":
            return False
        if happening.anchor.dep == "advcl" and happening.anchor.head.lemma in self._classes["calamity"]:
            return True  # "the ferry capsized, killing …"
        sentence = self._reading.sentence_of(happening.anchor)
        words = self._reading.sentence_tokens(sentence)
        if self._names_calamity(words):
            return not happening.actors or happening.mode == "destroy"
        if happening.actors or self._names_violence(words):
            return False
        return self._of_calamity or self._names_calamity(self._before(sentence))

    def _is_private_crime(self, happening: Happening) -> bool:
        """Whether somebody's family suffers by an unknown hand ("her mother was murdered")."""
        victims = [r.name.split()[-1] for r in happening.recipients]
        return not happening.actors and bool(victims) and self._classes["kin"].issuperset(victims)

    def _is_no_request(self, happening: Happening) -> bool:
        """Whether a question is put to nobody, or a state advises its own people ("told Spaniards to …")."""
        if happening.anchor.lemma == "ask" and not happening.others:
            words = self._reading.sentence_tokens(self._reading.sentence_of(happening.anchor))
            return any(t.text == "?" for t in words)
        if _is_attraction(happening) or _is_bare_plea(happening.anchor):
            return True
        if happening.anchor.lemma == "tell" and all(a.kind is ActorKind.MEDIA for a in happening.others):
            return True
        if all(_JOURNALISTS in a.sectors for a in happening.actors) and len(_homes(happening)) == 1:
            return True  # the press puts questions to the politicians of its country
        homes = {a.country for a in happening.actors if is_state_organ(a)}  # who is none calls on his people
        return bool(happening.others) and all(
            a.country in homes and (a.name.lower() in self._classes["travellers"] or _is_nation(a))
            for a in happening.others
        )

    def _is_for_safety(self, happening: Happening) -> bool:
        """Whether somebody closes or empties his own mission because of a danger."""
        if happening.mode != "withdraw" or happening.anchor.lemma not in _CLOSING:
            return False
        words = self._reading.sentence_tokens(self._reading.sentence_of(happening.anchor))
        return any(t.lemma in self._classes["danger"] for t in (*words, *self._lead()))

    def _is_acquittal(self, happening: Happening) -> bool:
        """Whether somebody is found not guilty."""
        if happening.mode != "convict":
            return False
        words = self._reading.sentence_tokens(self._reading.sentence_of(happening.anchor))
        return any(t.lower == "guilty" and any(c.lower == "not" for c in t.children) for t in words)

    def _is_of_outcome(self, happening: Happening) -> bool:
        """Whether it is only warned of what something would do to a thing ("consequences FOR TRADE")."""
        if happening.anchor.lemma not in _WARNING or happening.rules[0] != _THREATENED:
            return False
        words = self._reading.sentence_tokens(self._reading.sentence_of(happening.anchor))
        effects = (t for t in words if t.lemma in _EFFECTS and t.index > happening.anchor.index)
        links = (c for t in effects for c in t.children if c.dep == "prep" and c.lower in _FELT_BY)
        return any(p.pos == "NOUN" and not _is_somebody(p) for link in links for p in link.children)

    def _is_fear(self, happening: Happening) -> bool:
        """Whether somebody only fears what may be or whom ("voiced CONCERN that it could fail")."""
        worries = self._classes["worry"]
        if happening.mode != "disapprove":
            return False
        if happening.anchor.lower in self._classes["worried"]:
            return bool(happening.matter) and all(map(_is_somebody, happening.matter))
        return any(t.lemma in worries and (_is_idea(t) or _is_about_doing(t)) for t in happening.matter)

    def _before(self, sentence: Sentence) -> Sequence[Token]:
        """The sentence before one, in the same part of the report."""
        before = self._reading.sentences[sentence.index - 1] if sentence.index else sentence
        same = before is not sentence and before.zone is sentence.zone
        return self._reading.sentence_tokens(before) if same else ()

    def _lead(self) -> Sequence[Token]:
        lead = next((s for s in self._reading.sentences if s.zone is Zone.BODY), None)
        return self._reading.sentence_tokens(lead) if lead is not None else ()

    def _names_calamity(self, words: Sequence[Token]) -> bool:
        words = list(words)
        return any(t.lemma in self._classes["calamity"] for t in words) and not self._names_violence(words)

    def _names_violence(self, words: Sequence[Token]) -> bool:
        known = self._classes["violence"] | self._classes["blast"] | self._classes["weapons"]
        return any(t.lemma in known for t in words)

    def _is_verbal(self, happening: Happening) -> bool:
        """Whether people without arms attack in words ("attacked him", "his attack on Spain for …")."""
        if happening.mode not in _BLOWS or not _names(happening, self._classes["attacking"]):
            return False
        if _has_grounds(happening.anchor) or self._is_in_words(happening):
            return not any(map(is_armed, happening.actors))
        sides = bool(happening.actors and happening.others)
        return sides and all(map(self._speaks, happening.actors)) and all(map(_is_office, happening.others))

    def _speaks(self, actor: Actor) -> bool:
        """Whether somebody can only attack in words, by his part in politics or as one of a camp."""
        return _is_unarmed(actor) or actor.name.rsplit(maxsplit=1)[-1] in self._classes["political_camp"]

    def _is_under_fire(self, happening: Happening) -> bool:
        """Whether somebody comes under fire for what he did, or from people without arms."""
        anchor = happening.anchor
        people = (*happening.actors, *happening.others)
        if anchor.lemma != "come" or any(_ARMED & {*a.sectors} for a in people):
            return False
        unarmed = bool(happening.actors) and all(
            a.kind is ActorKind.GROUP or "LEG" in a.sectors or self._speaks(a) for a in happening.actors
        )
        return unarmed or any(c.dep == "prep" and c.lower in ("for", "over") for c in anchor.children)

    def _is_in_words(self, happening: Happening) -> bool:
        """Whether who attacks says so, or something said is attacked ("attacked him, SAYING …")."""
        anchor = happening.anchor
        if not is_verb(anchor):
            return False
        said = any(
            c.dep == "advcl" and c.tag == "VBG" and c.lemma in self._classes["charging"]
            for c in anchor.children
        )
        return said or any(
            c.lemma in self._classes["utterance"] for c in anchor.children if c.dep in ("dobj", "nsubjpass")
        )

    def _is_dismissal(self, happening: Happening) -> bool:
        """Whether somebody is put out of office by vote or word, and nobody out of power by force."""
        if happening.anchor.lemma not in self._classes["dismissing"]:
            return False
        if not happening.actors:
            words = self._reading.sentence_tokens(self._reading.sentence_of(happening.anchor))
            return all(a.kind is ActorKind.PERSON for a in happening.others) and not self._names_violence(
                words
            )
        homes = {a.country for a in (*happening.actors, *happening.others)}
        return len(homes) == 1 and all(map(_removes_in_peace, happening.actors))

    def _is_bombardment(self, happening: Happening) -> bool:
        """Whether arms are fired in a fight, not on trial ("FIRED rockets after the raid")."""
        if happening.mode != "weapons" or happening.anchor.lemma not in self._classes["discharging"]:
            return False
        if happening.status is not Status.ACTUAL or len(happening.words) > 1:
            return False
        words = self._reading.sentence_tokens(self._reading.sentence_of(happening.anchor))
        lemmas = {t.lemma for t in words}
        return lemmas.isdisjoint(self._classes["on_trial"]) and not lemmas.isdisjoint(
            self._classes["in_anger"]
        )

    def _is_figurative(self, happening: Happening) -> bool:
        """Whether people only fight in court, over trade or with words ("a WAR of words")."""
        fields = self._classes["peaceful_fights"]
        waged = (t for t in happening.matter if t.lemma in self._classes["operations"])
        nouns = (t for t in (happening.anchor, *happening.words, *waged) if t.pos == "NOUN")
        return any(
            c.lemma in fields or any(o.lemma in fields for o in c.children if c.lower == "of")
            for noun in nouns
            for c in noun.children
            if c.dep in ("amod", "compound", "prep")
        )

    def _is_denial(self, happening: Happening) -> bool:
        """Whether only what others say or think is rejected ("dismissed CLAIMS that he lied")."""
        return any(
            t.lemma in self._classes["assertion"] or (t.lemma == "suggestion" and _is_idea(t))
            for t in happening.matter
        )

    def _is_lawless(self, happening: Happening) -> bool:
        """Whether rebels or gunmen take, expel or seize somebody."""
        if not happening.actors or happening.anchor.lemma in self._classes["states"]:
            return False
        of_law = happening.mode in _LAWFUL or (
            happening.event is EventType.SANCTION and happening.mode == "expel"
        )
        return of_law and all(LAWLESS & {*a.sectors} for a in happening.actors)

    @staticmethod
    def _by_force(happening: Happening) -> Happening:
        """Force of rebels and gunmen, who can arrest, expel and seize nobody by law, for what it is."""
        return _changed_to(happening, EventType.ASSAULT, "abduct" if happening.mode == "arrest" else None)

    def _criticism(self, happening: Happening) -> Happening | None:
        if not _names(happening, self._classes["assailing"] | {"fire"}):
            return None  # "his war with the press"
        return _changed(happening, "disapprove", happening.actors, happening.others)

    def _is_wrong(self, happening: Happening) -> bool:
        """Whether a breach is told by somebody of another side, who accuses by saying so."""
        return happening.anchor.lemma in self._classes["wronging"] and bool(self._accuser(happening))

    def _is_implication(self, happening: Happening) -> bool:
        """Whether somebody of another side says who was responsible for an attack; who asks it, does not."""
        anchor = happening.anchor
        if anchor.lemma != "responsible" or anchor.dep != "acomp":
            return False
        return not any(c.tag == "WP" for c in anchor.head.children) and bool(self._accuser(happening))

    def _accuser(self, happening: Happening) -> tuple[Actor, ...]:
        own = {a.country for a in happening.actors}
        return tuple(a for a in self._voices.speaker(happening.anchor) if a.country and a.country not in own)

    def _charge(self, happening: Happening) -> Happening:
        return _changed(happening, "allege", self._accuser(happening), happening.actors)


def _changed_to(happening: Happening, event: EventType, mode: str | None) -> Happening:
    happening.event = event
    happening.mode = mode
    happening.rules.append("sense")
    return happening


def _is_police_raid(happening: Happening) -> bool:
    """Whether police search a place, which is force by law."""
    words = (happening.anchor, *happening.words, *happening.matter)
    by_police = bool(happening.actors) and all("COP" in a.sectors for a in happening.actors)
    return by_police and any(t.lemma == "raid" and t.pos == "NOUN" for t in words)


def _removes_in_peace(actor: Actor) -> bool:
    """Whether somebody can put others out of office by right: who governs, legislates, judges or leads."""
    lawful = governs(actor) or bool(_LAWMAKING & {*actor.sectors}) or actor.kind is ActorKind.PERSON
    return lawful and not is_armed(actor)


def _is_attraction(happening: Happening) -> bool:
    """Whether somebody has appeal and makes none."""
    return happening.anchor.lemma == "appeal" and any(t.lemma in _OWNING for t in happening.words)


def _is_bare_plea(word: Token) -> bool:
    """Whether a plea is one in court: its words tell neither for what it is nor to whom."""
    return (
        word.lemma == "plea"
        and word.pos == "NOUN"
        and not any(c.dep in ("prep", "acl", "ccomp", "relcl") for c in word.children)
        and not (word.dep == "dobj" and is_verb(word.head) and len(word.head.children) > 2)
    )


def _is_unarmed(actor: Actor) -> bool:
    """Whether somebody can only attack in words: a person without arms, the press, a party, lawmakers."""
    of_words = actor.kind in _PERSONAL or bool(_WORDED & {*actor.sectors})
    return of_words and not _ARMED & {*actor.sectors}


def _is_office(actor: Actor) -> bool:
    """Whether somebody is a person without arms, the press or a body, not a state, a crowd or an army."""
    if actor.kind is ActorKind.ORGANISATION:
        return True  # alliances, too
    return _is_unarmed(actor) or (actor.kind is ActorKind.BODY and not _ARMED & {*actor.sectors})


def _homes(happening: Happening) -> set[str | None]:
    """Of what countries those are who have a part in it."""
    return {a.country for a in (*happening.actors, *happening.others)}


def _is_danger(happening: Happening) -> bool:
    """Whether it is only told to whom somebody is a danger ("missiles with which Spain THREATENS Peru")."""
    verb = happening.anchor
    if verb.lemma != "threaten" or verb.tag not in _PRESENT or len(happening.words) > 1:
        return False
    return all(c.dep not in _TOLD_BELOW and c.lower not in _MEANS for c in verb.children)


def _rules(actor: Actor) -> bool:
    """Whether somebody is a person who governs."""
    return actor.kind is ActorKind.PERSON and governs(actor)


def _is_nation(actor: Actor) -> bool:
    """Whether a public is only called by its country ("Spaniards")."""
    return actor.kind is ActorKind.PUBLIC and actor.name[:1].isupper() and " " not in actor.name


def _is_own_conduct(happening: Happening) -> bool:
    """Whether somebody defends his own conduct ("defended HER decision", but not "her friend")."""
    people = {a.name.split()[-1].lower() for a in happening.recipients}
    return happening.anchor.lemma in _DEFENDING and any(
        t.pos == "NOUN"
        and t.lower not in people
        and any(c.dep == "poss" and c.pos == "PRON" for c in t.children)
        for t in happening.matter
    )


def _is_somebody(word: Token) -> bool:
    """Whether a word names or means people, not what they do."""
    return word.pos == "PROPN" or nouns().sorts.get(word.lemma) in _ANIMATE


def _is_idea(word: Token) -> bool:
    """Whether a noun tells what somebody thinks, not a deed ("his CONVICTION that talks help")."""
    clauses = [c for c in word.children if c.dep in ("acl", "ccomp") and word.pos == "NOUN"]
    return any(t.dep == "mark" and t.lower == "that" for c in clauses for t in c.children)


def _is_about_doing(word: Token) -> bool:
    """Whether a noun is about what somebody does himself ("concern about KEEPING the peace")."""
    return any(
        c.dep == "pcomp" and c.tag == "VBG" and not has_subject(c) for p in word.children for c in p.children
    )


def _is_time(word: Token) -> bool:
    """Whether a deed is only named to tell when something else was ("during the WAR between …")."""
    if word.pos != "NOUN" or word.dep != "pobj" or word.head.lower not in _WHILE:
        return False
    single = any(c.dep == "prep" and c.lower in _AT for c in word.children)
    return not (single and word.head.lower == "since")  # "since the attack on the embassy": it was news


def _names(happening: Happening, words: frozenset[str]) -> bool:
    """Whether its word, or the noun that its verb only leads up to ("come under ATTACK"), is one of some."""
    anchor = happening.anchor
    if anchor.lemma == "come":
        return any(t.lemma in words for p in anchor.children if p.lower == "under" for t in p.children)
    return anchor.lemma in words


def _has_grounds(word: Token) -> bool:
    """Whether what is attacked is attacked for something that it did ("for failing to …")."""
    places = (word, word.head) if word.dep in ("dobj", "pobj") and is_verb(word.head) else (word,)
    behind = [c for p in places for c in p.children]
    behind += [g for c in behind if c.dep == "prep" for o in c.children for g in o.children]
    return any(c.lower in ("for", "over") and any(g.tag == "VBG" for g in c.children) for c in behind)


def _changed(
    happening: Happening, mode: str, actors: tuple[Actor, ...], recipients: tuple[Actor, ...]
) -> Happening:
    return Happening(
        happening.anchor, happening.words, EventType.ACCUSE, mode, actors, (), without(recipients, actors),
        happening.status, [*happening.rules, "sense"], happening.matter,
    )  # fmt: skip
