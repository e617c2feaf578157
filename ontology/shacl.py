"""Checks a graph against ``shapes.ttl`` with pySHACL and returns the findings as data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Literal as Choice

from ontology.namespaces import ID, local_name

if TYPE_CHECKING:
    from rdflib import Dataset, Graph
    from rdflib.graph import _ObjectType as Node

Severity = Choice["violation", "warning", "info"]

_SH = "http://www.w3.org/ns/shacl#"
_FOLDER = Path(__file__).parent
_ORDER = ("violation", "warning", "info")


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a graph does not keep to a shape.

    Args:
        focus: what is wrong, as an id (``referral/…``) or the IRI of something foreign.
        path: the property concerned, short (``toActor``), or empty if the whole is.
        value: the value that is wrong, if it is one.
    """

    focus: str
    path: str
    severity: Severity
    message_de: str
    message_en: str
    value: str = ""

    def message(self, language: str) -> str:
        """Return the sentence in ``de`` or ``en``."""
        return self.message_en if language == "en" else self.message_de


def check(graph: Graph | Dataset) -> tuple[Finding, ...]:
    """Return what breaks the shapes, worst first, else sorted; a dataset is checked as one graph.

    The graph is not changed.
    """
    import pyshacl
    from rdflib import Graph, URIRef
    from rdflib.namespace import RDF

    _, report, _ = pyshacl.validate(_with_predicates(graph), shacl_graph=_shapes(), inference="none", advanced=False)
    if not isinstance(report, Graph):
        raise TypeError(f"pySHACL returned {report!r} instead of a report")
    results = report.subjects(RDF.type, URIRef(_SH + "ValidationResult"))
    found = {_finding(report, result) for result in results}
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.severity), one.focus, one.path, one.value)))


@cache
def _shapes() -> Graph:
    from rdflib import Graph

    return Graph().parse(_FOLDER / "shapes.ttl")


def _with_predicates(graph: Graph | Dataset) -> Graph:
    """Return a copy in one graph, with the closed list of predicates beside it."""
    from rdflib import Dataset, Graph

    united = Graph()
    if isinstance(graph, Dataset):
        united += ((subject, property_, object_) for subject, property_, object_, _ in graph.quads())
    else:
        united += graph
    return united.parse(_FOLDER / "predicates.ttl")


def _finding(report: Graph, result: Node) -> Finding:
    from rdflib import Literal, URIRef

    def one(name: str) -> str:
        value = report.value(result, URIRef(_SH + name))
        return "" if value is None else str(value)

    messages: dict[str, str] = {}
    for message in report.objects(result, URIRef(_SH + "resultMessage")):
        if isinstance(message, Literal):
            messages[message.language or ""] = str(message)
    shown = messages.get("") or one("resultMessage")
    severity = local_name(one("resultSeverity")).lower()
    return Finding(
        focus=_id(one("focusNode")),
        path=local_name(one("resultPath")),
        severity="info" if severity == "info" else "warning" if severity == "warning" else "violation",
        message_de=messages.get("de", shown),
        message_en=messages.get("en", shown),
        value=_id(one("value")) if one("value") != one("focusNode") else "",
    )


def _id(iri: str) -> str:
    return iri.removeprefix(ID)
