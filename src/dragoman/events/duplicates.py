"""One happening, one event: mentions of the same happening are one record."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.article import Zone
from dragoman.events.circumstances import Circumstances
from dragoman.events.happening import Happening, joined
from dragoman.events.sides import Side, side
from dragoman.language import Reading
from dragoman.records import Actor, ActorKind, Date, EventType

_BY_WORDS = frozenset({"verbal", "cooperation"})
_MEANS = frozenset({"by", "during", "in"})
_SHARED = 2  # nouns that two mentions of what was said have in common, at least
_SUFFERED = frozenset({EventType.ASSAULT, EventType.COERCE})
_SUPPOSED = "counterpart:partner"
_STATES = frozenset({ActorKind.GOVERNMENT})


def distinct(
    reading: Reading, happenings: Sequence[Happening], circumstances: Circumstances
) -> list[tuple[Happening, Date | None]]:
    """The happenings of a report, each once, with its date.

    A second mention has the same type, the same people on both sides (a leader and his state are the same)
    and a day that does not differ; what is done by words must be done by the same words, too. The fullest
    stays.
    """
    kept: list[tuple[Happening, Date | None]] = []
    for happening in happenings:
        date = circumstances.date(happening)
        for place, (other, day) in enumerate(kept):
            if _same(happening, date, other, day):
                if _fullness(happening, date, reading) > _fullness(other, day, reading):
                    kept[place] = (happening, date)
                break
        else:
            kept.append((happening, date))
    return kept


def _same(a: Happening, a_day: Date | None, b: Happening, b_day: Date | None) -> bool:
    if a.event is not b.event or a.status is not b.status or not _days_agree(a_day, b_day):
        return False
    if a.event is EventType.CONSULT:
        return _same_meeting(a, b)
    if a.event is EventType.ASSAULT and (_is_part(a, b) or _is_part(b, a)):
        return True
    if a.event in _SUFFERED and _is_of_one_victim(a, b):
        return True
    if a.anchor.sentence == b.anchor.sentence and not _both_told(a, b):
        return _within(_codes(a.actors), _codes(b.actors)) and _within(_codes(a.others), _codes(b.others))
    if a.group in _BY_WORDS:
        return (
            _alike(a.actors, b.actors)
            and _codes(_told(a)) == _codes(_told(b))
            and (
                bool(_words(a) & _words(b))
                or len(_topic(a) & _topic(b)) >= _SHARED
                or (_is_standing(a) and _is_standing(b))
            )
        )
    if not (a.others and b.others) and not (a.actors and b.actors):
        return False
    sides = (_codes(a.actors), _codes(a.others)), (_codes(b.actors), _codes(b.others))
    if (_is_noun(a) or _is_noun(b)) and sides[0] == sides[1] and a.mode == b.mode:
        return True  # "lifted the embargo", "the removal of the embargo"
    return bool(_words(a) & _words(b)) and all(_within(x, y) for x, y in zip(*sides, strict=True))


def _is_part(part: Happening, whole: Happening) -> bool:
    """Whether an attack is the means or outcome of another ("killed in a STRIKE", "fired, KILLING two")."""
    anchor = part.anchor
    if anchor.dep == "advcl" and anchor.tag == "VBG":
        return anchor.head in whole.words
    return anchor.dep == "pobj" and anchor.head.lower in _MEANS and anchor.head.head in whole.words


def _is_of_one_victim(a: Happening, b: Happening) -> bool:
    """Whether one person by name is attacked or arrested twice, by the same people as far as is told."""
    if a.event is EventType.COERCE and not a.mode == b.mode == "arrest":
        return False
    one, other = _victims(a), _victims(b)
    return bool(one) and one == other and _within(_codes(a.actors), _codes(b.actors))


def _victims(happening: Happening) -> set[str]:
    return {r.name for r in happening.recipients if r.kind is ActorKind.PERSON and " " in r.name}


def _both_told(a: Happening, b: Happening) -> bool:
    """Whether a sentence tells what was said to one side and, with another verb, to others, too."""
    if a.group not in _BY_WORDS or not (a.others and b.others) or _words(a) & _words(b):
        return False
    return _codes(a.others) != _codes(b.others) and a.anchor.pos == b.anchor.pos == "VERB"


def _told(happening: Happening) -> tuple[Actor, ...]:
    """The other side, but one that is only supposed to be the usual one: that makes no two deeds one."""
    return () if happening.rules[-1:] == [_SUPPOSED] else happening.others


def _same_meeting(a: Happening, b: Happening) -> bool:
    if _codes(_all(a)) != _codes(_all(b)):
        return False
    one, other = _persons(a), _persons(b)
    if one and other and not one & other:
        return False
    if a.mode == b.mode == "visit" and one & other:
        return True  # "landed in Spain and headed to Madrid"
    return _is_noun(a) or _is_noun(b) or bool(_words(a) & _words(b))


def _persons(happening: Happening) -> set[str]:
    return {a.name for a in _all(happening) if a.kind is ActorKind.PERSON}


def _is_noun(happening: Happening) -> bool:
    return happening.anchor.pos == "NOUN"


def _is_standing(happening: Happening) -> bool:
    """Whether it is told as what somebody goes on saying of somebody ("Spain blames Turkey")."""
    return bool(happening.others) and happening.anchor.tag in ("VBZ", "VBP")


def _all(happening: Happening) -> tuple[Actor, ...]:
    return joined(happening.actors, happening.partners, happening.recipients)


def _within(one: frozenset[Side], other: frozenset[Side]) -> bool:
    return one <= other or other <= one


def _alike(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> bool:
    """Whether two sides are the same people, a leader and his state counting as one."""
    if _codes(one) != _codes(other):
        return False
    names = {a.name for a in one} & {a.name for a in other}
    return bool(names) or any(a.kind in _STATES for a in (*one, *other))


def _words(happening: Happening) -> set[str]:
    return {t.lemma for t in happening.words if t.pos in ("NOUN", "VERB", "ADJ")}


def _topic(happening: Happening) -> set[str]:
    """The nouns that tell what it is about."""
    return {t.lemma for t in happening.anchor.subtree() if t.pos == "NOUN"}


def _codes(people: tuple[Actor, ...]) -> frozenset[Side]:
    return frozenset(side(a) or (a.name, False) for a in people)


def _days_agree(a: Date | None, b: Date | None) -> bool:
    if a is None or b is None:
        return True
    length = min(len(a.value), len(b.value))
    return a.value[:length] == b.value[:length] or "W" in a.value + b.value


def _fullness(happening: Happening, date: Date | None, reading: Reading) -> int:
    in_body = reading.sentence_of(happening.anchor).zone is Zone.BODY
    verbal = not _is_noun(happening) or happening.anchor.head in happening.words
    return 3 * in_body + len(_all(happening)) + (date is not None) + 2 * verbal
