"""Tables that go on about whom another one names: the further pairs in the lines of a form."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.matrix.plan import Plan


def host(plan: Plan, others: Sequence[Plan]) -> Plan | None:
    """Return the table that names whom a plan is about: the nearest of those with the header row it continues."""
    fitting = [
        one for one in others
        if one is not plan and one.turned == plan.turned and one.header_rows[-1:] == (plan.continues,) and one.columns
    ]  # fmt: skip
    found = min(fitting, key=lambda one: _distance(plan, one), default=None) if plan.continues else None
    return found if found is not None and found.of("stub", "actor", "sender") else None


def beside(plan: Plan, others: Sequence[Plan]) -> tuple[Plan, ...]:
    """Return the other tables about the same subjects, the one that names them first."""
    main = host(plan, others) or plan
    further = [one for one in others if one is not plan and one is not main and host(one, others) is main]
    return (*(() if main is plan else (main,)), *further)


def row_beside(number: int, plan: Plan, other: Plan) -> int:
    """Return the row of another table that is about the same subject as a row of this one."""
    return number - plan.first + other.first


def _distance(one: Plan, other: Plan) -> int:
    """Return how many lines lie between two tables that share lines where this is 0."""
    lines, others = ([column.index for column in plan.columns] or [0] for plan in (one, other))
    return max(0, min(lines) - max(others), min(others) - max(lines))
