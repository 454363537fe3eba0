from __future__ import annotations

import pytest

from dragoman.events.contexts import keywords
from dragoman.events.frames import lexicon
from dragoman.events.ontology import event_and_mode, ontology
from dragoman.knowledge.files import KnowledgeError
from dragoman.records import EventType


def test_sixteen_types_with_their_quad_classes() -> None:
    quads = {t: info.quad for t, info in ontology().types.items()}
    assert len(quads) == 16
    assert {t.value for t, q in quads.items() if q == 1} == {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"}
    assert {t.value for t, q in quads.items() if q == 2} == {"COOPERATE", "AID", "RETREAT"}
    assert {t.value for t, q in quads.items() if q == 3} == {"REQUEST", "ACCUSE", "REJECT", "THREATEN"}
    assert {t.value for t, q in quads.items() if q == 4} == {
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    }


@pytest.mark.parametrize(
    ("event", "mode", "score"),
    [
        ("AGREE", None, 2.5), ("CONSULT", "visit", 4), ("CONSULT", "phone", 1.5), ("SUPPORT", None, 5),
        ("CONCEDE", None, 4.5), ("COOPERATE", None, 9.5), ("AID", None, 10), ("RETREAT", "ceasefire", 7.5),
        ("RETREAT", "resign", 4.5), ("REQUEST", "change", -1), ("ACCUSE", None, -2),
        ("ACCUSE", "allege", -3.5), ("REJECT", "assist", -1.5), ("THREATEN", "territory", -4),
        ("PROTEST", "riot", -7),
        ("SANCTION", "expel", -5.5), ("MOBILIZE", "police", -5.5), ("COERCE", "martial-law", -7.5),
        ("ASSAULT", "unconventional", -10), ("ASSAULT", None, -9),
    ],
)  # fmt: skip
def test_scores(event: str, mode: str | None, score: float) -> None:
    assert ontology().score(EventType(event), mode) == score


def test_scores_have_the_sign_of_their_quad_class() -> None:
    for info in ontology().types.values():
        for score in (info.score, *info.modes.values()):
            assert score >= 0 if info.quad <= 2 else score <= 0.5


def test_recipients_that_plover_asks_for() -> None:
    needing = {t.value for t, info in ontology().types.items() if info.needs_recipient}
    assert {"COOPERATE", "SANCTION"} <= needing
    assert "PROTEST" not in needing


def test_unknown_type_and_mode_name_file_and_choices() -> None:
    with pytest.raises(KnowledgeError, match=r"verbs\.yaml: PARLEY.*use one of AGREE"):
        event_and_mode("PARLEY/none", "verbs.yaml: PARLEY")
    with pytest.raises(KnowledgeError, match=r"CONSULT has no mode 'telepathy'.*visit"):
        event_and_mode("CONSULT/telepathy", "verbs.yaml: CONSULT")


def test_contexts_of_the_keyword_file_are_those_of_the_ontology() -> None:
    named = {context for entries in keywords().values() for _, context, _ in entries}
    assert named == ontology().contexts


def test_every_type_has_frames() -> None:
    framed = {frame.event for entries in lexicon().frames.values() for _, frame in entries}
    made = {op.alone[0] for op in lexicon().named.values() if op.alone}
    assert framed | made == set(EventType)


def test_lexicon_covers_several_hundred_triggers() -> None:
    assert len(lexicon().frames) > 500
