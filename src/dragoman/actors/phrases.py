"""Noun phrases as the resolver sees them: the words before the head, what the lexicon finds there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.actors.lexicon import NATIONAL, Match, Sort, word_list
from dragoman.language import Reading, Token
from dragoman.language.mentions import is_joined

_BEFORE = frozenset(
    """det amod compound nmod nn nummod quantmod predet advmod neg poss npadvmod punct preconj cc conj case
    prep pobj appos""".split()
)
_WARS = frozenset({"war", "wars"})
_DASHES = frozenset("-‐‑–")
_NOT_OWN = frozenset("to in for at against on about toward towards over into near".split())
_RANK = frozenset(
    """senior top top-level former many several other some more than unnamed high-level ranking leading new
    prominent""".split()
)
_COUNTING = frozenset(
    "about and around as at between nearly or over to under up".split()
)  # "between 5 and 9"
_AGED = ["year", "old"]
_UNQUOTED = dict.fromkeys(map(ord, '"“”'))
_SCHOOLED = frozenset({"trained", "educated", "schooled", "taught"})
_DEFINITE = frozenset({"the", "that", "this", "those", "these"})
_SKIPPED = frozenset({"DT", "CD", "PRP$", "PDT", "RB", "RBR", "RBS", "JJS", "POS", ",", "``", "''"})


class Phrases:
    """The noun phrases of a reading, with the lexicon's matches in them.

    Args:
        reading: the reading. matches: for each token the match that it is in.
    """

    def __init__(self, reading: Reading, matches: Sequence[Match | None]) -> None:
        self._reading = reading
        self._matches = matches
        self._firsts: dict[int, int] = {}

    def first(self, head: Token) -> int:
        """The number of the first token of the phrase before its head."""
        first = self._firsts.get(head.index)
        if first is None:
            mention = self._reading.mention_by_head.get(head.index)
            first = min(mention.first if mention else head.index, _leftmost(head))
            first = head.index if is_joined(head) else first
            self._firsts[head.index] = first
        return first

    def before(self, head: Token) -> list[Match]:
        """What the lexicon finds before the head, in order."""
        found: list[Match] = []
        own = self._matches[head.index]
        for index in range(self.first(head), head.index):
            match = self._matches[index]
            if match and match is not own and (not found or found[-1] is not match):
                found.append(match)
        return found

    def belongs(self, match: Match, first: int = 0) -> bool:
        """Whether a match says whose the phrase is: not "pro-Russian", "Saudi-led" or "to Poland".

        Args:
            match: the match. first: the phrase's first token.
        """
        tokens = self._reading.tokens
        before = tokens[match.first - 1] if match.first > first else None
        after = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
        if before is not None and (before.lower in _NOT_OWN or before.text in _DASHES):
            return False
        if before is not None and before.lower == "the" and match.first - 1 > first:
            return tokens[match.first - 2].lower not in _NOT_OWN
        if after is not None and after.lower in _WARS:
            return False  # a "Peru War veteran" is of no state
        if after is None or after.text not in _DASHES:
            return True
        return match.entry.sort is Sort.NAMED and not self._is_schooled(after)

    def _is_schooled(self, dash: Token) -> bool:
        """Whether a dash leads to what somebody has been taught ("a Harvard-trained economist")."""
        joined = self._reading.tokens[dash.index + 1 : dash.index + 2]
        return bool(joined) and joined[0].lower in _SCHOOLED

    def is_studied(self, match: Match, office: Match) -> bool:
        """Whether a name is what an expert knows of ("a China expert"; but "a Chinese expert").

        Args:
            match: the name. office: what the expert goes by.
        """
        name = match.entry.sort is Sort.STATE and self._reading.tokens[match.last].text.istitle()
        return (name or match.entry.is_movement) and office.entry.name in word_list("judging")

    def movements(self) -> Iterator[Match]:
        """Where the reading names movements, in order."""
        last = -1
        for match in self._matches:
            if match is not None and match.last > last and match.entry.is_movement:
                last = match.last
                yield match

    def code_at(self, token: Token) -> str:
        """The code of the word at a token; "" if it has none."""
        match = self._matches[token.index]
        return match.entry.code if match is not None else ""

    def words(self, head: Token) -> str:
        """The phrase as a name: without articles, numbers and possessors ("Iranian security forces")."""
        first = self.first(head)
        possessor = head.child("poss")
        if possessor is not None:
            first = max(first, possessor.index + 1)
        last = self._matches[head.index]
        end = max(head.index, last.last if last else 0)
        tokens = self._reading.tokens[first : end + 1]
        while len(tokens) > 1 and (tokens[0].tag in _SKIPPED or _is_rank(tokens[0])):
            aged = [t.lower for t in tokens[2:5:2]] == _AGED  # "a 4-year-old boy"
            joined = len(tokens) > 2 and tokens[1].text in _DASHES  # "then-minister", "thirty-one mayors"
            tokens = tokens[5 if aged and len(tokens) > 5 else 2 if joined else 1 :]
        words = self._reading.words(tokens).translate(_UNQUOTED)
        match = self._matches[tokens[0].index]
        named = match is not None and bool(match.entry.code)
        proper = named or tokens[0].tag.startswith("NNP") or tokens[0].pos == "ADJ"
        return words if proper else words[:1].lower() + words[1:]

    def national(self, head: Token) -> list[Match]:
        """The adjectives and names of states before the head, but for a possessor."""
        possessor = head.child("poss")
        after = possessor.index if possessor is not None else -1
        return [m for m in self.own(head) if m.entry.sort in NATIONAL and m.first > after]

    def own(self, head: Token) -> list[Match]:
        """The matches before the head that say whose the phrase is."""
        first = self.first(head)
        return [m for m in self.before(head) if self.belongs(m, first)]


def _is_rank(token: Token) -> bool:
    """Whether a word tells a rank or a number, and is not part of a name ("New" in "New Jersey")."""
    return (token.lower in _RANK or token.lower in _COUNTING) and not token.tag.startswith("NNP")


def _leftmost(token: Token) -> int:
    first = token.index
    for child in token.children:
        if child.index > token.index:
            break
        if child.dep in _BEFORE:
            first = min(first, _leftmost(child))
    return first


def left(head: Token) -> Iterator[Token]:
    """The words that hang on a head before it.

    Args:
        head: the head.
    """
    return (c for c in head.children if c.index < head.index)


def is_definite(head: Token) -> bool:
    """Whether a phrase takes up what is known ("the source", "those officials").

    Args:
        head: its head.
    """
    return any(c.lower in _DEFINITE for c in left(head))


def objects(head: Token, *prepositions: str) -> Iterator[Token]:
    """The nouns behind the head under one of some prepositions ("of", "for")."""
    for child in head.children:
        if child.index > head.index and child.dep in ("prep", "agent") and child.lower in prepositions:
            yield from (c for c in child.children if c.dep == "pobj")
