"""Web pages as documents: what is content, what stands around it, and how it is laid out."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from loaders.limits import Limits
from loaders.prose.document import Document
from loaders.prose.labels import labels
from loaders.prose.page_reader import PageReader
from loaders.prose.read import read_document
from loaders.prose.readers.html import document as document_of
from loaders.prose.regions import opened
from loaders.readers.markup import tokens
from tests.loaders.prose.lawful import lawful, outline

LONG = "Der Verbund bringt Kammern, Betriebe und Beratungsstellen der Region an einen Tisch. " * 3


def page(tmp_path: Path, body: str, head: str = "") -> Document:
    path = tmp_path / "seite.html"
    path.write_text(f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>", "utf-8")
    return lawful(read_document(path))


def content(document: Document) -> list[tuple[str, int, str]]:
    return [part for part in outline(document) if part[0] != "boilerplate"]


def test_what_stands_around_the_content_is_kept_as_boilerplate(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        f"""<a href=#m>Zum Inhalt springen</a><header><nav><ul><li><a href=/>Start</a></ul></nav></header>
        <div id="cookie-banner">Wir verwenden Kekse.</div>
        <main id=m><div class="breadcrumb"><a href=/>Start</a> › Projekte</div><h1>Verbund Nord</h1><p>{LONG}</p>
        <div class="share-buttons"><a href=#>Teilen</a></div></main>
        <footer><p>Träger der Seite: Kammer</p></footer><script>var a = "<p>nein</p>"</script>""",
        "<title>Verbund Nord | Kammer</title>",
    )
    assert [("title", 1, "Verbund Nord"), ("paragraph", 0, LONG.strip())] == content(document)
    assert "Verbund Nord | Kammer" == document.title
    kept = {words for kind, _, words in outline(document) if kind == "boilerplate"}
    assert {
        "Zum Inhalt springen",
        "Start",
        "Wir verwenden Kekse.",
        "Start › Projekte",
        "Teilen",
        "Träger der Seite: Kammer",
    } == kept
    assert "nein" not in document.text


def test_a_page_without_regions_loses_its_menu_by_its_links(tmp_path: Path) -> None:
    menu = "".join(f"<li><a href=/{word}>{word}</a></li>" for word in ("Start", "Themen", "Region", "Presse"))
    document = page(
        tmp_path,
        f"""<ul>{menu}</ul><h1>Verbund Nord</h1><p>{LONG}</p><h2>Partner</h2>
        <ul><li><a href=a>Kammer Nord</a></li><li><a href=b>Jobcenter Nord</a></li><li><a href=c>VHS Nord</a></li></ul>
        <p>{LONG}</p><ul>{menu}</ul>""",
    )
    assert [
        ("title", 1, "Verbund Nord"),
        ("paragraph", 0, LONG.strip()),
        ("heading", 2, "Partner"),
        ("bullet", 1, "• Kammer Nord"),
        ("bullet", 1, "• Jobcenter Nord"),
        ("bullet", 1, "• VHS Nord"),
        ("paragraph", 0, LONG.strip()),
    ] == content(document)


def test_lists_labels_and_breaks_keep_their_layout(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        """<main><h1>Verbund</h1><ul><li>Messe am 8. Juli<br><strong>Veranstalter:</strong> Kammer Nord
        <ul><li>mit Vorträgen</ul></li><li><p>Lotsen</p><p>Zielgruppe: Betriebe</p></li></ul>
        <ol><li>Anrufen<li>Kommen</ol><dl><dt>Träger</dt><dd>VHS Nord</dd></dl>
        <p>Kammer Nord<br>Musterstraße 1</p><p><b>Unsere Ziele</b></p><p>Wir beraten<br>und begleiten.</p></main>""",
    )
    assert [
        ("title", 1, "Verbund"),
        ("bullet", 1, "• Messe am 8. Juli"),
        ("label", 1, "Veranstalter: Kammer Nord"),
        ("bullet", 2, "• mit Vorträgen"),
        ("bullet", 1, "• Lotsen"),
        ("label", 1, "Zielgruppe: Betriebe"),
        ("bullet", 1, "1. Anrufen"),
        ("bullet", 1, "2. Kommen"),
        ("label", 0, "Träger: VHS Nord"),
        ("paragraph", 0, "Kammer Nord"),
        ("paragraph", 0, "Musterstraße 1"),
        ("heading", 2, "Unsere Ziele"),
        ("paragraph", 0, "Wir beraten und begleiten."),
    ] == content(document)
    assert ["Kammer Nord", "Betriebe", "VHS Nord"] == [
        document.text[slice(*label.values[0])] for label in labels(document)
    ]


def test_tables_become_grids_and_rows_or_labels_where_they_name_things(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        """<main><h1>Verbund</h1><table><caption>Wer bietet was</caption><tr><th>Stelle<th>Beratung</tr>
        <tr><td>Kammer Nord<td>x</tr><tr><td>VHS Nord<td></tr></table>
        <table><tr><td>Veranstalter</td><td>Kammer Nord</td></tr><tr><td>Ort:</td><td>Köln</td></tr></table>
        <table role=presentation><tr><td><h2>Links</h2><p>Ein Text.</p></td><td><p>Noch ein Text.</p></td></tr></table></main>""",
    )
    (grid,) = document.tables
    assert ("Wer bietet was", "Kammer Nord", "x") == (grid.name, grid.text(2, 1), grid.text(2, 2))
    assert [
        ("title", 1, "Verbund"),
        ("caption", 0, "Wer bietet was"),
        ("table", 0, "Stelle\tBeratung"),
        ("table", 0, "Kammer Nord\tx"),
        ("table", 0, "VHS Nord"),
        ("label", 0, "Veranstalter: Kammer Nord"),
        ("label", 0, "Ort: Köln"),
        ("heading", 2, "Links"),
        ("paragraph", 0, "Ein Text."),
        ("paragraph", 0, "Noch ein Text."),
    ] == content(document)


def test_what_can_be_folded_out_is_content_and_what_is_never_shown_is_not(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        f"""<main><h1>Verbund</h1><p>{LONG}</p><button aria-controls=a aria-expanded=false>Ablauf</button>
        <div id=a hidden><p>Zuerst meldet sich der Betrieb.</p></div><p style="display:none">Nur ein Rest.</p>
        <div class=weg>Noch ein Rest.</div></main>""",
        "<style>.weg {display: none}</style>",
    )
    said = [words for _, _, words in content(document)]
    assert ["Verbund", LONG.strip(), "Ablauf", "Zuerst meldet sich der Betrieb."] == said
    (note,) = (json.loads(line) for line in document.notes)
    assert ("VN1124", "2") == (note["code"], note["params"]["count"])


def test_a_contact_box_beside_the_content_counts_and_a_box_of_links_does_not(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        f"""<main><h1>Verbund</h1><p>{LONG}</p></main><aside><h3>Kontakt</h3><p>Geschäftsstelle des Verbunds</p></aside>
        <aside><ul><li><a href=x>Nachrichten aus der Region</a></li></ul></aside>""",
    )
    said = [words for _, _, words in content(document)]
    assert ["Verbund", LONG.strip(), "Kontakt", "Geschäftsstelle des Verbunds"] == said


def test_items_typed_by_hand_and_headings_without_tags_are_found(tmp_path: Path) -> None:
    document = page(
        tmp_path, f"<div>Verbund Nord</div><div>Ausgangslage</div><p>{LONG}</p><p>Dabei sind:<br>- Kammer<br>- VHS</p>"
    )
    assert [
        ("title", 1, "Verbund Nord"),
        ("heading", 2, "Ausgangslage"),
        ("paragraph", 0, LONG.strip()),
        ("paragraph", 0, "Dabei sind:"),
        ("bullet", 1, "- Kammer"),
        ("bullet", 1, "- VHS"),
    ] == content(document)


def test_soft_hyphens_and_hard_blanks_do_not_reach_the_text(tmp_path: Path) -> None:
    document = page(tmp_path, "<main><h1>Weiter&shy;bildungs&shy;verbund&nbsp;Nord</h1><p>Text</p></main>")
    assert ("title", 1, "Weiterbildungsverbund Nord") == content(document)[0]


MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<ol>", "<dl>", "<dt>", "<dd>", "</dl>", "<h1>", "</h1>", "<h3>", "<br>",
         "<table>", "</table>", "<tr>", "<td>", "<th>", "<caption>", "<nav>", "</nav>", "<main>", "</main>", "<aside>", "<div class='menu'>",
         "</div>", "<div hidden>", "<a href=x>", "</a>", "<b>", "</b>", "<img alt='Ein Bild'>", "<script>", "</script>", "<select>", "<summary>",
         "<button>", "</button>", "Kammer Nord ", "Träger: ", "und ", "Ein Satz. ", "\n", "&nbsp;", "<figcaption>", "<article>", "<head>", "<body>", "- ", "1. "]
    ),
    max_size=40,
)  # fmt: skip


@given(MARKUP)
def test_any_markup_becomes_a_lawful_document_that_holds_its_words(pieces: list[str]) -> None:
    source = "".join([*pieces, "<p>Ende"])
    reader = PageReader(Limits(), opened(source))
    for token in tokens(source):
        reader.take(token)
    parts = reader.end()
    if any(part.size for part in parts) and "Ende" in "".join(part.words for part in parts):
        document = lawful(document_of(parts, Limits(), "", ()))
        assert document.text.count("Ende") == 1
