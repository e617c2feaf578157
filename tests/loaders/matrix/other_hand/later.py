"""Layouts written after the first round of corrections, to see what those were worth."""

from __future__ import annotations

from random import Random

from tests.loaders.matrix.other_hand import pools
from tests.loaders.matrix.other_hand.paper import Look, Paper, maybe, says


def groups_by_partners(rng: Random) -> Paper:
    """Groups go down, partners across; whom to ask stands in rows below the table's marks."""
    actors = pools.some(rng, pools.LIPPE, 6)
    paper = Paper("n17_gruppen_mal_partner", ["transposed", "contacts_in_matrix", "uncertain_marks"], actors)
    sheet = paper.sheet("Übersicht")
    sheet.put(2, 1, "Zielgruppe / Partner", "header")
    for column, actor in enumerate(actors, 2):
        sheet.put(2, column, actor, "header")
    groups = pools.some(rng, pools.GROUPS, 7)
    for row, group in enumerate(groups, 3):
        sheet.put(row, 1, group, "label")
        for column, actor in enumerate(actors, 2):
            drawn = rng.random()
            if drawn < 0.3:
                sheet.put(row, column, "X", "statement", says(actor, "serves", group))
            elif drawn < 0.4:
                sheet.put(row, column, "(X)", "statement", says(actor, "serves", group, uncertain=True))
            elif drawn < 0.5:
                sheet.put(row, column, "nein", "negative")
            elif drawn < 0.55:
                sheet.put(row, column, "Rücksprache nötig", "report")
    sheet.put(11, 1, "Ansprechperson", "header")
    sheet.put(12, 1, "Telefon", "header")
    for column, actor in enumerate(actors, 2):
        team, number = rng.choice(pools.TEAMS), pools.phone(rng, column)
        sheet.put(11, column, team, "statement", says(actor, "contact_name", team))
        sheet.put(12, column, number, "statement", says(actor, "contact_phone", number, contact=team))
    return paper


def asked_edges(rng: Random) -> Paper:
    """Referrals asked as questions, with a running number and both names on every row."""
    actors = pools.some(rng, pools.LAUSITZ, 6)
    paper = Paper("n18_verweisfragen", ["edge_list", "questions_as_headers"], actors)
    sheet = paper.sheet("Verweiswege")
    sheet.put(1, 1, "Verweiswege in der Oberlausitz", "title")
    sheet.row(
        3,
        ["Nr.", "Wer verweist?", "An wen wird verwiesen?", "Bei welchem Anliegen?", "Wie erfolgt die Übergabe?"],
        "header",
    )
    for row in range(4, 14):
        one, other = pools.some(rng, actors, 2)
        occasion = rng.choice(["Schulden", "Sprachförderbedarf", "Abschluss nachholen"])
        mode = rng.choice(["telefonisch", "per Mail", "persönlich"])
        sheet.put(row, 1, row - 3, "ignorable")
        sheet.put(row, 2, one, "label")
        sheet.put(row, 3, other, "statement", says(one, "refers_to", other, occasion=occasion, mode=mode))
        sheet.put(row, 4, occasion, "qualifier")
        sheet.put(row, 5, mode, "qualifier")
    used = {fact[key] for fact in sheet.facts for key in ("subject", "object")}
    paper.actors = [actor for actor in actors if actor in used]
    return paper


def one_row_each(rng: Random) -> Paper:
    """A survey's export: one row per partner, lists in the cells, commas, UTF-8 with a mark."""
    actors = pools.some(rng, pools.EMSLAND, 7)
    paper = Paper("n19_umfrage", ["tidy_list", "lists_in_cells", "bom", "comma"], actors)
    paper.delimiter, paper.encoding = ",", "utf-8-sig"
    sheet = paper.sheet()
    sheet.row(1, ["Name der Stelle", "Typ", "Was bieten Sie an?", "Wen beraten Sie?", "Einzugsgebiet", "Beratungssprachen",
                  "Offene Sprechstunde", "Sonstiges"], "header")  # fmt: skip
    for row, actor in enumerate(actors, 2):
        sheet.put(row, 1, actor, "label")
        kind = rng.choice(["Kammer", "Beratungsstelle", "Bildungsträger", "Behörde"])
        sheet.put(row, 2, kind, "statement", says(actor, "has_type", kind))
        for column, pool, predicate in (
            (3, pools.OFFERS, "offers"), (4, pools.GROUPS, "serves"), (5, pools.REGIONS["Emsland"], "active_in"),
            (6, ["Deutsch", "Englisch", "Arabisch", "Ukrainisch", "Polnisch"], "language"),
        ):  # fmt: skip
            some = pools.some(rng, pool, rng.randint(1, 3))
            text = rng.choice(["; ", "\n", ", "]).join(some)
            sheet.put(row, column, text, "statement", *[says(actor, predicate, one) for one in some])
        hours = rng.choice(["montags 10–12 Uhr", "1. Mittwoch im Monat", "keine"])
        if hours == "keine":
            sheet.put(row, 7, hours, "either", maybe(says(actor, "opening_hours", hours)))
        else:
            sheet.put(row, 7, hours, "statement", says(actor, "opening_hours", hours))
        if rng.random() < 0.5:
            sheet.put(row, 8, "Parkplätze am Haus", "statement", says(actor, "remark", "Parkplätze am Haus"))
    return paper


def struck_and_merged(rng: Random) -> Paper:
    """Offers below merged partners, places and themes across, one partner struck through and said to be gone."""
    actors = pools.some(rng, pools.KASSEL, 5)
    paper = Paper("n20_bloecke", ["merged_actor_cells", "offer_rows", "strike", "two_row_header"], actors)
    sheet = paper.sheet("Angebote nach Orten")
    places = ["Hofgeismar", "Melsungen", "Baunatal"]
    themes = pools.some(rng, pools.THEMES, 3)
    sheet.put(1, 1, "Durchgestrichene Zeilen: Angebot eingestellt", "legend")
    sheet.row(3, ["Träger", "Angebot"], "header")
    sheet.put(3, 3, "Beratungsort", "group")
    sheet.put(3, 6, "Themen", "group")
    sheet.merge(3, 3, 3, 5)
    sheet.merge(3, 6, 3, 8)
    sheet.row(4, [*places, *themes], "header", 3)
    row = 5
    for actor in actors:
        offers = pools.some(rng, pools.OFFERS, 2)
        sheet.put(row, 1, actor, "label")
        sheet.merge(row, 1, row + 1, 1)
        for offer in offers:
            gone = row == 8
            look = Look(strike=True) if gone else Look()
            facts = [] if gone else [says(actor, "offers", offer)]
            sheet.put(row, 2, offer, "report" if gone else "statement", *facts, look=look)
            for column, head in enumerate([*places, *themes], 3):
                if rng.random() < 0.45:
                    fact = says(actor, "active_in" if column < 6 else "covers_theme", head, offer=offer)
                    sheet.put(row, column, "x", "report" if gone else "statement", *([] if gone else [fact]), look=look)
            row += 1
    return paper
