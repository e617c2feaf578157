"""Actors against one kind of thing, or against several kinds side by side."""

from __future__ import annotations

from tests.loaders.matrix.composed.actor_table import ActorTable
from tests.loaders.matrix.composed.answers import Vocabulary
from tests.loaders.matrix.composed.cross import Block, Column
from tests.loaders.matrix.composed.facts import maybe, says
from tests.loaders.matrix.composed.frame import closing, opening, sheet_name
from tests.loaders.matrix.composed.scene import Label, Scene
from tests.loaders.matrix.composed.wording import plain, pool

KINDS = ["offers", "audiences", "themes", "regions"]
# Words that divide the columns of a kind without saying anything about them.
PARTS = {
    "offers": ["Beratung und Begleitung", "Sonstige Angebote", "Einzelangebote", "Gruppenangebote"],
    "audiences": ["Personen", "Weitere", "Allgemein", "Besondere Gruppen"],
    "themes": ["allgemein", "speziell", "weitere"],
    "regions": ["Kernraum", "Randlagen", "weitere"],
}


def columns_of(scene: Scene, kind: str, count: int, **dims: object) -> list[Column]:
    """Return new columns of a kind; a footnote on a label may be read as a remark about what it names."""
    columns = []
    for name in scene.words.labels(kind, count):
        label = scene.concept_label(kind, name)
        if scene.habits.noted and scene.rng.random() < 0.08:
            sign, note = scene.footnote()
            text = f"{label.text.rstrip()}{'' if sign[0] in '*¹²³' else ' '}{sign}"
            label = Label(label.name, text, (maybe(says(label.name, "remark", note)),))
        columns.append(Column(kind, label, dict(dims)))
    return columns


def age_columns(scene: Scene) -> list[Column]:
    """Return columns of ages, which are audiences."""
    scene.show("age_columns")
    ages = scene.rng.sample(pool("labels")["age_groups"], 3)
    return [Column("audiences", scene.concept_label("audiences", age)) for age in ages]


def partial_columns(scene: Scene, word: str) -> list[Column]:
    """Return columns whose labels make sense only with the group word; the bare label is accepted."""
    scene.show("partial_labels")
    columns = []
    for label in scene.rng.sample(pool("labels")["partial"], scene.rng.randint(3, 5)):
        name = scene.concept("offers", f"{word} {plain(label)}")
        scene.book.alias(name, plain(label))
        columns.append(Column("offers", Label(name, label)))
    return columns


def one_kind(scene: Scene, kind: str) -> None:
    """Write actors against one kind of thing; a header, the corner or the title says which kind."""
    rng, words = scene.rng, scene.words
    sheet = scene.book.sheet(sheet_name(scene))
    vocabulary = Vocabulary(scene)
    word = words.header(kind)
    said = rng.choice(["group", "group", "title", "corner"])
    title = {"title": f"{word} – {words.area['name']}" if rng.random() < 0.5 else f"Übersicht: {word}"}.get(said, "")
    top, left = opening(scene, sheet, title, vocabulary)
    block = Block(word, columns_of(scene, kind, rng.randint(4, 9)))
    corner = words.header("actor")
    if said == "corner":
        corner = rng.choice(["{} / {}", "{} \\ {}", "{}↓ {}→" if words.can_write("↓") else "{} | {}"]).format(
            corner, word
        )
    table = ActorTable(scene, sheet, top, left, [block], vocabulary)
    table.write(corner, depth=2 if said == "group" else 1)
    closing(scene, sheet, left, vocabulary, table.aliases)


def several_kinds(scene: Scene) -> None:
    """Write actors against two or three kinds under group words, in two or three header rows."""
    rng, words = scene.rng, scene.words
    sheet = scene.book.sheet(sheet_name(scene))
    vocabulary = Vocabulary(scene)
    top, left = opening(scene, sheet, "", vocabulary)
    depth = rng.choice([2, 2, 2, 3])
    blocks = []
    for kind in rng.sample(KINDS, rng.randint(2, 3)):
        columns = columns_of(scene, kind, rng.randint(3, 5))
        first = rng.randint(1, len(columns) - 1)
        names = rng.sample(PARTS[kind], 2)
        parts = [(names[0], first), (names[1], len(columns) - first)] if depth == 3 else []
        blocks.append(Block(words.header(kind), columns, parts))
    if depth == 2 and rng.random() < 0.25:
        blocks.append(Block(words.header("ages"), age_columns(scene)))
    if depth == 2 and rng.random() < 0.2:
        blocks.append(Block("Beratung", partial_columns(scene, "Beratung")))
    table = ActorTable(scene, sheet, top, left, blocks, vocabulary)
    table.write(words.header("actor"), depth)
    closing(scene, sheet, left, vocabulary, table.aliases)


def entity_groups(scene: Scene) -> None:
    """Write offers under group words that are audiences or regions: every mark below is for those."""
    rng, words = scene.rng, scene.words
    sheet = scene.book.sheet(sheet_name(scene))
    vocabulary = Vocabulary(scene)
    kind, dimension = rng.choice([("audiences", "target_group"), ("regions", "region"), ("audiences", "target_group")])
    scene.show("group_header_is_dimension")
    top, left = opening(
        scene,
        sheet,
        f"{words.header('offers')} nach {'Zielgruppen' if kind == 'audiences' else 'Regionen'}",
        vocabulary,
    )
    groups = [scene.concept_label(kind, label) for label in words.labels(kind, rng.randint(2, 3))]
    same = words.labels("offers", rng.randint(2, 4)) if rng.random() < 0.6 else []
    blocks = []
    for group in groups:
        labels = same or words.labels("offers", rng.randint(2, 4))
        columns = [Column("offers", scene.concept_label("offers", label), {dimension: group.name}) for label in labels]
        blocks.append(Block(group.text, columns))
    table = ActorTable(scene, sheet, top, left, blocks, vocabulary)
    table.write(words.header("actor"), depth=2)
    closing(scene, sheet, left, vocabulary, table.aliases)
