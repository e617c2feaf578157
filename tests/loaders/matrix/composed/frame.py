"""What surrounds a table: titles above, legends and notes below, beside or on a sheet of their own."""

from __future__ import annotations

from datetime import date

from tests.loaders.matrix.composed.answers import Sign, Vocabulary
from tests.loaders.matrix.composed.book import Look, Sheet
from tests.loaders.matrix.composed.facts import maybe, says
from tests.loaders.matrix.composed.scene import Scene


def sheet_name(scene: Scene, *taken: str) -> str:
    """Return a name for a sheet that says nothing."""
    while (name := scene.words.one("headers", "sheets")) in taken:
        pass
    return name


def opening(scene: Scene, sheet: Sheet, title: str = "", vocabulary: Vocabulary | None = None) -> tuple[int, int]:
    """Write what stands above a table and return where the table begins.

    A title is given where the reader needs it to understand the table; then it is always written.
    """
    rng, words = scene.rng, scene.words
    row = 1 + (rng.randint(1, 3) if scene.chance("blank_leading_rows", 0.15) else 0)
    left = 1 + (rng.randint(1, 2) if scene.chance("blank_leading_columns", 0.15) else 0)
    if title or rng.random() < 0.55:
        scene.show("title_rows")
        heading = title or f"{words.one('headers', 'titles')} {words.area['name']}"
        sheet.put(row, left, heading, "title", look=Look(bold=True))
        row += 1
        for _ in range(rng.choice([0, 0, 1, 1, 2, 3, 4])):
            row += rng.choice([0, 0, 0, 1])
            if scene.can("types") and rng.random() < 0.2:
                sheet.put(row, left, "Stand:", "title")
                sheet.put(row, left + 1, date(2026, rng.randint(1, 6), rng.randint(1, 28)), "title")
            else:
                sheet.put(row, left, words.one("headers", "metadata"), "title")
            row += 1
        row += rng.choice([0, 1, 1, 2])
    if vocabulary and vocabulary.legend and scene.chance("legend_above", 0.2):
        row = _signs(scene, sheet, row, left, vocabulary.legend) + 1
        vocabulary.signs = [Sign(sign.value, sign.says, sign.meaning, sign.look) for sign in vocabulary.signs]
        return row, left
    return row, left


def closing(
    scene: Scene, sheet: Sheet, left: int, vocabulary: Vocabulary | None = None, aliases: dict[str, str] | None = None
) -> None:
    """Write what stands below or beside the tables of a sheet: legend, abbreviations, footnotes, notes."""
    rng = scene.rng
    row = sheet.bottom + rng.choice([2, 2, 3])
    if vocabulary and vocabulary.legend and "legend_above" not in scene.book.phenomena:
        place = rng.choice(["below", "below", "below", "right", "sheet"])
        if place == "sheet" and scene.can("sheets"):
            scene.show("legend_sheet")
            page = scene.book.sheet(rng.choice(["Legende", "Erläuterungen", "Zeichen"]))
            page.put(1, 1, rng.choice(["Zeichen", "Symbol", "Eintrag"]), "header")
            page.put(1, 2, rng.choice(["Bedeutung", "Erläuterung", "heißt"]), "header")
            _pairs(page, 2, 1, vocabulary.legend)
        elif place == "right":
            scene.show("legend_right")
            top = min(at for at, _ in sheet.roles) + 1
            column = sheet.right + 2
            sheet.put(top, column, scene.words.one("headers", "legend"), "legend")
            _pairs(sheet, top + 1, column, vocabulary.legend)
        else:
            scene.show("legend_row")
            row = _signs(scene, sheet, row, left, vocabulary.legend) + 1
    if aliases:
        row = _abbreviations(scene, sheet, row, left, aliases) + 1
    for line in scene.footnotes.lines():
        sheet.put(row, left, line, "footnote")
        row += 1
    if scene.chance("notes_below", 0.3):
        for _ in range(rng.randint(1, 2)):
            sheet.put(row + 1, left, scene.words.one("headers", "notes"), "title")
            row += 1
    if scene.chance("prose_sheet", 0.1, "sheets"):
        _prose(scene)
    if scene.can("ghost") and scene.chance("ghost_dimension", 0.15):
        sheet.ghosts.add((rng.choice([500, 4000, 65000]), rng.choice([40, 200])))


def _prose(scene: Scene) -> None:
    """Put a sheet beside the tables that holds nothing but sentences."""
    words = scene.words
    page = scene.book.sheet(scene.rng.choice(["Hinweise", "Lies mich", "Info"]))
    for row in range(1, scene.rng.randint(3, 6)):
        page.put(row, 1, words.one("headers", scene.rng.choice(["notes", "metadata"])), "title")
    if scene.rng.random() < 0.4:
        scene.book.sheets.insert(0, scene.book.sheets.pop())


def _pairs(sheet: Sheet, row: int, column: int, signs: list[Sign]) -> int:
    for sign in signs:
        sheet.put(row, column, sign.value, "legend", look=sign.look)
        sheet.put(row, column + 1, sign.meaning, "legend")
        row += 1
    return row


def _signs(scene: Scene, sheet: Sheet, row: int, left: int, signs: list[Sign]) -> int:
    """Write a legend from a row on and return the row after it."""
    rng = scene.rng
    coloured = any(sign.value == "" for sign in signs)
    form = (
        rng.choice(["pairs", "lines"])
        if coloured
        else rng.choice(["pairs", "lines", "lines", "one line", "one line each"])
    )
    if form == "one line":
        glue = rng.choice(["; ", ", ", "   ", " | "])
        text = glue.join(f"{sign.value} = {sign.meaning}" for sign in signs)
        sheet.put(row, left, f"{scene.words.one('headers', 'legend').rstrip(':')}: {text}", "legend")
        return row + 1
    if rng.random() < 0.7 or coloured:
        sheet.put(row, left, scene.words.one("headers", "legend"), "legend")
        row += 1
    if form == "pairs":
        return _pairs(sheet, row, left, signs)
    equals = rng.choice([" = ", ": ", " – ", "= "])
    for sign in signs:
        if coloured:
            sheet.put(row, left, sign.meaning, "legend", look=sign.look)
        else:
            sheet.put(row, left, f"{sign.value}{equals}{sign.meaning}", "legend")
        row += 1
    return row


def _abbreviations(scene: Scene, sheet: Sheet, row: int, left: int, aliases: dict[str, str]) -> int:
    """Write the abbreviations (short -> long) below a table or on their own sheet; return the row after them."""
    rng = scene.rng
    scene.show("abbreviations")
    page, at, column = sheet, row, left
    if scene.can("sheets") and rng.random() < 0.4:
        scene.show("abbreviation_sheet")
        page, at, column = scene.book.sheet(rng.choice(["Abkürzungen", "Kürzel", "Abk."])), 1, 1
        page.put(1, 1, rng.choice(["Kürzel", "Abkürzung", "Abk."]), "header")
        page.put(1, 2, rng.choice(["Bedeutung", "Langform", "ausgeschrieben"]), "header")
        form = "pairs"
    else:
        page.put(at, column, scene.words.one("headers", "abbreviations"), "legend")
        form = rng.choice(["pairs", "pairs", "lines", "one line"])
    at += 1
    if form == "one line":
        text = rng.choice(["; ", ", "]).join(f"{short} = {long}" for short, long in aliases.items())
        facts = [maybe(says(long, "alias", short)) for short, long in aliases.items()]
        page.put(at, column, text, "legend", *facts)
        return max(row, at + 1 if page is sheet else row)
    for short, long in aliases.items():
        fact = says(long, "alias", short)
        if form == "lines":
            page.put(at, column, f"{short} = {long}", "statement", fact)
        else:
            page.put(at, column, short, "statement", fact)
            page.put(at, column + 1, long, "label")
        at += 1
    return at if page is sheet else row
