"""Seeded clients of a network: a group or a few facts, a theme, the place of whoever refers them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

from graph.view import View
from queries.profile import Profile

DAY = date(2026, 11, 28)
EMPLOYMENT = ("employed", "marginal", "unemployed", "inactive")


def clients(view: View, count: int, seed: int = 5) -> Iterator[Profile]:
    """Yield so many profiles: every other one a named group, the rest age, sex and employment."""
    chance = random.Random(seed)
    concepts, actors = view.table("concept"), view.table("actor")
    schemes, ids, described = (concepts.text(name) for name in ("scheme", "id", "alternatives"))
    groups = [ids[row] for row in concepts if schemes[row] == "audience" and described[row]]
    themes = [ids[row] for row in concepts if schemes[row] == "theme"]
    senders = sorted(set(view.table("referral").ints("sender")))
    for number in range(count):
        start = chance.choice(senders)
        group, theme = chance.choice(groups), chance.choice(themes)
        facts = f"age={chance.randint(18, 66)} & sex={chance.choice('fm')} & employment={chance.choice(EMPLOYMENT)}"
        yield Profile(
            facts="" if number % 2 else facts,
            groups=(group,) if number % 2 else (),
            needs=(theme,),
            residence=view.table("region").text("id")[actors.lists("regions")[start][0]],
            day=DAY,
            start=actors.text("id")[start],
        )
