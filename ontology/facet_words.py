"""Facets in words for people: labels, questions, and a group read out."""

from __future__ import annotations

from ontology.facet_fit import Fit
from ontology.facet_schema import schema
from ontology.facet_terms import Choice, Conjunction, Constraint, Group, read_conjunction


def facet_label(name: str, language: str) -> str:
    """Return the label of a facet in ``de`` or ``en``; a quoted note is its own label."""
    facet = schema().facets.get(name)
    if facet is None:
        return name
    return facet.en if language == "en" else facet.de


def question(name: str, language: str) -> str:
    """Return what to ask the client about a facet, or about a note in quotation marks."""
    if name.startswith('"'):
        (note,) = read_conjunction(f"note={name}")
        return _ask("note", language).replace("{value}", note.value)
    return _ask(name, language)


def questions(fit: Fit, language: str) -> tuple[str, ...]:
    """Return every question a fit leaves open; at the edge of a limit it goes to the provider."""
    at_edge = {edge: read_conjunction(edge).constraints[0] for edge in fit.edges}
    settled = {constraint.facet for constraint in at_edge.values()}
    asked = [question(name, language) for name in fit.ask if name not in settled]
    return (*asked, *(_edge(constraint, language) for constraint in at_edge.values()))


def describe(group: Group | Conjunction, language: str) -> str:
    """Return a group in words, e.g. ``geringfügig beschäftigt, unter 35 Jahre``."""
    if isinstance(group, Conjunction):
        return ", ".join(_words(constraint, language) for constraint in group)
    joint = " or " if language == "en" else " oder "
    return joint.join(describe(alternative, language) for alternative in group.alternatives)


def _ask(name: str, language: str) -> str:
    return schema().facets[name].ask["en" if language == "en" else "de"]


def _edge(constraint: Constraint, language: str) -> str:
    words = _words(constraint, language)
    if language == "en":
        return f"Does “{words}” include {constraint.value}? Ask the provider."
    return f"Ist bei „{words}“ die Grenze {constraint.value} eingeschlossen? Beim Anbieter nachfragen."


def _words(constraint: Constraint, language: str) -> str:
    key = "en" if language == "en" else "de"
    facet = schema().facets[constraint.facet]
    if not isinstance(constraint, Choice):
        return facet.say[constraint.operator][key].format(value=constraint.value)
    value = facet.values.get(constraint.value)
    words = (value.en if key == "en" else value.de) if value else _free(constraint, key)
    if constraint.holds:
        return words
    return f"not: {words}" if key == "en" else f"nicht: {words}"


def _free(constraint: Choice, language: str) -> str:
    if constraint.facet == "note":
        return f"“{constraint.value}”" if language == "en" else f"„{constraint.value}“"
    return f"{facet_label(constraint.facet, language)} {constraint.value}"
