"""The rows of a view as comparable things: what each is about, and what it says in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.columns import Table
from graph.view import View
from queries.change import What
from queries.enumeration import Enumeration
from queries.references import ActorRef, OfferRef, References, day

Key = tuple[str, ...]
Said = tuple[tuple[str, str], ...]
_OFFER_WORDS = ("access", "cost", "hours", "format", "languages", "capacity", "polarity", "note")
_REFERRAL_WORDS = (
    "polarity", "feedback", "capacity", "agreement", "legal_basis", "occasion", "cost_bearer", "follow_up", "note",
)  # fmt: skip
_USUAL = {("kind", "actor"), ("polarity", "yes"), ("access", "unknown")}
"""What goes without saying."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a view records; ``said`` are keys of the phrases ``properties`` with words, sorted.

    ``places`` are rows of evidence: written out only for what turns out to differ.
    """

    what: What
    actor: ActorRef | None
    other: ActorRef | None = None
    offer: OfferRef | None = None
    about: str = ""
    said: Said = ()
    places: tuple[int, ...] = ()


def recorded(view: View) -> Iterator[tuple[Key, Item]]:
    """Yield everything a view records under a key another view has for the same thing; several may have one key."""
    reader = _Reader(view)
    yield from reader.actors()
    yield from reader.offers()
    yield from reader.conditioned("provision", "provider", "", _OFFER_WORDS)
    yield from reader.conditioned("referral", "sender", "receiver", _REFERRAL_WORDS)
    yield from reader.memberships()
    yield from reader.contacts()
    yield from reader.presences()
    yield from reader.needs()


class _Reader:
    def __init__(self, view: View) -> None:
        self._view, self._refer = view, References(view)
        # Most rows say what others say too: the same groups, the same words, the same days.
        self._labels: dict[tuple[int, ...], str] = {}
        self._places: dict[tuple[int, ...], str] = {}

    def actors(self) -> Iterator[tuple[Key, Item]]:
        table = self._view.table("actor")
        for row in table:
            said = {
                "label": table.text("label")[row],
                "kind": table.text("kind")[row],
                "types": self._concepts(table.lists("types")[row]),
                "regions": self._regions(table.lists("regions")[row]),
                "reached_by": self._label(table.ints("reached_by")[row]),
                "runs_from": _day(table.ints("runs_from")[row]),
                "runs_until": _day(table.ints("runs_until")[row]),
                "remark": table.text("remark")[row],
            }
            yield from self._item(("actor", table.text("id")[row]), "actor", table, row, row, said)

    def offers(self) -> Iterator[tuple[Key, Item]]:
        table = self._view.table("offer")
        for row in table:
            kind = self._refer.concept(table.ints("type")[row])
            said = {"type": kind.de if kind else "", "themes": self._concepts(table.lists("themes")[row])}
            key = ("offer", table.text("id")[row])
            yield from self._item(key, "offer", table, row, table.ints("provider")[row], said, offer=row)

    def conditioned(self, name: What, of: str, to: str, words: Iterable[str]) -> Iterator[tuple[Key, Item]]:
        """Yield provisions or referrals: two with the same ends, offer and groups are one thing that may change."""
        table = self._view.table(name)
        audience, theme, region = (table.lists(column) for column in ("audiences", "themes", "regions"))
        ends, offers = (table.ints(of), table.ints(to) if to else None), table.ints("offer")
        days = [(column, table.ints(column)) for column in ("valid_from", "valid_until")]
        agreed = [(column, table.ints(column)) for column in ("handover", "responsibility")] if to else []
        texts = [(word, Enumeration(table.text(word))) for word in words]
        for row in table:
            actor, offer = ends[0][row], offers[row]
            other = ends[1][row] if ends[1] is not None else -1
            audiences = self._concepts(audience[row])
            said = {word: text for word, column in texts if (text := column[row])}
            said |= {"themes": self._concepts(theme[row]), "regions": self._regions(region[row])}
            said |= {column: _day(known[row]) for column, known in days if known[row] > 0}
            for column, chosen in agreed:
                concept = self._refer.concept(chosen[row])
                said[column] = concept.de if concept else ""
            key = (name, self._id(actor), self._id(other), self._offer_id(offer), audiences)
            yield from self._item(key, name, table, row, actor, said, other=other, offer=offer, about=audiences)

    def memberships(self) -> Iterator[tuple[Key, Item]]:
        table = self._view.table("membership")
        for row in table:
            member, body, role = table.ints("member")[row], table.ints("body")[row], table.text("role")[row]
            key = ("membership", self._id(member), self._id(body), role, table.text("occasion")[row])
            said = {"note": table.text("note")[row]}
            yield from self._item(key, "membership", table, row, member, said, other=body, about=role)

    def contacts(self) -> Iterator[tuple[Key, Item]]:
        """Yield contacts without their values: a difference is told, a person's number is not handed around."""
        table = self._view.table("contact")
        for row in table:
            actor, kind = table.ints("actor")[row], table.text("kind")[row]
            key = ("contact", self._id(actor), kind, table.text("value")[row], table.text("whose")[row])
            yield from self._item(key, "contact", table, row, actor, {}, about=kind)

    def presences(self) -> Iterator[tuple[Key, Item]]:
        names: tuple[What, ...] = ("door", "guide")
        for name in names:
            table = self._view.table(name)
            for row in table:
                actor = table.ints("actor")[row]
                about = " · ".join(filter(None, self._cell(table, row, ("audience",))))
                said = {"note": table.text("note")[row]}
                yield from self._item((name, self._id(actor), about), name, table, row, actor, said, about=about)

    def needs(self) -> Iterator[tuple[Key, Item]]:
        table = self._view.table("need")
        for row in table:
            about = " · ".join(filter(None, self._cell(table, row, ("audience", "theme"))))
            said = {"kind": table.text("kind")[row], "weight": f"{table.ints('weight')[row] / 1000:g}"}
            said["note"] = table.text("note")[row]
            yield from self._item(("need", about), "need", table, row, -1, said, about=about)

    def _cell(self, table: Table, row: int, concepts: Iterable[str]) -> Iterator[str]:
        for column in concepts:
            concept = self._refer.concept(table.ints(column)[row])
            yield concept.de if concept else "*"
        region = self._refer.region(table.ints("region")[row])
        yield region.label if region else "*"

    def _item(
        self, key: Key, what: What, table: Table, row: int, actor: int, said: dict[str, str],
        *, other: int = -1, offer: int = -1, about: str = "",
    ) -> Iterator[tuple[Key, Item]]:  # fmt: skip
        spoken = tuple(sorted((name, value) for name, value in said.items() if value and (name, value) not in _USUAL))
        places = tuple(table.lists("evidence")[row])
        refer = self._refer
        yield key, Item(what, refer.actor(actor), refer.actor(other), refer.offer(offer), about, spoken, places)

    def _concepts(self, rows: Iterable[int]) -> str:
        key = tuple(rows)
        found = self._labels.get(key)
        if found is None:
            found = self._labels[key] = ", ".join(sorted(concept.de for concept in self._refer.concepts(key)))
        return found

    def _regions(self, rows: Iterable[int]) -> str:
        key = tuple(rows)
        found = self._places.get(key)
        if found is None:
            labels = sorted(region.label for row in key if (region := self._refer.region(row)))
            found = self._places[key] = ", ".join(labels)
        return found

    def _label(self, row: int) -> str:
        actor = self._refer.actor(row)
        return actor.label if actor else ""

    def _id(self, row: int) -> str:
        actor = self._refer.actor(row)
        return actor.id if actor else ""

    def _offer_id(self, row: int) -> str:
        offer = self._refer.offer(row)
        return offer.id if offer else ""


def _day(ordinal: int) -> str:
    found = day(ordinal)
    return found.isoformat() if found else ""
