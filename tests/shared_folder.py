"""Where licensed data and its scorers lie beside a checkout; tests that use them are skipped elsewhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared, which is not in the project")


def run_scorer(script: Path, *arguments: object) -> str:
    """The output of a scorer that lies in the shared folder."""
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
