"""Contents: the words that hold what was said, from the syntax around the cue."""

from __future__ import annotations

from dragoman.language import Reading, Token
from dragoman.records import Act
from dragoman.statements.addressees import prepositional_addressee
from dragoman.statements.animacy import is_animate
from dragoman.statements.blame import blamed
from dragoman.statements.bounds import (
    ASIDES,
    pieces_of,
    setting_of,
    within_dashes,
    without_afterthought,
    without_closing_report,
    without_medium,
    without_venue,
)
from dragoman.statements.complements import further, is_marked, reported, without_lead
from dragoman.statements.completion import complete
from dragoman.statements.draft import Content
from dragoman.statements.infinitives import infinitival, infinitive_of
from dragoman.statements.lexicon import CueFrame, lexicon
from dragoman.statements.naming import antecedent, called, extracted_subject
from dragoman.statements.parentheses import around_parenthesis
from dragoman.statements.strays import (
    also_named,
    carried_on,
    coordinated,
    is_finite,
    listed,
    lost_subject,
    resumed,
    trailing,
)
from dragoman.statements.surface import as_reported, that_clause, unparsed_clause
from dragoman.statements.times import (
    before_past,
    without_adverb_before,
    without_day_before,
    without_own_occasion,
)

_DASHES = frozenset({"—", "–", "--"})
_ASKED = frozenset({"if", "whether"})
_GAP = 3  # tokens between two clauses before a cue: a comma, a conjunction, "that"
_WH = frozenset({"who", "which", "that", "whom"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


def content_of(cue: Token, frame: CueFrame, reading: Reading) -> Content | None:
    """The content that a cue's construction holds, by the first kind of the frame that is there.

    Args:
        cue: the cue verb, noun or adjective.
        frame: what it takes. Quotations are found apart, by where they stand.
        reading: the reading that the cue is in.
    """
    for kind in frame.takes:
        if kind == "quote":
            continue
        content = _KINDS.get(kind, _prepositional)(cue, kind, frame, reading)
        if content is not None and content.pieces:
            return complete(content, cue, reading)
    return None


def _clause(cue: Token, kind: str, frame: CueFrame, reading: Reading) -> Content | None:
    verbal = cue.pos in ("VERB", "AUX") or cue.child("nsubj") is not None
    clauses = (
        cue.all("ccomp", "xcomp") if verbal else [c for c in cue.all("ccomp", "acl", "relcl") if is_marked(c)]
    )
    first = reported(cue, clauses, reading)
    if first is not None and first.index < cue.index and _has_own_matter(cue, frame):
        first = None  # "Peru wanted it, Kenya wanted it": a report that closes a sentence has no object
    if first is not None and first.child("nsubj", "nsubjpass", "expl", "csubj") is None:
        distant = that_clause(cue, reading)  # "said on three shows that …": "shows" is no verb
        first = None if distant and distant[0].index == first.index + 1 else first
    if first is not None and first.subtree()[0].text == "(" and first.index > cue.index:
        return None  # "he wrote (the stress is mine)"
    if first is not None:
        content = _whole(cue, first, kind, reading, None)
        _take_addressee(content, cue, frame, first)
        for clause in (*further(cue, first, clauses, reading), *_before_too(cue, first, clauses)):
            more = without_afterthought(clause.subtree())
            tokens = within_dashes([*_tokens_in(content, reading), *more], cue, reading)
            content.pieces = pieces_of(tokens, cue, reading)
        return _with_strays(content, cue, first, reading)
    if verbal and not frame.to and (tokens := _clause_after_object(cue, frame)):
        return Content(pieces_of(tokens, cue, reading), kind, tokens[-1].head)
    told = _clause_of_addressee(cue, frame) if verbal else None
    if told is not None:
        return _whole(cue, told, kind, reading, cue.child("dobj"))
    if cue.dep == "parataxis" and cue.head.pos in ("VERB", "AUX") and is_finite(cue.head):
        return _with_strays(_around(cue, reading), cue, cue.head, reading)
    if verbal and (tokens := _distant(cue, frame, reading)):
        return Content(pieces_of(tokens, cue, reading), kind, tokens[0].head)
    if verbal and not frame.to:
        nominal = cue.child("ccomp")
        if nominal is not None and nominal.pos not in ("VERB", "AUX") and not infinitive_of(nominal):
            return _whole(cue, nominal, kind, reading, None)
    return None


def _distant(cue: Token, frame: CueFrame, reading: Reading) -> list[Token]:
    """A clause that the parser hung on something else, by the order of the words."""
    if cue.child("dobj") and "object" not in frame.to:
        return []
    tokens = without_afterthought(that_clause(cue, reading))
    if tokens or frame.act is not Act.INFORM:
        return tokens
    return as_reported(cue, reading) or without_afterthought(unparsed_clause(cue, reading))


def _has_own_matter(cue: Token, frame: CueFrame) -> bool:
    """Whether a cue behind a clause has an object, or after a dash an infinitive ("-- they claim to be")."""
    if cue.child("dobj") is not None:
        return "object" not in frame.to
    dashed = any(c.text in _DASHES and c.index < cue.index for c in cue.children)
    return dashed and any(infinitive_of(c) is not None and c.index > cue.index for c in cue.all("xcomp"))


def _take_addressee(content: Content, cue: Token, frame: CueFrame, root: Token) -> None:
    """Give the addressee that the parser joined to a subject back ("told reporters ships sank")."""
    subject = root.child("nsubj", "nsubjpass")
    told = next((c for c in subject.all("compound") if c.tag == "NNS"), None) if subject is not None else None
    if told is None or told.index != cue.index + 1 or "object" not in frame.to or not content.pieces:
        return
    content.addressee = told
    content.pieces[-1] = (told.end + 1, content.pieces[-1][1])


def _clause_after_object(cue: Token, frame: CueFrame) -> list[Token]:
    """A clause whose subject the parser took for an object ("worried the leak could sink the ship")."""
    thing = cue.child("dobj")
    if thing is None or thing.index < cue.index or thing.subtree()[-1].dep == "cc":
        return []
    if "object" in frame.takes and thing.child("cc") is not None:
        return []  # "denied the raid and Peru said …"
    end = thing.subtree()[-1].index
    verb = next((c for c in cue.all("conj") if c.subtree()[0].index == end + 1 and is_finite(c)), None)
    if verb is None or verb.child("nsubj", "nsubjpass", "expl") is not None:
        return []
    return [*thing.subtree(), *verb.subtree()]


def _before_too(cue: Token, first: Token, clauses: list[Token]) -> list[Token]:
    """The clauses before a cue that go on where the first ends ("It rained, but we sailed, they said")."""
    found: list[Token] = []
    for clause in clauses:
        if first.index < clause.index < cue.index and clause.dep == "ccomp":
            last = (found[-1] if found else first).subtree()[-1]
            if 0 < clause.subtree()[0].index - last.index <= _GAP:
                found.append(clause)
    return found


def _with_strays(content: Content, cue: Token, root: Token, reading: Reading) -> Content:
    """A content with the words that the parser hung on its cue instead."""
    tokens = _tokens_in(content, reading)
    if not tokens:
        return content
    strays = around_parenthesis(cue, root, reading)
    if root.index > cue.index:
        joined = carried_on(tokens[-1], reading)
        joined = joined or (coordinated(cue, root, tokens[-1]) if is_finite(root) else [])
        strays += without_afterthought(joined)
    elif cue.pos in ("VERB", "AUX"):
        strays += resumed(cue, root)
    if strays:
        words = sorted({t.index: t for t in [*tokens, *strays]}.values(), key=lambda t: t.index)
        content.pieces = pieces_of(words, cue, reading)
    return content


def _clause_of_addressee(cue: Token, frame: CueFrame) -> Token | None:
    """The clause that the parser hung on the addressee ("told some allies that the talks had failed").

    A question behind the addressee may hang on the cue as if it were a condition ("asked him if …").
    """
    told = cue.child("dobj") if "object" in frame.to else None
    if told is None:
        return None
    asked = next((c for c in cue.all("advcl") if c.subtree()[0].lower in _ASKED), None)
    if asked is not None and asked.subtree()[0].index == told.subtree()[-1].index + 1 and is_finite(asked):
        return asked
    clauses = (c for c in told.all("relcl", "acl", "ccomp") if c.child("mark") is not None)
    return next((c for c in clauses if is_finite(c) and c.child("nsubj", "nsubjpass") is not None), None)


def _tokens_in(content: Content, reading: Reading) -> list[Token]:
    return [t for start, end in content.pieces for t in reading.tokens_in(reading.article.span(start, end))]


def _gerund(cue: Token, kind: str, frame: CueFrame, reading: Reading) -> Content | None:
    for child in cue.all("xcomp", "ccomp", "pcomp"):
        if child.tag == "VBG" and child.index > cue.index and not infinitive_of(child):
            return _whole(cue, child, kind, reading, None)
    return None


def _object(cue: Token, kind: str, frame: CueFrame, reading: Reading) -> Content | None:
    thing = cue.child("dobj")
    if thing is None and cue.tag == "VBN":
        thing = cue.child("nsubjpass") or _shared_subject(cue)
        if thing is None and cue.dep in ("acl", "relcl"):
            return antecedent(cue, kind, reading)
    if thing is None or thing.lower == "what":
        return None
    if thing.lower in _WH and cue.dep in ("relcl", "acl") and thing.index < cue.index:
        return antecedent(cue, kind, reading)
    content = _whole(cue, thing, kind, reading, None)
    if (before := before_past(_tokens_in(content, reading), thing)) is not None:
        content.pieces = pieces_of(before, cue, reading)
    if (following := _next_subject(cue, thing)) is not None:
        content.pieces = pieces_of(following, cue, reading)
    content.pieces += pieces_of(_behind_day(cue, thing), cue, reading)
    return _with_its_clause(content, cue, thing, reading)


def _with_its_clause(content: Content, cue: Token, thing: Token, reading: Reading) -> Content:
    """An object with the "that" behind it, hung on its cue ("stressed the need that ships leave")."""
    end = thing.subtree()[-1].index
    clauses = (c.subtree() for c in cue.all("ccomp", "advcl"))
    words = next((w for w in clauses if w[0].index == end + 1 and w[0].lower == "that"), None)
    if words is None or thing.pos in ("PROPN", "PRON") or len(content.pieces) != 1:
        return content
    tokens = without_afterthought([*thing.subtree(), *words])
    content.pieces = pieces_of(tokens, cue, reading)
    return content


def _next_subject(cue: Token, thing: Token) -> list[Token] | None:
    """An object without the subject of the next clause ("denied the raid and Peru left"), or None."""
    last = thing.subtree()[-1].index
    verbs = (c for c in cue.all("conj") if c.index > last and c.child(*_SUBJECTS) is None and is_finite(c))
    if not any(verb.subtree()[0].index == last + 1 for verb in verbs):
        return None
    for token in thing.all("conj"):
        words = token.subtree()
        if words[-1].index == last and token.pos in ("NOUN", "PROPN", "PRON"):
            return [t for t in thing.subtree() if t.index < words[0].index]
    return None


def _behind_day(cue: Token, thing: Token) -> list[Token]:
    """The infinitive that a day parts from its object ("announced plans Monday to go")."""
    end = thing.subtree()[-1].index
    days = (c.subtree() for c in cue.all("npadvmod") if c.entity in ("DATE", "TIME"))
    day = next((d for d in days if d[0].index == end + 1), None)
    purposes = (c.subtree() for c in cue.all("xcomp", "advcl"))
    behind = (p for p in purposes if day and p[0].tag == "TO" and p[0].index == day[-1].index + 1)
    return without_afterthought(next(behind, []))


def _shared_subject(cue: Token) -> Token | None:
    """The subject of the passive that a passive is joined to ("hailed by Peru and condemned by Chile")."""
    joined = cue.dep == "conj" and cue.child("agent") is not None and cue.head.child("auxpass") is not None
    subject = cue.head.child("nsubjpass") if joined else None
    return subject if subject is not None and subject.lower not in _WH else None


def _prepositional(cue: Token, kind: str, frame: CueFrame, reading: Reading) -> Content | None:
    if kind == "out":
        if cue.child("prt") is None:
            return None
        return _object(cue, kind, frame, reading) or _gerund(cue, kind, frame, reading)
    if kind == "for" and (wanted := _wanted(cue, reading)) is not None:
        return wanted
    places = [cue, *cue.all("prt", "advmod", "dobj")] if cue.pos in ("VERB", "AUX") else [cue]
    voiced = cue.pos == "NOUN" and cue.dep == "dobj" and cue.head.lemma in lexicon().light_verbs
    for place in [*places, cue.head] if voiced else places:
        for preposition in place.all("prep", "agent", "dative"):
            if preposition.lower != kind or preposition.index < cue.index:
                continue
            if voiced and place is cue.head and preposition.index != cue.subtree()[-1].index + 1:
                continue  # "made the case for a pact": what follows a noun directly belongs to it
            inner = preposition.child("pobj", "pcomp", "prep")
            if inner is not None and not _tells_no_matter(preposition, place, inner, cue):
                if kind == "for" and (asked := _asked_of(cue, inner, kind, reading)) is not None:
                    return asked
                addressee = cue.child("dobj") if "object" in frame.to else prepositional_addressee(cue, frame)
                return _whole(cue, inner, kind, reading, addressee)
    return None


def _tells_no_matter(preposition: Token, place: Token, inner: Token, cue: Token) -> bool:
    """Whether a phrase tells how long or when, or belongs to a thing that is no addressee.

    "Has backed it for years"; "assured the flow of oil" is no word of assurance to the flow; "urged unity
    against the duke" wants unity.
    """
    if inner.entity in ("DATE", "TIME"):
        return True
    told = place.pos in ("PROPN", "PRON") or is_animate(place)
    return preposition.lower in ("of", "against") and place is not cue and place.dep == "dobj" and not told


def _asked_of(cue: Token, inner: Token, kind: str, reading: Reading) -> Content | None:
    """ "Called for India to play a part": the infinitive belongs to what is called for."""
    places = cue.all("xcomp", "advcl", "ccomp") if cue.pos != "NOUN" else cue.all("acl", "relcl")
    verb = next((c for c in places if c.index > inner.index and infinitive_of(c)), None)
    if verb is None or verb.child("nsubj") is not None:
        return None
    return Content(pieces_of([*inner.subtree(), *verb.subtree()], cue, reading), kind, verb)


def _wanted(cue: Token, reading: Reading) -> Content | None:
    """ "Called for India to play a part": a clause that "for" opens, of somebody who is to act."""
    for verb in cue.all("advcl", "xcomp", "ccomp"):
        mark, doer = verb.child("mark"), verb.child("nsubj")
        if mark is not None and mark.lower == "for" and doer is not None and mark.index > cue.index:
            tokens = [t for t in verb.subtree() if t.index > mark.index]
            return Content(pieces_of(tokens, cue, reading), "for", verb, doer)
    return None


def _whole(cue: Token, root: Token, kind: str, reading: Reading, addressee: Token | None) -> Content:
    tokens = root.subtree() if root.index > cue.index else without_lead(root.subtree(), cue)
    if root.index > cue.index:
        if kind == "clause":
            tokens = without_adverb_before(without_day_before(_from_that(tokens), root), root)
            tokens = within_dashes(tokens, cue, reading)
            tokens = without_closing_report(without_own_occasion(tokens, root))
        if kind == "clause" and addressee is None:
            tokens = [*lost_subject(cue, root, tokens[0], reading), *tokens]
        tokens = without_afterthought(without_venue([t for t in tokens if t.index > cue.index]))
        tokens = without_medium(tokens) if kind == "object" else tokens
        if tokens:
            tokens = tokens + trailing(cue, tokens[-1], kind)
            tokens += without_afterthought(listed(cue, tokens[-1], reading)) if kind == "clause" else []
            tokens += also_named(cue, tokens[-1]) if kind != "clause" else []
    pieces = pieces_of(tokens, cue, reading)
    if kind == "clause" and root.index > cue.index:
        pieces = [*extracted_subject(cue, root, reading), *pieces]
    return Content(pieces, kind, root, addressee)


def _from_that(tokens: list[Token]) -> list[Token]:
    """A clause without the reporter's phrase between commas before its "that" ("…, on landing, that …")."""
    for place, token in enumerate(tokens[1:], 1):
        if token.lower == "that" and token.dep == "mark" and tokens[place - 1].text == ",":
            return tokens[place:] if tokens[0].pos in ("ADP", "SCONJ", "ADV") else tokens
    return tokens


def _around(cue: Token, reading: Reading) -> Content:
    """The clause that a parenthetical cue interrupts or follows, or what a dash before the cue opens."""
    reported = next((c for c in cue.head.all("ccomp") if c.index < cue.index), None)
    if reported is not None:
        return Content(pieces_of(reported.subtree(), cue, reading), "clause", reported)
    dash = next(
        (t for t in cue.subtree() if t.text in _DASHES and cue.head.index < t.index < cue.index), None
    )
    source = cue.child("nsubj")
    if dash is not None and source is not None and cue.subtree()[0] is dash:
        own = {id(t) for t in [cue, *source.subtree()]}
        last = reading.sentences[cue.sentence].last
        tokens = [t for t in reading.tokens[dash.index + 1 : last + 1] if id(t) not in own]
        return Content(pieces_of(tokens, cue, reading), "clause", cue.head)
    below = {id(t) for t in [*cue.subtree(), *setting_of(cue, reading), *_reported_besides(cue)]}
    top = cue.head
    while top.dep == "conj" and cue.index < top.index and top.head.index < cue.index:
        top = top.head
    tokens = [t for t in top.subtree() if id(t) not in below]
    return Content(pieces_of(tokens, cue, reading), "clause", top)


def _reported_besides(cue: Token) -> list[Token]:
    """What a speaker says besides, behind a parenthetical cue ("…, she said, before warning that …")."""
    behind = (c for c in cue.head.all("prep", "advcl") if c.index > cue.index and c.lower in ASIDES)
    besides = next((c for c in behind if (verb := c.child("pcomp")) and verb.lemma in lexicon().verbs), None)
    return besides.subtree() if besides is not None else []


def _as(cue: Token, kind: str, frame: CueFrame, reading: Reading) -> Content | None:
    return called(cue, kind, reading)


_KINDS = {
    "clause": _clause,
    "inf": infinitival,
    "ing": _gerund,
    "object": _object,
    "as": _as,
    **dict.fromkeys(
        (
            "object+for",
            "object+on",
            "object+of",
            "object+to",
            "object+over",
            "object+for+ing",
            "object+with+ing",
        ),
        blamed,
    ),
}
