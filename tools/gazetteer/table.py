"""Writes rows as a sorted csv."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path


def write(path: Path, rows: Sequence[dict[str, str]]) -> int:
    """Write rows in the order of their keys and return how many there are."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: row["ags"]))
    return len(rows)
