"""Write a book as BIFF (.xls)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.loaders.matrix.examiner.model import Book, split


def write(book: Book, path: Path) -> None:
    """Write the file."""
    import xlwt

    workbook = xlwt.Workbook(encoding="utf-8")
    plain, dated = xlwt.easyxf("align: wrap on"), xlwt.easyxf(num_format_str="DD.MM.YYYY")
    for sheet in book.sheets:
        page = workbook.add_sheet(sheet.name)
        spans = {merge.partition(":")[0]: split(merge.partition(":")[2]) for merge in sheet.merges}
        for ref, cell in sheet.cells.items():
            row, column = split(ref)
            style = dated if isinstance(cell.value, dt.date) else plain
            if ref in spans:
                bottom, right = spans[ref]
                page.write_merge(row - 1, bottom - 1, column - 1, right - 1, cell.value, style)
            else:
                page.write(row - 1, column - 1, cell.value, style)
    workbook.save(str(path))
