"""Many reports: read and coded by several processes, and stored one by one."""

from dragoman.bulk.adding import Added, add_reports
from dragoman.bulk.pool import WorkerError
from dragoman.bulk.recoding import Recoded, recode

__all__ = ["Added", "Recoded", "WorkerError", "add_reports", "recode"]
