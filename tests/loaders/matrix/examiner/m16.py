"""Names in cells, target group by theme, one sheet for each district; the same abbreviation means another place."""

from tests.loaders.matrix.examiner.model import Book, Sheet, say

THEMES = ("Finanzierung", "Anerkennung", "Grundbildung")
GROUPS = ("Beschäftigte", "Arbeitslose", "Neuzugewanderte", "Betriebe")
IHK, HWK = "IHK Hannover", "Handwerkskammer Hildesheim-Südniedersachsen"
SOLLING = "Lernzentrum Solling (fiktiv)"
AA_GOE, AA_HAM = "Agentur für Arbeit Göttingen", "Agentur für Arbeit Hameln"
NORTHEIM = {
    "AA": AA_GOE,
    "JC": "Jobcenter Northeim",
    "VHS": "Volkshochschule Göttingen Osterode",
    "IHK": IHK,
    "HWK": HWK,
}
HOLZMINDEN = {
    "AA": AA_HAM,
    "JC": "Jobcenter Holzminden",
    "VHS": "Kreisvolkshochschule Holzminden",
    "IHK": IHK,
    "HWK": HWK,
}
Text = tuple[str, tuple[tuple[str, str], ...]]
# (group, theme) -> text, (name, note); no name: report, "-": negative
FIRST: dict[tuple[int, int], Text] = {
    (0, 0): ("AA, JC (nur Aufstockende)", (("AA", ""), ("JC", "nur Aufstockende"))),
    (0, 1): ("IHK / HWK", (("IHK", ""), ("HWK", ""))),
    (0, 2): ("VHS", (("VHS", ""),)),
    (1, 0): ("JC", (("JC", ""),)),
    (1, 1): ("?", ()),
    (1, 2): (f"VHS und {SOLLING}", (("VHS", ""), (SOLLING, ""))),
    (2, 0): ("–", (("-", ""),)),
    (2, 1): ("HWK (nur handwerkliche Berufe)\nAA", (("HWK", "nur handwerkliche Berufe"), ("AA", ""))),
    (2, 2): ("VHS; JC", (("VHS", ""), ("JC", ""))),
    (3, 0): ("AA", (("AA", ""),)),
    (3, 1): ("IHK", (("IHK", ""),)),
}
SECOND: dict[tuple[int, int], Text] = {
    (0, 0): ("AA", (("AA", ""),)),
    (0, 2): ("VHS", (("VHS", ""),)),
    (1, 0): ("JC, AA", (("JC", ""), ("AA", ""))),
    (1, 2): ("Lernzentrum Solling (donnerstags)", ((SOLLING, "donnerstags"),)),
    (2, 1): ("IHK, HWK", (("IHK", ""), ("HWK", ""))),
    (2, 2): ("siehe Northeim", ()),
    (3, 0): ("AA (auf Anfrage)", (("AA", "auf Anfrage"),)),
    (3, 2): ("–", (("-", ""),)),
}


def book() -> Book:
    """Return the file."""
    made = Book(
        "e16_wer_wen_wozu",
        ".xlsx",
        "Wer berät wen wozu?",
        "Südniedersachsen",
        4,
        (
            "title_rows",
            "actors_in_cells",
            "group_by_theme",
            "sheet_per_region",
            "orientation_differs",
            "abbreviations",
            "scoped_abbreviations",
            "lists_in_cells",
            "restrictions_in_cell",
            "unknown_marks",
            "pointer",
            "negative_marks",
        ),
        tuple(dict.fromkeys((*NORTHEIM.values(), *HOLZMINDEN.values(), SOLLING))),
        aliases={IHK: ["IHK"], HWK: ["HWK"], SOLLING: ["Lernzentrum Solling"]},
    )
    made.aliases["Jobcenter Northeim"] = ["JC Northeim"]
    made.aliases["Jobcenter Holzminden"] = ["JC Holzminden"]
    for region, names, cells, turned in (
        ("Northeim", NORTHEIM, FIRST, False),
        ("Holzminden", HOLZMINDEN, SECOND, True),
    ):
        sheet = made.sheet(
            region,
            kind="cellnames",
            orientation="themes_in_rows" if turned else "groups_in_rows",
            header_rows=[3],
            first_data_row=4,
        )
        sheet.put("A1", f"Wer berät wen wozu? Landkreis {region}", "title")
        _grid(sheet, region, names, cells, turned)
        _legend(sheet, names)
    return made


def _grid(sheet: Sheet, region: str, names: dict[str, str], cells: dict[tuple[int, int], Text], turned: bool) -> None:
    down, across = (THEMES, GROUPS) if turned else (GROUPS, THEMES)
    sheet.put("A3", "Thema \\ Zielgruppe" if turned else "Zielgruppe \\ Thema", "header")
    sheet.line("B3", across, "header")
    for row, label in enumerate(down, start=4):
        sheet.put(f"A{row}", label, "label")
    for (group, theme), (text, entries) in cells.items():
        at = (theme, group) if turned else (group, theme)
        ref = f"{'BCDE'[at[1]]}{4 + at[0]}"
        if not entries or entries[0][0] == "-":
            sheet.put(ref, text, "negative" if entries else "report")
            continue
        facts = [
            say(
                names.get(name, name),
                "serves",
                GROUPS[group],
                theme=THEMES[theme],
                region=region,
                **({"note": note} if note else {}),
            )
            for name, note in entries
        ]
        sheet.put(ref, text, "statement", *facts)


def _legend(sheet: Sheet, names: dict[str, str]) -> None:
    sheet.line("A10", ("Kürzel", "steht für"), "header")
    for row, (short, name) in enumerate(names.items(), start=11):
        sheet.put(f"A{row}", short, "statement", say(name, "alias", short))
        sheet.put(f"B{row}", name, "label")
        sheet.same(f"B{row}", f"A{row}")
