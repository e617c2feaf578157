"""Small random networks as plain values, for hypothesis; a reference reads the values, the code their view."""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from hypothesis import strategies as st

from graph.view import View
from tests.queries.network import TODAY, Network

DAY = TODAY.toordinal()
ACTORS = ("a", "b", "c", "d", "p")
PROJECT = "p"
FACETS = {"women": "sex=f", "young": "age<25", "young women": "age<25 & sex=f", "guild": "", "masters": ""}
WIDER = {"young women": {"women", "young"}, "masters": {"guild"}}
THEMES = {"language": set(), "german": {"language"}, "law": set()}
CAPACITIES = {"full": ("voll",), "waiting-list": ("Warteliste",), "available": ("frei",)}
ATOMS = {"north": {1}, "south": {2}, "all": {1, 2}}


@dataclass(frozen=True)
class Provided:
    provider: str
    offer: str | None
    audiences: tuple[str, ...] = ()
    exclusive: bool = False
    themes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    polarity: str = "yes"
    access: str = "open"
    until: int = -1
    checked: int = -1
    online: int = 0
    implied: bool = False
    capacity: str = ""


@dataclass(frozen=True)
class Referred:
    sender: str
    receiver: str
    offer: str | None = None
    audiences: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    polarity: str = "yes"
    handover: str | None = None
    until: int = -1
    checked: int = -1
    capacity: str = ""


@dataclass(frozen=True)
class Small:
    provided: tuple[Provided, ...] = ()
    referred: tuple[Referred, ...] = ()
    doors: tuple[tuple[str, str | None, str | None], ...] = ()
    needs: tuple[tuple[str | None, str | None, str | None, int], ...] = ()
    denied: tuple[tuple[str | None, str | None, str | None, str], ...] = ()
    coordinator: str | None = None
    project_until: int = -1
    order: int = 0

    def view(self) -> View:
        return self.network().view()

    def network(self) -> Network:
        """Return the rows, to which a test may add some."""
        net = Network()
        if self.order:
            # Another order of rows everywhere: nothing in an answer may depend on it.
            for name in shuffled(ACTORS, self.order):
                self._actor(net, name)
        for level, names in CAPACITIES.items():
            net.concept(f"capacity/{level}", names=" | ".join(names))
        for handover in ("information", "contact", "accompanied"):
            net.concept(f"handover/{handover}")
        for name, facets in FACETS.items():
            net.audience(name, facets, *sorted(WIDER.get(name, ())))
        for theme, wider in THEMES.items():
            net.theme(theme, *wider)
        for region, atoms in ATOMS.items():
            net.region(region, *map(str, sorted(atoms)))
        for name in ACTORS:
            self._actor(net, name)
        for one in shuffled(self.provided, self.order):
            net.provides(
                one.provider, one.offer, audiences=one.audiences, exclusive=one.exclusive, themes=one.themes,
                regions=one.regions, polarity=one.polarity, access=one.access, valid_until=one.until,
                checked=one.checked, online=one.online, combined=8 if one.implied else 0, capacity=one.capacity,
                place=str(one),
            )  # fmt: skip
        for leg in shuffled(self.referred, self.order):
            more = {"handover": leg.handover} if leg.handover else {}
            net.refers(
                leg.sender, leg.receiver, offer=leg.offer, audiences=leg.audiences, themes=leg.themes,
                regions=leg.regions, polarity=leg.polarity, valid_until=leg.until, checked=leg.checked, capacity=leg.capacity,
                place=str(leg), **more,
            )  # fmt: skip
        for door in shuffled(self.doors, self.order):
            net.door(*door)
        for group, about, where, weight in shuffled(self.needs, self.order):
            net.need(group, about, where, weight=weight, place=f"{group} {about} {where} {weight}")
        for group, about, where, kind in shuffled(self.denied, self.order):
            net.need(group, about, where, kind=kind, weight=1, place=f"{group} {about} {where} {kind}")
        return net

    def _actor(self, net: Network, name: str) -> None:
        if name != PROJECT:
            net.actor(name)
            return
        more: dict[str, Any] = {"reached_by": self.coordinator} if self.coordinator else {}
        net.actor(name, kind="project", runs_until=self.project_until, **more)

    def reordered(self, seed: int) -> Small:
        return replace(self, order=seed)


T = TypeVar("T")


def shuffled(rows: Sequence[T], order: int) -> list[T]:
    return random.Random(order).sample(rows, len(rows)) if order else list(rows)


def some(names: Collection[str], most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(sorted(names)), max_size=most, unique=True).map(tuple)


def days() -> st.SearchStrategy[int]:
    return st.sampled_from([-1, -1, -1, DAY - 1, DAY, DAY + 30, DAY + 400])


POLARITIES = st.sampled_from(["yes", "yes", "yes", "partly", "no"])

provided = st.builds(
    Provided,
    provider=st.sampled_from(ACTORS),
    offer=st.sampled_from([None, "course", "advice"]),
    audiences=some(FACETS),
    exclusive=st.booleans(),
    themes=some(THEMES),
    regions=some(ATOMS, 1),
    polarity=POLARITIES,
    access=st.sampled_from(["open", "referral", "referral", "unknown", "registration"]),
    until=days(),
    checked=st.sampled_from([-1, DAY - 10, DAY - 1000]),
    online=st.sampled_from([0, 0, 0, 1]),
    implied=st.sampled_from([False, False, False, True]),
)

referred = st.builds(
    Referred,
    sender=st.sampled_from(ACTORS),
    receiver=st.sampled_from(ACTORS),
    offer=st.sampled_from([None, None, "course", "advice"]),
    audiences=some(FACETS, 1),
    themes=some(THEMES, 1),
    regions=some(ATOMS, 1),
    polarity=POLARITIES,
    handover=st.sampled_from([None, "accompanied", "information"]),
    until=days(),
)

doors = st.tuples(st.sampled_from(ACTORS), st.sampled_from([None, *FACETS]), st.sampled_from([None, None, *ATOMS]))
needs = st.tuples(
    st.sampled_from([None, *FACETS]), st.sampled_from([None, *THEMES]), st.sampled_from([None, *ATOMS]),
    st.sampled_from([500, 1000, 3000]),
)  # fmt: skip

plain_legs = st.builds(
    Referred,
    sender=st.sampled_from(ACTORS),
    receiver=st.sampled_from(ACTORS),
    offer=st.sampled_from([None, None, None, "course"]),
    audiences=st.sampled_from([(), (), (), ("women",), ("young",)]),
    polarity=st.sampled_from(["yes", "yes", "yes", "yes", "partly", "no"]),
    handover=st.sampled_from([None, "accompanied", "information"]),
)
plain_offers = st.builds(
    Provided,
    provider=st.sampled_from(ACTORS),
    offer=st.sampled_from([None, "course", "advice"]),
    audiences=st.sampled_from([("women",), ("guild",), ("young", "women")]),
    themes=st.just(("language",)),
    regions=st.just(("all",)),
    polarity=st.sampled_from(["yes", "yes", "yes", "partly", "no"]),
    access=st.sampled_from(["referral", "referral", "unknown"]),
)

varied = st.builds(
    Small,
    provided=st.lists(provided, max_size=5, unique=True).map(tuple),
    referred=st.lists(referred, max_size=9, unique=True).map(tuple),
    doors=st.lists(doors, max_size=2, unique=True).map(tuple),
    needs=st.lists(needs, max_size=3, unique=True).map(tuple),
    coordinator=st.sampled_from([None, "a", "b"]),
    project_until=days(),
)
connected = st.builds(
    Small,
    provided=st.lists(plain_offers, min_size=1, max_size=3, unique=True).map(tuple),
    referred=st.lists(plain_legs, min_size=5, max_size=14, unique=True).map(tuple),
    doors=st.lists(st.tuples(st.sampled_from(ACTORS), st.none(), st.none()), max_size=2, unique=True).map(tuple),
    needs=st.just(()),
    coordinator=st.sampled_from([None, "a", "b"]),
)


def _dated(small: Small, seed: int) -> Small:
    """Return a network with dates on its agreements, words on capacity, and needs that are denied too."""
    chance = random.Random(seed)
    checked = (-1, DAY, DAY - 5, DAY - 1000, DAY - 1000)
    denied = ((*need[:3], chance.choice(("", "", "none", "covered"))) for need in small.needs)
    return replace(
        small,
        denied=tuple(dict.fromkeys(one for one in denied if one[3])),
        referred=tuple(
            replace(leg, checked=chance.choice(checked), capacity=chance.choice(("", "voll", "voll", "Warteliste")))
            for leg in small.referred
        ),
        provided=tuple(
            replace(
                one,
                checked=chance.choice((one.checked, DAY - 5, DAY)),
                capacity=chance.choice(("", "voll", "voll", "Warteliste", "frei")),
            )
            for one in small.provided
        ),
    )


few_values = st.builds(
    Small,
    provided=st.lists(
        st.builds(
            Provided,
            provider=st.sampled_from(["a", PROJECT]),
            offer=st.sampled_from([None, "course"]),
            audiences=st.sampled_from([("women",), ("young women",), ("young",), ()]),
            exclusive=st.booleans(),
            themes=st.sampled_from([("language",), ("german",), ()]),
            regions=st.sampled_from([("north",), ("all",), ()]),
            polarity=POLARITIES,
            access=st.sampled_from(["open", "referral", "unknown"]),
            until=days(),
            checked=st.sampled_from([-1, DAY - 10, DAY - 1000]),
            online=st.sampled_from([0, 1]),
            implied=st.sampled_from([False, False, True]),
        ),
        max_size=3,
        unique=True,
    ).map(tuple),
    referred=st.lists(referred, max_size=3, unique=True).map(tuple),
    doors=st.lists(doors, max_size=2, unique=True).map(tuple),
    needs=st.just(()),
    coordinator=st.sampled_from([None, "b"]),
    project_until=days(),
)

networks = st.one_of(varied, connected, connected)
"""Every kind of row, sparsely connected; or long ways and many of them, with few conditions."""
many = st.one_of(networks, few_values, few_values)
"""The same and, twice as often, networks with so few values that all their cells are looked at in no time."""
dated = st.builds(_dated, networks, st.integers(0, 2**16))
"""The same, with more said of each row."""


@dataclass(frozen=True)
class Person:
    sex: str = ""
    age: int = -1
    groups: tuple[str, ...] = ()
    need: str | None = None
    home: str | None = None
    start: str | None = None

    @property
    def facts(self) -> str:
        return " & ".join([*([f"sex={self.sex}"] if self.sex else []), *([f"age={self.age}"] if self.age >= 0 else [])])


people = st.builds(
    Person,
    sex=st.sampled_from(["", "f", "m"]),
    age=st.sampled_from([-1, 20, 30]),
    groups=st.sampled_from([(), (), ("guild",), ("masters",)]),
    need=st.sampled_from([None, *THEMES]),
    home=st.sampled_from([None, *ATOMS]),
    start=st.sampled_from([None, *ACTORS]),
)
