"""What a client needs in practice, in words for a sheet: languages and formats by their labels."""

from __future__ import annotations

from collections.abc import Iterable

from graph.view import View
from queries.phrases import phrase
from queries.references import References
from queries.wishes import PRESENCE, Wish, wishes


def wish_words(view: View, practical: Iterable[tuple[str, str]], language: str) -> tuple[str, ...]:
    """Return one phrase for each practical need that makes a difference.

    Raises:
        QuestionError: as `queries.wishes.wishes`.
    """
    given = dict(practical)
    references = References(view)
    return tuple(_phrase(references, wish, given[wish.name], language) for wish in wishes(view, given.items()))


def _phrase(references: References, wish: Wish, text: str, language: str) -> str:
    if wish.name in PRESENCE:
        return phrase("wishes", wish.name, language)
    value = text.strip()
    if wish.concepts:
        labels = [concept.label(language) for row in wish.concepts if (concept := references.concept(row))]
        value = "/".join(labels) + (f" ({wish.level})" if wish.level else "")
    return phrase("wishes", wish.name, language, value=value.replace("|", "/"))
