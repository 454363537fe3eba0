"""What a clause, a condition or a time holds back: stances told as wished, feared, limited or long past."""

from __future__ import annotations

import pytest

from dragoman.coder import code_reading
from dragoman.language import Reader
from dragoman.records import Position
from dragoman.sources import from_text

PUBLISHED = "2024-03-14"  # a Thursday


def told(reader: Reader, text: str, issue: str) -> list[str]:
    article = from_text(f"The report.\n\n{text}", title="The report.", published=PUBLISHED)
    positions = code_reading(reader.read(article)).positions
    return [_told(p) for p in positions if p.issue == issue]


def _told(position: Position) -> str:
    counterpart = position.counterpart.name if position.counterpart else "nobody"
    return f"{position.holder.name}: {position.stance} -> {counterpart}"


@pytest.mark.parametrize(
    ("text", "issue", "expected"),
    [
        # what a condition makes of it
        (
            "Ghana's minister said he would meet Mali's president when the shelling stops.",
            "talks",
            "conditional",
        ),
        ("The minute the shelling stops, Ghana is ready to resume talks with Mali.", "talks", "conditional"),
        # "going" is not "going to"
        ("Ghana's president went to Bamako on Monday to meet Mali's president.", "talks", "holds"),
        ("Ghana's president is going to meet Mali's president on Monday.", "talks", "willing"),
        # what is not yet agreed
        ("Ghana and Mali have reached a tentative agreement on cattle.", "agreement", "negotiates"),
        ("Ghana pledged to forge closer ties with Mali.", "relations", "deepens"),
        ("Ghana announced that it would pull back from the treaty with Mali.", "agreement", "withdraws"),
        ("Ghana is in negotiations with Mali over a cattle deal.", "agreement", "negotiates"),
        ("Ghana derided the treaty with Mali.", "agreement", "opposes"),
        ("Ghana has sought to forge close ties with Mali.", "relations", "deepens"),
        # each clause has its own "not"
        ("The road is not open yet, and Ghana will hold talks with Mali on Monday.", "talks", "willing"),
        # who is invited, not where to
        ("Ghana will invite Mali's president to the summit of the African Union.", "talks", "willing"),
        # another's mission closed
        ("Ghana's president closed the Malian consulate in Accra on Monday.", "mission", "closed"),
        # what must not be without another thing waits for it
        ("Ghana will not start talks with Mali without a truce.", "talks", "conditional"),
        # what has begun is done
        ("Ghana has begun supplying weapons to Mali.", "aid", "provides"),
        ("Ghana did not like the raid but will lift its sanctions on Mali.", "sanctions", "lifts"),
        ("Ghana did not keep its promise to Mali.", "assurance", "breaks"),
        # who seeks the lifting of sanctions is under them
        ("Ghana sought a partial lifting of Mali's sanctions.", "sanctions", "opposes"),
        # a plan, however much is planned, is no deed; a set of things is no plan
        ("Ghana announced plans for ten million dollars in tariffs on Mali.", "sanctions", "threatens"),
        ("Ghana announced a tariff plan against Mali on Monday.", "sanctions", "threatens"),
        ("Ghana praised a set of pacts signed by Ghana and Mali on Monday.", "agreement", "signs"),
        # what is resumed is held
        ("Ghana resumed its talks with Mali on Monday.", "talks", "holds"),
        ("Ghana and Mali reached a truce on Monday.", "ceasefire", "agrees"),
        # what is agreed upon is done, what is only likely is not
        ("Ghana agreed to sweeping sanctions against Mali.", "sanctions", "imposes"),
        ("Ghana will probably impose sanctions on Mali.", "sanctions", "threatens"),
        # when something was done is no condition of it
        (
            "Ghana's president met Mali's president on Monday as soon as he heard of the flood.",
            "talks",
            "holds",
        ),
        # who is open to a thing is willing
        ("Ghana's president is open to talks with Mali.", "talks", "willing"),
        # what is proposed or planned is not yet done
        ("Ghana's president announced the proposed tariffs on Mali last week.", "sanctions", "threatens"),
        ("Ghana announced plans for new sanctions on Mali.", "sanctions", "threatens"),
        # the order of the words makes a condition
        ("Ghana will resume talks with Mali should Mali lift the blockade.", "talks", "conditional"),
        ("Ghana cannot sign the treaty with Mali.", "agreement", "opposes"),
        # a president's speech is no president
        ("Ghana's government welcomed the Malian president's speech.", "conduct", "supports"),
        # who is asked to leave off is judged
        ("Ghana urged Mali to avoid careless talk.", "conduct", "concerned"),
    ],
)
def test_how_far_a_holder_goes(reader: Reader, text: str, issue: str, expected: str) -> None:
    assert f"Ghana: {expected} -> Mali" in told(reader, text, issue)


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Traders fear that Ghana will lift its sanctions on Mali.", "sanctions"),
        ("The talk of lifting Ghana's sanctions on Mali worries traders.", "sanctions"),
        ("A farmer said: “I do not think Ghana will impose sanctions on Mali.”", "sanctions"),
        ("Ghana's government does not have the power to start talks with Mali.", "talks"),
        ("Officials told reporters that Ghana might not attend the summit with Mali.", "talks"),
        ("Ghana said it will not just ask for talks with Mali.", "talks"),
        ("Ghana and Mali could finalise a deal one day.", "agreement"),
        ("Ghana declined to criticise the treaty with Mali.", "agreement"),
        ("Ghana's president is likely to visit Mali on Monday.", "talks"),
        ("Ghana will probably deepen its ties with Mali.", "relations"),
        ("Ghana must not leave the treaty with Chad, Mali's president said.", "agreement"),
        ("Chad urged Ghana not to leave the treaty with Mali.", "agreement"),
        ("My hope is that Ghana and Mali will deepen their ties.", "relations"),
        ("It is important for Ghana not to sever its ties with Mali.", "relations"),
        ("Ghana announced the ban on Mali's lawmakers after the visit.", "sanctions"),
        ("Every time Ghana's president meets Mali's president, it rains.", "talks"),
        ("Chad wants to ensure that Ghana does not violate the agreement.", "agreement"),
        # where something was done is not what it was done to
        ("Ghana's minister rejected this in recent talks with Mali.", "talks"),
        # long ago, as the words around it tell
        ("In 2009, when Ghana signed a treaty with Mali, the river was full.", "agreement"),
        ("In 2011, Ghana condemned Mali for closing the river.", "conduct"),
        ("In 2011, the river dried up. Ghana signed a treaty with Mali.", "agreement"),
        ("Ghana severed diplomatic ties with Mali in 1994.", "relations"),
        ("Ghana backed harsh sanctions on Mali in 2009.", "sanctions"),
        ("Ghana struck a deal on grain with the Soviet Union.", "agreement"),
        # a promise spoken of, not given
        ("Mali praised Ghana's commitment to protect the border.", "assurance"),
        ("Ghana promised Mali a road in a plan that protects its miners.", "assurance"),
        # what just was not done, or is up to others
        ("Ghana's president did not speak with Mali's president about the drought.", "talks"),
        ("Ghana's president never spoke to Mali's president about the drought.", "talks"),
        ("Ghana's president was invited to meet Mali's president.", "talks"),
        ("Ghana's president prepares to attend the African Union summit.", "talks"),
        ("Ghana's president had been scheduled to visit Mali before the flood.", "talks"),
        ("Ghana explained the terms that it has for talks with Mali.", "talks"),
        # a claim is doubted, no deed
        ("Ghana's minister dismissed Mali's claim as absurd.", "conduct"),
        # what is only named after a state
        ("Ghana's president derided the Mali inquiry as a farce.", "conduct"),
        # a meeting that only sets the time of what is said
        ("After meeting Mali's president on Monday, Ghana's president said that it rained.", "talks"),
        # what another thing is threatened for
        ("Ghana threatened to shut its mines over Mali's sanctions.", "sanctions"),
        # what was negotiated is negotiated no more
        ("Ghana negotiated a cattle deal with Mali last year.", "agreement"),
        # what a resolution condemns it is not against the resolution for
        ("A United Nations resolution condemning Mali's raid was read aloud in Ghana.", "agreement"),
        # a deed that is only named
        ("Ghana has until Friday to sign the treaty with Mali.", "agreement"),
        ("There was never a request for Ghana's president to meet Mali's president.", "talks"),
        ("Ghana will not open an embassy in Mali.", "mission"),
        # what only tells some apart, or has just not come about
        ("Ghana is one of two states that have signed treaties with Mali.", "agreement"),
        ("Ghana's officials have not yet talked with Mali's generals.", "talks"),
        ("The truce in Mali has held, Ghana's envoy said.", "ceasefire"),
        # towards nobody
        ("Ghana wants to be a state that recognises all treaties.", "recognition"),
        ("Ghana ordered its troops to withdraw.", "forces"),
        ("Ghana's opposition party called for a truce in Mali.", "ceasefire"),
        ("Ghana blamed strangers for the strike in Mali.", "conduct"),
        # what is only supposed, may be, or is ruled out
        ("Ghana's cabinet may act should it want to lift the sanctions on Mali.", "sanctions"),
        ("The rain gives them a week in which a treaty between Ghana and Mali can be signed.", "agreement"),
        ("Ghana has ruled out sending ground troops to Mali.", "forces"),
        # what was meant once
        ("Ghana had promised to lift its sanctions on Mali.", "sanctions"),
        ("Ghana once planned to deploy troops to Mali.", "forces"),
        # what is not to be done, or goes on against it
        ("Ghana promised not to impose sanctions on Mali.", "sanctions"),
        ("Ghana vowed to feed Mali's refugees in the face of sanctions.", "sanctions"),
        ("Ghana threatened to shield Mali's traders from sanctions.", "sanctions"),
        # what others are to do by a day, and what is taken is no sanction
        ("Ghana set Mali a deadline to take measures against its tariffs.", "sanctions"),
        ("Ghana threatened to seize a Malian ship.", "sanctions"),
        # a guest greeted, a worry not voiced, a truce of traders
        ("Ghana's president welcomed Mali's president Issa Koro into his house.", "conduct"),
        ("Ghana's minister has not raised concerns about Mali's drills.", "conduct"),
        ("Ghana and Mali announced a trade truce.", "ceasefire"),
        ("Ghana and Mali announced a truce in the trade feud.", "ceasefire"),
        ("Ghana urged Mali to uphold international peace.", "ceasefire"),
        # what its fellow verb is said of
        ("Ghana demanded the pilot's return and blamed Mali for the violence.", "ceasefire"),
        # what nobody has said, and what comes too late
        ("Togo left without assurances that Ghana will lift its tariffs on Togo.", "sanctions"),
        ("There is no guarantee that Ghana will lift its tariffs on Togo.", "sanctions"),
        ("Ghana has waited too long to offer aid to Mali.", "aid"),
        # troops kept away, arms not given, drills
        ("Ghana's president vowed to keep Ghanaian troops out of Mali.", "forces"),
        ("Ghana promised Mali to stop the use of chemical weapons.", "aid"),
        ("Ghana is engaged with Mali on joint drills.", "talks"),
        # whom somebody was seen at it
        ("Ghana caught Mali sending troops across the border of Togo.", "forces"),
        # a conference of many
        ("Foreign ministers of Ghana, Mali, Togo and Benin met in Lagos.", "talks"),
        # what is denied, or called no more than possible
        ("Ghana's minister denied a report that it had reached a deal with Mali.", "agreement"),
        ("Ghana's minister dismissed claims that it plans to send troops to Mali.", "forces"),
        ("Ghana and Mali have reached a possible deal.", "agreement"),
        ("Ghana is likely to veto the treaty with Mali.", "agreement"),
        # troops and pledges of years ago
        ("Traders recall the withdrawal of Ghana's troops from Mali in 2012.", "forces"),
        ("Decades ago, Ghana and Mali signed a treaty on salt.", "agreement"),
        # not what the word is said of
        ("Ghana's agreement to withdraw troops from Mali pleased traders.", "agreement"),
        ("Ghana is sending tents to Tuareg forces in Mali.", "forces"),
        ("Rockets hit Ghana's bases where Malian troops have been stationed.", "forces"),
        ("Ghana called the convoy of aid from Mali an insult.", "aid"),
        ("Ghana's president signed off on an African Union resolution.", "agreement"),
        ("Ghana cannot stand in the way of the resolution on Mali.", "agreement"),
        ("Ghana called the sanctions on Mali harsh.", "sanctions"),
        ("Ghana criticised Chad for cutting Ghanaian aid to Mali.", "aid"),
        ("Ghana offered weapons to countries fighting Mali.", "aid"),
        ("Ghana struck a deal with Chinese tech giant Huawei.", "agreement"),
        ("Ghana asked for a suspension of Mali's weapons program.", "aid"),
        ("Ghana called the Malian war the worst disaster of the year.", "conduct"),
        # a dispute over words judges nobody
        ("Ghana's president disputed Mali's remark.", "conduct"),
        # who has just not signed opposes nothing
        ("Ghana has not signed the treaty with Mali.", "agreement"),
        # what is not wanted, what neither does, and what is said of all there are
        ("Ghana's president said he does not want to keep troops in Mali.", "forces"),
        ("Neither Ghanaian minister is expected to open the embassy in Mali.", "mission"),
        ("Ghana broke every agreement.", "agreement"),
        # what waits for another thing is not refused
        ("Ghana will not agree to start the talks without Mali's apology.", "talks"),
        # a threat against sanctions
        ("Ghana threatened to veto any sanctions on Mali.", "sanctions"),
        # what only sets the scene of a threat
        ("Ghana vowed to strike Mali after the African Union imposed sanctions.", "sanctions"),
        # soldiers are no envoys
        ("Ghana expelled Malian soldiers from the border town on Monday.", "relations"),
        # a question, a courtesy and a thing called by a good name judge nobody
        ("Ghana's president questioned whether Mali's minister knew the text.", "conduct"),
        ("Ghana welcomes the Malian side to take part in the fair.", "conduct"),
        ("Ghana's president called Mali's president a “great leader.”", "conduct"),
        # an act that a noun names is not the speaker's
        ("The collapse of the truce with Mali came early, and the breach hurt, Ghana said.", "ceasefire"),
        ("Ghana's president called peace “a rare guest” in Mali.", "ceasefire"),
        ("Ghana's supporters in Mali, where the army suspended the charter, cheered.", "sanctions"),
        # a talk mentioned on the way
        ("Ghana's minister, speaking with Mali's president on Monday, urged Chad to open the road.", "talks"),
        ("Ghana's president slept well after talking with Mali's president on Monday.", "talks"),
        ("Ghana is in negotiations with Mali over a cattle deal.", "talks"),
        # what others call for, and what one ought to do
        ("Ghana's government ignored calls to begin talks with Mali.", "talks"),
        ("Ghana will also need to negotiate with Mali and Togo.", "talks"),
        ("Ghana's government ignored calls from Togo to start pursuing dialogue with Mali.", "talks"),
        # what nobody was told
        ("Traders have not been told what aid Ghana will provide to Mali.", "aid"),
        # trade is no diplomatic tie
        ("Ghana cut trade ties with Mali in January.", "relations"),
        # peace in general is no truce
        ("Ghana is firmly committed to upholding peace in Mali.", "ceasefire"),
        # sanctions told of, and sanctions of years ago
        ("Ghana's report describes Mali's ways of sanctions evasion.", "sanctions"),
        ("In 2009, Ghana imposed sanctions on Mali.", "sanctions"),
    ],
)
def test_what_shows_no_stance_of_its_holder(reader: Reader, text: str, issue: str) -> None:
    assert not [p for p in told(reader, text, issue) if p.startswith("Ghana")]


def test_what_there_is_no_doubt_of_is_told(reader: Reader) -> None:
    text = "There is no doubt that Ghana will lift its tariffs on Togo."
    assert told(reader, text, "sanctions") == ["Ghana: lifts -> Togo"]


def test_what_was_once_imposed_and_still_stands_is_told(reader: Reader) -> None:
    text = "Mali remains under an arms embargo imposed by Ghana in 2009."
    assert told(reader, text, "sanctions") == ["Ghana: imposes -> Mali"]


def test_who_has_long_left_office_speaks_for_no_state(reader: Reader) -> None:
    text = "U.S. Secretary of State {} met Mali's president in Lagos on Monday."
    assert not told(reader, text.format("John Kerry"), "talks")
    assert told(reader, text.format("Antony Blinken"), "talks")


def test_a_government_that_has_left_office_judges_nobody(reader: Reader) -> None:
    text = "{}'s administration called Mali's government “a disgrace.”"
    assert not told(reader, text.format("President Barack Obama"), "conduct")
    assert told(reader, text.format("President Joe Biden"), "conduct")


def test_a_polite_phrase_is_no_condition(reader: Reader) -> None:
    text = "“Ghana will continue its talks with Mali, if you will,” the Ghanaian minister said."
    assert "Ghana: willing -> Mali" in told(reader, text, "talks")


def test_where_a_thing_was_agreed_is_no_counterpart(reader: Reader) -> None:
    text = "Ghana's president met reporters in Togo and agreed to establish new relations in time."
    assert "Ghana: establishes -> Togo" not in told(reader, text, "relations")


def test_an_undated_report_is_of_the_latest_day_that_it_tells_of(reader: Reader) -> None:
    text = "On 3 May 2019 it rained. Ghana's president met Mali's president on 2 May 2019."
    article = from_text(f"The report.\n\n{text}", title="The report.")
    assert {_told(p) for p in code_reading(reader.read(article)).positions} == {
        "Ghana: holds -> Mali",
        "Mali: holds -> Ghana",
    }
