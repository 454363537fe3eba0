"""A note as Markdown and as a page, from the templates beside this module."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dragoman.briefs import wording
from dragoman.briefs.note import Brief

# what no page may hold: control characters, and halves of surrogate pairs
_UNPRINTABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_MARKS = re.compile(r"([\\`*_\[\]<>&|~$])")
_FIRST = re.compile(r"^(#|\+|-|=|\d+(?=[.)]))")  # what begins a heading or a list


def printable(words: object) -> str:
    """Words in one line, with a sign in the place of what cannot be shown."""
    return _UNPRINTABLE.sub("\ufffd", " ".join(str(words).split()))


def markdown(brief: Brief) -> str:
    """A note as Markdown (CommonMark): whatever stands in reports is shown and never read as Markdown.

    Args:
        brief: the note.
    """
    return _environment("markdown").get_template("brief.md.j2").render(brief=brief, wording=wording)


def html(brief: Brief) -> str:
    """A note as a page that stands alone: no file, script or font is fetched.

    Args:
        brief: the note.
    """
    return _environment("html").get_template("brief.html.j2").render(brief=brief, wording=wording)


@cache
def _environment(form: str) -> Environment:
    """The templates; in both forms a value is escaped unless the template says that it is safe."""
    return Environment(
        loader=PackageLoader("dragoman.briefs"),
        autoescape=form == "html",
        finalize=_of_page if form == "html" else shown_in_markdown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _of_page(value: object) -> object:
    return value if isinstance(value, Markup) else printable(value)


def shown_in_markdown(value: object) -> str:
    """Words as Markdown that shows them and reads nothing in them; what is marked as safe stays as it is."""
    if isinstance(value, Markup):
        return str(value)
    marked = _MARKS.sub(r"\\\1", printable(value))
    first = _FIRST.match(marked)
    if first is None:
        return marked
    return f"{first[1]}\\{marked[first.end() :]}" if first[1].isdigit() else f"\\{marked}"
