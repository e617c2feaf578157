"""Word documents: styles, lists, tables, boxes, notes."""

from __future__ import annotations

import json
from pathlib import Path

from loaders.prose.read import read_document
from tests.loaders.documents import cell, document, paragraph, run, table
from tests.loaders.prose.lawful import lawful, outline

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{called}"/>{more}</w:style>'
    for name, called, more in (
        ("Titel", "Title", ""),
        ("berschrift1", "heading 1", ""),
        ("Eigen", "Abschnitt", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        ("Punkt", "Listenpunkt", '<w:basedOn w:val="Liste"/>'),
        ("Liste", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        ("Bild", "caption", ""),
        ("Verz", "toc 1", ""),
    )
)
NUMBERS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def item(text: str, number: int, level: int = 0) -> str:
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    return f"<w:p>{properties}{run(text)}</w:p>"


def test_styles_say_what_a_paragraph_is(tmp_path: Path) -> None:
    body = (
        paragraph("Verbund Nord", "Titel")
        + paragraph("Ziele 3", "Verz")
        + paragraph("Ausgangslage", "berschrift1")
        + paragraph("Zahlen", "Eigen")
        + paragraph("Der Verbund wird von der Kammer geführt.")
        + paragraph("Kammer Nord", "Punkt")
        + item("mit Sprechstunde", 1, 1)
        + item("Anrufen", 2)
        + item("Kommen", 2)
        + f"<w:p>{run('Unsere Partner', '<w:b/>')}</w:p>"
        + paragraph("Veranstalter: Kammer\nOrt: Köln")
        + paragraph("- von Hand gesetzt")
        + paragraph("Abbildung: Gruppenbild", "Bild")
    )
    path = document(
        tmp_path / "a.docx", body, {"styles": STYLES, "numbering": NUMBERS, "header": paragraph("Kammer Nord")}
    )
    assert [
        ("title", 1, "Verbund Nord"),
        ("boilerplate", 0, "Ziele 3"),
        ("heading", 1, "Ausgangslage"),
        ("heading", 2, "Zahlen"),
        ("paragraph", 0, "Der Verbund wird von der Kammer geführt."),
        ("bullet", 1, "• Kammer Nord"),
        ("bullet", 2, "• mit Sprechstunde"),
        ("bullet", 1, "1. Anrufen"),
        ("bullet", 1, "2. Kommen"),
        ("heading", 3, "Unsere Partner"),
        ("label", 0, "Veranstalter: Kammer"),
        ("label", 0, "Ort: Köln"),
        ("bullet", 1, "- von Hand gesetzt"),
        ("caption", 0, "Abbildung: Gruppenbild"),
        ("boilerplate", 0, "Kammer Nord"),
    ] == outline(lawful(read_document(path)))


def test_a_document_without_styles_has_its_headings_found_by_their_form(tmp_path: Path) -> None:
    prose = "Der Verbund wird von der Kammer geführt und hat viele Partner."
    path = document(tmp_path / "a.docx", "".join(map(paragraph, ("Verbund Nord", "Ausgangslage", prose))))
    assert ["title", "heading", "paragraph"] == [kind for kind, _, _ in outline(lawful(read_document(path)))]


def test_tables_become_grids_rows_and_labels(tmp_path: Path) -> None:
    body = (
        paragraph("Netzwerk", "Heading1")
        + table((("Stelle", "Beratung", "Kurse"), ("Kammer", "x", ""), ("VHS", "", "x")))
        + table((("Träger", "VHS Nord"), ("Laufzeit", "2024"), ("Partner", "Kammer\nJobcenter")))
        + table(((cell(paragraph("Nur") + paragraph("Rahmen")),),))
    )
    found = lawful(read_document(document(tmp_path / "a.docx", body)))
    assert [("Netzwerk", "x")] == [(grid.name, grid.text(2, 2)) for grid in found.tables]
    assert [
        ("title", 1, "Netzwerk"),
        ("table", 0, "Stelle\tBeratung\tKurse"),
        ("table", 0, "Kammer\tx"),
        ("table", 0, "VHS\t\tx"),
        ("label", 0, "Träger: VHS Nord"),
        ("label", 0, "Laufzeit: 2024"),
        ("label", 0, "Partner:"),
        ("bullet", 1, "• Kammer"),
        ("bullet", 1, "• Jobcenter"),
        ("paragraph", 0, "Nur"),
        ("paragraph", 0, "Rahmen"),
    ] == outline(found)


def test_boxes_and_notes_follow_their_paragraph_and_what_was_deleted_is_told(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('Kasten am Rand')}</w:txbxContent></w:pict></w:r>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p>{run('Vor dem Kasten')}{box}{run(' und danach')}{note}</w:p><w:p><w:del>{run('weg')}</w:del>{run('Rest')}</w:p>"
    notes = {"footnotes": f'<w:footnote w:id="2">{paragraph("Stand 2025")}</w:footnote>'}
    found = lawful(read_document(document(tmp_path / "a.docx", body, notes)))
    assert ["Vor dem Kasten und danach", "¹ Stand 2025", "Kasten am Rand", "Rest"] == [
        words for _, _, words in outline(found)
    ]
    assert ["VN1125"] == [json.loads(line)["code"] for line in found.notes]
