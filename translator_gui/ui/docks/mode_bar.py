"""The row of modes at the top of a list panel ("Segment", "Article" …) with the count of what is listed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from ..controls import label, row


class ModeBar(QWidget):
    """names: the modes by number; spoken: what screen readers say, "Findings: {0}"; chosen: the number at first; run:
    called with the number of a mode the user chooses. ``group`` and ``count`` are for the panel."""

    def __init__(self, names: Sequence[str], spoken: str, chosen: int, run: Callable[[int], None]) -> None:
        super().__init__()
        self.group, self.count = QButtonGroup(self), label(role="muted")
        self.setLayout(row(spacing=4, margins=(8, 6, 8, 6)))
        for number, name in enumerate(names):
            button = QToolButton()
            button.setText(name)
            button.setAccessibleName(spoken.format(name))
            button.setCheckable(True)
            button.setChecked(number == chosen)
            self.group.addButton(button, number)
            self.layout().addWidget(button)
        self.layout().addStretch(1)
        self.layout().addWidget(self.count)
        self.group.idClicked.connect(run)
