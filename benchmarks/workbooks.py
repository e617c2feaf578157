"""Seeded workbooks as regions have them: one long tidy list, and ordinary matrices with all that people put into them."""

from __future__ import annotations

import random
from itertools import product
from pathlib import Path

PLACES = (
    "Hagen", "Siegen", "Olpe", "Iserlohn", "Lüdenscheid", "Schwelm", "Witten", "Bochum", "Dortmund", "Unna", "Hamm",
    "Soest", "Arnsberg", "Meschede", "Lippstadt", "Menden", "Hemer", "Altena", "Plettenberg", "Attendorn", "Lennestadt",
    "Kreuztal", "Hilchenbach", "Freudenberg", "Ennepetal", "Gevelsberg", "Hattingen", "Herdecke", "Wetter", "Werdohl",
)  # fmt: skip
KINDS = (
    "Volkshochschule", "Jobcenter", "Bildungswerk", "Caritasverband", "Diakonisches Werk", "Beratungsstelle",
    "Handwerkskammer", "Kreishandwerkerschaft", "Lernwerkstatt", "Familienbildungsstätte", "Arbeitslosenzentrum",
    "Qualifizierungsbüro", "Berufsförderungswerk", "Kolping-Bildungszentrum", "Migrationsdienst",
)  # fmt: skip
FORMS = ("Beratung", "Kurs", "Sprachkurs", "Coaching", "Umschulung", "Teilqualifizierung", "Praktikum", "Workshop")
SUBJECTS = (
    "Anerkennung", "Pflege", "Lager & Logistik", "Büro", "Deutsch A2", "Deutsch B1", "Deutsch B2", "Elektro", "Metall",
    "Handel", "Gastronomie", "Verkehr", "Bau", "Alphabetisierung", "EDV-Grundlagen", "Bewerbung", "Nachholen von Abschlüssen",
)  # fmt: skip
STATUSES = (
    "Arbeitslose", "Beschäftigte", "Geringqualifizierte", "Minijobber", "Wiedereinsteigerinnen", "Alleinerziehende",
    "Zugewanderte", "Geflüchtete", "Jugendliche", "Aufstockende",
)  # fmt: skip
LIMITS = ("", " u25", " Ü55", " (SGB II)", " (SGB III)", " bis 35 J.")
MARKS = ("x", "x", "x", "X", "✓", "ja", "nein", "–", "nur SGB II", "auf Anfrage", "u25", "geplant ab 2026")
_ACTORS, _COURSES = 150_000, 600


def tidy_list(path: Path, rows: int, seed: int = 1) -> Path:
    """Write a list of so many rows: Einrichtung, Angebot, Zielgruppe, Region."""
    import xlsxwriter

    chance = random.Random(seed)
    actors = [
        f"{chance.choice(KINDS)} {chance.choice(PLACES)} {chance.choice(('Nord', 'Süd', 'Mitte'))}, Standort {number}"
        for number in range(_ACTORS)
    ]
    offers = [
        f"{form} {subject}, Kurs {course}" for form, subject in product(FORMS, SUBJECTS) for course in range(_COURSES)
    ]
    groups = [status + limit for status, limit in product(STATUSES, LIMITS)]
    groups += [f"{one}, {other}" for one, other in product(groups, groups) if one < other]
    regions = [f"{postcode} {place}" for place, postcode in product(PLACES, range(58_089, 58_129))]
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Angebote")
        page.write_row(0, 0, ("Einrichtung", "Angebot", "Zielgruppe", "Region"), book.add_format({"bold": True}))
        for row in range(1, rows):
            page.write_row(row, 0, [chance.choice(words) for words in (actors, offers, groups, regions)])
    return path


def matrix(path: Path, seed: int = 1, rows: int = 60, columns: int = 30) -> Path:
    """Write an actor x offer matrix: title, group headers over merged cells, fills with a legend, comments, marks."""
    import xlsxwriter

    chance = random.Random(seed)
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Netzwerkmatrix")
        head = book.add_format({"bold": True, "align": "center", "bg_color": "#D9E1F2", "text_wrap": True})
        green, red = (book.add_format({"bg_color": colour}) for colour in ("#92D050", "#FF9999"))
        page.write(0, 0, "Netzwerkmatrix Weiterbildung, Stand: 12.03.2026", book.add_format({"bold": True}))
        page.write(2, 0, "Einrichtung", head)
        page.write(2, 1, "Ort", head)
        offers = chance.sample([f"{form} {subject}" for form, subject in product(FORMS, SUBJECTS)], columns)
        for first in range(0, columns, 5):
            page.merge_range(1, 2 + first, 1, 6 + first, FORMS[first // 5 % len(FORMS)], head)
        for column, offer in enumerate(offers, 2):
            page.write(2, column, offer, head)
        actors = chance.sample([f"{kind} {place}" for kind, place in product(KINDS, PLACES)], rows)
        for row, actor in enumerate(actors, 3):
            page.write(row, 0, actor)
            page.write(row, 1, chance.choice(PLACES))
            for column in range(2, 2 + columns):
                if chance.random() < 0.35:
                    page.write(row, column, chance.choice(MARKS), chance.choice((None, None, None, green)))
            if chance.random() < 0.2:
                page.write_comment(row, 2 + chance.randrange(columns), "Anmeldung über die Zentrale, 0221 4710-100")
        page.write(rows + 4, 0, "Legende")
        page.write(rows + 5, 0, "bestätigt", green)
        page.write(rows + 6, 0, "entfällt", red)
    return path
