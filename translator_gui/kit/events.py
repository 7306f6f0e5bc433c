"""A typed, synchronous event bus: handlers run in the publisher's thread, in the order they subscribed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

E = TypeVar("E")


class EventBus:
    """publish(event) calls every handler subscribed to type(event)."""

    def __init__(self) -> None:
        self._handlers: dict[type, list[Callable[[Any], None]]] = defaultdict(list)

    def subscribe(self, kind: type[E], handler: Callable[[E], None]) -> Callable[[], None]:
        """Returns a function that ends the subscription."""
        self._handlers[kind].append(handler)
        return lambda: self._handlers[kind].remove(handler) if handler in self._handlers[kind] else None

    def publish(self, event: object) -> None:
        for handler in tuple(self._handlers[type(event)]):
            handler(event)
