"""Write for every file of a folder what the matrix yardstick scores.

::

    python -m tests.yardsticks.matrix IN_DIR OUT_DIR [PROFILES_DIR]
    python tests/fixtures/matrix/score_matrix.py TRUTH_DIR OUT_DIR

A profile of a file's name (``o03_marken.yaml``) in PROFILES_DIR, or beside the file, is used.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from graph.issue import Issue
from loaders.gate import read
from loaders.grid import address
from loaders.matrix import Interpretation, interpret, read_profile
from ontology.errors import LoadError
from tests.yardsticks.matrix.crosswalk import Labels, rows

BESIDE = frozenset({".json", ".md", ".py", ".yaml", ".yml"})
"""Endings of what lies beside the input files: truths, notes, the scorer. Everything else is answered."""


def answer(path: Path, profile: Path | None = None) -> dict[str, object]:
    """Return the yardstick's answer for one file; what cannot be read is an error code."""
    try:
        found = interpret(read(path), path.name, read_profile(profile) if profile else None)
    except LoadError as error:
        return {"statements": [], "reported": [], "actors": [], "error": {"code": error.code}}
    return told(found)


def told(found: Interpretation) -> dict[str, object]:
    """Return the yardstick's answer for one reading."""
    mentions = {*found.actors, *(statement.subject for statement in found.statements)}
    labels = Labels(mentions)
    reported = sorted(place for place, kind in found.cells.items() if kind == "reported")
    reasons = {str(issue.place): issue for issue in found.issues}
    return {
        "statements": [row for said in found.statements if said.polarity != "no" for row in rows(said, labels)],
        "reported": [_reported(place, reasons) for place in reported],
        "actors": list(dict.fromkeys(labels.of(actor) for actor in found.actors)),
        "error": None,
    }


def _reported(place: tuple[str, int, int], issues: Mapping[str, Issue]) -> dict[str, str]:
    sheet, row, column = place
    cell = address(row, column)
    issue = issues.get(f"{sheet}!{cell}" if sheet else cell)
    return {"sheet": sheet, "cell": cell, "reason": issue.code if issue else "", "value": issue.value if issue else ""}


def own_profile(path: Path, profiles: Path) -> Path | None:
    """Return the profile that bears a file's name."""
    beside = profiles / f"{path.stem}.yaml"
    return beside if beside.is_file() else None


def main(folder: Path, out: Path, profiles: Path | None = None) -> None:
    """Answer every file of a folder."""
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.suffix.lower() not in BESIDE:
            text = json.dumps(answer(path, own_profile(path, profiles or folder)), ensure_ascii=False, indent=1)
            (out / f"{path.stem}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit("usage: python -m tests.yardsticks.matrix IN_DIR OUT_DIR [PROFILES_DIR]")
    main(*map(Path, sys.argv[1:]))
