"""Where groups turn up, who guides them, what they need, and which gaps a meeting has accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import TypeVar

from graph.facts.corpus import NOBODY, Corpus
from graph.facts.days import day
from graph.facts.meaning import Meaning
from graph.facts.settle import Claim, Conflict, settle
from graph.statement import ANY, Polarity, Statement

ANYTHING = ""
"""Id that stands for any group, theme or region."""

NEEDS = {"needed": "needed", "covered": "covered", "noNeed": "none"}
_THOUSAND = 1000

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Presence:
    """A group (or any) turns up at an actor, or is guided by it; ``kind`` is ``door`` or ``guide``."""

    kind: str
    actor: str
    audience: str
    region: str


@dataclass(frozen=True, slots=True, order=True)
class Need:
    """What a group needs, is covered for, or does not need."""

    audience: str
    theme: str
    region: str
    kind: str


@dataclass(frozen=True, slots=True, order=True)
class Accepted:
    """A gap a meeting has accepted."""

    kind: str
    audience: str
    theme: str
    region: str


@dataclass(slots=True)
class Demand:
    """Doors, guides, needs and accepted gaps with the statements that say them."""

    corpus: Corpus
    meaning: Meaning
    presences: dict[Presence, list[int]] = field(default_factory=dict)
    needs: dict[Need, list[int]] = field(default_factory=dict)
    accepted: dict[Accepted, list[int]] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)

    def gather(self) -> None:
        """Read everything the corpus says about demand."""
        said: list[tuple[Presence, int, Statement]] = []
        needs: dict[Need, list[int]] = {}
        for row, statement in self.corpus:
            if statement.predicate in ("reaches", "guides"):
                said += [(presence, row, statement) for presence in self._presences(row, statement)]
            elif statement.polarity == "no":
                continue
            elif statement.predicate in NEEDS:
                for audience, theme, region in self._cells(row, statement):
                    _add(needs, Need(audience, theme, region, NEEDS[statement.predicate]), row)
            elif statement.predicate == "gapAccepted":
                for audience, theme, region in self._cells(row, statement):
                    for kind in statement.condition("kind") or ("",):
                        _add(self.accepted, Accepted(kind, audience, theme, region), row)
        claims = [Claim(key, statement.polarity, row, (key.actor,), self._what(key)) for key, row, statement in said]
        lost, self.conflicts = settle(claims, self.corpus)
        for key, row, statement in said:
            if row not in lost and statement.polarity != "no":
                _add(self.presences, key, row)
        self._settle(needs)

    def weight(self, rows: list[int]) -> int:
        """Return the weight of a need in thousandths; the heaviest word counts, 1 where nobody says."""
        found = [self._number(row, value) for row in rows for value in self.corpus.statements[row].detail("weight")]
        return max((weight for weight in found if weight >= 0), default=_THOUSAND)

    def note(self, rows: list[int], *names: str) -> str:
        """Return what details of these names say, side by side."""
        values = {
            value for row in rows for name in names for value in self.corpus.statements[row].detail(name) if value
        }
        return "; ".join(sorted(values))

    def review_on(self, rows: list[int]) -> int:
        """Return the first day on which an accepted gap is looked at again, or -1."""
        days = [day(value) for row in rows for value in self.corpus.statements[row].detail("review_on")]
        return min((found for found in days if found >= 0), default=-1)

    def _settle(self, needs: dict[Need, list[int]]) -> None:
        """Keep what is said of needs but for what a later word overtook; one that is covered or unneeded denies one.

        Each cell is settled by itself: a statement about several groups that lost for one still holds for the others.
        """
        cells: dict[tuple[str, str, str], list[Claim]] = {}
        for need, rows in needs.items():
            cell = need.audience, need.theme, need.region
            polarity: Polarity = "yes" if need.kind == "needed" else "no"
            cells.setdefault(cell, []).extend(Claim(cell, polarity, row, (), self._asked(need)) for row in rows)
        lost: dict[tuple[str, str, str], frozenset[int]] = {}
        for cell, claims in cells.items():
            lost[cell], conflicts = settle(claims, self.corpus)
            self.conflicts += conflicts
        for need, rows in needs.items():
            overtaken = lost[need.audience, need.theme, need.region]
            if left := [row for row in rows if row not in overtaken]:
                self.needs[need] = left

    def _asked(self, need: Need) -> str:
        """Return of what it is contradicted that it is needed."""
        concepts = (self.meaning.label(concept) if concept else ANY for concept in (need.audience, need.theme))
        region = [self.meaning.places.label(need.region)] if need.region else []
        return " · ".join((*concepts, *region, "needed"))

    def _presences(self, row: int, statement: Statement) -> Iterator[Presence]:
        actor = self.corpus.subjects[row]
        if actor != NOBODY:
            kind = "door" if statement.predicate == "reaches" else "guide"
            groups = self._narrowed(row, statement, self.meaning.groups(statement, statement.object))
            regions = self.meaning.near(self.meaning.conditions(row, statement).regions, statement, actor)
            for audience, region in product(groups, regions or (ANYTHING,)):
                yield Presence(kind, actor, audience, region)

    def _cells(self, row: int, statement: Statement) -> Iterator[tuple[str, str, str]]:
        groups = self._narrowed(row, statement, self.meaning.groups(statement, statement.subject))
        themes = self.meaning.themes(statement, statement.object) or (ANYTHING,)
        regions = self.meaning.near(self.meaning.conditions(row, statement).regions, statement) or (ANYTHING,)
        yield from product(groups, themes, regions)

    def _narrowed(self, row: int, statement: Statement, groups: tuple[str, ...]) -> tuple[str, ...]:
        limit = self.meaning.conditions(row, statement).limit
        if not limit:
            return groups or (ANYTHING,)
        return tuple(self.meaning.narrow(row, group, limit) for group in groups or (ANYTHING,))

    def _number(self, row: int, value: str) -> int:
        try:
            return round(float(value.strip().replace(",", ".")) * _THOUSAND)
        except (ValueError, OverflowError):
            self.meaning.report("VN4123", row, value)
            return -1

    def _what(self, key: Presence) -> str:
        group = self.meaning.label(key.audience) if key.audience else ANY
        return f"{self.meaning.links.entities[key.actor].label} · {key.kind} · {group}"


def _add(found: dict[T, list[int]], key: T, row: int) -> None:
    found.setdefault(key, []).append(row)
