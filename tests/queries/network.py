"""A small network in a few words: the rows of a view, built by name."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.view import View

TODAY = date(2026, 11, 23)


def ordinal(day: date | str | int | None) -> int:
    if day is None:
        return -1
    if isinstance(day, int):
        return day
    return (date.fromisoformat(day) if isinstance(day, str) else day).toordinal()


class Network:
    """Actors, concepts and regions are given by name; a name seen for the first time makes its row."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, Any]]] = {}
        self._at: dict[tuple[str, str], int] = {}
        self._broader: dict[int, set[int]] = {}
        self._atoms: dict[str, int] = {}
        self._add("source", {"id": "matrix.xlsx", "path": "sources/matrix.xlsx", "kind": "matrix"})

    def _add(self, table: str, row: dict[str, Any]) -> int:
        rows = self.rows.setdefault(table, [])
        rows.append(row)
        return len(rows) - 1

    def _named(self, table: str, name: str, row: dict[str, Any]) -> int:
        at = self._at.get((table, name))
        if at is None:
            at = self._at[table, name] = self._add(table, row)
        return at

    def concept(self, concept_id: str, *, alternatives: str = "", themes: tuple[str, ...] = (), **more: Any) -> int:
        scheme, _, label = concept_id.partition("/")
        row = {"id": concept_id, "scheme": scheme, "label_de": more.pop("label", label), "alternatives": alternatives}
        row |= {"themes": [self.concept(f"theme/{theme}") for theme in themes], **more}
        return self._named("concept", concept_id, row)

    def broader(self, scheme: str, narrow: str, *broads: str) -> Network:
        at = self.concept(f"{scheme}/{narrow}")
        self._broader.setdefault(at, set()).update(self.concept(f"{scheme}/{broad}") for broad in broads)
        return self

    def audience(self, name: str, alternatives: str = "", *broads: str) -> Network:
        at = self.concept(f"audience/{name}")
        self.rows["concept"][at]["alternatives"] = alternatives
        return self.broader("audience", name, *broads)

    def theme(self, name: str, *broads: str) -> Network:
        return self.broader("theme", name, *broads)

    def offer_type(self, name: str, *themes: str) -> Network:
        self.concept(f"offer-type/{name}", themes=themes)
        return self

    def region(self, name: str, *atoms: str, **more: Any) -> Network:
        self._region(name, atoms or (name,), **more)
        return self

    def _region(self, name: str, atoms: tuple[str, ...] | None = None, **more: Any) -> int:
        parts = [self._atoms.setdefault(atom, len(self._atoms)) for atom in ((name,) if atoms is None else atoms)]
        return self._named("region", name, {"id": f"region/{name}", "label": name, "atoms": parts, **more})

    def unknown_region(self, name: str) -> Network:
        self._named("region", name, {"id": f"region/~{name}", "label": name, "atoms": []})
        return self

    def actor(self, name: str, **more: Any) -> int:
        for column in ("regions", "places"):
            if column in more:
                more[column] = [self._region(region) for region in more[column]]
        for column in ("reached_by", "unit_of"):
            if column in more:
                more[column] = self.actor(more[column])
        for column in ("runs_from", "runs_until", "checked"):
            if column in more:
                more[column] = ordinal(more[column])
        if "types" in more:
            more["types"] = [self.concept(f"actor-type/{kind}") for kind in more["types"]]
        return self._named("actor", name, {"id": f"actor/{name}", "label": name, "kind": "actor", **more})

    def contact(self, actor: str, kind: str, value: str) -> Network:
        self._add("contact", {"actor": self.actor(actor), "kind": kind, "value": value})
        return self

    def offer(self, provider: str, name: str, **more: Any) -> int:
        return self._offer(self.actor(provider), provider, name, **more)

    def _offer(self, row: int, provider: str, name: str, **more: Any) -> int:
        if "type" in more:
            more["type"] = self.concept(f"offer-type/{more['type']}")
        if "themes" in more:
            more["themes"] = [self.concept(f"theme/{theme}") for theme in more["themes"]]
        offer_id = f"offer/{provider}/{name}"
        return self._named("offer", offer_id, {"id": offer_id, "label": name, "provider": row, **more})

    def _shared(self, more: dict[str, Any], place: str) -> dict[str, Any]:
        row: dict[str, Any] = {"polarity": more.pop("polarity", "yes")}
        audiences = more.pop("audiences", ())
        exclusive = more.pop("exclusive", False)
        row["audiences"] = [self.concept(f"audience/{audience}") for audience in audiences]
        row["namings"] = [2 if exclusive else 0 for _ in audiences]
        row["themes"] = [self.concept(f"theme/{theme}") for theme in more.pop("themes", ())]
        row["regions"] = [self._region(region) for region in more.pop("regions", ())]
        for column in ("valid_from", "valid_until", "checked"):
            row[column] = ordinal(more.pop(column, None))
        row["evidence"] = [self.evidence(more.pop("place", place))]
        return row

    def evidence(self, place: str) -> int:
        return self._add("evidence", {"statement": f"key of {place}", "source": 0, "place": place, "original": "✓"})

    def provides(self, provider: str | None, offer: str | None = None, **more: Any) -> Network:
        """Add a provision: audiences, themes, regions by name; other columns as the layout has them."""
        place = f"Angebote!A{len(self.rows.get('provision', ())) + 1}"
        row = self._shared(more, place)
        row["provider"] = -1 if provider is None else self.actor(provider)
        row["offer"] = -1 if offer is None else self._offer(row["provider"], provider or "-", offer)
        self._add("provision", {"access": "open", **row, **more})
        return self

    def refers(self, sender: str, receiver: str, **more: Any) -> Network:
        place = f"Verweise!B{len(self.rows.get('referral', ())) + 1}"
        row = self._shared(more, place)
        offer = more.pop("offer", None)
        for column in ("handover", "responsibility"):
            if column in more:
                more[column] = self.concept(f"{column}/{more[column]}")
        row |= {"sender": self.actor(sender), "receiver": self.actor(receiver)}
        row["offer"] = -1 if offer is None else self.offer(receiver, offer)
        self._add("referral", {**row, **more})
        return self

    def door(self, actor: str, audience: str | None = None, region: str | None = None) -> Network:
        self._add("door", {"actor": self.actor(actor), **self._cell(audience, None, region)})
        return self

    def guide(self, actor: str, audience: str | None = None, region: str | None = None, **more: Any) -> Network:
        place = more.pop("place", "") or f"Lotsen!A{len(self.rows.get('guide', ())) + 1}"
        row = {"actor": self.actor(actor), **self._cell(audience, None, region), "evidence": [self.evidence(place)]}
        self._add("guide", {**row, "checked": ordinal(more.pop("checked", None)), **more})
        return self

    def member(self, member: str, body: str, role: str = "member", **more: Any) -> Network:
        place = more.pop("place", "") or f"Mitglieder!A{len(self.rows.get('membership', ())) + 1}"
        row = {"member": self.actor(member), "body": self.actor(body), "role": role}
        row |= {"checked": ordinal(more.pop("checked", None)), "evidence": [self.evidence(place)]}
        self._add("membership", {**row, **more})
        return self

    def need(
        self,
        audience: str | None,
        theme: str | None,
        region: str | None = None,
        kind: str = "needed",
        weight: int = 1000,
        place: str = "",
    ) -> Network:
        row = {**self._cell(audience, theme, region), "kind": kind, "weight": weight}
        place = place or f"Bedarf!A{len(self.rows.get('need', ())) + 1}"
        self._add("need", {**row, "evidence": [self.evidence(place)]})
        return self

    def accepted(
        self, kind: str, audience: str | None = None, theme: str | None = None, region: str | None = None, **more: Any
    ) -> Network:
        row = {"kind": kind, **self._cell(audience, theme, region), "review_on": ordinal(more.pop("review_on", None))}
        self._add("accepted", {**row, **more})
        return self

    def _cell(self, audience: str | None, theme: str | None, region: str | None) -> dict[str, int]:
        return {
            "audience": -1 if audience is None else self.concept(f"audience/{audience}"),
            "theme": -1 if theme is None else self.concept(f"theme/{theme}"),
            "region": -1 if region is None else self._region(region),
        }

    def view(self) -> View:
        """Return the view; broader edges are closed here, as the facts close them."""
        closure = {at: self._closed(at) for at in self._broader}
        narrower: dict[int, set[int]] = {}
        for at, broads in closure.items():
            for broad in broads:
                narrower.setdefault(broad, set()).add(at)
        for at, row in enumerate(self.rows.get("concept", ())):
            row["broader"] = sorted(closure.get(at, ()))
            row["narrower"] = sorted(narrower.get(at, ()))
        return View.of(self.rows)

    def _closed(self, at: int) -> set[int]:
        found: set[int] = set()
        ahead = list(self._broader.get(at, ()))
        while ahead:
            broad = ahead.pop()
            if broad not in found:
                found.add(broad)
                ahead += self._broader.get(broad, ())
        return found - {at}
