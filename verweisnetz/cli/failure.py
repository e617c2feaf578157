"""A failure as a person reads it: one message in their language, and an exit code for programs."""

from __future__ import annotations

import errno
import os
import traceback
from pathlib import Path
from typing import IO, Any, Self

import click

from ontology.errors import LoadError, OntologyError, QuestionError, RegionError, StoreError, VerweisnetzError
from verweisnetz.cli.saying import say

DEBUG = "VERWEISNETZ_DEBUG"
"""Set, it shows the traceback of a bug: it may hold what the client said, hence not by default."""

OURS = ("graph/", "loaders/", "ontology/", "queries/", "verweisnetz/")
FORESEEN = (VerweisnetzError, OSError, MemoryError, RecursionError, KeyboardInterrupt)

_CODES: tuple[tuple[type[BaseException], int], ...] = (
    (QuestionError, 2),
    (OntologyError, 2),
    (LoadError, 3),
    (RegionError, 3),
    (StoreError, 4),
    (VerweisnetzError, 3),
    (OSError, 3),
    (KeyboardInterrupt, 130),
    (BaseException, 5),
)
_WORDS = {
    "de": {
        "near": "zur Auswahl",
        "interrupted": "abgebrochen; was vorher galt, gilt weiter",
        "limit": "das ist zu groß oder zu tief verschachtelt; was vorher galt, gilt weiter",
        "permission": "keine Berechtigung, dort zu lesen oder zu schreiben",
        "full": "kein Platz mehr auf dem Datenträger",
        "missing": "nicht gefunden",
        "folder": "das ist ein Ordner, keine Datei",
        "file": "das ist eine Datei, kein Ordner",
        "other": "nicht lesbar oder nicht beschreibbar",
        "bug": "unerwarteter Fehler ({kind} in {place}). Das ist ein Fehler des Programms, nicht Ihrer Daten: bitte "
        "melden. Was vorher galt, gilt weiter. Mit {debug}=1 zeigt das Programm den ganzen Ablauf.",
    },
    "en": {
        "near": "to choose from",
        "interrupted": "interrupted; what held before still holds",
        "limit": "this is too large or nested too deeply; what held before still holds",
        "permission": "no permission to read or write there",
        "full": "no space left on the disk",
        "missing": "not found",
        "folder": "this is a folder, not a file",
        "file": "this is a file, not a folder",
        "other": "cannot be read or written",
        "bug": "unexpected error ({kind} in {place}). This is a fault of the program, not of your data: please report "
        "it. What held before still holds. With {debug}=1 the program shows everything that led to it.",
    },
}
_REASONS = {
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EROFS: "permission",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.ENOENT: "missing",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "file",
    errno.EEXIST: "file",
}


class Failure(click.ClickException):
    """What is said instead of a traceback."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        vars(self)["exit_code"] = exit_code  # click declares it once per class; here each failure has its own

    @classmethod
    def of(cls, error: BaseException, language: str) -> Self:
        """Return a foreseen error (one of `FORESEEN`) as a person reads it."""
        code = next(code for kind, code in _CODES if isinstance(error, kind))
        return cls(_told(error, language), code)

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message on stderr."""
        say(f"verweisnetz: {self.message}", file=file, err=True)


def bug(error: BaseException, language: str = "") -> Failure:
    """Return what is said of an error nobody foresaw: what and where, not what the data were."""
    from verweisnetz.cli.language import LANGUAGES, VARIABLE

    home = Path(__file__).resolve().parents[2]
    frames = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    ours = [f"{path.relative_to(home).as_posix()}:{line}" for path, line in frames if home in path.parents]
    place = next((here for here in reversed(ours) if here.startswith(OURS)), "?")
    said = language or os.environ.get(VARIABLE, "")
    words = _WORDS[said if said in LANGUAGES else "de"]
    return Failure(words["bug"].format(kind=type(error).__name__, place=place, debug=DEBUG), 70)


def _told(error: BaseException, language: str) -> str:
    words = _WORDS[language]
    if isinstance(error, VerweisnetzError):
        near = getattr(error, "near", ())
        return error.message(language) + (f"\n  {words['near']}: {' · '.join(near)}" if near else "")
    if isinstance(error, OSError):
        reason = words.get(_REASONS.get(error.errno or 0, ""), f"{words['other']} ({error.strerror or error})")
        return f"{error.filename}: {reason}" if error.filename else reason
    return words["interrupted" if isinstance(error, KeyboardInterrupt) else "limit"]
