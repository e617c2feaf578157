"""Forms: a fact sheet per actor, label and value."""

from __future__ import annotations

from tests.loaders.matrix.composed.book import Look, Sheet
from tests.loaders.matrix.composed.facts import PREDICATE, Fact, says
from tests.loaders.matrix.composed.frame import closing
from tests.loaders.matrix.composed.lists import Lister, contact_columns, labels
from tests.loaders.matrix.composed.scene import Scene
from tests.loaders.matrix.composed.wording import Actor

NAME = ["Name der Einrichtung", "Einrichtung", "Institution", "Träger", "Organisation", "Name der Institution"]
PLAIN_TEXTS = {"cost": "costs", "opening_hours": "hours", "remark": "remarks"}


def fact_sheets(scene: Scene) -> None:
    """Write one form per actor, below each other or on a sheet of its own."""
    rng, words = scene.rng, scene.words
    scene.show("form_per_actor")
    own_sheets = scene.can("sheets") and rng.random() < 0.4
    fields = ["has_type", "contact_name", "contact_phone", "contact_mail", "website", "address"]
    fields = [field for field in fields if rng.random() < 0.6]
    middle = [kind for kind in ("offers", "audiences", "themes", "regions") if rng.random() < 0.75] or ["offers"]
    fields += rng.sample(middle, len(middle)) + rng.sample(["cost", "opening_hours", "remark"], rng.randint(0, 2))
    heads = {field: words.header(field) for field in fields}
    colon = rng.choice(["", ":", ""])
    name_head = rng.choice(NAME)
    two_pairs = scene.chance("two_pairs_per_row", 0.2)
    lister = Lister(scene)
    pools = {kind: labels(scene, kind, 10) for kind in middle}
    sheet: Sheet | None = None
    row = 1
    for number, actor in enumerate(words.actors(rng.randint(3, 5)), 1):
        if sheet is None or own_sheets:
            sheet = scene.book.sheet(
                f"Steckbrief {number}" if own_sheets else rng.choice(["Steckbriefe", "Tabelle1", "Partner"])
            )
            row = 1
        if rng.random() < 0.8 or (number == 1 and not own_sheets):
            sheet.put(
                row, 1, f"Steckbrief {number}" if rng.random() < 0.7 else "Steckbrief", "title", look=Look(bold=True)
            )
            row += 1
        sheet.put(row, 1, name_head + colon, "header")
        sheet.put(row, 2, scene.written(scene.actor(actor.name)), "label")
        row += 1
        persons = contact_columns(scene, actor.name, 1)
        named = False
        for index, field in enumerate(fields):
            left = 1 if not two_pairs or index % 2 == 0 else 4
            sheet.put(row, left, heads[field] + colon, "header")
            text, facts = _value(scene, field, actor, pools, persons, lister)
            # Whose phone it is can be known only where a name was written.
            if field == "contact_name":
                named = rng.random() < 0.92
            elif not named:
                facts = [{**fact, "qualifiers": {}} for fact in facts]
            if named if field == "contact_name" else rng.random() < 0.92:
                sheet.put(row, left + 1, text, "statement", *facts)
            if not two_pairs or index % 2 or index == len(fields) - 1:
                row += 1
        row += rng.choice([1, 1, 2])
    if sheet is not None and not own_sheets:
        closing(scene, sheet, 1)


def _value(scene: Scene, field: str, actor: Actor, pools: dict[str, list[str]], persons: dict[str, tuple[str, list[Fact]]], lister: Lister) -> tuple[str, list[Fact]]:  # fmt: skip
    rng, words, name = scene.rng, scene.words, actor.name
    if field in pools:
        chosen = rng.sample(pools[field], rng.randint(1, min(4, len(pools[field]))))
        return lister.join(chosen), [says(name, PREDICATE[field], item) for item in chosen]
    if field in persons:
        return persons[field]
    if field in PLAIN_TEXTS:
        text = words.text(PLAIN_TEXTS[field])
    else:
        text = {"has_type": actor.type, "website": words.website(name), "address": words.address()}[field]
    return text, [says(name, field, text)]
