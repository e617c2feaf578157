"""Numbers of places instead of marks."""

from __future__ import annotations

from tests.loaders.matrix.composed.answers import Answer
from tests.loaders.matrix.composed.book import Formula, Look, Value, letters
from tests.loaders.matrix.composed.cross import Row, facts_of, place
from tests.loaders.matrix.composed.frame import closing, opening, sheet_name
from tests.loaders.matrix.composed.layouts.crosses import columns_of
from tests.loaders.matrix.composed.scene import Scene


def places(scene: Scene) -> None:
    """Write actors against offers with the number of places, zeros, totals and what is not known."""
    rng, words = scene.rng, scene.words
    scene.show("capacity_numbers")
    sheet = scene.book.sheet(sheet_name(scene))
    top, left = opening(scene, sheet, words.header("capacity_titles"))
    columns = columns_of(scene, rng.choice(["offers", "offers", "offers", "audiences"]), rng.randint(3, 6))
    kind = columns[0].kind
    if rng.random() < 0.6:
        scene.show("two_row_header")
        sheet.put(top, left + 1, words.header(kind), "group", look=Look(bold=True))
        if scene.can("merge") and rng.random() < 0.7:
            sheet.merge(top, left + 1, top, left + len(columns))
        top += 1
        sheet.put(top, left, words.header("actor"), "header")
    else:
        sheet.put(top, left, f"{words.header('actor')} / {words.header(kind)}", "header")
    for column, entry in enumerate(columns, left + 1):
        sheet.put(top, column, entry.label.text, "header", *entry.label.facts, look=Look(bold=True))
    summed, totalled = scene.chance("totals_column", 0.4), scene.chance("totals", 0.5)
    if summed:
        sheet.put(top, left + len(columns) + 1, words.header("total"), "header")
    opened = scene.chance("unknown_marks", 0.4)
    first = row = top + 1
    sums = [0] * len(columns)
    none: list[Value] = [0, 0, "-", "–"]
    for index, actor in enumerate(words.actors(rng.randint(5, 10)), 1):
        label = scene.actor_label(scene.actor(actor.name), index)
        sheet.put(row, left, label.text, "statement" if label.facts else "label", *label.facts)
        line = 0
        for offset, entry in enumerate(columns):
            roll = rng.random()
            if roll < 0.3:
                continue
            count = rng.randint(2, 80)
            if roll < 0.4:
                place(sheet, (row, left + 1 + offset), Answer(rng.choice(none), "negative"), [])
                scene.show("negative_marks")
            elif roll < 0.46 and opened:
                place(
                    sheet,
                    (row, left + 1 + offset),
                    Answer(rng.choice(["?", "k. A.", "wird geklärt", "noch offen"]), "report"),
                    [],
                )
            elif roll < 0.49:
                place(
                    sheet,
                    (row, left + 1 + offset),
                    Answer(f"ca. {count}", "either"),
                    facts_of(Row([actor.name]), entry),
                )
            else:
                place(
                    sheet,
                    (row, left + 1 + offset),
                    Answer(count, "statement", {"count": count}),
                    facts_of(Row([actor.name]), entry),
                )
                line += count
                sums[offset] += count
        if summed:
            span = f"{letters(left + 1)}{row}:{letters(left + len(columns))}{row}"
            sheet.put(row, left + len(columns) + 1, _sum(scene, span, line), "total")
        row += 1
    if totalled:
        sheet.put(row, left, words.header("total"), "total")
        for offset, total in enumerate(sums):
            name = letters(left + 1 + offset)
            sheet.put(row, left + 1 + offset, _sum(scene, f"{name}{first}:{name}{row - 1}", total), "total")
        if summed:
            sheet.put(row, left + len(columns) + 1, sum(sums), "total")
    closing(scene, sheet, left)


def _sum(scene: Scene, span: str, total: int) -> Value:
    if not scene.can("formula"):
        return total
    scene.show("formulas")
    return Formula(f"=SUM({span})", total)
