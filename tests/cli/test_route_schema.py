"""``route --format json`` on the example region keeps to the schema that ``route --schema`` prints."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker

from queries.published import schema
from tests.cli.calling import call
from verweisnetz import region

DAY = date(2026, 11, 21)


def test_the_schema_is_printed_without_a_region(tmp_path: Path) -> None:
    done = call("route", "--schema", "-C", tmp_path / "nowhere")
    assert (0, schema("routes")) == (done.exit_code, json.loads(done.stdout))


def test_every_need_of_the_region_for_every_group_keeps_to_it(built: Path) -> None:
    here = region.open(built)
    validator = Draft202012Validator(schema("routes"), format_checker=FormatChecker())
    needs, labels, regions = (
        here.view.table("need"),
        here.view.table("concept").text("label_de"),
        here.view.table("region"),
    )
    kinds: set[tuple[str, ...]] = set()
    for row in needs:
        audience, theme, place = (needs.ints(column)[row] for column in ("audience", "theme", "region"))
        found = here.routes(
            groups=[labels[audience]],
            needs=[labels[theme]],
            residence=regions.text("key")[place] if place >= 0 else "",
            workplace="Lüdenscheid",
            day=DAY,
        )
        data = json.loads(json.dumps(found.to_dict()))
        assert [] == [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]
        kinds.update(tuple(leg["kind"] for leg in route["legs"]) for route in data["routes"])
    assert {("referral",), ("direct",)} <= kinds
