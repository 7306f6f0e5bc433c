"""One window for all files: a second start hands its file to the window that is open, and ends.

A lock says who has the window (it goes with its process, however that ends); a local socket, for this user only, is
the letter box. Each home of the app (TRANSLATOR_GUI_HOME) has a window of its own.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLockFile, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from ..kit.paths import config_dir, runtime_dir

if TYPE_CHECKING:
    from .main_window import MainWindow

_LOG = logging.getLogger("translator_gui.ui")
_PATIENCE = 4.0  # seconds for a window that is just starting, or busy
_LONGEST_SOCKET = 100  # bytes: the system takes 108
_LONGEST_LETTER = 1 << 16
_THANKS = b"ok\n"
_LOOK_AGAIN = 200  # ms


class Door(QObject):
    """filesArrived(files: list[Path], token: str): another start wants them opened here; an empty list asks for the
    window alone. token: what the desktop gave the other start, so that it lets us come to the front."""

    filesArrived = Signal(object, str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.address = _address()
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None
        self._letters: dict[QLocalSocket, bytes] = {}
        if sys.platform == "darwin":  # the Finder tells the running program itself
            app.installEventFilter(self)

    def own(self) -> bool:
        """Become the one with the window. False when another process is; True too where no address can be had."""
        if not self.address:
            return True
        lock = QLockFile(f"{self.address}.lock" if os.path.isabs(self.address) else _lock_file(self.address))
        lock.setStaleLockTime(0)  # old is not stale: only a process that is gone
        if not lock.tryLock(0):
            return lock.error() is not QLockFile.LockError.LockFailedError
        self._lock = lock
        QLocalServer.removeServer(self.address)  # what a killed process left behind
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._visited)
        if not server.listen(self.address):
            _LOG.warning("no address for other starts: %s", server.errorString())
        self._server = server
        return True

    def hand_over(self, files: Sequence[Path]) -> bool:
        """Give ``files`` to the process with the window. False when it does not answer, or has gone: we own it now."""
        token = os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID", "")
        letter = json.dumps({"files": [str(file.absolute()) for file in files], "token": token}).encode() + b"\n"
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            if self._deliver(letter):
                return True
            if self.own():
                return False
            time.sleep(0.05)
        _LOG.warning("the open window does not answer; opening another one")
        return False

    def _deliver(self, letter: bytes) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self.address)
        if not socket.waitForConnected(500):
            return False
        socket.write(letter)
        socket.flush()
        answer = b""
        while len(answer) < len(_THANKS) and socket.waitForReadyRead(int(_PATIENCE * 1000)):
            answer += bytes(socket.readAll().data())
        return answer == _THANKS

    # -- the window's side ----------------------------------------------------------------------------------------

    def _visited(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            self._letters[socket] = b""
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(lambda socket=socket: self._forget(socket))
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket not in self._letters:
            return
        self._letters[socket] += bytes(socket.readAll().data())
        letter = self._letters[socket]
        if not letter.endswith(b"\n"):
            if len(letter) > _LONGEST_LETTER:
                socket.abort()
            return
        self._letters[socket] = b""
        try:
            given = json.loads(letter)
            files, token = [Path(name) for name in given["files"]], str(given["token"])
        except (ValueError, KeyError, TypeError):
            _LOG.warning("a letter that makes no sense")
            socket.abort()
            return
        socket.write(_THANKS)
        socket.flush()
        self.filesArrived.emit(files, token)

    def _forget(self, socket: QLocalSocket) -> None:
        self._letters.pop(socket, None)
        socket.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.filesArrived.emit([Path(event.file())], "")
            return True
        return False

    def close(self) -> None:
        """Let the next start have the window."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def receive(window: MainWindow, files: Sequence[Path], token: str) -> None:
    """Bring the window to the front and open the file, as soon as no question stands in front of it."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt hands it to the compositor
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
    if files:
        _open_when_free(window, files[0])


def _open_when_free(window: MainWindow, file: Path) -> None:
    if QApplication.activeModalWidget() is not None:
        QTimer.singleShot(_LOOK_AGAIN, window, lambda: _open_when_free(window, file))
    else:
        window.desk.open_path(file)


def _address() -> str:
    """Where the window of this user and this home can be reached; "" where there is no private place for it."""
    home = hashlib.blake2b(os.fsencode(config_dir()), digest_size=6).hexdigest()
    name = f"translator-gui-{home}"
    if sys.platform == "win32":
        return name
    try:
        folder = runtime_dir()
        private = folder.stat().st_uid == os.getuid()
    except OSError as error:
        _LOG.info("no folder for a socket: %s", error)
        return ""
    path = str(folder / name)
    return path if private and len(os.fsencode(path)) <= _LONGEST_SOCKET else ""


def _lock_file(name: str) -> str:
    """Windows: pipes have no folder, locks need one."""
    return str(runtime_dir() / f"{name}.lock")
