"""Write for every file of a folder the profile a person would make of the proposed one, knowing the truth's layout.

::

    python -m tests.loaders.matrix.corrected TRUTH_DIR PROFILES_DIR
    python -m tests.yardsticks.matrix TRUTH_DIR OUT_DIR PROFILES_DIR
    python tests/fixtures/matrix/score_matrix.py TRUTH_DIR OUT_DIR
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.loaders.matrix.corrected.correct import write

if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m tests.loaders.matrix.corrected TRUTH_DIR PROFILES_DIR")
    write(*map(Path, sys.argv[1:]))
