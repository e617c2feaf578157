"""A tidy comma list with an HXL tag row, several offers for each partner, projects with a beginning and an end."""

from tests.loaders.matrix.examiner.model import Book, Sheet, either_way, say

HEADER = (
    "Organisation",
    "Kategorie",
    "Angebot",
    "Zielgruppen",
    "Landkreis",
    "Beginn",
    "Ende",
    "Kontakt",
    "E-Mail",
    "Status",
)
TAGS = (
    "#org +name",
    "#org +type",
    "#activity",
    "#beneficiary",
    "#adm2 +name",
    "#date +start",
    "#date +end",
    "#contact +name",
    "#contact +email",
    "#status",
)
MSE, VG = "Mecklenburgische Seenplatte", "Vorpommern-Greifswald"
ROWS = (
    (
        "Agentur für Arbeit Neubrandenburg",
        "Arbeitsverwaltung",
        "Berufliche Umorientierung",
        ("Beschäftigte", "Arbeitsuchende"),
        (MSE,),
        "",
        "",
        "Team Erwerbsleben",
        "bbie@nb.example.org",
        "laufend",
    ),
    (
        "Jobcenter Vorpommern-Greifswald Süd",
        "Arbeitsverwaltung",
        "Aktivcenter",
        ("Langzeitarbeitslose",),
        (VG,),
        "01.02.2025",
        "31.01.2026",
        "Maßnahmeteam",
        "aktiv@jc.example.org",
        "laufend",
    ),
    (
        "Überregionaler Ausbildungsverein Tollense e. V. (fiktiv)",
        "Bildungsträger",
        "Schweißkurs",
        ("Quereinsteigende", "Geflüchtete"),
        (MSE, VG),
        "15.03.2025",
        "30.06.2025",
        "Lehrwerkstatt",
        "werkstatt@tollense.example.org",
        "ausgebucht",
    ),
    (
        "Überregionaler Ausbildungsverein Tollense e. V. (fiktiv)",
        "Bildungsträger",
        "Ausbildungsbegleitung",
        ("Auszubildende",),
        (MSE,),
        "",
        "",
        "Sozialdienst",
        "sozial@tollense.example.org",
        "laufend",
    ),
    (
        "IHK Neubrandenburg",
        "Kammer",
        "Fachkräftecheck",
        ("Betriebe",),
        (MSE, VG),
        "01.01.2025",
        "31.12.2027",
        "Team Fachkräfte",
        "fach@ihk-nb.example.org",
        "laufend",
    ),
    (
        "Landfrauenverband Haffküste (fiktiv)",
        "Verein",
        "Digitalcafé",
        ("Ältere", "Frauen im ländlichen Raum"),
        (VG,),
        "",
        "31.08.2025",
        "Vorstand",
        "cafe@haff.example.org",
        "laufend",
    ),
)


def book() -> Book:
    """Return the file."""
    made = Book(
        "e20_hxl",
        ".csv",
        "Angebotsliste mit HXL-Zeile",
        "Mecklenburg-Vorpommern (Ost)",
        3,
        ("csv", "utf_8_bom", "comma", "hxl_tags", "tidy_list", "lists_in_cells", "repeated_actor", "validity_columns"),
        tuple(dict.fromkeys(row[0] for row in ROWS)),
        kind="csv",
        encoding="utf-8-sig",
        delimiter=",",
    )
    sheet = made.sheet("", kind="list", orientation="actor_and_offer_in_rows", header_rows=[1, 2], first_data_row=3)
    sheet.line("A1", HEADER, "header")
    sheet.line("A2", TAGS, "header")
    for row, values in enumerate(ROWS, start=3):
        _row(sheet, row, *values)
    return made


def _row(
    sheet: Sheet,
    row: int,
    actor: str,
    kind: str,
    offer: str,
    groups: tuple[str, ...],
    regions: tuple[str, ...],
    begin: str,
    end: str,
    contact: str,
    mail: str,
    status: str,
) -> None:
    sheet.put(f"A{row}", actor, "label")
    sheet.put(f"B{row}", kind, "statement", say(actor, "has_type", kind))
    validity = {key: _iso(date) for key, date in (("valid_from", begin), ("valid_until", end)) if date}
    sheet.put(f"C{row}", offer, "statement", say(actor, "offers", offer, **validity))
    sheet.put(f"D{row}", "; ".join(groups), "statement", *(say(actor, "serves", name, offer=offer) for name in groups))
    places = [say(actor, "active_in", region, offer=offer) for region in regions]
    sheet.put(f"E{row}", "; ".join(regions), "statement", *places)
    for letter, date in (("F", begin), ("G", end)):
        if date:
            sheet.put(f"{letter}{row}", date, "qualifier")
    sheet.put(f"H{row}", contact, "statement", say(actor, "contact_name", contact, offer=offer))
    sheet.put(f"I{row}", mail, "statement", say(actor, "contact_mail", mail, offer=offer, contact=contact))
    of_offer = {"subject": offer, "qualifiers": {}}
    sheet.put(f"J{row}", status, "statement", either_way(say(actor, "status", status, offer=offer), of_offer))


def _iso(date: str) -> str:
    day, month, year = date.split(".")
    return f"{year}-{month}-{day}"
