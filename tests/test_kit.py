from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from translator_gui.kit.errors import AppError, Cancelled, EngineError, FormatError, InputError, StoreError
from translator_gui.kit.events import EventBus
from translator_gui.kit.files import atomic_write, remove_leftovers
from translator_gui.kit.jobs import CancelToken, Eta
from translator_gui.kit.log import protect, redact
from translator_gui.kit.paths import runtime_dir
from translator_gui.kit.registry import Registry
from translator_gui.kit.settings import EngineSettings, Settings, WindowSettings, load_settings, save_settings
from translator_gui.kit.sqlite import connect, migrate, transaction


def test_errors_survive_pickling() -> None:
    error = pickle.loads(pickle.dumps(EngineError("no", "do", "why", transient=True)))
    assert (error.message, error.hint, error.detail, error.transient) == ("no", "do", "why", True)
    assert str(pickle.loads(pickle.dumps(AppError("a", "b")))) == "a b"


def test_cancel_token_wakes_a_wait() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        token.wait(60)
    with pytest.raises(Cancelled):
        token.check()


def test_eta_from_pace() -> None:
    now = iter([0.0, 10.0])
    eta = Eta(10, clock=lambda: next(now))
    assert eta.left(0) is None
    assert eta.left(5) == 10.0


def test_atomic_write_leaves_the_old_file_when_the_block_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def write_half() -> None:
        with atomic_write(path, "w") as handle:
            handle.write("new")
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        write_half()
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_what_a_killed_process_left_is_cleared_away_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "out" / "part"
    folder.mkdir(parents=True)
    kept = [folder / name for name in ("a.tmx", ".hidden", "notes.half-written")]
    for path in kept:
        path.write_text("mine", encoding="utf-8")
    script = (
        "import os, sys; from pathlib import Path; from translator_gui.kit.files import atomic_write\n"
        "with atomic_write(Path(sys.argv[1]), 'w') as handle: handle.write('half'); handle.flush(); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", script, str(folder / "a.tmx")], check=False).returncode == 9
    assert len(list(folder.iterdir())) == 4
    remove_leftovers(tmp_path)
    assert sorted(folder.iterdir()) == sorted(kept)
    assert (folder / "a.tmx").read_text(encoding="utf-8") == "mine"


def test_atomic_write_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught, atomic_write(tmp_path / "none" / "a.txt", "w"):
        pass
    assert "folder does not exist" in caught.value.hint


def test_settings_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    settings = Settings(
        "Ana",
        EngineSettings(options={"libre": {"url": "http://localhost/"}}),
        window=WindowSettings(recent_files=("a",)),
    )
    save_settings(settings, path)
    assert load_settings(path) == settings


@pytest.mark.parametrize("text", ['user_name = 3\nwindow = "x"\nunknown = 1\n', "[window]\ntheme = 4\n"])
def test_wrong_settings_fall_back(tmp_path: Path, text: str) -> None:
    path = tmp_path / "s.toml"
    path.write_text(text)
    assert load_settings(path) == Settings()


def test_settings_that_are_not_toml(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_text("= =")
    with pytest.raises(FormatError):
        load_settings(path)


def test_registry_names_what_it_knows() -> None:
    registry: Registry[object] = Registry("check", {"join": "os.path:join"})
    assert callable(registry.get("join"))
    with pytest.raises(InputError, match="no check called"):
        registry.get("other")


def test_events_reach_only_their_kind() -> None:
    bus, seen = EventBus(), []
    end = bus.subscribe(str, seen.append)
    bus.publish("a")
    bus.publish(1)
    end()
    bus.publish("b")
    assert seen == ["a"]


def test_migrations_run_once_and_newer_files_are_refused(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.db")
    assert migrate(connection, ["CREATE TABLE a(x); CREATE TABLE b(x)"]) == 1
    assert migrate(connection, ["CREATE TABLE a(x); CREATE TABLE b(x)"]) == 1
    with pytest.raises(StoreError, match="newer version"):
        migrate(connection, [])


def test_transaction_rolls_back(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.db")
    migrate(connection, ["CREATE TABLE a(x)"])

    def insert_and_fail() -> None:
        with transaction(connection):
            connection.execute("INSERT INTO a VALUES (1)")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        insert_and_fail()
    assert connection.execute("SELECT count(*) FROM a").fetchone() == (0,)


def test_not_a_database(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("hello " * 1000)
    with pytest.raises(StoreError):
        connect(path)


def test_redaction() -> None:
    protect("s3cr3t-value")
    assert "s3cr3t" not in redact("GET /?q=1 s3cr3t-value")
    assert redact("?auth_key=abcdef&x=1") == "?auth_key=***&x=1"


def test_without_a_login_session_the_folder_for_sockets_is_found_without_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert runtime_dir().is_dir()
