"""The rules of events are tested by themselves, without what is learned beside them."""

from __future__ import annotations

import pytest

from dragoman.events import likely


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody be likelier than anybody, where no rule tells whom an event concerns."""
    monkeypatch.setattr(likely, "load_weights", lambda _: (0.0, {"nobody": 99.0}))
