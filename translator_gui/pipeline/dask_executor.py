"""A batch on an existing Dask cluster (extra ``cluster``). The only file that imports ``distributed``.

Workers need this program, the same version, and the engines and models the recipe names; texts go to them and files
come back over the connection, so that they need no folder in common.
"""

from __future__ import annotations

import contextlib
import queue
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from ..kit.errors import InputError, MissingExtraError
from ..kit.extras import install_line
from ..kit.jobs import JobContext
from .executors import WorkerDiedError

A = TypeVar("A")
B = TypeVar("B")
_LOOK = 0.2  # seconds between two looks at the cancel token
_CONNECT = 15.0  # seconds
_AHEAD = 2  # items a thread of the cluster has in hand or waiting


class DaskExecutor:
    """address: of the scheduler, "tcp://host:8786". Raises InputError when nobody answers there, MissingExtraError."""

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client
        except ImportError as error:
            raise MissingExtraError(
                "A cluster needs Dask, which is not installed.", f"Install it: {install_line('cluster')}"
            ) from error
        try:
            client: Any = Client
            self._client = client(address, timeout=_CONNECT, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise InputError(f"No Dask scheduler answers at “{address}”.", "Is it running?", str(error)) from error

    def map_unordered(
        self, work: Callable[[A, JobContext], B], items: Iterable[A], ctx: JobContext
    ) -> Iterator[tuple[int, B | BaseException]]:
        waiting: dict[Any, int] = {}
        ready: queue.SimpleQueue[Any] = queue.SimpleQueue()
        numbered = enumerate(items)
        more = True
        try:
            while True:
                ctx.check()
                while more and len(waiting) < self._wanted():
                    following = next(numbered, None)
                    if following is None:
                        more = False
                        break
                    # Not pure: equal articles are done each for itself; retries are the scheduler's own.
                    future = self._client.submit(_call, work, following[1], pure=False)
                    waiting[future] = following[0]
                    future.add_done_callback(ready.put)
                if not waiting:
                    return
                with contextlib.suppress(queue.Empty):
                    future = ready.get(timeout=_LOOK)
                    if future in waiting:
                        yield waiting.pop(future), _result(future)
        finally:
            if waiting:
                self._client.cancel(list(waiting), force=True)
            self._client.close()

    def _wanted(self) -> int:
        threads: int = sum(self._client.nthreads().values())
        return max(2, _AHEAD * threads)


def _call(work: Callable[..., Any], item: Any) -> Any:
    return work(item, JobContext())


def _result(future: Any) -> Any:
    from distributed import CancelledError
    from distributed.scheduler import KilledWorker

    try:
        error = future.exception()
        result = future.result() if error is None else error
    except CancelledError as lost:
        return WorkerDiedError(detail=str(lost))
    finally:
        future.release()
    return WorkerDiedError(detail=str(result)) if isinstance(result, KilledWorker) else result
