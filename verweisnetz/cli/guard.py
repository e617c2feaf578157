"""What stands between a person and a traceback: every failure becomes one message and an exit code.

Exit codes (DESIGN §7): 0 ok · 1 findings with ``--fail-on`` · 2 usage · 3 bad input · 4 store locked or
unreachable · 5 limit · 70 a bug of ours · 130 interrupted.
"""

from __future__ import annotations

import importlib.util
import io
import os
import sys
import traceback
from pathlib import Path

import click

from verweisnetz.cli.failure import DEBUG, Failure, bug

OURS = ("graph", "loaders", "ontology", "queries")


def foreign_package() -> str:
    """Return a warning when another distribution's package of the same name shadows one of ours, else ``""``.

    Top-level names such as ``queries`` exist on PyPI too, and pip overwrites silently.
    """
    home = Path(__file__).resolve().parents[2]
    for name in OURS:
        spec = importlib.util.find_spec(name)
        origin = Path(spec.origin).resolve() if spec and spec.origin else None
        if origin is None or home not in origin.parents:
            where = origin or "?"
            return (
                f"verweisnetz: Das Paket `{name}` kommt aus {where} und gehört nicht zu verweisnetz. Bitte verweisnetz "
                "in eine eigene Umgebung installieren: `pipx install verweisnetz` oder ein frisches venv.\n"
                f"verweisnetz: the package `{name}` comes from {where}, not from verweisnetz. "
                "Install verweisnetz in an environment of its own: `pipx install verweisnetz` or a fresh venv."
            )
    return ""


def guarded() -> None:
    """Run the commands and leave with the right exit code."""
    _speak_utf8()
    out = sys.stdout
    code = _code()
    if sys.stdout is not out:  # click puts something else in its place, and leaves with 1, when nobody reads any more
        code, sys.stdout = 0, out
    try:
        out.flush()
    except BrokenPipeError:
        # `verweisnetz gaps | head`: the reader has seen enough; Python must not flush again on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
    # CPython remembers an interrupt that hit inside source text it was running (dataclasses are made so), although it
    # was caught, and would then die of SIGINT instead of leaving with our code; the next text that runs to its end makes it forget.
    eval("0")
    raise SystemExit(code)


def _code() -> int:
    from verweisnetz.cli.commands import cli

    try:
        done = cli.main(prog_name="verweisnetz", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        return _shown(Failure.of(KeyboardInterrupt(), "de"))
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else 0
    except Exception as error:
        if os.environ.get(DEBUG):
            traceback.print_exc()
        return _shown(bug(error))
    return done if isinstance(done, int) else 0


def _shown(failure: Failure) -> int:
    failure.show()
    return failure.exit_code


def _speak_utf8() -> None:
    """Write UTF-8 into files and pipes on every system; a name no encoding knows is shown escaped, not refused."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
