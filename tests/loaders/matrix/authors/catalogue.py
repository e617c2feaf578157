"""All authors, and their files for a seed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from tests.loaders.matrix.authors import amt, amtlich, bogen, export, farben, fehler, netz, projekt, vhs, wiki
from tests.loaders.matrix.authors.book import Book

AUTHORS: tuple[Callable[[Random], Book], ...] = (
    *amt.AUTHORS,
    *vhs.AUTHORS,
    *export.AUTHORS,
    *projekt.AUTHORS,
    *farben.AUTHORS,
    *netz.AUTHORS,
    *bogen.AUTHORS,
    *wiki.AUTHORS,
    *amtlich.AUTHORS,
    *fehler.AUTHORS,
)


def books(seed: int) -> Iterator[Book]:
    """Give every author's book for a seed; each draws on its own, so that a new author changes no other."""
    for author in AUTHORS:
        yield author(Random(f"{author.__name__}/{seed}"))


def written(book: Book, folder: Path) -> Path:
    """Write a book and its truth into a folder."""
    path = folder / book.file
    path.write_bytes(book.pack(book))
    truth = json.dumps(book.truth(), ensure_ascii=False, indent=1)
    (folder / f"{book.stem}.truth.json").write_text(truth + "\n", encoding="utf-8")
    return path
