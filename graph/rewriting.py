"""Writing every kept generation anew, when something must be gone from all of them (`graph.redaction`)."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from graph.atomic import atomic_write, sync_folder
from graph.generation import Generation, GenerationContent, write_files
from graph.history import current_id, journal, kept, tags

Rewrite = Callable[[Generation], GenerationContent]


def rewrite_generations(folder: Path, rewrite: Rewrite) -> dict[str, str]:
    """Replace every generation below ``folder`` by what ``rewrite`` makes of it; return the new ids by the old ones.

    The caller holds the writer's lock. The pointer flips after the new ones rest on the disk, the old ones go last: killed
    in between, both are there, and doing it again finishes it. Names (tags) and the journal follow.
    """
    generations = folder / "generations"
    ids = {path.name: _rewritten(generations, path, rewrite) for path in list(kept(folder))}
    now = current_id(folder)
    if ids.get(now, now) != now:
        atomic_write(folder / "current", [ids[now].encode("ascii") + b"\n"])
    for name, old in tags(folder).items():
        if ids.get(old, old) != old:
            atomic_write(folder / "tags" / name, [ids[old].encode("ascii")])
    lines = [{**entry, "generation": ids.get(entry["generation"], entry["generation"])} for entry in journal(folder)]
    if lines:
        atomic_write(folder / "journal.jsonl", [(json.dumps(line) + "\n").encode("ascii") for line in lines])
    for old, new in ids.items():
        if old != new:
            shutil.rmtree(generations / old)
    sync_folder(generations)
    return ids


def _rewritten(generations: Path, path: Path, rewrite: Rewrite) -> str:
    fresh = generations / f".new-{os.urandom(8).hex()}"
    fresh.mkdir()
    try:
        generation_id = write_files(fresh, rewrite(Generation(path)))
        if not (generations / generation_id).exists():
            os.replace(fresh, generations / generation_id)
            sync_folder(generations)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return generation_id
