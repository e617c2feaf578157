"""Forms and sheets: a questionnaire per partner, index cards, a sheet per group of people, building blocks of offers."""

from __future__ import annotations

from random import Random

from tests.loaders.matrix.authors.book import BOLD, Book, Look, Sheet, says
from tests.loaders.matrix.authors.office import ods, xlsx
from tests.loaders.matrix.authors.plain import separated
from tests.loaders.matrix.authors.words import SAAR, SCHWABEN, THUERINGEN, kind_of, limited, mail, phone

FRIESLAND = [
    "Agentur für Arbeit Emden-Leer",
    "Jobcenter Aurich",
    "Zentrum für Arbeit Leer",
    "IHK für Ostfriesland und Papenburg",
    "Handwerkskammer für Ostfriesland",
    "KVHS Norden",
    "Volkshochschule Emden",
    "Wiekenwerk gGmbH (fiktiv)",
]


def fragebogen(rng: Random) -> Book:
    """A questionnaire per partner, each on its own sheet: numbered questions, crossed boxes, room for remarks."""
    book = Book(
        "h24_frageboegen.xlsx",
        "Fragebögen der Partner",
        "Ostfriesland",
        5,
        (
            "sheet_per_actor",
            "key_value_form",
            "numbered_labels",
            "checkboxes",
            "legend_row",
            "contacts",
            "notes_beside_marks",
        ),
        xlsx,
    )
    offers = rng.sample(["Weiterbildungsberatung", "Grundbildung", "Coaching", "Qualifizierung", "Sprachkurse"], 4)
    groups = rng.sample(["Beschäftigte", "Arbeitslose", "Geflüchtete", "Betriebe", "Eltern"], 4)
    for number, actor in enumerate(rng.sample(FRIESLAND, 4), 1):
        book.actors.append(actor)
        page = book.sheet(f"Bogen {number}", "form", "actor_per_sheet")
        page.first_data_row = 4
        page.put(2, 2, "Fragebogen für Partner im Netzwerk", "title", look=BOLD)
        kind = kind_of(actor, "Behörde", "Kammer", "Bildungsträger")
        desk, call, box = rng.choice(["Leitung Beratung", "Sekretariat"]), phone(40 + number), mail(f"bogen{number}")
        page.put(4, 2, "1. Name der Einrichtung", "header")
        page.put(4, 3, actor, "label")
        for row, question, predicate, value in (
            (5, "2. Art der Einrichtung", "has_type", kind),
            (6, "3. Ansprechperson (bitte nur Funktion)", "contact_name", desk),
            (7, "4. Telefon", "contact_phone", call),
            (8, "5. E-Mail", "contact_mail", box),
        ):
            page.put(row, 2, question, "header")
            page.put(row, 3, value, "statement", says(actor, predicate, value))
        page.put(10, 2, "6. Welche Angebote haben Sie? (bitte ankreuzen)", "section", look=BOLD)
        _ticked(rng, page, 11, actor, "offers", offers)
        page.put(16, 2, "7. An welche Zielgruppen richten sich Ihre Angebote?", "section", look=BOLD)
        _ticked(rng, page, 17, actor, "serves", groups)
        page.put(22, 2, "8. Bemerkungen", "header")
        if rng.random() < 0.7:
            text = rng.choice(["Beratung auch in Leer", "Wir ziehen 2026 um", "Termine online buchbar"])
            page.put(22, 3, text, "statement", says(actor, "remark", text))
        page.put(24, 2, "☒ = trifft zu     ☐ = trifft nicht zu", "legend")
    return book


def _ticked(rng: Random, page: Sheet, top: int, actor: str, predicate: str, names: list[str]) -> None:
    for row, name in enumerate(names, top):
        yes, note = rng.random() < 0.6, rng.choice(["", "", "", "nur SGB II", "auf Anfrage"])
        page.put(row, 2, name, "header")
        if not yes:
            page.put(row, 3, "☐", "negative")
            continue
        page.put(row, 3, "☒", "statement", says(actor, predicate, name, **(limited(note) if note else {})))
        if note:
            remark = says(actor, "remark", note, optional=True)
            page.put(row, 4, note, "either", remark, says(actor, predicate, name, optional=True, **limited(note)))


def karteikarten(rng: Random) -> Book:
    """Index cards: a block of lines for each partner, one block below the other, a blank line between them."""
    book = Book(
        "h25_karteikarten.ods",
        "Kartei der Beratungsstellen",
        "Schwaben",
        5,
        ("ods", "record_blocks", "key_value_form", "lists_in_cells", "contacts", "colon_labels", "missing_lines"),
        ods,
    )
    page = book.sheet("Kartei", "records", "record_blocks")
    page.put(1, 1, "Kartei der Beratungsstellen", "title", look=BOLD)
    page.first_data_row = 3
    lead = rng.choice(["Einrichtung:", "Name:"])
    offers = ["Erstberatung", "Lernförderung", "Berufsbegleitung", "Kurse am Abend", "Firmenschulung"]
    groups = ["Beschäftigte", "Arbeitsuchende", "Senioren", "Azubis", "Zugewanderte"]
    places = ["Kempten", "Lindau", "Oberallgäu", "Memmingen"]
    row = 3
    for number, actor in enumerate(rng.sample(SCHWABEN, 5)):
        book.actors.append(actor)
        page.put(row, 1, lead, "header", look=BOLD)
        page.put(row, 2, actor, "label")
        row += 1
        for title, predicate, pool in (
            ("Angebote:", "offers", offers),
            ("Zielgruppen:", "serves", groups),
            ("Region:", "active_in", places),
            ("Telefon:", "contact_phone", [phone(140 + number)]),
            ("E-Mail:", "contact_mail", [mail(f"karte{number}")]),
            ("Sprechzeiten:", "opening_hours", ["Mo-Do 9-16 Uhr"]),
        ):
            if rng.random() < 0.15:
                continue
            own = rng.sample(pool, min(len(pool), rng.choice([1, 2, 3])))
            page.put(row, 1, title, "header")
            page.put(row, 2, ", ".join(own), "statement", *(says(actor, predicate, one) for one in own))
            row += 1
        row += 1
    return book


def blatt_je_gruppe(rng: Random) -> Book:
    """A sheet for each group of people, offers in another order on each, a hidden line of someone who left."""
    book = Book(
        "h26_blatt_je_personengruppe.ods",
        "Angebote nach Personengruppen",
        "Ostthüringen",
        4,
        (
            "ods",
            "sheet_per_target_group",
            "column_order",
            "restrictions_in_cell",
            "hidden_row",
            "title_rows",
            "open_answers",
        ),
        ods,
    )
    offers = ["Beratung", "Kurse", "Praktika", "Kompetenzfeststellung", "Vermittlung"]
    hidden = rng.choice(THUERINGEN)
    for group in rng.sample(["Beschäftigte", "Arbeitslose", "Unternehmen", "Geflüchtete"], 3):
        page = book.sheet(group)
        order = rng.sample(offers, 4)
        page.put(1, 1, rng.choice(["Was gibt es für diese Gruppe?", "Angebote der Partner"]), "title")
        page.put(2, 1, rng.choice(["Partner", "Einrichtung", "Institution"]), "header", look=BOLD)
        page.line(2, 2, order, "header", BOLD)
        page.header_rows, page.first_data_row = (2,), 3
        own = [hidden, *(name for name in rng.sample(THUERINGEN, 5) if name != hidden)]
        for row, actor in enumerate(rng.sample(own, len(own)), 3):
            gone = actor == hidden
            (book.optional_actors if gone else book.actors).append(actor)
            if gone:
                page.hidden_rows.add(row)
            page.put(row, 1, actor, "label")
            for column, offer in enumerate(order, 2):
                mark = rng.choice(["ja", "ja", "nein", "ja (auf Anfrage)", "ja (Ü50)", "", "offen", "ja, mit Termin"])
                note = mark.removeprefix("ja").strip(" (),")
                if mark in ("offen", "nein"):
                    page.put(row, column, mark, "report" if mark == "offen" else "negative")
                elif mark:
                    more = limited(note) if note else {}
                    if gone:
                        more = {**more, "hidden": True}
                    fact = says(actor, "offers", offer, optional=gone, target_group=group, **more)
                    page.put(row, column, mark, "either" if gone else "statement", fact)
    return book


def bausteine(rng: Random) -> Book:
    """Offers down, partners across as short names, 1 and 0, people and price at the right, the names in full below."""
    book = Book(
        "h27_angebotsbausteine.csv",
        "Angebotsbausteine",
        "Saarland",
        4,
        ("csv", "comma", "offer_rows", "actors_in_columns", "abbreviations", "legend_below", "ones_and_zeros", "cost"),
        separated(",", "utf-8-sig"),
    )
    page = book.sheet("", "matrix", "actors_in_columns")
    codes = dict(zip(["AA", "JC NK", "JC RVS", "HWK", "IHK", "AK", "VHS", "KEB", "LHB"], SAAR, strict=True))
    codes = {code: codes[code] for code in rng.sample(list(codes), 6)}
    for code, name in codes.items():
        book.actors.append(name)
        book.also(name, code)
    page.put(1, 1, "Angebotsbausteine im Netzwerk", "title")
    page.put(3, 1, rng.choice(["Baustein (Angebot)", "Angebot"]), "header")
    page.line(3, 2, codes, "header")
    last = 2 + len(codes)
    page.line(3, last, [rng.choice(["Zielgruppe(n)", "Für wen?"]), "Kosten"], "header")
    page.header_rows, page.first_data_row = (3,), 4
    offers = ["Berufscoaching", "Sprachcafé", "Fördermittelcheck", "Lernwerkstatt", "Azubi-Hilfe", "Firmenbesuch"]
    row = 4
    for offer in rng.sample(offers, 6):
        page.put(row, 1, offer, "label")
        own = rng.sample(list(codes.values()), rng.choice([1, 2, 3]))
        for column, name in enumerate(codes.values(), 2):
            if name in own:
                page.put(row, column, 1, "statement", says(name, "offers", offer))
            elif rng.random() < 0.7:
                page.put(row, column, 0, "negative")
        groups = rng.sample(["Beschäftigte", "Arbeitslose", "Betriebe", "Eltern"], rng.choice([1, 2]))
        facts = [says(offer, "serves", group) for group in groups]
        facts += [says(name, "serves", group, optional=True, offer=offer) for name in own for group in groups]
        page.put(row, last, ", ".join(groups), "statement", *facts)
        cost = rng.choice(["kostenfrei", "25,00 €", "auf Anfrage"])
        facts = [says(name, "cost", cost, optional=True, offer=offer) for name in own]
        page.put(row, last + 1, cost, "statement", says(offer, "cost", cost), *facts)
        row += 1
    row += 1
    for code, name in codes.items():
        page.put(row, 1, code, "statement", says(name, "alias", code))
        page.put(row, 2, name, "label")
        page.equal((row, 2), (row, 1))
        row += 1
    return book


def bloecke(rng: Random) -> Book:
    """The partner's name as a line across the table, its offers below it with crosses for people and forms."""
    book = Book(
        "h28_bloecke.xlsx",
        "Angebote der Partner im Detail",
        "Ostfriesland",
        4,
        (
            "actor_block_rows",
            "offer_rows",
            "two_row_header",
            "merged_actor_rows",
            "fill_band",
            "cost",
            "repeated_names",
        ),
        xlsx,
    )
    page = book.sheet("Details", "matrix", "actor_blocks")
    groups = rng.sample(["Beschäftigte", "Arbeitslose", "Frauen", "Geflüchtete", "Betriebe"], 4)
    page.put(1, 1, "Angebote der Partner im Detail", "title", look=BOLD)
    page.put(3, 1, rng.choice(["Partner / Angebot", "Einrichtung und Angebote"]), "header", look=BOLD)
    page.merge(3, 1, 4, 1)
    page.put(3, 2, "Zielgruppen", "group", look=BOLD)
    page.merge(3, 2, 3, 1 + len(groups))
    page.line(4, 2, groups, "header")
    last = 2 + len(groups)
    page.line(4, last, ["Kosten", "Format"], "header")
    page.header_rows, page.first_data_row = (3, 4), 5
    offers = ["Sprechstunde", "Jahresprogramm", "Werkstatt", "Prüfungsvorbereitung", "Schulung im Betrieb", "Lesekurs"]
    row = 5
    for actor in rng.sample(FRIESLAND, 5):
        book.actors.append(actor)
        page.put(row, 1, actor, "label", look=Look(fill="D9D9D9", bold=True))
        page.merge(row, 1, row, last + 1)
        row += 1
        for offer in rng.sample(offers, rng.choice([1, 2, 3])):
            page.put(row, 1, offer, "statement", says(actor, "offers", offer))
            own = set(rng.sample(groups, rng.choice([1, 2])))
            for column, group in enumerate(groups, 2):
                if group in own:
                    page.put(row, column, "x", "statement", says(actor, "serves", group, offer=offer))
            other = [{"subject": offer, "qualifiers": {}}]
            cost, form = rng.choice(["frei", "35 €", "nach Aufwand"]), rng.choice(["Präsenz", "online"])
            page.put(row, last, cost, "statement", says(actor, "cost", cost, accept=other, offer=offer))
            page.put(row, last + 1, form, "statement", says(actor, "format", form, accept=other, offer=offer))
            row += 1
    return book


AUTHORS = (fragebogen, karteikarten, blatt_je_gruppe, bausteine, bloecke)
