"""The figures of the open scorer for a folder of matrices with their truths."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

from tests.yardsticks.matrix.__main__ import main

SCORER = Path(__file__).parents[2] / "fixtures" / "matrix" / "score_matrix.py"


def scored(folder: Path, profiles: Path | None = None) -> dict[str, Any]:
    """Read every matrix of a folder, by the profiles of another if there are any, and return the totals over all files."""
    main(folder, folder / "out", profiles)
    spec = importlib.util.spec_from_file_location("score_matrix", SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    scorer.main([str(folder), str(folder / "out"), "--quiet", "--json", str(folder / "report.json")])
    return dict(json.loads((folder / "report.json").read_text(encoding="utf-8"))["total"])
