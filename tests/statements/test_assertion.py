"""What a text only supposes, asks, mandates or wishes for is nobody's statement."""

from __future__ import annotations

import pytest

from coded_text import said, statements_of
from dragoman.language import Reader


@pytest.mark.parametrize(
    "text",
    [
        "Norway's aides will assess whether Iceland is willing to sign the treaty.",
        "The Harbour Act requires that the mayor demand the closing of the port.",
        "The port closed before the May date that Norway had sought.",
        "Norway refrained from mentioning the closing of the port.",
        "Norway will look after its fishing, rather than seeking a seat at the talks.",
        "Norway appeared ready to sign the treaty.",
        "Norway is open for business.",
        "Iceland fished there, allegations which Norway has denied.",
        "4 in 10 Norwegians fear that the port will close.",
        "Norwegian police arrested a group calling itself the Harbour Tide.",
        "Norway does not understand that the port is closed.",
        "Norway offered the following response on Monday.",
        "The trawlers should leave before Norway orders a raid.",
        "Maybe Norway believes that the port is closed.",
        "The Norwegian minister could close the port, arguing that the dykes are old.",
        "Norway celebrated the harvest holiday on Monday.",
        "Forty percent said they were unhappy with Norway.",
        "A recent poll showed that Norwegians are unhappy with the port.",
        "Nobody says that Norway closed the port.",
        "No Norwegian official has claimed that the port is closed.",
        "Could it be that Norway was worried about the storm?",
        "It may be that Norway fears a storm.",
        "Norwegian fighters backed by Iceland left the port.",
        "The airstrikes were backed by Norwegian forces on the ground.",
        "The visit underscores the size of the threat that Norway faces.",
        "The aide, who asked not to be named because of his ties to Norway, left.",
        "It is unjust that a Norwegian would be punished for refusing to sail.",
        "High officials — say, the Norwegian minister — can ask the guard to close the port.",
        "It is an office for someone who wants to serve Norway.",
        "Some militias, many backed by Norway, left the port.",
        "It is worth noting that Norway closed the port.",
        "Neither Norway nor Iceland wants the port to close.",
        "Harbour records suggest that Norway closed the port.",
        "Documents released by Lund revealed that Norway was listening to Iceland.",
        "Norway did not offer Iceland a new ferry.",
        "Norway has not asked Iceland to close the port.",
        "Norway has assured the free flow of fish.",
        "It is the plan that both Norwegian parties have backed for years.",
        "It is crucial that Norwegian ministers remind the mayor of the leak.",
        "Norway is hardly offering to pay for the port.",
        "Norway offered no plan for the port.",
        "The crew might be better off by agreeing to sail.",
        "The warning is not among the words cited by Norwegian officials.",
        "Norway must cooperate with all those who say that the port is closed.",
        "There is a chance that Norway agrees to a truce.",
        "There is no sign that Norway is ready to sail.",
        "The ships of Norway have to leave before agreeing to a truce.",
        "Instead of saying that the port is closed, Norway left.",
        "Norway will be furious with the outcome.",
        "The question is what Norway wants.",
        "The minister plans to issue a warning about the storm in Norway.",
        "Rather than announce a new plan for the port, Norway left.",
        "No ship would sail until Norway agreed to pay for the port.",
        "The loan was contingent on Norway promising to close the port.",
        "It is not true that Norway wanted to close the port.",
        "This does not mean Norway expects to close the port.",
        "Iceland will consider any request from Norway to close the port.",
        "Norway is considering asking Iceland to close the port.",
        "Norway should take the lead in telling Iceland to close the port.",
        "The leak in Norway could not be confirmed.",
        "Clearly, Norway wants to close the port.",
        "Norway apparently believes that the port is closed.",
        "It is clear that Norway wants to close the port.",
        "There were signs that Norway wants to close the port.",
        "Norway sounds like it wants to close the port.",
        "Norway did not allege that the port was closed.",
    ],
)
def test_nothing_is_asserted(reader: Reader, text: str) -> None:
    assert statements_of(reader, text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Iceland is willing to sign the treaty.",
        "Norway requested the closing of the port.",
        "Norway is open to talks.",
        "Norway does not believe that the port is closed.",
        "Norway offered a loan for the port.",
        "Norway promised a response.",
        "Norway had sought a date in May.",
        "Norway rejected a charge that Iceland denies.",
        "Ana Petrova, a minister who sees Norway as a partner, left.",
        "Norway backed the plan for the port.",
        "Why has Norway said that the port is closed?",
        "The closing announced by Norway will last a year.",
        "Norway said it is clear that the port is closed.",
        "Norway is sure that the port is closed.",
    ],
)
def test_what_a_text_says_outright_stays(reader: Reader, text: str) -> None:
    assert statements_of(reader, text)


def test_whoever_is_asked_has_not_asked(reader: Reader) -> None:
    found = statements_of(
        reader, "When asked what he knew about the port in Norway, Karl Lund said it was closed."
    )
    assert [said(s) for s in found] == ["it was closed"]


def test_an_envoy_who_is_wished_for_holds_no_view(reader: Reader) -> None:
    text = "We need a minister who sees Norway as a partner, Ana Petrova said."
    assert [s.why.rule for s in statements_of(reader, text)] == ["verb:say+clause"]


def test_one_echoes_words_not_people(reader: Reader) -> None:
    found = statements_of(reader, "Norway echoes many experts when it says the port is closed.")
    assert [said(s) for s in found] == ["the port is closed"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway said the port was closed, making it unclear whether the ferry would sail.",
        "The port was closed, according to Norway, citing the storm in March.",
    ],
)
def test_what_the_reporter_goes_on_with_is_left_out(reader: Reader, text: str) -> None:
    assert [said(s).removeprefix("the ").removeprefix("The ") for s in statements_of(reader, text)] == [
        "port was closed"
    ]


def test_a_comma_within_the_marks_ends_the_content_too(reader: Reader) -> None:
    text = "Norway said the offer was a “very bold idea,” raising hopes for a new round of talks."
    assert [said(s) for s in statements_of(reader, text)] == ["the offer was a “very bold idea,”"]


def test_one_auxiliary_serves_two_reports(reader: Reader) -> None:
    text = "Norway has denied that it was a blockade and accused Iceland of shutting the port."
    found = [(s.speaker.name if s.speaker else "", said(s)) for s in statements_of(reader, text)]
    assert found == [("Norway", "that it was a blockade"), ("Norway", "Iceland of shutting the port")]
