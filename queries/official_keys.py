"""Official keys of areas as people write them: with spaces, as municipality of a city, as the longer regional key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import nsmallest
from itertools import takewhile
from operator import eq

DISTRICT, MUNICIPALITY, REGIONAL = 5, 8, 12
"""Digits of the key of a district, of a municipality (AGS), and of the regional key (ARS) that names its association too."""
WHOLE = "000"
"""How the key of a city that is a district itself ends."""
COUNTRY = 2
"""Digits of the key of a Land: what shares no more lies anywhere in it."""


def is_key(word: str) -> bool:
    """Return whether a word is written in digits, as keys are."""
    digits = "".join(word.split())
    return digits.isascii() and digits.isdigit()


def readings(word: str) -> Iterator[str]:
    """Yield the keys a word may mean, the most exact first; nothing for what is no key."""
    if not is_key(word):
        return
    digits = "".join(word.split())
    yield digits
    if len(digits) + 1 in (DISTRICT, MUNICIPALITY, REGIONAL):  # a spreadsheet took it for a number
        digits = f"0{digits}"
        yield digits
    if len(digits) == REGIONAL:
        digits = digits[:DISTRICT] + digits[-len(WHOLE) :]
        yield digits
    if len(digits) == MUNICIPALITY and digits.endswith(WHOLE):
        yield digits[:DISTRICT]


def near_keys(word: str, known: Iterable[str], limit: int = 5) -> tuple[str, ...]:
    """Return the known keys that agree with a word the longest, in their order; none that share only the Land."""
    written = tuple(readings(word))
    shared = {key: max((sum(takewhile(bool, map(eq, one, key))) for one in written), default=0) for key in known}
    return tuple(nsmallest(limit, (key for key in shared if shared[key] > COUNTRY), lambda key: (-shared[key], key)))
