"""Three header rows: a kind over target groups over offers, partial labels, footnotes, the mark zoo."""

from tests.loaders.matrix.examiner.model import Book, Column, Mark, no, say, unclear, yes

ABSCHLUSS, FINANZ = "Beratung zum Berufsabschluss", "Beratung zur Finanzierung"
BEWERBUNG, MODULE, ANERKENNUNG = "Bewerbungstraining", "Modulkurse", "Beratung zur Anerkennung"
GROUPS = {"B3:D3": "Beschäftigte", "E3:G3": "Arbeitsuchende", "H3:I3": "Zugewanderte"}
SUB = {
    "B": ("zum Berufsabschluss", ABSCHLUSS, "Beschäftigte"),
    "C": ("zur Finanzierung", FINANZ, "Beschäftigte"),
    "D": ("Modulkurse", MODULE, "Beschäftigte"),
    "E": ("zum Berufsabschluss", ABSCHLUSS, "Arbeitsuchende"),
    "F": ("Bewerbungs-\ntraining", BEWERBUNG, "Arbeitsuchende"),
    "G": ("Modulkurse", MODULE, "Arbeitsuchende"),
    "H": ("zur Anerkennung", ANERKENNUNG, "Zugewanderte"),
    "I": ("Bewerbungs-\ntraining", BEWERBUNG, "Zugewanderte"),
}
NUR_TERMIN = "nur nach Terminvergabe"
ONLINE = "auch als Videogespräch"
COLUMNS: dict[str, Column] = {
    **{letter: ("offers", offer, {"target_group": group}) for letter, (_, offer, group) in SUB.items()},
    "J": ("covers_theme", "Pflegeberufe", {}),
    "K": ("covers_theme", "Lager und Logistik", {}),
}
ROWS: tuple[tuple[str, str, str, dict[str, Mark | str]], ...] = (
    (
        "Agentur für Arbeit Bayreuth-Hof",
        "",
        "",
        {"B": "X", "C": "X", "E": "X", "F": yes("x¹", footnote=NUR_TERMIN), "H": no("nein"), "J": "X"},
    ),
    (
        "Jobcenter Hof Stadt",
        "",
        "",
        {
            "B": no("–"),
            "E": yes("nur SGB II", note="nur SGB II", legal_basis="SGB II"),
            "F": yes("x (bis 30 J.)", note="bis 30 J.", age_max=30),
            "G": "x",
            "I": "x",
        },
    ),
    (
        "IHK für Oberfranken Bayreuth",
        "²",
        ONLINE,
        {"B": "✔", "C": "✔", "D": unclear("in Planung"), "H": "✔", "K": "✔"},
    ),
    (
        "HWK für Oberfranken",
        "",
        "",
        {"B": "x", "C": yes("(x)", uncertain=True), "D": "x", "G": yes("Ü50", note="Ü50", age_above=50), "H": "x"},
    ),
    (
        "Volkshochschule Hofer Land",
        "",
        "",
        {"D": yes("auf Anfrage", note="auf Anfrage"), "F": "ja", "G": "ja", "H": unclear("ja / nein"), "I": "ja"},
    ),
    (
        "Fortbildungsakademie Fichtelgebirge (fiktiv)",
        "¹",
        NUR_TERMIN,
        {"D": "●", "G": "●", "I": "○", "J": "●", "K": "●"},
    ),
    ("Migrationsberatung Hochfranken (fiktiv)", "", "", {"H": "x", "I": "x²", "F": unclear("siehe Jobcenter")}),
)


def book() -> Book:
    """Return the file."""
    made = Book(
        "e07_drei_kopfzeilen",
        ".xlsx",
        "Beratungsangebote nach Zielgruppe",
        "Oberfranken",
        4,
        (
            "three_row_header",
            "merged_header",
            "group_header_is_dimension",
            "partial_labels",
            "footnotes",
            "hyphen_linebreak_header",
            "mixed_marks",
            "restrictions_in_cell",
            "unknown_marks",
            "negative_marks",
            "uncertain_mark",
        ),
        tuple(actor for actor, _, _, _ in ROWS),
    )
    made.aliases = {
        whole: [part, f"Angebote {part}", f"Beratung und weitere Angebote {part}"]
        for whole, part in (
            (ABSCHLUSS, "zum Berufsabschluss"),
            (FINANZ, "zur Finanzierung"),
            (ANERKENNUNG, "zur Anerkennung"),
        )
    }
    sheet = made.sheet("Matrix", kind="matrix", orientation="actors_in_rows", header_rows=[2, 3, 4], first_data_row=5)
    sheet.put("A2:A4", "Anlaufstelle", "header")
    sheet.put("B2:I2", "Beratung und weitere Angebote für …", "group")
    sheet.put("J2:K2", "Themenfelder", "group")
    for area, group in GROUPS.items():
        sheet.put(area, group, "group")
    for letter, (label, _, _) in SUB.items():
        sheet.put(f"{letter}4", label, "header")
    sheet.put("J3:J4", "Pflegeberufe", "header")
    sheet.put("K3:K4", "Lager und Logistik", "header")
    for row, (actor, marker, remark, marks) in enumerate(ROWS, start=5):
        facts = [say(actor, "remark", remark)] if remark else []
        sheet.put(f"A{row}", f"{actor}{marker}", "statement" if remark else "label", *facts)
        sheet.answers(row, actor, COLUMNS, _noted(marks))
    sheet.put("A13", f"¹ {NUR_TERMIN}", "footnote")
    sheet.put("A14", f"² {ONLINE}", "footnote")
    return made


def _noted(marks: dict[str, Mark | str]) -> dict[str, Mark | str]:
    return {letter: yes("x²", footnote=ONLINE) if mark == "x²" else mark for letter, mark in marks.items()}
