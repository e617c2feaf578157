"""Three tables on one sheet: two beside each other, one below, each with its own title and order."""

from tests.loaders.matrix.examiner.model import Book, Mark, Sheet, kinds, no, say, unclear, yes

AA, JC = "Agentur für Arbeit Flensburg", "Jobcenter Nordfriesland"
VHS, NSV = "Volkshochschule Husum", "Nordsee-Berufsbildungsverein (fiktiv)"
IHK, WIFO = "IHK Flensburg", "Wirtschaftsförderung Nordfriesland"
OFFERS = ("Laufbahnberatung", "Aktivierungsgutschein", "Grundbildungskurs", "Weiterbildungsbonus")
MARKS: dict[str, dict[str, Mark | str]] = {
    AA: {"B": "x", "C": "x", "E": no("–")},
    JC: {"C": "x", "D": unclear("?"), "E": no("–")},
    VHS: {"B": yes("dienstags", note="dienstags"), "D": "x"},
    NSV: {"D": "x", "E": "x"},
    IHK: {"B": "x", "E": "x"},
    WIFO: {"E": yes("nur KMU", note="nur KMU")},
}
CONTACTS = (
    (IHK, "Bildungsberatung", 2214710340, "bildung@ihk.example.org"),
    (VHS, "Geschäftszimmer", 2214710341, "vhs@husum.example.org"),
    (AA, "Eingangszone", 2214710342, "aa@flensburg.example.org"),
    (NSV, "Kursplanung", 2214710343, "kurse@nsv.example.org"),
)
REGIONS = ("Husum", "Niebüll", "Insel Föhr", "Eiderstedt")
PLACES: dict[str, dict[str, Mark | str]] = {
    VHS: {"B": "x", "E": "x"},
    JC: {"B": "x", "C": "x", "D": yes("x (einmal im Monat)", note="einmal im Monat"), "E": "x"},
    NSV: {"C": "x", "D": no("–")},
    WIFO: {"B": "x", "C": "x", "D": "x", "E": "x"},
}


def book() -> Book:
    """Return the file."""
    made = Book(
        "e10_drei_tabellen",
        ".xlsx",
        "Partnerübersicht Nordfriesland",
        "Nordfriesland",
        4,
        (
            "title_rows",
            "tables_beside",
            "tables_below",
            "row_order_differs",
            "numeric_phones",
            "restrictions_in_cell",
            "unknown_marks",
            "negative_marks",
            "notes_between",
        ),
        (AA, JC, VHS, NSV, IHK, WIFO),
    )
    sheet = made.sheet("Blatt1", kind="several", orientation="actors_in_rows", header_rows=[3], first_data_row=4)
    sheet.put("A1", "Partnerübersicht Nordfriesland", "title")
    sheet.put("A2", "Tabelle 1: Angebote", "title")
    _matrix(sheet, 3, "offers", OFFERS, MARKS)
    sheet.put("G2", "Tabelle 2: Kontakte", "title")
    sheet.line("G3", ("Partner", "Anlaufpunkt", "Fon", "Mail"), "header")
    for row, (actor, name, phone, mail) in enumerate(CONTACTS, start=4):
        sheet.put(f"G{row}", actor, "label")
        sheet.put(f"H{row}", name, "statement", say(actor, "contact_name", name))
        sheet.put(f"I{row}", phone, "statement", say(actor, "contact_phone", str(phone)))
        sheet.put(f"J{row}", mail, "statement", say(actor, "contact_mail", mail))
    sheet.put("A11", "Hinweis: Die Angaben beruhen auf einer Abfrage vom Februar.", "footnote")
    sheet.put("A13", "Tabelle 3: Einzugsgebiete", "title")
    _matrix(sheet, 14, "active_in", REGIONS, PLACES)
    return made


def _matrix(
    sheet: Sheet, row: int, predicate: str, labels: tuple[str, ...], rows: dict[str, dict[str, Mark | str]]
) -> None:
    sheet.line(f"A{row}", ("Partner", *labels), "header")
    columns = kinds(predicate, "B", labels)
    for at, (actor, marks) in enumerate(rows.items(), start=row + 1):
        sheet.put(f"A{at}", actor, "label")
        sheet.answers(at, actor, columns, marks)
