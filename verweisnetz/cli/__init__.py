"""The command line: thin commands over the public API; data on stdout, everything else on stderr."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line (console script ``verweisnetz``)."""
    from verweisnetz.cli.guard import foreign_package, guarded

    foreign = foreign_package()
    if foreign:
        print(foreign, file=sys.stderr)
        raise SystemExit(4)
    guarded()
