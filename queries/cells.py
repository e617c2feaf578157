"""What stands in the cells of tables that answers make for people: contacts, standings, questions, dates."""

from __future__ import annotations

from collections.abc import Iterable

from queries.dates import written
from queries.freshness import Freshness
from queries.phrases import word
from queries.questions import Question
from queries.references import ContactRef


def asked(questions: Iterable[Question], language: str) -> str:
    """Return open questions side by side."""
    return " ".join(question.text(language) for question in questions)


def reached_by(contacts: Iterable[ContactRef]) -> str:
    """Return the values of contacts, each once."""
    return ", ".join(dict.fromkeys(contact.value for contact in contacts))


def standing(found: Freshness, language: str) -> str:
    """Return how fresh something is and the day behind it."""
    day = f" ({written(found.checked, language)})" if found.checked else ""
    return word(found.state, language) + day
