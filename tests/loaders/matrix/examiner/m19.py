"""A workbook of seven sheets: three regions with local abbreviations, contacts, referrals, a legend, a hidden archive."""

from tests.loaders.matrix.examiner.model import Book, Mark, Sheet, kinds, may, maybe, no, say, unclear, yes

AA, JC_C, JC_U, JC_L = (
    "Agentur für Arbeit Celle",
    "Jobcenter Celle",
    "Jobcenter Uelzen",
    "Jobcenter Lüchow-Dannenberg",
)
AA_L, IHK = "Agentur für Arbeit Lüneburg-Uelzen", "IHK Lüneburg-Wolfsburg"
VHS_C, VHS_U, WEND = "Volkshochschule Celle", "Kreisvolkshochschule Uelzen", "Bildungsstätte Wendland (fiktiv)"
HEIDE = "Qualifizierungsgesellschaft Heide mbH (fiktiv)"
WB, ANB, SPR, GRB = "Weiterbildungsberatung", "Anerkennungsberatung", "Berufssprachkurse", "Grundbildung"
SHORT = {WB: "WB", ANB: "AnB", SPR: "BSK", GRB: "GB"}
Rows = tuple[tuple[str, str, dict[str, Mark | str]], ...]
REGIONS: tuple[tuple[str, tuple[str, ...], Rows], ...] = (
    (
        "Celle",
        (WB, ANB, SPR, GRB),
        (
            ("AA", AA, {"B": "x", "C": "x"}),
            ("JC", JC_C, {"D": "x", "E": yes("nur SGB II", note="nur SGB II", legal_basis="SGB II")}),
            (IHK, IHK, {"B": "x", "C": "x"}),
            ("VHS Celle", VHS_C, {"B": no("–"), "D": "x", "E": "x"}),
            (HEIDE, HEIDE, {"E": "x"}),
        ),
    ),
    (
        "Uelzen",
        (GRB, WB, ANB),
        (
            ("AA", AA_L, {"C": "x", "D": unclear("in Klärung")}),
            ("JC", JC_U, {"B": "x", "C": "x"}),
            ("IHK Lüneburg–Wolfsburg", IHK, {"C": yes("donnerstags", note="donnerstags"), "D": "x"}),
            ("KVHS Uelzen", VHS_U, {"B": "x", "C": "x"}),
            ("Qualifizierungsges. Heide mbH", HEIDE, {"B": "x"}),
        ),
    ),
    (
        "Lüchow-Dannenberg",
        (ANB, SPR, WB, GRB),
        (
            ("AA", AA_L, {"B": "x", "D": "x"}),
            ("JC", JC_L, {"C": "x"}),
            ("Bildungsstätte Wendland", WEND, {"C": "x", "D": yes("ab 01.08.2025", valid_from="2025-08-01"), "E": "x"}),
            ("IHK Lüneburg-Wolfsburg ", IHK, {"B": no("–")}),
        ),
    ),
)
CONTACTS = (
    (AA, AA, ("Team Weiterbildung", "Arbeitgeber-Service"), ("0221 4710-370", "0221 4710-371"), "Mo–Fr 8–12 Uhr"),
    ("JC Celle", JC_C, ("Eingangszone",), ("0221 4710-372",), ""),
    ("JC Uelzen", JC_U, ("Servicebüro",), ("0221 4710-373",), "Di 14–16 Uhr"),
    ("KVHS Uelzen", VHS_U, ("Sekretariat",), ("0221 4710-374",), ""),
    ("Bildungsstätte Wendland (fiktiv)", WEND, ("Kursbüro",), ("0221 4710-375",), "Mi 10–18 Uhr"),
)
REFERRALS = {
    AA: {JC_C: "x", VHS_C: "x", IHK: "o"},
    JC_C: {AA: "x", VHS_C: "o"},
    VHS_C: {AA: "o", JC_C: "?"},
    IHK: {AA: "x"},
}
MEANING = {"x": "feste Absprache", "o": "im Einzelfall"}
SCOPED = (
    ("AA", AA, "Celle"),
    ("AA", AA_L, "Uelzen"),
    ("AA", AA_L, "Lüchow-Dannenberg"),
    ("JC", JC_C, "Celle"),
    ("JC", JC_U, "Uelzen"),
    ("JC", JC_L, "Lüchow-Dannenberg"),
)


def book() -> Book:
    """Return the file."""
    made = Book(
        "e19_arbeitsmappe",
        ".xlsx",
        "Arbeitsmappe des Netzwerks",
        "Lüneburger Heide",
        5,
        (
            "sheet_per_region",
            "column_order_differs",
            "abbreviations",
            "scoped_abbreviations",
            "spelling_variants",
            "whitespace_noise",
            "contacts_sheet",
            "multi_contacts",
            "adjacency",
            "diagonal",
            "coded_marks",
            "legend_sheet",
            "hidden_sheet",
            "planned_and_ended",
            "restrictions_in_cell",
            "unknown_marks",
            "negative_marks",
        ),
        (AA, JC_C, JC_U, JC_L, AA_L, IHK, VHS_C, VHS_U, WEND, HEIDE),
        aliases={offer: [short] for offer, short in SHORT.items()},
    )
    made.aliases |= {
        JC_C: ["JC Celle"],
        JC_U: ["JC Uelzen"],
        JC_L: ["JC Lüchow-Dannenberg"],
        AA: ["AA Celle"],
        IHK: ["IHK Lüneburg–Wolfsburg"],
        VHS_C: ["VHS Celle"],
        VHS_U: ["KVHS Uelzen"],
        HEIDE: ["Qualifizierungsges. Heide mbH", "Qualifizierungsgesellschaft Heide mbH"],
    }
    for region, order, rows in REGIONS:
        sheet = made.sheet(region, kind="matrix", orientation="actors_in_rows", header_rows=[1], first_data_row=2)
        sheet.line("A1", ("Partner / Angebot", *(SHORT[offer] for offer in order)), "header")
        columns = kinds("offers", "B", order, region=region)
        for row, (label, actor, marks) in enumerate(rows, start=2):
            sheet.put(f"A{row}", label, "label", may(actor, "active_in", region))
            sheet.answers(row, actor, columns, marks)
    _contacts(made)
    _referrals(made)
    _legend(made)
    _archive(made)
    return made


def _contacts(made: Book) -> None:
    sheet = made.sheet("Kontakte", kind="contacts", orientation="actors_in_rows", header_rows=[1], first_data_row=2)
    sheet.line("A1", ("Partner", "Ansprechpartner", "Telefon", "Öffnungszeiten"), "header")
    for row, (label, actor, names, phones, hours) in enumerate(CONTACTS, start=2):
        sheet.put(f"A{row}", label, "label")
        sheet.put(f"B{row}", "\n".join(names), "statement", *(say(actor, "contact_name", name) for name in names))
        said = [say(actor, "contact_phone", phone, contact=name) for name, phone in zip(names, phones, strict=True)]
        sheet.put(f"C{row}", "\n".join(phones), "statement", *said)
        if hours:
            sheet.put(f"D{row}", hours, "statement", say(actor, "opening_hours", hours))


def _referrals(made: Book) -> None:
    sheet = made.sheet("Verweise", kind="adjacency", orientation="actors_in_rows", header_rows=[2], first_data_row=3)
    sheet.put("A1", "Verweise im Kreis Celle (Zeile verweist an Spalte)", "title")
    sheet.put("A2", "verweist an →", "header")
    letters = dict(zip(REFERRALS, "BCDE", strict=True))
    for row, (sender, given) in enumerate(REFERRALS.items(), start=3):
        sheet.put(f"{letters[sender]}2", sender, "header")
        sheet.put(f"A{row}", sender, "label")
        sheet.put(f"{letters[sender]}{row}", "■", "negative")
        for receiver, sign in given.items():
            ref = f"{letters[receiver]}{row}"
            if sign in MEANING:
                sheet.put(ref, sign, "statement", say(sender, "refers_to", receiver, meaning=MEANING[sign]))
            else:
                sheet.put(ref, sign, "report")
    for row, (sign, meaning) in enumerate(MEANING.items(), start=9):
        sheet.put(f"A{row}", f"{sign} = {meaning}", "legend")


def _legend(made: Book) -> None:
    sheet = made.sheet("Abkürzungen", kind="legend", orientation="actors_in_rows", header_rows=[1], first_data_row=2)
    sheet.line("A1", ("Kürzel", "Bedeutung", "gilt für Blatt"), "header")
    row = 2
    for offer, short in SHORT.items():
        _entry(sheet, row, short, offer, "alle")
        row += 1
    for short, actor, scope in SCOPED:
        _entry(sheet, row, short, actor, scope)
        row += 1


def _entry(sheet: Sheet, row: int, short: str, name: str, scope: str) -> None:
    sheet.put(f"A{row}", short, "statement", say(name, "alias", short))
    sheet.put(f"B{row}", name, "label")
    sheet.put(f"C{row}", scope, "legend")
    sheet.same(f"B{row}", f"A{row}")


def _archive(made: Book) -> None:
    sheet = made.sheet("alt (2022)", kind="matrix", orientation="actors_in_rows", header_rows=[1], first_data_row=2)
    sheet.hidden = True
    sheet.line("A1", ("Partner / Angebot", WB, SPR), "header")
    for row, actor in enumerate((AA, VHS_C), start=2):
        sheet.put(f"A{row}", actor, "label")
        sheet.answers(row, actor, kinds("offers", "B", (WB, SPR)), {"B": maybe("x", hidden=True), "C": maybe("x")})
