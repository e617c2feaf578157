"""Who counsels together and who guides whom: the program's own template, filled in by a working group.

Written cell by cell as a person would; the columns of the template that nobody needs here are left out.
"""

from __future__ import annotations

import io

from tools.musterregion.package import settle
from tools.musterregion.table import rows

NAME = "vorlage_beratungsteams_lotsen.xlsx"

SHEETS = {
    "Akteure": """
Akteur | Eintrag ist ein | Tätig in | Bemerkung | Zuletzt geprüft am
Beratungsteam Anerkennung und Weiterbildung | Team | Hagen; Märkischer Kreis | gemeinsamer Termin bei der Federführung | 02.11.2026
Beratungsteam Wiedereinstieg | Team | Märkischer Kreis | . | 01.10.2026
# Beratungsteam Ennepe-Ruhr | Team | Ennepe-Ruhr-Kreis | noch nicht vereinbart | .
""",
    "Angebote": """
Akteur | Angebot | Zielgruppe | Region | Zugang | Format | Kosten | Hinweis | Zuletzt geprüft am
Agentur für Arbeit Siegen | Berufsberatung im Erwerbsleben | Beschäftigte; Arbeitsuchende; Wiedereinsteigende | Siegen-Wittgenstein; Kreis Olpe | Mit Anmeldung | Präsenz; Telefon | kostenlos | Nachbarbezirk, für Menschen, die dort wohnen | 02.11.2026
""",
    "Weitere Angaben": """
Wer oder was | ist ein | Angabe | Wert | Wert ist ein | Region | Weitere Bedingungen | Hinweis | Einzelheiten | Zuletzt geprüft am
IQ Fachberatung Anerkennung Hagen | . | ist Mitglied von | Beratungsteam Anerkennung und Weiterbildung | Team | . | Anlass: Anerkennung und Weiterbildung zugleich | Anruf bei der Terminvergabe, Termin binnen zwei Wochen | Rolle: Federführung | 02.11.2026
Jobcenter Hagen | . | ist Mitglied von | Beratungsteam Anerkennung und Weiterbildung | Team | . | Anlass: Anerkennung und Weiterbildung zugleich | . | . | 02.11.2026
Agentur für Arbeit Hagen | . | ist Mitglied von | Beratungsteam Anerkennung und Weiterbildung | Team | . | Anlass: Anerkennung und Weiterbildung zugleich | . | . | 02.11.2026
Kompetenzzentrum Frau und Beruf Märkische Region | . | ist Mitglied von | Beratungsteam Wiedereinstieg | Team | . | Anlass: Rückkehr nach einer Familienzeit | E-Mail an das Projektbüro | Rolle: Federführung | 01.10.2026
Agentur für Arbeit Iserlohn | . | ist Mitglied von | Beratungsteam Wiedereinstieg | Team | . | Anlass: Rückkehr nach einer Familienzeit | . | . | 01.10.2026
Bildungsberatung Märkischer Kreis | . | ist Mitglied von | Beratungsteam Wiedereinstieg | Team | . | Anlass: Rückkehr nach einer Familienzeit | . | . | .
Ehrenamtsbörse Lüdenscheid (fiktiv) | . | lotst | geringfügig Beschäftigte unter 35 | . | Märkischer Kreis | . | geht zum ersten Gespräch mit | . | 05.10.2026
Landfrauenverein Volmetal e. V. (fiktiv) | . | lotst | geringfügig Beschäftigte unter 35 | . | Märkischer Kreis | . | zwei geschulte Lotsinnen | . | 05.10.2026
Kommunales Integrationszentrum Hagen | . | lotst | Geflüchtete | . | Hagen | . | Lotsen sprechen Arabisch und Dari | . | 22.09.2026
Migrationsdienst Lennebrücke e. V. (fiktiv) | . | lotst | Menschen mit ausländischem Abschluss | . | Märkischer Kreis | . | . | . | 11.03.2025
Infotag Wiedereinstieg Iserlohn | Veranstaltung | erreicht | Wiedereinsteigende | . | Märkischer Kreis | . | . | . | 16.11.2026
""",
}


def write() -> bytes:
    """Return the workbook."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    book.remove(book.worksheets[0])
    for title, table in SHEETS.items():
        sheet = book.create_sheet(title)
        sheet["A1"] = f"{title} · verweisnetz-Vorlage 1"
        sheet["A2"] = "Arbeitsgruppe Verweisberatung (erfunden)"
        for number, cells in enumerate(rows(table), start=3):
            for column, text in enumerate(cells, start=1):
                if text:
                    sheet.cell(number, column, text).font = Font(bold=number == 3)
    package = io.BytesIO()
    book.save(package)
    return settle(package.getvalue())
