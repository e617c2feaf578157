"""Work that makes millions of small values without circles is a third faster without the collector of circles."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the cyclic garbage collector from running; reference counting goes on freeing what is unused.

    Afterwards everything counts as old: else the collector's next look at what is young would go through all of it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _grow_old()
            gc.enable()


def _grow_old() -> None:
    """Put all objects into the oldest generation, unless somebody keeps some out of the collector's sight."""
    if hasattr(gc, "freeze") and not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
