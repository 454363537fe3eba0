"""Demands, promises, backing and blame that lie in what somebody says, however it is worded."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from dragoman.records import EventType, Status
from told_events import events_of, told

TOLD = [
    # called for somebody to do something
    ("Kenya's president called for Ghana to reopen the port.", "REQUEST", "KEN", "GHA"),
    ("Kenyan activists are pushing for Ghana to reopen the port.", "REQUEST", "KEN", "GHA"),
    ("Peru's minister called for Chile to withdraw its troops.", "REQUEST", "PER", "CHL"),
    ("Peru wants Chile to rewrite the treaty.", "REQUEST", "PER", "CHL"),
    ("Peru is seeking an explanation from Chile.", "REQUEST", "PER", "CHL"),
    ("Kenya encouraged its neighbours to reopen the port.", "REQUEST", "KEN", None),
    # what one is committed to
    ("Kenya's president told Ghana's president he was committed to reopening the port.", "AGREE", "KEN", ""),
    ("Kenya looks forward to restoring ties with Ghana.", "AGREE", "KEN", "GHA"),
    ("Kenya's president promised to work with Ghana.", "AGREE", "KEN", "GHA"),
    ("Kenya works with Ghana.", "COOPERATE", "KEN", "GHA"),
    # beside whom one stands
    ("Kenya's president said Kenya stood beside Ghana.", "SUPPORT", "KEN", "GHA"),
    # what one holds out
    ("Peru raised the prospect of sanctions against Chile.", "THREATEN", "PER", "CHL"),
    ("Peru kept all options on the table against Chile.", "THREATEN", "PER", "CHL"),
    # what one will not do, on a condition too
    ("Kenya said it will not admit Ghanaian refugees unless Ghana reopens the port.", "REJECT", "KEN", "GHA"),
    # words of judgement, where they stand
    ("Peru's foreign minister said: “Chile's ignorant demand belongs in a museum.”", "ACCUSE", "PER", "CHL"),
    ("Peru's foreign minister said: “Chile's hypocrisy knows no bounds.”", "ACCUSE", "PER", "CHL"),
    ("“Chile is not honest about the spill,” Peru's foreign minister said.", "ACCUSE", "PER", "CHL"),
    ("Peru's foreign minister labelled Chile a “toad”.", "ACCUSE", "PER", "CHL"),
    ("Peru's foreign minister said Chile passes reckless laws.", "ACCUSE", "PER", "CHL"),
    ("Peru's foreign minister said Chile sabotaged the ferry.", "ACCUSE", "PER", "CHL"),
    ("Peru's police suspect Chile of sinking the ferry.", "ACCUSE", "PER", "CHL"),
    ("Peru's foreign minister reserved his criticism for Chile.", "ACCUSE", "PER", "CHL"),
    # who is warned of what others do is only told
    ("Peru warned Norway that Chile had bombed the ferry.", "ACCUSE", "PER", "CHL"),
    # who joins others acts with them; whose own side angers him blames nobody else
    ("Peru joined Ghana and Togo in condemning Chile.", "ACCUSE", "GHA PER TGO", "CHL"),
    ("Peru's foreign minister was furious that Chile had closed the reef.", "ACCUSE", "PER", "CHL"),
    ("Chile's senators announced their opposition to Peru's quotas.", "ACCUSE", "CHL", "PER"),
    # what "it" takes up of the clause before
    ("Chile's president rejected Peru's offer, calling it a “farce”.", "ACCUSE", "CHL", "PER"),
    # what an inquiry finds between two concerns both
    ("The FBI is investigating links between Donald Trump's campaign and Chile.", "ACCUSE", "USA", "CHL USA"),
    # who is somebody's own
    ("Chile's president blamed his predecessors for the floods.", "ACCUSE", "CHL", "CHL"),
    # several governments, of which examples are given
    ("Several governments, including Ghana and Togo, condemned Peru.", "ACCUSE", "GHA TGO", "PER"),
    # threats: if somebody does something, to somebody, at somebody
    ("Kenya said it would look at all options if Ghana shut the port.", "THREATEN", "KEN", "GHA"),
    ("Kenya warned Ghana that any raid will be met with a strong response.", "THREATEN", "KEN", "GHA"),
    # praise, of whatever is theirs
    ("Kenya's president said the opening of Ghana's port was a brave step.", "SUPPORT", "KEN", "GHA"),
]  # fmt: skip

# blame that stands beside what is said, or that nobody lays to anybody
NOT_BLAMED = [
    "Peru's foreign minister said he saw no reason why Chile would sabotage the ferry.",
    "Peru's foreign minister said Chile did not sabotage the ferry.",
    "Peru's foreign minister said that, if Chile sabotaged the ferry, it might sink.",
    "Peru's foreign minister told the farmers to be patient in the face of Chile's reckless laws.",
    "Peru's foreign minister said the smugglers were extremists.",
    "Peru's foreign minister was furious that his own ministry had lost the Chilean envoy's letter.",
    "Chile's opposition to Peru's quotas is as old as the reef.",
    "Peru's decision has raised concerns about Chile's reef.",
    "Peru's fishers are angry about Chile's quotas.",
    "Peru's foreign minister called Chile's plan a “game changer”.",
    "Peru's foreign minister shares the Chilean envoy's concerns about the reef.",
    "Chile blasted a Peruvian balloon out of the sky.",
    "Peru's police have arson suspect Carl Smith of Chile in custody.",
    "Peru's foreign minister said the fire in Chile was a terrible tragedy.",
    "Peru's foreign minister acknowledged that Chile's arrogance had surprised him.",
]


def test_an_attack_is_condemned_with_who_claims_it(reader: Reader) -> None:
    text = "A bomb killed ten people in Lagos. Ghana condemned the attack. Boko Haram claimed the attack."
    (condemned,) = (e for e in events_of(reader, text) if e.type is EventType.ACCUSE)
    assert [a.name for a in condemned.recipients] == ["Boko Haram"]


def test_weapons_are_nobody_to_blame_for_their_use(reader: Reader) -> None:
    texts = (
        "Chile's president condemned the air strikes.",
        "Chile's president condemned the helicopter attack.",
    )
    assert [told(events_of(reader, t)) for t in texts] == [[("ACCUSE", "CHL", "")]] * 2


NOT_THREATENED = [
    "Kenya's army announced that it imposed a blockade on Ghana's port.",  # what was done
    "Kenya's president told Radio Accra that there will be no second truce.",  # a carrier
]


@pytest.mark.parametrize("sentence", NOT_THREATENED)
def test_what_was_done_is_no_threat_and_who_carries_one_is_not_threatened(
    reader: Reader, sentence: str
) -> None:
    assert not [e for e in told(events_of(reader, sentence)) if e[0] == "THREATEN"]


@pytest.mark.parametrize(("sentence", "event", "actors", "recipients"), TOLD)
def test_told(reader: Reader, sentence: str, event: str, actors: str, recipients: str | None) -> None:
    found = told(events_of(reader, sentence))
    assert any((e, a) == (event, actors) and recipients in (None, r) for e, a, r in found), found


@pytest.mark.parametrize("sentence", NOT_BLAMED)
def test_nobody_is_blamed_for_a_misfortune_or_by_who_admits(reader: Reader, sentence: str) -> None:
    assert not [e for e in told(events_of(reader, sentence)) if e[0] == "ACCUSE"]


def test_who_says_he_will_do_harm_threatens(reader: Reader) -> None:
    (event,) = events_of(reader, "Chile's foreign minister said Chile would impose sanctions on Peru.")
    assert (event.type, event.status) == (EventType.THREATEN, Status.ACTUAL)


@pytest.mark.parametrize(
    "words",
    [
        "Chile has a duty to cap its spending",
        "Chile needs to repaint the lighthouse",
        "Chile must end its lighthouse plan",
    ],
)
def test_what_somebody_is_bound_to_do_is_asked_of_him(reader: Reader, words: str) -> None:
    found = told(events_of(reader, f"“{words},” Peru's foreign minister said."))
    assert ("REQUEST", "PER", "CHL") in found
