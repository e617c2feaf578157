"""Whom people had erased, as keyed digests: enough to know a name again in what a source says, too little to read it.

``decisions/erasures.csv`` keeps one line per spelling. A source goes on holding the name until whoever sent it takes
it out; the list is why the next build does not bring it back. Deleting a line lifts the erasure.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.evidence import Cell
from graph.issue import Issue
from ontology.text import fold

FILE = "erasures.csv"
COLUMNS = ("kind", "words", "salt", "digest", "by", "on", "note")
KINDS = frozenset({"words", "phone", "mail"})

WORD = re.compile(r"[^\W_]+")
PHONE = re.compile(r"\+?\d[\d\s/().\-–]{4,}\d")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_BEFORE = ("frau", "herr", "fr", "hr", "herrn", "dr", "prof")
_PARTICLES = frozenset(
    ("von", "vom", "zu", "zum", "zur", "van", "de", "der", "den", "dem", "del", "di", "da", "la", "le", "ter", "ten",
     "el", "al", "ibn", "bin", "ben", "abu")
)  # fmt: skip
"""Words before a family name that belong to it: "Frau von der Heide"."""
_ABROAD = re.compile(r"^(?:0049|49(?=\d{8}))")
_SALT = 8


@dataclass(frozen=True, slots=True, order=True)
class Erasure:
    """One spelling of an erased name, number or address.

    Args:
        kind: ``words`` (so many in a row), ``phone`` (its digits) or ``mail``.
    """

    kind: str
    words: int
    salt: str
    digest: str
    by: str = ""
    on: str = ""
    note: str = ""


def digest_of(kind: str, plain: str, salt: str) -> str:
    """Return the keyed digest of something in its plain form (`words_of`, `digits_of`, a folded address)."""
    return hashlib.blake2b(f"{kind}\0{plain}".encode(), digest_size=16, key=bytes.fromhex(salt)).hexdigest()


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a text."""
    return tuple(fold(word) for word in WORD.findall(text))


def digits_of(text: str) -> str:
    """Return a telephone number as digits, as one would dial it within Germany."""
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    return _ABROAD.sub("0", digits)


def spellings(said: str) -> Iterator[tuple[str, int, str]]:
    """Yield kind, number of words and plain form of everything that means what a person asked to have erased.

    A name is met as "Erika Mustermann", "Mustermann, Erika", "E. Mustermann" and "Frau Mustermann", and with an s behind
    it where something is theirs.
    """
    if MAIL.fullmatch(said.strip()):
        yield "mail", 1, fold(said)
        return
    if PHONE.fullmatch(said.strip()):
        yield "phone", 1, digits_of(said)
        return
    for form in sorted(_forms(said)):
        yield "words", len(form), " ".join(form)


def family_of(said: str) -> tuple[str, ...]:
    """Return the words of the family name: what stands before a comma, else last; none where only one name is said."""
    family, _, first = said.partition(",")
    if first.strip():
        return words_of(family)
    names = [name for name in said.split() if words_of(name)]
    return words_of(names[-1]) if len(names) > 1 else ()


def _forms(said: str) -> set[tuple[str, ...]]:
    words, family = words_of(said), family_of(said)
    if not family:
        return {words} - {()}
    comma = "," in said
    first = words[len(family) :] if comma else words[: len(words) - len(family)]
    while first and first[0] in _BEFORE:
        first = first[1:]
    forms = _of_family(first, family)
    particles = _particles_before(first)
    if particles:
        forms |= _of_family(first[: len(first) - particles], (*first[len(first) - particles :], *family))
    return forms | {(*form[:-1], f"{form[-1]}s") for form in forms if form[-1] == family[-1]}


def _particles_before(first: tuple[str, ...]) -> int:
    """Return how many of the words before a family name belong to it; a first name is left."""
    count = 0
    while count + 1 < len(first) and first[-1 - count] in _PARTICLES:
        count += 1
    return count


def _of_family(first: tuple[str, ...], family: tuple[str, ...]) -> set[tuple[str, ...]]:
    forms = {(title, *family) for title in _BEFORE}
    if first:
        initials = tuple(name[:1] for name in first)
        forms |= {(*first, *family), (*family, *first), (first[0], *family), (*family, first[0])}
        forms |= {(initials[0], *family), (*initials, *family), (*family, *initials), (*family, initials[0])}
    return forms


def erasures_of(said: Iterable[str], *, by: str = "", on: str = "", note: str = "") -> tuple[Erasure, ...]:
    """Return the lines that erase some names, numbers and addresses; each list has a salt of its own."""
    salt = os.urandom(_SALT).hex()
    found = {
        Erasure(kind, words, salt, digest_of(kind, plain, salt), by, on, note)
        for one in said
        for kind, words, plain in spellings(one)
    }
    return tuple(sorted(found))


def read_erasures(folder: Path) -> tuple[tuple[Erasure, ...], tuple[Issue, ...]]:
    """Return the erasures of a region's ``decisions`` folder, and an issue per line that is none."""
    path = folder / FILE
    if not path.is_file():
        return (), ()
    found, issues = set[Erasure](), []
    rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";")
    for number, row in enumerate(rows, 2):
        said = {name: (row.get(name) or "").strip() for name in COLUMNS}
        if said["kind"] in KINDS and said["words"].isdigit() and _is_hex(said["salt"]) and _is_hex(said["digest"]):
            found.add(Erasure(**{**said, "words": int(said["words"])}))  # type: ignore[arg-type]
        elif any(said.values()):
            issues.append(Issue("VN4003", f"{folder.name}/{FILE}", Cell("", f"A{number}"), ";".join(said.values())))
    return tuple(sorted(found)), tuple(issues)


def write_erasures(erasures: Iterable[Erasure]) -> str:
    """Return the table `read_erasures` reads."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([getattr(line, column) for column in COLUMNS] for line in sorted(set(erasures)))
    return out.getvalue()


def _is_hex(text: str) -> bool:
    return bool(text) and len(text) % 2 == 0 and re.fullmatch("[0-9a-f]+", text) is not None
