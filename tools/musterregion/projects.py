"""Project profiles side by side (features in rows, projects in columns) and the members of the boards."""

from __future__ import annotations

import io

from tools.musterregion.package import settle
from tools.musterregion.table import rows

NAME = "projekte_und_gremien.xlsx"

PROFILES = """
Merkmal | Minijob plus (fiktiv) | Brücken in Arbeit (fiktiv) | Digitallotsen Lenne-Ruhr (fiktiv) | Weiterbildungsmentoring Mark (fiktiv) | Fachkräfte.Bilden.Mark (fiktiv)
Allgemeines
Art | Projekt | Projekt | Projekt | Projekt | Projekt
Koordination | Bildungswerk Lennetal gGmbH (fiktiv) | Migrationsdienst Lennebrücke e. V. (fiktiv) | Regionalagentur Märkische Region | DGB Ruhr-Mark | Märkischer Arbeitgeberverband
Förderung durch | Land NRW (ESF) | Bund | Land NRW | Bund | Bund (ESF Plus)
Laufzeit von | 01.04.2024 | 01.10.2023 | 01.07.2025 | 01.01.2025 | 01.01.2023
Laufzeit bis | 31.03.2027 | 31.03.2027 | 30.06.2028 | noch offen | 31.12.2025
Status | läuft | läuft | läuft | läuft | abgeschlossen
Zielgruppen
geringfügig Beschäftigte unter 35 | x | . | . | . | .
Gut qualifizierte Frauen mit Fluchterfahrung | . | x | . | . | .
Beschäftigte | . | . | . | . | x
Betriebs- und Personalräte | . | . | . | x | .
KMU | . | . | x | . | x
Angebote
Weiterbildungsberatung | x | . | . | . | .
Mentoring | . | x | . | . | .
Qualifizierung von Weiterbildungsmentoren | . | . | . | x | .
Digitalisierungs-Check | . | . | x | . | .
Qualifizierungsberatung | . | . | . | . | x
Region
Hagen | . | . | x | x | x
Märkischer Kreis | x | x | x | x | x
"""

BOARDS = """
Gremium | Mitglied | Rolle | Stand
Beirat Fachkräftesicherung & Beschäftigungsfähigkeit | Regionalagentur Märkische Region | Geschäftsstelle | 30.09.2026
. | Agentur für Arbeit Hagen | Mitglied | 30.09.2026
. | Agentur für Arbeit Iserlohn | Mitglied | 30.09.2026
. | Jobcenter Hagen | Mitglied | 30.09.2026
. | Jobcenter Märkischer Kreis | Mitglied | 30.09.2026
. | SIHK zu Hagen | Vorsitz | 30.09.2026
. | Handwerkskammer Südwestfalen | Mitglied | 30.09.2026
. | Kreishandwerkerschaft Märkischer Kreis | Mitglied | 30.09.2026
. | Märkischer Arbeitgeberverband | Mitglied | 30.09.2026
. | DGB Ruhr-Mark | Mitglied | 30.09.2026
. | FernUniversität in Hagen | beratend | 30.09.2026
Taskforce Digitalisierung | Regionalagentur Märkische Region | Koordination | 30.09.2026
. | Agentur für Arbeit Hagen | Mitglied | 30.09.2026
. | Agentur für Arbeit Iserlohn | Mitglied | 30.09.2026
. | SIHK zu Hagen | Mitglied | 30.09.2026
. | Märkischer Arbeitgeberverband | Mitglied | 30.09.2026
. | Wirtschaftsförderung Hagen | Mitglied | 30.09.2026
. | Wirtschaftsförderung Märkischer Kreis | Mitglied | 30.09.2026
. | Wirtschaftsförderung Ennepe-Ruhr-Kreis | Mitglied | 30.09.2026
. | FernUniversität in Hagen | Mitglied | 30.09.2026
"""


def write() -> bytes:
    """Return the workbook."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Projekte"
    sheet["A1"] = "Projekte in der Region – Steckbriefe (erfunden)"
    for row, cells in enumerate(rows(PROFILES), start=3):
        for column, text in enumerate(cells, start=1):
            if text:
                sheet.cell(row, column, text)
        if len(cells) == 1:
            sheet.cell(row, 1).font = Font(bold=True)
    boards = book.create_sheet("Gremien")
    for cells in rows(BOARDS):
        boards.append([text or None for text in cells])
    _merge_boards(boards)
    package = io.BytesIO()
    book.save(package)
    return settle(package.getvalue())


def _merge_boards(sheet: object) -> None:
    """Merge each board's cell over its members."""
    from openpyxl.worksheet.worksheet import Worksheet

    assert isinstance(sheet, Worksheet)
    starts = [row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value]
    for start, end in zip(starts, [*starts[1:], sheet.max_row + 1], strict=True):
        sheet.merge_cells(start_row=start, start_column=1, end_row=end - 1, end_column=1)
