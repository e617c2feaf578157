"""Gaps, closings and the cubes are the same whatever Python's hash seed and the locale are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """
import hashlib, json
from queries.best_closings import BestClosings
from queries.coverage_cube import CoverageCube
from queries.gaps import Gaps
from queries.reach_cube import ReachCube
from tests.queries.network import TODAY
from tests.queries.small_networks import ACTORS, DAY, Provided, Referred, Small

groups = ("women", "young", "guild", "young women", "masters")
small = Small(
    provided=tuple(
        Provided(actor, offer, (group,), themes=("language",), regions=("all",), access="referral", checked=DAY - 400)
        for actor, offer, group in zip(ACTORS, ("course", "advice", None, "course", None), groups)
    ),
    referred=tuple(Referred(one, other, checked=DAY - 400) for one in "abc" for other in "bd" if one != other),
    doors=(("a", "women", None), ("c", None, "north"), ("d", None, None)),
    needs=tuple((group, theme, region, 1000) for group in groups for theme in ("language", "law") for region in ("north", None)),
)
view, gaps = small.view(), Gaps(day=TODAY, accompanied=("audience/women",))
cube, reach = CoverageCube(DAY, DAY + 183).answer(view), ReachCube(DAY, DAY + 183).answer(view)
said = [gaps.answer(view).to_dict(), BestClosings(5, gaps, 50).answer(view).to_dict(), cube.state.tolist(), reach.reached.tolist()]
print(hashlib.sha256(json.dumps(said).encode()).hexdigest())
"""


def _said(seed: str, locale: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_no_answer_depends_on_hash_seed_or_locale() -> None:
    assert 1 == len({_said("1", "C"), _said("2", "de_DE.UTF-8"), _said("77", "C.UTF-8")})
