"""Write for every file of a folder what the matrix yardstick scores.

::

    python -m tests.yardsticks.matrix IN_DIR OUT_DIR
    python tests/fixtures/matrix/score_matrix.py TRUTH_DIR OUT_DIR
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from graph.issue import Issue
from loaders.gate import read
from loaders.grid import address
from loaders.matrix import interpret
from ontology.errors import LoadError
from tests.yardsticks.matrix.crosswalk import Labels, rows

BESIDE = frozenset({".json", ".md", ".py"})
"""Endings of what lies beside the input files: truths, notes, the scorer. Everything else is answered."""


def answer(path: Path) -> dict[str, object]:
    """Return the yardstick's answer for one file; what cannot be read is an error code."""
    try:
        found = interpret(read(path), path.name)
    except LoadError as error:
        return {"statements": [], "reported": [], "actors": [], "error": {"code": error.code}}
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


def main(folder: Path, out: Path) -> None:
    """Answer every file of a folder."""
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.suffix.lower() not in BESIDE:
            text = json.dumps(answer(path), ensure_ascii=False, indent=1)
            (out / f"{path.stem}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m tests.yardsticks.matrix IN_DIR OUT_DIR")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
