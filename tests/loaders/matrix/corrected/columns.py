"""What each column of a table is for, as a person sees it who knows what its cells say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.matrix.plan import Form
from loaders.matrix.profile import ColumnProfile
from ontology.text import fold
from tests.loaders.matrix.corrected.known import ENTITY, Known, Said, commonest

LITERAL = {
    "contact_name": "contactName", "contact_phone": "contactPhone", "contact_mail": "contactMail", "website": "website",
    "address": "address", "cost": "cost", "capacity": "capacity", "format": "format", "language": "language",
    "opening_hours": "openingHours", "status": "status", "legal_basis": "legalBasis", "last_checked": "lastChecked",
    "remark": "remark", "alias": "alias",
}  # fmt: skip
PEOPLE = frozenset({"contact", "contactName", "contactPhone", "contactMail", "website", "address", "openingHours"})
"""Columns that may hold each other's values: the loader tells them apart cell by cell."""
SUBJECTS = frozenset({"actor", "sender"})


def corrected(known: Known, seen: ColumnProfile, body: Sequence[int], marked: bool) -> ColumnProfile:
    """Return what is said of a column, changed where the cells below show that it is something else."""
    index = seen.index
    cells = [(row, known.said[row, index]) for row in body if known.said.get((row, index))]
    if not any((row, index) in known.wrong for row in body):
        return seen
    roles = [known.roles[row, index] for row in body if (row, index) in known.roles]
    if roles and set(roles) <= {"ignorable", "header", "total"}:
        return replace(seen, form="structure", role="running", label="", holds=None)
    names = {"label", "header"} if known.turned else {"label"}
    texts = [known.text(row, index) for row in body if known.roles.get((row, index)) in names]
    if texts and len(texts) >= len([row for row, found in cells if _answers(known, row, index, found)]):
        kind = commonest(map(known.kind, texts))
        right = seen.form == "stub" and (seen.role == kind or {seen.role, kind} <= SUBJECTS)
        return seen if not kind or right else replace(seen, form="stub", role=kind, label="", holds=None)
    if not cells:
        return seen
    seen = replace(seen, split=_split(known, index, cells))
    form, role, holds = _shape(known, index, cells, marked)
    if not role or (seen.role == role and (seen.form == form or (role == "offer" and "stub" in {seen.form, form}))):
        return seen
    if seen.form in {"value", ""} and form == "value" and _alike(seen.role, role, cells):
        return seen
    return replace(seen, form=form, role=role, label=_label(known, seen, form, cells), holds=holds, counts=None)


def _label(known: Known, seen: ColumnProfile, form: str, cells: Sequence[tuple[int, list[Said]]]) -> str:
    """Return what a column's header is to be called where it does not say what all its marks are about: a mere number."""
    things = {said.object for _, found in cells for said in found if said.predicate in ENTITY}
    thing = next(iter(things)) if form == "mark" and len(things) == 1 else ""
    return known.written(thing) if thing and not known.holds(seen.head, thing) else ""


def _alike(seen: str, role: str, cells: Sequence[tuple[int, list[Said]]]) -> bool:
    if seen in PEOPLE and role in PEOPLE:
        return seen == "contact" or len({said.predicate for _, found in cells for said in found}) > 1
    return False


def _answers(known: Known, row: int, index: int, found: Sequence[Said]) -> bool:
    """Whether a cell says something about the row rather than naming it: a remark on a label comes from a footnote."""
    return known.roles.get((row, index)) == "statement" and any(
        said.predicate not in {"remark", "alias"} for said in found
    )


def _shape(
    known: Known, index: int, cells: Sequence[tuple[int, list[Said]]], marked: bool
) -> tuple[Form, str, str | None]:
    """Return form and role of a column, and what its cells name where they name something."""
    predicate = commonest(said.predicate for _, found in cells for said in found)
    pairs = [(row, said) for row, found in cells for said in found if said.predicate == predicate]
    inside = sum(known.holds(known.text(row, index), said.object) for row, said in pairs)
    named = sum(known.holds(known.text(row, index), said.subject) for row, said in pairs)
    if predicate in LITERAL:
        return "value", LITERAL[predicate], None
    if predicate not in ENTITY:
        return "value", "", None
    kind = ENTITY[predicate]
    if 2 * inside >= len(pairs):
        if kind == "offer" and (dimension := _constant(pairs, "region") or _constant(pairs, "audience")):
            return "names", dimension, "offer"
        return ("stub" if kind == "offer" and marked else "value"), kind if kind != "actor" else "receiver", None
    if 2 * named >= len(pairs):
        objects = {said.object for _, said in pairs}
        if len(objects) == 1 and len(pairs) > 1:
            return "names", kind, "actor"
        dimension = next((k for k in ("region", "theme", "audience", "offer") if _constant(pairs, k)), "")
        return "names", dimension or "actor", "actor" if dimension else ""
    sides = {said.object for _, said in pairs}, {said.subject for _, said in pairs}
    return ("mark", kind, None) if min(map(len, sides)) == 1 else ("value", "", None)


def _split(known: Known, index: int, cells: Sequence[tuple[int, list[Said]]]) -> str | None:
    """Return the sign that parts the entries of a column's cells, nothing if none parts all of them into what they say."""
    counts = [(known.text(row, index), len({(said.predicate, said.object) for said in found})) for row, found in cells]
    fitting = (
        sign for sign in ("\n", " + ", ";", " / ", "|", ", ", "•")
        if all(len([part for part in text.split(sign) if part.strip(" -\n")]) == count for text, count in counts)
    )  # fmt: skip
    return next(fitting, None) if any(count > 1 for _, count in counts) else None


def _constant(pairs: Sequence[tuple[int, Said]], kind: str) -> str:
    """Return the kind if every statement is said under the same thing of it."""
    values = {said.within.get(kind, "") for _, said in pairs}
    return kind if len(values) == 1 and all(values) and fold(next(iter(values))) else ""
