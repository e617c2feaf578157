"""Minutes of a meeting in a spreadsheet: text, no table."""

from tests.loaders.matrix.examiner.model import Book

LINES = (
    "Protokoll der Sitzung des Lenkungskreises",
    "Ort und Zeit: Kreishaus, kleiner Sitzungssaal, 10:00 bis 12:15 Uhr",
    "",
    "Die Vorsitzende begrüßt die Anwesenden und stellt fest, dass fristgerecht eingeladen wurde.",
    "Zu Punkt 1 berichtet die Geschäftsstelle, dass die Matrix der Angebote bis zum Herbst überarbeitet werden soll.",
    "Es wird vereinbart, dass alle Partner ihre Angaben selbst prüfen und Änderungen formlos mitteilen.",
    "",
    "Zu Punkt 2 gibt es eine längere Aussprache über die Erreichbarkeit von Beschäftigten in kleinen Betrieben.",
    "Ein Beschluss wird nicht gefasst; das Thema soll in der nächsten Sitzung erneut beraten werden.",
    "",
    "Die nächste Sitzung wird rechtzeitig bekannt gegeben.",
)


def book() -> Book:
    """Return the file."""
    made = Book(
        "e21_protokoll",
        ".xlsx",
        "Protokoll",
        "-",
        1,
        ("no_table",),
        (),
        expect_error=("not_a_table",),
    )
    sheet = made.sheet("Protokoll")
    for row, text in enumerate(LINES, start=1):
        if text:
            sheet.put(f"A{row}", text, "ignorable")
    return made
