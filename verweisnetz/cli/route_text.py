"""The advisor's answer as text: the routes step by step, what to ask, and why not elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from queries.competence_words import told
from queries.explain import explain
from queries.phrases import phrase
from queries.route import Route, RoutesAnswer
from verweisnetz.cli.lines import why_not_lines, wrapped

HEADS = {
    "de": {"route": "Weg", "yes": "passt", "ask": "passt vielleicht: nachfragen",
           "unreachable": "Passt, aber kein Weg führt hin"},
    "en": {"route": "Route", "yes": "fits", "ask": "may fit: ask",
           "unreachable": "Fits, but no way leads there"},
}  # fmt: skip


def route_text(answer: RoutesAnswer, language: str) -> str:
    """Return the whole answer for a terminal."""
    return "\n".join(_lines(answer, language))


def _lines(answer: RoutesAnswer, language: str) -> Iterator[str]:
    heads = HEADS[language]
    for note in answer.notes:
        yield from wrapped(phrase("notes", note, language), "")
    for number, route in enumerate(answer.routes, 1):
        yield ""
        yield f"{heads['route']} {number}: " + _way(route) + f"   [{heads[route.fit]}]"
        for line in explain(route, language).split("\n"):
            yield from wrapped(line, "  ")
    if answer.competence:
        yield f"\n{phrase('competence', 'title', language)}:"
        for competence in answer.competence:
            yield from wrapped("· " + told(competence, language), "  ")
        yield from wrapped(phrase("competence", "advice", language), "  ")
    if answer.unreachable:
        yield f"\n{heads['unreachable']}:"
        for barred in answer.unreachable:
            barrier = phrase("unreachable", barred.reason, language)
            yield from wrapped(f"· {_named(barred.target, barred.offer)}: {barrier}", "  ")
    yield from why_not_lines(answer.why_not, language)


def _way(route: Route) -> str:
    return " → ".join(actor.label for actor in route.path)


def _named(target: object, offer: object) -> str:
    return " – ".join(str(getattr(part, "label", "")) for part in (target, offer) if part)
