"""Actors in columns, everything else in rows."""

from __future__ import annotations

from tests.loaders.matrix.composed.answers import Vocabulary
from tests.loaders.matrix.composed.book import Look
from tests.loaders.matrix.composed.contacts import contact
from tests.loaders.matrix.composed.cross import Row, facts_of, place
from tests.loaders.matrix.composed.frame import closing, opening, sheet_name
from tests.loaders.matrix.composed.layouts.crosses import KINDS, columns_of
from tests.loaders.matrix.composed.scene import Scene


def actors_in_columns(scene: Scene) -> None:
    """Write actors as columns and everything else as rows, in sections that name their kind."""
    rng, words = scene.rng, scene.words
    sheet = scene.book.sheet(sheet_name(scene))
    vocabulary = Vocabulary(scene)
    top, left = opening(scene, sheet, "", vocabulary)
    actors = words.actors(rng.randint(4, 7))
    sheet.put(top, left, rng.choice(["Merkmal", "Kriterium", "", "Angaben"]) or "Merkmal", "header")
    for column, actor in enumerate(actors, left + 1):
        label = scene.actor_label(scene.actor(actor.name))
        sheet.put(top, column, label.text, "statement" if label.facts else "header", *label.facts, look=Look(bold=True))
    row = top + 1
    if scene.chance("contacts_in_matrix", 0.6):
        if rng.random() < 0.6:
            sheet.put(row, left, "Kontakt", "section")
            row += 1
        for predicate in rng.sample(
            ["contact_name", "contact_phone", "contact_mail", "website", "address"], rng.randint(2, 4)
        ):
            sheet.put(row, left, words.header(predicate), "header")
            for column, actor in enumerate(actors, left + 1):
                if rng.random() < 0.85:
                    contact(scene, sheet, (row, column), predicate, actor.name)
            row += 1
    for kind in rng.sample(KINDS, rng.randint(2, 3)):
        row += scene.chance("separator_rows", 0.4)
        sheet.put(row, left, words.header(kind), "section", look=Look(bold=True))
        row += 1
        for entry in columns_of(scene, kind, rng.randint(3, 6)):
            sheet.put(row, left, entry.label.text, "header", *entry.label.facts)
            for column, actor in enumerate(actors, left + 1):
                answer = vocabulary.draw(kind, row, [other.name for other in actors if other != actor])
                if answer:
                    place(sheet, (row, column), answer, facts_of(Row([actor.name]), entry))
            row += 1
    closing(scene, sheet, left, vocabulary)
