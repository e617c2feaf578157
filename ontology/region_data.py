"""Reads the official areas and named spaces of ``ontology/regions/`` and the names people give them."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ontology.errors import OntologyError
from ontology.region import Region

_FOLDER = Path(__file__).with_name("regions")


@dataclass(frozen=True, slots=True)
class Area:
    """One area before its atoms are known; ``form`` names the row of ``names.toml`` that derives its names."""

    id: str
    label: str
    kind: str
    key: str
    nuts: str
    form: str
    stem: str


@dataclass(frozen=True, slots=True)
class Rules:
    """How names are derived and recognised (``names.toml``)."""

    forms: Mapping[str, list[str]]
    labels: Mapping[str, str]
    inflections: Mapping[str, list[str]]
    also: Mapping[str, list[str]]
    short: Mapping[str, list[str]]
    plates: Mapping[str, list[str]]
    words: Mapping[str, list[str]]


def rules() -> Rules:
    """Return the naming rules."""
    return Rules(**_toml("names.toml"))


def spaces() -> list[dict[str, Any]]:
    """Return the rows of ``spaces.toml``."""
    rows: list[dict[str, Any]] = _toml("spaces.toml")["space"]
    return rows


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))


def _csv(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


_KINDS = {"Kreisfreie Stadt": "city", "Stadt": "municipality", "Gemeinde": "municipality"}


def areas(naming: Rules) -> Iterator[Area]:
    """Yield the official areas: cities first, then districts, municipalities, Länder (the order of preference)."""
    districts = sorted(_csv("districts.csv"), key=lambda row: (row["type"] != "Kreisfreie Stadt", row["ags"]))
    municipalities = _csv("municipalities.csv")
    bare = {_stem(row["name"]) for row in districts}
    for row in districts:
        yield _area(row, _district_label(row, naming, districts))
    for row in municipalities:
        name = row["name"]
        yield _area(row, f"{row['type']} {name}" if _stem(name) in bare else name)
    for row in _csv("states.csv"):
        yield Area(f"region/{row['code']}", row["name"], "land", row["ags"], row["nuts"], "Land", row["name"])


def atoms() -> frozenset[str]:
    """Return the smallest areas told apart.

    A district all of whose municipalities are listed is no atom itself; one with some listed keeps an atom (its own
    key) for the rest; a Land is an atom if none of its districts is listed.
    """
    districts = _csv("districts.csv")
    lands = {row["ags"][:2] for row in districts}
    return frozenset(
        [row["ags"] for row in districts if row["municipalities"] != "all"]
        + [row["ags"] for row in _csv("municipalities.csv")]
        + [row["ags"] for row in _csv("states.csv") if row["ags"] not in lands]
    )


def space(row: Mapping[str, Any], known: frozenset[str]) -> Region:
    """Return a named space from its row; ``keys`` are prefixes of atoms, ``without`` takes some away."""
    missing = {"id", "label", "kind", "keys"} - row.keys()
    if missing:
        raise OntologyError(f"a named space needs {', '.join(sorted(missing))}: {dict(row)}")
    keys, without = tuple(row["keys"]), tuple(row.get("without", ()))
    unknown = [key for key in (*keys, *without) if not any(atom.startswith(key) for atom in known)]
    if unknown:
        raise OntologyError(f"space {row['id']!r}: no area has the key {', '.join(unknown)}")
    extent = frozenset(atom for atom in known if atom.startswith(keys) and not (without and atom.startswith(without)))
    names = tuple(row.get("names", ()))
    checked = row.get("checked") is not False
    return Region(f"region/{row['id']}", row["label"], row["kind"], "", row.get("nuts", ""), extent, names, checked)


def _area(row: Mapping[str, str], label: str) -> Area:
    key = row["ags"]
    kind = _KINDS.get(row["type"], "district")
    return Area(f"region/{key}", label, kind, key, row.get("nuts", ""), row["type"], _stem(row["name"]))


def _district_label(row: Mapping[str, str], naming: Rules, districts: Iterable[Mapping[str, str]]) -> str:
    name = row["name"]
    if "kreis" in name.casefold():
        return name
    return naming.labels.get(row["type"], "{name}").format(name=name)


def _stem(name: str) -> str:
    return re.split(r"\s*\(", name)[0]


def derived_names(area: Area, naming: Rules) -> Iterator[str]:
    """Yield the names of an area: label, explicit ones, inflected ones, then those its form derives."""
    yield area.label
    yield from naming.also.get(area.key, ())
    adjective = area.stem + ("r" if area.stem.endswith("e") else "er")
    plain = [form.format(stem=area.stem, name=area.label, adjective=adjective) for form in naming.forms[area.form]]
    if "kreis" in area.stem.casefold():  # "Märkischer Kreis", never "Kreis Märkischer Kreis"
        plain = [area.stem]
    yield from plain
    for ending, others in naming.inflections.items():
        for name in (area.stem, *naming.also.get(area.key, ())):
            if name.endswith(ending):
                yield from (name.removesuffix(ending) + other for other in others)
