"""Write the source files of the example region: ``python -m tools.musterregion [FOLDER]``."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.musterregion.folder import write


def main(arguments: list[str]) -> int:
    """Write the files and name them."""
    folder = Path(arguments[0]) if arguments else Path("examples/musterregion/sources")
    for path in write(folder):
        print(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
