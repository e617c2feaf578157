"""Sheets that repeat one table for several places or groups: what one sheet's name is, its siblings' names are too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from loaders.matrix import headers, kinds
from loaders.matrix.names import bare_label
from loaders.matrix.plan import Plan
from ontology.text import fold

_ALIKE = 0.5
_KINDS = ("region", "audience", "theme")


def scoped(plans: Sequence[Plan]) -> list[Plan]:
    """Return the plans of a file's tables, each with what its sheet's name stands for, judged by the names of its siblings."""
    return [_scoped(plan, [other for other in plans if _are_siblings(plan, other)]) for plan in plans]


def _scoped(plan: Plan, siblings: Sequence[Plan]) -> Plan:
    label = bare_label(plan.sheet)
    if not siblings or not label or any(fold(said) == fold(label) for _, said in plan.within) or headers.exact(label):
        return plan
    used = {c.role for c in plan.columns if c.form in {"mark", "names", "stub"}} | {kind for kind, _ in plan.within}
    votes = Counter(kind for other in siblings if (kind := _kind_of_name(other)))
    kind = votes.most_common(1)[0][0] if votes else _by_looks([label, *(other.sheet for other in siblings)])
    return replace(plan, within=(*plan.within, (kind, label))) if kind and kind not in used else plan


def _kind_of_name(plan: Plan) -> str:
    return next(
        (kind for kind, label in plan.within if fold(label) == fold(bare_label(plan.sheet)) and kind in _KINDS), ""
    )


def _by_looks(names: Sequence[str]) -> str:
    return kinds.majority(map(bare_label, names), _KINDS)


def _are_siblings(one: Plan, other: Plan) -> bool:
    """Return whether two sheets hold tables with the same marks, in any order."""
    if one.sheet == other.sheet or one.turned != other.turned:
        return False
    mine, theirs = _answers(one), _answers(other)
    return len(mine & theirs) >= max(2, _ALIKE * len(mine | theirs))


def _answers(plan: Plan) -> set[str]:
    return {fold(column.label) for column in plan.of("mark", *headers.ENTITIES)}
