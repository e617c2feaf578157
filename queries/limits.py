"""Where a question is refused because its numbers are beyond reason."""

from __future__ import annotations

from ontology.errors import QuestionError


def within(value: int, most: int, en: str, de: str, least: int = 0) -> None:
    """Refuse a number outside the limits of a question.

    Raises:
        QuestionError: it names the number, what it counts and the limit.
    """
    if value < least:
        raise QuestionError(f"{value} {en}: at least {least}", de=f"{value} {de}: mindestens {least}")
    if value > most:
        raise QuestionError(
            f"{value} {en}: at most {most} are answered", de=f"{value} {de}: höchstens {most} werden beantwortet"
        )
