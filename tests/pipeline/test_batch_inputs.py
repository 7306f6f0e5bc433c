"""What a batch is given, and the names of what it writes."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator_gui.kit.errors import FormatError, InputError
from translator_gui.pipeline.batch_inputs import Item, output_files, plan
from translator_gui.pipeline.output_names import safe_name, unique_names

FORMATS = ("tmx", "html", "bilingual-html", "moses")


def files(name: str) -> list[str]:
    return output_files(name, FORMATS)


def write(path: Path, text: str = "Bonjour.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def planned(inputs: list[str | Path], out: Path) -> dict[str, Item]:
    return {item.name: item for item in plan(inputs, out, ("tmx",))}


@settings(max_examples=40)
@given(st.text(max_size=60))
def test_no_name_leaves_the_folder(name: str) -> None:
    made = PurePosixPath(safe_name(name))
    assert not made.is_absolute()
    assert made.parts
    assert all(part not in ("", ".", "..") and len(part.encode()) <= 100 for part in made.parts)


@given(st.lists(st.tuples(st.text(max_size=4), st.text(alphabet="aAéÉ./\\:b", max_size=4)), max_size=12))
def test_no_two_write_one_file(wanted: list[tuple[str, str]]) -> None:
    names = unique_names(wanted, files)
    written = [file.casefold() for name in names for file in files(name)]
    assert len(names) == len(wanted)
    assert len(written) == len(set(written))


@given(st.permutations(["x/a.txt", "y/a.txt", "x/a.html", "z/b.txt"]))
def test_names_do_not_depend_on_the_order(sources: list[str]) -> None:
    names = unique_names([(source, source[2]) for source in sources], files)
    assert dict(zip(sources, names, strict=True))["z/b.txt"] == "b"
    once = unique_names([(source, source[2]) for source in sorted(sources)], files)
    assert dict(zip(sources, names, strict=True)) == dict(zip(sorted(sources), once, strict=True))


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/abs/olute", "abs/olute"),
        ("C:\\temp\\x", "C_/temp/x"),
        ("con", "_con"),
        ("a. ", "a"),
        ("", "article"),
        ("..", "article"),
        ("a\x00b", "a_b"),
    ],
)
def test_hostile_names(asked: str, made: str) -> None:
    assert safe_name(asked) == made


def test_an_article_called_like_the_summary_gets_another_name(tmp_path: Path) -> None:
    write(tmp_path / "in" / "batch-summary.txt")
    (item,) = plan([tmp_path / "in"], tmp_path / "out", ("html",))
    assert item.name == "batch-summary-txt"


def test_folders_are_mirrored_and_pairs_found(tmp_path: Path) -> None:
    root = tmp_path / "in"
    for name in ("a.fr.txt", "a.en.txt", "sub/b.html", "sub/.hidden.txt", "sub/picture.png", ".git/c.txt"):
        write(root / name)
    items = planned([root], tmp_path / "out")
    assert list(items) == ["a", "sub/b"]
    assert items["a"].draft == str(root / "a.en.txt")
    assert items["sub/b"].draft == ""


def test_moses_pairs_are_found(tmp_path: Path) -> None:
    """Halves that lie alone are no inputs of a folder; a pair may have dots in its name."""
    root = tmp_path / "in"
    for name in ("a.fr", "a.en", "sub/news.2024.fr", "sub/news.2024.en", "alone.fr", "other.en"):
        write(root / name)
    items = planned([root], tmp_path / "out")
    assert list(items) == ["a", "sub/news.2024"]
    assert [Path(item.draft).name for item in items.values()] == ["a.en", "news.2024.en"]


@pytest.mark.parametrize("names", [("a.fr", "a.en"), ("a.fr.txt", "a.en.txt")])
def test_pairs_that_a_shell_names_one_by_one(tmp_path: Path, names: tuple[str, str]) -> None:
    french, english = (write(tmp_path / name) for name in names)
    for inputs in ([french, english], [english, french], [french]):
        items = planned(inputs, tmp_path / "out")
        assert {name: item.draft for name, item in items.items()} == {"a": str(english)}


def test_two_of_one_name_in_two_folders(tmp_path: Path) -> None:
    one, two = write(tmp_path / "x" / "a.txt"), write(tmp_path / "y" / "a.txt")
    names = [item.name for item in plan([one.parent, two.parent], tmp_path / "out", ("tmx",))]
    assert len(set(names)) == 2


def test_the_output_folder_is_no_input(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "out" / "a.tmx")
    assert list(planned([tmp_path], tmp_path / "out")) == ["a"]


def test_patterns_and_one_file_given_twice(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.md"):
        write(tmp_path / name)
    assert list(planned([str(tmp_path / "*.txt"), tmp_path / "a.txt"], tmp_path / "out")) == ["a", "b"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_in_a_circle_ends(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    assert list(planned([tmp_path / "in"], tmp_path / "out")) == ["a"]


MANIFESTS = {
    "list.tsv": "source\tdraft\tname\nfr/a.txt\ten/a.txt\t../first\nfr/b.txt\t\t\n",
    "list.csv": "name,source,draft\n../first,fr/a.txt,en/a.txt\n,fr/b.txt,\n",
    "list.jsonl": '{"source": "fr/a.txt", "draft": "en/a.txt", "name": "../first"}\n{"source": "fr/b.txt"}\n',
}


@pytest.mark.parametrize("name", MANIFESTS)
def test_manifests(tmp_path: Path, name: str) -> None:
    items = planned([write(tmp_path / name, MANIFESTS[name])], tmp_path / "out")
    assert list(items) == ["first", "b"]
    assert items["first"].source == str(tmp_path / "fr/a.txt")
    assert items["first"].draft == str(tmp_path / "en/a.txt")


def test_a_manifest_in_the_folder_it_is_about(tmp_path: Path) -> None:
    for name in ("in/un.txt", "in/one.txt", "in/deux.txt"):
        write(tmp_path / name)
    write(tmp_path / "in" / "list.tsv", "source\tdraft\nun.txt\tone.txt\n")
    items = planned([tmp_path / "in"], tmp_path / "out")
    assert {name: Path(item.draft).name for name, item in items.items()} == {"deux": "", "un": "one.txt"}


def test_a_table_of_pairs_is_an_article(tmp_path: Path) -> None:
    table = write(tmp_path / "pairs.tsv", "source\ttarget\nBonjour.\tHello.\n")
    assert planned([table], tmp_path / "out")["pairs"].draft == ""


def test_a_manifest_line_without_a_source_says_which(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="line 3"):
        plan([write(tmp_path / "m.tsv", "source\tdraft\na\tb\n\tc\n")], tmp_path / "out", ("tmx",))


@pytest.mark.parametrize("given_input", ["missing.txt", "*.nothing", "."])
def test_nothing_to_do_is_said(tmp_path: Path, given_input: str) -> None:
    with pytest.raises(InputError):
        plan([tmp_path / given_input], tmp_path / "out", ("tmx",))
