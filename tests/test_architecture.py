"""The road through the house is one-way, and the language library stays behind its door."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from enum import EnumType
from importlib import import_module
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "dragoman"

# what each package may know of the others; whoever reads, knows how to read a knowledge file
KNOWS = {
    "article": {"knowledge"},
    "knowledge": set(),
    "records": {"article"},
    "sources": {"article", "knowledge"},
    "language": {"article", "knowledge"},
    "actors": {"article", "language", "records", "knowledge"},
    "statements": {"actors", "article", "language", "records", "knowledge"},
    "events": {"statements", "actors", "article", "language", "records", "knowledge"},
    "positions": {"events", "statements", "actors", "article", "language", "records", "knowledge"},
    "confidence": {"actors", "article", "language", "records", "knowledge"},
    "formats": {"article", "records", "knowledge"},
    "linking": {"article", "records", "knowledge"},
    "ledger": {"article", "records", "formats", "coded", "linking", "knowledge"},
    "briefs": {"ledger", "article", "records", "formats", "coded", "knowledge"},
    "alerts": {"ledger", "formats", "knowledge"},
}
# these stand above the road and may know all of it
ABOVE = {"__init__", "bulk", "coded", "coded_sources", "coder", "cli", "evaluation"}
MODULES = sorted(SOURCE.rglob("*.py"))


def _package(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    """The modules that a module imports, wherever the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are absolute"
            yield node.module or ""


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_module_knows_only_what_comes_before_it(path: Path) -> None:
    package = _package(path)
    if package in ABOVE or package == "_version":
        return
    known = KNOWS[package] | {package, "_version"}
    for name in _imports(path):
        parts = name.split(".")
        if parts[0] == "dragoman":
            assert parts[1] in known, f"dragoman.{package} must not know {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_only_the_language_package_knows_spacy(path: Path) -> None:
    libraries = {name.partition(".")[0] for name in _imports(path)}
    if _package(path) != "language":
        assert not libraries & {"spacy", "thinc"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_only_the_ledger_knows_the_database_library(path: Path) -> None:
    libraries = {name.partition(".")[0] for name in _imports(path)}
    if _package(path) != "ledger":
        assert not libraries & {"alembic", "psycopg", "sqlite3"}
    if KNOWS.keys() & {_package(path)} - {"ledger"}:
        assert "sqlalchemy" not in libraries


def test_every_package_has_its_place() -> None:
    assert {_package(path) for path in MODULES} <= KNOWS.keys() | ABOVE | {"_version"}


def test_no_module_is_too_long_to_read() -> None:
    lengths = {str(p.relative_to(SOURCE)): len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES}
    assert {name: n for name, n in lengths.items() if n > 600} == {}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_plain_value_is_sought_in_an_enumeration(path: Path) -> None:
    """`"text" in SomeEnum` raises a TypeError on Python 3.11: write `in set(SomeEnum)`."""
    module = import_module(".".join(["dragoman", *path.relative_to(SOURCE).with_suffix("").parts]))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            where = ast.unparse(node.comparators[0])
            named = getattr(module, where, None)
            assert not isinstance(named, EnumType), f"{path.name}:{node.lineno}: write `in set({where})`"
