"""One sheet per district, as three district offices kept them: abbreviations, other column orders, other spellings.

A colour means something (legend sheet), ``nein`` and ``entfällt`` are said outright, a sheet of contacts is at the end.
"""

from __future__ import annotations

import io

from tools.musterregion.package import settle
from tools.musterregion.table import rows

NAME = "angebote_je_kreis.xlsx"

# The mark g means: an empty cell in the colour of "nur auf Anfrage"; r: in that of "derzeit nicht verfügbar".
SHEETS = {
    "Hagen": """
Einrichtung                      | WBB | BBiE | Anerk. | TZA  | GB   | DigB | SB       | WE | DeuFöV
Agentur für Arbeit Hagen         | .   | X    | .      | .    | .    | .    | .        | .  | .
Jobcenter Hagen                  | .   | .    | .      | .    | .    | .    | entfällt | .  | .
SIHK zu Hagen                    | .   | .    | X      | nein | .    | X    | .        | .  | .
Kreishandwerkerschaft Hagen      | .   | .    | .      | nein | .    | .    | .        | .  | .
VHS Hagen                        | X   | .    | .      | .    | nein | X    | .        | .  | r
Bildungsberatung der Stadt Hagen | X   | .    | .      | .    | .    | .    | nein     | g  | .
KI Hagen                         | .   | .    | g      | .    | .    | .    | .        | .  | .
IQ Fachberatung Anerkennung      | .   | .    | X      | .    | .    | .    | .        | .  | .
Komp.zentrum Frau & Beruf        | .   | .    | .      | .    | .    | .    | .        | X  | .
FernUniversität Hagen            | X   | .    | .      | .    | .    | g    | .        | .  | .
""",
    "Märkischer Kreis": """
Einrichtung                       | BBiE | WBB | GB | DeuFöV | SB | Anerk. | WE | TZA      | DigB
AA Iserlohn                       | X    | .   | .  | .      | .  | .      | .  | .        | .
Jobcenter MK                      | .    | .   | .  | .      | .  | .      | .  | .        | .
SIHK  Hagen                       | .    | .   | .  | .      | .  | X      | .  | .        | X
HWK Südwestfalen                  | .    | .   | .  | .      | .  | X      | .  | nein     | .
Volkshochschule Lüdenscheid       | .    | X   | X  | X      | .  | .      | .  | .        | g
VHS Iserlohn                      | .    | .   | X  | X      | .  | .      | .  | .        | .
Volkshochschule Lennetal          | .    | X   | X  | .      | .  | .      | .  | .        | .
KI MK                             | .    | .   | .  | .      | .  | .      | .  | .        | .
IQ-Fachberatung Anerkennung       | .    | .   | .  | .      | .  | X      | .  | .        | .
Bildungsberatung Märk. Kreis      | .    | X   | .  | .      | .  | .      | .  | .        | .
Kompetenzzentrum Frau und Beruf   | .    | .   | .  | .      | .  | .      | X  | .        | .
""",
    "Ennepe-Ruhr-Kreis": """
Einrichtung                   | WBB | DeuFöV | Anerk. | BBiE | DigB | WE | GB
Agentur f. Arbeit Hagen       | .   | .      | .      | X    | .    | .  | .
Jobcenter EN                  | .   | .      | .      | .    | .    | .  | .
SIHK zu Hagen                 | .   | .      | X      | .    | .    | .  | .
VHS Ennepe-Ruhr-Süd           | X   | .      | .      | .    | .    | .  | X
KI EN                         | .   | .      | r      | .    | .    | .  | .
Fachhochschule Südwestfalen   | g   | .      | .      | .    | .    | .  | .
Kompetenzzentrum Frau u. Beruf| .   | .      | .      | .    | .    | g  | .
""",
}

CONTACTS = """
Einrichtung                     | Ansprechstelle      | Tel.          | Mail
Arbeitsagentur Hagen            | Team BBiE           | 0221 4710-101 | bbie@aa-hagen.example.org
Arbeitsagentur Iserlohn         | Team BBiE           | 0221 4710-111 | bbie@aa-iserlohn.example.org
JC MK                           | Team Qualifizierung | 0221 4710-121 | quali@jc-mk.example.org
JC EN                           | Servicestelle       | 0221 4710-126 | service@jc-en.example.org
VHS Ennepe-Ruhr-Süd             | Bildungsberatung    | 0221 4710-185 | beratung@vhs-en.example.org
IQ-Fachberatung Anerkennung     | Terminvergabe       | 0221 4710-301 | anerkennung@iq.example.org
"""

ABBREVIATIONS = """
Kürzel | Angebot
WBB    | Weiterbildungsberatung
BBiE   | Berufsberatung im Erwerbsleben
Anerk. | Anerkennungsberatung
TZA    | Teilzeitausbildung
GB     | Grundbildung
DigB   | Digitalisierungsberatung
SB     | Schuldnerberatung
WE     | Wiedereinstiegsberatung
DeuFöV | Berufssprachkurs
"""

COLOURS = {"g": ("FFE699", "nur auf Anfrage"), "r": ("D9D9D9", "derzeit nicht verfügbar")}


def write() -> bytes:
    """Return the workbook."""
    from openpyxl import Workbook
    from openpyxl.styles import Font, PatternFill

    book = Workbook()
    book.remove(book.worksheets[0])
    fills = {mark: PatternFill("solid", fgColor=rgb) for mark, (rgb, _) in COLOURS.items()}
    for district, table in SHEETS.items():
        sheet = book.create_sheet(district)
        sheet["A1"] = f"Angebotsmatrix {district}"
        sheet["A1"].font = Font(bold=True, size=14)
        for row, cells in enumerate(rows(table), start=2):
            for column, text in enumerate(cells, start=1):
                if text in fills:
                    sheet.cell(row, column).fill = fills[text]
                elif text:
                    # Trailing and doubled blanks are what such cells really hold.
                    sheet.cell(row, column, text + " " if text == "SIHK  Hagen" else text)
        sheet.column_dimensions["A"].width = 38
    for title, table in (("Kontakte", CONTACTS), ("Legende", ABBREVIATIONS)):
        sheet = book.create_sheet(title)
        for cells in rows(table):
            sheet.append(cells)
    sheet.append([])
    sheet.append(["Farbe", "Bedeutung"])
    for mark, (_, meaning) in COLOURS.items():
        sheet.append(["", meaning])
        sheet.cell(sheet.max_row, 1).fill = fills[mark]
    package = io.BytesIO()
    book.save(package)
    return settle(package.getvalue())
