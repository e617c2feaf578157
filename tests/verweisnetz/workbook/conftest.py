"""The same built example region as the tests of the command line use."""

from tests.cli.conftest import built

__all__ = ["built"]
