"""What the MQM formula depends on, and which error types the project uses: weights, multipliers, pass threshold; a
subset of the typology, or one from a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ...domain.finding import Severity
from ...kit.errors import AppError, FormatError
from ...kit.files import atomic_write
from ..controls import label, roomy, row
from ..dialogs.frame import Dialog
from ..finding_text import severity_name
from ..i18n import current_language
from ..told import told_error

if TYPE_CHECKING:
    from ...review.typology import Typology
    from ..desk import Desk

_ID = Qt.ItemDataRole.UserRole
_CHECKED, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class TypeTree(QTreeWidget):
    """Error types with a tick (used or not) and a weight that can be typed over."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderLabels([self.tr("Error type"), self.tr("Weight")])
        self.setAccessibleName(self.tr("Error types and their weights"))
        self.setProperty("row", True)
        self.setMinimumHeight(260)
        self.setEditTriggers(
            QTreeWidget.EditTrigger.DoubleClicked
            | QTreeWidget.EditTrigger.EditKeyPressed
            | QTreeWidget.EditTrigger.AnyKeyPressed
        )
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemDoubleClicked.connect(lambda item, _: self.editItem(item, 1))

    def show_typology(self, typology: Typology, used: frozenset[str]) -> None:
        self.clear()
        language = current_language()
        for dimension in typology.dimensions:
            top = self._item(dimension.id, dimension.name(language), dimension.weight)
            self.addTopLevelItem(top)
            for each in typology.within(dimension.id):
                item = self._item(each.id, each.name(language), each.weight)
                item.setCheckState(0, _CHECKED if each.id in used else _OFF)
                top.addChild(item)
            if not top.childCount():
                top.setCheckState(0, _CHECKED if dimension.id in used else _OFF)
        self.setCurrentItem(self.topLevelItem(0))

    def _item(self, id_: str, name: str, weight: float) -> QTreeWidgetItem:
        item = QTreeWidgetItem([name])
        flags = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate
        item.setFlags(item.flags() | flags)
        item.setData(0, _ID, id_)
        item.setData(1, Qt.ItemDataRole.EditRole, float(weight))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def edit(self, index: object, trigger: object = None, event: object = None) -> bool:
        """Only the weights can be typed over."""
        if trigger is None:
            return super().edit(index)
        return index.column() == 1 and super().edit(index, trigger, event)

    def items(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.topLevelItemCount()):
            top = self.topLevelItem(number)
            yield top
            yield from (top.child(place) for place in range(top.childCount()))

    def weights(self) -> dict[str, float]:
        return {item.data(0, _ID): float(item.data(1, Qt.ItemDataRole.EditRole)) for item in self.items()}

    def used(self) -> frozenset[str]:
        """Ids of what is ticked; a dimension counts as an error type of its own where all of it is."""
        return frozenset(item.data(0, _ID) for item in self.items() if item.checkState(0) == _CHECKED)


class ParametersDialog(Dialog):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        intro = tr("parameters", "Quality = (1 − Σ weight of type × multiplier of severity ÷ words) × 100.")
        super().__init__(desk, parent, tr("parameters", "Error types and scoring"), intro)
        self.setMinimumWidth(520)
        self._name = label(role="title", wrap=True)
        self.tree = TypeTree()
        self.multipliers = {each: self._spin(severity_name(each)) for each in Severity}
        self.threshold = self._spin(self.tr("Passes from"))
        self.threshold.setRange(-1_000, 100)
        self._wrong = label(role="error", wrap=True)
        self._wrong.hide()
        self._lay_out()
        self._typology = self._load()
        self._show(self._typology)
        self.add_button(self.tr("From a file…"), self._ask_file, left=True)
        self.add_button(self.tr("Save as…"), self._ask_save, left=True)
        self.add_button("MQM-Core", self._reset, left=True)
        self.add_cancel()
        self.add_button(self.tr("Keep"), self._keep, primary=True)

    def _lay_out(self) -> None:
        self.body.addWidget(self._name)
        self.body.addWidget(self.tree, 1)
        fields = [self._field(severity_name(each), spin) for each, spin in self.multipliers.items()]
        self.body.addWidget(label(self.tr("Multipliers"), "title"))
        self.body.addLayout(row(*fields, None, spacing=14))
        form = QFormLayout()
        form.addRow(self.tr("The text passes from a quality of"), self.threshold)
        self.body.addLayout(form)
        self.body.addWidget(self._wrong)

    def _spin(self, name: str) -> QDoubleSpinBox:
        spin = QDoubleSpinBox()
        spin.setRange(0, 1_000)
        spin.setDecimals(2)
        spin.setAccessibleName(name)
        roomy(spin)
        return spin

    def _field(self, name: str, spin: QDoubleSpinBox) -> QWidget:
        box, form = QWidget(), QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(name, spin)
        box.setLayout(form)
        return box

    def _load(self) -> Typology:
        from ...review import typology

        try:
            return typology.whole(self.desk.session)
        except AppError as error:
            self.desk.report(error)
            return typology.core()

    def _show(self, typed: Typology, used: frozenset[str] | None = None) -> None:
        from ...review import typology

        if used is None:
            present = typology.of(self.desk.session)
            used = frozenset(each.id for each in (*present.dimensions, *present.types))
        self._name.setText(f"{typed.name} {typed.version}".strip())
        self.tree.show_typology(typed, used)
        for severity, spin in self.multipliers.items():
            spin.setValue(typed.multipliers[severity])
        self.threshold.setValue(typed.pass_threshold)

    def _whole(self, typed: Typology) -> None:
        self._typology = typed
        self._show(typed, frozenset(each.id for each in (*typed.dimensions, *typed.types)))

    def _reset(self) -> None:
        from ...review import typology

        self._whole(typology.core())

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Error typology"), str(Path.home()), "TOML (*.toml)")
        if name:
            self.load_file(Path(name))

    def load_file(self, path: Path) -> None:
        from ...review import typology

        try:
            self._whole(typology.parse(path.read_text(encoding="utf-8")))
            self._wrong.hide()
        except (OSError, UnicodeDecodeError) as error:
            message = self.tr("“{0}” cannot be read.").format(path.name)
            self.desk.report(FormatError(message, self.tr("Is it a TOML file in UTF-8?"), str(error)))
        except AppError as error:
            self._say(error)

    def _ask_save(self) -> None:
        start = str(Path.home() / "typology.toml")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Error typology"), start, "TOML (*.toml)")
        if name:
            self.save_file(Path(name))

    def save_file(self, path: Path) -> None:
        from ...review import typology_file

        try:
            with atomic_write(path) as handle:
                handle.write(typology_file.write(self.typology()).encode("utf-8"))
        except AppError as error:
            self._say(error)

    def typology(self) -> Typology:
        """With the parameters as they stand here; of all types, ticked or not."""
        from ...review import typology_file

        multipliers = {each: spin.value() for each, spin in self.multipliers.items()}
        return typology_file.with_parameters(
            self._typology, self.tree.weights(), multipliers, self.threshold.value()
        )  # fmt: skip

    def _keep(self) -> None:
        from ...review import typology, typology_file

        made, used = self.typology(), self.tree.used()
        everything = {each.id for each in (*made.dimensions, *made.types)}
        types = sorted(used) if used != everything else ()
        if not used:
            self._say(AppError(self.tr("At least one error type must be used."), ""))
            return
        try:
            same = typology_file.write(made) == typology_file.write(typology.core())
            typology.choose(self.desk.session, "" if same else typology_file.write(made), types)
        except AppError as error:
            self._say(error)
            return
        self.desk.reviewing.changed.emit()
        self.accept()

    def _say(self, error: AppError) -> None:
        self._wrong.setText(" ".join(filter(None, told_error(error))))
        self._wrong.show()
