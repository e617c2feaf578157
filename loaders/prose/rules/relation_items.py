"""What the items of a list or of a label's value name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.prose.rules.relation_passages import Passage, Reading
from loaders.prose.rules.relation_words import Naming
from ontology.text import fold

Bounds = tuple[int, int]

DASHES = re.compile(r"\s[–—-]\s|:\s")
"""What parts an item's name from what is said of it."""
_PARTS = re.compile(r"[,;/•·|+&\n]|\b(?:und|sowie|oder|bzw\.|u\.)\s")
_CLOSING = re.compile(r"[“”\"«]?\s*(?:\Z|[,;/•·|+&(\n.:]|[–—-]\s|(?P<joins>(?:und|sowie|oder|bzw\.|u\.)\s))")
"""What may follow a name that is all of its part."""
_BRANCHES = ("geschaeftsstelle", "regionalbuero", "aussenstelle", "niederlassung", "zweigstelle", "regionales service")
_OPENING, _NEAR = 3, 60
_BRACKET = re.compile(r"\([^()]*\)")


def openers(reading: Reading, passage: Passage, most: int = _OPENING) -> list[Naming]:
    """Return what an item of a list names at its beginning, before a dash or colon.

    Args:
        most: words that may stand before it, the item's sign included.
    """
    text, block = reading.document.text, passage.block
    dash = DASHES.search(text, block.start + 2, block.end)
    items = listed_in(reading, passage, (block.start, dash.start() if dash else block.end))
    if not items or len(text[block.start : items[0].start].split()) > most:
        return []
    first = reading.kind(items[0])
    return [naming for naming in items if reading.kind(naming) == first]


def listed_in(reading: Reading, passage: Passage, value: Bounds) -> list[Naming]:
    """Return what a value lists: what each of its parts names first, outside of brackets."""
    text = reading.document.text
    aside = [match.span() for match in _BRACKET.finditer(text, *value)]
    found: list[Naming] = []
    namings = [n for n in reading.within(*value) if not any(start <= n.start < end for start, end in aside)]
    before = value[0]
    for naming in namings:
        between = text[before : naming.start]
        plain = _BRACKET.sub("", between)
        if (not found or _PARTS.search(plain)) and not (found and _is_branch(text[naming.start : naming.end])):
            found.append(naming)
        before = naming.end
    return found + [n for n in _spoken_for(reading, aside, value) if n not in found]


def fills(reading: Reading, naming: Naming, value: Bounds) -> bool:
    """Return whether a name is all there is of its part of a value: "Rente" is not in "Bewerben, Rente und Minijob"."""
    text = reading.document.text
    before, after = text[value[0] : naming.start], text[naming.end : value[1]]
    opening = before[max((found.end() for found in _PARTS.finditer(before)), default=0) :]
    if any(word[:1].isupper() for word in re.findall(r"[^\W\d_]+", DASHES.split(opening)[-1])):
        return False
    closing = _CLOSING.match(after)
    if closing is None:
        return False
    joins = closing["joins"]
    return not joins or bool(reading.within(naming.end, min(naming.end + closing.end() + _NEAR, value[1])))


def _is_branch(said: str) -> bool:
    """Return whether a name is the office of the body named before it: "IHK Dresden, Geschäftsstelle Görlitz"."""
    return fold(said).startswith(_BRANCHES)


def _spoken_for(reading: Reading, aside: Sequence[Bounds], value: Bounds) -> list[Naming]:
    """Return the institutions in brackets right behind persons: they are listed as well."""
    persons = [naming.end for naming in reading.within(*value) if reading.kind(naming) == "Person"]
    first = [
        next(iter(reading.within(*bracket)), None)
        for bracket in aside
        if any(0 <= bracket[0] - end <= 2 for end in persons)
    ]
    return [naming for naming in first if naming is not None and reading.kind(naming) == "Actor"]


def line_of(reading: Reading, passage: Passage, naming: Naming) -> Bounds:
    """Return the sentence a name stands in."""
    return next(
        ((s.start, s.end) for s in passage.sentences if s.start <= naming.start < s.end), (naming.start, naming.end)
    )
