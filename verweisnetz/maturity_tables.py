"""What people say of the guideline's points, and their own success indicators: ``tables/maturity.csv`` and
``tables/indicators.csv``, read when somebody asks.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from ontology.text import fold, slug
from queries.maturity_answer import Decision, Indicator, Value
from queries.maturity_criteria import point, points
from queries.maturity_seen import Space
from queries.references import EvidenceRef
from verweisnetz.config import FILE
from verweisnetz.hand_tables import HandLine, read_lines
from verweisnetz.measuring import MEASURES

DECISIONS, INDICATORS = "tables/maturity.csv", "tables/indicators.csv"
_DECISION_HEADINGS = {
    "criterion": ("kriterium", "punkt"),
    "decision": ("entscheidung", "stand"),
    "by": ("von", "wer", "gremium"),
    "on": ("am", "datum"),
    "note": ("hinweis", "bemerkung", "begründung"),
}
_INDICATOR_HEADINGS = {
    "name": ("indikator", "bezeichnung", "indicator"),
    "unit": ("einheit",),
    "target": ("ziel", "zielwert"),
    "until": ("bis", "ziel bis"),
    "value": ("wert", "ist"),
    "on": ("am", "datum", "stand"),
    "source": ("quelle",),
    "measure": ("messgröße", "maß"),
    "note": ("hinweis", "bemerkung"),
}
_WORDS: dict[Literal["present", "otherwise"], tuple[str, ...]] = {
    "otherwise": ("otherwise", "solved otherwise", "deliberately solved otherwise", "anders", "anders gelöst",
                  "bewusst anders gelöst"),
    "present": ("present", "is there", "yes", "liegt vor", "vorhanden", "ja"),
}  # fmt: skip


def decisions_of(folder: Path) -> tuple[Decision, ...]:
    """Return what people decided about single points.

    Raises:
        RegionError: which line cannot be read, and why.
    """
    lines = read_lines(folder, DECISIONS, _DECISION_HEADINGS, ("criterion", "decision"))
    return tuple(map(_decision, lines))


def indicators_of(folder: Path) -> tuple[Indicator, ...]:
    """Return the network's own indicators in the order of the table; lines of one name are values of one indicator.

    Raises:
        RegionError: which line cannot be read, and why.
    """
    named: dict[str, list[HandLine]] = {}
    for line in read_lines(folder, INDICATORS, _INDICATOR_HEADINGS, ("name",)):
        if not line["name"]:
            line.wrong("lacks the name of the indicator", "es fehlt der Name des Indikators")
        named.setdefault(fold(line["name"]), []).append(line)
    return tuple(map(_indicator, named.values()))


def space_of(name: str) -> Space:
    """Return the space a configuration names, with where it stands."""
    return Space(name, (EvidenceRef(FILE, "[region] space", name, ()),) if name else ())


def _decision(line: HandLine) -> Decision:
    found = point(line["criterion"])
    if found is None:
        known = ", ".join(one.id for one in points())
        line.wrong(
            f"no point is called “{line['criterion']}”; there are {known}",
            f"einen Punkt „{line['criterion']}“ gibt es nicht; es gibt {known}",
        )
    said = fold(line["decision"])
    decision = next((key for key, words in _WORDS.items() if said in map(fold, words)), None)
    if decision is None:
        line.wrong(
            f"“{line['decision']}” is neither `present` nor `otherwise`",
            f"„{line['decision']}“ heißt weder „liegt vor“ noch „bewusst anders gelöst“",
        )
    return Decision(found.id, decision, line["by"], line.day("on"), line["note"], line.evidence("decision", "note"))


def _indicator(lines: list[HandLine]) -> Indicator:
    def last(column: str) -> str:
        return next((line[column] for line in reversed(lines) if line[column]), "")

    aimed = next((line for line in reversed(lines) if line["target"]), lines[0])
    values = [
        Value(line["value"], line.day("on"), line["source"], line["note"], line.evidence("value"))
        for line in lines
        if line["value"]
    ]
    values.sort(key=lambda value: value.on or date.min)
    until = aimed.day("until") or next((day for line in lines if (day := line.day("until"))), None)
    evidence = aimed.evidence("name", "target")
    return Indicator(lines[0]["name"], last("unit"), aimed["target"], until, tuple(values), evidence, _measure(lines))


def _measure(lines: list[HandLine]) -> str:
    line = next((line for line in reversed(lines) if line["measure"]), None)
    if line is None:
        return ""
    named = slug(line["measure"]).replace("-", "_")
    if named not in MEASURES:
        known = ", ".join(MEASURES)
        line.wrong(
            f"the graph cannot measure “{line['measure']}”; it can {known}",
            f"„{line['measure']}“ kann der Graph nicht messen; er kann {known}",
        )
    return named
