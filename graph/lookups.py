"""What every question looks up, made once when the facts are written: who refers to whom, what is offered where.

These tables say nothing of their own. They follow from those of `graph.layout`, and lie beside them in the snapshot
so that no question has to read all rows first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph.column_rows import ColumnRows
from graph.columns import EncodedTable, Layout, Rows
from graph.inheritance import Columns, Inheritance
from graph.layout import LAYOUT
from graph.words import entries

LOOKUPS: Layout = {
    # One row per actor: rows of the referrals it makes and receives, of its provisions and contacts;
    # refuses, refuses_to: rows with polarity "no" of its provisions and of the referrals it makes.
    # area: where it works, else where it lies. traits: `NAMEABLE` and the like, added up.
    "by_actor": {
        "sent_by": "ints", "sent_to": "ints", "provides": "ints", "contacts": "ints", "refuses": "ints",
        "refuses_to": "ints", "area": "ints", "traits": "int",
    },
    # One row per provision and per referral: plain is not 0 where nothing is unusual, so that its lists alone decide
    # whom it is for (`_plain_provisions`, `_plain_referrals`); of provisions it is `ON_SITE` or `ONLINE`.
    "by_provision": {"plain": "int"},
    "by_referral": {"plain": "int"},
    # One row per region: the regions that share ground with it, itself included.
    "by_region": {"meets": "ints"},
    # One row per concept: the actors of that type.
    "by_concept": {"actors": "ints"},
    # Provisions by theme or offer type and by region: key = concept * width + region (`posting_key`), ascending.
    "posting": {"key": "int", "rows": "ints"},
}  # fmt: skip

WORDS: Layout = {
    # Rows by the hash of an id or a name (`graph.words`), ascending: actors, concepts, regions.
    "actor_word": {"hash": "int", "row": "int"},
    "concept_word": {"hash": "int", "row": "int"},
    "region_word": {"hash": "int", "row": "int"},
}  # fmt: skip

GROUP_KINDS = frozenset({"network", "board", "project", "event", "team"})
"""Kinds of provider nobody can be sent to: they are reached through whoever coordinates or organises them."""
TEMPORARY_KINDS = frozenset({"project", "event"})
"""Kinds of provider whose facts age faster."""

NAMEABLE, TIMED, TEMPORARY, REFUSES = 1, 2, 4, 8
"""Traits of an actor: there is somebody to name to a client (a group has no door of its own: without somebody who
coordinates it there is nobody); it begins or ends some day; it is a project or an event; it says no to something."""

ON_SITE, ONLINE = 1, 2
"""How a provision is held about which nothing is unusual."""

NO_CONCEPT = -1
"""Stands for the theme of provisions nobody gave one."""
ANYWHERE, UNCLEAR = -1, -2
"""Stand for the region of what is held online for all, and of what nobody says or no gazetteer knows."""


def posting_key(concept: int, region: int, regions: int) -> int:
    """Return the key of a concept (or `NO_CONCEPT`) and a region (or `ANYWHERE`, `UNCLEAR`) among so many regions."""
    return (concept + 1) * (regions + 2) + region + 2


def lookups(rows: Rows) -> dict[str, Sequence[Mapping[str, Any]]]:
    """Return the lookup tables of some facts."""
    columns = _columns(rows)
    actors, regions = len(rows.get("actor", ())), columns("region", "atoms")
    senders, providers = columns("referral", "sender"), columns("provision", "provider")
    refused = [said == "no" for said in columns("provision", "polarity")]
    not_sent = [said == "no" for said in columns("referral", "polarity")]
    by_actor: dict[str, Sequence[Any]] = {
        "sent_by": _grouped(enumerate(senders), actors),
        "sent_to": _grouped(enumerate(columns("referral", "receiver")), actors),
        "provides": _grouped(enumerate(providers), actors),
        "contacts": _grouped(enumerate(columns("contact", "actor")), actors),
        "refuses": _grouped(((row, key) for row, key in enumerate(providers) if refused[row]), actors),
        "refuses_to": _grouped(((row, key) for row, key in enumerate(senders) if not_sent[row]), actors),
        "area": [
            works or lies for works, lies in zip(columns("actor", "regions"), columns("actor", "places"), strict=True)
        ],
    }
    by_actor["traits"] = list(_traits(columns, by_actor["refuses"]))
    return {
        "by_actor": [{name: values[row] for name, values in by_actor.items()} for row in range(actors)],
        "by_provision": ColumnRows({"plain": list(_plain_provisions(columns, by_actor["traits"]))}),
        "by_referral": ColumnRows({"plain": list(_plain_referrals(columns, by_actor))}),
        "by_region": [{"meets": met} for met in _meeting(regions)],
        "by_concept": [{"actors": typed} for typed in _grouped(_types(columns), len(rows.get("concept", ())))],
        "posting": _postings(columns, regions),
    }


def words(rows: Rows) -> dict[str, Sequence[Mapping[str, Any]]]:
    """Return the tables by which ids and names of some facts are found."""
    columns = _columns(rows)
    return {name: _words(columns, name.removesuffix("_word")) for name in WORDS}


def _columns(rows: Rows) -> Columns:
    empty: Mapping[str, Any] = {"int": -1, "text": "", "ints": ()}

    def column(table: str, name: str) -> Sequence[Any]:
        blank, found = empty[LAYOUT[table][name]], rows.get(table, ())
        if isinstance(found, (ColumnRows, EncodedTable)):
            return found.column(name) or [blank] * len(found)
        return [row.get(name, blank) for row in found]

    return column


def _traits(columns: Columns, refuses: Sequence[Sequence[int]]) -> Iterator[int]:
    names = ("kind", "reached_by", "runs_from", "runs_until")
    for row, (kind, through, since, until) in enumerate(zip(*(columns("actor", name) for name in names), strict=True)):
        yield (
            NAMEABLE * (through >= 0 or kind not in GROUP_KINDS)
            + TIMED * (since >= 0 or until >= 0)
            + TEMPORARY * (kind in TEMPORARY_KINDS)
            + REFUSES * bool(refuses[row])
        )


def _plain_provisions(columns: Columns, traits: Sequence[int]) -> Iterator[int]:
    """Yield how it is held, for what a provider that neither ends nor refuses anything affirms without a limit in time."""
    names = ("provider", "polarity", "online", "valid_from", "valid_until")
    for provider, said, online, since, until in zip(*(columns("provision", name) for name in names), strict=True):
        usual = 0 <= provider < len(traits) and not traits[provider] & (TIMED | REFUSES)
        plain = usual and said == "yes" and since < 0 and until < 0
        yield (ONLINE if online == 1 else ON_SITE) if plain else 0


def _plain_referrals(columns: Columns, by_actor: Mapping[str, Sequence[Any]]) -> Iterator[int]:
    """Yield 1 for what somebody who refuses no referral affirms, between actors that last, without limits but its lists."""
    traits, refuses = by_actor["traits"], by_actor["refuses_to"]
    lasting = [not trait & TIMED for trait in traits]
    agreeable = [good and not refused for good, refused in zip(lasting, refuses, strict=True)]
    names = ("sender", "receiver", "polarity", "regions", "valid_from", "valid_until")
    actors = len(traits)
    for one, other, said, regions, since, until in zip(*(columns("referral", name) for name in names), strict=True):
        between = 0 <= one < actors and 0 <= other < actors and agreeable[one] and lasting[other]
        yield int(between and said == "yes" and not regions and since < 0 and until < 0)


def _types(columns: Columns) -> Iterator[tuple[int, int]]:
    return ((actor, kind) for actor, kinds in enumerate(columns("actor", "types")) for kind in kinds)


def _grouped(pairs: Iterable[tuple[int, int]], size: int) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in range(size)]
    for row, key in pairs:
        if 0 <= key < size:  # a row that refers to nothing is for `graph.checks` to report
            found[key].append(row)
    return found


def _meeting(atoms: Sequence[Iterable[int]]) -> list[list[int]]:
    """Return for each region those that share an atom with it; one without atoms meets only itself."""
    holding: dict[int, list[int]] = defaultdict(list)
    for region, parts in enumerate(atoms):
        for atom in parts:
            holding[atom].append(region)
    return [sorted({region}.union(*(holding[atom] for atom in parts))) for region, parts in enumerate(atoms)]


def _postings(columns: Columns, atoms: Sequence[Sequence[int]]) -> list[dict[str, Any]]:
    inherited = Inheritance(columns)
    online = columns("provision", "online")
    filed: dict[int, list[int]] = defaultdict(list)
    for row in range(len(online)):
        try:
            concepts, regions = _filed_under(inherited, row, online[row] == 1, atoms)
        except IndexError:  # it refers to nothing: `graph.checks` reports that
            concepts, regions = {NO_CONCEPT}, {UNCLEAR}
        for region in regions:
            for concept in concepts:
                filed[posting_key(concept, region, len(atoms))].append(row)
    return [{"key": key, "rows": filed[key]} for key in sorted(filed)]


def _filed_under(
    inherited: Inheritance, row: int, online: bool, atoms: Sequence[Sequence[int]]
) -> tuple[set[int], set[int]]:
    kind, area = inherited.offer_type(row), inherited.area(row)
    concepts = set(inherited.themes(row)) or {NO_CONCEPT}
    if kind >= 0:
        concepts.add(kind)
    return concepts, _regions(*area, online=online, atoms=atoms)


def _regions(area: Sequence[int], own: bool, *, online: bool, atoms: Sequence[Sequence[int]]) -> set[int]:
    if online and not own:
        return {ANYWHERE}
    found = set(area)
    if not found or not all(len(atoms[region]) for region in area):
        found.add(UNCLEAR)
    return found


def _words(columns: Columns, table: str) -> list[dict[str, Any]]:
    ids = columns(table, "id")
    labels = ("label_de", "label_en") if table == "concept" else ("label",)
    parts = columns(table, "scheme") if table == "concept" else [table] * len(ids)
    found = entries(ids, parts, zip(*(columns(table, name) for name in (*labels, "names")), strict=True))
    return [{"hash": number, "row": row} for number, row in sorted(found)]
