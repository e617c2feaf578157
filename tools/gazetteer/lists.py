"""Reads the lists and joins them: which areas there are today, how they are called, their NUTS codes."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping, Set
from pathlib import Path
from typing import Any

from tools.gazetteer.names import is_unincorporated, taken_apart

Row = dict[str, str]
_SPECIAL = ("Regionalverband", "Region", "Städteregion")
_CITY = re.compile(r"(?i)kreisfreie stadt|krsfr\.? ?stadt|stadtkreis")


def corrections() -> dict[str, Any]:
    """Return what the table does not know."""
    return tomllib.loads(Path(__file__).with_name("corrections.toml").read_text(encoding="utf-8"))


def named(path: Path) -> dict[str, str]:
    """Return the names of a statistical table by key (2, 5 or 8 digits)."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["region_id"]: row["name"].strip() for row in csv.DictReader(lines)}


def present(path: Path) -> frozenset[str]:
    """Return the municipal keys in force."""
    with path.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["id"] for row in csv.DictReader(lines))


def nuts(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Return label and code of the German NUTS-3 regions by the code of their Land."""
    import yaml

    found: dict[str, list[tuple[str, str]]] = {}
    for row in yaml.safe_load(path.read_text(encoding="utf-8")):
        if row["Country code"] == "DE" and row["NUTS level"] == 3:
            found.setdefault(row["NUTS Code"][:3], []).append((row["NUTS label"], row["NUTS Code"]))
    return found


def districts(
    known: Mapping[str, str], keys: Set[str], codes: Mapping[str, list[tuple[str, str]]], right: Mapping[str, Any]
) -> list[Row]:
    """Return the districts that have a municipality today."""
    rows = []
    for key in sorted({key[:5] for key in keys}):
        name, kind = _district(key, known[key], right["districts"], city=f"{key}000" in keys)
        name = right["names"].get(key, name)
        rows.append({"ags": key, "name": name, "type": kind, "nuts": _code(name, kind, codes[right["lands"][key[:2]]])})
    return rows


def municipalities(known: Mapping[str, str], keys: Set[str], right: Mapping[str, Any]) -> list[Row]:
    """Return the municipalities that belong to a district, and the boroughs of Berlin."""
    rows = [
        {"ags": key, "name": name, "addition": "", "type": kind} for key, (name, kind) in sorted(right["new"].items())
    ]
    boroughs = {key for key in known if key.startswith("11") and len(key) == 8 and not key.endswith("000")}
    unincorporated = right["without"]["unincorporated"]
    kinds = {key: kind for kind, listed in right["kinds"].items() for key in listed}
    for key in sorted((keys & known.keys()) | boroughs):
        if key.endswith("000") or key in unincorporated or is_unincorporated(key, known[key]):
            continue
        name, addition, kind = taken_apart(known[key], right["additions"])
        name = right["names"].get(key, name)
        if key in boroughs:
            name, kind = name.removeprefix("Berlin-"), "Bezirk"
        addition = right["told_apart"].get(key, addition)
        rows.append({"ags": key, "name": name, "addition": addition, "type": kinds.get(key, kind)})
    rows += [{"ags": key, "name": name, "addition": "", "type": "Bezirk"} for key, name in right["boroughs"].items()]
    return rows


def _district(key: str, name: str, called: Mapping[str, list[str]], *, city: bool) -> tuple[str, str]:
    for word in _SPECIAL:
        if word in name:
            plain = name.split(",")[0] if word != "Städteregion" else name.split(" (")[0]
            return re.sub(rf"^{word}\s+", "", plain), word
    if city:
        kind = "Stadtkreis" if key.startswith("08") else "Kreisfreie Stadt"
        return _CITY.sub("", name).strip(" ,").split(",")[0], kind
    plain = re.sub(r"^Landkreis\s+|,.*$", "", name)
    return plain, next((word for word, lands in called.items() if key[:2] in lands), "Landkreis")


def _code(name: str, kind: str, labels: list[tuple[str, str]]) -> str:
    """Return the NUTS code of a district: the one label of its Land that bears its name and is of its kind."""
    city = kind in ("Kreisfreie Stadt", "Stadtkreis")
    same = [(label, code) for label, code in labels if _letters(label) == _letters(name)]
    fitting = {code for label, code in same if bool(_CITY.search(label)) == city} or {code for _, code in same}
    if len(fitting) != 1:
        raise SystemExit(f"{name} ({kind}): {len(fitting)} NUTS codes {sorted(fitting)}")
    return fitting.pop()


def _letters(name: str) -> str:
    plain = re.sub(r"(?i),.*$|\([^)]*\)|^Regionalverband |^Region |^Städteregion |^Landkreis ", "", name)
    return "".join(filter(str.isalnum, plain)).casefold()
