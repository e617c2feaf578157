from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.prose.blocks import document_of
from loaders.prose.sentences import around, of_block, spans


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text, 0, len(text))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Messe fand am 27. Februar 2025 in Köln statt.",
        "Sie berät z. B. Beschäftigte, u. a. Frauen, ggf. auch Betriebe.",
        "Träger ist der Lernwerk e. V. Köln mit der Bildung gGmbH.",
        "Prof. Dr. A. Muster leitet ca. 3 Gruppen.",
        "Am 3. Quartal nimmt die 2. Bildungskonferenz teil.",
        "Das Projekt Fachkräfte.Bilden.Zukunft (F.B.Z.) endet am 31.12.2025.",
        "Sie lädt am 8./9. Mai und am 1. und 2. Juni ein.",
        "Die Kosten liegen bei 1.200 Euro bzw. 3,5 Mio. Euro.",
    ],
)
def test_one_sentence_stays_one(sentence: str) -> None:
    assert [sentence] == split(sentence)


@pytest.mark.parametrize(
    "sentences",
    [
        ("Es gibt das Netzwerk seit 2021.", "Die Leitung hat die Kammer."),
        ("Träger ist der Lernwerk e. V.", "Die Beratung ist frei."),
        ("Kommen Sie vorbei!", "Wer hilft?", "Die Kammer."),
        ("„Wir helfen.“", "Das sagt die Kammer."),
        ("Es geht um Kurse, Beratung usw.", "Alle sind frei."),
        ("Das ist Phase 2.", "Danach folgt mehr."),
    ],
)
def test_several_sentences_are_parted(sentences: tuple[str, ...]) -> None:
    assert list(sentences) == split(" ".join(sentences))


def test_the_sign_of_an_item_belongs_to_no_sentence() -> None:
    document = document_of("• Kurse am Abend. Sie sind frei.\n• Beratung")
    said = [document.text[start:end] for block in document.blocks for start, end in of_block(document, block)]
    assert ["Kurse am Abend.", "Sie sind frei.", "Beratung"] == said
    start, end = around(document, document.text.index("frei"))
    assert "Sie sind frei." == document.text[start:end]


@given(st.text(alphabet=st.sampled_from("aBz1. \n!?…„“)(Dr5e")) | st.text())
def test_sentences_are_in_order_and_hold_everything_that_is_not_white_space(text: str) -> None:
    at = 0
    for start, end in spans(text, 0, len(text)):
        assert at <= start < end
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()
