"""Where a batch runs: in this process, or in several of this machine. A cluster: see dask_executor.py.

Every worker process has a pipe of its own, so that one that dies takes nothing with it but the item it had, which is
tried once more, in a new process; a lock that all of them share would be held by the dead one for ever.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from multiprocessing import connection, get_context, parent_process
from typing import Any, TypeVar

from ..kit.errors import AppError, Cancelled, InputError
from ..kit.jobs import JobContext

A = TypeVar("A")
B = TypeVar("B")
_LOOK = 0.2  # seconds between two looks at the cancel token
_TRIES = 2


class WorkerDiedError(AppError):
    """The process that did an item ended in the middle of it, each time it was tried."""

    def __init__(self, message: str = "", hint: str = "", detail: str = "") -> None:
        message = message or "The worker process ended in the middle of it."
        super().__init__(message, hint or "It may have run out of memory. Try fewer jobs, or a smaller file.", detail)


class InProcess:
    """One item after another, here."""

    def map_unordered(
        self, work: Callable[[A, JobContext], B], items: Iterable[A], ctx: JobContext
    ) -> Iterator[tuple[int, B | BaseException]]:
        quiet = replace(ctx, progress=lambda done, total, text: None)
        for index, item in enumerate(items):
            ctx.check()
            result: B | BaseException
            try:
                result = work(item, quiet)
            except Cancelled:
                raise
            except Exception as error:  # noqa: BLE001 - an exception is a result
                result = error
            yield index, result


@dataclass
class _Asked:
    """An item on its way. tries: how many processes have had it."""

    index: int
    item: Any
    tries: int = 0


class _Worker:
    """A process and the parent's end of its pipe."""

    def __init__(self, work: Callable[..., Any]) -> None:
        # Spawned, not forked: models and threads of this process must not be half copied, and Windows has nothing else.
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, work), daemon=True)
        self.process.start()
        theirs.close()
        self.asked: _Asked | None = None

    def give(self, asked: _Asked) -> bool:
        """False when the process is gone."""
        self.asked = asked
        asked.tries += 1
        try:
            self.pipe.send(asked.item)
        except (BrokenPipeError, ConnectionError, OSError):
            return False
        return True

    def end(self) -> None:
        self.process.terminate()
        self.process.join(2)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.pipe.close()
        self.process.close()


class Processes:
    """``jobs`` processes, each with its own models. Raises InputError for jobs < 1."""

    def __init__(self, jobs: int) -> None:
        if jobs < 1:
            raise InputError("The number of processes must be at least 1.", "Try --jobs 2.")
        self.jobs = jobs
        self.pids: list[int] = []  # of the workers that run, for those who watch

    def map_unordered(
        self, work: Callable[[A, JobContext], B], items: Iterable[A], ctx: JobContext
    ) -> Iterator[tuple[int, B | BaseException]]:
        crew = _Crew(self.jobs, work, iter(items), self.pids)
        try:
            yield from crew.results(ctx)
        finally:
            crew.close()


class _Crew:
    def __init__(self, jobs: int, work: Callable[..., Any], items: Iterator[Any], pids: list[int]) -> None:
        self._work, self._jobs = work, jobs
        self._items = (_Asked(index, item) for index, item in enumerate(items))
        self._again: deque[_Asked] = deque()
        self._workers: list[_Worker] = []
        self._pids = pids

    def results(self, ctx: JobContext) -> Iterator[tuple[int, Any]]:
        while True:
            ctx.check()
            yield from self._employ()
            busy = {worker.pipe: worker for worker in self._workers if worker.asked is not None}
            if not busy:
                return
            for pipe in connection.wait(list(busy), _LOOK):
                worker = busy[pipe]  # type: ignore[index]
                found = self._received(worker)
                if found is not None:
                    # The next item goes out before the caller writes this one's files.
                    yield from self._employ()
                    yield found

    def _employ(self) -> Iterator[tuple[int, Any]]:
        """Give every idle worker an item, and hire where there is more to do; yields items nobody can do."""
        while True:
            idle = next((worker for worker in self._workers if worker.asked is None), None)
            if idle is None and len(self._workers) >= self._jobs:
                return
            asked = self._again.popleft() if self._again else next(self._items, None)
            if asked is None:
                return
            if idle is None:
                idle = _Worker(self._work)
                self._workers.append(idle)
                self._pids[:] = [worker.process.pid or 0 for worker in self._workers]
            if not idle.give(asked) and (lost := self._lost(idle)) is not None:
                yield lost

    def _received(self, worker: _Worker) -> tuple[int, Any] | None:
        asked = worker.asked
        assert asked is not None
        try:
            result = worker.pipe.recv()
        except (EOFError, ConnectionError, OSError, pickle.UnpicklingError):
            return self._lost(worker)
        worker.asked = None
        return asked.index, result

    def _lost(self, worker: _Worker) -> tuple[int, Any] | None:
        """The process is gone: its item goes to another one, or is given up."""
        asked, code = worker.asked, worker.process.exitcode
        self._workers.remove(worker)
        worker.end()
        self._pids[:] = [each.process.pid or 0 for each in self._workers]
        if asked is not None and asked.tries < _TRIES:
            self._again.append(asked)
            return None
        return (asked.index, WorkerDiedError(detail=f"exit code {code}")) if asked is not None else None

    def close(self) -> None:
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.end()
        self._workers, self._pids[:] = [], []


def _serve(pipe: connection.Connection, work: Callable[..., Any]) -> None:
    """The life of a worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's business: it ends us
    threading.Thread(target=_die_with_parent, daemon=True).start()
    while True:
        try:
            item = pipe.recv()
        except (EOFError, OSError):
            return
        result: Any
        try:
            result = work(item, JobContext())
        except Exception as error:  # noqa: BLE001 - an exception is a result
            result = error
        try:
            pipe.send(result)
        except (pickle.PicklingError, TypeError, AttributeError) as error:
            pipe.send(RuntimeError(f"{type(result).__name__}: {result} ({error})"))
        except OSError:
            return  # the parent is gone


def _die_with_parent() -> None:
    """A parent that was killed tells nobody; an item in hand would go on for hours."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
