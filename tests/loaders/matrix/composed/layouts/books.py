"""Books of several sheets, and sheets of several tables."""

from __future__ import annotations

from tests.loaders.matrix.composed.abbreviate import short
from tests.loaders.matrix.composed.answers import Vocabulary
from tests.loaders.matrix.composed.book import Look, Sheet
from tests.loaders.matrix.composed.contacts import contact
from tests.loaders.matrix.composed.cross import Block, Column, Filler, Row, head, lay_out
from tests.loaders.matrix.composed.facts import DIMENSION, maybe, says
from tests.loaders.matrix.composed.frame import closing, opening, sheet_name
from tests.loaders.matrix.composed.layouts.crosses import columns_of
from tests.loaders.matrix.composed.scene import Label, Scene
from tests.loaders.matrix.composed.wording import plain

# How the same institution is written by the next person.
VARIANTS = [
    ("Agentur für Arbeit ", "Arbeitsagentur "), ("Agentur für Arbeit ", "Agentur f. Arbeit "), ("Agentur für Arbeit ", "AA "),
    ("VHS ", "Volkshochschule "), ("Handwerkskammer ", "HWK "), ("Caritasverband ", "Caritas "), ("Jobcenter ", "JC "),
    ("Kreisvolkshochschule ", "Kreis-VHS "), (" gGmbH (fiktiv)", " (fiktiv)"), (" e. V. (fiktiv)", " e.V."), ("Diakonie ", "Diakonisches Werk "),
    ("Kreishandwerkerschaft ", "KH "), ("Regionalagentur ", "Reg.agentur "), (" und ", " & "),
]  # fmt: skip


def _variants(name: str) -> list[tuple[str, str]]:
    return [(old, new) for old, new in VARIANTS if old in name]


def variant(scene: Scene, name: str) -> str:
    """Return another spelling of a name, accepted as the same actor or kept apart."""
    fitting = _variants(name)
    if not fitting:
        return name
    old, new = scene.rng.choice(fitting)
    other = name.replace(old, new, 1)
    scene.book.alias(name, other)
    if other.endswith(" (fiktiv)"):
        scene.book.alias(name, other.removesuffix(" (fiktiv)"))
    scene.show("spelling_variants")
    return other


def sheets(scene: Scene) -> None:
    """Write one sheet per region or per audience with the same offers in another order."""
    rng, words = scene.rng, scene.words
    kind = rng.choice(["regions", "regions", "audiences"])
    scene.show("sheet_per_region" if kind == "regions" else "sheet_per_audience")
    vocabulary = Vocabulary(scene)
    names = [
        plain(label) for label in words.labels(kind, 6) if not set("[]:*?/\\") & set(label) and len(plain(label)) < 30
    ][: rng.randint(2, 4)]
    offers = words.labels("offers", rng.randint(4, 7))
    taken: set[str] = set()
    shorts = (
        {plain(offer): short(plain(offer), taken) for offer in offers}
        if scene.chance("abbreviated_headers", 0.3)
        else {}
    )
    for offer, sign in shorts.items():
        scene.book.alias(offer, sign)
    common = sorted((actor.name for actor in words.actors(9)), key=lambda name: not _variants(name))[:3]
    first: Sheet | None = None
    left = 1
    for index, name in enumerate(names):
        scene.concept(kind, name)
        sheet = scene.book.sheet(name)
        titled = rng.random() < 0.6
        top, left = (
            opening(scene, sheet, f"{words.header('titles')} {name}" if titled else "")
            if first is None
            else _short_opening(scene, sheet, name, titled)
        )
        first = first or sheet
        order = rng.sample(offers, len(offers) - (index > 0 and rng.random() < 0.4))
        scene.show("column_order_differs")
        dims: dict[str, object] = {DIMENSION[kind]: name}
        columns = []
        for offer in order:
            full = scene.concept("offers", plain(offer))
            columns.append(
                Column("offers", Label(full, shorts.get(full) or scene.written(offer, breakable=True)), dims)
            )
        actors = []
        for actor in [
            *rng.sample(common, rng.randint(1, 3)),
            *(actor.name for actor in words.actors(rng.randint(3, 6))),
        ]:
            text = (
                variant(scene, scene.actor(actor))
                if actor in common and index and rng.random() < 0.5
                else scene.written(scene.actor(actor))
            )
            facts = (maybe(says(actor, "active_in", name)),) if kind == "regions" else ()
            actors.append(Label(actor, text, facts))
        _plain(scene, sheet, (top, left), columns, actors, vocabulary)
    if scene.chance("archive_sheet", 0.25, "hidden"):
        _archive(scene, offers, common, vocabulary)
    if scene.chance("contacts_sheet", 0.4):
        _contacts(scene, common)
    assert first is not None
    closing(scene, first, left, vocabulary, {sign: offer for offer, sign in shorts.items()})


def _short_opening(scene: Scene, sheet: Sheet, name: str, titled: bool) -> tuple[int, int]:
    if titled:
        sheet.put(1, 1, f"{scene.words.header('titles')} {name}", "title", look=Look(bold=True))
    return (scene.rng.randint(2, 3) if titled else 1), 1


def _archive(scene: Scene, offers: list[str], names: list[str], vocabulary: Vocabulary) -> None:
    rng = scene.rng
    sheet = scene.book.sheet(rng.choice(["Archiv 2023", "alt", "ALT_nicht mehr verwenden", "Archiv"]))
    sheet.hidden = rng.random() < 0.6
    columns = lay_out(
        [Block("", [Column("offers", Label(plain(offer), plain(offer))) for offer in offers[:4]])], 2, False
    )
    row = head(scene, sheet, 1, columns, 1, [(1, scene.words.header("actor"), [])])
    filler = Filler(scene, sheet, columns, vocabulary)
    for name in names:
        sheet.put(row, 1, name, "label")
        filler.line(row, Row([name], fate="hidden"))
        row += 1


def _contacts(scene: Scene, names: list[str]) -> None:
    sheet = scene.book.sheet(scene.rng.choice(["Kontakte", "Ansprechpartner", "Adressen"]))
    fields = ["contact_name", "contact_phone", "contact_mail"]
    sheet.put(1, 1, scene.words.header("actor"), "header")
    for column, field in enumerate(fields, 2):
        sheet.put(1, column, scene.words.header(field), "header")
    for row, name in enumerate(names, 2):
        sheet.put(row, 1, variant(scene, scene.actor(name)) if scene.rng.random() < 0.3 else scene.actor(name), "label")
        for column, field in enumerate(fields, 2):
            contact(scene, sheet, (row, column), field, name)


def tables(scene: Scene) -> None:
    """Write two or three tables on one sheet, below or beside each other, perhaps each about one audience."""
    rng, words = scene.rng, scene.words
    sheet = scene.book.sheet(sheet_name(scene))
    vocabulary = Vocabulary(scene)
    beside = rng.random() < 0.35
    scene.show("tables_beside" if beside else "tables_below")
    about = rng.random() < 0.35
    top, left = opening(scene, sheet, "", vocabulary)
    actors = [actor.name for actor in words.actors(rng.randint(5, 8))]
    row, column = top, left
    offers = words.labels("offers", 4)
    groups = words.labels("audiences", 3)
    kinds = rng.sample(["offers", "audiences", "themes", "regions"], 3)
    for index in range(2 if beside else rng.randint(2, 3)):
        kind = "offers" if about else kinds[index]
        word = words.header(kind)
        dims: dict[str, object] = {}
        heading = f"{word}"
        if about:
            group = scene.concept("audiences", plain(groups[index]))
            dims = {"target_group": group}
            heading = f"Angebote für {group}"
            scene.show("table_title_is_dimension")
        columns = (
            [Column("offers", scene.concept_label("offers", offer), dims) for offer in offers]
            if about
            else columns_of(scene, kind, rng.randint(3, 5))
        )
        names = rng.sample(actors, rng.randint(3, len(actors)))
        sheet.put(row, column, heading, "title", look=Look(bold=True))
        body = [Label(scene.actor(name), scene.written(name)) for name in names]
        _plain(scene, sheet, (row + 1, column), columns, body, vocabulary)
        if beside:
            column = sheet.right + rng.choice([2, 2, 3])
        else:
            row = sheet.bottom + rng.choice([2, 3])
    closing(scene, sheet, left, vocabulary)


def _plain(
    scene: Scene, sheet: Sheet, at: tuple[int, int], columns: list[Column], actors: list[Label], vocabulary: Vocabulary
) -> None:
    laid = lay_out([Block("", columns)], at[1] + 1, False)
    row = head(scene, sheet, at[0], laid, 1, [(at[1], scene.words.header("actor"), [])])
    filler = Filler(scene, sheet, laid, vocabulary)
    for label in actors:
        sheet.put(row, at[1], label.text, "label", *label.facts)
        filler.line(row, Row([label.name]))
        row += 1
