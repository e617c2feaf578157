"""The snapshot file: what goes in comes out, the same bytes for the same rows, damage is noticed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.columns import Layout, pack, unpack
from graph.snapshot import snapshot_of
from graph.view import View
from ontology.errors import StoreError

LAYOUT: Layout = {
    "actor": {"label": "text", "number": "int", "parts": "ints"},
    "empty": {"label": "text", "parts": "ints"},
}
INT32 = st.integers(-(2**31), 2**31 - 1)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ROWS = st.lists(
    st.fixed_dictionaries({"label": TEXT, "number": INT32, "parts": st.lists(INT32, max_size=4)}), max_size=8
)


@given(ROWS)
def test_what_is_packed_is_read_back(rows: list[dict[str, Any]]) -> None:
    tables, meta = unpack(pack({"actor": rows}, LAYOUT, {"hash": "ü"}), LAYOUT)
    actor = tables["actor"]
    read = [
        {
            "label": actor.text("label")[row],
            "number": actor.ints("number")[row],
            "parts": list(actor.lists("parts")[row]),
        }
        for row in actor
    ]
    assert rows == read
    assert {"hash": "ü"} == meta
    assert 0 == len(tables["empty"])


@given(ROWS)
def test_the_same_rows_give_the_same_bytes(rows: list[dict[str, Any]]) -> None:
    assert pack({"actor": rows}, LAYOUT) == pack({"actor": [dict(reversed(row.items())) for row in rows]}, LAYOUT)


def test_a_row_may_leave_columns_out() -> None:
    tables, _ = unpack(pack({"actor": [{}]}, LAYOUT), LAYOUT)
    assert "" == tables["actor"].text("label")[0]
    assert -1 == tables["actor"].ints("number")[0]
    assert [] == list(tables["actor"].lists("parts")[0])


@given(st.data())
def test_a_cut_or_foreign_file_is_refused_with_advice(data: st.DataObject) -> None:
    whole = pack({"actor": [{"label": "Ä", "parts": [1]}]}, LAYOUT)
    cut = data.draw(st.integers(0, len(whole) - 9))
    with pytest.raises(StoreError, match="verweisnetz build"):
        unpack(whole[:cut], LAYOUT)


def test_a_column_asked_for_as_another_kind_is_a_type_error() -> None:
    tables, _ = unpack(pack({"actor": []}, LAYOUT), LAYOUT)
    with pytest.raises(TypeError, match=r"actor\.label"):
        tables["actor"].ints("label")


def test_a_reader_keeps_its_snapshot_when_the_file_is_replaced(tmp_path: Path) -> None:
    path, fresh = tmp_path / "snapshot.bin", tmp_path / "next"
    path.write_bytes(labelled("alt"))
    view = View.open(path)
    fresh.write_bytes(labelled("neu"))
    fresh.replace(path)
    assert "alt" == view.table("actor").text("label")[0]
    assert "neu" == View.open(path).table("actor").text("label")[0]


def labelled(label: str) -> bytes:
    return snapshot_of({"actor": [{"id": "actor/x", "label": label}]})
