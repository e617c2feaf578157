"""Network offices: who refers to whom, one sheet per county, an intern's collection, a table with its names at the right."""

from __future__ import annotations

from random import Random

from tests.loaders.matrix.authors.book import BOLD, Book, Fact, Look, Sheet, says
from tests.loaders.matrix.authors.office import xlsx
from tests.loaders.matrix.authors.words import THUERINGEN, limited, mail, phone

BODENSEE = {
    "Öffentliche Stellen": {
        "AA": "Agentur für Arbeit Kempten-Memmingen",
        "JC": "Jobcenter Oberallgäu",
        "LRA": "Landratsamt Oberallgäu",
    },
    "Kammern": {"IHK": "IHK Schwaben", "HWK": "Handwerkskammer für Schwaben"},
    "Bildungsträger": {"VHS": "VHS Kempten", "KAM": "Kolping Akademie Memmingen", "IS": "Illerschule gGmbH (fiktiv)"},
}


def verweiskreuz(rng: Random) -> Book:
    """Referrals read from the column to the row; kinds of places above and beside, how often as a number."""
    book = Book(
        "h20_verweiskreuz.xlsx",
        "Verweiskreuz",
        "Allgäu",
        5,
        ("adjacency", "inverted_direction", "type_bands", "abbreviation_column", "intensity", "diagonal", "totals"),
        xlsx,
    )
    page = book.sheet("Kreuz", "adjacency")
    page.put(1, 1, "Verweiskreuz Allgäu", "title", look=BOLD)
    page.put(2, 1, rng.choice(["Lesart: Spalte verweist an Zeile", "Spalten verweisen an Zeilen"]), "title")
    names = {code: name for band in BODENSEE.values() for code, name in band.items()}
    for code, name in names.items():
        book.also(name, code)
    book.actors += names.values()
    codes = list(names)
    page.line(5, 1, ["Art", "Kürzel", rng.choice(["Einrichtung", "Name der Stelle"])], "header", BOLD)
    page.line(5, 4, codes, "header", BOLD)
    page.put(5, 4 + len(codes), "Summe", "total")
    page.header_rows, page.first_data_row = (4, 5), 6
    column, row = 4, 6
    for band, members in BODENSEE.items():
        facts = [says(name, "has_type", band) for name in members.values()]
        page.put(4, column, band, "group", *facts, look=BOLD)
        page.merge(4, column, 4, column + len(members) - 1)
        page.put(row, 1, band, "group", *facts, look=BOLD)
        page.merge(row, 1, row + len(members) - 1, 1)
        column, row = column + len(members), row + len(members)
    meaning = {1: "selten", 2: "monatlich", 3: "wöchentlich"}
    for row, (code, name) in enumerate(names.items(), 6):
        page.put(row, 2, code, "statement", says(name, "alias", code))
        page.put(row, 3, name, "label")
        page.equal((row, 3), (row, 2))
        total = 0
        for column, start in enumerate(codes, 4):
            often = rng.choice([0, 1, 2, 3, None, None])
            if start == code:
                page.put(row, column, "■", "negative")
            elif often is not None:
                said = [says(names[start], "refers_to", name, meaning=meaning[often])] if often else []
                page.put(row, column, often, "statement" if often else "negative", *said)
                total += often
        page.put(row, 4 + len(codes), total, "total")
    last = 7 + len(codes)
    for offset, (number, text) in enumerate(meaning.items()):
        page.put(last + offset, 2, number, "legend")
        page.put(last + offset, 3, text, "legend")
    return book


NORTH = {
    "LK Rostock": {
        "JC": "Jobcenter Landkreis Rostock",
        "AA": "Agentur für Arbeit Rostock",
        "KVHS": "Kreisvolkshochschule Landkreis Rostock",
        "UV": "Unternehmensverband Rostock",
    },
    "Nordwestmecklenburg": {
        "JC": "Jobcenter Nordwestmecklenburg",
        "AA": "Agentur für Arbeit Schwerin",
        "KVHS": "Kreisvolkshochschule Nordwestmecklenburg",
        "BW": "Bildungswerk Wismarbucht (fiktiv)",
    },
}


def zwei_kreise(rng: Random) -> Book:
    """A sheet per county, two tables on each by the people they are for; the same letters mean other places."""
    book = Book(
        "h21_zwei_kreise.xlsx",
        "Angebote in zwei Kreisen",
        "Mecklenburg",
        5,
        (
            "sheet_per_region",
            "scoped_abbreviations",
            "stacked_tables",
            "repeated_header",
            "title_is_dimension",
            "column_order",
        ),
        xlsx,
    )
    offers = ["Erstberatung", "Fördermittelberatung", "Lernberatung", "Kompetenzbilanz"]
    groups = rng.sample(["Beschäftigte", "Arbeitsuchende", "Berufsrückkehrende"], 2)
    book.also("LK Rostock", "Landkreis Rostock")
    for place, names in NORTH.items():
        page = book.sheet(place)
        book.actors += names.values()
        for code, name in names.items():
            book.also(name, f"{code} {place}", f"{code} {place.replace('LK ', 'Landkreis ')}")
        order, row = rng.sample(offers, len(offers)), 1
        for group in groups:
            page.put(row, 1, f"{rng.choice(['Angebote für', 'Beratung für'])} {group}", "title", look=BOLD)
            page.put(row + 1, 1, "Stelle", "header", look=BOLD)
            page.line(row + 1, 2, order, "header", BOLD)
            page.header_rows, page.first_data_row = (*page.header_rows, row + 1), page.first_data_row or row + 2
            row += 2
            for code, name in names.items():
                page.put(row, 1, code, "label", says(name, "active_in", place, optional=True))
                for column, offer in enumerate(order, 2):
                    mark = rng.choice(["x", "x", "ja", "–", "", "auf Anfrage", "k. A."])
                    if mark == "k. A.":
                        page.put(row, column, mark, "report")
                    elif mark:
                        more = limited(mark) if mark == "auf Anfrage" else {}
                        fact = says(name, "offers", offer, region=place, target_group=group, **more)
                        page.put(row, column, mark, *(("negative",) if mark == "–" else ("statement", fact)))
                row += 1
            row += 1
        page.put(row, 1, f"Abkürzungen im Blatt {place}:", "legend")
        for offset, (code, name) in enumerate(names.items(), 1):
            page.put(row + offset, 1, f"{code} = {name}", "legend", says(name, "alias", code))
    return book


SHORT = {
    "Agentur für Arbeit Jena": "Arbeitsagentur Jena",
    "Volkshochschule Jena": "VHS Jena",
    "Kreisvolkshochschule Saale-Holzland": "KVHS Saale-Holzland",
    "IHK Ostthüringen zu Gera": "IHK Ostthüringen",
    "Jobcenter Saalfeld-Rudolstadt": "Jobcenter Saalfeld - Rudolstadt",
    "Handwerkskammer für Ostthüringen": "HWK Ostthüringen",
    "Akademie Saaletal gGmbH (fiktiv)": "Akademie Saaletal",
}


def praktikum(rng: Random) -> Book:
    """An intern's page: a table of services, contacts beside it, a second table below with other spellings."""
    book = Book(
        "h22_sammlung_praktikum.xlsx",
        "Sammlung",
        "Ostthüringen",
        5,
        (
            "several_tables",
            "side_table",
            "stacked_tables",
            "repeated_header",
            "spelling_variants",
            "stray_notes",
            "blanks",
        ),
        xlsx,
    )
    page = book.sheet("Tabelle1")
    for name, short in SHORT.items():
        book.also(name, short)
    actors = rng.sample(list(SHORT), 6)
    book.actors += actors
    page.put(1, 1, "alles von den Webseiten kopiert - bitte gegenlesen!!", "title")
    offers = rng.sample(["Orientierung", "Fördermittelinfo", "Lerncoaching", "Testverfahren", "Firmenservice"], 4)
    heads = ["Einrichtung", *offers]
    page.put(2, 1, "Angebote", "title", look=BOLD)
    page.line(3, 1, heads, "header", BOLD)
    page.header_rows, page.first_data_row = (3,), 4
    row = 4
    for number, actor in enumerate(actors):
        if number == 4:
            page.line(row, 1, heads, "header", BOLD)
            row += 1
        row = _marked(rng, page, row, (actor, actor), [(offer, "offers") for offer in offers])
    side = 8
    page.put(2, side, "Kontaktdaten", "title", look=BOLD)
    page.line(3, side, ["Wer", "Tel.", "Mailadresse"], "header", BOLD)
    for offset, actor in enumerate(rng.sample(actors, 4), 4):
        page.put(offset, side, rng.choice([actor, SHORT[actor], f" {actor}  "]), "label")
        page.put(offset, side + 1, phone(100 + offset), "statement", says(actor, "contact_phone", phone(100 + offset)))
        page.put(offset, side + 2, mail(f"j{offset}"), "statement", says(actor, "contact_mail", mail(f"j{offset}")))
    row += 2
    groups = rng.sample(["Beschäftigte", "Arbeitslose", "Jugendliche", "Zugewanderte"], 3)
    page.put(row, 1, rng.choice(["Zielgruppen", "Zielgruppen der Einrichtungen"]), "title", look=BOLD)
    page.line(row + 1, 1, ["Name", *groups], "header", BOLD)
    row += 2
    for actor in rng.sample(actors, 5):
        row = _marked(rng, page, row, (actor, SHORT[actor]), [(group, "serves") for group in groups])
    page.put(900, 40, None, "ignorable", look=BOLD)
    page.put(row + 1, 1, "Quelle: Internetseiten der Einrichtungen, abgerufen im Februar", "footnote")
    return book


def _marked(rng: Random, page: Sheet, row: int, actor: tuple[str, str], names: list[tuple[str, str]]) -> int:
    page.put(row, 1, actor[1], "label")
    for column, (name, predicate) in enumerate(names, 2):
        mark = rng.choice(["x", "x ", " X", "", "", "?"])
        if mark == "?":
            page.put(row, column, mark, "report")
        elif mark:
            page.put(row, column, mark, "statement", says(actor[0], predicate, name))
    return row + 1


def namen_rechts(rng: Random) -> Book:
    """A table that begins in the middle of the sheet and holds the names in its last column; two marks share a cell."""
    book = Book(
        "h23_namen_rechts.xlsx",
        "Regionale Zuständigkeit",
        "Ostthüringen",
        4,
        ("labels_right", "offset_table", "merged_title", "merged_marks", "two_row_header", "slash_names", "footnotes"),
        xlsx,
    )
    page = book.sheet("Blatt 1")
    places = rng.sample(["Jena", "Weimar", "Saale-Holzland-Kreis", "Saale-Orla-Kreis", "Gera"], 4)
    groups = rng.sample(["Beschäftigte", "Arbeitslose", "Betriebe", "Zugewanderte"], 3)
    left, top = 3, 5
    right = left + len(places) + len(groups)
    page.put(2, left, "Regionale Zuständigkeit und Zielgruppen der Beratungsstellen", "title", look=BOLD)
    page.merge(2, left, 2, right)
    page.put(top, left, rng.choice(["Regionen", "zuständig in (Kreis)"]), "group", look=BOLD)
    page.merge(top, left, top, left + len(places) - 1)
    page.put(top, left + len(places), "Zielgruppen", "group", look=BOLD)
    page.merge(top, left + len(places), top, right - 1)
    page.put(top, right, rng.choice(["Beratungsstelle", "Einrichtung"]), "header", look=BOLD)
    page.merge(top, right, top + 1, right)
    page.line(top + 1, left, places + groups, "header", Look(turned=True))
    page.header_rows, page.first_data_row = (top, top + 1), top + 2
    pool = rng.sample(THUERINGEN, 7)
    rows = [[name] for name in pool[:5]] + [pool[5:]]
    star = rng.randrange(5)
    for number, names in enumerate(rows):
        row, facts = top + 2 + number, list[Fact]()
        book.actors += names
        label = " / ".join(names) + ("¹" if number == star else "")
        if number == star:
            book.also(names[0], label)
            facts = [says(names[0], "remark", "zieht im Sommer um")]
        page.put(row, right, label, "statement" if facts else "label", *facts)
        column, wide = left, rng.randrange(left, left + len(places) - 1) if rng.random() < 0.5 else 0
        while column < right:
            spread = 2 if column == wide else 1
            spanned = (places + groups)[column - left : column - left + spread]
            if spread == 2 or rng.random() < 0.55:
                said = [
                    says(name, "active_in" if one in places else "serves", one) for name in names for one in spanned
                ]
                page.put(row, column, rng.choice(["x", "X", "✓"]), "statement", *said)
                page.merge(row, column, row, column + spread - 1)
            column += spread
    page.put(top + 3 + len(rows), left, "¹ zieht im Sommer um", "footnote")
    return book


AUTHORS = (verweiskreuz, zwei_kreise, praktikum, namen_rechts)
