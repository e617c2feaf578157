"""Every question of analysts, meetings and whoever keeps the graph, asked of one view: plain data by the schema's name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.statement import Mention, Statement
from queries.best_closings import BestClosings
from queries.changes import Changes
from queries.coverage import Coverage
from queries.figures import Figures
from queries.gaps import Gaps
from queries.horizon import Horizon
from queries.hygiene import Hygiene
from queries.maturity import Maturity
from queries.roll_up import DIMENSIONS, RollUp
from queries.stored_contacts import StoredContacts
from queries.supposed import Change, Step
from queries.what_if import WhatIf
from tests.queries.network import TODAY

if TYPE_CHECKING:
    from graph.view import View
    from queries.tabled import Tabled

GAPS = Gaps(day=TODAY, accompanied=("audience/women",))
CHANGE = Change((Step("remove", "a"),))
PLANS = tuple(
    Statement("a.csv", Mention(actor, "Actor"), "offers", Mention("Kurs", "Offer"), (("valid_from", on),), modality="planned")
    for actor, on in (("b", "2025-03-01"), ("a", "2025-03-01"), ("c", "2024-01-01"))
)  # fmt: skip


def answers(view: View, other: View) -> Iterator[tuple[str, Tabled]]:
    """Yield the name of each answer's schema and the answer.

    Args:
        other: what the view is compared with.
    """
    for by_kind in (False, True):
        yield "coverage", Coverage(TODAY, by_kind=by_kind).answer(view)
    yield "coverage", Coverage(TODAY, every=True).answer(view)
    for by in DIMENSIONS:
        yield "rollup", RollUp(by, TODAY).answer(view)
    yield "gaps", GAPS.answer(view)
    yield "whatif", WhatIf(CHANGE, GAPS).compare(other, view)
    yield "closings", BestClosings(5, GAPS, 50).answer(view)
    yield "figures", Figures(TODAY).answer(view)
    yield "hygiene", Hygiene(TODAY, said=PLANS).answer(view)
    yield "contacts", StoredContacts(day=TODAY).answer(view)
    yield "horizon", Horizon(TODAY, plans=PLANS).answer(view)
    for regions in (False, True):
        yield "diff", Changes(other, ("Hier", "Dort"), GAPS, TODAY, regions=regions).answer(view)
    yield "maturity", Maturity(TODAY).answer(view)
