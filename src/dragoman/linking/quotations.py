"""The same quotation across reports, even when one clips it or edits it lightly.

Candidates share a run of three words that is not common; each pair is then aligned by the library rapidfuzz.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from dragoman.linking.unions import Unions

RUN = 3  # words of a run that candidates share
FEWEST_WORDS = 4  # shorter quotations are phrases that anybody may have used
PHRASE = 6  # up to so many words, only a speaker of the same name may have said the same
COMMON = 200  # quotations that hold a run from which it tells nothing
ALIKE = 88.0  # rapidfuzz's partial ratio from which the shorter quotation stands in the longer

_MARKED = re.compile(r"“([^“”]+)”?|\"([^\"]+)\"?|(?<!\w)‘([^‘]+?)’(?!\w)")
_EDITED = re.compile(r"\[[^\]]*\]|\.\.\.|…")  # an editor's insertion or ellipsis
_WORD = re.compile(r"\w+(?:['’]\w+)?")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The quoted words of a statement.

    Args:
        statement: the statement's id.
        article: the article's id.
        words: what stands between quotation marks, pieces joined by blanks.
        speaker: the speaker's name as the report has it, if known.
        country: the country spoken for, if known.
    """

    statement: str
    article: str
    words: str
    speaker: str | None = None
    country: str | None = None


def quoted_words(text: str) -> str:
    """What stands between quotation marks in a text, pieces joined by blanks; "" if there are none."""
    found = (next(filter(None, match.groups())) for match in _MARKED.finditer(text))
    return " ".join(piece.strip() for piece in found)


def group_quotations(quotations: Iterable[Quotation]) -> list[list[Quotation]]:
    """The groups of quotations that give the same words of the same speaker, the fullest first in each.

    Two belong together when the words of the shorter stand in the longer but for small edits, and nothing
    speaks against one speaker: speakers of different countries, or of different family names, are two.

    Args:
        quotations: the quotations of many reports.
    """
    kept = [(q, norm) for q in quotations if (norm := _normal(q.words)).count(" ") >= FEWEST_WORDS - 1]
    unions: Unions[int] = Unions(range(len(kept)))
    longest = sorted(range(len(kept)), key=lambda i: (-len(kept[i][1]), kept[i][0].statement))
    seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in longest:
        quotation, words = kept[place]
        for other in _candidates(words, seen):
            # only with those that are no copy themselves, so that groups do not drift from clip to clip
            full, full_words = kept[other]
            if _one_speaker(quotation, full, words) and fuzz.partial_ratio(words, full_words) >= ALIKE:
                unions.join(other, place)
                break
        else:
            for run in _runs(words):
                seen[run].append(place)
    return [[kept[i][0] for i in members] for members in _ordered(unions, kept) if len(members) > 1]


def _normal(words: str) -> str:
    """Words in lower case without marks, insertions and ellipses."""
    plain = _EDITED.sub(" ", words.casefold().replace("’", "'"))
    return " ".join(_WORD.findall(plain))


def _runs(words: str) -> Iterator[tuple[str, ...]]:
    tokens = words.split()
    yield from dict.fromkeys(tuple(tokens[i : i + RUN]) for i in range(len(tokens) - RUN + 1))


def _candidates(words: str, seen: dict[tuple[str, ...], list[int]]) -> list[int]:
    """Fuller quotations that share a run, the one that shares most first."""
    shared: dict[int, int] = defaultdict(int)
    for run in _runs(words):
        holders = seen.get(run, ())
        if len(holders) <= COMMON:
            for place in holders:
                shared[place] += 1
    return sorted(shared, key=lambda place: (-shared[place], place))


def _one_speaker(one: Quotation, other: Quotation, words: str) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    if not one.speaker or not other.speaker:
        return True
    first, second = (set(_normal(name).split()) for name in (one.speaker, other.speaker))
    if first & second:
        return True
    return one.country == other.country is not None and words.count(" ") >= PHRASE


def _ordered(unions: Unions[int], kept: list[tuple[Quotation, str]]) -> list[list[int]]:
    """The sets, the fullest quotation first in each, in the order of the first statement."""
    sets = [sorted(members, key=lambda i: (-len(kept[i][1]), i)) for members in unions.sets()]
    return sorted(sets, key=min)
