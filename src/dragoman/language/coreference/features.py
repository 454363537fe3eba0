"""What the words of a mention tell: sort, gender, number, nationality, determiner, prominence."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from dragoman.article import Zone
from dragoman.language.coreference.rules import rules
from dragoman.language.drafts import PROPER_TAGS, Draft, is_possessor
from dragoman.language.lexicon import Gender, Lexicon, Sort, bare, lexicon, plain
from dragoman.language.reading import MentionKind, Reading, Token


class Number(StrEnum):
    """Grammatical number."""

    SINGULAR = "singular"
    PLURAL = "plural"


class Determiner(StrEnum):
    """How a nominal is introduced."""

    DEFINITE = "definite"  # the, this, that
    POSSESSED = "possessed"  # its, China's
    INDEFINITE = "indefinite"  # a, some, several
    NONE = "none"


_UNSURE = frozenset({Sort.BODY, Sort.OTHER})
_LONGEST_ACRONYM = 5
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_DEFINITE = frozenset("the this that these those both such".split())
_INDEFINITE = frozenset("a an one some any no another every each many several few most all".split())
_LABEL_SORTS = {
    "PERSON": Sort.PERSON, "ORG": Sort.BODY, "NORP": Sort.GROUP, "GPE": Sort.PLACE,
    "LOC": Sort.PLACE, "FAC": Sort.PLACE,
}  # fmt: skip
SPEAKER_PRONOUNS = frozenset("i me my mine myself we us our ours ourselves".split())
_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_PLURAL_PRONOUNS = frozenset("they them their theirs themselves".split())
# Salience by grammatical role, after Lappin and Leass (1994), scaled to 1 for the subject.
_ROLES = {
    "agent": 0.75, "dobj": 0.62, "dative": 0.62, "attr": 0.6, "appos": 0.6,
    "poss": 0.55, "pobj": 0.5, "conj": 0.6, "ROOT": 0.8, "compound": 0.2, "nmod": 0.2,
}  # fmt: skip
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SUBORDINATE_CLAUSES = frozenset({"advcl", "relcl", "acl"})
_SUBORDINATE = 0.75  # the subject of such a clause
_SUBJECTS_OWNER = 0.85  # "Lee" in "Lee's visit began …"
_WEAK_ZONES = {Zone.HEADLINE: 0.5, Zone.CAPTION: 0.4}


class Node:
    """A mention with its features.

    Attributes:
        index: its number among the mentions. draft: the mention. head: its head token. kind: of the mention.
        lemma: of its head. sentence: number of its sentence.
        sort, gender, number: what it can stand for; gender and number None if unknown.
        nations: countries (alpha-3) that its premodifiers name ("the Russian envoy").
        determiner: how it is introduced. deictic: whether by "this" or "these".
        modifiers: its content premodifiers, in lower case.
        weight: its prominence, 0 to 1.
        owner: the head token of its possessor, if it has one.
    """

    __slots__ = (
        "deictic", "determiner", "draft", "gender", "head", "index", "kind", "lemma", "modifiers", "nations",
        "number", "owner", "sentence", "sort", "weight",
    )  # fmt: skip

    def __init__(self, index: int, draft: Draft, weight: float) -> None:
        self.index = index
        self.draft = draft
        self.head = draft.head
        self.kind = draft.kind
        self.lemma = draft.head.lemma
        self.sentence = draft.head.sentence
        self.weight = weight
        self.sort = Sort.OTHER
        self.gender: Gender | None = None
        self.number: Number | None = None
        self.nations: frozenset[str] = frozenset()
        self.modifiers: frozenset[str] = frozenset()
        self.determiner = Determiner.NONE
        self.deictic = False
        self.owner: Token | None = None

    def __repr__(self) -> str:
        return f"<{self.index} {self.head.text} {self.kind} {self.sort} {self.gender} {self.number}>"


def nodes_of(reading: Reading, drafts: list[Draft]) -> list[Node]:
    """The mentions of a reading with their features."""
    words = lexicon()
    found = []
    for index, draft in enumerate(drafts):
        zone = reading.sentences[draft.head.sentence].zone
        role = _prominence(draft.head, words)
        node = Node(index, draft, role * _WEAK_ZONES.get(zone, 1.0))
        if draft.kind is MentionKind.PRONOUN:
            _pronoun_features(node)
        elif draft.kind is MentionKind.NAME:
            _name_features(node, words)
            _premodifiers(node, reading, words)
        else:
            _nominal_features(node, words)
            _premodifiers(node, reading, words)
        found.append(node)
    return found


def _prominence(head: Token, words: Lexicon) -> float:
    """How prominent a phrase's grammatical role makes it."""
    role = _role(head)
    if role in _SUBJECTS:
        return _SUBORDINATE if head.head.dep in _SUBORDINATE_CLAUSES else 1.0
    if is_possessor(head):
        person = words.sorts.get(head.head.lemma) is Sort.PERSON
        return _SUBJECTS_OWNER if head.head.dep in _SUBJECTS and not person else _ROLES["poss"]
    return _ROLES.get(role, 0.4)


def _role(head: Token) -> str:
    """The grammatical role of a phrase; a conjunct has that of the first."""
    token = head
    while token.dep == "conj" and token.head is not token:
        token = token.head
    return token.dep


def _pronoun_features(node: Node) -> None:
    word = node.head.lower
    if word in _MALE or word in _FEMALE:
        node.gender = Gender.MALE if word in _MALE else Gender.FEMALE
        node.sort = Sort.PERSON
        node.number = Number.SINGULAR
    elif word in _PLURAL_PRONOUNS:
        node.number = Number.PLURAL
    elif word in {"who", "whom", "i", "me", "my", "myself"}:
        node.sort = Sort.PERSON
    elif word.startswith("it"):
        node.number = Number.SINGULAR


def _name_features(node: Node, words: Lexicon) -> None:
    draft = node.draft
    node.sort = _LABEL_SORTS.get(draft.label, Sort.OTHER)
    name = bare(" ".join(w.text for w in draft.words)).removeprefix("the ")
    group = draft.head.dep in {"compound", "nmod"} and draft.head.head.lemma in words.group_makers
    if name in words.countries:
        node.sort = Sort.COUNTRY
    elif node.sort is Sort.PERSON and not draft.titles and _is_possessed(draft.head):
        node.sort = Sort.OTHER
    elif group:
        node.sort = Sort.GROUP
    elif name in words.capitals and not draft.titles:
        node.sort = Sort.PLACE
    elif (node.sort in _UNSURE or _speaks(draft.head)) and _has_given_name(draft, words):
        node.sort = Sort.PERSON
    elif node.sort is Sort.PERSON and not draft.titles and _is_acronym(draft.words):
        node.sort = Sort.BODY
    elif name in words.peoples:
        node.sort = Sort.PERSON if node.head.tag == "NNP" else Sort.GROUP
    if node.head.tag == "NNPS" and node.sort is Sort.GROUP:
        node.number = Number.PLURAL
    elif node.sort is not Sort.GROUP:
        node.number = Number.SINGULAR
    if node.sort is Sort.PERSON:
        node.gender = name_gender(draft, words)


def _is_possessed(head: Token) -> bool:
    """Whether a pronoun owns what a name stands for ("my Button"): it is no person's."""
    owner = head.child("poss")
    return owner is not None and owner.tag == "PRP$"


def _has_given_name(draft: Draft, words: Lexicon) -> bool:
    """Whether a name begins with a given name and has no noun for a body or place in it."""
    name = draft.words
    given = 1 < len(name) < 4 and plain(name[0].text) in words.name_gender
    return given and all(w.tag in PROPER_TAGS and w.lower not in words.sorts for w in name)


def _speaks(head: Token) -> bool:
    """Whether a name is the subject of a verb of speech, as persons' are rather than towns'."""
    return head.dep == "nsubj" and head.head.lemma in rules().speech


def _is_acronym(name: Sequence[Token]) -> bool:
    letters = name[-1].text.replace(".", "")
    return len(name) == 1 and letters.isupper() and 1 < len(letters) <= _LONGEST_ACRONYM


def name_gender(draft: Draft, words: Lexicon) -> Gender | None:
    """The gender that a person's title, else the given name tells."""
    return title_gender(draft, words) or words.name_gender.get(plain(draft.words[0].text))


def title_gender(draft: Draft, words: Lexicon) -> Gender | None:
    """The gender that a person's title tells: a surname tells none, even if it is a given name, too."""
    return next((words.title_gender[t] for t in draft.titles if t in words.title_gender), None)


def _nominal_features(node: Node, words: Lexicon) -> None:
    head = node.head
    lemma = node.lemma
    sort = words.sorts.get(lemma) or words.sorts.get(head.lower)
    if sort is None and head.tag not in _NOUNS and bare(head.text) in words.people_adjectives:
        sort = Sort.PERSON
    node.sort = sort or Sort.OTHER
    node.gender = words.noun_gender.get(lemma) or words.noun_gender.get(head.lower)
    if head.tag in {"NNS", "NNPS", "CD", "JJ", "VBN"} or head.lower in {
        "others",
        "people",
        "police",
        "personnel",
    }:
        node.number = Number.PLURAL
    else:
        node.number = Number.SINGULAR


def _premodifiers(node: Node, reading: Reading, words: Lexicon) -> None:
    nations: set[str] = set()
    content: set[str] = set()
    draft = node.draft
    end = draft.words[0].index if draft.words else draft.head.index
    tokens = reading.tokens[draft.first : end]
    for place, token in enumerate(tokens):
        if token.tag in {"DT", "PDT"} or token.lower == "one":
            if token.head is draft.head:
                node.determiner = _determined(token.lower)
                node.deictic = token.lower in {"this", "these"}
            continue
        if token.head is draft.head and is_possessor(token):
            node.determiner = Determiner.POSSESSED
            node.owner = token
        nation = words.nations.get(bare(token.text)) if token.text[0].isupper() else None
        if token.text[0].isupper() and place + 1 < len(tokens):
            nation = words.nations.get(bare(f"{token.text} {tokens[place + 1].text}")) or nation
        if nation:
            nations.add(nation)
        elif _narrows(token):
            content.add(token.lower)
    if draft.head.lower in {"another", "one", "others"}:
        node.determiner = Determiner.INDEFINITE
    if nations:
        node.nations = frozenset(nations)
    node.modifiers = frozenset(content)


def _narrows(token: Token) -> bool:
    """Whether a premodifier narrows what a noun may stand for; a party's adjective only describes."""
    if token.dep in {"poss", "case"} or (token.entity == "NORP" and token.tag == "JJ"):
        return False
    return token.tag[:2] in {"JJ", "NN", "CD", "VB"}


def _determined(word: str) -> Determiner:
    if word in _DEFINITE:
        return Determiner.DEFINITE
    return Determiner.INDEFINITE if word in _INDEFINITE else Determiner.NONE
