"""Offers in rows under merged actor cells, with everything one can ask about an offer."""

import datetime as dt

from tests.loaders.matrix.examiner.model import Book, Fact, Look, Sheet, Value, either_way, say

HEADER = (
    "Einrichtung",
    "Maßnahme",
    "für wen",
    "Veranstaltungsort",
    "Durchführungsform",
    "Teilnahmekosten",
    "max. Plätze",
    "Beratungssprachen",
    "Sprechzeiten",
    "Rechtsgrundlage",
    "Stand der Umsetzung",
    "zuletzt geprüft",
    "Bemerkung",
)
PREDICATES = dict(
    zip(
        "CDEFGHIJKLM",
        (
            "serves",
            "active_in",
            "format",
            "cost",
            "capacity",
            "language",
            "opening_hours",
            "legal_basis",
            "status",
            "last_checked",
            "remark",
        ),
        strict=True,
    )
)
AA, VHS, HWK = "Agentur für Arbeit Kempten-Memmingen", "Volkshochschule Kempten", "Handwerkskammer für Schwaben"
ILLER, JC = "Bildungshaus Iller gGmbH (fiktiv)", "Jobcenter Oberallgäu"
EURO = Look(number='#,##0.00 "€"')
# actor -> offers -> column -> value; a tuple is a list as it was split
ROWS: dict[str, dict[str, dict[str, Value | tuple[str, ...]]]] = {
    AA: {
        "Berufsberatung im Erwerbsleben": {
            "C": ("Beschäftigte", "Wiedereinsteigende"),
            "D": ("Kempten", "Memmingen"),
            "E": "Präsenz",
            "F": "kostenfrei",
            "I": "Di und Do 9–12 Uhr",
            "J": "§ 29 SGB III",
            "K": "läuft",
            "L": dt.date(2025, 3, 4),
        },
        "Qualifizierungsberatung": {
            "C": ("Betriebe",),
            "D": ("Kempten",),
            "E": "Hausbesuch im Betrieb",
            "F": "kostenfrei",
            "J": "§ 82 SGB III",
            "K": "läuft",
            "M": "nur nach Terminvereinbarung",
        },
    },
    JC: {
        "Ganzheitliche Betreuung": {
            "C": ("Bürgergeldbeziehende",),
            "D": ("Sonthofen",),
            "G": 40,
            "H": ("Deutsch", "Türkisch", "Dari"),
            "J": "§ 16k SGB II",
            "K": "Warteliste",
            "L": dt.date(2025, 2, 17),
        },
    },
    VHS: {
        "Lerncafé": {
            "C": ("Menschen mit Grundbildungsbedarf",),
            "D": ("Kempten",),
            "E": "Präsenz",
            "F": "kostenfrei",
            "G": 15,
            "I": "Mi 16–18 Uhr",
            "K": "läuft",
        },
        "Berufssprachkurs B2": {
            "C": ("Zugewanderte", "Geflüchtete"),
            "D": ("Kempten", "Immenstadt"),
            "E": "Präsenz",
            "F": 120.5,
            "G": 20,
            "H": ("Deutsch",),
            "J": "DeuFöV",
            "K": "Anmeldung offen",
            "L": dt.date(2025, 1, 9),
            "M": "Einstufungstest vorab",
        },
        "EDV-Grundlagen": {
            "C": ("Ältere Beschäftigte",),
            "D": ("Immenstadt",),
            "E": "online",
            "F": 45,
            "G": 12,
            "K": "läuft",
        },
    },
    HWK: {
        "Meistervorbereitung Elektrotechnik": {
            "C": ("Gesellen",),
            "D": ("Memmingen",),
            "E": "Präsenz",
            "F": 6950,
            "G": 18,
            "J": "AFBG",
            "L": dt.date(2024, 11, 30),
        },
    },
    ILLER: {
        "Teilqualifizierung Lager": {
            "C": ("Geringqualifizierte", "Langzeitarbeitslose"),
            "D": ("Memmingen",),
            "E": "Präsenz",
            "G": 16,
            "H": ("Deutsch", "Arabisch"),
            "J": "§ 81 SGB III",
            "K": "läuft",
        },
        "Nachhilfe für Auszubildende": {
            "C": ("Auszubildende",),
            "D": ("Kempten", "Memmingen", "Lindau"),
            "F": "auf Anfrage",
            "K": "läuft",
            "M": "Abrechnung über den Betrieb möglich",
        },
    },
}


def book() -> Book:
    """Return the file."""
    made = Book(
        "e05_massnahmen",
        ".xlsx",
        "Maßnahmenverzeichnis",
        "Allgäu",
        3,
        (
            "title_rows",
            "merged_actor_cells",
            "offer_rows",
            "tidy_list",
            "lists_in_cells",
            "every_literal_column",
            "number_formats",
            "german_dates",
            "contact_in_note_line",
        ),
        tuple(ROWS),
    )
    sheet = made.sheet(
        "Verzeichnis", kind="list", orientation="actor_and_offer_in_rows", header_rows=[4], first_data_row=5
    )
    sheet.put("A1", "Maßnahmenverzeichnis Allgäu (Auszug)", "title")
    sheet.put("A2", "Änderungen bitte an geschaeftsstelle@example.org melden.", "title")
    sheet.line("A4", HEADER, "header")
    row = 5
    for actor, offers in ROWS.items():
        last = row + len(offers) - 1
        sheet.put(f"A{row}:A{last}" if last > row else f"A{row}", actor, "label")
        for offer, values in offers.items():
            sheet.put(f"B{row}", offer, "statement", say(actor, "offers", offer))
            for letter, value in values.items():
                _cell(sheet, f"{letter}{row}", actor, offer, PREDICATES[letter], value)
            row += 1
    return made


def _cell(sheet: Sheet, ref: str, actor: str, offer: str, predicate: str, value: Value | tuple[str, ...]) -> None:
    if isinstance(value, tuple):
        separator = ", " if predicate != "active_in" else " + "
        facts = [_fact(actor, offer, predicate, part) for part in value]
        sheet.put(ref, separator.join(value), "statement", *facts)
        return
    shown = value.isoformat() if isinstance(value, dt.date) else str(value)
    look = EURO if predicate == "cost" and not isinstance(value, str) else Look()
    sheet.put(ref, value, "statement", _fact(actor, offer, predicate, shown), look=look)


def _fact(actor: str, offer: str, predicate: str, object_: str) -> Fact:
    """Details of an offer may be said of the actor's offer or of the offer itself."""
    fact = say(actor, predicate, object_, offer=offer)
    if predicate in ("serves", "active_in"):
        return fact
    return either_way(fact, {"subject": offer, "qualifiers": {}})
