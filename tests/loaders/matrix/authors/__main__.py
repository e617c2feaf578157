"""Write every author's file with its truth: `python -m tests.loaders.matrix.authors OUT_DIR SEED [--as-xlsx]`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.loaders.matrix.authors.catalogue import books, written
from tests.loaders.matrix.authors.check import faults
from tests.loaders.matrix.authors.office import xlsx


def main(arguments: list[str]) -> int:
    """Write the files; with --as-xlsx every table becomes an xlsx, so that a truth can be tried without its format."""
    as_xlsx = "--as-xlsx" in arguments
    folder, seed = [word for word in arguments if not word.startswith("--")]
    Path(folder).mkdir(parents=True, exist_ok=True)
    found = 0
    for book in books(int(seed)):
        if as_xlsx and book.sheets:
            book.file, book.pack = book.stem + ".xlsx", xlsx
        path = written(book, Path(folder))
        for fault in faults(book, path.read_bytes()):
            found += 1
            print(f"{path.name}: {fault}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
