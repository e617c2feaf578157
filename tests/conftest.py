"""What all tests share: chance is fixed, and what is expensive is made once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The same examples in every run; HYPOTHESIS_PROFILE=default looks for new ones.
settings.register_profile("fixed", derandomize=True, database=None, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))

# readline exports the size of a terminal that xdist's workers do not have: tables would be printed for that one.
for _name in ("COLUMNS", "LINES"):
    os.environ.pop(_name, None)

SHARED = ("neo4j", "browser")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let tests that need one expensive thing run in one worker."""
    for item in items:
        for name in SHARED:
            if item.get_closest_marker(name):
                item.add_marker(pytest.mark.xdist_group(name))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start a real Chromium."""
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: CI must install it (.ci/run)")
        pytest.skip("no Chromium on this machine; set CHROMIUM or install it")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=chromium, args=flags)
        yield running
        running.close()
