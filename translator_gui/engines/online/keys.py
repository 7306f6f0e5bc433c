"""Keys for services: in the system keyring, or for this session only when there is none. Never in a file of ours.

Keyring calls may wait for the desktop's password dialog: never call these from the window's thread.
"""

from __future__ import annotations

import os
import threading

import keyring
from keyring.errors import KeyringError

from ...kit.log import protect

SERVICE = "translator-gui"
_session: dict[str, str] = {}
_lock = threading.Lock()


def get_key(engine: str) -> str:
    """The key for an engine: entered in this session, TRANSLATOR_GUI_KEY_<ENGINE>, or the keyring; "" if none."""
    with _lock:
        key = _session.get(engine, "")
    key = key or os.environ.get(f"TRANSLATOR_GUI_KEY_{engine.upper()}", "") or _from_keyring(engine)
    protect(key)
    return key


def _from_keyring(engine: str) -> str:
    try:
        return keyring.get_password(SERVICE, engine) or ""
    except (KeyringError, RuntimeError):  # no desktop, or its keyring stays locked: there is no key, then
        return ""


def set_key(engine: str, key: str) -> bool:
    """Keep a key. True: in the keyring; False: there is none here, it is kept until the program ends."""
    protect(key)
    with _lock:
        _session[engine] = key
    try:
        keyring.set_password(SERVICE, engine, key)
    except (KeyringError, RuntimeError):
        return False
    return _from_keyring(engine) == key  # the null backend accepts everything and keeps nothing


def delete_key(engine: str) -> None:
    with _lock:
        _session.pop(engine, None)
    if _from_keyring(engine):
        keyring.delete_password(SERVICE, engine)
