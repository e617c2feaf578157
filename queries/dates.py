"""Days as people write them: 31.12.2026 in German; as data, and in English, they are ISO dates."""

from __future__ import annotations

import re
from datetime import date, datetime

FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y")
"""How people write a day: 2026-12-31, 31.12.2026, 31.12.26."""
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


def written(day: date | None, language: str) -> str:
    """Return a day as people write it, or nothing."""
    if day is None:
        return ""
    return day.isoformat() if language == "en" else day.strftime("%d.%m.%Y")


def rewritten(text: str, language: str) -> str:
    """Return a text of our own with its ISO dates as people write them."""
    return text if language == "en" else _ISO.sub(r"\3.\2.\1", text)


def day_said(text: str) -> date | None:
    """Return the day somebody wrote down, or None where it is none."""
    for form in FORMS:
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    return None
