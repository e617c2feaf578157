"""The calendar of events the partners keep together: real dates, months as lines of their own, words for registration."""

from __future__ import annotations

import io
from datetime import datetime

from tools.musterregion.package import settle
from tools.musterregion.table import rows

NAME = "veranstaltungen_winter_2026.xlsx"

CALENDAR = """
Datum | Uhrzeit | Veranstaltung | Veranstalter | Ort | Zielgruppe | Thema | Anmeldung | Kosten | Format | Bemerkung
November 2026
14.11.2026 | 10-15 Uhr | Weiterbildungsmesse Märkische Region | Regionalagentur Märkische Region | Hagen | Beschäftigte, Arbeitsuchende, Wiedereinsteigende | Berufliche Weiterbildung | keine Anmeldung | kostenfrei | Präsenz | .
24.11.2026 | 16-18 Uhr | Infoabend Anerkennung | IQ Fachberatung Anerkennung Hagen; SIHK zu Hagen | Hagen, Märkischer Kreis | Menschen mit ausländischem Abschluss | Anerkennung ausländischer Abschlüsse | nicht erforderlich | kostenfrei | Präsenz | wird ins Arabische gedolmetscht
Dezember 2026
02.12.2026 | 17-19 Uhr | Unternehmensabend Fachkräfte | Märkischer Arbeitgeberverband; Arbeitgeber-Service der Agentur für Arbeit Iserlohn | Märkischer Kreis | KMU | Betriebliche Weiterbildung | mit Anmeldung | kostenfrei | Präsenz | im Betrieb eines Mitglieds
03.12.2026 | 9-12 Uhr | Infotag Wiedereinstieg Iserlohn | Kompetenzzentrum Frau und Beruf Märkische Region | Iserlohn, Hemer, Menden | Wiedereinsteigende | Beruflicher Wiedereinstieg | ohne Anmeldung | kostenfrei | Präsenz | Kinderbetreuung vorhanden, barrierefrei
08.12.2026 | 20-21 Uhr | Online-Abend Kind und Beruf | Agentur für Arbeit Iserlohn | . | Wiedereinsteigende, Eltern | Beruflicher Wiedereinstieg | keine Anmeldung nötig | kostenfrei | Online | .
10.12.2026 | 9-11 Uhr | Berufsfrühstück für Frauen | Kompetenzzentrum Frau und Beruf Märkische Region | Märkischer Kreis | Frauen | Beruflicher Wiedereinstieg | mit Anmeldung | 5 EUR | Präsenz | Anmeldung bis 04.12.
12.12.2026 | 10-14 Uhr | Tag der offenen Tür Iserlohn | Volkshochschule Iserlohn | Iserlohn | Erwachsene | Berufliche Weiterbildung | ? | kostenfrei | Präsenz | .
15.12.2026 | 14-17 Uhr | Offener Nachmittag Wiedereinstieg Hagen | Kompetenzzentrum Frau und Beruf Märkische Region | Hagen | Wiedereinsteigende | Beruflicher Wiedereinstieg | ohne Anmeldung | kostenfrei | Präsenz | .
Januar 2027
21.01.2027 | 18-20 Uhr | Infoabend Rückkehr in den Beruf | Agentur für Arbeit Iserlohn | Märkischer Kreis | Wiedereinsteigende | Beruflicher Wiedereinstieg | ohne Anmeldung | kostenfrei | Präsenz | .
"""


def write() -> bytes:
    """Return the workbook."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Kalender"
    sheet["A1"] = "Veranstaltungen der Netzwerkpartner – Winter 2026/27 (erfunden)"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = "Stand: 16.11.2026"
    table = rows(CALENDAR)
    for number, cells in enumerate(table, start=4):
        if len(cells) == 1:
            sheet.cell(number, 1, cells[0]).font = Font(bold=True)
            sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=len(table[0]))
            continue
        for column, text in enumerate(cells, start=1):
            if column == 1 and number > 4:
                sheet.cell(number, 1, datetime.strptime(text, "%d.%m.%Y")).number_format = "dd.mm.yyyy"
            elif text:
                sheet.cell(number, column, text).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["C"].width = 38
    package = io.BytesIO()
    book.save(package)
    return settle(package.getvalue())
