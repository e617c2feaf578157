"""From a seed to files: layouts in turn, everything else by chance."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.loaders.matrix.composed.book import Book
from tests.loaders.matrix.composed.formats import FORMATS, Format
from tests.loaders.matrix.composed.layouts import LAYOUTS
from tests.loaders.matrix.composed.scene import begin

# Most partners send Excel; the rest is drawn seldom, but drawn.
WEIGHTS = {"xlsx_openpyxl": 6, "xlsx_writer": 6, "ods": 3, "xls": 3}


def compose(seed: int, index: int) -> tuple[Book, Format]:
    """Return the ``index``-th book of a seed and the format it is meant for."""
    names = list(LAYOUTS)
    name = names[(seed + index) % len(names)]
    layout, needs = LAYOUTS[name]
    rng = Random(f"{seed}/{index}/{name}")
    forms = [form for form in FORMATS if needs <= form.can]
    form = rng.choices(forms, [WEIGHTS.get(form.name, 1) for form in forms])[0]
    book = Book(f"s{seed}n{index:02d}_{name}", name, form.suffix)
    scene = begin(rng, book, form)
    scene.show(form.name)
    layout(scene)
    return book, form


def write(folder: Path, seed: int, count: int = len(LAYOUTS)) -> list[Path]:
    """Write the files of a seed and their truths; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    return [form.save(book, folder) for book, form in (compose(seed, index) for index in range(count))]
