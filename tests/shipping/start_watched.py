"""Starts the program as a user does, watches what Python does, closes the window after its first paint, and prints
what was seen as JSON: python start_watched.py [ARGUMENT …]

Run by test_start in a process of its own: an audit hook stays for ever. What native code does is not seen here.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

SEEN: dict[str, list[str]] = {"network": [], "written": [], "modules": [], "painted": []}
_NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind", "socket.sendto")
_MADE = ("os.mkdir", "os.rename", "os.link", "os.symlink", "shutil.copyfile", "sqlite3.connect", "os.truncate")


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in _NETWORK:
        SEEN["network"].append(f"{event} {arguments[1:]}")
    elif event == "open":
        path, _, flags = arguments
        if isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and isinstance(path, (str, bytes)):
            SEEN["written"].append(os.fsdecode(path))
    elif event in _MADE and isinstance(arguments[0], (str, bytes)):
        SEEN["written"].append(os.fsdecode(arguments[1] if event == "os.rename" else arguments[0]))


def main() -> None:
    sys.dont_write_bytecode = True
    sys.addaudithook(_watch)
    from PySide6.QtCore import QEvent, QObject, QTimer

    from translator_gui.__main__ import main as program
    from translator_gui.ui.main_window import MainWindow

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not SEEN["painted"]:
                SEEN["painted"].append(type(watched).__name__)
                SEEN["modules"] = sorted({name.partition(".")[0] for name in sys.modules})
                QTimer.singleShot(300, watched, watched.window().close)
            return False

    shown, watcher = MainWindow.showEvent, FirstPaint()

    def show(window: MainWindow, event: object) -> None:
        window.installEventFilter(watcher)
        shown(window, event)

    MainWindow.showEvent = show
    code = program(sys.argv[1:])
    SEEN["written"] = sorted({str(Path(path).absolute()) for path in SEEN["written"]})
    print(json.dumps(SEEN))
    sys.exit(code)


if __name__ == "__main__":
    main()
