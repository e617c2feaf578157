"""One sheet for each target group, offers in changing order, one sheet with the names on the right, an old hidden sheet."""

from tests.loaders.matrix.examiner.model import Book, Mark, Sheet, kinds, may, maybe, no, say, yes

AA, JC = "Agentur für Arbeit Bielefeld", "Jobcenter Arbeitplus Bielefeld"
IHK, HWK = "IHK Ostwestfalen zu Bielefeld", "Handwerkskammer OWL"
VHS, REGE = "Volkshochschule Bielefeld", "REGE mbH"
MOEWE, FB = "MOVE Bildungswerk gGmbH (fiktiv)", "Kompetenzzentrum Frau und Beruf OWL"
UNI = "Hochschule Ravensberg (fiktiv)"
QUALI, FOERDER = "Qualifizierungsberatung", "Förderberatung"
ORIENT, COACH = "Orientierungsgespräch", "Einzelcoaching"
Rows = tuple[tuple[str, str, dict[str, Mark | str]], ...]
FIRST: Rows = (
    (AA, AA, {"B": "x", "C": "x"}),
    (IHK, IHK, {"B": "x", "E": "x"}),
    (HWK, HWK, {"B": "x", "C": no("-")}),
    (VHS, VHS, {"D": "x", "E": yes("x (abends)", note="abends")}),
    (FB, FB, {"D": "x", "E": "x"}),
    (UNI, UNI, {}),
)
SECOND: tuple[tuple[str, Rows], ...] = (
    (
        "Arbeitsverwaltung",
        (
            ("Arbeitsagentur Bielefeld", AA, {"B": "x", "D": "x"}),
            (JC, JC, {"B": "x", "C": "x", "E": yes("nur SGB II", note="nur SGB II", legal_basis="SGB II")}),
        ),
    ),
    (
        "Bildungsträger",
        (
            ("VHS  Bielefeld ", VHS, {"B": "x"}),
            (REGE, REGE, {"B": "x", "C": "x", "E": "x"}),
            ("MOVE Bildungswerk", MOEWE, {"C": "x", "E": no("-")}),
        ),
    ),
)
THIRD: Rows = (
    ("IHK Ostwestfalen", IHK, {"A": "x", "B": "x"}),
    ("HWK OWL", HWK, {"A": "x", "B": "x"}),
    (AA, AA, {"A": "x", "C": "x"}),
    ("Hochschule Ravensberg", UNI, {"A": no("-"), "C": "x"}),
)
CONTACTS = (
    (AA, AA, "Arbeitgeber-Service", "0221 4710-330"),
    (JC, JC, "Anmeldung", "0221 4710-331"),
    ("VHS Bielefeld", VHS, "Beratungsteam", "0221 4710-332"),
    (REGE, REGE, "Empfang", "0221 4710-333"),
)


def book() -> Book:
    """Return the file."""
    made = Book(
        "e08_blatt_je_zielgruppe",
        ".xlsx",
        "Angebote je Zielgruppe",
        "Bielefeld",
        4,
        (
            "sheet_per_target_group",
            "title_rows",
            "column_order_differs",
            "section_rows",
            "labels_on_the_right",
            "spelling_variants",
            "whitespace_noise",
            "contacts_sheet",
            "hidden_sheet",
            "negative_marks",
            "restrictions_in_cell",
            "empty_actor_row",
        ),
        (AA, JC, IHK, HWK, VHS, REGE, MOEWE, FB, UNI),
    )
    made.aliases = {
        AA: ["Arbeitsagentur Bielefeld"],
        IHK: ["IHK Ostwestfalen"],
        HWK: ["HWK OWL"],
        VHS: ["VHS Bielefeld"],
        MOEWE: ["MOVE Bildungswerk", "MOVE Bildungswerk gGmbH"],
    }
    sheet = _page(made, "Beschäftigte", "Angebote für Beschäftigte", (QUALI, FOERDER, ORIENT, COACH), "B")
    _rows(sheet, 4, "Beschäftigte", (QUALI, FOERDER, ORIENT, COACH), "A", FIRST)
    order: tuple[str, ...] = (ORIENT, COACH, FOERDER, "Sprachförderung")
    sheet = _page(made, "Arbeitslose", "Angebote für Arbeitslose", order, "B")
    row = 4
    for section, rows in SECOND:
        facts = [say(actor, "has_type", section) for _, actor, _ in rows]
        sheet.put(f"A{row}", section, "section", *facts)
        row = _rows(sheet, row + 1, "Arbeitslose", order, "A", rows)
    order = (QUALI, "Ausbildungsberatung", "Wissenstransfer")
    sheet = _page(made, "Betriebe", "Angebote für Betriebe", order, "A")
    _rows(sheet, 4, "Betriebe", order, "D", THIRD)
    _contacts(made)
    _archive(made)
    return made


def _page(made: Book, name: str, title: str, order: tuple[str, ...], first: str) -> Sheet:
    sheet = made.sheet(name, kind="matrix", orientation="actors_in_rows", header_rows=[3], first_data_row=4)
    sheet.put("A1", title, "title")
    sheet.put("D3" if first == "A" else "A3", "Einrichtung", "header")
    sheet.line(f"{first}3", order, "header")
    return sheet


def _rows(sheet: Sheet, row: int, group: str, order: tuple[str, ...], names: str, rows: Rows) -> int:
    columns = kinds("offers", "B" if names == "A" else "A", order, target_group=group)
    for label, actor, marks in rows:
        sheet.put(f"{names}{row}", label, "label", may(actor, "serves", group))
        sheet.answers(row, actor, columns, marks)
        row += 1
    return row


def _contacts(made: Book) -> None:
    sheet = made.sheet(
        "Erreichbarkeit", kind="contacts", orientation="actors_in_rows", header_rows=[1], first_data_row=2
    )
    sheet.line("A1", ("Einrichtung", "Wen fragen?", "Rufnummer"), "header")
    for row, (label, actor, name, phone) in enumerate(CONTACTS, start=2):
        sheet.put(f"A{row}", label, "label")
        sheet.put(f"B{row}", name, "statement", say(actor, "contact_name", name))
        sheet.put(f"C{row}", phone, "statement", say(actor, "contact_phone", phone))


def _archive(made: Book) -> None:
    sheet = made.sheet("Archiv 2021", kind="matrix", orientation="actors_in_rows", header_rows=[1], first_data_row=2)
    sheet.hidden = True
    sheet.line("A1", ("Einrichtung", QUALI, ORIENT), "header")
    columns = kinds("offers", "B", (QUALI, ORIENT))
    for row, (old, letter) in enumerate(((AA, "B"), (VHS, "C"), (REGE, "B")), start=2):
        sheet.put(f"A{row}", old, "label")
        sheet.answers(row, old, columns, {letter: maybe("x", hidden=True)})
