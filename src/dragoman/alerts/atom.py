"""Changes as an Atom feed (RFC 4287)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from dragoman._version import __version__
from dragoman.alerts.identity import change_id, urn
from dragoman.formats.addresses import followable
from dragoman.formats.sentences import sentences
from dragoman.ledger import Ledger
from dragoman.ledger.answers import Change, Evidence
from dragoman.ledger.deliveries import added
from dragoman.ledger.sides import name_of

ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
_UNPREFIXED_ATOM: Any = {None: ATOM}
_UNPREFIXED_XHTML: Any = {None: XHTML}
NEVER = "1970-01-01T00:00:00Z"  # a feed without an entry was changed at no time
# what XML cannot hold
_UNHELD = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_feed(ledger: Ledger, changes: Iterable[Change], path: Path, *, about: str = "") -> int:
    """Write changes as an Atom feed; the same changes give the same bytes.

    The file gets its name when it is whole, so that a server never hands out half a feed.

    Args:
        ledger: where the changes are from. changes: the changes. path: the file.
        about: what was asked for, in words; it tells feeds of one ledger apart.

    Returns:
        How many entries the feed has.

    Raises:
        OSError: the file cannot be written.
    """
    several = list(changes)
    moments = added(ledger, (c.later.article for c in several))
    name = ledger.name if ledger.is_postgresql else Path(ledger.name).name
    data = feed(several, name, moments, _in_sentences(ledger, several), about=about)
    partial = path.with_name(f"{path.name}.part")
    try:
        partial.write_bytes(data)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return len(several)


def feed(
    changes: Iterable[Change], name: str, moments: Mapping[str, str], words: Mapping[str, str], *,
    about: str = "",
) -> bytes:  # fmt: skip
    """An Atom feed of changes, one entry each, the newest first.

    Args:
        changes: the changes. name: of the ledger.
        moments: when each report of a new stance came into the ledger, by the report's id: the entry's time.
        words: the words to show of a record, by its id; where there are none, those that it rests on.
        about: what was asked for, in words.
    """
    root = etree.Element(f"{{{ATOM}}}feed", nsmap=_UNPREFIXED_ATOM)
    of = f" ({about})" if about else ""
    entries = sorted(
        ((_moment(c, moments), change_id(c), c) for c in changes), key=lambda e: (e[0], e[1]), reverse=True
    )
    _text(root, "id", urn("feed", name, about))
    _text(root, "title", f"Changes of positions in {name}{of}")
    _text(root, "updated", entries[0][0] if entries else NEVER)
    _text(_child(root, "author"), "name", "Dragoman")
    _child(root, "generator", version=__version__).text = "Dragoman"
    for moment, identity, change in entries:
        _entry(root, change, moment, identity, words)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def _entry(
    root: etree._Element, change: Change, moment: str, identity: str, words: Mapping[str, str]
) -> None:
    entry = _child(root, "entry")
    to = f" towards {name_of(change.counterpart)}" if change.counterpart else ""
    says = f"{name_of(change.holder)}{to}, {change.issue}: {change.before} became {change.after}"
    _text(entry, "id", identity)
    _text(entry, "title", says)
    _text(entry, "updated", moment)
    _text(entry, "published", _midnight(change.day))
    for term in (change.issue, change.holder, change.counterpart):
        if term:
            _child(entry, "category", term=_held(term))
    for evidence, relation in ((change.later, "alternate"), (change.earlier, "related")):
        if address := followable(evidence.url):
            _child(entry, "link", rel=relation, href=address, title=_held(_source(evidence)))
    content = _child(entry, "content", type="xhtml")
    body = etree.SubElement(content, f"{{{XHTML}}}div", nsmap=_UNPREFIXED_XHTML)
    reports = f"; {change.reports:,} reports" if change.reports > 1 else ""
    _html(body, "p", f"{says}, first on record on {change.day.isoformat()}{reports}.")
    for label, stance, evidence in (
        ("Before", change.before, change.earlier), ("After", change.after, change.later)
    ):  # fmt: skip
        on = f", {evidence.day.isoformat()}" if evidence.day else ""
        _html(body, "p", f"{label}: {stance}{on}")
        _html(_html(body, "blockquote"), "p", words.get(evidence.record, evidence.words))
        _html(body, "p", f"{_source(evidence)} (record {evidence.record}, article {evidence.article})")


def _in_sentences(ledger: Ledger, changes: Iterable[Change]) -> dict[str, str]:
    """The words of both stances in their sentences, by record."""
    cited = {e.record: e.article for c in changes for e in (c.earlier, c.later)}
    found = {}
    for coded in ledger.all_coded(dict.fromkeys(cited.values())):
        for position in coded.positions:
            if position.id in cited:
                whole = sentences(coded.article, position.evidence)
                found[position.id] = " … ".join(sentence.exact for sentence in whole)
    return found


def _moment(change: Change, moments: Mapping[str, str]) -> str:
    """When the ledger learned of a change; its day, where that is not known."""
    return moments.get(change.later.article, _midnight(change.day))


def _midnight(day: dt.date) -> str:
    """The beginning of a day in UTC; years have four digits on every system."""
    return f"{day.isoformat()}T00:00:00Z"


def _source(evidence: Evidence) -> str:
    published = evidence.published.isoformat() if evidence.published else "undated"
    return ", ".join([evidence.outlet or "outlet unknown", published, *filter(None, [evidence.title])])


def _child(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)


def _text(parent: etree._Element, name: str, words: str) -> None:
    _child(parent, name).text = _held(words)


def _html(parent: etree._Element, name: str, words: str | None = None) -> etree._Element:
    made = etree.SubElement(parent, f"{{{XHTML}}}{name}")
    made.text = None if words is None else _held(words)
    return made


def _held(words: str) -> str:
    """Words in one line, with a sign in the place of what XML cannot hold."""
    return _UNHELD.sub("\ufffd", " ".join(words.split()))
