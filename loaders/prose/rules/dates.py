"""Days, months, quarters and years as a text writes them, as ISO dates."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import cache

from loaders.prose.rules.data import load
from ontology.text import fold

_YEAR = r"(?:19|20)\d\d"
_DAY = re.compile(rf"\b(\d{{1,2}})\.\s?(?:/\s?(\d{{1,2}})\.\s?)?(\d{{1,2}})\.\s?({_YEAR}|\d\d)\b")
_WRITTEN = re.compile(
    rf"\b(\d{{1,2}})\.(?:\s?(?:und|bis|/|–|-)\s?(\d{{1,2}})\.)?\s+([A-Za-zä]{{3,9}})\.?\s+({_YEAR})\b"
)
_YEARLESS = re.compile(
    r"\b(\d{1,2})\.(?:\s?(?:und|bis|/|–|-)\s?\d{1,2}\.)?\s+([A-Za-zä]{3,9})\b|\b(\d{1,2})\.(\d{1,2})\.(?=[\s,:;–)-])"
)
_MONTH = re.compile(rf"\b([A-Za-zäü]{{3,10}})\.?\s+({_YEAR})\b")
_QUARTER = re.compile(
    rf"\b(ersten?|zweiten?|dritten?|vierten?|[1-4]\.|I{{1,3}}V?|Q[1-4])\s*(?:Quartal|/)?\s*({_YEAR})\b"
)
_NUMERIC_MONTH = re.compile(rf"(?<![\d.])(0?[1-9]|1[0-2])/({_YEAR})\b")
_YEAR_ALONE = re.compile(rf"(?<![\d/.-])({_YEAR})(?![\d])")
_ORDINALS = ("erst", "zweit", "dritt", "viert")


@dataclass(frozen=True, slots=True, order=True)
class Dated:
    """Characters that name a time, with its first and last day."""

    start: int
    end: int
    first: str
    last: str
    exact: bool


def dates(text: str, start: int = 0, end: int | None = None, *, yearless: bool = False) -> list[Dated]:
    """Return the times a stretch of text names, in order; the more exact reading of some characters stays.

    Args:
        yearless: also days without a year, as calendars write them; they have no first and last day.
    """
    readers = (_days, _written, *([_without_year] if yearless else []), _quarters, _numeric_months, _months, _years)
    stop = len(text) if end is None else end
    found: list[Dated] = []
    for reader in readers:
        for one in reader(text, start, stop):
            if all(one.end <= other.start or one.start >= other.end for other in found):
                found.append(one)
    return sorted(found)


def period(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the first and last day of what a stretch of text names: "01.01.2023 bis 31.12.2025"; empty if nothing."""
    found = dates(text, start, end)
    if not found:
        return "", ""
    if len(found) > 1:
        between = text[found[0].end : found[1].start].strip(" .,")
        if between in ("bis", "–", "-", "—", "bis zum", "bis einschließlich", "bis voraussichtlich"):
            return found[0].first, found[1].last
    return found[0].first, found[0].last


def _days(text: str, start: int, end: int) -> list[Dated]:
    found = []
    for match in _DAY.finditer(text, start, end):
        year = int(match[4]) if len(match[4]) == 4 else 2000 + int(match[4])
        first = _iso(year, int(match[3]), int(match[1]))
        last = _iso(year, int(match[3]), int(match[2])) if match[2] else first
        if first and last:
            found.append(Dated(match.start(), match.end(), first, last, True))
    return found


def _written(text: str, start: int, end: int) -> list[Dated]:
    found = []
    for match in _WRITTEN.finditer(text, start, end):
        month = _months_by_name().get(fold(match[3]))
        first = _iso(int(match[4]), month, int(match[1])) if month else ""
        last = _iso(int(match[4]), month, int(match[2])) if month and match[2] else first
        if first and last:
            found.append(Dated(match.start(), match.end(), first, last, True))
    return found


def _without_year(text: str, start: int, end: int) -> list[Dated]:
    found = []
    for match in _YEARLESS.finditer(text, start, end):
        month = _months_by_name().get(fold(match[2])) if match[2] else int(match[4])
        if month and _iso(2000, month, int(match[1] or match[3])):
            found.append(Dated(match.start(), match.end(), "", "", True))
    return found


def _quarters(text: str, start: int, end: int) -> list[Dated]:
    found = []
    for match in _QUARTER.finditer(text, start, end):
        said = fold(match[1])
        digits = "".join(filter(str.isdigit, said))
        number = (
            int(digits)
            if digits
            else next(
                (n + 1 for n, o in enumerate(_ORDINALS) if said.startswith(o)),
                said.count("i") if set(said) <= {"i"} else 0,
            )
        )
        if 1 <= number <= 4 and ("Quartal" in match[0] or said.startswith("q")):
            found.append(_span(match, int(match[2]), 3 * number - 2, 3 * number))
    return found


def _numeric_months(text: str, start: int, end: int) -> list[Dated]:
    return [
        _span(match, int(match[2]), int(match[1]), int(match[1])) for match in _NUMERIC_MONTH.finditer(text, start, end)
    ]


def _months(text: str, start: int, end: int) -> list[Dated]:
    found = []
    seasons: dict[str, list[int]] = load("dates")["season"]
    for match in _MONTH.finditer(text, start, end):
        said = fold(match[1])
        month = _months_by_name().get(said)
        if month:
            found.append(_span(match, int(match[2]), month, month))
        elif said in seasons:
            found.append(_span(match, int(match[2]), *seasons[said]))
    return found


def _years(text: str, start: int, end: int) -> list[Dated]:
    return [_span(match, int(match[1]), 1, 12) for match in _YEAR_ALONE.finditer(text, start, end)]


def _span(match: re.Match[str], year: int, first: int, last: int) -> Dated:
    ends = year + 1 if last < first else year
    day = calendar.monthrange(ends, last)[1]
    return Dated(match.start(), match.end(), f"{year:04}-{first:02}-01", f"{ends:04}-{last:02}-{day:02}", False)


def _iso(year: int, month: int, day: int) -> str:
    """Return a date, or an empty text if there is no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return ""
    return f"{year:04}-{month:02}-{day:02}"


@cache
def _months_by_name() -> dict[str, int]:
    return dict(load("dates")["month"])
