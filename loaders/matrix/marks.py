"""The mark grammar: what a short sign in a cell says on its own, without a legend."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal as Choice

from loaders.matrix.words import squeeze, table, texts

Sign = Choice["positive", "uncertain", "partly", "refused", "silent", "open", "ditto", ""]

_FOOTNOTE = re.compile(
    r"^(.*?)\s*(\*{1,5}|[¹²³⁴⁵⁶⁷⁸⁹]+|(?<![\d(])\d\)|†|‡|\^\d|(?<=\S)\(\*+\)|\[\d\]|\([a-h]\)|(?<=\s)[a-h]\))$",
    re.DOTALL,
)
_NUMBER = re.compile(r"^\d{1,6}(?:[.,]\d+)?$")
_BOXED = re.compile(r"^[(\[]\s*(.*?)\s*[)\]]$", re.DOTALL)
_LEADING = re.compile(r"^(.+?)(?:\s*[(\[](.+)[)\]]|\s*[,;:/–-]\s+(.+)|\s*[,;:](.+)|\s+(.+))$", re.DOTALL)


@cache
def _signs() -> Mapping[str, Sign]:
    found: dict[str, Sign] = {}
    kinds: tuple[Sign, ...] = ("open", "positive", "uncertain", "partly", "refused", "silent", "ditto")
    for kind in kinds:
        for word in texts("marks", kind):
            found.setdefault(squeeze(word), kind)
    return found


def sign(text: str) -> Sign:
    """Return what kind of sign a text is, empty if it is none."""
    return _signs().get(squeeze(text), "")


def number(text: str) -> float | None:
    """Return the value of a cell that is nothing but a number."""
    return float(text.replace(",", ".")) if _NUMBER.match(text.strip()) else None


def shown(text: str, font: str) -> str:
    """Return what a letter set in a symbol font looks like."""
    letters = table("marks", "fonts", font.casefold()) if font else {}
    return str(letters.get(text.strip(), text))


@lru_cache(maxsize=65536)
def footnotes(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the footnote marks at its end, and the marks."""
    marks: list[str] = []
    rest = text.strip()
    while (match := _FOOTNOTE.match(rest)) and match[1] and not (_closes(match[2]) and _balanced(rest)):
        rest = match[1].rstrip(" ,")
        marks.insert(0, match[2].strip("()[]^"))
    return rest, tuple(marks)


def _closes(mark: str) -> bool:
    return mark.endswith(")") and not mark.startswith("(")


def _balanced(text: str) -> bool:
    """A closing bracket that belongs to an opening one is no footnote mark; ``(*)`` as a whole is one."""
    return text.count("(") >= text.count(")")


def split(text: str) -> tuple[str, str]:
    """Return sign and words of a cell such as ``x (nur SGB II)`` or ``ja, u25``; no sign: an empty first text."""
    match = _LEADING.match(text)
    if match and sign(match[1]) in {"positive", "uncertain", "partly"} and not match[1].isdigit():
        return match[1], next((group for group in match.groups()[1:] if group), "").strip()
    boxed = _BOXED.match(text)
    return ("", boxed[1]) if boxed and boxed[1] else ("", text)


def is_noted(text: str) -> bool:
    """Return whether a sign is a word that also says how much or how often."""
    return squeeze(text) in _squeezed("noted")


def is_void(text: str) -> bool:
    """Return whether a text is how a program writes that there is nothing: ``NULL``."""
    return squeeze(text) in _squeezed("void")


def is_absent(text: str) -> bool:
    """Return whether a text says that what a column asks for does not apply: ``entfällt``."""
    return squeeze(text) in _squeezed("absent")


def is_empty_word(text: str) -> bool:
    """Return whether a legend's key means the empty cell."""
    return squeeze(text) in _squeezed("empty_words")


@cache
def _squeezed(name: str) -> frozenset[str]:
    return frozenset(map(squeeze, texts("marks", name)))
