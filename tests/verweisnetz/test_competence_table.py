"""A region's own rules of competence, and Monday's second question: which Agentur, and who visits the firm."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from ontology.errors import RegionError
from queries.competence_rules import Text, known_rules
from queries.competence_words import who
from queries.competences import Competence
from tests.cli.calling import call
from verweisnetz import region
from verweisnetz.competence_table import rules_of


def table(folder: Path, *lines: str) -> Path:
    (folder / "tables").mkdir(exist_ok=True)
    (folder / "tables/competence.csv").write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return folder


def test_without_a_table_the_rules_of_the_program_hold(tmp_path: Path) -> None:
    assert known_rules() == rules_of(tmp_path)


def test_a_row_replaces_adds_or_takes_away(tmp_path: Path) -> None:
    table(
        tmp_path,
        "id;role;task;task_en;types;whom;topics;place;area;norm;valid_from;checked",
        "arbeitgeber-service;;;;;;;;;;;",
        "grundsicherung;decides;Bürgergeld;;Jobcenter;Status = Bürgergeld;;residence;district|city;§ 36 SGB II;;ja",
        "schulden;advises;Schulden;debts;sozialberatung;;Schulden|offer-type/sozialberatung;residence;;;2026-01-01;",
    )
    rules = {rule.id: rule for rule in rules_of(tmp_path)}
    assert "arbeitgeber-service" not in rules
    basic, debts = rules["grundsicherung"], rules["schulden"]
    assert (("jobcenter",), "benefit=sgb2", ("district", "city"), True) == (
        basic.types, basic.whom, basic.area, basic.checked,
    )  # fmt: skip
    assert (("theme/schulden", "offer-type/sozialberatung"), Text("Schulden", "debts"), False) == (
        debts.topics, debts.task, debts.checked,
    )  # fmt: skip
    assert len(known_rules()) == len(rules)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("id;rolle", "a;x"), "unknown columns: `rolle`"),
        (("task;types", "a;jobcenter"), "no `id`"),
        (("id;task;types", ";a;jobcenter"), "line 2: lacks an id"),
        (("id;task;types", "a;b;"), "line 2: needs `task` and `types` or `actor`"),
        (("id;task;types", "a;b;Jobzentrum XY"), "line 2: the vocabularies have no “Jobzentrum XY”"),
        (("id;task;actor;role", "a;b;c;rules"), "line 2: role “rules” is none of decides, advises, visits"),
        (("id;task;actor;place", "a;b;c;here"), "line 2: place “here” is none of"),
        (("id;task;actor;whom", "a;b;c;altr=3"), "line 2: unknown facet 'altr'"),
        (("id;task;actor;valid_from", "a;b;c;2025"), "line 2: “2025” is no date"),
        (("id;task;actor;checked", "a;b;c;maybe"), "line 2: “maybe” is neither yes nor no"),
    ],
)
def test_a_line_that_cannot_be_read_is_said_with_its_number(tmp_path: Path, lines: tuple[str, ...], said: str) -> None:
    with pytest.raises(RegionError) as caught:
        rules_of(table(tmp_path, *lines))
    assert said in caught.value.en
    assert caught.value.de.startswith("tables/competence.csv")


def test_the_region_answers_by_its_own_rules(copy: Path) -> None:
    table(copy, "id;task;actor", "eigene;Sonderfall;Stelle Süd", *(rule.id for rule in known_rules()))
    found = region.open(copy).routes(residence="Hagen", k=1).competence
    assert [("eigene", "Stelle Süd")] == [(one.id, one.named) for one in found]


def _areas(found: Competence) -> list[str]:
    return [area.label for area in found.areas]


def by_id(found: tuple[Competence, ...]) -> dict[str, Competence]:
    return {one.id: one for one in found}


def test_lives_in_olpe_works_in_luedenscheid_which_agentur_and_who_visits_the_firm(built: Path) -> None:
    here = region.open(built)
    asked: dict[str, Any] = {"facts": "employment=employed & size=40", "residence": "Olpe", "workplace": "Lüdenscheid"}
    found = by_id(here.routes(**asked, k=1).competence)
    support, visit = found["weiterbildungsfoerderung"], found["arbeitgeber-service"]
    assert (["Agenturbezirk Siegen"], "yes", "residence", True) == (
        _areas(support), support.fit, support.place, support.checked,
    )  # fmt: skip
    assert re.match("Agentur für Arbeit.* Siegen", who(support, "de"))
    assert ["Agenturbezirk Iserlohn"] == _areas(visit)
    assert re.match("Arbeitgeber-Service.* Agentur für Arbeit Iserlohn", who(visit, "de"))
    assert ("ask", ["site_is_workplace"]) == (visit.fit, [one.about for one in visit.open_questions])
    settled = by_id(here.routes(**asked, company_site="Lüdenscheid", k=1).competence)["arbeitgeber-service"]
    assert ("yes", "company_site", False) == (settled.fit, settled.place, settled.checked)


def test_the_municipal_jobcenter_is_told_from_the_joint_one(built: Path) -> None:
    here = region.open(built)
    client: dict[str, Any] = {"facts": "benefit=sgb2"}
    schwelm, hagen = (by_id(here.routes(**client, residence=town, k=1).competence) for town in ("Schwelm", "Hagen"))
    assert ["Jobcenter Ennepe-Ruhr-Kreis"] == [one.actor.label for one in schwelm["grundsicherung-kommunal"].bodies]
    assert "grundsicherung" not in schwelm
    assert ["Jobcenter Hagen"] == [one.actor.label for one in hagen["grundsicherung"].bodies]
    assert "grundsicherung-kommunal" not in hagen
    assert ["Agentur für Arbeit Hagen"] == [one.actor.label for one in schwelm["weiterbildungsfoerderung"].bodies]


def test_who_is_competent_may_be_asked_alone(built: Path) -> None:
    asked = ("route", "-C", built, "-k", "0", "--region", "Olpe", "--workplace", "Lüdenscheid")
    out = call(*asked, "--facts", "employment=employed & size=40").stdout
    told = " ".join(out.split())
    assert re.search("Entscheidet: Agentur für Arbeit[^–]* Siegen", told)
    assert re.search("Besucht den Betrieb: Arbeitgeber-Service[^–]* Agentur für Arbeit Iserlohn", told)
    assert "Das Programm informiert; es gibt keinen Rechtsrat." in out
    for other in ("Weg 1", "Warum nicht?", "Berät"):
        assert other not in out
