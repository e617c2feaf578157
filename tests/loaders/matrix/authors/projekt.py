"""Project people: an overview of funding, free places, offers by target group, a European partner sheet."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from tests.loaders.matrix.authors.book import BOLD, Book, Fact, Look, says
from tests.loaders.matrix.authors.office import xlsm, xlsx
from tests.loaders.matrix.authors.words import SAAR, SCHWABEN, kind_of, limited, mail, phone

MECKLENBURG = [
    "Agentur für Arbeit Rostock",
    "Hanse-Jobcenter Rostock",
    "Jobcenter Landkreis Rostock",
    "IHK zu Rostock",
    "Handwerkskammer Ostmecklenburg-Vorpommern",
    "Volkshochschule Rostock",
    "Warnow-Akademie gGmbH (fiktiv)",
    "Frauentechnikzentrum Warnow (fiktiv)",
    "Unternehmensverband Rostock",
]


def foerderung(rng: Random) -> Book:
    """Instruments with their law, for whom they are, how much they pay and who grants them."""
    book = Book(
        "h12_foerderueberblick.xlsx",
        "Förderinstrumente auf einen Blick",
        "Mecklenburg",
        4,
        (
            "instrument_rows",
            "two_row_header",
            "merged_header",
            "footnotes",
            "restrictions_in_cell",
            "quotas",
            "actors_in_cells",
        ),
        xlsx,
    )
    page = book.sheet("Förderung", "matrix", "instruments_in_rows")
    instruments = {
        "Förderung beschäftigter Arbeitnehmer": "§ 82 SGB III",
        "Bildungsgutschein": "§ 81 SGB III",
        "Qualifizierungsgeld": "§ 82a SGB III",
        "Aufstiegs-BAföG": "AFBG",
        "Aktivierungsgutschein": "§ 45 SGB III",
        "Weiterbildungsstipendium": "Richtlinie BMBF",
        "Bildungsurlaub": "BfG M-V",
        "Einstiegsqualifizierung": "§ 54a SGB III",
    }
    groups = rng.sample(["Beschäftigte", "Arbeitslose", "Betriebe", "Junge Menschen", "Selbstständige"], 4)
    page.put(1, 1, "Förderinstrumente auf einen Blick (Arbeitsstand)", "title", look=BOLD)
    law, pays, grants, ends = 2, 3 + len(groups), 4 + len(groups), 5 + len(groups)
    for column, text in (
        (1, rng.choice(["Förderinstrument", "Instrument"])),
        (law, rng.choice(["Rechtsgrundlage", "gesetzl. Grundlage"])),
        (pays, rng.choice(["Kosten für Teilnehmende", "Eigenanteil (Kosten)"])),
        (grants, rng.choice(["Ansprechstelle", "zuständige Stelle"])),
        (ends, "gültig bis"),
    ):
        page.put(3, column, text, "header", look=BOLD)
        page.merge(3, column, 4, column)
    page.put(3, 3, rng.choice(["Für wen?", "Zielgruppen"]), "group", look=BOLD)
    page.merge(3, 3, 3, pays - 1)
    page.line(4, 3, groups, "header")
    page.header_rows, page.first_data_row = (3, 4), 5
    starred, doubled = rng.sample(list(instruments), 2)
    notes = {"*": "Antrag vor Beginn der Maßnahme stellen", "**": "nicht mit anderen Mitteln kombinierbar"}
    row = 5
    for name in rng.sample(list(instruments), 7):
        star = "*" if name == starred else "**" if name == doubled else ""
        role = "statement" if star else "label"
        page.put(row, 1, name + star, role, *([says(name, "remark", notes[star])] if star else []))
        book.also(name, *([name + star] if star else []))
        page.put(row, law, instruments[name], "statement", says(name, "legal_basis", instruments[name]))
        for column, group in enumerate(groups, 3):
            mark = rng.choice(["x", "x", "bis 75 %", "ab 45", "nur mit Gutschein", "-", "?", ""])
            note = "" if mark == "x" else mark
            if mark in ("-", "?"):
                page.put(row, column, mark, "negative" if mark == "-" else "report")
            elif mark:
                more: dict[str, Any] = {"age_min": 45} if mark == "ab 45" else {}
                page.put(row, column, mark, "statement", says(name, "serves", group, note=note, **more))
        cost = rng.choice(["keine", "Eigenanteil 50 %", "Darlehen möglich", "120 €"])
        page.put(row, pays, cost, "statement", says(name, "cost", cost))
        actors = rng.sample(MECKLENBURG, rng.choice([1, 2]))
        book.actors += actors
        until = rng.choice([None, date(2026, 12, 31), date(2027, 6, 30)])
        valid = until.isoformat() if until else None
        facts = [says(actor, "offers", name, valid_until=valid) for actor in actors]
        page.put(row, grants, rng.choice([", ", "\n"]).join(actors), "statement", *facts)
        if until:
            page.put(row, ends, until, "qualifier")
        row += 1
    for offset, (star, text) in enumerate(notes.items(), 1):
        page.put(row + offset, 1, f"{star} {text}", "footnote")
    return book


def plaetze(rng: Random) -> Book:
    """How many places are free: actors across, offers down, sums computed by formulas, errors where one broke."""
    book = Book(
        "h13_freie_plaetze.xlsx",
        "Freie Plätze",
        "Saarland",
        3,
        ("capacity_table", "transposed", "totals", "formulas", "error_values", "turned_headers", "title_rows", "units"),
        xlsx,
    )
    page = book.sheet("Plätze", "capacity", "actors_in_columns")
    actors = rng.sample(SAAR, 6)
    book.actors += actors
    offers = rng.sample(
        [
            "Deutschkurs B1",
            "Umschulung Pflege",
            "Teilqualifizierung Lager",
            "Bewerbungscoaching",
            "Grundbildung",
            "Hauptschulkurs",
        ],
        5,
    )
    page.put(1, 1, rng.choice(["Freie Plätze je Angebot", "Kapazitäten der Träger (freie Plätze)"]), "title", look=BOLD)
    page.put(2, 1, "Stand:", "title")
    page.put(2, 2, date(2025, 2, 14), "title")
    page.put(4, 1, rng.choice(["Angebot", "Maßnahme"]), "header", look=BOLD)
    page.line(4, 2, actors, "header", Look(turned=True))
    last = 2 + len(actors)
    page.put(4, last, "gesamt", "total", look=BOLD)
    page.header_rows, page.first_data_row = (4,), 5
    broken = rng.randrange(len(offers))
    for offset, offer in enumerate(offers):
        row, total = 5 + offset, 0
        page.put(row, 1, offer, "label")
        wrong = rng.randrange(len(actors)) if offset == broken else -1
        for number, actor in enumerate(actors):
            free = rng.choice([0, 3, 5, 8, 12, 16, None, "k. A.", "voll bis Mai"])
            if number == wrong:
                page.put(row, 2 + number, "#N/A", "report")
            elif isinstance(free, str):
                page.put(row, 2 + number, free, "report" if free == "k. A." else "either", *_full(actor, offer, free))
            elif free is not None:
                facts = [says(actor, "offers", offer, count=free)] if free else []
                page.put(row, 2 + number, free, "statement" if free else "negative", *facts)
                total += free
        page.put(row, last, total, "total", look=Look(formula=f"=SUM(B{row}:G{row})"))
    row = 5 + len(offers)
    page.put(row, 1, "Summe Plätze", "total", look=BOLD)
    for number in range(len(actors)):
        letter = chr(66 + number)
        free_there = [cell.value for (r, c), cell in page.cells.items() if c == 2 + number and 5 <= r < row]
        total = sum(value for value in free_there if isinstance(value, int))
        page.put(row, 2 + number, total, "total", look=Look(formula=f"=SUM({letter}5:{letter}{row - 1})"))
    return book


def _full(actor: str, offer: str, text: str) -> list[Fact]:
    return [] if text == "k. A." else [says(actor, "offers", offer, optional=True, note=text)]


def angebote_nach_gruppen(rng: Random) -> Book:
    """People above offers: who a service is for stands in the upper header, the same services repeat below it."""
    book = Book(
        "h14_leistungen_je_personenkreis.xlsm",
        "Leistungen je Personenkreis",
        "Mecklenburg",
        4,
        (
            "xlsm",
            "group_header_is_dimension",
            "three_row_header",
            "merged_header",
            "contradictions",
            "pointers",
            "lists_in_cells",
        ),
        xlsm,
    )
    page = book.sheet("Leistungen")
    groups = rng.sample(["Beschäftigte", "Arbeitsuchende", "Unternehmen", "Geflüchtete", "Eltern"], 3)
    offers = rng.sample(["Erstberatung", "Fördercheck", "Begleitung", "Kompetenztest", "Gruppeninfo"], 3)
    page.put(1, 1, "Netzwerk Weiterbildung Rostock – Leistungen je Personenkreis", "title", look=BOLD)
    page.merge(1, 1, 1, 2 + 3 * len(groups))
    page.put(2, 1, rng.choice(["Netzwerkpartner", "Beratungsstelle"]), "header", look=BOLD)
    page.merge(2, 1, 4, 1)
    page.put(2, 2, rng.choice(["Angebote für …", "Wir bieten für"]), "group", look=BOLD)
    page.merge(2, 2, 2, 1 + 3 * len(groups))
    for number, group in enumerate(groups):
        page.put(3, 2 + 3 * number, group, "group", look=BOLD)
        page.merge(3, 2 + 3 * number, 3, 4 + 3 * number)
        page.line(4, 2 + 3 * number, offers, "header")
    last = 2 + 3 * len(groups)
    page.put(2, last, rng.choice(["Einzugsgebiet", "Raum"]), "header", look=BOLD)
    page.merge(2, last, 4, last)
    page.header_rows, page.first_data_row = (2, 3, 4), 5
    opened = ["ja/nein", "siehe IHK", "?", "läuft noch?", "geplant", "ja, aber noch nicht sicher"]
    for row, actor in enumerate(rng.sample(MECKLENBURG, 7), 5):
        book.actors.append(actor)
        page.put(row, 1, actor, "label")
        for number, group in enumerate(groups):
            for offset, offer in enumerate(offers):
                mark = rng.choice(
                    ["x", "x", "X", "ja", "nein", "", "", rng.choice(opened), "nur Frauen", "mit Termin", "u25"]
                )
                column = 2 + 3 * number + offset
                if mark in opened:
                    page.put(row, column, mark, "report")
                elif mark == "nein":
                    page.put(row, column, mark, "negative")
                elif mark:
                    more = {} if mark.lower() in ("x", "ja") else limited(mark)
                    fact = says(actor, "offers", offer, target_group=group, **more)
                    page.put(row, column, mark, "statement", fact)
        places = rng.sample(["Stadt Rostock", "Landkreis Rostock", "Vorpommern-Rügen"], rng.choice([1, 2]))
        text = rng.choice([" + ", "; ", " und "]).join(places)
        page.put(row, last, text, "statement", *(says(actor, "active_in", place) for place in places))
    return book


def europa(rng: Random) -> Book:
    """A European project's sheet, half English, half German; bulleted lists, links behind words, a sheet of referrals."""
    book = Book(
        "h15_partner_matrix_eu.xlsx",
        "Partner matrix WP2",
        "Schwaben / Vorarlberg",
        4,
        (
            "english",
            "bilingual_header",
            "tidy_list",
            "bullets",
            "hyperlinks",
            "open_answers",
            "edge_list",
            "several_sheets",
        ),
        xlsx,
    )
    page = book.sheet("WP2 Partner", "list")
    page.put(1, 1, "Lake Skills – partner matrix (WP 2)", "title", look=BOLD)
    heads = [
        "Partner organisation / Partnereinrichtung",
        "Type / Art der Einrichtung",
        rng.choice(["Services offered / Angebote", "Guidance services (Angebote)"]),
        rng.choice(["Target groups / Zielgruppen", "Who is it for? (Zielgruppe)"]),
        rng.choice(["Area covered / Region", "Region"]),
        "Languages / Sprachen",
        "Contact (e-mail)",
        "Phone / Telefon",
        "Website",
        "Remarks / Bemerkungen",
    ]
    page.line(3, 1, heads, "header", BOLD)
    page.header_rows, page.first_data_row = (3,), 4
    offers = ["Career guidance", "Validation of skills", "Sprachcafé", "Job shadowing", "Lernberatung", "Mentoring"]
    groups = ["Employees", "Jobseekers", "Migrants", "Fachkräfte", "SMEs", "Berufsrückkehrende"]
    actors = rng.sample(SCHWABEN, 6)
    for number, actor in enumerate(actors):
        row = 4 + number
        book.actors.append(actor)
        page.put(row, 1, actor, "label")
        kind = kind_of(actor, "public body", "chamber", rng.choice(["Bildungsträger", "NGO"]))
        page.put(row, 2, kind, "statement", says(actor, "has_type", kind))
        for column, predicate, pool in ((3, "offers", offers), (4, "serves", groups)):
            if rng.random() < 0.12:
                page.put(row, column, rng.choice(["tbc", "n/a", "to be clarified"]), "report")
                continue
            own = rng.sample(pool, rng.choice([2, 3]))
            text = rng.choice(["• " + "\n• ".join(own), "- " + "\n- ".join(own), ", ".join(own)])
            page.put(row, column, text, "statement", *(says(actor, predicate, one) for one in own))
        places = rng.sample(["Kempten", "Lindau", "Vorarlberg", "Oberallgäu"], rng.choice([1, 2]))
        page.put(row, 5, " / ".join(places), "statement", *(says(actor, "active_in", place) for place in places))
        tongues = rng.sample(["DE", "EN", "TR", "FR"], 2)
        page.put(row, 6, ", ".join(tongues), "statement", *(says(actor, "language", tongue) for tongue in tongues))
        box, site = mail(f"wp2.{number}"), f"https://lake{number}.example.org"
        linked = rng.random() < 0.5
        look = Look(link=f"mailto:{box}") if linked else Look()
        page.put(row, 7, "e-mail" if linked else box, "statement", says(actor, "contact_mail", box), look=look)
        page.put(row, 8, phone(800 + number), "statement", says(actor, "contact_phone", phone(800 + number)))
        page.put(row, 9, "Homepage", "statement", says(actor, "website", site), look=Look(link=site))
        if rng.random() < 0.4:
            text = rng.choice(["joined in 2024", "signs the letter of intent in May"])
            page.put(row, 10, text, "statement", says(actor, "remark", text))
    ways = book.sheet("Referrals", "edges")
    ways.line(1, 1, ["From", "To", "Occasion", "Hand-over"], "header", BOLD)
    ways.header_rows, ways.first_data_row = (1,), 2
    for row in range(2, 2 + 6):
        start, end = rng.sample(actors, 2)
        occasion, mode = (
            rng.choice(["first interview", "recognition", "job loss"]),
            rng.choice(["warm", "leaflet only"]),
        )
        ways.put(row, 1, start, "label")
        ways.equal((row, 1), (row, 2))
        ways.put(row, 2, end, "statement", says(start, "refers_to", end, occasion=occasion, mode=mode))
        ways.put(row, 3, occasion, "qualifier")
        ways.put(row, 4, mode, "qualifier")
    return book


AUTHORS = (foerderung, plaetze, angebote_nach_gruppen, europa)
