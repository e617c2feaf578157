"""A list of agreed handovers (sender, receiver, occasion, mode) as semicolon text for Excel, in cp1252."""

from tests.loaders.matrix.examiner.model import Book, say

HEADER = ("Abgebende Stelle", "Aufnehmende Stelle", "Anlass", "Form der Übergabe", "vereinbart am", "Hinweise")
AA, JC = "Agentur für Arbeit Bautzen", "Jobcenter Landkreis Görlitz"
VHS, IHK = "Volkshochschule Dreiländereck", "IHK-Geschäftsstelle Görlitz"
FIZ = "Fachinformationszentrum Zuwanderung Bautzen"
FRAUEN, LERNHAUS = "Frauenzentrum Neiße (fiktiv)", "Sprach- und Lernhaus Oberlausitz (fiktiv)"
TERMIN = "Termin wird gemeinsam vereinbart"
FLYER = "Flyer mit Ansprechperson"
BEGLEITET = "persönliche Begleitung"
# sender as written, sender, receivers, occasion, mode as written, mode, date as written, hint
ROWS = (
    (AA, AA, (JC,), "Wechsel des Rechtskreises", TERMIN, TERMIN, "15.01.2024", ""),
    ("", AA, (VHS,), "fehlender Schulabschluss", FLYER, FLYER, "15.01.2024", ""),
    ("", AA, (FIZ,), "Anerkennung ausländischer Zeugnisse", "dito", FLYER, "01.03.2024", "nur mit Einwilligung"),
    (JC, JC, (AA,), "Weiterbildungsförderung", "Datenübergabe im System", "Datenübergabe im System", "01.01.2025", ""),
    ("", JC, (FRAUEN,), "Wiedereinstieg nach Familienzeit", BEGLEITET, BEGLEITET, "", ""),
    ("", JC, (), "Schuldnerberatung", "", "", "", ""),
    (
        VHS,
        VHS,
        (AA, JC),
        "Frage zum Bildungsgutschein",
        "Rufnummer wird mitgegeben",
        "Rufnummer wird mitgegeben",
        "",
        "",
    ),
    ("Frauenzentrum Neiße", FRAUEN, (VHS,), "Sprachkurs gesucht", BEGLEITET, BEGLEITET, "20.05.2024", ""),
    (IHK, IHK, (LERNHAUS,), "Berufssprachkurs für Auszubildende", TERMIN, TERMIN, "?", "Absprache mit den Betrieben"),
    (FIZ, FIZ, None, "", "", "", "", ""),
)


def book() -> Book:
    """Return the file."""
    made = Book(
        "e04_uebergaben_cp1252",
        ".csv",
        "Absprachen zur Weiterleitung",
        "Oberlausitz",
        3,
        (
            "csv",
            "cp1252",
            "semicolon",
            "sep_line",
            "title_rows",
            "edge_list",
            "blank_actor_below",
            "ditto",
            "open_cells",
        ),
        (AA, JC, VHS, IHK, FIZ, FRAUEN, LERNHAUS),
        kind="csv",
        encoding="cp1252",
    )
    sheet = made.sheet("", kind="edges", orientation="edges_in_rows", header_rows=[4], first_data_row=5)
    sheet.put("A1", "sep=;", "ignorable")
    sheet.put("A2", "Absprachen zur Weiterleitung von Ratsuchenden", "title")
    sheet.line("A4", HEADER, "header")
    for row, (written, sender, receivers, occasion, mode_written, mode, date, hint) in enumerate(ROWS, start=5):
        if written:
            sheet.put(f"A{row}", written, "label")
            sheet.same(f"A{row}", f"B{row}")
        for letter, value in (("C", occasion), ("D", mode_written), ("F", hint)):
            if value:
                sheet.put(f"{letter}{row}", value, "qualifier")
        if date:
            sheet.put(f"E{row}", date, "report" if date == "?" else "qualifier")
        if receivers is None:
            sheet.put(f"B{row}", "–", "negative")
        elif not receivers:
            sheet.put(f"B{row}", "wird noch benannt", "report")
        else:
            day, month, year = date.split(".") if len(date) == 10 else ("", "", "")
            details = {"occasion": occasion, "mode": mode, "agreed_on": f"{year}-{month}-{day}" if year else ""}
            given = {key: value for key, value in details.items() if value}
            facts = [say(sender, "refers_to", receiver, **given) for receiver in receivers]
            sheet.put(f"B{row}", "\n".join(receivers), "statement", *facts)
    return made
