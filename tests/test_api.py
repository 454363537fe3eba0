"""The public names, what they do, and what importing them costs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman.article import Article
from dragoman.coded import CodedArticle
from hand_records import ARTICLE, OPEN, RECORDS, REDUCED

SNAPSHOT = Path(__file__).with_name("public_names.json")
PACKAGES = (
    "dragoman",
    "dragoman.coded_sources",
    "dragoman.alerts",
    "dragoman.article",
    "dragoman.briefs",
    "dragoman.bulk",
    "dragoman.coded",
    "dragoman.coder",
    "dragoman.evaluation.precision",
    "dragoman.formats.attributions",
    "dragoman.formats.brat",
    "dragoman.formats.citron",
    "dragoman.formats.console",
    "dragoman.formats.explanation",
    "dragoman.formats.exporting",
    "dragoman.formats.frames",
    "dragoman.formats.html",
    "dragoman.formats.json",
    "dragoman.formats.labels",
    "dragoman.formats.losses",
    "dragoman.formats.registry",
    "dragoman.formats.tables",
    "dragoman.language",
    "dragoman.ledger",
    "dragoman.ledger.pending",
    "dragoman.ledger.review_files",
    "dragoman.ledger.reviewed",
    "dragoman.ledger.reviewing",
    "dragoman.records",
    "dragoman.sources",
)


def _public(name: str) -> list[str]:
    module = __import__(name, fromlist=["_"])
    named = getattr(module, "__all__", None)
    own = [n for n, v in vars(module).items() if getattr(v, "__module__", None) == name]
    return sorted(n for n in (named or own) if not n.startswith("_") or n == "__version__")


@pytest.mark.parametrize("package", PACKAGES)
def test_public_names_stay(package: str) -> None:
    """A name may come; one that goes breaks somebody: bring it back, or tell it in the change log."""
    kept = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    gone = set(kept[package]) - set(_public(package))
    assert not gone, f"{package} lost {sorted(gone)}"
    new = set(_public(package)) - set(kept[package])
    assert not new, f"{package} has {sorted(new)} that {SNAPSHOT.name} does not list"


def test_importing_the_package_loads_nothing_heavy() -> None:
    program = "import sys, dragoman; dragoman.Article, dragoman.Records; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=True
    )
    assert not {"spacy", "numpy", "trafilatura", "lxml", "rich", "sqlalchemy", "httpx", "jinja2"} & set(
        done.stdout.split()
    )


def test_every_public_name_is_there() -> None:
    for name in dragoman.__all__:
        assert getattr(dragoman, name) is not None
    assert set(dir(dragoman)) == set(dragoman.__all__)
    with pytest.raises(AttributeError, match="no attribute 'listen'"):
        dragoman.listen  # noqa: B018


def test_a_coded_article_gives_its_parts() -> None:
    coded = CodedArticle(ARTICLE, RECORDS)
    assert [*coded.statements, *coded.events, *coded.positions] == list(RECORDS)
    assert coded.changes == ((OPEN, REDUCED),)
    assert coded.explain("P2") == coded.explain(REDUCED) == coded.explain(REDUCED.id)
    assert CodedArticle.from_json(coded.to_json()) == coded
    assert coded.to_html().startswith("<!DOCTYPE html>")
    assert coded._repr_html_().startswith("<style>")


def test_a_report_is_read_and_coded(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Fiji will open an embassy in Comoros, its government said on Monday.", encoding="utf-8")
    article = dragoman.read(path, outlet="Harbour Wire", published="2024-05-16")
    assert article.outlet == "Harbour Wire"
    coded = dragoman.code(article)
    assert coded.article == article
    assert coded.statements
    assert dragoman.code(path, outlet="Harbour Wire", published="2024-05-16") == coded


def test_what_is_known_belongs_to_reading() -> None:
    with pytest.raises(TypeError, match="outlet"):
        dragoman.code(Article("Words.", ()), outlet="Harbour Wire")
