"""Sources: the noun phrase that names who speaks, from the syntax around the cue."""

from __future__ import annotations

from dragoman.actors.lexicon import is_actor_noun, issuing_verbs
from dragoman.language import Token
from dragoman.language.lexicon import Sort, lexicon
from dragoman.language.mentions import relative_antecedent
from dragoman.statements.lexicon import lexicon as cues
from dragoman.statements.strays import is_day

_RELATIVES = frozenset({"who", "which", "that", "whom"})
_DASHES = frozenset({"-", "–", "—", "--"})
_OCCASIONS = frozenset({"despite", "at", "amid", "after", "over", "against"})
_WRITING = frozenset("write speak send address appeal email e-mail text tweet cable telegraph phone".split())
_QUOTING = frozenset({"quote", "cite"})
_ANSWERING = frozenset("respond reply react answer counter".split())  # "responded with an offer to …"
_CLIMB = 6  # governing verbs to climb at the most
_OBJECT_CONTROL = frozenset(
    "urge press ask tell order want allow force cause lead prompt persuade invite require".split()
)
_SPEAKERS = frozenset({Sort.PERSON, Sort.BODY, Sort.GROUP, Sort.COUNTRY})
_INFINITIVES = frozenset({"xcomp", "advcl", "acl", "ccomp"})
_CONTINUES = frozenset(  # participles by which a reporter goes on ("…, adding that")
    """say add note stress cite claim argue explain insist describe acknowledge emphasize emphasise
    maintain""".split()
)


def source_of(verb: Token) -> Token | None:
    """The head of the noun phrase that speaks by a cue verb, or None.

    Subjects are found through conjunction, control, participles, relative clauses and passives ("by …").
    """
    agent = _agent(verb)
    if agent:
        return agent
    found = _subject(verb, _CLIMB)
    if found is None or found.head is verb or _can_speak(found) or _is_told(found, verb):
        return found
    return _speaker_above(verb) or found


def _is_told(found: Token, verb: Token) -> bool:
    """Whether a clause tells of a noun beyond doubt ("those who fear it", "at a rally demanding it")."""
    clause = verb
    while clause.dep in ("conj", "xcomp") and clause.head is not clause:
        clause = clause.head
    told_of = clause.dep == "relcl" and clause.head in (found, found.head)
    if told_of and any(c.lower == "who" for c in clause.all("nsubj")):
        return True
    beside = verb.dep == "acl" and verb.index == found.index + 1
    return beside and found.dep == "pobj" and found.head.lower in _OCCASIONS


def _speaker_above(verb: Token) -> Token | None:
    """The nearest subject above a verb that can speak ("He saw the oil that feeds the war and said …")."""
    for above in verb.ancestors():
        subject = above.child("nsubj", "nsubjpass") if above.pos in ("VERB", "AUX") else None
        if subject is not None and subject.index < verb.index:
            subject = _antecedent(subject, above)
            if _can_speak(subject):
                return subject
    return None


def _can_speak(head: Token) -> bool:
    """Whether a phrase may stand for one who speaks, or for a document."""
    if head.pos == "NOUN":
        return lexicon().sorts.get(head.lemma) in _SPEAKERS or is_actor_noun(head.lemma)
    expletive = head.lower == "it" and head.head.lemma == "be"
    return head.tag not in ("WDT", "IN", "DT", "VBG", "EX") and not expletive


def _subject(verb: Token, steps: int) -> Token | None:
    own = _own_subject(verb)
    if own is not None and own.lower in _RELATIVES and verb.dep == "relcl":
        own = next((c for c in verb.all("nsubj") if own.index < c.index < verb.index), own)
    if own is None and verb.child("nsubjpass") is not None and verb.tag != "VBN":
        own = verb.child("nsubjpass")
    if own is not None and _is_written_to(own, verb):
        return _writer(verb.head.head, steps)
    if own is not None and own.dep == "nsubj":
        return _antecedent(own, verb)
    inverted = _inverted(verb)
    if inverted is not None:
        return inverted
    return _inherited(verb, steps - 1) if steps else None


def _own_subject(verb: Token) -> Token | None:
    """The subject beside a verb: in "Peru, Holm noted, had left" what goes before it is another's."""
    subjects = [s for s in verb.all("nsubj") if not is_day(s)]
    if not subjects:
        return verb.child("csubj")
    first, nearest = subjects[0], min(subjects, key=lambda s: abs(s.index - verb.index))
    if nearest.index < verb.index and any(
        c.dep == "cc" or c.text in _DASHES
        for c in (*first.children, *verb.children)
        if c.index < nearest.index
    ):
        nearest = first  # "Holm - the first of them - said", "Holm and Marlow said"
    return _unclosed(nearest, verb) or nearest


def _unclosed(subject: Token, verb: Token) -> Token | None:
    """The name that a comma parts from the subject, and none from the verb ("Peru, Holm once said, left")."""
    name = next((a for a in subject.all("appos") if subject.index < a.index < verb.index), None)
    if name is None or name.entity != "PERSON" or subject.pos != "PROPN":
        return None
    inside = [t for t in subject.subtree() if t.text == ","]
    parted = any(t.index < name.subtree()[0].index for t in inside)
    closed = any(
        t.index > name.index for t in (*inside, *verb.children) if t.text == "," and t.index < verb.index
    )
    return name if parted and not closed else None


def _agent(verb: Token) -> Token | None:
    """The "by" phrase of a passive."""
    if verb.tag != "VBN":
        return None
    by = verb.child("agent")
    return by.child("pobj") if by else None


def _antecedent(subject: Token, verb: Token) -> Token:
    """For a relative pronoun, what it stands for."""
    if subject.lower in _RELATIVES and subject.tag in ("WP", "WDT", "IN"):
        clause = verb
        while clause.dep in ("conj", "xcomp") and clause.head is not clause:
            clause = clause.head
        if clause.dep == "relcl":
            return relative_antecedent(subject) or clause.head
    return subject


def _inverted(verb: Token) -> Token | None:
    """The subject that the parser took for an object, behind a cue that closes a quotation."""
    for child in verb.children:
        if child.index == verb.index + 1 and child.dep in ("dobj", "attr", "npadvmod", "dep", "oprd"):
            before = any(c.dep in ("ccomp", "punct") and c.index < verb.index for c in verb.children)
            before = before and not any(c.index > child.index for c in verb.all("ccomp"))
            if before and child.pos in ("PROPN", "PRON") and not is_day(child):
                return child
    return None


def _inherited(verb: Token, steps: int) -> Token | None:
    """The subject that a verb without one shares with the verb or noun above it."""
    above = verb.head
    if above is verb:
        return None
    dep = verb.dep
    if dep == "advcl" and verb.tag == "VBG" and verb.index > above.index and follows_comma(verb):
        return _subject_or_passive(_reporting(above, verb), steps)
    if dep in ("acl", "relcl"):
        return _told_by_noun(verb, steps)
    if dep in ("pcomp", "prep"):
        return _told_by_preposition(verb, steps)
    if dep == "xcomp" and above.lemma in _OBJECT_CONTROL:
        controller = above.child("dobj")
        if controller is not None:
            return controller
    if dep in ("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis") and above.pos in ("VERB", "AUX"):
        if dep == "ccomp" and verb.tag not in ("VBG", "VB", "VBN"):
            return None
        return _subject_or_passive(above, steps)
    if dep in ("xcomp", "advcl") and above.pos == "ADJ":
        return _subject_or_passive(above.head if above.dep == "acomp" else above, steps)
    return None


def _told_by_noun(verb: Token, steps: int) -> Token | None:
    """The subject of a clause that hangs on a noun: the noun, unless it only ends what goes before."""
    above = verb.head
    if verb.dep == "acl" and verb.tag == "VBG":
        if _is_written_to(above, verb):
            return _writer(above.head.head, steps)
        if follows_comma(verb):
            return _main_subject(above, steps)
        if above.dep == "dobj" and above.head.lemma in issuing_verbs():
            return _subject_or_passive(above.head, steps) or above  # "issued a statement saying"
    return above if above.pos in ("NOUN", "PROPN", "PRON") else None


def _told_by_preposition(verb: Token, steps: int) -> Token | None:
    """The subject of a verb behind a preposition: that of the verb above, or who is quoted "as saying"."""
    above = verb.head
    if above.lower == "as" and above.head.lemma in _QUOTING and (quoted := above.head.child("dobj")):
        return quoted
    while above.dep in ("prep", "pcomp") and above.head is not above and above.pos != "VERB":
        above = above.head
    return _subject_or_passive(above, steps)


def _is_written_to(noun: Token, verb: Token) -> bool:
    """Whether a participle tells what somebody is written, not what he says ("wrote to Holm urging him")."""
    to = noun.head if noun.dep == "pobj" else verb.head
    fits = noun.dep == "pobj" or (noun.dep == "nsubj" and verb.dep == "pcomp")
    if verb.tag != "VBG" or not fits or to.lower != "to":
        return False
    message = to.head
    return message.lemma in (_WRITING if message.pos == "VERB" else cues().occasions)


def _writer(above: Token, steps: int) -> Token | None:
    """Who writes to somebody, or the letter that stands as a subject."""
    if above.pos == "VERB":
        return _subject_or_passive(above, steps)
    if above.dep in ("nsubj", "nsubjpass"):
        return above
    return noun_source(above, frozenset()) or _main_subject(above, steps)


def _reporting(above: Token, verb: Token) -> Token:
    """The verb that shares its subject with a participle behind a comma.

    It is no infinitive ("urged Kenya to act, saying …"), and what continues a report is the reporter's
    ("said the deal was dead, adding …").
    """
    while above.tag == "VB" and above.dep in _INFINITIVES and (not above.all("nsubj") or _is_asked(above)):
        governor = next((a for a in above.ancestors() if a.pos in ("VERB", "AUX")), None)
        if governor is None:
            break
        above = governor
    reporting = above.head.head if above.head.dep == "acomp" else above.head  # "was glad that …"
    reported = (
        above.dep == "ccomp" and reporting.pos in ("VERB", "AUX") and reporting.child("nsubj") is not None
    )
    continues = verb.lemma in _CONTINUES and above.child("ccomp") is None
    return reporting if reported and continues else above


def _is_asked(verb: Token) -> bool:
    """Whether a verb is what somebody is told to do ("told the army to leave")."""
    return verb.dep in ("ccomp", "xcomp") and any(c.tag == "TO" for c in verb.all("aux"))


def follows_comma(verb: Token) -> bool:
    """Whether a comma parts a participle from what it hangs on (", citing …")."""
    comma = verb.subtree()[0].index - 1
    return any(c.index == comma and c.text == "," for a in verb.ancestors() for c in a.children)


def _main_subject(noun: Token, steps: int) -> Token | None:
    """The subject of the nearest verb above a noun: behind a comma a participle is not the noun's."""
    above = next((a for a in noun.ancestors() if a.pos in ("VERB", "AUX")), None)
    if above is None:
        return noun
    return _subject_or_passive(above, steps) or noun


def _subject_or_passive(verb: Token, steps: int) -> Token | None:
    passive = verb.child("nsubjpass")
    if passive is not None:
        return _antecedent(passive, verb)
    return _subject(verb, steps)


def noun_source(noun: Token, light_verbs: frozenset[str]) -> Token | None:
    """The head of the noun phrase that speaks by a noun of speech ("Iran's promise", "a call by …")."""
    owner = noun.child("poss")
    if owner is not None:
        return owner
    for preposition in noun.all("prep", "agent"):
        if preposition.lower in ("by", "from") and (object_ := preposition.child("pobj")):
            return object_
    governor = noun.head
    if noun.dep in ("dobj", "attr", "oprd") and governor.lemma in light_verbs:
        return source_of(governor)
    if noun.dep != "pobj" or governor.head.pos != "VERB":
        return None
    verb = governor.head.lemma
    if verb in light_verbs or (governor.lower == "with" and verb in _ANSWERING):
        return source_of(governor.head)
    return None
