"""Calendar dates: "Aug. 16, 2021", "3 March", "in July", "2014", "Tuesday", "Christmas Day"."""

from __future__ import annotations

import datetime as dt

from dragoman.language.times.moments import (
    Moment,
    date_of,
    holiday,
    in_week_of,
    nearest,
    shifted,
    weekday_near,
)
from dragoman.language.times.scan import MIDDLE, Match, Scan
from dragoman.language.times.tense import FUTURE, PAST

_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_FAR, _NEAR = 270, 90  # days: a bare date so far on the side of the tense is rather the near one opposite


def year_number(word: str) -> int | None:
    """The year that four digits may be."""
    if len(word) == 4 and word.isascii() and word.isdecimal() and _FIRST_YEAR <= int(word) <= _LAST_YEAR:
        return int(word)
    return None


def year(scan: Scan, index: int) -> Match | None:
    """ "in 2014", "the 2016 election", "early 2019"; not "2000 troops"."""
    number = year_number(scan.lower(index))
    if number is None or not _stands_as_year(scan, index):
        return None
    first = scan.begin(index)
    if scan.word(index - 1, index) == "fiscal":
        first = index - 1
    return Match(first, index, Moment(dt.date(number, 1, 1), "year"))


def _stands_as_year(scan: Scan, index: int) -> bool:
    token = scan.tokens[index]
    before, after = scan.word(index - 1, index), scan.token(index + 1, index)
    if before in ("$", "#", "£", "€", "no.", "number", "section", "article", "resolution", "flight", "about"):
        return False
    if after is not None and (after.text in ("%", "/") or after.lower in ("percent", "hours", "km", "gmt")):
        return False
    if after is not None and after.tag == "NNS" and token.head is after:
        return token.entity == "DATE" and before in ("the", "their", "its", "his", "her", "in")
    return token.entity == "DATE" or before in scan.words.sets["openers"]


def month(scan: Scan, index: int) -> Match | None:
    """A month with its day and year, as far as they are there."""
    number = scan.words.months[scan.lower(index)]
    if not scan.tokens[index].text.removeprefix(MIDDLE)[:1].isupper():
        return None
    if scan.names_something(index, index + bool(_day_number(scan, index + 1, index))):
        return None
    return feast(scan, index) or _with_day(scan, index, number) or _bare_month(scan, index, number)


def _with_day(scan: Scan, index: int, number: int) -> Match | None:
    first, last = index, index
    if day := _day_number(scan, index + 1, index):
        last = index + 1
        if _counts_things(scan, index + 1):
            return None
    elif day := _day_number(scan, index - 1, index):
        first = index - 1
    elif scan.word(index - 1, index) == "of" and (day := scan.words.ordinal(scan.word(index - 2, index))):
        first = index - 2
    if not day:
        return None
    if last > index:
        last = _range_end(scan, last)
    if (named := _year_after(scan, last)) is not None:
        last, number_of_year = named
        found = date_of(number_of_year, number, day)
    else:
        last = scan.with_part_of_day(last)
        found = _historic(scan, last, number, day) or _by_direction(scan, first, index, number, day)
    return Match(scan.begin(first), last, Moment(found, "day")) if found else None


def _day_number(scan: Scan, index: int, beside: int) -> int | None:
    word = scan.word(index, beside)
    number = int(word) if word.isdecimal() and len(word) <= 2 else scan.words.ordinal(word)
    return number if number and 1 <= number <= 31 else None


def _counts_things(scan: Scan, index: int) -> bool:
    """ "In June 30 people were killed": the number counts people."""
    head = scan.tokens[index].head
    return head.index > index and head.tag == "NNS" and scan.word(index - 2, index) == "in"


def _range_end(scan: Scan, last: int) -> int:
    """The end of "March 3-5"."""
    if scan.word(last + 1, last) in ("-", "–") and _day_number(scan, last + 2, last):
        return last + 2
    return last


def _year_after(scan: Scan, last: int) -> tuple[int, int] | None:
    """The token and number of a year behind a day or month: "3, 2016", "March 2016", "March of last year"."""
    at = last + 2 if scan.word(last + 1, last) in (",", "of", ".") else last + 1
    word = scan.word(at, last)
    if (number := year_number(word)) is not None:
        return at, number
    if scan.published is not None and scan.word(at + 1, last) == "year":
        for name, away in (("last", -1), ("this", 0), ("next", 1)):
            if word == name:
                return at + 1, scan.published.year + away
    return None


def _historic(scan: Scan, last: int, number: int, day: int) -> dt.date | None:
    """The day of history that a bare date means before a word such as "attacks"."""
    named = scan.words.historic_dates.get((number, day))
    if named and scan.is_in(last + 1, last, "historic_nouns"):
        return date_of(named, number, day)
    return None


def _by_direction(scan: Scan, first: int, head: int, number: int, day: int) -> dt.date | None:
    published = scan.published
    if published is None:
        return None
    away = scan.direction(first, head)
    years = range(published.year - 4, published.year + 5)  # 29 February may be four years off
    days = [d for y in years if (d := date_of(max(y, 1), number, day))]
    ahead = nearest([d for d in days if d >= published], published)
    behind = nearest([d for d in days if d <= published], published)
    wanted, other = (ahead, behind) if away == FUTURE else (behind, ahead)
    if scan.is_behind(first):
        return behind
    if wanted and other and abs((wanted - published).days) > _FAR and abs((other - published).days) < _NEAR:
        return other
    return wanted


def _bare_month(scan: Scan, index: int, number: int) -> Match | None:
    if not _stands_as_month(scan, index):
        return None
    if (named := _year_after(scan, index)) is not None:
        found = date_of(named[1], number, 1)
        return Match(scan.begin(index), named[0], Moment(found, "month")) if found else None
    published = scan.published
    if published is None:
        return None
    before, first = scan.word(index - 1, index), scan.begin(index)
    if before == "that":
        year_told = scan.anchor(index, "year")
        found = date_of(year_told.year, number, 1) if year_told else None
        return Match(index - 1, index, Moment(found, "month")) if found else None
    away = 0
    if before in scan.words.sets["last"] or before in scan.words.sets["next"]:
        first, away = index - 1, PAST if before in scan.words.sets["last"] else FUTURE
    else:
        first = index - 1 if before == "this" else first
    away, sure = away or scan.direction(first, index), bool(away) or scan.is_behind(first)
    distance = _months_away(published.month, number, away, "surely" if sure else "likely")
    if abs(distance) <= 1 and before in scan.words.sets["last"] | scan.words.sets["next"]:
        distance += 12 * away  # the one just over, or about to begin, is called "last month", "next month"
    found = shifted(published.replace(day=1), "month", distance)
    return Match(first, index, Moment(found, "month")) if found else None


def _stands_as_month(scan: Scan, index: int) -> bool:
    token = scan.tokens[index]
    before, after = scan.token(index - 1, index), scan.token(index + 1, index)
    if token.tag in ("MD", "VB", "VBP", "VBD", "VBZ") or token.entity == "PERSON":
        return False
    if before is not None and before.lower in scan.words.sets["openers"]:
        return True
    if token.dep in ("nsubj", "nsubjpass"):
        return False  # "May has won": a namesake
    if before is not None and before.tag == "NNP" and before.lower not in scan.words.triggers:
        return False
    if after is not None and year_number(after.text):
        return True
    return token.entity == "DATE" and token.tag[:2] in ("NN", "JJ")


def _months_away(month: int, wanted: int, away: int, how: str) -> int:
    """How many months off the wanted one is, on the side of the tense.

    Where that is only likely, the month beside this one is meant: "in January", said in December.
    """
    distance = (wanted - month) % 12 if away == FUTURE else -((month - wanted) % 12)
    return distance - 12 * away if abs(distance) == 11 and how == "likely" else distance


def weekday(scan: Scan, index: int) -> Match | None:
    """ "Tuesday", "last Friday", "Wednesday, March 3", "Monday of last week"."""
    token = scan.tokens[index]
    if not token.text[0].isupper() or scan.names_something(index, index):
        return None
    number = scan.words.weekdays[token.lower]
    if (dated := _dated(scan, index, number)) is not None:
        return dated
    if scan.is_in(index - 1, index, "repeating") or scan.is_in(index + 1, index, "parts_repeated"):
        return None
    if _is_title(scan, index):
        return None
    first = index - 1 if _is_pointed(scan, index) else index
    last = scan.with_part_of_day(index)
    week_last, found = _in_named_week(scan, last, number)
    if found is None:
        found = _weekday_by_words(scan, first, index, number)
    return Match(scan.begin(first), max(last, week_last), Moment(found, "day")) if found else None


def short_weekday(scan: Scan, index: int) -> Match | None:
    """ "Mon" and "Sat." with a date beside them."""
    token = scan.tokens[index]
    return _dated(scan, index, scan.words.short_weekdays[token.lower]) if token.text[0].isupper() else None


def _is_title(scan: Scan, index: int) -> bool:
    """ "Bloody Sunday", "Black Friday": one name with the adjective before it."""
    before, token = scan.token(index - 1, index), scan.tokens[index]
    return (
        before is not None
        and before.text in ("Bloody", "Black", "Super", "Cyber", "Ruby", "Ash", "Shrove", "Fat", "Casual")
        and token.head is not before
    )


def _dated(scan: Scan, index: int, number: int) -> Match | None:
    """A weekday with its date: "Monday, Aug. 16" or "Monday 16 August"."""
    at = scan.skip_mark(index + 1, index)
    at = at + 1 if scan.word(at, index) == "the" else at
    for place in (at, at + 1, at + 2):
        if scan.words.triggers.get(scan.word(place, index)) == "month":
            found = _with_day(scan, place, scan.words.months[scan.word(place, index)])
            if found is None or found.first > at:
                return None
            return Match(scan.begin(index), found.last, _fitting(scan, found.last, found.moment, number))
    return None


def _fitting(scan: Scan, last: int, moment: Moment, number: int) -> Moment:
    """The date in the year in which it falls on the weekday, unless the words name the year."""
    day = moment.day
    if scan.published is None or year_number(scan.tokens[last].text):
        return moment
    years = (day.year + away for away in (0, -1, 1))
    fitting = [d for y in years if (d := date_of(y, day.month, day.day)) and d.weekday() == number]
    return Moment(fitting[0], "day") if fitting else moment


def _is_pointed(scan: Scan, index: int) -> bool:
    sets = scan.words.sets
    word = scan.word(index - 1, index)
    return any(word in sets[name] for name in ("last", "this", "next", "before", "after", "same"))


def _in_named_week(scan: Scan, last: int, number: int) -> tuple[int, dt.date | None]:
    """The day and last token of "Monday of last week", "Tuesday next week"."""
    at = last + 2 if scan.word(last + 1, last) == "of" else last + 1
    if scan.published is None or scan.word(at + 1, last) != "week":
        return last, None
    for name, away in (("last", -1), ("this", 0), ("next", 1)):
        if scan.is_in(at, last, name):
            day = shifted(scan.published, "week", away)
            return at + 1, in_week_of(day, number) if day else None
    return last, None


def _weekday_by_words(scan: Scan, first: int, index: int, number: int) -> dt.date | None:
    word, sets, published = scan.word(index - 1, index), scan.words.sets, scan.published
    if word in sets["before"] or word in sets["after"] - sets["next"]:
        away = PAST if word in sets["before"] else FUTURE
        start = scan.anchor(index, "day") or published
        start = shifted(start, "day", away) if start else None
        return weekday_near(start, number, away) if start else None
    if published is None:
        return None
    if word in sets["last"] or word in sets["next"]:
        away = PAST if word in sets["last"] else FUTURE
        start = shifted(published, "day", away)
        return weekday_near(start, number, away) if start else None
    return weekday_near(published, number, scan.direction(first, index))


def feast(scan: Scan, index: int) -> Match | None:
    """A holiday by its longest name, with its year if there is one."""
    if not scan.tokens[index].text[0].isupper():
        return None
    for length in (4, 3, 2, 1):
        name = tuple(scan.word(index + n, index) for n in range(length))
        rule = scan.words.holidays.get(name)
        if rule is None:
            continue
        last = index + length - 1
        return None if scan.names_something(index, last) else _feast_day(scan, index, last, rule)
    return None


def _feast_day(scan: Scan, index: int, last: int, rule: str) -> Match | None:
    if (named := _year_after(scan, last)) is not None:
        found = holiday(rule, named[1])
        return Match(index, named[0], Moment(found, "day")) if found else None
    published = scan.published
    if published is None:
        return None
    head = next((t.index for t in scan.tokens[index : last + 1] if not index <= t.head.index <= last), last)
    years = (published.year - 1, published.year, published.year + 1)
    days = [d for y in years if 1 <= y <= dt.MAXYEAR and (d := holiday(rule, y))]
    away = scan.direction(index, head)
    side = [d for d in days if (d >= published if away == FUTURE else d <= published)]
    found = nearest(side, published)
    if found and abs((found - published).days) > _FAR:
        found = nearest(days, published)
    return Match(index, last, Moment(found, "day")) if found else None


def historic(scan: Scan, index: int) -> Match:
    """A day of history that is called by a name: "9/11"."""
    day = dt.date.fromisoformat(scan.words.historic[scan.tokens[index].lower])
    return Match(index, index, Moment(day, "day"))


def numeric(scan: Scan, index: int) -> Match | None:
    """ "2021-08-16", "16/08/2021", "16.8.2021"; none where day and month could be either."""
    text = scan.tokens[index].text
    for mark in "/.-":
        parts = text.split(mark)
        if len(parts) == 3:
            return _numeric(index, index, parts)
    joined = [scan.word(index + n, index) for n in range(5)]
    if joined[1] == joined[3] == "-":
        return _numeric(index, index + 4, joined[::2])
    return None


def _numeric(first: int, last: int, parts: list[str]) -> Match | None:
    if not all(p.isascii() and p.isdecimal() and len(p) <= 4 for p in parts):
        return None
    if len(parts[0]) == 4:
        found = date_of(int(parts[0]), int(parts[1]), int(parts[2]))
    elif len(parts[2]) == 4:
        day, number = int(parts[0]), int(parts[1])
        if day <= 12 and number <= 12 and day != number:
            return None
        day, number = (number, day) if number > 12 else (day, number)
        found = date_of(int(parts[2]), number, day)
    else:
        return None
    return Match(first, last, Moment(found, "day")) if found else None
