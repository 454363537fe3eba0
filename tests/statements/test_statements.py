"""Statements in invented sentences: content, speaker, act, addressee, date, carrier, nesting."""

from __future__ import annotations

import pytest

from coded_text import cue, said, statements_of
from dragoman.language import Reader
from dragoman.records import Act, Form

CONTENTS = [
    # clauses
    ("Norway said the talks would go on.", "Norway", "the talks would go on"),
    (
        "The minister, Ana Petrova, said that the border was quiet.",
        "Ana Petrova",
        "that the border was quiet",
    ),
    ("The border was quiet, the Finnish government said.", "Finland", "The border was quiet"),
    # quotations
    ("“We shall keep the bridge open,” said Ana Petrova.", "Ana Petrova", "“We shall keep the bridge open,”"),
    (
        "“We shall keep the bridge open,” Ana Petrova said. “It is ours.”",
        "Ana Petrova",
        "“We shall keep the bridge open,” … “It is ours.”",
    ),
    ('Ana Petrova told reporters: "The bridge stays open."', "Ana Petrova", '"The bridge stays open."'),
    # infinitives, objects, prepositions
    ("The mayor, Ada Hill, told the army to leave, saying she was afraid.", "Ada Hill", "she was afraid"),
    ("Poland urged Hungary to open the border.", "Poland", "to open the border"),
    ("Poland called on Hungary to open the border.", "Poland", "to open the border"),
    ("Poland summoned the Hungarian ambassador to explain the shots.", "Poland", "to explain the shots"),
    ("Poland condemned the attack on the border post.", "Poland", "the attack on the border post"),
    (
        "Peru accused Chile of moving troops to the border.",
        "Peru",
        "Chile of moving troops to the border",
    ),
    ("Peru thanked Chile for opening the border.", "Peru", "Chile for opening the border"),
    ("Peru referred to the vote as a farce.", "Peru", "the vote as a farce"),
    ("Peru described the vote as a farce.", "Peru", "the vote as a farce"),
    ("Peru called for a new round of talks.", "Peru", "a new round of talks"),
    ("Kenya denied sending troops across the border.", "Kenya", "sending troops across the border"),
    ("Kenya promised to send food.", "Kenya", "to send food"),
    # phrases, nouns and adjectives
    ("According to Kenya, the camp was empty.", "Kenya", "the camp was empty"),
    ("Brazil voiced concern about the arrests.", "Brazil", "the arrests"),
    ("Brazil is ready to resume the talks.", "Brazil", "to resume the talks"),
    ("Japan was concerned about the launch.", "Japan", "the launch"),
    # where the syntax tree is often broken
    (
        "Kenya said in a letter to the council on Friday that the camp would close.",
        "Kenya",
        "that the camp would close",
    ),
    (
        "Kenya said about half of the rise in its yearly costs reflected losses from the storm.",
        "Kenya",
        "about half of the rise in its yearly costs reflected losses from the storm",
    ),
    ("As Kenya said, the camp will close.", "Kenya", "the camp will close"),
    ("“The camp will close,” added a Kenyan official.", "Kenya", "“The camp will close,”"),
    (
        "The old camp on the border “is closed for good,” Kenya said.",
        "Kenya",
        "The old camp on the border “is closed for good,”",
    ),
    (
        "“The camp is closed,” Ana Petrova said in May, “but the road is open.”",
        "Ana Petrova",
        "“The camp is closed,” … “but the road is open.”",
    ),
    # a second report that the parser may join to the words of the first
    (
        "Sweden said the bridge was empty and urged Finland to close it.",
        "Sweden",
        "the bridge was empty",
    ),
    ("Sweden said the bridge was empty and urged Finland to close it.", "Sweden", "to close it"),
    ("Sweden said it would pay but added: “We are tired.”", "Sweden", "“We are tired.”"),
    # what a wish or a promise depends on belongs to it, not the past that the reporter dates it by
    (
        "Sweden vowed to close its embassy after shots were fired at the gate.",
        "Sweden",
        "to close its embassy",
    ),
    (
        "Sweden is willing to open its embassy if the shelling stops.",
        "Sweden",
        "to open its embassy if the shelling stops",
    ),
    (
        "Sweden called on all firms trading with the island to leave.",
        "Sweden",
        "to leave",
    ),
    ("Ana Petrova went on to say that the bridge was closed.", "Ana Petrova", "that the bridge was closed"),
    # where the reporter's own words begin again
    (
        "Sweden announced the closing of its embassy at a news conference in Oslo.",
        "Sweden",
        "the closing of its embassy",
    ),
    (
        "Sweden said the embassy, which had opened in May, would close.",
        "Sweden",
        "the embassy, which had opened in May, would close",
    ),
    (
        "Sweden said it would close its embassy, a building that it shares with Finland.",
        "Sweden",
        "it would close its embassy",
    ),
    (
        "Sweden said it would close its embassy, hours after shots were fired at the gate.",
        "Sweden",
        "it would close its embassy",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "content"), CONTENTS)
def test_content_and_speaker(reader: Reader, text: str, speaker: str, content: str) -> None:
    found = [(s.speaker.name if s.speaker else None, said(s)) for s in statements_of(reader, text)]
    assert (speaker, content) in found


@pytest.mark.parametrize(
    "text",
    [
        "Ana Petrova said the pact was dead, adding that the border was quiet.",
        "Ana Petrova said the pact was dead in Peru’s eyes, stressing that the border was quiet.",
        "Ana Petrova urged Hungary to open the gate, noting that the border was quiet.",
    ],
)
def test_a_participle_behind_a_comma_goes_on_with_the_speaker(reader: Reader, text: str) -> None:
    found = [s for s in statements_of(reader, text) if "that the border was quiet" in said(s)]
    assert {s.speaker.name for s in found if s.speaker} == {"Ana Petrova"}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Bulgaria praised the plan that would end the war and promised to send money.", "Bulgaria"),
        (
            "The Bulgarian ministry issued a statement saying that the border was quiet.",
            "The Bulgarian ministry",
        ),
        ("Even Ana Petrova said that the border was quiet.", "Ana Petrova"),
        ("Ana Petrova, wearing a coat, said that the border was quiet.", "Ana Petrova"),
    ],
)
def test_the_source_that_the_verb_inherits(reader: Reader, text: str, source: str) -> None:
    assert {s.source.exact for s in statements_of(reader, text) if s.source} == {source}


ACTS = [
    ("Norway welcomed the release of the crew.", Act.PRAISE),
    ("Norway condemned the seizure of the ship.", Act.CRITICISE),
    ("Norway denied that its ship had crossed the line.", Act.DENY),
    ("Norway pledged to pay for the repairs.", Act.PLEDGE),
    ("Norway demanded that Iceland free the crew.", Act.REQUEST),
    ("Norway declined to comment on the seizure.", Act.DECLINE),
    ("Norway hopes that the crew will be freed.", Act.HOPE),
    ("Norway fears that the crew will be held for months.", Act.FEAR),
    ("Norway believes that the crew is safe.", Act.BELIEVE),
    ("Norway threatened to expel the ambassador.", Act.THREATEN),
    ("Norway decided to recall its ambassador.", Act.DECIDE),
    ("Norway said the ship left the harbour at noon.", Act.INFORM),
    # the content decides where the cue leaves it open
    ("Norway said Iceland must free the crew.", Act.REQUEST),
    ("Norway called the seizure an outrageous provocation.", Act.CRITICISE),
    ("Norway said it will close its embassy.", Act.DECIDE),
    ("Norway said it will continue to support the mission.", Act.PLEDGE),
    ("“We welcome this step,” the Norwegian government said.", Act.PRAISE),
    ("Norway said it hopes for a quick release.", Act.HOPE),
    ("The Norwegian embassy told its citizens to leave the country.", Act.ADVISE),
    ("The Norwegian minister said he would not discuss the case.", Act.DECLINE),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_acts(reader: Reader, text: str, act: Act) -> None:
    assert [s.act for s in statements_of(reader, text)] == [act]


@pytest.mark.parametrize(
    ("text", "words", "content"),
    [
        (
            "A Danish spokesman did not answer when asked whether Denmark would sign.",
            "did not answer when asked",
            "whether Denmark would sign",
        ),
        (
            "The Danish government declined to comment on the report.",
            "declined to comment on",
            "the report",
        ),
        (
            "Denmark would not say when the envoy would return.",
            "would not say",
            "when the envoy would return",
        ),
        ("Denmark had no comment on the arrest.", "had … comment", "the arrest"),
        ("Denmark declined to confirm or deny the arrest.", "declined to confirm", "the arrest"),
        (
            "A Danish envoy did not answer when asked whether Denmark would sign but said that it would pay.",
            "did not answer when asked",
            "whether Denmark would sign",
        ),
        (
            "Denmark would neither confirm nor deny the arrest.",
            "would neither confirm",
            "the arrest",
        ),
    ],
)
def test_refusals(reader: Reader, text: str, words: str, content: str) -> None:
    (statement,) = [s for s in statements_of(reader, text) if s.act is Act.DECLINE]
    assert (cue(statement), said(statement)) == (words, content)


def test_a_cue_is_told_in_the_order_of_the_text(reader: Reader) -> None:
    found = statements_of(
        reader, "No comment on the arrest was there from Denmark, and no comment had Sweden on it."
    )
    for statement in found:
        assert [c.start for c in statement.cue] == sorted(c.start for c in statement.cue)


def test_a_refusal_to_be_named_is_no_refusal_to_comment(reader: Reader) -> None:
    found = statements_of(reader, "An official who declined to be named said the ship had left.")
    assert [s.act for s in found] == [Act.INFORM]


def test_nested_statements_know_what_encloses_them(reader: Reader) -> None:
    outer, inner = statements_of(
        reader, "Ana Petrova, a Bulgarian minister, noted that the rebels pledge to free the crew."
    )
    assert outer.speaker is not None
    assert outer.speaker.name == "Ana Petrova"
    assert inner.within == outer.id
    assert inner.act is Act.PLEDGE


def test_a_speakers_own_attitude_is_not_nested(reader: Reader) -> None:
    text = "“We urge both sides to stop,” said Ana Petrova, the Bulgarian foreign minister."
    (statement,) = statements_of(reader, text)
    assert statement.act is Act.REQUEST


def test_media_are_carriers(reader: Reader) -> None:
    (statement,) = statements_of(
        reader, "Turkey will reopen the strait, its foreign ministry said, Reuters reported."
    )
    assert statement.speaker is not None
    assert statement.speaker.country == "TUR"
    assert statement.via == ("Reuters",)


def test_media_are_told_by_their_names(reader: Reader) -> None:
    (statement,) = statements_of(
        reader, "“The strait is open,” the Turkish foreign minister told Radio Horn."
    )
    assert statement.via == ("Radio Horn",)


def test_agencies_bear_their_short_names(reader: Reader) -> None:
    text = "The strait was open, Turkey said on Tuesday, according to Agence France-Presse."
    (statement,) = statements_of(reader, text)
    assert statement.via == ("AFP",)


def test_the_outlets_own_report_is_no_statement(reader: Reader) -> None:
    assert statements_of(reader, "The newspaper reported that the ferry was late.") == ()


def test_state_media_speak(reader: Reader) -> None:
    (statement,) = statements_of(reader, "The news agency Tass said the convoy had left the city.")
    assert statement.speaker is not None
    assert statement.speaker.country == "RUS"


def test_tweets_are_channels(reader: Reader) -> None:
    (statement,) = statements_of(
        reader, "Ana Petrova, the Bulgarian minister, tweeted that the crew was free."
    )
    assert statement.via == ("Twitter",)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("The Bulgarian minister told reporters that the crew was free.", "reporters"),
        ("Bulgaria urged Romania to reopen the crossing.", "Romania"),
        ("Bulgaria called on Romania to reopen the crossing.", "Romania"),
        ("“The crew is free,” the Bulgarian minister told Reuters.", "Reuters"),
    ],
)
def test_addressees(reader: Reader, text: str, addressee: str) -> None:
    (statement,) = statements_of(reader, text)
    assert statement.addressee == addressee


def test_the_date_stands_by_the_cue(reader: Reader) -> None:
    (statement,) = statements_of(reader, "Chile said on Tuesday that the vote would be held in May.")
    assert statement.said is not None
    assert statement.said.value == "2024-03-12"


def test_undated_speech_shares_the_speakers_occasion(reader: Reader) -> None:
    text = "Chile said on Tuesday that the vote would be held.\n\nThe polls were safe, Chile said."
    assert [s.said.value if s.said else None for s in statements_of(reader, text)] == ["2024-03-12"] * 2


def test_two_days_make_two_statements(reader: Reader) -> None:
    text = (
        "On Sunday, Chile said it had no plans to close its embassy — "
        "though on Monday it said that “part” of the staff would leave."
    )
    first, second = statements_of(reader, text)
    assert said(first) == "it had no plans to close its embassy"
    assert [s.said.value for s in (first, second) if s.said] == ["2024-03-10", "2024-03-11"]
    assert second.form is Form.MIXED


def test_joint_speakers_of_different_states_are_two_records(reader: Reader) -> None:
    found = statements_of(reader, "Chile and Peru said the pact was signed.")
    assert [s.speaker.country for s in found if s.speaker] == ["CHL", "PER"]
    assert len({s.content for s in found}) == 1


def test_a_caption_that_repeats_the_body_points_to_it(reader: Reader) -> None:
    text = (
        "The Chilean embassy told its citizens in the capital to stay away from the old harbour this week. "
        "The staff had left on Monday and the gates were shut.\n\n"
        "The Chilean embassy told its citizens to stay away from the old harbour. AFP via Getty Images"
    )
    body, caption = statements_of(reader, text)
    assert caption.repeats == body.id
    assert body.repeats is None


def test_passives_without_an_agent_are_not_coded(reader: Reader) -> None:
    assert statements_of(reader, "The vote is expected to be close.") == ()


def test_modal_cues_report_nothing_said(reader: Reader) -> None:
    assert statements_of(reader, "Chile may announce a new envoy.") == ()


def test_running_dialogue_keeps_its_speaker(reader: Reader) -> None:
    text = "Ana Petrova, the Bulgarian envoy, criticised the guards.\n\n“Nobody came to the gate.”"
    found = statements_of(reader, text)
    assert [s.speaker.name for s in found if s.speaker] == ["Ana Petrova", "Ana Petrova"]


def test_running_dialogue_goes_on_with_who_is_quoted_not_with_whom_he_tells_of(reader: Reader) -> None:
    text = "Ana Petrova, the envoy, said: “We hear that you want a pact.”\n\n“Nobody came to the gate.”"
    found = statements_of(reader, text)
    assert {s.speaker.name for s in found if s.speaker} == {"Ana Petrova"}


def test_ids_are_distinct(reader: Reader) -> None:
    text = "Chile and Peru said the pact was signed. Chile said the pact was dead."
    found = statements_of(reader, text)
    assert len({s.id for s in found}) == len(found) == 3


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Chile broke off the talks with Peru, citing threats against its envoys.", ["Chile"]),
        ("Chile praised the pact between old foes and called for more trade.", ["Chile", "Chile"]),
        ("Chile added that the army leaves the border and said the fence would go.", ["Chile", "Chile"]),
        ("The talks were welcomed by Chile.", ["Chile"]),
        ("Chile, which said the pact was dead, left the room.", ["Chile"]),
        ("“The pact is dead,” said Chile.", ["Chile"]),
    ],
)
def test_speakers_by_syntax(reader: Reader, text: str, speakers: list[str]) -> None:
    assert [s.speaker.name for s in statements_of(reader, text) if s.speaker] == speakers


def test_an_office_alone_is_its_holder_whom_the_report_names(reader: Reader) -> None:
    text = (
        "Norway will close its embassy, its foreign minister said on Tuesday.\n\n"
        "“We shall return,” Foreign Minister Ingrid Solvang told reporters in Oslo."
    )
    assert {s.speaker.name for s in statements_of(reader, text) if s.speaker} == {"Ingrid Solvang"}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ana Petrova, the Bulgarian envoy, who said the pact was dead, left the room.", "who"),
        ("A statement saying the pact was dead came from Chile.", "A statement"),
        ("The Bulgarian envoy, Ana Petrova, said the pact was dead.", "The Bulgarian envoy, Ana Petrova"),
    ],
)
def test_the_words_of_the_source(reader: Reader, text: str, source: str) -> None:
    (statement,) = statements_of(reader, text)
    assert statement.source is not None
    assert statement.source.exact == source


def test_a_post_shown_in_a_report_is_quoted(reader: Reader) -> None:
    text = "We thank the crew of the ferry for their courage. — Ana Petrova (@anapetrova) May 3, 2024"
    (statement,) = statements_of(reader, text)
    assert said(statement) == "We thank the crew of the ferry for their courage."
    assert statement.speaker is not None
    assert statement.speaker.name == "Ana Petrova"
    assert statement.form is Form.DIRECT


_NO_STATEMENTS = {
    f"verb:{verb}"
    for verb in ("report", "discuss", "ask", "promise", "show", "say", "charge", "praise", "mention")
}


@pytest.mark.parametrize(
    "text",
    [
        "As we have reported, Norway supports the pact.",  # the outlet's own voice
        "Norway and Chile discussed the pact.",  # a matter, no words
        "Asked whether the pact would hold, the Norwegian minister smiled.",  # asked, not asking
        "Norway's popularity promises a calm year.",  # a quality promises nothing
        "The storm over Norway shows that the dykes are old.",  # an event shows, but does not say
        "Norway is charging steep fees for the port.",  # a price, no accusation
        "Norway may praise the pact.",  # nor has it done so
        "You say that Norway has left the pact.",  # whoever is spoken to
        "The process says that Norway has left the pact.",  # no speaker
        "If Norway and Chile praise the pact, it will hold.",  # they may or may not
        "The Norwegian minister did not mention Chile.",  # what was not said
        "Let's say that Norway has left the pact.",  # nobody has said so
        "The company said that Norway has left the pact.",  # which one, nobody tells
        "New reports say that Norway has left the pact.",  # whose, nobody tells
    ],
)
def test_what_is_no_statement_is_not_recorded(reader: Reader, text: str) -> None:
    rules = [s.why.rule for s in statements_of(reader, text)]
    assert not [r for r in rules if r.split("+")[0] in _NO_STATEMENTS]
