"""Coverage and gaps give what loops over everything give, and obey the laws an analyst relies on."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from queries.coverage import CellCover, Coverage
from queries.gap import APART, Gap, GapsAnswer
from queries.gaps import Gaps
from queries.references import ConceptRef, RegionRef
from tests.queries.gap_reference import ACCOMPANIED, Cover, Found, cells, cover, gaps
from tests.queries.network import TODAY
from tests.queries.small_networks import Referred, Small, dated, few_values, many, networks, referred


def label(part: ConceptRef | RegionRef | None) -> str:
    return part.id.partition("/")[2] if part else ""


def asked(small: Small) -> GapsAnswer:
    return Gaps(day=TODAY, accompanied=ACCOMPANIED).answer(small.view())


def plain(gap: Gap) -> Found:
    cell = label(gap.audience), label(gap.theme), label(gap.region)
    missed = tuple(sorted(actor.label for actor in gap.unreachable_from))
    carriers = tuple(sorted(carrier.text() for carrier in gap.carried_by))
    until = gap.until.toordinal() if gap.until else -1
    return Found(gap.kind, gap.reason, cell, gap.weight, missed, carriers, until, gap.question == "need_contradicted")


def everything(answer: GapsAnswer) -> list[Gap]:
    return [*answer.gaps, *(gap for name in APART for gap in getattr(answer, name))]


def shape(cell: CellCover) -> Cover:
    return Cover(cell.state, cell.depth, cell.time, cell.online_only, cell.named, cell.providers)


@settings(max_examples=1000, deadline=None)
@given(many)
def test_each_cell_is_covered_as_loops_over_all_provisions_say(small: Small) -> None:
    expected = {
        tuple(part or "" for part in cell): replace(cover(small, cell), support=(), contested=())
        for cell in cells(small)
    }
    answer = Coverage(day=TODAY).answer(small.view())
    assert expected == {
        (label(cell.audience), label(cell.theme), label(cell.region)): shape(cell) for cell in answer.cells
    }


@settings(max_examples=1000, deadline=None)
@given(dated)
def test_gaps_are_those_of_trying_everything(small: Small) -> None:
    assert sorted(gaps(small)) == sorted(map(plain, everything(asked(small))))


@settings(max_examples=300, deadline=None)
@given(st.one_of(dated, few_values))
def test_every_need_nobody_closes_is_a_gap_or_a_question(small: Small) -> None:
    found = {gap.cell for gap in everything(asked(small))}
    for cell in Coverage(day=TODAY).answer(small.view()).cells:
        is_closed = cell.named if cell.need in ("needed", "contradicted") else cell.state in ("served", "partly")
        assert cell.key[:3] in found or is_closed, cell


@settings(max_examples=300, deadline=None)
@given(dated)
def test_what_sources_contradict_is_a_question_that_names_both_sides(small: Small) -> None:
    answer = asked(small)
    denied = {tuple(part or "" for part in cell[:3]) for cell in small.denied}
    for gap in everything(answer):
        assert {one.about for one in gap.contradictions} == {
            *(["need"] if (label(gap.audience), label(gap.theme), label(gap.region)) in denied else []),
            *(["offer"] if gap.reason == "contradicted" else []),
        }
        assert bool(gap.question) is (gap in answer.apart)
        for one in gap.contradictions:
            assert one.yes
            assert one.no
            assert {one.yes[0], one.no[0]} <= set(gap.evidence)
            for place in (one.yes[0], one.no[0]):
                assert str(place) in gap.text("de")


@settings(max_examples=100, deadline=None)
@given(networks, referred)
def test_one_more_agreement_makes_nobody_unreachable(small: Small, leg: Referred) -> None:
    richer = replace(small, referred=(*small.referred, replace(leg, polarity="yes")))
    assert unreached(richer) <= unreached(small)


def unreached(small: Small) -> set[tuple[tuple[str, str, str], str]]:
    found = [plain(gap) for gap in everything(asked(small)) if gap.kind == "B"]
    return {(gap.cell, door) for gap in found for door in gap.missed or ("anybody",)}


@settings(max_examples=100, deadline=None)
@given(dated, st.integers(1, 1000))
def test_the_order_of_rows_changes_no_gap(small: Small, seed: int) -> None:
    assert asked(small).to_dict() == asked(small.reordered(seed)).to_dict()
    assert (
        Coverage(day=TODAY).answer(small.view()).to_dict()
        == Coverage(day=TODAY).answer(small.reordered(seed).view()).to_dict()
    )
