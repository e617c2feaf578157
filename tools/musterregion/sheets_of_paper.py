"""Two descriptions as they come by post: a project sheet written in Word, and a flyer that is a PDF."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from xml.sax.saxutils import escape

from tools.musterregion.package import settle

SHEET = "steckbrief_minijob_plus.docx"
FLYER = "flyer_digitallotsen.pdf"

_SHEET = """
Title|Projektsteckbrief Minijob plus (fiktiv)
Heading1|Auf einen Blick
Label|Projekt|Minijob plus (fiktiv)
Label|Träger|Bildungswerk Lennetal gGmbH (fiktiv)
Label|Laufzeit|01.04.2024 bis 31.03.2027
Label|Förderung|Land NRW
Label|Zielgruppe|geringfügig Beschäftigte unter 35
Label|Region|Märkischer Kreis
Heading1|Ziel
Text|Viele junge Menschen arbeiten in einem Minijob und kommen von dort nicht weiter. Minijob plus zeigt ihnen, wie daraus eine Ausbildung werden kann. Gesprochen wird dort, wo sie ohnehin sind: beim Sport, beim Lesen, im Ehrenamt.
Heading1|Angebote
Bullet|Weiterbildungsberatung, auch abends
Heading1|Zusammenarbeit
Text|Der Landfrauenverein Volmetal und die Ehrenamtsbörse Lüdenscheid vermitteln Interessierte an Minijob plus. Wer danach einen Berufsabschluss nachholen will, wird von Minijob plus an die Agentur für Arbeit Iserlohn weitergeleitet.
Text|Das Projekt arbeitet mit der Kreishandwerkerschaft Märkischer Kreis zusammen.
Heading1|Ausblick
Text|Eine Verlängerung bis 2029 ist beantragt. Künftig soll auch das Jobcenter Märkischer Kreis an das Projekt verweisen.
Heading1|Ansprechstelle
Text|Kundenservice des Bildungswerks Lennetal, 0221 4710-321, kurse@bw-lennetal.example.org
"""

_STYLES = {"Title": "Title", "Heading1": "heading 1", "ListBullet": "List Bullet"}
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def sheet() -> bytes:
    """Return the project sheet."""
    body = "".join(_paragraph(*line.split("|")) for line in _SHEET.strip().splitlines())
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/></w:style>'
        for name, shown in _STYLES.items()
    )
    wordml = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{wordml}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{wordml}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
    }
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, _XML + content)
    return settle(package.getvalue())


def _paragraph(kind: str, first: str, value: str = "") -> str:
    style = {"Bullet": "ListBullet"}.get(kind, kind)
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style in _STYLES else ""
    runs = _run(f"{first}:", "<w:rPr><w:b/></w:rPr>") + _run(f" {value}") if value else _run(first)
    return f"<w:p>{named}{runs}</w:p>"


def _run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


_FLYER: Sequence[tuple[int, str]] = (
    (18, "Digitallotsen Lenne-Ruhr (fiktiv)"),
    (11, "Hilfe für Betriebe, die mit der Digitalisierung anfangen"),
    (13, "Wer wir sind"),
    (10, "Die Digitallotsen Lenne-Ruhr (fiktiv) sind ein Projekt der Regionalagentur Märkische"),
    (10, "Region. Sie beraten kleine und mittlere Unternehmen in Hagen und im Märkischen"),
    (10, "Kreis. Finanziert wird das Projekt vom Land NRW, es läuft vom 01.07.2025 bis"),
    (10, "zum 30.06.2028."),
    (13, "Was wir anbieten"),
    (10, "• Digitalisierungs-Check im Betrieb"),
    (10, "• Erstberatung zu Künstlicher Intelligenz"),
    (13, "So kommen Sie zu uns"),
    (10, "Die Wirtschaftsförderung Hagen und die Wirtschaftsförderung Märkischer Kreis ver-"),
    (10, "weisen Betriebe an die Digitallotsen Lenne-Ruhr. Geht es um Fördergeld, verweisen"),
    (10, "die Digitallotsen Lenne-Ruhr weiter an die SIHK zu Hagen."),
    (13, "Geplant"),
    (10, "Ab 2027 soll das Projekt auch im Ennepe-Ruhr-Kreis beraten."),
    (13, "Ansprechstelle"),
    (10, "Koordinierungsstelle, 0221 4710-161, koordination@ra-mr.example.org"),
)


def flyer() -> bytes:
    """Return the flyer: one page, two sizes of type, hyphens at the ends of lines."""
    marks, y = [], 790
    for size, said in _FLYER:
        y -= size + (14 if size > 11 else 5)
        escaped = said.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        marks.append(f"BT /F{2 if size > 11 else 1} {size} Tf 60 {y} Td ({escaped}) Tj ET")
    content = zlib.compress("\n".join(marks).encode("cp1252"), 9)
    font = "<</Type/Font/Subtype/Type1/BaseFont/{}/Encoding/WinAnsiEncoding>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content),
        font.format("Helvetica").encode("ascii"),
        font.format("Helvetica-Bold").encode("ascii"),
    ]
    out, offsets = io.BytesIO(), []
    out.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    for number, written in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, written))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % at for at in offsets))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()
