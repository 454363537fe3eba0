"""Noun phrases of invented reports, marked with brackets, and the actors that they stand for."""

from __future__ import annotations

import pytest

from dragoman.actors import ActorIndex
from dragoman.language import Reader
from dragoman.records import ActorKind
from dragoman.sources import from_text
from marked_phrases import actors, marked, shown

STATES = [
    ("[Peru] welcomed the accord on Tuesday.", "Peru [PER]"),
    ("[Lima] recalled its envoy on Tuesday.", "Peru [PER]"),
    ("The ministers told [Warsaw] that the pipeline would be built.", "Poland [POL]"),
    ("[The Kremlin] rejected the offer.", "Russia [RUS]"),
    ("[The White House] rejected the offer.", "United States [USA]"),
    ("[Downing Street] rejected the offer.", "United Kingdom [GBR]"),
    ("[The Elysee Palace] confirmed the call.", "France [FRA]"),
    ("[The Norwegians] agreed to host the talks.", "Norway [NOR]"),
    ("[The Chilean government] signed the treaty.", "Chile [CHL]"),
    ("[Portugal's government] signed the treaty.", "Portugal [PRT]"),
    ("[The Duarte administration] said that Kenya must wait. Kenya agreed.", "Kenya [KEN]"),
    ("[The DPRK] fired two missiles.", "North Korea [PRK]"),
    ("[Burma] released the prisoners.", "Myanmar [MMR]"),
]
OFFICIALS = [
    ("[A senior Iranian official] told reporters that talks would go on.", "Iran [IRN]"),
    ("[U.S. officials] said that the base would close.", "United States [USA]"),
    ("[A Treasury Department official] said that the list was long.", "Treasury Department [USA]"),
    ("[A former Treasury Department official] said that it was long.", "Treasury Department official [USA]"),
    ("[A State Department spokesman] declined to comment.", "State Department [USA]"),
    ("[A spokeswoman for the Pentagon] declined to comment.", "Pentagon [USA]"),
    ("[A Hamas spokesman] denied the report.", "Hamas [PSE]"),
    ("[Japanese authorities] seized the ship.", "Japan [JPN]"),
    ("[Sources] said the deal was near.", "sources []"),
    ("[Critics] called the plan reckless. Brazil defended it.", "critics []"),
    ("[Ethiopian leaders] asked for patience.", "Ethiopia [ETH]"),
    (
        "A Danish official met the press. [The official] said that the ferry would sail again.",
        "Denmark [DNK]",
    ),
]
BODIES = [
    ("[The Brazilian Foreign Ministry] summoned the envoy.", "Brazilian Foreign Ministry [BRA]"),
    ("[Turkey's Foreign Ministry] summoned the envoy.", "Turkish Foreign Ministry [TUR]"),
    ("[The Moroccan Embassy in Oslo] issued a statement.", "Moroccan Embassy [MAR]"),
    ("[The Kenyan army] crossed the river.", "Kenyan army [KEN]"),
    ("[US forces] left the valley.", "US forces [USA]"),
    ("[Colombian police] arrested nine people.", "Colombian police [COL]"),
    ("[The Italian parliament] ratified the pact.", "Italian parliament [ITA]"),
    ("[The Spanish Supreme Court] ordered his release.", "Spanish Supreme Court [ESP]"),
    ("[The CIA] had warned of it.", "Central Intelligence Agency [USA]"),
    ("[The U.N. Security Council] met on Friday.", "United Nations Security Council [UNO]"),
    ("[The United Nations] appealed for calm.", "United Nations [UNO]"),
    ("[The EU] froze the assets.", "European Union [EUR]"),
    ("[NATO] doubled its patrols.", "NATO [IGO]"),
    ("[Amnesty International] condemned the trial.", "Amnesty International [NGO]"),
    ("[The Nigerian Senate] passed the bill.", "Nigerian Senate [NGA]"),
    ("[The state news agency Xinhua] carried the text.", "Xinhua [CHN]"),
    ("[A Greek foreign ministry statement] denied it.", "Greek Foreign Ministry [GRC]"),
]
GROUPS = [
    ("[The Houthis] fired at the port.", "Houthis [YEM]"),
    ("[Boko Haram] raided the village.", "Boko Haram [NGA]"),
    ("[Al-Qaeda] claimed the attack.", "al-Qaeda [IMG]"),
    ("The Taliban took the bridge. [The insurgents] then withdrew.", "Taliban [AFG]"),
    ("[A Taliban delegation] arrived in Doha.", "Taliban [AFG]"),
    ("[Peruvian farmers] blocked the road.", "Peruvian farmers [PER]"),
    ("[Protesters in Bolivia] burned tyres.", "protesters in Bolivia [BOL]"),
    ("[Two Russians] were detained.", "Russians [RUS]"),
]
PERSONS = [
    ("[Ghanaian President Ama Boateng] arrived on Monday.", "Ama Boateng [GHA]"),
    ("[Chile's foreign minister, Laura Rojas,] arrived on Monday.", "Laura Rojas [CHL]"),
    ("[Laura Rojas], the foreign minister of Chile, arrived on Monday.", "Laura Rojas [CHL]"),
    (
        "Chile's foreign minister, Laura Rojas, arrived on Monday. [Rojas] said that she was glad.",
        "Laura Rojas [CHL]",
    ),
    (
        "[Foreign Ministry spokesman Olav Berg] declined to comment after Norway closed its border.",
        "Olav Berg [NOR]",
    ),
    ("[U.S. Ambassador to Ghana Karen Miller] praised the vote.", "Karen Miller [USA]"),
    ("[State Department spokeswoman Karen Miller] praised the vote.", "Karen Miller [USA]"),
    ("[Secretary of State Karen Miller] met the Ghanaian delegation.", "Karen Miller [USA]"),
    ("[Sen. Karen Miller] objected that Ghana had waited.", "Karen Miller [USA]"),
    ("[Peter Novak], an analyst at Chatham House, doubted it.", "Peter Novak [NGO]"),
    ("[Rebel commander Yusuf Kamara] of Sierra Leone surrendered.", "Yusuf Kamara [SLE]"),
    (
        "Kenyan minister Ruth Wanjiru spoke first. [The minister] said that rain would come.",
        "Ruth Wanjiru [KEN]",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*STATES, *OFFICIALS, *BODIES, *GROUPS, *PERSONS])
def test_a_phrase_stands_for_its_actor(reader: Reader, text: str, expected: str) -> None:
    assert shown(actors(reader, text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Peru and Chile] signed the accord.", ["Peru [PER]", "Chile [CHL]"]),
        ("[Officials of Peru and Chile] met.", ["Peru [PER]", "Chile [CHL]"]),
        ("[The French and Mexican governments] protested.", ["France [FRA]", "Mexico [MEX]"]),
        ("Talks of [Ghanaian and Thai unions] failed.", ["Ghanaian unions [GHA]", "Thai unions [THA]"]),
        ("Peru met Chile in Quito. [Both countries] praised the host.", ["Peru [PER]", "Chile [CHL]"]),
        (
            "[The two Peruvian senators], Ana Holm and Omar Nasri, backed the deal.",
            ["Ana Holm [PER]", "Omar Nasri [PER]"],
        ),
    ],
)  # fmt: skip
def test_what_is_joined_is_several(reader: Reader, text: str, expected: list[str]) -> None:
    assert shown(actors(reader, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The envoys met in [Lima] on Tuesday.",
        "The [weather] was poor in Chile.",
        "The [bridge] collapsed at noon.",
        "He ate an [apple] there.",
    ],
)
def test_what_does_not_act_is_nobody(reader: Reader, text: str) -> None:
    assert actors(reader, text) == ()


def test_a_contested_government_is_named_as_a_government(reader: Reader) -> None:
    text = "The Taliban attacked again. [The Afghan government] vowed to hold the city."
    assert shown(actors(reader, text)) == ["Afghan government [AFG]"]
    assert shown(actors(reader, text.replace("The Taliban", "Bandits"))) == ["Afghanistan [AFG]"]


def test_the_home_of_the_outlet_decides_where_the_text_is_silent(reader: Reader) -> None:
    text = "Canada and the United States signed it. [Karen Miller] called it historic."
    assert shown(actors(reader, text, outlet="New York Times")) == ["Karen Miller [USA]"]
    assert shown(actors(reader, text, outlet="www.example.ca")) == ["Karen Miller [CAN]"]


def test_a_dateline_abroad_takes_a_report_away_from_home(reader: Reader) -> None:
    text = "LIMA, Peru — Peru shut it. Peru lost. The United States lost too. [Mrs. Lopez] wept."
    assert shown(actors(reader, text, outlet="New York Times")) == ["Lopez [PER]"]
    assert shown(actors(reader, text.partition("— ")[2], outlet="New York Times")) == ["Lopez [USA]"]


def test_an_english_given_name_is_not_of_a_scene_that_speaks_no_english(reader: Reader) -> None:
    text = "Peru shut it. Peru lost. Canada lost too. [{} Olmedo], a lawyer, wept."
    assert shown(actors(reader, text.format("Gonzalo"))) == ["Gonzalo Olmedo [PER]"]
    assert shown(actors(reader, text.format("Gregory"))) == ["Gregory Olmedo [CAN]"]


def test_an_office_that_a_state_does_not_have_is_anothers(reader: Reader) -> None:
    text = "The United States and Japan signed it. [Prime Minister Aiko Tanabe] called it historic."
    assert shown(actors(reader, text, outlet="New York Times")) == ["Aiko Tanabe [JPN]"]


def test_sectors_and_offices_come_from_the_text(reader: Reader) -> None:
    (person,) = actors(reader, "[Ghanaian Foreign Minister Ama Boateng] arrived on Monday.")
    assert (person.kind, person.sectors, person.office) == (ActorKind.PERSON, ("GOV",), "foreign minister")
    (general,) = actors(reader, "[Pakistani Gen. Imran Malik] inspected the post.")
    assert general.sectors == ("MIL",)
    (former,) = actors(reader, "[Former Ghanaian President Ama Boateng] arrived on Monday.")
    assert former.sectors[0] == "ELI"


def test_a_movement_has_the_sector_of_the_day(reader: Reader) -> None:
    text = "[The Taliban] closed the road."
    assert actors(reader, text, published="2019-02-01")[0].sectors == ("REB",)
    assert actors(reader, text, published="2022-02-01")[0].sectors == ("GOV",)


def test_a_past_leader_is_known_where_the_text_does_not_say(reader: Reader) -> None:
    text = "Germany and Poland argued. [Margaret Thatcher] had warned of it."
    assert shown(actors(reader, text)) == ["Margaret Thatcher [GBR]"]


def test_a_well_known_person_is_not_of_the_scene(reader: Reader) -> None:
    text = "Peru voted. Peru's president smiled. [John Kerry], a veteran of the war in Peru, called it fair."
    assert shown(actors(reader, text)) == ["John Kerry [USA]"]


def test_what_the_text_says_goes_before_what_is_known(reader: Reader) -> None:
    text = "[Canadian singer Margaret Thatcher] gave a concert."
    assert shown(actors(reader, text)) == ["Margaret Thatcher [CAN]"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[The Ghanaian president's letter] was short.", "Ghanaian president [GHA]"),
        ("Kenya's navy issued a statement. Peru replied. [The statement] named no one.", "Kenyan navy [KEN]"),
        ("[A letter signed by the Kenyan navy] named no one.", "Kenyan navy [KEN]"),
        (
            "In a report, the Kenyan navy named the ship. [The report] was long.",
            "Kenyan navy [KEN]",
        ),
        ("The Kenyan navy warned ships in the strait. [The warning] came at noon.", "Kenyan navy [KEN]"),
        ("[Defense Department figures] told another tale.", "Department of Defense [USA]"),
        ("[The Ghanaian president's remarks] were short.", "Ghanaian president [GHA]"),
        ("[A University of Nairobi study] told another tale.", "University of Nairobi [KEN]"),
        ("[An investigation by the Kenyan navy] named no one.", "Kenyan navy [KEN]"),
        ("[A statement from the White House] named no one.", "United States [USA]"),
        ("[A statement released on Sunday from the Kenyan navy] named no one.", "Kenyan navy [KEN]"),
        ("[A study conducted by the Kenyan navy] named no one.", "Kenyan navy [KEN]"),
        ("[A statement from Zenobex] named no one.", "Zenobex []"),
        ("[Excerpts of the Ghanaian president's speech] were short.", "Ghanaian president [GHA]"),
    ],
)
def test_a_document_speaks_for_whoever_issued_it(reader: Reader, text: str, expected: str) -> None:
    assert shown(actors(reader, text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[A Kenyan official] defended the plan. The official, Ruth Wanjiru, gave no date.",
            "Ruth Wanjiru [KEN]",
        ),
        ("The Peruvian navy agreed, with [a spokesman] saying Chile was right.", "Peruvian navy [PER]"),
        ("[One] of the main rights groups, Amnesty International, left.", "Amnesty International [NGO]"),
        (
            "The U.S. sent trucks. They reached Oaxaca, where [local police] slept.",
            "Mexican local police [MEX]",
        ),
        ("Talks between Peru and the rebels, [who] had refused a truce, began.", "rebels [PER]"),
    ],
)
def test_who_is_meant(reader: Reader, text: str, expected: str) -> None:
    assert shown(actors(reader, text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rep. Karen Jordan (R-Ohio) rose. [Jordan] was upset.", "Karen Jordan [USA]"),
        ("Rep. Karen Miller (R-Ohio) rose. [The Ohio Republican] was upset.", "Karen Miller [USA]"),
        ("Rep. Karen Miller (R-Ohio) rose. [Republicans] were upset.", "Republicans [USA]"),
        ("Oxfam left Peru. Two men died there, [the charity] said.", "Oxfam [NGO]"),
        ("Boeing paused. [The company] gave no reason.", "Boeing [USA]"),
        (
            "Ohio was calm. Senators Karen Miller of Ohio and Ann Holm rose. [Ms. Miller] left.",
            "Karen Miller [USA]",
        ),
        ("Belgium was calm. [A Western official] gave no reason.", "Western official []"),
        ("Belgium was calm. [A senior Norwegian official] gave no reason.", "Norway [NOR]"),
        ("Belgium was calm. [The Ohio governor] gave no reason.", "U.S. Ohio governor [USA]"),
    ],
)
def test_names_and_nouns_of_those_named_before(reader: Reader, text: str, expected: str) -> None:
    assert shown(actors(reader, text)) == [expected]


def test_he_and_she_are_persons(reader: Reader) -> None:
    text = "Rep. Karen Miller (R-Ohio) rose. The Ohio Republican was upset. [She] left."
    assert shown(actors(reader, text)) == ["Karen Miller [USA]"]


def test_a_noun_before_a_name_tells_that_it_is_a_persons(reader: Reader) -> None:
    text = "The nurse Kaci Holm waited in Oslo. [She] was calm."
    assert shown(actors(reader, text))[0].startswith("Kaci Holm")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ruth Wanjiru of Kenya met Peru's envoys. [Wanjiru's allies] cheered.",
            "Ruth Wanjiru's allies [KEN]",
        ),
        ("Ruth Wanjiru of Kenya met Peru's envoys. [Her allies] cheered.", "Ruth Wanjiru's allies [KEN]"),
        ("Ruth Wanjiru of Kenya met Peru's envoys. [Wanjiru's camp] cheered.", "Ruth Wanjiru's camp [KEN]"),
        ("Kenya met Peru's envoys. [Kenya's allies] cheered.", "allies []"),
        ("Peru met Kenya's envoys. [Opponents of Kenya] jeered.", "opponents []"),
        ("Peru met Kenya's envoys. [Kenyan opponents] jeered.", "Kenyan opponents [KEN]"),
        ("The U.S. met Peru's envoys. [Administration sources] told us so.", "administration sources [USA]"),
    ],
)
def test_who_takes_sides_is_of_a_persons_country(reader: Reader, text: str, expected: str) -> None:
    assert shown(actors(reader, text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France was calm. [Rep. French Miller] of Ohio laughed.", "[USA]"),
        ("Peru was calm. [Rep. Karen M. Boeing] laughed.", "Karen M. Boeing [USA]"),
        ("[South Korean President Choi Seo-in], who was ill, stayed.", "Choi Seo-in [KOR]"),
        ("Peru's envoy Ana Kim met North Korea's leader Kim Min Ho. Kim Min Ho smiled, [Kim] left.", "[PRK]"),
        ("Peru spoke. [The head of the Kenyan army's intelligence research] left.", "[KEN]"),
    ],
)
def test_names_that_mislead(reader: Reader, text: str, expected: str) -> None:
    assert expected in str(shown(actors(reader, text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile met. Peru spoke. [Officials in Santiago] left.", "Chile [CHL]"),
        ("Peru spoke. [Ana Holm], a teacher at the American University in Nairobi, left.", "Ana Holm [KEN]"),
        ("Peru spoke. [Omar Nasri], a Kenyan citizen, left.", "Omar Nasri [KEN]"),
        ("Peru spoke. [Sen. Omar Nasri], who heads the Kenyan Senate's committee, left.", "Omar Nasri [KEN]"),
        (
            "Peru spoke. [Omar Nasri], who oversaw trade at the Treasury Department, left.",
            "Omar Nasri [USA]",
        ),
        ("The U.S. left Iraq. [Kurdish leaders] cheered.", "Kurdish leaders [IRQ]"),
        ("The U.S. left Syria. [A Kurdish commander] cheered.", "Kurdish commander [SYR]"),
        ("The U.S. spoke. [White House aides] left for Morocco.", "White House aides [USA]"),
        ("Britain met Saudi Arabia. Saudi Arabia spoke. [The kingdom] left.", "Saudi Arabia [SAU]"),
        ("Peru met [the Tuna Packers Association], a trade group.", "Tuna Packers Association []"),
        ("Peru spoke. [Omar Nasri], an Oslo-based lawyer, left.", "Omar Nasri [NOR]"),
        ("Peru spoke. [Ana Holm], a professor at the University of Oregon, left.", "Ana Holm [USA]"),
        ("Kenya wept. [Investigators] left for the coast.", "Kenyan investigators [KEN]"),
        ("Kenya wept. [Intelligence officers] left for the coast.", "Kenyan intelligence officers [KEN]"),
        ("Kenya was calm. [The criminal complaint] was long.", "criminal complaint [KEN]"),
        ("China met Hong Kong. China spoke in Hong Kong. [Protesters] left.", "protesters [HKG]"),
        ("China met Hong Kong. China spoke. China laughed. [Protesters] left.", "protesters [CHN]"),
    ],
)
def test_where_the_words_around_tell_it(reader: Reader, text: str, expected: str) -> None:
    assert expected in " ".join(shown(actors(reader, text, outlet="CNN")))


def test_a_name_unusual_at_home_is_not_of_the_outlets_country(reader: Reader) -> None:
    text = "Mali wept. Mali mourned. The United States sent help to Mali. [{}] saw it."
    assert shown(actors(reader, text.format("Tamba Keita"), outlet="CNN")) == ["Tamba Keita []"]
    assert shown(actors(reader, text.format("Karen Miller"), outlet="CNN")) == ["Karen Miller [USA]"]


def test_reports_from_a_capital_are_nobodys(reader: Reader) -> None:
    assert actors(reader, "Peru was calm. [Reports from Oslo] told another tale.") == ()


def test_a_document_without_an_issuer_speaks_for_nobody(reader: Reader) -> None:
    assert actors(reader, "Kenya was calm. [The letter] lay on the table.") == ()
    assert actors(reader, "[An investigation of Kenya] was long.") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kenyan delegation, led by [Ruth Wanjiru], left Peru at noon.", "Ruth Wanjiru [KEN]"),
        (
            "A Kenyan official spoke in Peru. [The official, Ruth Wanjiru,] left.",
            "Ruth Wanjiru [KEN]",
        ),
        ("[Ruth Wanjiru], head of Kenya's North American desk, spoke in Peru.", "Ruth Wanjiru [KEN]"),
        ("Iranian envoy Karim Rohani was in Oslo. [Mr. Rouhani] gave no date.", "Karim Rohani [IRN]"),
        ("Lebanon was calm. [Peter Novak] of Lebanon, Ohio, called it odd.", "Peter Novak [USA]"),
        ("[Peter Novak], the mayor of Marseille, spoke in Peru.", "Peter Novak [FRA]"),
        ("The U.S. army left. [Iraq War veteran Karen Miller] cheered.", "Karen Miller [USA]"),
        ("Germany wavered. [Ivo Kral] told Haaretz that it was late.", "Ivo Kral [ISR]"),
        ("Russia denied it. [Karen Miller], R-Ohio, laughed.", "Karen Miller [USA]"),
        ("Russia denied it. [Karen Miller] (D-N.Y.) laughed.", "Karen Miller [USA]"),
        ("Russia denied it. [Karen Miller], an Ohio Republican, laughed.", "Karen Miller [USA]"),
        ("Russia denied it. [The top Democrat, Karen Miller], laughed.", "Karen Miller [USA]"),
        ("Russia denied it. [House Speaker Karen Miller] laughed.", "Karen Miller [USA]"),
        ("Peru wavered. [Peter Novak], a Russia expert, laughed.", "Peter Novak []"),
        ("Peru wavered. [Peter Novak], a Norwegian, laughed.", "Peter Novak [NOR]"),
        ("Peru wavered. [Peter Novak], an American who left Chad, laughed.", "Peter Novak [USA]"),
        ("Peru wavered. [Peter Novak], a Russian expert, laughed.", "Peter Novak [RUS]"),
        ("Russia met Peru. [Peter Novak], a political analyst, laughed.", "Peter Novak []"),
        ("Russia met Peru. [Peter Novak] laughed.", "Peter Novak []"),
        ("Shops in Brno were shut. [Interior ministry spokesman Ivo Kral] gave no reason.", "Ivo Kral [CZE]"),
    ],
)
def test_where_a_person_is_from(reader: Reader, text: str, expected: str) -> None:
    assert shown(actors(reader, text)) == [expected]


@pytest.mark.parametrize("phrase", ["The Kenyan leader", "The Kenyan politician"])
def test_an_epithet_takes_up_the_person_last_named(reader: Reader, phrase: str) -> None:
    text = f"Kenyan President Ruth Wanjiru met Peruvian President Luis Soto. [{phrase}] smiled."
    assert shown(actors(reader, text)) == ["Ruth Wanjiru [KEN]"]


def test_an_office_that_is_narrowed_is_no_epithet(reader: Reader) -> None:
    text = "Kenyan President Ruth Wanjiru arrived. [The Kenyan leader of the strike] smiled."
    assert "Ruth Wanjiru" not in str(actors(reader, text))


def test_country_and_resolution_of_a_phrase(reader: Reader) -> None:
    text = "Chile's foreign minister, Laura Rojas, arrived. [She] said that she was glad."
    reading, head = marked(reader, text, "2017-05-04", None)
    index = ActorIndex(reading)
    assert index.country_of(head) == "CHL"
    assert index.resolution(head) == "She → Laura Rojas"
    assert index.speaker(head) == index.actors(head)[0]


def test_a_name_as_written_has_no_resolution(reader: Reader) -> None:
    reading, head = marked(reader, "[Peru] welcomed the accord.", "2017-05-04", None)
    assert ActorIndex(reading).resolution(head) == ""


def test_chains_of_bare_nouns_end(reader: Reader) -> None:
    text = " ".join(f"The official said on day {n} that the officials agreed." for n in range(400))
    reading = reader.read(from_text(text, published="2017-05-04", language="en"))
    index = ActorIndex(reading)
    assert all(index.actors(t) == () for t in reversed(reading.tokens) if t.lemma == "official")


@pytest.mark.parametrize(
    "text",
    [
        "He met " + "the head of " * 400 + "the office.",
        "He met " + "a spokesman for " * 400 + "Ghana.",
        "The official, " * 300 + "spoke.",
        "Peru, " * 500 + "and Chile signed.",
        "Kenya's minister's aide's " * 150 + "office closed.",
        "Mr. " * 200 + "Minister " * 200,
    ],
)
def test_endless_phrases_are_resolved_or_given_up(reader: Reader, text: str) -> None:
    reading = reader.read(from_text(text, published="2017-05-04", language="en"))
    index = ActorIndex(reading)
    codes = {a.country for t in reading.tokens for a in index.actors(t)}
    assert codes <= {None, "PER", "CHL", "KEN", "GHA"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # people are of where a report tells of them, not of who speaks
        ("Norway said the raids in Chad and around Chad had killed [civilians] there.", "civilians [TCD]"),
        # what is coordinated is of one state
        (
            "The Libyan raiders shot at [civilians] and the Chadian army.",
            "civilians [TCD], Chadian army [TCD]",
        ),
        ("The judge charged Chadian traders and three [companies].", "companies [TCD]"),
        ("[Thirty-one Chadian farmers] left.", "Chadian farmers [TCD]"),
        ("Chad's [then-minister] left.", "Chadian minister [TCD]"),
        ("Egypt tried leaders of the [Brotherhood].", "Muslim Brotherhood [EGY]"),
    ],
)
def test_whose_bare_nouns_are(reader: Reader, text: str, expected: str) -> None:
    assert ", ".join(shown(actors(reader, text))) == expected
