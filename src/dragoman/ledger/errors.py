"""What goes wrong with a ledger: each message names the ledger, the place in it and the remedy."""

from __future__ import annotations


class LedgerError(ValueError):
    """A ledger that cannot be used, or what cannot be put into one."""


class NoLedgerError(LedgerError):
    """There is no ledger under this name."""


class NewerLedgerError(LedgerError):
    """The ledger was written by a newer Dragoman."""


class BusyLedgerError(LedgerError):
    """Another program writes to the ledger and does not come to an end."""


class NoArticleError(LedgerError, LookupError):
    """The ledger has no article of this id."""
