"""Days as people write them: 31.12.2026 in German; as data, and in English, they are ISO dates."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


def written(day: date | None, language: str) -> str:
    """Return a day as people write it, or nothing."""
    if day is None:
        return ""
    return day.isoformat() if language == "en" else day.strftime("%d.%m.%Y")


def rewritten(text: str, language: str) -> str:
    """Return a text of our own with its ISO dates as people write them."""
    return text if language == "en" else _ISO.sub(r"\3.\2.\1", text)
