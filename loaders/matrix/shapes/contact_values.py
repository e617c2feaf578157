"""How a cell of contacts is told apart: people, desks, numbers, mails and addresses of the web."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from loaders.matrix import contacts
from loaders.matrix.restrictions import Pairs
from ontology.text import clean

_DESKS = re.compile(
    r"\b(?:team|empfang|sekretariat|zentrale|anmeldung|leitung|infopoint|sachgebiet|fachbereich|abteilung|referat)\b|"
    r"(?:stelle|theke|büro|zentrum|service)\b",
    re.IGNORECASE,
)
"""What is a desk and no person: a comma behind it parts two of them, one in "Muster, Petra" does not."""


def reached_otherwise(role: str, text: str) -> Iterator[tuple[str, str, Pairs]]:
    """Yield what a column of mails, phones or addresses of the web holds instead; nothing where it is neither."""
    other = contacts.looks_like(clean(text))
    if other and other != role:
        yield from ((other, value, ()) for value in MANY[other](text))


def people(text: str) -> list[str]:
    """Return the names in a contact-name cell: one per line or semicolon."""
    parts = [clean(part) for part in re.split(r"[\n;|•]|\s/\s", text)]
    parts = [desk for part in parts for desk in (part.split(", ") if _DESKS.search(part) else [part])]
    return [re.sub(r"^[-•]\s+", "", part).strip(" ,") for part in parts if part]


MANY: Mapping[str, Callable[[str], list[str]]] = {
    "contactName": people,
    "contactPhone": contacts.phones,
    "contactMail": contacts.mails,
    "website": contacts.webs,
}
"""What reads the entries of a column of contacts."""


def telephone(predicate: str, value: str) -> tuple[str, str]:
    """Return predicate and value of a number; a fax reaches nobody."""
    return ("other", value) if predicate == "fax" else (predicate, value)
