"""What the page on profiles shows can be said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from loaders.matrix.profile import KINDS, ROLES
from loaders.matrix.profile_reading import _COLUMN, _KEYS, _TABLE, parsed

PAGE = Path(__file__).parents[2] / "docs" / "profiles.md"
TEXT = PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL))
def test_every_profile_shown_is_one(text: str) -> None:
    assert parsed(text, "seite.yaml") != parsed("", "leer.yaml")


@pytest.mark.parametrize("row", re.findall(r"^\| `(\w+)` \|.*\| `([\[{].*)` \|$", TEXT, re.MULTILINE))
def test_every_example_in_a_row_can_be_said(row: tuple[str, str]) -> None:
    key, example = row
    assert parsed(f"{key}: {example}", "seite.yaml") != parsed("", "leer.yaml")


def test_the_page_names_every_key_and_every_word_it_names_is_one() -> None:
    said = set(re.findall(r"`(\w+)`", TEXT))
    assert set() == (_KEYS | _TABLE | _COLUMN) - said - {"profile", "tables", "fingerprint"}
    (roles,) = re.findall(r"\| `role` \|.*", TEXT)
    assert set(re.findall(r"`(\w+)`", roles)) - {"role"} <= ROLES
    assert set(KINDS) <= said
