"""Who does what where: actors' names inside the cells."""

from __future__ import annotations

from tests.loaders.matrix.composed.abbreviate import short
from tests.loaders.matrix.composed.book import Look
from tests.loaders.matrix.composed.facts import DIMENSION, PREDICATE, Fact, qualified, says
from tests.loaders.matrix.composed.frame import closing, opening, sheet_name
from tests.loaders.matrix.composed.lists import Lister
from tests.loaders.matrix.composed.scene import Scene
from tests.loaders.matrix.composed.wording import pool

# Rows, columns, and which of them a name in the crossing is stated about; the other one is the dimension.
ORIENTATIONS = [
    ("offers", "regions", "offers"), ("offers", "regions", "offers"), ("regions", "offers", "offers"),
    ("audiences", "themes", "audiences"), ("themes", "audiences", "audiences"),
]  # fmt: skip
# Restrictions that make sense behind a name.
NOTES = [
    "nur Erstberatung",
    "auf Anfrage",
    "nur Frauen",
    "u25",
    "nur SGB II",
    "nach Vereinbarung",
    "nur online",
    "teilw.",
    "ab 01.09.2027",
]


def in_cells(scene: Scene) -> None:
    """Write offers against regions, or audiences against themes, with names in the crossings."""
    rng, words = scene.rng, scene.words
    sheet = scene.book.sheet(sheet_name(scene))
    rows, across, said = rng.choice(ORIENTATIONS)
    scene.show("actors_in_cells")
    titles = [
        "Wer macht was wo?",
        "Wer macht was wo? (bitte Namen der Einrichtungen eintragen)",
        "Zuständigkeiten im Netzwerk",
    ]
    if said == "audiences":
        titles = ["Wer berät wen zu welchem Thema?", "Einrichtungen nach Zielgruppe und Thema"]
    top, left = opening(scene, sheet, rng.choice(titles))
    actors = [
        actor.name
        for actor in words.actors(rng.randint(6, 10))
        if not any(joint in actor.name for joint in (",", " + ", " & ", " – "))
    ]
    abbreviated = scene.chance("abbreviations", 0.55)
    taken: set[str] = set()
    written = {name: short(name, taken) if abbreviated else name for name in actors}
    used: dict[str, str] = {}
    labels = [scene.concept_label(across, label) for label in words.labels(across, rng.randint(3, 5))]
    deep = rng.random() < 0.4
    if deep:
        scene.show("two_row_header")
        sheet.put(top, left + 1, words.header(across), "group", look=Look(bold=True))
        if scene.can("merge") and rng.random() < 0.6:
            sheet.merge(top, left + 1, top, left + len(labels))
        top += 1
    sheet.put(top, left, words.header(rows), "header", look=Look(bold=True))
    for column, label in enumerate(labels, left + 1):
        sheet.put(top, column, label.text, "header", look=Look(bold=True))
    lister = Lister(scene)
    row = top + 1
    open_cells, restricted = scene.chance("unknown_marks", 0.5), scene.chance("restrictions_in_cell", 0.6)
    for line in words.labels(rows, rng.randint(5, 8)):
        named = scene.concept_label(rows, line)
        sheet.put(row, left, named.text, "label")
        for column, label in enumerate(labels, left + 1):
            what, where = (named.name, label.name) if rows == said else (label.name, named.name)
            dimension = DIMENSION[across if rows == said else rows]
            roll = rng.random()
            if roll < 0.15:
                continue
            if roll < 0.2:
                sheet.put(row, column, rng.choice(["–", "-"]), "negative")
                scene.show("negative_marks")
                continue
            if roll < 0.27 and open_cells:
                sheet.put(
                    row,
                    column,
                    rng.choice(["?", "wird noch geklärt", "k. A.", "noch offen", "siehe Anlage 2", "unklar"]),
                    "report",
                )
                continue
            chosen = rng.sample(actors, min(rng.choice([1, 1, 2, 2, 3]), len(actors)))
            if not abbreviated and any("/" in name or " und " in name for name in chosen):
                chosen = chosen[:1]
            texts, facts = [], []
            for name in chosen:
                text, fact = (
                    written[name],
                    says(scene.actor(name), PREDICATE[said], what, **{dimension: where}),
                )
                if restricted and rng.random() < 0.2 and "(" not in text:
                    note = rng.choice(NOTES)
                    text, fact = f"{text} ({note})", qualified(fact, {"note": note, **_meant(note)})
                if written[name] != name:
                    used[written[name]] = name
                    scene.book.alias(name, written[name])
                texts.append(text)
                facts.append(fact)
            sheet.put(row, column, lister.join(texts), "statement", *facts)
        row += 1 + (rng.random() < 0.1)
    closing(scene, sheet, left, None, dict(sorted(used.items())))


def _meant(note: str) -> Fact:
    for known in pool("marks")["note"]:
        if known["text"] == note:
            return {key: value for key, value in known.items() if key not in ("text", "only")}
    return {"valid_from": "2027-09-01"} if note == "ab 01.09.2027" else {}
