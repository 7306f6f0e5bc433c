"""Above the rows: how they are shown, and which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from ...domain.segment import State
from ...kit.errors import AppError
from ..controls import ChoiceBox, label, tool_button
from ..icons import icon
from ..states import state_icon, state_name
from .flag_level import FlagLevelPopup
from .folding import FoldingBar

if TYPE_CHECKING:
    from ...review.filters import Filter
    from ..actions import ActionSet
    from ..desk import Desk

VIEWS = ("grid", "stacked", "reading")
_DEBOUNCE_MS = 180
_STATE_LETTERS, _ROUND_ITEM = 10, 24  # what the box of states has room for; pixels beside the longest entry
_SUCH = ("rejected", "errors", "commented", "locked")  # what the box of states offers beside the states


class Segmented(QFrame):
    """Three buttons, one of them down: the view."""

    def __init__(self, actions: ActionSet) -> None:
        super().__init__()
        self.setProperty("segmented", True)
        self.setAccessibleName(self.tr("View"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        # The actions exclude each other, not the buttons: a group of buttons would trigger the action it lets go.
        group = QActionGroup(self)
        self.buttons: list[QToolButton] = []
        for name in VIEWS:
            group.addAction(actions[f"view-{name}"])
            button = QToolButton()
            button.setDefaultAction(actions[f"view-{name}"])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(16, 16))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            layout.addWidget(button)
            self.buttons.append(button)


class FilterField(QLineEdit):
    """Escape empties it and gives the keyboard back to the text."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("frame", True)
        self.setPlaceholderText(self.tr("Filter by text"))
        self.setAccessibleName(self.tr("Filter by text"))
        self.setClearButtonEnabled(True)
        self.addAction(QAction(icon("search", "muted"), "", self), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(110)
        self.setMaximumWidth(280)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(FoldingBar):
    """Puts a review.filters.Filter together and gives it to the desk. left: the keyboard goes back to the rows."""

    left = Signal()

    def __init__(self, desk: Desk, actions: ActionSet) -> None:
        super().__init__()
        self._desk = desk
        self._silent = False
        self.setObjectName("filter-bar")
        self.text = FilterField()
        self.states = self._state_box()
        self.flagged = self._toggle("flag", self.tr("Flagged"), self.tr("Only flagged segments"))
        self.open = self._toggle("state-translated", self.tr("To do"), self.tr("Only what nobody has confirmed"))
        self.level = tool_button("chevron-down", actions["flag-level"].toolTip(), self.show_flag_level)
        self.level.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.level.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the figure
        self.excluded = QToolButton()
        self.excluded.setDefaultAction(actions["show-excluded"])
        self.excluded.setIconSize(QSize(16, 16))
        self.reset = tool_button("close", self.tr("Show all segments"), self.clear)
        self.count = label("", "muted")
        self._timer = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._timer.timeout.connect(self.apply)
        segmented = Segmented(actions)
        self._lay_out(segmented)
        self.fold(segmented.buttons, (self.flagged, self.open))
        self._connect(actions["show-excluded"])
        self._tell()

    def _lay_out(self, segmented: QWidget) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 7, 10, 7)
        layout.setSpacing(8)
        layout.addWidget(segmented)
        layout.addSpacing(4)
        layout.addWidget(self.text, 1)
        for widget in (self.states, self.flagged, self.level, self.open, self.excluded):
            layout.addWidget(widget)
        layout.addStretch()  # only what the field does not want
        layout.addWidget(self.count)
        layout.addWidget(self.reset)

    def _connect(self, show_excluded: QAction) -> None:
        self._show_excluded = show_excluded
        self.text.textChanged.connect(self._timer.start)
        self.text.left.connect(self.left)
        self.states.currentIndexChanged.connect(self.apply)
        self.flagged.toggled.connect(self.apply)
        self.open.toggled.connect(self.apply)
        show_excluded.toggled.connect(self.apply)
        self._desk.filterChanged.connect(self._follow)
        self._desk.sessionChanged.connect(self._follow)
        self._desk.rowsReplaced.connect(self._tell)
        self._desk.settingsChanged.connect(self._tell_level)
        self._tell_level()

    def _state_box(self) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(self.tr("State"))
        box.addItem(self.tr("All states"), "")
        for state in State:
            box.addItem(icon(state_icon(state)), state_name(state), state.value)
        box.insertSeparator(box.count())
        box.addItem(icon("state-rejected"), self.tr("Rejected"), "rejected")
        box.addItem(icon("severity-major"), self.tr("With errors"), "errors")
        box.addItem(icon("note"), self.tr("With open comments"), "commented")
        box.addItem(icon("lock"), self.tr("Locked"), "locked")
        # The bar has room for the usual names; the list is as wide as the longest.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_STATE_LETTERS)
        box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + _ROUND_ITEM)
        return box

    @staticmethod
    def _toggle(icon_name: str, text: str, tip: str) -> QToolButton:
        button = tool_button(icon_name, tip, checkable=True)
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def show_flag_level(self) -> None:
        """The slider; made when first wanted. Whoever has scored nothing yet learns first which scorer there is."""
        if self._popup is None:
            self._popup = FlagLevelPopup(self._desk, self)
        if self._desk.rescoring.calibration is None:
            self._desk.rescoring.find_scorer()
        self._popup.show_below(self.level)

    _popup: FlagLevelPopup | None = None

    def focus(self) -> None:
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def wanted(self) -> object:
        """The filter as it is set here; None when everything is shown."""
        from ...review.filters import Filter

        chosen = self.states.currentData()
        made = Filter(
            text=self.text.text(),
            states=(State(chosen),) if chosen and chosen not in _SUCH else (),
            **{name: True for name in _SUCH if name == chosen},
            flagged=True if self.flagged.isChecked() else None,
            unreviewed=self.open.isChecked(),
            excluded=self._show_excluded.isChecked(),
        )
        return None if made == Filter() else made

    def apply(self) -> None:
        self._timer.stop()
        if self._silent or self._desk.session is None:
            return
        wanted = self.wanted()
        if wanted == self._desk.filter:
            return
        try:
            self._desk.set_filter(wanted)
        except AppError as error:
            self._desk.report(error)

    def clear(self) -> None:
        self._desk.set_filter(None)
        self.left.emit()

    def _follow(self) -> None:
        """The filter was set or lifted elsewhere."""
        if self.wanted() != self._desk.filter:
            given = self._desk.filter
            self._silent = True
            self.text.setText(getattr(given, "text", ""))
            self.states.setCurrentIndex(max(0, self.states.findData(_chosen_of(given))))
            self.flagged.setChecked(getattr(given, "flagged", None) is True)
            self.open.setChecked(getattr(given, "unreviewed", False))
            self._show_excluded.setChecked(getattr(given, "excluded", True))
            self._silent = False
        self._tell()

    def _tell_level(self) -> None:
        self.level.setText(self.tr("{0} %").format(self._desk.settings.scoring.false_flags))

    def _tell(self) -> None:
        session = self._desk.session
        shown, total = len(self._desk.visible()), len(session.rows) if session is not None else 0
        filtered = self._desk.filter is not None
        self.count.setText(self.tr("{0} of {1}").format(shown, total) if filtered else "")
        self.reset.setVisible(filtered)
        self.refit()


def _chosen_of(given: Filter | None) -> str:
    """What the box of states shows for a filter."""
    if given is not None and len(given.states) == 1:
        return given.states[0].value
    return next((name for name in _SUCH if getattr(given, name, None) is True), "")
