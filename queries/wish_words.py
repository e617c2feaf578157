"""What a client needs in practice, in words for a sheet: languages and formats by their labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from graph.view import View
from ontology.text import fold
from queries.phrases import phrase
from queries.references import References
from queries.spoken import says
from queries.wishes import PRESENCE, Wish, wishes, words


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
    if wish.name in _SAID:
        value = "/".join(_SAID[wish.name](one, language) for one in re.split(r"\s*\|\s*", value) if one)
    if wish.concepts:
        labels = [concept.label(language) for row in wish.concepts if (concept := references.concept(row))]
        value = "/".join(labels) + (f" ({wish.level})" if wish.level else "")
    return phrase("wishes", wish.name, language, value=value.replace("|", "/"))


def _hours(text: str, language: str) -> str:
    """Return when, in the language of the sheet; hours by the clock as they were said."""
    folded = fold(text)
    named = next((name for name, listed in words()["hours"].items() if says(folded, listed)), "")
    return phrase("wish_values", named, language) if named and not any(map(str.isdigit, folded)) else text


def _cost(text: str, language: str) -> str:
    """Return what it may cost: free, or an amount at most."""
    if says(fold(text), words()["cost"]["free"]):
        return phrase("wish_values", "free", language)
    return phrase("wish_values", "most", language, value=text) if text.isdigit() else text


_SAID: Mapping[str, Callable[[str, str], str]] = {"hours": _hours, "cost": _cost}
