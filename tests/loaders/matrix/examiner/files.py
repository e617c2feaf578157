"""All files of the set, each in its format with its truth beside it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import cast

from tests.loaders.matrix.examiner import write_ods, write_text, write_xls, write_xlsx
from tests.loaders.matrix.examiner.model import Book
from tests.loaders.matrix.examiner.truth import truth

COUNT = 22
WRITERS: dict[str, Callable[[Book, Path], None]] = {
    "xlsx": write_xlsx.write,
    "ods": write_ods.write,
    "xls": write_xls.write,
    "csv": write_text.write_csv,
    "html": write_text.write_html,
    "locked": lambda _, path: write_ods.write_locked(path),
}


def books() -> list[Book]:
    """Return the files in order."""
    modules = (import_module(f"tests.loaders.matrix.examiner.m{number:02}") for number in range(1, COUNT + 1))
    return [cast(Callable[[], Book], module.book)() for module in modules]


def write(book: Book, folder: Path, *, as_xlsx: bool = False) -> Path:
    """Write a file and its truth; `as_xlsx` writes the same content as xlsx."""
    made = replace(book, kind="xlsx", ending=".xlsx") if as_xlsx and book.kind != "locked" else book
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{made.stem}{made.ending}"
    WRITERS[made.kind](made, path)
    text = json.dumps(truth(made), ensure_ascii=False, indent=1)
    (folder / f"{made.stem}.truth.json").write_text(f"{text}\n", encoding="utf-8")
    return path
