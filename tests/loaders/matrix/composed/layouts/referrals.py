"""Who refers to whom: as a matrix in either direction, or as a list of edges."""

from __future__ import annotations

from datetime import date

from tests.loaders.matrix.composed.abbreviate import short
from tests.loaders.matrix.composed.answers import Answer, Sign, Vocabulary
from tests.loaders.matrix.composed.book import Look, Sheet, Value
from tests.loaders.matrix.composed.cross import place
from tests.loaders.matrix.composed.facts import maybe, says
from tests.loaders.matrix.composed.frame import closing, opening, sheet_name
from tests.loaders.matrix.composed.lists import Lister
from tests.loaders.matrix.composed.scene import Scene
from tests.loaders.matrix.composed.wording import pool

ARROWS = {
    "row": ["von \\ an", "von / an", "verweist … an …", "Zeile an Spalte", "von (Zeile) / an (Spalte)"],
    "column": ["an \\ von", "an / von", "Spalte an Zeile", "an (Zeile) / von (Spalte)"],
}


def matrix(scene: Scene) -> None:
    """Write a referral matrix: codes or marks, a diagonal, perhaps the columns' names short or by number."""
    rng, words = scene.rng, scene.words
    sheet = scene.book.sheet(sheet_name(scene))
    vocabulary = Vocabulary(scene, ["single", "single", "mixed"])
    if rng.random() < 0.6:
        scene.show("coded_marks")
        codes = [code for code in pool("marks")["referral"] if all(map(words.can_write, code["signs"]))]
        code = rng.choice(codes)
        vocabulary.signs = [
            Sign(sign, "yes", meaning) for sign, meaning in zip(code["signs"], code["meanings"], strict=True)
        ]
    direction = rng.choice(["row", "row", "column"])
    scene.show("adjacency")
    scene.show(f"{direction}_refers")
    said = rng.choice(
        ["title", "corner", "below"] if direction == "column" else ["title", "corner", "below", "nowhere"]
    )
    reading = words.one("headers", "rows_to_columns" if direction == "row" else "columns_to_rows")
    title = words.header("referral_titles")
    top, left = opening(scene, sheet, f"{title} – {reading}" if said == "title" else title, vocabulary)
    actors = words.actors(rng.randint(5, 9))
    banded = scene.chance("type_bands", 0.25)
    if banded:
        actors.sort(key=lambda actor: actor.section)
    names = [scene.actor(actor.name) for actor in actors]
    style = rng.choice(["full", "full", "short", "short columns", "numbers"])
    taken: set[str] = set()
    shorts = {name: short(name, taken) for name in names}
    at, label_at = left + 1 + banded, left + banded
    corner = rng.choice(ARROWS[direction]) if said == "corner" else rng.choice(["", "Einrichtung", "Verweise"])
    if not words.can_write(corner):
        corner = ARROWS[direction][0]
    if banded:
        _bands(scene, sheet, top, left, at, [actor.section for actor in actors])
        top += 1
    if corner:
        sheet.put(top, label_at, corner, "header", look=Look(bold=True))
    for column, name in enumerate(names, at):
        heading: Value = scene.written(name) if style == "full" else shorts[name]
        sheet.put(top, column, column - at + 1 if style == "numbers" else heading, "header", look=Look(bold=True))
    diagonal = rng.choice(["", "–", "-", "■", "\\", "grey"])
    for index, name in enumerate(names):
        row = top + 1 + index
        text = {"short": shorts[name], "numbers": f"{index + 1}. {name}"}.get(style, scene.written(name))
        facts = [says(name, "has_type", actors[index].section)] if banded else []
        sheet.put(row, label_at, text, "label", *facts)
        for column, other in enumerate(names, at):
            if name == other:
                _diagonal(scene, sheet, row, column, diagonal)
                continue
            answer = vocabulary.draw("offers", row, [])
            if answer:
                giver, taker = (name, other) if direction == "row" else (other, name)
                place(sheet, (row, column), answer, [says(giver, "refers_to", taker)])
    if said == "below":
        sheet.put(sheet.bottom + 2, left, reading, "legend")
    aliases = {}
    if style in ("short", "short columns"):
        aliases = {shorts[name]: name for name in names}
        for sign, name in aliases.items():
            scene.book.alias(name, sign)
    closing(scene, sheet, left, vocabulary, aliases)


def _diagonal(scene: Scene, sheet: Sheet, row: int, column: int, how: str) -> None:
    if how == "" or (how == "grey" and not scene.can("colour")) or not scene.words.can_write(how):
        return
    scene.show("diagonal")
    if how == "grey":
        sheet.put(row, column, "", "negative", look=Look(fill="808080"))
    else:
        sheet.put(row, column, how, "negative")


def _bands(scene: Scene, sheet: Sheet, top: int, left: int, at: int, types: list[str]) -> None:
    start = 0
    for index in range(1, len(types) + 1):
        if index == len(types) or types[index] != types[start]:
            sheet.put(top, at + start, types[start], "group", look=Look(bold=True))
            sheet.put(top + 2 + start, left, types[start], "group", look=Look(bold=True))
            if scene.can("merge"):
                sheet.merge(top, at + start, top, at + index - 1)
                sheet.merge(top + 2 + start, left, top + 1 + index, left)
            start = index


def edges(scene: Scene) -> None:
    """Write referrals as rows: from, to, and on what terms."""
    rng, words = scene.rng, scene.words
    scene.show("edge_list")
    sheet = scene.book.sheet(sheet_name(scene))
    top, left = opening(scene, sheet, words.header("referral_titles") if rng.random() < 0.5 else "")
    names = [
        actor.name
        for actor in words.actors(rng.randint(5, 9))
        if not any(joint in actor.name for joint in (",", " + ", " & ", " – "))
    ]
    numbered = scene.chance("running_numbers", 0.25)
    terms = [term for term in ("occasion", "mode", "agreed_on") if rng.random() < 0.7]
    ends = ["to", "from"] if scene.chance("receiver_first", 0.15) else ["from", "to"]
    fields = [*(["number"] if numbered else []), *ends, *terms, *(["remark"] if rng.random() < 0.25 else [])]
    spots = {name: left + index for index, name in enumerate(fields)}
    for name, column in spots.items():
        sheet.put(top, column, words.header(name), "header", look=Look(bold=True))
    lister = Lister(scene)
    mode = rng.choice(["repeated", "repeated", "blank", "ditto"])
    row, before, seen = top + 1, "", set()
    givers = sorted((name for name in names for _ in range(rng.randint(0, 3))), key=names.index)
    for number, giver in enumerate(givers, 1):
        free = [name for name in names if name != giver and (giver, name) not in seen]
        if not free:
            continue
        takers = rng.sample(free, 2 if len(free) > 1 and rng.random() < 0.12 else 1)
        if any("/" in name or " und " in name for name in takers):
            takers = takers[:1]
        seen |= {(giver, taker) for taker in takers}
        if numbered:
            sheet.put(row, spots["number"], number, "ignorable")
        if giver != before or mode == "repeated":
            sheet.put(row, spots["from"], scene.written(scene.actor(giver)), "label")
        elif mode == "ditto":
            scene.show("ditto_actor_cells")
            sheet.put(row, spots["from"], words.one("marks", "ditto"), "label")
        else:
            scene.show("blank_actor_cells")
        before = giver
        terms_said: dict[str, object] = {}
        for term in terms:
            if rng.random() < 0.85:
                value: Value = words.text("occasions" if term == "occasion" else "modes")
                terms_said[term] = value
                if term == "agreed_on":
                    day = date(rng.randint(2023, 2026), rng.randint(1, 9), rng.randint(1, 28))
                    value = day if scene.can("types") and rng.random() < 0.6 else f"{day:%d.%m.%Y}"
                    terms_said[term] = day.isoformat()
                sheet.put(row, spots[term], value, "qualifier")
        if "remark" in spots and rng.random() < 0.4:
            remark = words.text("remarks")
            said = [maybe(says(who, "remark", remark)) for who in (giver, *takers)]
            sheet.put(row, spots["remark"], remark, "qualifier", *said)
        facts = [says(giver, "refers_to", scene.actor(taker), **terms_said) for taker in takers]
        if mode == "repeated":
            sheet.equal[row, spots["from"]] = (row, spots["to"])
        sheet.put(row, spots["to"], lister.join(takers), "statement", *facts)
        row += 1
    if scene.chance("unknown_marks", 0.3):
        other = rng.choice(names)
        sheet.put(row, spots["from"], scene.actor(other), "label")
        place(sheet, (row, spots["to"]), Answer(rng.choice(["?", "noch offen", "k. A.", "wird geklärt"]), "report"), [])
    closing(scene, sheet, left)
