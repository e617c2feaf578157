"""Names, phones, mail addresses and web addresses mixed in one cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ontology.text import clean

MAIL = re.compile(r"[\w.+-]+(?:@|\s?\(at\)\s?|\s?\[at\]\s?)[\w-]+(?:\.[\w-]+)+")
WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>,;]+|\b(?:[\w-]+\.)+(?:de|org|com|net|eu|nrw|info)(?:/[^\s,;]*)?\b(?!@)", re.IGNORECASE
)
PHONE = re.compile(r"(?<![\w.@])(?!\d{1,3}\s*[/|]\s*(?:\+|\(?0))(?:\+|00?)?\d[\d\s/().–-]{4,}\d(?!\w|\.\d)")
_CAPTION = re.compile(
    r"\b(?:tel(?:efon)?|fon|phone|mobil|handy|hotline|fax|telefax|e-?mails?|mails?|web|internet|url|homepage|ansprechpartner(?:in)?|kontakt|ap)\b\.?\s*:?",
    re.IGNORECASE,
)
HOURS = re.compile(
    r"\b\d{1,2}(?:[.:]\d\d)?\s*(?:uhr\b|h\b)|\b(?:mo|di|mi|do|fr|sa)(?:\.|\b)\s*(?:[-–/,&+]|bis|und|\d)|\b(?:mon|diens|donners|frei|sams)tags?\b|\bmittwochs?\b|\bwerktags\b",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\d\s*(?:€|eur\b|euro\b)|\b(?:kostenlos|kostenfrei|gebührenfrei)\b", re.IGNORECASE)
_FAX = re.compile(r"\b(?:tele)?fax\b", re.IGNORECASE)
_DATE = re.compile(r"^\s*\d{1,2}\.\d{1,2}\.\d{2,4}\s*$")
_POSTCODE = re.compile(r"\b\d{5}\s+[A-ZÄÖÜ]")
_STREET = re.compile(
    r"(?:str(?:\.|aße|asse)|weg|platz|allee|gasse|ring|ufer|damm|markt|wall|graben|steig|hof|tor)\s*\d|"
    r"^(?:am|an der|an den|auf der|auf dem|im|in der|zum|zur)\s[^\d]+\s\d{1,4}\s?[a-z]?$",
    re.IGNORECASE,
)
_PIECE = re.compile(r"\n|;|\||,(?=\s)")


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found in a contact cell: predicate, value, and the name it belongs to."""

    predicate: str
    value: str
    whose: str = ""


def read(text: str) -> list[Found]:
    """Return what a mixed contact cell holds, in order; a phone belongs to the name before it."""
    found: list[Found] = []
    whose = ""
    for line in _lines(text):
        if HOURS.search(line) and not MAIL.search(line):
            found.append(Found("openingHours", clean(line)))
            continue
        rest, here = _line(line)
        if rest and not _is_address(rest):
            whose = rest
            found.append(Found("contactName", rest))
        elif rest:
            found.append(Found("address", rest))
        found += [Found(one.predicate, one.value, whose) for one in here]
    return _addresses_joined(found)


def apart(text: str) -> tuple[str, list[Found]]:
    """Return the name a cell begins with, and the address, phone, mail and web address that follow it in the same cell."""
    for match in _PIECE.finditer(text):
        end = _PIECE.search(text, match.end())
        piece = clean(text[match.end() : end.start() if end else len(text)])
        if _is_address(piece) or MAIL.search(piece) or WEB.search(piece) or PHONE.search(piece):
            return text[: match.start()].strip(), read(text[match.end() :])
    return text, []


def _addresses_joined(found: list[Found]) -> list[Found]:
    """Street and town of one address stand in pieces of their own; together they are one address."""
    joined: list[Found] = []
    for one in found:
        if joined and one.predicate == joined[-1].predicate == "address":
            joined[-1] = Found("address", f"{joined[-1].value}, {one.value}")
        else:
            joined.append(one)
    return joined


def _line(line: str) -> tuple[str, list[Found]]:
    here: list[Found] = []
    for predicate, form in (("contactMail", MAIL), ("website", WEB)):
        for match in form.finditer(line):
            here.append(Found(predicate, mail(match.group()) if form is MAIL else match.group().rstrip(".)")))
        line = form.sub(" ", line)
    if not _POSTCODE.search(line):
        kind = "fax" if _FAX.search(line) else "contactPhone"
        here += [Found(kind, clean(match.group())) for match in PHONE.finditer(line) if not _DATE.match(match.group())]
        line = PHONE.sub(" ", line)
    return clean(_CAPTION.sub(" ", line)).strip(" ,;:/()|-–<>"), here


def _lines(text: str) -> list[str]:
    return [part for line in text.splitlines() for part in re.split(r"[;|]|,(?=\s)", line) if part.strip()]


def _is_address(text: str) -> bool:
    return bool(_POSTCODE.search(text) or _STREET.search(text))


def mail(text: str) -> str:
    """Return a mail address without ``mailto:`` and with a real @."""
    return re.sub(r"\s?[(\[]at[)\]]\s?", "@", clean(text).removeprefix("mailto:"))


def phones(text: str) -> list[str]:
    """Return the phone numbers of a phone cell; a cell without one that can be told apart is one number."""
    parts = [clean(part) for part in re.split(r"[\n;|]|,\s|\s(?:oder|und|u\.|bzw\.)\s|\s/\s", text) if part.strip()]
    numbers = [clean(_CAPTION.sub(" ", part)).strip(" ,;:") for part in parts]
    return [number for number in numbers if len(re.sub(r"\D", "", number)) >= 3]


def mails(text: str) -> list[str]:
    """Return the mail addresses of a cell."""
    return [mail(match.group()) for match in MAIL.finditer(text)]


def webs(text: str) -> list[str]:
    """Return the web addresses of a cell."""
    return [match.group().rstrip(".)") for match in WEB.finditer(text)]


def looks_like(text: str) -> str:
    """Return the predicate of a cell that is one mail, web address or phone number, else an empty text."""
    if MAIL.search(text):
        return "contactMail"
    if WEB.fullmatch(text.strip()):
        return "website"
    if PHONE.fullmatch(text.strip()) and len(re.sub(r"\D", "", text)) >= 7 and not _DATE.match(text):
        return "contactPhone"
    return ""


def tells(text: str) -> str:
    """Return the predicate of a text that is an address, a price or opening hours, else an empty text."""
    if _is_address(text):
        return "address"
    if HOURS.search(text):
        return "openingHours"
    return "cost" if _MONEY.search(text) and len(text) <= 60 else ""
