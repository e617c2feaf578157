"""The command line as tests call it: in this process, or as the program people start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

ROOT = Path(__file__).parents[2]


def call(*words: object, said: str | bytes | None = None, environment: dict[str, str] | None = None) -> Result:
    """Run one call in this process; output and exit code are the program's, an unforeseen error is raised."""
    from verweisnetz.cli.commands import cli

    result = CliRunner(env=environment).invoke(cli, [str(word) for word in words], said, prog_name="verweisnetz")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def command(*words: object) -> list[str]:
    """Return what starts the program with these words."""
    return [sys.executable, "-m", "verweisnetz", *map(str, words)]


def environment(**more: str) -> dict[str, str]:
    """Return an environment in which the program runs from any folder."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def program(*words: object, **more: Any) -> subprocess.CompletedProcess[str]:
    """Run the program to its end and return what it printed."""
    more.setdefault("env", environment())
    return subprocess.run(command(*words), capture_output=True, text=True, encoding="utf-8", timeout=60, **more)
