"""Who is competent alone by law: that everything hangs on such a body is how it should be, and no gap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph.view import View
from ontology.facets import Group, parse
from queries.client import Client
from queries.competence_rules import Rule
from queries.cube import ANY, Cell
from queries.index import index_of

Who = tuple[str, int]
"""A row of the actor or of the concept table."""


@dataclass(frozen=True, slots=True)
class _Sole:
    who: Who
    theme: int
    whom: Group | None = None


class Statutory:
    """The sole competences of one view on one day.

    Args:
        rules: those whose norm says that nobody else may decide name the topics (``sole``).
        pairs: further ones: id of an actor or actor type, and id of a theme or nothing for whatever theme.
    """

    def __init__(self, view: View, asked_on: date, rules: Iterable[Rule], pairs: Iterable[tuple[str, str]]) -> None:
        self._view, self._day = view, asked_on.toordinal()
        self._index = index_of(view)
        self._clients: dict[int, Client] = {}
        self._known = [*_of_rules(view, asked_on, rules), *_of_pairs(view, pairs)]

    def is_sole(self, actor: int, cell: Cell) -> bool:
        """Return whether the law leaves a cell to an actor, or to its kind, alone."""
        if actor < 0 or not self._known:
            return False
        kinds = self._index.actors.lists("types")[actor]
        names: set[Who] = {("actor", actor), *(("concept", kind) for kind in kinds)}
        names.update(("concept", wider) for kind in kinds for wider in self._index.closure(kind, "broader"))
        themes = {ANY} if cell.theme == ANY else {ANY, cell.theme, *self._index.closure(cell.theme, "broader")}
        return any(
            one.who in names and one.theme in themes and self._concerns(one, cell.audience) for one in self._known
        )

    def _concerns(self, one: _Sole, audience: int) -> bool:
        """Return whether a rule may be about somebody of the group."""
        if one.whom is None or audience == ANY:
            return True
        client = self._clients.get(audience)
        if client is None:
            client = self._clients[audience] = Client.standing_for(self._view, self._day, audience)
        verdict = client.described(one.whom)
        return verdict is None or verdict.outcome != "no"


def _of_rules(view: View, asked_on: date, rules: Iterable[Rule]) -> Iterable[_Sole]:
    ids = view.concepts_by_id
    for rule in rules:
        if rule.sole and rule.norm and rule.holds_on(asked_on):
            whom = parse(rule.whom) if rule.whom else None
            kinds = [row for name in rule.types if (row := ids.get(f"actor-type/{name}")) is not None]
            themes = [row for name in rule.sole if (row := ids.get(name)) is not None]
            yield from (_Sole(("concept", kind), theme, whom) for kind in kinds for theme in themes)


def _of_pairs(view: View, pairs: Iterable[tuple[str, str]]) -> Iterable[_Sole]:
    for who, what in pairs:
        theme = view.concepts_by_id.get(what) if what else ANY
        if theme is None:
            continue
        for table, rows in (("actor", view.actors_by_id), ("concept", view.concepts_by_id)):
            if who in rows:
                yield _Sole((table, rows[who]), theme)
