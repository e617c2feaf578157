"""German dates, from "12.03.2025" to "Ende 2025", as the first and last day they can mean."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache

from ontology.text import fold

_MONTHS = (
    "januar|jan", "februar|feb", "maerz|mrz|mar|march", "april|apr", "mai|may", "juni|jun|june", "juli|jul|july",
    "august|aug", "september|sept|sep", "oktober|okt|oct", "november|nov", "dezember|dez|dec",
)  # fmt: skip
_SEASONS = {"fruehjahr": (3, 5), "fruehling": (3, 5), "sommer": (6, 8), "herbst": (9, 11), "winter": (12, 12)}
_PARTS = {"anfang": (1, 1), "mitte": (6, 6), "ende": (12, 12)}
_MONTH = "|".join(f"(?P<m{number}>{names})" for number, names in enumerate(_MONTHS, 1))
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>(?:19|20)\d\d)-(?P<month>[01]?\d)-(?P<day>[0-3]?\d)(?:[t ]\d\d:\d\d(?::\d\d)?)?(?!\d)",
        r"(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?(?P<year>(?:19|20)\d\d|\d\d)(?!\d)",
        r"(?P<day>[0-3]?\d)/(?P<month>[01]?\d)/(?P<year>(?:19|20)\d\d)(?!\d)",
        rf"(?P<day>[0-3]?\d)\.?\s*(?:{_MONTH})\.?\s+{_YEAR}",
        rf"(?:(?P<part>anfang|mitte|ende)\s+)?(?:{_MONTH})\.?\s*/?\s*{_YEAR}",
        rf"(?<!\d)(?P<month>0?[1-9]|1[0-2])[./]{_YEAR}(?!\d)",
        rf"(?:q|quartal\s*)(?P<quarter>[1-4])[\s./]*{_YEAR}|(?P<quarter2>[1-4])\.\s*quartal\s*(?P<year2>(?:19|20)\d\d)",
        rf"(?P<season>fruehjahr|fruehling|sommer|herbst|winter)\s+{_YEAR}",
        rf"(?P<half>[12])\.?\s*(?:halbjahr|hj\.?)\s*{_YEAR}",
        rf"(?:(?P<yearpart>anfang|mitte|ende)\s+)?(?<![\d./-])(?:jahr(?:es)?\s+)?{_YEAR}(?![\d-])",
    )
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as written: the first and last day it can mean (ISO), and where in the folded text it stands."""

    first: str
    last: str
    start: int
    end: int


@lru_cache(maxsize=65536)
def find(text: str) -> Day | None:
    """Return the first date in a text, the most exact form first."""
    folded = fold(text)
    if not any(map(str.isdigit, folded)):  # no form does without a year
        return None
    for form in _FORMS:
        match = form.search(folded)
        if match and (span := _span(match.groupdict())):
            return Day(*span, match.start(), match.end())
    return None


def iso(text: str) -> str:
    """Return a text that is nothing but one date as ISO (its last day where only a month or year is named)."""
    found = find(text)
    rest = fold(text)[: found.start] + fold(text)[found.end :] if found else ""
    return (
        found.first if found and not re.search(r"[a-z0-9]", re.sub(r"\b(stand|vom|am|den|der|uhr)\b", "", rest)) else ""
    )


def _span(said: dict[str, str | None]) -> tuple[str, str] | None:
    year = int(said.get("year") or said.get("year2") or 0)
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    first, last = _months(said)
    if not (1 <= first <= 12 and 1900 <= year <= 2199):
        return None
    day = int(said.get("day") or 0)
    end = calendar.monthrange(year, last)[1]
    if day > end:
        return None
    return f"{year}-{first:02}-{day or 1:02}", f"{year}-{last:02}-{day or end:02}"


def _months(said: dict[str, str | None]) -> tuple[int, int]:
    for number in range(1, 13):
        if said.get(f"m{number}"):
            return number, number
    if said.get("month"):
        return int(said["month"] or 0), int(said["month"] or 0)
    quarter = said.get("quarter") or said.get("quarter2")
    if quarter:
        return 3 * int(quarter) - 2, 3 * int(quarter)
    if said.get("half"):
        return 6 * int(said["half"] or 0) - 5, 6 * int(said["half"] or 0)
    if said.get("season"):
        return _SEASONS[said["season"] or ""]
    return _PARTS.get(said.get("yearpart") or "", (1, 12))
