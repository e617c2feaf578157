"""The network matrix of the coordinating office: partners by offers, target groups and districts.

Title rows, a merged header of two rows, section rows, separator columns, every kind of mark, footnotes, a legend,
totals as formulas, a hidden row and two cell comments.
"""

from __future__ import annotations

import io
from typing import Any

from tools.musterregion.package import WRITTEN, settle
from tools.musterregion.table import rows

NAME = "partnermatrix_2026.xlsx"

OFFERS = [
    "Bildungs-\nberatung", "Berufsberatung im\nErwerbsleben", "Bildungs-\ngutschein", "Bildungsscheck-\nberatung",
    "Qualifizierungs-\nberatung für Betriebe", "Anerkennungs-\nberatung", "Teil-\nqualifizierung", "Umschulung",
    "Ausbildungs-\nberatung", "Wiedereinstiegs-\nberatung", "Deutschkurse", "Existenzgründungs-\nberatung",
]  # fmt: skip
GROUPS = [
    "Beschäftigte", "Arbeitsuchende", "Langzeit-\narbeitslose", "Menschen ohne\nBerufsabschluss", "Geflüchtete",
    "Menschen mit Migrations-\nhintergrund", "Wieder-\neinsteigende", "Allein-\nerziehende", "Junge Erwachsene",
    "Ältere", "KMU",
]  # fmt: skip
REGIONS = ["Hagen", "Märkischer\nKreis", "südlicher\nEnnepe-Ruhr-Kreis"]

# Partner | 12 offers | 11 target groups | 3 districts. A line without bars is a section row.
PARTNERS = """
Arbeitsverwaltung
Agentur für Arbeit Hagen                        |.|x|x|.|x|.|.|.|.|.|.|.                 |x|x|.|x|x|.|x|.|u25|x|x             |x|.|x
Agentur für Arbeit Iserlohn*                    |.|X|X|.|X|.|.|.|.|.|.|.                 |X|X|.|X|X|.|X|.|u25|X|X             |.|X|.
Jobcenter Hagen                                 |.|–|nur SGB II|.|.|.|.|.|.|.|.|.         |–|x|x|x|x|.|.|x|u25|.|–             |x|.|.
Jobcenter Märkischer Kreis                      |.|–|nur SGB II|.|.|.|.|.|.|(x)|.|.       |–|x|x|x|x|.|.|x|u25|.|.             |.|x|.
Jobcenter Ennepe-Ruhr-Kreis**                   |.|.|nur SGB II|.|.|.|.|.|.|.|.|.         |.|ja|ja|ja|ja|.|.|ja|.|.|.          |.|.|ja
Arbeitgeber-Service der Agentur für Arbeit Hagen|.|.|.|.|x|.|.|.|.|.|.|.                 |.|.|.|.|.|.|.|.|.|.|x               |x|.|x
Arbeitgeber-Service der Agentur für Arbeit Iserlohn|.|.|.|.|x|.|.|.|.|.|.|.              |.|.|.|.|.|.|.|.|.|.|x               |.|x|.
Kammern
SIHK zu Hagen                                   |.|.|.|.|●|●|.|.|●|.|.|●                 |●|.|.|.|.|●|.|.|.|.|●               |●|●|●
Handwerkskammer Südwestfalen                    |.|.|.|.|x|x|.|.|x|.|.|x                 |x|.|.|.|.|x|.|.|x|.|x               |.|x|.
Handwerkskammer Dortmund                        |.|.|.|.|.|.|.|.|x|.|.|.                 |.|.|.|.|.|.|.|.|x|.|x               |x|.|x
Kreishandwerkerschaft Märkischer Kreis          |.|.|.|.|x|.|.|.|x|.|.|.                 |.|.|.|.|.|.|.|.|x|.|x               |.|x|.
Kreishandwerkerschaft Hagen                     |.|.|.|.|auf Anfrage|.|.|.|x|.|.|.       |.|.|.|.|.|.|.|.|x|.|x               |x|.|.
Sozialpartner
Märkischer Arbeitgeberverband                   |.|.|.|.|x|.|.|.|.|.|.|.                 |.|.|.|.|.|.|.|.|.|.|x               |x|x|.
DGB Ruhr-Mark                                   |auf Anfrage|.|.|.|.|.|.|.|.|.|.|.       |x|.|.|.|.|.|.|.|.|.|nein            |x|x|x
Wirtschaftsförderung
Wirtschaftsförderung Hagen                      |.|.|.|.|auf Anfrage|.|.|.|.|.|.|✓       |.|.|.|.|.|.|.|.|.|.|✓               |✓|.|.
Wirtschaftsförderung Märkischer Kreis           |.|.|.|.|✓|.|.|.|.|.|.|✓                 |.|.|.|.|.|.|.|.|.|.|✓               |.|✓|.
Wirtschaftsförderung Ennepe-Ruhr-Kreis          |.|.|.|.|✓|.|.|.|.|.|.|✓                 |.|.|.|.|.|.|.|.|.|.|✓               |.|.|✓
Beratungsstellen
Regionalagentur Märkische Region                |.|.|.|x|x|.|.|.|.|.|.|.                 |x|.|.|.|.|.|.|.|.|.|x               |x|x|x
Kompetenzzentrum Frau und Beruf Märkische Region|.|.|.|.|x|.|.|.|.|x|.|.                 |.|.|.|.|.|.|x|x|.|.|(x)             |x|x|x
Bildungsberatung Stadt Hagen                    |1|.|.|1|.|.|.|.|.|.|.|.                 |1|1|.|1|.|1|1|.|.|.|.               |1|.|.
Bildungsberatung Märkischer Kreis               |1|.|.|1|.|.|.|.|.|.|.|.                 |1|1|.|1|.|1|1|.|.|.|.               |.|1|.
Bildungseinrichtungen
VHS Hagen                                       |x|.|.|x|.|.|.|.|.|.|x|.                 |x|x|.|.|x|x|.|.|.|.|.               |x|.|.
VHS Lüdenscheid                                 |x|.|.|x|.|.|.|.|.|.|x|.                 |x|x|.|.|x|x|.|.|.|.|.               |.|x|.
VHS Iserlohn                                    |?|.|.|.|.|.|.|.|.|.|x|.                 |.|x|.|.|x|x|.|.|.|.|.               |.|x|.
VHS Lennetal                                    |x|.|.|.|.|.|.|.|.|.|x ***|.             |x|.|.|.|x|x|.|.|.|.|.               |.|x|.
VHS Menden-Hemer-Balve                          |.|.|.|.|.|.|.|.|.|.|x|.                 |x|x|.|.|.|x|.|.|.|.|.               |.|x|.
VHS Ennepe-Ruhr-Süd                             |x|.|.|x|.|.|.|.|.|.|x|.                 |x|x|.|.|x|x|.|.|.|.|.               |.|.|x
FernUniversität in Hagen                        |x|.|.|.|.|.|.|.|.|.|.|.                 |x|.|.|.|.|.|x|.|.|.|.               |x|x|x
Bildungsbüro Volme (aufgelöst)                  |entfällt|.|.|.|.|.|.|.|.|.|.|.          |.|.|.|.|.|.|.|.|.|.|.               |x|.|.
Migrationsberatung
Kommunales Integrationszentrum Hagen            |.|.|.|.|.|k. A.|.|.|.|.|.|.             |.|.|.|.|x|x|.|.|.|.|.               |x|.|.
Kommunales Integrationszentrum Märkischer Kreis |.|.|.|.|.|nur Erstinformation|.|.|.|.|.|.|.|.|.|.|x|x|.|.|.|.|.               |.|x|.
Kommunales Integrationszentrum Ennepe-Ruhr-Kreis|.|.|.|.|.|–|.|.|.|.|.|.                 |.|.|.|.|x|x|.|.|.|.|.               |.|.|x
IQ Fachberatung Anerkennung Hagen               |.|.|.|.|.|x|.|.|.|.|.|.                 |.|.|.|.|x|x|.|.|.|.|.               |x|x|.
IQ Fachberatung Anerkennung Ennepe-Ruhr         |.|.|.|.|.|x|.|.|.|.|.|.                 |.|.|.|.|x|x|.|.|.|.|.               |.|.|x
Migrationsdienst Lennebrücke e. V. (fiktiv)     |.|.|.|.|.|.|.|.|.|.|.|.                 |.|.|.|.|x|x|.|.|u27|.|.             |x|x|.
"""

HIDDEN = "Bildungsbüro Volme (aufgelöst)"
COMMENTS = {
    ("SIHK zu Hagen", "Anerkennungs-\nberatung"): "zuständige Stelle für IHK-Berufe; Verfahren über die IHK FOSA",
    ("Kompetenzzentrum Frau und Beruf Märkische Region", "Wiedereinstiegs-\nberatung"): "auch online möglich",
}
LEGEND = [
    "Legende: x, X, ✓, ●, 1, ja = Angebot vorhanden; – = kein Angebot; leer = keine Angabe",
    "(x) = nach Absprache",
    "* nur mit Termin",
    "** zugelassener kommunaler Träger",
    "*** nur in Altena und Werdohl",
]


def write() -> bytes:
    """Return the workbook."""
    import xlsxwriter

    package = io.BytesIO()
    book = xlsxwriter.Workbook(package, {"in_memory": True})
    book.set_properties({"title": "Netzwerkmatrix (erfunden)", "author": "Geschäftsstelle", "created": WRITTEN})
    sheet = book.add_worksheet("Matrix")
    formats = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1}),
        "section": book.add_format({"bold": True, "bg_color": "#E2E8F0"}),
        "mark": book.add_format({"align": "center", "border": 1}),
    }
    columns = _header(sheet, formats)
    last = _partners(sheet, formats, columns)
    for offset, line in enumerate(LEGEND):
        sheet.write(last + 2 + offset, 0, line)
    sheet.set_column(0, 0, 46)
    sheet.freeze_panes(6, 1)
    book.close()
    return settle(package.getvalue())


def _header(sheet: Any, formats: dict[str, Any]) -> list[int]:
    """Write titles and both header rows; return the column of every mark, separators left out."""
    sheet.merge_range(0, 0, 0, 14, "Netzwerkmatrix der Beratungspartner", formats["title"])
    sheet.write(1, 0, "Musterregion Lenne-Ruhr – alle Angaben erfunden")
    sheet.write(2, 0, "Stand: 30.09.2026")
    sheet.merge_range(4, 0, 5, 0, "Beratungspartner", formats["head"])
    columns: list[int] = []
    column = 1
    for group, labels in (("Angebote", OFFERS), ("Zielgruppen", GROUPS), ("Region", REGIONS)):
        sheet.merge_range(4, column, 4, column + len(labels) - 1, group, formats["head"])
        for label in labels:
            sheet.write(5, column, label, formats["head"])
            columns.append(column)
            column += 1
        column += 1  # an empty column sets the groups apart
    sheet.merge_range(4, column - 1, 5, column - 1, "Summe", formats["head"])
    return columns


def _partners(sheet: Any, formats: dict[str, Any], columns: list[int]) -> int:
    """Write sections, partners and totals; return the row of the totals."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    offers = dict(zip(OFFERS, columns, strict=False))
    total = columns[-1] + 1
    filled = dict.fromkeys(columns, 0)
    row = 6
    for partner, *marks in rows(PARTNERS):
        if not marks:
            sheet.merge_range(row, 0, row, total, partner, formats["section"])
            row += 1
            continue
        sheet.write(row, 0, partner)
        for column, mark in zip(columns, marks, strict=True):
            if mark:
                sheet.write(row, column, int(mark) if mark.isdigit() else mark, formats["mark"])
                filled[column] += 1
        span = f"{xl_rowcol_to_cell(row, columns[0])}:{xl_rowcol_to_cell(row, columns[-1])}"
        sheet.write_formula(row, total, f"=COUNTA({span})", None, sum(1 for mark in marks if mark))
        for (named, offer), comment in COMMENTS.items():
            if named == partner:
                sheet.write_comment(row, offers[offer], comment, {"author": "Geschäftsstelle"})
        if partner == HIDDEN:
            sheet.set_row(row, None, None, {"hidden": True})
        row += 1
    sheet.write(row, 0, "Summe")
    for column in columns:
        span = f"{xl_rowcol_to_cell(6, column)}:{xl_rowcol_to_cell(row - 1, column)}"
        sheet.write_formula(row, column, f"=COUNTA({span})", None, filled[column])
    return row
