"""A region that holds nothing but one partner matrix, built once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from verweisnetz import region
from verweisnetz.region import Region

MATRIX = Path(__file__).parents[1] / "fixtures" / "matrix" / "o02_gruppenkopf.xlsx"


@pytest.fixture(scope="session")
def one_matrix(tmp_path_factory: pytest.TempPathFactory) -> Region:
    folder = tmp_path_factory.mktemp("region")
    shutil.copy(MATRIX, folder)
    return region.build(folder)
