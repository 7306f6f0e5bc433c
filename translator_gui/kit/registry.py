"""Name -> "module:attribute", imported on first use; plug-ins join through entry points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Generic, TypeVar, cast

from .errors import InputError

T = TypeVar("T")


def load(path: str) -> object:
    """Import "package.module:attribute"."""
    module, _, attribute = path.partition(":")
    return getattr(import_module(module), attribute)


class Registry(Generic[T]):
    """An ordered table of things that are imported only when asked for."""

    def __init__(self, what: str, table: Mapping[str, str], group: str | None = None) -> None:
        self._what, self._table, self._group = what, dict(table), group
        self._plugins_read = group is None

    def _read_plugins(self) -> None:
        if not self._plugins_read:
            # Reading the metadata of what is installed costs as much as a window: only when a plug-in may be there.
            from importlib.metadata import entry_points

            self._plugins_read = True
            for point in entry_points(group=self._group or ""):
                self._table.setdefault(point.name, point.value)

    def add(self, name: str, path: str) -> None:
        self._table[name] = path

    def names(self) -> list[str]:
        self._read_plugins()
        return list(self._table)

    def __contains__(self, name: object) -> bool:
        self._read_plugins()
        return name in self._table

    def __iter__(self) -> Iterator[str]:
        return iter(self.names())

    def get(self, name: str) -> T:
        """The registered object. Raises InputError for an unknown name."""
        self._read_plugins()
        if name not in self._table:
            known = ", ".join(self._table)
            raise InputError(f"There is no {self._what} called “{name}”.", f"Known: {known}.")
        return cast(T, load(self._table[name]))
