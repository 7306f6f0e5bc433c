"""Every action of the window in one table: text, keys, menu, what it calls. Menus, toolbar and the list of keys are
made from it; settings.window.shortcuts may replace any key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from .alignment.actions import ALIGNMENT_ACTIONS
from .quality.actions import REVIEW_ACTIONS
from .tracked.actions import CHANGE_ACTIONS

CONTEXT = "actions"


def _t(text: str) -> str:
    return QT_TRANSLATE_NOOP(CONTEXT, text)


@dataclass(frozen=True)
class ActionSpec:
    """handler: name of a method of the main window's Commands. keys: the first is shown in menus. menu: "" keeps it
    out of the menus. checkable ones are kept in step by the window. needs: "" always, "project" with one open,
    "edit" with one that can be changed, "segment" with a current segment that can be changed, "alignment" with an open
    alignment, "bead" with one that can be changed."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    menu: str = ""
    handler: str = ""
    icon: str = ""
    tip: str = ""
    needs: str = "project"
    checkable: bool = False
    separator: bool = False  # a line in the menu before it
    number: int = 0  # put in for {0} in the text


MENUS = (
    ("file", _t("&File")),
    ("edit", _t("&Edit")),
    ("segment", _t("&Segment")),
    ("alignment", _t("&Alignment")),
    ("review", _t("&Review")),
    ("changes", _t("&Changes")),
    ("go", _t("&Go")),
    ("view", _t("&View")),
    ("tools", _t("&Tools")),
    ("help", _t("&Help")),
)

# fmt: off
ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("open", _t("&Open…"), ("Ctrl+O",), "file", "open_file", "open", _t("Open an article or a project"), ""),
    ActionSpec("import", _t("&Import article with draft…"), ("Ctrl+Shift+O",), "file", "import_pair", "import",
               _t("Import a French article and its English draft"), ""),
    ActionSpec("two-documents", _t("&New review from two documents…"), ("Ctrl+N",), "file", "new_from_two", "link",
               _t("Align a French article with its finished English, sentence by sentence, then review it"), ""),
    ActionSpec("paste-article", _t("New article from clip&board"), ("Ctrl+Shift+N",), "file", "paste_article", "paste",
               _t("Start a project from copied text"), ""),
    ActionSpec("sample", _t("Open the &sample article"), (), "file", "open_sample", "article", "", ""),
    ActionSpec("export", _t("&Export…"), ("Ctrl+E",), "file", "export", "export", _t("Write the reviewed text"),
               separator=True),
    ActionSpec("return-review", _t("Read a re&view back…"), ("Ctrl+Alt+I",), "file", "return_review", "import",
               _t("The Word file a colleague sent back: changes as candidates, comments as comments"), "edit"),
    ActionSpec("close", _t("&Close project"), ("Ctrl+W",), "file", "close_project", "close", separator=True),
    ActionSpec("preferences", _t("&Preferences…"), ("Ctrl+,",), "file", "preferences", "settings", "", ""),
    ActionSpec("quit", _t("&Quit"), ("Ctrl+Q",), "file", "quit", "quit", "", "", separator=True),

    ActionSpec("undo", _t("&Undo"), ("Ctrl+Z",), "edit", "undo", "undo", "", "edit"),
    ActionSpec("redo", _t("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "edit", "redo", "redo", "", "edit"),
    ActionSpec("find", _t("&Find…"), ("Ctrl+F",), "edit", "find", "search", separator=True),
    ActionSpec("replace", _t("R&eplace…"), ("Ctrl+H",), "edit", "replace", "replace", "", "edit"),
    ActionSpec("concordance", _t("&Concordance"), ("F3",), "edit", "concordance", "concordance",
               _t("Look the selected words, French or English, up in the memory")),

    ActionSpec("confirm-next", _t("&Confirm and next"), ("Ctrl+Return", "Ctrl+Enter"), "segment", "confirm_and_next",
               "confirm-next", _t("Confirm the translation and go to the next open segment"), "segment"),
    ActionSpec("confirm", _t("Confirm and &stay"), ("Ctrl+Shift+Return",), "segment", "confirm", "confirm", "",
               "segment"),
    ActionSpec("copy-source", _t("Copy sou&rce"), ("Ctrl+Ins",), "segment", "copy_source", "copy-source", "",
               "segment"),
    ActionSpec("insert-placeable", _t("Insert next placea&ble"), ("Ctrl+J",), "segment", "insert_placeable", "",
               _t("⟨1⟩ and the like: the first that the translation lacks, round the selected words if it is a pair"),
               "segment"),
    ActionSpec("exclude", _t("E&xclude or bring back"), ("Ctrl+D",), "segment", "toggle_excluded", "exclude",
               _t("Lines that are not part of the article are greyed, never deleted"), "segment"),
    ActionSpec("split", _t("S&plit at cursor"), ("Ctrl+Alt+S",), "segment", "split", "split", "", "segment"),
    ActionSpec("join", _t("&Join with next"), ("Ctrl+Alt+J",), "segment", "join", "join", "", "segment"),
    ActionSpec("lock", _t("&Lock or unlock"), ("Ctrl+L",), "segment", "toggle_locked", "lock", "", "edit"),
    ActionSpec("dismiss-next", _t("&Dismiss findings and next"), ("Ctrl+Shift+D",), "segment", "dismiss_and_next",
               "dismiss", _t("“I have looked, it is right”: stays dismissed until a text changes"), "segment",
               separator=True),
    *(ActionSpec(f"candidate-{n}", _t("Take candidate {0}"), (f"Ctrl+{n}",), "", f"candidate_{n}", "candidates", "",
                 "segment", number=n) for n in range(1, 10)),

    *(ActionSpec(menu="alignment", **fields) for fields in ALIGNMENT_ACTIONS),
    *(ActionSpec(menu="review", **fields) for fields in REVIEW_ACTIONS),
    *(ActionSpec(menu="changes", **fields) for fields in CHANGE_ACTIONS),

    ActionSpec("next-segment", _t("&Next segment"), ("Ctrl+Down",), "go", "next_segment", "arrow-down"),
    ActionSpec("previous-segment", _t("&Previous segment"), ("Ctrl+Up",), "go", "previous_segment", "arrow-up"),
    ActionSpec("next-finding", _t("Next &finding"), ("Alt+Down",), "go", "next_finding", "chevron-down",
               separator=True),
    ActionSpec("previous-finding", _t("Previous f&inding"), ("Alt+Up",), "go", "previous_finding", "chevron-up"),
    ActionSpec("next-worst", _t("Next &worst"), ("F8",), "go", "next_worst", "next-worst",
               _t("The segment that diverges most and that nobody has confirmed"), separator=True),
    ActionSpec("next-flagged", _t("Next f&lagged"), ("F7",), "go", "next_flagged", "next-flagged"),
    ActionSpec("previous-flagged", _t("Previous flagged"), ("Shift+F7",), "go", "previous_flagged", ""),
    ActionSpec("next-unreviewed", _t("Next &unreviewed"), ("F6",), "go", "next_unreviewed", "next-unreviewed"),
    ActionSpec("go-to", _t("&Go to…"), ("Ctrl+G",), "go", "go_to", "goto", "", separator=True),
    ActionSpec("first-segment", _t("First segment"), ("Ctrl+Home",), "go", "first_segment"),
    ActionSpec("last-segment", _t("Last segment"), ("Ctrl+End",), "go", "last_segment"),
    ActionSpec("show-candidates", _t("Go to candidates"), ("Alt+Shift+C",), "go", "show_candidates", "candidates",
               separator=True),
    ActionSpec("show-findings", _t("Go to findings"), ("Alt+Shift+F",), "go", "show_findings", "findings"),
    ActionSpec("show-outline", _t("Go to outline"), ("Alt+Shift+O",), "go", "show_outline", "outline"),
    ActionSpec("show-history", _t("Go to history"), ("Alt+Shift+H",), "go", "show_history", "history"),
    ActionSpec("show-concordance", _t("Go to memory search"), ("Alt+Shift+M",), "go", "show_concordance",
               "concordance"),
    ActionSpec("show-terms", _t("Go to terms"), ("Alt+Shift+T",), "go", "show_terms", "terms"),
    ActionSpec("show-opinion", _t("Go to second opinion"), ("Alt+Shift+S",), "go", "show_opinion", "second-opinion"),
    ActionSpec("show-activity", _t("Go to activity"), ("Alt+Shift+A",), "go", "show_activity", "activity", "", ""),

    ActionSpec("view-grid", _t("&Grid"), ("Ctrl+Alt+1",), "view", "view_grid", "view-grid",
               _t("Source and target side by side"), checkable=True),
    ActionSpec("view-stacked", _t("&Stacked"), ("Ctrl+Alt+2",), "view", "view_stacked", "view-stacked",
               _t("Source above target"), checkable=True),
    ActionSpec("view-reading", _t("&Reading"), ("Ctrl+Alt+3",), "view", "view_reading", "view-reading",
               _t("The running text, with the current segment in a band"), checkable=True),
    ActionSpec("worst-first", _t("W&orst first"), ("Ctrl+Alt+A",), "view", "toggle_worst_first", "sort",
               _t("Sort the rows by divergence; again: as in the article"), "project", checkable=True,
               separator=True),
    ActionSpec("highlights", _t("Mark diverging &words"), ("Ctrl+Shift+H",), "view", "toggle_highlights", "highlights",
               "", "", checkable=True, separator=True),
    ActionSpec("show-excluded", _t("Show e&xcluded lines"), ("Ctrl+Shift+X",), "view", "toggle_show_excluded", "show",
               "", "project", checkable=True),
    ActionSpec("zoom-in", _t("&Larger text"), ("Ctrl++", "Ctrl+="), "view", "zoom_in", "zoom-in", "", "",
               separator=True),
    ActionSpec("zoom-out", _t("S&maller text"), ("Ctrl+-",), "view", "zoom_out", "zoom-out", "", ""),
    ActionSpec("zoom-reset", _t("&Normal text size"), ("Ctrl+0",), "view", "zoom_reset", "", "", ""),
    ActionSpec("focus-editor", _t("Go to the &text"), ("F2",), "view", "focus_editor", "", "", separator=True),
    ActionSpec("focus-source", _t("Go to the French"), ("F4",), "view", "focus_source", "",
               _t("Select words of the source with Shift and the arrows; again goes back")),
    ActionSpec("focus-filter", _t("Go to the &filter"), ("Ctrl+Shift+F",), "view", "focus_filter", "filter"),

    ActionSpec("propose", _t("&Propose translations"), ("Ctrl+P",), "tools", "propose", "propose",
               _t("Ask the engine for every segment that has no proposal yet"), "edit"),
    ActionSpec("propose-segment", _t("Propose for this &segment"), ("Ctrl+Shift+P",), "tools", "propose_segment", "",
               "", "segment"),
    ActionSpec("accept-best", _t("&Fill empty segments with the best proposals"), ("Ctrl+Alt+P",), "tools",
               "accept_best", "candidates", "", "edit"),
    ActionSpec("second-opinion", _t("S&econd opinion"), ("Ctrl+Alt+O",), "tools", "second_opinion", "second-opinion",
               _t("Ask another engine, and put the English back into French"), "project"),
    ActionSpec("add-term", _t("&Add a term…"), ("Ctrl+T",), "tools", "add_term", "terms",
               _t("Add the selected words to the termbase"), "project", separator=True),
    ActionSpec("insert-term", _t("&Insert the missing term"), ("Ctrl+Alt+T",), "tools", "insert_term", "",
               _t("Put in the first term of the segment that is not in the translation"), "segment"),
    ActionSpec("check", _t("&Check again"), ("Ctrl+Shift+V",), "tools", "check", "refresh",
               _t("Score all visible segments anew"), separator=True),
    ActionSpec("precision", _t("&How right were the reasons…"), ("Ctrl+Alt+H",), "tools", "precision", "scoring",
               _t("Which reasons you accepted and which you dismissed, over all your articles"), ""),
    ActionSpec("flag-level", _t("How much is f&lagged…"), ("Ctrl+Alt+L",), "tools", "flag_level", "flag",
               _t("The share of good translations that may be flagged for nothing"), "project"),
    ActionSpec("statistics", _t("S&tatistics…"), ("Ctrl+I",), "tools", "statistics", "statistics"),
    ActionSpec("batch", _t("&Batch…"), ("Ctrl+Shift+B",), "tools", "batch", "article",
               _t("Export many articles, or articles and drafts, at once"), "", separator=True),

    ActionSpec("manual", _t("&Manual"), ("Shift+F1",), "help", "manual", "help", _t("What everything is for"), ""),
    ActionSpec("keys", _t("&Keys"), ("F1",), "help", "keys", "keyboard", _t("All keys in one place"), ""),
    ActionSpec("tour", _t("Take the &tour"), ("Ctrl+F1",), "help", "tour", "play",
               _t("Five steps through the window"), ""),
    ActionSpec("about", _t("&About Translator GUI"), (), "help", "about", "info", "", "", separator=True),
)
# fmt: on

BY_ID: Mapping[str, ActionSpec] = {spec.id: spec for spec in ACTIONS}
TOOLBAR = (
    ("open", "export"),
    ("undo", "redo"),
    ("propose", "check"),
    ("next-worst", "next-flagged", "next-unreviewed"),
    ("confirm-next",),
)


def keys_of(spec: ActionSpec, overrides: Mapping[str, str]) -> list[QKeySequence]:
    """overrides: action id -> key ("" takes the key away)."""
    if spec.id in overrides:
        return [QKeySequence(overrides[spec.id])] if overrides[spec.id] else []
    return [QKeySequence(key) for key in spec.keys]


def text_of(spec: ActionSpec) -> str:
    return QCoreApplication.translate(CONTEXT, spec.text).replace("{0}", str(spec.number))


def conflicts(overrides: Mapping[str, str]) -> dict[str, list[str]]:
    """Keys that more than one action would answer to -> the ids of those actions."""
    used: dict[str, list[str]] = {}
    for spec in ACTIONS:
        for key in keys_of(spec, overrides):
            used.setdefault(key.toString(), []).append(spec.id)
    return {key: ids for key, ids in used.items() if len(ids) > 1}


class ActionSet:
    """The QActions of one window, by id."""

    def __init__(self, window: QWidget, handlers: object, icon: Callable[[str], object]) -> None:
        self._actions: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = QAction(window)
            action.setObjectName(spec.id)
            action.setCheckable(spec.checkable)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            if spec.icon:
                action.setIcon(icon(spec.icon))
            action.triggered.connect(_call(getattr(handlers, spec.handler)))
            window.addAction(action)
            self._actions[spec.id] = action
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def retranslate(self) -> None:
        for spec in ACTIONS:
            action = self._actions[spec.id]
            action.setText(text_of(spec))
            tip = QCoreApplication.translate(CONTEXT, spec.tip) if spec.tip else action.text().replace("&", "")
            action.setStatusTip(tip)
            self._set_tool_tip(action, tip)

    def set_keys(self, overrides: Mapping[str, str]) -> None:
        for spec in ACTIONS:
            action = self._actions[spec.id]
            action.setShortcuts(keys_of(spec, overrides))
            self._set_tool_tip(action, action.statusTip())

    @staticmethod
    def _set_tool_tip(action: QAction, tip: str) -> None:
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip}  ({key})" if key else tip)

    def enable(self, project: bool, edit: bool, segment: bool, alignment: bool = False, bead: bool = False) -> None:
        allowed = {"": True, "project": project, "edit": edit, "segment": segment, "alignment": alignment, "bead": bead}
        for spec in ACTIONS:
            self._actions[spec.id].setEnabled(allowed[spec.needs])


def _call(handler: Callable[[], object]) -> Callable[[], None]:
    """triggered passes "checked", which no handler wants."""
    return lambda *_: handler() and None
