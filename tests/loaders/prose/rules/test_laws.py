"""What holds for every document, whatever it says."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.prose.read import read_document
from loaders.prose.rules.extractor import RulesExtractor
from loaders.prose.rules.nodes import find_nodes
from tests.loaders.prose.rules.reading_aid import document

SEEN = sorted((Path(__file__).parents[3] / "fixtures" / "prose" / "seen").glob("*.txt"))
PIECES = [
    "Die Agentur für Arbeit Gera", "das Projekt „Anker“", "(ABC)", "Menschen mit Behinderung", "am 3. Mai 2025", "Jobcentern Gotha und Suhl", "e. V.",
    "Thema: KI, MINT und Pflege", "Prof. Dr. Anna Muster", "und", ",", "\n\n", "\n- ", "der", "Arbeitskreis „X", "“", "IHK-", "X@Y.de", "Landkreise Celle und", ":", "1.", "–",
]  # fmt: skip


@pytest.mark.parametrize("path", SEEN, ids=lambda path: path.stem)
def test_mentions_are_flat_sorted_and_reproduce_their_words(path: Path) -> None:
    _holds(path.read_text(encoding="utf-8"))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_the_same_holds_for_text_in_pieces(text: str) -> None:
    _holds(text)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_the_same_holds_for_any_text(text: str) -> None:
    _holds(text)


def _holds(text: str) -> None:
    read = document(text)
    found = find_nodes(read, persons=True)
    spans = sorted((span.start, span.end, span.quote) for node in found.nodes for span in node.mentions)
    assert all(read.text[start:end] == quote for start, end, quote in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert all(list(node.mentions) == sorted(node.mentions, key=lambda span: span.start) for node in found.nodes)
    assert len({node.id for node in found.nodes}) == len(found.nodes)
    assert found.topic in {"", *(node.id for node in found.nodes)}
    assert all(node.mentions and node.label for node in found.nodes)


def test_the_same_document_gives_the_same_nodes() -> None:
    text = SEEN[0].read_text(encoding="utf-8")
    assert find_nodes(document(text)) == find_nodes(document(text))


def test_boilerplate_names_nothing() -> None:
    path = next(path for path in SEEN if "Impressum" in path.read_text(encoding="utf-8"))
    read = read_document(path)
    outside = [block for block in read.blocks if block.kind == "boilerplate"]
    spans = [span for node in find_nodes(read).nodes for span in node.mentions]
    assert outside
    assert not any(block.start <= span.start < block.end for block in outside for span in spans)


def test_a_long_document_is_read_in_time() -> None:
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in SEEN)
    read = document(text * (60_000 // len(text) + 1))
    find_nodes(document(text[:2000]))  # what is read once is read
    began = process_time()
    find_nodes(read)
    assert (process_time() - began) * 60_000 / len(read.text) <= 4  # 2 s, on a machine others use as well


def test_the_extractor_names_itself_and_its_topic() -> None:
    extract = RulesExtractor().extract(document("Der Weiterbildungsverbund Harz wächst."))
    assert "rules/1" == RulesExtractor().name
    assert ["Weiterbildungsverbund Harz"] == [node.label for node in extract.nodes if node.id == extract.topic]
