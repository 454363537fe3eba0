"""When statements were said: words beside the cue, the speaker's other words, the news of the report."""

from __future__ import annotations

import pytest

from coded_text import statements_of
from dragoman.language import Reader

BESIDE = [
    "Chile said in a statement late on Monday that the vote would be held.",
    "In a speech on Monday, Chile's president, Ana Rojas, said the vote would be held.",
    "Ana Rojas on Monday said the vote would be held.",
    "Chile's warning, posted Monday on the ministry's website, said the vote would be held.",
    "Chile said Monday it would hold the vote.",
    "Chile refused on Monday to hold the vote, saying that it was not ready.",
    "“The vote will be held,” Chile said in a statement emailed Monday to reporters.",
    "Chile raised concerns over the vote when the envoys met on Monday.",
]
UNDATED = [
    "Chile has said that the vote would be held.",
    "Chile believes that the vote was held.",
    "Chile said the vote was stopped after troops came on Monday.",
    "Chile says that the vote will be held on Monday.",
    "As they prepare for talks on March 20, Chile believes that the vote will be held.",
]
NEWS = "OSLO — Norway and Chile signed a treaty on fishing on Thursday, their first in years.\n\n"


def dates(reader: Reader, text: str) -> list[str | None]:
    return [s.said.value if s.said else None for s in statements_of(reader, text)]


@pytest.mark.parametrize("text", BESIDE)
def test_words_beside_the_cue_date_a_statement(reader: Reader, text: str) -> None:
    assert set(dates(reader, text)) == {"2024-03-11"}


@pytest.mark.parametrize("text", UNDATED)
def test_views_and_the_times_of_other_things_date_nothing(reader: Reader, text: str) -> None:
    assert set(dates(reader, text)) == {None}


def test_words_of_the_news_day_are_of_that_day(reader: Reader) -> None:
    text = NEWS + "“This is good for both,” Norwegian Foreign Minister Kari Solberg said."
    assert dates(reader, text) == ["2024-03-14"]


def test_unnamed_officials_speak_at_any_time(reader: Reader) -> None:
    text = NEWS + "“This is good for both,” a Norwegian official said."
    assert dates(reader, text) == [None]


def test_what_is_told_of_today_was_said_today(reader: Reader) -> None:
    text = "The talks are long.\n\nThree ferries left the port on Thursday, Chile said."
    assert dates(reader, text) == ["2024-03-14"]


def test_words_while_the_report_speaks_of_another_day_stay_undated(reader: Reader) -> None:
    text = (
        NEWS + "It is long. It has maps. Two boats sank off Peru on Monday. Peru's Luis Paz blamed the storm."
    )
    assert dates(reader, text) == [None]


def test_an_interview_with_another_medium_is_an_occasion_of_its_own(reader: Reader) -> None:
    text = NEWS + "“This is good for both,” Norwegian Foreign Minister Kari Solberg told Radio Horn."
    assert dates(reader, text) == [None]


def test_a_spokesman_speaks_on_the_occasion_of_his_state(reader: Reader) -> None:
    text = (
        "Chile said on Tuesday it would sign.\n\nForeign Minister Ana Rojas of Chile said the text was ready."
    )
    assert dates(reader, text) == ["2024-03-12", "2024-03-12"]


def test_a_speaker_by_another_name_goes_on_speaking(reader: Reader) -> None:
    text = (
        "Ana Rojas, Chile's envoy, said on Tuesday the text was ready. The ships may sail, the diplomat said."
    )
    assert dates(reader, text) == ["2024-03-12", "2024-03-12"]


def test_own_hopes_in_dated_words_are_of_their_day(reader: Reader) -> None:
    text = "Ana Rojas, Chile's envoy, said on Tuesday that Chile hopes to sign and that Peru hopes to wait."
    assert dates(reader, text)[0] == "2024-03-12"
    assert dates(reader, text)[-1] is None


def test_entries_of_a_live_report_are_of_its_day(reader: Reader) -> None:
    text = "9:15 a.m. Chile is warning its citizens to leave.\n\n8:05 a.m. Peru says the port is shut."
    assert set(dates(reader, text)) == {"2024-03-14"}


def test_a_post_is_of_the_day_with_which_it_is_signed(reader: Reader) -> None:
    (post,) = statements_of(reader, "The port is open again. — Ana Rojas (@arojas) March 5, 2024")
    assert post.said is not None
    assert post.said.value == "2024-03-05"


def test_an_envoy_to_who_is_in_the_news_speaks_of_it(reader: Reader) -> None:
    text = NEWS + (
        "It is long. It has maps. The old one was of 2011.\n\n"
        "Peru's ambassador to Chile, Luis Paz, said the text was sound."
    )
    assert dates(reader, text) == ["2024-03-14"]


def test_both_sides_and_delegations_speak_at_the_talks_that_are_the_news(reader: Reader) -> None:
    both = NEWS + "It is long. It has maps. Rain fell on Monday. Both sides said more talks would follow."
    assert dates(reader, both)[-1] == "2024-03-14"
    sent = NEWS + "It is long. Rain fell on Monday. The Chilean delegation said more talks would follow."
    assert dates(reader, sent)[-1] == "2024-03-14"
    two = NEWS + "It is long. Rain fell on Monday. Two Chilean officials said more talks would follow."
    assert dates(reader, two)[-1] is None


def test_what_was_said_before_the_news_is_not_of_its_day(reader: Reader) -> None:
    text = "OSLO — Norway freed the trawler on Thursday after Chile proposed talks."
    assert dates(reader, text) == [None]
    soon = "OSLO — Norway freed the trawler on Thursday, hours after Chile proposed talks."
    assert dates(reader, soon) == ["2024-03-14"]
    first = NEWS + "“This is good for both,” Norwegian Foreign Minister Kari Solberg initially said."
    assert dates(reader, first) == [None]


def test_an_unnamed_source_goes_on_by_a_bare_noun(reader: Reader) -> None:
    told = (
        "“It will rain,” a Norwegian official said in a statement on Monday. “It is late,” {} official said."
    )
    assert dates(reader, told.format("the")) == ["2024-03-11", "2024-03-11"]
    assert dates(reader, told.format("another Norwegian")) == ["2024-03-11", None]


def test_the_day_after_only_those_who_speak_for_a_state_are_of_the_news(reader: Reader) -> None:
    news = "OSLO — Norway and Chile signed a treaty on fishing on Wednesday.\n\n"
    minister = news + "“This is good,” Norwegian Foreign Minister Kari Solberg said."
    chair = (
        news + "“This is good,” said Kari Solberg, chairwoman of the Norwegian parliament's fishing panel."
    )
    assert dates(reader, minister) == ["2024-03-13"]
    assert dates(reader, chair) == [None]


def test_a_remark_that_is_made_is_speech(reader: Reader) -> None:
    text = NEWS + "Norwegian Foreign Minister Kari Solberg issued a warning that storms would come."
    assert dates(reader, text) == ["2024-03-14"]


def test_what_seems_is_of_the_time_of_what_it_seems_to_be(reader: Reader) -> None:
    text = "But the talks seemed to be moving ahead on Thursday, with Ana Rojas welcoming the vote."
    assert dates(reader, text) == ["2024-03-14"]
