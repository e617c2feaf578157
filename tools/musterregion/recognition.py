"""Recognition of foreign qualifications: which advice office counts for which residence, and who decides afterwards.

Two sheets as a network hands them out: a matrix of offices and districts below a merged header, a list of the
competent bodies with limits in brackets.
"""

from __future__ import annotations

import io
from typing import Any

from tools.musterregion.package import WRITTEN, settle
from tools.musterregion.table import rows

NAME = "anerkennung_zustaendigkeiten.xlsx"

DISTRICTS = ["Hagen", "Märkischer Kreis", "Ennepe-Ruhr-Kreis", "Siegen-Wittgenstein", "Kreis Olpe"]
BEFORE = ["Beratungsstelle", "Angebot"]
AFTER = ["für wen", "Sprachen", "Format", "Kosten", "Wer zahlt Übersetzungen?", "Hinweis"]

GROUPS = "Geflüchtete, Menschen mit Migrationshintergrund, Menschen mit ausländischem Abschluss"
COST = "Beratung frei, Übersetzungen zahlt die Stelle nicht"
# Office | offer | five districts | languages | format | who pays for translations | note
OFFICES = """
IQ Fachberatung Anerkennung Hagen       | Anerkennungsberatung | ● | ● | . | . | . | Deutsch, Englisch, Arabisch | Präsenz, Online  | ?                 | Kinder können mitkommen
IQ Fachberatung Anerkennung Ennepe-Ruhr | Anerkennungsberatung | . | . | ● | . | . | Deutsch, Englisch           | Präsenz          | ?                 | barrierefrei
IQ Fachberatung Anerkennung Siegen      | Anerkennungsberatung | . | . | – | ● | ● | Deutsch, Ukrainisch         | Präsenz, Telefon | wird noch geklärt | .
"""

BODIES = """
Zuständige Stelle | Leistung | für wen | Gebiet | Kosten | Format | Bemerkung | Stand
IHK FOSA (Foreign Skills Approval) | Gleichwertigkeitsfeststellung | Menschen mit ausländischem Abschluss (nur IHK-Berufe) | Deutschland | 100 bis 600 EUR | Online | Antrag auch über die IHK vor Ort | 12.09.2026
Handwerkskammer Dortmund | Gleichwertigkeitsfeststellung | Menschen mit ausländischem Abschluss (nur Handwerksberufe) | Hagen, Ennepe-Ruhr-Kreis | 100 bis 600 EUR | Präsenz | . | 12.09.2026
Handwerkskammer Südwestfalen | Gleichwertigkeitsfeststellung | Menschen mit ausländischem Abschluss (nur Handwerksberufe) | Märkischer Kreis, Kreis Olpe, Siegen-Wittgenstein | 100 bis 600 EUR | Präsenz | . | 12.09.2026
Bezirksregierung Münster | Gleichwertigkeitsfeststellung | Menschen mit ausländischem Abschluss (nur Gesundheitsberufe) | Nordrhein-Westfalen | . | schriftlich | Berufserlaubnis und Approbation | 03.06.2026
Ingenieurkammer-Bau NRW | Gleichwertigkeitsfeststellung | Menschen mit ausländischem Abschluss (nur Ingenieurberufe) | Nordrhein-Westfalen | k. A. | schriftlich | Berufsbezeichnung „Ingenieurin“ oder „Ingenieur“ | 12.09.2026
"""


def write() -> bytes:
    """Return the workbook."""
    import xlsxwriter

    package = io.BytesIO()
    book = xlsxwriter.Workbook(package, {"in_memory": True})
    book.set_properties({"title": "Anerkennung (erfunden)", "author": "IQ Netzwerk", "created": WRITTEN})
    bold = book.add_format({"bold": True, "text_wrap": True, "border": 1})
    _offices(book.add_worksheet("Beratung"), bold)
    _bodies(book.add_worksheet("Zuständige Stellen"), bold)
    book.close()
    return settle(package.getvalue())


def _offices(sheet: Any, bold: Any) -> None:
    """Write the matrix of offices, its districts below a merged header; group and cost are the same for all."""
    sheet.write(0, 0, "Anerkennung ausländischer Abschlüsse: wer berät? (erfunden)", bold)
    sheet.write(1, 0, "Hinweis: Es zählt der Wohnort, nicht der Arbeitsort.")
    sheet.write(2, 0, "Stand: 12.09.2026")
    first, last = len(BEFORE), len(BEFORE) + len(DISTRICTS) - 1
    sheet.merge_range(4, first, 4, last, "Region (Wohnort)", bold)
    for column, header in enumerate([*BEFORE, *DISTRICTS, *AFTER]):
        if first <= column <= last:
            sheet.write(5, column, header, bold)
        else:
            sheet.merge_range(4, column, 5, column, header, bold)
    split = len(BEFORE) + len(DISTRICTS)
    table = [[*cells[:split], GROUPS, *cells[split:-2], COST, *cells[-2:]] for cells in rows(OFFICES)]
    _table(sheet, 6, table)
    sheet.set_column(0, 0, 40)


def _bodies(sheet: Any, bold: Any) -> None:
    """Write the list of the bodies that decide."""
    sheet.write(0, 0, "Wer entscheidet? Zuständige Stellen (erfunden)", bold)
    _table(sheet, 2, rows(BODIES))
    sheet.set_column(0, 2, 40)


def _table(sheet: Any, first: int, table: list[list[str]]) -> None:
    for row, cells in enumerate(table, start=first):
        for column, text in enumerate(cells):
            if text:
                sheet.write(row, column, text)
