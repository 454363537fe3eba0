"""Every command and option has its help and its place in the documentation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import typer

from dragoman.cli.app import LAZY, app

DOCS = Path(__file__).parents[2] / "docs"


def _commands() -> Iterator[tuple[str, Any]]:
    """The commands of the command line with their full names, "evaluate records" too."""
    root = typer.main.get_group(app)
    yield "dragoman", root
    yield from _below("", root.commands)
    for name, (module, _) in LAZY.items():
        group = typer.main.get_group(__import__(module, fromlist=["app"]).app)
        yield name, group
        yield from _below(f"{name} ", group.commands)


def _below(prefix: str, commands: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, command in commands.items():
        yield prefix + name, command


COMMANDS = dict(_commands())


@pytest.fixture(scope="module")
def text() -> str:
    return (DOCS / "command-line.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_command_has_its_help(name: str) -> None:
    assert COMMANDS[name].help, f"{name} is missing its help"
    for option in COMMANDS[name].params:
        assert getattr(option, "help", None), f"{name} {option.name} is missing its help"


@pytest.mark.parametrize("name", [n for n in COMMANDS if n != "dragoman"])
def test_the_command_is_documented(name: str, text: str) -> None:
    assert f"## dragoman {name}\n" in text, f"docs/command-line.md has no section on {name}"


@pytest.mark.parametrize("name", COMMANDS)
def test_its_options_are_documented_in_its_section(name: str, text: str) -> None:
    heading = "# Command line" if name == "dragoman" else f"## dragoman {name}\n"
    section = text[text.index(heading) + len(heading) :].partition("\n## ")[0]
    for option in COMMANDS[name].params:
        for flag in option.opts:
            if flag.startswith("--") and flag != "--help":
                assert f"`{flag}" in section, f"docs/command-line.md, {name}: {flag} is missing"
