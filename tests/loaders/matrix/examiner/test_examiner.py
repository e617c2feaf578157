"""The examiner's own bookkeeping: files and truths know the same cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.matrix.examiner.check import unknown
from tests.loaders.matrix.examiner.files import books, write
from tests.loaders.matrix.examiner.model import Book
from tests.loaders.matrix.examiner.truth import faults


@pytest.mark.parametrize("book", books(), ids=lambda book: book.stem)
def test_every_cell_has_a_role_and_every_fact_a_cell(book: Book, tmp_path: Path) -> None:
    assert [] == faults(book)
    assert [] == unknown(book, write(book, tmp_path))


def test_stems_are_told_apart_by_their_first_word() -> None:
    stems = [book.stem.partition("_")[0] for book in books()]
    assert sorted(set(stems)) == stems
