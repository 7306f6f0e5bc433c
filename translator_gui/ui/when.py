"""Times as people say them: "just now", "14:30", "yesterday at 14:30", "3 March at 09:05"."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime


def when(at: str, now: datetime | None = None) -> str:
    """``at``: ISO 8601, UTC. "" for what is no time. ``now``: for tests."""
    try:
        moment = datetime.fromisoformat(at.replace("Z", "+00:00"))
    except ValueError:
        return ""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    local = moment.astimezone()
    today = (now or datetime.now(timezone.utc)).astimezone()
    tr, locale = QCoreApplication.translate, QLocale()
    if timedelta(0) <= today - local < timedelta(minutes=1):
        return tr("when", "just now")
    time = locale.toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    if local.date() == today.date():
        return time
    if local.date() == today.date() - timedelta(days=1):
        return tr("when", "yesterday at {0}").format(time)
    pattern = "d MMMM" if local.year == today.year else "d MMMM yyyy"
    return tr("when", "{0} at {1}").format(locale.toString(QDate(local.year, local.month, local.day), pattern), time)
