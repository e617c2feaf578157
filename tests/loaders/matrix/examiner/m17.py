"""Answers of nine partners put together: every partner ticks in another way; broken umlauts, ditto marks, open texts."""

import unicodedata

from tests.loaders.matrix.examiner.model import (
    Book,
    Column,
    Look,
    Mark,
    Sheet,
    kinds,
    may,
    maybe,
    no,
    say,
    unclear,
    yes,
)

OFFERS = ("Bildungsberatung", "Potenzialanalyse", "Sprachkurse", "Praktikumsvermittlung", "Lernbegleitung")
SHOWN = ("Bildungs-\nberatung", "Potenzial-\nanalyse", "Sprachkurse¹", "Praktikums-\nvermittlung", "Lern-\nbegleitung")
GROUPS = ("Jugendliche", "Beschäftigte", "Geflüchtete")
COLUMNS: dict[str, Column] = {**kinds("offers", "B", OFFERS), **kinds("serves", "G", GROUPS)}
AA, JC = "Agentur für Arbeit Suhl", "Jobcenter Schmalkalden-Meiningen"
VHS_M, VHS_S = "Volkshochschule Meiningen", "Volkshochschule Suhl"
IHK, HWK = "IHK Südthüringen", "Handwerkskammer Südthüringen"
WERRA, RHOEN = "Bildungswerk Werratal e. V. (fiktiv)", "Frauen- und Familienzentrum Rhön (fiktiv)"
WIFO, KH = "Wirtschaftsförderung Thüringer Wald (fiktiv)", "Kreishandwerkerschaft Südthüringer Waldkante (fiktiv)"
WINGDINGS = Look(font="Wingdings")
Row = tuple[str, tuple[str, ...], dict[str, Mark | str]]
ROWS: tuple[Row, ...] = (
    (f"1. {AA}", (AA,), {"B": "ja", "C": "ja", "D": no("nein"), "G": "ja", "H": "ja", "I": "ja"}),
    (f"2. {JC}", (JC,), {"B": no("☐"), "C": "☑", "D": no("☐"), "E": "☑", "H": no("☐"), "I": "☑"}),
    (f"3. {VHS_M} / {VHS_S}", (VHS_M, VHS_S), {"B": "x", "D": "x", "F": yes("x (samstags)", note="samstags")}),
    (f"4. {IHK}", (IHK,), {"B": yes(True), "C": no(False), "E": yes(True), "H": yes(True), "I": no(False)}),
    (
        f"5. {HWK}",
        (HWK,),
        {
            "B": yes("ü", WINGDINGS),
            "C": no("û", WINGDINGS),
            "E": yes("ü", WINGDINGS),
            "G": yes("ü", WINGDINGS),
            "H": no("û", WINGDINGS),
        },
    ),
    (
        f"6. {WERRA}",
        (WERRA,),
        {
            "C": "●",
            "D": yes("ab A2", note="ab A2"),
            "E": "○",
            "G": yes("bis 27 Jahre", note="bis 27 Jahre", age_max=27),
            "H": yes("nur SGB III", note="nur SGB III", legal_basis="SGB III"),
            "I": yes("ab 18", note="ab 18", age_min=18),
        },
    ),
    (
        f"7. {RHOEN}",
        (RHOEN,),
        {
            "C": "dto.",
            "D": yes("dto.", note="ab A2"),
            "G": yes("″", note="bis 27 Jahre", age_max=27),
            "I": yes("s. o.", note="ab 18", age_min=18),
        },
    ),
    (
        unicodedata.normalize("NFD", f"8. {KH}"),
        (KH,),
        {
            "B": unclear("ja / nein"),
            "C": unclear("k.A."),
            "D": unclear("geplant"),
            "E": yes("geplant ab 01.10.2025", note="geplant", valid_from="2025-10-01"),
            "F": maybe("eingestellt zum 31.12.2024", valid_until="2024-12-31"),
            "G": yes("x (Ü16)", note="Ü16", age_above=16),
            "H": unclear("siehe Zeile 4"),
        },
    ),
    (
        "9. WirtschaftsfÃ¶rderung ThÃ¼ringer Wald (fiktiv)",
        (WIFO,),
        {
            "B": unclear("nein, aber Weitergabe an die Kammern"),
            "E": "X",
            "H": "✓",
            "I": unclear("noch nicht entschieden"),
        },
    ),
)
REMARK = "ab Niveau A1"


def book() -> Book:
    """Return the file."""
    made = Book(
        "e17_rueckmeldungen",
        ".xlsx",
        "Rückmeldungen der Partner",
        "Südthüringen",
        4,
        (
            "title_rows",
            "two_row_header",
            "merged_header",
            "hyphen_linebreak_header",
            "mixed_marks",
            "booleans",
            "wingdings",
            "checkboxes",
            "two_actors_in_label",
            "numbered_labels",
            "ditto",
            "restrictions_in_cell",
            "open_cells",
            "planned_and_ended",
            "mojibake",
            "decomposed_umlauts",
            "footnotes",
        ),
        (AA, JC, VHS_M, VHS_S, IHK, HWK, WERRA, RHOEN, WIFO, KH),
    )
    sheet = made.sheet("Abfrage", kind="matrix", orientation="actors_in_rows", header_rows=[2, 3], first_data_row=4)
    sheet.put("A1", "Rückmeldungen der Partner (zusammengeführt aus 9 Bögen)", "title")
    sheet.put("A2:A3", "Rückmeldung von", "header")
    sheet.put("B2:F2", "Was bieten Sie an?", "group")
    sheet.put("G2:I2", "Wer kann zu Ihnen kommen?", "group")
    sheet.line("B3", SHOWN[:2], "header")
    sheet.put("D3", SHOWN[2], "header", may("Sprachkurse", "remark", REMARK))
    sheet.line("E3", (*SHOWN[3:], *GROUPS), "header")
    for row, (label, actors, marks) in enumerate(ROWS, start=4):
        sheet.put(f"A{row}", label, "label")
        _answers(sheet, row, actors, marks)
    sheet.put("A14", f"¹ {REMARK}", "footnote")
    return made


def _answers(sheet: Sheet, row: int, actors: tuple[str, ...], marks: dict[str, Mark | str]) -> None:
    sheet.answers(row, actors[0], COLUMNS, marks)
    for other in actors[1:]:
        for letter, given in marks.items():
            predicate, object_, _ = COLUMNS[letter]
            qualifiers = {} if isinstance(given, str) else dict(given.qualifiers)
            sheet.facts.append((f"{letter}{row}", say(other, predicate, object_, **qualifiers)))
