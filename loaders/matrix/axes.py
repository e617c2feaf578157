"""Which role each column of a table plays: the plan by which it is read, found without help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.matrix import contacts, headers, kinds, lists
from loaders.matrix.columns import Look, answers, group_role, is_actor, look, majority, role_said
from loaders.matrix.entities import entity, kind_held, names_actors, told_apart, with_groups
from loaders.matrix.events import as_events
from loaders.matrix.header_grammar import asked
from loaders.matrix.hints import hint
from loaders.matrix.legend_lines import direction
from loaders.matrix.names import bare_label
from loaders.matrix.orientation import stands_turned, turn
from loaders.matrix.plan import Column, Form, Plan
from loaders.matrix.profile import ROLES
from loaders.matrix.stubs import SUBJECTS, row_stubs
from loaders.matrix.surface import Area, Surface
from loaders.matrix.titles import direction_in_corner, kinds_in_title, said_by_title, title_of
from loaders.matrix.words import pattern
from ontology.text import fold

_NEARLY_ALL = 0.75


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
    columns = told_apart([with_groups(column, columns) for column in as_events(_occasions(columns))])
    corner = next((c.label for c in columns if c.form == "stub" and c.role != "type"), "")
    towards = (
        surface.legend.towards.get(surface.sheet.name)
        or direction(title)
        or direction(corner)
        or direction_in_corner(corner)
        or "column"
    )
    if surface.sheet.turned:
        towards = "row" if towards == "column" else "column"
    edges = are_edges(columns, looks)
    return Plan(
        surface.sheet.name, surface.sheet.turned, area.header, area.first, area.last, tuple(columns),
        said_by_title(surface, title, columns), towards, edges, continues=area.continues,
    )  # fmt: skip


def _count_columns(looks: Sequence[Look]) -> None:
    """Say which columns answer although they hold no signs: numbers below an entity, unknown codes beside signs."""
    signs = any(one.signs for one in looks)
    for one in looks:  # below "Zielgruppe" even "u25" and "nur SGB II" name groups, unless signs stand between them
        one.worded = headers.exact(one.label) in headers.ENTITIES and not one.signs and not one.groups
    labels = next((o.index for o in looks if o.filled and not o.signs and not o.numeric and not _is_entity(o)), 0)
    for one in looks:
        one.coded = signs and (one.index > labels or _is_entity(one)) and not headers.exact(one.label)
    # Numbers between dates and restrictions still count something, if several columns of the table do so.
    plural = [one for one in looks if one.counts["number"] and one.tells_numbers and _may_count(one)]
    for one in plural:
        one.counted = len(plural) >= 3
    numeric = [one for one in looks if one.numeric]
    most = len(numeric) >= 3 and len(numeric) >= 0.6 * (sum(bool(one.filled) for one in looks) - 1)
    for one in numeric:
        label = bare_label(one.label)
        entity = any(kinds.known(kind, label) for kind in headers.ENTITIES) or group_role(one) in headers.ENTITIES
        one.counting = entity or (most and hint(label) in {"", *headers.ENTITIES})


def _may_count(one: Look) -> bool:
    return not headers.exact(one.label) and hint(one.label) in {"", *headers.ENTITIES}


def _is_entity(one: Look) -> bool:
    return any(kinds.known(kind, bare_label(one.label)) for kind in ("audience", "offer"))


def _sections(surface: Surface, area: Area, looks: Sequence[Look]) -> None:
    """In a turned table a header without cells below heads the columns that follow it."""
    current: tuple[int, str] | None = None
    for number, one in enumerate(looks):
        following = looks[number + 1] if number + 1 < len(looks) else None
        field = following is not None and bool(headers.exact(following.label)) and area.form
        heads = one.empty and bool(one.label) and following is not None and not field and _heads(surface, area, one)
        if heads:
            current = (one.index, one.label)
            one.tag = "section"
        elif current and one.label and headers.exact(one.label) not in {"remark", "lastChecked"}:
            one.groups = (current, *one.groups)


def _heads(surface: Surface, area: Area, one: Look) -> bool:
    role = hint(one.label)
    cell = surface.sheet.cell(one.header, one.index)
    return (
        bool(role) or bool(cell and (cell.bold or cell.fill)) or one.label.endswith(":") or not kinds.weights(one.label)
    )


def _roles(surface: Surface, area: Area, looks: Sequence[Look], title: str) -> list[Column]:
    stubs = [] if area.continues else row_stubs(surface, looks, title)
    taken = {one.index for one, _ in stubs}
    columns = [_column(one, role, "stub") for one, role in stubs]
    has_actor = bool(area.continues) or any(role in SUBJECTS for _, role in stubs)
    rest = [one for one in looks if one.index not in taken]
    named = not has_actor and names_actors(surface, rest)
    fallback = _fallback(surface, rest, title, {role: one for one, role in stubs})
    said = {kind for one, _ in stubs for kind in (headers.corner(one.label)[1], headers.exact(one.label))}
    sure = fallback in headers.ENTITIES and fallback in said and has_actor
    beside = {_named(surface, text) for one, role in stubs if role in SUBJECTS for text in one.texts}
    for one in rest:
        if fallback == "actor" and _named(surface, one.label) in beside:
            columns.append(_column(one, "actor", "mark"))
            continue
        if sure and _is_of_kind(one):
            columns.append(_column(one, fallback, "mark"))
            continue
        about = {role for _, role in stubs} | ({"actor"} if area.continues else set())
        columns.append(_rest(surface, one, named=named, fallback=fallback, stubs=about))
    columns.sort(key=lambda column: column.index)
    return _keyed(_unite(_agree(_answering(columns, looks))), looks)


def _named(surface: Surface, text: str) -> str:
    return fold(surface.legend.name(surface.sheet.name, bare_label(text)))


def _is_of_kind(one: Look) -> bool:
    """Return whether a column is one of those a corner such as ``Partner \\ Angebot`` speaks of: it asks for no value."""
    return bool(one.label) and not one.groups and not one.tag and not headers.exact(one.label) and not one.wordy


def _column(one: Look, role: str, form: Form, label: str = "") -> Column:
    known = role if role in ROLES else "other"
    return Column(one.index, known, form, label or bare_label(one.label), one.groups, (), one.header, one.numeric)


def _fallback(surface: Surface, rest: Sequence[Look], title: str, stubs: dict[str, Look]) -> str:
    """Return the kind of columns that nothing else explains."""
    named = [one for one in rest if one.label and not headers.exact(one.label)]
    labels = {one.index: surface.legend.name(surface.sheet.name, bare_label(one.label)) for one in named}
    if _is_referral(surface, list(labels.values()), stubs, title):
        return "actor"
    free = [labels[one.index] for one in named if not one.groups]
    among = [kind for kind in headers.ENTITIES if kind not in stubs]
    above = next((kind for one in stubs.values() if (kind := headers.corner(one.label)[1])), "")
    if above in among:
        return above
    corner = headers.exact(stubs["actor"].label) if surface.sheet.turned and "actor" in stubs else ""
    if corner in among:
        return corner
    titled = [kind for kind in kinds_in_title(surface, title) if kind in among]
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
    said = _by_cells(one, role_said(one))
    if one.tag == "section" or said in {"running", "total"} or (one.empty and not one.label):
        return _column(one, said or "other", "structure")
    group = group_role(one)
    held = kind_held(surface, one) if stubs & set(SUBJECTS) and not said and not one.signs else ""
    if held:
        kind, label = entity(surface, one, said, group, fallback)
        if kind and kind != held:
            return replace(_column(one, kind, "names", label), holds=held)
    unnamed = one.marky and not one.names(surface)
    if (
        named
        and not unnamed
        and said not in headers.PEOPLE
        and (not said or said in headers.ENTITIES or _holds_names(surface, one))
    ):
        kind, label = entity(surface, one, said if said in headers.ENTITIES else "", group, fallback)
        return _column(one, kind or fallback, "names", label)
    if answers(surface, one) or one.empty:
        kind, label = entity(surface, one, said, group, fallback)
        if kind:
            return _column(one, kind, "mark", label)
    if one.tag and one.tag != "other":
        return _column(one, one.tag, "value")
    if one.empty and said:
        return _column(one, said, "value")
    single = stubs & {"offer", "audience", "theme"} and not stubs & {"actor", "sender"}
    office = bool(pattern("axes", "titles", "office").search(fold(one.label)))
    may_name = said in {"contactName", "contact", "receiver", "actor", ""} and not group
    if single and may_name and one.names(surface) >= (0.1 if office else 0.5):
        return _column(one, "actor", "names")
    if said in headers.ENTITIES and group and group != said and group in headers.ENTITIES:
        said = group
    if not said and group in headers.ENTITIES and not (one.wordy and majority(one)):
        return _column(one, group, "mark")
    of_actor = fallback == "actor" and is_actor(surface, one.label)
    if not said and not group and (of_actor or (one.coded and _is_entity(one))):
        kind, label = entity(surface, one, said, group, fallback)
        return _column(one, kind or fallback, "mark", label)
    role = said or group or _by_content(surface, one)
    return _column(one, role, "value")


def _by_cells(one: Look, said: str) -> str:
    """Return what a header says, put right by the cells where its word has two senses: numbered lines, times, mere words."""
    if not said and one.filled > 2 and one.texts == [str(number) for number in range(1, len(one.texts) + 1)]:
        return "running"
    if said == "occasion" and sum(bool(contacts.HOURS.search(text)) for text in one.texts) > one.filled / 2:
        return "openingHours"  # "Wann?"
    more = pattern("axes", "titles", "more").search(
        fold(one.label)
    )  # "weitere Infos"; behind "Homepage" may stand a link
    if said == "website" and more and one.wordy and not (one.counts["website"] or one.counts["contactMail"]):
        return "remark"
    return said


def _holds_names(surface: Surface, one: Look) -> bool:
    """Return whether a column of a table without actors names them, although its header is a word of the dictionary."""
    return one.filled > 0 and role_said(one) not in {"remark", "running", "total"} and one.names(surface) >= 0.4


def _by_content(surface: Surface, one: Look) -> str:
    """Return the role of a column whose header says nothing known, by what nearly all of its cells are."""
    for predicate in ("contactMail", "contactPhone", "website"):
        if one.part(predicate) > 0.5:
            return predicate
    if sum(one.part(predicate) for predicate in ("contactMail", "contactPhone", "website")) >= _NEARLY_ALL:
        return "contact"
    found = majority(one) if not one.label else ""
    if found in headers.ENTITIES:
        return found
    told = Counter(map(contacts.tells, one.texts))
    most, count = told.most_common(1)[0] if told else ("", 0)
    return most if most and count >= _NEARLY_ALL * len(one.texts) else _listed(one) or "other"


def _listed(one: Look) -> str:
    """Return the kind that nearly all entries of a column are known as: places, groups, offers or themes."""
    return next((kind for kind in ("region", "audience", "offer", "theme") if _lists(one, kind)), "")


def _lists(one: Look, kind: str) -> bool:
    def known(part: str) -> bool:
        return kinds.known(kind, bare_label(part))

    entries = [entry for text in one.texts for entry in lists.split(text, known)]
    return len(one.texts) > 1 and sum(map(known, entries)) >= _NEARLY_ALL * len(entries)


def _answering(columns: list[Column], looks: Sequence[Look]) -> list[Column]:
    """A column among those that answer answers too, if a sign stands in it: the few others were open or words."""
    found = {column.index: column for column in columns}
    shown = {one.index: one for one in looks}
    for column in columns:
        one = shown[column.index]
        free = (
            column.form == "value" and column.role in {"other", *headers.ENTITIES} and not headers.exact(column.label)
        )
        near = [found[index] for index in (column.index - 1, column.index + 1) if index in found]
        kin = [other for other in near if other.form == "mark" and other.groups == column.groups]
        roles = {other.role for other in kin}
        if free and column.label and one.signs and not _listed(one) and len(roles) == 1 and _in_run(kin, found):
            found[column.index] = replace(column, form="mark", role=kin[0].role)
    return list(found.values())


def _in_run(kin: Sequence[Column], found: Mapping[int, Column]) -> bool:
    """Return whether answers stand on both sides, or on one where two such columns end the table or their group."""
    if len(kin) == 2:
        return True
    return any(_alike(kin[0], found.get(kin[0].index + one)) for one in (-1, 1))


def _alike(one: Column, other: Column | None) -> bool:
    return other is not None and (other.form, other.role, other.groups) == (one.form, one.role, one.groups)


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


def _keyed(columns: list[Column], looks: Sequence[Look]) -> list[Column]:
    """A column of words of the dictionary says row by row what stands in the next: ``Einrichtung | Merkmal | Wert``."""
    texts = {one.index: one.texts for one in looks}
    for key, value in pairwise(columns):
        words = [role for text in texts[key.index] if (role := headers.exact(text))]
        keyed = key.form == value.form == "value" and len(words) >= max(2, _NEARLY_ALL * len(texts[key.index]))
        if keyed and headers.exact(key.label) in {"", "attribute", "type"} and len({*words} - {"actor"}) > 1:
            new = {
                key.index: replace(key, form="structure", role="attribute"),
                value.index: replace(value, form="keyed", role="other"),
            }
            return [new.get(column.index, column) for column in columns]
    return columns


_ALIKE = {
    "offer": {"theme", "actor"},
    "theme": {"offer", "actor"},
    "region": {"actor", "offer", "theme"},
    "audience": {"actor"},
}
"""For each kind those that a word alone is easily mistaken for."""


def _unite(columns: list[Column]) -> list[Column]:
    """Offers, themes and teams are hard to tell apart by a word alone: one among several of another kind is one of them."""
    free = [c for c in columns if c.form in {"mark", "names"} and not any(hint(text) for _, text in c.groups)]
    usual = max(_ALIKE, key=lambda role: (sum(c.role == role for c in free), role == "offer"))
    many = sum(c.role == usual for c in free)
    few = [c for c in free if c.role in _ALIKE[usual] and (c.form, c.role) != ("names", "actor")]
    apart = any(b.index == a.index + 1 for a, b in pairwise(few))
    if not few or apart or 2 * len(few) > many:
        return columns
    return [replace(c, role=usual) if c in few else c for c in columns]


def _occasions(columns: Sequence[Column]) -> list[Column]:
    """In a list of referrals "Beratungsanlass" is why somebody is sent on, not what is offered."""
    roles = {column.role for column in columns}
    reasons = [c for c in columns if c.form == "value" and c.role == "offer" and asked(c.label) == "occasion"]
    if not reasons or not {"sender", "receiver"} <= roles or "occasion" in roles:
        return list(columns)
    return [replace(column, role="occasion") if column in reasons else column for column in columns]


def are_edges(columns: Sequence[Column], looks: Sequence[Look]) -> bool:
    """Return whether every row is one referral: sender, receiver, and only what describes a referral."""
    roles = {column.role for column in columns if column.form != "structure"}
    subject = next((c for c in columns if c.form == "stub" and c.role in SUBJECTS), None)
    receiver = any(c.role == "receiver" for c in columns if c.form in {"stub", "value"})
    if subject is None or not receiver or any(c.form == "mark" for c in columns) or roles & {"type", "address"}:
        return False
    if subject.role == "sender":
        return True
    if roles & (headers.PEOPLE - {"contactName", "contact"}):
        return False
    if roles & {"occasion", "mode", "responsibility", "feedback", "agreement", "agreedOn", "followUp"}:
        return True
    # A directory that also says whom its institutions send on describes each of them, once.
    described = roles & {"openingHours", "capacity", "cost", "format", "language", "alias"}
    names = next((one.texts for one in looks if one.index == subject.index), [])
    return not described and (not roles & set(headers.ENTITIES) or len(set(names)) < len(names))
