"""Full-text search, what may only be added to, and views that read well."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SEARCHED = {
    "articles": ("title", "text"),
    "statements": ("words",),
    "events": ("words",),
    "positions": ("words",),
}
KEPT_FOR_EVER = ("reviews", "actor_decisions")
LONGEST = 250_000  # characters of a text that PostgreSQL searches: its search vectors hold 1 MB
MARKS = "“”„‘’–—…"  # some locales take them for letters

VIEWS = {
    "records": """
        SELECT id, 'statement' AS kind, article_id, ordinal, current, day, speaker AS who,
               speaker_country AS country, act AS what, words, confidence, rule FROM statements
        UNION ALL
        SELECT id, 'event', article_id, ordinal, current, day, actor, actor_country, type, words,
               confidence, rule FROM events
        UNION ALL
        SELECT id, 'position', article_id, ordinal, current, day, holder, holder_country,
               issue || ': ' || stance, words, confidence, rule FROM positions""",
    "statement_list": """
        SELECT a.published, a.outlet, s.speaker, s.speaker_country, s.speaker_office, s.act, s.negated,
               s.addressee, s.date, s.words, s.condition_words, s.via, a.title, a.url, s.confidence, s.id,
               s.article_id
        FROM statements s JOIN articles a ON a.id = s.article_id WHERE s.current""",
    "event_list": """
        SELECT a.published, a.outlet, e.type, e.mode, e.actor, e.actor_country, e.recipient,
               e.recipient_country, e.status, e.date, e.place, e.place_country, e.words, e.quad, e.score,
               t.speaker AS on_the_word_of, a.title, a.url, e.confidence, e.id, e.article_id
        FROM events e JOIN articles a ON a.id = e.article_id
        LEFT JOIN statements t ON t.id = e.statement_id WHERE e.current""",
    "position_list": """
        SELECT a.published, a.outlet, p.holder, p.holder_country, p.issue, p.stance, p.counterpart,
               p.counterpart_country, p.date, p.words, p.condition_words, a.title, a.url, p.confidence,
               p.id, p.article_id
        FROM positions p JOIN articles a ON a.id = p.article_id WHERE p.current""",
}


def upgrade() -> None:
    """Make them, each in the way of its database."""
    if op.get_context().dialect.name == "postgresql":
        _postgresql()
    else:
        _sqlite()
    for name, query in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")


def _sqlite() -> None:
    for table, columns in SEARCHED.items():
        names = ", ".join(columns)
        old, new = (", ".join(f"{row}.{c}" for c in columns) for row in ("old", "new"))
        index = f"{table}_search"
        take = f"INSERT INTO {index} ({index}, rowid, {names}) VALUES ('delete', old.number, {old});"
        put = f"INSERT INTO {index} (rowid, {names}) VALUES (new.number, {new});"
        op.execute(
            f'CREATE VIRTUAL TABLE {index} USING fts5 ({names}, content="{table}", '
            'content_rowid="number", tokenize="porter unicode61 remove_diacritics 2")'
        )
        op.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        op.execute(f"CREATE TRIGGER {index}_insert AFTER INSERT ON {table} BEGIN {put} END")
        op.execute(f"CREATE TRIGGER {index}_delete AFTER DELETE ON {table} BEGIN {take} END")
        op.execute(
            f"CREATE TRIGGER {index}_update AFTER UPDATE OF number, {names} ON {table} BEGIN {take} {put} END"
        )
    for table in KEPT_FOR_EVER:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} are only added to: undo one by another'); END"
            )


def _postgresql() -> None:
    for table, columns in SEARCHED.items():
        words = " || ' ' || ".join(f"coalesce({c}, '')" for c in columns)
        op.execute(
            f"CREATE INDEX {table}_search ON {table} "
            f"USING gin (to_tsvector('english', translate(left({words}, {LONGEST}), '{MARKS}', '{' ' * 8}')))"
        )
    op.execute("""
        CREATE FUNCTION dragoman_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '% are only added to: undo one by another', TG_TABLE_NAME; END $$""")
    for table in KEPT_FOR_EVER:
        op.execute(
            f"CREATE TRIGGER {table}_only_added_to BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION dragoman_only_added_to()"
        )
