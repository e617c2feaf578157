"""Matrices of three further hands: composed at random, by imagined authors, and an examiner's sealed set."""

from __future__ import annotations

from pathlib import Path

from tests.loaders.matrix.authors.catalogue import books, written
from tests.loaders.matrix.composed.compose import write as compose
from tests.loaders.matrix.examiner.files import books as examination
from tests.loaders.matrix.examiner.files import write as examine
from tests.loaders.matrix.scored import scored


def test_what_thirty_seven_authors_write_is_read_and_their_four_broken_files_are_named(tmp_path: Path) -> None:
    for book in books(4):
        written(book, tmp_path)
    total = scored(tmp_path)

    assert total["macro_f1"] >= 0.97
    assert total["qualifier_recall"] >= 0.95
    assert 0 == total["silently_dropped"]
    assert total["errors_handled"] == total["errors"]


def test_layouts_and_wordings_put_together_at_random_are_read(tmp_path: Path) -> None:
    compose(tmp_path, 21)
    total = scored(tmp_path)

    assert total["macro_f1"] >= 0.97
    assert total["qualifier_recall"] >= 0.95
    assert 0 == total["silently_dropped"]


def test_the_sealed_set_of_an_examiner_is_read(tmp_path: Path) -> None:
    """Whoever develops the interpreter scores this set and does not open it: it stays a measure."""
    for book in examination():
        examine(book, tmp_path)
    total = scored(tmp_path)

    assert total["macro_f1"] >= 0.95
    assert total["qualifier_recall"] >= 0.95
    assert 0 == total["silently_dropped"]
    assert total["errors_handled"] == total["errors"]
