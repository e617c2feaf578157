"""Read files through the gate, each in a process of its own, and say what it came to and what it took.

::

    python -m tests.loaders.measure FILE...
"""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path

from loaders import gate
from loaders.limits import Limits
from ontology.errors import LoadError


def outcome(path: Path) -> dict[str, object]:
    """Return how reading a file ended."""
    try:
        grids = gate.read(path, limits=Limits())
    except LoadError as error:
        return {"code": error.code, "de": error.message("de"), "en": error.message("en"), "place": error.place}
    except BaseException as error:
        return {"code": f"{type(error).__name__}: {error}"}
    return {"code": "read", "cells": sum(len(grid.cells) for grid in grids)}


def _one(path: Path) -> dict[str, object]:
    said = outcome(path)
    own, child = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    said["seconds"] = round(own.ru_utime + own.ru_stime + child.ru_utime + child.ru_stime, 2)
    said["megabytes"] = max(own.ru_maxrss, child.ru_maxrss) // 1024
    return said


def main(paths: list[str]) -> None:
    """Print one line of JSON for every file."""
    for name in paths:
        back, forth = os.pipe()
        pid = os.fork()
        if not pid:
            os.write(forth, json.dumps({"name": name, **_one(Path(name))}).encode())
            os._exit(0)
        os.close(forth)
        with os.fdopen(back, "rb") as pipe:
            answer = pipe.read()
        os.waitpid(pid, 0)
        print(answer.decode() or json.dumps({"name": name, "code": "the parent died", "seconds": 0, "megabytes": 0}))


if __name__ == "__main__":
    main(sys.argv[1:])
