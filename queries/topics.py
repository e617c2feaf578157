"""Whether what is wanted touches some topics: the same theme or offer type, a wider or a narrower one."""

from __future__ import annotations

from collections.abc import Iterable

from graph.view import View
from queries.client import Need
from queries.index import Index


class Topics:
    """What some needs have to do with."""

    def __init__(self, view: View, index: Index, needs: Iterable[Need]) -> None:
        self._rows = view.concepts_by_id
        wanted = {need.concept for need in needs if need.concept >= 0}
        self.open = not wanted
        self._family = wanted.union(
            *(index.closure(one, way) for one in wanted for way in ("broader", "narrower")),
            *(index.concepts.lists("themes")[one] for one in wanted),
        )

    def touch(self, topics: Iterable[str]) -> bool:
        """Return whether one of the needs has to do with one of the topics (ids); none named or needed: with anything."""
        listed = tuple(topics)
        return not listed or self.open or any(self._rows.get(topic) in self._family for topic in listed)
