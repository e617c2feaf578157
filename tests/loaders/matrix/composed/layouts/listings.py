"""Lists: one line per actor or per offer, contacts, and the same with HXL tags."""

from __future__ import annotations

from datetime import date

from tests.loaders.matrix.composed.abbreviate import short
from tests.loaders.matrix.composed.book import Look, Sheet, Value
from tests.loaders.matrix.composed.facts import PREDICATE, Fact, maybe, says
from tests.loaders.matrix.composed.frame import closing, opening, sheet_name
from tests.loaders.matrix.composed.lists import Lister, contact_columns, labels
from tests.loaders.matrix.composed.scene import Scene
from tests.loaders.matrix.composed.wording import Actor

TEXTS = {
    "cost": "costs",
    "format": "formats",
    "language": "languages",
    "remark": "remarks",
    "opening_hours": "hours",
    "status": "states",
}
TAGS = {
    "actor": "#org", "offers": "#activity", "audiences": "#beneficiary", "themes": "#sector", "regions": "#adm2+name",
    "contact_name": "#contact+name", "contact_phone": "#contact+phone", "contact_mail": "#contact+email",
    "website": "#contact+url", "has_type": "#org+type", "remark": "#description", "last_checked": "#date+updated",
    "cost": "#meta+cost", "format": "#meta+format", "language": "#meta+language", "number": "#meta+id", "other": "#meta",
    "capacity": "#capacity", "opening_hours": "#meta+hours", "status": "#status", "address": "#loc+address", "alias": "#org+acronym",
}  # fmt: skip
Cell = tuple[Value, str, list[Fact], Look]


def offers(scene: Scene) -> None:
    """Write a list of offers: one line per actor with lists in cells, or one line per offer."""
    _offers(scene, tagged=False)


def tagged(scene: Scene) -> None:
    """Write the same with a row of HXL tags below the header."""
    scene.show("hxl_tags")
    _offers(scene, tagged=True)


def contacts(scene: Scene) -> None:
    """Write a list of contacts, several per cell."""
    rng = scene.rng
    scene.show("contact_list")
    fields = [
        "actor",
        *rng.sample(
            [
                "has_type",
                "contact_name",
                "contact_phone",
                "contact_mail",
                "website",
                "address",
                "opening_hours",
                "alias",
                "remark",
                "last_checked",
            ],
            rng.randint(5, 8),
        ),
    ]
    if not {"contact_phone", "contact_mail"} & set(fields):
        fields.append("contact_phone")
    _write(scene, fields, several=False, tagged=False)


def _offers(scene: Scene, tagged: bool) -> None:
    rng = scene.rng
    several = rng.random() < 0.5
    fields = ["actor", *(["has_type"] if rng.random() < 0.4 else []), "offers"]
    fields += [kind for kind in ("audiences", "regions") if rng.random() < 0.8]
    fields += ["themes"] if rng.random() < 0.3 else []
    fields += rng.sample(["cost", "format", "language", "opening_hours", "capacity", "status"], rng.randint(0, 3))
    fields += ["valid_until"] if several and not tagged and rng.random() < 0.3 else []
    fields += ["contact_name", "contact_phone", "contact_mail"][: rng.randint(0, 3)]
    fields += rng.sample(["remark", "last_checked", "other", "website"], rng.randint(0, 2))
    scene.show("tidy_list")
    scene.show("several_rows_per_actor" if several else "one_row_per_actor")
    _write(scene, fields, several, tagged)


def _write(scene: Scene, fields: list[str], several: bool, tagged: bool) -> None:
    rng, words = scene.rng, scene.words
    sheet = scene.book.sheet(sheet_name(scene))
    top, left = opening(scene, sheet)
    fields = [*(["number"] if scene.chance("running_numbers", 0.3) else []), *fields]
    if "has_type" in fields and rng.random() < 0.25 and not several:
        fields.remove("has_type")
        fields.insert(fields.index("actor"), "has_type")
    heads = {field: words.text("columns_besides") if field == "other" else words.header(field) for field in fields}
    spots = {field: left + index for index, field in enumerate(fields)}
    for field, column in spots.items():
        sheet.put(top, column, heads[field], "header", look=Look(bold=True))
    row = top + 1
    if tagged:
        for field, column in spots.items():
            sheet.put(row, column, TAGS[field], "header")
        row += 1
    writer = _Line(scene, sheet, spots, heads.get("other", ""), several)
    mode = rng.choice(["repeated", "repeated", "blank", "merged"]) if several else "repeated"
    if mode == "merged" and not scene.can("merge"):
        mode = "blank"
    if several:
        scene.show(f"{mode}_actor_cells")
    number = 0
    for index, actor in enumerate(words.actors(rng.randint(4, 7) if several else rng.randint(6, 11)), 1):
        first = row
        for line in range(rng.randint(1, 3) if several else 1):
            number += 1
            if "number" in spots:
                sheet.put(row, spots["number"], number, "ignorable")
            if line == 0 or mode == "repeated":
                label = scene.actor_label(scene.actor(actor.name), index, plainly=several)
                sheet.put(row, spots["actor"], label.text, "statement" if label.facts else "label", *label.facts)
            writer.write(row, actor)
            row += 1
        if mode == "merged":
            sheet.merge(first, spots["actor"], row - 1, spots["actor"])
    closing(scene, sheet, left)


class _Line:
    """Writes what stands beside an actor's name in one line."""

    def __init__(self, scene: Scene, sheet: Sheet, spots: dict[str, int], besides: str, several: bool) -> None:
        self.scene, self.sheet, self.spots, self.besides, self.several = scene, sheet, spots, besides, several
        self.lister = Lister(scene)
        self.pools = {kind: labels(scene, kind, 9) for kind in ("audiences", "regions", "themes") if kind in spots}
        self.open = scene.chance("unknown_marks", 0.3)
        self.taken: set[str] = set()
        self.until: date | None = None
        self.native = scene.can("types") and scene.rng.random() < 0.5
        self.dashes = scene.chance("negative_marks", 0.2)
        self.numeric_phones = self.native and scene.chance("numeric_phones", 0.25)
        if "last_checked" in spots or "valid_until" in spots:
            scene.show("german_dates")

    def write(self, row: int, actor: Actor) -> None:
        """Write the line of an actor, or of one of its offers."""
        rng, scene = self.scene.rng, self.scene
        dims: dict[str, object] = {}
        offered: list[str] = []
        if "offers" in self.spots:
            offered = labels(scene, "offers", 1 if self.several else rng.randint(1, 4))
            if self.several:
                dims = {"offer": offered[0]}
        persons = contact_columns(scene, actor.name, 1 if self.several or rng.random() < 0.7 else 2, **dims)
        for field, column in self.spots.items():
            if field in ("number", "actor") or (field not in ("offers", "contact_name") and rng.random() < 0.12):
                continue
            cell = self._field(field, actor, offered, dims, persons, row)
            if cell:
                value, role, facts, look = cell
                self.sheet.put(row, column, value, role, *facts, look=look)

    def _field(self, field: str, actor: Actor, offered: list[str], dims: dict[str, object], persons: dict[str, tuple[str, list[Fact]]], row: int) -> Cell | None:  # fmt: skip
        rng, words, name = self.scene.rng, self.scene.words, actor.name
        if (
            field not in ("offers", "contact_name", "alias", "has_type", "valid_until")
            and self.open
            and rng.random() < 0.04
        ):
            return rng.choice(["?", "k. A.", "wird geklärt", "keine Angabe", "folgt"]), "report", [], Look()
        if (
            field not in ("offers", "contact_name", "alias", "has_type", "valid_until")
            and self.dashes
            and rng.random() < 0.05
        ):
            return rng.choice(["-", "–", "entfällt"]), "negative", [], Look()
        match field:
            case "offers":
                self.until = None
                if "valid_until" in self.spots and rng.random() < 0.5:
                    self.until = date(rng.randint(2027, 2029), rng.choice([3, 6, 9]), 30)
                said: dict[str, object] = {"valid_until": self.until.isoformat()} if self.until else {}
                return (
                    self.lister.join(offered),
                    "statement",
                    [says(name, "offers", offer, **said) for offer in offered],
                    Look(),
                )
            case "audiences" | "regions" | "themes":
                chosen = rng.sample(self.pools[field], rng.randint(1, min(4, len(self.pools[field]))))
                return (
                    self.lister.join(chosen),
                    "statement",
                    [says(name, PREDICATE[field], item, **dims) for item in chosen],
                    Look(),
                )
            case "valid_until":
                if self.until is None:
                    return None
                return (self.until if self.native else f"{self.until:%d.%m.%Y}"), "qualifier", [], Look()
            case "contact_name" | "contact_phone" | "contact_mail":
                text, facts = persons[field]
                if "contact_name" not in self.spots:
                    facts = [
                        {
                            **fact,
                            "qualifiers": {key: value for key, value in fact["qualifiers"].items() if key != "contact"},
                        }
                        for fact in facts
                    ]
                if field == "contact_phone" and self.numeric_phones and len(facts) == 1:
                    digits = "".join(letter for letter in text if letter.isdigit())
                    return int(digits.removeprefix("49")), "statement", facts, Look()
                if field == "contact_mail" and len(facts) == 1 and self.scene.can("link") and rng.random() < 0.2:
                    self.scene.show("hyperlinks")
                    return rng.choice([text, "Mail schreiben"]), "statement", facts, Look(link=f"mailto:{text}")
                return text, "statement", facts, Look()
            case "has_type":
                return actor.type, "statement", [says(name, "has_type", actor.type)], Look()
            case "alias":
                sign = short(name, self.taken)
                self.scene.book.alias(name, sign)
                return sign, "statement", [says(name, "alias", sign)], Look()
            case "last_checked":
                day = date(rng.randint(2023, 2026), rng.randint(1, 6), rng.randint(1, 28))
                return (
                    (day if self.native else f"{day:%d.%m.%Y}"),
                    "statement",
                    [says(name, "last_checked", day.isoformat())],
                    Look(),
                )
            case "capacity":
                count = rng.randint(5, 60)
                return count, "statement", [says(name, "capacity", count)], Look()
            case "language":
                chosen = rng.sample(
                    ["Deutsch", "Englisch", "Arabisch", "Türkisch", "Russisch", "Ukrainisch", "Polnisch"],
                    rng.randint(1, 3),
                )
                return self.lister.join(chosen), "statement", [says(name, "language", item) for item in chosen], Look()
            case "website":
                page = words.website(name)
                return page, "statement", [says(name, "website", page)], Look()
            case "address":
                where = words.address()
                return where, "statement", [says(name, "address", where)], Look()
            case "other":
                number = rng.choice(
                    [f"{rng.randint(1, 9)},{rng.randint(0, 9)}", str(rng.randint(2009, 2024)), "Ordner 3"]
                )
                return number, "either", [maybe(says(name, "other", number, column=self.besides))], Look()
        text = words.text(TEXTS[field])
        carried = dims if field in ("cost", "format", "remark") else {}
        return text, "statement", [says(name, field, text, **carried)], Look()
