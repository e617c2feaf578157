"""A stranger's file read by a process of its own, under limits; what comes back is its answer or why there is none."""

from __future__ import annotations

import importlib.util
import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO

from loaders import process
from loaders.child import OUT_OF_MEMORY
from loaders.limits import Limits
from loaders.readers import ENGINES
from loaders.refusal import Refusal


@contextmanager
def answer(
    kind: str,
    path: Path,
    limits: Limits,
    meanwhile: Callable[[], object] = process.nothing,
    *,
    prose: bool = False,
) -> Iterator[IO[bytes]]:
    """Open what a child wrote about a file.

    Args:
        kind: the file's format.
        meanwhile: what to do while the child reads.
        prose: it is read as a project description and not for its tables.

    Raises:
        Refusal: the child ran out of time or memory, or died.
    """
    engine = ENGINES.get(kind, "")
    job = json.dumps(
        {
            "kind": kind,
            "path": str(path.resolve()),
            "limits": _limits_for(kind, limits).to_dict(),
            "engine": engine,
            "packages": _folder_of(engine) if engine else "",
            "prose": prose,
        }
    )
    with tempfile.TemporaryFile() as out:
        try:
            status = process.run(job, out, limits.wall_seconds, meanwhile)
        except TimeoutError as error:
            raise Refusal("too_large", "VN1015", seconds=str(limits.wall_seconds)) from error
        if status:
            raise _death(status, limits)
        yield out


def _limits_for(kind: str, limits: Limits) -> Limits:
    """Return the limits of a child: pdfium needs little, and unpacks whatever it is given up to the limit of memory."""
    return replace(limits, memory_bytes=limits.memory_bytes // 4) if kind == "pdf" else limits


def _folder_of(package: str) -> str:
    """Return the folder an installed package lies in; the child looks nowhere else and runs no ``.pth`` file."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise Refusal("unsupported", "VN1030", package=package)
    return str(Path(spec.origin).resolve().parents[1])


def _death(code: int, limits: Limits) -> Refusal:
    if code == -24:  # SIGXCPU
        return Refusal("too_large", "VN1015", seconds=str(limits.cpu_seconds))
    if code in (OUT_OF_MEMORY, -9):  # SIGKILL: the system itself ran out of memory
        return Refusal("too_large", "VN1016")
    if code < 0:  # an engine written in another language gave up
        return Refusal("broken", "VN1035")
    return Refusal("broken", "VN1017", detail=str(code))
