"""Sheets that repeat one table say by each other what their names stand for."""

from __future__ import annotations

from loaders.matrix.plan import Column, Plan
from loaders.matrix.siblings import scoped


def sheet(name: str, *offers: str, role: str = "offer", within: tuple[tuple[str, str], ...] = ()) -> Plan:
    marks = tuple(Column(number, role, "mark", label) for number, label in enumerate(offers, 2))
    return Plan(name, False, (1,), 2, 9, (Column(1, "actor", "stub"), *marks), within)


def test_a_name_is_of_the_kind_its_siblings_names_are_known_to_be() -> None:
    known = sheet("Hagen", "Coaching", "Sprachkurs", within=(("region", "Hagen"),))
    unknown = sheet("Talgrund", "Sprachkurs", "Coaching")
    assert [(("region", "Hagen"),), (("region", "Talgrund"),)] == [plan.within for plan in scoped([known, unknown])]


def test_names_nobody_has_judged_are_judged_by_their_looks_together() -> None:
    found = scoped([sheet("Hagen", "Coaching", "Sprachkurs"), sheet("Iserlohn", "Coaching", "Sprachkurs")])
    assert [(("region", "Hagen"),), (("region", "Iserlohn"),)] == [plan.within for plan in found]


def test_a_sheet_alone_stays_as_it_is() -> None:
    alone = [sheet("Hagen", "Coaching", "Sprachkurs")]
    assert alone == scoped(alone)


def test_sheets_with_other_marks_are_no_siblings() -> None:
    one = sheet("Hagen", "Coaching", "Sprachkurs", within=(("region", "Hagen"),))
    other = sheet("Talgrund", "Schuldnerberatung", "Umschulung")
    assert [one, other] == scoped([one, other])


def test_a_name_that_is_a_header_stands_for_nothing() -> None:
    known = sheet("Hagen", "Coaching", "Sprachkurs", within=(("region", "Hagen"),))
    header = sheet("Angebote", "Coaching", "Sprachkurs")
    assert header == scoped([known, header])[1]


def test_what_the_columns_say_already_the_name_does_not_say_again() -> None:
    known = sheet("Hagen", "Olpe", "Siegen", role="region", within=(("region", "Hagen"),))
    other = sheet("Talgrund", "Olpe", "Siegen", role="region")
    assert other == scoped([known, other])[1]
