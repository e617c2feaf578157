"""The door for project descriptions: the same gate as for tables, and what comes through it is a document."""

from __future__ import annotations

from pathlib import Path

from loaders.confined import answer
from loaders.limits import Limits
from loaders.prose import wire
from loaders.prose.document import Document
from loaders.prose.readers import KINDS
from loaders.refusal import Refusal, load_error
from loaders.sniff import kind_of

_OTHER_WORDS = {
    "VN1002": "VN1043", "VN1003": "VN1044", "VN1004": "VN1038", "VN1007": "VN1037", "VN1008": "VN1041",
    "VN1009": "VN1045", "VN1032": "VN1037", "VN1033": "VN1039", "VN1034": "VN1042", "VN1035": "VN1046",
    "VN1010": "VN1051", "VN1017": "VN1049", "VN1018": "VN1050",
}  # fmt: skip
"""What is said of tables, as it is said of texts."""


def read_document(path: Path, *, source: str = "", limits: Limits | None = None) -> Document:
    """Return a project description: its text, what each stretch of it is, and the tables in it.

    Args:
        source: id of the source; messages name the file by its own name where left out.

    Raises:
        LoadError: the file is empty, encrypted, broken, scanned, no document, of an unsupported format or too large.
    """
    limits = limits or Limits()
    try:
        kind = kind_of(path, limits)
        if kind not in KINDS:
            raise Refusal("not_a_document", "VN1036", format=path.suffix.lstrip(".") or kind)
        with answer(kind, path, limits, prose=True) as out:
            return wire.read(out, limits, source)
    except Refusal as refusal:
        raise load_error(_of_texts(refusal), source or path.name) from None
    except OSError as error:
        unreadable = Refusal("broken", "VN1022", detail=error.strerror or str(error))
        raise load_error(unreadable, source or path.name) from error


def _of_texts(refusal: Refusal) -> Refusal:
    message = _OTHER_WORDS.get(refusal.message, refusal.message)
    code = "not_a_document" if refusal.code == "not_a_table" else refusal.code
    return Refusal(code, message, refusal.place, **refusal.params)
