"""Whom offices and spokesmen without a name stand for, in invented reports."""

from __future__ import annotations

import pytest

from dragoman.actors import ActorIndex
from dragoman.language import Reader
from dragoman.sources import from_text
from marked_phrases import actors, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru signed the accord. [A Brandmar spokeswoman] declined to comment.",
            "Brandmar [PER]",
        ),
        (
            "A spokesman for Peru's Foreign Ministry promised a reply. [The spokesman] gave no details. "
            "Chilean Government Spokesman Alan Marlow said on Friday that Chile would wait.",
            "Peruvian Foreign Ministry [PER]",
        ),
    ],
)
def test_whom_a_spokesman_speaks_for(reader: Reader, text: str, expected: str) -> None:
    assert shown(actors(reader, text)) == [expected]


def test_who_names_the_president_is_another(reader: Reader) -> None:
    text = (
        "Peruvian President Alan Marlow met Chilean President Bernardo Oda on Friday. "
        "“My talks with President Oda were long,” [the president] wrote."
    )
    assert [a.name for a in actors(reader, text)] == ["Alan Marlow"]


def test_the_leader_of_a_state_is_a_figure_named_without_an_office(reader: Reader) -> None:
    text = "Kim Jong Un visited a port on Friday. [The North Korean leader] wants new cranes."
    assert shown(actors(reader, text, "2019-05-04")) == ["Kim Jong Un [PRK]"]


def test_both_sides_of_the_aisle_are_no_states(reader: Reader) -> None:
    text = "Iraq fought Iran for years. [Members of both sides of the aisle] are tired of it."
    assert shown(actors(reader, text)) == []


def test_a_government_statement_is_not_of_the_outlets_country(reader: Reader) -> None:
    text = "The United States protested. Kenya closed a port. [A government statement] said it would reopen."
    assert shown(actors(reader, text, outlet="The New York Times")) == ["Kenya [KEN]"]


def test_provinces_tell_where_lawmakers_are(reader: Reader) -> None:
    text = (
        "Kenya opened a clinic. A nurse was held in New Jersey. She came from Ohio to New Jersey. "
        "In New Jersey, [lawmakers] voted on Friday."
    )
    assert [a.country for a in actors(reader, text, outlet="The New York Times")] == ["USA"]


def test_a_critic_is_not_joined_to_what_he_speaks_of(reader: Reader) -> None:
    text = "Norway imposed a toll, a move [traders] say will hurt Iceland."
    assert [a.name for a in actors(reader, text)] == ["traders"]


def test_captions_of_a_gallery_weigh_little(reader: Reader) -> None:
    body = "A nurse read a book in Ohio on Friday. [NAME] would not leave the tent in Ohio."
    captions = "\n\n".join(
        f"Photos: The flood A doctor waits in Kenya's port in May. Hide Caption {n} of 6" for n in range(1, 7)
    )
    plain = from_text(
        f"{captions}\n\n{body.replace('[NAME]', 'Tilda Marlow')}",
        title="Report",
        published="2017-05-04",
        outlet="CNN",
        language="en",
    )
    reading = reader.read(plain)
    name = next(t for t in reading.tokens if t.text == "Marlow")
    assert [a.country for a in ActorIndex(reading).actors(name)] == ["USA"]
