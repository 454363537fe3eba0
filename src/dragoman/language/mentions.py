"""Mentions: the noun phrases and pronouns that stand for somebody or something."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.drafts import DASHES, PROPER_TAGS, Draft, is_possessor
from dragoman.language.lexicon import Sort, bare, lexicon
from dragoman.language.proper_names import ProperNames, hyphenated
from dragoman.language.reading import MentionKind, Reading, Token

_NOMINAL_DEPS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos", "dative", "agent", "ROOT"}
)
_NO_MENTION_LABELS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OUT_OF_PHRASE = frozenset(
    {"punct", "cc", "preconj", "case", "mark", "prep", "relcl", "acl", "appos", "neg", "advcl"}
)
_PERSONAL = frozenset(
    """i me my mine myself we us our ours ourselves he him his himself she her hers herself it its itself
    they them their theirs themselves themself""".split()
)
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_PARTIES = frozenset({"R", "D", "I", "DFL"})
_INDEFINITE = frozenset(
    "someone somebody anyone anybody everyone everybody nobody none one another others".split()
)


def find_mentions(reading: Reading) -> list[Draft]:
    """The mentions of a reading, in order of their heads."""
    finder = _Finder(reading)
    return [draft for token in reading.tokens if (draft := finder.mention(token)) is not None]


class _Finder:
    def __init__(self, reading: Reading) -> None:
        self._tokens = reading.tokens
        self._left = _left_edges(reading.tokens)
        self._lexicon = lexicon()
        self._names = ProperNames(reading.tokens, self._left)
        proper = [t for t in reading.tokens if t.tag in PROPER_TAGS]
        self._proper = {t.text for t in proper}
        self._persons = {t.text for t in proper if t.entity == "PERSON"}

    def mention(self, head: Token) -> Draft | None:
        """The mention that a token heads, if it heads one."""
        tag = head.tag
        if tag in _NOUN_TAGS or (head.text in self._persons and head.dep in _NOMINAL_DEPS):
            return None if head.index in self._names.taken or self._is_part(head) else self._noun(head)
        if tag in {"PRP", "PRP$"} or head.pos == "PRON":
            return self._pronoun(head)
        if head.dep in _NOMINAL_DEPS and (tag.startswith("JJ") or tag in {"CD", "VBN"}):
            return self._nominalised(head)
        return None

    def _is_part(self, token: Token) -> bool:
        """Whether a token is a hyphen, a seat or a part of a hyphenated name not its last ("Al-Nasri")."""
        if token.text in DASHES or self._is_seat(token):
            return True
        behind = self._tokens[token.index + 1 : token.index + 3]
        if len(behind) < 2 or behind[0].text not in DASHES or bare(token.text) in self._lexicon.nations:
            return False
        return hyphenated(token, behind[0]) and hyphenated(*behind) and behind[1].text[0].isupper()

    def _is_seat(self, token: Token) -> bool:
        """Whether a token ends a lawmaker's party and seat ("N.Y." in "Peter Holm (R-N.Y.)")."""
        before = self._tokens[max(0, token.index - 3) : token.index]
        if len(before) < 3:
            return False
        opening, party, dash = before
        return opening.text in ("(", "[", ",") and party.text in _PARTIES and dash.text in DASHES

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
        if head.entity in _NO_MENTION_LABELS and head.tag not in PROPER_TAGS:
            return None if head.lemma not in self._lexicon.sorts else self._nominal(head)
        if head.dep in {"compound", "nmod"} and head.head.index > head.index and not is_possessor(head):
            return self._names.nested(head)
        if not self._is_proper(head):
            return self._nominal(head)
        if self._is_calendar(head) or (self._names.follows_office(head) and head.dep == "pobj"):
            return None
        return self._names.name(head) or self._nominal(head)

    def _is_proper(self, token: Token) -> bool:
        """Whether a noun is a proper noun, by its tag or because it is one elsewhere in the article."""
        if token.tag in PROPER_TAGS or self._ends_given_name(token):
            return True
        return (
            token.text in (self._persons if self._is_first(token) else self._proper)
            and token.text[0].isupper()
        )

    def _ends_given_name(self, token: Token) -> bool:
        """Whether a word is the last part of a hyphenated given name ("Min Seo-in")."""
        before = self._tokens[token.index - 1] if token.index else token
        return token.entity == "PERSON" == before.entity and before.text in DASHES

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
        return Draft(self._left[head.index], head.index, head, MentionKind.NOMINAL)


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


def _relative_clause(pronoun: Token) -> Token | None:
    """The verb of the relative clause that a pronoun opens."""
    for above in pronoun.ancestors():
        if above.dep == "relcl":
            return above
        if above.dep in {"ccomp", "ROOT"} and above.head is above:
            return None
    return None


def is_joined(head: Token) -> bool:
    """Whether the parser joined a subject to the noun that it speaks of ("a step CRITICS say he regrets").

    Args:
        head: the subject's head; "a" cannot belong to a plural.
    """
    if head.tag != "NNS" or head.dep != "nsubj":
        return False
    before = [c for c in head.children if c.index < head.index]
    single = any(c.lower in ("a", "an") for c in before) and not any(c.tag == "CD" for c in before)
    return single and any(c.dep == "compound" and c.tag == "NN" and c.index == head.index - 1 for c in before)


def explained(noun: Token) -> Token | None:
    """The person whom a noun behind the name explains ("Ann Roe, a NORWEGIAN who …", "ONE of those who …").

    Args:
        noun: the noun; None is the answer for one that explains nobody.
    """
    while noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lower == "one":
        noun = noun.head.head
    named = noun.head
    known = named.pos == "PROPN" and named.entity in ("PERSON", "") and noun.tag not in ("NNS", "NNPS")
    return named if noun.dep == "appos" and known else None


def relative_antecedent(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun refers to, None if it is not relative.

    Where the parser hung "who" on a thing, it is the name or the person's noun straight before it; where it
    hung it on a body, its members ("members of the council who …"). Behind a name it is who is named.
    """
    clause = _relative_clause(pronoun)
    if clause is None:
        return None
    noun = clause.head
    if pronoun.lower == "who" and (person := explained(noun)) is not None:
        return person
    if pronoun.lower != "who" or noun.pos != "NOUN":
        return noun
    sort = lexicon().sorts.get(noun.lemma)
    if sort is not None:
        above = noun.head.head
        members = sort is Sort.BODY and noun.dep == "pobj" and noun.head.lower == "of" and above.pos == "NOUN"
        return above if members and lexicon().sorts.get(above.lemma) is Sort.PERSON else noun
    within = {t.index: t for t in noun.subtree() if t.index < pronoun.index}
    before = within.get(pronoun.index - 1)
    if before is not None and before.text == ",":
        before = within.get(pronoun.index - 2)
    if before is None or before is noun:
        return noun
    named = before.pos == "PROPN" or lexicon().sorts.get(before.lemma) is Sort.PERSON
    return before if named else noun
