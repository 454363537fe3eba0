"""Fixtures that every test may use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from dragoman.language import Reader
from dragoman.ledger import Ledger
from postgresql_server import new_database, server

# a busy machine is no fault of the code
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader with the standard English model, loaded once."""
    return Reader()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL server, started once."""
    with server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Names of ledgers that are not there yet, in SQLite and then in PostgreSQL."""
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql")
        return lambda: new_database(url)
    numbers = count()
    return lambda: str(tmp_path / f"ledger-{next(numbers)}.db")


@pytest.fixture
def place(new_place: Callable[[], str]) -> str:
    """The name of a ledger that is not there yet, in SQLite and then in PostgreSQL."""
    return new_place()


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """An empty ledger, in SQLite and then in PostgreSQL."""
    with Ledger.open(place) as opened:
        yield opened
