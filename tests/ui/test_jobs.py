from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread

from translator_gui.kit.errors import EngineError
from translator_gui.ui.jobs import JobHandle, JobRunner


@pytest.fixture
def runner(qtbot) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    assert made.close(5)


def watch(job: JobHandle) -> list[str]:
    seen: list[str] = []
    job.succeeded.connect(lambda value: seen.append(f"succeeded {value}"))
    job.cancelled.connect(lambda: seen.append("cancelled"))
    job.failed.connect(lambda error: seen.append(f"failed {error}"))
    job.finished.connect(lambda: seen.append("finished"))
    return seen


def wait_for_ever(ctx) -> None:
    ctx.token.wait(60)


def refuse(ctx) -> None:
    raise EngineError("No answer.", "Try later.")


@pytest.mark.parametrize("lane", ["interactive", "bulk", "model"])
def test_a_job_that_succeeds(qtbot, runner: JobRunner, lane: str) -> None:
    job = runner.submit("sum", lambda ctx: 1 + 1, lane)
    seen = watch(job)  # connected after submitting, and still nothing is missed
    qtbot.waitUntil(lambda: job.is_over)
    assert seen == ["succeeded 2", "finished"]
    assert runner.jobs() == []


def test_a_job_that_fails_says_why(qtbot, runner: JobRunner) -> None:
    job = runner.submit("ask", refuse)
    seen = watch(job)
    qtbot.waitUntil(lambda: job.is_over)
    assert seen == ["failed No answer. Try later.", "finished"]


def test_cancelling_while_it_runs_and_before(qtbot, runner: JobRunner) -> None:
    running, waiting = runner.submit("one", wait_for_ever), runner.submit("two", wait_for_ever)
    seen, seen_too = watch(running), watch(waiting)
    qtbot.waitUntil(lambda: running.state == "running")
    waiting.cancel()
    running.cancel()
    qtbot.waitUntil(lambda: waiting.is_over)
    assert seen == ["cancelled", "finished"]
    assert seen_too == ["cancelled", "finished"]


def test_work_is_elsewhere_and_answers_are_here(qtbot, runner: JobRunner) -> None:
    here, threads = threading.current_thread(), []
    job = runner.submit("where", lambda ctx: threads.append(threading.current_thread()))
    job.succeeded.connect(lambda _: threads.append(threading.current_thread()))
    qtbot.waitUntil(lambda: job.is_over)
    assert threads[0] is not here
    assert threads[1] is here
    assert QThread.currentThread() is runner.thread()


def test_progress_keeps_the_latest(qtbot, runner: JobRunner) -> None:
    def work(ctx) -> None:
        for number in range(1, 501):
            ctx.progress(number, 500, f"{number}")

    job = runner.submit("count", work)
    seen: list[tuple[int, int, str]] = []
    job.progressed.connect(lambda *args: seen.append(args))
    qtbot.waitUntil(lambda: job.is_over)
    assert seen[-1] == (500, 500, "500")
    assert [number for number, _, _ in seen] == sorted(number for number, _, _ in seen)


def test_what_is_posted_arrives_in_order_before_the_outcome(qtbot, runner: JobRunner) -> None:
    seen: list[object] = []

    def work(ctx) -> None:
        for number in range(300):
            runner.post(lambda number=number: seen.append(number))

    job = runner.submit("post", work)
    job.succeeded.connect(lambda _: seen.append("done"))
    qtbot.waitUntil(lambda: job.is_over)
    assert seen == [*range(300), "done"]


def test_quiet_jobs_are_not_announced(qtbot, runner: JobRunner) -> None:
    announced: list[str] = []
    runner.started.connect(lambda job: announced.append(job.title))
    quiet, loud = runner.submit("quiet", lambda ctx: 1, quiet=True), runner.submit("loud", lambda ctx: 1)
    qtbot.waitUntil(lambda: quiet.is_over and loud.is_over)
    assert announced == ["loud"]


def test_lanes_do_not_wait_for_each_other(qtbot, runner: JobRunner) -> None:
    slow = runner.submit("slow", wait_for_ever, "model")
    quick = runner.submit("quick", lambda ctx: "done", "interactive")
    qtbot.waitUntil(lambda: quick.is_over)
    assert not slow.is_over
    slow.cancel()
    qtbot.waitUntil(lambda: slow.is_over)


def test_closing_does_not_wait_for_the_stubborn(qtbot) -> None:
    runner, release = JobRunner(), threading.Event()
    job = runner.submit("stubborn", lambda ctx: release.wait(60))
    qtbot.waitUntil(lambda: job.state == "running")
    assert runner.close(0.05) is False
    release.set()


def test_an_unknown_lane_is_a_mistake(qtbot, runner: JobRunner) -> None:
    with pytest.raises(ValueError, match="no lane"):
        runner.submit("x", lambda ctx: 1, "express")
