"""A note as a Word document."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from dragoman.briefs import wording
from dragoman.briefs.note import Brief, Entry, Quotation, Section
from dragoman.briefs.pages import printable
from dragoman.briefs.writing import MissingExtraError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

QUOTED, CAPTION = "Quote", "Caption"  # styles of Word's own, which a desk's template may change


def document(brief: Brief) -> bytes:
    """A note as a Word document: headings, quotations and numbered sources in Word's own styles.

    Args:
        brief: the note.

    Raises:
        MissingExtraError: python-docx is not installed.
    """
    try:
        import docx  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("a Word document needs python-docx: pip install 'dragoman[docx]'") from error
    made = docx.Document()
    about = made.core_properties
    about.title, about.subject, about.author = printable(brief.title), wording.period(brief), "Dragoman"
    about.language, about.comments = "en", ""
    made.add_heading(printable(brief.title), 0)
    made.add_paragraph(printable(wording.period(brief)))
    made.add_paragraph(printable(f"{wording.rests_on(brief)} {wording.KEY}"), CAPTION)
    for section in brief.sections:
        _section(made, section)
    _sources(made, brief)
    data = BytesIO()
    made.save(data)
    return data.getvalue()


def _section(made: Document, section: Section) -> None:
    made.add_heading(section.title, 1)
    if not section.parts:
        made.add_paragraph(section.empty)
    for part in section.parts:
        if part.title:
            made.add_heading(printable(part.title), 2)
        for entry in part.entries:
            _entry(made, entry, abreast=section.abreast)
    if section.parts and (line := wording.shown(section)):
        made.add_paragraph(line, CAPTION)


def _entry(made: Document, entry: Entry, *, abreast: bool) -> None:
    references = " ".join(map(str, entry.references))
    says = made.add_paragraph(printable(f"{entry.says} {references}"))
    says.paragraph_format.keep_with_next = True
    if abreast:
        table = made.add_table(1, len(entry.quotations))
        for cell, quotation in zip(table.rows[0].cells, entry.quotations, strict=True):
            _quote(cell.paragraphs[0], cell.add_paragraph(style=CAPTION), quotation)
    else:
        for quotation in entry.quotations:
            _quote(made.add_paragraph(), made.add_paragraph(style=CAPTION), quotation)


def _quote(words: Paragraph, caption: Paragraph, quotation: Quotation) -> None:
    words.style = QUOTED
    words.paragraph_format.keep_with_next = True
    words.add_run(printable(quotation.words))
    caption.add_run(printable(f"{wording.caption(quotation)} {quotation.reference}"))


def _sources(made: Document, brief: Brief) -> None:
    made.add_heading("Sources", 1)
    if not brief.sources:
        made.add_paragraph("No report is cited.")
    for source in brief.sources:
        ids = f"Article {source.article}; records {', '.join(source.records)}."
        line = made.add_paragraph(printable(f"{source.number}. {wording.source(source)}") + " ")
        if source.link:
            _link(line, source.link)
        elif source.url:
            line.add_run(printable(source.url))
        line.add_run(f" {ids}")


def _link(line: Paragraph, address: str) -> None:
    """Add an address that can be followed; python-docx has no call for it."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.oxml.parser import OxmlElement  # noqa: PLC0415

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), line.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = line.add_run(address)
    run.font.underline = True
    link.append(run._r)
    line._p.append(link)
