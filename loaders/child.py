"""The process that opens a stranger's file: limits first, then the reader, then what it read on standard output.

Started by `loaders.process` as ``python -I -S loaders/child.py`` with the job as its only argument, or ``--fork`` for
many jobs; needs nothing but the standard library and, for the formats in `loaders.readers.ENGINES`, one package from
the folder the job names.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.limits import Limits


OUT_OF_MEMORY = 4
"""Exit status where not even the refusal could be written, or the result grew beyond its limit."""


def main(job_text: str) -> int:
    """Read one file as the job says; return 0 also where the file is refused, the refusal is the result."""
    from loaders.confine import confine
    from loaders.limits import Limits

    job = json.loads(job_text)
    if job["packages"] not in ("", *sys.path):
        sys.path.append(job["packages"])  # last, so that nothing there can stand in for the standard library
    if job["engine"]:
        importlib.import_module(job["engine"])
    prepare(job_text)
    limits = Limits(**job["limits"])
    out = sys.stdout.buffer
    try:
        confine(limits.memory_bytes, limits.cpu_seconds, limits.result_bytes)
        _answer(job["kind"], Path(job["path"]), limits, out, prose=job["prose"])
        out.flush()
    except (MemoryError, OSError):
        os._exit(OUT_OF_MEMORY)  # an orderly end would try to flush once more
    return 0


def prepare(job_text: str) -> None:
    """Import what a job needs before the limits: what is imported under them fails where nobody can say why."""
    job = json.loads(job_text)
    rooms = (
        ("wire", "prose.wire", f"prose.readers.{job['kind']}")
        if job.get("prose")
        else ("wire", f"readers.{job['kind']}")
    )
    for module in ("confine", "limits", "refusal", *rooms):
        importlib.import_module(f"loaders.{module}")


def serve() -> int:
    """Read one file after the other, each in a fork of this process; standard input is the line to the parent."""
    import socket

    from loaders import forks

    gc.freeze()  # what is there stays shared with the forks
    with socket.socket(fileno=0) as line:
        forks.serve(line, prepare, main)
    return 0


def _answer(kind: str, path: Path, limits: Limits, out: IO[bytes], *, prose: bool) -> None:
    from loaders import wire
    from loaders.refusal import Refusal

    write: Callable[[], None]
    try:
        if prose:
            from loaders.prose import readers
            from loaders.prose import wire as prose_wire

            write = partial(prose_wire.write, readers.read_kind(kind, path, limits), out)
        else:
            from loaders.readers import read_kind

            write = partial(wire.write, read_kind(kind, path, limits), out)
    except Refusal as refusal:
        wire.write_refusal(refusal, out)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # a process at its limit may spin for want of the memory to say so
    except Exception as error:
        wire.write_refusal(Refusal("broken", "VN1017", detail=f"{type(error).__name__}: {error}"[:200]), out)
    else:
        write()


if __name__ == "__main__":
    sys.path.append(str(Path(__file__).resolve().parents[1]))
    sys.exit(serve() if sys.argv[1] == "--fork" else main(sys.argv[1]))
