from __future__ import annotations

import pytest

from dragoman.actors import ActorIndex
from dragoman.events import likely
from dragoman.events.coder import open_choices
from dragoman.events.happening import Happening
from dragoman.events.likely import Choice
from dragoman.language import Reader
from dragoman.sources import from_text
from dragoman.statements import find_statements
from told_events import codes, events_of

TEXT = """\
Peru and Chile began talks in Oslo. Norway sent its thanks to Chad.

The foreign minister of Peru refused to sign."""


def choices_of(reader: Reader, text: str, event: str) -> tuple[Happening, list[Choice]]:
    reading = reader.read(from_text(text, language="en"))
    actors = ActorIndex(reading)
    found = open_choices(reading, actors, find_statements(reading, actors))
    return next((h, c) for h, c in found if h.event == event)


def weigh(monkeypatch: pytest.MonkeyPatch, weights: dict[str, float]) -> None:
    monkeypatch.setattr(likely, "load_weights", lambda _: (0.0, weights))


def test_the_sentence_those_before_the_own_state_and_the_foremost_are_looked_at(reader: Reader) -> None:
    happening, choices = choices_of(reader, TEXT, "REJECT")
    assert codes(happening.actors) == "PER"
    by_country = {" ".join(c.countries): c.traits for c in choices[:-1]}
    assert {"named", "at |nsubj_prep:of_pobj", "own"} <= by_country["PER"]  # "of Peru" in its own sentence
    assert "home" in by_country["PER"]
    assert "back 1 nsubj PROPN" in by_country["NOR"]
    assert any(t.startswith("foremost ") for t in by_country["CHL"])


def test_nobody_is_the_last_choice_and_each_set_of_countries_one(reader: Reader) -> None:
    _, choices = choices_of(reader, TEXT, "REJECT")
    assert not choices[-1].countries
    assert all(c.countries and c.named for c in choices[:-1])
    sets = [c.countries for c in choices]
    assert len(sets) == len(set(sets))


def test_the_likeliest_is_taken_where_it_is_likely_enough(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    weigh(monkeypatch, {"foremost 0": 1.0})
    (event,) = (e for e in events_of(reader, *TEXT.split("\n\n")) if e.type == "REJECT")
    assert event.recipients
    assert "PER" not in codes(event.recipients)
    assert "counterpart:likely" in event.why.rule


def test_of_several_names_of_a_country_the_likeliest_is_taken(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (
        "The embassy of Chile closed.\n\nChile's government sent a note. Ana Rojas of Peru refused to sign."
    )
    for trait, name in (("back mission", "Chilean Embassy"), ("back government", "Chile")):
        weigh(monkeypatch, {trait: 5.0, "foremost 0": 4.0})
        (event,) = (e for e in events_of(reader, *text.split("\n\n")) if e.type == "REJECT")
        assert event.recipients[0].name == name


@pytest.mark.parametrize("weights", [{}, {"foremost 0": 1.0, "nobody": 0.9}, {"nobody": 1.0}])
def test_nobody_is_taken_where_that_is_about_as_likely(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, weights: dict[str, float]
) -> None:
    weigh(monkeypatch, weights)
    (event,) = (e for e in events_of(reader, *TEXT.split("\n\n")) if e.type == "REJECT")
    assert not event.recipients


def test_who_is_named_by_the_words_stays(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    weigh(monkeypatch, {"named": -9.0, "home": 9.0})
    (event,) = (
        e for e in events_of(reader, "Peru accused Chile of breaking the treaty.") if e.type == "ACCUSE"
    )
    assert codes(event.recipients) == "CHL"
