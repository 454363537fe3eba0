"""How a report stands to what a ledger has: new, known, a copy of known words, or another version."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import Connection, Table, select

from dragoman.article import Article
from dragoman.ledger.rows import Stored
from dragoman.ledger.schema import articles, copies

_KNOWN = ("outlet", "published", "title", "url")  # what is known of a report beside its text


class Standing(StrEnum):
    """How a report stands to a ledger."""

    NEW = "new"
    SAME = "same"  # it is there already, and nothing more is known of it
    AMENDED = "amended"  # it is there, but its day, outlet or title was unknown or another
    COPY = "copy"  # its words are there, published elsewhere
    VERSION = "version"  # another text of it is there


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with a report.

    Args:
        standing: how it stands to the ledger.
        article: the article to code: it keeps what the ledger knows of it and the report does not say.
        related: the id of the article that it supersedes or is a copy of; its own where it is there already.
        copied: the id of the copy that it supersedes.
        version: 1, or which version of the report it is.
    """

    standing: Standing
    article: Article
    related: str | None = None
    copied: str | None = None
    version: int = 1

    @property
    def needs_coding(self) -> bool:
        """Whether its records are not there yet."""
        return self.standing in {Standing.NEW, Standing.AMENDED, Standing.VERSION}


def plan(connection: Connection, article: Article, identity: str | None) -> Plan:
    """What is to be done with a report.

    Args:
        connection: to the ledger.
        article: the report.
        identity: what stays when its text is corrected: its URL, its id in a corpus, or its path.
    """
    columns = [c for c in articles.c if c is not articles.c.text]
    known = connection.execute(select(*columns).where(articles.c.id == article.id)).mappings().first()
    if known is not None:
        return _plan_known(connection, article, identity, known)
    if identity is not None:
        if earlier := _newest(connection, articles, article, identity):
            return Plan(Standing.VERSION, article, earlier["id"], version=earlier["version"] + 1)
        if earlier := _newest(connection, copies, article, identity):
            version = earlier["version"] + 1
            return Plan(Standing.VERSION, article, earlier["article_id"], earlier["id"], version)
    return Plan(Standing.NEW, article)


def _plan_known(connection: Connection, article: Article, identity: str | None, known: Stored) -> Plan:
    """What is to be done with a report whose words are there."""
    if _is_same(article, identity, known):
        new = {name: given for name in _KNOWN if (given := getattr(article, name)) not in {None, known[name]}}
        kept = {name: known[name] for name in _KNOWN if getattr(article, name) is None}
        standing = Standing.AMENDED if new else Standing.SAME
        return Plan(standing, replace(article, **kept), known["id"], version=known["version"])
    elsewhere = connection.execute(select(copies).where(copies.c.article_id == known["id"])).mappings()
    if any(_is_same(article, identity, copy) for copy in elsewhere):
        return Plan(Standing.SAME, article, known["id"])
    return Plan(Standing.COPY, article, known["id"])


def _is_same(article: Article, identity: str | None, known: Stored) -> bool:
    """Whether a report with the same words is the same one: of one identity, or nothing tells them apart."""
    if identity is not None and identity == known["identity"]:
        return True
    return all(
        None in {getattr(article, name), known[name]} or getattr(article, name) == known[name]
        for name in ("outlet", "published", "url")
    )


def _newest(connection: Connection, table: Table, article: Article, identity: str) -> Stored | None:
    """The newest version of a report, as it is known among articles or copies."""
    outlet = table.c.outlet
    query = (
        select(*[c for c in table.c if c.name != "text"])
        .where(table.c.identity == identity)
        .where(outlet.is_(None) if article.outlet is None else outlet == article.outlet)
        .order_by(table.c.version.desc(), table.c.added.desc(), table.c.id)
        .limit(1)
    )
    return connection.execute(query).mappings().first()
