"""Batches side by side: numpy's matrix products on one thread each, as many batches at once as there are cores.

Half of a transformer's time in numpy is not in matrix products, which are all that BLAS itself spreads over cores.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

A = TypeVar("A")
B = TypeVar("B")


_here = threading.local()


@contextmanager
def one_core() -> Iterator[None]:
    """Within it this thread works on one core: for one of several processes that share the machine, and for figures
    that are the same to the last bit wherever they are computed. BLAS is held back in the whole process."""
    before = getattr(_here, "alone", False)
    _here.alone = True
    try:
        with threadpool_limits(limits=1, user_api="blas"):
            yield
    finally:
        _here.alone = before


def cores() -> int:
    """Cores this thread may use, at most four: more would take too much memory at once."""
    if getattr(_here, "alone", False):
        return 1
    try:
        free = len(os.sched_getaffinity(0))
    except AttributeError:  # only Linux knows
        free = os.cpu_count() or 1
    return max(1, min(4, free))


def side_by_side(work: Callable[[A], B], batches: Sequence[A]) -> list[B]:
    """``work`` of every batch, in order. The first exception stops what has not begun and is raised."""
    if len(batches) < 2 or cores() == 1:
        return [work(batch) for batch in batches]
    with threadpool_limits(limits=1, user_api="blas"), ThreadPoolExecutor(cores()) as pool:
        futures = [pool.submit(work, batch) for batch in batches]
        try:
            return [future.result() for future in futures]
        except BaseException:
            for future in futures:
                future.cancel()
            raise
