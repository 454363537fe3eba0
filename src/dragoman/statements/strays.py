"""Strays: words of a content that the parser hung on the cue, and a subject that it lost."""

from __future__ import annotations

from dragoman.language import Reading, Token
from dragoman.language.lexicon import Sort
from dragoman.language.lexicon import lexicon as vocabulary
from dragoman.statements.animacy import is_animate
from dragoman.statements.lexicon import lexicon
from dragoman.statements.tenses import is_shifted

_MATTER = frozenset("regarding over on about for against concerning toward towards into of with".split())
_COMPLETING = frozenset({"as", "at", "from"})
_RESULTS = frozenset("well back home out away off free down alone".split())
_PLACES = frozenset({"across", "off", "inside"})
_POINTING = frozenset({"this", "that", "these", "those"})
_CONDITIONS = frozenset({"if", "unless", "once", "until", "provided", "providing"})
_REASONS = frozenset({"as", "because", "since"})
_JOINED = frozenset({"that", "because"})
_OPENS_QUOTATION = "``"  # the tag of a mark that opens a quotation
_PRONOUNS = frozenset("he she it they i we you".split())
_SHIFTED = frozenset("would had might could should must 'd ’d".split())  # tenses of indirect speech
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})  # tags of what carries tense
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_AHEAD = frozenset({"will", "can", "may", "must", "should"})
_STATES = frozenset("be have contain exist need".split())
_EMPTY = frozenset("be have do say tell".split())
_BESIDE = {"object": ("xcomp",), "as": ("dative",)}  # what hangs on a cue beside contents of a kind
_ROUGHLY = frozenset({"about", "between", "over", "under"})
_OPENS_PHRASE = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "CD", "JJ"})


def is_day(token: Token) -> bool:
    """Whether a name is of a day ("said Monday")."""
    return token.entity in ("DATE", "TIME") and token.pos == "PROPN"


def is_finite(verb: Token) -> bool:
    """Whether a verb, or the auxiliary it hangs on, carries tense and it is not an infinitive."""
    if verb.tag in FINITE:
        return True
    helpers = verb.all("aux", "auxpass")
    return any(h.tag in FINITE for h in helpers) and not any(h.tag == "TO" for h in helpers)


def lost_subject(cue: Token, root: Token, first: Token, reading: Reading) -> list[Token]:
    """The words between a cue and a clause without a subject, where they are a subject that the tree lost.

    Args:
        cue: the cue. root: the clause's verb. first: its first word. reading: its reading.
    """
    if first.lower == "that" and first.dep == "mark":
        return []
    subject = root.child(*_SUBJECTS)
    if subject is not None and root.child("mark") is None and (head := _head_for_object(cue, first)):
        return head
    inserted = subject is not None and subject.tag == "VBG" and reading.tokens[first.index - 1].text == ","
    if (subject is not None and not inserted) or cue.dep == "relcl" or not is_finite(root):
        return []
    between = reading.tokens[cue.index + 1 : first.index]
    while between and (
        between[0].pos == "ADV" or between[0].entity in ("DATE", "TIME") or _opens_day(between)
    ):
        between = between[1:]
    head = [t for t in _without_insertion(between) if t.tag != "HYPH"]
    nominal = any(t.pos in ("NOUN", "PROPN", "PRON") for t in head)
    number = len(head) > 1 and head[0].lower in _ROUGHLY and head[1].tag == "CD"
    adjunct = bool(head) and head[0].pos == "ADP" and head[0].lower != "about" and not number
    broken = adjunct or any(t.pos in ("PUNCT", "VERB", "AUX") for t in head)
    if adjunct and (apposed := _apposed_subject(between)):
        return apposed
    whole = nominal and (not broken or _is_phrase(between, cue))
    return between if whole else []


def _apposed_subject(words: list[Token]) -> list[Token]:
    """A subject taken for the apposition of an occasion ("said on Monday in Oslo, the port would shut")."""
    commas = [place for place, t in enumerate(words) if t.text == ","]
    subject = words[commas[0] + 1 :] if len(commas) == 1 else []
    head = next((t for t in subject if t.dep == "appos" and t.head.index < subject[0].index), None)
    return subject if head is not None and head.subtree() == subject else []


def _head_for_object(cue: Token, first: Token) -> list[Token]:
    """A subject's head that the parser took for the object of a cue ("said time to mend the pact was …")."""
    thing = cue.child("dobj")
    told = any("object" in f.to for f in lexicon().verbs.get(cue.lemma, ()))
    if thing is None or told or first.pos == "PUNCT" or thing.tag[:2] != "NN" or is_animate(thing):
        return []
    words = [t for t in thing.subtree() if t.index < first.index]
    whole = bool(words) and words[0].index == cue.index + 1 and words[-1].index == first.index - 1
    return words if whole and not any(t.pos == "PUNCT" for t in words) else []


def _is_phrase(words: list[Token], cue: Token) -> bool:
    """Whether words are a noun phrase before a verb, with clauses and insertions of its own in it."""
    source = cue.child("nsubj", "nsubjpass")
    if source is None or source.index > cue.index or words[0].tag not in _OPENS_PHRASE:
        return False
    last = words[-2] if len(words) > 1 and words[-1].tag == _OPENS_QUOTATION else words[-1]
    return last.tag != "''" and not any(t.text in (":", ";") for t in words)


def _opens_day(words: list[Token]) -> bool:
    """Whether words open with a preposition and a day ("on Wednesday arrest warrants …")."""
    return len(words) > 1 and words[0].pos == "ADP" and _is_day(words[1])


def _is_day(token: Token) -> bool:
    return token.entity in ("DATE", "TIME")


def _without_insertion(words: list[Token]) -> list[Token]:
    """A subject without what stands between its first comma and the last ("sanctions, due in May, …")."""
    commas = [place for place, t in enumerate(words) if t.text == ","]
    return words[: commas[0]] if commas and commas[-1] == len(words) - 1 else words


def trailing(cue: Token, last: Token, kind: str) -> list[Token]:
    """What belongs to the content though it hangs on the cue: conditions, and the matter of objects.

    "Agreed to leave if …", "said talks could begin, provided that …", "demanded answers over the leak".

    Args:
        cue: the cue. last: the content's last word. kind: the content's kind.
    """
    found: list[Token] = []
    copula = cue.head.all("prep", "advcl") if cue.dep == "acomp" else []
    for child in [*cue.all("prep", "advcl", "advmod", *_BESIDE.get(kind, ())), *copula]:
        tokens = child.subtree()
        before = found[-1] if found else last
        end = before.index
        if tokens[0].index - end not in (1, 2):
            continue
        if kind != "clause" and _completes_object(child, tokens[0].index - end):
            found.extend(tokens)
        if child.dep == "advmod" or any(t.entity in ("DATE", "TIME") for t in tokens):
            continue
        purpose = tokens[0].lower == "so" and child.dep == "advcl"
        reason = kind == "clause" and child.dep == "advcl" and tokens[0].lower in _REASONS
        conditional = tokens[0].lower in _CONDITIONS or purpose or (reason and is_shifted(child))
        matter = kind != "clause" and child.lower in _MATTER and tokens[0].index == end + 1
        matter = matter or (kind != "clause" and tokens[0].index == end + 1 and _is_completion(child))
        matter = matter and not (child.lower == "with" and child.child("pcomp") is not None)
        bare = child.dep == "advcl" and child.tag == "VBG" and child.lemma not in lexicon().verbs
        if (
            conditional
            or matter
            or (bare and tokens[0] is child and child.index == end + 1 and before.text != ",")
        ):
            found.extend(tokens)
    return found


def _is_completion(child: Token) -> bool:
    """Whether "from", "at" or "as" goes on with an object ("relief from tolls"; not "at a hearing").

    "By" tells whose deed the object of an active cue is ("condemned the raid on the port by rebels").
    """
    place = child.child("pobj")
    if place is not None and child.lower == "by" and child.head.child("auxpass") is None:
        return place.entity not in ("DATE", "TIME") and (place.entity != "" or is_animate(place))
    if place is None or child.lower not in _COMPLETING or place.entity in ("GPE", "LOC", "FAC", "ORG"):
        return False
    named = any(t.pos == "PROPN" for t in child.head.all("dobj"))
    tensed = any(t.tag in FINITE and t.dep != "relcl" for t in child.subtree())
    told = place.lemma in lexicon().occasions or place.lemma in lexicon().published
    return not (named or tensed or told)


def _completes_object(child: Token, apart: int) -> bool:
    """Whether words behind an object belong to it or tell what is to become of it.

    "Wants the ships back", "offered aid, including tents", "denied a raid in the north", "sought a deal to
    end it".

    Args:
        child: the head of the words, which hangs on the cue. apart: how far they are from the object.
    """
    if apart == 2:
        return child.lower == "including"
    if child.dep == "advmod":
        return child.lower in _RESULTS
    if child.dep in ("advcl", "xcomp"):
        return child.subtree()[0].tag == "TO"
    if child.lower == "in" and child.child("pcomp") is not None:
        return True
    place = child.child("pobj")
    if place is None or place.entity in ("DATE", "TIME") or place.lemma in lexicon().occasions:
        return False
    return child.lower in _PLACES or (child.lower == "in" and not _is_told(child.head) and _is_place(place))


def _is_place(place: Token) -> bool:
    """Whether "in" tells where, not how ("in Peru", "in the last election"; not "in detail")."""
    bare = place.child("prep") is None and any(c.lower == "the" for c in place.all("det"))
    return place.entity in ("GPE", "LOC", "FAC") or bare or vocabulary().sorts.get(place.lemma) is Sort.PLACE


def also_named(cue: Token, last: Token) -> list[Token]:
    """A second object that the parser joined to the cue ("demanded the release of Hill, and of Ada Lund").

    Args:
        cue: a cue with an object. last: the content's last word.
    """
    for thing in cue.all("conj"):
        words = thing.subtree()
        joined = any(
            c.lower in ("and", "or") and last.index < c.index < words[0].index for c in cue.all("cc")
        )
        near = joined and words[0].index - last.index <= 3
        if near and thing.tag[:2] == "NN" and not any(_is_verb(t, words) for t in words):
            return words
    return []


def listed(cue: Token, last: Token, reading: Reading) -> list[Token]:
    """What goes on behind the comma of a clause, which the parser took for an object of the cue.

    "Asked them to give their names, ages and trades"; "said that he was led away, guards following him".

    Args:
        cue: a cue with a clause or an infinitive. last: the content's last word. reading: its reading.
    """
    for thing in cue.all("dobj"):
        words = thing.subtree()
        if words[0].index != last.index + 2 or reading.tokens[last.index + 1].text != ",":
            continue
        several = thing.child("cc") is not None and thing.child("conj") is not None
        if several or any(t.tag in ("VBG", "VBN") for t in thing.all("acl")):
            return words
    return []


def _is_verb(token: Token, words: list[Token]) -> bool:
    """Whether a word is a verb that no relative pronoun before it explains."""
    if token.tag[:2] != "VB" and token.tag != "MD":
        return False
    gerund = token.tag == "VBG" and token.dep == "pcomp"  # "and the need of keeping it"
    return not gerund and not any(t.tag in ("WDT", "WP", "TO") and t.index < token.index for t in words)


def _is_told(cue: Token) -> bool:
    """Whether the object of a cue needs no more words: a pronoun, "this plan", "his plan"."""
    thing = cue.child("dobj")
    if thing is None:
        return False
    return thing.pos in ("PRON", "DET") or any(
        c.dep == "poss" or c.lower in _POINTING for c in thing.children
    )


def coordinated(cue: Token, root: Token, last: Token) -> list[Token]:
    """A clause joined to the cue that goes on with what is said ("said it was late and Peru would pay").

    A tense of indirect speech, "that", a repeated pronoun or verb or a quotation tells it from what the
    reporter says himself; a clause that reports is none. What is joined to the verb above a participle is
    joined to it ("shocked Peru by saying it was late and he would not pay").

    Args:
        cue: a verb of speech. root: the verb of what is said. last: the content's last word.
    """
    found: list[Token] = []
    joined = [(cue, c) for c in cue.all("conj")]
    above = next((t for t in cue.ancestors() if is_finite(t)), None) if cue.tag == "VBG" else None
    if above is not None:
        joined += [(above, c) for c in above.all("conj")]
    for governor, clause in joined:
        tokens = clause.subtree()
        end = (found[-1] if found else last).index
        joint = [c for c in governor.children if end < c.index < tokens[0].index]
        words = [t for t in joint if t.pos != "PUNCT"]
        between = [t for t in governor.subtree() if end < t.index < tokens[0].index and t.pos != "PUNCT"]
        if len(between) > len(words) or not any(c.dep == "cc" for c in joint):
            continue
        if _goes_on_saying(governor, root, clause, tokens[0].index - end > len(words) + 1):
            found.extend([*joint, *tokens])
    return found


def resumed(cue: Token, root: Token) -> list[Token]:
    """What goes on behind a report that interrupts it ("It is late, he said Monday, and may be too late").

    Args:
        cue: a verb of speech behind what it reports. root: the verb of what is said.
    """
    source = cue.child("nsubj")
    if source is None or not is_finite(root):
        return []
    parts = [cue, *source.subtree()]
    parts += [t for day in cue.all("npadvmod") if _is_day(day) for t in day.subtree()]
    last = max(parts, key=lambda t: t.index)
    joined = coordinated(cue, root, last)
    if joined and (joined[0].index > last.index + 2 or _opens_quotation(joined)):
        return []
    return joined or trailing(cue, last, "clause")


def _opens_quotation(words: list[Token]) -> bool:
    """Whether a mark of quotation opens what a conjunction joins."""
    first = next((t for t in words if t.dep not in ("cc", "punct") or t.tag == _OPENS_QUOTATION), None)
    return first is not None and first.tag == _OPENS_QUOTATION


def _goes_on_saying(governor: Token, root: Token, clause: Token, apart: bool) -> bool:
    """Whether a clause joined to a verb of speech is what is said, not what the reporter says next."""
    subject = clause.child(*_SUBJECTS)
    if not is_finite(clause):
        return False
    if subject is None:
        return _goes_on_alike(governor, root, clause)
    tokens = clause.subtree()
    if tokens[0].tag == _OPENS_QUOTATION:
        return True
    if any(c.lower in _CONDITIONS for c in clause.all("mark")):
        return True  # "…, but only if it rains"
    if reports_on(clause):
        return False
    if _is_parallel(root, clause, subject):
        return True
    shifted = governor.tag == "VBD" and any(a.lower in _SHIFTED for a in clause.all("aux"))
    marked = any(c.lower == "that" for c in clause.all("mark"))
    quoted = any(t.tag == _OPENS_QUOTATION for t in tokens)
    state = governor.tag in ("VBD", "VBG") and clause.lemma in _STATES and not clause.all("aux", "auxpass")
    return shifted or marked or quoted or state or (subject.lower in _PRONOUNS and not apart)


def _goes_on_alike(governor: Token, root: Token, clause: Token) -> bool:
    """Whether a predicate without a subject has a tense of indirect speech ("… and would not pay").

    So has the present behind a past cue ("said the port is shut and needs help"), or the passive behind
    another state, and a state told in the speaker's words ("said he was late but was “no fool”").
    """
    helpers = {a.lower for a in clause.all("aux")}
    if governor.tag in ("VBD", "VBN") and clause.tag == "VBN" and "had" in helpers:
        return True
    if governor.tag not in ("VBD", "VBN") or clause.lemma in lexicon().verbs or reports_on(clause):
        return False
    if helpers & _SHIFTED:
        return True
    if governor.tag == "VBD" and (_is_present(clause) or (_is_state(root) and _is_state(clause))):
        return True
    behind = [t for t in clause.subtree() if t.index > clause.index]
    return clause.lemma in _STATES and bool(behind) and behind[0].tag == _OPENS_QUOTATION


def _is_parallel(root: Token, clause: Token, subject: Token) -> bool:
    """Whether a clause repeats the pronoun, modal or verb of what is said ("he has paid but he is tired")."""
    if _ahead(root) & _ahead(clause):
        return True
    first = root.child(*_SUBJECTS)
    same = first is not None and subject.lower in _PRONOUNS and subject.lower == first.lower
    if same and is_finite(root) and clause.tag != "VBD" and clause.lemma not in lexicon().verbs:
        return _is_past(root) == _is_past(clause)
    return clause.lemma == root.lemma and clause.tag == root.tag and clause.lemma not in _EMPTY


def _ahead(verb: Token) -> set[str]:
    return {a.lower for a in verb.all("aux")} & _AHEAD


def _is_present(verb: Token) -> bool:
    return any(t.tag in ("VBZ", "VBP") for t in [verb, *verb.all("aux", "auxpass")])


def _is_state(verb: Token) -> bool:
    """Whether a predicate has a form of "be" ("was late", "was seized", "had been shut")."""
    return verb.lemma == "be" or verb.child("auxpass") is not None


def _is_past(verb: Token) -> bool:
    return any(t.tag == "VBD" for t in [verb, *verb.all("aux", "auxpass")])


def carried_on(last: Token, reading: Reading) -> list[Token]:
    """A clause that "and that" or "and because" joins to what is said, wherever the parser hung it.

    Args:
        last: the content's last word. reading: its reading.
    """
    tokens = reading.tokens[last.index + 1 : last.index + 5]
    words = [t for t in tokens if t.pos not in ("PUNCT", "SPACE")]
    if len(words) < 2 or words[0].lower not in ("and", "but", "or") or words[1].lower not in _JOINED:
        return []
    that = words[1]
    if that.dep != "mark" or that.head.index < that.index or that.sentence != last.sentence:
        return []
    clause = [t for t in that.head.subtree() if t.index >= that.index]
    return [*reading.tokens[last.index + 1 : that.index], *clause]


def reports_on(clause: Token) -> bool:
    """Whether a joined clause reports in its turn ("but he would not confirm it", "and she urged calm").

    Args:
        clause: the verb of the clause.
    """
    cues = lexicon()
    if clause.lemma in cues.refusing or clause.lemma in cues.silent:
        return True
    matter = any(verb.child("ccomp", "xcomp", "dobj") is not None for verb in clause.conjuncts())
    return clause.lemma in cues.verbs and matter
