"""No answer depends on hash seed, locale or the order of rows; each keeps to its published schema, whatever is said."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.queries.every_question import answers
from tests.queries.schemas import assert_valid
from tests.queries.small_networks import Small, dated, networks

ROOT = Path(__file__).parents[2]
PROGRAM = """
import hashlib, json
from dataclasses import replace
from queries.coverage_cube import CoverageCube
from queries.reach_cube import ReachCube
from tests.queries.every_question import answers
from tests.queries.small_networks import ACTORS, DAY, Provided, Referred, Small

groups = ("women", "young", "guild", "young women", "masters")
small = Small(
    provided=tuple(
        Provided(actor, offer, (group,), themes=("language",), regions=("all",), access="referral", checked=DAY - 400, until=DAY + 40)
        for actor, offer, group in zip(ACTORS, ("course", "advice", None, "course", None), groups)
    ),
    referred=tuple(Referred(one, other, checked=DAY - 400) for one in "abc" for other in "bd" if one != other),
    doors=(("a", "women", None), ("c", None, "north"), ("d", None, None)),
    needs=tuple((group, theme, region, 1000) for group in groups for theme in ("language", "law") for region in ("north", None)),
    coordinator="a",
)
view, other = small.view(), replace(small, provided=small.provided[1:], needs=()).view()
cube, reach = CoverageCube(DAY, DAY + 183).answer(view), ReachCube(DAY, DAY + 183).answer(view)
said = [cube.state.tolist(), reach.reached.tolist()]
for one, another in ((view, other), (other, view), (other, other)):
    for name, answer in answers(one, another):
        said.append([name, answer.to_dict(), answer.to_rows("de"), answer.to_rows("en")])
print(hashlib.sha256(json.dumps(said).encode()).hexdigest())
"""


def _said(seed: str, locale: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True)
    return done.stdout


@settings(max_examples=60, deadline=None)
@given(dated, networks, st.integers(1, 1000))
def test_the_order_of_rows_changes_no_answer_and_each_keeps_to_its_schema(
    small: Small, other: Small, seed: int
) -> None:
    one, two = (
        answers(small.view(), other.view()),
        answers(small.reordered(seed).view(), other.reordered(seed + 1).view()),
    )
    for (name, answer), (_, again) in zip(one, two, strict=True):
        assert_valid(name, answer.to_dict())
        assert (answer.to_dict(), answer.to_rows("de")) == (again.to_dict(), again.to_rows("de")), name


def test_no_answer_depends_on_hash_seed_or_locale() -> None:
    assert 1 == len({_said("1", "C"), _said("2", "de_DE.UTF-8"), _said("77", "C.UTF-8")})
