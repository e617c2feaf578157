"""Limits a process puts on itself where its system knows them: the only platform-specific file of the loaders."""

from __future__ import annotations

import sys


def confine(memory_bytes: int, cpu_seconds: int, file_bytes: int) -> None:
    """Limit this process's memory, processor time and size of written files; elsewhere the wall clock must do."""
    if sys.platform == "win32":
        return
    import resource

    wanted = (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, file_bytes),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, limit in wanted:
        _, hard = resource.getrlimit(kind)
        value = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(kind, (value, value))
        except (OSError, ValueError):
            continue  # a system that names the limit but does not keep it, such as memory on macOS
