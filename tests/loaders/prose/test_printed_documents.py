"""PDF files: columns, words cut at a line's end, heads and feet, tables, scans."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from loaders.prose.document import Document
from loaders.prose.labels import labels
from loaders.prose.read import read_document
from ontology.errors import LoadError
from tests.loaders.printed import Page, write
from tests.loaders.prose.lawful import lawful, outline

LEFT = (
    "Der Verbund bringt Kammern, Betriebe und die",
    "Beratungsstellen der Region zusammen. Er wird",
    "von der Regionalagentur koordiniert, die alle Ak-",
    "teure zweimal im Jahr einlädt. Aus der Sitzung der",
    "Partner in Siegen-",
    "Wittgenstein entstand der Plan für die Aus-",
    "und Weiterbildung in den Betrieben, die es am",
)
RIGHT = (
    "nötigsten haben. Die zweite Spalte erzählt dann",
    "von der Messe, die im Juli stattfindet und die",
    "von der Kammer ausgerichtet wird. Alle Betriebe",
    "sind dazu eingeladen, auch kleine und mittlere.",
    "Eine Anmeldung ist bis Ende Juni nötig, sie geht",
    "an die Geschäftsstelle des Verbunds in der Stadt.",
    "Danach wird das Programm an alle verschickt.",
)


def column(page: Page, x: float, top: float, lines: Sequence[str]) -> None:
    for at, line in enumerate(lines):
        page.text(x, top - 13 * at, line)


def printed(path: Path, *pages: Page) -> Document:
    return lawful(read_document(write(path / "a.pdf", pages)))


def test_columns_are_read_one_after_the_other_and_cut_words_become_whole(tmp_path: Path) -> None:
    page = Page()
    page.text(50, 790, "Weiterbildungsverbund für das ganze nördliche Musterland", "F3", 20)
    column(page, 50, 750, LEFT)
    column(page, 310, 750, RIGHT)
    document = printed(tmp_path, page)
    kinds = [(kind, level) for kind, level, _ in outline(document)]
    assert [("title", 1), ("paragraph", 0), ("paragraph", 0)] == kinds or [("title", 1), ("paragraph", 0)] == kinds
    text = " ".join(document.text.split())
    assert "alle Akteure zweimal" in text
    assert "in Siegen-Wittgenstein entstand" in text
    assert "Aus- und Weiterbildung" in text
    assert "die es am nötigsten haben" in text
    assert text.index("die es am") < text.index("Die zweite Spalte")


def test_columns_of_other_line_heights_with_a_narrow_gap_are_columns_too(tmp_path: Path) -> None:
    page = Page()
    column(page, 50, 750, LEFT)
    for at, line in enumerate(RIGHT):
        page.text(286, 745 - 13.5 * at, line)
    text = " ".join(printed(tmp_path, page).text.split())
    assert "die es am nötigsten haben" in text
    assert "die Beratungsstellen der Region zusammen" in text


def test_names_beside_their_values_are_no_columns(tmp_path: Path) -> None:
    page = Page()
    rows = (
        ("Veranstalter", "Kammer Nord und Jobcenter Nord, gemeinsam mit allen"),
        ("Zielgruppe", "Beschäftigte und Betriebe in der Stadt und im Landkreis"),
        ("Ort", "Musterstadt, Haus der Wirtschaft, großer Saal im Erdgeschoss"),
        ("Laufzeit", "Januar 2025 bis Dezember 2027, danach ist Schluss damit"),
        ("Förderung", "Ministerium für Arbeit des Landes, aus Mitteln des ESF"),
        ("Leitung", "Volkshochschule Musterstadt mit Sitz in der Altstadt"),
    )
    for at, (name, value) in enumerate(rows):
        page.text(50, 750 - 14 * at, name)
        page.text(150, 750 - 14 * at, value)
    document = printed(tmp_path, page)
    assert [name for name, _ in rows] == [document.text[slice(*label.name)] for label in labels(document)]
    assert rows[4][1] == document.text[slice(*list(labels(document))[4].values[0])]


def test_dots_that_a_browser_draws_are_signs_of_a_list(tmp_path: Path) -> None:
    page = Page()
    column(page, 50, 780, LEFT)
    for at, words in enumerate(("Kammer Nord", "Jobcenter Nord")):
        page.dot(60, 650 - 14 * at)
        page.text(70, 648 - 14 * at, words)
    items = [words for kind, _, words in outline(printed(tmp_path, page)) if kind == "bullet"]
    assert ["• Kammer Nord", "• Jobcenter Nord"] == items


def test_the_hyphen_of_an_acronym_is_its_own(tmp_path: Path) -> None:
    page = Page()
    column(page, 50, 750, ("Der Verbund berät die Betriebe der Region zu einem KI-", "gestützten Werkzeug."))
    assert "KI-gestützten Werkzeug" in printed(tmp_path, page).text


def test_heads_and_feet_of_pages_do_not_cut_a_paragraph(tmp_path: Path) -> None:
    pages = []
    for number, lines in enumerate((LEFT, RIGHT, LEFT), 1):
        page = Page()
        page.text(50, 815, "Kammer Nord · Jahresbericht")
        page.text(300, 20, f"Seite {number}")
        column(page, 50, 700, lines)
        pages.append(page)
    document = printed(tmp_path, *pages)
    assert "die es am nötigsten haben" in document.text
    assert 3 == document.text.count("Kammer Nord · Jahresbericht")
    around = [(block.page, document.read(block)) for block in document.blocks if block.kind == "boilerplate"]
    assert [1, 1, 2, 2, 3, 3] == [number for number, _ in around]
    assert 1 == document.page(document.text.index("Der Verbund"))


def test_larger_and_bold_lines_are_headings_and_signs_open_items(tmp_path: Path) -> None:
    page = Page()
    page.text(50, 780, "Verbund Nord", "F3", 20)
    page.text(50, 740, "Ausgangslage", "F3", 14)
    column(page, 50, 715, LEFT)
    page.text(50, 600, "Unsere Partner", "F3")
    page.text(60, 580, "• Kammer Nord")
    page.text(60, 567, "• Jobcenter Nord, das auch die Beratung in den Gemeinden")
    page.text(68, 554, "anbietet")
    page.text(80, 541, "– mit Sprechstunde")
    page.text(50, 510, "Veranstalter: Kammer Nord")
    assert [
        ("title", 1, "Verbund Nord"),
        ("heading", 2, "Ausgangslage"),
        ("heading", 3, "Unsere Partner"),
        ("bullet", 1, "• Kammer Nord"),
        ("bullet", 1, "• Jobcenter Nord, das auch die Beratung in den Gemeinden anbietet"),
        ("bullet", 2, "– mit Sprechstunde"),
        ("label", 0, "Veranstalter: Kammer Nord"),
    ] == [part for part in outline(printed(tmp_path, page)) if part[0] != "paragraph"]


def test_a_drawn_table_is_a_grid_and_rows_in_its_place(tmp_path: Path) -> None:
    page = Page()
    page.text(50, 800, "Netzwerkmatrix Nord", "F3")
    page.ruled(50, 780, (150, 80, 80), (("Akteur", "Beratung", "Kurse"), ("VHS Köln", "x", ""), ("Jobcenter", "", "x")))
    column(page, 50, 680, LEFT)
    document = printed(tmp_path, page)
    assert [("Netzwerkmatrix Nord", "x")] == [(grid.name, grid.text(2, 2)) for grid in document.tables]
    assert ["title", "table", "table", "table", "paragraph"] == [kind for kind, _, _ in outline(document)][:5]


def test_a_scan_is_refused_with_what_to_do_and_a_scanned_page_is_told(tmp_path: Path) -> None:
    picture = Page(marks=["q 100 0 0 100 50 600 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q"])
    with pytest.raises(LoadError, match="OCR") as caught:
        printed(tmp_path, picture)
    assert ("not_a_document", "a.pdf") == (caught.value.code, caught.value.source)
    page = Page()
    column(page, 50, 700, LEFT)
    (note,) = (json.loads(line) for line in printed(tmp_path, page, picture).notes)
    assert ("VN1126", "2") == (note["code"], note["params"]["pages"])
