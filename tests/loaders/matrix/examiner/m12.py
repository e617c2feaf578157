"""Regions in rows, offers in columns, names in the (partly merged) cells, abbreviations as lines below; ods."""

from tests.loaders.matrix.examiner.model import Book, say

NAMES = {
    "AA": "Agentur für Arbeit Stendal",
    "JC SDL": "Jobcenter Stendal",
    "JC SAW": "Jobcenter Altmarkkreis Salzwedel",
    "VHS": "Volkshochschule Landkreis Stendal",
    "KVHS": "Kreisvolkshochschule Salzwedel",
    "IHK": "IHK Magdeburg",
    "HWK": "Handwerkskammer Magdeburg",
}
JEETZE = "Sprachwerkstatt Jeetze (fiktiv)"
OFFERS = {"B": "Erstberatung", "C": "Kompetenzfeststellung", "D": "Sprachförderung", "E": "Arbeitgeberberatung"}
REGIONS = {5: "Stendal", 6: "Tangerhütte", 7: "Salzwedel", 8: "Gardelegen", 9: "Havelberg"}
Entry = tuple[str, str, tuple[tuple[str, str], ...]]
# range -> text, role, (name or abbreviation, note)
CELLS: dict[str, Entry] = {
    "B5": ("AA; VHS", "statement", (("AA", ""), ("VHS", ""))),
    "C5": ("JC SDL (nur SGB II)", "statement", (("JC SDL", "nur SGB II"),)),
    "D5:D6": ("VHS", "statement", (("VHS", ""),)),
    "E5": ("IHK, HWK", "statement", (("IHK", ""), ("HWK", ""))),
    "B6": ("AA (nur mittwochs)\nVHS", "statement", (("AA", "nur mittwochs"), ("VHS", ""))),
    "C6": ("JC SDL", "statement", (("JC SDL", ""),)),
    "E6": ("–", "negative", ()),
    "B7:C7": ("JC SAW", "statement", (("JC SAW", ""),)),
    "D7": (f"KVHS + {JEETZE}", "statement", (("KVHS", ""), (JEETZE, ""))),
    "E7": ("noch offen", "report", ()),
    "B8": ("• AA\n• KVHS", "statement", (("AA", ""), ("KVHS", ""))),
    "C8": ("k. A.", "report", ()),
    "D8": ("Sprachwerkstatt Jeetze (ab Niveau B1)", "statement", ((JEETZE, "ab Niveau B1"),)),
    "E8": ("IHK (auf Anfrage)", "statement", (("IHK", "auf Anfrage"),)),
    "B9": ("wie Stendal", "report", ()),
    "C9": ("JC SDL / AA", "statement", (("JC SDL", ""), ("AA", ""))),
    "D9": ("entfällt", "negative", ()),
    "E9": ("HWK", "statement", (("HWK", ""),)),
}


def book() -> Book:
    """Return the file."""
    made = Book(
        "e12_wer_wo",
        ".ods",
        "Wer macht was in welchem Raum",
        "Altmark",
        4,
        (
            "ods",
            "title_rows",
            "two_row_header",
            "actors_in_cells",
            "merged_mark_cells",
            "lists_in_cells",
            "abbreviations",
            "legend_lines",
            "restrictions_in_cell",
            "unknown_marks",
            "pointer",
            "negative_marks",
        ),
        (*NAMES.values(), JEETZE),
        kind="ods",
        aliases={name: [short] for short, name in NAMES.items()},
    )
    made.aliases[JEETZE] = ["Sprachwerkstatt Jeetze"]
    sheet = made.sheet("Altmark", kind="cellnames", orientation="regions_in_rows", header_rows=[3, 4], first_data_row=5)
    sheet.put("A1", "Wer macht was in welchem Raum?", "title")
    sheet.put("A3:A4", "Raum", "header")
    sheet.put("B3:E3", "Angebot", "group")
    for letter, offer in OFFERS.items():
        sheet.put(f"{letter}4", offer, "header")
    for row, region in REGIONS.items():
        sheet.put(f"A{row}", region, "label")
    for area, (text, role, entries) in CELLS.items():
        first, _, last = area.partition(":")
        letters, rows = {first[0], (last or first)[0]}, {int(first[1:]), int((last or first)[1:])}
        facts = [
            say(
                NAMES.get(name, name), "offers", OFFERS[letter], region=REGIONS[row], **({"note": note} if note else {})
            )
            for name, note in entries
            for letter in sorted(letters)
            for row in sorted(rows)
        ]
        sheet.put(area, text, role, *facts)
    sheet.put("A11", "Abkürzungen", "legend")
    for row, (short, name) in enumerate(NAMES.items(), start=12):
        sheet.put(f"A{row}", f"{short} = {name}", "statement", say(name, "alias", short))
    return made
