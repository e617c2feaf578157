"""Which role each column of a table plays: the plan by which it is read, found without help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.matrix import headers, kinds
from loaders.matrix.areas import Area, Surface
from loaders.matrix.columns import Look, group_role, is_actor, look, majority, role_said
from loaders.matrix.entities import entity, kind_held, names_actors, with_groups
from loaders.matrix.legends import direction
from loaders.matrix.names import bare_label
from loaders.matrix.orientation import stands_turned, turn
from loaders.matrix.plan import Column, Form, Plan
from loaders.matrix.profile import ROLES
from loaders.matrix.stubs import SUBJECTS, row_stubs
from loaders.matrix.titles import direction_in_corner, kinds_in_title, said_by_title, title_of
from loaders.matrix.words import pattern
from ontology.text import fold


def plan(surface: Surface, area: Area, turned: bool | None = None) -> Plan:
    """Return how a table is read, found without any help but what a person says of its orientation."""
    if turned if turned is not None else area.form or stands_turned(surface, area):
        return planned(*turn(surface, area))
    return planned(surface, area)


def planned(surface: Surface, area: Area) -> Plan:
    """Return how a table is read that stands as its surface does."""
    looks = [look(surface, area.header, area.first, area.last, c, area.left) for c in range(area.left, area.right + 1)]
    title = title_of(surface, area)
    _count_columns(looks)
    if surface.sheet.turned:
        _sections(surface, area, looks)
    columns = _roles(surface, area, looks, title)
    columns = [with_groups(column, columns) for column in columns]
    corner = next((c.label for c in columns if c.form == "stub"), "")
    towards = (
        surface.legend.towards.get(surface.sheet.name) or direction(title) or direction_in_corner(corner) or "column"
    )
    if surface.sheet.turned:
        towards = "row" if towards == "column" else "column"
    edges = are_edges(columns)
    return Plan(
        surface.sheet.name, surface.sheet.turned, area.header, area.first, area.last, tuple(columns),
        said_by_title(surface, title, columns), towards, edges,
    )  # fmt: skip


def _count_columns(looks: Sequence[Look]) -> None:
    """Say which columns answer although they hold no signs: numbers below an entity, unknown codes beside signs."""
    signs = any(one.signs for one in looks)
    labels = next((o.index for o in looks if o.filled and not o.signs and not o.numeric and not _is_entity(o)), 0)
    for one in looks:
        one.coded = signs and (one.index > labels or _is_entity(one)) and not headers.exact(one.label)
    # Numbers between dates and restrictions still count something, if several columns of the table do so.
    plural = [one for one in looks if one.counts["number"] and one.tells_numbers and not headers.loose(one.label)]
    for one in plural:
        one.counted = len(plural) >= 3
    numeric = [one for one in looks if one.numeric]
    most = len(numeric) >= 3 and len(numeric) >= 0.6 * (sum(bool(one.filled) for one in looks) - 1)
    for one in numeric:
        label = bare_label(one.label)
        entity = any(kinds.known(kind, label) for kind in headers.ENTITIES) or group_role(one) in headers.ENTITIES
        one.counting = entity or (most and not headers.loose(label))


def _is_entity(one: Look) -> bool:
    return any(kinds.known(kind, bare_label(one.label)) for kind in ("audience", "offer"))


def _sections(surface: Surface, area: Area, looks: Sequence[Look]) -> None:
    """In a turned table a header without cells below heads the columns that follow it."""
    current: tuple[int, str] | None = None
    for number, one in enumerate(looks):
        heads = one.empty and bool(one.label) and number + 1 < len(looks) and _heads(surface, area, one)
        if heads:
            current = (one.index, one.label)
            one.tag = "section"
        elif current and one.label and headers.exact(one.label) not in {"remark", "lastChecked"}:
            one.groups = (current, *one.groups)


def _heads(surface: Surface, area: Area, one: Look) -> bool:
    role = headers.loose(one.label)
    cell = surface.sheet.cell(one.header, one.index)
    return (
        bool(role) or bool(cell and (cell.bold or cell.fill)) or one.label.endswith(":") or not kinds.weights(one.label)
    )


def _roles(surface: Surface, area: Area, looks: Sequence[Look], title: str) -> list[Column]:
    stubs = row_stubs(surface, looks, title)
    taken = {one.index for one, _ in stubs}
    columns = [_column(one, role, "stub") for one, role in stubs]
    has_actor = any(role in SUBJECTS for _, role in stubs)
    rest = [one for one in looks if one.index not in taken]
    named = not has_actor and names_actors(surface, rest)
    fallback = _fallback(surface, rest, title, {role: one for one, role in stubs})
    for one in rest:
        columns.append(_rest(surface, one, named=named, fallback=fallback, stubs={role for _, role in stubs}))
    columns.sort(key=lambda column: column.index)
    return _agree(columns)


def _column(one: Look, role: str, form: Form, label: str = "") -> Column:
    known = role if role in ROLES else "other"
    return Column(one.index, known, form, label or bare_label(one.label), one.groups, (), one.header, one.numeric)


def _fallback(surface: Surface, rest: Sequence[Look], title: str, stubs: dict[str, Look]) -> str:
    """Return the kind of columns that nothing else explains."""
    free = [bare_label(one.label) for one in rest if one.label and not headers.exact(one.label) and not one.groups]
    free = [surface.legend.name(surface.sheet.name, label) for label in free]
    if _is_referral(surface, free, stubs, title):
        return "actor"
    among = [kind for kind in headers.ENTITIES if kind not in stubs]
    corner = headers.exact(stubs["actor"].label) if surface.sheet.turned and "actor" in stubs else ""
    titled = [kind for kind in ([corner] if corner in among else kinds_in_title(surface, title)) if kind in among]
    found = kinds.majority(free, among)
    if len(titled) == 1 and (not found or kinds.share(free, titled[0]) >= kinds.share(free, found)):
        return titled[0]
    return found or (titled[0] if titled else "offer" if "offer" in among else "audience")


def _is_referral(surface: Surface, labels: Sequence[str], stubs: dict[str, Look], title: str) -> bool:
    stub = stubs.get("actor") or stubs.get("sender")
    if stub is None or not labels:
        return False
    beside = {fold(surface.legend.name(surface.sheet.name, bare_label(text))) for text in stub.texts}
    above = {fold(label) for label in labels}
    if len(beside & above) >= max(2, 0.5 * min(len(beside), len(above))):
        return True
    actors = sum(is_actor(surface, label) for label in labels)
    referral = bool(pattern("axes", "titles", "referral").search(fold(f"{title} {surface.sheet.name}")))
    return actors >= (0.3 if referral else 0.6) * len(labels)


def _rest(surface: Surface, one: Look, *, named: bool, fallback: str, stubs: set[str]) -> Column:
    """Return the role of a column that is no stub."""
    said = role_said(one)
    if one.tag == "section" or said in {"running", "total"} or (one.empty and not one.label):
        return _column(one, said or "other", "structure")
    group = group_role(one)
    held = kind_held(surface, one) if stubs & set(SUBJECTS) and not said and not one.signs else ""
    if held:
        kind, label = entity(surface, one, said, group, fallback)
        if kind and kind != held:
            return replace(_column(one, kind, "names", label), holds=held)
    if named and said not in headers.PEOPLE and (not said or said in headers.ENTITIES):
        kind, label = entity(surface, one, said, group, fallback)
        return _column(one, kind or fallback, "names", label)
    if one.marky or one.empty:
        kind, label = entity(surface, one, said, group, fallback)
        if kind:
            return _column(one, kind, "mark", label)
    if one.tag and one.tag != "other":
        return _column(one, one.tag, "value")
    if one.empty and said:
        return _column(one, said, "value")
    single = stubs & {"offer", "audience", "theme"} and not stubs & {"actor", "sender"}
    office = bool(pattern("axes", "titles", "office").search(fold(one.label)))
    asked = said in {"contactName", "contact", "receiver", ""} and not group
    if single and asked and one.names(surface) >= (0.2 if office else 0.5):
        return _column(one, "actor", "names")
    if said in headers.ENTITIES and group and group != said and group in headers.ENTITIES:
        said = group
    if not said and group in headers.ENTITIES and not majority(one):
        return _column(one, group, "mark")
    of_actor = fallback == "actor" and is_actor(surface, one.label)
    if not said and not group and (of_actor or (one.coded and _is_entity(one))):
        kind, label = entity(surface, one, said, group, fallback)
        return _column(one, kind or fallback, "mark", label)
    role = said or group or _by_content(surface, one)
    return _column(one, role, "value")


def _by_content(surface: Surface, one: Look) -> str:
    for predicate in ("contactMail", "contactPhone", "website"):
        if one.part(predicate) >= 0.5:
            return predicate
    found = majority(one) if not one.label else ""
    return found if found in headers.ENTITIES else "other"


def _agree(columns: list[Column]) -> list[Column]:
    """A label of no kind, or of several, follows its neighbours; what nobody knows is rather an offer than a group."""
    free = [c for c in columns if c.form == "mark" and not c.groups and c.role in headers.ENTITIES]
    found = {c.index: c for c in columns}
    for column in free:
        own = kinds.weights(column.label)
        equals = [kind for kind in headers.ENTITIES if own and own.get(kind) == max(own.values())]
        near = [found[c.index].role for c in free if abs(c.index - column.index) == 1]
        fitting = {role for role in near if not own or role in equals}
        role = next(iter(fitting)) if len(fitting) == 1 and (not own or len(equals) > 1) else ""
        if not own and len(fitting) > 1:
            role = "offer" if "offer" in fitting else ""
        if role and (not own or role != column.role):
            found[column.index] = replace(column, role=role)
    return list(found.values())


def are_edges(columns: Sequence[Column]) -> bool:
    """Return whether every row is one referral: sender, receiver, and only what describes a referral."""
    roles = {column.role for column in columns if column.form != "structure"}
    subject = next((c for c in columns if c.form == "stub" and c.role in SUBJECTS), None)
    receiver = any(c.role == "receiver" for c in columns if c.form in {"stub", "value"})
    marky = any(c.form == "mark" for c in columns)
    people = roles & (headers.PEOPLE - {"contactName", "contact"})
    return bool(subject and receiver and not marky and not people and not roles & {"type", "address"})
