"""People who say it with looks: traffic lights, a poster with signs, crossed-out lines, ticked boxes in a symbol font."""

from __future__ import annotations

from random import Random

from tests.loaders.matrix.authors.book import BOLD, Book, Look, says
from tests.loaders.matrix.authors.office import xls, xlsx
from tests.loaders.matrix.authors.words import SAAR, SCHWABEN, THUERINGEN, kind_of, limited, mail, phone

LIGHTS = {
    "regelmäßiges Angebot": Look(theme=9),
    "nur nach Absprache": Look(fill="FFC000"),
    "kein Angebot": Look(fill="FF0000"),
}


def ampel(rng: Random) -> Book:
    """A traffic-light table: empty coloured cells, words on some of them, the colours explained under the table."""
    book = Book(
        "h16_ampel.xlsx",
        "Beratungsampel",
        "Ostthüringen",
        4,
        (
            "colour_only_cells",
            "theme_colours",
            "colour_meaning",
            "legend_below",
            "cell_comments",
            "restrictions_in_cell",
        ),
        xlsx,
    )
    page = book.sheet("Ampel")
    groups = rng.sample(["Beschäftigte", "Arbeitslose", "Geflüchtete", "Schulabgänger", "Senioren", "Betriebe"], 5)
    page.put(1, 1, rng.choice(["Beratungsampel: Wer berät wen?", "Ampel der Zielgruppen"]), "title", look=BOLD)
    page.put(3, 1, rng.choice(["Anlaufstelle", "Beratungsstelle"]), "header", look=BOLD)
    page.put(3, 2, rng.choice(["Zielgruppen", "Wir beraten"]), "group", look=BOLD)
    page.merge(3, 2, 3, 1 + len(groups))
    page.line(4, 2, groups, "header")
    page.header_rows, page.first_data_row = (3, 4), 5
    row = 5
    for actor in rng.sample(THUERINGEN, 7):
        book.actors.append(actor)
        page.put(row, 1, actor, "label")
        for column, group in enumerate(groups, 2):
            meaning = rng.choice([*LIGHTS, "regelmäßiges Angebot", ""])
            if not meaning:
                continue
            look, note, comment = LIGHTS[meaning], "", ""
            if meaning != "kein Angebot":
                note = rng.choice(["", "", "", "nur vormittags", "u25"])
                comment = rng.choice(["", "", "", "", "Anmeldung über das Sekretariat"])
            look = Look(fill=look.fill, theme=look.theme, comment=comment)
            if meaning == "kein Angebot":
                page.put(row, column, None, "negative", look=look)
            else:
                more = limited(note) if note else {}
                fact = says(actor, "serves", group, meaning=meaning, comment=comment, **more)
                page.put(row, column, note or None, "statement", fact, look=look)
        row += 1
    page.put(row + 1, 1, "Bedeutung der Farben", "legend", look=BOLD)
    for offset, (meaning, look) in enumerate(LIGHTS.items(), 2):
        page.put(row + offset, 1, None, "legend", look=look)
        page.put(row + offset, 2, meaning, "legend")
    return book


def plakat(rng: Random) -> Book:
    """A poster: partners across at a slant, what and for whom down the side in blocks, full and empty dots."""
    book = Book(
        "h17_plakat.xlsx",
        "Wer macht was für wen?",
        "Saarland",
        4,
        (
            "transposed",
            "offset_table",
            "side_group_labels",
            "signs",
            "legend_above",
            "merged_title",
            "type_row",
            "nbsp",
        ),
        xlsx,
    )
    page = book.sheet("Plakat", "transposed", "actors_in_columns")
    actors = rng.sample(SAAR, 6)
    page.put(2, 3, "Wer macht was für wen?", "title", look=BOLD)
    page.merge(2, 3, 2, 4 + len(actors))
    page.put(3, 3, "● = Schwerpunkt     ○ = im Einzelfall     ✗ = nicht möglich", "legend")
    page.merge(3, 3, 3, 4 + len(actors))
    for column, actor in enumerate(actors, 5):
        book.actors.append(actor)
        noise = actor.replace(" ", "\u00a0", 1) if rng.random() < 0.3 else actor
        page.put(5, column, noise, "header", look=Look(turned=True))
    page.put(6, 4, rng.choice(["Art der Einrichtung", "Typ"]), "header")
    for column, actor in enumerate(actors, 5):
        kind = kind_of(actor, "Behörde", "Kammer", "Bildungsträger")
        page.put(6, column, kind, "statement", says(actor, "has_type", kind))
    page.header_rows, page.first_data_row = (5,), 6
    blocks = {
        rng.choice(["WAS? (Angebote)", "Unsere Angebote"]): (
            "offers",
            rng.sample(
                ["Beratung im Betrieb", "Infoabend", "Coaching", "Sprachkurs", "Jobmesse", "Bewerbungscheck"], 4
            ),
        ),
        rng.choice(["FÜR WEN? (Zielgruppen)", "Unsere Zielgruppen"]): (
            "serves",
            rng.sample(["Fachkräfte", "Arbeitsuchende", "Grenzgänger", "Eltern", "Azubis", "Gründer"], 4),
        ),
        "THEMEN": ("covers_theme", rng.sample(["Digitales", "Klima", "Gesundheit", "Ehrenamt"], 2)),
    }
    meaning = {"●": "Schwerpunkt", "○": "im Einzelfall"}
    row = 7
    for title, (predicate, names) in blocks.items():
        page.put(row, 3, title, "group", look=BOLD)
        page.merge(row, 3, row + len(names) - 1, 3)
        for name in names:
            page.put(row, 4, name, "header")
            for column, actor in enumerate(actors, 5):
                mark = rng.choice(["●", "●", "○", "✗", "", "", "?"])
                if mark in meaning:
                    page.put(row, column, mark, "statement", says(actor, predicate, name, meaning=meaning[mark]))
                elif mark:
                    page.put(row, column, mark, "report" if mark == "?" else "negative")
            row += 1
    page.put(row, 4, "Telefon", "header")
    for number, column in enumerate(range(5, 5 + len(actors))):
        call = phone(900 + number)
        page.put(row, column, call, "statement", says(actors[number], "contact_phone", call))
    return book


def gestrichen(rng: Random) -> Book:
    """A living list: what has ended is crossed out, what is to come has a date, last year's sheet is hidden."""
    book = Book(
        "h18_laufende_liste.xlsx",
        "Laufende Angebote",
        "Schwaben",
        5,
        ("strike_through", "planned_with_date", "status", "hidden_sheet", "blank_as_above", "offer_rows", "legend_row"),
        xlsx,
    )
    page = book.sheet("aktuell", "list", "actor_and_offer_in_rows")
    heads = [
        rng.choice(["Träger", "Anbieter"]),
        rng.choice(["Angebot", "Maßnahme"]),
        rng.choice(["Zielgruppe", "für wen"]),
        rng.choice(["Ort", "Wo?"]),
        "Status",
        rng.choice(["Kontakt (Mail)", "E-Mail"]),
    ]
    page.put(1, 1, "Durchgestrichene Zeilen: Angebot eingestellt, bitte nicht mehr weitergeben!", "legend")
    page.line(3, 1, heads, "header", BOLD)
    page.header_rows, page.first_data_row = (3,), 4
    offers = ["Umschulung Koch", "Deutsch B1", "Lerntreff", "Kompetenzcheck", "KI-Werkstatt", "Elternkurs"]
    offers += ["Rechnungswesen", "Staplerschein", "Englisch im Beruf", "Altenpflegehilfe", "CNC-Grundlagen", "Stimme"]
    rng.shuffle(offers)
    groups = ["Arbeitsuchende", "Beschäftigte", "Frauen", "Zugewanderte", "Jugendliche"]
    row, out = 4, Look(strike=True)
    for number, actor in enumerate(rng.sample(SCHWABEN, 5)):
        for position in range(rng.choice([1, 2, 3])):
            offer, group = offers.pop() if offers else "Sprechstunde", rng.choice(groups)
            place = rng.choice(["Kempten", "Lindau", "Sonthofen", "Memmingen"])
            ended = position > 0 and rng.random() < 0.35
            if ended:
                for column, value in enumerate([None, offer, group, place, "beendet"], 1):
                    if value:
                        page.put(row, column, value, "report", look=out)
                row += 1
                continue
            status = rng.choice(["läuft", "läuft", "startet am 01.09.2026", "ab 15.10.2026"])
            start = {"startet am 01.09.2026": "2026-09-01", "ab 15.10.2026": "2026-10-15"}.get(status)
            if position == 0:
                book.actors.append(actor)
                page.put(row, 1, actor, "label")
            page.put(row, 2, offer, "statement", says(actor, "offers", offer, valid_from=start))
            page.put(row, 3, group, "statement", says(actor, "serves", group, offer=offer))
            page.put(row, 4, place, "statement", says(actor, "active_in", place, offer=offer))
            other = [{"subject": offer, "qualifiers": {}}]
            page.put(row, 5, status, "statement", says(actor, "status", status, accept=other, offer=offer))
            if position == 0:
                page.put(
                    row, 6, mail(f"liste{number}"), "statement", says(actor, "contact_mail", mail(f"liste{number}"))
                )
            row += 1
    old = book.sheet("Archiv 2023", "list", "actor_and_offer_in_rows")
    old.hidden = True
    old.line(1, 1, ["Träger", "Angebot"], "header", BOLD)
    old.header_rows, old.first_data_row = (1,), 2
    for row, actor in enumerate(rng.sample(book.actors, 3), 2):
        offer = rng.choice(["Kurzarbeiterkurs", "Corona-Hotline", "Präsenztage"])
        old.put(row, 1, actor, "label")
        old.put(row, 2, offer, "either", says(actor, "offers", offer, optional=True, hidden=True))
    return book


def kaestchen(rng: Random) -> Book:
    """Ages and times ticked in Wingdings, with real booleans beside them and an empty box for no."""
    book = Book(
        "h19_kaestchen.xls",
        "Jugendberufsagentur: wer ist für welches Alter da?",
        "Saarland",
        4,
        (
            "xls",
            "wingdings",
            "booleans",
            "checkboxes",
            "age_columns",
            "two_row_header",
            "merged_header",
            "hidden_column",
        ),
        xls,
    )
    page = book.sheet("JBA")
    ages = rng.choice([["unter 15", "15 bis 24", "ab 25"], ["u18", "18 - 25 Jahre", "Ü25"]])
    places = rng.sample(["Saarlouis", "St. Wendel", "Merzig-Wadern", "Neunkirchen"], 3)
    offers = rng.sample(["Berufsorientierung", "Schuldnerberatung", "Ausbildungscoaching", "Lernhilfe"], 2)
    page.put(1, 1, "Jugendberufsagentur: Wer ist für welches Alter da?", "title", look=BOLD)
    page.put(3, 1, "Stelle", "header", look=BOLD)
    page.merge(3, 1, 4, 1)
    start = 2
    for title, names in (
        (rng.choice(["Altersgruppen", "Alter der Zielgruppe"]), ages),
        (rng.choice(["Standorte", "Landkreise"]), places),
        (rng.choice(["Leistungen", "Angebote"]), offers),
    ):
        page.put(3, start, title, "group", look=BOLD)
        page.merge(3, start, 3, start + len(names) - 1)
        page.line(4, start, names, "header")
        start += len(names)
    page.header_rows, page.first_data_row = (3, 4), 5
    page.hidden_columns.add(start)
    page.put(4, start, "interne Notiz", "header")
    for row, actor in enumerate(rng.sample(SAAR, 7), 5):
        book.actors.append(actor)
        page.put(row, 1, actor, "label")
        for column, name in enumerate(ages + places + offers, 2):
            yes = rng.random() < 0.5
            predicate = "serves" if name in ages else "active_in" if name in places else "offers"
            role, facts = ("statement", [says(actor, predicate, name)]) if yes else ("negative", [])
            if name in ages:
                if yes or rng.random() < 0.5:
                    page.put(row, column, "ü" if yes else "û", role, *facts, look=Look(font="Wingdings"))
            elif name in places:
                page.put(row, column, yes, role, *facts)
            else:
                page.put(row, column, "☑" if yes else "☐", role, *facts)
        if rng.random() < 0.4:
            text = rng.choice(["Vertrag prüfen", "im Juni nachfragen"])
            remark = says(actor, "other", text, optional=True, column="interne Notiz", hidden=True)
            page.put(row, start, text, "either", remark, says(actor, "remark", text, optional=True, hidden=True))
    return book


AUTHORS = (ampel, plakat, gestrichen, kaestchen)
