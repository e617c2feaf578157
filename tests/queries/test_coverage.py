"""What a cell says: coverage and time apart, named and mitgemeint apart, and what does not count."""

from __future__ import annotations

import json
from datetime import date, timedelta

from queries.coverage import CellCover, Coverage
from tests.queries.network import TODAY, Network


def cells(net: Network, **question: object) -> dict[tuple[str, ...], CellCover]:
    answer = Coverage(day=TODAY, **question).answer(net.view())  # type: ignore[arg-type]
    return {tuple(part.partition("/")[2] for part in cell.key): cell for cell in answer.cells}


def only(net: Network, **question: object) -> CellCover:
    (cell,) = cells(net, **question).values()
    return cell


def base() -> Network:
    return Network().audience("Beschäftigte").audience("Minijob", "", "Beschäftigte").theme("Sprache").region("Olpe")


def test_a_dimension_nobody_uses_is_one_value_any() -> None:
    net = Network().provides("VHS", audiences=["Frauen", "Männer"])
    assert {("Frauen", "", "", ""), ("Männer", "", "", "")} == set(cells(net))


def test_what_is_named_and_what_is_meant_too_stay_apart() -> None:
    net = base().provides("VHS", audiences=["Beschäftigte"], themes=["Sprache"])
    net.need("Minijob", "Sprache").need("Beschäftigte", "Sprache")
    found = cells(net)
    assert ("served", "inherited", False) == _shape(found["Minijob", "Sprache", "", ""])
    assert ("served", "specific", True) == _shape(found["Beschäftigte", "Sprache", "", ""])


def test_a_mark_at_a_narrower_group_covers_a_part_of_the_broader() -> None:
    net = base().provides("VHS", audiences=["Minijob"], themes=["Sprache"]).need("Beschäftigte", "Sprache")
    assert ("partly", "part", False) == _shape(only(net))


def _shape(cell: CellCover) -> tuple[str, str, bool]:
    return cell.state, cell.depth, cell.named


def test_a_platform_never_counts_and_an_instrument_without_provider_counts_in_part() -> None:
    net = base().provides("mein NOW", audiences=["Beschäftigte"]).need("Beschäftigte", None)
    net.rows["actor"][0]["types"] = [net.concept("actor-type/plattform")]
    assert "unknown" == only(net).state
    net.provides(None, "Gutschein", audiences=["Beschäftigte"])
    assert "partly" == only(net).state


def test_a_no_refuses_and_the_same_providers_yes_makes_it_contradictory() -> None:
    net = base().provides("VHS", "Kurs", audiences=["Beschäftigte"], polarity="no")
    assert "refused" == only(net).state
    net.provides("VHS", "Kurs", audiences=["Beschäftigte"])
    assert "contradictory" == only(net).state
    net.provides("AWO", "Kurs", audiences=["Beschäftigte"])
    assert "served" == only(net).state


def test_a_no_without_group_or_theme_is_about_the_offer_for_everybody() -> None:
    net = base().provides("VHS", "Kurs", audiences=["Beschäftigte"], themes=["Sprache"])
    net.provides("VHS", "Kurs", polarity="no")
    assert "contradictory" == cells(net)["Beschäftigte", "Sprache", "", ""].state


def test_time_is_apart_from_coverage() -> None:
    net = base().provides("VHS", audiences=["Beschäftigte"], checked=TODAY - timedelta(days=800))
    assert ("served", "stale") == (only(net).state, only(net).time)
    net.provides("AWO", audiences=["Beschäftigte"])
    assert "undated" == only(net).time
    net.provides("DRK", audiences=["Beschäftigte"], checked=TODAY)
    assert "fresh" == only(net).time


def test_what_all_ends_before_the_horizon_is_ending_and_what_has_ended_does_not_count() -> None:
    net = base().provides("VHS", audiences=["Beschäftigte"], valid_until="2027-03-31")
    assert ("served", "ending") == (only(net).state, only(net).time)
    assert "undated" == only(net, horizon=date(2027, 3, 1)).time


def test_what_has_ended_or_not_begun_does_not_count() -> None:
    assert "unknown" == only(base().provides("VHS", audiences=["Beschäftigte"], valid_until="2026-01-01")).state
    assert "unknown" == only(base().provides("VHS", audiences=["Beschäftigte"], valid_from="2027-01-01")).state


def test_online_only_is_flagged() -> None:
    net = base().provides("VHS", audiences=["Beschäftigte"], online=1).need("Beschäftigte", None, "Olpe")
    assert ("served", True) == (only(net).state, only(net).online_only)
    net.provides("AWO", audiences=["Beschäftigte"], regions=["Olpe"])
    assert ("served", False) == (only(net).state, only(net).online_only)


def test_a_region_covered_in_part_or_not_stated_is_served_in_part() -> None:
    net = base().region("Kreis", "Olpe", "Siegen").provides("VHS", audiences=["Beschäftigte"], regions=["Olpe"])
    net.need("Beschäftigte", None, "Kreis")
    assert "partly" == only(net).state
    net.provides("AWO", audiences=["Beschäftigte"])
    assert "served" == cells(net.need("Beschäftigte", None, "Olpe"))["Beschäftigte", "", "Olpe", ""].state


def test_the_kind_of_offer_is_looked_at_on_demand() -> None:
    net = base()
    net.offer("VHS", "Kurs", type="Kurs")
    net.provides("VHS", "Kurs", audiences=["Beschäftigte"]).provides("AWO", "Rat", audiences=["Beschäftigte"])
    assert {("Beschäftigte", "", "", "")} == set(cells(net))
    assert {("Beschäftigte", "", "", "Kurs"), ("Beschäftigte", "", "", "")} == set(cells(net, by_kind=True))


def test_without_needs_only_combinations_that_occur_are_shown_unless_every_one_is_wanted() -> None:
    net = Network().provides("VHS", audiences=["Frauen"], themes=["Sprache"])
    net.provides("AWO", audiences=["Männer"], themes=["Recht"])
    answer = Coverage(day=TODAY).answer(net.view())
    assert ("occurring", 2, 4, {"served": 2}) == (answer.source, len(answer.cells), answer.combinations, answer.counts)
    assert {"served": 2, "unknown": 2} == Coverage(day=TODAY, every=True).answer(net.view()).counts


def test_every_combination_is_shown_where_needs_are_named_too_and_a_need_keeps_its_weight() -> None:
    net = Network().provides("VHS", audiences=["Frauen"], themes=["Sprache"])
    net.provides("AWO", audiences=["Männer"], themes=["Recht"]).need("Frauen", "Recht", weight=3000)
    assert 1 == len(Coverage(day=TODAY).answer(net.view()).cells)
    answer = Coverage(day=TODAY, every=True).answer(net.view())
    assert ("every", 4) == (answer.source, len(answer.cells))
    assert [3000] == [cell.weight for cell in answer.cells if cell.need == "needed"]


def test_no_need_found_takes_a_cell_out() -> None:
    net = Network().provides("VHS", audiences=["Frauen", "Männer"]).need("Männer", None, kind="none")
    assert {("Frauen", "", "", "")} == set(cells(net))


def test_a_need_that_is_also_said_not_to_be_there_stays_contradicted() -> None:
    net = base().provides("VHS", audiences=["Beschäftigte"]).need("Beschäftigte", "Sprache").need("Minijob", "Sprache")
    net.need("Minijob", "Sprache", kind="none").need("Beschäftigte", "Sprache", kind="covered")
    found = cells(net)
    assert ["contradicted", "contradicted"] == [cell.need for cell in found.values()]
    minijob = found["Minijob", "Sprache", "", ""]
    assert {"Bedarf!A2", "Bedarf!A3"} <= {place.place for place in minijob.evidence}


def test_what_is_covered_and_not_needed_is_taken_out() -> None:
    net = base().need("Minijob", "Sprache", kind="covered").need("Minijob", "Sprache", kind="none")
    assert {} == cells(net)
    assert "needs" == Coverage(day=TODAY).answer(net.view()).source


def test_a_need_stated_more_closely_than_no_need_stays() -> None:
    net = (
        base().provides("VHS", audiences=["Beschäftigte"]).need("Minijob", "Sprache").need(None, "Sprache", kind="none")
    )
    assert {("Minijob", "Sprache", "", "")} == set(cells(net))


def test_the_answer_is_plain_data_and_a_table() -> None:
    answer = Coverage(day=TODAY).answer(base().provides("VHS", audiences=["Beschäftigte"]).view())
    (cell,) = json.loads(json.dumps(answer.to_dict()))["cells"]
    assert ("served", "Angebote!A1") == (cell["state"], cell["evidence"][0]["place"])
    (row,) = answer.to_rows("de")
    assert ("versorgt", "alle", list(answer.columns())) == (row["state"], row["theme"], list(row))
