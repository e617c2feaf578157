"""A second process does some work: its result, its refusal and its end are as if the first had done it."""

from __future__ import annotations

import os
import signal
import time
from functools import partial

import pytest

from graph import clusters, derive
from graph.beside import FORKS, Beside, beside
from graph.columns import pack
from graph.lookups import lookups, words
from graph.snapshot import STORED, snapshot_of
from tests.graph.saying import Sayings

forks = pytest.mark.skipif(not FORKS, reason="this system does not fork")


@forks
class TestTheSecondProcess:
    def test_tells_its_result(self) -> None:
        second = Beside(lambda: {"who": os.getpid(), "what": [1, 2]})
        assert {"who": second.process, "what": [1, 2]} == second.result()
        second.end()

    def test_tells_what_the_system_refused(self) -> None:
        def refused() -> None:
            raise OSError(28, "No space left on device")

        second = Beside(refused)
        with pytest.raises(OSError, match="No space left"):
            second.result()
        second.end()

    def test_may_be_killed_the_first_one_then_does_the_work(self) -> None:
        ours = os.getpid()

        def slow() -> int:
            time.sleep(60 if os.getpid() != ours else 0)
            return os.getpid()

        second = Beside(slow)
        os.kill(second.process, signal.SIGKILL)
        assert ours == second.result()
        second.end()

    def test_raises_what_is_wrong_with_the_work_where_it_can_be_seen(self) -> None:
        second = Beside(lambda: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            second.result()
        second.end()


def test_little_work_is_done_when_it_is_asked_for() -> None:
    asked: list[int] = []
    with beside(lambda: asked.append(1), 3) as result:
        assert [] == asked
        result()
    assert [1] == asked


def many() -> Sayings:
    said = Sayings().source("a", publisher="VHS Hagen", stated_on="2026-05-01")
    for place in ("Hagen", "Siegen", "Olpe", "Iserlohn"):
        said.say(f"VHS {place}", "offers", "Kochkurs", audience="Frauen", region=place)
        said.say(f"Jobcenter {place}", "refersTo", f"Volkshochschule {place}", theme="Sprache")
        said.say(f"Jobcenter {place}", "inRegion", place)
    return said


def test_what_is_looked_up_is_the_same_as_in_one_layout_of_all() -> None:
    rows = many().facts().rows
    assert pack({**rows, **lookups(rows), **words(rows)}, STORED, {"name": "x"}) == snapshot_of(rows, {"name": "x"})


def test_names_that_are_read_in_halves_mean_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = many().links()
    monkeypatch.setattr(clusters, "_MANY_NAMES", 2)
    assert expected == many().links()


def test_facts_that_were_made_beside_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    said = many().say("Jobcenter Olpe", "inRegion", "Olpe", valid_from="irgendwann").say("VHS Olpe", "alias", "VHS")
    expected = said.facts()
    monkeypatch.setattr(derive, "beside", partial(beside, few=0))
    assert expected == said.facts()
    assert snapshot_of(expected.rows) == snapshot_of(said.facts().rows)
