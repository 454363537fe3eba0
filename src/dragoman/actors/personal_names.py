"""The personal names of a reading: where they stand, and the fullest form of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from dragoman.actors.figures import given_names_of_states, is_english, known_part
from dragoman.actors.lexicon import NATIONAL, OFFICES, Match, Sort, find, word_list
from dragoman.language import MentionKind, Reading, Token
from dragoman.language.coreference.names import is_kin
from dragoman.language.lexicon import Gender, lexicon
from dragoman.language.reading import Mention

_TITLES = OFFICES | NATIONAL | {Sort.NAMED, Sort.BODY}  # but "Bill" and "Park" are names
_DASHES = frozenset("-‐‑")
_ARTICLES = ("al-", "el-")
_PARTICLES = frozenset("al el bin ibn ben de da di van von der abu".split())
_ACTING = frozenset(
    {"nsubj", "nsubjpass", "conj", "poss", "nmod", "dobj", "dative"}
)  # "Mr. May", not "in May"
_TOWARDS = frozenset({"to", "with", "against", "about", "at"})  # which lead to no month
_NOMINAL = frozenset(
    "nsubj nsubjpass dobj pobj poss conj appos dative attr ROOT nmod compound npadvmod".split()
)
_PLACE = frozenset("in to from near across of with into".split())
_TELLING = 5  # letters of a surname from which a letter more or less is a slip of the pen


class PersonalNames:
    """Finds the names of persons.

    Attributes:
        at: the full name by the token that heads its mention.
        heads: the heads of a full name's mentions, in order.

    Args:
        reading: the reading, with mentions and chains.
        matches: for each token the lexicon match that it is in.
    """

    def __init__(self, reading: Reading, matches: Sequence[Match | None]) -> None:
        self._reading = reading
        self._matches = matches
        self.at: dict[int, str] = {}
        self.heads: dict[str, list[Token]] = defaultdict(list)
        self._starts: dict[int, int] = {}  # head by first token
        self._firsts: dict[int, int] = {}  # first token by head
        self._surnames: dict[str, str] = {}
        self._given: dict[str, set[str]] = defaultdict(set)  # first words of the names with a surname
        self._spelled: dict[tuple[str, ...], str] = {}  # one spelling for each name
        self._collect()

    def surnamed(self, text: str) -> str:
        """The full name of the person with a surname; "" if there is none."""
        name = self._surnames.get(_key(text), "")
        return name if name in self.heads else ""

    def starting_at(self, index: int) -> Token | None:
        """The head of the personal name whose first word is a token."""
        head = self._starts.get(index)
        return None if head is None else self._reading.tokens[head]

    def start(self, head: Token) -> int:
        """The first token of the name that a token ends."""
        return self._firsts.get(head.index, head.index)

    def namesakes(self, name: str) -> list[str]:
        """The other full names with the same surname."""
        surname = _key(name.rsplit(" ", 1)[-1])
        return [o for o in self.heads if o != name and " " in name and _key(o.rsplit(" ", 1)[-1]) == surname]

    def _collect(self) -> None:
        """Find the personal names: those that mentions carry, and later words that repeat a surname."""
        short: dict[int, str] = {}
        for mention in self._reading.mentions:
            if mention.kind is not MentionKind.NAME or not mention.name:
                continue
            if self._is_body(mention.head) and not self._is_namesake(mention):
                continue
            if self._reading.tokens[mention.head].lower in word_list("unpersonal"):
                continue
            chain = self._reading.chains[mention.chain]
            beside = self._reading.tokens[mention.head]
            joined = beside.dep == "conj" and beside.head.index in short and mention.label != "GPE"
            if joined or "PERSON" in (mention.label, chain.label) or self._is_titled(mention.head):
                short[mention.head] = self._whole(_bare(mention.name), mention.head)
        chains = [_bare(c.name) for c in self._reading.chains if c.label == "PERSON"]
        kin = {name for head, name in short.items() if is_kin(self._reading.tokens[head])}
        told = self._told_genders(short)
        self._surnames = _surnames([n for n in (*short.values(), *chains) if not _contradicts(n, told)])
        self._surnames.update((_key(c), c) for c in chains if self._surnames.get(_key(c)) in kin)
        for full in filter(lambda n: " " in n, short.values()):
            self._given[_key(full.rsplit(" ", 1)[-1])].add(full.split(" ", 1)[0].lower())
        variants = _misspelt(self._surnames, short.values())
        for token in self._reading.tokens:
            name = short.get(token.index, "")
            if name:
                full = self._fullest(name, token.index)
                self._enter(token.index, variants.get(full, full), name)
            elif run := self._surname_run(token):
                self._enter(token.index, run, run)
            elif token.text[0].isupper() and _key(token.text) in self._surnames and self._repeats(token):
                full = self._surnames[_key(token.text)]
                self._enter(token.index, variants.get(full, full), token.text)

    def _told_genders(self, short: dict[int, str]) -> dict[str, set[Gender]]:
        """The genders that titles tell of surnames ("Mr. Holm")."""
        told: dict[str, set[Gender]] = defaultdict(set)
        for head, name in short.items():
            before = self._reading.tokens[head - 1] if head and " " not in name else None
            gender = lexicon().title_gender.get(before.lower.rstrip(".")) if before is not None else None
            if gender is not None:
                told[_key(name)].add(gender)
        return told

    def _surname_run(self, token: Token) -> str:
        """A name whose last word is also an office ("Peter T. King"); "" if the word is none."""
        match = self._matches[token.index]
        if match is None or match.entry.sort is not Sort.ROLE or match.first != match.last:
            return ""
        first = token.index
        while first and self._is_given(self._reading.tokens[first - 1], token):
            first -= 1
        ends = token.tag == "NNP" and token.dep != "compound"
        return (
            self._reading.words(self._reading.tokens[first : token.index + 1])
            if ends and first < token.index
            else ""
        )

    def _is_given(self, before: Token, surname: Token) -> bool:
        same = before.tag == "NNP" and before.sentence == surname.sentence
        return same and self._matches[before.index] is None and before.entity == "PERSON"

    def _repeats(self, token: Token) -> bool:
        """Whether a capitalised word that equals a surname is one, whatever the tagger made of it."""
        match = self._matches[token.index]
        office = match is not None and match.entry.sort is Sort.ROLE and token.tag.startswith("NNP")
        surname = match is not None and match.entry.sort in NATIONAL and self._is_no_place(token)
        if match is not None and not office and not surname:
            return False
        if office and any(c.dep in ("det", "poss", "prep") for c in token.children):
            return False
        mention = self._reading.mention_by_token.get(token.index)
        if mention is not None and mention.head != token.index and mention.kind is MentionKind.NAME:
            return False
        return _is_no_month(token) if token.entity == "DATE" else token.dep in _NOMINAL

    def _is_no_place(self, token: Token) -> bool:
        """Whether a state's name that somebody bears is nowhere a place ("Carl Jordan … Jordan said")."""
        if _key(token.text) not in self._given:
            return False
        same = (t for t in self._reading.tokens if t.text == token.text)
        return not any(t.dep == "pobj" and t.head.lower in _PLACE for t in same)

    def _is_titled(self, head: int) -> bool:
        """Whether an office stands straight before the name that a token ends ("army Cmdr. X")."""
        mention = self._reading.mention_by_head[head]
        start = self._reading.tokens[head].end - len(mention.name)
        first = self._reading.token_at(start)
        match = self._matches[first.index - 1] if first is not None and first.index else None
        if first is None or match is None or match.last >= first.index:
            return False
        return match.entry.sort is Sort.ROLE and mention.label != "GPE"

    def _whole(self, name: str, head: int) -> str:
        """A name with what the language model cut off at a particle ("Omar" + "al-Masri")."""
        tokens = self._reading.tokens
        if name.rsplit(" ", 1)[-1].lower() in _PARTICLES and head + 2 < len(tokens):
            joined = tokens[head + 1].text in _DASHES and tokens[head + 2].tag.startswith("NNP")
            return name + tokens[head + 1].text + tokens[head + 2].text if joined else name
        if " " in name or not name.lower().startswith(_ARTICLES):
            return name
        first = self._reading.token_at(tokens[head].end - len(name))
        before = tokens[first.index - 1] if first is not None and first.index else None
        if before is None or before.entity != "PERSON" or self._matches[before.index] is not None:
            return name
        return f"{before.text} {name}"

    def _fullest(self, name: str, head: int) -> str:
        """The fullest form of a name: its chain's, or that of the one person with its last word."""
        mention = self._reading.mention_by_head.get(head)
        chain = _bare(self._reading.chains[mention.chain].name) if mention else ""
        surname = _key(name.rsplit(" ", 1)[-1])
        sure = " " in chain and surname in (_key(chain.rsplit(" ", 1)[-1]), _family_first(chain))
        for full in (chain if sure else "", self._surnames.get(surname, ""), chain):
            if full and set(_plain(name)) <= set(_plain(full)):
                return full
        return name

    def _enter(self, head: int, name: str, surface: str) -> None:
        name = self._spelled.setdefault(tuple(_plain(name)), name)
        self.at[head] = name
        self.heads[name].append(self._reading.tokens[head])
        start = self._reading.tokens[head].end - len(surface)
        first = self._reading.token_at(start)
        if first is not None and first.start == start:
            self._starts[first.index] = head
            self._firsts[head] = first.index

    def _is_namesake(self, mention: Mention) -> bool:
        """Whether a full name ends in a word that names a state, a people or a firm too ("Carl Jordan")."""
        match = self._matches[mention.head]
        named = match is not None and (match.entry.sort in NATIONAL or match.entry.sort is Sort.NAMED)
        one_word = match is not None and match.first == match.last and named
        first = mention.name.split()[0].lower()
        given = first in lexicon().name_gender or is_english(mention.name)
        return one_word and given and mention.label == "PERSON" and " " in mention.name

    def _is_body(self, head: int) -> bool:
        match = self._matches[head]
        return match is not None and match.entry.sort not in OFFICES and match.last >= head


def _is_no_month(token: Token) -> bool:
    """Whether a surname that is a month stands where none does ("thanked MAY", "wrote to MAY")."""
    if any(c.entity == "DATE" or c.pos == "NUM" for c in token.children):
        return False
    if token.dep != "pobj":
        return token.dep in _ACTING
    above = token.head.head
    spans = token.head.lower == "to" and any(c.lower == "from" for c in (*above.children, above))
    return token.head.lower in _TOWARDS and not spans


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    """A name without the offices, bodies and states that the language model took into it."""
    words = name.split()
    matches = find([(w, w.lower().removesuffix("s")) for w in words])
    start = 0
    while start < len(words) - 1:
        match = matches[start]
        if match is None or match.entry.sort not in _TITLES or _is_given(words, matches, start):
            break
        start += 1
    fields = [i for i, w in enumerate(words[:-1]) if w.lower() in word_list("fields")]
    return known_part(" ".join(words[max([start, *(i + 1 for i in fields)]) :]))


def _is_given(words: Sequence[str], matches: Sequence[Match | None], at: int) -> bool:
    """Whether a state's name is the given name before a surname ("Chad" in "Chad Holm")."""
    return words[at].lower() in given_names_of_states() and at + 2 == len(words) and matches[at + 1] is None


def _contradicts(name: str, told: Mapping[str, Collection[Gender]]) -> bool:
    """Whether the titles before a surname are not those of who bears a full name ("Mr. Holm", Ann Holm)."""
    given, *others = name.split()
    genders = told.get(_key(others[-1]), ()) if others else ()
    gender = lexicon().name_gender.get(given.lower())
    return len(genders) == 1 and gender is not None and gender not in genders


def _surnames(names: Sequence[str]) -> dict[str, str]:
    """The fullest name for each surname, and for the first word of names that put the family name first."""
    found: dict[str, str] = {}
    bearers: dict[str, Counter[str]] = defaultdict(Counter)
    for name in filter(None, names):
        bearers[_key(name.rsplit(" ", 1)[-1])][name] += 1
    for surname, uses in bearers.items():
        chief = max(uses, key=lambda n: (" " in n and not n.split()[0].isupper(), uses[n]))
        found[surname] = max((n for n in uses if set(_plain(chief)) <= set(_plain(n))), key=len)
    for name in filter(None, names):
        first = _key(name.split(" ", 1)[0])
        if " " in name and found.get(first, "").lower() == first:  # it stands alone elsewhere
            found[first] = name
    return found


def _family_first(name: str) -> str:
    """The family name that a full name begins with ("kim" of "Kim Min-ho"); "" if it ends with its own."""
    first = name.split(" ", 1)[0].lower()
    words = lexicon()
    return first if first in words.family_first and first not in words.name_gender else ""


def _key(word: str) -> str:
    """A surname to compare by: in lower case, without an Arabic article ("Al-Nimr", "al-Nimr")."""
    word = word.lower()
    return word[3:] if word.startswith(_ARTICLES) else word


def _plain(name: str) -> list[str]:
    return [_key(w) for w in name.replace("-", " ").split() if _key(w) not in _PARTICLES] or [name.lower()]


def _misspelt(surnames: dict[str, str], written: Collection[str]) -> dict[str, str]:
    """Names whose surname is once a letter longer ("Karim Rohani … Rouhani"), each as it is written most."""
    found: dict[str, str] = {}
    uses = Counter(_key(name.rsplit(" ", 1)[-1]) for name in written)
    for key, alone in surnames.items():
        if " " in alone or len(key) < _TELLING:
            continue
        full = {name for other, name in surnames.items() if " " in name and _differ_by_one(key, other)}
        if len(full) == 1:
            (name,) = full
            given, surname = name.rsplit(" ", 1)
            best = f"{given} {alone}" if uses[key] > uses[_key(surname)] else name
            found[alone] = found[name] = best
    return found


def _differ_by_one(one: str, two: str) -> bool:
    """Whether one word is the other with a letter more, but for a plural's."""
    short, long = sorted((one, two), key=len)
    if len(long) != len(short) + 1 or long == f"{short}s":
        return False
    return any(long[:i] + long[i + 1 :] == short for i in range(1, len(long)))
