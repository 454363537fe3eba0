"""The documentation leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md"), *ROOT.glob("gold/*.md")]
)


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_to_pages_and_headings(page: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), f"{page.name}: {link} leads nowhere"
        assert not anchor or anchor in _anchors(target), f"{page.name}: {link}: no such heading"


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    for page in ROOT.glob("docs/*.md"):
        assert page.name == "README.md" or f"({page.name})" in index, (
            f"docs/README.md does not name {page.name}"
        )


@pytest.mark.parametrize(
    "package", sorted(p.parent.name for p in (ROOT / "src" / "dragoman").glob("*/__init__.py"))
)
def test_every_package_is_in_the_design(package: str) -> None:
    assert f"`dragoman.{package}`" in (ROOT / "docs" / "design.md").read_text(encoding="utf-8")


def test_the_issues_and_acts_are_in_the_documentation() -> None:
    from dragoman.knowledge import load_yaml  # noqa: PLC0415
    from dragoman.records import Act, EventType  # noqa: PLC0415

    records = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")
    for act in Act:
        assert f"| {act} |" in records, act
    for kind in EventType:
        assert kind in records, kind
    for issue, described in load_yaml("issues.yaml")["issues"].items():
        assert f"| {issue}" in records, issue
        for stance in described["stances"]:
            assert stance in records, (issue, stance)


def test_the_change_log_has_a_place_for_what_is_new() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
