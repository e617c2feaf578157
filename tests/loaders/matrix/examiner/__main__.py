"""Write the examiner's files with their truths.

::

    python -m tests.loaders.matrix.examiner OUT_DIR
    python -m tests.yardsticks.matrix OUT_DIR OUT_DIR/out
    python tests/fixtures/matrix/score_matrix.py OUT_DIR OUT_DIR/out

`OUT_DIR/twins` holds the files of other formats once more as xlsx, to tell a format's faults from the content's.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.loaders.matrix.examiner.files import books, write


def main(out: Path) -> int:
    """Write all files; a fault of the author's bookkeeping is an error."""
    from tests.loaders.matrix.examiner.truth import faults

    found = [fault for made in books() for fault in faults(made)]
    for made in books():
        write(made, out)
        if made.kind in ("xls", "html", "ods"):
            write(made, out / "twins", as_xlsx=True)
    for fault in found:
        sys.stderr.write(f"{fault}\n")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.loaders.matrix.examiner OUT_DIR")
    sys.exit(main(Path(sys.argv[1])))
