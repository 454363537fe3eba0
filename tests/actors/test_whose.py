"""Whose those are of whom a phrase itself does not say it: invented reports, the phrase in brackets."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from marked_phrases import actors, shown

POSTED = [
    (
        "[Ada Holm, the deputy chief of mission in Peru], briefed America's Congress on U.S. aid.",
        "Ada Holm [USA]",
    ),
    ("[Ada Holm, a correspondent in Lima], toured the United States for the U.S. network.", "Ada Holm [USA]"),
    ("Peru waits. [Ada Holm, head of the American Chamber of Commerce in Peru], agreed.", "Ada Holm [USA]"),
    (
        "Washington and Seoul met. [North Korea expert Ada Holm] met U.S. officials.",
        "Ada Holm [USA]",
    ),
    (
        "Peru voted. [Ada Holm, Michigan State University professor emeritus of history], agreed.",
        "Ada Holm [USA]",
    ),
]
WELL_KNOWN = [
    ("President Emmanuel Macron went home. Russian media trash [Macron].", "Emmanuel Macron [FRA]"),
    ("Canadian singer [Emmanuel Macron] went home. Fans cheered.", "Emmanuel Macron [CAN]"),
]
ENVOYS_TO = [
    (
        "America must forge ahead in talks with the Taliban, Peruvian Ambassador to the U.S. "
        "[Carl M. Bellweather] said Monday, adding that talks went on.",
        "Carl M. Bellweather [PER]",
    ),
]
OF_BODIES_NOT_KNOWN = [
    (f"Peru's king left Peru. Peru voted. [Ada Bellweather{what}] agreed.", f"Ada Bellweather [{code}]")
    for what, code in (
        (", director of the Foreign Zenobex Initiative,", ""),
        (" of Zenobex Diplomat", ""),
        (", head of the Zenobex Group,", ""),
        (", head of the group,", "PER"),
        (", a member of Parliament,", "PER"),
    )
]
OF_THE_MOVEMENT = [
    (
        "The Islamic State holds the valley. Peru fears the Islamic State. [Militants] struck Lima.",
        "Islamic State [IMG]",
    ),
    (
        "The Islamic State and Hamas fell out. Peru fears the Islamic State. [Militants] struck Lima.",
        "militants [PER]",
    ),
]
SURNAMES_OF_OTHERS = [
    ("Ann Marlow waved. [Mr. Marlow] spoke.", "Marlow []"),
    ("Ann Marlow waved. [Ms. Marlow] spoke.", "Ann Marlow []"),
]
STATES_OF_THAT_NAME = [
    ("[Chad Bellweather] of the Senate staff met U.S. envoys.", "Chad Bellweather [USA]"),
    ("[Chad] sent troops to the border.", "Chad [TCD]"),
]
USUAL = [
    ("Peru and Chile met. Peru's king met U.S. envoys. [The administration] agreed.", "United States [USA]"),
    (
        "Peru and Chile met U.S. envoys. [A senior administration official] agreed.",
        "United States [USA]",
    ),
    ("Peru and the rebels met. Peru's king freed them. [The administration] agreed.", "Peru [PER]"),
    ("Peru and Chile met in Peru. [The Duarte administration] in Kenya agreed.", "Kenya [KEN]"),
    ("The United States mourned. Peru voted. [A former official] called it rash.", "official [USA]"),
]
THERE = [
    ("Norway sent trucks. In Chile, where [the ruling junta] slept, they stopped.", "Chile [CHL]"),
    ("Norway sent ships. A note from Chile said [the police there] slept.", "Chilean police [CHL]"),
    (
        "The Norwegian navy left. Its jets raided a camp in Chile, and [government troops] slept in Lota.",
        "Chilean government troops [CHL]",
    ),
    ("Chile slept. Norway's minister said [police] had found a ship.", "Norwegian police [NOR]"),
]
SEATED = [
    ("The European Union met. [Brussels] urged Norway to wait.", "European Union [EUR]"),
    ("The European Union met. Belgium slept. [Brussels] urged Norway to wait.", "Belgium [BEL]"),
]
TAKEN_UP = [
    (
        "A senior Iranian official told reporters that talks would go on. [The source] gave no date.",
        "Iran [IRN]",
    ),
    ("Iranian officials met critics. [The sources] gave no date.", "Iran [IRN]"),
    ("A senior Iranian official spoke. [A source] gave no date.", "source []"),
    ("A senior Iranian official spoke. [The source of the leak] gave no date.", "source []"),
]
BELONGING = [
    ("Chile's president Ada Holm left. [Holm's office] gave no date.", "Ada Holm's office [CHL]"),
    ("Chile's president Ada Holm left. [Her lawyer] gave no date.", "Ada Holm's lawyer [CHL]"),
    ("Chile's president Ada Holm left. [Her camp] gave no date.", "Ada Holm's camp [CHL]"),
    ("Chile's president Ada Holm left. [Her army] gave no date.", "Chilean army [CHL]"),
    ("[The office of Ada Holm] gave no date. Chile's president Ada Holm left.", "Ada Holm's office [CHL]"),
    (
        "Peru and the U.S. met. [The Lima District Attorney's office] gave no date.",
        "Lima District Attorney's office [PER]",
    ),
    ("Sen. Carl Bellweather met envoys. [A Bellweather spokesman] gave no date.", "Carl Bellweather [USA]"),
]
IN_OFFICE = [
    ("[Ada Holm, a trade official under President Omar Nasri], spoke. Kenya's Nasri left.", "Ada Holm [KEN]"),
    ("[Ada Holm, head of Marlow, a charity headquartered in Oslo], met U.S. envoys.", "Ada Holm [NOR]"),
    ("[Ada Holm, head of the Iran program at Chile's trade school], met envoys.", "Ada Holm [CHL]"),
    ("[Ada Holm, head of research for Chile's trade school], met U.S. envoys.", "Ada Holm [CHL]"),
    ("U.S. bombs fell on Nagasaki. Peru mourned. [Mayor Akira Holm] spoke.", "Akira Holm [JPN]"),
    ("The U.S. was at war in Libya. U.S. envoys met [rebel leader Omar Nasri].", "Omar Nasri [LBY]"),
    (
        "[Prosecutors with the special counsel] spoke. Special counsel Ada Holm met Russia.",
        "U.S. prosecutors [USA]",
    ),
    ("[An adviser to Peru's president Ada Holm] met U.S. envoys.", "Peruvian adviser [PER]"),
    ("[Critics of President Ada Holm] met U.S. envoys.", "critics [USA]"),
    (
        "Vice President Ada Holm of Peru met envoys. [The president] left. Peru's president is ill.",
        "Peruvian president [PER]",
    ),
    ("[International Olympic Committee spokeswoman Ada Holm] met Russia.", "Ada Holm [NGO]"),
    ("[C. Dutch Bellweather] met envoys.", "C. Dutch Bellweather []"),
    (
        "The Peruvian government fell. Kenya voted. Kenya paid. [Senior government officials] met envoys.",
        "Kenya [KEN]",
    ),
    ("Kenya voted. Kenya paid. [Two Peruvian government officials] met envoys.", "Peru [PER]"),
    ("Kenya voted. Kenya paid. [U.S. government officials] met envoys.", "United States [USA]"),
    ("Kenya voted. Kenya paid. Envoys met Peru's president and [other officials].", "Peru [PER]"),
    ("[Leaders of both parties] met Kenyan envoys. Peru left.", "parties [KEN]"),
    ("[Ex-intelligence officials] met Kenyan envoys.", "ex-intelligence officials [KEN]"),
    ("[Four people familiar with the talks] met Kenyan envoys.", "people []"),
    ("Four people familiar with it met Kenyan envoys. [These people] said no more.", "people []"),
    (
        "Kenya shut the port, according to [people familiar with it]. It opens, according to these people.",
        "people []",
    ),
    ("Four people familiar with it met Kenyan envoys. Kenya left, according to [those people].", "people []"),
    ("Sources met critics. Boko Haram leaders said no. [The sources] left.", "sources []"),
    ("[Western agencies] met U.S. envoys.", "Western agencies []"),
    ("[A foreign diplomat] met U.S. envoys.", "foreign diplomat []"),
    ("Jordan met U.S. envoys. [King Abdullah] spoke.", "Abdullah [JOR]"),
]
MEMBERS = [
    ("Rep. Ada Holm called for a vote in Washington. [The congresswoman] gave no date.", "Ada Holm [USA]"),
    ("Gov. Carl Bellweather met senators in Ohio. [The governor] gave no date.", "Carl Bellweather [USA]"),
    ("Sen. Carl Bellweather met the press in Ohio. [The lawmaker] gave no date.", "Carl Bellweather [USA]"),
    ("Sen. Carl Bellweather met the press at noon. [A lawmaker] gave no date.", "lawmaker []"),
]
BY_THEIR_NOUN = [
    ("The FBI searched a house. It was open. [The agency] gave no date.", "FBI [USA]"),
    ("The State Department met envoys. [The department] gave no date.", "State Department [USA]"),
    (
        "Huawei met envoys. Peru cut off the Chinese phone company. [The company] gave no date.",
        "Huawei [CHN]",
    ),
    (
        "Huawei met envoys. Peru sued a Peruvian company. [The company] gave no date.",
        "Peruvian company [PER]",
    ),
]
OFFICERS = [
    ("[Palestinian Authority (PA) President Omar Nasri, with whom Holm met,] agreed.", "Omar Nasri [PSE]"),
    ("[Palestinian Authority] agreed. President Omar Nasri did, too.", "Palestinian Authority [PSE]"),
    ("[Carl St Bellweather] spoke at noon.", "Carl St Bellweather []"),
]
BODIES = [
    ("[The European Space Agency] found the wreck. Greece thanked it.", "European Space Agency [IGO]"),
    ("[Eurasia Group analysts] called the order grave. China agreed.", "Eurasia Group [USA]"),
    ("[Ada Holm, an analyst at Control Risks], called the order grave. China agreed.", "Ada Holm [GBR]"),
    ("[Operation Inherent Resolve] trained the army. Iraq agreed.", "Operation Inherent Resolve [IGO]"),
]
OF_ONE_COUNTRY = [
    ("Russia lied. [A source inside the White House] called it rash.", "source [USA]"),
    ("Russia lied. [A congressional source] called it rash.", "congressional source [USA]"),
    ("Russia lied. [The state department] called it rash.", "State Department [USA]"),
    ("Peru lied. Peru refused. [A Trump administration official] called it rash.", "United States [USA]"),
    ("Russia lied. [Liberal Democrat MP Ada Bellweather] called it rash.", "Ada Bellweather [GBR]"),
    ("Russia lied. [Two Democratic senators] called it rash.", "U.S. Democratic senators [USA]"),
    (
        "Russia lied. Russia refused. The U.S. did not. [The intelligence community] called it rash.",
        "U.S. intelligence community [USA]",
    ),
    (
        "Kenya lied. Kenya refused. Peru did not. [The intelligence community] called it rash.",
        "Kenyan intelligence community [KEN]",
    ),
]
BY_THEIR_NAMES = [
    ("U.S. envoys met Russian miners. The U.S. agreed. [Minister Dmitri Holm] spoke.", "Dmitri Holm [RUS]"),
    ("Peru met Danish envoys. Peru met Chile. [Professor Inger Holm] spoke.", "Inger Holm []"),
    ("Peru met Danish envoys. Peru met Chile. [Minister Inger Holm] spoke.", "Inger Holm [DNK]"),
    ("U.S. envoys met Russian miners. The U.S. agreed. [Sen. Dmitri Holm] spoke.", "Dmitri Holm [USA]"),
    ("Peru met Iran. North Korea met South Korea. [Minister Kim Dae-sol] spoke.", "Kim Dae-sol [KOR]"),
    ("Iranian miners left. Iran voted. Iran agreed. [Captain Charles Holm] spoke.", "Charles Holm [USA]"),
    ("[Pope Clement] spoke. Peru mourned.", "Clement [VAT]"),
]
TOLD_IN_FULL = [
    ("The Pakistani Taliban met envoys. [The Taliban] agreed.", "Tehrik-i-Taliban Pakistan [PAK]"),
    ("The Taliban met the Pakistani Taliban. [The Taliban] agreed.", "Taliban [AFG]"),
    ("Kataib Hezbollah met envoys. [Hezbollah] agreed.", "Hezbollah [LBN]"),
    ("The Pakistani Taliban met the Afghan Taliban. [The Taliban] agreed.", "Taliban [AFG]"),
]
NO_PERSONS = [
    ("U.S. envoys met Peruvian miners. Russia agreed. [Members of Congress] spoke.", "U.S. Congress [USA]"),
    ("Kenyan envoys came. [Ada Holm, a Harvard-trained banker of Peru,] spoke.", "Ada Holm [PER]"),
]
SOME_OF_THEM = [
    ("Chile's president Ada Holm left. [Some of Holm's advisers] gave no date.", "Ada Holm's advisers [CHL]"),
    ("Chilean miners left. [A senior government source] gave no date.", "government source [CHL]"),
]
UNIONS = [
    ("[European officials] will meet this month.", "European officials [EUR]"),
    ("[Western officials] will meet this month.", "Western officials []"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *POSTED,
        *ENVOYS_TO,
        *OF_BODIES_NOT_KNOWN,
        *OF_THE_MOVEMENT,
        *SURNAMES_OF_OTHERS,
        *STATES_OF_THAT_NAME,
        *USUAL,
        *THERE,
        *SEATED,
        *TAKEN_UP,
        *BELONGING,
        *IN_OFFICE,
        *MEMBERS,
        *BY_THEIR_NOUN,
        *OFFICERS,
        *BODIES,
        *UNIONS,
        *OF_ONE_COUNTRY,
        *BY_THEIR_NAMES,
        *TOLD_IN_FULL,
        *NO_PERSONS,
        *SOME_OF_THEM,
    ],
)
def test_whose_they_are(reader: Reader, text: str, expected: str) -> None:
    assert shown(actors(reader, text, outlet="The American Spectator"))[:1] == [expected]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Copper Pipe Association", "Copper Pipe Association [USA]"),
        ("The World Copper Association", "World Copper Association []"),
    ],
)
def test_an_association_is_of_the_outlets_country(reader: Reader, name: str, expected: str) -> None:
    text = f"Peru and the United States traded. [{name}] welcomed the accord."
    assert shown(actors(reader, text, outlet="New York Times")) == [expected]


def test_an_association_abroad_is_not_of_the_outlets_country(reader: Reader) -> None:
    text = "Peru raised its duties. Peru's senate voted. [The Copper Pipe Association] praised Peru."
    assert shown(actors(reader, text, outlet="New York Times")) == ["Copper Pipe Association []"]


@pytest.mark.parametrize("phrase", ["Some Marlow allies", "Ada Marlow and allies"])
def test_allies_of_a_person_are_of_his_country(reader: Reader, phrase: str) -> None:
    text = f"Kenyan President Ada Marlow spoke. [{phrase}] doubted the result."
    assert "[KEN]" in shown(actors(reader, text))[-1]


@pytest.mark.parametrize("phrase", ["Her European allies", "Her NATO allies", "Ada Marlow's European allies"])
def test_allies_elsewhere_are_not_of_a_persons_country(reader: Reader, phrase: str) -> None:
    text = f"Kenyan President Ada Marlow spoke. [{phrase}] doubted the result."
    assert "[KEN]" not in shown(actors(reader, text))[-1]


@pytest.mark.parametrize(
    "text",
    [
        "Norway mourned. Norway's king wept. A blast killed [ten people] in Lima.",
        "Norway mourned. Norway's king wept. [Hundreds of people] marched outside its mission in Lima.",
        "Norway mourned. Norway's king wept. [Civilians] fled the houses in the Peruvian capital.",
        # a state is not where its missions and its arms are
        "Peru is hot. The Norwegian embassy shut. Norwegian jets came. A Norwegian raid hit. [A crowd] sang.",
    ],
)
def test_people_are_of_where_they_are_told_of(reader: Reader, text: str) -> None:
    assert {a.country for a in actors(reader, text)} == {"PER"}


@pytest.mark.parametrize(("text", "expected"), WELL_KNOWN)
def test_a_namesake_of_a_well_known_person_is_told_apart_where_he_is_first_named(
    reader: Reader, text: str, expected: str
) -> None:
    assert shown(actors(reader, text)) == [expected]
