"""Small queries that each find one kind of evidence; `queries/maturity.toml` says which speaks for which point."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from queries.maturity_answer import Found
from queries.maturity_seen import Seen
from queries.maturity_words import named_in, says_so, takes_back, texts

Given = Mapping[str, Any]
Finder = Callable[[Seen, Given], Iterator[Found]]
_BODIES = ("network", "board")
_BESIDE = ("funder", "advisory")
"""Roles in which one does not carry an offer."""


def members_of_kinds(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield networks and boards whose members are of several kinds."""
    types = seen.index.actors.lists("types")
    rows = seen.view.actors_by_id
    for body in _boards(seen):
        kinds = {top for seat in body.seats for one in types[rows[seat.member.id]] for top in _tops(seen, one)}
        if len(kinds) >= given["least"]:
            places = seen.first(place for seat in body.seats for place in seat.evidence)
            yield Found(len(kinds), who=(body.actor,), what=seen.concepts(kinds), evidence=places)


def members_of_type(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield actors of a type that sit in a network or board."""
    wanted, types, rows = seen.family(given["types"]), seen.index.actors.lists("types"), seen.view.actors_by_id
    seats = [
        seat for body in _boards(seen) for seat in body.seats if not wanted.isdisjoint(types[rows[seat.member.id]])
    ]
    if seats:
        who = seen.actors(rows[seat.member.id] for seat in seats)
        yield Found(len(who), who=who, evidence=seen.first(place for seat in seats for place in seat.evidence))


def seated_bodies(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield networks and boards with named members."""
    for body in _boards(seen):
        if body.seats:
            places = seen.first(place for seat in body.seats for place in seat.evidence)
            yield Found(len(body.seats), who=(body.actor,), evidence=places)


def stated_space(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield the space the configuration names."""
    if seen.space.name:
        yield Found(words=seen.space.name, evidence=seen.space.evidence)


def bodies_space(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield the space each network or board names."""
    actors = seen.index.actors
    for row in seen.alive(_BODIES):
        regions = [found.label for region in actors.lists("regions")[row] if (found := seen.refer.region(region))]
        if regions:
            yield Found(who=seen.actors([row]), words=", ".join(sorted(regions)), evidence=seen.evidence(actors, [row]))


def referrals(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield the referrals that state something (``column``), or are about a theme (``themes``)."""
    table = seen.index.referrals
    rows, concepts = list(seen.referrals), frozenset[int]()
    if "themes" in given:
        wanted, themes = seen.family(given["themes"]), table.lists("themes")
        rows = [row for row in rows if not wanted.isdisjoint(themes[row])]
    elif given["column"] in ("responsibility", "handover"):
        said = table.ints(given["column"])
        without, only = seen.family(given.get("without", ())), seen.family(given.get("only", ()))
        rows = [row for row in rows if said[row] >= 0 and said[row] not in without and (not only or said[row] in only)]
        rows = rows if only or "only" not in given else []
        concepts = frozenset(said[row] for row in rows)
    else:
        said_so = table.text(given["column"])
        rows = [row for row in rows if said_so[row] and not takes_back(said_so[row])]
    if rows:
        places = seen.evidence(table, rows)
        yield Found(len(rows), len(seen.referrals), what=seen.concepts(concepts), evidence=places)


def referred_to_type(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield the referrals to actors of a type."""
    wanted, types = seen.family(given["types"]), seen.index.actors.lists("types")
    rows = [row for row in seen.referrals if not wanted.isdisjoint(types[seen.agreed.receivers[row]])]
    if rows:
        who = seen.actors(seen.agreed.receivers[row] for row in rows)
        yield Found(len(rows), who=who, evidence=seen.evidence(seen.index.referrals, rows))


def offers_for(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield the provisions that name a group."""
    wanted, audiences = seen.family(given["roots"]), seen.index.provisions.lists("audiences")
    yield from _provided(seen, [row for row in seen.provisions if not wanted.isdisjoint(audiences[row])])


def offers_of(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield the provisions of a kind of offer (``types``), or of an offer on a theme that has no kind (``themes``)."""
    kinds, themes = seen.family(given["types"]), seen.family(given.get("themes", ()))
    kind_of, on = seen.index.offer_type, seen.index.themes
    rows = [
        row for row in seen.provisions if kind_of(row) in kinds or (kind_of(row) < 0 and not themes.isdisjoint(on(row)))
    ]
    yield from _provided(seen, rows)


def needs(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield the needs somebody named."""
    table = seen.view.table("need")
    if len(table):
        yield Found(len(table), evidence=seen.evidence(table, table))


def needs_from_bodies(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield the needs whose note names a network or board of the region."""
    table, notes = seen.view.table("need"), seen.view.table("need").text("note")
    labels = [body.actor.label for body in _boards(seen)]
    found = {row: label for row in table for label in labels if notes[row] and named_in(notes[row], label)}
    if found:
        yield Found(len(found), words=", ".join(sorted(set(found.values()))), evidence=seen.evidence(table, found))


def carried_together(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield projects, networks, events (with an offer, unless ``bare``) or teams that several actors carry."""
    members = seen.view.table("membership")
    carriers: dict[int, list[int]] = {}
    for row in members:
        if members.text("role")[row] not in _BESIDE:
            carriers.setdefault(members.ints("body")[row], []).append(row)
    member = members.ints("member")
    for row in seen.alive(given["kinds"]):
        who = {member[seat] for seat in carriers.get(row, ())} - {-1}
        offers = given.get("bare") or any(True for _ in seen.agreed.offered(row))
        if len(who) > 1 and offers:
            yield Found(len(who), who=seen.actors([row]), evidence=seen.evidence(members, carriers[row]))


def pages(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield networks and boards with a page of their own."""
    contacts = seen.view.table("contact")
    for row in seen.alive(given["kinds"]):
        web = [at for at in seen.index.contacts_of[row] if contacts.text("kind")[at] == "web"]
        if web:
            yield Found(who=seen.actors([row]), evidence=seen.evidence(contacts, web))


def same_address(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield actors that share an address without one being part of the other."""
    from ontology.text import fold

    contacts, units = seen.view.table("contact"), seen.index.actors.ints("unit_of")
    at: dict[str, dict[int, list[int]]] = {}
    for row in contacts:
        actor = contacts.ints("actor")[row]
        if contacts.text("kind")[row] == "address" and actor >= 0 and seen.agreed.alive(actor):
            at.setdefault(fold(contacts.text("value")[row]), {}).setdefault(actor, []).append(row)
    for _, actors in sorted(at.items()):
        apart = [actor for actor in actors if units[actor] not in actors]
        if len(apart) > 1:
            rows = [row for actor in apart for row in actors[actor]]
            yield Found(len(apart), who=seen.actors(apart), evidence=seen.evidence(contacts, rows))


def remarks(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield what is remarked of actors of some kinds, where it holds one of the cues."""
    table = seen.index.actors
    for row in seen.alive(given["kinds"]):
        said = table.text("remark")[row]
        if says_so(said, given["cues"]):
            yield Found(who=seen.actors([row]), words=said, evidence=seen.evidence(table, [row]))


def words(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield what is said of bodies, projects, agreements and needs, where it holds one of the cues."""
    for table, row, who, said in texts(seen):
        if says_so(said, given["cues"]):
            yield Found(who=seen.actors(who), words=said, evidence=seen.evidence(table, [row]))


def targets(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield the network's own indicators that have a target."""
    aimed = [one for one in seen.indicators if one.target]
    if aimed:
        places = seen.first(place for one in aimed for place in one.evidence)
        yield Found(len(aimed), words=", ".join(one.name for one in aimed), evidence=places)


def measured(seen: Seen, given: Given) -> Iterator[Found]:
    """Yield the network's own indicators that have values (of several days: ``times``)."""
    often = [one for one in seen.indicators if len({value.on for value in one.values}) >= given.get("times", 1)]
    if often:
        places = seen.first(place for one in often for value in one.values for place in value.evidence)
        yield Found(len(often), len(seen.indicators), evidence=places)


FINDERS: Mapping[str, Finder] = {
    finder.__name__: finder
    for finder in (
        members_of_kinds, members_of_type, seated_bodies, stated_space, bodies_space, referrals, referred_to_type,
        offers_for, offers_of, needs, needs_from_bodies, carried_together, pages, same_address, remarks, words, targets,
        measured,
    )
}  # fmt: skip


def _boards(seen: Seen) -> Iterator[Any]:
    return (body for body in seen.bodies if body.actor.kind in _BODIES)


def _tops(seen: Seen, kind: int) -> Iterable[int]:
    """Return the widest kinds of institutions above one."""
    broader = seen.index.concepts.lists("broader")
    return [above for above in (kind, *broader[kind]) if not len(broader[above])]


def _provided(seen: Seen, rows: list[int]) -> Iterator[Found]:
    if rows:
        providers = {seen.index.provisions.ints("provider")[row] for row in rows} - {-1}
        places = seen.evidence(seen.index.provisions, rows)
        yield Found(len(rows), len(providers), seen.actors(providers), evidence=places)
