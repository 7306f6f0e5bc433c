"""Settings: frozen dataclasses, declared once, kept in one TOML file. Keys for services are never here (keyring)."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import tomli_w

from .errors import FormatError
from .files import atomic_write
from .paths import settings_file
from .toml import read

S = TypeVar("S")


@dataclass(frozen=True)
class EngineSettings:
    """Which engines to ask, in order, and each one's own options (engine name -> option -> value)."""

    default: str = "offline"
    consented: tuple[str, ...] = ()  # online engines the user agreed to, once
    options: dict[str, dict[str, Any]] = field(default_factory=dict)
    candidates: int = 3
    timeout_seconds: float = 20.0


@dataclass(frozen=True)
class ScoringSettings:
    """profile: rules, fast or full. threshold None: the calibrated one for ``false_flags`` percent. house_style: a
    style of resources/words/en.styles.toml, "" for none."""

    profile: str = "full"
    false_flags: int = 10
    threshold: float | None = None
    muted_checks: tuple[str, ...] = ()
    house_style: str = ""


@dataclass(frozen=True)
class MemorySettings:
    """What a match of the translation memory loses, in percent points, and why: see memory.penalties."""

    machine: int = 5
    other_origin: int = 0
    other_author: int = 0
    old: int = 0
    old_years: int = 5


@dataclass(frozen=True)
class WindowSettings:
    """What the window remembers. theme: system, light or dark. language: "" follows the system."""

    theme: str = "system"
    language: str = ""
    font_points: float = 0.0  # 0: the system's size
    view: str = "grid"
    geometry: str = ""
    layout: str = ""
    recent_files: tuple[str, ...] = ()
    shortcuts: dict[str, str] = field(default_factory=dict)
    spelling: str = "en_US"
    highlights: bool = True
    motion: str = "system"  # or "full", "reduced": what may move
    toured: bool = False  # the first-run tour was shown


@dataclass(frozen=True)
class Settings:
    """All settings. ``user_name`` signs edits and reviews."""

    user_name: str = ""
    engines: EngineSettings = field(default_factory=EngineSettings)
    scoring: ScoringSettings = field(default_factory=ScoringSettings)
    memory: MemorySettings = field(default_factory=MemorySettings)
    window: WindowSettings = field(default_factory=WindowSettings)


def _from_table(kind: type[S], table: dict[str, Any]) -> S:
    """Unknown keys are ignored, wrong types fall back to the default: a settings file never stops the app."""
    default = kind()
    values: dict[str, Any] = {}
    for spec in dataclasses.fields(kind):  # type: ignore[arg-type]
        if spec.name not in table:
            continue
        value, model = table[spec.name], getattr(default, spec.name)
        if dataclasses.is_dataclass(model) and isinstance(value, dict):
            values[spec.name] = _from_table(type(model), value)
        elif isinstance(model, tuple) and isinstance(value, list):
            values[spec.name] = tuple(value)
        elif model is None or isinstance(value, type(model)) or (isinstance(model, float) and isinstance(value, int)):
            values[spec.name] = value
    return kind(**values)


def _drop_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _drop_none(item) for key, item in value.items() if item is not None}
    return list(value) if isinstance(value, tuple) else value


def load_settings(path: Path | None = None) -> Settings:
    """Raises FormatError when the file is not TOML (the file is left as it is)."""
    path = path or settings_file()
    if not path.exists():
        return Settings()
    try:
        table = read(path)
    except ValueError as error:
        hint = "Correct it, or delete it to start with the defaults."
        raise FormatError(f"The settings file {path} cannot be read.", hint, str(error)) from error
    return _from_table(Settings, table)


def save_settings(settings: Settings, path: Path | None = None) -> None:
    path = path or settings_file()
    with atomic_write(path) as handle:
        tomli_w.dump(_drop_none(dataclasses.asdict(settings)), handle)
