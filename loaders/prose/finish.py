"""The last step of every reader: what is worth telling about the whole document, and how long one may be."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.grid import Grid
from loaders.notes import note
from loaders.prose.document import Block, Document
from loaders.prose.language import other_language
from loaders.refusal import Refusal

LONGEST = 2_000_000
"""Characters of a document: more than a thousand pages are no description of a project."""


MOST_LINES = 50_000


def check_length(length: int) -> None:
    """Refuse a text that is too long to be one.

    Raises:
        Refusal: it is.
    """
    if length > LONGEST:
        raise Refusal("too_large", "VN1040", length=f"{length:_}".replace("_", " "), limit=f"{LONGEST // 1_000_000}")


def check_lines(text: str) -> None:
    """Refuse a text of more lines than a document has.

    Raises:
        Refusal: it has more.
    """
    count = max(text.count("\n"), text.count("\r"))
    if count > MOST_LINES:
        raise Refusal("too_large", "VN1048", count=str(count), limit=str(MOST_LINES))


def finished(
    text: str,
    blocks: Sequence[Block],
    *,
    title: str = "",
    tables: Sequence[Grid] = (),
    notes: Sequence[str] = (),
) -> Document:
    """Return the document.

    Raises:
        Refusal: nothing is written in it.
    """
    if not any(char.isalnum() for char in text):
        raise Refusal("not_a_document", "VN1037")
    spoken = "\n".join(text[block.start : block.end] for block in blocks if block.kind != "boilerplate")
    code = other_language(spoken)
    said = (note("VN1121", language=code),) if code else ()
    return Document("", text, tuple(blocks), " ".join(title.split()), tuple(tables), (*notes, *said))
