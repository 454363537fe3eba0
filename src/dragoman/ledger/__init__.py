"""The ledger: what many reports put on record, kept in SQLite or PostgreSQL."""

from dragoman.ledger.errors import (
    BusyLedgerError,
    LedgerError,
    NewerLedgerError,
    NoArticleError,
    NoLedgerError,
)
from dragoman.ledger.standing import Plan, Standing
from dragoman.ledger.store import Ledger, Run

__all__ = [
    "BusyLedgerError",
    "Ledger",
    "LedgerError",
    "NewerLedgerError",
    "NoArticleError",
    "NoLedgerError",
    "Plan",
    "Run",
    "Standing",
]
