"""The tables of a ledger.

* ids are content hashes, of 16 hexadecimal digits, and the same in every ledger
* text is kept as it was given (see `columns.Words`); lists are JSON arrays
* days are ISO dates; moments ISO 8601 in UTC
* what people decide (reviews, merges of actors) is only ever added to, and refers to records by id without a
  foreign key, so that it outlives them
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)

from dragoman.ledger.columns import Words

metadata = MetaData(
    naming_convention={
        "ix": "%(table_name)s_by_%(column_0_N_name)s",
        "uq": "%(table_name)s_unique_%(column_0_N_name)s",
        "ck": "%(table_name)s_%(constraint_name)s",
        "fk": "%(table_name)s_to_%(column_0_N_name)s",
        "pk": "%(table_name)s_key",
    }
)

_OR_NONE = JSON(none_as_null=True)


def _link(name: str, target: str, *, deferred: bool = False, **options: Any) -> Column[str]:
    """A reference to another row; one among an article's records is looked up when all of them are there."""
    rules: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"} if deferred else {}
    return Column(name, Words, ForeignKey(target, **rules), **options)


def _dated() -> tuple[Column[Any], ...]:
    """The columns of a date with its precision, and the day by which a record is put in order."""
    return (
        Column("date", Words),  # as recorded: 2024-03-14, 2024-W11, 2024-03, 2024
        Column("date_precision", Words),
        Column("date_from", Date),
        Column("date_to", Date),
        Column("day", Date),  # date_from, or the day of publication where no date is known
    )


def _recorded() -> tuple[Column[Any], ...]:
    """The columns that statements, events and positions begin with."""
    return (
        Column("id", Words, primary_key=True),
        _link("article_id", "articles.id", nullable=False),
        Column("ordinal", Integer, nullable=False),  # 3 for S3, E3, P3
        Column("current", Boolean, nullable=False),  # whether the article is the newest version of its report
        Column("occurrence", Words),  # the group of records that tell the same; NULL: it stands alone
    )


def _founded() -> tuple[Column[Any], ...]:
    """The columns that they end with."""
    return (
        Column("confidence", Double, nullable=False),
        Column("rule", Words, nullable=False),
        Column("resolved", JSON, nullable=False),
        Column("words", Words, nullable=False),  # the words that it rests on, its pieces joined by " … "
        Column("number", Integer, nullable=False, unique=True),  # what full-text search knows it by
        Column("machine", _OR_NONE),  # the record as the machine read it; NULL: nobody edited it
    )


# ---- what was read, and when

runs = Table(
    "runs", metadata,
    Column("id", Integer, primary_key=True),
    Column("command", Words, nullable=False),
    Column("coder", Words, nullable=False),
    Column("inputs", JSON, nullable=False),
    Column("started", Words, nullable=False),
    Column("finished", Words),  # NULL: it runs, or was broken off
    Column("summary", JSON),
)  # fmt: skip

articles = Table(
    "articles", metadata,
    Column("id", Words, primary_key=True),
    Column("outlet", Words),
    Column("published", Date),
    Column("title", Words),
    Column("url", Words),
    Column("identity", Words),  # what stays when its text is corrected: url, id in a corpus, or path
    Column("version", Integer, nullable=False),
    _link("supersedes", "articles.id"),
    Column("current", Boolean, nullable=False),
    Column("language", Words, nullable=False),
    Column("wires", JSON, nullable=False),
    Column("coder", Words, nullable=False),
    Column("run_id", Integer, ForeignKey("runs.id")),
    Column("added", Words, nullable=False),
    Column("number", Integer, nullable=False, unique=True),
    Column("text", Words, nullable=False),
    Column("origin", Words),  # the group of reports that print or rework its text; NULL: none other does
    Index(None, "id", "outlet", "origin"),
    Index(None, "published", "id"),
    Index(None, "outlet", "published"),
    Index(None, "identity"),
    Index(None, "supersedes"),
    Index(None, "run_id"),
)  # fmt: skip

article_fields = Table(
    "article_fields", metadata,
    _link("article_id", "articles.id"),
    Column("name", Words),
    Column("value", Words, nullable=False),
    PrimaryKeyConstraint("article_id", "name"),
    Index(None, "name", "value"),
)  # fmt: skip

copies = Table(  # the same words published elsewhere
    "copies", metadata,
    Column("id", Words, primary_key=True),
    _link("article_id", "articles.id", nullable=False),
    Column("outlet", Words),
    Column("published", Date),
    Column("title", Words),
    Column("url", Words),
    Column("identity", Words),
    Column("version", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("added", Words, nullable=False),
    Index(None, "article_id"),
    Index(None, "outlet", "published"),
    Index(None, "identity"),
)  # fmt: skip

segments = Table(
    "segments", metadata,
    _link("article_id", "articles.id"),
    Column("ordinal", Integer),
    Column("zone", Words, nullable=False),
    Column("start_offset", Integer, nullable=False),
    Column("end_offset", Integer, nullable=False),
    PrimaryKeyConstraint("article_id", "ordinal"),
)  # fmt: skip

problems = Table(
    "problems", metadata,
    _link("article_id", "articles.id"),
    Column("ordinal", Integer),
    Column("message", Words, nullable=False),
    Column("start_offset", Integer),
    Column("end_offset", Integer),
    Column("exact", Words),
    PrimaryKeyConstraint("article_id", "ordinal"),
)  # fmt: skip

# ---- who

actors = Table(
    "actors", metadata,
    Column("id", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("country", Words),
    Column("sector", Words),  # the first of its sectors
    Column("sectors", JSON, nullable=False),
    Column("office", Words),
    Column("wikidata", Words),
    Index(None, "name"),
    Index(None, "country", "sector"),
    Index(None, "wikidata"),
)  # fmt: skip

canonical_actors = Table(
    "canonical_actors", metadata,
    Column("id", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("country", Words),
    Column("wikidata", Words),
    Index(None, "name"),
    Index(None, "country"),
)  # fmt: skip

canonical_members = Table(  # which actor, as reports name him, is whom
    "canonical_members", metadata,
    _link("actor_id", "actors.id", primary_key=True),
    _link("canonical_id", "canonical_actors.id", nullable=False),
    Column("reason", Words, nullable=False),
    Index(None, "canonical_id"),
)  # fmt: skip

actor_decisions = Table(  # by people, and never changed: undoing one is another
    "actor_decisions", metadata,
    Column("id", Integer, primary_key=True),
    Column("decision", Words, nullable=False),  # merge, split, rename, undo
    Column("subject", JSON, nullable=False),  # what it is about: ids and names
    Column("undoes", Integer, ForeignKey("actor_decisions.id")),
    Column("reviewer", Words, nullable=False),
    Column("decided", Words, nullable=False),
    Column("note", Words),
    Index(None, "undoes"),
)  # fmt: skip

# ---- what was said, done and held

statements = Table(
    "statements", metadata,
    *_recorded(),
    Column("speaker", Words),
    Column("speaker_country", Words),
    Column("speaker_office", Words),
    Column("act", Words, nullable=False),
    Column("form", Words, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("addressee", Words),
    *_dated(),
    Column("via", JSON, nullable=False),
    Column("source_words", Words),
    Column("cue_words", Words),
    Column("condition_words", Words),
    _link("speaker_id", "actors.id"),
    _link("within_id", "statements.id", deferred=True),
    _link("repeats_id", "statements.id", deferred=True),
    *_founded(),
    Index(None, "article_id", "ordinal"),
    Index(None, "occurrence"),
    Index(None, "speaker", "day"),
    Index(None, "speaker_country", "act", "day"),
    Index(None, "act", "day"),
    Index(None, "addressee"),
    Index(None, "day", "id"),
    Index(None, "speaker_id"),
    Index(None, "within_id"),
    Index(None, "repeats_id"),
)  # fmt: skip

events = Table(
    "events", metadata,
    *_recorded(),
    Column("type", Words, nullable=False),
    Column("mode", Words),  # the first of its modes
    Column("actor", Words),  # the first of its actors; all are in event_actors
    Column("actor_country", Words),
    Column("recipient", Words),
    Column("recipient_country", Words),
    Column("status", Words, nullable=False),
    Column("historical", Boolean, nullable=False),
    *_dated(),
    Column("quad", Integer, nullable=False),
    Column("score", Double, nullable=False),
    Column("modes", JSON, nullable=False),
    Column("contexts", JSON, nullable=False),
    Column("place", Words),
    Column("place_country", Words),
    Column("latitude", Double),
    Column("longitude", Double),
    Column("geonameid", BigInteger),
    _link("statement_id", "statements.id", deferred=True),
    _link("repeats_id", "events.id", deferred=True),
    *_founded(),
    Index(None, "article_id", "ordinal"),
    Index(None, "occurrence"),
    Index(None, "type", "day"),
    Index(None, "actor_country", "recipient_country", "type", "day"),
    Index(None, "recipient_country", "day"),
    Index(None, "place_country", "day"),
    Index(None, "status", "day"),
    Index(None, "day", "id"),
    Index(None, "statement_id"),
    Index(None, "repeats_id"),
)  # fmt: skip

event_actors = Table(
    "event_actors", metadata,
    Column("event_id", Words, ForeignKey("events.id", ondelete="CASCADE")),
    Column("role", Words),  # actor, recipient
    Column("ordinal", Integer),
    _link("actor_id", "actors.id", nullable=False),
    Column("name", Words, nullable=False),
    Column("country", Words),
    PrimaryKeyConstraint("event_id", "role", "ordinal"),
    Index(None, "actor_id"),
    Index(None, "country", "role"),
    Index(None, "name", "role"),
)  # fmt: skip

positions = Table(
    "positions", metadata,
    *_recorded(),
    Column("holder", Words, nullable=False),
    Column("holder_country", Words),
    Column("issue", Words, nullable=False),
    Column("stance", Words, nullable=False),
    Column("counterpart", Words),
    Column("counterpart_country", Words),
    Column("holder_side", Words),  # a state with its organs by its code, others by the name they are known by
    Column("counterpart_side", Words),
    *_dated(),
    Column("condition_words", Words),
    _link("holder_id", "actors.id", nullable=False),
    _link("counterpart_id", "actors.id"),
    _link("statement_id", "statements.id", deferred=True),
    _link("event_id", "events.id", deferred=True),
    _link("supersedes_id", "positions.id", deferred=True),
    *_founded(),
    Index(None, "article_id", "ordinal"),
    Index(None, "occurrence"),
    Index(None, "holder_side", "issue", "counterpart_side", "day"),
    Index(None, "issue", "holder_country", "day"),
    Index(None, "holder_country", "day"),
    Index(None, "holder", "issue", "day"),
    Index(None, "issue", "stance", "day"),
    Index(None, "counterpart_country", "issue", "day"),
    Index(None, "counterpart"),
    Index(None, "day", "id"),
    Index(None, "holder_id"),
    Index(None, "counterpart_id"),
    Index(None, "statement_id"),
    Index(None, "event_id"),
    Index(None, "supersedes_id"),
)  # fmt: skip

spans = Table(  # exact words and where they stand in the article's text
    "spans", metadata,
    Column("record_id", Words),
    Column("role", Words),  # source, cue, content, condition; trigger; evidence
    Column("ordinal", Integer),
    Column("record_kind", Words, nullable=False),
    _link("article_id", "articles.id", nullable=False),
    Column("start_offset", Integer, nullable=False),
    Column("end_offset", Integer, nullable=False),
    Column("exact", Words, nullable=False),
    PrimaryKeyConstraint("record_id", "role", "ordinal"),
    Index(None, "article_id", "start_offset"),
)  # fmt: skip

# ---- what became of records, and what people say of them

record_changes = Table(
    "record_changes", metadata,
    Column("id", Integer, primary_key=True),
    Column("run_id", Integer, ForeignKey("runs.id")),
    _link("article_id", "articles.id", nullable=False),
    Column("record_id", Words, nullable=False),
    Column("record_kind", Words, nullable=False),
    Column("change", Words, nullable=False),  # added, removed, changed
    Column("earlier", JSON),  # the record as it was; NULL for one added
    Index(None, "run_id"),
    Index(None, "article_id"),
    Index(None, "record_id"),
    CheckConstraint("change IN ('added', 'removed', 'changed')", "known_change"),
)  # fmt: skip

reviews = Table(  # never changed: undoing one is another
    "reviews", metadata,
    Column("id", Integer, primary_key=True),
    Column("record_id", Words, nullable=False),
    Column("record_kind", Words, nullable=False),
    _link("article_id", "articles.id", nullable=False),
    Column("decision", Words, nullable=False),  # accept, edit, reject, undo
    Column("edit", _OR_NONE),  # the fields that are to be otherwise
    Column("undoes", Integer, ForeignKey("reviews.id")),
    Column("reviewer", Words, nullable=False),
    Column("reviewed", Words, nullable=False),
    Column("note", Words),
    Column("seen", _OR_NONE),  # the record as the machine had read it
    Column("drawn", Words),  # how it came before the reviewer: named, by article, unsure, random
    Index(None, "record_id"),
    Index(None, "article_id"),
    Index(None, "undoes"),
)  # fmt: skip

# ---- what is one occurrence, told several times

groups = Table(
    "groups", metadata,
    Column("id", Words, primary_key=True),
    Column("kind", Words, nullable=False),  # article, statement, event, position
    Column("method", Words, nullable=False),
    Column("size", Integer, nullable=False),
    Column("day", Date),
    Index(None, "kind", "day"),
)  # fmt: skip

group_members = Table(
    "group_members", metadata,
    _link("group_id", "groups.id"),
    Column("member_id", Words),  # the id of an article or a record
    Column("kind", Words, nullable=False),
    Column("relation", Words, nullable=False),  # what it is to the group: original, copy, rewrite …
    Column("similarity", Double),
    PrimaryKeyConstraint("group_id", "member_id"),
    UniqueConstraint("kind", "member_id"),
)  # fmt: skip

# ---- what was told to whom

deliveries = Table(  # changes that a webhook has accepted
    "deliveries", metadata,
    Column("target", Words),  # a hash of its URL, which may hold a secret
    Column("change", Words),  # the id of the change
    Column("delivered", Words, nullable=False),
    PrimaryKeyConstraint("target", "change"),
)  # fmt: skip

RECORDS = {"statement": statements, "event": events, "position": positions}
SEARCHED = {articles: ("title", "text"), statements: ("words",), events: ("words",), positions: ("words",)}
KEPT_FOR_EVER = (reviews, actor_decisions)
