"""Where contents end: what the reporter adds, and what belongs to them though it stands apart."""

from __future__ import annotations

import pytest

from coded_text import said, statements_of
from dragoman.language import Reader


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # what the reporter adds
        (
            "Norway said the port is closed, even as Iceland urged it to open the docks.",
            "the port is closed",
        ),
        (
            "Norway said the talks were going well, just a day after it cancelled the meeting.",
            "the talks were going well",
        ),
        (
            "Norway says the letter was forged, which raises its own set of questions.",
            "the letter was forged",
        ),
        (
            "Lund announced he is leaving the fishing pact, pitting him against the islands' oldest friends.",
            "he is leaving the fishing pact",
        ),
        (
            "Norway determined that six crews were at fault, according to a letter sent to Iceland last week "
            "and released Friday.",
            "that six crews were at fault",
        ),
        (
            "Norway called upon Iceland to hand over the port but did not say it would pay.",
            "to hand over the port",
        ),
        # what belongs to the content
        (
            "Norway says the first step is closing the ports, while training the crews of Iceland.",
            "the first step is closing the ports, while training the crews of Iceland",
        ),
        (
            "Norway said it will name Ada Hill, the head of the port and a friend of the crews, as the "
            "acting governor of the islands.",
            "it will name Ada Hill, the head of the port and a friend of the crews, as the acting governor "
            "of the islands",
        ),
        (
            "Norway asked Iceland to examine the ferry's papers and whether its crew was being paid.",
            "to examine the ferry's papers and whether its crew was being paid",
        ),
        ("Ana Petrova concluded that he couldn’t.", "that he couldn’t"),
        (
            '"The old ferry has sunk," Ada Hill said, according to the Oslo Post. "We look at all boats."',
            '"The old ferry has sunk," … "We look at all boats."',
        ),
        # what belongs to an object
        ("Norway ordered the sailors off the island.", "the sailors off the island"),
        ("Norway seeks fewer tolls in the islands.", "fewer tolls in the islands"),
        (
            "Norway rejected Icelandic meddling in the 2016 election.",
            "Icelandic meddling in the 2016 election",
        ),
        (
            "Norway announced $40 million in aid to rebuild the ports of Iceland.",
            "$40 million in aid to rebuild the ports of Iceland",
        ),
        (
            "Iceland promised a full inquiry, inviting experts from Norway to take part.",
            "a full inquiry",
        ),
    ],
)
def test_where_contents_end(reader: Reader, text: str, content: str) -> None:
    assert content in [said(s) for s in statements_of(reader, text)]
