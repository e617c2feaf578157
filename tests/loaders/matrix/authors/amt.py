"""Public offices: a clerk of a Kreis, an adviser of an Agentur, a consultant of a Regionalagentur, an officer of a chamber."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from tests.loaders.matrix.authors.book import BOLD, Book, Fact, Look, says
from tests.loaders.matrix.authors.office import xls, xlsx
from tests.loaders.matrix.authors.plain import separated
from tests.loaders.matrix.authors.words import SAAR, limited

OSTFRIESLAND = {
    "Kommunale Träger": ["KVHS Aurich", "KVHS Norden", "VHS Leer", "Volkshochschule Emden", "Zentrum für Arbeit Leer"],
    "Kammern und Verbände": [
        "IHK für Ostfriesland und Papenburg",
        "Handwerkskammer für Ostfriesland",
        "Arbeitgeberverband Ostfriesland und Papenburg",
    ],
    "Freie Träger": [
        "Ländliche Erwachsenenbildung Ostfriesland",
        "Wiekenwerk gGmbH (fiktiv)",
        "Bildungshof Krummhörn e. V. (fiktiv)",
        "Europahaus Aurich",
    ],
}


def kreis(rng: Random) -> Book:
    """J and N under turned headers, actors in blocks by kind, sums below, what the letters mean at the very end."""
    book = Book(
        "h01_kreisuebersicht.xls",
        "Übersicht Weiterbildungsberatung",
        "Ostfriesland",
        3,
        (
            "xls",
            "title_rows",
            "two_row_header",
            "section_rows",
            "coded_marks",
            "legend_row",
            "totals",
            "running_number",
        ),
        xls,
    )
    page = book.sheet("Tabelle1")
    groups = rng.sample(
        ["Beschäftigte", "Arbeitslose", "Berufsrückkehrer/innen", "Zugewanderte", "Personen über 50", "Selbstständige"],
        4,
    )
    offers = rng.sample(
        [
            "Orientierungsgespräch",
            "Fördermittelberatung",
            "Profiling",
            "Lernberatung",
            "Anerkennungsberatung",
            "Grundbildungsberatung",
        ],
        4,
    )
    page.put(1, 1, "Landkreis Leer · Amt für Bildung", "title", look=BOLD)
    page.put(2, 1, "Übersicht der Weiterbildungsberatung in Ostfriesland (Entwurf)", "title")
    top = 4
    for column, text in ((1, "lfd. Nr."), (2, rng.choice(["Träger / Einrichtung", "Stelle", "Institution"]))):
        page.put(top, column, text, "header", look=BOLD)
        page.merge(top, column, top + 1, column)
    first, second = 3, 3 + len(groups)
    remark, initials = second + len(offers), second + len(offers) + 1
    page.put(top, first, rng.choice(["Personenkreis", "Personengruppen"]), "group", look=BOLD)
    page.merge(top, first, top, second - 1)
    page.put(top, second, rng.choice(["Leistungen", "Beratungsangebot"]), "group", look=BOLD)
    page.merge(top, second, top, remark - 1)
    page.put(top, remark, "Anmerkungen", "header", look=BOLD)
    page.put(top, initials, "bearb. von", "header")
    page.line(top + 1, first, groups + offers, "header", Look(turned=True))
    page.header_rows, page.first_data_row = (top, top + 1), top + 2
    remarks = ["auch Hausbesuche", "barrierefreier Zugang", "Termine nur vormittags", "zieht im Herbst um"]
    row, number, sums = top + 2, 0, [0] * (len(groups) + len(offers))
    for kind, pool in OSTFRIESLAND.items():
        actors = rng.sample(pool, min(len(pool), rng.choice([2, 3, 4])))
        page.put(row, 1, kind, "section", *(says(a, "has_type", kind) for a in actors), look=BOLD)
        page.merge(row, 1, row, initials)
        for actor in actors:
            row, number = row + 1, number + 1
            book.actors.append(actor)
            page.put(row, 1, number, "ignorable")
            page.put(row, 2, actor, "label")
            for offset, name in enumerate(groups + offers):
                mark = rng.choice(["J", "J", "N", "z. T.", "", ""])
                sums[offset] += mark == "J"
                fact = says(actor, "serves" if name in groups else "offers", name, meaning=MEANING.get(mark, ""))
                if mark:
                    role, facts = ("negative", ()) if mark == "N" else ("statement", (fact,))
                    page.put(row, first + offset, mark, role, *facts)
            if rng.random() < 0.5:
                text = rng.choice(remarks)
                page.put(row, remark, text, "statement", says(actor, "remark", text))
            clerk = rng.choice(["Hf", "De", "Jan"])
            page.put(row, initials, clerk, "either", says(actor, "other", clerk, optional=True, column="bearb. von"))
        row += 1
    page.put(row, 2, "Anzahl J", "total", look=BOLD)
    page.line(row, first, sums, "total", BOLD)
    page.put(row + 2, 2, "J = ja, N = nein, z. T. = nur einzelne Termine, vorher anrufen", "legend")
    return book


MEANING = {"z. T.": "nur einzelne Termine, vorher anrufen"}
SCHWERIN = {
    "AA": "Agentur für Arbeit Schwerin",
    "JC SN": "Jobcenter Schwerin",
    "JC LUP": "Jobcenter Ludwigslust-Parchim",
    "IHK": "IHK zu Schwerin",
    "HWK": "Handwerkskammer Schwerin",
    "KVHS": "Kreisvolkshochschule Ludwigslust-Parchim",
    "BWE": "Bildungswerk Elde (fiktiv)",
    "FBN": "Frauenbildungsnetz Mecklenburg",
}


def wegweiser(rng: Random) -> Book:
    """Where to go with which matter: short names of the places in the cells, what they stand for beside the table."""
    book = Book(
        "h02_wohin_bei.xlsx",
        "Wohin bei …?",
        "Westmecklenburg",
        4,
        ("actors_in_cells", "lists_in_cells", "abbreviations", "side_legend", "restrictions_in_cell", "unknown_marks"),
        xlsx,
    )
    page = book.sheet("Wegweiser", "cellnames", "offers_in_rows")
    short = list(SCHWERIN)
    for code, name in SCHWERIN.items():
        book.also(name, code)
    matters = rng.sample(
        [
            "Berufliche Neuorientierung",
            "Anerkennung ausländischer Abschlüsse",
            "Nachholen eines Berufsabschlusses",
            "Finanzierung einer Weiterbildung",
            "Rückkehr nach der Elternzeit",
            "Lesen und Schreiben für Erwachsene",
            "Existenzgründung",
            "Aufstieg zur Meisterin / zum Meister",
            "Qualifizierung während Kurzarbeit",
        ],
        7,
    )
    page.put(2, 2, "Wohin bei …? Kleiner Wegweiser für das Eingangsgespräch", "title", look=BOLD)
    heads = [
        "Beratungsanlass",
        rng.choice(["zuerst anrufen bei", "erste Anlaufstelle"]),
        "weitere Stellen",
        "Rufnummer (erste Stelle)",
    ]
    page.line(4, 2, heads, "header", BOLD)
    page.header_rows, page.first_data_row = (4,), 5
    phones = {code: f"0221 4710-{310 + number}" for number, code in enumerate(short)}
    used: list[str] = []
    open_row, none_row = rng.sample(range(len(matters)), 2)
    for offset, matter in enumerate(matters):
        row = 5 + offset
        page.put(row, 2, matter, "label")
        main, *others = rng.sample(short, rng.choice([2, 3, 3]))
        used.append(main)
        page.put(row, 3, main, "statement", says(SCHWERIN[main], "offers", matter))
        page.equal((row, 2), (row, 3))
        page.put(row, 5, phones[main], "statement", says(SCHWERIN[main], "contact_phone", phones[main]))
        if offset == open_row:
            page.put(row, 4, rng.choice(["noch offen", "wird noch abgestimmt", "???"]), "report")
        elif offset == none_row:
            page.put(row, 4, rng.choice(["–", "keine", "---"]), "negative")
        else:
            used += others
            notes = {code: rng.choice(["", "", "nur SGB II", "mit Termin", "ab 25"]) for code in others}
            text = rng.choice(["; ", "\n", " / "]).join(c + (f" ({note})" if note else "") for c, note in notes.items())
            facts = [says(SCHWERIN[c], "offers", matter, **limited(note)) for c, note in notes.items()]
            page.put(row, 4, text, "statement", *facts)
    page.put(4, 7, "Abkürzungen", "legend", look=BOLD)
    for offset, code in enumerate(short):
        page.put(5 + offset, 7, code, "statement", says(SCHWERIN[code], "alias", code))
        page.put(5 + offset, 8, SCHWERIN[code], "label")
        page.equal((5 + offset, 8), (5 + offset, 7))
    book.actors = sorted({SCHWERIN[code] for code in used})
    book.optional_actors = list(SCHWERIN.values())
    return book


COBURG = {
    "AA BaCo": "Agentur für Arbeit Bamberg-Coburg",
    "JC KC": "Jobcenter Landkreis Kronach",
    "JC CO": "Jobcenter Coburg Stadt",
    "IHK": "IHK zu Coburg",
    "HWK": "Handwerkskammer für Oberfranken",
    "VHS": "Volkshochschule Kreis Kronach",
    "bfz": "bfz Coburg",
    "LW": "Lernwerk Rodachtal (fiktiv)",
}


def deckung(rng: Random) -> Book:
    """Who reaches which people with which theme: names in the cells, some over two themes, gaps said in words."""
    book = Book(
        "h03_abdeckung.xlsx",
        "Abdeckungsmatrix",
        "Oberfranken",
        4,
        ("actors_in_cells", "group_by_theme", "legend_sheet", "abbreviations", "merged_marks", "restrictions_in_cell"),
        xlsx,
    )
    page = book.sheet("Abdeckung", "cellnames", "target_groups_in_rows")
    groups = rng.sample(
        [
            "Beschäftigte ohne Abschluss",
            "Arbeitslose",
            "Ältere ab 55",
            "Geflüchtete",
            "Eltern in Elternzeit",
            "Kleinstbetriebe",
        ],
        5,
    )
    themes = rng.sample(["Digitalisierung", "Pflege", "Grundbildung", "Energiewende", "Führung", "Deutsch im Beruf"], 4)
    page.put(1, 1, "Abdeckungsmatrix der Regionalagentur – wer erreicht wen womit?", "title", look=BOLD)
    page.put(
        3, 1, rng.choice(["Zielgruppe \\ Thema", "Zielgruppe / Thema", "Zielgruppe ↓  Thema →"]), "header", look=BOLD
    )
    page.line(3, 2, themes, "header", BOLD)
    page.header_rows, page.first_data_row = (3,), 4
    for code, name in COBURG.items():
        book.also(name, code)
    used: set[str] = set()
    wide = rng.sample(range(len(groups)), 2)
    for offset, group in enumerate(groups):
        row, column = 4 + offset, 2
        page.put(row, 1, group, "label")
        start = rng.randrange(2, len(themes) + 1) if offset in wide else 0
        while column < 2 + len(themes):
            spread = themes[column - 2 : column] if column == start else themes[column - 2 : column - 1]
            draw = "name" if column == start else rng.choice(["name", "name", "name", "none", "open", ""])
            if draw == "name":
                codes = rng.sample(list(COBURG), rng.choice([1, 2, 2, 3]))
                used |= set(codes)
                note = rng.choice(["", "", "nur SGB II", "auf Anfrage", "bis 35 J."])
                text = ", ".join(codes) + (f" ({note})" if note else "")
                facts = [
                    says(COBURG[c], "serves", group, theme=theme, **limited(note if c == codes[-1] else ""))
                    for c in codes
                    for theme in spread
                ]
                page.put(row, column, text, "statement", *facts)
                page.merge(row, column, row, column + len(spread) - 1)
            elif draw == "none":
                page.put(row, column, rng.choice(["niemand", "–", "keine"]), "negative")
            elif draw == "open":
                page.put(row, column, rng.choice(["?", "in Klärung", "siehe Protokoll vom Mai"]), "report")
            column += len(spread)
    key = book.sheet("Kürzel", "legend")
    key.header_rows = (1,)
    key.line(1, 1, ["Kürzel", "ausgeschrieben"], "header", BOLD)
    for row, (code, name) in enumerate(COBURG.items(), 2):
        key.put(row, 1, code, "statement", says(name, "alias", code))
        key.put(row, 2, name, "label")
        key.equal((row, 2), (row, 1))
    book.actors = sorted(COBURG[code] for code in used)
    book.optional_actors = list(COBURG.values())
    return book


def verweisliste(rng: Random) -> Book:
    """A list of agreed referrals; the sender is written once, the rows below it are left blank."""
    book = Book(
        "h04_verweisabsprachen.csv",
        "Verweisabsprachen",
        "Saarland",
        3,
        ("csv", "cp1252", "semicolon", "edge_list", "blank_as_above", "german_dates", "title_rows", "contacts"),
        separated(";", "cp1252"),
    )
    page = book.sheet("", "edges")
    page.put(1, 1, "Verweisabsprachen der HWK-Projektstelle (Stand 03/2025)", "title")
    heads = [
        rng.choice(["Wer verweist?", "verweisende Stelle"]),
        rng.choice(["An wen?", "verweist an"]),
        rng.choice(["Bei welchem Anliegen?", "Anlass"]),
        rng.choice(["Art der Übergabe", "Wie wird übergeben?"]),
        "vereinbart am",
        "Ansprechstelle dort",
        "Durchwahl",
    ]
    page.line(3, 1, heads, "header")
    page.header_rows, page.first_data_row = (3,), 4
    desks = {actor: f"{rng.choice(['Team', 'Servicestelle', 'Sekretariat'])} {n}" for n, actor in enumerate(SAAR, 1)}
    phones = {actor: f"0221 4710-{420 + n}" for n, actor in enumerate(SAAR)}
    row = 4
    for actor in rng.sample(SAAR, 5):
        targets = rng.sample([other for other in SAAR if other != actor], rng.choice([1, 2, 3]))
        for number, target in enumerate(targets):
            said: dict[str, Any] = {
                "occasion": rng.choice(
                    ["Meisterprüfung", "Bürgergeld beantragt", "Abschluss aus dem Ausland", "Schulden"]
                ),
                "mode": rng.choice(["Termin wird vereinbart", "Kontaktdaten mitgegeben", "gemeinsames Gespräch", ""]),
                "agreed_on": rng.choice([date(2024, 11, 7), date(2025, 2, 3), date(2023, 6, 19)]).isoformat(),
            }
            if number == 0:
                page.put(row, 1, actor, "label")
                page.equal((row, 1), (row, 2))
            page.put(row, 2, target, "statement", says(actor, "refers_to", target, **said))
            page.put(row, 3, str(said["occasion"]), "qualifier")
            if said["mode"]:
                page.put(row, 4, str(said["mode"]), "qualifier")
            page.put(row, 5, date.fromisoformat(str(said["agreed_on"])), "qualifier")
            page.put(row, 6, desks[target], "statement", says(target, "contact_name", desks[target]))
            phone: Fact = says(target, "contact_phone", phones[target], contact=desks[target])
            page.put(row, 7, phones[target], "statement", phone)
            book.actors += [actor, target]
            row += 1
    page.put(row + 1, 1, "Alle Absprachen gelten bis auf Widerruf.", "footnote")
    return book


AUTHORS = (kreis, wegweiser, deckung, verweisliste)
