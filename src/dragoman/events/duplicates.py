"""One happening, one event: mentions of the same happening are one record."""

from __future__ import annotations

from dragoman.article import Zone
from dragoman.events.circumstances import Circumstances
from dragoman.events.happening import Happening
from dragoman.language import Reading
from dragoman.records import Date


def distinct(reading: Reading, happenings: list[Happening], circumstances: Circumstances) -> list[tuple[Happening, Date | None]]:
    """The happenings of a report, each once, with its date.

    A second mention has the same type, the same countries on both sides and a day that does not differ; in one
    sentence, a mention that knows fewer of the people is one too.
    """
    kept: list[tuple[Happening, Date | None]] = []
    for happening in happenings:
        date = circumstances.date(happening)
        for place, (other, day) in enumerate(kept):
            if _same(happening, date, other, day):
                if _fullness(happening, date, reading) > _fullness(other, day, reading) + 1:
                    kept[place] = (happening, date)
                break
        else:
            kept.append((happening, date))
    return kept


def _same(a: Happening, a_day: Date | None, b: Happening, b_day: Date | None) -> bool:
    if a.event is not b.event or a.status is not b.status:
        return False
    one, other = _codes(a), _codes(b)
    if a.anchor.sentence == b.anchor.sentence:
        return all(x <= y or y <= x for x, y in zip(one, other, strict=True)) and _days_agree(a_day, b_day)
    return (
        one == other and _days_agree(a_day, b_day) and bool(_matter(a) & _matter(b))
    )


def _matter(happening: Happening) -> set[str]:
    """What a mention is about: its words and its mode."""
    words = {t.lemma for t in happening.words if t.pos in ("NOUN", "VERB", "ADJ")}
    return words | ({happening.mode} if happening.mode else set())


def _codes(happening: Happening) -> tuple[frozenset[str], frozenset[str]]:
    return (
        frozenset(a.country or a.name for a in happening.actors),
        frozenset(a.country or a.name for a in (*happening.recipients, *happening.partners)),
    )


def _days_agree(a: Date | None, b: Date | None) -> bool:
    if a is None or b is None:
        return True
    length = min(len(a.value), len(b.value))
    return a.value[:length] == b.value[:length] or "W" in a.value + b.value


def _fullness(happening: Happening, date: Date | None, reading: Reading) -> int:
    in_body = reading.sentence_of(happening.anchor).zone is Zone.BODY
    return 3 * in_body + len(happening.actors) + len(happening.recipients) + len(happening.partners) + (date is not None)
