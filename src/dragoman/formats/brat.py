"""brat: an article's text and its statements as standoff annotations, and back.

A statement is an event `Attribution` with the arguments `Source`, `Cue`, `Content` and `Condition`, as
the corpora of attributions have it; `Act`, `Form` and `Negated` are its attributes, `Within` and `Repeats`
lead to other statements as relations. What brat has no place for stands in a note as JSON, which brat shows
and we read back. Files that tie sources, cues and contents by relations are read too. Offsets count code
points; words in pieces are discontinuous annotations.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.article import Article, Span, zones
from dragoman.formats.attributions import Found, Imported, left_behind, rest_of, statements_from
from dragoman.formats.exporting import Coded, Options, utf8
from dragoman.formats.json import as_json, encode
from dragoman.formats.losses import Losses
from dragoman.formats.standoff import Standoff, Writer, joined, parse, split
from dragoman.records import Act, Form, Records, Statement

_ROLES = {
    "source": "source", "speaker": "source", "cue": "cue", "content": "content", "quote": "content",
    "quotation": "content", "condition": "condition",
}  # fmt: skip
_EVENT = "Attribution"
_LINKS = ("within", "repeats")
_ATTRIBUTES = ("act", "form", "negated")


@dataclass(frozen=True, slots=True)
class Document:
    """The two files that brat needs for a text.

    Args:
        text: what goes into the `.txt`, line ends untouched.
        annotations: what goes into the `.ann`.
    """

    text: str
    annotations: str


def dumps(article: Article, records: Records, losses: Losses) -> Document:
    """An article and its statements as brat's two files.

    Args:
        article: the article.
        records: what it puts on record.
        losses: where to tell what the files cannot carry.
    """
    left_behind(records, losses)
    why = "brat keeps the bare text; keep the JSON beside it"
    known = (article.title, article.outlet, article.published, article.url, *article.wires, *article.segments)
    losses.add("articles' origins and zones", why, int(any(known)))
    writer = Writer()
    events: dict[str, str] = {}
    for statement in records.statements:
        if name := _write(statement, writer, article, losses):
            events[statement.id] = name
    for statement in records.statements:
        _relate(statement, events, writer, losses)
    text, lines = (
        utf8(part, losses) for part in (article.text, "".join(f"{line}\n" for line in writer.lines))
    )
    return Document(text, lines)


def _write(statement: Statement, writer: Writer, article: Article, losses: Losses) -> str | None:
    """The event of a statement; its name, or None if it has no words at all."""
    source = (statement.source,) if statement.source else ()
    arguments = []
    held = [("Source", source), ("Cue", statement.cue), ("Content", statement.content)]
    for role, pieces in [*held, *(("Condition", (piece,)) for piece in statement.conditions)]:
        if pieces and (name := writer.words(role, pieces)):
            arguments.append((role, name))
        fragments = [fragment for piece in pieces for fragment in split(piece)]
        whole = joined(fragments, article) == pieces
        losses.add(
            "words in pieces", "brat orders pieces, and cuts and trims them at line breaks", int(not whole)
        )
    by_role = dict(arguments)
    hub = by_role.get("Cue") or by_role.get("Content") or by_role.get("Source")
    if hub is None:
        losses.add("statements", "they have no words that brat could mark")
        return None
    pieces = statement.cue if "Cue" in by_role else statement.content if "Content" in by_role else source
    trigger = writer.words(_EVENT, pieces)
    assert trigger is not None  # the hub is made of the same words
    event = writer.event(_EVENT, trigger, _numbered(arguments))
    writer.attribute("Act", event, statement.act)
    writer.attribute("Form", event, statement.form)
    if statement.negated:
        writer.attribute("Negated", event)
    rest = {k: v for k, v in rest_of(statement).items() if k not in {*_ATTRIBUTES, *_LINKS, "conditions"}}
    writer.note(event, as_json({"id": statement.id, **rest}))
    return event


def _numbered(arguments: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Roles that come again with a number: Condition, Condition2."""
    seen: dict[str, int] = {}
    for role, name in arguments:
        seen[role] = seen.get(role, 0) + 1
        yield f"{role}{seen[role] if seen[role] > 1 else ''}", name


def _relate(statement: Statement, events: Mapping[str, str], writer: Writer, losses: Losses) -> None:
    for field in _LINKS:
        target = getattr(statement, field)
        if target is None or statement.id not in events:
            continue
        if target in events:
            writer.relation(field.title(), events[statement.id], events[target])
        else:
            losses.add("links", f"{field}: the statement it leads to is not in the file")


def loads(
    text: str,
    annotations: str,
    losses: Losses,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: dt.date | None = None,
    url: str | None = None,
) -> Imported:
    """A text and its statements from brat's two files.

    What cannot be read is left out and told; the rest is read.

    Args:
        text: what the `.txt` holds, line ends untouched (open it with `newline=""`).
        annotations: what the `.ann` holds.
        losses: where to tell what could not be read.
        title, outlet, published, url: what is known of the text, which brat's files do not say.
    """
    zoned = zones(text, title=title)
    article = Article(
        text, zoned.segments, title or zoned.headline, outlet, published, url=url, wires=zoned.wires
    )
    standoff = parse(annotations, article, losses)
    found = [*_from_events(standoff, losses), *_from_relations(standoff)]
    return Imported(article, Records(article.id, statements_from(article, found, losses)))


def load(path: Path, losses: Losses) -> Imported:
    """A text and its statements from a file of annotations and the text beside it.

    Args:
        path: the `.ann`; the `.txt` of the same name is the text.
        losses: where to tell what could not be read.

    Raises:
        OSError: one of the two cannot be read.
        UnicodeDecodeError: one of the two is not UTF-8.
    """
    text, annotations = (p.read_bytes().decode() for p in (path.with_suffix(".txt"), path))
    return loads(text, annotations, losses)


def _role(kind: str) -> str | None:
    """What an annotation or an argument is by its name ("SourceOf", "Content")."""
    return _ROLES.get(kind.lower().removesuffix("of"))


def _from_events(standoff: Standoff, losses: Losses) -> Iterator[Found]:
    ours = {name: _ours(standoff.notes.get(name, ()), losses) for name in standoff.events}
    names = {name: str(rest.get("id", name)) for name, rest in ours.items()}
    links = list(_links(standoff, names))
    for name, event in standoff.events.items():
        held: dict[str, list[Span]] = {"source": [], "cue": [], "content": [], "condition": []}
        for kind, argument in event.arguments:
            role = _role(kind)
            if role and argument in standoff.words:
                held[role].extend(standoff.words[argument].pieces)
            elif kind != "Trigger":
                losses.add("arguments", f"{name}: {kind}:{argument} is no source, cue, content or condition")
        if not any(held.values()):
            losses.add("events", f"{event.type}: without source, cue and content it is no attribution")
            continue
        rest = {**ours[name], **_attributes(standoff.attributes.get(name, {}))}
        rest.update({field: target for owner, field, target in links if owner == name})
        yield _attribution(held, names[name], rest)


def _attribution(held: Mapping[str, Iterable[Span]], name: str, rest: dict[str, Any]) -> Found:
    if conditions := [encode(piece) for piece in held["condition"]]:
        rest["conditions"] = conditions
    return Found(tuple(held["source"]), tuple(held["cue"]), tuple(held["content"]), name, rest)


def _ours(notes: Iterable[str], losses: Losses) -> dict[str, Any]:
    """What our note tells of a statement; notes by people are told as lost."""
    for note in notes:
        try:
            told = json.loads(note)
        except json.JSONDecodeError:
            told = None
        if isinstance(told, dict) and "id" in told:
            return told
        losses.add("notes", "the records have no place for what annotators remark")
    return {}


def _attributes(attributes: Mapping[str, str]) -> dict[str, Any]:
    given: dict[str, Any] = {k: v.lower() for k, v in attributes.items() if k in ("act", "form")}
    return {**given, "negated": True} if "negated" in attributes else given


def _links(standoff: Standoff, names: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """The event, the field and the target of each link between statements."""
    for relation in standoff.relations.values():
        ends = [name for _, name in relation.arguments]
        if relation.type.lower() in _LINKS and len(ends) == 2 and ends[1] in names:
            yield ends[0], relation.type.lower(), names[ends[1]]


def _from_relations(standoff: Standoff) -> Iterator[Found]:
    """The attributions of a file that ties words by relations: one a content that is in no event."""
    taken = {name for event in standoff.events.values() for _, name in event.arguments}
    tied: dict[str, set[str]] = {}
    for relation in standoff.relations.values():
        ends = [name for _, name in relation.arguments if name in standoff.words]
        for end in ends:
            tied.setdefault(end, set()).update(other for other in ends if other != end)
    for name, words in standoff.words.items():
        if _role(words.type) == "content" and name not in taken:
            near = tied.get(name, set())
            cues = {n for n in near if _role(standoff.words[n].type) == "cue"}
            parts = [name, *sorted(near.union(*(tied[cue] for cue in cues)) - {name})]
            yield _tied(standoff, name, [p for p in parts if p == name or p not in taken])


def _tied(standoff: Standoff, name: str, parts: Iterable[str]) -> Found:
    held: dict[str, list[Span]] = {"source": [], "cue": [], "content": [], "condition": []}
    attributes: dict[str, str] = {}
    for part in parts:
        role = _role(standoff.words[part].type)
        if role and (role != "content" or part == name):
            held[role].extend(standoff.words[part].pieces)
            attributes.update(standoff.attributes.get(part, {}))
    return _attribution(held, name, _attributes(attributes))


def write(coded: Iterable[Coded], out: Path, options: Options, losses: Losses) -> None:
    """Each article as two files named after its id, with the configuration that brat needs to show them."""
    (out / "annotation.conf").write_text(_CONFIGURATION, encoding="utf-8")
    for one in coded:
        document = dumps(one.article, one.records, losses)
        path = out / f"{one.article.id}.txt"
        path.write_bytes(document.text.encode())
        path.with_suffix(".ann").write_bytes(document.annotations.encode())


_CONFIGURATION = f"""[entities]
Source
Cue
Content
Condition

[relations]
Within\tArg1:<EVENT>, Arg2:<EVENT>
Repeats\tArg1:<EVENT>, Arg2:<EVENT>

[events]
{_EVENT}\tSource?:Source, Cue?:Cue, Content*:Content, Condition*:Condition

[attributes]
Act\tArg:<EVENT>, Value:{"|".join(Act)}
Form\tArg:<EVENT>, Value:{"|".join(Form)}
Negated\tArg:<EVENT>
"""
