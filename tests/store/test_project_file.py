from __future__ import annotations

import dataclasses
import threading
import time
from pathlib import Path

import pytest

from tests.store.articles import SOURCES, card, document, finding
from translator_gui.domain.article import Article, Document
from translator_gui.domain.candidate import Candidate
from translator_gui.domain.change import Compound, Dismiss, ReplaceRows, Restore, SetExclusion, SetNotes, SetTarget
from translator_gui.domain.finding import Dismissal, Scope
from translator_gui.domain.segment import EMPTY_TARGET, Exclusion, Origin, Row, Segment, State, Target
from translator_gui.kit.errors import InputError, StaleChangeError, StoreError
from translator_gui.store.project_file import ProjectFile


@pytest.fixture
def store(tmp_path: Path) -> ProjectFile:
    return ProjectFile.create(tmp_path / "a.tgproj", document())


def reopened(store: ProjectFile) -> ProjectFile:
    store.close()
    return ProjectFile.open(store.path)


def typed(store: ProjectFile, segment: str, text: str) -> SetTarget:
    before = store.row(segment).target
    return SetTarget(segment, before, dataclasses.replace(before, text=text, state=State.TRANSLATED))


def test_a_new_project_holds_the_document(store: ProjectFile) -> None:
    store = reopened(store)
    made = document()
    assert store.article() == made.article
    assert [row.target for row in store.rows()] == [made.targets.get(s.id, EMPTY_TARGET) for s in made.article.segments]
    assert store.notes() == {"s1": ("Check the hour.",)}
    assert not store.read_only
    assert store.reason == ""


def test_every_field_of_a_row_comes_back(tmp_path: Path) -> None:
    segment = Segment("x", "a\u2028b\x00c", "\r\n", 7)
    target = Target("t", State.FINAL, Origin.MEMORY, "memory", "Ana", "2026-01-01T00:00:00+00:00", "no", True)
    store = ProjectFile.create(tmp_path / "a.tgproj", Document(Article((segment,)), {"x": target}))
    assert reopened(store).rows() == [Row(segment, target)]


def test_an_article_without_segments(tmp_path: Path) -> None:
    store = ProjectFile.create(tmp_path / "a.tgproj", Document(Article((), lead="  \n")))
    assert reopened(store).article().text() == "  \n"


def test_half_a_surrogate_pair_is_kept_out_of_the_file(tmp_path: Path) -> None:
    broken = Document(Article((Segment("a", "x\ud83dy"),), title="\udc80"), {"a": Target("\ude00")})
    store = reopened(ProjectFile.create(tmp_path / "a.tgproj", broken))
    assert store.row("a").segment.source == "x\ufffdy"
    assert store.row("a").target.text == "\ufffd"


def test_an_edit_is_there_without_closing(store: ProjectFile) -> None:
    store.apply(typed(store, "s0", "The summit"), "Ana")
    other = ProjectFile.open(store.path, read_only=True)
    assert other.row("s0").target.text == "The summit"
    assert other.row("s0").revision == 1


def test_a_state_alone_does_not_make_a_new_revision(store: ProjectFile) -> None:
    before = store.row("s0").target
    store.apply(SetTarget("s0", before, dataclasses.replace(before, state=State.REVIEWED)), "Ana")
    assert store.row("s0").revision == 0


def test_a_change_against_another_text_is_refused_whole(store: ProjectFile) -> None:
    good = typed(store, "s0", "New")
    bad = SetTarget("s1", Target("something else"), Target("x"))
    with pytest.raises(StaleChangeError):
        store.apply(Compound((good, bad)), "Ana")
    assert store.rows() == ProjectFile.open(store.path, read_only=True).rows()
    assert store.row("s0").target.text == "The Lyon summit"
    assert len(store.history("s0")) == 1


@pytest.mark.parametrize(
    "change",
    [
        SetTarget("gone", EMPTY_TARGET, Target("x")),
        SetExclusion("s0", Exclusion.DEBRIS, Exclusion.NONE),
        SetNotes("s1", (), ("x",)),
        ReplaceRows((Row(Segment("s0", "other")),), (Row(Segment("s0", "other")),)),
    ],
)
def test_stale_changes(store: ProjectFile, change: SetTarget) -> None:
    with pytest.raises(StaleChangeError):
        store.apply(change, "Ana")


def test_replacing_rows_must_keep_the_source(store: ProjectFile) -> None:
    row = store.row("s0")
    with pytest.raises(ValueError, match="character for character"):
        store.apply(ReplaceRows((row,), (Row(Segment("s0", "shorter")),)), "Ana")


def test_rows_that_are_no_neighbours_are_refused(store: ProjectFile) -> None:
    one, two = store.row("s0"), store.row("s2")
    source = one.segment.source + one.segment.gap + two.segment.source
    joined = Row(dataclasses.replace(one.segment, source=source, gap=two.segment.gap))
    with pytest.raises(StaleChangeError):
        store.apply(ReplaceRows((one, two), (joined,)), "Ana")


def halved(row: Row, name: str) -> ReplaceRows:
    source = row.segment.source
    first = dataclasses.replace(row.segment, source=source[:1], gap="")
    second = dataclasses.replace(row.segment, id=name, source=source[1:])
    return ReplaceRows((row,), (Row(first), Row(second)))


def test_splitting_in_one_place_until_there_is_no_room(store: ProjectFile) -> None:
    text, order = store.article().text(), [row.id for row in store.rows()]
    changes = []
    for number in range(40):  # twice the room that rows are given at first
        change = (
            halved(store.row("s1"), f"n{number}") if number == 0 else halved(store.row(f"n{number - 1}"), f"n{number}")
        )
        store.apply(change, "Ana")
        changes.append(change)
        assert store.article().text() == text
    for change in reversed(changes):
        store.apply(change.inverse(), "Ana")
    assert [row.id for row in store.rows()] == order
    assert store.article().text() == text


def test_history_has_every_version_with_who_and_when(store: ProjectFile) -> None:
    store.apply(typed(store, "s0", "One"), "Ana")
    store.apply(SetExclusion("s0", Exclusion.NONE, Exclusion.BY_HAND), "Ben")
    store.apply(typed(store, "s0", "Two"), "Ana")
    versions = reopened(store).versions("s0")
    assert [v.row.target.text for v in versions] == ["The Lyon summit", "One", "One", "Two"]
    assert [v.kind for v in versions] == ["import", "target", "exclusion", "target"]
    assert [v.by for v in versions] == ["", "Ana", "Ben", "Ana"]
    assert [v.row.revision for v in versions] == [0, 1, 1, 2]
    assert [v.row.segment.excluded for v in versions] == [False, False, True, True]
    assert versions[1].at.endswith("+00:00")


def test_keys_of_one_word_are_one_version(store: ProjectFile) -> None:
    def key(text: str, by: str = "Ana", segment: str = "s0", continues: bool = True) -> None:
        store.apply(dataclasses.replace(typed(store, segment, text), continues=continues), by)

    for number in range(1, 4):
        key("One"[:number], continues=number > 1)
    key("One ", continues=False)
    key("One t")
    key("One to", "Ben")  # somebody else
    key("Le ", segment="s1")
    key("One two", "Ben")  # not the last change any more
    store = reopened(store)
    versions = store.versions("s0")
    assert [v.row.target.text for v in versions] == ["The Lyon summit", "One", "One t", "One to", "One two"]
    assert [v.row.revision for v in versions] == [0, 3, 5, 6, 7]
    assert [v.by for v in versions] == ["", "Ana", "Ana", "Ben", "Ben"]
    assert store.row("s0").revision == 7


def test_history_of_a_segment_that_was_split_and_joined(store: ProjectFile) -> None:
    change = halved(store.row("s1"), "new")
    store.apply(change, "Ana")
    store.apply(typed(store, "new", "half"), "Ana")
    back = ReplaceRows((store.row("s1"), store.row("new")), change.before)
    store.apply(back, "Ana")
    assert [row.segment.source for row in store.history("s1")] == [SOURCES[1], "L", SOURCES[1]]
    assert [row.target.text for row in store.history("new")][-1] == "half"
    assert store.history("never") == []
    revisions = [row.revision for row in store.history("s1")]
    assert revisions == sorted(set(revisions))


def test_a_segment_that_comes_back_has_a_new_revision(store: ProjectFile) -> None:
    change = halved(store.row("s1"), "new")
    store.apply(change, "Ana")
    for number in range(3):
        store.apply(typed(store, "new", f"{number}"), "Ana")
    seen = store.row("new").revision
    store.apply(ReplaceRows((store.row("s1"), store.row("new")), change.before), "Ana")
    store.apply(change, "Ana")
    assert store.row("new").revision > seen


def test_candidates_are_ranked_and_replaced_by_engine(store: ProjectFile) -> None:
    store.record_candidates({"s0": [Candidate("b", "local", score=40), Candidate("a", "local", score=90)]}, "local|1")
    store.record_candidates({"s0": [Candidate("m", "memory", match=80), Candidate("n", "memory", match=101)]})
    store.record_candidates({"s0": [Candidate("c", "local", doubts=("A number is missing.",))]}, "local|2")
    store = reopened(store)
    assert [c.text for c in store.candidates("s0")] == ["n", "m", "c"]
    assert store.candidates("s0")[2].doubts == ("A number is missing.",)
    assert store.candidates("s1") == []


def test_what_was_asked_is_remembered_until_the_source_changes(store: ProjectFile) -> None:
    store.record_candidates({"s0": [], "s1": [Candidate("x", "local")]}, "local|1")
    assert store.proposed("local|1") == {"s0", "s1"}
    assert store.proposed("local|2") == set()
    change = halved(store.row("s1"), "new")
    store.apply(change, "Ana")
    assert store.proposed("local|1") == {"s0"}
    assert store.candidates("s1") == []
    store.apply(change.inverse(), "Ana")
    assert [c.text for c in store.candidates("s1")] == ["x"]


def test_scorecards_come_back_whole(store: ProjectFile) -> None:
    made = card("s0", 71.25, [finding("s0"), dataclasses.replace(finding("s0", "name.changed"), span=None)])
    store.record_scores([(3, made)])
    store = reopened(store)
    assert store.scorecard("s0") == made
    assert store.scorecard("s1") is None
    [(segment, revision, divergence, order, keys)] = store.score_marks()
    assert (segment, revision, divergence, order) == ("s0", 3, 71.25, 71.25)
    assert [line.split(" ")[1] for line in keys.split("\n")] == ["number.missing", "name.changed"]


def test_dismissals_and_notes(store: ProjectFile) -> None:
    here = Dismissal("f" * 16, Scope.HERE, "Ana", "2026-01-01T00:00:00+00:00", "s0")
    everywhere = Dismissal("number.missing", Scope.ALWAYS, "Ana", "", "s0")
    store.apply(Compound((Dismiss(here), Dismiss(everywhere))), "Ana")
    store.apply(SetNotes("s1", ("Check the hour.",), ()), "Ana")
    store.apply(SetNotes("s0", (), ("a", "b")), "Ana")
    store = reopened(store)
    assert store.dismissals() == [here]
    assert store.notes() == {"s0": ("a", "b")}
    store.apply(Restore(here), "Ana")
    assert store.dismissals() == []


def test_a_project_remembers(store: ProjectFile) -> None:
    store.remember("threshold", 42.5)
    store.remember("threshold", 43.5)
    store = reopened(store)
    assert store.recall("threshold") == 43.5
    assert store.recall("nothing", "default") == "default"


def test_a_copy_is_a_project(store: ProjectFile, tmp_path: Path) -> None:
    store.apply(typed(store, "s0", "New"), "Ana")
    store.save_copy(tmp_path / "b.tgproj")
    copy = ProjectFile.open(tmp_path / "b.tgproj")
    assert copy.rows() == store.rows()
    assert copy.history("s0") == store.history("s0")


def test_an_existing_file_is_not_overwritten_unasked(store: ProjectFile) -> None:
    store.close()
    with pytest.raises(StoreError, match="there already"):
        ProjectFile.create(store.path, document())
    again = ProjectFile.create(store.path, document(["", "", "", "", ""]), overwrite=True)
    assert again.row("s0").target == EMPTY_TARGET


def test_a_place_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        ProjectFile.create(tmp_path / "none" / "a.tgproj", document())
    assert "folder does not exist" in caught.value.hint


def test_closing_leaves_one_file(store: ProjectFile) -> None:
    store.apply(typed(store, "s0", "New"), "Ana")
    store.close()
    store.close()
    assert [path.name for path in store.path.parent.iterdir()] == ["a.tgproj"]


def test_threads_are_served_one_at_a_time(store: ProjectFile) -> None:
    failures: list[BaseException] = []

    def work(segment: str) -> None:
        try:
            for number in range(25):
                store.apply(typed(store, segment, f"{segment} {number}"), "Ana")
                store.record_scores([(number, card(segment))])
                store.candidates(segment)
        except BaseException as error:  # noqa: BLE001 - whatever it is, the test must see it
            failures.append(error)

    threads = [threading.Thread(target=work, args=(f"s{n}",)) for n in (0, 1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert [store.row(f"s{n}").target.text for n in (0, 1, 2)] == ["s0 24", "s1 24", "s2 24"]


def test_the_log_is_flushed_and_folded_in_behind_the_writer(store: ProjectFile) -> None:
    keeper = store._keeper
    assert keeper is not None
    store.apply(typed(store, "s0", "long " * 2_000_000), "Ana")
    before = store.path.stat().st_size
    keeper.flush()
    assert store.path.stat().st_size > before + 10_000_000
    store.apply(typed(store, "s0", "short"), "Ana")
    keeper.flush()
    assert reopened(store).row("s0").target.text == "short"


def test_no_thread_outlives_its_project(store: ProjectFile) -> None:
    store.apply(typed(store, "s0", "New"), "Ana")
    assert store._keeper is not None
    thread = store._keeper._thread
    assert thread is not None
    assert thread.is_alive()
    store.close()
    assert not thread.is_alive()


def test_a_grown_log_is_folded_in_behind_the_writers_back(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("translator_gui.store.keeper.DELAY_SECONDS", 2.0)
    path = tmp_path / "a.tgproj"
    with ProjectFile.create(path, document()) as store:
        before = path.stat().st_size
        for number in range(60):
            edit = SetTarget("s0", store.row("s0").target, Target(f"{number} " * 30_000))
            store.apply(edit, "Ana")
        assert path.stat().st_size == before, "the writer himself never folds"
        end = time.monotonic() + 20
        while path.stat().st_size < before + 4_000_000 and time.monotonic() < end:
            time.sleep(0.05)
        assert path.stat().st_size > before + 4_000_000
