"""Dialogs on a real desk: what they change, what they say, and that every control has a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QToolButton,
)

from translator_gui.formats.table_preview import preview
from translator_gui.kit.errors import StoreError
from translator_gui.kit.settings import Settings
from translator_gui.ui.actions import ACTIONS
from translator_gui.ui.desk import Desk
from translator_gui.ui.dialogs import export as export_module
from translator_gui.ui.dialogs.catalogue import DIALOGS, open_dialog
from translator_gui.ui.dialogs.consent import ConsentDialog
from translator_gui.ui.dialogs.crash import CrashDialog, crash_report
from translator_gui.ui.dialogs.download import DownloadDialog
from translator_gui.ui.dialogs.export import ExportDialog, export_formats
from translator_gui.ui.dialogs.find_replace import FindReplaceDialog
from translator_gui.ui.dialogs.goto import GoToDialog
from translator_gui.ui.dialogs.keys import KeysDialog
from translator_gui.ui.dialogs.paste import PasteDialog
from translator_gui.ui.dialogs.problem import ProblemDialog
from translator_gui.ui.dialogs.service_key import ServiceKeyDialog
from translator_gui.ui.dialogs.statistics import StatisticsDialog
from translator_gui.ui.preferences.dialog import PreferencesDialog

from .made_project import made_session
from .real_window import leave_unscored


@pytest.fixture
def desk(qtbot, tmp_path: Path, monkeypatch) -> Iterator[Desk]:
    leave_unscored(monkeypatch)
    monkeypatch.setattr(export_module, "_LAST", {})
    made = Desk(Settings(user_name="Anna"), keep_settings=False)
    made.adopt(made_session(tmp_path / "made.tgproj"))
    made.go_to("s1")
    yield made
    made.shut_down()


_NEEDS = {
    "columns": {"path": Path("a.csv"), "preview": preview(b"Un;One\n", "a.csv", "csv")},
    "consent": {"engine": "deepl"},
    "key": {"engine": "deepl"},
    "crash": {"report": "x"},
    "problem": {"error": StoreError("It is open elsewhere.", "Close it there.")},
}


@pytest.mark.parametrize("name", DIALOGS.names())
def test_every_dialog_opens_and_names_its_controls(name: str, desk: Desk, qtbot) -> None:
    dialog = open_dialog(name, desk, None, **_NEEDS.get(name, {}))
    qtbot.waitUntil(lambda: not desk.runner.jobs(), timeout=20_000)
    assert dialog.windowTitle()
    assert dialog.accessibleName() == dialog.windowTitle()
    for kind in (QAbstractButton, QLineEdit, QComboBox, QSlider, QAbstractSpinBox, QPlainTextEdit):
        for widget in dialog.findChildren(kind):
            inner = widget.objectName().startswith("qt_") or isinstance(widget.parent(), (QAbstractSpinBox, QComboBox))
            if inner or (isinstance(widget, QToolButton) and isinstance(widget.parent(), QLineEdit)):
                continue
            named = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert named or not widget.isVisibleTo(dialog), f"{name}: {widget}"
    assert open_dialog(name, desk) is dialog
    dialog.reject()


def test_go_to(desk: Desk, qtbot) -> None:
    dialog = GoToDialog(desk)
    qtbot.addWidget(dialog)
    assert dialog.number.value() == 2
    dialog.number.setValue(6)
    dialog.accept()
    assert desk.current_id() == "s5"


def test_find_shows_and_replaces_only_what_is_checked(desk: Desk, qtbot) -> None:
    dialog = FindReplaceDialog(desk)
    qtbot.addWidget(dialog)
    dialog.text.setText("port")
    dialog.replacement.setText("harbour")
    dialog.search()
    qtbot.waitUntil(lambda: len(dialog.hits) == 2)  # the heading in capitals, and the last row
    dialog.table.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
    assert [hit.segment for hit in dialog.checked()] == ["s5"]
    dialog.step(1)
    assert desk.current_id() == "s0"
    with qtbot.waitSignal(desk.message) as said:
        dialog.replace_all.click()
    assert said.args == ["1 place(s) replaced.", "", "undo"] or said.args == ["1 place replaced.", "", "undo"]
    assert desk.session.row("s5").target.text == "It promises 60 new jobs at the harbour."
    assert desk.session.row("s0").target.text == "STRIKE AT THE PORT"
    desk.undo()
    assert "port" in desk.session.row("s5").target.text


def test_find_says_what_is_wrong_with_an_expression(desk: Desk, qtbot) -> None:
    dialog = FindReplaceDialog(desk)
    qtbot.addWidget(dialog)
    dialog.regex.setChecked(True)
    dialog.text.setText("(port")
    dialog.search()
    qtbot.waitUntil(lambda: "expression" in dialog.state.text())
    assert not dialog.replace_all.isEnabled()
    dialog.text.setText("zeppelin")
    dialog.search()
    qtbot.waitUntil(lambda: dialog.state.text() == "Nothing found.")


def free_key() -> str:
    """One that no action has: actions come and go."""
    taken = {key for spec in ACTIONS for key in spec.keys}
    return next(key for letter in "KJQXYZ" if (key := f"Ctrl+Alt+Shift+{letter}") not in taken)


def test_keys_are_searched_changed_and_reset(desk: Desk, qtbot) -> None:
    dialog = KeysDialog(desk)
    qtbot.addWidget(dialog)
    dialog.search.setText("confirm next")
    shown = {item.data(0, Qt.ItemDataRole.UserRole): item for item in dialog.items() if not item.isHidden()}
    assert "confirm-next" in shown
    assert len(shown) < 10 < len(list(dialog.items()))
    dialog.tree.setCurrentItem(shown["confirm-next"])
    free = free_key()
    dialog.editor.setKeySequence(QKeySequence(free))
    dialog.apply()
    assert desk.settings.window.shortcuts == {"confirm-next": free}
    dialog.editor.setKeySequence(QKeySequence("Ctrl+G"))
    dialog.apply()
    assert desk.settings.window.shortcuts == {"confirm-next": free}
    assert "Go to" in dialog.clash.accessibleName()
    dialog.reset.click()
    assert desk.settings.window.shortcuts == {}


def test_paste_makes_an_article(desk: Desk, qtbot) -> None:
    QGuiApplication.clipboard().setText("Il pleut. Il neige.")
    dialog = PasteDialog(desk)
    qtbot.addWidget(dialog)
    assert dialog.create.isEnabled()
    dialog.title.setText("Météo")
    dialog.accept()
    qtbot.waitUntil(lambda: desk.session is not None and desk.session.path.stem == "Météo", timeout=20_000)
    assert [row.segment.source for row in desk.session.rows] == ["Il pleut.", "Il neige."]


def test_export_writes_asks_before_replacing_and_remembers(desk: Desk, qtbot, tmp_path: Path) -> None:
    dialog = ExportDialog(desk, format="txt")
    qtbot.addWidget(dialog)
    assert dialog.path.text().endswith(".txt")
    target = tmp_path / "out.txt"
    dialog.path.setText(str(target))
    dialog.go.click()
    qtbot.waitUntil(lambda: "Written" in dialog.notice.accessibleName(), timeout=20_000)
    assert "The strike has lasted" in target.read_text(encoding="utf-8")
    assert not dialog.open_folder.isHidden()
    again = ExportDialog(desk)
    qtbot.addWidget(again)
    assert again.format.currentData() == "txt"
    again.path.setText(str(target))
    before = target.stat().st_mtime_ns
    again.go.click()
    assert "already" in again.notice.accessibleName()
    assert target.stat().st_mtime_ns == before


def test_export_suggests_a_name_for_each_format(desk: Desk, qtbot) -> None:
    dialog = ExportDialog(desk)
    qtbot.addWidget(dialog)
    names = set()
    for place, (_, _, extension) in enumerate(export_formats()):
        dialog.format.setCurrentIndex(place)
        name = Path(dialog.path.text()).name
        assert name.endswith(extension)
        assert name.count(extension) == 1
        names.add(name)
    assert "Grève.bilingual.docx" in names
    assert "Grève.docx" in names


def test_export_formats_are_those_there_are() -> None:
    from translator_gui.formats.catalogue import EXPORTERS, exporter_for

    offered = {name for original in ("", "odt", "epub", "xliff") for name, _, _ in export_formats(original)}
    assert offered == set(EXPORTERS.names())
    for name, _, extension in export_formats():
        assert exporter_for(name).extension == extension
    came_so = [(name, extension) for name, _, extension in export_formats("xliff", "a.sdlxliff")]
    assert came_so[0] == ("xliff", ".target.sdlxliff")


def test_consent_is_granted_only_when_agreed(desk: Desk, qtbot) -> None:
    dialog = ConsentDialog(desk, engine="deepl")
    qtbot.addWidget(dialog)
    dialog.reject()
    assert desk.settings.engines.consented == ()
    dialog.agree.click()
    assert desk.settings.engines.consented == ("deepl",)


def test_key_without_keyring_is_kept_for_the_session_and_says_so(desk: Desk, qtbot, monkeypatch) -> None:
    import keyring
    from keyring.backends.fail import Keyring

    from translator_gui.engines.online import keys

    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())
    monkeypatch.setattr(keys, "_session", {})
    dialog = ServiceKeyDialog(desk, engine="deepl")
    qtbot.addWidget(dialog)
    dialog.field.setText("secret-key-1234")
    dialog.save.click()
    qtbot.waitUntil(lambda: not dialog.notice.isHidden())
    keyring.set_keyring(before)
    assert "no keyring" in dialog.notice.accessibleName()
    assert keys._session["deepl"] == "secret-key-1234"
    assert dialog.field.text() == ""


def test_crash_report_holds_places_but_no_message_and_no_secret(desk: Desk, qtbot) -> None:
    try:
        raise ValueError("La grève dure. api_key=abcdefgh")
    except ValueError as error:
        report = crash_report(error)
    assert "ValueError" in report
    assert "grève" not in report
    assert "abcdefgh" not in report
    assert str(Path(__file__).parent) not in report
    dialog = CrashDialog(desk, report="token=abcdefgh")
    qtbot.addWidget(dialog)
    dialog._copy()
    assert QGuiApplication.clipboard().text() == "token=***"


def test_problem_offers_ways_out(desk: Desk, qtbot) -> None:
    taken = []
    error = StoreError("It is open elsewhere.", "Close it there, or read only.")
    dialog = ProblemDialog(desk, error=error, ways=[("Open for reading", lambda: taken.append("read"))])
    qtbot.addWidget(dialog)
    button = next(b for b in dialog.findChildren(QAbstractButton) if b.text() == "Open for reading")
    button.click()
    assert taken == ["read"]
    assert dialog.isHidden()


def test_statistics_show_the_figures_of_the_session(desk: Desk, qtbot) -> None:
    dialog = StatisticsDialog(desk)
    qtbot.addWidget(dialog)
    from PySide6.QtWidgets import QLabel

    names = {widget.accessibleName() for widget in dialog.findChildren(QLabel)}
    assert {"Segments: 5", "Not part of the article: 1", "Flagged: 2"} <= names


def test_download_says_size_and_licence_and_reports_a_failure(desk: Desk, qtbot, monkeypatch) -> None:
    from translator_gui.engines import model_store
    from translator_gui.kit.errors import EngineError

    def refuse(*_args: object, **_options: object) -> None:
        raise EngineError("The model could not be fetched.", "Check the network.")

    monkeypatch.setattr(model_store, "download_model", refuse)
    dialog = DownloadDialog(desk)
    qtbot.addWidget(dialog)
    texts = " ".join(w.text() for w in dialog.findChildren(type(dialog.state)))
    assert "MPL-2.0" in texts
    assert "MB" in texts
    dialog.start()
    qtbot.waitUntil(lambda: "could not be fetched" in dialog.notice.accessibleName())
    assert dialog.go.isEnabled()
    assert dialog.go.text() == "Go on"


def test_preferences_change_settings_at_once(desk: Desk, qtbot) -> None:
    dialog = PreferencesDialog(desk, page="scoring")
    qtbot.addWidget(dialog)
    dialog.show()
    pages = [dialog.pages.widget(n).widget().layout().itemAt(0).widget() for n in range(dialog.pages.count())]
    general, engines, scoring, memory, spelling = pages
    memory.fields["old"].setValue(7)
    assert desk.settings.memory.old == 7
    scoring.house_style.setCurrentIndex(scoring.house_style.findData("uk-news"))
    assert desk.settings.scoring.house_style == "uk-news"
    general.name.setText("Bert")
    general.name.editingFinished.emit()
    general.language.setCurrentIndex(general.language.findData("fr"))
    assert not general.restart.isHidden()
    scoring.level.slider.setValue(20)
    scoring.level.keep()
    spelling.language.setCurrentIndex(spelling.language.findData("en_GB"))
    engines.count.setValue(5)
    settings = desk.settings
    assert (settings.user_name, settings.window.language, settings.window.spelling) == ("Bert", "fr", "en_GB")
    assert (settings.scoring.false_flags, settings.engines.candidates) == (20, 5)
    qtbot.waitUntil(lambda: not desk.runner.jobs(), timeout=20_000)
    assert engines.default.count() >= 4
    assert engines.default.currentData() == settings.engines.default


def test_toast_takes_a_change_of_many_places_back(qtbot) -> None:
    from PySide6.QtWidgets import QWidget

    from translator_gui.ui.panes.toast import Toast

    host = QWidget()
    host.resize(800, 600)
    qtbot.addWidget(host)
    toast = Toast(host)
    toast.say("Copied.", "", "info")
    assert toast.undo.isHidden()
    toast.say("3 places replaced.", "", "undo")
    with qtbot.waitSignal(toast.undoWanted):
        toast.undo.click()
    assert toast.isHidden()
