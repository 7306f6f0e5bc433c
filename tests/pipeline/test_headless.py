"""The headless work below the command line: recipes, opening, exporting, lazily built parts."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from translator_gui.domain.article import Article, Document
from translator_gui.domain.candidate import Availability, Candidate, Proposal, TranslationRequest
from translator_gui.domain.score import Pair
from translator_gui.domain.segment import Exclusion, Origin, Row, Segment, State, Target
from translator_gui.domain.unit import TranslationUnit
from translator_gui.kit.errors import Cancelled, EngineError, InputError
from translator_gui.kit.jobs import CancelToken, JobContext
from translator_gui.kit.settings import ScoringSettings, Settings
from translator_gui.pipeline.export import export, with_findings
from translator_gui.pipeline.lazy import Lazy
from translator_gui.pipeline.opening import Opened, open_file, opened
from translator_gui.pipeline.pairs import pairs_of, requests_of
from translator_gui.pipeline.propose import propose
from translator_gui.pipeline.run_article import Recipe, run_article
from translator_gui.pipeline.score import ScoreRecipe, score_pairs
from translator_gui.pipeline.workshop import Workshop

RULES = replace(Settings(), scoring=ScoringSettings(profile="rules"))


def small(*texts: tuple[str, str]) -> Opened:
    segments = tuple(Segment(f"s{n}", source, " ", n) for n, (source, _) in enumerate(texts))
    targets = {f"s{n}": Target(target, origin=Origin.DRAFT) for n, (_, target) in enumerate(texts) if target}
    return opened(Document(Article(segments), targets))


class Upper:
    """An engine that says what it was shown."""

    name, title, online = "upper", "Upper", False

    def __init__(self) -> None:
        self.asked: list[TranslationRequest] = []

    def availability(self) -> Availability:
        return Availability(True)

    def signature(self) -> str:
        return "upper|1"

    def translate(self, requests: Sequence[TranslationRequest], ctx: JobContext) -> list[Proposal]:
        self.asked += requests
        return [Proposal(r.id, (Candidate(r.text.upper(), "upper"),)) for r in requests]

    def close(self) -> None:
        pass


class Absent(Upper):
    def translate(self, requests: Sequence[TranslationRequest], ctx: JobContext) -> list[Proposal]:
        raise EngineError("No key.", "Get one.")


def requests(count: int) -> list[TranslationRequest]:
    return [TranslationRequest(f"s{n}", f"texte {n}") for n in range(count)]


def test_each_batch_sees_the_pairs_before_it() -> None:
    engine = Upper()
    found = propose(requests(9), engine, JobContext())
    assert [found.candidates[f"s{n}"][0].text for n in range(9)] == [f"TEXTE {n}" for n in range(9)]
    assert engine.asked[0].previous == ()
    assert engine.asked[8].previous == (("texte 6", "TEXTE 6"), ("texte 7", "TEXTE 7"))


def test_cancel_stops_between_batches() -> None:
    token, engine = CancelToken(), Upper()
    ctx = JobContext(token, progress=lambda done, total, text: token.cancel() if done else None)
    with pytest.raises(Cancelled):
        propose(requests(20), engine, ctx)
    assert len(engine.asked) < 20


def test_memory_comes_first() -> None:
    with Workshop(RULES) as workshop:
        memory = workshop.memory()
        memory.add([TranslationUnit("texte 1", "text one", by="Ana")])
        found = propose(requests(2), Upper(), JobContext(), memory)
    best, other = found.candidates["s1"][0], found.candidates["s1"][-1]
    assert (best.text, best.engine, best.match, best.by) == ("text one", "memory", 100, "Ana")
    assert other.engine == "upper"


def test_pairs_know_their_neighbours_and_leave_out_debris() -> None:
    source = small(("Un.", "One."), ("Menu", ""), ("Deux.", "Two."))
    rows = [
        replace(row, segment=replace(row.segment, exclusion=Exclusion.DEBRIS)) if row.id == "s1" else row
        for row in source.rows
    ]
    pairs = pairs_of(source.article, rows, {"s2": ["Deux!"]})
    assert [(p.id, p.previous, p.following, p.candidates) for p in pairs] == [
        ("s0", "", "Two.", ()),
        ("s2", "One.", "", ("Deux!",)),
    ]
    assert [r.id for r in requests_of(source.article, rows)] == ["s0", "s2"]


@pytest.mark.parametrize("thing", [ScoreRecipe(ScoringSettings("rules")), Recipe("offline", "rules", True)])
def test_recipes_travel(thing: object) -> None:
    assert pickle.loads(pickle.dumps(thing)) == thing


def test_score_pairs_in_order_by_batches() -> None:
    pairs = [Pair(str(n), f"Il y a {n} voix.", f"There are {n} votes.") for n in range(100)]
    batches = list(score_pairs(pairs, ScoreRecipe(RULES.scoring), JobContext()))
    assert [card.id for batch in batches for card in batch] == [pair.id for pair in pairs]
    with pytest.raises(InputError):
        list(score_pairs(pairs, ScoreRecipe(RULES.scoring), JobContext(), jobs=0))
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        list(score_pairs(pairs, ScoreRecipe(RULES.scoring), JobContext(token)))


def test_run_article_fills_only_what_nobody_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    source = small(("Il y a 312 voix.", "There are 321 votes."), ("Fin.", ""), ("Vide.", ""))
    locked = [replace(r, target=Target(state=State.REVIEWED)) if r.id == "s2" else r for r in source.rows]
    with Workshop(RULES) as workshop:
        monkeypatch.setattr(workshop, "engine", lambda name: Upper())
        result = run_article(Recipe("upper", fill=True), replace(source, rows=locked), workshop, JobContext())
    assert [row.target.text for row in result.opened.rows] == ["There are 321 votes.", "FIN.", ""]
    filled = result.opened.rows[1].target
    assert (filled.state, filled.origin, filled.engine) == (State.INITIAL, Origin.ENGINE, "upper")
    assert result.scorecards["s0"].flagged
    assert [f.code for f in result.exportable().findings["s0"]] == ["number.swapped"]


def test_run_article_scores_even_without_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    with Workshop(RULES) as workshop:
        monkeypatch.setattr(workshop, "engine", lambda name: Absent())
        result = run_article(Recipe("absent"), small(("Oui.", "Yes.")), workshop, JobContext())
    assert result.errors == {"": "No key. Get one."}
    assert set(result.scorecards) == {"s0"}


def test_export_tells_what_was_lost(tmp_path: Path) -> None:
    source = small(("a\x01", "b\x02"), ("Deux.", ""))
    text = export(source, tmp_path / "a.txt")
    assert text.warnings == (
        "2 control characters were left out: the format cannot hold them.",
        "One segment has no translation: the source text was written instead.",
    )
    assert (tmp_path / "a.txt").read_text("utf-8") == "b\n\nDeux.\n"
    assert export(source, tmp_path / "a.jsonl").warnings == ()
    assert (text.rows, text.left_out) == (2, 0)


@pytest.mark.parametrize("form", ["tmx", "moses", "opus"])
def test_export_of_pairs_tells_what_has_none(tmp_path: Path, form: str) -> None:
    done = export(small(("Un.", "One."), ("Deux.", ""), ("Trois.", " ")), tmp_path / "a", form)
    assert done.warnings == ("2 segments have no translation and did not go in: the format holds pairs.",)
    assert (done.rows, done.skipped, done.left_out) == (1, 2, 0)
    kept = export(small(("Un.", "One."), ("Deux.", "")), tmp_path / "b", form, {"empty": "source"})
    assert (kept.rows, kept.skipped) == (2, 0)


@pytest.mark.parametrize(
    ("source", "options", "hint"),
    [
        (small(), {}, "empty"),
        (small(("Un.", "One.")), {"only_confirmed": True}, "confirmed"),
        (small(("Un.", "")), {}, "has a translation"),
        (replace(small(("Un.", "")), rows=[Row(Segment("a", "x", exclusion=Exclusion.DEBRIS))]), {}, "excluded"),
    ],
)
def test_nothing_to_export(source: Opened, options: dict[str, bool], hint: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        export(source, tmp_path / "a.tmx", options=options)
    assert hint in caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_findings_are_asked_for_once() -> None:
    with Workshop(RULES) as workshop:
        found = with_findings(small(("312 voix.", "321 votes."), ("Deux.", "")), workshop.checks)
        assert found.findings is not None
        assert set(found.findings) == {"s0"}
        assert with_findings(found, workshop.checks) is found


def test_a_project_keeps_dismissals(tmp_path: Path) -> None:
    from translator_gui.domain.change import Dismiss
    from translator_gui.domain.finding import Dismissal
    from translator_gui.pipeline.check import check_rows
    from translator_gui.store.project_file import ProjectFile

    path = tmp_path / "a.tgproj"
    source = small(("312 voix.", "321 votes."))
    document = Document(source.article, {"s0": source.rows[0].target}, {"s0": ("A note",)})
    store = ProjectFile.create(path, document)
    with Workshop(RULES) as workshop:
        [card] = workshop.scorer().score(pairs_of(source.article, source.rows), JobContext())
        store.record_scores([(0, card)])
        number = next(f for f in card.findings if f.code == "number.swapped")
        store.apply(Dismiss(Dismissal(number.fingerprint, segment="s0")), "Ana")
        store.close()
        again = open_file(path, workshop)
        assert again.findings is not None
        assert number not in again.findings["s0"]
        assert all(f.code != "number.swapped" for f in check_rows(again, workshop)["s0"])
    assert again.notes == {"s0": ("A note",)}


# -- the workshop


def test_parts_are_built_once_and_again_after_a_change() -> None:
    with Workshop(RULES) as workshop:
        scorer = workshop.scorer()
        assert workshop.scorer("rules") is scorer
        memory = workshop.memory()
        workshop.change_settings(replace(RULES, scoring=ScoringSettings("rules", false_flags=5)))
        assert workshop.scorer() is not scorer
        assert workshop.memory() is memory


def test_muted_checks_are_silent() -> None:
    pairs = [Pair("a", "312 voix.", "321 votes.")]
    with Workshop(RULES) as workshop:
        assert [f.code for f in workshop.checks(pairs)[0]] == ["number.swapped"]
    muted = replace(RULES, scoring=ScoringSettings("rules", muted_checks=("number.swapped",)))
    with Workshop(muted) as workshop:
        assert workshop.checks(pairs) == [[]]


def test_every_engine_has_a_row() -> None:
    from translator_gui.engines.catalogue import ENGINES

    with Workshop(RULES) as workshop:
        infos = workshop.engines()
    assert [info.name for info in infos] == ENGINES.names()
    assert all(info.availability.ok or info.availability.why for info in infos)


def test_lazy_builds_once_for_many_threads() -> None:
    built, start = [], threading.Barrier(8)

    def build() -> object:
        built.append(1)
        return object()

    lazy, seen = Lazy(build), []

    def ask() -> None:
        start.wait()
        seen.append(lazy.get())

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(built) == 1
    assert len(set(map(id, seen))) == 1
    assert lazy.taken() is seen[0]
    assert lazy.taken() is None
