from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import keyring.backends.fail
import pytest

from translator_gui.engines.online import keys
from translator_gui.kit.log import redact


class MemoryKeyring(keyring.backend.KeyringBackend):
    """A keyring that works, without a desktop."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service, username]


@pytest.fixture(autouse=True)
def _own_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = keyring.get_keyring()
    monkeypatch.setattr(keys, "_session", {})
    yield
    keyring.set_keyring(before)


def test_a_key_goes_to_the_keyring_and_back() -> None:
    keyring.set_keyring(MemoryKeyring())
    assert keys.set_key("deepl", "abc-key-1") is True
    keys._session.clear()  # as after a restart
    assert keys.get_key("deepl") == "abc-key-1"
    keys.delete_key("deepl")
    assert keys.get_key("deepl") == ""


def test_without_a_keyring_the_key_lasts_for_the_session() -> None:
    keyring.set_keyring(keyring.backends.fail.Keyring())
    assert keys.set_key("deepl", "abc-key-2") is False
    assert keys.get_key("deepl") == "abc-key-2"
    home = Path(os.environ["TRANSLATOR_GUI_HOME"])
    assert not any(b"abc-key-2" in p.read_bytes() for p in home.rglob("*") if p.is_file())
    keys._session.clear()
    assert keys.get_key("deepl") == ""


def test_from_the_environment_for_scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    keyring.set_keyring(keyring.backends.fail.Keyring())
    monkeypatch.setenv("TRANSLATOR_GUI_KEY_DEEPL", "abc-key-3")
    assert keys.get_key("deepl") == "abc-key-3"


def test_a_key_is_redacted_from_logs() -> None:
    keyring.set_keyring(keyring.backends.fail.Keyring())
    keys.set_key("deepl", "abc-key-4")
    assert "abc-key-4" not in redact("GET /v2 abc-key-4")
