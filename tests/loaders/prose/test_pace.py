"""What the issue asks for: two hundred pages of PDF within a minute and 300 MB, sixty thousand characters at once."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from loaders.limits import MEGABYTE, Limits
from loaders.prose.blocks import document_of
from loaders.prose.read import read_document
from loaders.prose.sentences import of_block
from tests.loaders.printed import Page, write
from tests.loaders.prose.lawful import spent

TOLD = (
    "Der Weiterbildungsverbund bringt Kammern, Betriebe und Beratungsstellen der Region an einen Tisch. Er wird von der "
    "Regionalagentur koordiniert, die alle Beteiligten zweimal im Jahr zu einer Sitzung einlädt. Veranstaltet wird die "
    "Messe von der Industrie- und Handelskammer gemeinsam mit dem Jobcenter; angesprochen sind Beschäftigte ohne Abschluss. "
)


@pytest.mark.slow
def test_two_hundred_pages_in_two_columns_take_less_than_a_minute_and_300_megabytes(tmp_path: Path) -> None:
    lines = textwrap.wrap(TOLD * 16, 52)[:100]
    pages = []
    for number in range(1, 201):
        page = Page()
        page.text(50, 815, "Jahresbericht der Regionalagentur")
        page.text(290, 20, f"Seite {number}")
        for at, line in enumerate(lines):
            page.text(50 if at < 50 else 310, 780 - 14 * (at % 50), line, size=9)
        pages.append(page)
    path = write(tmp_path / "bericht.pdf", pages)
    began = spent()
    document = read_document(path, limits=Limits(memory_bytes=4 * 300 * MEGABYTE))  # a PDF gets a quarter of it
    assert spent() - began < 60
    assert 200 == document.blocks[-1].page
    assert len(document.text) > 800_000
    body = {document.read(block)[:60] for block in document.blocks if block.kind == "boilerplate"}
    assert "Jahresbericht der Regionalagentur" in body
    assert " an einen Tisch. Er wird von der Regionalagentur koordiniert" in " ".join(document.text.split())


def test_sixty_thousand_characters_are_read_at_once() -> None:
    text = "\n\n".join(f"Abschnitt {number}\n\n{TOLD}\n• Beratung\n• Kurse am Abend" for number in range(170))
    assert len(text) > 60_000
    began = spent()
    document = document_of(text)
    sentences = sum(len(of_block(document, block)) for block in document.blocks)
    assert spent() - began < 2
    assert sentences > 170 * 5
