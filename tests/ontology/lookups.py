"""How much work the gazetteer does: every look-up of a name."""

from __future__ import annotations

import pytest

from ontology.region_names import Meaning, RegionNames


def looked_up(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list to which every name is added that is looked up from now on."""
    found: list[str] = []
    known = RegionNames._named

    def counted(self: RegionNames, key: str, towns: bool) -> Meaning:
        found.append(key)
        return known(self, key, towns)

    monkeypatch.setattr(RegionNames, "_named", counted)
    return found
