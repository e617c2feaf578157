from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.matrix.authors.book import Book, Sheet, says
from tests.loaders.matrix.authors.catalogue import books, written
from tests.loaders.matrix.authors.check import faults
from tests.loaders.matrix.authors.plain import separated


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_written_cell_has_a_role_and_every_fact_a_cell(seed: int) -> None:
    found = [f"{book.file}: {fault}" for book in books(seed) for fault in faults(book, book.pack(book))]

    assert [] == found


def test_a_seed_gives_the_same_bytes_again_and_another_seed_others(tmp_path: Path) -> None:
    def files(name: str, seed: int) -> dict[str, bytes]:
        folder = tmp_path / name
        folder.mkdir()
        for book in books(seed):
            written(book, folder)
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    files("before", 7)  # odfpy declares every namespace that the process has ever used
    first, again, other = files("first", 7), files("again", 7), files("other", 8)

    assert first == again
    assert [] == [book.file for book in books(7) if not book.expect_error and first[book.file] == other[book.file]]


def test_the_check_names_a_cell_the_truth_does_not_know_and_a_mark_that_states_nothing() -> None:
    def pack(book: Book) -> bytes:
        wider = Book(book.file, "", "", 1, (), book.pack, sheets=[Sheet("", cells=dict(book.sheets[0].cells))])
        wider.sheets[0].put(2, 2, "x", "ignorable")
        return separated(";")(wider)

    book = Book("x.csv", "", "", 1, (), separated(";"), actors=["VHS"])
    book.sheet("").put(1, 1, "x", "statement")
    book.sheets[0].put(1, 2, "?", "report", says("VHS", "offers", "Kurs"))

    assert {"!B2 has no role", "!A1 states nothing", "!B1 must not state anything"} == set(faults(book, pack(book)))
