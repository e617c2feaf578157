"""One writer at a time: who comes second hears who is first, and the dead block nobody."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.lock import writer
from ontology.errors import StoreError

HOLDER = """
import sys, time
from pathlib import Path
from graph.lock import writer
with writer(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_writer_hears_within_a_second_who_is_writing(tmp_path: Path) -> None:
    with writer(tmp_path):
        start = time.monotonic()
        with pytest.raises(StoreError, match=f"process {os.getpid()}, since 20"), writer(tmp_path):
            pass
        assert time.monotonic() - start < 1


def test_the_lock_is_free_again_afterwards_also_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), writer(tmp_path):
        raise ZeroDivisionError
    with writer(tmp_path):
        pass


def test_a_dead_writer_blocks_nobody(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root) as process:
        assert process.stdout is not None
        assert b"held\n" == process.stdout.readline()
        with pytest.raises(StoreError, match=f"process {process.pid}"), writer(tmp_path):
            pass
        process.kill()
        process.wait()
    with writer(tmp_path):
        pass
