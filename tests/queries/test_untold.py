"""What is known of groups at once is the same for whoever asks at the same time."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from ontology.facet_count import Counted, countable
from ontology.facets import parse
from queries.untold import Untold

GROUPS = 40


def slowly(group: int) -> Counted:
    time.sleep(0)  # lets another thread go on
    return countable(parse("sex=f" if group % 2 else "age<25 & sex=f"))


@pytest.mark.parametrize("attempt", range(10))
def test_threads_that_ask_at_once_see_every_group(attempt: int) -> None:
    untold, together, every = Untold(slowly), Barrier(4), (1 << GROUPS) - 1

    def ask(number: int) -> tuple[int, dict[int, int]]:
        together.wait()
        part = every >> (number * 3 + attempt)
        told = untold.touched(part, {("sex", "f", True)}), dict(untold.levels(part))
        assert told[0] == part
        return untold.touched(every, {("sex", "f", True)}), dict(untold.levels(every))

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            answers = list(threads.map(ask, range(4)))
    finally:
        sys.setswitchinterval(interval)
    touched, levels = answers[0]
    assert touched == every
    assert sum(levels.values()) == every
    assert answers == [answers[0]] * 4
