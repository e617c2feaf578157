"""Days as the fact tables hold them: proleptic ordinals, -1 where nothing is said."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

NOT_SAID = -1


@lru_cache(maxsize=65536)
def day(text: str, *, last: bool = False) -> int:
    """Return the day of an ISO date; of a year or month its first day, or the ``last``; -1 if it is none."""
    parts = text.strip()[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 3:
            return date(*numbers).toordinal()
        if len(numbers) == 2:
            year, month = numbers
            following = date(year + month // 12, month % 12 + 1, 1).toordinal()
            return following - 1 if last else date(year, month, 1).toordinal()
        year = int(text)
        return date(year, 12, 31).toordinal() if last else date(year, 1, 1).toordinal()
    except (ValueError, TypeError):
        return NOT_SAID


def later(one: int, other: int) -> int:
    """Return the later of two beginnings."""
    return max(one, other)


def earlier(one: int, other: int) -> int:
    """Return the earlier of two ends; not said is no end."""
    return min(one, other) if one >= 0 and other >= 0 else max(one, other)
