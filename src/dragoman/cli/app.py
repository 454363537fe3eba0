"""The root of the command line: its commands, loaded when they are used."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from dragoman._version import __version__
from dragoman.cli import ask
from dragoman.cli.add import add
from dragoman.cli.brief import brief
from dragoman.cli.check import check
from dragoman.cli.doctor import doctor
from dragoman.cli.explain import explain
from dragoman.cli.export import export
from dragoman.cli.link import actors, link
from dragoman.cli.read import read
from dragoman.cli.recode import recode
from dragoman.cli.review import review

LAZY = {
    "evaluate": ("dragoman.cli.evaluate", "Measure the coder against gold records and public benchmarks.")
}


class _LazyGroup(TyperGroup):
    """A group of commands whose module is imported when the group is used, not when it is listed.

    Args:
        name: the group's name. module: the module whose `app` it is. help: what the list of commands says.
    """

    def __init__(self, name: str, module: str, help: str) -> None:
        super().__init__(name=name, help=help)
        self._module = module

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """The context of the real group."""
        typed = import_module(self._module).app
        typed.rich_markup_mode = None  # help as plain as the root's
        real = typer.main.get_group(typed)
        return real.make_context(info_name, args, parent=parent, **extra)


class _Root(TyperGroup):
    """The root command, with the lazy groups beside its own commands."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all commands."""
        return [*super().list_commands(ctx), *LAZY]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """A command by its name."""
        if cmd_name in LAZY:
            return _LazyGroup(cmd_name, *LAZY[cmd_name])
        return super().get_command(ctx, cmd_name)


app = typer.Typer(
    name="dragoman",
    cls=_Root,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: drawing it takes longer to load than all the rest
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def root(
    ctx: typer.Context,
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show tracebacks and the log; may stand anywhere.")
    ] = False,
) -> None:
    """Read diplomatic reporting and keep the record: who said, did and pledged what, in exact words."""
    ctx.obj = {"debug": debug}


app.command(short_help="Put on record what reports say.")(read)
app.command(short_help="Show why a record stands.")(explain)
app.command(short_help="Write records in the formats of others.")(export)
app.command(short_help="Find records in a ledger.")(ask.find)
app.command(short_help="Show where everybody stands on a day.")(ask.positions)
app.command(short_help="Show which stances became others.")(ask.changes)
app.command(short_help="Show pledges and what became of them.")(ask.pledges)
app.command(short_help="Show what is on record of somebody in time.")(ask.timeline)
app.command(short_help="Write a briefing note on a country.")(brief)
app.command(short_help="Find what belongs together in a ledger.")(link)
app.command(short_help="Show, merge and split a ledger's actors.")(actors)
app.command(short_help="Put reports into a ledger.")(add)
app.command(short_help="Check a ledger.")(check)
app.command(short_help="Code the reports of a ledger anew.")(recode)
app.command(short_help="Accept, edit or reject a ledger's records.")(review)
app.command(short_help="Check this installation.")(doctor)
