"""Where quoted words stand in a text: models and people give quotes, never offsets, and the text decides.

A quote is looked for as it is, then without regard to white space, hyphens at the ends of lines and the shape of
quotation marks. Words that stand nowhere are not in the text, whoever says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

Place = tuple[int, int]
"""Characters from and to, half open."""

_OMITTED = re.compile(r"\s*(?:\[\s*(?:\.\.\.|…)\s*\]|\(\s*(?:\.\.\.|…)\s*\)|…|\.\.\.)\s*")
_PASSED_OVER = frozenset("-\u2010\u2011\u2012\u2013\u2014\u00ad\u200b\u200c\u200d\u2060\ufeff\u2022\u00b7*_")
"""Hyphens, dashes, what nobody sees, and what stands for a bullet: a copied quote has them or not."""
_MARKS = dict.fromkeys("„“”‟»«›‹‘’‚‛′″\"'`", '"')
_QUOTATION = frozenset('„“”»«"')
_LONG_ENOUGH = 12
"""From this length on words may be found inside others, as a quote that was cut off is."""


def pieces(quote: str) -> list[str]:
    """Return the parts of a quote with omissions ("Die Agentur … verweist an"), each to be found by itself."""
    return [piece for part in _OMITTED.split(quote) if (piece := part.strip().strip('„“”»«"').strip())]


@dataclass(frozen=True)
class Quotable:
    """A text in which quotes are found; what that needs is made once."""

    text: str

    def all(self, quote: str) -> tuple[Place, ...]:
        """Return every place of a quote, in order: those where it stands letter by letter, else the tolerant ones."""
        wanted = quote.strip()
        found = list(_occurrences(self.text, wanted)) if wanted else []
        return self._whole(found) or self._whole(list(self._tolerant(wanted)))

    def everywhere(self, name: str) -> tuple[Place, ...]:
        """Return every place of a name, in either way: it is spelled out here and broken at a line's end there."""
        return tuple(sorted({*self.all(name), *self._whole(list(self._tolerant(name.strip())))}))

    def one(self, quote: str, near: Iterable[Place] = ()) -> Place | None:
        """Return the place of a quote, of several the nearest to other places; None if there is none or it stays open."""
        found = self.all(quote)
        if len(found) < 2:
            return found[0] if found else None
        anchors = list(near)
        ranked = sorted((_distance(place, anchors), place) for place in found) if anchors else []
        return ranked[0][1] if ranked and ranked[0][0] < ranked[1][0] else None

    def _whole(self, found: Sequence[Place]) -> tuple[Place, ...]:
        """Return the places that begin and end with a word; long quotes may be cut off."""
        whole = tuple(place for place in found if self._is_whole(*place))
        return whole or tuple(place for place in found if place[1] - place[0] >= _LONG_ENOUGH)

    def _is_whole(self, start: int, end: int) -> bool:
        text = self.text
        opens = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
        return opens and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))

    def _tolerant(self, quote: str) -> Iterator[Place]:
        wanted, (plain, offsets) = _plain(quote)[0], self._folded
        for start, end in _occurrences(plain, wanted) if wanted else ():
            yield offsets[start], offsets[end - 1] + 1

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        return _plain(self.text)


def _occurrences(text: str, wanted: str) -> Iterator[Place]:
    at = text.find(wanted)
    while at >= 0:
        yield at, at + len(wanted)
        at = text.find(wanted, at + 1)


def _plain(text: str) -> tuple[str, list[int]]:
    """Return the letters that count, and where each of them stands."""
    letters: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(text):
        if char.isspace() or char in _PASSED_OVER:
            continue
        for letter in (
            unicodedata.normalize("NFKD", _MARKS.get(char, char)) if not char.isascii() else _MARKS.get(char, char)
        ):
            letters.append(letter)
            offsets.append(at)
    return "".join(letters), offsets


def _distance(place: Place, anchors: Sequence[Place]) -> int:
    return min(max(start - place[1], place[0] - end, 0) for start, end in anchors)
