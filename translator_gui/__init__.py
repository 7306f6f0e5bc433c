"""Translator GUI: find where an English draft says something else than its French source."""

__version__ = "0.1.0"
