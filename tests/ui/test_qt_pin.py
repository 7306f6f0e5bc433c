"""The pin on PySide6: 6.12.0 loses a reference to True with each emit and aborts after some 570 of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


def test_twenty_thousand_emits(qtbot) -> None:
    class Sender(QObject):
        nothing = Signal()
        number = Signal(int)

    sender, seen = Sender(), []
    sender.number.connect(seen.append)
    for number in range(20_000):
        sender.nothing.emit()
        sender.number.emit(number)
    assert len(seen) == 20_000
    assert seen[-1] == 19_999
