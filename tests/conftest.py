"""What all tests share: tests that need one expensive thing run in one worker, so that it is made once."""

from __future__ import annotations

import pytest

SHARED = ("neo4j", "browser")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for name in SHARED:
            if item.get_closest_marker(name):
                item.add_marker(pytest.mark.xdist_group(name))
