"""Short forms of actors' names as networks invent them."""

from __future__ import annotations

import re

KNOWN = {
    "Agentur für Arbeit": "AA", "Jobcenter": "JC", "Handwerkskammer": "HWK", "Caritasverband": "CV", "Diakonie": "DW",
    "Kreishandwerkerschaft": "KH", "Kreisvolkshochschule": "KVHS", "Kommunales Integrationszentrum": "KI",
    "Jugendmigrationsdienst": "JMD", "Regionalagentur": "RA", "Berufskolleg": "BK", "Migrationsberatung": "MB",
    "IG Metall": "IGM", "IG BCE": "IGBCE", "ver.di": "verdi", "IN VIA": "INVIA", "Der Paritätische": "DPWV",
    "Jugendberufsagentur": "JBA", "Integrationsfachdienst": "IFD", "Landratsamt": "LRA",
}  # fmt: skip


def short(name: str, taken: set[str]) -> str:
    """Return a short form nobody else has yet."""
    name = name.removesuffix(" (fiktiv)")
    words = re.findall(r"[A-Za-zÄÖÜäöüß]+", name)
    stem = next((sign for long, sign in KNOWN.items() if name.startswith(long)), "")
    if not stem and words[0].isupper() and len(words[0]) <= 4:
        stem = words[0]
    if not stem:
        capitals = [word for word in words if word[0].isupper()]
        stem = "".join(word[0] for word in capitals)[:4] if len(capitals) > 1 else words[0][:3].upper()
    last = words[-1]
    for sign in (
        stem,
        f"{stem} {last[:2].upper()}",
        f"{stem} {last[:3]}",
        *(f"{stem} {number}" for number in range(2, 30)),
    ):
        if sign not in taken and sign.casefold() != name.casefold():
            taken.add(sign)
            return sign
    raise ValueError(f"no short form is left for {name}")
