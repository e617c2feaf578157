"""Texts nobody writes: no full stop, no space, nothing but signs. They are read in a time that grows with their length."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from loaders.prose.read import read_document
from loaders.prose.rules.extractor import RulesExtractor
from loaders.prose.sentences import spans

SAID = "Das Jobcenter Celle koordiniert das Netz"
TEXTS = {
    "a list without end": "Partner sind " + ", ".join(["Jobcenter Celle"] * 1500),
    "one line of capitals": "DAS JOBCENTER CELLE UND DIE VHS " * 600,
    "brackets": "(" * 4000 + SAID + ")" * 4000,
    "quotation marks": "„" * 4000 + SAID + "“" * 4000,
    "hashes": "#" * 8000 + SAID,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_without_end_is_read(text: str, tmp_path: Path) -> None:
    path = tmp_path / "endlos.txt"
    path.write_text(text, encoding="utf-8")
    start = time.process_time()
    extract = RulesExtractor().extract(read_document(path))
    assert time.process_time() - start < 15
    assert any("celle" in node.label.lower() for node in extract.nodes)


def test_a_sentence_without_end_is_cut_between_words_and_nothing_is_lost() -> None:
    text = "Partner " * 1000
    found = list(spans(text, 0, len(text)))
    assert len(found) > 1
    assert text.split() == [word for start, end in found for word in text[start:end].split()]
