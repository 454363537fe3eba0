"""Sieves over names: the same name, its acronym, a surname and the full name."""

from __future__ import annotations

from collections import defaultdict

from dragoman.language.coreference.clusters import Clusters
from dragoman.language.coreference.features import Node, title_gender
from dragoman.language.lexicon import Lexicon, Sort, bare, lexicon
from dragoman.language.reading import MentionKind

_SMALL = frozenset("the of and for & in on - ‐ ‑".split())
_PLACES = frozenset({Sort.COUNTRY, Sort.PLACE})
_LONGEST_ACRONYM = 7

Key = tuple[str, ...]


def link_names(nodes: list[Node], clusters: Clusters) -> None:
    """Link the mentions that bear the same name, in full, as an acronym or in part."""
    words = lexicon()
    by_key: dict[Key, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.kind is MentionKind.NAME:
            by_key[name_key(node, words)].append(node)
    _settle_sorts(by_key, words)
    for same in by_key.values():
        for node in same[1:]:
            if _agree(same[0], node):
                clusters.merge(same[0], node)
    _link_acronyms(by_key, clusters)
    _link_parts(nodes, by_key, clusters, words)


def name_key(node: Node, words: Lexicon) -> Key:
    """The words by which two mentions bear the same name; a country by any of its names is its code."""
    name = [bare(w.text) for w in node.draft.words]
    if name and name[0] == "the":
        name = name[1:]
    if node.sort is not Sort.PERSON:
        whole = " ".join(name)
        if node.sort is Sort.COUNTRY and whole in words.countries:
            return (words.countries[whole],)
        return tuple(sorted(w for w in name if w not in _SMALL)) or tuple(name)
    return tuple(w for w in name if w not in _SMALL and w not in words.suffixes)


def _settle_sorts(by_key: dict[Key, list[Node]], words: Lexicon) -> None:
    """Let what one name stands for be decided once for all its occurrences, by vote."""
    persons = {
        part
        for key, same in by_key.items()
        if len(key) > 1 and same[0].sort is Sort.PERSON
        for part in (key[-1], key[0])
    }
    for key, same in by_key.items():
        votes: dict[Sort, float] = defaultdict(float)
        for node in same:
            votes[node.sort] += 3 if node.draft.titles else 1
        votes[Sort.OTHER] *= 0.1
        if len(key) == 1 and key[0] in persons and not any(n.sort is Sort.COUNTRY for n in same):
            votes[Sort.PERSON] += len(same)
        sort = max(votes, key=lambda s: votes[s])
        for node in same:
            node.sort = sort
            if sort is Sort.PERSON and node.gender is None:
                node.gender = title_gender(node.draft, words) or words.name_gender.get(
                    node.draft.words[0].lower
                )


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


def _link_parts(nodes: list[Node], by_key: dict[Key, list[Node]], clusters: Clusters, words: Lexicon) -> None:
    """Link a shorter form of a name to the full name that fits it best: "Kabulov" to "Zamir Kabulov"."""
    by_part: dict[str, list[Key]] = defaultdict(list)
    for key in by_key:
        for part in set(key):
            by_part[part].append(key)
    for key, same in by_key.items():
        candidates = [k for k in by_part[key[-1]] if len(k) > len(key)] if key else []
        fitting = [
            (rank, k) for k in candidates if (rank := _part_rank(key, k, same[0], by_key[k][0], words))
        ]
        if not fitting:
            continue
        best = max(rank for rank, _ in fitting)
        full = [k for rank, k in fitting if rank == best]
        for node in same:
            target = _nearest(node, [n for k in full for n in by_key[k]])
            if target is not None:
                clusters.merge(target, node)


def _part_rank(part: Key, full: Key, short: Node, long: Node, words: Lexicon) -> int:
    """How well a shorter name fits a longer one; 0 if it does not."""
    if long.sort is Sort.PERSON and short.sort in {Sort.PERSON, Sort.OTHER, Sort.BODY, Sort.PLACE}:
        if full[-len(part) :] == part:
            return 3
        if full[: len(part)] == part:
            return 3 if full[0] in words.family_first and full[0] not in words.name_gender else 2
        if len(part) > 1 and part[0] == full[0] and part[-1] == full[-1] and set(part) <= set(full):
            return 3
        return 1 if len(part) == 1 and part[0] in full and short.sort is Sort.PERSON else 0
    if short.sort is long.sort is Sort.BODY and set(part) < set(full) and len(part) > 1:
        return 1
    return 0


def _nearest(node: Node, candidates: list[Node]) -> Node | None:
    """The last fitting candidate before a mention, else the first after it."""
    fitting = [c for c in candidates if not (node.gender and c.gender and node.gender is not c.gender)]
    before = [c for c in fitting if c.index < node.index]
    return before[-1] if before else (fitting[0] if fitting else None)
