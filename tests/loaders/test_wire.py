"""What the child writes arrives whole; what else it might write is refused and costs the parent nothing."""

from __future__ import annotations

import contextlib
import io
import json
import random
import struct
import tracemalloc
from array import array
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import wire
from loaders.grid import Grid, GridCell, Merge
from loaders.limits import Limits
from loaders.notes import note
from loaders.refusal import Refusal
from loaders.wire_format import Damaged, Reader, Writer
from tests.loaders.test_cells import mappings

texts = st.text(max_size=20) | st.text(st.sampled_from("\ud800\udbff\udc00\udfff"), max_size=3)
notes = st.builds(lambda ref, value: note("VN1106", ref=ref, value=value, rows="7"), texts, texts)
merges = st.builds(lambda top, left, down, right: Merge(top, left, top + down, left + right), *[st.integers(0, 40)] * 4)
grids = st.builds(
    Grid,
    name=texts,
    cells=mappings,
    merges=st.lists(merges, max_size=3).map(tuple),
    hidden=st.booleans(),
    hidden_rows=st.frozensets(st.integers(0, 99), max_size=3),
    hidden_columns=st.frozensets(st.integers(0, 99), max_size=3),
    notes=st.lists(notes, max_size=3).map(tuple),
)


def written(*sheets: Grid) -> bytes:
    out = io.BytesIO()
    wire.write(sheets, out)
    return out.getvalue()


def read(data: bytes, limits: Limits | None = None) -> tuple[Grid, ...]:
    return wire.read(io.BytesIO(data), limits or Limits())


@given(st.lists(grids, max_size=3))
def test_grids_arrive_as_they_were(sheets: list[Grid]) -> None:
    assert tuple(sheets) == read(written(*sheets))


@given(st.lists(texts, max_size=30))
def test_texts_arrive_as_they_were_half_surrogate_pairs_included(values: list[str]) -> None:
    out = io.BytesIO()
    Writer(out).texts(values)
    assert values == Reader(out).texts(len(values))


@pytest.mark.parametrize("values", [["x"] * 10_000, ["ä" * 3_000_000, "b", "c" * 2_000_000], ["", *["€"] * 4096]])
def test_many_and_long_texts_arrive_in_pieces(values: list[str]) -> None:
    out = io.BytesIO()
    Writer(out).texts(values)
    assert values == Reader(out).texts(len(values))


def test_a_refusal_arrives_as_it_was() -> None:
    out = io.BytesIO()
    wire.write_refusal(Refusal("too_large", "VN1014", "Blatt Ü!B1", limit="7"), out)
    with pytest.raises(Refusal) as caught:
        read(out.getvalue())
    found = caught.value
    assert ("too_large", "VN1014", "Blatt Ü!B1", {"limit": "7"}) == (
        found.code,
        found.message,
        found.place,
        found.params,
    )


SHEET = Grid(
    "Blatt",
    {(row, column): GridCell(f"Wert {row % 5}", fill="92D050") for row in range(1, 30) for column in range(1, 4)},
    (Merge(1, 1, 2, 2),),
    notes=(note("VN1106", ref="A1", value="x"),),
)


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 1 << 32))
def test_whatever_bytes_a_child_writes_its_parent_reads_grids_or_a_refusal(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(written(SHEET, SHEET))
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(data))
        data[at : at + chance.choice((0, 1, 1, 8))] = chance.choice(
            (bytes([chance.randrange(256)]), bytes(8), b"\xff" * 8, b"", struct.pack("<Q", chance.randrange(1 << 40)))
        )
    if chance.random() < 0.1:
        del data[chance.randrange(len(data)) :]
    with contextlib.suppress(Refusal):
        usable(read(bytes(data)))


def usable(sheets: tuple[Grid, ...]) -> None:
    for grid in sheets:
        assert sorted(grid.cells) == list(grid.cells)
        assert all(grid.cells[place] == cell for place, cell in grid.cells.items())
        assert all(isinstance(cell.text, str) and isinstance(cell.bold, bool) for cell in grid.cells.values())


def forged(fill: Callable[[Writer], None]) -> bytes:
    out = io.BytesIO()
    fill(Writer(out))
    return out.getvalue()


def a_refusal(line: str) -> bytes:
    def fill(writer: Writer) -> None:
        writer.number(2)
        writer.texts([line])

    return forged(fill)


def a_note(line: str) -> bytes:
    return written(Grid("Blatt", SHEET.cells, notes=(line,)))


def a_column(places: list[int], numbers: list[int], merged: list[int]) -> bytes:
    def fill(writer: Writer) -> None:
        for number in (1, 1, 1):
            writer.number(number)
        writer.texts(["x"])
        writer.numbers(array("I", [0]))
        writer.texts([""])
        for _ in range(6):
            writer.numbers(array("I", [0]))
        writer.texts(["Blatt"])
        writer.texts([])
        writer.number(0)
        writer.numbers(array("Q"))
        writer.numbers(array("Q"))
        writer.numbers(array("Q", merged))
        writer.numbers(array("Q", places))
        writer.numbers(array("I", numbers))

    return forged(fill)


def test_the_forger_writes_what_can_be_read() -> None:
    (grid,) = read(a_column([1 << 20 | 1], [0], []))
    assert {(1, 1): GridCell("x")} == grid.cells


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x01",
        struct.pack("<Q", 7),
        struct.pack("<QQ", 1, 1 << 50),
        struct.pack("<QQQQ", 1, 1, 1, 1 << 20),
        a_refusal("[" * 100_000),
        a_refusal("{}"),
        a_refusal("7"),
        a_refusal('{"code": 1, "message": "VN1002", "place": "", "params": {}}'),
        a_refusal('{"code": "broken", "message": "VN1002", "place": "", "params": []}'),
        a_refusal('{"code": "broken", "message": "VN1002", "place": "", "params": {"place": "x"}}'),
        a_refusal('{"code": "broken", "message": "VN1002", "place": "", "params": {"x": 1}}'),
        a_note("x"),
        a_note("[" * 100_000),
        a_note("9" * 5_000),
        a_note("{}"),
        a_note(json.dumps({"code": "VN1106", "ref": "", "value": "", "severity": "panic", "params": {}})),
        a_note(json.dumps({"code": "VN1106", "ref": 1, "value": "", "severity": "info", "params": {}})),
        a_note(json.dumps({"code": "VN1106", "ref": "", "value": "", "severity": "info", "params": {"x": []}})),
        a_column([2, 1], [0, 0], []),
        a_column([1, 1], [0, 0], []),
        a_column([1, 2], [0], []),
        a_column([1], [1], []),
        a_column([1], [0], [1, 1, 2]),
        a_column([1], [0], [2, 2, 1, 1]),
        a_column([1], [0], [1, 1, 1 << 60, 1 << 60]),
    ],
)
def test_forged_results_are_a_refusal(data: bytes) -> None:
    with pytest.raises(Refusal) as caught:
        read(data)
    assert ("broken", "VN1017") == (caught.value.code, caught.value.message)


def test_no_more_is_made_than_the_limits_admit() -> None:
    data = written(SHEET)
    assert read(data, Limits(cells=len(SHEET.cells)))
    for limits in (Limits(cells=len(SHEET.cells) - 1), Limits(sheets=0), Limits(merges=0)):
        with pytest.raises(Refusal):
            read(data, limits)


def test_a_count_without_its_numbers_costs_no_memory() -> None:
    data = struct.pack("<QQQQQ", 1, 1, 1, 2_000_000, 4_096)
    tracemalloc.start()
    with pytest.raises(Refusal):
        read(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1 << 20


def test_texts_of_other_lengths_than_promised_are_damage() -> None:
    for lengths, joined in (([2], b"abc"), ([1, 1], b"a"), ([], b""), ([1], "ä".encode()[:1])):
        out = io.BytesIO()
        writer = Writer(out)
        writer.number(2)
        writer.numbers(array("Q", lengths))
        writer.number(len(joined))
        out.write(joined)
        with pytest.raises((Damaged, UnicodeDecodeError)):
            Reader(out).texts(9)
