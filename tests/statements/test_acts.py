"""Speech acts that the words reported decide, in invented sentences."""

from __future__ import annotations

from typing import Any

import pytest

from coded_text import statements_of
from dragoman.knowledge import KnowledgeError, load_yaml
from dragoman.language import Reader
from dragoman.records import Act
from dragoman.statements import acts

TOLD = [
    # threats: harm that the speaker's side holds out
    ("Norway said it would impose sanctions on Iceland.", Act.THREATEN),
    ("“If they cross the line, we will respond,” the Norwegian government said.", Act.THREATEN),
    ("Norway said it could suspend the fishing deal.", Act.THREATEN),
    ("Norway said Iceland would face consequences.", Act.THREATEN),
    ("Norway said there would be no second truce if the shelling went on.", Act.THREATEN),
    ("Norway warned that the port would be closed if the strike went on.", Act.THREATEN),
    ("Norway vowed to block the treaty.", Act.THREATEN),
    ("Norway said vengeance would come.", Act.THREATEN),
    ("Norway said Iceland had much to lose.", Act.THREATEN),
    # decisions and pledges: courses of the speaker's side
    ("“We are going to condition our aid,” the Norwegian minister said.", Act.DECIDE),
    ("“We are going to keep our promise,” the Norwegian minister said.", Act.PLEDGE),
    ("“We have closed our consulate,” the Norwegian minister said.", Act.DECIDE),
    ("Norway said it would decide later whether to impose sanctions.", Act.DECIDE),
    ("Norway said every export would be reviewed.", Act.DECIDE),
    ("Norway said it was committed to working with Iceland.", Act.PLEDGE),
    ("“We have instructed all Norwegian embassies to close,” the Norwegian minister said.", Act.DECIDE),
    ("Norway said the Icelandic diplomats had 72 hours to leave.", Act.DECIDE),
    ("“We promise to free the crew,” the Norwegian minister said.", Act.PLEDGE),
    ("Norway said the prime minister will not attend the summit.", Act.DECIDE),
    ("Norway said there would be no talks until the crew was freed.", Act.DECIDE),
    ("Norway said the exercise would go ahead.", Act.DECIDE),
    ("Norway said it was closing its consulate.", Act.DECIDE),
    ("Norway said it was not ready to sign the treaty.", Act.DECIDE),
    ("Norway said it was ready to resume talks.", Act.PLEDGE),
    ("Norway told Iceland that the government was willing to resume talks.", Act.PLEDGE),
    # not yet decided, or no course at all
    ("Norway said it was reviewing the request.", Act.INFORM),
    ("Norway said its embassy remained open.", Act.INFORM),
    ("Norway said it had not been invited.", Act.INFORM),
    ("Norway said the ship would arrive on Monday.", Act.INFORM),
    # denials
    ("Norway said it did not fire on the trawler.", Act.DENY),
    ("Norway said it had no hand in the plot.", Act.DENY),
    ("Norway said the claim had nothing to do with the truth.", Act.DENY),
    # requests
    ("“Release the crew now,” the Norwegian minister said.", Act.REQUEST),
    ("Norway said it was vital that Iceland free the crew.", Act.REQUEST),
    ("“We need more time,” the Norwegian government said.", Act.REQUEST),
    # judgements
    ("Norway said the seizure was illegal.", Act.CRITICISE),
    ("Norway said Iceland was violating the agreement.", Act.CRITICISE),
    ("Norway said the offer was not acceptable.", Act.CRITICISE),
    ("Norway said the seizure cannot be tolerated.", Act.CRITICISE),
    ("Norway said Iceland was behind the attack.", Act.CRITICISE),
    ("Norway said the sanctions would not work.", Act.CRITICISE),
    ("Norway said Iceland was not doing enough against smuggling.", Act.CRITICISE),
    ("Norway said those who were killed were murderers.", Act.CRITICISE),
    ("Norway sees the vote as a failure.", Act.CRITICISE),
    ("Norway said the pact would undermine the fishing industry.", Act.CRITICISE),
    ("Norway said the seizure could in no way be justified.", Act.CRITICISE),
    ("“I think the seizure is shameful,” the Norwegian minister said.", Act.CRITICISE),
    ("“I think the talks will take place just as well in May,” the Norwegian minister said.", Act.BELIEVE),
    ("The Syrian government said Syrian rebels provoked the fight.", Act.CRITICISE),
    ("Norway said it was delighted by the vote.", Act.PRAISE),
    ("Norway said the vote was a breakthrough.", Act.PRAISE),
    # opinions, hopes, fears
    ("“The delay is understandable,” the Norwegian minister said.", Act.BELIEVE),
    ("Norway agreed that the lake was deep.", Act.BELIEVE),
    ("Norway said it would be a pity if the talks failed.", Act.HOPE),
    ("Norway said the dispute could lead to war.", Act.FEAR),
    # refusals to tell
    ("“We are not going to comment on that,” the Norwegian minister said.", Act.DECLINE),
    ("“It is too early to say,” the Norwegian minister said.", Act.DECLINE),
    ("“We will not give a schedule,” the Norwegian minister said.", Act.DECLINE),
]


def test_what_all_agree_they_should_do_they_take_on(reader: Reader) -> None:
    agreed = statements_of(reader, "Norway and Iceland agreed that the border should be opened.")
    assert [s.act for s in agreed] == [Act.PLEDGE, Act.PLEDGE]


EXPLAINED = [
    ("Norway praised the vote on Monday, saying that nobody had hoped for so much.", Act.PRAISE),
    (
        "Norway criticised the vote on Monday, with a spokesman saying that the count took a week.",
        Act.CRITICISE,
    ),
    ("Norway sent the envoys home on Monday, saying that the count took a week.", Act.INFORM),
    ("Norway praised the vote on Monday, saying that it would impose sanctions on Iceland.", Act.THREATEN),
]


@pytest.mark.parametrize(("text", "act"), EXPLAINED)
def test_words_that_explain_a_judgement_judge(reader: Reader, text: str, act: Act) -> None:
    assert [s.act for s in statements_of(reader, text)][-1] is act


def test_of_what_others_say_only_what_is_made_of_it_counts(reader: Reader) -> None:
    relayed, *_ = statements_of(reader, "Norway said that Iceland called the seizure shameful.")
    accused, *_ = statements_of(reader, "Norway said that Iceland had threatened to sink the trawler.")
    assert (relayed.act, accused.act) == (Act.INFORM, Act.CRITICISE)


@pytest.mark.parametrize(("text", "act"), TOLD)
def test_the_words_reported_tell_the_act(reader: Reader, text: str, act: Act) -> None:
    statement, *_ = statements_of(reader, text)
    assert statement.act is act, statement.why


@pytest.mark.parametrize(
    "text",
    [
        "Norway said police in Bergen had arrested three men.",
        "Norway said a war in the north had closed the road.",
        "Norway asked whether the seizure was illegal.",
        "Norway said the seizure was not illegal.",
        "Norway said murderers had fled by boat.",
        "Norway said its navy watched crews that could threaten the port.",
    ],
)
def test_what_only_tells_is_no_judgement(reader: Reader, text: str) -> None:
    assert Act.CRITICISE not in [s.act for s in statements_of(reader, text)]


def test_a_wrong_of_ones_own_side_is_no_accusation(reader: Reader) -> None:
    (own,) = statements_of(reader, "Norway said it had ignored the warning.")
    (other,) = statements_of(reader, "Norway said Iceland had ignored the warning.")
    assert (own.act, other.act) == (Act.INFORM, Act.CRITICISE)


def test_a_spokesmans_principal_is_on_his_side(reader: Reader) -> None:
    text = "“Norwegian President Kari Solberg will speak with the envoys,” said Norwegian {} Jens Berg."
    (for_her,) = statements_of(reader, text.format("government spokesman"))
    (of_her,) = statements_of(reader, text.format("Justice Minister"))
    assert (for_her.act, of_her.act) == (Act.PLEDGE, Act.INFORM)


def test_to_tell_what_another_holds_is_to_inform(reader: Reader) -> None:
    outer, inner = statements_of(reader, "Norway said that Iceland condemned the illegal seizure.")
    assert (outer.act, inner.act) == (Act.INFORM, Act.CRITICISE)


def test_what_a_ministrys_government_holds_is_the_governments(reader: Reader) -> None:
    text = "The Norwegian foreign ministry said the government was willing to resume talks."
    outer, inner = statements_of(reader, text)
    assert (outer.act, inner.act) == (Act.INFORM, Act.PLEDGE)


def test_what_is_not_promised_is_refused(reader: Reader) -> None:
    (statement,) = statements_of(
        reader, "“We are not willing to pay,” said Ana Petrova, a Bulgarian minister."
    )
    assert statement.act is Act.DECIDE


def test_why_names_the_signs(reader: Reader) -> None:
    (statement,) = statements_of(reader, "Norway said the seizure was a shameful provocation.")
    assert ("act", "shameful") in statement.why.resolved
    (plain,) = statements_of(reader, "Norway condemned the seizure.")
    assert "act" not in dict(plain.why.resolved)


class TestKnowledge:
    """The files that a domain expert edits."""

    def test_no_word_of_judgement_is_listed_twice(self) -> None:
        raw = load_yaml("judgement.yaml")
        words = [
            word
            for section in (raw["blame"], raw["praise"])
            for weights in section.values()
            for listed in weights.values()
            for word in listed.split()
        ]
        assert sorted(words) == sorted(set(words))

    def test_rows_of_clauses_ask_for_traits_that_clauses_have(self) -> None:
        table = acts._table()
        known = {"own", "other", "nobody", "there", "thing", "nominal"}
        known |= {"perfect", "progressive", "passive", "negated", "conditional", "until", "clausal", "deed"}
        known |= {"single", "compelled", "past", *table.modals, *table.classes}
        for row in table.rows:
            assert row.needs | row.bars <= known, row.name
        for needs in table.warnings:
            assert needs <= known

    @pytest.mark.parametrize(
        ("row", "fault"),
        [
            ({"if": "own", "act": "shout", "weight": "3"}, "shout"),
            ({"if": "own", "act": "inform", "weight": "much"}, "much"),
            ({"act": "inform", "weight": "3"}, "if"),
        ],
    )
    def test_a_row_that_does_not_fit_is_named(self, row: dict[str, Any], fault: str) -> None:
        with pytest.raises(KnowledgeError, match=rf"acts\.yaml: clauses, row 7: .*{fault}"):
            acts._row(7, row)


def test_coordinated_predicates_share_a_subject_and_an_auxiliary(reader: Reader) -> None:
    (statement,) = statements_of(reader, "Norway said Iceland could leave the pact and join the union.")
    assert statement.act is Act.INFORM


def test_a_name_in_quotation_marks_is_scorn_unless_it_is_a_good_one(reader: Reader) -> None:
    (scorned,) = statements_of(reader, "Norway's minister called the envoy a “lapdog.”")
    (praised,) = statements_of(reader, "Norway's minister called the envoy a “strong swimmer.”")
    assert scorned.act is Act.CRITICISE
    assert praised.act is not Act.CRITICISE
