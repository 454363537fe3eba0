"""Fill the examples of the README with what the program says today, or check that they still hold.

python docs/refresh.py            # fill in
python docs/refresh.py --check    # exit with 1 if they differ
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
REPORT = "examples/comoros.txt"
GIVEN = ("--outlet", "Harbour Wire", "--published", "2024-05-16")
PARAGRAPHS = 3  # shown of the report, without headline and byline
SHOWN = 4  # records shown of each kind


def said(*arguments: str) -> str:
    """What the command line prints."""
    from dragoman.cli import main  # noqa: PLC0415 - the width is set first

    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
        main(arguments)
    return out.getvalue()


def shortened(text: str) -> str:
    """The first records of each section, and all that changed."""
    sections = re.split(r"\n(?=\S[^\n]*─{5})", text.rstrip())
    return "\n".join(_first_records(s) for s in sections)


def _first_records(section: str) -> str:
    """A section cut before its record SHOWN + 1."""
    if section.startswith("What changed"):
        return section
    records = list(re.finditer(r"^ ?[SEP]\d+ .*$", section, re.MULTILINE))
    if len(records) <= SHOWN:
        return section
    kept = section[: records[SHOWN].start()].rstrip()
    return f"{kept}\n…\n"


def examples() -> dict[str, str]:
    """The text of each example by its mark."""
    paragraphs = (ROOT / REPORT).read_text(encoding="utf-8").strip().split("\n\n")[2:]
    fence = "```text\n{}\n```".format
    told = said("explain", REPORT, "P1", *GIVEN)
    return {
        "input": "\n>\n".join(f"> {p}" for p in paragraphs[:PARAGRAPHS]),
        "output": fence(shortened(said("read", REPORT, *GIVEN))),
        "explain": fence(f"$ dragoman explain {REPORT} P1 --published 2024-05-16\n{told.rstrip()}"),
    }


def main() -> int:
    """Fill in or check; the exit code."""
    os.environ["COLUMNS"] = "100"
    os.chdir(ROOT)
    before = after = README.read_text(encoding="utf-8")
    for mark, text in examples().items():
        head, _, rest = after.partition(f"<!-- {mark} -->\n")
        after = f"{head}<!-- {mark} -->\n{text}\n<!-- end -->{rest.partition('<!-- end -->')[2]}"
    if after == before:
        return 0
    if "--check" in sys.argv[1:]:
        sys.stderr.write("README.md: its examples are not what the program says: run 'make readme'\n")
        return 1
    README.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
