"""Bounds: where the words of a speaker end and the reporter's own begin again."""

from __future__ import annotations

from itertools import pairwise, takewhile

from dragoman.language import Reading, Token
from dragoman.records import Act
from dragoman.statements.draft import Piece
from dragoman.statements.lexicon import lexicon
from dragoman.statements.tenses import is_perfect, is_shifted

_TRIM = frozenset(",;:.-–—") | {"--", "..."}
_DASHES = frozenset({"—", "–", "--"})
_BREAKS = frozenset({",", "—", "–", "--", "-"})
_ATTITUDES = frozenset({Act.BELIEVE, Act.FEAR, Act.HOPE})
_CLOSING = frozenset({"”", "''", '"', "’", "'"})
_QUOTING = frozenset({"“", "``", '"'})
_RELATIVES = frozenset({"which", "who", "where", "whose", "whom"})
ASIDES = frozenset("although though while whereas as after before when since despite amid following".split())
_SHORTEST_REPORT = 4  # tokens of "as he said so", at the least
_DATELINE = 6  # tokens of a dateline at the most
_WEIGHED = frozenset({"as", "since", "whereas", "while"})
_AHEAD = frozenset({"can", "must", "shall", "will"})
_CONTRASTS = frozenset({"although", "though"})
_FOCUS = frozenset({"even", "just", "only"})  # before an aside ("just days after …")
_PARTAKING = frozenset({"participate", "partake", "engage"})
_TIMES = frozenset({"after", "as", "before", "though", "when", "while"})
_PREPOSITIONAL = frozenset({"considering", "regarding", "seeing"})
_SAYING = frozenset("citing calling describing referring referencing alluding pointing accusing".split())
_COMMENTS = frozenset(  # what the reporter says of the words: what they do, what came of them
    """making leaving raising prompting sparking fuelling fueling drawing triggering stoking marking spurring
    pitting setting casting throwing deepening fanning complicating clouding jolting roiling
    challenging lending pressuring signaling signalling underscoring bolstering
    reversing upending echoing reflecting undermining heightening escalating ramping bowing sending dashing
    contradicting crippling defying disappointing stunning angering rattling dealing paving
    agreeing disagreeing
    """.split()
)
_LIKELY = frozenset(
    "apparently arguably evidently likely perhaps possibly potentially presumably seemingly".split()
)
_APPOSED = frozenset({"appos", "npadvmod", "dobj"})
CLAIMS = frozenset("accusations allegations charges claims".split())  # "… — claims that Oslo denies"
_VERDICTS = frozenset("blow departure move nod reference reversal setback shift sign step turnaround".split())
_VENUE_OPENERS = frozenset({"at", "in", "during"})
_SETTING_OPENERS = frozenset({"among", "in", "during"})
_VENUES = frozenset(
    "conference conversation interview statement speech briefing tweet post hearing rally remark".split()
)
_MEDIA = frozenset(
    """address appearance article broadcast call email interview letter meeting memo message op-ed post remark
    speech statement summit testimony tweet video
    """.split()
)
_CARRYING = {
    "in": _MEDIA,
    "during": _MEDIA | {"trip", "visit"},
    "on": frozenset({"account", "page", "trip", "visit", "website"}),
}
_VERBAL = frozenset({"VBD", "VBP", "VBZ", "MD", "TO"})
_BESIDES = frozenset({"as", "although", "though"})
_PLAIN = frozenset({"VBD", "VBZ"})
_THIRD = frozenset({"he", "she", "it", "they"})


def within_dashes(tokens: list[Token], cue: Token, reading: Reading) -> list[Token]:
    """What a report between dashes says ("The toll -- Oslo said it was fair -- will rise").

    Args:
        tokens: what follows the cue. cue: the verb of the report. reading: its reading.
    """
    source = cue.child("nsubj")
    first = source.subtree()[0].index if source is not None and source.index < cue.index else 0
    if first <= reading.sentences[cue.sentence].first + 1 or reading.tokens[first - 1].text not in _DASHES:
        return tokens
    dash = reading.tokens[first - 1].text
    return list(takewhile(lambda t: t.text != dash, tokens))


def without_closing_report(tokens: list[Token]) -> list[Token]:
    """A content without the report of a medium that closes the sentence ("…, Radio Horn reported")."""
    last = last_word(tokens) if tokens else None
    if last is None or last.tag not in ("VBD", "VBZ") or last.lemma not in lexicon().reporting:
        return tokens
    source, reported = last.child("nsubj"), last.child("ccomp", "dobj")
    if source is None or (reported is not None and reported.index > source.index):
        return tokens
    before = [t for t in tokens if t.index < source.subtree()[0].index]
    return before if len(before) > 2 and any(t.text == "," for t in before[-2:]) else tokens


def without_venue(tokens: list[Token]) -> list[Token]:
    """Indirect content without the occasion of the speech at its end ("… at a news conference in Oslo").

    Neither does what others said meanwhile belong to it ("… with one asking for more").
    """
    if not tokens:
        return tokens
    last = last_word(tokens)
    for token, asked in pairwise(tokens[2:]):
        if token.lower == "when" and asked.lower in ("asked", "pressed") and asked.tag == "VBN":
            return [t for t in tokens if t.index < token.index]
    for token in reversed(tokens[2:]):
        if token.dep != "prep" or not (_tells_venue(token) or _tells_others(token)):
            continue
        if token.subtree()[-1].index < last.index and not _ends_clause(token, tokens):
            continue
        before = [t for t in tokens if t.index < token.index]
        return tokens if _within_quotation(before) else before
    return tokens


def without_medium(tokens: list[Token]) -> list[Token]:
    """A thing spoken of without what carried the speech at its end ("claimed the raid in a video on Monday").

    Args:
        tokens: the words of an object.
    """
    for token in reversed(tokens[1:]):
        place = token.child("pobj") if token.dep == "prep" and token.lower in _CARRYING else None
        if place is None or place.lemma not in _CARRYING[token.lower] or place.index > tokens[-1].index:
            continue
        own = any(c.tag == "PRP$" or c.lower in ("a", "an") for c in place.all("det", "poss"))
        before = [t for t in tokens if t.index < token.index]
        ends = not any(t.tag in _VERBAL for t in tokens if t.index > place.subtree()[-1].index)
        if own and ends and before and not _within_quotation(before):
            return before
    return tokens


def _ends_clause(preposition: Token, tokens: list[Token]) -> bool:
    """Whether nothing but phrases follows one occasion ("in a talk with the “Morning” on Friday")."""
    place = preposition.child("pobj")
    follow = (t for t in tokens if t.index > preposition.index)
    return place is not None and place.tag == "NN" and not any(t.tag in _VERBAL for t in follow)


def _tells_venue(preposition: Token) -> bool:
    place = preposition.child("pobj")
    opens = preposition.lower in _VENUE_OPENERS and preposition.head.lemma not in _PARTAKING
    return opens and place is not None and place.lemma in _VENUES


def setting_of(cue: Token, reading: Reading) -> list[Token]:
    """What tells the occasion of the speech before a parenthetical cue ("Among her remarks, she said, …").

    Before a quotation, a participle does so too ("Standing on the pier, she said, “…”").
    """
    for opener in cue.head.all("prep"):
        words, place = opener.subtree(), opener.child("pobj")
        leads = words[0] is opener and opener.index < cue.index and opener.lower in _SETTING_OPENERS
        if leads and place is not None and place.lemma in _VENUES:
            return words
    behind = reading.tokens[cue.index + 1 : cue.index + 3]
    if any(t.text in _QUOTING for t in behind):
        return next((c.subtree() for c in cue.head.all("advcl") if _leads(c, cue)), [])
    return []


def _leads(participle: Token, cue: Token) -> bool:
    words = participle.subtree()
    return participle.tag in ("VBG", "VBN") and words[0] is participle and words[-1].index < cue.index


def _tells_others(preposition: Token) -> bool:
    clause = preposition.child("pcomp")
    if preposition.lower != "with" or clause is None or clause.child("nsubj") is None:
        return False
    return clause.tag == "VBG" and clause.lemma in lexicon().verbs


def without_afterthought(tokens: list[Token]) -> list[Token]:
    """Indirect content without the reporter's own clause behind a comma at its end.

    ", which …", ", who …", ", hours after …", ", although …", ", adding …", ", without saying …" are the
    reporter's words, unless they stand within a quotation.
    """
    for place in range(len(tokens) - 1, 2, -1):
        before, rest = tokens[place - 2 : place], tokens[place:]
        broken = _is_break(before) and (_opens_afterthought(rest[0], rest) or _glosses(before, rest))
        broken = (broken and not _is_inserted(before[-1], rest)) or _is_bracket(rest)
        if not (broken or _reports_meanwhile(rest)):
            continue
        before = tokens[: place - (tokens[place - 1].text in _BREAKS)]
        if not _within_quotation(before) and len(before) > 1:
            return without_afterthought(before)
    return tokens


def _is_inserted(mark: Token, rest: list[Token]) -> bool:
    """Whether another dash closes what a dash opens, with more behind it ("… — a step ahead — and …")."""
    return mark.text in _DASHES and any(t.text == mark.text for t in rest[:-2])


def _is_bracket(rest: list[Token]) -> bool:
    """Whether a clause in brackets closes a content ("… (though it has not said when)")."""
    if rest[0].text != "(" or len(rest) < 2 or rest[1].lower not in ASIDES:
        return False
    return all(t.text != ")" for t in rest[:-1])


def _reports_meanwhile(rest: list[Token]) -> bool:
    """Whether words tell what the speaker says besides, without a comma ("… while adding that …")."""
    if rest[0].lower in _BESIDES or rest[0].lower == "even":
        return _is_report_besides(rest[rest[0].lower == "even" :], rest[0])
    if rest[0].lower != "while":
        return False
    participle = next((t for t in rest[1:3] if t.pos != "ADV"), None)
    if participle is None or participle.tag != "VBG" or not _says(participle):
        return False
    return not any(f.act in _ATTITUDES for f in lexicon().verbs.get(participle.lemma, ()))


def _is_report_besides(rest: list[Token], first: Token) -> bool:
    """Whether a clause tells what the speaker says besides ("… even as he warned Oslo not to wait").

    Args:
        rest: "as" and what follows it. first: the word that a content would end before.
    """
    if len(rest) < _SHORTEST_REPORT or rest[0].lower not in _BESIDES or rest[1].lower not in _THIRD:
        return False
    verb = rest[2]
    opened = min([rest[0].index, *(t.index for t in verb.all("advmod") if t.lower == "even")])
    said = verb.child("ccomp", "xcomp", "dobj") is not None
    quotes = any("quote" in f.takes for f in lexicon().verbs.get(verb.lemma, ()))
    return verb.dep == "advcl" and verb.tag in _PLAIN and said and quotes and opened == first.index


def _is_break(before: list[Token]) -> bool:
    """Whether words end with a comma or dash, or with a comma that a closing mark of quotation swallowed."""
    comma, mark = before
    return mark.text in _BREAKS or (comma.text == "," and mark.text in _CLOSING)


def without_grounds(tokens: list[Token], last: int) -> list[Token]:
    """A sentence without the participle behind its source ("…, according to Oslo, citing the storm").

    Args:
        tokens: the sentence without the phrase of the source. last: index of that phrase's last token.
    """
    grounds = next((t for t in tokens if last < t.index <= last + 2 and _says(t)), None)
    return tokens if grounds is None else [t for t in tokens if t.index < grounds.index]


def _glosses(before: list[Token], rest: list[Token]) -> bool:
    """Whether a described noun tells what was said, behind a quotation ("…” — a plea hard to hear")."""
    first, noun = rest[0], rest[0].head
    if first.lower not in ("a", "an") or noun.tag != "NN" or noun.dep not in _APPOSED:
        return False
    apart = before[-1].text in _CLOSING or (before[-1].text in _DASHES and before[0].text in _CLOSING)
    described = any(c.dep in ("relcl", "acl", "amod") and c.index > noun.index for c in noun.children)
    return apart and described and not _is_quoted_on(rest)


def _opens_afterthought(first: Token, rest: list[Token]) -> bool:
    clause = first
    members = {id(t) for t in rest}
    while id(clause.head) in members and clause.head is not clause:
        clause = clause.head
    if first.lower in ("according", "contrary"):
        return True
    if first.dep in ("advcl", "acl") and _says(first) and first.child("ccomp", "dobj") is not None:
        return True
    if first.lower in CLAIMS or _is_verdict(clause, first):
        return True
    if clause.subtree()[-1].index < last_word(rest).index:
        return False
    if clause.dep == "relcl" or (clause.dep == "advcl" and first.tag == "WDT"):
        opens = first.lower in _RELATIVES or first.pos in ("ADP", "NOUN")
        return opens and not (_is_quoted_on(rest) or _is_foreseen(first, clause))
    if clause.dep == "acl" and _comments(first, clause):
        return not _is_quoted_on(rest)
    apposed = clause.dep in _APPOSED and first.lower in ("a", "an", "something")
    if clause.tag[:2] == "NN" and (apposed or (clause.dep == "appos" and first.lower == "the")):
        return any(t.dep in ("relcl", "acl") for t in rest)
    if clause.dep in ("advcl", "npadvmod", "prep"):
        return (
            (first.lower in ASIDES and not _is_kept(first, clause, rest))
            or any(t.lower in ("after", "before") for t in rest[1:3])
            or (first.lower in _FOCUS and any(t.lower in _TIMES for t in rest[1:5]))
            or _says(first)
            or (_comments(first, clause) and not _is_quoted_on(rest))
            or (first.lower == "with" and any(_says(t) for t in rest[2:]))
            or (first.lower == "without" and clause.child("pcomp") is not None)
        )
    return False


def _is_foreseen(first: Token, clause: Token) -> bool:
    """Whether a relative clause tells what the speaker foresees ("…, which will sink", "…, of whom …")."""
    return is_shifted(clause) and (first.pos == "ADP" or any(a.lower in _AHEAD for a in clause.all("aux")))


def _is_verdict(noun: Token, first: Token) -> bool:
    """Whether a noun behind a comma tells what the words before it are ("…, a nod to Oslo")."""
    return noun.lemma in _VERDICTS and noun.dep in _APPOSED and first.lower in ("a", "an")


def _is_kept(first: Token, clause: Token, rest: list[Token]) -> bool:
    """Whether a phrase tells a role ("…, as its envoy"), or "while" what the same one does besides.

    Reasons and contrasts with a modal are weighed by the speaker ("…, as it might sink"); "since" with a
    tense tells his reason.
    """
    if first.lower in _WEIGHED and clause.dep == "advcl" and is_shifted(clause):
        return True
    if clause.dep == "advcl" and first.lower in _CONTRASTS and _has_subject_of(clause, clause.head):
        return not lexicon().verbs.get(clause.lemma)
    if clause.dep == "advcl" and clause.child("nsubj", "nsubjpass") is not None and _is_quoted_on(rest):
        return True
    if first.lower == "since" and clause.child("nsubj", "nsubjpass") is not None:
        return clause.tag in ("VBZ", "VBP", "VBD") and not is_perfect(clause.head)
    if first.lower == "as":
        return clause.dep == "prep"
    alone = clause.tag == "VBG" and clause.child("nsubj") is None and not _says(clause)
    return first.lower == "while" and alone


def _has_subject_of(clause: Token, above: Token) -> bool:
    """Whether a clause has the pronoun of the clause above it for its subject ("she …, though she …")."""
    own, first = clause.child("nsubj", "nsubjpass"), above.child("nsubj", "nsubjpass")
    return own is not None and first is not None and own.lower == first.lower and own.lower in _THIRD


def _says(participle: Token) -> bool:
    """Whether a participle reports speech ("adding that …", "citing …")."""
    if participle.tag != "VBG" or participle.lower in _PREPOSITIONAL:
        return False
    frames = lexicon().verbs.get(participle.lemma, ())
    return participle.lower in _SAYING or any({"clause", "quote"} <= set(f.takes) for f in frames)


def _comments(first: Token, clause: Token) -> bool:
    """Whether a participle, behind an adverb or not, tells what the words do ("deeply dividing …").

    Behind an adverb of likelihood any participle does ("possibly ending …").
    """
    own = first is clause or (first.pos == "ADV" and first.head is clause)
    guessed = first is not clause and (first.lower in _LIKELY or _says(clause))
    return own and clause.tag == "VBG" and (clause.lower in _COMMENTS or guessed)


def _is_quoted_on(words: list[Token]) -> bool:
    """Whether words hold a quotation that no verb of speech before it gives to somebody else."""
    mark = next((place for place, t in enumerate(words) if t.text in _QUOTING), None)
    if mark is None:
        return False
    return not any(t.tag[:2] == "VB" and t.lemma in lexicon().verbs for t in words[:mark])


def last_word(tokens: list[Token]) -> Token:
    """The last token that is no mark.

    Args:
        tokens: words and marks.
    """
    return next((t for t in reversed(tokens) if t.pos not in ("PUNCT", "SPACE")), tokens[-1])


def _within_quotation(tokens: list[Token]) -> bool:
    opened = sum(t.text in ("“", "``") for t in tokens) - sum(t.text in ("”", "''") for t in tokens)
    return opened > 0 or sum(t.text == '"' for t in tokens) % 2 == 1


def pieces_of(tokens: list[Token], cue: Token, reading: Reading) -> list[Piece]:
    """The tokens before the cue and those behind it as offsets, trimmed of marks at their ends.

    What stands between the first and the last token of a side belongs to it.
    """
    indices = sorted({t.index for t in tokens if t is not cue})
    sides = ([i for i in indices if i < cue.index], [i for i in indices if i > cue.index])
    found = []
    for side in sides:
        if not side:
            continue
        run = trim(_without_dateline(reading.tokens[side[0] : side[-1] + 1]))
        if any(t.pos not in ("PUNCT", "SPACE") for t in run):
            found.append((run[0].start, run[-1].end))
    return found


def _without_dateline(tokens: list[Token]) -> list[Token]:
    """Tokens without the place in capitals and the dash that open a report ("OSLO — …")."""
    dash = next((place for place, t in enumerate(tokens[:_DATELINE]) if t.text in _DASHES), 0)
    capitals = [t for t in tokens[:dash] if t.text.isupper() and len(t.text) > 3]
    named = all(t.text[0].isupper() or t.pos == "PUNCT" for t in tokens[:dash])
    return tokens[dash + 1 :] if capitals and named and capitals[0] is tokens[0] else tokens


def trim(tokens: list[Token]) -> list[Token]:
    """Tokens without the commas, dashes and stops at either end, and a conjunction left over at the last."""
    first, last = 0, len(tokens)
    while first < last and tokens[first].text in _TRIM:
        first += 1
    while first < last and (tokens[last - 1].text in _TRIM or tokens[last - 1].lower in ("and", "but", "or")):
        last -= 1
    return tokens[first:last]
