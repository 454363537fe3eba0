"""Mentions: what is one, what its name is, what the name stands for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article import Article, Segment, Zone
from dragoman.language import Mention, MentionKind, Reader, Reading


def read(reader: Reader, text: str) -> Reading:
    """A reading of a text of paragraphs, each a body segment."""
    paragraphs = re.finditer(r"[^\n]+", text)
    segments = tuple(Segment(Zone.BODY, p.start(), p.end()) for p in paragraphs)
    return reader.read(Article(text, segments))


def mention_of(reading: Reading, word: str) -> Mention:
    """The mention that the last occurrence of a word heads."""
    heads = [m for m in reading.mentions if reading.tokens[m.head].text == word]
    assert heads, (
        f"{word!r} heads no mention; heads: {[reading.tokens[m.head].text for m in reading.mentions]}"
    )
    return heads[-1]


NAMES = [
    ("Foreign Ministry spokesperson Zhao Meilin declined to answer.", "Meilin", "Zhao Meilin"),
    ("Secretary of State Martha Quill arrived in Oslo.", "Quill", "Martha Quill"),
    ("Rear Adm. Peter Holm, the navy's press secretary, spoke on Friday.", "Holm", "Peter Holm"),
    ("Reporters met White House Press Secretary Dana Whitlock.", "Whitlock", "Dana Whitlock"),
    ("U.S. Ambassador to the United Nations Laura Penn told the council.", "Penn", "Laura Penn"),
    ("French President Luc Marchand’s visit ended.", "Marchand", "Luc Marchand"),
    ("Norwegian Prime Minister Astrid Dahl said so.", "Dahl", "Astrid Dahl"),
    ("The Department of State declined to comment.", "Department", "Department of State"),
    ("The Organization of Southern States met in Lima.", "Organization", "Organization of Southern States"),
    ("Crown Prince Khalid bin Rashid welcomed the envoys.", "Rashid", "Khalid bin Rashid"),
    ("The rebel leader, Abdel al-Nasri, agreed to the truce.", "Nasri", "Abdel al-Nasri"),
    ("American Kevin King was released on Monday.", "King", "Kevin King"),
    ("Leaders gathered in the United Arab Emirates.", "Emirates", "United Arab Emirates"),
    ("The U.S. withdrew its envoy.", "U.S.", "U.S."),
]


@pytest.mark.parametrize(("text", "head", "name"), NAMES, ids=[n for _, _, n in NAMES])
def test_names_are_bare(reader: Reader, text: str, head: str, name: str) -> None:
    mention = mention_of(read(reader, text), head)
    assert (mention.kind, mention.name) == (MentionKind.NAME, name)


@pytest.mark.parametrize(
    ("text", "head", "words"),
    [
        ("The extremist group attacked at dawn.", "group", "The extremist group"),
        ("Moscow recalled its ambassador.", "ambassador", "its ambassador"),
        ("A top-level delegation of rebels came.", "delegation", "A top-level delegation"),
        ("The Foreign Minister left.", "Minister", "The Foreign Minister"),
        ("They buried the wounded.", "wounded", "the wounded"),
        ("He spoke to an American in Cairo.", "American", "an American"),
    ],
)
def test_nominals_have_no_name(reader: Reader, text: str, head: str, words: str) -> None:
    reading = read(reader, text)
    mention = mention_of(reading, head)
    assert (mention.kind, mention.name) == (MentionKind.NOMINAL, "")
    assert reading.words(reading.tokens[mention.first : mention.last + 1]) == words


def test_a_name_before_a_head_is_a_mention_of_its_own(reader: Reader) -> None:
    reading = read(reader, "A Taliban delegation met the Pentagon press secretary.")
    assert {m.name for m in reading.mentions if m.kind is MentionKind.NAME} == {"Taliban", "Pentagon"}


def test_offices_of_a_title_are_no_mentions(reader: Reader) -> None:
    reading = read(reader, "Secretary of State Martha Quill praised the Ministry of Defence.")
    assert [m.name for m in reading.mentions] == ["Martha Quill", "Ministry of Defence"]


def test_the_surname_that_is_a_title_or_a_date_is_a_name(reader: Reader) -> None:
    reading = read(reader, "Kevin King and Timothy Weeks were freed. King and Weeks flew home.")
    kings = {m.chain for m in reading.mentions if reading.tokens[m.head].text == "King"}
    assert [reading.chains[c].name for c in kings] == ["Kevin King"]


def test_party_and_seat_behind_a_name_are_no_name(reader: Reader) -> None:
    reading = read(reader, "Rep. Ana Holm (R-Conn.) and Sen. Amir Zarov (D-N.M.) left.")
    assert [m.name for m in reading.mentions] == ["Ana Holm", "Amir Zarov"]


@pytest.mark.parametrize("word", ["Monday", "2019", "percent"])
def test_dates_and_measures_are_no_mentions(reader: Reader, word: str) -> None:
    reading = read(reader, "On Monday the ministry cut its staff by 20 percent from the 2019 level.")
    assert word not in {reading.tokens[m.head].text for m in reading.mentions}


@pytest.mark.parametrize(
    "text",
    [
        "It is important to hold talks.",
        "It was not known whether the envoy had left.",
        "It was clear that both sides wanted peace.",
        "It seems that the truce holds.",
        "The ministry said it was too early to judge the offer.",
        "It is raining in Geneva.",
        "He made it clear that he would resign.",
        "It is time to act.",
    ],
)
def test_the_empty_it_is_no_mention(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    assert all(reading.tokens[m.head].lower != "it" for m in reading.mentions)


def test_the_it_of_a_body_is_a_mention(reader: Reader) -> None:
    reading = read(reader, "The ministry said it would reply.")
    assert mention_of(reading, "it").kind is MentionKind.PRONOUN


WORDS = st.sampled_from(
    """The the Lee Kim minister group said , . “ ” that it he their Taliban of and U.S. 's President - who We
    told""".split()
)


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=30))
def test_mentions_and_chains_hold_together(reader: Reader, words: list[str]) -> None:
    reading = read(reader, " ".join(words))
    assert [m.head for m in reading.mentions] == sorted({m.head for m in reading.mentions})
    for number, mention in enumerate(reading.mentions):
        assert 0 <= mention.first <= mention.head <= mention.last < len(reading.tokens)
        assert number in reading.chains[mention.chain].mentions
    members = [number for chain in reading.chains for number in chain.mentions]
    assert sorted(members) == list(range(len(reading.mentions)))
