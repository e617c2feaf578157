"""What a truth says: statements in the yardstick's words."""

from __future__ import annotations

from typing import Any

Fact = dict[str, Any]


def says(subject: str, predicate: str, said: object, **qualifiers: object) -> Fact:
    """Return a statement of the truth."""
    return {"subject": subject, "predicate": predicate, "object": said, "qualifiers": qualifiers}


def maybe(fact: Fact) -> Fact:
    """Return the statement as accepted but not asked for."""
    return {**fact, "optional": True}


def also(fact: Fact, **other: object) -> Fact:
    """Return the statement with one more reading that is equally right."""
    return {**fact, "accept": [*fact.get("accept", []), other]}


def qualified(fact: Fact, qualifiers: dict[str, object]) -> Fact:
    """Return the statement with further qualifiers."""
    return {**fact, "qualifiers": {**fact["qualifiers"], **qualifiers}}


PREDICATE = {"offers": "offers", "audiences": "serves", "themes": "covers_theme", "regions": "active_in"}
DIMENSION = {"offers": "offer", "audiences": "target_group", "themes": "theme", "regions": "region"}
