"""Writing a note into a file: whole, or not at all."""

from __future__ import annotations

from pathlib import Path

from dragoman.briefs.note import Brief

FORMS = (".md", ".html", ".docx", ".json")  # the endings of files, each of which names a form


class MissingExtraError(RuntimeError):
    """A form needs a library that is not installed."""


def write(brief: Brief, path: str | Path) -> None:
    """Write a note in the form that the ending of the file names.

    The file gets its name when it is whole, so that an error leaves none that is not.

    Args:
        brief: the note. path: the file; ends in .md, .html, .docx or .json.

    Raises:
        ValueError: the ending names no form.
        MissingExtraError: the form needs a library that is not installed.
        OSError: the file cannot be written.
    """
    path = Path(path)
    data = _data(brief, form_of(path))
    partial = path.with_name(f"{path.name}.part")
    try:
        partial.write_bytes(data)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def form_of(path: Path) -> str:
    """The form that the ending of a file names.

    Args:
        path: the file.

    Raises:
        ValueError: the ending names no form.
    """
    if path.suffix.lower() not in FORMS:
        raise ValueError(f"{path}: a note is written to {', '.join(FORMS)}: give such an ending")
    return path.suffix.lower()


def _data(brief: Brief, form: str) -> bytes:
    match form:
        case ".docx":
            return brief.to_docx()
        case ".html":
            return brief.to_html().encode()
        case ".json":
            return f"{brief.to_json(indent=1)}\n".encode("utf-8", "backslashreplace")
        case _:
            return brief.to_markdown().encode()
