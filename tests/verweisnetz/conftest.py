"""The same built example region as the tests of the command line use."""

from tests.cli.conftest import built, copy, one_matrix

__all__ = ["built", "copy", "one_matrix"]
