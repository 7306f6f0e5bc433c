"""Starts the program as a user does, watches what Python does, closes the window after its first paint – or, of an
article, when it is open and all jobs that come of it are done – and prints what was seen as JSON:
python start_watched.py [ARTICLE]

Run by test_start in a process of its own: an audit hook stays for ever. What native code does is not seen here.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

# modules: at the first paint. loaded: at the end. programs: that were started. named: by Qt, what it takes for itself.
SEEN: dict[str, list[str]] = {
    "network": [], "written": [], "modules": [], "loaded": [], "painted": [], "programs": [], "named": [],
}  # fmt: skip
_NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind", "socket.sendto")
_MADE = ("os.mkdir", "os.rename", "os.link", "os.symlink", "shutil.copyfile", "sqlite3.connect", "os.truncate")


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in _NETWORK:
        SEEN["network"].append(f"{event} {arguments[1:]}")
    elif event == "subprocess.Popen":
        SEEN["programs"].append(Path(os.fsdecode(arguments[0])).name)
    elif event == "open":
        path, _, flags = arguments
        if isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and isinstance(path, (str, bytes)):
            SEEN["written"].append(os.fsdecode(path))
    elif event in _MADE and isinstance(arguments[0], (str, bytes)):
        SEEN["written"].append(os.fsdecode(arguments[1] if event == "os.rename" else arguments[0]))


def _modules() -> list[str]:
    return sorted({name.partition(".")[0] for name in sys.modules})


def main() -> None:
    sys.dont_write_bytecode = True
    sys.addaudithook(_watch)
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    from translator_gui.__main__ import main as program
    from translator_gui.ui.main_window import MainWindow

    class FirstPaint(QObject):
        rested = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not SEEN["painted"]:
                SEEN["painted"].append(type(watched).__name__)
                SEEN["modules"] = _modules()
                QTimer.singleShot(300, watched, lambda: self.look(watched.window()))
            return False

        def look(self, window: MainWindow) -> None:
            """Close it when it has what it was asked for, and has been at rest for a second."""
            desk = window.desk
            ready = not sys.argv[1:] or (desk.session is not None and not desk.runner.jobs())
            self.rested = self.rested + 1 if ready else 0
            if not sys.argv[1:] or self.rested > 10:
                window.close()
            else:
                QTimer.singleShot(100, window, lambda: self.look(window))

    shown, watcher = MainWindow.showEvent, FirstPaint()

    def show(window: MainWindow, event: object) -> None:
        window.installEventFilter(watcher)
        shown(window, event)

    MainWindow.showEvent = show
    code = program(sys.argv[1:])
    SEEN["loaded"], SEEN["named"] = _modules(), QApplication.arguments()
    SEEN["written"] = sorted({str(Path(path).absolute()) for path in SEEN["written"]})
    print(json.dumps(SEEN))
    sys.exit(code)


if __name__ == "__main__":
    main()
