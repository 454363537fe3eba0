"""Worker processes that share out work, give back what is small, and are missed if they die."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import queue
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
Work = Callable[[Task], Result]

FEW = 4  # pieces of work for which no process is worth its start
AHEAD = 2  # pieces of work that a worker has at once, so that it need not wait for the next
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class WorkerError(RuntimeError):
    """A worker process died over a piece of work."""


def cores() -> int:
    """How many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def share_out(
    start: Callable[[], Work[Task, Result]], tasks: Iterable[Task], *, workers: int | None = None
) -> Iterator[tuple[Task, Result | Exception]]:
    """Pieces of work with their results, or with what went wrong, in the order in which they were given.

    Args:
        start: makes what does the work, once in each process; both must be picklable.
        tasks: the pieces of work; taken as they are needed.
        workers: how many processes; by default one a core. One, or a few pieces of work, need no process.
    """
    coming = iter(tasks)
    first = list(islice(coming, FEW))
    count = workers or cores()
    everything = chain(first, coming)
    if count == 1 or len(first) < FEW:
        yield from _here(start, everything)
    else:
        with _Team(start, count) as team:
            yield from team.results(everything)


def _here(
    start: Callable[[], Work[Task, Result]], tasks: Iterable[Task]
) -> Iterator[tuple[Task, Result | Exception]]:
    work: Work[Task, Result] | None = None
    try:
        for task in tasks:
            try:
                work = work or start()
                result: Result | Exception = work(task)
            except Exception as error:
                result = error
            yield task, result
    finally:
        if close := getattr(work, "close", None):  # what holds files or connections
            close()


@dataclass(slots=True)
class _Piece(Generic[Task, Result]):
    task: Task
    result: Result | Exception | None = None
    done: bool = False


@dataclass(slots=True, eq=False)
class _Worker(Generic[Task, Result]):
    process: Any
    pipe: Connection
    pieces: deque[_Piece[Task, Result]] = field(default_factory=deque)


class _Team(Generic[Task, Result]):
    """Some worker processes.

    Args:
        start: makes what does the work.
        count: how many processes.
    """

    def __init__(self, start: Callable[[], Work[Task, Result]], count: int) -> None:
        self._start = start
        self._context = multiprocessing.get_context("spawn")  # nothing of this process comes along
        self._workers = [self._hired() for _ in range(count)]

    def __enter__(self) -> _Team[Task, Result]:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.pipe.close()  # which ends it
        for worker in self._workers:
            worker.process.join(5)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()

    def results(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | Exception]]:
        coming = iter(tasks)
        order: deque[_Piece[Task, Result]] = deque()
        most = 4 * AHEAD * len(self._workers)  # pieces that wait for an earlier one
        while True:
            self._hand_out(coming, order, most)
            if not order:
                return
            while order and order[0].done:
                piece = order.popleft()
                yield piece.task, piece.result  # type: ignore[misc]
            if order:
                self._take_in()

    def _hand_out(self, coming: Iterator[Task], order: deque[_Piece[Task, Result]], most: int) -> None:
        for worker in sorted(self._workers, key=lambda w: len(w.pieces)):
            while len(worker.pieces) < AHEAD and len(order) < most:
                try:
                    piece: _Piece[Task, Result] = _Piece(next(coming))
                except StopIteration:
                    return
                order.append(piece)
                worker.pieces.append(piece)
                self._send(worker, piece)

    def _send(self, worker: _Worker[Task, Result], piece: _Piece[Task, Result]) -> None:
        with suppress(OSError):  # it died; reading from it tells so
            worker.pipe.send(piece.task)

    def _take_in(self) -> None:
        """Wait for results, and take them in."""
        for ready in wait([w.pipe for w in self._workers if w.pieces]):
            worker = next(w for w in self._workers if w.pipe is ready)
            try:
                result = worker.pipe.recv()
            except (EOFError, OSError):
                self._replace(worker)
            else:
                piece = worker.pieces.popleft()
                piece.result, piece.done = result, True

    def _replace(self, worker: _Worker[Task, Result]) -> None:
        """Hire another worker for one that died; what it was at is told, the rest is handed over."""
        worker.process.join()
        fatal, left = worker.pieces.popleft(), worker.pieces
        code = worker.process.exitcode
        fatal.result, fatal.done = WorkerError(f"the process that coded it died (exit code {code})"), True
        worker.pipe.close()
        new = self._hired()
        self._workers[self._workers.index(worker)] = new
        for piece in left:
            new.pieces.append(piece)
            self._send(new, piece)

    def _hired(self) -> _Worker[Task, Result]:
        ours, theirs = self._context.Pipe()
        kept = {name: os.environ.get(name) for name in _THREADS}
        os.environ.update({name: kept[name] or "1" for name in _THREADS})  # a process is a thread
        try:
            process = self._context.Process(target=_serve, args=(theirs, self._start), daemon=True)
            process.start()
        finally:
            for name, value in kept.items():
                if value is None:
                    del os.environ[name]
        theirs.close()
        return _Worker(process, ours)


def _serve(pipe: Connection, start: Callable[[], Work[Any, Any]]) -> None:
    """What a worker process does until its pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that hired it sees to the end
    tasks: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, tasks), daemon=True).start()
    work: Work[Any, Any] | None = None
    while True:
        task = tasks.get()
        try:
            work = work or start()
            result = work(task)
        except Exception as error:
            result = _portable(error)
        pipe.send(result)


def _receive(pipe: Connection, tasks: queue.SimpleQueue[Any]) -> None:
    """Take tasks in as they come, so that who sends them never waits; end with the pipe."""
    while True:
        try:
            tasks.put(pipe.recv())
        except (EOFError, OSError):
            os._exit(0)  # the other side is gone, whatever is being worked at


def _portable(error: Exception) -> Exception:
    """An error that can be sent."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
