"""Instruments in rows with their contact points, target groups and age columns; BIFF."""

from tests.loaders.matrix.examiner.model import Book, Column, Mark, Sheet, kinds, no, say, unclear, yes

AA, JC = "Agentur für Arbeit Ludwigshafen", "Jobcenter Vorderpfalz-Ludwigshafen"
ISB = "Investitions- und Strukturbank Rheinland-Pfalz"
IHK, HWK = "IHK Pfalz", "Handwerkskammer der Pfalz"
BFW = "Beratungsstelle Aufstieg Vorderpfalz (fiktiv)"
GROUPS = ("Beschäftigte", "Arbeitslose", "Betriebe")
AGES = ("unter 25", "25 bis 54", "ab 55")
COLUMNS: dict[str, Column] = {**kinds("serves", "D", GROUPS), **kinds("serves", "G", AGES)}
FOOTNOTE = "vorherige Beratung ist Pflicht"
Row = tuple[str, str, str, tuple[str, ...], dict[str, Mark | str], str, str]
# instrument, footnote mark, norm, contact points, marks, cost, remark
ROWS: tuple[Row, ...] = (
    (
        "Bildungsgutschein",
        "*",
        "§ 81 SGB III",
        (AA, JC),
        {"D": "x", "E": "x", "F": no("-"), "G": "x", "H": "x", "I": "x"},
        "kostenfrei",
        "",
    ),
    (
        "Aufstiegs-BAföG",
        "",
        "AFBG",
        (ISB,),
        {"D": "x", "E": "x", "G": "x", "H": "x", "I": "x"},
        "Eigenanteil 50 %",
        "Antrag vor Beginn",
    ),
    (
        "Zuschuss zum Arbeitsentgelt",
        "",
        "§ 82 SGB III",
        (AA,),
        {
            "D": yes("bis 75 %", note="bis 75 %"),
            "E": no("-"),
            "F": yes("nur KMU", note="nur KMU"),
            "G": unclear("?"),
            "H": "x",
            "I": "x",
        },
        "",
        "Höhe nach Betriebsgröße",
    ),
    (
        "Einstiegsqualifizierung",
        "*",
        "§ 54a SGB III",
        (IHK, HWK),
        {"E": "x", "F": "x", "G": "x", "H": yes("auf Anfrage", note="auf Anfrage"), "I": no("-")},
        "kostenfrei",
        "",
    ),
    (
        "Weiterbildungsprämie",
        "",
        "",
        (BFW,),
        {"D": "x", "F": unclear("in Klärung"), "H": "x", "I": "x"},
        "",
        "nur mit Prüfungsnachweis",
    ),
    ("Umschulungsbegleitende Hilfen", "", "§ 81 SGB III", (JC,), {"E": "x"}, "kostenfrei", ""),
)


def book() -> Book:
    """Return the file."""
    made = Book(
        "e13_instrumente",
        ".xls",
        "Förderinstrumente",
        "Vorderpfalz",
        4,
        (
            "xls",
            "title_rows",
            "two_row_header",
            "merged_header",
            "instrument_rows",
            "age_columns",
            "lists_in_cells",
            "footnotes",
            "restrictions_in_cell",
            "unknown_marks",
            "negative_marks",
        ),
        (AA, JC, ISB, IHK, HWK, BFW),
        kind="xls",
    )
    made.aliases = {
        "unter 25": ["unter 25 Jahre", "u25", "Alter unter 25"],
        "25 bis 54": ["25-54", "25–54", "25 bis 54 Jahre", "Alter 25 bis 54"],
        "ab 55": ["ab 55 Jahre", "Alter ab 55"],
    }
    sheet = made.sheet("Instrumente", kind="matrix", orientation="offers_in_rows", header_rows=[3, 4], first_data_row=5)
    sheet.put("A1", "Förderinstrumente der beruflichen Weiterbildung", "title")
    for area, label in (
        ("A3:A4", "Förderinstrument"),
        ("B3:B4", "gesetzliche Grundlage"),
        ("C3:C4", "Ansprechstelle"),
        ("J3:J4", "Kosten"),
        ("K3:K4", "Bemerkungen"),
    ):
        sheet.put(area, label, "header")
    sheet.put("D3:F3", "Personengruppen", "group")
    sheet.put("G3:I3", "Alter", "group")
    sheet.line("D4", (*GROUPS, *AGES), "header")
    for row, entry in enumerate(ROWS, start=5):
        _row(sheet, row, entry)
    sheet.put("A12", f"* {FOOTNOTE}", "footnote")
    return made


def _row(sheet: Sheet, row: int, entry: Row) -> None:
    name, marker, norm, places, marks, cost, remark = entry
    noted = [say(name, "remark", FOOTNOTE)] if marker else []
    sheet.put(f"A{row}", f"{name}{marker}", "statement" if marker else "label", *noted)
    if norm:
        sheet.put(f"B{row}", norm, "statement", say(name, "legal_basis", norm))
    sheet.put(f"C{row}", "\n".join(places), "statement", *(say(place, "offers", name) for place in places))
    sheet.answers(row, name, COLUMNS, marks)
    if cost:
        sheet.put(f"J{row}", cost, "statement", say(name, "cost", cost))
    if remark:
        sheet.put(f"K{row}", remark, "statement", say(name, "remark", remark))
