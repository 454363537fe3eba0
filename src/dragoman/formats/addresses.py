"""Addresses of reports, as they may stand in a page or a feed."""

from __future__ import annotations

from urllib.parse import quote

_SCHEMES = ("http://", "https://")


def followable(url: str | None) -> str | None:
    """An address that a reader may follow: what no URI can hold is written by its code.

    Args:
        url: as a report has it.

    Returns:
        None if there is none, or if it is of another kind ("javascript:", a file).
    """
    if not url or not url.lower().startswith(_SCHEMES):
        return None
    return quote("".join(url.split()), safe=":/?#[]@!$&'()*+,;=%~", errors="replace")
