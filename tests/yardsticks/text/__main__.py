"""Write for every text of a folder what the text yardstick scores.

::

    python -m tests.yardsticks.text IN_DIR OUT_DIR
    python evaluate.py GOLD_DIR OUT_DIR
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from loaders.prose.read import read_document
from loaders.prose.rules.extractor import RulesExtractor
from tests.yardsticks.text.crosswalk import told


def answer(path: Path) -> dict[str, object]:
    """Return the yardstick's answer for one text; persons are named, as the yardstick asks."""
    return told(RulesExtractor(persons=True).extract(read_document(path)))


def main(folder: Path, out: Path) -> None:
    """Answer every text of a folder."""
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.glob("*.txt")):
        text = json.dumps(answer(path), ensure_ascii=False, indent=1)
        (out / f"{path.stem}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m tests.yardsticks.text IN_DIR OUT_DIR")
    main(*map(Path, sys.argv[1:]))
