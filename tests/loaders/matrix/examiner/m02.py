"""A list of carriers as "Unicode text" from Excel: UTF-16, tabs, lists in cells, one carrier with a second contact."""

from tests.loaders.matrix.examiner.model import Book, Fact, Sheet, say

HEADER = (
    "Träger",
    "Trägerart",
    "Was wird angeboten?",
    "Adressatenkreis",
    "Einzugsgebiet",
    "Ansprechperson",
    "Durchwahl",
    "Mailadresse",
    "Homepage",
    "Anschrift",
    "geprüft am",
)
LISTS = {"C": "offers", "D": "serves", "E": "active_in"}
SINGLE = {"B": "has_type", "I": "website", "J": "address"}
# One text for each column; what a list means stands in SPLIT.
ROWS = (
    (
        "Agentur für Arbeit Plauen",
        "Arbeitsverwaltung",
        "Berufsberatung im Erwerbsleben; Weiterbildungsberatung",
        "Beschäftigte; Arbeitsuchende",
        "Vogtlandkreis",
        "Team Weiterbildung",
        "0221 4710-310",
        "weiterbildung@plauen.example.org",
        "www.plauen.example.org",
        "Musterweg 1, 08523 Plauen",
        "14.02.2025",
    ),
    (
        "IHK Chemnitz, Regionalkammer Plauen",
        "Kammer",
        "Aufstiegsberatung; Sachkundeprüfungen",
        "Fach- und Führungskräfte; Betriebe",
        "Vogtlandkreis",
        "Servicebüro",
        "0221 4710-311",
        "service@rk-plauen.example.org",
        "www.rk-plauen.example.org",
        "Beispielplatz 5, 08525 Plauen",
        "03.12.2024",
    ),
    (
        "Jobcenter Vogtland",
        "Jobcenter",
        "Bewerbungscoaching",
        "Bürgergeldbeziehende sowie Aufstockende",
        "Vogtlandkreis",
        "Eingangszone",
        "0221 4710-312",
        "eingang@jc-vogtland.example.org",
        "",
        "Probestraße 17a, 08209 Auerbach",
        "20.01.2025",
    ),
    (
        "Volkshochschule Vogtland",
        "Volkshochschule",
        "Grundbildung; Deutsch als Zweitsprache",
        "Menschen mit Lernbedarf; Zugewanderte",
        "Plauen und Auerbach",
        "Fachbereich Grundbildung",
        "0221 4710-313",
        "grundbildung@vhs.example.org",
        "www.vhs-vogtland.example.org",
        "Schulgasse 2, 08523 Plauen",
        "28.02.2025",
    ),
    ("", "", "", "", "", "Außenstelle Auerbach", "0221 4710-314", "auerbach@vhs.example.org", "", "", ""),
    (
        "Bildungsinstitut Elstertal e. V. (fiktiv)",
        "freier Träger",
        "Umschulung; Teilqualifizierung; Sprachcafé",
        "Geringqualifizierte; Geflüchtete",
        "Plauen, Oelsnitz, Reichenbach",
        "Kursbüro",
        "0221 4710-315",
        "kurse@elstertal.example.org",
        "www.elstertal.example.org",
        "Talstraße 40, 08606 Oelsnitz",
        "11.03.2025",
    ),
    (
        "Handwerkskammer Chemnitz",
        "Kammer",
        "Meisterkurse",
        "Gesellen; Quereinsteigende",
        "Chemnitz; Vogtlandkreis",
        "Bildungszentrum",
        "0221 4710-316",
        "bz@hwk-chemnitz.example.org",
        "",
        "Limbacher Weg 9, 09116 Chemnitz",
        "07.01.2025",
    ),
)
SPLIT = {
    "Bürgergeldbeziehende sowie Aufstockende": ("Bürgergeldbeziehende", "Aufstockende"),
    "Plauen und Auerbach": ("Plauen", "Auerbach"),
    "Plauen, Oelsnitz, Reichenbach": ("Plauen", "Oelsnitz", "Reichenbach"),
}


def book() -> Book:
    """Return the file."""
    made = Book(
        "e02_traeger_utf16",
        ".txt",
        "Trägerliste",
        "Vogtland",
        2,
        ("csv", "utf_16", "tab", "tidy_list", "lists_in_cells", "multi_contacts", "blank_actor_below", "german_dates"),
        tuple(row[0] for row in ROWS if row[0]),
        kind="csv",
        encoding="utf-16",
        delimiter="\t",
    )
    sheet = made.sheet("", kind="list", orientation="actors_in_rows", header_rows=[1], first_data_row=2)
    sheet.line("A1", HEADER, "header")
    actor = ""
    for row, values in enumerate(ROWS, start=2):
        actor = values[0] or actor
        _row(sheet, row, actor, values)
    return made


def _row(sheet: Sheet, row: int, actor: str, values: tuple[str, ...]) -> None:
    for letter, value in zip("ABCDEFGHIJK", values, strict=True):
        if not value:
            continue
        if letter == "A":
            sheet.put(f"A{row}", value, "label")
            continue
        sheet.put(f"{letter}{row}", value, "statement", *_facts(actor, letter, value, values[5]))


def _facts(actor: str, letter: str, value: str, contact: str) -> list[Fact]:
    if letter in LISTS:
        parts = SPLIT.get(value) or tuple(value.split("; "))
        return [say(actor, LISTS[letter], part) for part in parts]
    if letter == "F":
        return [say(actor, "contact_name", value)]
    if letter in "GH":
        return [say(actor, "contact_phone" if letter == "G" else "contact_mail", value, contact=contact)]
    if letter == "K":
        day, month, year = value.split(".")
        return [say(actor, "last_checked", f"{year}-{month}-{day}")]
    return [say(actor, SINGLE[letter], value)]
