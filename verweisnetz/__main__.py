"""``python -m verweisnetz`` is the console script."""

from verweisnetz.cli import main

main()
