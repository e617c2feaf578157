"""Who and what the other hand writes about; every claim made with these names is invented."""

from __future__ import annotations

from random import Random

KASSEL = [
    "Agentur für Arbeit Kassel", "Jobcenter Stadt Kassel", "Jobcenter Landkreis Kassel", "IHK Kassel-Marburg",
    "Handwerkskammer Kassel", "Volkshochschule Region Kassel", "Frauentreff Fuldaaue e. V. (fiktiv)",
    "Bildungswerk Habichtswald gGmbH (fiktiv)", "Hessencampus Nordhessen", "Diakonisches Werk Region Kassel",
]  # fmt: skip
EMSLAND = [
    "Agentur für Arbeit Nordhorn", "Jobcenter Landkreis Emsland", "VHS Lingen", "VHS Papenburg",
    "Caritasverband Emsland", "Wachstumsregion Ems-Achse e. V.", "Kreishandwerkerschaft Emsland Mitte-Süd",
    "Ländliche Erwachsenenbildung Emsland", "Lernhaus Hümmling (fiktiv)", "Migrationszentrum Meppen",
]  # fmt: skip
LIPPE = [
    "Kolping-Bildungswerk Paderborn", "IHK Lippe zu Detmold", "VHS Bielefeld", "Netzwerk Lippe gGmbH",
    "Jobcenter Lippe", "Diakonie Paderborn-Höxter", "Handwerkskammer Ostwestfalen-Lippe zu Bielefeld",
    "Bildungsbüro Kreis Höxter", "Werkstatt Weserbogen (fiktiv)", "Agentur für Arbeit Detmold",
]  # fmt: skip
LAUSITZ = [
    "Agentur für Arbeit Bautzen", "Jobcenter Görlitz", "VHS Dreiländereck", "Handwerkskammer Dresden",
    "Fachkräfteallianz Görlitz", "Caritas Oberlausitz", "Qualifizierungszentrum Neißetal GmbH (fiktiv)",
    "Frauenzentrum Zittau", "DGB-Bezirk Ostsachsen", "Landratsamt Bautzen",
]  # fmt: skip
OFFERS = [
    "Orientierungsberatung", "Bewerbungstraining", "Anpassungsqualifizierung", "Externenprüfung", "Berufssprachkurs",
    "Kompetenzfeststellung", "Lerncafé", "Digitalsprechstunde", "Umschulungsbegleitung", "Einstiegsqualifizierung",
    "Gründungsberatung", "Schuldnerberatung", "Jobcoaching", "Weiterbildungsscheck", "Förderlotse", "Alphakurs",
    "Schweißerlehrgang", "Bildungsurlaubsberatung", "Nachqualifizierung Lager/Logistik", "Kinderbetreuungsplatzsuche",
]  # fmt: skip
GROUPS = [
    "Ungelernte", "Ältere", "Wiedereinsteigerinnen", "Neuzugewanderte", "Kurzarbeitende", "Solo-Selbstständige",
    "Menschen mit Behinderung", "Studienabbrechende", "Auszubildende", "Pflegende Angehörige", "Kleinbetriebe",
    "Erwerbslose", "Berufstätige", "Analphabeten", "Eltern in Elternzeit", "Schichtarbeitende",
]  # fmt: skip
THEMES = ["Digitales", "Grundbildung", "Sprache", "Aufstieg", "Anerkennung", "Finanzierung", "Vereinbarkeit"]
REGIONS = {
    "Emsland": ["Lingen", "Meppen", "Papenburg", "Haren", "Grafschaft Bentheim"],
    "Kassel": ["Stadt Kassel", "Landkreis Kassel", "Schwalm-Eder-Kreis", "Werra-Meißner-Kreis"],
    "Lausitz": ["Bautzen", "Görlitz", "Zittau", "Hoyerswerda"],
    "Lippe": ["Detmold", "Lemgo", "Kreis Höxter", "Paderborn", "Bielefeld"],
}
TEAMS = ["Team Beruf und Weiterbildung", "Servicestelle Beratung", "Sekretariat", "Fachbereich 3", "Anmeldung"]


def some(rng: Random, pool: list[str], count: int) -> list[str]:
    """Return different members of a pool in random order."""
    return rng.sample(pool, count)


def phone(rng: Random, style: int = 0) -> str:
    """Return a phone number of the range reserved for fiction, written one way or another."""
    line = rng.randint(100, 999)
    return [f"0221 4710-{line}", f"0221/4710{line}", f"+49 221 4710-{line}", f"(0221) 4710 - {line}"][style % 4]


def mail(actor: str, box: str = "info") -> str:
    """Return an invented address."""
    host = "".join(letter for letter in actor.split(" (")[0].lower() if letter.isascii() and letter.isalnum())
    return f"{box}@{host[:18]}.example.org"
