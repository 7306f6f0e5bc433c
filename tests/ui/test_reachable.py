"""By keyboard and by screen reader: in the window with each panel and in every dialog, each control has a name and a
role that says what it is, and Tab gets to all of them, in the order in which they are seen."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDockWidget, QKeySequenceEdit, QScrollArea, QTabBar, QWidget

from translator_gui.domain.candidate import Candidate
from translator_gui.formats.table_preview import preview
from translator_gui.kit.errors import InputError
from translator_gui.store.salvage import salvage
from translator_gui.ui.dialogs.catalogue import DIALOGS, open_dialog
from translator_gui.ui.panes.grid import SegmentView

from .cut_off import settle
from .made_review import made_project
from .real_window import Reader

ROLE = QAccessible.Role
# Qt's roles for its own controls. Client, Border and the like say nothing of what one can do there.
SENSIBLE = {
    ROLE.Button, ROLE.ButtonMenu, ROLE.ButtonDropDown, ROLE.CheckBox, ROLE.RadioButton, ROLE.ComboBox, ROLE.SpinBox,
    ROLE.Slider, ROLE.EditableText, ROLE.StaticText, ROLE.List, ROLE.Tree, ROLE.Table, ROLE.PageTabList, ROLE.Link,
}  # fmt: skip
SCROLLED = {"Scrolled"}  # a page that the arrows scroll: Qt has no role for one but "Client"
OPTIONS = {
    "consent": {"engine": "deepl"}, "key": {"engine": "deepl"},
    "crash": {"report": "Translator GUI\n  builtins.KeyError"},
    "problem": {"error": InputError("It cannot be read.", "Choose another."), "ways": [("Choose…", lambda: None)]},
}  # fmt: skip


@pytest.fixture
def reader(qtbot, tmp_path: Path, monkeypatch) -> Iterator[Reader]:
    made = Reader(qtbot)
    made.desk.open_path(made_project(tmp_path / "a.tgproj", "Anna"))
    made.opened()
    made.quiet()
    found = [Candidate("A first candidate.", "pivot"), Candidate("A second one.", "local", score=40.0)]
    made.session.add_candidates({made.desk.current_id(): found})
    made.window.activateWindow()
    yield made
    made.close()


def controls(root: QWidget) -> list[QWidget]:
    """What Tab stops at by its own policy, as far as it can be seen."""
    return [
        widget
        for widget in (root, *root.findChildren(QWidget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
        and widget.window() is root.window()
        and not is_behind(widget)
    ]


def is_behind(widget: QWidget) -> bool:
    """In a panel, or on a bar of tabs, that lies outside the window because another is in front."""
    part = widget
    while part is not None and not isinstance(part, QDockWidget | QTabBar):
        part = part.parentWidget()
    return part is not None and not part.geometry().intersects(part.parentWidget().rect())


def unsaid(root: QWidget) -> list[str]:
    found = []
    for widget in controls(root):
        told = QAccessible.queryAccessibleInterface(widget)
        name, kind = told.text(QAccessible.Text.Name).strip(), type(widget).__name__
        if not name and not (isinstance(widget, QTabBar) and not widget.count()):
            found.append(f"{kind} has no name")
        if isinstance(widget, QComboBox) and not is_labelled(told):
            found.append(f"{kind} {name!r} does not say what is chosen")
        if told.role() not in SENSIBLE and kind not in SCROLLED and not isinstance(widget, QKeySequenceEdit):
            found.append(f"{kind} {name!r} is a {told.role().name}")
    return found


def is_labelled(told: QAccessibleInterface) -> bool:
    """A combo box is called by its chosen entry on Linux; what it is for is said by its label or its description."""
    relations = [relation for _, relation in told.relations(QAccessible.RelationFlag.Label)]
    return bool(relations or told.text(QAccessible.Text.Description).strip())


def walked(root: QWidget) -> list[QWidget]:
    """Where Tab goes, pressed until it comes round."""
    seen: list[QWidget] = []
    focused = QApplication.focusWidget()
    for _ in range(200):
        if focused in seen:
            break
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
    return seen


def frames(widget: QWidget) -> list[QWidget]:
    """The widget, the scroll areas it is in, and the window, outermost first."""
    found = [widget]
    while not widget.isWindow():
        widget = widget.parentWidget()
        if isinstance(widget, QScrollArea) or widget.isWindow():
            found.append(widget)
    return found[::-1]


def places(here: QWidget, there: QWidget) -> tuple[QRect, QRect]:
    """Side by side in the innermost page that scrolls both, however far it is scrolled."""
    common, one, two = here.window(), here, there
    for first, second in zip(frames(here), frames(there), strict=False):
        one, two = first, second
        if first is not second:
            break
        common = first.widget() if isinstance(first, QScrollArea) else first
    return tuple(QRect(each.mapTo(common, QPoint(0, 0)), each.size()) for each in (one, two))


def jumps(seen: list[QWidget]) -> list[str]:
    """Steps up in a column, or back in a line; the one that begins anew is none."""
    found = []
    for here, there in itertools.pairwise(seen):
        one, two = places(here, there)
        up = two.bottom() <= one.top() and two.left() < one.right()
        back = two.right() <= one.left() and two.top() < one.bottom() and two.bottom() > one.top()
        if up or back:
            found.append(f"{told(here)} {one.getRect()} → {told(there)} {two.getRect()}")
    return found[1:] if len(found) == 1 else found


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()!r}"


def unreached(root: QWidget) -> list[str]:
    seen = walked(root)
    missed = [w for w in controls(root) if w not in seen and not isinstance(w, SegmentView)]  # passed on to the editor
    return [f"{told(widget)} is never reached" for widget in missed] + jumps(seen)


def test_the_window_with_each_panel(reader: Reader) -> None:
    found = {}
    for name, dock in reader.window.docks.items():
        dock.show()
        dock.raise_()
        settle()
        reader.window.page.focus_text()
        found[name] = unsaid(reader.window) + unreached(reader.window)
    assert [f"{where}: {each}" for where, what in found.items() for each in what] == []


def test_the_other_pages(reader: Reader) -> None:
    found = {}
    for view in ("stacked", "reading"):
        reader.window.set_view(view)
        settle()
        reader.window.page.focus_text()
        found[view] = unsaid(reader.window) + unreached(reader.window)
    reader.window.show_scorecard(True)
    settle()
    found["scorecard"] = unsaid(reader.window) + unreached(reader.window)
    reader.trigger("close")
    reader.until(lambda: reader.window.start.isVisible())
    reader.window.start.zone.setFocus()
    found["start"] = unsaid(reader.window) + unreached(reader.window)
    assert [f"{where}: {each}" for where, what in found.items() for each in what] == []


@pytest.mark.parametrize("name", DIALOGS.names())
def test_dialogs(name: str, reader: Reader, tmp_path: Path) -> None:
    options = dict(OPTIONS.get(name, {}))
    if name == "columns":
        table = tmp_path / "t.csv"
        table.write_text("nom;texte\nun;deux\ntrois;quatre\n", encoding="utf-8")
        options = {"path": table, "preview": preview(table.read_bytes(), table.name, "csv")}
    elif name == "salvaged":
        options = {"result": salvage(reader.session.path, tmp_path / "b.tgproj")}
    dialog = open_dialog(name, reader.desk, reader.window, **options)
    settle()
    pages = dialog.pages.count() if name == "preferences" else 1
    found = []
    for page in range(pages):
        if pages > 1:
            dialog.list.setCurrentRow(page)
            settle()
        found += unsaid(dialog) + unreached(dialog)
    dialog.reject()
    assert found == []
