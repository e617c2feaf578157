"""The advisor's answer as text: the routes step by step, what to ask, and why not elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from queries.competence_words import told
from queries.explain import explain
from queries.phrases import phrase
from queries.route import Route, RoutesAnswer
from verweisnetz.cli.lines import barred_lines, why_not_lines, wrapped

HEADS = {
    "de": {"route": "Weg", "for": "für", "yes": "passt", "ask": "passt vielleicht: nachfragen",
           "none": "Kein Weg bekannt für", "unreachable": "Passt, ist so aber nicht zu erreichen"},
    "en": {"route": "Route", "for": "for", "yes": "fits", "ask": "may fit: ask",
           "none": "No way known for", "unreachable": "Fits, but is not reached like this"},
}  # fmt: skip


def route_text(answer: RoutesAnswer, language: str) -> str:
    """Return the whole answer for a terminal."""
    return "\n".join(_lines(answer, language))


def _lines(answer: RoutesAnswer, language: str) -> Iterator[str]:
    heads = HEADS[language]
    for note in answer.notes:
        yield from wrapped(phrase("notes", note, language), "")
    for number, route in enumerate(answer.routes, 1):
        need = f"   ({heads['for']} {route.need.label(language)})" if len(answer.needs) > 1 and route.need else ""
        yield ""
        yield f"{heads['route']} {number}: " + _way(route) + f"   [{heads[route.fit]}]" + need
        for line in explain(route, language).split("\n"):
            yield from wrapped(line, "  ")
    if len(answer.needs) > 1 and answer.unmet and (answer.routes or answer.why_not or answer.unreachable):
        yield ""  # with -k 0 nobody asked for one
        yield from wrapped(f"{heads['none']}: {', '.join(need.label(language) for need in answer.unmet)}", "")
    if answer.competence:
        yield f"\n{phrase('competence', 'title', language)}:"
        for competence in answer.competence:
            yield from wrapped("· " + told(competence, language), "  ")
        yield from wrapped(phrase("competence", "advice", language), "  ")
    if answer.unreachable:
        yield f"\n{heads['unreachable']}:"
        yield from barred_lines(answer.unreachable, language)
    yield from why_not_lines(answer.why_not, language)


def _way(route: Route) -> str:
    return " → ".join(actor.label for actor in route.path)
