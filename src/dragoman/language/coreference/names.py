"""Sieves over names: the same name, its acronym, a surname and the full name."""

from __future__ import annotations

from collections import defaultdict

from dragoman.language.coreference.clusters import Clusters
from dragoman.language.coreference.features import Determiner, Node, Number, name_gender, title_gender
from dragoman.language.lexicon import Lexicon, Sort, bare, lexicon
from dragoman.language.reading import MentionKind, Token

_SMALL = frozenset("the of and for & in on - ‐ ‑".split())
_CORPORATE = frozenset("co inc corp ltd plc group llc ag sa gmbh corporation company".split())
_MAY_BE_PERSON = frozenset({Sort.PERSON, Sort.OTHER, Sort.BODY, Sort.PLACE})
_VOTES = {Sort.OTHER: 0.1, Sort.COUNTRY: 9.0}
_SURE = 30.0  # the vote of a title or an age beside a name
_AGES = range(10, 111)
_LONGEST_ACRONYM = 7
_TELLING = 6  # letters of a surname from which another letter is a slip of the pen

_RELATIVES = frozenset(
    "father mother brother sister son daughter wife husband uncle aunt cousin grandfather grandmother".split()
)
_KIN = _RELATIVES | {"lady"}  # "first lady"
_JUNIOR = frozenset({"jr", "junior"})

Key = tuple[str, ...]


def link_names(nodes: list[Node], clusters: Clusters) -> None:
    """Link the mentions that bear the same name, in full, as an acronym or in part."""
    words = lexicon()
    by_key = _by_key(nodes, words)
    parts = _parts(by_key, words)
    for key, same in by_key.items():
        if key not in parts:
            _link_same(same, clusters)
    _link_acronyms(by_key, clusters)
    for key in sorted(parts, key=len, reverse=True):
        _link_part(by_key[key], [by_key[k] for k in parts[key]], clusters)


def settle_sorts(nodes: list[Node]) -> None:
    """Let what one name stands for be decided once for all its occurrences, by vote."""
    words = lexicon()
    _settle_by_article(nodes)
    _settle_by_apposition(nodes, words)
    by_key = _by_key(nodes, words)
    full = [key for key, same in by_key.items() if len(key) > 1 and _vote(same) is Sort.PERSON]
    given, surnames = {key[0] for key in full}, {key[-1] for key in full}
    for key, same in by_key.items():
        alone = len(key) == 1
        person = alone and key[0] in given | surnames and _not_settled(same)
        sort = Sort.PERSON if person else _vote(same)
        surname = alone and key[0] in surnames - given
        for node in same:
            node.sort = sort
            if sort is Sort.PERSON and surname:
                node.gender = title_gender(node.draft, words)
            elif sort is Sort.PERSON and node.gender is None:
                node.gender = name_gender(node.draft, words)


def _settle_by_article(nodes: list[Node]) -> None:
    """Take a bare name with "the" to be no person's but a group's ("the Houthis")."""
    for node in nodes:
        if node.kind is not MentionKind.NAME or len(node.draft.words) > 1 or node.draft.titles:
            continue
        introduced = node.determiner is Determiner.DEFINITE and not node.modifiers
        if introduced and node.sort is Sort.PERSON and not node.head.text.isupper():
            node.sort = Sort.GROUP
            node.number = Number.PLURAL if node.head.text.endswith("s") else None


def _settle_by_apposition(nodes: list[Node], words: Lexicon) -> None:
    """Take a name in apposition to a noun for a person to be a person's, unless it ends in a body's noun."""
    by_head = {n.head.index: n for n in nodes}
    for node in nodes:
        if node.kind is not MentionKind.NAME or node.sort in {Sort.COUNTRY, Sort.PERSON}:
            continue
        full = len(node.draft.words) > 1 and node.head.lower not in words.sorts
        if full and (_is_called_person(node, by_head) or _follows_person(node, words)):
            node.sort = Sort.PERSON


def _is_called_person(node: Node, by_head: dict[int, Node]) -> bool:
    """Whether a noun for one person is in apposition to a name, before or behind it."""
    beside = [c for c in node.head.children if c.dep == "appos"]
    if node.head.dep == "appos":
        above = node.head.head
        beside.append(above.head.head if above.head.dep == "prep" and above.tag == "NNP" else above)
    nouns = [by_head[t.index] for t in beside if t.index in by_head]
    return any(
        n.kind is MentionKind.NOMINAL and n.sort is Sort.PERSON and n.number is Number.SINGULAR for n in nouns
    )


def _follows_person(node: Node, words: Lexicon) -> bool:
    """Whether a noun for one person stands straight before a name ("the nurse Ann Holm")."""
    first = node.draft.words[0].index
    nouns = [c for c in node.head.children if c.index == first - 1 and c.dep in {"compound", "nmod"}]
    return any(c.tag == "NN" and words.sorts.get(c.lemma) is Sort.PERSON for c in nouns)


def _vote(same: list[Node]) -> Sort:
    """What most occurrences of a name stand for; titles before it weigh most, unknown sorts least."""
    votes: dict[Sort, float] = defaultdict(float)
    for node in same:
        titled = bool(node.draft.titles) and node.sort is Sort.PERSON
        if titled or (node.sort is not Sort.COUNTRY and _has_age(node)):
            votes[Sort.PERSON] += _SURE
        else:
            votes[node.sort] += _VOTES.get(node.sort, 1.0)
    return max(votes, key=lambda s: votes[s])


def _has_age(node: Node) -> bool:
    """Whether an age stands behind a name between commas ("Holm, 47, …")."""
    behind = [c for c in node.head.children if 0 < c.index - node.head.index < 3]
    told = len(behind) > 1 and behind[0].text == "," and behind[1].text.isdigit()
    return told and int(behind[1].text) in _AGES


def _not_settled(same: list[Node]) -> bool:
    return all(n.sort is not Sort.COUNTRY for n in same)


def _by_key(nodes: list[Node], words: Lexicon) -> dict[Key, list[Node]]:
    by_key: dict[Key, list[Node]] = defaultdict(list)
    juniors: dict[Key, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.kind is MentionKind.NAME:
            junior = node.sort is Sort.PERSON and bare(node.draft.words[-1].text) in _JUNIOR
            (juniors if junior else by_key)[name_key(node, words)].append(node)
    told_apart = any(len(key) > 1 and key in by_key for key in juniors)
    for key, same in juniors.items():  # "Ada Holm Jr." is another than "Ada Holm" where both are named
        by_key[(*key, "jr") if told_apart else key] += same
    return by_key


def name_key(node: Node, words: Lexicon) -> Key:
    """The words by which two mentions bear the same name; a country by any of its names is its code."""
    name = [bare(w.text) for w in node.draft.words]
    if name[0] == "the" and len(name) > 1:
        name = name[1:]
    if node.sort is Sort.GROUP and node.number is Number.PLURAL:
        name[-1] = name[-1].removesuffix("s")
    if node.sort is not Sort.PERSON:
        name = [part for word in name for part in words.expansions.get(word, (word,))]
        whole = " ".join(name)
        if node.sort is Sort.COUNTRY and whole in words.countries:
            return (words.countries[whole],)
        if node.determiner is Determiner.DEFINITE and whole in words.nicknames:
            return (words.nicknames[whole],)
        if "of" in name[1:-1]:  # "Department of State" bears the name of "State Department"
            cut = name.index("of")
            name = name[cut + 1 :] + name[:cut]
        return tuple(w for w in name if w not in _SMALL) or tuple(name)
    return tuple(w for w in name if w not in _SMALL and w not in words.suffixes)


def _partial(node: Node) -> bool:
    """Whether a plural name is of some of its bearers only ("some Democrats")."""
    return node.head.tag == "NNPS" and (node.determiner is Determiner.INDEFINITE or bool(node.modifiers))


def _agree(a: Node, b: Node) -> bool:
    return a.sort is b.sort and not (a.gender and b.gender and a.gender is not b.gender)


def _link_acronyms(by_key: dict[Key, list[Node]], clusters: Clusters) -> None:
    """Link "IAEA" to "International Atomic Energy Agency"."""
    full: dict[str, Node] = {}
    for same in by_key.values():
        words = [
            w.text for w in same[0].draft.words if w.text.lower() not in {"the", "&"} and w.text[0].isalpha()
        ]
        if len(words) > 1 and same[0].sort is not Sort.PERSON:
            for form in (
                "".join(w[0] for w in words),
                "".join(w[0] for w in words if w.lower() not in _SMALL),
            ):
                full.setdefault(form.upper(), same[0])
    for same in by_key.values():
        text = "".join(w.text for w in same[0].draft.words).replace(".", "")
        if 1 < len(text) <= _LONGEST_ACRONYM and text.isupper() and text in full:
            clusters.merge(full[text], same[0])


def _link_same(same: list[Node], clusters: Clusters) -> None:
    for node in same[1:]:
        if _agree(same[0], node) and not _partial(node):
            clusters.merge(same[0], node)


def _parts(by_key: dict[Key, list[Node]], words: Lexicon) -> dict[Key, list[Key]]:
    """For each shorter form of a name the full names that fit it best: for "Kabulov" "Zamir Kabulov"."""
    by_part: dict[str, list[Key]] = defaultdict(list)
    for key in by_key:
        for part in set(key):
            by_part[part].append(key)
    found: dict[Key, list[Key]] = {}
    for key, same in by_key.items():
        candidates = [k for k in by_part[key[-1]] if len(k) > len(key)] if key else []
        fitting = [
            (rank, k) for k in candidates if (rank := _part_rank(key, k, same[0], by_key[k][0], words))
        ]
        if fitting:
            best = max(rank for rank, _ in fitting)
            found[key] = [k for rank, k in fitting if rank == best]
        elif meant := _misspelt(key, same, by_key):
            found[key] = meant
    return found


def _misspelt(key: Key, same: list[Node], by_key: dict[Key, list[Node]]) -> list[Key]:
    """The one full name whose surname a word that comes only once has with another letter in it."""
    word = key[0] if len(key) == 1 == len(same) else ""
    if len(word) < _TELLING or same[0].sort not in _MAY_BE_PERSON - {Sort.PLACE}:
        return []
    near = [k for k in by_key if len(k) > 1 and len(k[-1]) == len(word) and k[-1][0] == word[0]]
    meant = [k for k in near if by_key[k][0].sort is Sort.PERSON and _differ_once(k[-1], word)]
    return meant if len(meant) == 1 else []


def _differ_once(one: str, two: str) -> bool:
    return sum(a != b for a, b in zip(one, two, strict=True)) == 1


def _link_part(same: list[Node], full: list[list[Node]], clusters: Clusters) -> None:
    """Link each mention of a shorter form of a name to the bearer that it stands for."""
    bearers: dict[int, list[Node]] = {}
    for named in full:
        if is_kin(named[0].head) and min(n.index for n in same) < named[0].index:
            continue  # "Holm … his father, Nils Holm": the surname was somebody else's before
        bearers.setdefault(clusters.find(named[0]), []).extend(named)
    if len(bearers) == 1 and _is_anothers(same, next(iter(bearers.values()))):
        bearers = {}
    if len(bearers) == 1:
        _link_same(same, clusters)
    ranked = sorted(bearers.values(), key=_standing, reverse=True)
    settled: list[Node] | None = None
    nameless: list[Node] = []
    for node in same:
        bearer = _bearer(node, ranked, settled)
        if bearer is None:
            nameless.append(node)
            continue
        clusters.merge(bearer[0], node)
        settled = bearer if _named_before(bearer, node) else settled
    if nameless:
        _link_same(nameless, clusters)


def _is_anothers(same: list[Node], bearer: list[Node]) -> bool:
    """Whether the titles before a surname tell that it is not that of the one person named in full."""
    told = {n.gender for n in same if n.gender}
    return len(told) == 1 and bearer[0].gender is not None and bearer[0].gender not in told


def _part_rank(part: Key, full: Key, short: Node, long: Node, words: Lexicon) -> int:
    """How well a shorter name fits a longer one; 0 if it does not."""
    if long.sort is Sort.PERSON:
        return _person_rank(part, full, short, words) if short.sort in _MAY_BE_PERSON else 0
    if full[:-1] == part and full[-1] in _CORPORATE:
        return 3
    if short.sort is long.sort is Sort.BODY and set(part) < set(full):
        if len(part) == 1:  # "the Department" after "the State Department"
            common = words.sorts.get(part[0]) is Sort.BODY
            return int(common and short.determiner is Determiner.DEFINITE and not short.nations)
        return int(short.head.lower == long.head.lower)
    return 0


def _person_rank(part: Key, full: Key, short: Node, words: Lexicon) -> int:
    if short.draft.words[0].text.isupper() and short.sort is not Sort.PERSON:
        return 0  # an abbreviation
    if not words.regal.isdisjoint(short.draft.titles):  # monarchs go by the given name
        return 3 if full[: len(part)] == part else 0
    if full[-len(part) :] == part:
        return 3
    if full[-1] == "jr":
        return int(len(part) == 1 and part[0] == full[-2])
    if full[: len(part)] == part:
        return 3 if full[0] in words.family_first and full[0] not in words.name_gender else 2
    if len(part) > 1 and part[0] == full[0] and part[-1] == full[-1] and set(part) <= set(full):
        return 3
    return int(len(part) == 1 and part[0] in full and short.sort is Sort.PERSON)


def is_kin(head: Token) -> bool:
    """Whether a name is introduced as that of somebody's relative ("his father, Nils Holm").

    Args:
        head: its head.
    """
    around = [*head.all("compound", "nmod", "appos"), *([head.head] if head.dep == "appos" else [])]
    return any(t.lemma in _KIN for t in around)


def _standing(same: list[Node]) -> tuple[int, int]:
    """How much the article makes of the bearer of a name; a bare surname is the chief bearer's."""
    titled = any(node.draft.titles or node.head.dep == "appos" for node in same)
    return len(same) + 2 * titled, -same[0].index


def _bearer(node: Node, bearers: list[list[Node]], settled: list[Node] | None) -> list[Node] | None:
    """The bearer of a full name whom a shorter form stands for.

    A surname stands for whom it stood for before; else for him who was named last, else for the chief bearer.

    Args:
        node: the shorter form. bearers: the mentions of each by full name, the chief bearer's first.
        settled: the bearer whom the shorter form last stood for, after he was named in full.
    """
    fitting = [b for b in bearers if not (node.gender and b[0].gender and node.gender is not b[0].gender)]
    if settled in fitting:
        return settled
    named = [b for b in fitting if _named_before(b, node)]
    return max(named, key=lambda b: _last_named(b, node)) if named else next(iter(fitting), None)


def _named_before(bearer: list[Node], node: Node) -> bool:
    return min(b.index for b in bearer) < node.index


def _last_named(bearer: list[Node], node: Node) -> int:
    """The last sentence before a mention that names a bearer in full."""
    return max(b.sentence for b in bearer if b.index < node.index)
