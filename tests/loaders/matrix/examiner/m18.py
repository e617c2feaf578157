"""Years of additions on one sheet: three header rows, sections, merged marks, colours, comments, totals, a list below."""

from tests.loaders.matrix.examiner.model import (
    Book,
    Column,
    Formula,
    Look,
    Mark,
    Sheet,
    may,
    maybe,
    no,
    say,
    unclear,
    yes,
)

AA, JCR, JCT = "Agentur für Arbeit Reutlingen", "Jobcenter Landkreis Reutlingen", "Jobcenter Landkreis Tübingen"
IHK, HWK = "IHK Reutlingen", "Handwerkskammer Reutlingen"
VHS_R, VHS_T = "Volkshochschule Reutlingen", "Volkshochschule Tübingen"
ALB, NECKAR = "Werkstatt Albtrauf gGmbH (fiktiv)", "Projekt Neckarbrücke (fiktiv)"
KURZ = {AA: "AA", JCR: "JC RT", JCT: "JC TÜ", IHK: "IHK", HWK: "HWK", VHS_R: "VHS RT", VHS_T: "VHS TÜ", ALB: "WA"}
ANERK, FINANZ = "Beratung zur Anerkennung", "Beratung zur Finanzierung"
COLUMNS: dict[str, Column] = {
    "C": ("offers", ANERK, {}),
    "D": ("offers", FINANZ, {}),
    "E": ("offers", "Deutsch B2", {}),
    "F": ("offers", "EDV-Grundlagen", {}),
    "G": ("serves", "Beschäftigte", {}),
    "H": ("serves", "Arbeitslose", {}),
    "I": ("serves", "Geflüchtete", {}),
    "K": ("active_in", "Reutlingen", {}),
    "L": ("active_in", "Tübingen", {}),
}
TERMIN, DOLM = "nur mit Termin", "Dolmetscher nach Voranmeldung"
YELLOW = Look(fill="FFF2CC")
UNSURE = "noch nicht bestätigt"
Row = tuple[str, str, str, dict[str, Mark | str]]
SECTIONS: tuple[tuple[str, tuple[Row, ...]], ...] = (
    (
        "Arbeitsverwaltung",
        (
            (AA, "", "", {"D": "x", "G": "x", "H": "x", "K": "x", "L": "x"}),
            (
                JCR,
                "*",
                TERMIN,
                {
                    "C": unclear("?"),
                    "D": yes("x", Look(fill=YELLOW.fill), meaning=UNSURE),
                    "H": yes("nur SGB II", note="nur SGB II", legal_basis="SGB II"),
                    "I": "x",
                    "K": "x",
                },
            ),
            (JCT, "", "", {"H": yes("nur SGB II", note="nur SGB II", legal_basis="SGB II"), "I": "x**", "L": "x"}),
        ),
    ),
    (
        "Kammern",
        (
            (IHK, "", "", {"C": "X", "D": no("nein"), "G": "X", "K": "X", "L": "X"}),
            (
                HWK,
                "",
                "",
                {
                    "C": yes("X", Look(comment="nur handwerkliche Berufe"), comment="nur handwerkliche Berufe"),
                    "F": unclear("im Aufbau"),
                    "G": "X",
                    "K": "X",
                    "L": yes("ab 01.09.2025", valid_from="2025-09-01"),
                },
            ),
        ),
    ),
    (
        "Bildungsträger",
        (
            (VHS_R, "", "", {"E": "✓", "F": "✓", "I": "✓", "K": "✓"}),
            (VHS_T, "", "", {"E": "✓", "F": yes("✓", Look(fill=YELLOW.fill), meaning=UNSURE), "L": "✓"}),
            (ALB, "", "", {"C": no("–"), "F": "x", "H": yes("u25", note="u25", age_below=25), "I": "x", "K": "x"}),
            (
                NECKAR,
                "",
                "",
                {"E": maybe("x", hidden=True), "I": maybe("x", hidden=True), "L": maybe("x", hidden=True)},
            ),
        ),
    ),
)
CONTACT = {
    AA: ("0221 4710-360", "aa@reutlingen.example.org", "https://aa-rt.example.org"),
    JCR: ("0221 4710-361", "jc@reutlingen.example.org", ""),
    IHK: ("0221 4710-362\n0221 4710-363", "ihk@reutlingen.example.org", "https://ihk-rt.example.org"),
    VHS_R: ("0221 4710-364", "vhs@reutlingen.example.org", "https://vhs-rt.example.org"),
    ALB: ("0221 4710-365", "", ""),
}
EDGES = (
    (JCT, AA, "Förderfragen", "Terminvereinbarung"),
    (AA, VHS_T, "Sprachkurs", "Flyer"),
    (IHK, HWK, "handwerklicher Beruf", "Anruf"),
    (VHS_R, "je nach Fall", "Schulden", ""),
)


def book() -> Book:
    """Return the file."""
    made = Book(
        "e18_gewachsen",
        ".xlsx",
        "Netzwerkübersicht",
        "Neckar-Alb",
        5,
        (
            "title_rows",
            "metadata_lines",
            "three_row_header",
            "merged_header",
            "partial_labels",
            "separator_column",
            "section_rows",
            "repeated_header",
            "merged_mark_cells",
            "colour_meaning",
            "cell_comments",
            "hidden_row",
            "totals",
            "formulas",
            "footnotes",
            "abbreviations",
            "multi_contacts",
            "link_target_only",
            "planned_and_ended",
            "restrictions_in_cell",
            "unknown_marks",
            "tables_below",
            "edge_list",
        ),
        (AA, JCR, JCT, IHK, HWK, VHS_R, VHS_T, ALB),
        optional_actors=(NECKAR,),
        aliases={name: [short] for name, short in KURZ.items()},
    )
    made.aliases[ANERK] = ["zur Anerkennung"]
    made.aliases[FINANZ] = ["zur Finanzierung"]
    made.aliases[ALB] = [*made.aliases[ALB], "Werkstatt Albtrauf gGmbH", "Werkstatt Albtrauf"]
    sheet = made.sheet("Netz", kind="matrix", orientation="actors_in_rows", header_rows=[4, 5, 6], first_data_row=7)
    sheet.put("A1", "Netzwerkübersicht Neckar-Alb", "title")
    sheet.put("A2", "Bearbeitung: Geschäftsstelle, letzte Änderung 14.03.2025", "title")
    _header(sheet, 4)
    row = 7
    for at, (section, rows) in enumerate(SECTIONS):
        if at == 2:
            _header(sheet, row)
            row += 3
        facts = [(may if actor == NECKAR else say)(actor, "has_type", section) for actor, _, _, _ in rows]
        sheet.put(f"A{row}", section, "section", *facts)
        for line in rows:
            row += 1
            _row(sheet, row, line)
        row += 1
    _merged(sheet)
    _below(sheet, row)
    return made


def _header(sheet: Sheet, row: int) -> None:
    for letters, label in (("A", "Partner"), ("B", "Kürzel"), ("M", "Kreuze"), ("G", ""), ("H", ""), ("I", "")):
        top = row + 1 if letters in "GHI" else row
        text = label or COLUMNS[letters][1]
        sheet.put(f"{letters}{top}:{letters}{row + 2}", text, "header")
    for area, label in (("C:F", "Angebote"), ("G:I", "Zielgruppen"), ("K:L", "Einzugsgebiet"), ("N:P", "Kontakt")):
        first, last = area[0], area[2]
        bottom = row if first in "CG" else row + 1
        sheet.put(f"{first}{row}:{last}{bottom}", label, "group")
    sheet.put(f"C{row + 1}:D{row + 1}", "Beratung", "group")
    sheet.put(f"E{row + 1}:F{row + 1}", "Kurse", "group")
    sheet.line(f"C{row + 2}", ("zur Anerkennung", "zur Finanzierung", "Deutsch B2", "EDV-Grundlagen"), "header")
    sheet.line(f"K{row + 2}", ("Reutlingen", "Tübingen"), "header")
    sheet.line(f"N{row + 2}", ("Telefon", "E-Mail", "Internet"), "header")


def _row(sheet: Sheet, row: int, line: Row) -> None:
    actor, marker, remark, marks = line
    facts = [say(actor, "remark", remark)] if remark else []
    sheet.put(f"A{row}", f"{actor}{marker}", "statement" if remark else "label", *facts)
    if actor in KURZ:
        sheet.put(f"B{row}", KURZ[actor], "statement", say(actor, "alias", KURZ[actor]))
    noted = {letter: yes("x**", footnote=DOLM) if mark == "x**" else mark for letter, mark in marks.items()}
    sheet.answers(row, actor, COLUMNS, noted)
    count = sum(1 for mark in noted.values() if isinstance(mark, str) or mark.role == "statement")
    sheet.put(f"M{row}", Formula(f"=COUNTA(C{row}:L{row})", float(count)), "total")
    if actor == NECKAR:
        sheet.hidden_rows.add(row)
    phone, mail, web = CONTACT.get(actor, ("", "", ""))
    if phone:
        said = [say(actor, "contact_phone", part) for part in phone.split("\n")]
        sheet.put(f"N{row}", phone, "statement", *said)
    if mail:
        sheet.put(f"O{row}", mail, "statement", say(actor, "contact_mail", mail))
    if web:
        sheet.put(f"P{row}", "Seite", "statement", say(actor, "website", web), look=Look(link=web))


def _merged(sheet: Sheet) -> None:
    """One tick over two target groups of a row, one over two rows of a column."""
    row = {cell.value: int(ref[1:]) for ref, cell in sheet.cells.items() if ref.startswith("A")}
    at = row[VHS_R]
    sheet.put(
        f"G{at}:H{at}", "✓", "statement", say(VHS_R, "serves", "Beschäftigte"), say(VHS_R, "serves", "Arbeitslose")
    )
    at = row[IHK]
    both = (say(actor, "offers", "Deutsch B2") for actor in (IHK, HWK))
    sheet.put(f"E{at}:E{at + 1}", "x", "statement", *both)


def _below(sheet: Sheet, row: int) -> None:
    sheet.put(f"A{row}", "Summe", "total")
    for letter in COLUMNS:
        cells = [cell for ref, cell in sheet.cells.items() if ref[0] == letter and cell.role == "statement"]
        sheet.put(f"{letter}{row}", Formula(f"=COUNTA({letter}7:{letter}{row - 1})", float(len(cells))), "total")
    sheet.put(f"A{row + 2}", f"* {TERMIN}", "footnote")
    sheet.put(f"A{row + 3}", f"** {DOLM}", "footnote")
    sheet.put(f"A{row + 4}", None, "legend", look=YELLOW)
    sheet.put(f"B{row + 4}", UNSURE, "legend")
    top = row + 7
    sheet.put(f"A{top - 1}", "Vereinbarte Verweise", "title")
    sheet.line(f"A{top}", ("Von", "An", "Wann?", "Wie?"), "header")
    for at, (sender, receiver, occasion, mode) in enumerate(EDGES, start=top + 1):
        sheet.put(f"A{at}", sender, "label")
        sheet.same(f"A{at}", f"B{at}")
        if receiver == "je nach Fall":
            sheet.put(f"B{at}", receiver, "report")
        else:
            said = say(sender, "refers_to", receiver, occasion=occasion, mode=mode)
            sheet.put(f"B{at}", receiver, "statement", said)
        sheet.put(f"C{at}", occasion, "qualifier")
        if mode:
            sheet.put(f"D{at}", mode, "qualifier")
