"""What LibreOffice makes of the workbook: it opens, saves and is read the same; skipped where it is not installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from loaders.gate import read
from loaders.template import read as read_template
from tests.verweisnetz.workbook.test_normalise import FIXTURES, meaning
from verweisnetz.workbook import normalise, write_template

OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed"),
    pytest.mark.slow,
]


def convert(path: Path, ending: str) -> Path:
    """Return a file as LibreOffice saves it in another format."""
    folder = path.parent / f"{path.suffix[1:]}-{ending}"
    subprocess.run(
        [str(OFFICE), f"-env:UserInstallation=file://{path.parent}/profil", "--headless", "--convert-to", ending,
         "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return folder / f"{path.stem}.{ending}"


def test_a_filled_template_is_read_the_same_after_libreoffice_saved_it(tmp_path: Path) -> None:
    path = tmp_path / "neu.xlsx"
    normalise(FIXTURES / "o09_verbundene_zellen.ods", path)
    said = meaning(read_template(read(path), "x").statements)
    assert said == meaning(read_template(read(ods := convert(path, "ods")), "x").statements)
    assert said == meaning(read_template(read(convert(ods, "xlsx")), "x").statements)


def test_the_lists_are_still_offered_after_libreoffice_saved_it(tmp_path: Path) -> None:
    path = tmp_path / "leer.xlsx"
    write_template(path)
    back = convert(convert(path, "ods"), "xlsx")

    def offered(file: Path) -> dict[str, list[tuple[str, str | None]]]:
        book = openpyxl.load_workbook(file)
        return {
            page.title: sorted(
                (str(rule.sqref).split(":")[0], rule.formula1 if rule.type == "list" else None)
                for rule in page.data_validations.dataValidation
            )
            for page in book
        }

    assert offered(path) == offered(back)
    assert set(openpyxl.load_workbook(path).defined_names) <= set(openpyxl.load_workbook(back).defined_names)
