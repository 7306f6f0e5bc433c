"""All dialogs by name, imported when first opened: `open_dialog("goto", desk, window)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QWidget

from ...kit.registry import Registry

if TYPE_CHECKING:
    from ..desk import Desk

_BASE = "translator_gui.ui.dialogs"

# Each is called with (desk, parent, **options).
DIALOGS: Registry[Any] = Registry(
    "dialog",
    {
        "about": f"{_BASE}.about:AboutDialog",
        "batch": "translator_gui.ui.batch.dialog:BatchDialog",  # not modal
        "columns": f"{_BASE}.columns:ColumnsDialog",  # path=Path, preview=TablePreview
        "consent": f"{_BASE}.consent:ConsentDialog",  # engine="deepl"
        "crash": f"{_BASE}.crash:CrashDialog",  # report="…"
        "download": f"{_BASE}.download:DownloadDialog",
        "export": f"{_BASE}.export:ExportDialog",  # format=""
        "find": f"{_BASE}.find_replace:FindReplaceDialog",  # replace=False; not modal
        "gradual": f"{_BASE}.gradual:GradualDialog",  # large=Gradual
        "goto": f"{_BASE}.goto:GoToDialog",
        "key": f"{_BASE}.service_key:ServiceKeyDialog",  # engine="deepl"
        "keys": f"{_BASE}.keys:KeysDialog",
        "manual": "translator_gui.ui.manual.dialog:ManualDialog",  # chapter=""; not modal
        "memory-unit": f"{_BASE}.memory_unit:MemoryUnitDialog",  # unit=None, done=None
        "parameters": "translator_gui.ui.quality.parameters:ParametersDialog",
        "paste": f"{_BASE}.paste:PasteDialog",
        "precision": f"{_BASE}.precision:PrecisionDialog",  # not modal
        "preferences": "translator_gui.ui.preferences.dialog:PreferencesDialog",  # page=""
        "problem": f"{_BASE}.problem:ProblemDialog",  # error=AppError, ways=[(text, call)]
        "reject": "translator_gui.ui.quality.reject:RejectDialog",
        "salvaged": f"{_BASE}.salvaged:SalvagedDialog",  # result=Salvaged; not modal
        "statistics": f"{_BASE}.statistics:StatisticsDialog",
        "verdict": "translator_gui.ui.quality.verdict:VerdictDialog",
        "two-documents": "translator_gui.ui.alignment.two_documents:TwoDocumentsDialog",  # filters=""
        "term": f"{_BASE}.term:TermDialog",  # source="", target="", term=None
    },
)
_OPEN: dict[str, QDialog] = {}


def open_dialog(name: str, desk: Desk, parent: QWidget | None = None, **options: Any) -> QDialog:
    """Show a dialog and return it at once (window-modal ones block the parent, never the event loop).

    Opening one that is open already brings it to the front.
    """
    dialog = _OPEN.get(name)
    if dialog is None:
        dialog = DIALOGS.get(name)(desk, parent, **options)
        dialog.finished.connect(lambda _: _forget(name))
        dialog.destroyed.connect(lambda: _OPEN.pop(name, None))
        _OPEN[name] = dialog
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog


def _forget(name: str) -> None:
    dialog = _OPEN.pop(name, None)
    if dialog is not None:
        dialog.deleteLater()
