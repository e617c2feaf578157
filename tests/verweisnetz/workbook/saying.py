"""Statements as any source could make them, for laws that hold for all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from graph.evidence import Cell
from graph.statement import CONDITIONS, Literal, Mention, Statement
from ontology.text import clean
from ontology.vocabulary import load

SOURCE = "matrix.xlsx"
_WORDS = [
    "VHS Hagen", "Jobcenter", "Bildungsberatung", "Frauen", "Hagen", "Kurs A; Kurs B", '"Kurs" B', "a: b", "=1+1", "+49 221",
    "-x", "@home", "alle Anbieter", "ja, per Mail", "Wert ist ein", "# 1", "u25", "nur SGB II", "unter 25", "2026-01-01", "12",
    "012", "1,5", "Ä ö ß", "«»", "Offen", "Termin vereinbart", "https://www.example.org", "x" * 300,
]  # fmt: skip
_WRITABLE = st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff")
"""XML, and so a workbook, has no place for the last two: what holds them is left and counted."""
words = st.one_of(st.sampled_from(_WORDS), st.text(_WRITABLE, min_size=1, max_size=12).map(clean).filter(bool))
days = st.sampled_from(["", "", "2025-01-31", "2026-11-02"])
_PREDICATES = sorted(
    name
    for name in load().predicates
    if name not in {"needed", "covered", "noNeed", "gapAccepted", "reaches", "guides"}
)
_DETAILS = [
    "note", "meaning", "handover", "mode", "responsibility", "contact", "checked", "agreed_on", "original_label", "column",
    "role", "exclusive", "ganz eigenes",
]  # fmt: skip
_VALUES = {
    "valid_from": ["2026-01-01", "Anfang 2026"], "age_min": ["25"], "age_below": ["25", "27"], "age_max": ["x", "34"],
    "handover": ["handover/appointment", "frei"], "responsibility": ["responsibility/receiver", "wir"],
    "checked": ["2026-11-02", "neulich"], "agreed_on": ["2026-01-01", "mündlich"],
}  # fmt: skip


def _pairs(names: list[str], most: int) -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    pair = st.sampled_from(names).flatmap(
        lambda name: st.tuples(st.just(name), st.sampled_from(_VALUES[name]) if name in _VALUES else words)
    )
    return st.lists(pair, max_size=most).map(lambda pairs: tuple(sorted(set(pairs))))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Return one statement the closed list of predicates allows."""
    predicate = load().predicates[draw(st.sampled_from(_PREDICATES))]
    subject = Mention(
        draw(words), draw(st.sampled_from(sorted(predicate.domain - {"Any"}))), draw(st.sampled_from(["", "", "Hagen"]))
    )
    kind = draw(st.sampled_from(sorted(predicate.range - {"Any"})))
    value = draw(words)
    said = Literal(value) if kind == "Literal" else Mention(value, kind, draw(st.sampled_from(["", "", "Olpe"])))
    if predicate.name == "label":
        said = Literal(subject.label)
    if predicate.name == "lastChecked":
        said = Literal(draw(st.sampled_from(["2025-01-31", "2026-11-02"])))
    return Statement(
        SOURCE, subject, predicate.name, said, draw(_pairs(list(CONDITIONS), 3)), draw(_pairs(_DETAILS, 2)),
        draw(st.sampled_from(["yes", "yes", "partly", "no"])), draw(st.sampled_from(["asserted", "asserted", "planned", "possible"])),
        (Cell("Blatt", f"B{draw(st.integers(1, 99))}"),), value, "test", "high", draw(days),
    )  # fmt: skip
