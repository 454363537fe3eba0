"""Attributions whoever the source is: paragraphs of quotation, words attributed to nobody in particular."""

from __future__ import annotations

import pytest

from coded_text import statements_of
from dragoman.language import Reader
from dragoman.sources import from_text
from dragoman.statements import find_attributions
from dragoman.statements.sources import source_of
from hand_readings import reading_of


def contents(reader: Reader, text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution in a text, pieces parted by dots."""
    found = find_attributions(reader.read(from_text(text, title="A title", language="en")))
    return [
        (
            a.source.exact if a.source else "",
            " … ".join(s.exact for s in a.cue),
            " … ".join(s.exact for s in a.content),
        )
        for a in found
    ]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The ferry is expected to sail on Monday.", "is expected", "The ferry … to sail on Monday"),
        ("The clerk was accused of theft.", "was accused", "The clerk … of theft"),
        ("Asked about the ferry, Ana Petrova smiled.", "Asked", "the ferry"),
        ("It was said that the ferry had sunk.", "was said", "that the ferry had sunk"),
        ("The captain appears to have left.", "appears", "The captain … to have left"),
    ],
)
def test_what_nobody_in_particular_says_has_no_source(
    reader: Reader, text: str, cue: str, content: str
) -> None:
    assert ("", cue, content) in contents(reader, text)
    assert statements_of(reader, text) == ()


def test_a_paragraph_of_quotation_carries_the_speaker_s_quotation_on(reader: Reader) -> None:
    text = "“The ferry has sunk,” said Ana Petrova.\n\n“We shall raise it by the spring.”"
    assert contents(reader, text) == [
        ("Ana Petrova", "said", "“The ferry has sunk,” … “We shall raise it by the spring.”")
    ]


def test_a_name_and_a_colon_introduce_a_quotation(reader: Reader) -> None:
    assert ("Ana Petrova", ":", "“The ferry is not for sale.”") in contents(
        reader, "Ana Petrova: “The ferry is not for sale.”"
    )


def test_the_outermost_voice_alone_is_given_if_asked_for(reader: Reader) -> None:
    reading = reader.read(from_text("Ana Petrova said the rebels promised to leave.", title="A title"))
    assert [a.cue[0].exact for a in find_attributions(reading)] == ["said", "promised"]
    assert [a.cue[0].exact for a in find_attributions(reading, nested=False)] == ["said"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Peru, Holm noted, had left the talks.", "Holm"),
        ("Putin, Anna Holm once said, is tired of the talks.", "Anna Holm"),
        ("Anna Holm, the envoy to Peru, said that the talks had failed.", "Anna Holm, the envoy to Peru"),
        ("“The old ferry that sank is not a threat,” said Anna Holm.", "Anna Holm"),
    ],
)
def test_the_nearest_subject_is_the_source(reader: Reader, text: str, source: str) -> None:
    assert source in [found for found, _, _ in contents(reader, text)]


def test_a_day_behind_the_cue_does_not_speak(reader: Reader) -> None:
    text = (
        "Mayor Ana Holm, a day after saying “the new ferry will never sail,” said Monday that it had sailed."
    )
    assert "Monday" not in [found for found, _, _ in contents(reader, text)]


@pytest.mark.parametrize(
    ("text", "verb", "source"),
    [
        ("Ana Petrova mocked those who condemned the vote.", "condemned", "those"),
        ("Ana Petrova spoke at a rally condemning the vote.", "condemning", "rally"),
        ("Ana Petrova sang in a car, condemning the vote.", "condemning", "Petrova"),
    ],
)
def test_of_whom_a_clause_tells(reader: Reader, text: str, verb: str, source: str) -> None:
    tokens = reader.read(from_text(text, title="A title", language="en")).tokens
    found = source_of(next(t for t in tokens if t.text == verb))
    assert found is not None and found.text == source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway’s envoy said after the vote he would not sign the treaty.",
            ("Norway’s envoy", "said", "he would not sign the treaty"),
        ),
        (
            "But in recent days, advisers to Mr. Holm say, the president has grown tired of the race.",
            ("advisers to Mr. Holm", "say", "But in recent days … the president has grown tired of the race"),
        ),
        (
            "The envoys have met and talked with the king’s chief aide, a spokesman for the rebels said "
            "Tuesday, amid a row over the bay.",
            (
                "a spokesman for the rebels",
                "said",
                "The envoys have met and talked with the king’s chief aide",
            ),
        ),
    ],
)
def test_a_report_that_the_parser_did_not_see(
    reader: Reader, text: str, expected: tuple[str, str, str]
) -> None:
    assert contents(reader, text) == [expected]


def test_a_speaker_whom_the_parser_took_for_all_there_is() -> None:
    reading = reading_of("""
        Envoys envoy NNS NOUN ROOT 0
        called call VBN VERB acl 1
        raids raid NNS NOUN oprd 2
        a _ DT DET det 5
        crime _ NN NOUN oprd 2
    """)
    (found,) = find_attributions(reading)
    assert found.source is not None
    assert (found.source.exact, found.content[0].exact) == ("Envoys", "raids a crime")
