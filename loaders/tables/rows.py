"""What a line of each table states: a need, a door, an accepted gap."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from graph.statement import ANY, Mention, Statement
from loaders.tables.layout import words
from loaders.tables.row import Row
from ontology.text import fold

_GAP_KIND = re.compile(r"[A-G][1-9]?")
_GAP_KINDS = "A, A1, A2, B, C, D, E, F, G"


def need(row: Row) -> Iterator[Statement]:
    """Yield what a line says about the need of a group for a theme, once per region."""
    said = fold(row.text("kind"))
    predicate = words()["need_kinds"].get(said, "" if said else "needed")
    if not predicate:
        row.report("VN3104", "kind", expected="Bedarf (needed), gedeckt (covered), kein Bedarf (no need)")
        row.drop()
        return
    audiences, themes = row.mentions("audience", "TargetGroup"), row.mentions("theme", "Theme")
    if audiences[0].label == ANY and themes[0].label == ANY:
        row.refuse("VN3105", "audience", "theme")
        return
    details = _filled(weight=row.weight(), note=row.text("note"))
    day = row.verified()
    for region in row.places():
        for audience in audiences:
            for theme in themes:
                yield _statement(row, audience, predicate, theme, _filled(region=region), details, day)


def door(row: Row) -> Iterator[Statement]:
    """Yield which group turns up at an actor, once per region."""
    actors = row.mentions("actor", "Actor")
    if actors[0].label == ANY:
        row.refuse("VN3105", "actor")
        return
    details = _filled(note=row.text("note"))
    audiences = row.mentions("audience", "TargetGroup")
    day = row.verified()
    for region in row.places():
        for actor in actors:
            for audience in audiences:
                yield _statement(row, actor, "reaches", audience, _filled(region=region), details, day)


def accepted_gap(row: Row) -> Iterator[Statement]:
    """Yield which gap somebody accepted, until when and why."""
    kind = row.text("kind").upper()
    kind = "" if fold(kind) in words()["any"] else kind
    if kind and not _GAP_KIND.fullmatch(kind):
        row.report("VN3104", "kind", expected=_GAP_KINDS)
        row.drop()
        return
    audiences, themes = row.mentions("audience", "TargetGroup"), row.mentions("theme", "Theme")
    if not kind and audiences[0].label == ANY and themes[0].label == ANY:
        row.refuse("VN3105", "kind", "audience", "theme")
        return
    details = _filled(owner=row.text("owner"), review_on=row.day("review_on"), reason=row.text("reason"))
    for region in row.places():
        for audience in audiences:
            for theme in themes:
                yield _statement(
                    row, audience, "gapAccepted", theme, _filled(kind=kind, region=region), details, row.stated_on
                )


READERS: Mapping[str, Callable[[Row], Iterator[Statement]]] = {
    "needs": need,
    "doors": door,
    "accepted_gaps": accepted_gap,
}


def _filled(**values: str) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, value) for name, value in values.items() if value))


def _statement(
    row: Row,
    subject: Mention,
    predicate: str,
    value: Mention,
    conditions: tuple[tuple[str, str], ...],
    details: tuple[tuple[str, str], ...],
    last_verified: str,
) -> Statement:
    return Statement(
        source=row.source,
        subject=subject,
        predicate=predicate,
        object=value,
        conditions=conditions,
        details=details,
        evidence=row.evidence(),
        original=row.original(),
        method=row.method,
        last_verified=last_verified,
    )
