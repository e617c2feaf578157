"""Adult education centres: a coordinator's list of courses."""

from __future__ import annotations

import unicodedata
from datetime import date
from random import Random

from tests.loaders.matrix.authors.book import BOLD, Book, Fact, says
from tests.loaders.matrix.authors.office import ods
from tests.loaders.matrix.authors.words import SCHWABEN

COURSES = [
    "Deutsch für Pflegeberufe",
    "Excel für den Wiedereinstieg",
    "Vorbereitung Externenprüfung",
    "Bewerbungswerkstatt",
    "Lerncafé Grundbildung",
    "Sprechstunde Weiterbildung",
    "KI am Arbeitsplatz",
    "Schweißen Grundkurs",
    "Kompetenzbilanz",
    "Rechnen im Alltag",
    "Ausbildung der Ausbilder",
]


def kursliste(rng: Random) -> Book:
    """Offers under merged organisers with cost, places, form and language; ditto marks, decomposed umlauts, NBSP."""
    book = Book(
        "h05_kursliste.ods",
        "Angebotsliste Herbst",
        "Allgäu",
        4,
        (
            "ods",
            "tidy_list",
            "merged_actor_cells",
            "ditto",
            "decomposed_umlauts",
            "nbsp",
            "cost",
            "capacity",
            "german_dates",
        ),
        ods,
    )
    page = book.sheet("Angebote Herbst", "list", "actor_and_offer_in_rows")
    page.put(1, 1, "Was läuft im Herbst? Zusammengestellt von der VHS", "title", look=BOLD)
    heads = [
        rng.choice(["Veranstalter", "Anbieter"]),
        rng.choice(["Angebot (Kurztitel)", "Bezeichnung des Angebots"]),
        rng.choice(["Für wen geeignet?", "Zielgruppe(n)"]),
        "Kosten (in €)",
        rng.choice(["Plätze (max.)", "Plätze"]),
        rng.choice(["Format", "Durchführungsform"]),
        "Sprache(n)",
        rng.choice(["läuft bis", "befristet bis"]),
        "Bemerkung",
    ]
    page.line(2, 1, heads, "header", BOLD)
    page.header_rows, page.first_data_row = (2,), 3
    courses = rng.sample(COURSES, len(COURSES))
    row, before = 3, ""
    for actor in rng.sample(SCHWABEN, 5):
        book.actors.append(actor)
        own = [courses.pop() for _ in range(min(rng.choice([1, 2, 3]), len(courses)))] or [COURSES[0]]
        page.put(row, 1, _noisy(rng, actor), "label")
        page.merge(row, 1, row + len(own) - 1, 1)
        for course in own:
            ends = rng.choice([None, None, date(2026, 7, 31), date(2026, 12, 31)])
            page.put(
                row,
                2,
                _noisy(rng, course),
                "statement",
                says(actor, "offers", course, valid_until=ends and ends.isoformat()),
            )
            groups = rng.sample(
                ["Beschäftigte", "Arbeitsuchende", "Eltern", "Zugewanderte", "Ältere", "alle Interessierten"], 2
            )
            facts = [says(actor, "serves", group, offer=course) for group in groups]
            page.put(row, 3, rng.choice([", ", "\n"]).join(_noisy(rng, g) for g in groups), "statement", *facts)
            costs: list[float | str] = [0.0, 45.0, 89.5, 240.0, "kostenfrei", "kostenlos mit Gutschein"]
            cost = rng.choice(costs)
            if cost:
                shown = str(cost).replace(".", ",")
                page.put(row, 4, cost, "statement", _about(actor, course, "cost", shown))
            places = rng.choice([8, 12, 15, None])
            if places:
                page.put(row, 5, places, "statement", _about(actor, course, "capacity", str(places)))
            form = rng.choice(["Präsenz", "online", "hybrid"])
            page.put(row, 6, form, "statement", _about(actor, course, "format", form))
            repeated = bool(before) and rng.random() < 0.4
            before = before if repeated else rng.choice(["Deutsch", "Englisch", "Türkisch"])
            mark = rng.choice(['"', "dito", "s. o."]) if repeated else before
            page.put(row, 7, mark, "statement", _about(actor, course, "language", before))
            if ends:
                page.put(row, 8, ends, "qualifier")
            if rng.random() < 0.3:
                text = rng.choice(["Einstufung nötig", "mit Kinderbetreuung", "Warteliste möglich"])
                page.put(row, 9, text, "statement", _about(actor, course, "remark", text))
            row += 1
    return book


def _about(actor: str, offer: str, predicate: str, value: str) -> Fact:
    return says(actor, predicate, value, accept=[{"subject": offer, "qualifiers": {}}], offer=offer)


def _noisy(rng: Random, text: str) -> str:
    """Write a name as a Mac or a web page would paste it."""
    noise = rng.choice(["", "", "", "nfd", "nbsp", "blank"])
    if noise == "nfd":
        return unicodedata.normalize("NFD", text)
    if noise == "nbsp":
        return text.replace(" ", "\u00a0", 1)
    return text + "  " if noise == "blank" else text


AUTHORS = (kursliste,)
