from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from loaders.prose.blocks import document_of
from loaders.prose.document import Document
from loaders.prose.labels import labels

PAGE = """Skip to main content

Weiterbildungsverbund Musterregion

Zwei Frauen vor einem Plakat. Foto: Pixabay

Ausgangslage

Der Verbund umfasst die Stadt Musterstadt und den Musterkreis. Er wird von der
Kammer geführt.

Vorhaben
  • Messe am 8. Juli 2025
    Veranstalter: Kammer Musterstadt, Jobcenter Musterkreis
  • Lotsendienst für Betriebe
    – mit Hausbesuchen
    – mit einer Sprechstunde

Partner:
- Volkshochschule Musterstadt
- Handwerkskammer Musterland

Bild (von links): Anna Beispiel, Kammer, Bernd Muster, Jobcenter

Kontakt

Geschäftsstelle des Verbunds

0221 4710-100

Back"""


def kinds(document: Document) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, document.read(block)[:24]) for block in document.blocks]


def test_a_pasted_page_has_title_headings_items_labels_captions_and_boilerplate() -> None:
    assert kinds(document_of(PAGE)) == [
        ("boilerplate", 0, "Skip to main content"),
        ("title", 1, "Weiterbildungsverbund Mu"),
        ("boilerplate", 0, "Zwei Frauen vor einem Pl"),
        ("heading", 2, "Ausgangslage"),
        ("paragraph", 0, "Der Verbund umfasst die "),
        ("heading", 2, "Vorhaben"),
        ("bullet", 1, "• Messe am 8. Juli 2025"),
        ("label", 1, "Veranstalter: Kammer Mus"),
        ("bullet", 1, "• Lotsendienst für Betri"),
        ("bullet", 2, "– mit Hausbesuchen"),
        ("bullet", 2, "– mit einer Sprechstunde"),
        ("label", 0, "Partner:"),
        ("bullet", 1, "- Volkshochschule Muster"),
        ("bullet", 1, "- Handwerkskammer Muster"),
        ("caption", 0, "Bild (von links): Anna B"),
        ("heading", 2, "Kontakt"),
        ("paragraph", 0, "Geschäftsstelle des Verb"),
        ("paragraph", 0, "0221 4710-100"),
        ("boilerplate", 0, "Back"),
    ]


def test_a_label_names_the_rest_of_its_line_or_the_items_below_it() -> None:
    document = document_of(PAGE)
    said = [
        (document.text[slice(*label.name)], [document.text[slice(*value)] for value in label.values])
        for label in labels(document)
    ]
    assert said == [
        ("Veranstalter", ["Kammer Musterstadt, Jobcenter Musterkreis"]),
        ("Partner", ["Volkshochschule Musterstadt", "Handwerkskammer Musterland"]),
    ]


def test_a_label_alone_names_the_lines_up_to_the_next_gap() -> None:
    document = document_of("Träger:\nKammer Nord\nJobcenter Nord\n\nEin Absatz, der nichts damit zu tun hat.")
    assert [[document.text[slice(*value)] for value in label.values] for label in labels(document)] == [
        ["Kammer Nord", "Jobcenter Nord"]
    ]


def test_numbers_count_items_where_one_follows_the_other_and_head_sections_where_text_stands_between() -> None:
    items = document_of("Wir bieten an:\n1. Beratung vor Ort\n2. Kurse am Abend")
    assert ["paragraph", "bullet", "bullet"] == [block.kind for block in items.blocks]
    prose = "Die Region hat viele Betriebe, und in den meisten von ihnen fehlen Leute."
    sections = document_of(f"Der Verbund\n\n1. Stand\n\n{prose}\n\n2. Ausblick\n\n{prose}")
    assert ["title", "heading", "paragraph", "heading", "paragraph"] == [block.kind for block in sections.blocks]


def test_lines_broken_at_a_width_are_one_paragraph_and_lines_that_are_not_are_several() -> None:
    broken = "Das Netzwerk besteht seit vielen Jahren und wird von der Regional-\n" * 1 + (
        "agentur begleitet, die auch die Sitzungen einlädt und die Ergebnisse\n"
        "festhält. Zweimal im Jahr kommen alle Beteiligten zu einem größeren\nTreffen zusammen."
    )
    assert ["paragraph"] == [block.kind for block in document_of(broken).blocks]
    address = "Jobcenter Nord\nMusterstraße 1\n50667 Köln"
    assert 3 == len(document_of(address).blocks)


def test_a_sign_alone_on_its_line_opens_the_next_line() -> None:
    document = document_of("Themen\n•\nDigitalisierung\n•\nGrundbildung")
    assert ["•\nDigitalisierung", "•\nGrundbildung"] == [
        document.read(block) for block in document.blocks if block.kind == "bullet"
    ]


def test_a_table_between_bars_is_rows_with_cells() -> None:
    document = document_of("| Stelle | Angebot |\n|---|---|\n| Kammer | Beratung |")
    assert ["table"] * 3 == [block.kind for block in document.blocks]
    cells = [[document.text[start:end] for start, end in block.cells] for block in document.blocks]
    assert [["Stelle", "Angebot"], [], ["Kammer", "Beratung"]] == cells


def test_markdown_headings_keep_their_depth() -> None:
    document = document_of("# Verbund\n\n## Ziele\n\nText, der etwas sagt.\n\nPartner\n=======\n\nMehr Text dazu.")
    assert [("title", 1), ("heading", 2), ("paragraph", 0), ("heading", 1), ("paragraph", 0)] == [
        (block.kind, block.level) for block in document.blocks
    ]


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [*PAGE.splitlines(), "", "   ", "\t", "1. Erstens", "2. Zweitens", "a) nochmals", "A\tB", "C\tD", "|a|b|", "|--|--|",
             "Eine Zeile: ", "==", "====", "----", "\u200b", "* x", "o Punkt", "Seite 3 von 9", "Ziele......... 4"]
        ),
        st.text(max_size=40),
    ),
    max_size=30,
)  # fmt: skip


@given(LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\x0c", "\u2028"]))
def test_blocks_are_in_order_apart_and_hold_everything_that_is_not_white_space(lines: list[str], end: str) -> None:
    text = end.join(lines)
    document = document_of(text)
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(text)
        assert not text[at : block.start].strip().strip("\u200b\u200c\u200d\u2060\ufeff\u00ad")
        assert all(block.start <= start <= stop <= block.end for start, stop in block.cells)
        at = block.end
    assert not text[at:].strip().strip("\u200b\u200c\u200d\u2060\ufeff\u00ad")
    list(labels(document))


def test_a_title_of_several_lines_and_the_kind_of_the_document_above_it() -> None:
    document = document_of(
        "Projektsteckbrief\n\nNeuer Weg – zurück in Arbeit\nModellvorhaben Nord\n\nTräger: Kammer Nord"
    )
    assert [("heading", 1), ("title", 1), ("heading", 2), ("label", 0)] == [
        (block.kind, block.level) for block in document.blocks
    ]
    colon = document_of("Verbund Nord: gemeinsam lernen\n\nDer Verbund hilft Betrieben, die Leute suchen, seit Jahren.")
    assert ["title", "paragraph"] == [block.kind for block in colon.blocks]


def test_a_short_line_that_ends_with_a_part_of_its_verb_is_complete() -> None:
    document = document_of("So gehen wir vor\nSchritt 1: Erstgespräch in der Kammer\nSchritt 2: Kurs")
    assert "So gehen wir vor" == document.read(document.blocks[0])


def test_dashes_around_a_remark_and_within_a_broken_sentence_open_no_item() -> None:
    remark = document_of("Die Kammer und das Jobcenter\n– im Folgenden „die Partner“ –\nschließen sich zusammen.")
    assert not [block for block in remark.blocks if block.kind == "bullet"]
    told = (
        "Das Netzwerk besteht seit vielen Jahren und wird von einer sehr großen Kammer – der größten im Land – mit Leben "
        "gefüllt, was alle Beteiligten freut und in den Sitzungen, die zweimal im Jahr stattfinden, oft zu hören ist."
    )
    broken = document_of(textwrap.fill(told, 78))
    assert "\n– der größten" in broken.text
    assert ["paragraph"] == [block.kind for block in broken.blocks]


def test_an_ordinal_is_no_number_of_a_section() -> None:
    prose = "Die Sitzung wurde von der Kammer eröffnet und dauerte bis in den Abend."
    document = document_of(f"Protokoll des Beirats\n\n5. Sitzung am 3. Mai\n\n{prose}\n\n§ 2 Organe\n\n{prose}")
    assert [("title", 1), ("heading", 2), ("paragraph", 0), ("heading", 1), ("paragraph", 0)] == [
        (block.kind, block.level) for block in document.blocks
    ]


def test_entries_of_a_menu_side_by_side_are_boilerplate_and_partners_are_not() -> None:
    kinds_of = [
        block.kind for block in document_of("Startseite | Über uns | Kontakt\n\nKammer Nord | Jobcenter Nord").blocks
    ]
    assert "boilerplate" == kinds_of[0] != kinds_of[1]


def test_a_text_without_blank_lines_keeps_its_sections() -> None:
    text = (
        "Bildungsregion Musterkreis\nDas Bildungsbüro führt die Bildungsregion und lädt jedes Jahr zur Konferenz ein.\n"
        "Unsere Angebote\nGrundbildungskurse\nBeratung zum Bildungsscheck\nWer ist dabei?\n- Jobcenter\n"
        "Laufzeit 01.01.2024 bis 31.12.2026\nKontakt\nBildungsbüro\nTel. 0221 4710-123"
    )
    document = document_of(text)
    heads = [document.read(block) for block in document.blocks if block.kind in ("title", "heading")]
    assert ["Bildungsregion Musterkreis", "Unsere Angebote", "Wer ist dabei?", "Kontakt"] == heads


def test_open_brackets_and_quotation_marks_are_closed_on_the_next_line() -> None:
    document = document_of(
        "Der Verbund wächst seit Jahren (siehe auch\nAbschnitt 2).\n\nDas Projekt „Neue\nWege“ endet."
    )
    assert ["paragraph", "paragraph"] == [block.kind for block in document.blocks]


def test_lines_broken_by_hand_now_earlier_now_later_are_one_paragraph() -> None:
    lines = [
        "Der Verbund, angesiedelt bei der Bildungswerkstatt am Hafen der",
        "Stadt Musterhafen, wirkt in der Stadt und in den Landkreisen",
        "Nordmark und Südmark. Im vergangenen Jahr stieg die Zahl der Mitglieder",
        "von elf auf vierzehn, neu hinzugekommen sind die Kammer und das",
        "Jobcenter. Die Fachkommission trat fünfmal zusammen, in ihr arbeiten die",
        "Kammer, die Gewerkschaft und zwei große Werften an einem neuen",
        "gemeinsamen Lehrplan, der im kommenden Frühjahr erscheinen soll und",
        "dann allen Betrieben der Region offen steht. Die Lotsenstelle führte",
        "mehrere hundert Gespräche, ein Drittel davon mündete in einen Verweis",
        "an andere Stellen, die meisten davon an die Kammer und an die",
        "Volkshochschule.",
    ]
    assert ["paragraph"] == [block.kind for block in document_of("\n".join(lines)).blocks]


def test_entries_of_a_list_without_marks_stay_apart_however_long_they_are() -> None:
    towns = ["Musterhafen am Meer", "Neustadt", "Oberdorf bei Musterstadt", "Au"]
    entries = [f"Beratungsstelle im Gemeindehaus in der Ortsmitte von {town}" for town in towns * 3]
    assert 12 == len(document_of("\n".join(entries)).blocks)
