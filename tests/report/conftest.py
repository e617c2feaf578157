"""The example region, built once, and regions of which little is known."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from verweisnetz import region
from verweisnetz.region import Region
from verweisnetz.report.model import Report
from verweisnetz.scaffold import init, unpack_example

Reports = Callable[[str], Report]
TODAY = date(2026, 11, 23)
FIXTURES = Path(__file__).parents[1] / "fixtures" / "matrix"


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Region:
    """Return the built example region; to be read only."""
    folder = tmp_path_factory.mktemp("beispiel") / "musterregion"
    unpack_example(folder)
    return region.build(folder)


@pytest.fixture(scope="session")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Region:
    """Return a region in which nobody has said anything yet."""
    folder = tmp_path_factory.mktemp("leer")
    init(folder)
    return region.build(folder)


@pytest.fixture(scope="session")
def one_matrix(tmp_path_factory: pytest.TempPathFactory) -> Region:
    """Return a region with one partner matrix: no needs, doors, dates or referrals."""
    folder = tmp_path_factory.mktemp("matrix")
    shutil.copy(FIXTURES / "o01_einfach.xlsx", folder)
    return region.build(folder)


@pytest.fixture(scope="session")
def reports(example: Region) -> Reports:
    """Return a function that gives the example region's report in one language; each is made once."""
    return cache(lambda language: example.report(day=TODAY, language=language))
