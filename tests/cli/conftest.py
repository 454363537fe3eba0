from __future__ import annotations

import pytest

from command_line import Run
from dragoman import cli


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """A run of the command line: exit code, standard output, standard error."""

    def call(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            cli.main([str(a) for a in arguments])
        out, err = capfd.readouterr()
        return int(ended.value.code or 0), out, err

    return call
