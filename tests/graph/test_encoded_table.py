"""A table that was encoded apart is read like its rows, and joins a snapshot as if it had been written there."""

from __future__ import annotations

import pickle
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from graph.columns import Layout, encode, pack

LAYOUT: Layout = {
    "actor": {"label": "text", "id": "text"},
    "evidence": {"label": "text", "place": "text", "id": "text", "number": "int", "about": "ints", "themes": "ints"},
}
"""`evidence` and `about` are kept small, `themes` once each."""
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
PLACE = st.builds("{}!C{}".format, st.sampled_from(["Matrix", "Blatt"]), st.integers(1, 99))
PATH = st.builds("offer/{}/{}".format, TEXT.map(lambda text: text.replace("/", "")), st.sampled_from("ab"))
SMALL = st.lists(st.integers(0, 300), max_size=3)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "label": TEXT,
            "place": PLACE,
            "id": PATH,
            "number": st.integers(-(2**31), 2**31 - 1),
            "about": SMALL.map(tuple),
            "themes": SMALL.map(tuple),
        }
    ),
    max_size=12,
)


def encoded(rows: list[dict[str, Any]]) -> Any:
    """Return the table as a second process would hand it over."""
    return pickle.loads(pickle.dumps(encode({"evidence": rows}, {"evidence": LAYOUT["evidence"]})["evidence"]))


@given(ROWS)
def test_an_encoded_table_is_read_like_its_rows(rows: list[dict[str, Any]]) -> None:
    table = encoded(rows)
    assert rows == list(table)
    assert table == rows
    assert len(rows) == len(table)
    assert rows[-1:] == table[-1:]


@given(ROWS, ROWS)
def test_a_snapshot_has_the_same_bytes_whoever_encoded_its_tables(
    actors: list[dict[str, Any]], rows: list[dict[str, Any]]
) -> None:
    expected = pack({"actor": actors, "evidence": rows}, LAYOUT)
    assert expected == pack({"actor": actors, "evidence": encoded(rows)}, LAYOUT)
    assert expected == pack({"actor": actors}, {"actor": LAYOUT["actor"]}, further=lambda: {"evidence": encoded(rows)})
