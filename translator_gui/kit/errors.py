"""Errors a person can do something about. Anything that is not an AppError is a bug and reaches the crash report."""

from __future__ import annotations


class AppError(Exception):
    """A known failure.

    message: what is wrong, one sentence, no secrets. hint: what to do about it. detail: for the curious (a line
    number, an HTTP status, the library's own words), never a key and never article text.
    """

    def __init__(self, message: str, hint: str = "", detail: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions cross process borders in batches: keep all three fields.
        return (type(self), (self.message, self.hint, self.detail))


class InputError(AppError):
    """What the user gave cannot be used: a missing file, an empty document, a wrong option."""


class FormatError(InputError):
    """A file is not what its format promises."""


class EngineError(AppError):
    """A translation backend did not answer, or answered something that is not a translation.

    ``transient`` says whether trying again later may help.
    """

    def __init__(self, message: str, hint: str = "", detail: str = "", transient: bool = False) -> None:
        super().__init__(message, hint, detail)
        self.transient = transient

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.message, self.hint, self.detail, self.transient))


class MissingExtraError(AppError):
    """An optional part is not installed. ``hint`` holds the one line that installs it."""


class StoreError(AppError):
    """The project file cannot be read or written."""


class StaleChangeError(AppError):
    """A change was prepared against a text that has altered since."""


class Cancelled(Exception):
    """Raised by CancelToken.check(); never shown as an error."""
