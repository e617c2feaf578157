"""What opens an item of a list: a sign, a number, a letter; and what only looks like it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.prose.data import folded
from ontology.text import fold

_SIGN = re.compile(r"(?P<sign>[•◦▪▫‣⁃●○■□◆◇➢➤►▶▸→✓✔☑☐·\uf0b7\uf0a7\uf0d8\uf076\uf0fc]|<li>)[ \t\u00a0]*(?=\S)")
_DASH = re.compile(r"(?P<sign>[-–—*+]|o(?=[ \t]+[^a-z\s]))[ \t\u00a0]+(?=\S)")
_NUMBER = re.compile(
    r"\(?(?:(?P<number>\d{1,2})|(?P<letter>[a-z])|(?P<roman>[ivx]{1,4}))(?P<close>[.)])[ \t\u00a0]+(?=\S)"
)
_DASHES = "-–—"
_WORD = re.compile(r"[^\W\d_]+")
_ALONE = re.compile(r"[•◦▪▫‣⁃●○■□◆➢➤►▶▸·\uf0b7\uf0a7\uf0d8\uf076\uf0fc]")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass(frozen=True, slots=True)
class Marker:
    """The opening of an item.

    Args:
        kind: the sign itself, or the form of counting (``1.``, ``a)``, ``i)``); equal for items of one list.
        length: characters up to the item's words.
        number: place in the counting, 0 for a sign.
    """

    kind: str
    length: int
    number: int = 0


def marker(words: str) -> Marker | None:
    """Return what opens a line as an item of a list, nothing where it is none."""
    signed = _SIGN.match(words) or _DASH.match(words)
    if signed:
        if signed["sign"] in _DASHES and words[-1] in _DASHES:
            return None  # "– im Folgenden: die Partner –"
        kind = "-" if signed["sign"] in _DASHES else signed["sign"]
        return Marker(kind, signed.end())
    counted = _NUMBER.match(words)
    if counted is None:
        return None
    if counted["number"]:
        return None if _ordinal(words, counted) else Marker(f"1{counted['close']}", counted.end(), int(counted[1]))
    if counted["close"] == ".":  # "z. B." and "i. d. R." open sentences, not items
        return None
    if counted["roman"] in _ROMAN and counted["letter"] is None:
        return Marker("i)", counted.end(), _ROMAN.index(counted["roman"]) + 1)
    letter = counted["letter"] or counted["roman"][0]
    return Marker("a)", counted.end(), ord(letter) - ord("a") + 1)


def marked_alone(words: str) -> bool:
    """Return whether a line holds nothing but a sign: its item stands on the next line."""
    return bool(_ALONE.fullmatch(words))


def skip(words: str) -> int:
    """Return where the words of an item begin: behind its marker, or at 0."""
    found = marker(words)
    return found.length if found else 0


def _ordinal(words: str, counted: re.Match[str]) -> bool:
    """Return whether a number opens a date ("27. Februar") or a range of days rather than an item."""
    if counted["close"] != ".":
        return False
    following = _WORD.match(words, counted.end())
    return following is not None and fold(following[0]) in folded("sentences", "after_ordinal")
