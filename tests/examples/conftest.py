"""The example region, built once for all questions asked of it; to be read only."""

from __future__ import annotations

from pathlib import Path

import pytest

from verweisnetz import region
from verweisnetz.scaffold import unpack_example


@pytest.fixture(scope="session")
def here(tmp_path_factory: pytest.TempPathFactory) -> region.Region:
    """Return the example region, built."""
    folder: Path = tmp_path_factory.mktemp("region") / "musterregion"
    unpack_example(folder)
    return region.build(folder)
