"""A logout, a shutdown or Ctrl+C in the terminal ends the window as its own button does: what is typed is kept."""

from __future__ import annotations

import contextlib
import os
import signal
import socket

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


class PoliteEnd(QSocketNotifier):
    """Closes all windows when the system asks the program to end. Elsewhere than on Unix the system asks the windows.

    Python runs its handlers only between two of its own instructions, of which an idle window executes none; the byte
    that a signal leaves in a socket wakes Qt.
    """

    def __init__(self, app: QApplication) -> None:
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        super().__init__(self._read.fileno(), QSocketNotifier.Type.Read, app)
        self.activated.connect(self._asked)
        if os.name == "posix":
            signal.set_wakeup_fd(self._write.fileno())
            for name in _SIGNALS:
                signal.signal(getattr(signal, name), lambda _number, _frame: None)

    def _asked(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._read.recv(64)
        QApplication.closeAllWindows()
