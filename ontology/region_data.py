"""Reads the official areas and named spaces of ``ontology/regions/`` and the names people give them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ontology.errors import OntologyError
from ontology.region_spelling import Spelling
from ontology.text import fold

_FOLDER = Path(__file__).with_name("regions")
CITIES = frozenset({"Kreisfreie Stadt", "Stadtkreis"})


@dataclass(frozen=True, slots=True)
class Area:
    """One area before its extent is known.

    Args:
        keys: what it consists of: areas whose keys begin so.
        type: its official kind; empty for a named space.
        stem: the name without additions; with the words of its type, "Kreis {stem}", it makes further names.
        names: by which it is called besides, without those of ``names.toml``.
        without: what does not belong to it.
    """

    id: str
    label: str
    kind: str
    keys: tuple[str, ...]
    type: str = ""
    stem: str = ""
    names: tuple[str, ...] = ()
    key: str = ""
    nuts: str = ""
    without: tuple[str, ...] = ()
    checked: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """Words beside a name that say which types of areas are meant."""

    types: frozenset[str]
    before: tuple[str, ...]
    after: tuple[str, ...]

    def with_name(self, name: str) -> Iterator[str]:
        """Yield a name with the most usual of the words."""
        yield from (f"{word} {name}" for word in self.before[:2])
        yield from (f"{name} ({word})" for word in self.after[:1])


@dataclass(frozen=True, slots=True)
class Rules:
    """How names are recognised (``names.toml``)."""

    marks: tuple[Mark, ...]
    spelling: Spelling
    labels: Mapping[str, str]
    inflections: Mapping[str, list[str]]
    also: Mapping[str, list[str]]
    short: Mapping[str, list[str]]
    plates: Mapping[str, list[str]]
    words: Mapping[str, list[str]]


def rules() -> Rules:
    """Return the naming rules."""
    data = _toml("names.toml")
    marks = [Mark(frozenset(row["types"]), tuple(row["before"]), tuple(row["after"])) for row in data.pop("marks")]
    return Rules(tuple(marks), _spelling(data.pop("spelling")), **data)


def spaces() -> list[dict[str, Any]]:
    """Return the rows of ``spaces.toml``, then those of ``spaces.csv``: its lists are separated by spaces and bars."""
    rows: list[dict[str, Any]] = _toml("spaces.toml")["space"]
    for row in _csv("spaces.csv"):
        names = row["names"].split(" | ") if row["names"] else []
        rows.append({**row, "keys": row["keys"].split(" "), "names": names, "checked": row["checked"] == "yes"})
    return rows


def space(row: Mapping[str, Any]) -> Area:
    """Return a named space from its row; ``keys`` begin the keys of its areas, ``without`` takes some away."""
    missing = {"id", "label", "kind", "keys"} - row.keys()
    if missing:
        raise OntologyError(f"a named space needs {', '.join(sorted(missing))}: {dict(row)}")
    keys, names, without = (tuple(row.get(name, ())) for name in ("keys", "names", "without"))
    more = {"nuts": row.get("nuts", ""), "without": without, "checked": row.get("checked") is not False}
    return Area(f"region/{row['id']}", row["label"], row["kind"], keys, names=names, **more)


def municipality_lines() -> list[str]:
    """Return the lines of ``municipalities.csv``: key, name, what tells it from namesakes, type."""
    return (_FOLDER / "municipalities.csv").read_text(encoding="utf-8").splitlines()[1:]


def areas(naming: Rules) -> Iterator[Area]:
    """Yield the areas above the municipalities: cities first, then districts, Länder (the order of preference)."""
    districts = sorted(_csv("districts.csv"), key=lambda row: (row["type"] not in CITIES, row["ags"]))
    count = Counter(row["ags"][:2] for row in districts)
    for row in districts:
        if count[row["ags"][:2]] > 1:  # Berlin and Hamburg are Land and city in one
            yield _district(row, naming)
    called = {row["name"] for row in districts if row["type"] in CITIES}
    for row in _csv("states.csv"):
        one = count[row["ags"]] == 1
        label = f"Land {row['name']}" if row["name"] in called and not one else row["name"]
        kind = "Land und Stadt" if one else "Land"
        name, key = row["name"], row["ags"]
        names = (name, f"{name}weit")
        yield Area(f"region/{row['code']}", label, "land", (key,), kind, name, names, key=key, nuts=row["nuts"])


def _district(row: Mapping[str, str], naming: Rules) -> Area:
    key, name, kind = row["ags"], row["name"], row["type"]
    label = name if "kreis" in name.casefold() else naming.labels.get(kind, "{name}").format(name=name)
    stem = name.partition(" (")[0]
    plain = () if kind in naming.labels and kind not in ("Kreis", "Landkreis") else (name, stem)
    names = (*plain, *_inflected((stem, *naming.also.get(key, ())), naming))
    wide = "city" if kind in CITIES else "district"
    return Area(f"region/{key}", label, wide, (key,), kind, stem, names, key=key, nuts=row["nuts"])


def _inflected(names: Sequence[str], naming: Rules) -> Iterator[str]:
    for ending, others in naming.inflections.items():
        for name in names:
            if name.endswith(ending):
                yield from (name.removesuffix(ending) + other for other in others)
    for name in names:
        if name.endswith("-Kreis") and "-" in name.removesuffix("-Kreis"):  # "Rems-Murr", but not "Ilm"
            short = name.removesuffix("-Kreis")
            yield from (short, f"Kreis {short}", f"Landkreis {short}")


def _spelling(data: Mapping[str, Any]) -> Spelling:
    return Spelling(
        frozenset(data["linking"]),
        {fold(short): fold(long) for short, long in data["long"].items()},
        {fold(short): fold(long) for short, long in data["opening"].items()},
        frozenset(data["capital"]),
    )


def _toml(name: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))


def _csv(name: str) -> list[dict[str, str]]:
    import csv

    with (_FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
