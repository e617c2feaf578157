"""A referral matrix read the other way round: columns refer to rows; bands of types, codes, abbreviations beside it."""

from tests.loaders.matrix.examiner.model import Book, Sheet, say

NAMES = {
    "AA": "Agentur für Arbeit Passau",
    "JC": "Jobcenter Passau Stadt",
    "IHK": "IHK Niederbayern",
    "HWK": "Handwerkskammer Niederbayern-Oberpfalz",
    "VHS": "Volkshochschule Passau",
    "KEB": "Katholische Erwachsenenbildung Passau",
    "FBZ": "Frauenberatungszentrum Dreiflüsse (fiktiv)",
}
BANDS = (("Arbeitsverwaltung", 0, 1), ("Kammern", 2, 3), ("Bildung und Beratung", 4, 6))
CODES = {"1": "mündlicher Hinweis", "2": "Kontaktdaten werden mitgegeben", "3": "gemeinsames Gespräch"}
# receiver (row) -> sender (column) -> code
GRID = {
    "AA": {"JC": "3", "IHK": "2", "HWK": "1", "VHS": "2", "FBZ": "3"},
    "JC": {"AA": "3", "VHS": "1", "KEB": "?"},
    "IHK": {"AA": "2", "JC": "1", "HWK": "2"},
    "HWK": {"AA": "2", "IHK": "1", "VHS": "0"},
    "VHS": {"AA": "2", "JC": "3", "KEB": "2", "FBZ": "1"},
    "KEB": {"VHS": "2", "JC": "in Prüfung"},
    "FBZ": {"AA": "1", "JC": "3", "KEB": "1", "IHK": "0"},
}
LETTERS = dict(zip(NAMES, "CDEFGHI", strict=True))
ROW = dict(zip(NAMES, range(6, 13), strict=True))


def book() -> Book:
    """Return the file."""
    made = Book(
        "e09_wer_schickt_wen",
        ".xlsx",
        "Wer schickt Ratsuchende zu wem?",
        "Passau",
        4,
        (
            "title_rows",
            "adjacency",
            "inverted_direction",
            "asymmetric",
            "diagonal",
            "type_bands",
            "section_rows",
            "abbreviations",
            "side_legend",
            "coded_marks",
            "unknown_marks",
            "negative_marks",
        ),
        tuple(NAMES.values()),
        aliases={name: [short] for short, name in NAMES.items()},
    )
    sheet = made.sheet(
        "Kooperationen", kind="adjacency", orientation="actors_in_columns", header_rows=[4, 5], first_data_row=6
    )
    sheet.put("A1", "Wer schickt Ratsuchende zu wem?", "title")
    sheet.put("A2", "Leserichtung: Die Stelle in der Spalte verweist an die Stelle in der Zeile.", "title")
    _bands(sheet)
    sheet.put("B5", "an ↓ / von →", "header")
    for receiver, given in GRID.items():
        sheet.put(f"{LETTERS[receiver]}5", receiver, "header")
        sheet.put(f"B{ROW[receiver]}", receiver, "label")
        sheet.put(f"{LETTERS[receiver]}{ROW[receiver]}", "\\", "negative")
        for sender, code in given.items():
            ref = f"{LETTERS[sender]}{ROW[receiver]}"
            if code in CODES:
                said = say(NAMES[sender], "refers_to", NAMES[receiver], meaning=CODES[code])
                sheet.put(ref, int(code), "statement", said)
            else:
                sheet.put(ref, 0 if code == "0" else code, "negative" if code == "0" else "report")
    _legends(sheet)
    return made


def _bands(sheet: Sheet) -> None:
    shorts = list(NAMES)
    for band, first, last in BANDS:
        facts = [say(NAMES[short], "has_type", band) for short in shorts[first : last + 1]]
        sheet.put(f"{'CDEFGHI'[first]}4:{'CDEFGHI'[last]}4", band, "section", *facts)
        sheet.put(f"A{6 + first}:A{6 + last}", band, "section", *facts)


def _legends(sheet: Sheet) -> None:
    sheet.line("K5", ("Kürzel", "Stelle"), "header")
    for row, (short, name) in enumerate(NAMES.items(), start=6):
        sheet.put(f"K{row}", short, "statement", say(name, "alias", short))
        sheet.put(f"L{row}", name, "label")
        sheet.same(f"L{row}", f"K{row}")
    sheet.put("A14", "Schlüssel", "legend")
    for row, (code, meaning) in enumerate(CODES.items(), start=15):
        sheet.put(f"A{row}", int(code), "legend")
        sheet.put(f"B{row}", meaning, "legend")
    sheet.put("A18", 0, "legend")
    sheet.put("B18", "keine Zusammenarbeit", "legend")
