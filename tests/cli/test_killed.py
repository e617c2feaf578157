"""`verweisnetz build` killed with -9 at twenty moments leaves the old or the new generation answering, whole."""

from __future__ import annotations

import json
import random
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.calling import call, command, environment
from verweisnetz import region

KILLS = 20
ROUTE = ("--from", "Jobcenter Hagen", "--audience", "Geflüchtete", "--need", "Anerkennung", "--region", "Hagen")


class Contents:
    """Two states of one region's sources, and the generation that each of them gives."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._doors = folder / "tables" / "doors.csv"
        text = self._doors.read_bytes()
        self._texts = (text, b"".join(text.splitlines(keepends=True)[:-3]))
        self.ids = tuple(self._built(number) for number in (0, 1))
        self.routes = {self.ids[1]: self.route()}
        self._built(0)
        self.routes[self.ids[0]] = self.route()

    def put(self, number: int) -> None:
        """Make the sources say the one or the other."""
        self._doors.write_bytes(self._texts[number])

    def route(self) -> object:
        """Return what a question is answered now."""
        return json.loads(call("route", "-C", self.folder, "--format", "json", *ROUTE).stdout)

    def _built(self, number: int) -> str:
        self.put(number)
        return region.build(self.folder).generation.id


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_the_old_or_the_new_state(copy: Path) -> None:
    contents = Contents(copy)
    assert contents.ids[0] != contents.ids[1]
    begun = time.perf_counter()
    subprocess.run(command("build", copy), check=True, capture_output=True, env=environment())
    whole = time.perf_counter() - begun
    chance = random.Random(26)
    moments = [whole * 1.25 * (number + chance.random()) / KILLS for number in range(KILLS)]
    chance.shuffle(moments)
    found = set()
    for moment in moments:
        before = region.open(copy).generation.id
        target = 1 - contents.ids.index(before)
        contents.put(target)
        run = subprocess.Popen(
            command("build", copy), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment()
        )
        time.sleep(moment)
        run.kill()
        run.wait()
        state = call("status", copy, "--format", "json")
        assert 0 == state.exit_code, (moment, state.stderr)
        answering = json.loads(state.stdout)["generation"]
        assert answering in (before, contents.ids[target]), moment
        assert contents.routes[answering] == contents.route()
        found.add("old" if answering == before else "new")
    assert "old" in found, "a kill before the first line is read, at the least"
    contents.put(0)
    done = call("build", copy)
    assert 0 == done.exit_code, done.stderr
    assert contents.ids[0] == region.open(copy).generation.id
    left = [path.name for path in (copy / ".verweisnetz").rglob(".*")]
    assert [] == left, "the next build sweeps what killed ones left"
