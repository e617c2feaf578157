"""Profiles with the partners in columns under bands of types, features grouped by merged cells on the left."""

import datetime as dt

from tests.loaders.matrix.examiner.model import Book, Look, Mark, Sheet, no, say, unclear, yes

ACTORS = {
    "C": "Agentur für Arbeit Nordhorn",
    "D": "Jobcenter Landkreis Emsland",
    "E": "IHK Osnabrück – Emsland – Grafschaft Bentheim",
    "F": "HWK Osnabrück-Emsland-Grafschaft Bentheim",
    "G": "Ludwig-Windthorst-Haus",
    "H": "Lernzentrum Moorland (fiktiv)",
}
BANDS = {"C3:D3": "Arbeitsverwaltung", "E3:F3": "Kammern", "G3:H3": "Bildungsträger"}
CONTACTS = {
    "C": ("Servicestelle Weiterbildung", "0221 4710-320", "https://www.nordhorn.example.org"),
    "D": ("Team Integration", "0221 4710-321", "https://jc-emsland.example.org"),
    "E": ("Weiterbildungsberatung", "0221 4710-322", ""),
    "F": ("Team Karriere", "0221 4710-323", "https://hwk.example.org/karriere"),
    "G": ("Tagungsbüro", "0221 4710-324", "https://lwh.example.org"),
    "H": ("Sekretariat", "0221 4710-325", ""),
}
GROUPS: dict[str, dict[str, Mark | str]] = {
    "Beschäftigte ohne Berufsabschluss": {"C": "●", "E": "●", "F": "●", "H": "●"},
    "Arbeitslose": {"C": "●", "D": "●", "G": no("–"), "H": "●"},
    "Junge Menschen": {
        "C": yes("unter 25", note="unter 25", age_below=25),
        "D": yes("unter 25", note="unter 25", age_below=25),
        "F": "●",
        "G": unclear("offen"),
    },
    "Unternehmen": {"C": "●", "D": no("–"), "E": "●", "F": "●"},
}
OFFERS: dict[str, dict[str, Mark | str]] = {
    "Weiterbildungsberatung": {"C": "●", "E": "●", "F": "●", "G": "●"},
    "Bildungsurlaubsseminare": {"D": no("–"), "G": "●"},
    "Teilqualifizierung": {"F": "●", "H": yes("● (ab 8 Personen)", note="ab 8 Personen")},
    "Förderung nach dem Qualifizierungschancengesetz": {"C": "●", "D": no("–")},
}
THEMES: dict[str, dict[str, Mark | str]] = {
    "Pflege": {"C": "●", "G": "●"},
    "Wasserstoff": {"E": "●", "F": "●", "H": unclear("?")},
}
STAND = {"C": dt.date(2025, 3, 1), "D": dt.date(2025, 2, 11), "E": dt.date(2024, 12, 18), "H": dt.date(2025, 1, 7)}


def book() -> Book:
    """Return the file."""
    made = Book(
        "e06_profile_quer",
        ".xlsx",
        "Partnerprofile",
        "Emsland/Grafschaft Bentheim",
        4,
        (
            "title_rows",
            "transposed",
            "merged_row_groups",
            "type_bands",
            "contacts_in_matrix",
            "hyperlinks",
            "link_target_only",
            "mixed_marks",
            "restrictions_in_cell",
            "unknown_marks",
            "negative_marks",
            "german_dates",
        ),
        tuple(ACTORS.values()),
    )
    sheet = made.sheet(
        "Profile", kind="transposed", orientation="actors_in_columns", header_rows=[3, 4], first_data_row=5
    )
    sheet.put("A1", "Partnerprofile im Bildungsnetz Ems-Vechte", "title")
    for area, band in BANDS.items():
        first, last = area[0], area[3]
        facts = [say(name, "has_type", band) for letter, name in ACTORS.items() if first <= letter <= last]
        sheet.put(area, band, "section", *facts)
    for letter, name in ACTORS.items():
        sheet.put(f"{letter}4", name, "header")
    _contacts(sheet)
    row = _marks(sheet, 9, "Wen beraten Sie?", "serves", GROUPS)
    row = _marks(sheet, row, "Was bieten Sie an?", "offers", OFFERS)
    row = _marks(sheet, row, "Themen", "covers_theme", THEMES)
    sheet.put(f"A{row}", "Angaben vom", "header")
    for letter, date in STAND.items():
        sheet.put(f"{letter}{row}", date, "statement", say(ACTORS[letter], "last_checked", date.isoformat()))
    return made


def _contacts(sheet: Sheet) -> None:
    sheet.put("A5:A8", "Kontakt", "group")
    for row, label in enumerate(("Ansprechperson", "Telefon", "E-Mail", "Internetseite"), start=5):
        sheet.put(f"B{row}", label, "header")
    for letter, (name, phone, web) in CONTACTS.items():
        actor = ACTORS[letter]
        mail = f"stelle-{letter.lower()}@example.org"
        sheet.put(f"{letter}5", name, "statement", say(actor, "contact_name", name))
        sheet.put(f"{letter}6", phone, "statement", say(actor, "contact_phone", phone))
        said = say(actor, "contact_mail", mail)
        sheet.put(f"{letter}7", "Mail schreiben", "statement", said, look=Look(link=f"mailto:{mail}"))
        if web:
            sheet.put(f"{letter}8", "zur Seite", "statement", say(actor, "website", web), look=Look(link=web))


def _marks(sheet: Sheet, row: int, group: str, predicate: str, rows: dict[str, dict[str, Mark | str]]) -> int:
    last = row + len(rows) - 1
    sheet.put(f"A{row}:A{last}", group, "group")
    for at, (label, marks) in enumerate(rows.items(), start=row):
        sheet.put(f"B{at}", label, "header")
        for letter, mark in marks.items():
            sheet.answers(at, ACTORS[letter], {letter: (predicate, label, {})}, {letter: mark})
    return last + 1
