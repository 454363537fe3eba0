"""The tables and views are told in the documentation."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.ledger import Ledger, schema

TEXT = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", sorted(schema.metadata.tables))
def test_the_table_is_documented(table: str) -> None:
    assert f"`{table}`" in TEXT


def test_what_a_ledger_does_is_documented() -> None:
    for name in vars(Ledger):
        if not name.startswith("_"):
            assert f"`{name}" in TEXT or name in {"name", "is_postgresql", "close"}, name
