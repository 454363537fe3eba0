"""Names: where they begin and end, and the titles and offices before them.

Boundaries come from syntax, capital letters and title words; the named entities of the language model
are taken as hints to what a name stands for, because they split and merge names.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from dragoman.language.drafts import DASHES, NAME_LABELS, PROPER_TAGS, Draft, is_possessor
from dragoman.language.lexicon import Sort, bare, lexicon, plain
from dragoman.language.reading import MentionKind, Token

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_OFFICE_PREPOSITIONS = frozenset({"of", "for", "to", "at", "in"})


class ProperNames:
    """Finds the names that nouns head.

    Args:
        tokens: the tokens of a reading. left: for each the first token of its phrase.

    Attributes:
        taken: numbers of the tokens behind a head that belong to its name.
    """

    def __init__(self, tokens: Sequence[Token], left: Sequence[int]) -> None:
        self._tokens = tokens
        self._left = left
        self._lexicon = lexicon()
        self.taken: set[int] = set()

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """Words for offices that end the full name of a person somewhere in the reading ("Peter King")."""
        tokens, words = self._tokens, self._lexicon
        return frozenset(
            token.text
            for before, token in pairwise(tokens)
            if token.entity == before.entity == "PERSON"
            and before.lower in words.name_gender
            and bare(token.text) in words.titles
        )

    def name(self, head: Token) -> Draft | None:
        """A phrase whose head is a proper noun; None if that is a title alone ("the Foreign Minister")."""
        start = self._run_start(head)
        run = self._tokens[start : head.index + 1]
        cut = self._title_length(run)
        if cut >= len(run) or self._is_common(run[cut:]):
            return None
        cut += self._epithets(run[cut:])
        first = self._left[head.index]
        before = self._tokens[first : start + cut]
        titles = [t for t in (bare(x.text) for x in before) if t in self._lexicon.titles]
        words = [*run[cut:], *self._hyphenated_rest(head)]
        last = words[-1].index
        self.taken.update(range(head.index + 1, last + 1))
        label = "PERSON" if titles and cut else _label(words)
        if label != "PERSON" and (label != "GPE" or self._lexicon.sorts.get(head.lower) is Sort.COUNTRY):
            behind = self._continuation(head)
            self.taken.update(t.index for t in behind if t.entity != "GPE")
            words = [*words, *behind]
        if len(words) > 1 and self._lexicon.sorts.get(head.lower) in {Sort.BODY, Sort.GROUP}:
            label = "ORG"
        draft = Draft(first, last, head, MentionKind.NAME, words, titles, label)
        if cut and bare(run[0].text) not in self._lexicon.titles:
            draft.office = self._office_of(head)
            draft.first = draft.first if draft.office is None else words[0].index
        return draft

    def _epithets(self, name: Sequence[Token]) -> int:
        """How many words before the name are none of it ("American" Kevin Ho, "Impoverished" North Korea)."""
        if len(name) == 1:
            return 0
        words = self._lexicon
        if name[-1].entity == "PERSON":
            return int(bare(name[0].text) in words.peoples or name[0].lower in _DAYS)
        whole = bare(" ".join(t.text for t in name))
        country = whole not in words.countries and whole.partition(" ")[2] in words.countries
        return int(country and name[0].entity != name[-1].entity)

    def _hyphenated_rest(self, head: Token) -> Sequence[Token]:
        """What a hyphen joins to a person's name from behind: "-in" of "Moon Jae-in"."""
        rest = self._tokens[head.index + 1 : head.index + 3]
        joined = len(rest) == 2 and hyphenated(head, rest[0]) and hyphenated(*rest)
        return rest if joined and head.entity == "PERSON" and rest[0].text in DASHES else ()

    def _office_of(self, head: Token) -> Token | None:
        """The noun that a name follows with its field: "Ambassador" of "Ambassador to China John Ho"."""
        token = head
        while token.dep in {"pobj", "prep"}:
            token = token.head
        return token if token is not head and bare(token.text) in self._lexicon.titles else None

    def nested(self, token: Token) -> Draft | None:
        """A name within a noun phrase, before its head ("Taliban" in "a Taliban delegation")."""
        if not self._ends_nested_name(token):
            return None
        tokens = self._tokens
        start = token.index
        while start and tokens[start - 1].entity == token.entity and tokens[start - 1].tag in PROPER_TAGS:
            start -= 1
        words = tokens[start : token.index + 1]
        if self._is_national(words):
            return None
        words = words[self._title_length(words) :] or words
        return Draft(start, token.index, token, MentionKind.NAME, words, (), token.entity)

    def _ends_nested_name(self, token: Token) -> bool:
        if token.tag not in PROPER_TAGS or token.entity not in NAME_LABELS or token.text[0].islower():
            return False
        after = self._tokens[token.index + 1]
        going_on = after.tag in PROPER_TAGS and after.text[0].isupper()
        if going_on and (after.entity == token.entity or after.dep == "compound"):
            return False
        if hyphenated(token, after) or bare(token.text) in self._lexicon.titles | self._lexicon.modifiers:
            return False
        return not self._in_name_of_head(token)

    def _in_name_of_head(self, token: Token) -> bool:
        """Whether a modifier belongs to the name that its head ends ("United" in "United Nations")."""
        head = token.head
        while head.dep == "compound" and head.head.index > head.index:
            head = head.head
        if head.tag not in PROPER_TAGS:
            return False
        start = self._run_start(head)
        run = self._tokens[start : head.index + 1]
        return token.index >= start + self._title_length(run)

    def _is_common(self, run: Sequence[Token]) -> bool:
        """Whether a run of words is no name: in small letters, a people's word, one of a party's members."""
        if not any(t.text[0].isupper() for t in run) or self._is_national(run):
            return True
        if len(run) == 1 and run[0].lower in self._lexicon.modifiers and self._before_title(run[0]):
            return True
        head = run[-1]
        if head.tag == "NNPS" or head.entity == "PERSON":
            return False
        return self._lexicon.sorts.get(head.lower) is Sort.PERSON and _introduced(head)

    def _before_title(self, token: Token) -> bool:
        after = self._tokens[token.index + 1 : token.index + 2]
        return bool(after) and bare(after[0].text) in self._lexicon.titles

    def _is_national(self, run: Sequence[Token]) -> bool:
        """Whether a run of words is a word for a people or its members ("an American", "South Koreans")."""
        word = bare(" ".join(t.text for t in run))
        return word in self._lexicon.peoples

    def _title_length(self, run: Sequence[Token]) -> int:
        """How many words of a run of capitalised words are titles before a name.

        A title that ends the run is the surname ("Kevin King") if a given name goes before it.
        """
        words = self._lexicon
        if words.sorts.get(run[-1].lower, Sort.PERSON) is not Sort.PERSON:
            return 0
        if len(run) == 1:
            titled = bare(run[0].text) in words.titles
            return int(titled and (run[0].text not in self._surnames or _introduced(run[0])))
        last = max((i for i, t in enumerate(run) if bare(t.text) in words.titles), default=-1)
        if last < 0 and self._office_before(run[0]):
            return self._field_length(run)
        if last < len(run) - 1:
            return last + 1
        before = run[-2].lower if len(run) > 1 else ""
        if run[-1].text in self._surnames and before in words.name_gender:
            return len(run) - 2
        if any(bare(t.text) in words.title_words for t in run[:-1]):
            return len(run)
        known = run[0].lower in words.name_gender or run[-1].entity == run[0].entity == "PERSON"
        surname = run[-1].lower in words.surnames and not _introduced(run[-1])
        return 0 if (known or surname) and len(run) < 4 else len(run)

    def _field_length(self, run: Sequence[Token]) -> int:
        """How many words are an office's field before the name ("Minister for Trade Ann Ho": one)."""
        words = self._lexicon
        field = max((i + 1 for i, t in enumerate(run[:-1]) if t.lower in words.modifiers), default=0)
        if field:
            return field
        for i in range(1, len(run) - 1):
            if plain(run[i].text) in words.given_names or (run[i].entity == "PERSON" != run[i - 1].entity):
                return i
        return 0

    def follows_office(self, token: Token) -> bool:
        """Whether a word ends the name of an office: "State" of "Secretary of State"."""
        tokens, words, place = self._tokens, self._lexicon, token.index
        if place < 2 or tokens[place - 1].text not in {"of", "for"}:
            return False
        if bare(tokens[place - 2].text) not in words.titles:
            return False
        return any(t.lower in words.modifiers for t in tokens[place : place + 2])

    def _office_before(self, token: Token) -> bool:
        """Whether a word follows an office and its preposition: "China" of "Ambassador to China"."""
        place = token.index - 1
        if place > 1 and self._tokens[place].lower == "the":
            place -= 1
        return (
            place > 0
            and self._tokens[place].text in _OFFICE_PREPOSITIONS
            and bare(self._tokens[place - 1].text) in self._lexicon.titles
        )

    def _run_start(self, head: Token) -> int:
        """Where the run of capitalised words that ends in a head begins."""
        edge = self._left[head.index]
        tokens = self._tokens
        place = head.index
        while place > 0 and self._goes_on(tokens[place - 1], tokens[place], edge):
            place -= 1
        while place < head.index and (tokens[place].text in DASHES or tokens[place].lower == "the"):
            place += 1
        return place

    def _goes_on(self, before: Token, token: Token, edge: int) -> bool:
        """Whether a token to the left belongs to the same run of capitalised words."""
        if before.text in DASHES:
            return (
                before.end == token.start == before.start + 1
                and before.index > 0
                and self._is_word(before.index - 1)
            )
        if token.text in DASHES:
            return True
        if before.index < edge or is_possessor(before):
            return False
        if before.tag in PROPER_TAGS:
            return before.text[0].isupper() or before.lower in self._lexicon.particles
        if before.pos == "ADJ" and before.text[0].isupper():
            return before.entity == "ORG" == token.entity
        return before.lower in self._lexicon.particles and before.entity == token.entity != ""

    def _is_word(self, place: int) -> bool:
        """Whether a word, not a nation's, runs into a hyphen ("al-"; not "U.S.-")."""
        token = self._tokens[place]
        after = self._tokens[place + 1]
        return (
            token.end == after.start
            and token.text.isalpha()
            and bare(token.text) not in self._lexicon.nations
        )

    def _continuation(self, head: Token) -> list[Token]:
        """What goes on with a name behind its head: "of State" of "Department of State"."""
        place = head.index + 1
        tokens = self._tokens
        if (
            place + 1 >= len(tokens)
            or tokens[place].text not in {"of", "for"}
            or tokens[place].head is not head
        ):
            return []
        last = place
        inside = head.entity if head.entity in NAME_LABELS else ""
        place += 1
        while place < len(tokens) and tokens[place].sentence == head.sentence:
            token = tokens[place]
            if token.tag in PROPER_TAGS and token.text[0].isupper():
                last = place
            elif not inside or token.entity != inside:
                break
            place += 1
        found = tokens[head.index + 1 : last + 1]
        if not found or tokens[last].text in {"of", "for"}:
            return []
        noun = self._lexicon.sorts.get(head.lower)
        if all(t.entity == inside for t in found) or (noun is not None and noun is not Sort.PERSON):
            return list(found)
        return []


def _label(words: Sequence[Token]) -> str:
    """The label of a name: that of its last word, else of most of its words."""
    if words[-1].entity in NAME_LABELS:
        return words[-1].entity
    labels = [t.entity for t in words if t.entity in NAME_LABELS]
    return max(labels, key=labels.count) if labels else ""


def hyphenated(token: Token, after: Token) -> bool:
    """Whether no space stands between a word and a hyphen, or a hyphen and a word ("Taliban-led")."""
    return after.start == token.end and (after.text in DASHES or token.text in DASHES)


def _introduced(head: Token) -> bool:
    return any(c.dep == "det" for c in head.children) or head.dep == "appos"
