"""What a run of the command line gives in tests."""

from __future__ import annotations

from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]  # of the arguments: exit code, standard output, standard error
