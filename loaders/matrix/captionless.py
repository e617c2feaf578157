"""Legends nobody gave a caption: lines beside or below a table that explain signs the table uses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from loaders.matrix import headers, kinds
from loaders.matrix.names import bare_label
from loaders.matrix.sheet import Sheet
from loaders.matrix.words import squeeze

Place = tuple[int, int]
Entry = tuple[Place, str, str]

_KEY, _NAME = 4, 10
"""Longest sign, and longest short name of an institution."""
_SEVERAL = re.compile(r"[;,|]\s*\S{1,12}\s*=\s*\S")
_LINE = re.compile(
    r"^\s*(?:(?P<boxed>[(\[]\S{1,3}[)\]])|[„\"']?(?P<key>\S{1,4}?)[“\"']?)\s*(?::|=|\s[–-]\s|→)\s*(?P<value>\S.*)$",
    re.DOTALL,
)


def blocks(sheet: Sheet, is_claimed: Callable[[int, int], bool]) -> Iterator[list[Entry]]:
    """Yield every legend without a caption: place, sign and meaning of each of its lines.

    A run of such lines is a legend if no sign stands in it twice and the sheet uses most of the signs elsewhere.
    """
    used: set[str] = set()
    for run in _runs(sheet, is_claimed):
        keys = [squeeze(key) for _, key, _ in run]
        if len(run) < 2 or len(set(keys)) < len(keys):
            continue
        used = used or {squeeze(text) for text in _answers(sheet)}
        if sum(key in used for key in keys) >= 0.5 * len(keys):
            yield run


def _runs(sheet: Sheet, is_claimed: Callable[[int, int], bool]) -> Iterator[list[Entry]]:
    run: list[Entry] = []
    for row in sheet.rows:
        columns = [column for column in sheet.filled(row) if not is_claimed(row, column)]
        entry = _entry(sheet, row, columns)
        if entry is None or (run and row > run[-1][0][0] + 2) or (run and entry[0][1] != run[-1][0][1]):
            yield run
            run = []
        if entry is not None:
            run.append(entry)
    yield run


def _entry(sheet: Sheet, row: int, columns: Sequence[int]) -> Entry | None:
    texts = [sheet.text(row, column) for column in columns]
    if len(columns) == 1 and (match := _LINE.match(texts[0])) and not headers.exact(match["key"] or ""):
        if _SEVERAL.search(match["value"]):
            return None  # several pairs in one line are no entry of a list
        return (row, columns[0]), match["boxed"] or match["key"], match["value"]
    apart = len(columns) == 2 and columns[1] - columns[0] <= 2
    if not apart or headers.exact(texts[0]) or not any(map(str.isalpha, texts[1])):
        return None
    longest = _NAME if kinds.known("actor", bare_label(texts[1])) else _KEY
    if len(texts[0]) <= longest < len(texts[1]):
        return (row, columns[0]), texts[0], texts[1]
    return None


def _answers(sheet: Sheet) -> Iterator[str]:
    """Yield the short texts of rows with several cells, their first cell left out: what signs stand there."""
    for row in sheet.rows:
        for column in sheet.filled(row)[1:]:
            text = sheet.text(row, column)
            if len(text) <= 2 * _KEY:
                yield from {text, *re.split(r"\s*[/,+&]\s*", text)}
