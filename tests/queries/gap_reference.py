"""Coverage and gaps cell by cell, with loops over everything; slow, simple and written on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from tests.queries.route_reference import _paths, alive, group, over, there
from tests.queries.small_networks import ATOMS, DAY, PROJECT, THEMES, WIDER, Person, Provided, Referred, Small

HORIZON = DAY + 183
Cell = tuple[str | None, str | None, str | None]


@dataclass(frozen=True)
class Cover:
    state: str
    depth: str
    time: str
    online_only: bool
    named: bool
    providers: int
    support: tuple[Provided, ...] = ()
    contested: tuple[Provided, ...] = ()


@dataclass(frozen=True, order=True)
class Found:
    kind: str
    reason: str
    cell: tuple[str, str, str]
    weight: int
    missed: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    until: int = -1
    is_need_denied: bool = False


def how(value: str | None, marks: tuple[str, ...], wider: dict[str, set[str]]) -> str:
    """Return whether marks name a value, a wider one, only a part of it, or nothing of it."""
    if value is None or value in marks:
        return "named"
    if wider.get(value, set()) & set(marks):
        return "wider"
    return "part" if any(value in wider.get(mark, ()) for mark in marks) else ""


def where(region: str | None, one: Provided) -> str:
    if region is None or (one.online and not one.regions):
        return "full"
    if not one.regions:
        return "part"
    area = set().union(*(ATOMS[name] for name in one.regions))
    return "full" if ATOMS[region] <= area else "part" if ATOMS[region] & area else ""


def last_day(small: Small, one: Provided) -> int:
    ends = [one.until, small.project_until if one.provider == PROJECT else -1]
    return min((end for end in ends if end >= 0), default=-1)


def lasts(small: Small, one: Provided, day: int) -> bool:
    return not 0 <= last_day(small, one) < day


def speaks(cell: Cell, one: Provided) -> tuple[str, str, str] | None:
    found = how(cell[0], one.audiences, WIDER), how(cell[1], one.themes, THEMES), where(cell[2], one)
    return found if all(found) else None


def refuses(cell: Cell, one: Provided, *, everything: bool) -> bool:
    """Return whether a no is about a cell; one that names no group is for all, one without theme for any."""
    group_refused = not one.audiences or how(cell[0], one.audiences, WIDER) in ("named", "wider")
    theme_refused = (everything and not one.themes) or how(cell[1], one.themes, THEMES) in ("named", "wider")
    return group_refused and theme_refused and bool(where(cell[2], one))


def cover(small: Small, cell: Cell) -> Cover:
    yes: list[tuple[Provided, tuple[str, str, str]]] = []
    no: list[Provided] = []
    against: list[Provided] = []
    for one in small.provided:
        spoken = speaks(cell, one)
        if not lasts(small, one, DAY):
            continue
        if one.polarity != "no":
            yes += [(one, spoken)] if spoken else []
        elif refuses(cell, one, everything=True):
            against.append(one)
            no += [one] if refuses(cell, one, everything=False) else []
    agreed = [
        (one, spoken)
        for one, spoken in yes
        if not any(other.provider == one.provider and other.offer in (None, one.offer) for other in against)
    ]
    full = [
        (one, spoken) for one, spoken in agreed if one.polarity == "yes" and not one.implied and "part" not in spoken
    ]
    shown = full or agreed
    contested = tuple(one for one, spoken in yes if (one, spoken) not in agreed and names_group(cell, one))
    if not shown:
        state = "contradictory" if yes else "refused" if no else "unknown"
        return Cover(state, "", "", False, False, len({one.provider for one, _ in yes}), (), contested)
    lasting = [one for one, _ in shown if not 0 <= last_day(small, one) < HORIZON]
    ages = {age(one) for one in lasting}
    time = next((name for name in ("fresh", "undated", "stale") if name in ages), "ending")
    depth = "specific" if any(spoken[:2] == ("named", "named") for _, spoken in shown) else ""
    depth = depth or ("inherited" if any("part" not in spoken[:2] for _, spoken in shown) else "part")
    return Cover(
        "served" if full else "partly",
        depth,
        time,
        all(one.online for one, _ in shown),
        any(spoken[0] == "named" and not one.implied for one, spoken in agreed),
        len({one.provider for one, _ in yes}),
        tuple(one for one, _ in agreed),
        contested,
    )


def age(one: Provided) -> str:
    if one.checked < 0:
        return "undated"
    return "stale" if DAY - one.checked > (183 if one.provider == PROJECT else 365) else "fresh"


def cells(small: Small) -> dict[Cell, tuple[int, bool]]:
    """Return the cells that matter, their weight and whether the needs table names them."""
    if small.needs:
        found: dict[Cell, tuple[int, bool]] = {}
        for audience, theme, region, weight in small.needs:
            known = found.get((audience, theme, region), (0, True))[0]
            found[audience, theme, region] = (max(weight, known), True)
        return found
    nothing: tuple[None] = (None,)
    return {
        cell: (1000, False)
        for one in small.provided
        for cell in product(one.audiences or nothing, one.themes or nothing, one.regions or nothing)
    }


CROWDED = ("voll", "Warteliste")
ACCOMPANIED = ("women",)
"""Groups, with the narrower ones, to whom information alone is no way."""


def gaps(small: Small) -> Iterator[Found]:
    denied = {cell[:3] for cell in small.denied}
    for cell, (weight, by_need) in cells(small).items():
        for found in of_cell(small, cell, weight, by_need=by_need):
            yield replace(found, is_need_denied=cell in denied)


def of_cell(small: Small, cell: Cell, weight: int, *, by_need: bool) -> Iterator[Found]:
    found = cover(small, cell)
    closed = found.named if by_need else bool(found.support)
    ids = cell[0] or "", cell[1] or "", cell[2] or ""
    # A need for a group is closed by those who name it, and by nobody else.
    strict = by_need and cell[0] is not None
    if not closed and (found.state == "contradictory" or (by_need and found.contested)):
        yield Found("A", "contradicted", ids, weight)
    elif not closed:
        outside = not found.support and is_outside(small, cell, strict)
        kind, reason = ("E", "outside") if outside else ("A", why(small, cell, found))
        yield Found(kind, reason, ids, weight)
    elif found.support:
        closing = tuple(one for one in found.support if not strict or names_group(cell, one))
        yield from of_served(small, cell, closing, weight, strict)


def is_outside(small: Small, cell: Cell, strict: bool) -> bool:
    anywhere = cover(small, (cell[0], cell[1], None)).support
    return cell[2] is not None and any(
        not where(cell[2], one) and (not strict or names_group(cell, one)) for one in anywhere
    )


def names_group(cell: Cell, one: Provided) -> bool:
    return how(cell[0], one.audiences, WIDER) == "named" and not one.implied


def why(small: Small, cell: Cell, found: Cover) -> str:
    if found.support:
        return {"specific": "implied", "inherited": "inherited"}.get(found.depth, "part")
    if found.state == "refused":
        return "refused"
    said = [one for one in small.provided if one.polarity != "no" and speaks(cell, one)]
    return "ended" if any(not lasts(small, one, DAY) for one in said) else "nothing"


def of_served(small: Small, cell: Cell, support: tuple[Provided, ...], weight: int, strict: bool) -> Iterator[Found]:
    ids = (cell[0] or "", cell[1] or "", cell[2] or "")
    person = standing_for(cell)
    doors = sure_doors(small, person)
    known = [one for one in support if named_directly(small, one)]
    if not any(one.access in ("open", "registration") for one in known):
        missed = tuple(sorted(door for door in doors if not ways(small, person, support, {door: 0})))
        if missed if doors else not ways(small, person, support, None):
            organised = any(one.provider != PROJECT or small.coordinator for one in support)
            reason = "no_agreed_way" if known else "no_organiser" if not organised else "no_referral"
            reason += "_at_all" if reason == "no_referral" and not doors else ""
            yield Found("B", reason, ids, weight * len(missed) // len(doors) if doors else weight, missed)
    yield from weakly(small, cell, person, support, weight, doors)
    if all(one.online for one in support):
        yield Found("E", "online", ids, weight)
    said = list(crowded(small, person, support))
    if all(said):
        words = [word for words in said for word in words]
        old = any(checked < 0 or not 0 <= DAY - checked <= 14 for _, checked in words)
        waiting = any(capacity == "Warteliste" for capacity, _ in words)
        yield Found("G", "capacity_old" if old else "waiting_list" if waiting else "full", ids, weight)
    carriers = tuple(sorted(carrying(small, person, support, doors)))
    if carriers:
        actors = [one for one in carriers if "→" not in one]
        yield Found("D", "one_actor" if actors else "one_referral", ids, weight, (), carriers)
    later = [one for one in small.provided if one.polarity != "no" and speaks(cell, one) and lasts(small, one, HORIZON)]
    later = [one for one in later if not strict or names_group(cell, one)]
    if not later:
        yield Found("F", "ends", ids, weight, until=max(last_day(small, one) for one in support))
    elif all(one.provider == PROJECT and last_day(small, one) < 0 for one in later):
        yield Found("F", "end_unknown", ids, weight)


def crowded(small: Small, person: Person, support: tuple[Provided, ...]) -> Iterator[list[tuple[str, int]]]:
    """Yield for each offer who says that there is no room: the provider, or every referral into it where it needs one."""
    for one in support:
        if one.capacity in CROWDED:
            yield [(one.capacity, one.checked)]
            continue
        into = [leg for leg in small.referred if ways(replace(small, referred=(leg,)), person, (one,), None)]
        closed = one.access == "referral" and all(leg.capacity in CROWDED for leg in into)
        yield [(leg.capacity, leg.checked) for leg in into] if closed else []


def weakly(
    small: Small, cell: Cell, person: Person, support: tuple[Provided, ...], weight: int, doors: list[str]
) -> Iterator[Found]:
    """Yield what is reached only over old agreements, or only by being told where somebody has to go along."""
    ids = (cell[0] or "", cell[1] or "", cell[2] or "")
    everybody = set(doors or ["*"])

    def reached(holds: Callable[[Referred], bool]) -> set[str]:
        less = replace(small, referred=tuple(leg for leg in small.referred if holds(leg)))
        return {door for door in everybody if ways(less, person, support, {door: 0} if door != "*" else None)}

    def gap(reason: str, missed: set[str]) -> Found:
        named = tuple(sorted(missed - {"*"}))
        return Found("C", reason, ids, weight * len(missed) // len(everybody), named)

    anyhow = reached(lambda leg: True)
    surely = any(one.access in ("open", "registration") and named_directly(small, one) for one in support)
    if not any(one.provider for one in support):
        return
    missed = anyhow - reached(lambda leg: leg.checked < 0 or DAY - leg.checked <= 365)
    if missed and not surely:
        yield gap("stale", missed)
    wanted = cell[0] in ACCOMPANIED or WIDER.get(cell[0] or "", set()) & set(ACCOMPANIED)
    if small.referred and wanted:
        named = everybody if surely else anyhow
        if missed := named - reached(lambda leg: leg.handover != "information"):
            yield gap("information_only", missed)
        elif missed := named - reached(lambda leg: leg.handover == "accompanied"):
            yield gap("handover_unknown", missed)


def standing_for(cell: Cell) -> Person:
    audience, theme, region = cell
    groups = (audience,) if audience else ()
    sex = "f" if audience in ("women", "young women") else ""
    return Person(sex, 20 if audience in ("young", "young women") else -1, groups, theme, region)


def sure_doors(small: Small, person: Person) -> list[str]:
    found = set()
    for actor, audience, region in small.doors:
        meant = audience is None or group(person, audience) == frozenset()
        near = region is None or there(person.home, (region,)) is not None
        if meant and near and alive(small, actor) is not None:
            found.add(actor)
    return sorted(found)


def named_directly(small: Small, one: Provided) -> bool:
    return one.access != "referral" and (one.provider != PROJECT or bool(small.coordinator))


def ways(small: Small, person: Person, support: tuple[Provided, ...], begin: dict[str, int] | None) -> bool:
    for one in support:
        arrivals = {one.provider} | ({small.coordinator} if one.provider == PROJECT and small.coordinator else set())
        if next(_paths(small, person, begin, arrivals, one.provider, one.offer, 4), None):
            return True
    return False


def works(small: Small, person: Person, support: tuple[Provided, ...], doors: list[str]) -> bool:
    begin = dict.fromkeys(doors, 0) if doors else None
    return any(named_directly(small, one) for one in support) or ways(small, person, support, begin)


def carrying(small: Small, person: Person, support: tuple[Provided, ...], doors: list[str]) -> Iterator[str]:
    if not works(small, person, support, doors):
        return
    for actor in "abcdp":
        rest = tuple(one for one in support if one.provider != actor)
        less, left = small, doors
        if [actor] != doors:
            legs = tuple(leg for leg in small.referred if actor not in (leg.sender, leg.receiver))
            less = replace(small, referred=legs, coordinator=None if small.coordinator == actor else small.coordinator)
            left = [door for door in doors if door != actor]
        if not works(less, person, rest, left) or (doors and not left):
            yield actor
    for pair in {(leg.sender, leg.receiver) for leg in small.referred}:
        less = replace(small, referred=tuple(leg for leg in small.referred if (leg.sender, leg.receiver) != pair))
        if not works(less, person, support, doors):
            yield " → ".join(pair)


__all__ = ["Cover", "Found", "cells", "cover", "gaps", "over"]
