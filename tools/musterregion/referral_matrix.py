"""Who refers to whom, partner by partner: codes for the kind of handover, not symmetric, abbreviations on a second sheet."""

from __future__ import annotations

import io

from tools.musterregion.package import settle
from tools.musterregion.table import rows

NAME = "verweismatrix_2026.xlsx"

PARTNERS = """
AA HA | Agentur für Arbeit Hagen
AA IS | Agentur für Arbeit Iserlohn
JC HA | Jobcenter Hagen
JC MK | Jobcenter Märkischer Kreis
JC EN | Jobcenter Ennepe-Ruhr-Kreis
SIHK | Südwestfälische Industrie- und Handelskammer zu Hagen
HWK | Handwerkskammer Südwestfalen
KH MK | Kreishandwerkerschaft Märkischer Kreis
VHS HA | Volkshochschule Hagen
VHS LD | Volkshochschule Lüdenscheid
VHS EN | Volkshochschule Ennepe-Ruhr-Süd
KI HA | Kommunales Integrationszentrum Hagen
KI MK | Kommunales Integrationszentrum Märkischer Kreis
IQ HA | IQ Fachberatung Anerkennung Hagen
IQ EN | IQ Fachberatung Anerkennung Ennepe-Ruhr
KFB | Kompetenzzentrum Frau und Beruf Märkische Region
RA | Regionalagentur Märkische Region
WF HA | Wirtschaftsförderung Hagen
WF MK | Wirtschaftsförderung Märkischer Kreis
BB HA | Bildungsberatung Stadt Hagen
BB MK | Bildungsberatung Märkischer Kreis
MDL | Migrationsdienst Lennebrücke e. V. (fiktiv)
BWL | Bildungswerk Lennetal gGmbH (fiktiv)
FWS | Frauenwerk Sauerland e. V. (fiktiv)
AEB | Akademie Ennepebogen gGmbH (fiktiv)
FZP | Familienzentrum Plettenberg (fiktiv)
"""

# sender: receiver code, receiver code, ...
REFERRALS = """
AA HA | JC HA W, SIHK K, HWK K, VHS HA I, KFB K, IQ HA W, IQ EN W, BB HA K, AA IS I
AA IS | JC MK W, SIHK K, HWK K, VHS LD I, KFB W, IQ HA W, BB MK K, BWL K
JC HA | AA HA W, IQ HA K, VHS HA K, KI HA K, KFB W, BB HA K, MDL W
JC MK | AA IS W, IQ HA K, KI MK K, VHS LD K, KFB K, BB MK W, BWL W, KH MK I
JC EN | AA HA W, VHS EN K, IQ EN I, KFB I
SIHK | AA HA K, AA IS K, HWK I, RA W, IQ HA W
HWK | KH MK W, IQ HA W, AA HA I, SIHK ?
KH MK | HWK W, AA IS K, SIHK I
VHS HA | AA HA I, JC HA I, KI HA W, BB HA G
VHS LD | BB MK G, KI MK K, AA IS I
VHS EN | JC EN K, AA HA I
KI HA | JC HA K, IQ HA W*, VHS HA W, MDL G
KI MK | IQ HA W*, VHS LD K, JC MK W, MDL K, BWL I
IQ HA | SIHK W, HWK W, IQ EN I, JC HA K, AA HA K, KI HA ?, BWL -
IQ EN | SIHK W, IQ HA I, JC EN K, AA HA K
KFB | AA HA W, AA IS W, BB HA K, BB MK K, RA -
RA | SIHK W, KFB K, AA HA I, WF HA G, WF MK G
WF HA | RA W, SIHK K, AA HA W
WF MK | RA W, SIHK K, AA IS K
BB HA | AA HA W, VHS HA G, JC HA I, KFB K, IQ HA K
BB MK | AA IS W, VHS LD G, KFB K, IQ HA W
MDL | KI MK G, JC MK K, IQ HA W, VHS LD I, KI HA K
BWL | AA IS K, JC MK I
FWS | KFB K
AEB | JC EN ?, AA HA I
FZP | FWS W, KFB K
"""

CODES = """
Zeichen | Bedeutung
W | warme Übergabe (Termin wird vereinbart)
K | Kontaktdaten werden weitergegeben
I | allgemeine Information
G | gemeinsame Beratung
* | nur mit schriftlicher Einwilligung
"""


def write() -> bytes:
    """Return the workbook."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Verweise"
    sheet["A1"] = "Verweismatrix Lenne-Ruhr – wer verweist an wen?"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = "Zeile verweist an Spalte"
    sheet["A3"] = "Stand: 15.09.2026"
    partners = rows(PARTNERS)
    places = {short: number for number, (short, _) in enumerate(partners)}
    sheet["A5"] = "von \\ an"
    for short, number in places.items():
        sheet.cell(5, 2 + number, short).alignment = Alignment(text_rotation=90)
        sheet.cell(6 + number, 1, short)
        diagonal = sheet.cell(6 + number, 2 + number, "–")
        diagonal.fill = PatternFill("solid", fgColor="BFBFBF")
    for sender, receivers in rows(REFERRALS):
        for entry in receivers.split(", "):
            receiver, code = entry.rsplit(" ", 1)
            sheet.cell(6 + places[sender], 2 + places[receiver], code)
    legend = book.create_sheet("Legende")
    for cells in rows(CODES):
        legend.append(cells)
    legend.append([])
    legend.append([])
    legend.append(["Abkürzung", "Einrichtung"])
    for cells in partners:
        legend.append(cells)
    package = io.BytesIO()
    book.save(package)
    return settle(package.getvalue())
