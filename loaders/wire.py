"""Grids as columns of numbers and one table of texts, between the reading child and its parent.

What the parent reads was written by a process that had a stranger's file in its hands: every count is checked
against what is really there, every number against what it points to, before anything is made of it.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from typing import IO

from loaders.cells import Cells, ascending
from loaders.grid import Grid, Merge
from loaders.known import Known
from loaders.limits import Limits
from loaders.notes import well_formed
from loaders.refusal import Refusal
from loaders.wire_format import Damaged, Reader, Writer

KINDS = ("text", "number", "date", "bool", "error", "empty")
_GRIDS, _REFUSAL = 1, 2
_MERGED = 4
"""Numbers of one merged area."""

_MOST_NOTES = 1 << 22


def write(grids: Sequence[Grid], out: IO[bytes]) -> None:
    """Write grids; those that share their known cells write them once."""
    writer = Writer(out)
    writer.number(_GRIDS)
    put(grids, writer)


def put(grids: Sequence[Grid], writer: Writer) -> None:
    """Write grids among other things."""
    writer.number(len(grids))
    known: Known | None = None
    for grid in grids:
        cells = Cells.of(grid.cells)
        writer.number(cells.known is not known)
        if cells.known is not known:
            known = cells.known
            _write_known(writer, known)
        writer.texts([grid.name])
        writer.texts(grid.notes)
        writer.number(grid.hidden)
        writer.numbers(array("Q", sorted(grid.hidden_rows)))
        writer.numbers(array("Q", sorted(grid.hidden_columns)))
        writer.numbers(array("Q", (side for m in grid.merges for side in (m.top, m.left, m.bottom, m.right))))
        writer.numbers(cells.places)
        writer.numbers(cells.numbers)


def write_refusal(refusal: Refusal, out: IO[bytes]) -> None:
    """Write why nothing was read."""
    writer = Writer(out)
    writer.number(_REFUSAL)
    writer.texts([json.dumps(refusal.to_dict())])


def read(stream: IO[bytes], limits: Limits) -> tuple[Grid, ...]:
    """Return the grids a child wrote.

    Raises:
        Refusal: the one the child wrote instead, or that what it wrote is none of both.
    """
    try:
        reader = Reader(stream)
        open_answer(reader, _GRIDS)
        return take(reader, limits)
    except NOT_WRITTEN_BY_US as error:
        raise misread(error) from error


NOT_WRITTEN_BY_US = (Damaged, ValueError, TypeError, KeyError, AttributeError, RecursionError, MemoryError)
"""What comes of reading an answer that is none."""


def misread(error: BaseException) -> Refusal:
    """Return the refusal of a file whose child gave an answer that is none."""
    if isinstance(error, MemoryError):
        return Refusal("too_large", "VN1016")
    return Refusal("broken", "VN1017", detail=f"{type(error).__name__}: {error}"[:200])


def open_answer(reader: Reader, expected: int) -> None:
    """Read what an answer is.

    Raises:
        Refusal: the child refused the file.
        Damaged: it is not what is expected.
    """
    kind = reader.number(max(expected, _REFUSAL))
    if kind == _REFUSAL:
        raise _refusal(reader)
    if kind != expected:
        raise Damaged("neither what was asked for nor a refusal")


def take(reader: Reader, limits: Limits) -> tuple[Grid, ...]:
    """Return the grids that were `put` among other things."""
    return tuple(_grids(reader, limits))


def _write_known(writer: Writer, known: Known) -> None:
    words: dict[str, int] = {}

    def numbered(values: Iterable[str]) -> array[int]:
        return array("I", (words.setdefault(value, len(words)) for value in values))

    table = known.table
    columns = (
        array("I", (KINDS.index(manner[0]) for manner in table)),
        numbered(fill for _, fill, *_ in table),
        numbered(font for _, _, font, *_ in table),
        numbered(comment for *_, comment, _, _ in table),
        numbered(link for *_, link, _ in table),
        array("I", (bold | strike << 1 | formula << 2 for _, _, _, bold, strike, _, _, formula in table)),
    )
    writer.texts(known.texts)
    writer.numbers(known.manners)
    writer.texts(list(words))
    for column in columns:
        writer.numbers(column)


def _read_known(reader: Reader, most: int) -> Known:
    texts = reader.texts(most)
    manners = reader.numbers("I", len(texts))
    words = reader.texts(len(texts) * 4)
    columns = [reader.numbers("I", len(texts)) for _ in range(6)]
    if len(manners) != len(texts) or len({*map(len, columns)}) != 1:
        raise Damaged("columns of different lengths")
    ends = (len(columns[0]), len(KINDS), *(len(words) for _ in range(4)), 8)
    for column, end in zip((manners, *columns), ends, strict=True):
        if max(column, default=-1) >= end:
            raise Damaged("a number that points nowhere")
    table = [
        (KINDS[kind], words[fill], words[font], bool(flag & 1), bool(flag & 2), words[comment], words[link], flag > 3)
        for kind, fill, font, comment, link, flag in zip(*columns, strict=True)
    ]
    return Known(texts, manners, table)


def _grids(reader: Reader, limits: Limits) -> Iterable[Grid]:
    left = limits.cells
    known = Known()
    for _ in range(reader.number(limits.sheets)):
        if reader.number(1):
            known = _read_known(reader, limits.cells + limits.strays)
        name, notes = reader.texts(1), reader.texts(_MOST_NOTES)
        hidden = bool(reader.number(1))
        hidden_rows, hidden_columns = reader.numbers("Q", limits.rows + 1), reader.numbers("Q", limits.columns + 1)
        merged = reader.numbers("Q", limits.merges * _MERGED)
        cells = _cells(reader, left, known)
        left -= len(cells)
        if len(name) != 1 or len(merged) % _MERGED:
            raise Damaged("no name, or half a merged area")
        for note in notes:
            well_formed(note)
        yield Grid(
            name=name[0],
            cells=cells,
            merges=_merges(merged, limits),
            hidden=hidden,
            hidden_rows=frozenset(hidden_rows),
            hidden_columns=frozenset(hidden_columns),
            notes=tuple(notes),
        )


def _cells(reader: Reader, most: int, known: Known) -> Cells:
    places, numbers = reader.numbers("Q", most), reader.numbers("I", most)
    if len(places) != len(numbers) or (numbers and max(numbers) >= len(known)):
        raise Damaged("a cell that is nowhere, or none")
    if not ascending(places):
        raise Damaged("cells out of order")
    return Cells(places, numbers, known)


def _merges(merged: array[int], limits: Limits) -> tuple[Merge, ...]:
    merges = tuple(map(Merge, *(merged[side::_MERGED] for side in range(_MERGED))))
    covered = 0
    for area in merges:
        if area.top > area.bottom or area.left > area.right:
            raise Damaged("a merged area inside out")
        covered += (area.bottom - area.top + 1) * (area.right - area.left + 1)
    if covered > limits.cells:
        raise Damaged("merged areas beyond all limits")
    return merges


def _refusal(reader: Reader) -> Refusal:
    (line,) = reader.texts(1)
    said = json.loads(line)
    code, message, place, params = said["code"], said["message"], said["place"], said["params"]
    if not all(isinstance(value, str) for value in (code, message, place, *params.values())):
        raise Damaged("a refusal without words")
    return Refusal(code, message, place, **params)
