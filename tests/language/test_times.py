"""Expressions of time: what is one, and which calendar date it names."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article import Article, Segment, Zone
from dragoman.language import Reader, Reading
from dragoman.language.times import find_times
from dragoman.language.times.moments import Moment, holiday, in_week_of, shifted, weekday_near
from hand_readings import reading_of

THURSDAY = "2024-03-14"


def read(reader: Reader, text: str, published: str | None = THURSDAY, zone: Zone = Zone.BODY) -> Reading:
    day = dt.date.fromisoformat(published) if published else None
    return reader.read(Article(text, (Segment(zone, 0, len(text)),), published=day))


def values(reading: Reading) -> list[str]:
    return [time.value for time in reading.times]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        # bare weekdays: the tense decides, and the day of publication counts
        ("The envoys met in Oslo on Tuesday.", THURSDAY, ["2024-03-12"]),
        ("The envoys will meet in Oslo on Tuesday.", THURSDAY, ["2024-03-19"]),
        ("The minister said on Thursday that the border was closed.", THURSDAY, ["2024-03-14"]),
        ("The court ruled Friday that the ban was void.", THURSDAY, ["2024-03-08"]),
        ("The envoys are to meet on Thursday.", THURSDAY, ["2024-03-14"]),
        ("The cabinet is due to vote on Friday.", THURSDAY, ["2024-03-15"]),
        ("The cabinet was scheduled to vote on Friday.", THURSDAY, ["2024-03-15"]),
        ("The two sides agreed to resume talks on Monday.", THURSDAY, ["2024-03-18"]),
        ("The rebels refused to sign on Monday.", THURSDAY, ["2024-03-11"]),
        ("The queen is visiting the port on Saturday.", THURSDAY, ["2024-03-16"]),
        ("The ministry has until Monday to answer.", THURSDAY, ["2024-03-18"]),
        ("The guards had not been paid by Monday.", THURSDAY, ["2024-03-11"]),
        ("The vote could come as early as Monday.", THURSDAY, ["2024-03-18"]),
        ("He resigned ahead of Sunday's ballot.", THURSDAY, ["2024-03-17"]),
        ("The king did not speak on Wednesday morning.", THURSDAY, ["2024-03-13"]),
        ("Troops crossed the river late on Monday.", THURSDAY, ["2024-03-11"]),
        ("She arrived last Friday and leaves next Monday.", THURSDAY, ["2024-03-08", "2024-03-18"]),
        ("He met them on Monday of last week.", THURSDAY, ["2024-03-04"]),
        ("The fleet will sail on Tuesday next week.", THURSDAY, ["2024-03-19"]),
        ("The ferry sank on Tues. off the coast.", THURSDAY, ["2024-03-12"]),
        ("The ship left at 9 a.m. Tuesday.", THURSDAY, ["2024-03-12"]),
        ("The envoy said on Tuesday he is waiting for a plan.", THURSDAY, ["2024-03-12"]),
        ("The president on Tuesday told aides to leave.", THURSDAY, ["2024-03-12"]),
        ("Tanks moved in overnight Tuesday.", THURSDAY, ["2024-03-12"]),
        ("The losses of Friday's storm are large.", THURSDAY, ["2024-03-08"]),
        ("The queen could arrive on Friday.", THURSDAY, ["2024-03-15"]),
        ("The truce may have ended on Friday.", THURSDAY, ["2024-03-08"]),
        # days counted from publication
        ("The bank closed yesterday and reopens tomorrow.", THURSDAY, ["2024-03-13", "2024-03-15"]),
        ("The premier will speak tonight.", THURSDAY, ["2024-03-14"]),
        ("Shells fell overnight on the port.", THURSDAY, ["2024-03-14"]),
        ("The summit opens the day after tomorrow.", THURSDAY, ["2024-03-16"]),
        ("He landed this morning.", THURSDAY, ["2024-03-14"]),
        ("Two drones were shot down last night.", THURSDAY, ["2024-03-13"]),
        # weeks, months, years
        ("Prices rose last month.", "2024-01-05", ["2023-12"]),
        ("They met last August.", "2023-09-02", ["2022-08"]),
        ("They met last August.", "2023-10-02", ["2023-08"]),
        ("The pact was signed last week.", "2024-01-03", ["2023-W52"]),
        ("The treaty lapsed last year.", THURSDAY, ["2023"]),
        ("Observers arrived earlier this week.", THURSDAY, ["2024-W11"]),
        ("The base will close next month.", "2023-12-30", ["2024-01"]),
        ("The pipeline opens later this year.", THURSDAY, ["2024"]),
        ("Clashes broke out over the weekend.", "2024-03-11", ["2024-W10"]),
        ("The leaders will meet next weekend.", THURSDAY, ["2024-W11"]),
        ("A decision is expected by the end of the month.", THURSDAY, ["2024-03"]),
        ("Two weeks ago the ports were shut.", THURSDAY, ["2024-W09"]),
        ("The embassy closed three days ago.", THURSDAY, ["2024-03-11"]),
        ("The war ended twenty-five years ago.", THURSDAY, ["1999"]),
        ("The truce began a month ago.", "2024-03-31", ["2024-02"]),
        # months and dates
        ("The coup took place in July.", THURSDAY, ["2023-07"]),
        ("A vote will be held in July.", THURSDAY, ["2024-07"]),
        ("The coup took place in March 2016.", THURSDAY, ["2016-03"]),
        ("The hostages were freed on March 3.", THURSDAY, ["2024-03-03"]),
        ("The hostages were freed on December 30.", THURSDAY, ["2023-12-30"]),
        ("Fighting will end on April 5.", THURSDAY, ["2024-04-05"]),
        ("The city fell on Aug. 16, 2021.", THURSDAY, ["2021-08-16"]),
        ("The city fell on 16 August 2021.", THURSDAY, ["2021-08-16"]),
        ("The city fell on the 16th of August 2021.", THURSDAY, ["2021-08-16"]),
        ("They met on Wednesday, March 6.", THURSDAY, ["2024-03-06"]),
        ("The deal was reached in mid-June.", THURSDAY, ["2023-06"]),
        ("Prices have risen since mid-2021.", THURSDAY, ["2021"]),
        ("The pact takes effect Feb. 1.", "2023-12-20", ["2024-02-01"]),
        ("The talks of March 3-5 failed.", THURSDAY, ["2024-03-03"]),
        ("New rules apply from January 2025.", THURSDAY, ["2025-01"]),
        ("In January the two will meet again.", "2023-12-20", ["2024-01"]),
        ("She resigned last April.", THURSDAY, ["2023-04"]),
        ("He was arrested in June last year.", THURSDAY, ["2023-06"]),
        ("They have ruled the valley since May.", THURSDAY, ["2023-05"]),
        ("The hearing is on the 20th.", THURSDAY, ["2024-03-20"]),
        ("The raid was filed under 2021-08-16.", THURSDAY, ["2021-08-16"]),
        ("The raid of 27/08/2021 was denied.", THURSDAY, ["2021-08-27"]),
        # years, seasons, quarters
        ("The island has been divided since 2014.", THURSDAY, ["2014"]),
        ("Between 2010 and 2013 the harbour was closed.", THURSDAY, ["2010", "2013"]),
        ("The base was opened in early 2019.", THURSDAY, ["2019"]),
        ("Talks collapsed in spring 2018.", THURSDAY, ["2018"]),
        ("Talks collapsed last summer.", THURSDAY, ["2023"]),
        ("Exports fell in the third quarter of 2022.", THURSDAY, ["2022"]),
        ("The 2015 accord limited the programme.", THURSDAY, ["2015"]),
        # feasts and days of history
        ("The market was bombed on New Year's Day.", THURSDAY, ["2024-01-01"]),
        ("The ceasefire held on Christmas Eve.", THURSDAY, ["2023-12-24"]),
        ("The parade on Victory Day will be small.", THURSDAY, ["2024-05-09"]),
        ("The alliance changed after 9/11.", THURSDAY, ["2001-09-11"]),
        # counted from another time of the text
        ("The two met on March 3. They met again two days later.", THURSDAY, ["2024-03-03", "2024-03-05"]),
        ("He fled on March 3. The same day, rebels took the palace.", THURSDAY, ["2024-03-03", "2024-03-03"]),
        ("He fled on March 3. The following day, the palace fell.", THURSDAY, ["2024-03-03", "2024-03-04"]),
        ("She was elected in 2010. In that June she left.", THURSDAY, ["2010", "2010-06"]),
        ("The budget will be cut come January.", THURSDAY, ["2025-01"]),
        ("She was elected in 2010. A year later she resigned.", THURSDAY, ["2010", "2011"]),
    ],
)  # fmt: skip
def test_resolves(reader: Reader, text: str, published: str, expected: list[str]) -> None:
    assert values(read(reader, text, published)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rebels may march on the capital.",
        "May they live in peace.",
        "The Sunday Times reported the raid.",
        "Theresa May spoke to the envoys.",
        "He told USA TODAY that the border was closed.",
        "May has won the vote.",
        "He spoke on the Today programme.",
        "Trains run on Saturday mornings.",
        "Protesters gathered on July 16 Street.",
        "The two fought for 20 years.",
        "Talks were difficult in recent days.",
        "The second convoy was turned back.",
        "Some 2000 troops crossed the river.",
        "Several weeks ago the ports were shut.",
        "The poet wrote in the 1990s.",
        "They pray at the shrine every Tuesday.",
        "The Good Friday Agreement ended the war.",
        "The fee was $2021 for a permit.",
        "The raid of 05/06/2021 was denied.",
        "Three days later the port was open.",
        "The ministers spoke for a week.",
        "A quarter of the wheat was lost.",
        "Villagers march to the river to pray.",
    ],
)
def test_names_no_date(reader: Reader, text: str) -> None:
    assert values(read(reader, text)) == []


def test_captions_tell_the_past_in_the_present(reader: Reader) -> None:
    text = "Refugees wait at the border crossing on Tuesday."
    assert values(read(reader, text, zone=Zone.CAPTION)) == ["2024-03-12"]


def test_without_publication_only_absolute_dates(reader: Reader) -> None:
    text = "On Monday the envoy recalled March 3, 2016, and what was said last week in July and since 2014."
    assert values(read(reader, text, None)) == ["2016-03-03", "2014"]


@pytest.mark.parametrize(
    "text",
    [
        "On 32 August and August 99 and 99/99/9999 the year was 0000 or 9999.",
        "It was 0000-00-00, 2021-13-45, 31/31/2021, 1/2/3, //// and 4-4-4 on February 30, 2023.",
        "Some 999 years ago, 200 years ago, 9999999999 days ago and 0 days ago the 99th of May of 0000.",
        "٣ March, ²³ May, the ²nd of May, mid-, mid-x, ' quarter of quarter, last last year year end.",
        "the the of of in in the day the month ago later.",
        "’s ’s year-end-end-end 12-12-12-12 1999-1999 9/11/9/11 Feb. 29 Feb. 29, 2100",
    ],
)  # fmt: skip
@pytest.mark.parametrize("published", ["0001-01-01", "2024-02-29", "9999-12-31", None])
def test_survives_hostile_numbers(reader: Reader, text: str, published: str | None) -> None:
    for time in read(reader, text, published).times:
        assert time.precision in ("day", "week", "month", "year")


def test_spans_hold_the_words(reader: Reader) -> None:
    reading = read(reader, "The talks were held late on Monday, Aug. 16, 2021, and on Friday morning.")
    assert [reading.span(t.first, t.last).exact for t in reading.times] == [
        "Monday, Aug. 16, 2021",
        "Friday morning",
    ]
    assert reading.time_by_token[reading.times[0].first] is reading.times[0]


WORDS = st.sampled_from(
    "the last this next of in on by until Monday March May 3 16 31st 2016 , - week weekend year quarter "
    "third first days two ago later earlier end Christmas Day Eve same following spring 's a.m. "
    "9/11 mid-June Thanksgiving".split()
)


@given(st.lists(WORDS, min_size=1, max_size=12), st.dates() | st.none())
def test_any_words_make_ordered_times(words: list[str], published: dt.date | None) -> None:
    rows = "\n".join(f"{w} _ NNP PROPN dep {0 if n == 0 else n} DATE" for n, w in enumerate(words))
    times = find_times(reading_of(rows, published=published.isoformat() if published else None))
    taken = [i for t in times for i in range(t.first, t.last + 1)]
    assert taken == sorted(set(taken))
    assert all(0 <= i < len(words) for i in taken)


@pytest.mark.parametrize(
    ("rule", "year", "expected"),
    [
        ("easter+0", 2024, "2024-03-31"),
        ("easter-2", 2025, "2025-04-18"),
        ("4 thu 11", 2023, "2023-11-23"),
        ("-1 mon 5", 2024, "2024-05-27"),
        ("12-25", 2020, "2020-12-25"),
    ],
)
def test_holidays(rule: str, year: int, expected: str) -> None:
    assert str(holiday(rule, year)) == expected


@given(st.dates(), st.integers(0, 6), st.sampled_from([-1, 1]))
def test_nearest_weekday_is_within_a_week(day: dt.date, weekday: int, direction: int) -> None:
    found = weekday_near(day, weekday, direction)
    if found is not None:
        assert found.weekday() == weekday
        assert 0 <= (found - day).days * direction <= 6


@given(st.dates(), st.sampled_from(["day", "week", "month", "year"]), st.integers(-300, 300))
def test_moments_are_iso_dates(day: dt.date, unit: str, count: int) -> None:
    found = shifted(day, unit, count)
    if found is not None:
        lengths = {"day": 10, "week": 8, "month": 7, "year": 4}
        assert len(Moment(found, unit).value) == lengths[unit]
        assert unit != "day" or (found - day).days == count


def test_week_of_a_day() -> None:
    assert in_week_of(dt.date(2024, 3, 14), 0) == dt.date(2024, 3, 11)
