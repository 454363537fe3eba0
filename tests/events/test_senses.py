"""Words that are events in one sense only: what they need around them, and what is told of nobody's deed."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of, told

EVENTS = [
    # under verbs that bring about what stands below them
    ("Norway forced Denmark to withdraw its troops from Mali.", ("RETREAT", "DNK", "MLI")),
    ("Ghanaian lawmakers voted to extend sanctions against Togo.", ("SANCTION", "GHA", "TGO")),
    ("Chad's president spoke for an hour, with villagers accusing Libya of theft.", ("ACCUSE", "TCD", "LBY")),
    # two sides agree on what is so, one side on what it will do
    ("Peru and Chile agreed that the border should be marked.", ("AGREE", "CHL PER", "")),
    ("Peru agreed to mark the border with Chile.", ("AGREE", "PER", "CHL")),
    ("Norway is willing to work with Denmark.", ("AGREE", "NOR", "DNK")),
    ("Norway offered support to Denmark.", ("AGREE", "NOR", "DNK")),
    ("Ghana's president said Togo must return the boats.", ("REQUEST", "GHA", "TGO")),
    ("Kenya's foreign minister said Uganda's arrest of the captain was a crime.", ("ACCUSE", "KEN", "UGA")),
    ("Norway's warplanes bombed Denmark.", ("ASSAULT", "NOR", "DNK")),
    ("A statement of Norway's government condemned Denmark.", ("ACCUSE", "NOR", "DNK")),
    # an object behind the day, a sentence that the parser takes for a phrase
    ("Norwegian police arrested on Sunday the Danish captain of the ship.", ("COERCE", "NOR", "DNK")),
    (
        "Norway's minister said that lifting the sanctions on Denmark was out of the question.",
        ("REJECT", "NOR", "DNK"),
    ),
    ("The first Kenyan peacekeeping troops arrived in Haiti on Sunday.", ("AID", "KEN", "HTI")),
    ("Ghana charged a Togolese officer with fraud.", ("ACCUSE", "GHA", "TGO")),
    # who tells of a breach accuses; people without arms attack in words
    ("Norway's minister said Denmark was violating the sanctions.", ("ACCUSE", "NOR", "DNK")),
    (
        "President Luis Prado of Peru attacked Senator Ana Sol of Peru for failing to vote.",
        ("ACCUSE", "PER", "PER"),
    ),
    (
        "Norway attacked Denmark on Sunday, calling it a thief.",
        ("ACCUSE", "NOR", "DNK"),
    ),
    ("Norway attacked the Danish speech.", ("ACCUSE", "NOR", "DNK")),
    ("Peru's party propped up President Luis Prado of Peru.", ("SUPPORT", "PER", "PER")),
    # a state threatens with what it will do if another does something
    (
        "Norway's president said Norway will deploy new missiles if Denmark closes the strait.",
        ("THREATEN", "NOR", "DNK"),
    ),
    ("President Luis Prado of Peru said he would meet President Ana Sol of Chile.", ("AGREE", "PER", "CHL")),
    ("Norwegian troops took control of a Danish town.", ("ASSAULT", "NOR", "DNK")),
    # strikes of a state are no labour strikes, and whoever drives out fighters attacks them
    ("Norway launched strikes against Denmark.", ("ASSAULT", "NOR", "DNK")),
    ("Norwegian soldiers have driven the Danish rebels out of the valley.", ("ASSAULT", "NOR", "DNK")),
    ("Norway's minister dismissed Denmark's president as a clown.", ("ACCUSE", "NOR", "DNK")),
    ("Norway's minister protested loudly about Denmark's fishermen.", ("ACCUSE", "NOR", "DNK")),
    # invitations and what both sides agree to close or to destroy
    ("Norway's king accepted an invitation from Denmark's queen.", ("AGREE", "NOR", "DNK")),
    ("Norway agreed to destroy its Danish bridge.", ("CONCEDE", "NOR", "DNK")),
    ("Norway came under fire from Danish lawmakers after the vote.", ("ACCUSE", "DNK", "NOR")),
    ("Norwegian rebels seized Danish sailors near the lake.", ("ASSAULT", "NOR", "DNK")),
    ("Norway's president rallied to Denmark's side.", ("SUPPORT", "NOR", "DNK")),
    ("Norway vowed that the Danish ferry would sail again.", ("AGREE", "NOR", "DNK")),
    ("Norway's foreign minister sent a warning to Denmark.", ("THREATEN", "NOR", "DNK")),
    ("Norway vowed to help Denmark.", ("AGREE", "NOR", "DNK")),
    ("Norway vowed to punish Denmark.", ("THREATEN", "NOR", "DNK")),
    ("Norway vowed that it would retaliate against Denmark.", ("THREATEN", "NOR", "DNK")),
    ("Norway pledged countermeasures against Denmark.", ("THREATEN", "NOR", "DNK")),
    ("President Luis Prado of Peru attacked the Peruvian parliament.", ("ACCUSE", "PER", "PER")),
    ("Norway launched missiles against Danish troops.", ("ASSAULT", "NOR", "DNK")),
    ("Norway shot down a Danish airliner.", ("ASSAULT", "NOR", "DNK")),
    ("Norway's minister warned that Denmark had sent troops to the border.", ("ACCUSE", "NOR", "DNK")),
    ("Norway implemented tariffs on Danish butter.", ("SANCTION", "NOR", "DNK")),
    ("Norway hit Denmark with an export ban.", ("SANCTION", "NOR", "DNK")),
    ("Norway's hackers waged a cyber war against Denmark.", ("COERCE", "NOR", "DNK")),
    ("Norway's minister ended up apologising to Denmark.", ("CONCEDE", "NOR", "DNK")),
]


@pytest.mark.parametrize(("sentence", "event"), EVENTS)
def test_senses_of_politics(reader: Reader, sentence: str, event: tuple[str, str, str]) -> None:
    assert event in told(events_of(reader, sentence))


NONE = [
    # allowed, known or struggling to do it is not doing it
    ("Norway's army said it was authorised to attack Denmark.", "ASSAULT"),
    ("The plan would enable Norway to bomb Denmark.", "ASSAULT"),
    ("Peru's rebels hope to be known to kill Chilean soldiers.", "ASSAULT"),
    # claims, deals and troubles do nothing
    ("Norway's troubles failed to reach a deal with Denmark.", "REJECT"),
    ("Ghana's troubles threatened Togo.", "THREATEN"),
    ("The Norwegian deal welcomed Denmark.", "SUPPORT"),
    # opinions shared, accounts offered, readiness for whatever comes
    ("President Luis Prado of Peru agreed that winters are cold.", "AGREE"),
    ("President Luis Prado of Peru agrees with President Ana Sol of Chile.", "AGREE"),
    ("Norway's police offered an account of the storm.", "AGREE"),
    ("Kenya's army is ready to respond.", "AGREE"),
    ("Kenya's president refused to call it a famine.", "REJECT"),
    # questions, conditions, advice on what to think
    ("Kenya's president asked: “Did Uganda see the ship?”", "REQUEST"),
    ("A Kenyan officer asked not to be named.", "REQUEST"),
    ("Peru's president said prices would rise should Chile close the pass.", "REQUEST"),
    ("Peru's president said Chile should expect rain.", "REQUEST"),
    ("Peru's president said all of us must speak up.", "REQUEST"),
    ("Kenya's minister got a call from a Ugandan diplomat.", "REQUEST"),
    ("Kenya's police used gas and shots in the air to scatter the marchers.", "REQUEST"),
    ("Norway's minister told Radio Vest that if Denmark wants, talks can return to Oslo.", "REQUEST"),
    ("“I cannot tell what Denmark should do,” Norway's president said.", "REQUEST"),
    ("Norway's president said he was amazed that Denmark should sell its boats.", "REQUEST"),
    ("Norway's prime minister said Norway must plant more trees.", "REQUEST"),
    ("The Norwegian party is appealing to Danish farmers.", "REQUEST"),
    ("The Norwegian frigate made a port call in Denmark.", "REQUEST"),
    # fights in court and with words, and claims, which one denies
    ("The court battle between Norway and Denmark began on Monday.", "ASSAULT"),
    ("Norway began a war of words with Denmark.", "ASSAULT"),
    ("Norway's minister dismissed the claims of Denmark.", "REJECT"),
    ("Norway's minister declined to criticise Denmark's fleet.", "REJECT"),
    # what is so is not promised
    ("Norway's minister assured Denmark that the bridge was safe.", "AGREE"),
    ("Norway and Denmark agreed that a Swedish captain was killed.", "THREATEN"),
    # weak objects
    ("An order released by Norway's minister annoyed Danish captains.", "RETREAT"),
    ("President Luis Prado of Peru left a summit with Chile in good spirits.", "REJECT"),
    ("Norway's claim made Denmark laugh, and Norway made the claim again.", "ACCUSE"),
    ("Norway's minister contends that Denmark is cold.", "ACCUSE"),
    ("Norwegian messages were moved through Denmark.", "MOBILIZE"),
    ("President Luis Prado of Peru closed the book on Chile's trial.", "COERCE"),
    ("President Luis Prado of Peru protested his innocence in Chile.", "PROTEST"),
    ("The Norwegian ministry hits Denmark hard in a new song.", "ASSAULT"),
    ("Norway eliminated training for Danish nurses.", "ASSAULT"),
    ("Norway's experts treated the Danish law with respect.", "AID"),
    ("Ghana charges tariffs on Togolese rice.", "ACCUSE"),
    ("Norway's ministry issued a travel alert for Denmark.", "MOBILIZE"),
    ("Norway announced a law on fishing in Denmark.", "COERCE"),
    ("Mali's army removed militants from the buildings.", "RETREAT"),
    ("President Luis Prado of Peru set his sights on free trade.", "RETREAT"),
    ("Norway's minister seized on a report about Denmark.", "COERCE"),
    ("Norway's king tapped a Danish banker for the post.", "COERCE"),
    ("Norway's minister fired back at Denmark.", "ASSAULT"),
    ("The Norwegian navy moved to help Denmark.", "MOBILIZE"),
    ("Norway's police treated the Danish tourists with patience.", "AID"),
    ("Norway threatens to eclipse Denmark as a seller of salmon.", "THREATEN"),
    ("Norway's ministry released its assessment of Danish farming.", "RETREAT"),
    ("Norway and Denmark failed to reach a deal.", "REJECT"),
    ("On Friday Norway's minister called Denmark a neighbour.", "REQUEST"),
    ("Norway's president said Danish tourists had to swim ashore and accept help.", "REQUEST"),
    ("Norway's coastguard blamed the crash on engine failure near Denmark.", "ACCUSE"),
    ("Norway's minister told CNN to expect that Denmark waits.", "REQUEST"),
    # nobody's hand, nobody's deed
    ("Three Danish tourists were killed in the crash of a plane.", "ASSAULT"),
    ("The storm reached Denmark, destroying hundreds of Danish homes.", "ASSAULT"),
    ("“Arrest the Danish captain,” a farmer shouted.", "COERCE"),
    ("“Let us not bomb Denmark,” Norway's president said.", "ASSAULT"),
    ("President Luis Prado of Peru attacked Senator Ana Sol of Peru for failing to vote.", "ASSAULT"),
    ("A group of Danish tourists left Oslo.", "RETREAT"),
    ("A Danish teacher travelled to Norway.", "CONSULT"),
    # who travels home or for himself
    ("Prime Minister Hana Mori of Japan will land in Tokyo on Sunday.", "AGREE"),
    # what is only imagined, believed or possible
    ("Even without the treaty, Peru's president would still admire Chile's president.", "AGREE"),
    ("President Luis Prado of Peru said he would resign if he could.", "AGREE"),
    ("There is a chance that Norway and Denmark could strike a deal.", "SUPPORT"),
    ("Norway may feel that Denmark won't support it.", "REJECT"),
    ("Prado spoke of Norway's conviction that no amount of Danish aid can help.", "SANCTION"),
    ("Norway must strike Denmark if it crosses the line or threatens Sweden.", "THREATEN"),
    ("Rather than give in to Chile, Peru's president raised tariffs.", "CONCEDE"),
    ("The treaty needs to be backed by Norway's parliament in talks with Denmark.", "SUPPORT"),
    ("Peru's president rarely criticises Chile.", "ACCUSE"),
    ("Senator Ana Sol of Peru asked whether Chile should do more.", "REQUEST"),
    # nothing of it was done
    ("The treaty placed no curbs on Denmark, and Norway placed no barriers on Sweden.", "SANCTION"),
    ("Norway's minister issued no call to Denmark for a ceasefire.", "REQUEST"),
    ("Norway might back a resolution urging Denmark to leave.", "REQUEST"),
    ("Norway's sympathy facilitates the illusion of Denmark.", "CONSULT"),
    ("Senator Ana Sol of Peru has come under attack by President Luis Prado of Peru.", "ASSAULT"),
    # elections, fears, families and advice to one's own people
    ("Norway's Labour Party took control of both houses of parliament.", "ASSAULT"),
    ("Norway's government raised the prospect of a Danish defeat.", "THREATEN"),
    ("The girl's Danish mother was murdered at her home.", "ASSAULT"),
    ("Norway's foreign ministry urged Norwegians in Denmark to leave.", "REQUEST"),
    ("Villages were emptied during the war between Norway and Denmark.", "ASSAULT"),
    # idioms
    ("Danish reporters shot a film at Norway's embassy.", "ASSAULT"),
    ("The drought threatens the stability of Denmark, Norway said.", "THREATEN"),
    ("Norway's minister inspected a Danish honour guard.", "ACCUSE"),
    ("Danes took to the streets to celebrate.", "PROTEST"),
    ("Norway's president pounded his fist at the Danish president.", "ASSAULT"),
    ("Norway withheld its support for Denmark.", "SANCTION"),
    ("Norway killed the hope of Danish leaders.", "ASSAULT"),
    ("The Norwegian president visited the grave of a Danish king.", "CONSULT"),
    ("Norway's minister asked about Danish prisons.", "REQUEST"),
    ("Norway's president refused to talk to reporters about Denmark.", "REJECT"),
    ("Norway's plan raised alarm among Danish lawmakers.", "ACCUSE"),
    ("Norway's minister gave the answer to Denmark's king in May.", "CONCEDE"),
    ("Norway's president called Denmark's king for an update.", "REQUEST"),
    ("Norway is waging a campaign of slander against Denmark.", "ASSAULT"),
    ("Norway's embassy requested a response from Denmark.", "REQUEST"),
    ("Norway accepted the reality of Denmark's power.", "CONCEDE"),
    ("Norway closed its embassy in Denmark because of a threat.", "SANCTION"),
    ("The senate debated how Norway should fight Danish rebels.", "ASSAULT"),
    ("Norway will vote again should it want to lift the sanctions on Denmark.", "REQUEST"),
    ("Norway raised money to wage war on Denmark.", "ASSAULT"),
    ("Prime Minister Hana Mori of Japan spoke with Ann Roe, host of a morning show.", "CONSULT"),
    ("Norway's doctors evacuated Norwegian troops from Denmark for treatment.", "RETREAT"),
    ("Norway showed little interest in extraditing the banker to Denmark.", "COOPERATE"),
    ("Not one of the Danish ministers has condemned Norway.", "ACCUSE"),
    ("Norway was worried that Denmark would visit Sweden.", "AGREE"),
    ("Norway is likely to attack Denmark.", "THREATEN"),
    ("Norway voiced concern about keeping the peace in Denmark.", "ACCUSE"),
    ("Norway's minister is worried about Denmark.", "ACCUSE"),
    ("Norway's minister opened the door to a longer truce with Denmark.", "RETREAT"),
    ("Norwegian ministers have resigned themselves to a Danish victory.", "RETREAT"),
    ("Norway's senators called the Danish king to account for his debts.", "CONSULT"),
    ("President Luis Prado of Peru called Ana Sol of Chile “a lighthouse”.", "CONSULT"),
    ("Norway's minister left Ana Sol of Chile, whom he called the “lighthouse”.", "CONSULT"),
    ("Norway has yet to sign the treaty with Denmark.", "REQUEST"),
    ("Norway has yet to sign the treaty with Denmark.", "SUPPORT"),
    ("Norway's minister has yet to ask Denmark for boats.", "REQUEST"),
    ("Norway tapped Danish divers to clean the harbour.", "COERCE"),
    ("Norway's course demands patience and strength of Danish recruits.", "REQUEST"),
    ("Norwegian police asked for the papers of a Danish sailor.", "REQUEST"),
    ("The Norwegian banker's guilty plea surprised Denmark.", "REQUEST"),
    ("The Norwegian banker's plea surprised Denmark.", "REQUEST"),
    ("Norway's president has little appeal in Denmark.", "REQUEST"),
    ("Norway's president has crossover appeal among Danish voters.", "REQUEST"),
    ("Norway's scientist directs the Danish institute.", "REQUEST"),
    ("Norway's president issued an executive order on Danish fish.", "REQUEST"),
    ("Asked what kind of fish came from the meeting with Denmark, Norway's king laughed.", "REQUEST"),
    ("Norway's office declined to comment, while Denmark did not reply to questions.", "REJECT"),
    ("Norway's minister refused to comment to spare Denmark.", "REJECT"),
    ("Norway's minister believes that he should go and that Denmark should follow.", "REQUEST"),
    ("Danish firms are building plants in Norway.", "AID"),
    ("Norway welcomes Danish critics.", "AID"),
    ("A Norwegian farmer greeted the Danish prime minister.", "CONSULT"),
    ("Norway's minister views Denmark and its allies as a riddle.", "SUPPORT"),
    ("Norway's minister views Denmark as a danger to an important ally.", "SUPPORT"),
    ("Norway's minister described the Danish king, the heir of a criminal, at length.", "ACCUSE"),
    ("President Luis Prado of Peru ousted the Peruvian finance minister.", "ASSAULT"),
    ("A Norwegian ferry sank near Bergen, killing two Danish tourists.", "ASSAULT"),
    ("“Denmark's war is tragic and dangerous,” Norway's president said.", "ACCUSE"),
    # a fear is no charge, and one's own conduct nobody else's
    ("Norway voiced concern that Denmark could fail.", "ACCUSE"),
    ("Norway's president defended her decision on Denmark.", "SUPPORT"),
    # a poor opinion of nobody in particular
    ("Kenya's president found the drought a disaster.", "ACCUSE"),
]


def test_the_clause_above_does_not_put_off_what_is_told(reader: Reader) -> None:
    sentence = "Chile's minister must wait until Peru says that Norway bombed Denmark."
    assert ("THREATEN", "NOR", "DNK") not in told(events_of(reader, sentence))


@pytest.mark.parametrize(("sentence", "event"), NONE)
def test_other_senses(reader: Reader, sentence: str, event: str) -> None:
    assert event not in [e.type for e in events_of(reader, sentence)]


def test_what_is_hammered_out_is_not_signed_yet(reader: Reader) -> None:
    (event,) = events_of(reader, "Norway and Denmark have been hammering out a treaty for months.")
    assert event.type == "CONSULT"


def test_support_that_is_announced_is_support(reader: Reader) -> None:
    (event,) = events_of(reader, "Norway announced its support for Denmark.")
    assert (event.type, [a.country for a in event.recipients]) == ("SUPPORT", ["DNK"])


def test_to_close_an_embassy_in_anger_is_a_sanction(reader: Reader) -> None:
    (event,) = events_of(reader, "Norway closed its embassy in Denmark over a tax.")
    assert event.type == "SANCTION"


@pytest.mark.parametrize(
    ("meeting", "events"),
    [
        ("President Luis Prado of Peru attended a meeting at his home.", []),
        ("President Luis Prado of Peru attended a meeting with Chile's president.", ["CONSULT"]),
        ("President Luis Prado of Peru hosted a meeting.", ["CONSULT"]),
        ("President Luis Prado of Peru chaired a meeting of the Security Council.", ["CONSULT"]),
    ],
)
def test_a_meeting_needs_somebody_else(reader: Reader, meeting: str, events: list[str]) -> None:
    assert [e.type for e in events_of(reader, meeting)] == events


def test_to_keep_somebody_from_coming_in_is_a_refusal(reader: Reader) -> None:
    (event,) = events_of(reader, "Norway blocked Senator Ana Sol of Peru from entering the country.")
    assert event.type == "REJECT"


def test_a_withdrawal_that_is_declared_is_a_concession(reader: Reader) -> None:
    text = "President Luis Prado's declaration that he was pulling Peruvian troops from Chile came late."
    assert [e.type for e in events_of(reader, text)] == ["CONCEDE"]


def test_to_welcome_a_leader_somewhere_is_to_receive_a_visit(reader: Reader) -> None:
    (event,) = events_of(
        reader, "Prime Minister Hana Mori of Japan welcomed President Luis Prado of Peru to Tokyo."
    )
    assert (event.type, event.modes) == ("CONSULT", ("visit",))
    assert [a.name for a in event.actors] == ["Luis Prado"]


def test_who_dies_in_the_crash_just_told_is_attacked_by_nobody(reader: Reader) -> None:
    paragraph = "Norway mourned. A Danish ferry crashed near Bergen. Three Danish passengers were killed."
    assert events_of(reader, paragraph) == ()


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("The Peruvian army ousted President Luis Prado of Peru.", ("ASSAULT", "PER", "PER")),
        ("Norway's minister is worried about Denmark's demands.", ("ACCUSE", "NOR", "DNK")),
        ("Norway's minister called Denmark's claim that it had paid “slander”.", ("ACCUSE", "NOR", "DNK")),
        (
            "Norway's minister left the ship, which Norway has labelled a criminal gang of Denmark.",
            ("ACCUSE", "NOR", "DNK"),
        ),
        (
            "President Luis Prado of Peru phoned President Ana Sol of Chile “to wish her well”.",
            ("CONSULT", "CHL PER", ""),
        ),
        ("Norway made an urgent plea to Denmark.", ("REQUEST", "NOR", "DNK")),
        ("Norway opened its door to Danish refugees.", ("AID", "NOR", "DNK")),
        ("Norway refused to sell Denmark its boats.", ("REJECT", "NOR", "DNK")),
    ],
)
def test_what_looks_alike_stays(reader: Reader, sentence: str, event: tuple[str, str, str]) -> None:
    assert event in told(events_of(reader, sentence))


def test_to_defend_a_friend_is_support(reader: Reader) -> None:
    (event,) = events_of(reader, "Norway's president defended his friend.")
    assert event.type == "SUPPORT"


def test_armed_deeds_that_are_announced_as_plans_stay_plans(reader: Reader) -> None:
    (event,) = events_of(reader, "Norway announced that it would deploy troops near Denmark.")
    assert (event.type, event.status) == ("MOBILIZE", "planned")


def test_that_no_troops_moved_is_worth_telling(reader: Reader) -> None:
    (event,) = events_of(reader, "A Norwegian general said no Danish troops had been moved.")
    assert (event.type, event.status) == ("MOBILIZE", "negated")
