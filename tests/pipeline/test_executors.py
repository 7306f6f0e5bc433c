"""Executors: every item once, whatever happens to a worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.batch_work import act
from translator_gui.kit.errors import Cancelled, InputError
from translator_gui.kit.jobs import JobContext
from translator_gui.pipeline.executors import InProcess, Processes, WorkerDiedError

ROOT = Path(__file__).resolve().parents[2]


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z"


@pytest.mark.parametrize("executor", [InProcess(), Processes(2)], ids=["here", "processes"])
def test_results_and_exceptions_each_once(executor: InProcess | Processes) -> None:
    items = [("say", str(number)) for number in range(8)]
    items[3] = ("fail", "a hint")
    found = dict(executor.map_unordered(act, items, JobContext()))
    assert sorted(found) == list(range(8))
    error = found.pop(3)
    assert isinstance(error, InputError)
    assert error.hint == "a hint"
    assert found == {number: f"say {number}" for number in range(8) if number != 3}


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_a_dying_worker_costs_its_item_alone(tmp_path: Path) -> None:
    items = [("say", "0"), ("die", ""), ("die-once", str(tmp_path / "mark")), ("unpicklable", "x"), ("say", "4")]
    found = dict(Processes(2).map_unordered(act, items, JobContext()))
    assert isinstance(found[1], WorkerDiedError)
    assert found[2] == f"die-once {tmp_path / 'mark'}"
    assert isinstance(found[3], Exception)
    assert (found[0], found[4]) == ("say 0", "say 4")


def test_items_are_taken_as_needed_and_a_cancel_ends_the_workers() -> None:
    taken: list[int] = []

    def items() -> Iterator[tuple[str, str]]:
        for number in range(1_000):
            taken.append(number)
            yield ("say", "") if number < 2 else ("sleep", "60")

    ctx, executor = JobContext(), Processes(2)
    results = executor.map_unordered(act, items(), ctx)
    next(results)
    next(results)
    pids = list(executor.pids)
    ctx.token.cancel()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        next(results)
    assert time.monotonic() - started < 20
    assert len(taken) <= 5
    assert executor.pids == []
    assert all(gone(pid) for pid in pids)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at processes through /proc")
def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from tests.pipeline.batch_work import act\n"
        "from translator_gui.kit.jobs import JobContext\n"
        "from translator_gui.pipeline.executors import Processes\n"
        "if __name__ == '__main__':\n"
        "    executor = Processes(1)\n"
        "    for _ in executor.map_unordered(act, [('say', ''), ('sleep', '600')], JobContext()):\n"
        "        print(executor.pids[0], flush=True)\n"
    )
    path = tmp_path / "script.py"
    path.write_text(script)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    parent = subprocess.Popen([sys.executable, str(path)], stdout=subprocess.PIPE, text=True, env=environment)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    end = time.monotonic() + 30
    while not gone(pid) and time.monotonic() < end:
        time.sleep(0.05)
    assert gone(pid)


def test_less_than_one_process_is_refused() -> None:
    with pytest.raises(InputError):
        Processes(0)
