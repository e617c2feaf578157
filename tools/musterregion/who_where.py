"""Who does what where: names of partners inside the cells, lists with mixed separators, limits in brackets."""

from __future__ import annotations

import io

from tools.musterregion.package import settle
from tools.musterregion.table import rows

NAME = "wer_macht_was_wo.xlsx"

WHERE = """
Angebot | Hagen | Märkischer Kreis | südlicher Ennepe-Ruhr-Kreis | Kreis Olpe
Weiterbildungsberatung | BB HA, AA HA | BB MK\\nAA IS | VHS EN; AA HA | ?
Anerkennungsberatung | IQ HA, SIHK | IQ HA, SIHK, HWK | SIHK (nur IHK-Berufe) | IHK SI
Berufsberatung im Erwerbsleben | AA HA | AA IS | AA HA | AA SI
Qualifizierungsberatung für Betriebe | AGS HA, SIHK, RA, MAV | AGS IS + SIHK + HWK + RA | AGS HA, SIHK, RA | wird noch geklärt
Fördermittelberatung | RA, WF HA | RA, WF MK | RA, WF EN | –
Migrationsberatung | MDL, KI HA | MDL, KI MK | KI EN | .
Wiedereinstiegsberatung | KFB | KFB, AA IS (nach Termin) | KFB (auf Anfrage) | .
Ausbildungsberatung | SIHK, KH HA | HWK, KH MK | SIHK | HWK
Digitalisierungsberatung | SIHK, FeU | SIHK, FH SWF | SIHK | IHK SI
"""

THEMES = """
Zielgruppe | Digitalisierung | Künstliche Intelligenz | Transformation | Gesundheit und Pflege
Beschäftigte | VHS HA, VHS LD | FeU | DGB, BB MK | –
Arbeitsuchende | AA HA, AA IS | – | . | ?
KMU | SIHK, WF MK | SIHK, FH SWF | MAV, SIHK, RA | .
Wiedereinsteigende | KFB (nur online) | . | . | .
"""

ABBREVIATIONS = """
AA HA | Agentur für Arbeit Hagen
AA IS | Agentur für Arbeit Iserlohn
AA SI | Agentur für Arbeit Siegen
AGS HA | Arbeitgeber-Service der Agentur für Arbeit Hagen
AGS IS | Arbeitgeber-Service der Agentur für Arbeit Iserlohn
BB HA | Bildungsberatung Stadt Hagen
BB MK | Bildungsberatung Märkischer Kreis
DGB | DGB Ruhr-Mark
FeU | FernUniversität in Hagen
FH SWF | Fachhochschule Südwestfalen
HWK | Handwerkskammer Südwestfalen
IHK SI | Industrie- und Handelskammer Siegen
IQ HA | IQ Fachberatung Anerkennung Hagen
KFB | Kompetenzzentrum Frau und Beruf Märkische Region
KH HA | Kreishandwerkerschaft Hagen
KH MK | Kreishandwerkerschaft Märkischer Kreis
KI EN | Kommunales Integrationszentrum Ennepe-Ruhr-Kreis
KI HA | Kommunales Integrationszentrum Hagen
KI MK | Kommunales Integrationszentrum Märkischer Kreis
MAV | Märkischer Arbeitgeberverband
MDL | Migrationsdienst Lennebrücke e. V. (fiktiv)
RA | Regionalagentur Märkische Region
SIHK | SIHK zu Hagen
VHS EN | Volkshochschule Ennepe-Ruhr-Süd
VHS HA | Volkshochschule Hagen
VHS LD | Volkshochschule Lüdenscheid
WF EN | Wirtschaftsförderung Ennepe-Ruhr-Kreis
WF HA | Wirtschaftsförderung Hagen
WF MK | Wirtschaftsförderung Märkischer Kreis
"""


def write() -> bytes:
    """Return the workbook."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    book.remove(book.worksheets[0])
    for title, heading, table in (
        ("Wer macht was wo", "Wer macht was wo? (Namen der Einrichtungen eintragen)", WHERE),
        ("Zielgruppe x Thema", "Wer erreicht wen zu welchem Thema?", THEMES),
    ):
        sheet = book.create_sheet(title)
        sheet["A1"] = heading
        sheet["A1"].font = Font(bold=True)
        for row, cells in enumerate(rows(table), start=3):
            for column, text in enumerate(cells, start=1):
                if text:
                    sheet.cell(row, column, text).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions["A"].width = 36
    sheet = book.create_sheet("Abkürzungen")
    sheet.append(["Abkürzung", "Einrichtung"])
    for cells in rows(ABBREVIATIONS):
        sheet.append(cells)
    package = io.BytesIO()
    book.save(package)
    return settle(package.getvalue())
