"""Stances read from invented reports with the real reader and coders."""

from __future__ import annotations

import pytest

from dragoman.coder import all_records, code_reading
from dragoman.language import Reader
from dragoman.records import Position, Records
from dragoman.sources import from_text

PUBLISHED = "2024-03-14"  # a Thursday


def records_of(reader: Reader, text: str) -> Records:
    article = from_text(f"The report.\n\n{text}", title="The report.", published=PUBLISHED)
    return code_reading(reader.read(article))


def positions_of(reader: Reader, text: str) -> tuple[Position, ...]:
    return records_of(reader, text).positions


def told(position: Position) -> str:
    counterpart = position.counterpart.name if position.counterpart else "nobody"
    return f"{position.holder.name}: {position.issue} {position.stance} -> {counterpart}"


CASES = [
    # mission
    (
        "Norway will keep its embassy in Kabul open, the Norwegian Foreign Ministry said.",
        "Norway: mission open -> Afghanistan",
    ),
    ("The Swedish embassy in Khartoum was closed on Monday.", "Sweden: mission closed -> Sudan"),
    (
        "Denmark has no plans to evacuate its embassy in Kyiv, its foreign minister said.",
        "Denmark: mission open -> Ukraine",
    ),
    (
        "Part of the Dutch embassy staff in Beirut will be evacuated, the Netherlands said.",
        "Netherlands: mission reduced -> Lebanon",
    ),
    ("Spain relocated its embassy personnel out of Libya.", "Spain: mission relocated -> Libya"),
    ("Japan said it would relocate its embassy in Sudan to Djibouti.", "Japan: mission relocated -> Sudan"),
    ("Portugal reopened its embassy in Damascus on Tuesday.", "Portugal: mission opens -> Syria"),
    # recognition
    (
        "Brazil will not recognise the Taliban, President Lula da Silva said.",
        "Brazil: recognition refuses -> Taliban",
    ),
    (
        "Asked whether Spain would recognise the Taliban, the Spanish foreign minister declined to say.",
        "Spain: recognition withheld -> Taliban",
    ),
    (
        "Poland will decide whether to recognise Kosovo, its prime minister said.",
        "Poland: recognition undecided -> Kosovo",
    ),
    ("Peru recognised Kosovo on Tuesday.", "Peru: recognition recognises -> Kosovo"),
    ("Spain stopped short of recognising Kosovo.", "Spain: recognition refuses -> Kosovo"),
    # relations
    ("Norway ordered four Belarusian diplomats to leave.", "Norway: relations downgrades -> Belarus"),
    ("Turkey severed diplomatic relations with Syria on Wednesday.", "Turkey: relations severs -> Syria"),
    ("Peru and Chile agreed to restore diplomatic ties.", "Peru: relations restores -> Chile"),
    ("Peru and Chile agreed to restore diplomatic ties.", "Chile: relations restores -> Peru"),
    (
        "India is ready to deepen relations with Vietnam, the Indian foreign minister said.",
        "India: relations deepens -> Vietnam",
    ),
    ("Egypt downgraded its relations with Israel.", "Egypt: relations downgrades -> Israel"),
    # talks
    ("Chinese and Japanese officials held talks in Seoul on Tuesday.", "China: talks holds -> Japan"),
    ("Chinese and Japanese officials held talks in Seoul on Tuesday.", "Japan: talks holds -> China"),
    ("Israel ruled out talks with Hamas.", "Israel: talks refuses -> Hamas"),
    ("Armenia has not ruled out talks with Azerbaijan.", "Armenia: talks willing -> Azerbaijan"),
    ("Serbia suspended talks with Kosovo.", "Serbia: talks suspends -> Kosovo"),
    ("Russia is willing to negotiate with Ukraine.", "Russia: talks willing -> Ukraine"),
    ("Greece's president will fly to Ankara to meet Turkey's president.", "Greece: talks willing -> Turkey"),
    ("Greece's president plans to visit Turkey next week.", "Greece: talks willing -> Turkey"),
    (
        "Greece will talk to Turkey only if Turkish ships leave its waters.",
        "Greece: talks conditional -> Turkey",
    ),
    ("Spain left the door open to talks with Mali.", "Spain: talks willing -> Mali"),
    ("Spain is willing to sit down with Morocco any day.", "Spain: talks willing -> Morocco"),
    ("Rwanda said its president would not attend the summit with Kenya.", "Rwanda: talks refuses -> Kenya"),
    (
        "Germany said it saw no point in talks with Russia as long as the strikes went on.",
        "Germany: talks conditional -> Russia",
    ),
    # sanctions
    ("Norway is considering a ban on imports from Belarus.", "Norway: sanctions threatens -> Belarus"),
    ("Spain refused to rule out sanctions against Mali.", "Spain: sanctions threatens -> Mali"),
    (
        "Brazil imposed sanctions on Peru. Chile said that it would enforce the Brazilian sanctions.",
        "Chile: sanctions supports -> Peru",
    ),
    ("The European Union imposed sanctions on Belarus.", "European Union: sanctions imposes -> Belarus"),
    ("Hungary opposes sanctions on Russia.", "Hungary: sanctions opposes -> Russia"),
    (
        "Germany urged Hungary to implement the sanctions against Russia.",
        "Germany: sanctions supports -> Russia",
    ),
    ("Mexico urged the United States to lift the tariffs.", "Mexico: sanctions opposes -> United States"),
    (
        "The United States threatened to impose tariffs on Canada.",
        "United States: sanctions threatens -> Canada",
    ),
    ("Switzerland lifted its sanctions on Serbia.", "Switzerland: sanctions lifts -> Serbia"),
    ("Australia partially lifted its sanctions on Myanmar.", "Australia: sanctions eases -> Myanmar"),
    ("Iran is under an embargo imposed by the United States.", "United States: sanctions imposes -> Iran"),
    # forces
    ("France will withdraw its troops from Niger.", "France: forces withdraws -> Niger"),
    ("Kenya deployed troops to Haiti on Monday.", "Kenya: forces deploys -> Haiti"),
    ("Russia will keep its troops in Syria.", "Russia: forces keeps -> Syria"),
    # ceasefire
    ("Ukraine called for a ceasefire.", "Ukraine: ceasefire seeks -> nobody"),
    ("Sudan rejected a truce.", "Sudan: ceasefire rejects -> nobody"),
    ("Israel and Lebanon agreed to a cease-fire on Tuesday.", "Israel: ceasefire agrees -> Lebanon"),
    ("Azerbaijan violated the ceasefire.", "Azerbaijan: ceasefire violates -> nobody"),
    # aid
    ("Qatar offered aid to Lebanon.", "Qatar: aid offers -> Lebanon"),
    (
        "Sweden told Mali that it was unable to withdraw its troops from Niger.",
        "Sweden: forces keeps -> Niger",
    ),
    ("The United States suspended military aid to Egypt.", "United States: aid suspends -> Egypt"),
    ("Pakistan asked for a loan from China.", "Pakistan: aid seeks -> China"),
    # agreement
    ("Indonesia signed the treaty with Malaysia on Monday.", "Malaysia: agreement signs -> Indonesia"),
    ("Turkey opposes the agreement.", "Turkey: agreement opposes -> nobody"),
    ("Spain pulled out of the accord with Peru.", "Spain: agreement withdraws -> Peru"),
    ("Chile has reached a deal with Peru.", "Chile: agreement signs -> Peru"),
    ("Chile pulled out of a deal that it had struck with Peru.", "Chile: agreement withdraws -> Peru"),
    ("Chile objected to the deal with Peru.", "Chile: agreement opposes -> Peru"),
    ("Iran withdrew from its treaty with Iraq.", "Iran: agreement withdraws -> Iraq"),
    ("The Senate passed a resolution on Belarus.", "Senate: agreement supports -> Belarus"),
    ("The Senate ratified the treaty.", "Senate: agreement ratifies -> nobody"),
    # nationals
    (
        "Britain advised its citizens to leave Lebanon, the Foreign Office said.",
        "United Kingdom: nationals advises-leaving -> Lebanon",
    ),
    ("Japan warned its citizens in Mali to stay indoors.", "Japan: nationals advises-shelter -> Mali"),
    ("Italy evacuated its citizens from Sudan.", "Italy: nationals evacuates -> Sudan"),
    (
        "The US embassy advised Americans in Lesotho to stay indoors.",
        "United States: nationals advises-shelter -> Lesotho",
    ),
    # assurance
    (
        "Rwanda promised Congo that it would not support the rebels.",
        "Rwanda: assurance gives -> Democratic Republic of the Congo",
    ),
    ("Ireland urged Israel to keep its word.", "Ireland: assurance seeks -> Israel"),
    ("Ireland pressed Israel to halt the violence.", "Ireland: ceasefire seeks -> Israel"),
    ("Ireland called on Israel to protect civilians.", "Ireland: assurance seeks -> Israel"),
    # conduct
    ("Colombia condemned Venezuela for the raid.", "Colombia: conduct condemns -> Venezuela"),
    ("Colombia blamed a raid on the port on Venezuela.", "Colombia: conduct condemns -> Venezuela"),
    ("Thailand welcomed Malaysia's offer.", "Thailand: conduct supports -> Malaysia"),
    (
        "“We thank Malaysia from the bottom of our hearts,” Thailand's prime minister said.",
        "Thailand: conduct supports -> Malaysia",
    ),
    ("Brazil defended a law against Peruvian ships on Monday.", "Brazil: agreement supports -> Peru"),
    ("Norway and Sweden accused each other of cheating.", "Sweden: conduct condemns -> Norway"),
    (
        "Norway closed the strait to Swedish ships. Sweden condemned the move.",
        "Sweden: conduct condemns -> Norway",
    ),
    (
        "South Korea is concerned about North Korea's missile tests.",
        "South Korea: conduct concerned -> North Korea",
    ),
    # persons who speak for a movement or a common body
    ("NATO Secretary General Jan Lindgren condemned Russia on Monday.", "NATO: conduct condemns -> Russia"),
    (
        "Taliban spokesman Gul Rahmani spoke on Monday. Rahmani condemned France.",
        "Taliban: conduct condemns -> France",
    ),
    # what is threatened, and what another issue's words tell apart
    (
        "Norway threatened to walk away from talks with Sweden if it kept on shelling.",
        "Norway: talks conditional -> Sweden",
    ),
    ("Norway walked away from talks with Sweden on Monday.", "Norway: talks suspends -> Sweden"),
    ("Congress passed a sanctions bill against Russia last week.", "Congress: sanctions imposes -> Russia"),
    (
        "The minister explained the trade deal the United States is trying to negotiate with Chile.",
        "United States: agreement negotiates -> Chile",
    ),
    # what is refused unless something comes
    (
        "Hamas declared it will not accept a truce unless the crossings open.",
        "Hamas: ceasefire rejects -> nobody",
    ),
    # the deal told of before
    (
        "Norway withdrew from a treaty with Sweden. On Monday Norway's envoy said it had left the treaty.",
        "Norway: agreement withdraws -> Sweden",
    ),
    (
        "Norway hailed a deal that Peru is negotiating with Chile.",
        "Peru: agreement negotiates -> Chile",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_report_shows_a_stance(reader: Reader, text: str, expected: str) -> None:
    assert expected in [told(p) for p in positions_of(reader, text)]


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("The talks will fail if Norway closes its embassy in Minsk.", "mission"),
        ("Norway flew its staff home before closing its embassy in Minsk.", "mission"),
        ("After the closure of the embassy, Norway sent flowers.", "mission"),
        ("Experts believe that embassies are expensive buildings.", "mission"),
        ("Swedish police kept the crowd away from Norway's embassy.", "mission"),
        ("Norway accused Sweden of violating the ceasefire.", "ceasefire"),
        ("Norway signed a peace deal with Sweden.", "ceasefire"),
        ("The minister met his colleagues from the cabinet in 2019.", "talks"),
        ("Norway recognised the gap between hopes and means.", "recognition"),
        ("The senator criticised the president over the budget.", "conduct"),
        ("Out of the Paris accord, the ministers stayed silent.", "agreement"),
        ("The president signed the law on school meals on Monday.", "agreement"),
        ("Norway's prime minister speaks no Spanish.", "talks"),
        ("Norway has had no talks with Sweden on Monday.", "talks"),
        ("Why did Norway impose sanctions on Sweden?", "sanctions"),
        ("The Norwegian prime minister met parliament on Tuesday.", "talks"),
        ("Norway urged Sweden to buy its aircraft.", "assurance"),
        ("Norway condemned the attack on the Swedish consulate.", "conduct"),
        ("A former Norwegian ambassador condemned Sweden on Monday.", "conduct"),
        ("Norway lifted its ban on fireworks.", "sanctions"),
        # what is not done, or not told as done
        ("The dispute could lead to Norway's leaving the treaty with Sweden.", "agreement"),
        ("Norway might not honour the treaty with Sweden.", "agreement"),
        ("It is unlikely that Norway will sign the treaty with Sweden.", "agreement"),
        ("Norway allowed Sweden to sign a deal with Finland.", "agreement"),
        ("When a deal between Norway and Sweden is signed, the markets rise.", "agreement"),
        ("Norway must choose between a deal with Sweden and a withdrawal or a suspension.", "forces"),
        ("Leaving the treaty with Sweden is no option for Norway.", "agreement"),
        ("Norway waits before it blames Sweden for the raid.", "conduct"),
        ("Norway demanded that any treaty signed with Sweden be short.", "agreement"),
        ("Norway does not have meetings with Sweden on Monday.", "talks"),
        ("Norway's king established a personal relationship with Sweden's president.", "relations"),
        ("Norway demanded that Sweden end its support for Finland following the attack.", "ceasefire"),
        ("Norway signed the deal.", "agreement"),
        ("In conversations at home, Norway's minister denied that he had written a letter.", "talks"),
        ("Norway has yet to impose sanctions on Sweden.", "sanctions"),
        ("Norway wants to keep the possibility of sanctions on Sweden alive.", "sanctions"),
        ("Norway is on the verge of suspending its talks with Sweden.", "talks"),
        ("Norway and Sweden blamed each other rather than holding talks on Monday.", "talks"),
        ("For Norway to keep its troops in Sweden, much must change.", "forces"),
        ("It would be the first time that a Swedish minister has ever met Norway's king.", "talks"),
        # what was done long ago
        ("Norway signed a treaty with Sweden in 1979.", "agreement"),
        # words in another sense
        ("Norway insisted that Sweden meet its obligations.", "talks"),
        ("Norway did not recognise the Swedish aircraft.", "recognition"),
        ("Norway promised Sweden to give up its weapons.", "aid"),
        ("Norway declined to give details about its aid to Sweden.", "aid"),
        ("Norway called the treaty with Sweden the worst deal ever signed.", "talks"),
        ("Norway called for banning boats from the Swedish lake.", "sanctions"),
        ("Norway opened Operation Peace Dawn against Sweden.", "ceasefire"),
        ("Norway's king welcomed Sweden's prime minister to the palace.", "conduct"),
        # towards nobody abroad
        ("The minister travelled to Geneva to meet his own generals.", "talks"),
        ("Norway's prime minister met his generals on Monday.", "talks"),
        ("The Senate passed a resolution on school meals.", "agreement"),
        ("The White House condemned the resolution on school meals as a farce.", "agreement"),
        ("Norway is negotiating a treaty with Sweden.", "talks"),
        ("Norwegian police urged residents to stay indoors.", "nationals"),
        ("Norway improved its relations with the rest of the world.", "relations"),
        ("Norway criticised the deal with Sweden.", "conduct"),
        ("Norway dismissed the suggestion of Sweden's minister.", "conduct"),
    ],
)
def test_a_report_shows_no_stance(reader: Reader, text: str, issue: str) -> None:
    assert [told(p) for p in positions_of(reader, text) if p.issue == issue] == []


CHANGE = (
    "On Monday, Bulgaria said it had no plans to close its embassy in Minsk. "
    "On Wednesday, Bulgaria said it would close its embassy in Minsk."
)


def test_a_change_within_a_report_is_two_records(reader: Reader) -> None:
    before, after = (p for p in positions_of(reader, CHANGE) if p.issue == "mission")
    assert (before.stance, before.on and before.on.value) == ("open", "2024-03-11")
    assert (after.stance, after.on and after.on.value) == ("closed", "2024-03-13")
    assert before.supersedes is None
    assert after.supersedes == before.id


def test_a_change_within_one_sentence_keeps_both_days(reader: Reader) -> None:
    text = (
        "On Sunday, Bulgaria said its embassy in Minsk would stay open — though on Monday "
        "it said that some of the embassy's staff would be evacuated."
    )
    found = {
        p.stance: p.on.value if p.on else None for p in positions_of(reader, text) if p.issue == "mission"
    }
    assert found == {"open": "2024-03-10", "reduced": "2024-03-11"}


@pytest.mark.parametrize(
    ("text", "issue", "condition"),
    [
        (
            "Finland said it is ready to recognise Palestine if the fighting stops.",
            "recognition",
            "if the fighting stops",
        ),
        (
            "Serbia will reopen its embassy in Damascus, unless the war resumes.",
            "mission",
            "unless the war resumes",
        ),
        (
            "Latvia will decide whether to recognise Kosovo based on its conduct.",
            "recognition",
            "based on its conduct",
        ),
        (
            "Moldova insisted that Russian troops must leave before talks begin.",
            "talks",
            "that Russian troops must leave",
        ),
    ],
)
def test_conditions_are_kept_in_exact_words(reader: Reader, text: str, issue: str, condition: str) -> None:
    conditions = [c.exact for p in positions_of(reader, text) if p.issue == issue for c in p.conditions]
    assert conditions == [condition]


def test_one_stance_told_twice_is_one_record_with_all_its_words(reader: Reader) -> None:
    text = (
        "Norway imposed sanctions on Belarus on Tuesday. The government had warned for weeks. "
        "Norway imposed the sanctions on Belarus over its elections."
    )
    found = [p for p in positions_of(reader, text) if (p.issue, p.stance) == ("sanctions", "imposes")]
    assert len(found) == 1
    assert [span.exact.split()[:3] for span in found[0].evidence] == [
        ["Norway", "imposed", "sanctions"],
        ["Norway", "imposed", "the"],
    ]


def test_a_position_knows_its_statement_and_its_rule(reader: Reader) -> None:
    records = records_of(
        reader, "Norway will keep its embassy in Kabul open, the Norwegian Foreign Ministry said."
    )
    (position,) = (p for p in records.positions if p.issue == "mission")
    assert position.statement in {s.id for s in records.statements}
    assert position.why.rule.startswith("mission.rows[")
    assert position.why.rule.endswith(":will")


def test_the_evidence_is_the_clause_that_shows_it(reader: Reader) -> None:
    text = (
        "Colombia condemned Venezuela for the raid. "
        "Kenya's president held talks with Uganda's president on Tuesday."
    )
    found = {p.issue: [span.exact for span in p.evidence] for p in positions_of(reader, text)}
    assert found["conduct"] == ["Colombia condemned Venezuela for the raid"]
    assert found["talks"] == ["Kenya's president held talks with Uganda's president on Tuesday"]


def test_every_span_holds_the_words_of_the_article(reader: Reader) -> None:
    text = " ".join(text for text, _ in CASES)
    article = from_text(f"The report.\n\n{text}", title="The report.", published=PUBLISHED)
    positions = code_reading(reader.read(article)).positions
    assert positions
    for position in positions:
        for span in (*position.evidence, *position.conditions):
            span.check(article.text)
    assert len({p.id for p in positions}) == len(positions)


def test_only_powers_judge_conduct(reader: Reader) -> None:
    found = positions_of(reader, "The opposition in Ghana condemned Mali for the raid.")
    assert not [p for p in found if p.issue == "conduct"]


def test_what_is_only_said_is_no_judgement(reader: Reader) -> None:
    found = positions_of(reader, "Ghana said the Malian budget was long.")
    assert not [p for p in found if p.issue == "conduct"]


def test_silence_on_another_states_doing_is_no_stance(reader: Reader) -> None:
    text = "Asked whether Spain would recognise the Taliban, France declined to comment."
    assert not [p for p in positions_of(reader, text) if p.issue == "recognition"]


def test_counterpart_comes_from_what_the_report_sets_against_the_holder(reader: Reader) -> None:
    text = (
        "Mali condemned Chad on Monday. Chad rejected a truce with Mali. Ghana condemned Chad. "
        "Chad imposed sanctions after the dispute."
    )
    found = all_records(reader.read(from_text(text, published=PUBLISHED, language="en"))).positions
    assert "Chad: sanctions imposes -> Mali" in {told(p) for p in found}


def test_where_talks_are_held_is_no_party_to_them(reader: Reader) -> None:
    found = positions_of(reader, "Norway's minister will travel to Geneva to meet Russia's foreign minister.")
    assert {told(p) for p in found if p.issue == "talks"} == {"Norway: talks willing -> Russia"}


def test_who_asked_for_a_meeting_is_no_party_to_it(reader: Reader) -> None:
    text = "The U.N. Security Council will hold a meeting on Friday, at the request of Japan."
    assert not [p for p in positions_of(reader, text) if p.issue == "talks"]


def test_two_that_take_a_stance_together_take_it_towards_each_other_only_in_what_is_mutual(
    reader: Reader,
) -> None:
    assert not positions_of(reader, "Peru and Chile imposed sanctions.")
    found = [told(p) for p in positions_of(reader, "Peru and Chile agreed to a truce.")]
    assert found == ["Peru: ceasefire agrees -> Chile", "Chile: ceasefire agrees -> Peru"]


def test_a_deed_told_before_may_be_judged_and_a_thing_may_not(reader: Reader) -> None:
    judged = "Mali closed the strait. Ghana condemned the %s."
    assert [p for p in positions_of(reader, judged % "decision") if p.issue == "conduct"]
    assert not [p for p in positions_of(reader, judged % "video") if p.issue == "conduct"]


def test_a_word_in_passing_is_no_stance_but_the_news_may_be(reader: Reader) -> None:
    talk = "Norway's prime minister spoke by phone with Sweden's prime minister on Monday."
    other = "The harbour was closed for a day. Boats lay at anchor. Nobody went out. Gulls cried."
    assert [told(p) for p in positions_of(reader, talk)] == [
        "Norway: talks holds -> Sweden",
        "Sweden: talks holds -> Norway",
    ]
    assert not positions_of(reader, f"{other} {talk}")


def test_meeting_takes_two(reader: Reader) -> None:
    found = positions_of(reader, "Ghana's minister took part in a panel discussion on Monday.")
    assert not [p for p in found if p.issue == "talks"]
