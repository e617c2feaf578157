"""New region folders: an empty one, and a copy of the example region."""

from __future__ import annotations

import json
import shutil
from importlib.resources import files
from pathlib import Path

from ontology.errors import RegionError
from verweisnetz.config import FILE

TABLES = {
    "tables/needs.csv": "audience;theme;region;weight;note\n",
    "tables/doors.csv": "actor;audience;region;last_verified;note\n",
    "tables/accepted_gaps.csv": "kind;audience;theme;region;owner;review_on;reason\n",
    "tables/maturity.csv": "criterion;decision;by;on;note\n",
    "tables/indicators.csv": "name;unit;target;until;value;on;source;note;measure\n",
    "decisions/links.csv": "decision;left;right;source;scope;by;on;note\n",
}
FOLDERS = ("sources", "profiles", "tables", "decisions")


def init(folder: Path, language: str = "de") -> list[Path]:
    """Make an empty region in ``folder`` and return what was written; nothing that exists is touched.

    Args:
        language: of the explanations in the configuration, and of the region's answers.

    Raises:
        RegionError: when the folder is a region already.
    """
    if (folder / FILE).exists():
        raise RegionError(
            f"{folder}: is a region already ({FILE} is there).",
            de=f"{folder}: ist schon eine Region ({FILE} liegt darin).",
        )
    for inside in FOLDERS:
        (folder / inside).mkdir(parents=True, exist_ok=True)
    template = files("verweisnetz").joinpath(f"templates/verweisnetz.{language}.toml").read_text(encoding="utf-8")
    name = json.dumps(folder.resolve().name, ensure_ascii=False)  # TOML quotes and escapes as JSON does
    contents = {FILE: template.format(name=name), **TABLES}
    written = []
    for inside, text in contents.items():
        path = folder / inside
        if not path.exists():
            path.write_text(text, encoding="utf-8", newline="\n")
            written.append(path)
    return written


def example() -> Path:
    """Return the example region as it is shipped: inside the wheel, or in the checkout's ``examples/``."""
    here = Path(__file__).resolve().parent
    for place in (here / "example", here.parent / "examples" / "musterregion"):
        if (place / FILE).is_file():
            return place
    raise RegionError(
        "the example region is not part of this installation; reinstall verweisnetz.",
        de="die Musterregion fehlt in dieser Installation; verweisnetz neu installieren.",
    )


def unpack_example(folder: Path, *, force: bool = False) -> None:
    """Copy the example region to ``folder``.

    Raises:
        RegionError: when the folder is not empty and ``force`` is not set, or ``force`` would overwrite something
            that is no region.
    """
    occupied = folder.exists() and any(folder.iterdir())
    if occupied and not force:
        raise RegionError(
            f"{folder}: is not empty; choose another folder, or --force to unpack the example over it.",
            de=f"{folder}: ist nicht leer; einen anderen Ordner wählen oder mit --force die Musterregion darüberlegen.",
        )
    if occupied and not (folder / FILE).exists():
        raise RegionError(
            f"{folder}: is not empty and no region; nothing was overwritten.",
            de=f"{folder}: ist nicht leer und keine Region; nichts wurde überschrieben.",
        )
    shutil.copytree(example(), folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".verweisnetz", "__pycache__"))
