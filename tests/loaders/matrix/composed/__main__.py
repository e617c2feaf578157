"""``python -m tests.loaders.matrix.composed OUT_DIR SEED [COUNT]`` writes composed matrices and checks them."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.loaders.matrix.composed.check import faults
from tests.loaders.matrix.composed.compose import write
from tests.loaders.matrix.composed.layouts import LAYOUTS


def main(arguments: list[str]) -> int:
    """Write the files of a seed; say what is wrong with them, which is nothing unless this generator errs."""
    if len(arguments) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    folder, seed = Path(arguments[0]), int(arguments[1])
    files = write(folder, seed, int(arguments[2]) if len(arguments) == 3 else len(LAYOUTS))
    wrong = [fault for file in files for fault in faults(file)]
    print("\n".join(wrong or [f"{len(files)} files in {folder}"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
