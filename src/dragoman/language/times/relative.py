"""Times counted from another: "yesterday", "last month", "two weeks ago", "the third quarter"."""

from __future__ import annotations

import datetime as dt

from dragoman.language.times.dates import year_number
from dragoman.language.times.moments import Moment, date_of, shifted, weekday_near
from dragoman.language.times.scan import Match, Scan
from dragoman.language.times.tense import FUTURE, PAST

_SATURDAY = 5
_FARTHEST = 200  # units: "500 years ago" names no calendar time of the news


def named_day(scan: Scan, index: int) -> Match | None:
    """ "yesterday", "later today", "the day after tomorrow"."""
    if scan.published is None or _is_in_title(scan, index):
        return None
    if scan.words.triggers.get(scan.word(index + 1, index)) == "weekday":
        return None  # "overnight Tuesday" is read from its weekday
    away = scan.words.days[scan.tokens[index].lower]
    first = index
    if scan.word(index - 2, index) == "day" and scan.word(index - 1, index) in ("after", "before"):
        first, away = index - 2, away * 2
    found = shifted(scan.published, "day", away)
    return _match(scan, first, scan.with_part_of_day(index), found, "day")


def _is_in_title(scan: Scan, index: int) -> bool:
    """ "USA Today", "the Today programme": a capital that opens nothing."""
    before, token = scan.token(index - 1, index), scan.tokens[index]
    return before is not None and token.text[0].isupper() and before.text[-1].isalnum()


def part_of_day(scan: Scan, index: int) -> Match | None:
    """ "this morning", "last night", "that evening"."""
    pointer = scan.word(index - 1, index)
    if pointer in ("that", "same"):
        return _match(scan, index - 1, index, scan.anchor(index, "day"), "day")
    if scan.published is None or pointer not in ("this", "last"):
        return None
    found = shifted(scan.published, "day", -1 if pointer == "last" else 0)
    return _match(scan, index - 1, index, found, "day")


def unit(scan: Scan, index: int) -> Match | None:
    """A unit of the calendar with what says which one is meant."""
    name = scan.words.units[scan.tokens[index].lower]
    if name == "quarter":
        return quarter(scan, index)
    if name == "weekend":
        return weekend(scan, index)
    return (
        _counted(scan, index, name) or _pointed(scan, index, name) or _stage(scan, index, name)
        or _beside_day(scan, index, name)
    )  # fmt: skip


def _counted(scan: Scan, index: int, name: str) -> Match | None:
    """ "two weeks ago", "three days later", "a year earlier", "a month from now"."""
    hyphen = scan.word(index + 1, index) == "-"
    last = index + 2 if hyphen else index + 1
    word = scan.word(last, index)
    if word == "from" and scan.word(last + 1, index) in ("now", "today"):
        away, start, last = FUTURE, scan.published, last + 1
    elif word in ("ago", "earlier", "later", "before", "after"):
        if word in ("before", "after") and not _ends_phrase(scan, last):
            return None
        away = FUTURE if word in ("later", "after") else PAST
        start = scan.published if word == "ago" else _start(scan, index, name, word)
    else:
        return None
    first, count = (index, 1) if hyphen else _count(scan, index)
    if start is None or not 0 < count <= _FARTHEST:
        return None
    found = shifted(start, name, away * count)
    return Match(scan.begin(first), last, Moment(found, name), stands=word == "ago") if found else None


def _start(scan: Scan, index: int, name: str, word: str) -> dt.date | None:
    anchor = scan.anchor(index, name)
    if anchor is None and name == "year" and word == "earlier":
        return scan.published  # "up 5 percent from a year earlier"
    return anchor


def _ends_phrase(scan: Scan, last: int) -> bool:
    """Whether nothing hangs on "before" or "after": "two days before." but not "two days before the vote"."""
    following = scan.token(last + 1, last)
    return following is None or not (following.text[0].isalnum() or following.text in "$“\"'")


def _count(scan: Scan, index: int) -> tuple[int, int]:
    """First token and value of the number before a unit; 0 where there is none ("several weeks ago")."""
    number = scan.words.count(scan.word(index - 1, index))
    if number is None and scan.word(index - 1, index) == "-":
        number = scan.words.count(scan.word(index - 2, index))
    if number is None:
        return index, 0
    tens = scan.words.count(scan.word(index - 3, index)) if scan.word(index - 2, index) == "-" else None
    if tens and tens >= 20 and number < 10:
        return index - 3, tens + number
    return index - 1, number


def _pointed(scan: Scan, index: int, name: str) -> Match | None:
    """ "last month", "this week", "the following day", "the same year"."""
    sets = scan.words.sets
    word, before = scan.word(index - 1, index), scan.word(index - 2, index)
    if scan.tokens[index].lower != name:
        return None
    away = 0 if word in sets["same"] else PAST if word in sets["before"] else FUTURE
    if away < FUTURE or (word in sets["after"] and (word != "next" or before == "the")):
        return _from_anchor(scan, index, name, away)
    if scan.published is None or (word in sets["last"] and before in ("the", "over", "in")):
        return None  # "over the past week" is a duration
    for pointer, away in (("last", -1), ("this", 0), ("next", 1)):
        if word in sets[pointer] and not (word == "current" and before != "the"):
            return _match(scan, index - 1, index, shifted(scan.published, name, away), name)
    return None


def _from_anchor(scan: Scan, index: int, name: str, away: int) -> Match | None:
    start = scan.anchor(index, name)
    return _match(scan, index - 1, index, shifted(start, name, away) if start else None, name)


def _stage(scan: Scan, index: int, name: str) -> Match | None:
    """ "the end of the month", "later in the year", "year-end": of the current one, or of the one told of."""
    sets, word = scan.words.sets, scan.word(index - 1, index)
    if scan.published is None or scan.tokens[index].lower != name or name == "day":
        return None
    if word == "the" and scan.word(index - 2, index) in ("of", "in"):
        stage = scan.word(index - 3, index)
        if stage in sets["stages"] or stage in ("later", "earlier", "late", "early"):
            return Match(index - 3, index, Moment(scan.published, name))
    after = scan.word(index + 1, index)
    if after in ("-", "'s") and scan.word(index + 2, index) == "end":
        return Match(index, index + 2, Moment(scan.published, name))
    if (after == "end" or word == "of") and (after == "end" or scan.word(index - 2, index) == "end"):
        return Match(
            index - 2 if word == "of" else index, index + (after == "end"), Moment(scan.published, name)
        )
    return None


def _beside_day(scan: Scan, index: int, name: str) -> Match | None:
    """ "Earlier in the day": the day told of, or that of publication."""
    if name != "day" or scan.word(index - 1, index) != "the" or scan.word(index - 2, index) != "in":
        return None
    if scan.word(index - 3, index) not in ("later", "earlier", "late", "early"):
        return None
    return _match(scan, index - 3, index, scan.anchor(index, "day") or scan.published, "day")


def weekend(scan: Scan, index: int) -> Match | None:
    """ "Last weekend", "over the weekend": the week that it ends."""
    word, published, sets = scan.word(index - 1, index), scan.published, scan.words.sets
    if published is None or scan.tokens[index].lower != "weekend":
        return None
    if word in sets["next"]:
        found = weekday_near(published, _SATURDAY, FUTURE)
    elif word in sets["last"]:
        start = shifted(published, "day", -2)
        found = weekday_near(start, _SATURDAY, PAST) if start else None
    elif word in ("the", "this"):
        away = scan.direction(index - 1, index)
        start = shifted(published, "day", -1) if published.weekday() > _SATURDAY else published
        found = weekday_near(start, _SATURDAY, away) if start else None
    else:
        return None
    return _match(scan, index - 1, index, found, "week")


def season(scan: Scan, index: int) -> Match | None:
    """ "spring 2018", "last summer", "the winter of 1994": the year."""
    for at in (index + 1, index + 2 if scan.word(index + 1, index) == "of" else index + 1):
        if (number := year_number(scan.word(at, index))) is not None:
            return Match(scan.begin(index), at, Moment(dt.date(number, 1, 1), "year"))
    word, sets, published = scan.word(index - 1, index), scan.words.sets, scan.published
    if published is None or scan.tokens[index].tag[:2] == "VB":
        return None
    begin = date_of(published.year, scan.words.seasons[scan.tokens[index].lower], 1)
    if begin is None:
        return None
    if word in sets["last"]:
        over = shifted(begin, "month", 3)
        found = begin if over and over <= published else shifted(begin, "year", -1)
    elif word == "this":
        found = begin
    elif word in sets["next"]:
        found = begin if begin > published else shifted(begin, "year", 1)
    else:
        return None
    return _match(scan, index - 1, index, found, "year")


def quarter(scan: Scan, index: int) -> Match | None:
    """ "the third quarter of 1988", "last quarter": the year, for no finer precision can say it."""
    at = index - 2 if scan.word(index - 1, index) in ("-", "fiscal") else index - 1
    number = scan.words.ordinal(scan.word(at, index))
    if number is None or number > 4:
        return _relative_quarter(scan, index)
    if scan.word(at - 1, index) == "fiscal":
        at -= 1
    after = index + 2 if scan.word(index + 1, index) == "of" else index + 1
    if (year := year_number(scan.word(after, index))) is not None:
        return Match(at, after, Moment(dt.date(year, 1, 1), "year"))
    if (year := year_number(scan.word(at - 1, index))) is not None:
        return Match(at - 1, index, Moment(dt.date(year, 1, 1), "year"))
    if scan.published is None:
        return None
    away = PAST if scan.word(at - 1, index) in ("ago", "earlier") else 0
    if scan.is_in(after, index, "last") and scan.word(after + 1, index) == "year":
        return _match(scan, at, after + 1, shifted(scan.published, "year", -1), "year")
    if away == 0 and number > (scan.published.month + 2) // 3 and scan.direction(at, index) == PAST:
        away = PAST  # the fourth quarter told of in January
    return _match(scan, at, index, shifted(scan.published, "year", away), "year")


def _relative_quarter(scan: Scan, index: int) -> Match | None:
    word, published = scan.word(index - 1, index), scan.published
    if published is None or scan.word(index + 1, index) == "of":
        return None
    if word in ("ago", "earlier"):
        return _match(scan, index, index, shifted(published, "year", PAST), "year")
    for pointer, away in (("last", -3), ("this", 0), ("next", 3), ("before", -3)):
        if scan.is_in(index - 1, index, pointer):
            return _match(scan, index - 1, index, shifted(published, "month", away), "year")
    if word in ("the", "latest"):
        return _match(scan, index, index, published, "year")
    return None


def ordinal_day(scan: Scan, index: int) -> Match | None:
    """ "On the 15th": the nearest such day on the side of the tense."""
    day = scan.words.ordinal(scan.tokens[index].lower)
    following = scan.token(index + 1, index)
    if scan.published is None or not day or scan.word(index - 1, index) != "the":
        return None
    if scan.word(index - 2, index) not in ("on", "until", "by", "since"):
        return None
    if following is not None and (following.tag[:2] in ("NN", "JJ") or following.lower in ("of", "century")):
        return None
    away = scan.direction(index - 1, index)
    months = [shifted(scan.published.replace(day=1), "month", n * away) for n in (0, 1, 2)]
    days = [d for m in months if m and (d := date_of(m.year, m.month, day))]
    side = (d for d in days if (d <= scan.published if away == PAST else d >= scan.published))
    return _match(scan, index - 1, index, next(side, None), "day")


def _match(scan: Scan, first: int, last: int, found: dt.date | None, precision: str) -> Match | None:
    return Match(scan.begin(first), last, Moment(found, precision)) if found else None
