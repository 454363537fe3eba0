"""Fixtures that every test may use."""

from __future__ import annotations

import pytest

from dragoman.language import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader with the standard English model, loaded once."""
    return Reader()
