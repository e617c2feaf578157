"""People who paste: a table of a wiki, one fact a line, short headers over contacts, a list with everything in it."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from tests.loaders.matrix.authors.bogen import FRIESLAND
from tests.loaders.matrix.authors.book import BOLD, Book, Look, says
from tests.loaders.matrix.authors.office import xlsx
from tests.loaders.matrix.authors.plain import separated
from tests.loaders.matrix.authors.projekt import MECKLENBURG
from tests.loaders.matrix.authors.words import THUERINGEN, kind_of, limited, mail, phone


def wikitabelle(rng: Random) -> Book:
    """A table copied from a wiki: bars at both ends, a line of dashes under the header, signs with words."""
    book = Book(
        "h29_wikitabelle.txt",
        "Netzwerk-Wiki",
        "Ostthüringen",
        4,
        ("txt", "markdown_table", "dashes_row", "padded_cells", "lists_in_cells", "negative_words", "utf8"),
        separated("|", "utf-8", "\n", closed=True),
    )
    page = book.sheet("", "list")
    heads = [
        "Partner",
        rng.choice(["Wir bieten", "Angebote"]),
        rng.choice(["Adressaten", "Zielgruppen"]),
        "Raum",
        "Stand",
    ]
    for column, head in enumerate(heads, 1):
        page.put(1, column, f" {head} ", "header")
        page.put(2, column, "-" * (len(head) + 2), "ignorable")
    page.header_rows, page.first_data_row = (1,), 3
    offers = ["Beratung zu Teilqualifikationen", "Lernorte", "Bildungsfahrten", "Werkstattkurse", "Online-Sprechstunde"]
    groups = ["Auszubildende", "Beschäftigte", "Ehrenamtliche", "Ältere", "Arbeitslose"]
    for row, actor in enumerate(rng.sample(THUERINGEN, 6), 3):
        book.actors.append(actor)
        page.put(row, 1, f" {actor} ", "label")
        for column, predicate, pool in (
            (2, "offers", offers),
            (3, "serves", groups),
            (4, "active_in", ["Jena", "Weimar", "Saale-Orla-Kreis"]),
        ):
            draw = rng.random()
            if draw < 0.1:
                page.put(row, column, " – ", "negative")
            elif draw < 0.2:
                page.put(row, column, rng.choice([" folgt ", " ? "]), "report")
            else:
                own = rng.sample(pool, rng.choice([1, 2, 3]))
                page.put(row, column, f" {', '.join(own)} ", "statement", *(says(actor, predicate, one) for one in own))
        day = date(2025, rng.randint(1, 4), rng.randint(1, 28))
        shown = rng.choice([day.strftime("%d.%m.%y"), day.strftime("%d.%m.%Y")])
        page.put(row, 5, f" {shown} ", "statement", says(actor, "last_checked", day.isoformat()))
    return book


def ein_fakt_je_zeile(rng: Random) -> Book:
    """One fact a line: who, what kind of fact, its value; the kind says what the value means."""
    book = Book(
        "h30_ein_fakt_je_zeile.csv",
        "Merkmalsliste",
        "Mecklenburg",
        5,
        (
            "csv",
            "semicolon",
            "entity_attribute_value",
            "tidy_list",
            "contacts",
        ),
        separated(";", "utf-8"),
    )
    page = book.sheet("", "facts")
    page.line(1, 1, ["Einrichtung", rng.choice(["Merkmal", "Kategorie"]), rng.choice(["Ausprägung", "Wert"])], "header")
    page.header_rows, page.first_data_row = (1,), 2
    kinds = {
        "Angebot": ("offers", ["Anpassungsqualifizierung", "Gruppencoaching", "Infotage", "Kursberatung"]),
        "Zielgruppe": ("serves", ["Beschäftigte", "Arbeitslose", "Fachkräfte aus dem Ausland", "Schulabgänger"]),
        "Region": ("active_in", ["Rostock", "Landkreis Rostock", "Schwerin"]),
        "Thema": ("covers_theme", ["Digitalisierung", "Pflege", "Tourismus"]),
    }
    row = 2
    for number, actor in enumerate(rng.sample(MECKLENBURG, 5)):
        book.actors.append(actor)
        lines = [
            (kind, predicate, value)
            for kind, (predicate, values) in kinds.items()
            for value in rng.sample(values, rng.choice([0, 1, 2]))
        ]
        lines.append(("Telefon", "contact_phone", phone(240 + number)))
        lines.append(("E-Mail", "contact_mail", mail(f"fakt{number}")))
        for kind, predicate, value in lines:
            page.put(row, 1, actor, "label")
            page.equal((row, 1), (row, 3))
            page.put(row, 2, kind, "qualifier")
            page.put(row, 3, value, "statement", says(actor, predicate, value))
            row += 1
    return book


def kurzkopf(rng: Random) -> Book:
    """Short headers in two lines, contacts as a block of columns, restrictions and counts mixed into the crosses."""
    book = Book(
        "h31_kurzkopf.xlsx",
        "Partnerübersicht",
        "Ostfriesland",
        4,
        (
            "abbreviated_headers",
            "contact_group_header",
            "two_row_header",
            "blank_column",
            "date_restrictions",
            "doubtful_marks",
        ),
        xlsx,
    )
    page = book.sheet("Übers.")
    groups = rng.sample(["Besch.", "Alo", "Alleinerz.", "Gefl.", "KMU"], 4)
    full = {"Besch.": "Beschäftigte", "Alo": "Arbeitslose", "Alleinerz.": "Alleinerziehende", "Gefl.": "Geflüchtete"}
    heads = {2: "Ansprechst.", 3: "Tel.-Nr.", 4: "Mail"}
    page.put(1, 1, "Partner-\nübersicht", "title", look=BOLD)
    page.put(3, 1, "Einr.", "header", look=BOLD)
    page.merge(3, 1, 4, 1)
    page.put(3, 2, "Kontakt", "group", look=BOLD)
    page.merge(3, 2, 3, 4)
    page.put(3, 6, rng.choice(["Zielgr.", "ZG"]), "group", look=BOLD)
    page.merge(3, 6, 3, 5 + len(groups))
    for column, head in heads.items():
        page.put(4, column, head, "header")
    page.line(4, 6, groups, "header")
    page.header_rows, page.first_data_row = (3, 4), 5
    for code in groups:
        if code in full:
            book.also(full[code], code)
    row = 5
    for number, actor in enumerate(rng.sample(FRIESLAND, 7)):
        book.actors.append(actor)
        page.put(row, 1, actor, "label")
        desk = rng.choice(["Info-Theke", "Team 1", "Fachdienst Bildung"])
        page.put(row, 2, desk, "statement", says(actor, "contact_name", desk))
        call = says(actor, "contact_phone", phone(260 + number), contact=desk)
        page.put(row, 3, int(phone(260 + number).replace(" ", "").replace("-", "")), "statement", call)
        page.put(
            row, 4, mail(f"kurz{number}"), "statement", says(actor, "contact_mail", mail(f"kurz{number}"), contact=desk)
        )
        for column, code in enumerate(groups, 6):
            name = full.get(code, code)
            mark = rng.choice(
                ["x", "x", "", "(x)", "ab 01.10.2026", "seit 2024", "nur SGB II", "unter 30", "evtl.", "0"]
            )
            if mark in ("evtl.", "0"):
                page.put(row, column, mark, "report" if mark == "evtl." else "negative")
            elif mark:
                page.put(row, column, mark, "statement", says(actor, "serves", name, **MARKS.get(mark, {"note": mark})))
        row += 1
    key = [f"{short} = {long}" for short, long in full.items() if short in groups]
    for offset, text in enumerate(key, 1):
        short, long = text.split(" = ")
        page.put(row + offset, 1, text, "legend", says(long, "alias", short))
    return book


MARKS: dict[str, dict[str, Any]] = {
    "x": {},
    "(x)": {"uncertain": True},
    "ab 01.10.2026": {"valid_from": "2026-10-01"},
    "nur SGB II": limited("nur SGB II"),
    "unter 30": limited("unter 30"),
}


def stichpunkte(rng: Random) -> Book:
    """A project officer's list: many things in a cell, numbered or with bars, restrictions behind single items."""
    book = Book(
        "h32_stichpunkte.xlsx",
        "Partnerprofile",
        "Mecklenburg",
        4,
        (
            "tidy_list",
            "mixed_separators",
            "numbered_items",
            "restrictions_behind_items",
            "alias_column",
            "referral_column",
        ),
        xlsx,
    )
    page = book.sheet("Profile", "list")
    heads = [
        "Nr.",
        rng.choice(["Akteur", "Netzwerkpartner"]),
        rng.choice(["Kürzel", "Abk."]),
        rng.choice(["Rechtsform/Art", "Sparte"]),
        rng.choice(["Leistungen", "Beratungsangebote"]),
        rng.choice(["Adressaten", "Personengruppen"]),
        "Themen",
        rng.choice(["verweist an", "Verweis an (Partner)"]),
        "Bemerkungen",
    ]
    page.line(1, 1, heads, "header", BOLD)
    page.header_rows, page.first_data_row = (1,), 2
    codes = dict(zip(MECKLENBURG, ["AA HRO", "HJC", "JC LRO", "IHK", "HWK", "VHS HRO", "WA", "FTZ", "UV"], strict=True))
    actors = rng.sample(MECKLENBURG, 6)
    for name in actors:
        book.also(name, codes[name])
    offers = ["Lotsendienst", "Kursangebot", "Arbeitgeberservice", "Nachqualifizierung", "Sprechtag", "Lernplattform"]
    groups = ["Beschäftigte", "Arbeitslose", "Rückkehrende", "Menschen ohne Abschluss", "Betriebe"]
    for number, actor in enumerate(actors, 1):
        row = 1 + number
        book.actors.append(actor)
        page.put(row, 1, number, "ignorable")
        page.put(row, 2, actor, "label")
        page.put(row, 3, codes[actor], "statement", says(actor, "alias", codes[actor]))
        kind = kind_of(actor, "Behörde", "Körperschaft", rng.choice(["Verein", "Träger"]))
        page.put(row, 4, kind, "statement", says(actor, "has_type", kind))
        own, note = rng.sample(offers, 3), rng.choice(["", "auf Anfrage", "ab 25"])
        shown = [*own[:2], own[2] + (f" ({note})" if note else "")]
        style = rng.choice(["1. {}\n2. {}\n3. {}", "{} | {} | {}", "+ {}\n+ {}\n+ {}", "{}, {} und {}"])
        facts = [says(actor, "offers", one, **(limited(note) if one == own[2] and note else {})) for one in own]
        page.put(row, 5, style.format(*shown), "statement", *facts)
        some = rng.sample(groups, 2)
        text = rng.choice([" sowie ", " / ", "; "]).join(some)
        page.put(row, 6, text, "statement", *(says(actor, "serves", one) for one in some))
        themes = rng.sample(["Digitalisierung", "Demografie", "Energiewende", "Tourismus"], rng.choice([1, 2]))
        page.put(row, 7, ", ".join(themes), "statement", *(says(actor, "covers_theme", one) for one in themes))
        ends = rng.sample([name for name in actors if name != actor], rng.choice([1, 2]))
        text = ", ".join(rng.choice([name, codes[name]]) for name in ends)
        page.put(row, 8, text, "statement", *(says(actor, "refers_to", name) for name in ends))
        if rng.random() < 0.4:
            text = rng.choice(["Kooperationsvertrag seit 2022", "neue Leitung"])
            page.put(row, 9, text, "statement", says(actor, "remark", text), look=Look(comment="bitte prüfen"))
    return book


AUTHORS = (wikitabelle, ein_fakt_je_zeile, kurzkopf, stichpunkte)
