"""Official keys of areas as people write them: with spaces, as municipality of a city, as the longer regional key."""

from __future__ import annotations

from collections.abc import Iterator

DISTRICT, MUNICIPALITY, REGIONAL = 5, 8, 12
"""Digits of the key of a district, of a municipality (AGS), and of the regional key (ARS) that names its association too."""
WHOLE = "000"
"""How the key of a city that is a district itself ends."""


def readings(word: str) -> Iterator[str]:
    """Yield the keys a word may mean, the most exact first; nothing for what is no key."""
    digits = "".join(word.split())
    if not (digits.isascii() and digits.isdigit()):
        return
    yield digits
    if len(digits) == REGIONAL:
        digits = digits[:DISTRICT] + digits[-len(WHOLE) :]
        yield digits
    if len(digits) == MUNICIPALITY and digits.endswith(WHOLE):
        yield digits[:DISTRICT]
