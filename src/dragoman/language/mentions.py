"""Mentions: the noun phrases and pronouns that stand for somebody or something.

Boundaries come from syntax, capital letters and title words; the named entities of the language model
are taken as hints to what a name stands for, because they split and merge names.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.lexicon import Sort, bare, lexicon, plain
from dragoman.language.reading import MentionKind, Reading, Token

_NOMINAL_DEPS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos", "dative", "agent", "ROOT"}
)
_NO_MENTION_LABELS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PROPER_TAGS = frozenset({"NNP", "NNPS"})
_PREMODIFIERS = frozenset({"compound", "nmod", "amod", "nummod", "quantmod", "advmod", "det", "predet"})
_OUT_OF_PHRASE = frozenset(
    {"punct", "cc", "preconj", "case", "mark", "prep", "relcl", "acl", "appos", "neg", "advcl"}
)
_PERSONAL = frozenset(
    """i me my mine myself we us our ours ourselves he him his himself she her hers herself it its itself
    they them their theirs themselves themself""".split()
)
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_INDEFINITE = frozenset(
    "someone somebody anyone anybody everyone everybody nobody none one another others".split()
)
_OFFICE_PREPOSITIONS = frozenset({"of", "for", "to", "at", "in"})
_DASHES = frozenset({"-", "‐", "‑"})


class Draft:
    """A mention in the making.

    Attributes:
        first, last, head: its tokens, as of `Mention`.
        kind: name, nominal or pronoun.
        words: the tokens of the bare name; empty where there is none.
        titles: title words before the name, without full stops, in lower case.
        label: OntoNotes label of the name; "" where there is none.
        office: the noun that the name follows with a preposition and its object, if any.
    """

    __slots__ = ("first", "head", "kind", "label", "last", "office", "titles", "words")

    def __init__(  # noqa: PLR0917
        self, first: int, last: int, head: Token, kind: MentionKind, words: Sequence[Token] = (),
        titles: Sequence[str] = (), label: str = "",
    ) -> None:  # fmt: skip
        self.first = first
        self.last = last
        self.head = head
        self.kind = kind
        self.words = words
        self.titles = titles
        self.label = label
        self.office: Token | None = None


def find_mentions(reading: Reading) -> list[Draft]:
    """The mentions of a reading, in order of their heads."""
    finder = _Finder(reading)
    return [draft for token in reading.tokens if (draft := finder.mention(token)) is not None]


class _Finder:
    def __init__(self, reading: Reading) -> None:
        self._tokens = reading.tokens
        self._left = _left_edges(reading.tokens)
        self._lexicon = lexicon()
        self._taken: set[int] = set()
        proper = [t for t in reading.tokens if t.tag in _PROPER_TAGS]
        self._proper = {t.text for t in proper}
        self._persons = {t.text for t in proper if t.entity == "PERSON"}

    def mention(self, head: Token) -> Draft | None:
        """The mention that a token heads, if it heads one."""
        tag = head.tag
        if tag in _NOUN_TAGS or (head.text in self._persons and head.dep in _NOMINAL_DEPS):
            return None if head.index in self._taken or head.text in _DASHES else self._noun(head)
        if tag in {"PRP", "PRP$"} or head.pos == "PRON":
            return self._pronoun(head)
        if head.dep in _NOMINAL_DEPS and (tag.startswith("JJ") or tag in {"CD", "VBN"}):
            return self._nominalised(head)
        return None

    def _pronoun(self, head: Token) -> Draft | None:
        if head.lower in _PERSONAL:
            return Draft(head.index, head.index, head, MentionKind.PRONOUN)
        if (
            head.lower in _RELATIVE
            and head.tag in {"WP", "WDT", "WP$"}
            and _relative_clause(head) is not None
        ):
            return Draft(head.index, head.index, head, MentionKind.PRONOUN)
        if head.lower in _INDEFINITE and head.dep in _NOMINAL_DEPS:
            return Draft(self._left[head.index], head.index, head, MentionKind.NOMINAL)
        return None

    def _nominalised(self, head: Token) -> Draft | None:
        """An adjective or numeral that does a noun's work ("the wounded", "two were killed")."""
        if head.entity in _NO_MENTION_LABELS:
            return None
        determined = any(c.dep in {"det", "poss"} for c in head.children)
        subject = head.dep in {"nsubj", "nsubjpass"} and head.tag == "CD" and not head.text[0].isdigit()
        if not determined and not subject:
            return None
        return Draft(self._left[head.index], head.index, head, MentionKind.NOMINAL)

    def _noun(self, head: Token) -> Draft | None:
        if head.entity in _NO_MENTION_LABELS and head.tag not in _PROPER_TAGS:
            return None if head.lemma not in self._lexicon.sorts else self._nominal(head)
        if head.dep in {"compound", "nmod"} and head.head.index > head.index and not is_possessor(head):
            return self._nested(head)
        if not self._is_proper(head):
            return self._nominal(head)
        if self._is_calendar(head) or (self._follows_office(head) and head.dep == "pobj"):
            return None
        return self._name(head) or self._nominal(head)

    def _is_proper(self, token: Token) -> bool:
        """Whether a noun is a proper noun, by its tag or because it is one elsewhere in the article."""
        if token.tag in _PROPER_TAGS:
            return True
        return (
            token.text in (self._persons if self._is_first(token) else self._proper)
            and token.text[0].isupper()
        )

    def _is_first(self, token: Token) -> bool:
        before = self._tokens[token.index - 1] if token.index else token
        return before.sentence != token.sentence or before is token

    def _is_calendar(self, token: Token) -> bool:
        """Whether a capitalised word is of a date, not a name like that of "Timothy Weeks"."""
        if token.entity not in {"DATE", "TIME"}:
            return False
        before = self._tokens[token.index - 1] if token.index else token
        return before.entity != "PERSON" and before.lower not in self._lexicon.name_gender

    def _nominal(self, head: Token) -> Draft:
        first = self._left[head.index]
        titles = [
            t
            for t in (bare(x.text) for x in self._tokens[first : head.index + 1])
            if t in self._lexicon.titles
        ]
        return Draft(first, head.index, head, MentionKind.NOMINAL, titles=titles)

    def _name(self, head: Token) -> Draft | None:
        """A phrase whose head is a proper noun; None if that is a title alone ("the Foreign Minister")."""
        start = self._run_start(head)
        run = self._tokens[start : head.index + 1]
        cut = self._title_length(run)
        if cut >= len(run) or self._is_common(run[cut:]):
            return None
        if cut < len(run) - 1 and bare(run[cut].text) in self._lexicon.peoples and run[-1].entity == "PERSON":
            cut += 1
        first = self._left[head.index]
        before = self._tokens[first : start + cut]
        titles = [t for t in (bare(x.text) for x in before) if t in self._lexicon.titles]
        words = run[cut:]
        label = "PERSON" if titles and cut else _label(words)
        if label not in {"PERSON", "GPE"}:
            behind = self._continuation(head)
            self._taken.update(t.index for t in behind if t.entity != "GPE")
            words = [*words, *behind]
        if len(words) > 1 and self._lexicon.sorts.get(head.lower) in {Sort.BODY, Sort.GROUP}:
            label = "ORG"
        draft = Draft(first, head.index, head, MentionKind.NAME, words, titles, label)
        if cut and bare(run[0].text) not in self._lexicon.titles:
            draft.office = self._office_of(head)
            draft.first = draft.first if draft.office is None else words[0].index
        return draft

    def _office_of(self, head: Token) -> Token | None:
        """The noun that a name follows with its field: "Ambassador" of "Ambassador to China John Ho"."""
        token = head
        while token.dep in {"pobj", "prep"}:
            token = token.head
        return token if token is not head and bare(token.text) in self._lexicon.titles else None

    def _nested(self, token: Token) -> Draft | None:
        """A name within a noun phrase, before its head ("Taliban" in "a Taliban delegation")."""
        if not self._ends_nested_name(token):
            return None
        tokens = self._tokens
        start = token.index
        while start and tokens[start - 1].entity == token.entity and (
            tokens[start - 1].tag in _PROPER_TAGS or tokens[start - 1].text in _DASHES
        ):  # fmt: skip
            start -= 1
        words = tokens[start : token.index + 1]
        if self._is_national(words):
            return None
        words = words[self._title_length(words) :] or words
        return Draft(start, token.index, token, MentionKind.NAME, words, (), token.entity)

    def _ends_nested_name(self, token: Token) -> bool:
        if token.tag not in _PROPER_TAGS or token.entity not in _NAME_LABELS:
            return False
        after = self._tokens[token.index + 1]
        if after.tag in _PROPER_TAGS and (after.entity == token.entity or after.dep == "compound"):
            return False
        if _joined(token, after) or bare(token.text) in self._lexicon.titles | self._lexicon.modifiers:
            return False
        return not self._in_name_of_head(token)

    def _in_name_of_head(self, token: Token) -> bool:
        """Whether a modifier belongs to the name that its head ends ("United" in "United Nations")."""
        head = token.head
        while head.dep == "compound" and head.head.index > head.index:
            head = head.head
        if head.tag not in _PROPER_TAGS:
            return False
        start = self._run_start(head)
        run = self._tokens[start : head.index + 1]
        return token.index >= start + self._title_length(run)

    def _is_common(self, run: Sequence[Token]) -> bool:
        """Whether a run of words is no name: in small letters, a people's word, one of a party's members."""
        if not any(t.text[0].isupper() for t in run) or self._is_national(run):
            return True
        head = run[-1]
        return head.tag != "NNPS" and self._lexicon.sorts.get(head.lower) is Sort.PERSON and _introduced(head)

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
            return int(bare(run[0].text) in words.titles)
        last = max((i for i, t in enumerate(run) if bare(t.text) in words.titles), default=-1)
        if last < 0 and self._office_before(run[0]):
            return self._field_length(run)
        if last < len(run) - 1:
            return last + 1
        if any(bare(t.text) in words.title_words for t in run[:-1]):
            return len(run)
        known = run[0].lower in words.name_gender or run[-1].entity == run[0].entity == "PERSON"
        return 0 if known and len(run) < 4 else len(run)

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

    def _follows_office(self, token: Token) -> bool:
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
        while place > edge and self._goes_on(tokens[place - 1], tokens[place], edge):
            place -= 1
        while place < head.index and (tokens[place].text in _DASHES or tokens[place].lower == "the"):
            place += 1
        return place

    def _goes_on(self, before: Token, token: Token, edge: int) -> bool:
        """Whether a token to the left belongs to the same run of capitalised words."""
        if before.text in _DASHES:
            return before.index > edge and before.start == self._tokens[before.index - 1].end
        if before.tag in _PROPER_TAGS and not is_possessor(before):
            return before.text[0].isupper() or before.lower in self._lexicon.particles
        if token.text in _DASHES:
            return before.end == token.start and before.text[0].isalpha()
        if before.pos == "ADJ" and before.text[0].isupper():
            return before.entity == "ORG" == token.entity
        return before.lower in self._lexicon.particles and before.entity == token.entity != ""

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
        inside = head.entity if head.entity in _NAME_LABELS else ""
        place += 1
        while place < len(tokens) and tokens[place].sentence == head.sentence:
            token = tokens[place]
            if token.tag in _PROPER_TAGS and token.text[0].isupper():
                last = place
            elif (
                token.lower not in {"the", "and", "of", "&", "for", "-"}
                or token.entity != inside
                or not inside
            ):
                break
            place += 1
        found = tokens[head.index + 1 : last + 1]
        if not found or tokens[last].text in {"of", "for"}:
            return []
        noun = self._lexicon.sorts.get(head.lower)
        if all(t.entity == inside for t in found) or (noun is not None and noun is not Sort.PERSON):
            return found
        return []


def _introduced(head: Token) -> bool:
    return any(c.dep == "det" for c in head.children) or head.dep == "appos"


def is_possessor(token: Token) -> bool:
    """Whether a noun stands in the possessive ("China's")."""
    return token.dep == "poss" or any(c.dep == "case" for c in token.children)


def _left_edges(tokens: Sequence[Token]) -> list[int]:
    """For each token the first token of its phrase, premodifiers and their own phrases included."""
    edges = list(range(len(tokens)))
    for token in tokens:
        for child in token.children:
            if child.index >= token.index:
                break
            if child.dep not in _OUT_OF_PHRASE:
                edges[token.index] = min(edges[token.index], edges[child.index])
    return edges


def _label(words: Sequence[Token]) -> str:
    """The label of a name: that of its last word, else of most of its words."""
    if words[-1].entity in _NAME_LABELS:
        return words[-1].entity
    labels = [t.entity for t in words if t.entity in _NAME_LABELS]
    return max(labels, key=labels.count) if labels else ""


def _joined(token: Token, after: Token) -> bool:
    """Whether a hyphen joins a word to the next ("Taliban-led")."""
    return after.text in _DASHES and after.start == token.end


def _relative_clause(pronoun: Token) -> Token | None:
    """The verb of the relative clause that a pronoun opens."""
    for above in pronoun.ancestors():
        if above.dep == "relcl":
            return above
        if above.dep in {"ccomp", "ROOT"} and above.head is above:
            return None
    return None


def relative_antecedent(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun refers to, None if it is not relative."""
    clause = _relative_clause(pronoun)
    return clause.head if clause is not None else None
