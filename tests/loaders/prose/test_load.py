"""A document through the front door: text and tables in one, an honest account, and no silence about what was lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.evidence import Cell, Span
from loaders import load
from loaders.prose.document import Document
from loaders.prose.extract import Extract, Extractor, Node, Relation
from loaders.prose.load import load as load_description
from loaders.source import Loaded, SourceSpec, TextLedger
from ontology.errors import LoadError

PAGE = """<!DOCTYPE html><html lang="de"><head><title>Netzwerk Bildung Olpe</title></head><body>
<nav><a href="/">Start</a> <a href="/k">Kontakt</a></nav><main>
<h1>Netzwerk Bildung Olpe</h1>
<p>Das Netzwerk Bildung Olpe wird von der Volkshochschule Olpe koordiniert. Es berät Menschen, die sich beruflich neu orientieren wollen,
und bringt alle zusammen, die im Kreis Olpe etwas zur Weiterbildung beitragen. Das Jobcenter Kreis Olpe verweist Arbeitslose an die Volkshochschule Olpe.</p>
<p>Die Partner treffen sich viermal im Jahr und stimmen ihre Angebote ab. Wer mitmachen will, meldet sich einfach.</p>
<table><tr><th>Akteur</th><th>Bildungsberatung</th><th>Berufssprachkurs</th></tr>
<tr><td>Volkshochschule Olpe</td><td>x</td><td>x</td></tr><tr><td>Jobcenter Kreis Olpe</td><td>x</td><td>nein</td></tr></table>
</main><footer>Impressum</footer></body></html>
"""


def read(tmp_path: Path, name: str, content: str | bytes, kind: str = "") -> Loaded:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return load(SourceSpec(id=name, path=path, kind=kind))


def test_text_and_table_of_one_document_are_read_each_in_its_way(tmp_path: Path) -> None:
    loaded = read(tmp_path, "netz.html", PAGE)
    assert "description" == loaded.source["kind"]
    said = {
        (one.subject.label, one.predicate, getattr(one.object, "label", ""), one.polarity) for one in loaded.statements
    }
    assert ("Jobcenter Kreis Olpe", "refersTo", "Volkshochschule Olpe", "yes") in said
    assert ("Volkshochschule Olpe", "coordinates", "Netzwerk Bildung Olpe", "yes") in said
    assert ("Jobcenter Kreis Olpe", "offers", "Berufssprachkurs", "no") in said
    assert {Cell, Span} == {type(place) for one in loaded.statements for place in one.evidence}


def test_the_account_of_cells_and_that_of_blocks_are_both_whole(tmp_path: Path) -> None:
    loaded = read(tmp_path, "netz.html", PAGE)
    assert loaded.ledger.balanced
    assert 9 == loaded.ledger.cells
    assert loaded.blocks is not None
    assert loaded.blocks.balanced
    assert loaded.blocks.boilerplate
    assert loaded.blocks.statement
    assert loaded.text is not None
    spans = [place for one in loaded.statements for place in one.evidence if isinstance(place, Span)]
    assert all(loaded.text.says(span) for span in spans)


def test_a_table_that_is_no_matrix_stays_text_and_says_so(tmp_path: Path) -> None:
    table = "<table><tr><td>Montag</td><td>9 Uhr</td></tr><tr><td>Dienstag</td><td>10 Uhr</td></tr></table>"
    page = PAGE[: PAGE.index("<table>")] + table + PAGE[PAGE.index("</main>") :]
    loaded = read(tmp_path, "netz.html", page)
    codes = [issue.code for issue in loaded.issues]
    assert loaded.blocks is not None
    assert loaded.blocks.balanced
    assert ("VN8204" in codes) or loaded.ledger.cells
    assert any(one.predicate == "refersTo" for one in loaded.statements)


def test_a_matrix_is_no_description_unless_somebody_says_so(tmp_path: Path) -> None:
    table = PAGE[PAGE.index("<table>") : PAGE.index("</main>")]
    assert "matrix" == read(tmp_path, "nur_tabelle.html", f"<html><body>{table}</body></html>").source["kind"]
    forced = read(tmp_path, "nur_tabelle.html", f"<html><body>{table}</body></html>", kind="description")
    assert "description" == forced.source["kind"]
    assert any(isinstance(place, Cell) for one in forced.statements for place in one.evidence)


def test_a_document_that_says_nothing_is_said_to(tmp_path: Path) -> None:
    text = "Gestern war das Wetter schön, und morgen wird es regnen. Danach kommt wieder die Sonne hervor.\n"
    loaded = read(tmp_path, "wetter.txt", text, kind="description")
    assert () == loaded.statements
    assert "VN8205" in [issue.code for issue in loaded.issues]
    assert TextLedger(blocks=1, silent=1) == loaded.blocks


@pytest.mark.parametrize(
    ("name", "content"), [("leer.txt", b""), ("kaputt.docx", b"PK\x03\x04x"), ("bild.txt", b"\x89PNG\r\n")]
)
def test_what_is_no_document_is_one_clear_error(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(LoadError) as caught:
        read(tmp_path, name, content, kind="description")
    assert caught.value.de
    assert caught.value.en


def test_client_data_in_a_table_of_a_document_is_refused_like_anywhere(tmp_path: Path) -> None:
    table = "<table><tr><th>Name</th><th>Geburtsdatum</th></tr><tr><td>Muster</td><td>01.02.1990</td></tr></table>"
    with pytest.raises(LoadError) as caught:
        read(tmp_path, "netz.html", PAGE.replace("</main>", f"{table}</main>"))
    assert "client_data" == caught.value.code
    assert "1990" not in caught.value.de


class Inventor:
    """A backend that says what the text does not."""

    name = "model/1"

    def extract(self, document: Document) -> Extract:
        """Return one true node, an invented one, and relations with and without proof."""
        true, false = document.quote(0, 21), Span(3, 12, "Sparkasse")
        return Extract(
            (Node("a", "Network", "Netzwerk Bildung Olpe", (true,)), Node("b", "Actor", "Sparkasse Olpe", (false,))),
            (Relation("b", "coordinates", "a", (true,)), Relation("a", "cooperatesWith", "a", (true,))),
        )


def test_what_a_backend_invents_is_dropped_and_counted_and_the_block_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "netz.txt"
    path.write_text("Netzwerk Bildung Olpe\n\nMehr steht hier nicht.\n", encoding="utf-8")
    loaded = load_description(SourceSpec(id="netz.txt", path=path), extractors=[Inventor()])
    assert ["label"] == [one.predicate for one in loaded.statements]
    assert ["VN8101", "VN8102", "VN8111", "VN8111"] == [
        one.code for one in loaded.issues if one.code.startswith("VN81")
    ]
    assert all(issue.severity == "info" for issue in loaded.issues)


def test_several_backends_unite_and_none_weakens_another(tmp_path: Path) -> None:
    path = tmp_path / "netz.html"
    path.write_text(PAGE, encoding="utf-8")
    spec = SourceSpec(id="netz.html", path=path)
    alone = load_description(spec)
    both = load_description(spec, extractors=[Inventor(), *_usual(spec)])
    assert {one.key for one in alone.statements} <= {one.key for one in both.statements}


def _usual(spec: SourceSpec) -> tuple[Extractor, ...]:
    from loaders.prose.backends import extractors_for

    return extractors_for(spec)
