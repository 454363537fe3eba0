"""What a briefing note says, and that the ledger can trace every sentence of it."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from markdown_it import MarkdownIt

from dragoman.article import Article
from dragoman.briefs import Brief, Section, compose, write
from dragoman.briefs.citing import LONGEST, Citations
from dragoman.briefs.pages import printable, shown_in_markdown
from dragoman.ledger import Ledger, LedgerError
from dragoman.ledger.linking import link
from dragoman.ledger.scope import Scope, most_reported
from dragoman.records import Act, Actor, ActorKind, EventType, Form, Status
from hand_ledger import Report, person, state

NORWAY, PERU, TARAVIA = map(state, ("NOR", "PER", "TRV"))
COUNCIL = Actor("Harbour Council", ActorKind.GROUP, "NOR")
QUILL = person("Ada Quill", "NOR", "foreign minister")
HOSTILE = '# *Shut* | <b>now</b> & [so](http://x.example) `it` \\ "stays" … 1. \x00\n> &amp; ~~$~~ Mr. Quill.'
REFERENCE = re.compile(r"\[(\d+) · ([0-9a-f]{8})\]")
MAY = dt.date(2024, 5, 1), dt.date(2024, 5, 31)


@pytest.fixture
def may(ledger: Ledger) -> Ledger:
    """A month of Norway and Peru: a change, a dispute, a quotation told twice, pledges and plans."""
    quoted = "“The doors of our house in Lima will stay open to all who knock on them, whatever the hour”"
    for report in (
        Report("Harbour Wire", "2024-04-20").position(NORWAY, "mission", "open", PERU),
        Report("Harbour Wire", "2024-05-02", url="https://wire.example/a?b=1&c=<2>")
        .statement(QUILL, quoted, Act.PLEDGE, form=Form.DIRECT, addressee="Peru")
        .position(NORWAY, "talks", "willing", PERU)
        .position(COUNCIL, "talks", "refuses", PERU),
        Report("Daily Gull", "2024-05-03")
        .statement(person("Quill", "NOR"), quoted, Act.PLEDGE, form=Form.DIRECT),
        Report("Bay Post", "2024-05-10", url="javascript:alert(1)")
        .position(NORWAY, "mission", "closed", PERU, words=HOSTILE)
        .position(NORWAY, "talks", "holds", PERU)
        .event(EventType.CONSULT, NORWAY, PERU, on="2024-06-20", status=Status.PLANNED,
               words="Ministers are to meet in Lima in June.")
        .event(EventType.AID, NORWAY, PERU, status=Status.PLANNED),
        Report("Island Mail", "2024-05-10").position(NORWAY, "mission", "closed", PERU),
        Report("Bay Post", "2024-05-12").event(EventType.AID, NORWAY, PERU)
        .statement(state("COM"), "that nothing of this concerned it"),
        Report("Bay Post", "2024-06-02").position(NORWAY, "mission", "open", PERU),
    ):  # fmt: skip
        ledger.add(report.coded())
    link(ledger)
    return ledger


def section(brief: Brief, name: str) -> Section:
    return next(s for s in brief.sections if s.name == name)


def said(brief: Brief, name: str) -> list[str]:
    return [e.says for part in section(brief, name).parts for e in part.entries]


def test_each_section_answers_its_question(may: Ledger) -> None:
    brief = compose(may, "norway", *MAY)
    assert (brief.country, brief.name, brief.reports, brief.outlets) == ("NOR", "Norway", 5, 4)
    assert said(brief, "changes") == [
        "Norway towards Peru, on embassies, consulates and envoys: open became closed, "
        "first on record on 10 May 2024; 2 reports.",
        "Norway towards Peru, on negotiation, dialogue and visits: willing became holds, "
        "first on record on 10 May 2024; 1 report.",
    ]
    parts = {part.title: [e.says for e in part.entries] for part in section(brief, "positions").parts}
    assert parts["Harbour Council"] == [
        "Harbour Council towards Peru, on negotiation, dialogue and visits: refuses, "
        "on record since 2 May 2024; 1 report."
    ]
    assert len(parts["Norway"]) == 2
    (pledge,) = said(brief, "statements")
    assert pledge == (
        "2 May 2024: Ada Quill, foreign minister (Norway), gave a pledge, addressing Peru; "
        "2 reports, 1 independent."
    )
    broken, kept, aid = said(brief, "pledges")
    assert broken == (
        "20 April 2024: Norway towards Peru, embassies, consulates and envoys: open. "
        "Broken, as of 10 May 2024."
    )
    assert kept == (
        "2 May 2024: Norway towards Peru, negotiation, dialogue and visits: willing. Kept, as of 10 May 2024."
    )
    assert aid == "10 May 2024: Norway towards Peru, aid (AID). Kept, as of 12 May 2024."
    assert said(brief, "planned") == [
        "Planned for 20 June 2024: consultation (CONSULT) by Norway, towards Peru."
    ]


def test_the_words_of_a_change_are_given_of_both_stances(may: Ledger) -> None:
    entry = next(compose(may, "NOR", *MAY).entries())
    before, after = entry.quotations
    assert (before.label, before.outlet, before.words) == (
        "Before: open, 20 April 2024", "Harbour Wire", "Norway mission open Peru.",
    )  # fmt: skip
    assert after.label == "After: closed, 10 May 2024"
    assert after.reference.source != before.reference.source


def test_a_note_is_written_as_of_its_last_day(may: Ledger) -> None:
    early = compose(may, "NOR", dt.date(2024, 5, 1), dt.date(2024, 5, 9))
    assert said(early, "changes") == []
    (pledge,) = said(early, "pledges")
    assert pledge.endswith("No report until 9 May 2024 says what became of it.")
    assert "open, on record since 20 April 2024" in " ".join(said(early, "positions"))
    overdue = compose(may, "NOR", dt.date(2024, 5, 5), dt.date(2024, 6, 30))
    assert said(overdue, "planned") == [
        "Planned for 20 June 2024: consultation (CONSULT) by Norway, towards Peru. "
        "No report until 30 June 2024 says that it was done."
    ]


def test_a_country_is_met_as_well_as_heard(may: Ledger) -> None:
    brief = compose(may, "Peruvian", *MAY)
    assert brief.name == "Peru"
    assert said(brief, "statements")[0].startswith("2 May 2024: Ada Quill")
    assert len(said(brief, "changes")) == 2


def test_only_the_issues_asked_for(may: Ledger) -> None:
    brief = compose(may, "NOR", *MAY, issues=["mission"])
    assert len(said(brief, "changes")) == 1
    assert {e.quotations[0].label[:6] for p in section(brief, "positions").parts for e in p.entries} == {
        "Closed"
    }
    assert len(said(brief, "pledges")) == 1
    assert said(brief, "statements") == said(brief, "planned") == []
    assert "1 May 2024 to 31 May 2024; on embassies, consulates and envoys" in brief.to_markdown()


def test_what_is_left_out_is_told(may: Ledger) -> None:
    brief = compose(may, "NOR", *MAY, limit=1)
    assert [(s.shown, s.total) for s in brief.sections[:2]] == [(1, 2), (1, 3)]
    assert "1 of 3 shown." in brief.to_markdown()
    assert "1 of 3 shown." in brief.to_html()


def test_silence_is_told_as_silence(ledger: Ledger, tmp_path: Path) -> None:
    brief = compose(ledger, "NOR", *MAY)
    assert list(brief.entries()) == []
    write(brief, tmp_path / "none.docx")
    for text in (brief.to_markdown(), brief.to_html(), _text(tmp_path / "none.docx")):
        assert text.count("Silence is not a stance.") == 2
        assert "Nothing is on record for the period." in text
        assert "No report is cited." in text


def test_what_cannot_be_asked_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match=r"Atlantis: no country: give its code \(AFG\)"):
        compose(ledger, "Atlantis", *MAY)
    with pytest.raises(LedgerError, match="weather: no issue: there are agreement, aid, "):
        compose(ledger, "NOR", *MAY, issues=["talks", "weather"])
    with pytest.raises(LedgerError, match="ends before it begins"):
        compose(ledger, "NOR", MAY[1], MAY[0])


def test_a_record_that_went_meanwhile_is_told(may: Ledger) -> None:
    (found,) = most_reported(may, Scope("NOR", *MAY)).found
    gone = replace(found.evidence, record="0" * 16)
    with pytest.raises(LedgerError, match="record 0000000000000000 went while the note was written"):
        Citations(may, [found.evidence, gone])


# ---- every form of it, walked


def _walk_page(page: str) -> Iterator[tuple[str, str, str]]:
    """Quotations and captions of a page, and sentences with their references: what, words, reference."""
    root = html.document_fromstring(page)
    for figure in root.iter("figure"):
        words, caption = (_inside(next(figure.iter(tag))) for tag in ("blockquote", "figcaption"))
        yield "quotation", words, caption
    for says in root.iter("p"):
        if says.get("class") == "says":
            yield "sentence", _inside(says), _inside(says)


def _inside(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _walk_markdown(text: str) -> Iterator[tuple[str, str, str]]:
    root = html.fragment_fromstring(
        MarkdownIt("commonmark").enable("table").render(text), create_parent="main"
    )
    for quote in root.iter("blockquote"):
        words, caption = quote.findall("p")
        yield "quotation", words.text_content(), caption.text_content()
    for table in root.iter("table"):
        for caption, words in zip(table.iter("th"), table.iter("td"), strict=True):
            yield "quotation", words.text_content(), caption.text_content()
    notes = {p.text_content() for p in root.findall("p")[:2]}
    for says in root.findall("p"):
        if says.text_content() not in notes:
            yield "sentence", says.text_content(), says.text_content()


def _walk_word(data: bytes) -> Iterator[tuple[str, str, str]]:
    document = docx.Document(BytesIO(data))
    cells = [p for table in document.tables for cell in table.rows[0].cells for p in cell.paragraphs]
    paragraphs = [*document.paragraphs, *cells]
    for words, caption in pairwise(paragraphs):
        if words.style is not None and words.style.name == "Quote":
            yield "quotation", words.text, caption.text
    sources = [p.text for p in document.paragraphs].index("Sources")
    for p in document.paragraphs[2:sources]:
        if p.style is not None and p.style.name == "Normal":
            yield "sentence", p.text, p.text


def _text(path: Path) -> str:
    return "\n".join(p.text for p in docx.Document(str(path)).paragraphs)


WALKS = {
    "page": lambda brief: _walk_page(brief.to_html()),
    "markdown": lambda brief: _walk_markdown(brief.to_markdown()),
    "word": lambda brief: _walk_word(brief.to_docx()),
}


def _traced(ledger: Ledger, brief: Brief, words: str, caption: str) -> None:
    """A quotation stands in the text of the report that its reference names."""
    ((source, record),) = REFERENCE.findall(caption)
    cited = brief.sources[int(source) - 1]
    coded, found = ledger.find(record)
    assert coded.article.id == cited.article
    assert found.id in cited.records
    text = printable(coded.article.text)
    for piece in words.removesuffix(" …").split(" … "):
        assert piece.strip() in text


@pytest.mark.parametrize("form", WALKS)
def test_every_quotation_and_every_sentence_is_traced(may: Ledger, form: str) -> None:
    brief = compose(may, "NOR", *MAY)
    walked = list(WALKS[form](brief))
    quotations = [(words, caption) for what, words, caption in walked if what == "quotation"]
    sentences = [words for what, words, _ in walked if what == "sentence"]
    assert len(quotations) == sum(len(e.quotations) for e in brief.entries())
    assert sentences == [printable(f"{e.says} {' '.join(map(str, e.references))}") for e in brief.entries()]
    for words, caption in quotations:
        _traced(may, brief, words, caption)
    assert any("*Shut*" in words for words, _ in quotations)
    for sentence in sentences:
        assert REFERENCE.search(sentence)
        for source, record in REFERENCE.findall(sentence):
            assert may.find(record)[0].article.id == brief.sources[int(source) - 1].article


def test_quotations_are_exact_pieces_of_the_text(may: Ledger) -> None:
    brief = compose(may, "NOR", *MAY)
    texts = {s.number: may.coded(s.article).article.text for s in brief.sources}
    for entry in brief.entries():
        for quotation in entry.quotations:
            assert all(piece in texts[quotation.reference.source] for piece in quotation.pieces)


def test_a_long_quotation_is_cut_after_a_word(ledger: Ledger) -> None:
    words = "that " + " ".join(f"w{number:04}" for number in range(300))
    ledger.add(Report(day="2024-05-02").statement(QUILL, words).coded())
    (entry,) = compose(ledger, "NOR", *MAY).entries()
    (piece,) = entry.quotations[0].pieces
    assert entry.quotations[0].words == f"{piece} …"
    assert LONGEST - 6 < len(piece) <= LONGEST
    assert words.startswith(f"{piece} ")


def test_few_words_are_quoted_in_their_sentence(ledger: Ledger) -> None:
    report = Report(day="2024-05-02").position(NORWAY, "mission", "closed", PERU, words="It is shut").coded()
    text = report.article.text.replace("It is shut", "Rain fell. Mr. Quill said it is shut, to all. More")
    at = text.index("it is shut")
    article = Article(text, (), outlet="Harbour Wire", published=dt.date(2024, 5, 2))
    span = article.span(at, at + len("it is shut"))
    position = replace(report.positions[0], article=article.id, evidence=(span,))
    records = replace(report.records, article=article.id, positions=(position,))
    ledger.add(replace(report, article=article, records=records))
    (entry,) = compose(ledger, "NOR", *MAY).entries()
    assert entry.quotations[0].words == "Mr. Quill said it is shut, to all."


# ---- the forms


def test_the_page_stands_alone_and_is_well_formed(may: Ledger) -> None:
    page = compose(may, "NOR", *MAY).to_html()
    root = etree.fromstring(page.replace("<!DOCTYPE html>", "").encode())  # as XML too: every tag is closed
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    for name in ("href", "aria-labelledby"):
        for target in root.iter():
            value = target.get(name, "")
            if name == "aria-labelledby" and value:
                assert value in ids
            assert not value.startswith("#") or value[1:] in ids
    assert root.get("lang") == "en"
    assert [e.tag for e in root.iter("h1", "h2", "h3")][:2] == ["h1", "h2"]
    assert not list(root.iter("script", "img", "link"))
    assert "url(" not in page
    assert 'href="https://wire.example/a?b=1&amp;c=%3C2%3E"' in page
    assert 'href="javascript' not in page


def test_a_file_is_written_whole_in_the_form_of_its_ending(may: Ledger, tmp_path: Path) -> None:
    brief = compose(may, "NOR", *MAY)
    for form in ("md", "html", "docx", "json"):
        write(brief, tmp_path / f"note.{form}")
    assert (tmp_path / "note.md").read_text(encoding="utf-8") == brief.to_markdown()
    assert (tmp_path / "note.html").read_text(encoding="utf-8") == brief.to_html()
    assert "Norway: briefing note" in _text(tmp_path / "note.docx")
    assert docx.Document(str(tmp_path / "note.docx")).core_properties.title == "Norway: briefing note"
    data = json.loads((tmp_path / "note.json").read_text(encoding="utf-8"))
    assert data["since"] == "2024-05-01"
    assert [s["name"] for s in data["sections"]] == [
        "changes",
        "positions",
        "statements",
        "pledges",
        "planned",
    ]
    links = [
        link.address for p in docx.Document(str(tmp_path / "note.docx")).paragraphs for link in p.hyperlinks
    ]
    assert links == ["https://wire.example/a?b=1&c=%3C2%3E"]
    with pytest.raises(ValueError, match=r"note.pdf: a note is written to \.md, \.html, \.docx, \.json"):
        write(brief, tmp_path / "note.pdf")
    assert len(list(tmp_path.glob("note.*"))) == 4


@given(st.text(min_size=1, max_size=60).filter(str.strip))
def test_no_words_of_a_report_are_read_as_markdown_or_markup(words: str) -> None:
    shown = printable(words)
    root = html.fragment_fromstring(MarkdownIt("commonmark").render(f"> {shown_in_markdown(words)}\n"))
    assert root.tag == "blockquote"
    (paragraph,) = root
    assert (paragraph.tag, len(paragraph)) == ("p", 0)
    assert printable(paragraph.text) == shown
