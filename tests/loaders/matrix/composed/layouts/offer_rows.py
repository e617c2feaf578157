"""Rows that hold an offer: under the block of an actor, or as an instrument of nobody in particular."""

from __future__ import annotations

from datetime import date

from tests.loaders.matrix.composed.answers import Vocabulary
from tests.loaders.matrix.composed.book import Look
from tests.loaders.matrix.composed.cross import Block, Columns, Filler, Row, head, lay_out
from tests.loaders.matrix.composed.facts import Fact, also, qualified, says
from tests.loaders.matrix.composed.frame import closing, opening, sheet_name
from tests.loaders.matrix.composed.layouts.crosses import columns_of
from tests.loaders.matrix.composed.lists import Lister, contact_cell
from tests.loaders.matrix.composed.scene import Scene
from tests.loaders.matrix.composed.wording import plain, pool


def _answers_over(scene: Scene, first: int, kinds: list[str]) -> tuple[Columns, int]:
    blocks = [Block(scene.words.header(kind), columns_of(scene, kind, scene.rng.randint(3, 6))) for kind in kinds]
    return lay_out(blocks, first, False), 2


def under_actors(scene: Scene) -> None:
    """Write each actor's offers as rows; the actor cell is merged, left blank below, repeated or dittoed."""
    rng, words = scene.rng, scene.words
    sheet = scene.book.sheet(sheet_name(scene))
    vocabulary = Vocabulary(scene)
    top, left = opening(scene, sheet, "", vocabulary)
    mode = rng.choice(["merged", "merged", "blank", "blank", "repeated", "ditto"])
    if mode == "merged" and not scene.can("merge"):
        mode = "blank"
    scene.show(
        {
            "merged": "merged_actor_cells",
            "blank": "blank_actor_cells",
            "repeated": "repeated_actor_cells",
            "ditto": "ditto_actor_cells",
        }[mode]
    )
    contacted = rng.random() < 0.4
    offer_at = left + 1 + contacted
    columns, depth = _answers_over(
        scene, offer_at + 1, ["audiences"] if rng.random() < 0.7 else ["audiences", "regions"]
    )
    dated = scene.chance("validity_column", 0.3)
    priced = scene.chance("cost_column", 0.3)
    lead: list[tuple[int, str, list[Fact]]] = [
        (left, words.header("actor"), []),
        (offer_at, words.header("offers"), []),
    ]
    lead += [(left + 1, words.header("contact_name"), [])] if contacted else []
    until_at, cost_at = columns.right + 1, columns.right + 1 + dated
    lead += [(until_at, words.header("valid_until"), [])] if dated else []
    lead += [(cost_at, words.header("cost"), [])] if priced else []
    row = head(scene, sheet, top, columns, depth, lead)
    actors = words.actors(rng.randint(3, 6))
    filler = Filler(scene, sheet, columns, vocabulary, names=[actor.name for actor in actors])
    filler.dittos = scene.chance("dittos", 0.1)
    sign = words.one("marks", "ditto")
    gaps = scene.chance("separator_rows", 0.15)
    for index, actor in enumerate(actors):
        label = scene.actor_label(scene.actor(actor.name), index + 1)
        offers = words.labels("offers", rng.randint(1, 4))
        first = row
        for number, offer in enumerate(offers):
            if number == 0 or mode == "repeated":
                role = "statement" if label.facts else "label"
                sheet.put(row, left, label.text, role, *(label.facts if number == 0 or label.facts else ()))
            elif mode == "ditto":
                sheet.put(row, left, sign, "label")
            if contacted and number == 0:
                text, facts = contact_cell(scene, actor.name)
                sheet.put(row, left + 1, text, "statement", *facts)
            name = scene.concept("offers", plain(offer))
            fact, text = says(actor.name, "offers", name), scene.written(offer)
            if scene.habits.noted and rng.random() < 0.2:
                mark, note = scene.footnote()
                text, fact = (
                    f"{text.rstrip()}{'' if mark[0] in '*¹²³' else ' '}{mark}",
                    qualified(fact, {"footnote": note}),
                )
            if dated and rng.random() < 0.5:
                day = date(rng.randint(2027, 2029), rng.choice([3, 6, 9, 12]), 30)
                fact = qualified(fact, {"valid_until": day.isoformat()})
                sheet.put(row, until_at, day if scene.can("types") else f"{day:%d.%m.%Y}", "qualifier")
                scene.show("german_dates")
            if priced and rng.random() < 0.6:
                cost = words.text("costs")
                sheet.put(row, cost_at, cost, "statement", says(actor.name, "cost", cost, offer=name))
            sheet.put(row, offer_at, text, "statement", fact)
            filler.line(row, Row([actor.name], {"offer": name}))
            row += 1
        filler.pause()
        if mode == "merged" and row - first > 1:
            sheet.merge(first, left, row - 1, left)
            if contacted:
                sheet.merge(first, left + 1, row - 1, left + 1)
        row += gaps and mode != "ditto"
    closing(scene, sheet, left, vocabulary)


def instruments(scene: Scene) -> None:
    """Write instruments against audiences, with or without the places to ask."""
    rng, words = scene.rng, scene.words
    sheet = scene.book.sheet(sheet_name(scene))
    vocabulary = Vocabulary(scene)
    top, left = opening(scene, sheet, "" if rng.random() < 0.5 else "Förderinstrumente nach Zielgruppen", vocabulary)
    desks = scene.chance("desk_column", 0.6)
    laws = scene.chance("legal_basis_column", 0.4)
    columns, depth = _answers_over(scene, left + 1 + laws, ["audiences"])
    lead: list[tuple[int, str, list[Fact]]] = [(left, words.header("instrument"), [])]
    lead += [(left + 1, words.header("legal_basis"), [])] if laws else []
    desk_at = columns.right + 1
    loose = rng.random() < 0.3
    lead += [(desk_at, words.header("desk_loose" if loose else "desk"), [])] if desks else []
    row = head(scene, sheet, top, columns, depth, lead)
    places = [actor.name for actor in words.actors(5) if not any(joint in actor.name for joint in (",", " + ", " & "))]
    filler = Filler(scene, sheet, columns, vocabulary)
    lister = Lister(scene)
    for label in rng.sample(
        [word for word in pool("labels")["instruments"] if words.can_write(word)], rng.randint(5, 9)
    ):
        name = scene.concept("offers", plain(label))
        sheet.put(row, left, scene.written(label), "label", look=Look(bold=rng.random() < 0.1))
        asked: list[str] = []
        if desks and rng.random() < 0.85:
            asked = rng.sample(places, rng.randint(1, 2))
            if any(" und " in place or "/" in place for place in asked):
                asked = asked[:1]
            facts = [says(scene.actor(place), "offers", name) for place in asked]
            sheet.put(row, desk_at, lister.join(asked), "statement", *facts)
        # Under a heading that names a place to ask, the row is about the instrument; under one that names who is
        # in charge it may as well be read as the row of that actor and its offer.
        who = Row([name], others=asked if loose else [])
        if who.others:
            sheet.equal[row, left] = (row, desk_at)
        if laws and rng.random() < 0.7:
            law = words.text("laws")
            fact = says(name, "legal_basis", law)
            for other in who.others:
                fact = also(fact, subject=other, qualifiers={"offer": name})
            sheet.put(row, left + 1, law, "statement", fact)
        filler.line(row, who)
        row += 1
    closing(scene, sheet, left, vocabulary)
