"""Whether what is wanted touches some topics: the same theme or offer type, a wider or a narrower one."""

from __future__ import annotations

from collections.abc import Iterable

from graph.view import View
from queries.client import Need
from queries.index import Index


def touches(view: View, index: Index, needs: Iterable[Need], topics: Iterable[str]) -> bool:
    """Return whether one of the needs has to do with one of the topics (ids); no topics or no needs: with anything."""
    listed = tuple(topics)
    wanted = {need.concept for need in needs if need.concept >= 0}
    if not listed or not wanted:
        return True
    known = {row for topic in listed if (row := view.concepts_by_id.get(topic)) is not None}
    family = wanted.union(
        *(index.closure(one, way) for one in wanted for way in ("broader", "narrower")),
        *(index.concepts.lists("themes")[one] for one in wanted),
    )
    return not known.isdisjoint(family)
