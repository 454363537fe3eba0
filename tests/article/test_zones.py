"""Zones of plain text: how each part of a report is told from its body."""

from __future__ import annotations

import pytest

from dragoman.article import Zone, compose, zones

LEAD = (
    "The foreign ministers of Arvania and Lower Teland agreed on Tuesday to reopen the border crossing at "
    "Vesk, which had been shut since the spring floods."
)
MORE = (
    "Officials on both sides said that customs officers would return to the crossing within two weeks, "
    "and that lorries would be let through first."
)


def zoned(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """The zones of a text with their words."""
    return [(s.zone.value, text[s.start : s.end]) for s in zones(text, title=title).segments]


def test_a_report_from_section_to_notes() -> None:
    text = (
        "World\n\nNeighbours reopen border crossing\n\nBy Jane Doe and John Roe\n\n"
        f"VESK, Arvania (AP) — {LEAD}\n\n"
        "Lorries wait at the crossing on Tuesday. AFP via Getty Images\n\n"
        f"{MORE}\n\nAdditional reporting by Mary Major"
    )
    assert zoned(text) == [
        ("section", "World"),
        ("headline", "Neighbours reopen border crossing"),
        ("byline", "By Jane Doe and John Roe"),
        ("dateline", "VESK, Arvania (AP) —"),
        ("body", LEAD),
        ("caption", "Lorries wait at the crossing on Tuesday."),
        ("credit", "AFP via Getty Images"),
        ("body", MORE),
        ("notes", "Additional reporting by Mary Major"),
    ]
    found = zones(text)
    assert found.headline == "Neighbours reopen border crossing"
    assert found.wires == ("AP", "AFP")


@pytest.mark.parametrize(
    "dateline",
    [
        "KABUL, Aug. 16 (AFP) —",
        "BEIJING (Reuters) -",
        "WASHINGTON —",
        "GENEVA, 3 May 2021 --",
        "VESK/NOVIGRAD (Reuters) -",
        "BUFFALO FORD, N.Y. –",
        "Vesk (Xinhua) --",
        "Vesk (CNN)",
        "Vesk, Arvania (CNN)",
        "Port Vesk, Arvania -",
        "Vesk, Arvania —",
        "(AP) —",
        "VESK, Arvania (AP) _",
        "ISLAMABAD:",
        "LONDON",
    ],
)
def test_datelines_open_the_body(dateline: str) -> None:
    assert zoned(f"{dateline} {LEAD}\n\n{MORE}")[:2] == [("dateline", dateline), ("body", LEAD)]


def test_a_dateline_may_stand_alone() -> None:
    assert zoned(f"Neighbours reopen border crossing\n\nCNN —\n\n{LEAD}")[1] == ("dateline", "CNN —")


def test_later_datelines_name_an_agency_or_a_day() -> None:
    assert [
        zone for zone, _ in zoned(f"VESK — {LEAD}\n\nROADS AND RAILS — {MORE}\n\nOSLO (AP) — {MORE}")
    ] == [
        "dateline",
        "body",
        "body",
        "dateline",
        "body",
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "NATO — the alliance that Arvania wants to join — said nothing on Tuesday about the crossing.",
        "UPDATE — The crossing at Vesk was shut again on Tuesday night, officials of both sides said.",
        "NATO Secretary-General Jan Novak said on Tuesday that the alliance welcomed the reopening.",
        "The Arvanian Border Union (ABU) Secretary Jan Novak said on Tuesday that it welcomed the reopening.",
        "Jan Novak — the envoy of Arvania — said nothing on Tuesday about the crossing.",
        "Novak, Arvania’s envoy to the alliance — he left on Tuesday — said nothing about the crossing.",
        "WASHINGTON-based analysts said on Tuesday that the agreement would be hard to carry out.",
    ],
)
def test_what_only_looks_like_a_dateline_is_body(opening: str) -> None:
    assert zoned(f"{opening}\n\n{LEAD}")[0] == ("body", opening)


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Guards open the gate at Vesk.", "REUTERS"),
        ("Guards open the gate at Vesk, May 3, 2021.", "REUTERS/Jane Doe/File Photo"),
        ("Guards open the gate at Vesk in the U.S.", "REUTERS/Jane Doe"),
        ("Guards open the gate at Vesk May 3, 2021", "REUTERS/Stringer"),
        ("Guards open the gate at Vesk.", "(AP Photo/Jane Q. Doe)"),
        ("Guards open the gate at Vesk.", "(Photo: Jane Doe, AP)"),
        ("Guards open the gate at Vesk.", "(Jane Doe/Yonhap via AP, File) (Associated Press)"),
        ("Guards open the gate at Vesk.", "[File: Jane Doe/AFP]"),
        ("Guards open the gate at Vesk.", "Photo: Jane Doe"),
        ("Guards open the gate at Vesk.", "Photograph: Jane Doe/EPA"),
        ("Guards open the gate at Vesk.", "J. Q. Doe/Agence France-Presse — Getty Images"),
        ("Guards open the gate at Vesk.", "Getty Images"),
        ("Guards open the gate at Vesk", "(file photo)"),
        ("Guards open the gate at Vesk.", "Video provided by AFP"),
    ],
)
def test_credits_are_cut_off_captions(caption: str, credit: str) -> None:
    text = f"{LEAD}\n\n{caption} {credit}\n\n{MORE}"
    assert zoned(text)[1:3] == [("caption", caption), ("credit", credit)]


@pytest.mark.parametrize(
    "credit", ["AFP via Getty Images", "REUTERS", "(AP Photo/John Doe)", "Photo: Jane Doe"]
)
def test_a_credit_may_stand_on_its_own_line(credit: str) -> None:
    assert zoned(f"{LEAD}\n\n{credit}\n\n{MORE}")[1] == ("credit", credit)


@pytest.mark.parametrize(
    "caption",
    [
        "FILE - Lorries wait at the Vesk crossing in the winter of last year.",
        "FILE PHOTO: Lorries wait at the Vesk crossing in the winter.",
        "Caption: Lorries wait at the Vesk crossing.",
        "In this May 3, 2021 photo, lorries wait at the Vesk crossing.",
    ],
)
def test_captions_without_credit(caption: str) -> None:
    assert zoned(f"{LEAD}\n\n{caption}\n\n{MORE}")[1] == ("caption", caption)


def test_what_a_page_puts_before_a_caption_is_no_part_of_it() -> None:
    text = f"{LEAD}\n\nEnlarge this image toggle caption Guards open the gate. Jane Doe/AP\n\n{MORE}"
    assert zoned(text)[1:4] == [
        ("notes", "Enlarge this image toggle caption"),
        ("caption", "Guards open the gate."),
        ("credit", "Jane Doe/AP"),
    ]


def test_whose_picture_it_is_stands_before_the_caption_too() -> None:
    text = f"{LEAD}\n\nImage copyright EPA Image caption Guards open the gate\n\n{MORE}"
    assert zoned(text)[1:3] == [
        ("notes", "Image copyright EPA Image caption"),
        ("caption", "Guards open the gate"),
    ]


def test_the_label_of_a_film_is_no_part_of_its_caption() -> None:
    text = f"{LEAD}\n\nMedia caption The minister: 'We will not pay'\n\n{MORE}"
    assert zoned(text)[1:3] == [("notes", "Media caption"), ("caption", "The minister: 'We will not pay'")]


@pytest.mark.parametrize("title", [None, "A title"])
def test_a_label_that_a_page_put_before_the_body_is_no_part_of_it(title: str | None) -> None:
    text = f"{title or ''}\n\nStory highlights The crossing is shut, police say\n\n{LEAD}".strip()
    pieces = [
        ("notes", "Story highlights"),
        ("body", "The crossing is shut, police say"),
        ("body", LEAD),
    ]
    assert zoned(text, title)[-3:] == pieces
    assert zoned(f"{LEAD}\n\nStory highlights the crossing at Vesk.\n\n{MORE}")[1][0] == "body"


@pytest.mark.parametrize("signature", ["PTI", "(PTI)", "— PTI"])
def test_an_agency_signs_the_last_paragraph(signature: str) -> None:
    text = f"{LEAD}\n\n{MORE} {signature}"
    assert zoned(text)[1:] == [("body", MORE), ("credit", signature)]
    assert zones(text).wires == ("PTI",)


@pytest.mark.parametrize(
    "note",
    [
        "With Post wires",
        "(With inputs from agencies)",
        "Published in The Harbour, May 3rd, 2024",
        "Reporting by Jane Doe; Editing by John Roe",
        "(Reporting by Jane Doe in Vesk and John Roe in Novigrad; Editing by Mary Major)",
        "The Associated Press contributed to this report.",
        "Jane Doe contributed reporting from Vesk.",
        "© 2021 The Harbour Wire. All rights reserved.",
        "Contributing: The Associated Press",
        "This story has been updated with additional details.",
        "Read more: What the crossing means for both sides",
        "Sign up for our daily newsletter",
        "Advertisement",
        "Slideshow (5 Images)",
        "Follow Jane Doe on Twitter",
        "___",
    ],
)
def test_notes(note: str) -> None:
    assert zoned(f"{LEAD}\n\n{note}\n\n{MORE}")[1] == ("notes", note)


@pytest.mark.parametrize(
    "sentence",
    [
        "Read literally, the accord binds nobody, said Jan Novak, who teaches law at Novigrad.",
        "Sources at the ministry said the guards would follow in June.",
        "The report was updated after Arvania protested, the United Nations said.",
        "The classified information was originally provided by Lower Teland.",
        "Troops from nine countries contributed to the mission, which ends in June.",
        "“We will open the gate,” he told Reuters.",
        "The minister shared the letter with reporters of the Associated Press.",
        "Related stories circulated in Vesk for weeks, the police said.",
        "Advertisement boards at the gate were taken down on Tuesday.",
        "More from both sides is expected in June, diplomats in Novigrad said.",
        "Get the guards home first, the mayor told the crowd.",
        "The report released on Tuesday by Jan Novak blames both sides.",
        "Associated Press reporters at the gate, however, reported hearing shots.",
        "The envoy reported from the gate that all was quiet.",
        "Follow-up talks are planned for June, both sides said.",
        "More than nine lorries were waiting on Tuesday.",
        "With wires cut and roads flooded, the village was alone for a week.",
        "By Tuesday the guards had left.",
        "World leaders welcomed the step.",
    ],
)
def test_body_that_looks_like_something_else(sentence: str) -> None:
    assert zoned(f"{LEAD}\n\n{sentence}\n\n{MORE}")[1] == ("body", sentence)


def test_crossheads_are_headlines() -> None:
    text = f"{LEAD}\n\nFEAR OF FLOODS\n\n{MORE}\n\nWhat comes next\n\n{LEAD}"
    assert [zone for zone, _ in zoned(text)] == ["body", "headline", "body", "headline", "body"]


def test_list_items_are_no_crossheads() -> None:
    text = f"{LEAD}\n\nOpen the gate\n\nSend the guards home\n\n{MORE}"
    assert {zone for zone, _ in zoned(text)[1:]} == {"body"}


def test_names_below_the_headline_are_the_byline() -> None:
    text = f"Neighbours reopen border crossing\n\nJane Doe, and John Roe\n\nTHE HARBOUR\n\n{LEAD}\n\n{MORE}"
    assert zoned(text)[1:3] == [("byline", "Jane Doe, and John Roe"), ("byline", "THE HARBOUR")]


def test_an_agency_in_the_byline_is_credited() -> None:
    text = f"Neighbours reopen border crossing\n\nBy JANE DOE, Associated Press\n\n{LEAD}"
    assert zones(text).wires == ("AP",)


def test_a_report_without_headline_loses_nothing() -> None:
    assert zoned(f"{LEAD}\n\n{MORE}") == [("body", LEAD), ("body", MORE)]


def test_a_known_title_is_found_with_another_stop() -> None:
    text = f"Neighbours reopen border crossing.\n\n{LEAD}"
    assert zoned(text)[0][0] == "body"
    assert zoned(text, "Neighbours reopen border crossing")[0][0] == "headline"


def test_lines_are_paragraphs_where_none_are_blank() -> None:
    assert zoned(f"{LEAD}\n{MORE}\n{LEAD}") == [("body", LEAD), ("body", MORE), ("body", LEAD)]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The foreign ministers of Arvania and Lower Teland agreed on\n"
        "Tuesday to reopen the border crossing at Vesk, which had been\n"
        "shut since the spring floods.\n"
    )
    assert zoned(f"{wrapped}\n{wrapped}") == [("body", wrapped.strip())] * 2


def test_indents_part_wrapped_paragraphs() -> None:
    text = (
        "    The foreign ministers of Arvania and Lower Teland agreed on\n"
        "Tuesday to reopen the border crossing at Vesk, which had been\n"
        "shut since the floods, and to send back the customs officers\n"
        "    The guards were to return within the fortnight, officials on\n"
        "both sides said, and the lorries waiting there would go first.\n"
    )
    assert [words[:9] for _, words in zoned(text)] == ["The forei", "The guard"]


def test_composed_parts_keep_their_zones() -> None:
    text, found = compose(
        [("Neighbours reopen", Zone.HEADLINE), ("A gate. Jane Doe/AP", Zone.CAPTION), (LEAD, None)]
    )
    assert text == f"Neighbours reopen\n\nA gate. Jane Doe/AP\n\n{LEAD}"
    assert [s.zone for s in found.segments] == [Zone.HEADLINE, Zone.CAPTION, Zone.CREDIT, Zone.BODY]
