"""Arabic and Hebrew words in a French or English text: in their place, the marks under the right ones; what would turn
the text round unseen is shown and turns nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextDocument, QTextLayout

from translator_gui.domain.article import Article, Document
from translator_gui.domain.finding import Severity
from translator_gui.domain.score import Scorecard
from translator_gui.domain.segment import Origin, Segment, Target
from translator_gui.domain.span import Side
from translator_gui.review.session import ReviewSession
from translator_gui.ui.delegates.direction import direction, from_the_left, has_unseen, with_signs
from translator_gui.ui.diff_text import diff_html
from translator_gui.ui.docks.finding_list import entry_for
from translator_gui.ui.theme import theme

from ..checks.test_checks import found as checked
from .made_project import finding
from .real_window import Reader

HEBREW, ARABIC = "שלום", "مرحبا بكم"
TEXTS = (
    (f"« {HEBREW} » se dit « paix » en français.", f"“{HEBREW}” means “peace” in English."),
    (f"{ARABIC} est une salutation.", f"{ARABIC} is a greeting."),
    (ARABIC, ARABIC),
    ("Il dort.", "He \u202esleeps\u202c well."),
    ("Il dort \u202eà l’aube.", "He sleeps at dawn."),
)
MARKED = {"s0": HEBREW, "s1": "greeting"}


@pytest.fixture
def reader(qtbot, tmp_path: Path, monkeypatch) -> Iterator[Reader]:
    monkeypatch.setattr("translator_gui.ui.rescoring.Rescoring.score_unscored", lambda self: None)
    monkeypatch.setattr("translator_gui.ui.rescoring.Rescoring.request", lambda self, ids, **k: None)
    segments = [Segment(f"s{number}", source, "\n", number) for number, (source, _) in enumerate(TEXTS)]
    targets = {f"s{number}": Target(target, origin=Origin.DRAFT) for number, (_, target) in enumerate(TEXTS)}
    document = Document(Article(tuple(segments), title="Paix"), targets)
    session = ReviewSession.create(tmp_path / "a.tgproj", document, "Anna")
    for name, words in MARKED.items():
        row = session.row(name)
        found = finding(name, row.segment.source, row.target.text, "scorer.meaning", Severity.CRITICAL, words)
        session.add_scores([(row.revision, Scorecard(name, 90.0, 90.0, True, (found,), (), (), "test"))])
    made = Reader(qtbot)
    made.desk.adopt(session)
    made.desk.go_to("s3")
    made.until(lambda: made.editor.isVisible())
    yield made
    made.close()


def edges(layout: QTextLayout, start: int, end: int) -> tuple[float, float]:
    """Where the characters stand on the first line, from left to right whichever way they run."""
    line = layout.lineAt(0)
    both = [
        line.cursorToX(place, edge) for place in range(start, end) for edge in (line.Edge.Leading, line.Edge.Trailing)
    ]
    places = [each[0] if isinstance(each, tuple) else each for each in both]
    return min(places), max(places)


def painted(layout: QTextLayout, colour: QColor) -> tuple[int, int]:
    """The first and the last column of pixels of that colour."""
    image = QImage(900, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    layout.draw(painter, QPointF(0, 0))
    painter.end()
    columns = [x for x in range(900) if any(image.pixelColor(x, y) == colour for y in range(60))]
    return columns[0], columns[-1]


def layouts(reader: Reader, number: int) -> Iterator[QTextLayout]:
    """Of the grid and of the running text."""
    page = reader.window.page
    row = reader.session.row(f"s{number}")
    yield page.rows.delegate.layout(row, Side.TARGET, 860)
    reader.window.set_view("reading")
    view = page.reading
    model = view.text.model()
    place = model.place_of(f"s{number}")
    yield view.text.itemDelegate().layout(model, place, Side.TARGET, 860)


def test_a_sentence_runs_from_left_to_right_though_it_begins_with_an_arabic_name(reader: Reader) -> None:
    text = TEXTS[1][1]
    for layout in layouts(reader, 1):
        name, verb = edges(layout, 0, len(ARABIC)), edges(layout, text.index("is"), text.index("is") + 2)
        stop = edges(layout, len(text) - 1, len(text))
        assert name[0] == pytest.approx(0, abs=1)
        assert name[1] <= verb[0] < verb[1] < stop[0] + 1
        assert stop[1] == pytest.approx(layout.lineAt(0).naturalTextWidth(), abs=2)


def test_words_within_run_from_right_to_left(reader: Reader) -> None:
    text = TEXTS[1][1]
    for layout in layouts(reader, 1):
        first, second = ARABIC.split()
        one = edges(layout, 0, len(first))
        two = edges(layout, text.index(second), text.index(second) + len(second))
        assert two[1] <= one[0] + 4  # the second word stands left of the first


@pytest.mark.parametrize("number", [0, 1])
def test_the_mark_is_under_the_word_it_is_about(reader: Reader, number: int) -> None:
    text, words = TEXTS[number][1], MARKED[f"s{number}"]
    start = text.index(words)
    for layout in layouts(reader, number):
        left = edges(layout, start - 1, start)[1]
        right = edges(layout, start + len(words), start + len(words) + 1)[0]  # what follows stands on the right of it
        first, last = painted(layout, theme().severity(Severity.CRITICAL).soft)
        assert (first, last) == (pytest.approx(left, abs=3), pytest.approx(right, abs=3))


def test_the_editor_runs_as_the_rows_do_and_marks_the_same_word(reader: Reader) -> None:
    ways = []
    for number in range(4):
        reader.desk.go_to(f"s{number}")
        reader.until(lambda number=number: reader.editor.segment == f"s{number}")
        ways.append(reader.editor.document().defaultTextOption().textDirection())
        marked = [each.cursor.selectedText() for each in reader.editor.extraSelections()]
        assert marked == ([MARKED[f"s{number}"]] if f"s{number}" in MARKED else [])
    ltr, auto = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.LayoutDirectionAuto
    assert ways == [ltr, ltr, auto, ltr]


def test_what_turns_a_text_round_is_shown_and_turns_nothing(reader: Reader) -> None:
    text = TEXTS[3][1]
    for layout in layouts(reader, 3):
        assert layout.text() == "He ␦sleeps␦ well."
        places = [edges(layout, place, place + 1)[0] for place in range(len(text))]
        assert places == sorted(places)
    option = reader.editor.document().defaultTextOption()
    assert option.flags() == option.Flag.ShowDefaultIgnorables
    reader.editor.commit()
    assert reader.session.row("s3").target.text == text  # only shown: the text is as it came


def test_the_source_that_hides_something_says_so(reader: Reader) -> None:
    reader.desk.go_to("s4")
    reader.until(lambda: reader.editor.segment == "s4")
    reader.desk.spanRequested.emit("s4", "source", 0, 2)
    assert reader.window.page.source().toPlainText() == "Il dort ␦à l’aube."
    found = [f for f in checked(*TEXTS[4]) if f.code == "source.control"]
    assert [(f.side, f.span.of(TEXTS[4][0]), f.severity) for f in found] == [(Side.SOURCE, "\u202e", Severity.NEUTRAL)]
    assert "U+202E" in found[0].message


def test_a_candidate_runs_as_the_rows_do() -> None:
    document = QTextDocument()
    pairs = (("", TEXTS[1][1]), (f"{ARABIC} is a word.", TEXTS[1][1]), (TEXTS[1][1], "Hello is a greeting."))
    for before, after in (*pairs, ("", ARABIC), ("", TEXTS[3][1])):
        document.setHtml(diff_html(before, after))
        way = document.firstBlock().textDirection()
        assert (way == Qt.LayoutDirection.RightToLeft) == (after == ARABIC)
    assert document.toPlainText() == "He ␦sleeps␦ well."


def test_a_sentence_that_quotes_runs_from_the_left() -> None:
    for text in (f"“{ARABIC}” stands out.", f"{HEBREW} and {ARABIC}: not in the source."):
        assert text.strip("“")[0] in ARABIC + HEBREW
        label = QTextDocument(from_the_left(text))
        assert label.firstBlock().textDirection() == Qt.LayoutDirection.LeftToRight
    assert from_the_left("It was “\u202e”.") == "It was “␦”."
    entry = entry_for(1, finding("s1", *TEXTS[1], "spelling.unknown", Severity.MINOR, ARABIC), *TEXTS[1])
    assert f"{entry.message}{entry.quote}".startswith("\u200e")


def test_signs_are_as_long_as_what_they_stand_for() -> None:
    text = "a\x00b\u202ec\u2069\x7f\td\n"
    assert with_signs(text) == "a␀b␦c␦␡\td\n"
    assert has_unseen(text)
    assert not has_unseen("L’été : « à l’aube »…\u2028\u00a0\u200b")
    assert direction("") is direction("123 – 4 $") is Qt.LayoutDirection.LeftToRight


def test_they_are_flagged_with_their_number() -> None:
    found = [f for f in checked("Il dort.", TEXTS[3][1]) if f.code == "character.control"]
    assert [f.span.of(TEXTS[3][1]) for f in found] == ["\u202e", "\u202c"]
    assert "U+202E" in found[0].message
