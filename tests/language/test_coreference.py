"""Coreference: which mentions stand for the same."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from dragoman.article import Article, Segment, Zone
from dragoman.knowledge.files import load_yaml
from dragoman.language import Chain, Reader, Reading

CASES = yaml.safe_load((Path(__file__).parent / "coreference.yaml").read_text(encoding="utf-8"))


def marked(reader: Reader, text: str) -> tuple[Reading, list[Chain | None]]:
    """The reading of a text and the chains of its words in double brackets.

    Each line is a paragraph; "caption|" before it names another zone than the body.
    """
    parts: list[str] = []
    segments: list[Segment] = []
    places: list[tuple[int, int]] = []
    offset = 0
    for line in text.split("\n"):
        zone, bar, rest = line.rpartition("|")
        start = offset
        for piece in re.split(r"(\[\[.+?\]\])", rest):
            words = piece.removeprefix("[[").removesuffix("]]")
            if words != piece:
                places.append((offset, offset + len(words)))
            parts.append(words)
            offset += len(words)
        segments.append(Segment(Zone(zone) if bar else Zone.BODY, start, offset))
        parts.append("\n")
        offset += 1
    reading = reader.read(Article("".join(parts), tuple(segments)))
    return reading, [_chain_at(reading, start, end) for start, end in places]


def _chain_at(reading: Reading, start: int, end: int) -> Chain | None:
    heads = {t.index for t in reading.tokens if start <= t.start and t.end <= end}
    found = [m for m in reading.mentions if m.head in heads]
    return reading.chains[found[-1].chain] if found else None


@pytest.mark.parametrize(
    ("text", "name"), [c[1:] for c in CASES["named"]], ids=[c[0] for c in CASES["named"]]
)
def test_named_chains(reader: Reader, text: str, name: str) -> None:
    reading, chains = marked(reader, text)
    assert [chain and chain.name for chain in chains] == [name], reading.chains


@pytest.mark.parametrize("text", [c[1] for c in CASES["together"]], ids=[c[0] for c in CASES["together"]])
def test_mentions_together(reader: Reader, text: str) -> None:
    reading, chains = marked(reader, text)
    assert chains[0] is not None and chains[0] == chains[1], reading.chains


@pytest.mark.parametrize("text", [c[1] for c in CASES["apart"]], ids=[c[0] for c in CASES["apart"]])
def test_mentions_apart(reader: Reader, text: str) -> None:
    reading, chains = marked(reader, text)
    first, *_, last = chains
    assert first is not None and last is not None and first != last, reading.chains


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Spokesperson Zhao Meilin left. [[Zhao]] smiled.", "PERSON"),
        ("[[Kenya]] closed its border.", "GPE"),
        ("The [[Defense Ministry]] replied.", "ORG"),
    ],
)
def test_chains_have_the_label_of_most_mentions(reader: Reader, text: str, label: str) -> None:
    _, chains = marked(reader, text)
    assert [chain and chain.label for chain in chains] == [label]


def test_an_article_without_words_has_no_mentions(reader: Reader) -> None:
    reading, _ = marked(reader, "…")
    assert (reading.mentions, reading.chains) == ([], [])


def test_lists_of_nouns_and_names_do_not_overlap() -> None:
    nouns = load_yaml("person_nouns.yaml")
    lists = [nouns[kind] for kind in ("male", "female", "person", "group", "body", "country", "place")]
    words = Counter(word for words in lists for word in set(words))
    assert [word for word, count in words.items() if count > 1] == []
    given = load_yaml("given_names.yaml")
    assert set(given["male"]) & set(given["female"]) == set()
