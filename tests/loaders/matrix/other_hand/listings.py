"""Lists, referrals, contacts and fact sheets, as partner regions keep them."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from tests.loaders.matrix.other_hand import pools
from tests.loaders.matrix.other_hand.paper import Fact, Look, Paper, Sheet, says


def tidy_list(rng: Random) -> Paper:
    """One row per measure, the provider only on its first; tabs and UTF-16 as Excel's "Unicode text" has it."""
    actors = pools.some(rng, pools.LAUSITZ, 5)
    paper = Paper("n06_massnahmenliste", ["tidy_list", "blank_continued_actor", "utf16", "tab"], actors)
    paper.delimiter, paper.encoding = "\t", "utf-16"
    sheet = paper.sheet()
    heads = ["Träger", "Maßnahme", "Richtet sich an", "Durchführungsort", "Gebühr", "Teilnehmerplätze", "Hinweise"]
    sheet.row(1, heads, "header")
    row = 1
    for actor in actors:
        for number, offer in enumerate(pools.some(rng, pools.OFFERS, rng.randint(1, 3))):
            row += 1
            if not number:
                sheet.put(row, 1, actor, "label")
            _measure(rng, sheet, row, actor, offer)
    return paper


def _measure(rng: Random, sheet: Sheet, row: int, actor: str, offer: str) -> None:
    sheet.put(row, 2, offer, "statement", says(actor, "offers", offer))
    groups = pools.some(rng, pools.GROUPS, rng.randint(1, 3))
    sheet.put(row, 3, ", ".join(groups), "statement", *[says(actor, "serves", group, offer=offer) for group in groups])
    places = pools.some(rng, pools.REGIONS["Lausitz"], rng.randint(1, 2))
    sheet.put(row, 4, " / ".join(places), "statement", *[says(actor, "active_in", p, offer=offer) for p in places])
    if rng.random() < 0.6:
        cost = rng.choice(["kostenfrei", "120,00 €", "1.250,00 €", "gefördert"])
        sheet.put(row, 5, cost, "statement", says(actor, "cost", cost, offer=offer))
    if rng.random() < 0.6:
        seats = str(rng.randint(6, 24))
        sheet.put(row, 6, seats, "statement", says(actor, "capacity", seats, offer=offer))
    if rng.random() < 0.4:
        note = rng.choice(["Einstieg laufend möglich", "Beginn vierteljährlich", "Vorgespräch erforderlich"])
        sheet.put(row, 7, note, "statement", says(actor, "remark", note, offer=offer))


def edge_list(rng: Random) -> Paper:
    """Who sends whom on which occasion and how, with a ``sep=`` line in cp1252."""
    actors = pools.some(rng, pools.LIPPE, 6)
    paper = Paper("n07_uebergaben", ["edge_list", "sep_line", "cp1252", "blank_continued_actor"], actors)
    paper.delimiter, paper.encoding, paper.preface = ";", "cp1252", "sep=;\r\n"
    sheet = paper.sheet()
    sheet.row(2, ["Absender", "Empfänger", "Anlass", "Form der Übergabe", "vereinbart am"], "header")
    row = 2
    for sender in actors:
        for number, receiver in enumerate(rng.sample([one for one in actors if one != sender], rng.randint(1, 3))):
            row += 1
            occasion = rng.choice(["Wunsch nach Umschulung", "Zeugnis aus dem Ausland", "Rückkehr nach Elternzeit"])
            mode = rng.choice(["Anruf mit Kundin", "Übergabebogen", "gemeinsames Gespräch"])
            day = date(2025, 1, 1) + timedelta(rng.randint(0, 400))
            if not number:
                sheet.put(row, 1, sender, "label")
            fact = says(sender, "refers_to", receiver, occasion=occasion, mode=mode, agreed_on=day.isoformat())
            sheet.put(row, 2, receiver, "statement", fact)
            sheet.put(row, 3, occasion, "qualifier")
            sheet.put(row, 4, mode, "qualifier")
            sheet.put(row, 5, day, "qualifier")
    return paper


def columns_refer_to_rows(rng: Random) -> Paper:
    """The sheet says that columns refer to rows; letters say how, explained below."""
    short = {
        "AfA": "Agentur für Arbeit Nordhorn", "JC": "Jobcenter Landkreis Emsland", "LIN": "VHS Lingen", "PAP": "VHS Papenburg",
        "CAR": "Caritasverband Emsland", "EA": "Wachstumsregion Ems-Achse e. V.", "LEB": "Ländliche Erwachsenenbildung Emsland",
    }  # fmt: skip
    paper = Paper(
        "n08_spalte_an_zeile", ["adjacency", "inverted", "coded_marks", "abbreviations"], list(short.values())
    )
    paper.aliases = {full: [brief] for brief, full in short.items()}
    sheet = paper.sheet("Verweise")
    sheet.put(1, 1, "Verweisungen im Beratungsverbund Emsland", "title")
    sheet.put(2, 1, "Lesehilfe: Spalte verweist an Zeile", "title")
    sheet.row(4, ["Stelle", "Kürzel", *short], "header")
    codes = {"T": "telefonische Ankündigung", "B": "begleiteter Erstkontakt", "F": "Flyer mitgegeben"}
    for row, (brief, full) in enumerate(short.items(), 5):
        sheet.put(row, 1, full, "label")
        sheet.put(row, 2, brief, "statement", says(full, "alias", brief))
        for column, sender in enumerate(short.values(), 3):
            if sender == full:
                sheet.put(row, column, "\\", "negative")
            elif rng.random() < 0.45:
                code = rng.choice(list(codes))
                sheet.put(row, column, code, "statement", says(sender, "refers_to", full, meaning=codes[code]))
            elif rng.random() < 0.05:
                sheet.put(row, column, "Z", "report")
    for row, (code, meaning) in enumerate(codes.items(), 13):
        sheet.put(row, 1, f"{code}: {meaning}", "legend")
    return paper


def names_in_cells(rng: Random) -> Paper:
    """Offers cross places; the cells name who does it, with slashes and brackets."""
    actors = pools.some(rng, pools.EMSLAND, 8)
    paper = Paper("n09_namen_in_zellen", ["actors_in_cells", "slashes", "restrictions_in_cell"], actors)
    sheet = paper.sheet("Zuständigkeit")
    places = pools.some(rng, pools.REGIONS["Emsland"], 4)
    sheet.put(1, 1, "Wer ist wo zuständig?", "title")
    sheet.row(2, ["Leistung", *places], "header")
    seen: set[str] = set()
    for row, offer in enumerate(pools.some(rng, pools.OFFERS, 7), 3):
        sheet.put(row, 1, offer, "label")
        for column, place in enumerate(places, 2):
            if rng.random() < 0.15:
                sheet.put(row, column, *rng.choice([("n. n.", "report"), ("-", "negative"), ("unklar", "report")]))
                continue
            texts, facts = [], []
            for actor in pools.some(rng, actors, rng.randint(1, 3)):
                seen.add(actor)
                note = rng.choice(["", "", "nur Frauen", "mittwochs", "ab 25 Jahren"]) if "(" not in actor else ""
                texts.append(f"{actor} ({note})" if note else actor)
                facts.append(says(actor, "offers", offer, region=place, **({"note": note} if note else {})))
            sheet.put(row, column, rng.choice([" / ", "\n", "; "]).join(texts), "statement", *facts)
    paper.actors = sorted(seen)
    return paper


def contacts(rng: Random) -> Paper:
    """Two contacts in a cell, phones written every way, dates as Excel keeps them."""
    actors = pools.some(rng, pools.KASSEL, 7)
    paper = Paper(
        "n11_kontakte", ["contact_list", "multi_contacts", "phone_formats", "excel_dates", "hyperlinks"], actors
    )
    sheet = paper.sheet("Adressverzeichnis")
    sheet.row(1, ["Lfd. Nr.", "Einrichtung", "Ansprechpartner/-in", "Telefon", "E-Mail-Adresse", "Homepage", "Anschrift",
                  "Erreichbarkeit", "Stand der Angaben"], "header")  # fmt: skip
    for row, actor in enumerate(actors, 2):
        sheet.put(row, 1, row - 1, "ignorable")
        sheet.put(row, 2, actor, "label")
        teams = pools.some(rng, pools.TEAMS, rng.choice([1, 2]))
        phones = [pools.phone(rng, rng.randint(0, 3)) for _ in teams]
        mails = [pools.mail(actor, box) for box in ("info", "beratung")[: len(teams)]]
        sheet.put(row, 3, "\n".join(teams), "statement", *[says(actor, "contact_name", team) for team in teams])
        pairs = list(zip(teams, phones, mails, strict=True))
        sheet.put(
            row, 4, "\n".join(phones), "statement", *[says(actor, "contact_phone", p, contact=t) for t, p, _ in pairs]
        )
        told = [says(actor, "contact_mail", m, contact=t) for t, _, m in pairs]
        sheet.put(row, 5, rng.choice(["\n", "; "]).join(mails), "statement", *told)
        site = mails[0].split("@")[1]
        sheet.put(row, 6, "zur Website", "statement", says(actor, "website", f"https://www.{site}"),
                  look=Look(link=f"https://www.{site}"))  # fmt: skip
        street = f"Musterstraße {rng.randint(1, 99)}, 34117 Kassel"
        sheet.put(row, 7, street, "statement", says(actor, "address", street))
        hours = rng.choice(["Mo–Do 9–16 Uhr", "Di und Do 14–18 Uhr", "nach Vereinbarung"])
        sheet.put(row, 8, hours, "statement", says(actor, "opening_hours", hours))
        day = date(2025, 6, 1) + timedelta(rng.randint(0, 200))
        sheet.put(row, 9, day, "statement", says(actor, "last_checked", day.isoformat()))
    return paper


def fact_sheet_columns(rng: Random) -> Paper:
    """A fact sheet per column: what is asked goes down, who answers goes across."""
    actors = pools.some(rng, pools.LIPPE, 5)
    paper = Paper("n13_steckbriefe_nebeneinander", ["transposed", "fact_sheets", "lists_in_cells"], actors)
    sheet = paper.sheet("Steckbriefe")
    sheet.put(1, 1, "Steckbriefe der Netzwerkpartner", "title")
    sheet.put(2, 1, "Name der Einrichtung", "header")
    heads = ["Rechtsform", "Unsere Leistungen", "Wen beraten wir?", "Einzugsgebiet", "Kosten für Ratsuchende", "Telefon",
             "E-Mail", "Besonderheiten", "Zuletzt geprüft am"]  # fmt: skip
    for row, head in enumerate(heads, 3):
        sheet.put(row, 1, head, "header")
    for column, actor in enumerate(actors, 2):
        sheet.put(2, column, actor, "label")
        _answers(rng, sheet, column, 3, actor)
    return paper


def _answers(rng: Random, sheet: Sheet, column: int, top: int, actor: str) -> None:
    def many(row: int, texts: list[str], predicate: str) -> None:
        facts = [says(actor, predicate, text) for text in texts]
        bullet, glue = rng.choice([("• ", "\n"), ("- ", "\n"), ("", ", "), ("", "\n")])
        sheet.put(row, column, glue.join(bullet + text for text in texts), "statement", *facts)

    def one(row: int, text: str, predicate: str) -> None:
        sheet.put(row, column, text, "statement", says(actor, predicate, text))

    form = rng.choice(["gGmbH", "e. V.", "Körperschaft des öffentlichen Rechts"])
    fact: Fact = {**says(actor, "other", form, column="Rechtsform"), "optional": True}
    sheet.put(top, column, form, "either", fact)
    many(top + 1, pools.some(rng, pools.OFFERS, rng.randint(2, 4)), "offers")
    many(top + 2, pools.some(rng, pools.GROUPS, rng.randint(2, 3)), "serves")
    many(top + 3, pools.some(rng, pools.REGIONS["Lippe"], rng.randint(1, 2)), "active_in")
    one(top + 4, rng.choice(["keine", "kostenlos", "20 € je Gespräch"]), "cost")
    one(top + 5, pools.phone(rng, rng.randint(0, 3)), "contact_phone")
    one(top + 6, pools.mail(actor), "contact_mail")
    if rng.random() < 0.6:
        one(top + 7, rng.choice(["barrierefreier Zugang", "Beratung auch per Video"]), "remark")
    day = date(2026, 1, 5) + timedelta(rng.randint(0, 60))
    sheet.put(top + 8, column, day, "statement", says(actor, "last_checked", day.isoformat()))


def fact_sheet_per_sheet(rng: Random) -> Paper:
    """A sheet per partner: questions on the left, the answers beside them."""
    actors = pools.some(rng, pools.EMSLAND, 4)
    paper = Paper("n16_steckbrief_je_blatt", ["fact_sheets", "sheet_per_actor"], actors)
    for number, actor in enumerate(actors, 1):
        sheet = paper.sheet(f"Partner {number}")
        sheet.put(1, 1, "Steckbrief Netzwerkpartner", "title")
        heads = ["Einrichtung", "Rechtsform", "Angebote", "Zielgruppen", "Einzugsgebiet", "Kosten", "Telefon", "E-Mail",
                 "Besonderheiten", "Stand"]  # fmt: skip
        for row, head in enumerate(heads, 3):
            sheet.put(row, 1, head, "header")
        sheet.put(3, 2, actor, "label")
        _answers(rng, sheet, 2, 4, actor)
    return paper
