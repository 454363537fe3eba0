"""Verbs of speech and attitude in another sense are no statements."""

from __future__ import annotations

import pytest

from coded_text import statements_of
from dragoman.language import Reader


@pytest.mark.parametrize(
    "text",
    [
        "Norway supports the Icelandic opposition.",
        "The warships threaten Norway and its neighbours, and Norway threatens the coast.",
        "Norway denied Iceland access to the port.",
        "Norway denied the visa.",
        "Norway sought out the witnesses of the storm.",
        "Norwegian families sought refuge in the port.",
        "Norway offered a glimpse of the port.",
        "They left for the northern isles, which the Norwegians call Tideland.",
        "A ship called the Tide left Norway.",
        "Norway found itself alone in the storm.",
        "Norway found out that the port was closed.",
        "The minister will help Norway determine what it can do.",
        "Norway committed an error.",
        "Norway shows that ports are open.",
        "Norway has learned that the port is closed.",
        "The minister spoke on Norway's support for the rebels.",
        "Norway asked many questions.",
        "Norway made a statement about the storm.",
        "The storm in Norway has claimed 40 lives.",
        "A Norwegian judge condemned the sailors to prison.",
        "A Norwegian court dismissed the appeal.",
        "Norway dismissed its ambassador.",
        "A Norwegian firm ordered 32 ships.",
        "The Norwegian prisoners refused food.",
        "Norway pressed charges on Monday.",
        "Norway cited a report by the harbour police.",
        "Norway cited no evidence.",
        "The Norwegian minister welcomed Ada Lund into the hall.",
        "The Norwegian minister called her for an update.",
        "The Norwegian minister calls Iceland to make an apology.",
        "The storm called into question the safety of Norway for years.",
        "Norway did not say whether the port would close.",
        "The Norwegian fire threatens to spread.",
        "Norway is known for its welcoming words on the port.",
        "The Norwegian minister called the aldermen.",
        "Norway made sure that the port was closed.",
        "Norway filed charges against the sailors.",
    ],
)
def test_deeds_names_and_findings_are_no_statements(reader: Reader, text: str) -> None:
    assert statements_of(reader, text) == ()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Norway supports the plan.", "verb:support+object"),
        ("Norway threatened sanctions.", "verb:threaten+object"),
        ("Norway denied the charge.", "verb:deny+object"),
        ("Norway threatened to close the port.", "verb:threaten+inf"),
        ("Norway condemned the arrest of the sailors.", "verb:condemn+object"),
        ("Norway dismissed the charge.", "verb:dismiss+object"),
        ("Norway ordered an inquiry.", "verb:order+object"),
        ("Norway refused the offer.", "verb:refuse+object"),
        ("Norway cited the danger of storms.", "verb:cite+object"),
        ("Norway sought talks.", "verb:seek+object"),
        ("Norway offered a loan for the port.", "verb:offer+object"),
        ("Norway called the vote a sham.", "verb:call+as"),
        ("Norway found that the port was unsafe.", "verb:find+clause"),
        ("Norway determined that the port was unsafe.", "verb:determine+clause"),
        ("Norway committed to closing the port.", "verb:commit+to"),
        ("Norway voiced its support for the plan.", "noun:support+for"),
    ],
)
def test_in_their_own_sense_they_are(reader: Reader, text: str, rule: str) -> None:
    assert [s.why.rule for s in statements_of(reader, text)] == [rule]
