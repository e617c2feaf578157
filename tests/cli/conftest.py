"""The example region, built once; every test that changes something works on a copy of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from verweisnetz.scaffold import unpack_example


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built example region; to be read only."""
    from verweisnetz import region

    folder = tmp_path_factory.mktemp("beispiel") / "musterregion"
    unpack_example(folder)
    region.build(folder)
    return folder


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    """Return a copy of the built region that a test may change."""
    return Path(shutil.copytree(built, tmp_path / "kopie"))


@pytest.fixture
def one_matrix(tmp_path: Path) -> Path:
    """Return a folder that holds nothing but one partner matrix, not built yet."""
    folder = tmp_path / "nur-eine-matrix"
    folder.mkdir()
    fixtures = Path(__file__).parents[1] / "fixtures" / "matrix"
    shutil.copy(fixtures / "o01_einfach.xlsx", folder / "netzwerkmatrix.xlsx")
    return folder


@pytest.fixture(scope="session")
def content() -> Callable[[Path], dict[str, bytes]]:
    """Return a function that reads every file below a folder."""

    def read(folder: Path) -> dict[str, bytes]:
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    return read
