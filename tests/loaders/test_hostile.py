"""A corpus of hostile and damaged files: each ends as grids or one clear error, within two seconds and 300 MB."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.loaders.documents import document, table
from tests.loaders.hostile import binary, packed, written
from tests.loaders.hostile.binary import small
from tests.loaders.pages import HEAD
from tests.loaders.printed import Page, write
from tests.loaders.test_gate import FIXTURES, HOSTILE

SECONDS = 2.0
MEGABYTES = 300
CODES = {"read", "encrypted", "broken", "not_a_table", "unsupported", "too_large"}
FILES = [*((name, make, {code}) for name, make, code in HOSTILE), *packed.FILES, *binary.FILES, *written.FILES]
ROWS = [("Akteur", "Beratung", "Kurse"), *((f"Partner {at}", "x", "nur montags") for at in range(12))]
PACKED = ["o01_einfach.xlsx", "o02_gruppenkopf.xlsx", "o08_farben_kommentare.xlsx", "o09_verbundene_zellen.ods"]
DAMAGES = 7

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each file is measured in a fork of its own")


def victims(folder: Path) -> dict[str, Path]:
    """Write one good file of every format."""
    found = {Path(name).suffix[1:] + name[:3]: FIXTURES / name for name in PACKED}
    found["csv"] = FIXTURES / "o04_kontaktliste_cp1252.csv"
    found["xls"] = folder / "good.xls"
    small().save(str(found["xls"]))
    found["docx"] = document(folder / "good.docx", table(ROWS))
    page = Page()
    page.ruled(50, 800, (150, 100, 100), ROWS)
    found["pdf"] = write(folder / "good.pdf", [page])
    found["html"] = folder / "good.html"
    cells = "".join("<tr>" + "".join(f"<td class=a>{said}</td>" for said in row) + "</tr>" for row in ROWS)
    found["html"].write_text(f"{HEAD}<table>{cells}</table></body></html>", encoding="utf-8")
    return found


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return a file with some bytes changed, or cut off."""
    if chance.random() < 0.3:
        return data[: chance.randrange(1, len(data))]
    broken = bytearray(data)
    for _ in range(chance.choice((1, 3, 20))):
        broken[chance.randrange(len(broken))] = chance.choice((0, 255, chance.randrange(256)))
    return bytes(broken)


def damaged_inside(path: Path, chance: random.Random) -> dict[str, bytes]:
    """Return the parts of a zip, one of them damaged: checksums do not give it away."""
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    victim = chance.choice([name for name in content if name.endswith((".xml", ".rels"))])
    return {**content, victim: damaged(content[victim], chance)}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    folder = tmp_path_factory.mktemp("hostile")
    names: dict[str, str] = {}
    for at, (name, make, _) in enumerate(FILES):
        (folder / str(at)).mkdir()
        names[str(make(folder / str(at) / "partner.xlsx"))] = name
    for name, good in victims(folder).items():
        for seed in range(DAMAGES):
            chance = random.Random(f"{name} {seed}")
            path = folder / f"{name}-{seed}{good.suffix}"
            if zipfile.is_zipfile(good) and seed % 2:
                with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                    for part, data in damaged_inside(good, chance).items():
                        archive.writestr(part, data)
            else:
                path.write_bytes(damaged(good.read_bytes(), chance))
            names[str(path)] = f"{name} {seed}"
    done = subprocess.run(
        [sys.executable, "-m", "tests.loaders.measure", *names],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True, timeout=600,
    )  # fmt: skip
    said = [json.loads(line) for line in done.stdout.splitlines()]
    return {names[one["name"]]: one for one in said}


@pytest.mark.parametrize(
    ("name", "codes"), [(name, codes) for name, _, codes in FILES], ids=[name for name, _, _ in FILES]
)
def test_a_hostile_file_ends_as_it_may(outcomes: dict[str, dict[str, object]], name: str, codes: set[str]) -> None:
    assert codes & {str(outcomes[name]["code"])}, outcomes[name]


def test_every_file_ends_as_grids_or_one_of_our_errors(outcomes: dict[str, dict[str, object]]) -> None:
    assert {} == {name: said for name, said in outcomes.items() if said["code"] not in CODES}
    assert len(outcomes) >= 60


def test_every_error_speaks_two_languages_and_names_the_file(outcomes: dict[str, dict[str, object]]) -> None:
    for said in outcomes.values():
        if said["code"] != "read":
            assert Path(str(said["name"])).name in str(said["de"])
            assert said["de"] != said["en"]
            assert "{" not in str(said["de"]).partition(": ")[2][:40]


def test_none_takes_more_than_two_seconds_or_300_megabytes(outcomes: dict[str, dict[str, object]]) -> None:
    took = {name: (said["seconds"], said["megabytes"]) for name, said in outcomes.items()}
    slow = {name: said for name, said in took.items() if float(str(said[0])) > SECONDS}
    large = {name: said for name, said in took.items() if int(str(said[1])) > MEGABYTES}
    assert ({}, {}) == (slow, large)
