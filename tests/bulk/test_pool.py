"""Work shared out among processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.bulk import WorkerError
from dragoman.bulk.pool import cores, share_out


class Doubling:
    """Doubles numbers; some it refuses, over one its process dies."""

    def __call__(self) -> Callable[[int], tuple[int, int]]:
        return self.double

    def double(self, number: int) -> tuple[int, int]:
        if number == 13:
            raise ValueError("unlucky")
        if number == 99:
            os._exit(7)
        if number % 5 == 0:
            time.sleep(0.02)
        return 2 * number, os.getpid()


def doubles(numbers: list[int], workers: int) -> list[object]:
    results = list(share_out(Doubling(), numbers, workers=workers))
    assert [task for task, _ in results] == numbers
    return [r if isinstance(r, Exception) else r[0] for _, r in results]


def test_results_come_in_order_and_errors_leave_the_others() -> None:
    numbers = list(range(40))
    results = doubles(numbers, 2)
    assert str(results.pop(13)) == "unlucky"
    assert results == [2 * n for n in numbers if n != 13]


def test_several_processes_work() -> None:
    processes = {r[1] for _, r in share_out(Doubling(), range(40), workers=2) if not isinstance(r, Exception)}
    assert len(processes) == 2
    assert os.getpid() not in processes


@pytest.mark.parametrize(("count", "workers"), [(2, 2), (9, 1)])
def test_little_work_needs_no_process(count: int, workers: int) -> None:
    found = {
        r[1] for _, r in share_out(Doubling(), range(count), workers=workers) if not isinstance(r, Exception)
    }
    assert found == {os.getpid()}


def test_a_process_that_dies_is_told_and_replaced() -> None:
    numbers = [1, 2, 99, 3, 4, 99, 5, 6, 7, 8]
    results = doubles(numbers, 2)
    died = [r for r in results if isinstance(r, WorkerError)]
    assert [str(error) for error in died] == ["the process that coded it died (exit code 7)"] * 2
    assert [r for r in results if not isinstance(r, WorkerError)] == [2 * n for n in numbers if n != 99]


def test_large_tasks_and_results_block_nobody() -> None:
    tasks = ["x" * 300_000 + str(n) for n in range(12)]
    results = list(share_out(Echo(), tasks, workers=2))
    assert [result for _, result in results] == tasks


class Echo:
    """Gives back what it is given."""

    def __call__(self) -> Callable[[str], str]:
        return str


def test_processes_end_with_the_one_that_hired_them(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import os, time\n"
        "from dragoman.bulk.pool import share_out\n"
        "class Start:\n"
        "    def __call__(self): return work\n"
        "def work(n):\n"
        "    return os.getpid()\n"
        "if __name__ == '__main__':\n"
        "    for _, pid in share_out(Start(), iter(range(10**9)), workers=2):\n"
        "        print(pid, flush=True)\n"
    )
    running = subprocess.Popen([sys.executable, str(program)], stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    hired = {int(running.stdout.readline()) for _ in range(20)}
    running.kill()
    running.wait()
    running.stdout.close()
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and any(_runs(pid) for pid in hired):
        time.sleep(0.05)
    assert not [pid for pid in hired if _runs(pid)]


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_the_cores_are_counted() -> None:
    assert cores() >= 1
