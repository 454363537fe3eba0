"""`dragoman doctor`: whether this installation works, and the remedy where it does not."""

from __future__ import annotations

import json as jsonlib
import locale
import platform
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import Annotated

import typer

NEWEST, OLDEST = (3, 13), (3, 11)
PROBE = (
    "Norway will reopen its embassy in Ghana next month, Foreign Minister Astrid Dahl said on Monday. "
    '"We hope that both sides keep the ceasefire," Dahl said.'
)
PROBE_TIMES = 40
SLOW = 300  # words a second; a laptop of ten years ago does more


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at.

    Args:
        name: what was looked at. found: what there is. remedy: what to do; "" if all is well.
    """

    name: str
    found: str
    remedy: str = ""

    @property
    def well(self) -> bool:
        """Whether all is well."""
        return not self.remedy


def doctor(
    model: Annotated[str | None, typer.Option(help="An installed spaCy English pipeline to look at.")] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check this installation: versions, the language model, encodings, speed; exit 1 on a fault."""
    checks = list(examine(model))
    well = all(c.well for c in checks)
    if json:
        found = [{**asdict(c), "well": c.well} for c in checks]
        typer.echo(jsonlib.dumps({"well": well, "checks": found}, ensure_ascii=False))
    else:
        for check in checks:
            typer.echo(f"{'ok   ' if check.well else 'FAULT'} {check.name:<22} {check.found}")
            if not check.well:
                typer.echo(f"      {'':<22} remedy: {check.remedy}")
    if not well:
        raise typer.Exit(1)


def examine(model: str | None = None) -> Iterator[Check]:
    """All checks, in order; a check that fails by an error is a fault that tells it.

    Args:
        model: a spaCy pipeline's name; by default the one that ships.
    """
    looks: tuple[tuple[str, Callable[[], Iterator[Check]]], ...] = (
        ("Python", _python),
        ("packages", _packages),
        ("encodings", _encodings),
        ("knowledge", _knowledge),
        ("model", lambda: _model(model)),
    )
    for name, look in looks:
        try:
            yield from look()
        except Exception as error:
            yield Check(
                name, f"{type(error).__name__}: {error}", "reinstall: pip install --force-reinstall dragoman"
            )


def _python() -> Iterator[Check]:
    version = sys.version_info[:2]
    remedy = "" if OLDEST <= version <= NEWEST else "install Python 3.11, 3.12 or 3.13"
    yield Check("Python", f"{platform.python_version()} on {platform.system()} {platform.machine()}", remedy)


def _packages() -> Iterator[Check]:
    for requirement in metadata.requires("dragoman") or ():
        if "extra ==" in requirement:
            continue
        name = requirement.split(";")[0].split("=")[0].split(">")[0].split("<")[0].split("[")[0].strip()
        try:
            yield Check(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Check(name, "not installed", f"pip install '{requirement}'")


def _encodings() -> Iterator[Check]:
    found = {
        "output": sys.stdout.encoding,
        "files": sys.getfilesystemencoding(),
        "text": locale.getencoding(),
    }
    odd = [name for name, encoding in found.items() if encoding.lower().replace("-", "") != "utf8"]
    remedy = f"set PYTHONUTF8=1: {', '.join(odd)} would lose letters" if odd else ""
    yield Check("encodings", ", ".join(f"{name} {encoding}" for name, encoding in found.items()), remedy)


def _knowledge() -> Iterator[Check]:
    from importlib.resources import files  # noqa: PLC0415

    from dragoman.knowledge import load_table, load_yaml  # noqa: PLC0415

    root = Path(str(files("dragoman.knowledge")))
    names = sorted(str(p.relative_to(root)) for p in root.rglob("*") if p.suffix in {".yaml", ".tsv"})
    for name in names:
        (load_yaml if name.endswith(".yaml") else load_table)(name)
    yield Check("knowledge", f"{len(names)} files")


def _model(model: str | None) -> Iterator[Check]:
    from dragoman.language.reader import MODEL  # noqa: PLC0415

    name = model or MODEL
    yield _model_files(name)
    started = time.perf_counter()
    from dragoman.article import Article, Segment, Zone  # noqa: PLC0415
    from dragoman.coder import shared_coder  # noqa: PLC0415

    coder = shared_coder(name)
    yield Check("model loads", f"in {time.perf_counter() - started:.1f} s")
    text = "\n\n".join([PROBE] * PROBE_TIMES)
    step = len(PROBE) + 2
    zones = tuple(Segment(Zone.BODY, i * step, i * step + len(PROBE)) for i in range(PROBE_TIMES))
    coder.code(Article(PROBE, zones[:1]))
    started = time.perf_counter()
    coded = coder.code(Article(text, zones))
    speed = len(text.split()) / (time.perf_counter() - started)
    slow = "close other programs, or set OMP_NUM_THREADS=1" if speed < SLOW else ""
    yield Check("speed", f"{speed:,.0f} words a second", slow)
    silent = "" if coded.statements else "the model reads nothing: pip install --force-reinstall its package"
    yield Check(
        "a short reading", f"{len(coded.statements) / PROBE_TIMES:.0f} statements in two sentences", silent
    )


def _model_files(name: str) -> Check:
    """The version of the model's package, and whether its files are those that were published."""
    try:
        package = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return Check("model", f"{name}, not installed as a package", f"pip install {name.replace('_', '-')}")
    checked, spoilt = 0, []
    for file in package.files or ():
        if file.hash and not file.name.endswith(".pyc"):
            checked += 1
            if not _as_published(file):
                spoilt.append(str(file))
    remedy = (
        f"pip install --force-reinstall {name.replace('_', '-')}: {spoilt[0]} was changed" if spoilt else ""
    )
    return Check("model", f"{name} {package.version}, {_fingerprint(package)}, {checked} files", remedy)


def _as_published(file: metadata.PackagePath) -> bool:
    import base64  # noqa: PLC0415
    import hashlib  # noqa: PLC0415

    if file.hash is None:
        return True
    if not Path(file.locate()).exists():
        return False
    digest = hashlib.new(file.hash.mode, file.read_binary()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == file.hash.value


def _fingerprint(package: metadata.Distribution) -> str:
    """One hash over the hashes of the package's files, so that two installations can be compared."""
    import hashlib  # noqa: PLC0415

    hashes = sorted(
        f"{f} {f.hash.value}" for f in package.files or () if f.hash and "dist-info" not in str(f)
    )
    return "sha256 " + hashlib.sha256("\n".join(hashes).encode()).hexdigest()[:16]
