"""Two header rows whose groups are continued by blanks, a repeated header, numbering, totals, an autofilter."""

from tests.loaders.matrix.examiner.model import Book, Formula, Mark, Sheet, kinds, no, yes

OFFERS = ("Berufswegplanung", "Fördermittelcheck", "Lernberatung", "Bewerbungswerkstatt")
GROUPS = ("Berufstätige", "Arbeitsuchende", "Berufsrückkehrende", "Betriebe")
PLACES = ("Prenzlau", "Schwedt/Oder", "Templin")
COLUMNS = {
    **kinds("offers", "C", OFFERS),
    **kinds("serves", "G", GROUPS),
    **kinds("active_in", "K", PLACES),
}
X = yes("x")
ROWS: tuple[tuple[str, dict[str, Mark | str]], ...] = (
    (
        "Agentur für Arbeit Eberswalde",
        {"C": "x", "D": "x", "E": no("-"), "G": "x", "H": "x", "I": "x", "K": "x", "L": "x"},
    ),
    ("Jobcenter Uckermark", {"C": no("nein"), "D": "ja", "F": "ja", "H": "ja", "K": "ja", "L": "ja", "M": "ja"}),
    ("Kreisvolkshochschule Uckermark", {"C": no("-"), "E": "x", "G": "x", "H": "x", "I": "x", "K": "x", "M": "x"}),
    ("IHK Ostbrandenburg", {"D": "x", "F": no("-"), "J": "x", "L": "x"}),
    ("Handwerkskammer Frankfurt (Oder)", {"C": yes(1), "D": yes(1), "E": no(0), "J": yes(1), "K": yes(1)}),
    ("Wirtschaftsförderung Schwedt", {"D": "X", "J": "X", "L": "X"}),
    ("Lernladen Angermünde (fiktiv)", {"C": "✓", "E": "✓", "F": "✓", "H": "✓", "I": "✓", "L": "✓", "M": no("–")}),
    ("Frauenbüro Templin (fiktiv)", {"F": "x", "I": "x", "M": "x"}),
    ("Gewerkschaftshaus Uckermark (fiktiv)", {}),
    ("Migrationsfachdienst Prenzlau (fiktiv)", {"C": "x", "F": no("nein"), "H": "x", "K": "x"}),
)


def book() -> Book:
    """Return the file."""
    made = Book(
        "e03_landschaft",
        ".xlsx",
        "Beratungslandschaft",
        "Uckermark",
        2,
        (
            "title_rows",
            "two_row_header",
            "blank_continued_groups",
            "repeated_header",
            "running_numbers",
            "totals",
            "formulas",
            "negative_marks",
            "mixed_marks",
            "autofilter",
            "empty_actor_row",
        ),
        tuple(actor for actor, _ in ROWS),
    )
    sheet = made.sheet(
        "Übersicht 2025", kind="matrix", orientation="actors_in_rows", header_rows=[3, 4], first_data_row=5
    )
    sheet.put("A1", "Beratungslandschaft Uckermark – Arbeitsstand Mai 2025", "title")
    _header(sheet, 3)
    row = 5
    for at, (actor, marks) in enumerate(ROWS):
        if at == 6:
            _header(sheet, row)
            row += 2
        sheet.put(f"A{row}", at + 1, "ignorable")
        sheet.put(f"B{row}", actor, "label")
        sheet.answers(row, actor, COLUMNS, marks)
        positive = sum(1 for mark in marks.values() if isinstance(mark, str) or mark.role == "statement")
        sheet.put(f"N{row}", Formula(f'=COUNTIF(C{row}:M{row},"x")', float(positive)), "total")
        row += 1
    sheet.put(f"B{row}", "Gesamt", "total")
    for letter in COLUMNS:
        count = sum(1 for ref, cell in sheet.cells.items() if ref.startswith(letter) and cell.role == "statement")
        sheet.put(f"{letter}{row}", Formula(f'=COUNTIF({letter}5:{letter}{row - 1},"x")', float(count)), "total")
    sheet.autofilter = f"A4:N{row - 1}"
    return made


def _header(sheet: Sheet, row: int) -> None:
    sheet.line(f"A{row}", ("Nr.", "Stelle"), "header")
    sheet.put(f"C{row}", "Wir bieten", "group")
    sheet.put(f"G{row}", "Für wen?", "group")
    sheet.put(f"K{row}", "Wo?", "group")
    sheet.put(f"N{row}", "Anzahl Kreuze", "header")
    sheet.line(f"C{row + 1}", (*OFFERS, *GROUPS, *PLACES), "header")
