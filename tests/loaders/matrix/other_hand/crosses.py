"""Matrices proper: rows cross columns, as partner regions draw them."""

from __future__ import annotations

from random import Random

from tests.loaders.matrix.other_hand import pools
from tests.loaders.matrix.other_hand.paper import Fact, Look, Paper, Sheet, maybe, says


def three_header_rows(rng: Random) -> Paper:
    """Kinds, families and leaves above each other, continued by blanks; counts on the left and below."""
    actors = pools.some(rng, pools.KASSEL, 8)
    groups, offers = pools.some(rng, pools.GROUPS, 5), pools.some(rng, pools.OFFERS, 5)
    paper = Paper("n01_drei_kopfzeilen", ["three_row_header", "blank_continued", "totals_left", "totals"], actors)
    sheet = paper.sheet("Bestandsaufnahme")
    sheet.put(1, 1, "Bestandsaufnahme der Beratungslandschaft in Nordhessen", "title")
    sheet.put(2, 1, "Rückmeldungen bis 14.02.2026, Redaktion: Geschäftsstelle", "title")
    sheet.put(4, 3, "Wer wird beraten?", "group")
    sheet.put(4, 8, "Was wird angeboten?", "group")
    sheet.put(5, 3, "Einzelpersonen", "group")
    sheet.put(5, 8, "vor Ort", "group")
    sheet.row(6, ["Anz.", "Einrichtung", *groups, *offers], "header")
    sums = [0] * 10
    for row, actor in enumerate(actors, 7):
        sheet.put(row, 2, actor, "label")
        count = 0
        for index, head in enumerate([*groups, *offers]):
            if rng.random() < 0.4:
                fact = says(actor, "serves" if index < 5 else "offers", head)
                sheet.put(row, 3 + index, rng.choice("xxX"), "statement", fact)
                count += 1
                sums[index] += 1
        sheet.put(row, 1, count, "total")
    sheet.put(7 + len(actors), 2, "Nennungen gesamt", "total")
    for index, total in enumerate(sums):
        sheet.put(7 + len(actors), 3 + index, total, "total")
    return paper


def typed_sections(rng: Random) -> Paper:
    """Rows that name a type above their actors; yes, no and partly; raised footnote signs."""
    members = {
        "Kammern und Kreishandwerkerschaften": ["IHK Lippe zu Detmold", "Handwerkskammer Ostwestfalen-Lippe zu Bielefeld"],
        "Bildungsträger": ["Kolping-Bildungswerk Paderborn", "VHS Bielefeld", "Werkstatt Weserbogen (fiktiv)"],
        "Behörden": ["Jobcenter Lippe", "Agentur für Arbeit Detmold", "Bildungsbüro Kreis Höxter"],
    }  # fmt: skip
    actors = [actor for block in members.values() for actor in block]
    paper = Paper("n02_abschnitte", ["section_rows", "yes_no_partly", "footnotes"], actors)
    offers = pools.some(rng, pools.OFFERS, 6)
    marked = offers[2]
    paper.aliases = {marked: [f"{marked}¹"]}
    sheet = paper.sheet("Leistungsübersicht")
    sheet.put(1, 1, "Wer leistet was? – Partner in Ostwestfalen-Lippe", "title")
    sheet.row(3, ["Institution", *[f"{o}¹" if o == marked else o for o in offers], "Anmerkungen"], "header")
    row = 4
    for section, block in members.items():
        sheet.put(row, 1, section, "section", look=Look(bold=True))
        for actor in block:
            row += 1
            sheet.put(row, 1, actor, "label")
            sheet.facts.append({**says(actor, "has_type", section), "sheet": sheet.name, "cell": f"A{row}"})
            for column, offer in enumerate(offers, 2):
                _yes_no(rng, sheet, row, column, says(actor, "offers", offer))
            if rng.random() < 0.4:
                note = rng.choice(["Beratung auch abends", "Eingang über den Hof", "Dolmetscher vorhanden"])
                sheet.put(row, len(offers) + 2, note, "statement", says(actor, "remark", note))
        row += 1
    sheet.put(row + 1, 1, "¹ nur solange Mittel vorhanden", "footnote")
    sheet.put(row + 2, 1, "² Wartezeit ca. 6 Wochen", "footnote")
    return paper


def _yes_no(rng: Random, sheet: Sheet, row: int, column: int, fact: Fact) -> None:
    drawn = rng.random()
    if drawn < 0.35:
        sheet.put(row, column, "ja", "statement", fact)
    elif drawn < 0.45:
        sheet.put(row, column, "teilweise", "statement", {**fact, "qualifiers": {"note": "teilweise"}})
    elif drawn < 0.55:
        footed = {**fact, "qualifiers": {"footnote": "Wartezeit ca. 6 Wochen"}}
        sheet.put(row, column, "ja²", "statement", footed)
    elif drawn < 0.85:
        sheet.put(row, column, "nein", "negative")
    elif drawn < 0.92:
        sheet.put(row, column, "noch offen", "report")


def names_on_the_right(rng: Random) -> Paper:
    """The names stand in the last column; one row and one column are hidden."""
    actors = pools.some(rng, pools.EMSLAND, 7)
    groups = pools.some(rng, pools.GROUPS, 7)
    paper = Paper("n03_namen_rechts", ["header_right", "hidden_row", "hidden_column", "restrictions_in_cell"], actors)
    sheet = paper.sheet("Zielgruppen")
    sheet.put(1, 1, "Zielgruppen der Beratungsstellen im Emsland", "title")
    sheet.row(2, [*groups, "Beratungsstelle"], "header")
    notes: list[tuple[str, dict[str, object]]] = [
        ("unter 27", {"note": "unter 27", "age_below": 27}), ("ab 50 Jahren", {"note": "ab 50 Jahren", "age_min": 50}),
        ("nach Vereinbarung", {"note": "nach Vereinbarung"}), ("nur SGB III", {"note": "nur SGB III", "legal_basis": "SGB III"}),
        ("x (nur Frauen)", {"note": "nur Frauen"}),
    ]  # fmt: skip
    plain: tuple[str, dict[str, object]] = ("✓", {})
    for row, actor in enumerate(actors, 3):
        sheet.put(row, 8, actor, "label")
        for column, group in enumerate(groups, 1):
            drawn = rng.random()
            hidden = row == 6 or column == 3
            if drawn < 0.4:
                text, qualifiers = plain if drawn < 0.28 else rng.choice(notes)
                fact = says(actor, "serves", group, **qualifiers)
                if hidden:
                    sheet.put(row, column, text, "either", maybe(fact))
                else:
                    sheet.put(row, column, text, "statement", fact)
            elif drawn < 0.44 and not hidden:
                sheet.put(row, column, rng.choice(["?", "wird geprüft", "siehe VHS"]), "report")
    sheet.hidden_rows.add(6)
    sheet.hidden_columns.add(3)
    return paper


def sheet_per_group(rng: Random) -> Paper:
    """A sheet per target group with short names explained below each; an old sheet stays in the file."""
    short = {
        "AA": "Agentur für Arbeit Kassel", "JC": "Jobcenter Stadt Kassel", "HWK": "Handwerkskammer Kassel",
        "VHS": "Volkshochschule Region Kassel", "DW": "Diakonisches Werk Region Kassel",
    }  # fmt: skip
    paper = Paper(
        "n04_blatt_je_zielgruppe", ["sheet_per_group", "abbreviations", "archive_sheet"], list(short.values())
    )
    paper.aliases = {full: [brief] for brief, full in short.items()}
    offers = pools.some(rng, pools.OFFERS, 6)
    for group in pools.some(rng, pools.GROUPS, 3):
        _group_sheet(rng, paper.sheet(group), group, short, offers)
    old = paper.sheet("Archiv 2022")
    old.row(1, ["Träger", *offers[:3]], "header")
    for row, (brief, full) in enumerate(short.items(), 2):
        old.put(row, 1, brief, "label")
        if rng.random() < 0.7:
            old.put(row, 2, "x", "either", maybe(says(full, "offers", offers[0])))
    return paper


def _group_sheet(rng: Random, sheet: Sheet, group: str, short: dict[str, str], offers: list[str]) -> None:
    sheet.put(1, 1, f"Angebote für {group}", "title")
    order = rng.sample(offers, len(offers))
    sheet.row(3, ["Träger", *order], "header")
    row = 4
    for brief, full in short.items():
        sheet.put(row, 1, brief, "label", maybe(says(full, "serves", group)))
        for column, offer in enumerate(order, 2):
            if rng.random() < 0.4:
                sheet.put(row, column, "●", "statement", says(full, "offers", offer, target_group=group))
        row += 1
    row += 1
    sheet.put(row, 1, "Abkürzungen:", "legend")
    for brief, full in short.items():
        row += 1
        sheet.put(row, 1, f"{brief} = {full}", "statement", says(full, "alias", brief))


def offers_by_actors(rng: Random) -> Paper:
    """Offers go down, providers across under a band of types; the cells say how much."""
    types = {
        "Kommune": ["Landratsamt Bautzen"], "Arbeitsverwaltung": ["Agentur für Arbeit Bautzen", "Jobcenter Görlitz"],
        "Freie Träger": ["Caritas Oberlausitz", "Frauenzentrum Zittau", "VHS Dreiländereck"],
    }  # fmt: skip
    actors = [actor for block in types.values() for actor in block]
    paper = Paper("n05_angebote_mal_traeger", ["transposed", "type_band", "intensity", "legend_below"], actors)
    sheet = paper.sheet("Intensität")
    sheet.put(1, 1, "Beratungsleistungen in der Oberlausitz", "title")
    column = 2
    for kind, block in types.items():
        sheet.put(3, column, kind, "group")
        for actor in block:
            sheet.put(4, column, actor, "header")
            sheet.facts.append({**says(actor, "has_type", kind), "sheet": sheet.name, "cell": f"{chr(64 + column)}4"})
            column += 1
        if len(block) > 1:
            sheet.merge(3, column - len(block), 3, column - 1)
    sheet.put(4, 1, "Leistung", "header")
    meanings = {"++": "Schwerpunkt", "+": "regelmäßig", "o": "nur im Einzelfall", "–": "wird nicht angeboten"}
    offers = pools.some(rng, pools.OFFERS, 9)
    for row, offer in enumerate(offers, 5):
        sheet.put(row, 1, offer, "label")
        for column, actor in enumerate(actors, 2):
            sign = rng.choice(["++", "+", "+", "o", "–", "–", ""])
            if sign == "–":
                sheet.put(row, column, sign, "negative")
            elif sign:
                sheet.put(row, column, sign, "statement", says(actor, "offers", offer, meaning=meanings[sign]))
    for row, (sign, text) in enumerate(meanings.items(), 16):
        sheet.put(row, 1, sign, "legend")
        sheet.put(row, 2, text, "legend")
    return paper


def instruments(rng: Random) -> Paper:
    """Instruments without a provider, the office to ask, the law; symbol font ticks."""
    offices = pools.some(rng, pools.LAUSITZ, 4)
    seen: set[str] = set()
    paper = Paper("n10_instrumente", ["instruments", "contact_office_column", "wingdings", "legal_basis"], offices)
    sheet = paper.sheet("Förderinstrumente")
    groups = pools.some(rng, pools.GROUPS, 5)
    sheet.put(1, 1, "Förderinstrumente für Beschäftigte und Betriebe im Überblick", "title")
    sheet.row(3, ["Förderinstrument", "Rechtsgrundlage", *groups, "Ansprechstelle", "Hinweis"], "header")
    laws = ["§ 82 SGB III", "§ 16i SGB II", "AFBG", "ESF Plus", "§ 81 SGB III"]
    tools = ["Qualifizierungschancengesetz", "Teilhabechancengesetz", "Aufstiegs-BAföG", "Weiterbildungsscheck Sachsen",
             "Bildungsgutschein", "Eingliederungszuschuss", "Berufssprachkurs (DeuFöV)"]  # fmt: skip
    paper.aliases["Berufssprachkurs (DeuFöV)"] = ["Berufssprachkurs"]
    for row, tool in enumerate(tools, 4):
        sheet.put(row, 1, tool, "label")
        if rng.random() < 0.8:
            law = rng.choice(laws)
            sheet.put(row, 2, law, "statement", says(tool, "legal_basis", law))
        for column, group in enumerate(groups, 3):
            drawn = rng.random()
            if drawn < 0.45:
                sheet.put(row, column, "ü", "statement", says(tool, "serves", group), look=Look(font="Wingdings"))
            elif drawn < 0.65:
                sheet.put(row, column, "û", "negative", look=Look(font="Wingdings"))
        named = pools.some(rng, offices, rng.choice([1, 1, 2]))
        seen.update(named)
        sheet.put(row, 8, "; ".join(named), "statement", *[says(office, "offers", tool) for office in named])
        if rng.random() < 0.4:
            sheet.put(row, 9, "Antrag vor Beginn", "statement", says(tool, "remark", "Antrag vor Beginn"))
    paper.actors = sorted(seen)
    return paper


def colours(rng: Random) -> Paper:
    """Only the fill speaks; what it means stands at the side."""
    actors = pools.some(rng, pools.LIPPE, 6)
    offers = pools.some(rng, pools.OFFERS, 6)
    paper = Paper("n12_farben", ["colour_only_cells", "colour_meaning", "legend_right", "cell_comments"], actors)
    sheet = paper.sheet("Ampel")
    sheet.put(1, 1, "Ampelmatrix Beratung", "title")
    sheet.row(2, ["Partner", *offers], "header")
    lights = {
        "FF92D050": "dauerhaftes Angebot",
        "FFFFC000": "Angebot im Aufbau, bitte anfragen",
        "FFFF5050": "kein Angebot",
    }
    for row, actor in enumerate(actors, 3):
        sheet.put(row, 1, actor, "label")
        for column, offer in enumerate(offers, 2):
            drawn = rng.random()
            comment = "Anmeldung im Sekretariat" if drawn < 0.08 else ""
            if drawn < 0.5:
                fill = "FF92D050" if drawn < 0.3 else "FFFFC000"
                fact = says(actor, "offers", offer, meaning=lights[fill], **({"comment": comment} if comment else {}))
                sheet.put(row, column, "", "statement", fact, look=Look(fill=fill, comment=comment))
            elif drawn < 0.7:
                sheet.put(row, column, "", "negative", look=Look(fill="FFFF5050"))
    for row, (fill, meaning) in enumerate(lights.items(), 3):
        sheet.put(row, 10, "", "legend", look=Look(fill=fill))
        sheet.put(row, 11, meaning, "legend")
    sheet.put(2, 10, "Legende", "legend")
    return paper


def places_and_dates(rng: Random) -> Paper:
    """Numbers of places, starts and ends; sums on the left and below."""
    actors = pools.some(rng, pools.KASSEL, 6)
    offers = pools.some(rng, pools.OFFERS, 5)
    paper = Paper("n14_plaetze", ["capacity_numbers", "totals_left", "planned_with_date", "error_values"], actors)
    sheet = paper.sheet("Plätze 2026")
    sheet.put(1, 1, "Teilnahmeplätze je Maßnahme (2026)", "title")
    sheet.row(3, ["Summe", "Bildungsträger", *offers], "header")
    for row, actor in enumerate(actors, 4):
        sheet.put(row, 2, actor, "label")
        sheet.put(row, 1, rng.randint(20, 80), "total")
        for column, offer in enumerate(offers, 3):
            drawn, places = rng.random(), rng.randint(4, 40)
            if drawn < 0.4:
                sheet.put(row, column, places, "statement", says(actor, "offers", offer, count=places))
            elif drawn < 0.5:
                sheet.put(row, column, 0, "negative")
            elif drawn < 0.6:
                text = "geplant ab 01.09.2026"
                sheet.put(row, column, text, "statement", says(actor, "offers", offer, valid_from="2026-09-01"))
            elif drawn < 0.68:
                sheet.put(row, column, "ab Sommer 2026", "either", maybe(says(actor, "offers", offer)))
            elif drawn < 0.74:
                sheet.put(row, column, rng.choice(["in Planung", "#NV", "auf Eis"]), "report")
    sheet.put(11, 2, "Insgesamt", "total")
    for column in range(3, 8):
        sheet.put(11, column, rng.randint(20, 90), "total")
    return paper


def stacked(rng: Random) -> Paper:
    """Two tables below each other, the second about other columns; ditto signs."""
    actors = pools.some(rng, pools.EMSLAND, 6)
    paper = Paper("n15_gestapelt", ["stacked_tables", "ditto", "repeated_header"], actors)
    sheet = paper.sheet("Tabelle1")
    groups, offers = pools.some(rng, pools.GROUPS, 5), pools.some(rng, pools.OFFERS, 5)
    sheet.put(1, 1, "1. Zielgruppen", "title")
    row = _ditto_table(rng, sheet, 2, actors, groups, "serves")
    sheet.put(row + 1, 1, "2. Beratungsangebote", "title")
    _ditto_table(rng, sheet, row + 2, actors, offers, "offers")
    return paper


def _ditto_table(rng: Random, sheet: Sheet, top: int, actors: list[str], heads: list[str], predicate: str) -> int:
    sheet.row(top, ["Akteur", *heads], "header")
    above: dict[int, dict[str, object]] = {}
    for row, actor in enumerate(actors, top + 1):
        sheet.put(row, 1, actor, "label")
        for column, head in enumerate(heads, 2):
            drawn = rng.random()
            if drawn < 0.15 and column in above:
                fact = says(actor, predicate, head, **above[column])
                sheet.put(row, column, rng.choice(['"', "dto.", "dito"]), "statement", fact)
            elif drawn < 0.5:
                qualifiers: dict[str, object] = {"note": "nur mit Termin"} if drawn > 0.4 else {}
                above[column] = qualifiers
                text = "nur mit Termin" if qualifiers else "x"
                sheet.put(row, column, text, "statement", says(actor, predicate, head, **qualifiers))
    return top + len(actors) + 1
