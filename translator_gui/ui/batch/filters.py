"""Which pairs a batch exports: the filters of a recipe as fields."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QGridLayout, QLabel, QSpinBox, QWidget

from ...domain.segment import State
from ...pipeline.batch_recipe import Dedupe, Filters
from ..controls import ChoiceBox, column, label, roomy
from ..states import state_name


class FilterFields(QWidget):
    """In three columns; a field at its lowest, or highest, value asks nothing."""

    def __init__(self) -> None:
        super().__init__()
        anything = self.tr("any")
        self.divergence = _spin(QSpinBox(), 0, 100, self.tr("Divergence at most"))
        self.probability = _spin(QSpinBox(), 0, 99, self.tr("Alignment sure to at least"), " %", anything)
        self.shortest = _spin(QSpinBox(), 0, 999, self.tr("Words at least"), "", anything)
        self.longest = _spin(QSpinBox(), 0, 999, self.tr("Words at most"), "", anything)
        self.ratio = _spin(QDoubleSpinBox(), 0.9, 20, self.tr("Longer to shorter side at most"), "", anything)
        self.ratio.setSingleStep(0.1)
        self.ratio.setDecimals(1)
        self.state = ChoiceBox()
        self.state.setAccessibleName(self.tr("State"))
        self.state.addItem(self.tr("any"), ())
        for states in (("reviewed", "final"), ("final",), ("translated", "reviewed", "final")):
            self.state.addItem(", ".join(state_name(State(each)) for each in states), states)
        self.dedupe = ChoiceBox()
        self.dedupe.setAccessibleName(self.tr("Duplicates"))
        for kind, text in (
            (Dedupe.NONE, self.tr("kept")),
            (Dedupe.EXACT, self.tr("left out when equal")),
            (Dedupe.NEAR, self.tr("left out when nearly equal")),
        ):
            self.dedupe.addItem(text, kind.value)
        self.unflagged = QCheckBox(self.tr("Without flagged pairs"))
        self.language = QCheckBox(self.tr("Only pairs that are French and English"))
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        fields = (
            (self.divergence, self.probability, self.ratio),
            (self.shortest, self.longest, None),
            (self.state, self.dedupe, None),
        )
        for number, fields_of_column in enumerate(fields):
            for place, field in enumerate(fields_of_column):
                if field is not None:
                    name: QLabel = label(field.accessibleName())
                    name.setBuddy(field)
                    grid.addWidget(name, place, 3 * number)
                    grid.addWidget(field, place, 3 * number + 1)
            grid.setColumnStretch(3 * number + 1, 1)
            grid.setColumnMinimumWidth(3 * number + 2, 12)
        grid.addWidget(self.unflagged, 2, 3, 1, 2)
        grid.addWidget(self.language, 2, 6, 1, 2)
        about = label(
            self.tr("They concern pairs (TMX, XLIFF, tables, Moses); documents are written whole."), "muted", wrap=True
        )
        self.setLayout(column(label(self.tr("Pairs to export"), "title"), grid, about, spacing=6))

    def show_filters(self, filters: Filters) -> None:
        self.divergence.setValue(round(filters.worst))
        self.probability.setValue(round(filters.min_probability * 100))
        self.shortest.setValue(filters.min_words)
        self.longest.setValue(filters.max_words)
        self.ratio.setValue(filters.max_ratio or self.ratio.minimum())
        place = next((n for n in range(self.state.count()) if tuple(self.state.itemData(n)) == filters.states), -1)
        if place < 0:
            self.state.addItem(", ".join(state_name(State(each)) for each in filters.states), filters.states)
            place = self.state.count() - 1
        self.state.setCurrentIndex(place)
        self.dedupe.setCurrentIndex(self.dedupe.findData(filters.dedupe.value))
        self.unflagged.setChecked(not filters.flagged)
        self.language.setChecked(filters.language)

    def filters(self, before: Filters) -> Filters:
        ratio = self.ratio.value()
        return replace(
            before,
            min_score=0.0,
            max_divergence=float(self.divergence.value()),
            min_probability=self.probability.value() / 100,
            min_words=self.shortest.value(),
            max_words=self.longest.value(),
            max_ratio=0.0 if ratio <= self.ratio.minimum() else round(ratio, 1),
            states=tuple(self.state.currentData()),
            dedupe=Dedupe(self.dedupe.currentData()),
            flagged=not self.unflagged.isChecked(),
            language=self.language.isChecked(),
        )


def _spin(field, low, high, name, suffix="", lowest=""):
    """A spin box; ``lowest``: what its lowest value is called."""
    field.setRange(low, high)
    field.setAccessibleName(name)
    field.setSuffix(suffix)
    field.setSpecialValueText(lowest)
    field.setMinimumWidth(90)
    roomy(field)
    return field
