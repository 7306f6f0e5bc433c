"""A known failure that needs an answer: what is wrong, what to do, and the ways out as buttons.

For a project that is open elsewhere, write-protected, or written by a newer version of the program.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ...kit.errors import AppError
from ..controls import Notice, label
from ..told import told_error
from .frame import Dialog

if TYPE_CHECKING:
    from ..desk import Desk


class ProblemDialog(Dialog):
    """ways: (text of the button, what it does), the best one first; there is always Close."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        error: AppError | None = None,
        ways: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        super().__init__(desk, parent, self.tr("This does not work"))
        self.setMinimumWidth(480)
        if error is not None:
            self.body.addWidget(Notice("error", *told_error(error)))
            if error.detail:
                self.body.addWidget(label(error.detail, "muted", wrap=True))
        self.add_close()
        for number, (text, run) in reversed(list(enumerate(ways))):
            self.add_button(text, lambda run=run: self._leave(run), primary=number == 0)

    def _leave(self, run: Callable[[], object]) -> None:
        self.accept()
        run()
