"""More offices: an actor data base with many columns, counties above offers, tags for machines, a DOS list, a cross table."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from tests.loaders.matrix.authors.bogen import FRIESLAND
from tests.loaders.matrix.authors.book import BOLD, Book, Look, says
from tests.loaders.matrix.authors.office import xls, xlsx
from tests.loaders.matrix.authors.plain import separated
from tests.loaders.matrix.authors.words import SAAR, SCHWABEN, THUERINGEN, kind_of, limited, mail, phone


def akteursdatenbank(rng: Random) -> Book:
    """A county's actor data base: place, name, kind and contacts first, then very many narrow columns with a lone x."""
    book = Book(
        "h33_akteursdatenbank.xlsx",
        "Akteursdatenbank",
        "Schwaben",
        4,
        (
            "wide_table",
            "contact_columns",
            "multiline_address",
            "turned_headers",
            "hyperlinks",
            "editor_initials",
            "help_sheet",
        ),
        xlsx,
    )
    page = book.sheet("Akteure")
    heads = ["Ort", "Name der Einrichtung", "Art", "Kontakt (Funktion)", "Adresse", "Telefon", "Mail", "Internet"]
    page.line(1, 1, heads, "header", BOLD)
    groups = ["Arbeitslose", "Beschäftigte", "Betriebe", "Eltern", "Jugendliche", "Neuzugewanderte", "Ältere"]
    offers = [
        "Beratung zu Abschlüssen",
        "Bewerbungshilfe",
        "Gruppenkurse",
        "Hausbesuche",
        "Kompetenzbilanz",
        "Sprachkurse",
    ]
    themes = ["Alphabetisierung", "Digitales", "Gesundheit", "Umwelt"]
    column, places = 9, {}
    for title, predicate, names in (
        (rng.choice(["Zielgruppe", "für wen"]), "serves", groups),
        (rng.choice(["Angebotsart", "Angebote"]), "offers", offers),
        ("Themen", "covers_theme", themes),
    ):
        page.put(1, column, title, "group", look=BOLD)
        page.merge(1, column, 1, column + len(names) - 1)
        for name in names:
            page.put(2, column, name, "header", look=Look(turned=True))
            places[column] = (predicate, name)
            column += 1
    page.put(2, column, "Kürzel Bearbeiter/in", "header")
    page.header_rows, page.first_data_row = (1, 2), 3
    for number, actor in enumerate(rng.sample(SCHWABEN, 7)):
        row = 3 + number
        book.actors.append(actor)
        town = rng.choice(["Kempten", "Lindau", "Memmingen", "Sonthofen"])
        kind = kind_of(actor, "Behörde", "Kammer", "Bildungsträger")
        desk, street = rng.choice(["Leitung", "Information", "Fachbereich Weiterbildung"]), f"Am Markt {number + 1}"
        call, box, site = phone(180 + number), mail(f"adb{number}"), f"https://adb{number}.example.org"
        page.put(row, 1, town, "statement", says(actor, "active_in", town, accept=[{"predicate": "address"}]))
        page.put(row, 2, actor, "label")
        page.put(row, 3, kind, "statement", says(actor, "has_type", kind))
        page.put(row, 4, desk, "statement", says(actor, "contact_name", desk))
        page.put(
            row,
            5,
            f"{street}\n8743{number} {town}",
            "statement",
            says(actor, "address", f"{street} 8743{number} {town}"),
        )
        book.also(f"{street} 8743{number} {town}", f"{street}, 8743{number} {town}")
        page.put(row, 6, call, "statement", says(actor, "contact_phone", call, contact=desk))
        page.put(row, 7, box, "statement", says(actor, "contact_mail", box, contact=desk))
        page.put(row, 8, "zur Seite", "statement", says(actor, "website", site), look=Look(link=site))
        for where, (predicate, name) in places.items():
            if rng.random() < 0.3:
                page.put(row, where, "x", "statement", says(actor, predicate, name))
        clerk = rng.choice(["kb", "ms"])
        page.put(
            row, column, clerk, "either", says(actor, "other", clerk, optional=True, column="Kürzel Bearbeiter/in")
        )
    guide = book.sheet("Anleitung", "notes")
    for row, text in enumerate(("So füllen Sie die Tabelle aus:", "Bitte nur Spalten mit x ausfüllen.", "Danke!"), 1):
        guide.put(row, 1, text, "ignorable")
    return book


def kreise_oben(rng: Random) -> Book:
    """Counties as upper headers, the same offers under each; ditto signs stand for the mark above them."""
    book = Book(
        "h34_angebote_je_landkreis.xls",
        "Angebote je Landkreis",
        "Ostfriesland",
        4,
        (
            "xls",
            "group_header_is_region",
            "merged_header",
            "ditto",
            "dated_notes",
            "pointers",
            "error_values",
            "totals",
        ),
        xls,
    )
    page = book.sheet("Angebote")
    counties = rng.sample(["Landkreis Aurich", "Landkreis Leer", "Landkreis Wittmund", "Stadt Emden"], 3)
    offers = rng.sample(["Berufsberatung", "Lernberatung", "Fördermittelinfo", "Gründungsberatung"], 3)
    page.put(1, 1, "Welche Angebote gibt es wo?", "title", look=BOLD)
    page.put(2, 1, rng.choice(["Anbieter", "Träger"]), "header", look=BOLD)
    page.merge(2, 1, 3, 1)
    for number, county in enumerate(counties):
        page.put(2, 2 + 3 * number, county, "group", look=BOLD)
        page.merge(2, 2 + 3 * number, 2, 4 + 3 * number)
        page.line(3, 2 + 3 * number, offers, "header")
    page.header_rows, page.first_data_row = (2, 3), 4
    marks: dict[str, dict[str, Any]] = {
        "x": {},
        "ab 01.09.2026": {"valid_from": "2026-09-01"},
        "bis 31.12.2026": {"valid_until": "2026-12-31"},
        "nach Vereinbarung": {"note": "nach Vereinbarung"},
        "Ü50": limited("Ü50"),
    }
    above: dict[int, dict[str, Any]] = {}
    for row, actor in enumerate(rng.sample(FRIESLAND, 7), 4):
        book.actors.append(actor)
        page.put(row, 1, actor, "label")
        for number, county in enumerate(counties):
            for offset, offer in enumerate(offers):
                column = 2 + 3 * number + offset
                drawn = rng.choice([*marks, "x", "x", "", "", "", '"', "dto.", "–", "s. KVHS", "unklar"])
                if drawn in ('"', "dto.") and column not in above:
                    drawn = "x"
                if drawn in ("s. KVHS", "unklar"):
                    page.put(row, column, drawn, "report")
                elif drawn == "–":
                    page.put(row, column, drawn, "negative")
                elif drawn:
                    above[column] = marks.get(drawn, above.get(column, {}))
                    page.put(
                        row, column, drawn, "statement", says(actor, "offers", offer, region=county, **above[column])
                    )
    return book


def maschinenlesbar(rng: Random) -> Book:
    """An English list for machines: a line of hashtags between the headers and the data."""
    book = Book(
        "h35_who_does_what.csv",
        "Who does what where",
        "Saarland",
        3,
        ("csv", "comma", "english", "hxl_tags", "tidy_list", "iso_dates", "lists_in_cells"),
        separated(",", "utf-8", "\n"),
    )
    page = book.sheet("", "list")
    heads = ["Organisation", "Type", "Services", "Target group", "Topic", "District", "Contact email", "Last updated"]
    tags = ["#org", "#org+type", "#service", "#targeted", "#sector", "#adm2", "#contact+email", "#date+updated"]
    page.line(1, 1, heads, "header")
    page.line(2, 1, tags, "header")
    page.header_rows, page.first_data_row = (1, 2), 3
    for number, actor in enumerate(rng.sample(SAAR, 7)):
        row = 3 + number
        book.actors.append(actor)
        page.put(row, 1, actor, "label")
        kind = kind_of(actor, "public agency", "chamber", "training provider")
        page.put(row, 2, kind, "statement", says(actor, "has_type", kind))
        for column, predicate, pool in (
            (3, "offers", ["Career advice", "Language courses", "Skills audit", "Mentoring"]),
            (4, "serves", ["Employees", "Jobseekers", "Refugees", "Returners"]),
            (5, "covers_theme", ["Digital skills", "Green jobs", "Care"]),
            (6, "active_in", ["Saarlouis", "Neunkirchen", "St. Wendel"]),
        ):
            own = rng.sample(pool, rng.choice([1, 1, 2]))
            page.put(row, column, "; ".join(own), "statement", *(says(actor, predicate, one) for one in own))
        page.put(row, 7, mail(f"www{number}"), "statement", says(actor, "contact_mail", mail(f"www{number}")))
        day = date(2025, rng.randint(1, 5), rng.randint(1, 28)).isoformat()
        page.put(row, 8, day, "statement", says(actor, "last_checked", day))
    return book


def dosliste(rng: Random) -> Book:
    """A list of an old program in the letters of DOS, the sheet's kind only in its title, yes and no as words."""
    book = Book(
        "h36_liste_alt.csv",
        "Zielgruppen der Beratungsstellen",
        "Ostthüringen",
        3,
        ("csv", "cp850", "semicolon", "title_names_kind", "yes_no_words", "umlauts"),
        separated(";", "cp850"),
    )
    page = book.sheet("")
    groups = rng.sample(["Beschäftigte", "Führungskräfte", "Jüngere", "Ältere", "Geflüchtete", "Rückkehrer"], 4)
    page.put(1, 1, "Zielgruppen der Beratungsstellen in Ostthüringen", "title")
    page.put(3, 1, "Beratungsstelle", "header")
    page.line(3, 2, groups, "header")
    page.header_rows, page.first_data_row = (3,), 4
    for row, actor in enumerate(rng.sample(THUERINGEN, 8), 4):
        book.actors.append(actor)
        page.put(row, 1, actor, "label")
        for column, group in enumerate(groups, 2):
            mark = rng.choice(["ja", "ja", "nein", "", "nur für Frauen", "ungeklärt"])
            if mark in ("nein", "ungeklärt"):
                page.put(row, column, mark, "negative" if mark == "nein" else "report")
            elif mark:
                note = "" if mark == "ja" else mark
                page.put(row, column, mark, "statement", says(actor, "serves", group, note=note))
    return book


def kreuztabelle(rng: Random) -> Book:
    """Partners across; down the side people and, within them, what there is for them, each group written once."""
    book = Book(
        "h37_kreuztabelle.xlsx",
        "Kreuztabelle",
        "Ostthüringen",
        4,
        (
            "transposed",
            "two_label_columns",
            "blank_as_above",
            "side_group_is_dimension",
            "mixed_marks",
            "separator_rows",
        ),
        xlsx,
    )
    page = book.sheet("Kreuztabelle", "matrix", "actors_in_columns")
    actors = rng.sample(THUERINGEN, 6)
    book.actors += actors
    page.put(1, 1, "Was gibt es für wen bei wem?", "title", look=BOLD)
    page.line(3, 1, [rng.choice(["Zielgruppe", "Personenkreis"]), rng.choice(["Angebot", "Leistung"])], "header", BOLD)
    page.line(3, 3, actors, "header", Look(turned=True))
    page.header_rows, page.first_data_row = (3,), 4
    row = 4
    offers = ["Erstgespräch", "Kurs", "Begleitung", "Praktikum", "Prüfungsgebühr-Zuschuss", "Infoabend"]
    for group in rng.sample(["Beschäftigte", "Arbeitslose", "Geflüchtete", "Betriebe"], 3):
        for position, offer in enumerate(rng.sample(offers, rng.choice([2, 3]))):
            if position == 0:
                page.put(row, 1, group, "label", look=BOLD)
            page.put(row, 2, offer, "label")
            for column, actor in enumerate(actors, 3):
                mark = rng.choice(["x", "✓", "", "", "nein", "auf Anfrage", "?"])
                if mark in ("nein", "?"):
                    page.put(row, column, mark, "negative" if mark == "nein" else "report")
                elif mark:
                    more = limited(mark) if mark == "auf Anfrage" else {}
                    page.put(row, column, mark, "statement", says(actor, "offers", offer, target_group=group, **more))
            row += 1
        row += 1
    return book


AUTHORS = (akteursdatenbank, kreise_oben, maschinenlesbar, dosliste, kreuztabelle)
