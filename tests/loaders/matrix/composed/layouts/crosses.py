"""Actors against one kind of thing, or against several kinds side by side."""

from __future__ import annotations

from tests.loaders.matrix.composed.answers import Vocabulary
from tests.loaders.matrix.composed.book import Look, Sheet
from tests.loaders.matrix.composed.cross import Block, Column, Filler, Row, facts_of, head, lay_out, place
from tests.loaders.matrix.composed.facts import Fact, maybe, qualified, says
from tests.loaders.matrix.composed.frame import closing, opening, sheet_name
from tests.loaders.matrix.composed.scene import Scene
from tests.loaders.matrix.composed.wording import Actor

KINDS = ["offers", "audiences", "themes", "regions"]
# Words that divide the columns of a kind without saying anything about them.
PARTS = {
    "offers": ["Beratung und Begleitung", "Sonstige Angebote", "Einzelangebote", "Gruppenangebote"],
    "audiences": ["Personen", "Weitere", "Allgemein", "Besondere Gruppen"],
    "themes": ["allgemein", "speziell", "weitere"],
    "regions": ["Kernraum", "Randlagen", "weitere"],
}


def columns_of(scene: Scene, kind: str, count: int, **dims: object) -> list[Column]:
    """Return new columns of a kind."""
    return [Column(kind, scene.concept_label(kind, label), dict(dims)) for label in scene.words.labels(kind, count)]


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
    write(scene, sheet, (top, left), [block], vocabulary, corner, depth=2 if said == "group" else 1)
    closing(scene, sheet, left, vocabulary)


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
    write(scene, sheet, (top, left), blocks, vocabulary, words.header("actor"), depth)
    closing(scene, sheet, left, vocabulary)


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
    write(scene, sheet, (top, left), blocks, vocabulary, words.header("actor"), depth=2)
    closing(scene, sheet, left, vocabulary)


def transposed(scene: Scene) -> None:
    """Write actors as columns and everything else as rows, in sections that name their kind."""
    rng, words = scene.rng, scene.words
    scene.show("transposed")
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
                    contact(scene, sheet, row, column, predicate, actor.name)
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


def contact(scene: Scene, sheet: Sheet, row: int, column: int, predicate: str, actor: str, fate: str = "shown") -> None:
    """Write one literal about an actor; mails and pages sometimes only as the target behind a text."""
    rng = scene.rng
    text, look = literal(scene, predicate, actor), Look()
    value = text
    if predicate in ("contact_mail", "website") and scene.can("link") and rng.random() < 0.3:
        scene.show("hyperlinks")
        target = f"mailto:{text}" if predicate == "contact_mail" else text if "://" in text else f"https://{text}"
        look = Look(link=target)
        value = rng.choice([text, "E-Mail schreiben" if predicate == "contact_mail" else "zur Website"])
    fact = says(actor, predicate, text)
    if fate == "hidden":
        sheet.put(row, column, value, "either", maybe(qualified(fact, {"hidden": True})), look=look)
    elif fate == "struck":
        sheet.put(row, column, value, "report", look=Look(strike=True))
    else:
        sheet.put(row, column, value, "statement", fact, look=look)


def literal(scene: Scene, predicate: str, actor: str) -> str:
    """Return what a column of literals says about an actor."""
    words = scene.words
    match predicate:
        case "contact_name":
            return words.text("teams")
        case "contact_phone":
            return words.phone()
        case "contact_mail":
            return words.mail(actor)
        case "website":
            return words.website(actor)
        case "address":
            return words.address()
    return words.text({"remark": "remarks", "opening_hours": "hours", "status": "states"}[predicate])


def write(
    scene: Scene,
    sheet: Sheet,
    at: tuple[int, int],
    blocks: list[Block],
    vocabulary: Vocabulary,
    corner: str,
    depth: int,
) -> None:
    """Write a table of actors in rows with everything that may happen in it."""
    rng, words = scene.rng, scene.words
    top, left = at
    numbered = scene.chance("running_numbers", 0.2)
    typed = scene.chance("type_column", 0.15)
    actor_at = left + numbered
    extras = (
        rng.sample(["contact_name", "contact_phone", "contact_mail", "remark"], 2)
        if scene.chance("contacts_in_matrix", 0.2)
        else []
    )
    columns = lay_out(blocks, actor_at + 1 + typed, len(blocks) > 1 and scene.chance("separator_column", 0.25))
    lead: list[tuple[int, str, list[Fact]]] = [(actor_at, corner, [])]
    lead += [(left, words.header("number"), [])] if numbered else []
    lead += [(actor_at + 1, words.header("has_type"), [])] if typed else []
    tail = {columns.right + 1 + index: predicate for index, predicate in enumerate(extras)}
    lead += [(column, words.header(predicate), []) for column, predicate in tail.items()]
    summed = scene.chance("totals_column", 0.12)
    sum_at = columns.right + 1 + len(extras)
    lead += [(sum_at, words.header("total"), [])] if summed else []
    first = head(scene, sheet, top, columns, depth, lead)
    actors = words.actors(rng.randint(6, 12))
    if not typed and scene.chance("section_rows", 0.2):
        actors.sort(key=lambda actor: actor.section)
    sections = "section_rows" in scene.book.phenomena and not typed
    filler = Filler(scene, sheet, columns, vocabulary)
    filler.names = [actor.name.split(" (")[0] for actor in actors]
    filler.dittos = scene.chance("dittos", 0.15)
    filler.merging = scene.can("merge") and rng.random() < 0.15
    hidden_row = rng.randrange(len(actors)) if scene.chance("hidden_row", 0.1, "hidden") else -1
    struck_row = rng.randrange(len(actors)) if scene.chance("struck_rows", 0.08, "look") else -1
    if scene.chance("hidden_column", 0.08, "hidden") and len(columns.at) > 3:
        column = columns.at[-1][0]
        filler.hidden.add(column)
        sheet.hide_column(column)
    gaps = scene.chance("separator_rows", 0.15)
    repeats = len(actors) > 8 and scene.chance("repeated_header", 0.12)
    pairs = scene.chance("paired_labels", 0.1)
    row, section = first, ""
    for index, actor in enumerate(actors):
        if sections and actor.section != section:
            section = actor.section
            sheet.put(row, actor_at, section, "section", look=Look(bold=True))
            if scene.can("merge") and rng.random() < 0.5:
                sheet.merge(row, actor_at, row, columns.right)
            row += 1
            filler.pause()
        elif index and gaps and rng.random() < 0.2:
            row += 1
            filler.pause()
        if repeats and index == len(actors) // 2:
            for column, text, _ in lead:
                sheet.put(row, column, text, "header")
            for column, entry in columns.at:
                sheet.put(row, column, entry.label.text, "header")
            row += 1
            filler.pause()
        fate = "hidden" if index == hidden_row else "struck" if index == struck_row else "shown"
        _actor_row(
            scene,
            sheet,
            row,
            actor_at,
            actor,
            index,
            fate,
            filler,
            typed,
            section,
            pairs,
            tail,
            left if numbered else 0,
            sum_at if summed else 0,
        )
        row += 1
    if scene.chance("totals", 0.15):
        filler.totals(row + rng.choice([0, 1]), first, actor_at)
    if struck_row >= 0:
        sheet.put(
            sheet.bottom + 2,
            left,
            rng.choice(
                [
                    "durchgestrichen = nicht mehr Partner im Netzwerk",
                    "Durchgestrichene Einrichtungen sind ausgeschieden.",
                ]
            ),
            "legend",
        )


def _actor_row(
    scene: Scene, sheet: Sheet, row: int, at: int, actor: Actor, index: int, fate: str, filler: Filler, typed: bool, section: str,
    pairs: bool, tail: dict[int, str], number_at: int, sum_at: int,
) -> None:  # fmt: skip
    rng = scene.rng
    needed = fate == "shown"
    label = scene.actor_label(scene.actor(actor.name, needed), index + 1, plainly=fate != "shown")
    subjects = [label.name]
    text = label.text
    if pairs and fate == "shown" and not label.facts and rng.random() < 0.25:
        (other,) = scene.words.actors(1)
        scene.actor(other.name)
        subjects.append(other.name)
        text = f"{label.text.strip()} / {other.name}"
    facts = list(label.facts)
    if section and needed:
        facts += [says(subject, "has_type", section) for subject in subjects]
    role = "statement" if label.facts else "label"
    sheet.put(row, at, text, role, *facts, look=Look(strike=True) if fate == "struck" else Look())
    if fate == "hidden":
        sheet.hide_row(row)
    if number_at:
        sheet.put(row, number_at, index + 1, "ignorable")
    if typed:
        said = [says(subject, "has_type", actor.type) for subject in subjects]
        roles = {"shown": "statement", "hidden": "either", "struck": "report"}
        said = {"shown": said, "hidden": [maybe(fact) for fact in said], "struck": []}[fate]
        sheet.put(row, at + 1, actor.type, roles[fate], *said)
    empty = needed and rng.random() < 0.06
    if empty:
        scene.show("empty_actor_row")
        filler.pause()
    marks = 0 if empty else filler.line(row, Row(subjects, fate=fate))
    for column, predicate in tail.items():
        if len(subjects) == 1 and rng.random() < 0.8:
            contact(scene, sheet, row, column, predicate, subjects[0], fate)
    if sum_at:
        sheet.put(row, sum_at, marks, "total")
