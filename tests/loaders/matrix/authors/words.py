"""What the authors share: restrictions with their meaning, made-up contacts, the names of two areas."""

from __future__ import annotations

from typing import Any

LIMITS: dict[str, dict[str, Any]] = {
    "": {},
    "auf Anfrage": {},
    "mit Termin": {},
    "nur vormittags": {},
    "nur Frauen": {},
    "nur SGB II": {"legal_basis": "SGB II"},
    "nur SGB III": {"legal_basis": "SGB III"},
    "ab 25": {"age_min": 25},
    "u25": {"age_below": 25},
    "unter 30": {"age_below": 30},
    "bis 35 J.": {"age_max": 35},
    "Ü50": {"age_above": 50},
}


def limited(note: str) -> dict[str, Any]:
    """Give the qualifiers that a restriction in a cell stands for."""
    return {"note": note, **LIMITS[note]}


def kind_of(actor: str, office: str, chamber: str, school: str) -> str:
    """Choose a word for what an actor is."""
    if actor.startswith(("Agentur", "Job", "Hanse-Job", "Zentrum für Arbeit", "Landratsamt")):
        return office
    return chamber if actor.startswith(("IHK", "Handwerkskammer", "Arbeitskammer")) else school


def phone(number: int) -> str:
    """Give a telephone number from the range kept for fiction."""
    return f"0221 4710-{number:03d}"


def mail(box: str) -> str:
    """Give an address that belongs to nobody."""
    return f"{box}@example.org"


SAAR = [
    "Agentur für Arbeit Saarland",
    "Jobcenter Neunkirchen",
    "Jobcenter Regionalverband Saarbrücken",
    "Handwerkskammer des Saarlandes",
    "IHK Saarland",
    "Arbeitskammer des Saarlandes",
    "VHS Regionalverband Saarbrücken",
    "KEB Saar-Hochwald",
    "Lernhaus Bliestal (fiktiv)",
]
SCHWABEN = [
    "VHS Kempten",
    "Volkshochschule Lindau",
    "IHK Schwaben",
    "Handwerkskammer für Schwaben",
    "Kolping Akademie Memmingen",
    "Illerschule gGmbH (fiktiv)",
    "Agentur für Arbeit Kempten-Memmingen",
]
THUERINGEN = [
    "Agentur für Arbeit Jena",
    "Jobcenter Weimar",
    "Jobcenter Saalfeld-Rudolstadt",
    "IHK Ostthüringen zu Gera",
    "Handwerkskammer für Ostthüringen",
    "Volkshochschule Jena",
    "Kreisvolkshochschule Saale-Holzland",
    "Akademie Saaletal gGmbH (fiktiv)",
    "Frauenzentrum Orlatal e. V. (fiktiv)",
    "Bildungswerk der Thüringer Wirtschaft",
]
