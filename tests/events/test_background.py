"""What is history although no date stands beside it, in invented reports read with the real model."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from dragoman.records import Event
from told_events import events_of

LATER = "Peru's president met the foreign minister of Chile in Lima on Monday."


def event(reader: Reader, kind: str, *paragraphs: str, published: str | None = "2019-06-14") -> Event:
    """The one event of a type that a report holds."""
    (found,) = [e for e in events_of(reader, *paragraphs, published=published) if e.type == kind]
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Ecuador attacked Peru decades ago.",
        "Ecuador long ago attacked Peru.",
        "Ecuador has long criticised Peru.",
        "Peru fears Ecuador years after Ecuador attacked its ports.",
        "It is 19 months since Ecuador attacked Peru.",
        "Ecuador once mocked Peru, which now buys its oil.",
        "Ecuador attacked Peru in the 1980s.",
        "At the height of the Cold War, Ecuador attacked Peru.",
        "In the last days of the Chirac presidency, France attacked Chad.",
        "Under Chirac, France attacked Chad.",
        "France attacked Chad during Chirac's rule.",
        "Jacques Chirac criticised Italy over the deal.",
        "The Chirac government criticised Italy over the deal.",
        "Harry Truman criticised Peru over the deal.",
        "As a candidate, Emmanuel Macron criticised Italy.",
        "During the election campaign, Emmanuel Macron criticised Italy.",
        "More than 60,000 people have been killed by Ecuador in Peru.",
        "Emmanuel Macron criticised Italy when he ran for president.",
        "Before he took office, Emmanuel Macron criticised Italy.",
        "Soviet troops attacked Peru.",
        "Peru signed a treaty with the Soviet Union.",
        "Peru fears the Khmer Rouge, who attacked Thailand.",
        "Russia annexed Crimea.",
        "Rebels backed by Qatar overthrew Muammar Gaddafi.",
        "Ecuador attacked Peru in 2017.",
        "In a 2016 interview, Emmanuel Macron criticised Italy.",
        # the time of what it hangs on
        "Ecuador launched a raid that killed dozens of Peruvians in 1988.",
        "Under a treaty drawn up in 1984, Ecuador promised Peru a port.",
        "Following riots in June of 2015, Ecuador called on Peru to reopen its border.",
        "Ecuador has conducted five nuclear tests.",
        # who has died, or governed before
        "Former leader Hugo Chavez attacked Peru.",
        "Previous presidents of Ecuador condemned Peru.",
        # deeds that everybody knows
        "American bombs killed thousands of people in Hiroshima.",
        "The United States has withdrawn from the nuclear deal with Iran.",
        "The United States withdrew from the nuclear deal with Iran last year.",
        "The presidents of the United States and North Korea met in Singapore.",
        "Russia attacked Georgia over its ports.",
        "After the death of Hugo Chavez, Ecuador attacked Peru.",
        "Ecuador has attacked Peru before.",
        "George W Bush criticised Peru over the deal.",
        # what came before or went on with what is dated
        "The harbours closed in 1981 after Ecuador attacked Peru.",
        "When the harbours closed in 2011, Ecuador attacked Peru.",
        "He was sent to Lima in 2005, where Peru arrested Maria Sanchez.",
    ],
)
def test_words_of_time_and_of_who_governed_make_a_deed_history(reader: Reader, text: str) -> None:
    (found,) = events_of(reader, text, published="2019-06-14")
    assert found.historical
    assert dict(found.why.resolved)["background"]


@pytest.mark.parametrize(
    "text",
    [
        "Ecuador attacked Peru hours ago.",
        "Peru fears Ecuador months after Ecuador attacked its ports.",
        "Ecuador mocked Peru once again.",
        "Ecuador attacked Peru in the 2010s.",
        "Under Macron, France attacked Chad.",
        "Former president Jacques Chirac criticised Italy over the deal.",
        "Jimmy Carter criticised Italy over the deal.",
        "Emmanuel Macron criticised Italy over the deal.",
        "As a candidate, Javier Milei criticised Italy.",
        "More than 60 people have been killed by Ecuador in Peru.",
        "Emmanuel Macron criticised Italy when he spoke to the senate.",
        "Ecuador attacked Peru before Peru took office space.",
        "Russian troops attacked Peru.",
        "Russia bombed a Ukrainian ship near Crimea.",
        "Ukraine seized a Russian ship near Crimea.",
        "After talks in Lima, Ecuador called on Peru to honour a treaty of 1984.",
        "The president of Ecuador condemned his Peruvian predecessor.",
        "Ecuador praised Hugo Chavez.",
        "Ecuador has conducted a nuclear test.",
    ],
)
def test_what_such_words_do_not_say_is_news(reader: Reader, text: str) -> None:
    (found,) = events_of(reader, text, published="2019-06-14")
    assert not found.historical


def test_a_time_long_past_governs_what_follows_in_its_paragraph(reader: Reader) -> None:
    text = "In 2011, Ecuador went to war. It bombed Peru from the sea."
    assert event(reader, "ASSAULT", text).historical


@pytest.mark.parametrize(
    ("text", "kind", "historical"),
    [
        ("Flowers recall a 2010 Ecuadorean raid that killed nine Peruvian sailors.", "ASSAULT", True),
        ("Flowers recall a raid of 2010 in which Ecuador killed nine Peruvian sailors.", "ASSAULT", True),
        ("Flowers recall the 2010 loss of a port that Ecuador attacked.", "ASSAULT", False),
        ("Ecuador apologised to Peru for a 2010 raid.", "CONCEDE", False),
        ("Ecuador broke the 2010 treaty, under which it agreed to help Peru.", "AGREE", True),
        ("Ecuador condemned a 2010 raid that hurt nobody.", "ACCUSE", False),
    ],
)
def test_what_a_thing_of_years_ago_did_is_as_old_but_not_what_is_done_to_it(
    reader: Reader, text: str, kind: str, historical: bool
) -> None:
    assert event(reader, kind, text).historical is historical


def test_a_period_long_past_and_a_heading_of_its_year_do_so_too(reader: Reader) -> None:
    assert event(
        reader, "ASSAULT", "Ecuador went to war in the 1980s. It bombed Peru from the sea."
    ).historical
    assert event(
        reader, "REQUEST", "This happened in 1992: Governor Ana Sol sought aid from Peru."
    ).historical


def test_what_was_done_once_does_not_put_what_follows_into_the_past(reader: Reader) -> None:
    assert not event(
        reader, "ASSAULT", "Ecuador once mocked the sea. It bombed Peru from the sea."
    ).historical


def test_a_deed_that_everybody_knows_is_news_for_a_year(reader: Reader) -> None:
    text = "The United States withdrew from the nuclear deal with Iran."
    days = ("2018-06-01", "2019-06-01")
    assert [event(reader, "REJECT", text, published=day).historical for day in days] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "A 2011 fire in the port was blamed on sailors. Ecuador attacked Peru from the sea.",
        "Ties have suffered since the port burned in 2011. Ecuador attacked Peru over the fire.",
        "Ana Sol stands beside the ships on May 3, 2011. Ecuador attacked Peru from the sea.",
    ],
)
def test_an_old_deed_that_is_only_mentioned_dates_what_goes_on_with_it(reader: Reader, text: str) -> None:
    assert event(reader, "ASSAULT", text).historical


@pytest.mark.parametrize(
    "text",
    [
        "Voters recall the 2011 election. Ecuador attacked Peru from the sea.",
        "It was the worst fire since a port burned in 2011. Ecuador attacked Peru over it.",
        "Ties have suffered since the port burned in 2011. Last week Ecuador attacked Peru.",
        "On Monday sailors recalled how the port burned in 2011. Ecuador attacked Peru from the sea.",
    ],
)
def test_lasting_things_comparisons_and_later_times_date_nothing(reader: Reader, text: str) -> None:
    assert not event(reader, "ASSAULT", text).historical


@pytest.mark.parametrize(
    "text",
    [
        "In 2011, Ecuador went to war. Now it has bombed Peru.",
        "In 2011, Ecuador went to war. Last week it bombed Peru.",
        "In 2011, Ecuador went to war. Its army is large. It bombed Peru from the sea.",
    ],
)
def test_the_present_or_a_later_time_ends_what_was_told_of_the_past(reader: Reader, text: str) -> None:
    assert not event(reader, "ASSAULT", text).historical


def test_a_year_in_which_another_such_deed_was_done_is_that_one(reader: Reader) -> None:
    text = "The United States launched cruise missiles at Syria last year."
    days = ("2018-05-01", "2018-02-01")
    assert [event(reader, "ASSAULT", text, published=day).historical for day in days] == [True, False]


def test_a_new_paragraph_ends_what_was_told_of_the_past(reader: Reader) -> None:
    assert not event(
        reader, "ASSAULT", "In 2011, Ecuador went to war.", "It bombed Peru from the sea."
    ).historical


def test_what_somebody_went_on_to_write_is_of_the_same_time(reader: Reader) -> None:
    text = "In 2011, Ana Sol wrote to Chile. “It is late,” the Peruvian president wrote, condemning Ecuador."
    assert event(reader, "ACCUSE", text).historical


def test_a_month_of_the_year_before_is_a_year_ago(reader: Reader) -> None:
    days = ("2019-04-30", "2019-03-02")
    text = "In April 2018, Ecuador attacked Peru."
    assert [event(reader, "ASSAULT", text, published=day).historical for day in days] == [True, False]


def test_at_the_time_takes_up_the_past(reader: Reader) -> None:
    paragraphs = (
        "In 2011, Ecuador went to war.",
        "Its army is large.",
        "At the time, Peru condemned Ecuador.",
    )
    assert event(reader, "ACCUSE", *paragraphs).historical


def test_a_time_within_the_first_of_two_clauses_is_not_that_of_the_second(reader: Reader) -> None:
    text = "Chile lifted the embargo in 2011, but Peru condemned Chile for its delay."
    assert not event(reader, "ACCUSE", text).historical


def test_what_is_dated_elsewhere_in_the_report_is_history(reader: Reader) -> None:
    paragraphs = (LATER, "Chile said that Ecuador had bombed Peru.", "Ecuador bombed Peruvian ports in 2011.")
    assert all(e.historical for e in events_of(reader, *paragraphs) if e.type == "ASSAULT")


def test_what_is_also_dated_later_is_news(reader: Reader) -> None:
    paragraphs = (
        "Ecuador bombed Peru on Monday.", "Chile said that Ecuador had bombed Peruvian villages.",
        "Ecuador bombed Peruvian ports in 2011.",
    )  # fmt: skip
    found = [e.historical for e in events_of(reader, *paragraphs) if e.type == "ASSAULT"]
    assert not all(found)
    assert not found[0]


def test_a_sanction_that_no_date_puts_into_the_past_may_still_hold(reader: Reader) -> None:
    text = "Peru fears Ecuador years after Ecuador imposed sanctions on Peru."
    assert not event(reader, "SANCTION", text).historical


def test_the_day_of_a_thing_is_not_that_of_its_judgement(reader: Reader) -> None:
    assert event(reader, "REJECT", "Ecuador rejected the 2011 treaty with Peru.").on is None


def test_a_report_without_a_date_is_no_older_than_what_it_tells(reader: Reader) -> None:
    paragraphs = ("Ecuador bombed Peru in 2011.", "Its new president visited Chile in May 2019.")
    found = events_of(reader, *paragraphs, published=None)
    assert [(e.type.value, e.historical) for e in found] == [("ASSAULT", True), ("CONSULT", False)]


def test_news_without_a_date_does_not_name_its_own_year(reader: Reader) -> None:
    (found,) = events_of(reader, "Ecuador bombed Peru in 2011.", published=None)
    assert found.historical
