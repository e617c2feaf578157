"""A traffic-light matrix: theme and plain fills explained at the side, comments, a struck-through row, a hidden column."""

from tests.loaders.matrix.examiner.model import Book, Column, Look, Mark, Sheet, kinds, maybe, no, unclear, yes

OWN, PARTNER = "eigenes Angebot", "über Kooperationspartner"
NOT = "wird nicht angeboten"
GREEN, YELLOW, RED = Look(theme=(9, 2)), Look(fill="FFD966"), Look(fill="C00000")
STRUCK = Look(strike=True)
THEMES = ("Gebäudeenergie", "Pflege", "IT-Sicherheit", "Verkehr")
GROUPS = ("Ältere Beschäftigte", "Solo-Selbstständige", "Berufseinsteigende")
COLUMNS: dict[str, Column] = {**kinds("covers_theme", "B", THEMES), **kinds("serves", "F", GROUPS)}


def own(value: str | None = None, comment: str = "") -> Mark:
    """Return a green cell."""
    extra = {"comment": comment} if comment else {}
    return yes(value, Look(theme=GREEN.theme, comment=comment), meaning=OWN, **extra)


def partner(value: str | None = None, comment: str = "") -> Mark:
    """Return a yellow cell."""
    extra = {"comment": comment} if comment else {}
    return yes(value, Look(fill=YELLOW.fill, comment=comment), meaning=PARTNER, **extra)


def none(value: str | None = None) -> Mark:
    """Return a red cell."""
    return no(value, RED)


ROWS: tuple[tuple[str, dict[str, Mark | str]], ...] = (
    ("Agentur für Arbeit Erfurt", {"B": own(), "C": own(comment="mit dem Pflegestützpunkt"), "F": own(), "H": own()}),
    ("Jobcenter Erfurt", {"B": none(), "C": partner(), "G": none(), "H": own("x")}),
    ("IHK Erfurt", {"B": own("x"), "D": own(), "E": partner(), "F": partner(), "G": own()}),
    ("Handwerkskammer Erfurt", {"B": own(), "C": none(), "D": partner(comment="nur in Gotha"), "H": own()}),
    ("Technologiezentrum Gera-Aue (fiktiv)", {}),
    ("Volkshochschule Erfurt", {"C": partner(), "D": own(), "E": none(), "F": own(), "G": partner(), "H": partner()}),
    ("Verkehrsakademie Thüringen (fiktiv)", {"E": own("x"), "F": none()}),
)
CLOSED = 8


def book() -> Book:
    """Return the file."""
    made = Book(
        "e11_ampel",
        ".xlsx",
        "Ampelmatrix",
        "Mittelthüringen",
        4,
        (
            "two_row_header",
            "colour_meaning",
            "colour_only_cells",
            "theme_colours",
            "side_legend",
            "cell_comments",
            "strike_through",
            "hidden_column",
        ),
        tuple(actor for actor, _ in ROWS if "Gera-Aue" not in actor),
        optional_actors=("Technologiezentrum Gera-Aue (fiktiv)",),
    )
    sheet = made.sheet("Ampel", kind="matrix", orientation="actors_in_rows", header_rows=[2, 3], first_data_row=4)
    sheet.hidden_columns = {"E"}
    sheet.put("A2:A3", "Beratungsstelle", "header")
    sheet.put("B2:E2", "Themen", "group")
    sheet.put("F2:H2", "Zielgruppen", "group")
    sheet.line("B3", (*THEMES, *GROUPS), "header")
    for row, (actor, marks) in enumerate(ROWS, start=4):
        if row == CLOSED:
            _closed(sheet, row, actor)
            continue
        sheet.put(f"A{row}", actor, "label")
        sheet.answers(row, actor, COLUMNS, {letter: _hidden(letter, mark) for letter, mark in marks.items()})
    _legend(sheet)
    return made


def _hidden(letter: str, mark: Mark | str) -> Mark | str:
    if letter != "E" or isinstance(mark, str) or mark.role != "statement":
        return mark
    return maybe(mark.value, mark.look, **dict(mark.qualifiers), hidden=True)


def _closed(sheet: Sheet, row: int, actor: str) -> None:
    sheet.put(f"A{row}", actor, "report", look=STRUCK)
    sheet.answers(row, actor, COLUMNS, {letter: unclear("x", STRUCK) for letter in "BDF"})


def _legend(sheet: Sheet) -> None:
    sheet.put("J2", "Erläuterung", "legend")
    for row, (look, meaning) in enumerate(((GREEN, OWN), (YELLOW, PARTNER), (RED, NOT)), start=3):
        sheet.put(f"J{row}", None, "legend", look=look)
        sheet.put(f"K{row}", meaning, "legend")
    sheet.put("J6", "Text", "legend", look=STRUCK)
    sheet.put("K6", "durchgestrichen = Stelle geschlossen", "legend")
