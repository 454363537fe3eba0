"""The tables of the first ledgers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dragoman.ledger.columns import Words

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "actor_decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decision", Words(), nullable=False),
        sa.Column("subject", sa.JSON(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("reviewer", Words(), nullable=False),
        sa.Column("decided", Words(), nullable=False),
        sa.Column("note", Words(), nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["actor_decisions.id"], name=op.f("actor_decisions_to_undoes")),
        sa.PrimaryKeyConstraint("id", name=op.f("actor_decisions_key")),
    )
    op.create_index(op.f("actor_decisions_by_undoes"), "actor_decisions", ["undoes"], unique=False)
    op.create_table(
        "actors",
        sa.Column("id", Words(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("kind", Words(), nullable=False),
        sa.Column("country", Words(), nullable=True),
        sa.Column("sector", Words(), nullable=True),
        sa.Column("sectors", sa.JSON(), nullable=False),
        sa.Column("office", Words(), nullable=True),
        sa.Column("wikidata", Words(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("actors_key")),
    )
    op.create_index(op.f("actors_by_country_sector"), "actors", ["country", "sector"], unique=False)
    op.create_index(op.f("actors_by_name"), "actors", ["name"], unique=False)
    op.create_index(op.f("actors_by_wikidata"), "actors", ["wikidata"], unique=False)
    op.create_table(
        "canonical_actors",
        sa.Column("id", Words(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("kind", Words(), nullable=False),
        sa.Column("country", Words(), nullable=True),
        sa.Column("wikidata", Words(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("canonical_actors_key")),
    )
    op.create_index(op.f("canonical_actors_by_country"), "canonical_actors", ["country"], unique=False)
    op.create_index(op.f("canonical_actors_by_name"), "canonical_actors", ["name"], unique=False)
    op.create_table(
        "groups",
        sa.Column("id", Words(), nullable=False),
        sa.Column("kind", Words(), nullable=False),
        sa.Column("method", Words(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("groups_key")),
    )
    op.create_index(op.f("groups_by_kind_day"), "groups", ["kind", "day"], unique=False)
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("command", Words(), nullable=False),
        sa.Column("coder", Words(), nullable=False),
        sa.Column("inputs", sa.JSON(), nullable=False),
        sa.Column("started", Words(), nullable=False),
        sa.Column("finished", Words(), nullable=True),
        sa.Column("summary", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("runs_key")),
    )
    op.create_table(
        "articles",
        sa.Column("id", Words(), nullable=False),
        sa.Column("outlet", Words(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("title", Words(), nullable=True),
        sa.Column("url", Words(), nullable=True),
        sa.Column("identity", Words(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("supersedes", Words(), nullable=True),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("language", Words(), nullable=False),
        sa.Column("wires", sa.JSON(), nullable=False),
        sa.Column("coder", Words(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("added", Words(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("articles_to_run_id")),
        sa.ForeignKeyConstraint(["supersedes"], ["articles.id"], name=op.f("articles_to_supersedes")),
        sa.PrimaryKeyConstraint("id", name=op.f("articles_key")),
        sa.UniqueConstraint("number", name=op.f("articles_unique_number")),
    )
    op.create_index(op.f("articles_by_identity"), "articles", ["identity"], unique=False)
    op.create_index(op.f("articles_by_outlet_published"), "articles", ["outlet", "published"], unique=False)
    op.create_index(op.f("articles_by_published_id"), "articles", ["published", "id"], unique=False)
    op.create_index(op.f("articles_by_run_id"), "articles", ["run_id"], unique=False)
    op.create_index(op.f("articles_by_supersedes"), "articles", ["supersedes"], unique=False)
    op.create_table(
        "canonical_members",
        sa.Column("actor_id", Words(), nullable=False),
        sa.Column("canonical_id", Words(), nullable=False),
        sa.Column("reason", Words(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("canonical_members_to_actor_id")),
        sa.ForeignKeyConstraint(
            ["canonical_id"], ["canonical_actors.id"], name=op.f("canonical_members_to_canonical_id")
        ),
        sa.PrimaryKeyConstraint("actor_id", name=op.f("canonical_members_key")),
    )
    op.create_index(
        op.f("canonical_members_by_canonical_id"), "canonical_members", ["canonical_id"], unique=False
    )
    op.create_table(
        "group_members",
        sa.Column("group_id", Words(), nullable=False),
        sa.Column("member_id", Words(), nullable=False),
        sa.Column("kind", Words(), nullable=False),
        sa.Column("relation", Words(), nullable=False),
        sa.Column("similarity", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("group_members_to_group_id")),
        sa.PrimaryKeyConstraint("group_id", "member_id", name=op.f("group_members_key")),
        sa.UniqueConstraint("kind", "member_id", name=op.f("group_members_unique_kind_member_id")),
    )
    op.create_table(
        "article_fields",
        sa.Column("article_id", Words(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("value", Words(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("article_fields_to_article_id")),
        sa.PrimaryKeyConstraint("article_id", "name", name=op.f("article_fields_key")),
    )
    op.create_index(op.f("article_fields_by_name_value"), "article_fields", ["name", "value"], unique=False)
    op.create_table(
        "copies",
        sa.Column("id", Words(), nullable=False),
        sa.Column("article_id", Words(), nullable=False),
        sa.Column("outlet", Words(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("title", Words(), nullable=True),
        sa.Column("url", Words(), nullable=True),
        sa.Column("identity", Words(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("added", Words(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("copies_to_article_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("copies_key")),
    )
    op.create_index(op.f("copies_by_article_id"), "copies", ["article_id"], unique=False)
    op.create_index(op.f("copies_by_identity"), "copies", ["identity"], unique=False)
    op.create_index(op.f("copies_by_outlet_published"), "copies", ["outlet", "published"], unique=False)
    op.create_table(
        "problems",
        sa.Column("article_id", Words(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("message", Words(), nullable=False),
        sa.Column("start_offset", sa.Integer(), nullable=True),
        sa.Column("end_offset", sa.Integer(), nullable=True),
        sa.Column("exact", Words(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("problems_to_article_id")),
        sa.PrimaryKeyConstraint("article_id", "ordinal", name=op.f("problems_key")),
    )
    op.create_table(
        "record_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("article_id", Words(), nullable=False),
        sa.Column("record_id", Words(), nullable=False),
        sa.Column("record_kind", Words(), nullable=False),
        sa.Column("change", Words(), nullable=False),
        sa.Column("earlier", sa.JSON(), nullable=True),
        sa.CheckConstraint(
            "change IN ('added', 'removed', 'changed')", name=op.f("record_changes_known_change")
        ),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("record_changes_to_article_id")),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("record_changes_to_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("record_changes_key")),
    )
    op.create_index(op.f("record_changes_by_article_id"), "record_changes", ["article_id"], unique=False)
    op.create_index(op.f("record_changes_by_record_id"), "record_changes", ["record_id"], unique=False)
    op.create_index(op.f("record_changes_by_run_id"), "record_changes", ["run_id"], unique=False)
    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", Words(), nullable=False),
        sa.Column("record_kind", Words(), nullable=False),
        sa.Column("article_id", Words(), nullable=False),
        sa.Column("decision", Words(), nullable=False),
        sa.Column("edit", sa.JSON(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("reviewer", Words(), nullable=False),
        sa.Column("reviewed", Words(), nullable=False),
        sa.Column("note", Words(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("reviews_to_article_id")),
        sa.ForeignKeyConstraint(["undoes"], ["reviews.id"], name=op.f("reviews_to_undoes")),
        sa.PrimaryKeyConstraint("id", name=op.f("reviews_key")),
    )
    op.create_index(op.f("reviews_by_article_id"), "reviews", ["article_id"], unique=False)
    op.create_index(op.f("reviews_by_record_id"), "reviews", ["record_id"], unique=False)
    op.create_index(op.f("reviews_by_undoes"), "reviews", ["undoes"], unique=False)
    op.create_table(
        "segments",
        sa.Column("article_id", Words(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("zone", Words(), nullable=False),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("segments_to_article_id")),
        sa.PrimaryKeyConstraint("article_id", "ordinal", name=op.f("segments_key")),
    )
    op.create_table(
        "spans",
        sa.Column("record_id", Words(), nullable=False),
        sa.Column("role", Words(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("record_kind", Words(), nullable=False),
        sa.Column("article_id", Words(), nullable=False),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.Column("exact", Words(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("spans_to_article_id")),
        sa.PrimaryKeyConstraint("record_id", "role", "ordinal", name=op.f("spans_key")),
    )
    op.create_index(
        op.f("spans_by_article_id_start_offset"), "spans", ["article_id", "start_offset"], unique=False
    )
    op.create_table(
        "statements",
        sa.Column("id", Words(), nullable=False),
        sa.Column("article_id", Words(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("speaker", Words(), nullable=True),
        sa.Column("speaker_country", Words(), nullable=True),
        sa.Column("speaker_office", Words(), nullable=True),
        sa.Column("act", Words(), nullable=False),
        sa.Column("form", Words(), nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("addressee", Words(), nullable=True),
        sa.Column("date", Words(), nullable=True),
        sa.Column("date_precision", Words(), nullable=True),
        sa.Column("date_from", sa.Date(), nullable=True),
        sa.Column("date_to", sa.Date(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("via", sa.JSON(), nullable=False),
        sa.Column("source_words", Words(), nullable=True),
        sa.Column("cue_words", Words(), nullable=True),
        sa.Column("condition_words", Words(), nullable=True),
        sa.Column("speaker_id", Words(), nullable=True),
        sa.Column("within_id", Words(), nullable=True),
        sa.Column("repeats_id", Words(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("rule", Words(), nullable=False),
        sa.Column("resolved", sa.JSON(), nullable=False),
        sa.Column("words", Words(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("statements_to_article_id")),
        sa.ForeignKeyConstraint(
            ["repeats_id"],
            ["statements.id"],
            name=op.f("statements_to_repeats_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["speaker_id"], ["actors.id"], name=op.f("statements_to_speaker_id")),
        sa.ForeignKeyConstraint(
            ["within_id"],
            ["statements.id"],
            name=op.f("statements_to_within_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("statements_key")),
        sa.UniqueConstraint("number", name=op.f("statements_unique_number")),
    )
    op.create_index(op.f("statements_by_act_day"), "statements", ["act", "day"], unique=False)
    op.create_index(op.f("statements_by_addressee"), "statements", ["addressee"], unique=False)
    op.create_index(
        op.f("statements_by_article_id_ordinal"), "statements", ["article_id", "ordinal"], unique=False
    )
    op.create_index(op.f("statements_by_day_id"), "statements", ["day", "id"], unique=False)
    op.create_index(op.f("statements_by_repeats_id"), "statements", ["repeats_id"], unique=False)
    op.create_index(
        op.f("statements_by_speaker_country_act_day"),
        "statements",
        ["speaker_country", "act", "day"],
        unique=False,
    )
    op.create_index(op.f("statements_by_speaker_day"), "statements", ["speaker", "day"], unique=False)
    op.create_index(op.f("statements_by_speaker_id"), "statements", ["speaker_id"], unique=False)
    op.create_index(op.f("statements_by_within_id"), "statements", ["within_id"], unique=False)
    op.create_table(
        "events",
        sa.Column("id", Words(), nullable=False),
        sa.Column("article_id", Words(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("type", Words(), nullable=False),
        sa.Column("mode", Words(), nullable=True),
        sa.Column("actor", Words(), nullable=True),
        sa.Column("actor_country", Words(), nullable=True),
        sa.Column("recipient", Words(), nullable=True),
        sa.Column("recipient_country", Words(), nullable=True),
        sa.Column("status", Words(), nullable=False),
        sa.Column("historical", sa.Boolean(), nullable=False),
        sa.Column("date", Words(), nullable=True),
        sa.Column("date_precision", Words(), nullable=True),
        sa.Column("date_from", sa.Date(), nullable=True),
        sa.Column("date_to", sa.Date(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("quad", sa.Integer(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("modes", sa.JSON(), nullable=False),
        sa.Column("contexts", sa.JSON(), nullable=False),
        sa.Column("place", Words(), nullable=True),
        sa.Column("place_country", Words(), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("geonameid", sa.BigInteger(), nullable=True),
        sa.Column("statement_id", Words(), nullable=True),
        sa.Column("repeats_id", Words(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("rule", Words(), nullable=False),
        sa.Column("resolved", sa.JSON(), nullable=False),
        sa.Column("words", Words(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("events_to_article_id")),
        sa.ForeignKeyConstraint(
            ["repeats_id"],
            ["events.id"],
            name=op.f("events_to_repeats_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statements.id"],
            name=op.f("events_to_statement_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("events_key")),
        sa.UniqueConstraint("number", name=op.f("events_unique_number")),
    )
    op.create_index(
        op.f("events_by_actor_country_recipient_country_type_day"),
        "events",
        ["actor_country", "recipient_country", "type", "day"],
        unique=False,
    )
    op.create_index(op.f("events_by_article_id_ordinal"), "events", ["article_id", "ordinal"], unique=False)
    op.create_index(op.f("events_by_day_id"), "events", ["day", "id"], unique=False)
    op.create_index(op.f("events_by_place_country_day"), "events", ["place_country", "day"], unique=False)
    op.create_index(
        op.f("events_by_recipient_country_day"), "events", ["recipient_country", "day"], unique=False
    )
    op.create_index(op.f("events_by_repeats_id"), "events", ["repeats_id"], unique=False)
    op.create_index(op.f("events_by_statement_id"), "events", ["statement_id"], unique=False)
    op.create_index(op.f("events_by_status_day"), "events", ["status", "day"], unique=False)
    op.create_index(op.f("events_by_type_day"), "events", ["type", "day"], unique=False)
    op.create_table(
        "event_actors",
        sa.Column("event_id", Words(), nullable=False),
        sa.Column("role", Words(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("actor_id", Words(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("country", Words(), nullable=True),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("event_actors_to_actor_id")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("event_actors_to_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", "role", "ordinal", name=op.f("event_actors_key")),
    )
    op.create_index(op.f("event_actors_by_actor_id"), "event_actors", ["actor_id"], unique=False)
    op.create_index(op.f("event_actors_by_country_role"), "event_actors", ["country", "role"], unique=False)
    op.create_index(op.f("event_actors_by_name_role"), "event_actors", ["name", "role"], unique=False)
    op.create_table(
        "positions",
        sa.Column("id", Words(), nullable=False),
        sa.Column("article_id", Words(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("holder", Words(), nullable=False),
        sa.Column("holder_country", Words(), nullable=True),
        sa.Column("issue", Words(), nullable=False),
        sa.Column("stance", Words(), nullable=False),
        sa.Column("counterpart", Words(), nullable=True),
        sa.Column("counterpart_country", Words(), nullable=True),
        sa.Column("date", Words(), nullable=True),
        sa.Column("date_precision", Words(), nullable=True),
        sa.Column("date_from", sa.Date(), nullable=True),
        sa.Column("date_to", sa.Date(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("condition_words", Words(), nullable=True),
        sa.Column("holder_id", Words(), nullable=False),
        sa.Column("counterpart_id", Words(), nullable=True),
        sa.Column("statement_id", Words(), nullable=True),
        sa.Column("event_id", Words(), nullable=True),
        sa.Column("supersedes_id", Words(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("rule", Words(), nullable=False),
        sa.Column("resolved", sa.JSON(), nullable=False),
        sa.Column("words", Words(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("positions_to_article_id")),
        sa.ForeignKeyConstraint(["counterpart_id"], ["actors.id"], name=op.f("positions_to_counterpart_id")),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["events.id"],
            name=op.f("positions_to_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["holder_id"], ["actors.id"], name=op.f("positions_to_holder_id")),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statements.id"],
            name=op.f("positions_to_statement_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"],
            ["positions.id"],
            name=op.f("positions_to_supersedes_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("positions_key")),
        sa.UniqueConstraint("number", name=op.f("positions_unique_number")),
    )
    op.create_index(
        op.f("positions_by_article_id_ordinal"), "positions", ["article_id", "ordinal"], unique=False
    )
    op.create_index(op.f("positions_by_counterpart"), "positions", ["counterpart"], unique=False)
    op.create_index(
        op.f("positions_by_counterpart_country_issue_day"),
        "positions",
        ["counterpart_country", "issue", "day"],
        unique=False,
    )
    op.create_index(op.f("positions_by_counterpart_id"), "positions", ["counterpart_id"], unique=False)
    op.create_index(op.f("positions_by_day_id"), "positions", ["day", "id"], unique=False)
    op.create_index(op.f("positions_by_event_id"), "positions", ["event_id"], unique=False)
    op.create_index(
        op.f("positions_by_holder_country_day"), "positions", ["holder_country", "day"], unique=False
    )
    op.create_index(op.f("positions_by_holder_id"), "positions", ["holder_id"], unique=False)
    op.create_index(
        op.f("positions_by_holder_issue_day"), "positions", ["holder", "issue", "day"], unique=False
    )
    op.create_index(
        op.f("positions_by_issue_holder_country_day"),
        "positions",
        ["issue", "holder_country", "day"],
        unique=False,
    )
    op.create_index(
        op.f("positions_by_issue_stance_day"), "positions", ["issue", "stance", "day"], unique=False
    )
    op.create_index(op.f("positions_by_statement_id"), "positions", ["statement_id"], unique=False)
    op.create_index(op.f("positions_by_supersedes_id"), "positions", ["supersedes_id"], unique=False)
