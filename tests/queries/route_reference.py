"""Routes by exhaustion: every simple path, every condition spelled out; slow, simple and written on its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.queries.small_networks import (
    ACTORS,
    ATOMS,
    DAY,
    FACETS,
    PROJECT,
    THEMES,
    WIDER,
    Person,
    Provided,
    Referred,
    Small,
)

QUESTION, LEG, DIRECT, AWAY_INFORMATION = 40, 10, 20, 6
ACCESS = {"open": 0, "registration": 2, "unknown": 8}
COLD = {"accompanied": 1, "information": 6, None: 5}


@dataclass(frozen=True, order=True)
class Way:
    cost: int
    actors: tuple[str, ...]
    provider: str
    offer: str
    direct: bool
    fit: str


Answer = frozenset[str] | None
"""Open questions, or None for no."""


def group(person: Person, name: str) -> Answer:
    belongs = {wider for one in person.groups for wider in (one, *WIDER.get(one, ()))}
    if name in belongs:
        return frozenset()
    if not FACETS[name]:
        return frozenset({f"group {name}"})
    found: set[str] = set()
    if "sex=f" in FACETS[name]:
        if person.sex == "m":
            return None
        found |= set() if person.sex else {"sex"}
    if "age<25" in FACETS[name]:
        if person.age >= 25:
            return None
        found |= set() if person.age >= 0 else {"age"}
    return frozenset(found)


def anyone(person: Person, audiences: tuple[str, ...]) -> Answer:
    found = [answer for name in audiences if (answer := group(person, name)) is not None]
    # Of equally many questions those about facets first, as the answers do.
    return min(
        found, key=lambda asks: (len(asks), sorted((ask.startswith("group"), ask) for ask in asks)), default=None
    )


def on_theme(need: str | None, themes: tuple[str, ...], unstated: Answer) -> Answer:
    if need is None:
        return frozenset()
    if not themes:
        return unstated
    if need in themes or THEMES[need] & set(themes):
        return frozenset()
    return frozenset({"narrower"}) if any(need in THEMES[theme] for theme in themes) else None


def there(home: str | None, regions: tuple[str, ...]) -> Answer:
    if home is None:
        return frozenset({"place"})
    area = set().union(*(ATOMS[region] for region in regions))
    if ATOMS[home] <= area:
        return frozenset()
    return frozenset({"place"}) if ATOMS[home] & area else None


def all_of(*answers: Answer) -> Answer:
    return None if None in answers else frozenset().union(*(answer for answer in answers if answer is not None))


def over(until: int) -> Answer:
    return None if 0 <= until < DAY else frozenset()


def alive(small: Small, actor: str) -> Answer:
    return over(small.project_until) if actor == PROJECT else frozenset()


def fits(small: Small, person: Person, one: Provided) -> Answer:
    stated = conditions(small, person, one)
    if one.polarity == "no" or stated is None:
        return None
    against = []
    for other in small.provided:
        if other.polarity == "no" and other.provider == one.provider and other.offer in (None, one.offer):
            refusal = refused(small, person, other)
            if refusal is not None:
                against.append(refusal or frozenset({"conflict"}))
    return all_of(stated, frozenset({"extent"} if one.polarity == "partly" else ()), *against)


def refused(small: Small, person: Person, one: Provided) -> Answer:
    return all_of(
        alive(small, one.provider),
        over(one.until),
        anyone(person, one.audiences) if one.audiences else frozenset(),
        on_theme(person.need, one.themes, frozenset()),
        there(person.home, one.regions) if one.regions else frozenset(),
    )


def conditions(small: Small, person: Person, one: Provided) -> Answer:
    region = there(person.home, one.regions) if one.regions else frozenset() if one.online else frozenset({"region"})
    return all_of(
        alive(small, one.provider),
        over(one.until),
        anyone(person, one.audiences) if one.audiences else frozenset({"audience"}),
        on_theme(person.need, one.themes, frozenset({"theme"})),
        region,
    )


def agreed(person: Person, leg: Referred) -> Answer:
    return all_of(
        over(leg.until),
        anyone(person, leg.audiences) if leg.audiences else frozenset(),
        on_theme(person.need, leg.themes, frozenset()),
        there(person.home, leg.regions) if leg.regions else frozenset(),
    )


def usable(small: Small, person: Person, leg: Referred) -> Answer:
    stated = all_of(agreed(person, leg), alive(small, leg.sender), alive(small, leg.receiver))
    if leg.polarity == "no" or stated is None:
        return None
    against = []
    for other in small.referred:
        same = (other.sender, other.receiver) == (leg.sender, leg.receiver)
        if other.polarity == "no" and same and other.offer in (None, leg.offer):
            refusal = agreed(person, other)
            if refusal is not None:
                against.append(refusal or frozenset({"conflict"}))
    return all_of(stated, frozenset({"extent"} if leg.polarity == "partly" else ()), *against)


def targets(small: Small, person: Person) -> dict[tuple[str, str | None], list[tuple[Provided, frozenset[str]]]]:
    found: dict[tuple[str, str | None], list[tuple[Provided, frozenset[str]]]] = {}
    for one in small.provided:
        answer = fits(small, person, one)
        if answer is not None:
            found.setdefault((one.provider, one.offer), []).append((one, answer))
    return found


def age_cost(checked: int, limit: int) -> int:
    return 3 if checked < 0 else 6 if DAY - checked > limit else 0


def end_cost(one: Provided, asks: frozenset[str]) -> int:
    return QUESTION * len(asks) + age_cost(one.checked, 183 if one.provider == PROJECT else 365)


def starts(small: Small, person: Person) -> dict[str, int] | None:
    if person.start:
        return {person.start: 0}
    found: dict[str, int] = {}
    for actor, audience, region in small.doors:
        answer = all_of(
            group(person, audience) if audience else frozenset(),
            there(person.home, (region,)) if region else frozenset(),
            alive(small, actor),
        )
        if answer is not None:
            found[actor] = min(found.get(actor, 10**9), QUESTION * len(answer))
    return found or None


def leg_cost(leg: Referred, asks: frozenset[str], extra: int) -> int:
    return QUESTION * (len(asks) + extra) + LEG + COLD[leg.handover] + age_cost(leg.checked, 365)


def at_end(leg: Referred, provider: str, offer: str | None) -> int | None:
    """Open questions of a last leg about its offer (the receiver's); None if it is for another one."""
    if leg.offer is None:
        return 0
    if leg.receiver != provider:
        return None
    return 0 if leg.offer == offer else 1 if offer is None else None


def every_way(small: Small, person: Person, max_legs: int) -> list[Way]:
    """Return every route, cheapest first, equals by ids."""
    found: dict[tuple[tuple[str, ...], str, str | None, bool], Way] = {}
    begin = starts(small, person)
    for (provider, offer), rows in targets(small, person).items():
        one, asks = min(rows, key=lambda row: (bool(row[1]), end_cost(*row), str(row[0])))
        arrivals = {provider} | ({small.coordinator} if provider == PROJECT and small.coordinator else set())
        for actors, cost, open_questions in _paths(small, person, begin, arrivals, provider, offer, max_legs):
            total = cost + end_cost(one, asks)
            way = Way(total, actors, provider, offer or "", False, "ask" if asks or open_questions else "yes")
            key = (actors, provider, offer, False)
            if key not in found or (total, way.fit) < (found[key].cost, found[key].fit):
                found[key] = way
        named = [row for row in rows if row[0].access != "referral"]
        way_in = _direct(small, person, provider, offer) if named and max_legs else None
        if way_in:
            one, asks = min(named, key=lambda row: (bool(row[1]), end_cost(*row) + ACCESS[row[0].access], str(row[0])))
            total = LEG + DIRECT + AWAY_INFORMATION + ACCESS[one.access] + end_cost(one, asks)
            found[way_in, provider, offer, True] = Way(
                total, way_in, provider, offer or "", True, "ask" if asks else "yes"
            )
    return sorted(found.values(), key=lambda way: (way.cost, _key(way)))


def _key(way: Way) -> tuple[str, ...]:
    ids = (f"actor/{actor}" if actor else "" for actor in way.actors)
    offer = f"offer/{way.provider}/{way.offer}" if way.offer else ""
    return (*ids, "", f"actor/{way.provider}", offer, "direct" if way.direct else "")


def _direct(small: Small, person: Person, provider: str, offer: str | None) -> tuple[str, ...] | None:
    if provider == PROJECT and not small.coordinator:
        return None
    end = small.coordinator if provider == PROJECT and small.coordinator else provider
    start = person.start or ""
    if start in (provider, end):
        return None
    for leg in small.referred if start else ():
        ends_there = leg.sender == start and leg.receiver == end
        if ends_there and usable(small, person, leg) == frozenset() and at_end(leg, provider, offer) == 0:
            return None
    return (start, end)


def _paths(
    small: Small,
    person: Person,
    begin: dict[str, int] | None,
    arrivals: set[str],
    provider: str,
    offer: str | None,
    max_legs: int,
) -> Iterator[tuple[tuple[str, ...], int, bool]]:
    """Yield actors, cost and whether anything is open, for every choice among parallel agreements."""
    if begin is None:
        # Nobody knows who refers: whoever does is a start, and nobody needs to be sent to a start.
        begin, max_legs, zero = dict.fromkeys(ACTORS, 0), min(max_legs, 1), False
    else:
        zero = True
    ahead: list[tuple[tuple[str, ...], int, bool]] = [((actor,), cost, cost > 0) for actor, cost in begin.items()]
    if zero:
        yield from (path for path in ahead if path[0][-1] in arrivals)
    while ahead:
        actors, cost, open_questions = ahead.pop()
        if len(actors) > max_legs:
            continue
        for leg in small.referred:
            if leg.sender != actors[-1] or leg.receiver in actors:
                continue
            asks = usable(small, person, leg)
            if asks is None:
                continue
            end = at_end(leg, provider, offer)
            path = (*actors, leg.receiver)
            if leg.receiver in arrivals and end is not None:
                yield path, cost + leg_cost(leg, asks, end), open_questions or bool(asks) or end > 0
            onward = int(leg.offer is not None)
            ahead.append((path, cost + leg_cost(leg, asks, onward), open_questions or bool(asks) or onward > 0))
