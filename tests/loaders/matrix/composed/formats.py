"""The file formats, what each can express, and which program writes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.loaders.matrix.composed import write_ods, write_text, write_xls, write_xlsx
from tests.loaders.matrix.composed.book import Book
from tests.loaders.matrix.composed.steady import steady

ALL = frozenset(
    ["merge", "look", "colour", "comment", "link", "hidden", "sheets", "formula", "types", "fault", "ghost", "unicode"]
)


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a file; ``above`` are the records it puts before the first row."""

    name: str
    suffix: str
    can: frozenset[str]
    write: Callable[[Book], bytes]
    above: int = 0

    @property
    def nameless(self) -> bool:
        """Whether the file has one sheet without a name."""
        return "sheets" not in self.can

    def save(self, book: Book, folder: Path) -> Path:
        """Write the file and its truth beside it."""
        path = folder / f"{book.stem}{self.suffix}"
        path.write_bytes(steady(self.write(book)))
        truth = json.dumps(book.truth(self.nameless, self.above), ensure_ascii=False, indent=1)
        (folder / f"{book.stem}.truth.json").write_text(truth, "utf-8")
        return path


def _separated(delimiter: str, encoding: str, preface: str = "") -> Callable[[Book], bytes]:
    return lambda book: write_text.csv_bytes(book, delimiter, encoding, preface)


FORMATS = [
    Format("xlsx_openpyxl", ".xlsx", ALL - {"formula"} | {"theme"}, write_xlsx.with_openpyxl),
    Format("xlsx_writer", ".xlsx", ALL, write_xlsx.with_xlsxwriter),
    Format("ods", ".ods", ALL - {"fault", "ghost"}, write_ods.ods_bytes),
    Format("xls", ".xls", ALL - {"comment", "link", "formula", "fault", "ghost"}, write_xls.xls_bytes),
    Format("csv_utf8", ".csv", frozenset({"unicode"}), _separated(";", "utf-8")),
    Format("csv_bom", ".csv", frozenset({"unicode"}), _separated(";", "utf-8-sig")),
    Format("csv_cp1252", ".csv", frozenset(), _separated(";", "cp1252")),
    Format("csv_sep", ".csv", frozenset(), _separated(";", "cp1252", "sep=;\r\n"), above=1),
    Format("csv_mojibake", ".csv", frozenset(), write_text.mojibake_bytes),
    Format("csv_comma", ".csv", frozenset({"unicode"}), _separated(",", "utf-8")),
    Format("tsv_utf16", ".txt", frozenset({"unicode"}), _separated("\t", "utf-16")),
    Format("html_xls", ".xls", frozenset({"merge", "unicode"}), write_text.html_bytes),
]
