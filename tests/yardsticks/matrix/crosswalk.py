"""Our statements in the words of the matrix yardstick; the only place that speaks them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from graph.evidence import Cell
from graph.statement import Mention, Statement

PREDICATES = {
    "offers": "offers", "forAudience": "serves", "onTheme": "covers_theme", "inRegion": "active_in", "refersTo": "refers_to",
    "type": "has_type", "alias": "alias", "contactName": "contact_name", "contactPhone": "contact_phone",
    "contactMail": "contact_mail", "website": "website", "address": "address", "cost": "cost", "capacity": "capacity",
    "format": "format", "language": "language", "openingHours": "opening_hours", "status": "status",
    "legalBasis": "legal_basis", "lastChecked": "last_checked", "remark": "remark", "other": "other", "label": "label",
    "access": "other", "fundedBy": "other", "memberOf": "other", "cooperatesWith": "other",
    "runsFrom": "valid_from", "runsUntil": "valid_until",
}  # fmt: skip
CONDITIONS = {"audience": "target_group"}
SHOWN = frozenset(
    {
        "note", "meaning", "footnote", "comment", "contact", "mode", "count", "uncertain", "hidden", "column", "agreed_on",
        "region", "target_group", "theme", "offer", "age_below", "age_max", "age_min", "age_above", "legal_basis",
        "valid_from", "valid_until", "occasion",
    }
)  # fmt: skip


class Labels:
    """Labels as read; one that stands for several actors on several sheets carries its sheet's region."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.scopes: dict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            self.scopes[mention.label].add(mention.scope)

    def of(self, mention: Mention) -> str:
        """Return the label the yardstick sees."""
        several = len(self.scopes[mention.label]) > 1
        return f"{mention.label} {mention.scope}" if several and mention.scope else mention.label


def rows(statement: Statement, labels: Labels) -> Iterator[dict[str, object]]:
    """Yield one statement as the scorer reads it, once for each cell it was read from."""
    said = statement.object
    qualifiers: dict[str, str] = {}
    for name, value in (*statement.conditions, *statement.details):
        name = CONDITIONS.get(name, name)
        if name in SHOWN and value not in qualifiers.get(name, "").split("; "):
            qualifiers[name] = f"{qualifiers[name]}; {value}" if name in qualifiers else value
    for place in statement.evidence:
        assert isinstance(place, Cell)
        yield {
            "subject": labels.of(statement.subject),
            "predicate": PREDICATES[statement.predicate],
            "object": labels.of(said) if isinstance(said, Mention) else said.value,
            "qualifiers": qualifiers,
            "sheet": place.sheet,
            "cell": place.ref,
        }
