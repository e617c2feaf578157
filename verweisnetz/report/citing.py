"""Numbers for evidence: each place gets one when it is first named, and stands once in the list at the end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from queries.dates import written
from queries.references import EvidenceRef
from verweisnetz.report.discretion import Discretion
from verweisnetz.report.model import Line, Place

MOST = 3
"""Places named behind one thing; the question's own answer holds them all."""
LONGEST = 240


class Citations:
    """Writes lines with evidence, and remembers the places in the order in which they are named."""

    def __init__(self, discretion: Discretion, language: str) -> None:
        self._discretion, self._language = discretion, language
        self._numbers: dict[tuple[str, str], int] = {}
        self._places: list[Place] = []

    def line(self, text: str, evidence: Iterable[EvidenceRef] = (), *, link: str = "", most: int = MOST) -> Line:
        """Return words without persons, with the numbers of the first places behind them."""
        found: dict[tuple[str, str], EvidenceRef] = {}
        for place in evidence:
            found.setdefault((place.source, place.place), place)
        shown = list(found.values())[:most]
        cited = tuple(map(self._number, shown))
        return Line(self._discretion.text(text), cited, len(found) - len(shown), link)

    def lines(self, *texts: str) -> tuple[Line, ...]:
        """Return several lines without evidence."""
        return tuple(self.line(text) for text in texts if text)

    @property
    def places(self) -> tuple[Place, ...]:
        """The places named so far, by number."""
        return tuple(self._places)

    def _number(self, place: EvidenceRef) -> int:
        key: Any = (place.source, place.place)
        if key not in self._numbers:
            number = self._numbers[key] = len(self._places) + 1
            words = self._discretion.words(place)
            short = words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
            where = self._discretion.text(str(place))
            self._places.append(Place(number, where, short, written(place.checked, self._language)))
        return self._numbers[key]
