"""Umlauts that were read in the wrong encoding once, put right and told."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from loaders.grid import Grid, address
from loaders.notes import note

_AFTER = "\u0080-\u00bf\u0178\u0152\u0153\u0160\u0161\u017d\u017e\u0192\u02c6\u02dc\u2010-\u203a\u20ac\u2122"
"""What the second and third byte of a UTF-8 character look like in Windows' code page."""
_WINDOWS = re.compile(f"[ÂÃ][{_AFTER}]|[ÄÅ][±‡†Ÿ¡¢¾¼º½]|[âï][{_AFTER}]{{2}}")
_DOS = re.compile(r"[├┬][^\x00-\x7f]|Ô[Çé][^\x00-\x7f\w]")
_LETTER = "A-Za-zÄÖÜäöüß"
_QUOTES = "„”"
_QUOTED = re.compile(rf"(?<![{_LETTER}])[„“]")
_ROUNDS = 3
_LOST = "\ufffd"
_NAMED = 5


def repair(text: str) -> str:
    """Return the text with letters of a wrong code page put right, the same text where none is beyond doubt."""
    if text.isascii() or not _suspect().search(text):
        return text
    for _ in range(_ROUNDS):  # some went through it twice
        better = _whole(text) or _DOS.sub(_from_dos, _WINDOWS.sub(_from_windows, text))
        if better == text:
            break
        text = better
    certain, likely = _patterns()
    if certain.search(text):
        text = likely.sub(_in_word, certain.sub(_in_word, text))
    return text


def noticed(grid: Grid) -> list[str]:
    """Return notes about the cells of a sheet whose letters were repaired, or are lost for good."""
    texts = {cell.text for cell in grid.cells.values()}
    repaired = {text: better for text in texts if (better := repair(text)) != text}
    lost = {text for text in texts if _LOST in text}
    notes: list[str] = []
    if repaired:
        places = [place for place, cell in sorted(grid.cells.items()) if cell.text in repaired]
        first = grid.text(*places[0])
        said = {"count": str(len(places)), "cells": _few(places), "read": repaired[first][:80]}
        notes.append(note("VN1102", ref=address(*places[0]), value=first, severity="info", **said))
    if lost:
        places = [place for place, cell in sorted(grid.cells.items()) if cell.text in lost]
        notes.append(
            note(
                "VN1103",
                ref=address(*places[0]),
                value=grid.text(*places[0]),
                count=str(len(places)),
                cells=_few(places),
            )
        )
    return notes


def _few(places: list[tuple[int, int]]) -> str:
    return ", ".join(address(*place) for place in places[:_NAMED]) + (", …" if len(places) > _NAMED else "")


def _whole(text: str) -> str:
    """Return the text that was UTF-8 from its first to its last letter, nothing where it was not."""
    if not _WINDOWS.search(text):
        return ""
    try:
        return b"".join(map(_windows_byte, text)).decode("utf-8")
    except UnicodeError:
        return ""


def _from_windows(match: re.Match[str]) -> str:
    return _character(b"".join(map(_windows_byte, match[0])), match[0])


def _windows_byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")  # five places of that page are empty and were let through


def _from_dos(match: re.Match[str]) -> str:
    for page in ("cp850", "cp437"):
        try:
            return _character(match[0].encode(page), match[0])
        except UnicodeEncodeError:
            continue
    return match[0]


def _character(data: bytes, otherwise: str) -> str:
    try:
        found = data.decode("utf-8")
    except UnicodeDecodeError:
        return otherwise
    if found == "\ufeff":
        return ""
    kinds = {unicodedata.category(char) for char in found}
    return otherwise if kinds & {"Cc", "Cn", "Co", "Cs"} else found


def _in_word(match: re.Match[str]) -> str:
    if match[0] in _QUOTES and _QUOTED.search(match.string):
        return match[0]
    return _letters()[match.lastgroup or "within"][match[0]]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    likely = "".join(_table()["within"]["likely"])
    before, after = f"(?<=[{_LETTER}])", f"(?=[a-zäöüß{likely}])"
    shapes = {
        "within": f"{before}[{{}}]{after}",
        "closed": f"{before}[{{}}](?=[bcdfghj-np-tv-zßu])",
        "first": f"(?<![{_LETTER}\\d])[{{}}]{after}",
    }
    found = [
        re.compile(
            "|".join(
                f"(?P<{place}>{shape.format(''.join(map(re.escape, _table()[place][sort])))})"
                for place, shape in shapes.items()
                if _table()[place][sort]
            )
        )
        for sort in ("certain", "likely")
    ]
    return found[0], found[1]


@cache
def _suspect() -> re.Pattern[str]:
    certain = "".join(re.escape(char) for sorts in _table().values() for char in sorts["certain"])
    return re.compile(f"[ÂÃÄÅâï├┬Ô{certain}]")


@cache
def _letters() -> Mapping[str, Mapping[str, str]]:
    return {place: {**sorts["certain"], **sorts["likely"]} for place, sorts in _table().items()}


@cache
def _table() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
