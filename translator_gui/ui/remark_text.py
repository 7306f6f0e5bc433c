"""Errors and comments of reviewers as sentences in the interface language: for lists, tooltips and screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ..domain.mqm import MISSING, Annotation
from .finding_text import severity_name
from .i18n import current_language
from .recorded_text import recorded_comment

if TYPE_CHECKING:
    from ..review.session import ReviewSession
    from ..review.typology import Typology


def category_name(typology: Typology, category: str) -> str:
    """ "Accuracy › Mistranslation"; "Error" for an ESA span, which has none."""
    tr, language = QCoreApplication.translate, current_language()
    if category == MISSING:
        return tr("remarks", "Missing")
    if not category:
        return tr("remarks", "Error")
    found = typology.resolve(category)
    if found is None:
        return category
    dimension = typology.get(found.dimension)
    parts = [dimension.name(language)] if dimension is not None and dimension.id != found.id else []
    return " › ".join((*parts, found.name(language)))


def error_text(session: ReviewSession, error: Annotation) -> str:
    from ..review import typology

    told = f"{severity_name(error.severity)} · {category_name(typology.of(session), error.category)}"
    if error.comment:
        told += f": {recorded_comment(error)}"
    return f"{told} → {error.suggestion}" if error.suggestion else told


def side_name(side: str) -> str:
    tr = QCoreApplication.translate
    return tr("remarks", "French") if side == "source" else tr("remarks", "English")
