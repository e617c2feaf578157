"""What stands between a person and a traceback: every foreseen failure becomes one message and an exit code.

Exit codes (DESIGN §7): 0 ok · 1 findings with ``--fail-on`` · 2 usage · 3 bad input · 4 store locked or
unreachable · 5 limit · 70 a bug of ours · 130 interrupted.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import click

from ontology.errors import LoadError, OntologyError, QuestionError, RegionError, StoreError, VerweisnetzError

OURS = ("graph", "loaders", "ontology", "queries")
CODES: tuple[tuple[type[VerweisnetzError], int], ...] = (
    (QuestionError, 2),
    (OntologyError, 2),
    (LoadError, 3),
    (RegionError, 3),
    (StoreError, 4),
    (VerweisnetzError, 3),
)


def foreign_package() -> str:
    """Return a warning when another distribution's package of the same name shadows one of ours, else ``""``.

    Top-level names such as ``queries`` exist on PyPI too, and pip overwrites silently.
    """
    home = Path(__file__).resolve().parents[2]
    for name in OURS:
        spec = importlib.util.find_spec(name)
        origin = Path(spec.origin).resolve() if spec and spec.origin else None
        if origin is None or home not in origin.parents:
            return (
                f"verweisnetz: the package `{name}` comes from {origin or 'nowhere'}, not from verweisnetz. "
                "Install verweisnetz in an environment of its own: `pipx install verweisnetz` or a fresh venv."
            )
    return ""


def guarded() -> None:
    """Run the commands and leave with the right exit code."""
    from verweisnetz.cli.commands import cli

    try:
        code = cli.main(prog_name="verweisnetz", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        _leave("verweisnetz: interrupted", 130)
    except click.ClickException as error:
        error.show()
        raise SystemExit(error.exit_code) from None
    except BrokenPipeError:
        # `verweisnetz gaps | head`: the reader has seen enough; stdout must not be flushed again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    except VerweisnetzError as error:
        _leave(f"verweisnetz: {_told(error)}", next(code for kind, code in CODES if isinstance(error, kind)))
    except KeyboardInterrupt:
        _leave("verweisnetz: interrupted", 130)
    except MemoryError:
        _leave("verweisnetz: out of memory; nothing was changed", 5)
    except PermissionError as error:
        _leave(f"verweisnetz: {error.filename}: no permission to read or write there", 3)
    raise SystemExit(code if isinstance(code, int) else 0)


def _told(error: VerweisnetzError) -> str:
    near = getattr(error, "near", ())
    return f"{error}" + (f"\n  near: {' · '.join(near)}" if near else "")


def _leave(message: str, code: int) -> None:
    click.echo(message, err=True)
    raise SystemExit(code) from None
