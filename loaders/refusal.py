"""Why a file is refused, as data that crosses the process border; words come from the catalogue on this side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ontology.errors import LoadError


class Refusal(Exception):
    """A file is not read any further.

    Args:
        code: the stable code of the `LoadError` to come: ``encrypted``, ``broken``, ``not_a_table``, ...
        message: number of the sentence in the catalogue, such as ``VN1002``.
        place: sheet, cell or part of the archive, where known.
        params: what fills the sentence.
    """

    def __init__(self, code: str, message: str, place: str = "", **params: str) -> None:
        self.code = code
        self.message = message
        self.place = place
        self.params = params
        super().__init__(f"{code} {message} {place} {params}")

    def to_dict(self) -> dict[str, object]:
        """Return the refusal as JSON values."""
        return {"code": self.code, "message": self.message, "place": self.place, "params": self.params}


def load_error(refusal: Refusal, source: str) -> LoadError:
    """Return the error a person reads: what, where and what to do, in both languages."""
    from ontology.errors import LoadError  # here, not above: the child never needs the catalogue
    from ontology.messages import hint, sentence

    words = {
        language: " ".join(
            part
            for part in (
                sentence(refusal.message, language, refusal.params),
                hint(refusal.message, language, refusal.params),
            )
            if part
        )
        for language in ("de", "en")
    }
    return LoadError(refusal.code, source, de=words["de"], en=words["en"], place=refusal.place)
