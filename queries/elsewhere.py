"""Who serves a group only elsewhere: outside the region, in German too hard for it, or online."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from graph.view import View
from ontology.facets import Group, parse, subsumes
from ontology.text import fold
from queries.bits import Bits
from queries.covering import Covering
from queries.cube import ANY, Cell
from queries.names import spellings
from queries.practical import least_level, presence
from queries.spoken import says
from queries.wishes import GERMAN, Wish, levels


class Elsewhere:
    """Asks of one view what serves a cell but asks too much of its group."""

    def __init__(self, view: View, covering: Covering) -> None:
        self._covering, self._cube, self._index = covering, covering.cube, covering.cube.index
        self._online = covering.provided.online
        self._concepts = view.table("concept")
        provisions = view.table("provision")
        self._languages, self._notes = provisions.text("languages"), provisions.text("note")
        self._known_level: dict[int, str] = {ANY: ""}

    def outside(self, cell: Cell, *, named: bool) -> Bits:
        """Return who serves the cell's group and theme, but not where the cell is.

        Args:
            named: only those that name the group itself count.
        """
        if cell.region == ANY:
            return 0
        found = self._covering.cell(cell._replace(region=ANY))
        return (found.named if named else found.support) & ~self._cube.region(cell.region).any

    def is_online(self, rows: Sequence[int]) -> bool:
        """Return whether all of the provisions that serve a cell are held online."""
        return all(map(self._online.__getitem__, rows))

    def is_too_hard(self, cell: Cell, rows: Sequence[int]) -> bool:
        """Return whether all of the provisions that serve a cell ask for more German than its group has."""
        level = self._level(cell.audience)
        return bool(level) and all(self._asks_more(row, level) for row in rows)

    def _level(self, audience: int) -> str:
        """Return the highest level of German everybody in a group is within, or nothing."""
        if audience not in self._known_level:
            group: Group = self._index.group(audience)
            bounds = (level for level in levels()[:-1] if subsumes(group, parse(f"language<={level}")))
            self._known_level[audience] = next(bounds, "") if group.alternatives else ""
        return self._known_level[audience]

    def _asks_more(self, row: int, level: str) -> bool:
        said = " ; ".join(fold(text) for text in (self._languages[row], self._notes[row]) if text)
        least = least_level(level, said) if said else None
        if least is None or least.outcome != "no":
            return False
        helped = presence(Wish("interpreter", ()), said)
        return not says(said, self._others) and not (helped and helped.outcome == "yes")

    @cached_property
    def _others(self) -> tuple[str, ...]:
        """The names of languages other than German: whoever counsels in them may ask for less."""
        schemes, ids = self._concepts.text("scheme"), self._concepts.text("id")
        rows = (row for row in self._concepts if schemes[row] == "language" and ids[row] != f"language/{GERMAN}")
        names: Iterable[str] = (name for row in rows for name in spellings(self._concepts, row))
        return tuple(sorted(set(names)))
