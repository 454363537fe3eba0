"""The command line: each command is one call of the Python API."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 well, 1 an error, 2 wrong usage, 3 a check failed.

    Args:
        arguments: what stands after the program's name; by default that of this process.
    """
    from dragoman.cli.app import app  # noqa: PLC0415 - so that importing the package costs nothing
    from dragoman.cli.errors import describe  # noqa: PLC0415

    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given  # may stand anywhere; the root command documents it
    logging.basicConfig(level=logging.DEBUG if debug else logging.ERROR, format="dragoman: %(message)s")
    logging.getLogger("dragoman").setLevel(logging.DEBUG if debug else logging.WARNING)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal of another encoding shows "?" and no traceback
            stream.reconfigure(errors="replace")
    try:
        app([*(["--debug"] if debug else []), *(a for a in given if a != "--debug")], prog_name="dragoman")
    except Exception as error:
        if debug:
            raise
        print(f"dragoman: {describe(error)}", file=sys.stderr)  # noqa: T201 - the last word of a program
        raise SystemExit(1) from None
