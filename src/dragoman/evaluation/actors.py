"""Actor cases: bare noun phrases with the country and sector that they should get."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dragoman.actors.describe import describe

_SUITE_CODES = {"KOS": "XKX"}  # the suite's code for Kosovo is the user-assigned one


def predict_actors(path: Path) -> Iterator[dict[str, str]]:
    """Predictions for a file of cases, one JSON object a line with `id`, `text`, `context` and `date`.

    Args:
        path: the cases.

    Yields:
        `id`, `country` and `sector` of each; both "" where the words name no actor.

    Raises:
        ValueError: a line is not such a case; the message names the file and the line.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _predict(_case(line, f"{path}:{number}"))


def _case(line: str, place: str) -> dict[str, Any]:
    try:
        case = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"{place}: not JSON ({error}): write one case a line") from error
    if not isinstance(case, dict) or not {"id", "text"} <= case.keys():
        raise ValueError(f"{place}: a case needs 'id' and 'text'")
    return case


def _predict(case: Mapping[str, Any]) -> dict[str, str]:
    actor = describe(case["text"], context=case.get("context") or "", date=case.get("date") or "")
    country = (actor.country or "") if actor else ""
    sector = actor.sectors[0] if actor and actor.sectors else ""
    return {"id": case["id"], "country": _SUITE_CODES.get(country, country), "sector": sector}


def score_actors(
    cases: Iterable[Mapping[str, Any]], predictions: Iterable[Mapping[str, str]]
) -> dict[str, float]:
    """The share of cases right, by group and field.

    A case is right in a field that it expects ("country", "sector") if the prediction agrees; one that
    expects nothing if both are empty. "both" counts cases whose every expected field is right.

    Args:
        cases: cases with `id`, `needs` and `expect` (`country` and `sector`, None where they do not
            matter; `nothing`).
        predictions: of `predict_actors`.

    Returns:
        Shares by "group.field" ("words.both", "all.country"), from 0 to 1.
    """
    got = {p["id"]: p for p in predictions}
    right: dict[str, list[bool]] = {}
    for case in cases:
        marks = _marks(case["expect"], got.get(case["id"], {}))
        for field, mark in marks.items():
            for group in (case["needs"], "all"):
                right.setdefault(f"{group}.{field}", []).append(mark)
    return {key: sum(marks) / len(marks) for key, marks in sorted(right.items())}


def _marks(expected: Mapping[str, Any], got: Mapping[str, str]) -> dict[str, bool]:
    if expected["nothing"]:
        return {"both": not got.get("country") and not got.get("sector")}
    fields = ("country", "sector")
    marks = {f: got.get(f, "") == expected[f] for f in fields if expected[f] is not None}
    return {**marks, "both": all(marks.values())}
