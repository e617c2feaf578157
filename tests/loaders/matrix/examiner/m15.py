"""Free places as numbers with totals, averages and error values; below it an intensity table with a legend."""

from tests.loaders.matrix.examiner.model import Book, ErrorValue, Formula, Mark, Sheet, kinds, no, unclear, yes

WARNOW, KUESTE = "Bildungsstätte Warnow GmbH (fiktiv)", "Berufsförderungswerk Küste (fiktiv)"
VHS, IHK, KH = "Volkshochschule Rostock", "IHK zu Rostock", "Kreishandwerkerschaft Rostock"
OFFERS = ("Umschulung", "Teilqualifizierung", "Berufssprachkurs", "Vorbereitungslehrgang")
THEMES = ("Maritime Wirtschaft", "Gesundheit", "Erneuerbare Energien")
MEANING = {"++": "Schwerpunkt", "+": "gehört zum Programm", "o": "nur im Einzelfall"}
NOTHING = no(Formula('=IF(1=1,"","")', ""))


def places(number: int) -> Mark:
    """Return a cell with a number of places."""
    return yes(number, count=number)


def shared(number: int) -> Mark:
    """Return a number that the spreadsheet computed."""
    return yes(Formula(f"={number // 2}+{number - number // 2}", float(number)), count=number)


def level(sign: str) -> Mark:
    """Return a cell with a sign of the intensity legend."""
    return yes(sign, meaning=MEANING[sign])


SEATS: dict[str, dict[str, Mark | str]] = {
    WARNOW: {"B": places(12), "C": places(8), "D": no(0), "E": unclear(ErrorValue("#N/A"))},
    KUESTE: {"B": shared(24), "C": no(0), "D": NOTHING},
    VHS: {"B": no(0), "D": places(18), "E": unclear("k. A.")},
    IHK: {"C": unclear(ErrorValue("#REF!")), "E": places(20)},
    KH: {"B": no(0), "C": shared(10), "E": places(15)},
}
LEVELS: dict[str, dict[str, Mark | str]] = {
    IHK: {"B": level("++"), "C": level("o"), "D": level("+")},
    KUESTE: {"B": no("–"), "C": level("++")},
    WARNOW: {"B": level("+"), "C": level("+"), "D": level("++")},
    KH: {"B": level("o"), "C": no("–"), "D": level("++")},
}


def book() -> Book:
    """Return the file."""
    made = Book(
        "e15_plaetze",
        ".xlsx",
        "Freie Plätze und Schwerpunkte",
        "Rostock",
        4,
        (
            "title_rows",
            "capacity_numbers",
            "intensity_legend",
            "tables_below",
            "totals",
            "averages",
            "formulas",
            "empty_formula",
            "error_values",
            "open_cells",
            "negative_marks",
        ),
        (WARNOW, KUESTE, VHS, IHK, KH),
    )
    sheet = made.sheet("Kapazität", kind="several", orientation="actors_in_rows", header_rows=[3], first_data_row=4)
    sheet.put("A1", "Freie Plätze je Angebot, Stand 01.04.2025", "title")
    sheet.line("A3", ("Anbieter", *OFFERS, "Summe"), "header")
    for row, (actor, marks) in enumerate(SEATS.items(), start=4):
        sheet.put(f"A{row}", actor, "label")
        sheet.answers(row, actor, kinds("offers", "B", OFFERS), marks)
        sheet.put(f"F{row}", Formula(f"=SUM(B{row}:E{row})", _sum(marks)), "total")
    for row, label, name in ((9, "Gesamt", "SUM"), (10, "Durchschnitt", "AVERAGE")):
        sheet.put(f"A{row}", label, "total")
        for letter, cached in zip("BCD", (36.0, 18.0, 18.0) if name == "SUM" else (9.0, 6.0, 9.0), strict=True):
            sheet.put(f"{letter}{row}", Formula(f"={name}({letter}4:{letter}8)", cached), "total")
    _levels(sheet)
    return made


def _sum(marks: dict[str, Mark | str]) -> float:
    return float(sum(int(mark.qualifiers.get("count", 0)) for mark in marks.values() if isinstance(mark, Mark)))


def _levels(sheet: Sheet) -> None:
    sheet.put("A13", "Themen: Wer hat welchen Schwerpunkt?", "title")
    sheet.line("A14", ("Anbieter", *THEMES), "header")
    for row, (actor, marks) in enumerate(LEVELS.items(), start=15):
        sheet.put(f"A{row}", actor, "label")
        sheet.answers(row, actor, kinds("covers_theme", "B", THEMES), marks)
    for row, (sign, meaning) in enumerate((*MEANING.items(), ("–", "nicht im Programm")), start=20):
        sheet.put(f"A{row}", sign, "legend")
        sheet.put(f"B{row}", meaning, "legend")
