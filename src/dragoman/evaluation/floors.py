"""Floors: figures on a gold set that may not fall.

A floors file names its gold set by a SHA-256, so that nobody compares figures of different sets unawares.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.coder import Coder
from dragoman.evaluation.figures import DIGITS
from dragoman.evaluation.gold import load_gold
from dragoman.evaluation.predictions import predict
from dragoman.evaluation.records import score_records

TOLERANCE = 0.0005  # figures are rounded to four decimals; less than this is no fall


class FloorsError(ValueError):
    """A floors file that cannot be used or should not be written, with the file and the remedy."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The least values that figures may have.

    Args:
        sha256: digest of the gold set that they were measured on.
        values: floor by the figure's name.
    """

    sha256: str
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure below its floor; `value` is None if it was not measured."""

    name: str
    floor: float
    value: float | None


def gold_digest(folder: Path) -> str:
    """The SHA-256 of a gold set: of the names and contents of its keys and texts.

    Args:
        folder: the gold set.
    """
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.iterdir() if p.suffix in {".yaml", ".txt"}):
        content = path.read_bytes()
        digest.update(f"{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def read_floors(path: Path) -> Floors:
    """The floors of a file.

    Raises:
        FloorsError: it is no floors file.
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return Floors(str(raw["sha256"]), {str(k): float(v) for k, v in raw["floors"].items()})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FloorsError(
            f"{path}: not a floors file ({error!r}); remove it and write it anew with --update"
        ) from error


def write_floors(path: Path, floors: Floors) -> None:
    """Write floors to a file, whole or not at all."""
    text = json.dumps({"sha256": floors.sha256, "floors": dict(floors.values)}, indent=1, ensure_ascii=False)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text + "\n")
        Path(temporary).chmod(0o644)
        os.replace(temporary, path)  # noqa: PTH105 - the standard name of the atomic move
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def falls(floors: Floors, measured: Mapping[str, float]) -> list[Fall]:
    """The figures that are below their floors by more than the tolerance, or missing.

    Args:
        floors: the floors.
        measured: figures by name.
    """
    return [
        Fall(name, floor, measured.get(name))
        for name, floor in floors.values.items()
        if name not in measured or measured[name] < floor - TOLERANCE
    ]


def raised(floors: Floors | None, sha256: str, measured: Mapping[str, float], *, allow_lower: bool) -> Floors:
    """Floors raised to what was measured and pinned to a gold set.

    Args:
        floors: the floors so far, None if there are none.
        sha256: digest of the gold set.
        measured: figures by name.
        allow_lower: whether floors may be lowered, or go with a figure that is no longer measured.

    Raises:
        FloorsError: a floor would be lowered; the message names them all.
    """
    lower = falls(floors, measured) if floors else []
    if lower and not allow_lower:
        listed = "; ".join(f"{f.name} from {f.floor} to {f.value}" for f in lower)
        raise FloorsError(f"would lower {listed}: mend the coder, or say --allow-lower and why in the commit")
    fallen = {f.name for f in lower}
    old = floors.values if floors else {}
    values = {
        name: round(value if name in fallen else max(value, old.get(name, 0.0)), DIGITS)
        for name, value in measured.items()
    }
    return Floors(sha256, values)


def measure(folder: Path, coder: Coder) -> dict[str, float]:
    """The coder's figures on a gold set: every F1 and accuracy by name.

    Args:
        folder: the gold set.
        coder: the coder to measure.

    Raises:
        GoldError: the gold set has faults.
    """
    articles = load_gold(folder)
    found = {answers.id: answers for answers in predict(articles, coder)}
    return score_records(articles, found).headline()


def check_floors(path: Path, folder: Path, coder: Coder) -> list[Fall]:
    """The figures of the coder that are below the floors of a file.

    Args:
        path: the floors file.
        folder: the gold set.
        coder: the coder to measure.

    Raises:
        FloorsError: there is no such file, or it was measured on another gold set.
    """
    if not path.exists():
        raise FloorsError(f"{path}: not there; write it with --update")
    floors = read_floors(path)
    if floors.sha256 != gold_digest(folder):
        raise FloorsError(
            f"{folder}: not the gold set that {path} was measured on; look at the figures, then --update"
        )
    return falls(floors, measure(folder, coder))


def update_floors(path: Path, folder: Path, coder: Coder, *, allow_lower: bool) -> Floors:
    """Raise the floors of a file to what the coder reaches, and pin them to the gold set as it is.

    Args:
        path: the floors file; it is made if it is not there.
        folder: the gold set.
        coder: the coder to measure.
        allow_lower: whether floors may be lowered.

    Raises:
        FloorsError: a floor would be lowered.
    """
    old = read_floors(path) if path.exists() else None
    floors = raised(old, gold_digest(folder), measure(folder, coder), allow_lower=allow_lower)
    write_floors(path, floors)
    return floors
