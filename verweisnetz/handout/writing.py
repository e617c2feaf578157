"""Writes the sheet to a file, whole or not at all; the ending says whether it is a page or text."""

from __future__ import annotations

from pathlib import Path

from graph.atomic import atomic_write
from ontology.errors import QuestionError, RegionError
from queries.profile import Profile
from queries.route import RoutesAnswer
from queries.wish_words import wish_words
from verweisnetz.handout.handout import Handout, handout
from verweisnetz.handout.page import handout_page
from verweisnetz.handout.text import handout_text
from verweisnetz.region import Region

PAGES, TEXTS = (".html", ".htm"), (".txt", ".text")


def sheet_of(region: Region, profile: Profile, answer: RoutesAnswer, language: str = "", number: int = 1) -> Handout:
    """Return the sheet of one route of an answer.

    Raises:
        QuestionError: the answer has no route of that number.
    """
    found = len(answer.routes)
    if not 1 <= number <= max(found, 1):
        raise QuestionError(
            f"there is no route {number}; the answer has {found}",
            de=f"einen Weg {number} gibt es nicht; die Antwort hat {found}",
        )
    language = language or region.settings.language
    frame = wish_words(region.view, profile.practical, language)
    return handout(answer, region.settings.name, frame, language, number)


def write_handout(path: str | Path, sheet: Handout) -> None:
    """Write a sheet as a page (``.html``) or as text (``.txt``).

    Raises:
        RegionError: for another ending, or a place where nothing can be written.
    """
    out = Path(path)
    ending = out.suffix.lower()
    if ending not in (*PAGES, *TEXTS):
        raise RegionError(
            f"{out}: a sheet is written as .html or .txt, or to standard output with -",
            de=f"{out}: ein Verweisblatt wird als .html oder .txt geschrieben, mit - in die Standardausgabe",
        )
    text = handout_page(sheet) if ending in PAGES else handout_text(sheet)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(out, text.encode("utf-8"))
    except (FileExistsError, IsADirectoryError, NotADirectoryError) as error:
        raise RegionError(
            f"{out}: cannot be written there ({error.strerror})",
            de=f"{out}: kann dort nicht geschrieben werden ({error.strerror})",
        ) from error
