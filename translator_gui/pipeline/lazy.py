"""A thing that is built when first asked for, once, whoever asks first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Lazy(Generic[T]):
    """Thread-safe. A build that raises is tried again by the next caller; ``taken`` never builds."""

    def __init__(self, build: Callable[[], T]) -> None:
        self._build, self._lock = build, threading.Lock()
        self._value: list[T] = []

    def get(self) -> T:
        if not self._value:
            with self._lock:
                if not self._value:
                    self._value.append(self._build())
        return self._value[0]

    def taken(self) -> T | None:
        """The value if it was built, and forget it."""
        with self._lock:
            return self._value.pop() if self._value else None
