"""Exports nobody edited: a data base, a survey, a page of a handbook, an annex of minutes, mailing lists."""

from __future__ import annotations

from datetime import date
from random import Random

from tests.loaders.matrix.authors.book import Book, Fact, says
from tests.loaders.matrix.authors.plain import page as html_page
from tests.loaders.matrix.authors.plain import separated
from tests.loaders.matrix.authors.words import SAAR, SCHWABEN, THUERINGEN, kind_of, mail, phone


def umfrage(rng: Random) -> Book:
    """A survey as a form service exports it: whole questions as headers, several choices in an answer."""
    book = Book(
        "h06_umfrage_export.csv",
        "Umfrage unter den Partnern",
        "Ostthüringen",
        3,
        ("csv", "bom", "comma", "questions_as_headers", "lists_in_cells", "open_answers", "tidy_list", "quoted"),
        separated(",", "utf-8-sig", always_quoted=True),
    )
    page = book.sheet("", "list")
    heads = [
        "ID",
        rng.choice(["Startzeit", "Zeitstempel"]),
        rng.choice(["Wie heißt Ihre Einrichtung?", "Name Ihrer Einrichtung"]),
        rng.choice(
            [
                "Welche Beratungsangebote halten Sie vor? (Mehrfachnennung möglich)",
                "Was bieten Sie im Bereich Weiterbildung an? Bitte alles ankreuzen.",
            ]
        ),
        rng.choice(["An welche Zielgruppen richtet sich Ihr Angebot?", "Für wen ist Ihr Angebot gedacht?"]),
        rng.choice(["In welchen Landkreisen und Städten sind Sie tätig?", "In welcher Region sind Sie aktiv?"]),
        "In welchen Sprachen können Sie beraten?",
        "Unter welcher E-Mail-Adresse sind Sie erreichbar?",
        "Dürfen wir die Angaben veröffentlichen?",
        rng.choice(["Möchten Sie uns noch etwas mitteilen? (Bemerkungen)", "Sonstige Bemerkungen"]),
    ]
    page.line(1, 1, heads, "header")
    page.header_rows, page.first_data_row = (1,), 2
    offers = ["Weiterbildungsberatung", "Coaching", "Lernbegleitung", "Kompetenzfeststellung", "Betriebsbesuche"]
    groups = ["Beschäftigte", "Arbeitslose", "Menschen mit Behinderung", "Betriebe bis 50 Beschäftigte", "Azubis"]
    places = ["Jena", "Saale-Holzland-Kreis", "Saale-Orla-Kreis", "Weimar"]
    for row, actor in enumerate(rng.sample(THUERINGEN, 7), 2):
        book.actors.append(actor)
        page.put(row, 1, row + 16, "ignorable", says(actor, "other", str(row + 16), optional=True, column="ID"))
        when = f"{rng.randint(3, 28)}.02.2025 {rng.randint(8, 17)}:{rng.randint(10, 59)}"
        day = date(2025, 2, int(when.split(".")[0]))
        page.put(
            row,
            2,
            when,
            "either",
            says(actor, "other", when, optional=True, column=heads[1]),
            says(actor, "last_checked", day.isoformat(), optional=True),
        )
        page.put(row, 3, actor, "label")
        for column, predicate, pool in ((4, "offers", offers), (5, "serves", groups), (6, "active_in", places)):
            if rng.random() < 0.1:
                page.put(row, column, rng.choice(["k. A.", "weiß nicht", "noch unklar"]), "report")
                continue
            chosen = rng.sample(pool, rng.choice([1, 2, 3]))
            page.put(row, column, ";".join(chosen) + ";", "statement", *(says(actor, predicate, c) for c in chosen))
        tongues = rng.sample(["Deutsch", "Englisch", "Russisch", "Arabisch", "Ukrainisch"], rng.choice([1, 2]))
        page.put(row, 7, ";".join(tongues) + ";", "statement", *(says(actor, "language", t) for t in tongues))
        box = mail(f"stelle{row}")
        page.put(row, 8, box, "statement", says(actor, "contact_mail", box))
        free = rng.choice(["Ja", "Nein"])
        role = "either" if free == "Ja" else "ignorable"
        page.put(row, 9, free, role, says(actor, "other", free, optional=True, column=heads[8]))
        if rng.random() < 0.5:
            text = rng.choice(
                ["Wir suchen noch Partner für Grundbildung.", "Bitte nur per Mail melden", "Umbau bis Mai"]
            )
            page.put(row, 10, text, "statement", says(actor, "remark", text))
    return book


def datenbank(rng: Random) -> Book:
    """A data base's view: technical headers, one line per offer, NULL where nothing was entered, ISO dates."""
    book = Book(
        "h07_traegerdatenbank.csv",
        "v_angebote",
        "Saarland",
        3,
        ("csv", "pipe", "technical_headers", "tidy_list", "numbered_columns", "null_values", "iso_dates", "all_quoted"),
        separated("|", "utf-8", "\n", always_quoted=True),
    )
    page = book.sheet("", "list")
    heads = ["TRAEGER_ID", "TRAEGER", "TRAEGERTYP", "ANGEBOT", "ZIELGRUPPE_1", "ZIELGRUPPE_2", "ZIELGRUPPE_3"]
    heads += ["LANDKREIS", "KOSTEN_EUR", "TELEFON", "WWW", "GEAENDERT_AM"]
    page.line(1, 1, heads, "header")
    page.header_rows, page.first_data_row = (1,), 2
    offers = ["Meistervorbereitung", "Sprachkurs B2", "Umschulung Fachlagerist", "Berufswegberatung", "Webdesign"]
    offers += ["Schulabschluss nachholen", "Pflegehelfer-Kurs", "Validierung", "Digitalführerschein"]
    groups = ["Arbeitslose", "Beschäftigte", "Ungelernte", "Quereinsteiger", "Geflüchtete", "Rückkehrerinnen"]
    row = 2
    for number, actor in enumerate(rng.sample(SAAR, 6), 11):
        book.actors.append(actor)
        kind = kind_of(actor, "Arbeitsverwaltung", "Kammer", "Weiterbildungsträger")
        for offer in rng.sample(offers, rng.choice([1, 2, 3])):
            known = says(actor, "other", str(number), optional=True, column="TRAEGER_ID")
            page.put(row, 1, number, "ignorable", known)
            page.put(row, 2, actor, "label")
            page.put(row, 3, kind, "statement", says(actor, "has_type", kind))
            page.put(row, 4, offer, "statement", says(actor, "offers", offer))
            own: list[str | None] = [*rng.sample(groups, rng.choice([1, 2, 3])), None, None]
            for column, group in enumerate(own[:3], 5):
                if group:
                    page.put(row, column, group, "statement", says(actor, "serves", group, offer=offer))
                else:
                    page.put(row, column, "NULL", "negative")
            place = rng.choice(["Neunkirchen", "Saarlouis", "St. Wendel", "Regionalverband Saarbrücken"])
            page.put(row, 8, place, "statement", says(actor, "active_in", place, offer=offer))
            cost = rng.choice(["NULL", "120.00", "0.00", "1450.00"])
            if cost == "NULL":
                page.put(row, 9, cost, "negative")
            else:
                other = {"subject": offer, "qualifiers": {}}
                page.put(row, 9, cost, "statement", says(actor, "cost", cost, accept=[other], offer=offer))
            call, site = f"+49 221 4710{number:03d}", f"https://traeger{number}.example.org/"
            page.put(row, 10, call, "statement", says(actor, "contact_phone", call))
            page.put(row, 11, site, "statement", says(actor, "website", site))
            day = date(2024, rng.randint(1, 12), rng.randint(1, 28)).isoformat()
            page.put(row, 12, day, "statement", says(actor, "last_checked", day, accept=[{"subject": offer}]))
            row += 1
    return book


def handbuch(rng: Random) -> Book:
    """A table of a guides' handbook, saved from the browser: people first, then what helps, who does it, its number."""
    book = Book(
        "h08_lotsenhandbuch.xls",
        "Lotsen-Handbuch, Kapitel 4",
        "Schwaben",
        4,
        ("html_as_xls", "rowspan", "target_group_first", "tidy_list", "contacts", "title_rows", "line_breaks"),
        html_page("utf-8"),
    )
    page = book.sheet("", "list", "actor_and_offer_in_rows")
    page.put(1, 1, "Kapitel 4: Wer hilft weiter?", "title")
    page.merge(1, 1, 1, 5)
    heads = [
        rng.choice(["Personengruppe", "Für wen?"]),
        rng.choice(["Angebot", "Was wird angeboten?"]),
        rng.choice(["Ansprechpartner vor Ort (Einrichtung)", "Einrichtung"]),
        "Telefon",
        rng.choice(["Gut zu wissen", "Hinweise"]),
    ]
    page.line(2, 1, heads, "header")
    page.header_rows, page.first_data_row = (2,), 3
    calls = {actor: phone(500 + number) for number, actor in enumerate(SCHWABEN)}
    offers = rng.sample(
        [
            "Berufsorientierung",
            "Sprachberatung",
            "Bewerbungsmappen-Check",
            "Beratung zu Teilzeitausbildung",
            "Anerkennungsberatung",
            "Lernbegleitung",
            "Weiterbildungssprechstunde",
            "Gründungsberatung",
            "Aufstiegsberatung",
        ],
        9,
    )
    row = 3
    for group in rng.sample(
        ["Alleinerziehende", "Neuzugewanderte", "Ausbildungsabbrecher", "Beschäftigte", "50plus"], 4
    ):
        own = [(offers.pop(), actor) for actor in rng.sample(SCHWABEN, rng.choice([1, 2]))]
        facts = [says(actor, "serves", group, offer=offer) for offer, actor in own]
        page.put(row, 1, group, "statement", *facts)
        page.merge(row, 1, row + len(own) - 1, 1)
        for offer, actor in own:
            book.actors.append(actor)
            page.put(row, 2, offer, "statement", says(actor, "offers", offer))
            page.put(row, 3, actor, "label")
            page.put(row, 4, calls[actor], "statement", says(actor, "contact_phone", calls[actor]))
            if rng.random() < 0.6:
                text = rng.choice(["Termin nötig", "Bitte Zeugnisse\nmitbringen", "auch abends", "Kinder willkommen"])
                text_read = text.replace("\n", " ")
                other: list[dict[str, object]] = [{"subject": offer, "qualifiers": {}}, {"predicate": "other"}]
                about = says(actor, "remark", text_read, accept=other, offer=offer)
                page.put(row, 5, text, "statement", about)
            row += 1
    return book


def anlage(rng: Random) -> Book:
    """An annex of minutes as Unicode text: kinds above blank-continued columns, signs explained in a last line."""
    book = Book(
        "h09_anlage_protokoll.txt",
        "Anlage 2 zum Protokoll",
        "Ostthüringen",
        4,
        ("txt", "utf16", "tab", "title_rows", "two_row_header", "blank_continued_group", "coded_marks", "legend_row"),
        separated("\t", "utf-16"),
    )
    page = book.sheet("")
    page.put(1, 1, "Anlage 2 zum Protokoll der Netzwerksitzung vom 12.03.2025", "title")
    page.put(2, 1, "Beteiligung der Partner", "title")
    themes = rng.sample(["Grundbildung", "Digitalisierung", "Fachkräftesicherung", "Nachhaltigkeit", "Pflege"], 3)
    places = rng.sample(["Jena", "Weimar", "Saale-Holzland-Kreis", "Saale-Orla-Kreis"], 3)
    page.put(4, 2, rng.choice(["Themen", "Themenfelder"]), "group")
    page.put(4, 2 + len(themes), rng.choice(["Regionen", "Raum"]), "group")
    page.put(5, 1, rng.choice(["Partner", "Mitglied"]), "header")
    page.line(5, 2, themes + places, "header")
    page.header_rows, page.first_data_row = (4, 5), 6
    meaning = {"+": "dabei", "++": "federführend"}
    row = 6
    for actor in rng.sample(THUERINGEN, 8):
        book.actors.append(actor)
        page.put(row, 1, actor, "label")
        for column, name in enumerate(themes + places, 2):
            mark = rng.choice(["+", "+", "++", "o", "-", ""])
            predicate = "covers_theme" if name in themes else "active_in"
            if mark in meaning:
                page.put(row, column, mark, "statement", says(actor, predicate, name, meaning=meaning[mark]))
            elif mark:
                page.put(row, column, mark, "report" if mark == "o" else "negative")
        row += 1
    page.put(row + 1, 1, "Zeichen: + dabei; ++ federführend; o noch nicht entschieden; - nicht dabei", "legend")
    return book


def verteiler(rng: Random) -> Book:
    """A mailing list: text with a sep= line that someone renamed to xlsx; several people and numbers in a cell."""
    book = Book(
        "h10_verteiler.xlsx",
        "Verteiler",
        "Schwaben",
        4,
        ("csv_as_xlsx", "sep_line", "cp1252", "multi_contacts", "address", "opening_hours", "role_labels_in_cells"),
        separated(";", "cp1252"),
    )
    page = book.sheet("", "list")
    page.put(1, 1, "sep=;", "ignorable")
    heads = [
        rng.choice(["Organisation", "Institution"]),
        rng.choice(["Ansprechpartner/-in", "Kontaktstellen"]),
        rng.choice(["Tel./Fax", "Telefon"]),
        rng.choice(["E-Mail(s)", "Mailadresse"]),
        rng.choice(["Anschrift", "Postanschrift"]),
        rng.choice(["Öffnungszeiten", "Sprechzeiten"]),
        rng.choice(["letzte Aktualisierung", "geprüft am"]),
    ]
    page.line(2, 1, heads, "header")
    page.header_rows, page.first_data_row = (2,), 3
    desks = ["Empfang", "Team Bildungsberatung", "Geschäftsstelle", "Projektleitung", "Servicebüro", "Team Arbeitgeber"]
    for number, actor in enumerate(rng.sample(SCHWABEN, 6)):
        row = 3 + number
        book.actors.append(actor)
        page.put(row, 1, actor, "label")
        own = rng.sample(desks, rng.choice([1, 2, 2]))
        calls = [phone(600 + 10 * number + k) for k in range(len(own))]
        boxes = [mail(f"kontakt{number}{k}") for k in range(len(own))]
        joint = rng.choice(["\n", " / "])
        page.put(row, 2, joint.join(own), "statement", *(says(actor, "contact_name", desk) for desk in own))
        facts: list[Fact] = [says(actor, "contact_phone", c, contact=d) for c, d in zip(calls, own, strict=True)]
        page.put(row, 3, joint.join(calls), "statement", *facts)
        facts = [says(actor, "contact_mail", b, contact=d) for b, d in zip(boxes, own, strict=True)]
        page.put(row, 4, joint.join(boxes), "statement", *facts)
        place = f"Musterstraße {number + 3}, {rng.choice(['87435 Kempten', '88131 Lindau', '87700 Memmingen'])}"
        page.put(row, 5, place, "statement", says(actor, "address", place))
        hours = rng.choice(["Mo–Do 9–12 Uhr", "Di 14-18 Uhr und nach Vereinbarung", "täglich 8:00–16:00"])
        page.put(row, 6, hours, "statement", says(actor, "opening_hours", hours))
        day = date(2025, rng.randint(1, 3), rng.randint(1, 28))
        page.put(row, 7, day, "statement", says(actor, "last_checked", day.isoformat()))
    return book


def doppelt_kodiert(rng: Random) -> Book:
    """A contact list that went through the wrong encoding twice on its way."""
    book = Book(
        "h11_ansprechstellen.csv",
        "Ansprechstellen Ältere",
        "Ostthüringen",
        3,
        ("csv", "mojibake", "tab", "contacts", "lists_in_cells", "lost_leading_zero"),
        separated("\t", "utf-8", spoilt=lambda text: text.encode().decode("cp1252")),
    )
    page = book.sheet("", "list")
    heads = [
        rng.choice(["Träger", "Beratungsstelle für Ältere"]),
        rng.choice(["Für wen?", "Zielgruppen (für wen?)"]),
        rng.choice(["Unterstützungsangebote", "Angebote für Ältere"]),
        "Telefon (Büro)",
        "Straße, Ort",
    ]
    page.line(1, 1, heads, "header")
    page.header_rows, page.first_data_row = (1,), 2
    groups = ["Ältere", "Beschäftigte über 50", "Langzeitarbeitslose", "Menschen mit Höranliegen", "Geflüchtete"]
    offers = ["Kompetenz-Check für Ältere", "Lernwerkstätten", "Begleitung zu Ämtern", "Schulung für Führungskräfte"]
    for number, actor in enumerate(rng.sample(THUERINGEN, 6)):
        row = 2 + number
        book.actors.append(actor)
        page.put(row, 1, actor, "label")
        own = rng.sample(groups, 2)
        page.put(row, 2, " und ".join(own), "statement", *(says(actor, "serves", group) for group in own))
        what = rng.sample(offers, rng.choice([1, 2]))
        page.put(row, 3, ", ".join(what), "statement", *(says(actor, "offers", offer) for offer in what))
        page.put(row, 4, int(f"2214710{700 + number}"), "statement", says(actor, "contact_phone", phone(700 + number)))
        place = f"Schloßgäßchen {number + 1}, {rng.choice(['Jena', 'Pößneck', 'Weimar'])}"
        page.put(row, 5, place, "statement", says(actor, "address", place))
    return book


AUTHORS = (umfrage, datenbank, handbuch, anlage, verteiler, doppelt_kodiert)
