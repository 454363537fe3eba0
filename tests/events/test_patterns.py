from __future__ import annotations

import re

import pytest

from dragoman.events.frames import Frame, hold_against, lexicon, spellings
from dragoman.events.patterns import Kind, Place, Role, parse
from dragoman.knowledge.files import KnowledgeError, load_yaml
from dragoman.records import EventType

FILES = {
    Kind.VERB: "frames/verbs.yaml",
    Kind.NOUN: "frames/nouns.yaml",
    Kind.ADJECTIVE: "frames/adjectives.yaml",
}


def slots(text: str, kind: Kind = Kind.VERB) -> list[tuple[str, str, tuple[str, ...], bool]]:
    return [(s.place.value, s.role.value, s.classes, s.optional) for s in parse(text, kind, "x").slots]


def test_subject_and_object() -> None:
    assert slots("ACTOR condemn RECIPIENT") == [
        ("subject", "ACTOR", (), False),
        ("object", "RECIPIENT", (), False),
    ]


def test_two_bare_slots_are_dative_and_object() -> None:
    assert [s[0] for s in slots("ACTOR give RECIPIENT <aid>")] == ["subject", "dative", "object"]


def test_triggers_with_particles_and_alternatives() -> None:
    pattern = parse("ACTOR pull_out|withdraw THING<forces> [from RECIPIENT]", Kind.VERB, "x")
    assert pattern.triggers == (("pull", "out"), ("withdraw", ""))


def test_prepositions_and_optional_slots() -> None:
    pattern = parse("ACTOR impose <sanctions> [on|against RECIPIENT]", Kind.VERB, "x")
    last = pattern.slots[-1]
    assert last.prepositions == ("on", "against")
    assert last.optional
    assert last.role is Role.RECIPIENT


def test_owner_of_a_noun_is_optional_and_a_class_makes_it_required() -> None:
    owner = parse("ACTOR's attack on RECIPIENT", Kind.NOUN, "x").slots[0]
    assert owner.place is Place.OWNER
    assert owner.optional
    assert not parse("ACTOR<forces>'s withdrawal", Kind.NOUN, "x").slots[0].optional


def test_near_clause_and_no_object() -> None:
    assert slots("ACTOR call RECIPIENT ~<bad>")[-1][0] == "near"
    assert slots("ACTOR refuse CLAUSE")[-1][0] == "clause"
    assert slots("ACTOR surrender .")[-1][0] == "no object"


def test_required_slots_and_classes_weigh() -> None:
    assert parse("ACTOR hold <talks> [with ACTOR]", Kind.VERB, "x").weight == 3
    assert parse("ACTOR hold RECIPIENT", Kind.VERB, "x").weight == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ACTOR RECIPIENT", "no trigger"),
        ("ACTOR meet with", "nothing stands after 'with'"),
        ("ACTOR meet ENEMY", "'ENEMY' is no slot"),
        ("ACTOR give RECIPIENT <aid> THING", "more than two objects"),
        ("CLAUSE meet RECIPIENT", "cannot stand before a verb"),
        ("ACTOR meet RECIPIENT's", "stands before its noun"),
    ],
)
def test_errors_name_the_file_and_the_element(text: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=re.escape(message)) as caught:
        parse(text, Kind.VERB, "verbs.yaml: CONSULT")
    assert "verbs.yaml: CONSULT" in str(caught.value)


@pytest.mark.parametrize("kind", FILES)
def test_no_trigger_has_the_same_pattern_twice(kind: Kind) -> None:
    seen: dict[tuple[str, str, str], str] = {}
    for event, modes in load_yaml(FILES[kind]).items():
        for mode, texts in modes.items():
            for text in texts:
                pattern = parse(text, kind, FILES[kind])
                rest = text.replace(next(w for w in text.split() if w[0].islower()), "*", 1)
                for lemma, particle in pattern.triggers:
                    key = (lemma, particle, rest)
                    assert key not in seen, f"{key} under {seen[key]} and {event}/{mode}"
                    seen[key] = f"{event}/{mode}"


def test_spellings() -> None:
    assert spellings("criticise") == ("criticise", "criticize")
    assert "mobilization" in spellings("mobilisation")
    assert "honor" in spellings("honour")


def test_modals_and_carriers_are_known() -> None:
    known = lexicon()
    assert set(known.modals.values()) <= set(known.named)
    assert "resume" in known.carriers


def test_frames_that_ask_for_the_same_are_of_one_event() -> None:
    meanings: dict[tuple[object, ...], Frame] = {}
    first = parse("ACTOR snub RECIPIENT [over THING]", Kind.VERB, "x")
    hold_against(meanings, Frame(first, EventType.REJECT, None), "x")
    second = parse("ACTOR snub RECIPIENT", Kind.VERB, "y")
    hold_against(meanings, Frame(second, EventType.REJECT, "meet"), "y")
    with pytest.raises(KnowledgeError, match=r"y: .*contradicts .*'snub' REJECT"):
        hold_against(meanings, Frame(second, EventType.ACCUSE, "disapprove"), "y")
