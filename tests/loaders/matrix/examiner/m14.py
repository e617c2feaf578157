"""What a web application hands out for Excel: an HTML table in cp1252 that calls itself .xls."""

from tests.loaders.matrix.examiner.model import Book, Column, Look, Mark, kinds, no, say, unclear, yes

AA, JC = "Agentur für Arbeit Saarland", "Jobcenter Saarpfalz-Kreis"
AK, IHK = "Arbeitskammer des Saarlandes", "IHK Saarland"
VHS, BLIES = "Volkshochschule Homburg", "Berufsbildungswerk Blies (fiktiv)"
OFFERS = ("Bildungsberatung", "Anerkennungsberatung", "Prüfungsvorbereitung")
PLACES = ("St. Ingbert", "Homburg")
COLUMNS: dict[str, Column] = {**kinds("offers", "B", OFFERS), **kinds("active_in", "E", PLACES)}
# actor, marks, contact lines, link
ROWS: tuple[tuple[str, dict[str, Mark | str], tuple[str, str, str] | None, str], ...] = (
    (
        AA,
        {"B": "ja", "C": "ja", "E": "ja"},
        ("Team Beratung", "0221 4710-350", "beratung@saar.example.org"),
        "https://aa-saar.example.org",
    ),
    (
        JC,
        {"B": no("nein"), "D": unclear("wird geprüft")},
        ("Zentrale", "0221 4710-351", "jc@saarpfalz.example.org"),
        "",
    ),
    (
        AK,
        {"B": yes("ja (nur Mitglieder)", note="nur Mitglieder"), "C": no("nein"), "E": "ja", "F": "ja"},
        ("Referat Bildung", "0221 4710-352", "bildung@ak.example.org"),
        "https://www.ak.example.org/bildung",
    ),
    (IHK, {"C": "ja", "D": "ja", "F": no("nein")}, None, "https://ihk.example.org"),
    (VHS, {"B": "ja", "D": "ja", "F": "ja"}, ("Geschäftsstelle", "0221 4710-353", "vhs@homburg.example.org"), ""),
    (BLIES, {"D": yes("ja, ab 6 Personen", note="ab 6 Personen"), "E": "ja"}, None, ""),
)


def book() -> Book:
    """Return the file."""
    made = Book(
        "e14_export",
        ".xls",
        "Export der Beratungsdatenbank",
        "Saarpfalz",
        4,
        (
            "html_as_xls",
            "cp1252",
            "title_rows",
            "two_row_header",
            "merged_header",
            "merged_mark_cells",
            "soft_hyphen",
            "multi_contacts",
            "link_target_only",
            "restrictions_in_cell",
            "unknown_marks",
            "negative_marks",
        ),
        tuple(row[0] for row in ROWS),
        kind="html",
        encoding="cp1252",
    )
    sheet = made.sheet("Export", kind="matrix", orientation="actors_in_rows", header_rows=[2, 3], first_data_row=4)
    sheet.put("A1:H1", "Export der Beratungsdatenbank vom 02.04.2025", "title")
    for area, label in (("A2:A3", "Einrichtung"), ("G2:G3", "Kontakt"), ("H2:H3", "Web")):
        sheet.put(area, label, "header")
    sheet.put("B2:D2", "Leistungen", "group")
    sheet.put("E2:F2", "Raum", "group")
    sheet.line("B3", (*(offer.replace("sberatung", "s\u00adberatung") for offer in OFFERS), *PLACES), "header")
    for row, (actor, marks, contact, link) in enumerate(ROWS, start=4):
        sheet.put(f"A{row}", actor, "label")
        sheet.answers(row, actor, COLUMNS, marks)
        if contact:
            name, phone, mail = contact
            sheet.put(
                f"G{row}",
                f"{name}\nTel. {phone}\n{mail}",
                "statement",
                say(actor, "contact_name", name),
                say(actor, "contact_phone", phone, contact=name),
                say(actor, "contact_mail", mail, contact=name),
            )
        if link:
            sheet.put(f"H{row}", "öffnen", "statement", say(actor, "website", link), look=Look(link=link))
    both = (say(actor, "active_in", "Homburg") for actor in (AA, JC))
    sheet.put("F4:F5", "ja", "statement", *both)
    return made
