"""Completion: what belongs to a content though the parser hung it elsewhere behind its last word."""

from __future__ import annotations

from itertools import pairwise

from dragoman.language import Reading, Token
from dragoman.statements.draft import Content
from dragoman.statements.lexicon import lexicon
from dragoman.statements.strays import is_finite

_NEGATIONS = frozenset("not n't n’t never no neither".split())
_CONTRACTED = frozenset({"n't", "n’t"})
_STOPS = frozenset(",.;:?!") | {"”", "''", '"', "—", "–", "--"}
_INSTEAD = frozenset({"rather", "instead", "also", "simply"})
_CLOSING = frozenset({"”", "''", '"', "’", "'"})
_OPENING = frozenset({"“", "``", '"', "‘"})
_DASHES = frozenset({"—", "–", "--"})
_PARENTHESIS = 12  # tokens between two dashes at the most
_RESUMING = frozenset("at for from in into of on to with under against by between".split())
_SET_APART = 22  # tokens between two dashes that still belong to one piece
_LISTED = 4  # tokens of a list at the least, its colon among them
_COUNTED = ("nsubj", "nsubjpass", "dobj", "attr")
_TENSED = frozenset({"VBD", "VBP", "VBZ", "MD"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_PARTING = frozenset({";", ":"}) | _DASHES
_BARE = frozenset({"VB", "TO"})
_HANGING = frozenset({"relcl", "acl", "advcl", "ccomp", "csubj", "pcomp"})
_OPENS_MEMBER = frozenset("DT PRP$ NN NNS NNP NNPS CD JJ JJR VB TO VBG VBN".split())
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


def complete(content: Content, cue: Token, reading: Reading) -> Content:
    """A content carried on over a parenthesis, a closing mark of quotation or to the "but" of its "not".

    Args:
        content: the content that the syntax gave. cue: its cue. reading: its reading.
    """
    start, end = content.pieces[-1]
    tokens = reading.tokens_in(reading.article.span(start, end))
    if not tokens or tokens[0].index < cue.index:
        return content
    last = tokens[-1]
    more = _contrast(tokens, reading) or _behind_mark(tokens, cue, reading) or _negated(last, reading)
    more = more or _inverted(last, reading) or _counted(tokens, reading)
    more = more or _enumerated(tokens, cue, reading) or _bracket(tokens, reading)
    if more is not None:
        last = more
    if last is not tokens[-1]:
        content.pieces = [*content.pieces[:-1], (start, last.end)]
    elif resumed := _behind_dashes(last, reading):
        long = resumed[0].index - last.index > _SET_APART
        start = resumed[0].start if long else start
        content.pieces = [*content.pieces[: None if long else -1], (start, resumed[-1].end)]
    return content


def _behind_dashes(last: Token, reading: Reading) -> list[Token]:
    """The words that go on behind what two dashes set apart ("close the port -- shut twice -- to ships")."""
    ahead = reading.tokens[last.index + 1 : reading.sentences[last.sentence].last + 1]
    if len(ahead) < _LISTED or ahead[0].text not in _DASHES:
        return []
    closing = next((place for place, t in enumerate(ahead[1:], 1) if t.text == ahead[0].text), len(ahead))
    rest = ahead[closing + 1 :]
    if not rest or closing < 2 or rest[0].tag not in ("IN", "TO") or rest[0].lower not in _RESUMING:
        return []
    stop = next(
        (place for place, t in enumerate(rest) if t.text in _STOPS or _joins_verb(t, rest)), len(rest)
    )
    return rest[:stop] if stop > 1 else []


def _joins_verb(token: Token, rest: list[Token]) -> bool:
    """Whether a conjunction stands directly before a verb with a tense."""
    return token.dep == "cc" and any(t.index == token.index + 1 and t.tag in _TENSED for t in rest)


def _contrast(tokens: list[Token], reading: Reading) -> Token | None:
    """The last word of what "but" sets against "not" ("not the deal, but rather its terms").

    "Not only" wants its "but" even behind dashes; else what follows is no clause of its own.
    """
    words = [t.lower for t in tokens]
    if not _NEGATIONS & set(words) or "but" in words:
        return None
    only = any(a == "not" and b == "only" for a, b in pairwise(words))
    but = _next_word(tokens[-1], reading)
    if but is not None and but.lower != "but" and only:
        but = _behind_dash(tokens, reading)
    if but is None or but.lower != "but" or but.sentence != tokens[-1].sentence:
        return None
    first = _next_word(but, reading)
    instead = first is not None and first.lower in _INSTEAD
    if first is not None and instead and first.lower != "also":
        first = _next_word(first, reading)
    if first is None or first.sentence != but.sentence:
        return None
    top = _top(first, but.index)
    clause = is_finite(top) or top.child(*_SUBJECTS) is not None
    if clause and not only:
        return None
    last = [t for t in top.subtree() if t.pos not in ("PUNCT", "SPACE")][-1]
    return None if last.lower in _INSTEAD else last


def _negated(last: Token, reading: Reading) -> Token | None:
    """The last word of a clause that the parser broke off before its "n't"."""
    following = reading.tokens[last.index + 1 : reading.sentences[last.sentence].last + 1]
    if not following or following[0].lower not in _CONTRACTED:
        return None
    stop = next((place for place, t in enumerate(following) if t.text in _STOPS), len(following))
    return following[stop - 1]


def _inverted(last: Token, reading: Reading) -> Token | None:
    """The last word of a condition without "if" ("… would sink the ship “at once” should it come")."""
    opener = reading.tokens[last.index + 1] if last.index + 1 < len(reading.tokens) else None
    if opener is None or opener.lower not in ("should", "were", "had") or opener.sentence != last.sentence:
        return None
    subject = _next_word(opener, reading)
    verb = opener.head
    if subject is None or subject.dep != "nsubj" or subject.head is not verb or verb.index < subject.index:
        return None
    words = [t for t in verb.subtree() if t.pos not in ("PUNCT", "SPACE")]
    return words[-1] if words[0] is opener else None


def _counted(tokens: list[Token], reading: Reading) -> Token | None:
    """The last word of what a colon lists that a content counts ("two things sank the ship: …")."""
    after = reading.tokens[tokens[-1].index + 1 : reading.sentences[tokens[-1].sentence].last + 1]
    counted = any(t.dep == "nummod" and t.head.tag == "NNS" and t.head.dep in _COUNTED for t in tokens)
    if len(after) < _LISTED or after[0].text != ":" or not counted:
        return None
    return next((t for t in reversed(after) if t.pos not in ("PUNCT", "SPACE")), None)


def _enumerated(tokens: list[Token], cue: Token, reading: Reading) -> Token | None:
    """The last word of a list that no verb with a tense closes ("sank ferries, the mail boat and a tug").

    What the reporter says himself behind "and" has such a verb.
    """
    rest = reading.tokens[tokens[-1].index + 1 : reading.sentences[tokens[-1].sentence].last + 1]
    first = next((t for t in rest if t.text not in (",", *_CLOSING)), None)
    joined = first is not None and first.lower in ("and", "or")
    if first is None or not (joined or rest[0].text == ",") or any(t.text in _PARTING for t in rest):
        return None
    if joined:
        begins = next((t for t in rest if t.index > first.index and t.text not in _OPENING), None)
        if begins is None or not _opens_member(begins, tokens, cue) or any(_is_main(t, rest) for t in rest):
            return None
    elif not _lists(rest, tokens, cue):
        return None
    if any(t.lemma == cue.lemma and t.tag == cue.tag for t in rest):
        return None  # "with Oslo accusing Lima of fraud and Lima accusing Oslo of worse"
    return next(t for t in reversed(rest) if t.pos not in ("PUNCT", "SPACE"))


def _opens_member(first: Token, tokens: list[Token], cue: Token) -> bool:
    """Whether a word may open a further member of a list, and no further saying ("and adding that …")."""
    if first.tag in _PARTICIPLES and (first.tag == cue.tag or first.lemma in lexicon().verbs):
        return False
    if first.tag in _PARTICIPLES and all(t.tag != first.tag for t in tokens):
        return False
    if first.tag == "NNS" and cue.tag == "VBZ" and first.lemma in lexicon().verbs:
        return False  # "demands a truce and calls for talks", taken for a noun
    if first.tag in _BARE and not any(t.tag in _BARE for t in tokens):
        return False
    return first.tag in _OPENS_MEMBER and first.entity not in ("DATE", "TIME")


def _lists(rest: list[Token], tokens: list[Token], cue: Token) -> bool:
    """Whether words are ", the second and the third" of a list, without a tense of their own.

    A noun of speech may itself be the first of a list ("his wish to go, his debts and his fears").
    """
    if len(rest) < _LISTED or not _opens_member(rest[1], tokens, cue):
        return False
    if rest[1].lower in ("a", "an") or rest[1].tag in _PARTICIPLES:
        return False
    if cue.pos == "NOUN" and rest[1].tag not in _BARE:
        return False
    joined = any(t.dep == "cc" and t.lower in ("and", "or") for t in rest[2:])
    return joined and not any(t.tag in _TENSED for t in rest)


def _is_main(verb: Token, rest: list[Token]) -> bool:
    """Whether a verb with a tense stands in no clause that hangs on another word of a list."""
    if verb.tag not in _TENSED:
        return False
    while verb.head is not verb and verb.head.index >= rest[0].index:
        if verb.dep in _HANGING:
            return False
        verb = verb.head
    return True


def _bracket(tokens: list[Token], reading: Reading) -> Token | None:
    """The bracket that closes the one that a content opens, directly behind it."""
    behind = tokens[-1].index + 1
    opened = sum(t.text == "(" for t in tokens) > sum(t.text == ")" for t in tokens)
    closes = opened and behind < len(reading.tokens) and reading.tokens[behind].text == ")"
    return reading.tokens[behind] if closes else None


def _next_word(token: Token, reading: Reading) -> Token | None:
    """The word behind a token, at most one comma and one mark of quotation between."""
    following = reading.tokens[token.index + 1 : token.index + 4]
    for place, other in enumerate(following):
        if other.text not in (",", *_CLOSING) or place == len(following) - 1:
            return other
    return None


def _behind_dash(tokens: list[Token], reading: Reading) -> Token | None:
    """The word behind the second of the dashes around a parenthesis that a content breaks off in."""
    opened = [t.text in _DASHES for t in tokens]
    ahead = reading.tokens[tokens[-1].index + 1 : tokens[-1].index + 1 + _PARENTHESIS]
    dashes = [t for t in ahead if t.text in _DASHES and t.sentence == tokens[-1].sentence]
    wanted = 1 if any(opened) else 2
    if len(dashes) < wanted or (not any(opened) and dashes[0] is not ahead[0]):
        return None
    return _next_word(dashes[wanted - 1], reading)


def _behind_mark(tokens: list[Token], cue: Token, reading: Reading) -> Token | None:
    """The last word of what a quoted verb governs behind the closing mark ("“will not hinder” the talks")."""
    place = tokens[-1].index + (tokens[-1].text not in _CLOSING)
    if place + 1 >= len(reading.tokens) or reading.tokens[place].text not in _CLOSING:
        return None
    mark = reading.tokens[place]
    if reading.tokens[mark.index - 1].pos == "PUNCT" or not any(t.text in _OPENING for t in tokens):
        return None
    first = reading.tokens[mark.index + 1]
    if first.pos in ("PUNCT", "SPACE", "CCONJ", "SCONJ") or first.sentence != cue.sentence:
        return None
    top = _top(first, mark.index)
    verb = reading.tokens[mark.index - 1]
    if top.dep != "dobj" or top.head is not cue or verb.pos != "VERB" or verb.child("dobj") is not None:
        return None
    return [t for t in top.subtree() if t.pos not in ("PUNCT", "SPACE")][-1]


def _top(first: Token, bound: int) -> Token:
    """The head of the largest phrase that begins with a word and holds nothing up to a bound."""
    top = first
    while top.head is not top and top.head.subtree()[0].index > bound:
        top = top.head
    return top
