"""What the training providers reported: one row per offer, the provider's cell merged over its rows.

Limits stand inside the marks (u25, bis 35 J., nur SGB II), dates are real dates, access and free places are words.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from tools.musterregion.package import WRITTEN, settle
from tools.musterregion.table import rows

NAME = "meldeliste_bildungstraeger_herbst.xlsx"

GROUPS = [
    "Beschäftigte", "Arbeitslose", "Langzeitarbeitslose", "Menschen ohne Berufsabschluss", "Geflüchtete",
    "Gut qualifizierte Frauen mit Fluchterfahrung", "Ältere",
]  # fmt: skip
BEFORE = ["Träger", "Angebot", "Thema"]
AFTER = ["Region", "Zugang", "Kosten", "Freie Plätze", "Format", "Beginn", "gültig bis", "Stand", "Bemerkung"]

# Träger ("-" = as above) | Angebot | Thema | 7 groups | Region | Zugang | Kosten | Plätze | Format | Beginn | bis | Stand | Bemerkung
OFFERS = """
Bildungswerk Lennetal gGmbH (fiktiv)|Teilqualifizierung Lager und Logistik|Logistik|x|x|x|x|.|.|.|Märkischer Kreis|mit Anmeldung|mit Bildungsgutschein kostenfrei|ausgebucht|Präsenz|07.09.2026|.|09.11.2026|.
-|Umschulung Fachlagerist/in|Logistik|.|x|.|x|.|.|.|Märkischer Kreis|mit Anmeldung|mit Bildungsgutschein kostenfrei|Warteliste|Präsenz|01.10.2026|.|09.11.2026|.
-|Bewerbungscoaching|Bewerbung|.|x|nur SGB II|.|.|.|.|Märkischer Kreis|ohne Anmeldung|kostenfrei|.|Präsenz|.|.|09.11.2026|AVGS nötig
-|Abendwerkstatt Vom Minijob zur Fachkraft|Digitale Grundkompetenzen|nur Minijob u35|.|.|.|.|.|.|Märkischer Kreis|mit Anmeldung|kostenfrei|12|Präsenz, abends|.|.|09.11.2026|Kinderbetreuung vorhanden
-|Vorbereitung Externenprüfung|Nachholen eines Berufsabschlusses|x|.|.|x|.|.|.|Märkischer Kreis|mit Anmeldung|380 EUR|8|Präsenz|.|.|09.11.2026|.
Akademie Ennepebogen gGmbH (fiktiv)|Digital-Sprechstunde|Digitale Grundkompetenzen|.|.|.|.|.|.|x|Ennepe-Ruhr-Kreis|nur über Vermittlung durch Partner|kostenfrei|.|Präsenz|.|.|12.02.2026|.
-|Einzelcoaching Wege in Arbeit|Stabilisierung|.|.|x|.|.|.|.|Ennepe-Ruhr-Kreis|ohne Anmeldung|kostenfrei|.|Präsenz|.|.|14.09.2026|.
-|Kurs Büro kompakt|Kaufmännische Berufe|.|x|.|.|.|.|Ü50|Ennepe-Ruhr-Kreis|mit Anmeldung|mit Bildungsgutschein kostenfrei|6|Präsenz, Online|.|.|14.09.2026|.
Frauenwerk Sauerland e. V. (fiktiv)|IT-Brückenkurs für Akademikerinnen|IT-Berufe|.|.|.|.|.|x|.|Märkischer Kreis|nur auf Zuweisung|kostenfrei|5|Präsenz|.|.|21.09.2026|Kinderbetreuung vorhanden
-|Frauencafé Beruf|Berufliche Orientierung|.|.|.|.|x|.|.|Märkischer Kreis|ohne Anmeldung|kostenfrei|.|Präsenz|.|.|21.09.2026|.
Sprachinstitut Hohenlimburg (fiktiv)|Berufssprachkurs B2|Berufsbezogenes Deutsch|.|x|.|.|x|.|.|Hagen, Ennepe-Ruhr-Kreis|mit Anmeldung|kostenfrei|Warteliste|Präsenz|.|.|09.11.2026|Wartezeit etwa 6 Monate
-|Berufssprachkurs C1|Berufsbezogenes Deutsch|.|x|.|.|x|.|.|Hagen, Ennepe-Ruhr-Kreis|mit Anmeldung|kostenfrei|ausgebucht|Präsenz|.|.|09.11.2026|.
-|Integrationskurs am Abend|Deutsch als Zweitsprache|x|x|.|.|x|.|.|Hagen|mit Anmeldung|2,29 EUR je Stunde|9|Präsenz|.|.|09.11.2026|.
Technikschule Iserlohner Land GmbH (fiktiv)|Teilqualifizierung IT-Systeme|IT-Berufe|bis 35 J.|x|.|x|.|.|.|Märkischer Kreis|mit Anmeldung|mit Bildungsgutschein kostenfrei|10|Präsenz|01.03.2027|.|28.10.2026|.
-|KI im Betrieb: Grundlagen|Künstliche Intelligenz|x|.|.|.|.|.|.|Märkischer Kreis, Hagen|mit Anmeldung|490 EUR|14|Online|.|.|28.10.2026|.
-|Robotik für Wiedereinsteigende|Automatisierung|?|.|.|.|.|.|.|Märkischer Kreis|in Klärung|.|.|.|.|.|28.10.2026|.
Lernwerkstatt Volmarstein (fiktiv)|Grundbildung am Arbeitsplatz|Grundbildung|x|.|.|x|.|.|.|südlicher Ennepe-Ruhr-Kreis|auf Anfrage|kostenfrei|.|im Betrieb|.|31.12.2026|03.08.2026|.
-|Berufsstart-Begleitung|Ausbildung|.|u25|.|u25|.|.|.|südlicher Ennepe-Ruhr-Kreis|ohne Anmeldung|kostenfrei|.|Präsenz|.|.|03.08.2026|.
Technikzentrum Siegerland (fiktiv)|Teilqualifizierung Schweißtechnik|Metall und Elektro|x|x|.|x|.|.|.|Siegen-Wittgenstein, Kreis Olpe|mit Anmeldung|mit Bildungsgutschein kostenfrei|7|Präsenz|.|.|02.11.2026|.
Sozialwerk Hagen-Mitte e. V. (fiktiv)|Soziale Begleitung im Arbeitsalltag|Stabilisierung|.|.|x|.|.|.|.|Hagen|ohne Anmeldung|kostenfrei|.|aufsuchend|.|.|19.10.2026|.
-|Nachhilfe für die Berufsschule|Ausbildung|.|.|.|.|u27|.|.|Hagen|ohne Anmeldung|kostenfrei|15|Präsenz|.|.|19.10.2026|.
Fahrschul- und Logistikakademie Menden (fiktiv)|Führerschein Klasse CE|Berufskraftverkehr|x|x|.|.|.|.|.|Märkischer Kreis|mit Anmeldung|mit Bildungsgutschein kostenfrei|3|Präsenz|.|.|.|.
"""

PLACES = {"Freie Plätze"}
DATES = {"Beginn", "gültig bis", "Stand"}


def write() -> bytes:
    """Return the workbook."""
    import xlsxwriter

    package = io.BytesIO()
    book = xlsxwriter.Workbook(package, {"in_memory": True})
    book.set_properties({"title": "Meldeliste (erfunden)", "author": "Geschäftsstelle", "created": WRITTEN})
    sheet = book.add_worksheet("Angebote")
    head = book.add_format({"bold": True, "text_wrap": True, "border": 1})
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    sheet.write(
        0, 0, "Angebote der Bildungsträger – Meldeliste Herbst 2026 (erfunden)", book.add_format({"bold": True})
    )
    headers = [*BEFORE, *GROUPS, *AFTER]
    first, last = len(BEFORE), len(BEFORE) + len(GROUPS) - 1
    sheet.merge_range(2, first, 2, last, "Zielgruppen", head)
    for column, header in enumerate(headers):
        if first <= column <= last:
            sheet.write(3, column, header, head)
        else:
            sheet.merge_range(2, column, 3, column, header, head)
    offers = rows(OFFERS)
    for number, cells in enumerate(offers):
        for column, (header, text) in enumerate(zip(headers, cells, strict=True)):
            if column and text:
                _cell(sheet, 4 + number, column, header, text, day)
    _providers(sheet, [cells[0] for cells in offers])
    sheet.set_column(0, 1, 38)
    book.close()
    return settle(package.getvalue())


def _cell(sheet: Any, row: int, column: int, header: str, text: str, day: Any) -> None:
    if header in DATES:
        sheet.write_datetime(row, column, datetime.strptime(text, "%d.%m.%Y"), day)
    elif header in PLACES and text.isdigit():
        sheet.write_number(row, column, int(text))
    else:
        sheet.write_string(row, column, text)


def _providers(sheet: Any, names: list[str]) -> None:
    """Write the first column, one merged cell per provider."""
    starts = [number for number, name in enumerate(names) if name != "-"]
    for start, end in zip(starts, [*starts[1:], len(names)], strict=True):
        if end - start > 1:
            sheet.merge_range(4 + start, 0, 3 + end, 0, names[start])
        else:
            sheet.write(4 + start, 0, names[start])
