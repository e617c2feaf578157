"""What each row of a table's body is: data, section, total, repeated header, note or nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal as Choice

from loaders.matrix import headers, kinds, marks
from loaders.matrix.columns import is_actor
from loaders.matrix.names import bare_label
from loaders.matrix.plan import Plan
from loaders.matrix.surface import Surface
from loaders.matrix.words import pattern, texts
from ontology.text import fold

Role = Choice["blank", "data", "section", "total", "repeated", "note"]

_PLURAL = re.compile(
    r"(?:n|innen|träger|verbände|werke|schulen|stellen|partner|anbieter|akteure|institute|projekte|vereine)$",
    re.IGNORECASE,
)
_SORT = re.compile(r"^(?:[A-ZÄÖÜ]\w+e[nr]?\s+)?[A-ZÄÖÜ]\w+(?:-[A-ZÄÖÜ]\w+)*$")
_LONG = 100
_LONGEST_HEAD = 60
_RULE = re.compile(r"^[-=_:+|. ]{3,}$")
"""A line drawn with signs, as below the header of a table in a text."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its role, and for a section what kind of thing its label names."""

    role: Role
    kind: str = ""
    label: str = ""
    column: int = 0


class Lines:
    """Tells the rows of one table apart."""

    def __init__(self, surface: Surface, plan: Plan) -> None:
        self.surface = surface
        self.plan = plan
        self.columns = [column.index for column in plan.columns]
        self._own = frozenset(self.columns)
        self.told = dict(plan.groups)
        self.stubs = [column.index for column in plan.of("stub")]
        self.roles = {column.role for column in plan.of("stub")}
        self.inner = self._inner()
        self.usual = self._usual_style()
        self.titles = self._titles()
        self.places = self._places()
        self.heads = self._heads()
        self.blocks = self._blocks()

    def read(self, row: int) -> Line:
        """Return what a row is."""
        if row in self.plan.skipped:
            return Line("note")
        filled = self._filled(row)
        if not filled:
            return Line("data" if self._coloured(row) and self._stub_text(row) else "blank")
        if row in self.told:
            label = bare_label(self.surface.sheet.text(row, filled[0])).rstrip(": ")
            kind = self.told[row]
            return Line("data") if kind == "row" else Line("section", kind, label, filled[0])
        if all(_RULE.match(self.surface.sheet.text(row, column)) for column in filled):
            return Line("note")
        if self._repeats(row, filled):
            return Line("repeated")
        if self._totals(row, filled):
            return Line("total")
        if len(filled) == 1:
            return self._single(row, filled[0])
        return Line("data")

    def _inner(self) -> frozenset[int]:
        """Return the label columns beside the actors: a lone label there is one more offer of the actor above."""
        actors = [column.index for column in self.plan.of("stub", "actor", "sender")]
        return frozenset(column for column in self.stubs if actors and column > min(actors))

    def _usual_style(self) -> frozenset[tuple[bool, str]]:
        """Return how the labels of rows usually look: in two ways where every other row is shaded."""
        styles: Counter[tuple[bool, str]] = Counter()
        for row in range(self.plan.first, self.plan.last + 1):
            filled = self.surface.filled(row)
            cell = self.surface.sheet.cell(row, self.stubs[0]) if self.stubs and len(filled) > 1 else None
            if cell and cell.text.strip():
                styles[(cell.bold, cell.fill)] += 1
        most = max(styles.values(), default=0)
        return frozenset(style for style, count in styles.items() if count > 1 and 3 * count >= most) or frozenset(
            style for style, _ in styles.most_common(1)
        )

    def _places(self) -> frozenset[int]:
        """Return the rows that hold nothing but a place and head the rows below, as only several such rows do."""
        sheet, lone = self.surface.sheet, []
        rows = [row for row in range(self.plan.first, self.plan.last + 1) if self._filled(row)]
        for row, following in pairwise(rows):
            filled = self._filled(row)
            alone = len(filled) == 1 and filled[0] in {*self.stubs, *self.columns[:1]}
            if alone and _is_place(bare_label(sheet.text(row, filled[0]))):
                if len(self._filled(following)) == 1:
                    return frozenset()
                lone.append(row)
        return frozenset(lone) if 2 <= len(lone) <= len(rows) / 2 else frozenset()

    def _heads(self) -> frozenset[int]:
        """Return the rows whose lone label names no actor, where such rows head groups of actors: types in plain words."""
        if not self.roles & {"actor", "sender"} or not self.stubs:
            return frozenset()
        sheet, lone, said = self.surface.sheet, [], []
        rows = [row for row in range(self.plan.first, self.plan.last + 1) if self._filled(row)]
        for row, following in pairwise(rows):
            filled, label = self._filled(row), bare_label(sheet.text(row, self._filled(row)[0]))
            if len(filled) > 1 or filled[0] not in self.stubs or filled[0] in self.inner:
                said.append(is_actor(self.surface, sheet.text(row, self.stubs[0])))
            elif len(self._filled(following)) > 1:
                lone.append((row, label))
        names = [sheet.text(row, self.stubs[0]).split() for row in rows if len(self._filled(row)) > 1]
        first = {words[0] for words in names if len(words) > 1}
        lone = [(row, label) for row, label in lone if self._may_head(label, first)]
        typed = any(kinds.known("type", label) for _, label in lone)
        sure = typed or (len(lone) >= 2 and sum(said) >= 0.6 * len(said))
        return frozenset(row for row, _ in lone) if sure else frozenset()

    def _blocks(self) -> bool:
        """Return whether lone labels are actors above the offers or groups they have, as most of them visibly are."""
        if self.roles & {"actor", "sender"} or not self.stubs:
            return False
        rows = (row for row in range(self.plan.first, self.plan.last + 1) if len(self._filled(row)) == 1)
        labels = [self.surface.sheet.text(row, self._filled(row)[0]) for row in rows]
        return len(labels) > 1 and sum(is_actor(self.surface, label) for label in labels) >= 0.6 * len(labels)

    def _may_head(self, label: str, others: Collection[str]) -> bool:
        if kinds.known("region", label.split()[-1]) or label.split()[0] in others:
            return False  # "Berufliche Schulen Kehl" beside "Berufliche Schulen Lahr"
        plain = len(label) <= _LONGEST_HEAD and not label.endswith((".", "!", "?")) and not label[:1].isdigit()
        weights = kinds.weights(label)
        sort = "actor" not in weights or (weights.get("type", 0) > weights["actor"] and bool(_PLURAL.search(label)))
        named = is_actor(self.surface, label) and not _is_sort(label)
        return plain and not named and (sort or bool(kinds.known("type", label)) or _is_sort(label))

    def _filled(self, row: int) -> Sequence[int]:
        columns = self.surface.filled(row)
        return columns if self._own.issuperset(columns) else [column for column in columns if column in self._own]

    def _titles(self) -> list[dict[int, str]]:
        sheet = self.surface.sheet
        rows = [{column: fold(sheet.text(row, column)) for column in self.columns} for row in self.plan.header_rows]
        return [{column: text for column, text in row.items() if text} for row in rows]

    def _stub_text(self, row: int) -> bool:
        sheet, claimed = self.surface.sheet, self.surface.is_claimed
        return any(sheet.text(row, column) and not claimed(row, column) for column in self.stubs)

    def _coloured(self, row: int) -> bool:
        cells = self.surface.sheet.rows.get(row, {})
        return any(self.surface.legend.colour(cells[column].fill) for column in self.columns if column in cells)

    def _repeats(self, row: int, filled: Sequence[int]) -> bool:
        own = {column: fold(self.surface.sheet.text(row, column)) for column in filled}
        return len(own) > 1 and any(
            sum(known.get(column) == text for column, text in own.items()) >= 0.7 * len(own) for known in self.titles
        )

    def _totals(self, row: int, filled: Sequence[int]) -> bool:
        sheet = self.surface.sheet
        leading = [column for column in filled if column in self.stubs or column == filled[0]]
        if not any(headers.sums(sheet.text(row, column)) for column in leading):
            return False
        rest = [column for column in filled if column not in leading]
        return all(self._counts(row, column) for column in rest)

    def _counts(self, row: int, column: int) -> bool:
        cell = self.surface.sheet.cell(row, column)
        return bool(cell and (cell.kind in {"number", "error"} or cell.formula or marks.number(cell.text) is not None))

    def _single(self, row: int, column: int) -> Line:
        sheet = self.surface.sheet
        text = sheet.text(row, column)
        if row in self.places and "region" not in self.roles:
            return Line("section", "region", bare_label(text), column)
        wide = sum(sheet.anchor(row, other) == sheet.anchor(row, column) for other in self.columns) > 1
        if (column in self.inner or (column not in self.stubs and column != min(self.columns))) and not wide:
            return Line("data")
        if self._coloured(row):
            return Line("data")
        if pattern("axes", "titles", "metadata").search(fold(text)) or len(text) > _LONG:
            return Line("note")
        kind = self._section(row, column, bare_label(text), wide) or ("type" if row in self.heads else "")
        return Line("section", kind, bare_label(text), column) if kind else Line("data")

    def _section(self, row: int, column: int, label: str, wide: bool) -> str:
        """Return what a lone label heads: a kind of entity, ``heading`` for a mere word, empty for a row of its own."""
        cell = self.surface.sheet.cell(row, column)
        styled = bool(cell and (cell.bold, cell.fill) not in self.usual and (cell.bold or cell.fill))
        marked = styled or wide or label.endswith(":")
        label = label.rstrip(": ")
        if row >= self.plan.last:
            return ""
        if marked and pattern("axes", "titles", "period").search(fold(label)):
            return "heading"
        of_type = kinds.known("type", label) and (marked or bool(_PLURAL.search(label)))
        of_type = of_type or (row in self.heads and "type" in kinds.weights(label) and not headers.exact(label))
        of_type = of_type or (bool(self.heads) and _is_sort(label))
        if headers.exact(label) and (marked or not is_actor(self.surface, label)) and not of_type:
            grouping = headers.exact(label) == "actor" and bool(self.roles & {"actor", "sender"})
            return "type" if grouping and fold(label) not in texts("axes", "titles", "anybody") else "heading"
        actor = is_actor(self.surface, label)
        if not self.roles & {"actor", "sender"}:
            if actor and not (self.roles & set(kinds.weights(label)) and not marked):
                return "actor"
            if self.blocks and self._may_name(label):
                return "actor"
            return self._entity(label) or ("heading" if marked else "")
        if of_type:
            return "type"
        if marked or not actor:
            found = self._entity(label)
            if found:
                return found
        return "type" if marked and not (actor and not wide and not styled) else ""

    def _may_name(self, label: str) -> bool:
        return label[:1].isupper() and not self._entity(label) and not headers.exact(label)

    def _entity(self, label: str) -> str:
        found = [
            kind for kind in ("region", "audience", "theme") if kind not in self.roles and kinds.known(kind, label)
        ]
        return found[0] if found else ""


def _is_sort(label: str) -> bool:
    """Return whether a label is no more than the plural of a sort of institution: "Verbände", "Kammern und Träger"."""
    parts = re.split(r"\s+(?:und|&)\s+|\s*[,/]\s*", label)
    return all(_SORT.match(part) and _PLURAL.search(part) and _names_sort(part) for part in parts)


def _names_sort(part: str) -> bool:
    return "type" in kinds.weights(part) and not kinds.known("region", part.split()[-1])


def _is_place(label: str) -> bool:
    return kinds.known("region", label) or ("region" in kinds.weights(label) and not kinds.known("actor", label))
