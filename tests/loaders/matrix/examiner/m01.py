"""Partners in rows, target groups in columns, one remark column."""

from tests.loaders.matrix.examiner.model import Book, kinds, say

GROUPS = (
    "Langzeitarbeitslose",
    "Auszubildende",
    "Beschäftigte in Kurzarbeit",
    "Eltern in Elternzeit",
    "Menschen mit Behinderung",
    "Kleinbetriebe",
)
ROWS = (
    ("Jobcenter Lippe", "B D E", ""),
    ("Agentur für Arbeit Detmold", "B C D F G", ""),
    ("Volkshochschule Lippe-West", "B E", "Termine nur nach Anmeldung"),
    ("Handwerkskammer Ostwestfalen-Lippe zu Bielefeld", "C G", ""),
    ("IHK Lippe zu Detmold", "C G", "Betriebsbesuche möglich"),
    ("Netzwerk Lippe gGmbH", "B E F", ""),
    ("Kolping-Bildungswerk Blomberg (fiktiv)", "", "neu im Netzwerk, Rückmeldung steht aus"),
    ("Gleichstellungsstelle Kreis Lippe", "E", ""),
)


def book() -> Book:
    """Return the file."""
    made = Book(
        "e01_wen",
        ".xlsx",
        "Wen beraten die Partner?",
        "Lippe",
        1,
        ("plain_header", "marks_x", "empty_actor_row", "remark_column"),
        tuple(name for name, _, _ in ROWS),
    )
    sheet = made.sheet("Tabelle1", kind="matrix", orientation="actors_in_rows", header_rows=[1], first_data_row=2)
    sheet.line("A1", ("Partner / Zielgruppe", *GROUPS, "Anmerkungen"), "header")
    columns = kinds("serves", "B", GROUPS)
    for row, (actor, marked, remark) in enumerate(ROWS, start=2):
        sheet.put(f"A{row}", actor, "label")
        sheet.answers(row, actor, columns, dict.fromkeys(marked.split(), "X"))
        if remark:
            sheet.put(f"H{row}", remark, "statement", say(actor, "remark", remark))
    return made
