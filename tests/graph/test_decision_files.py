"""Decisions are written whole, sorted, and never over what somebody else decided or wrote beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.condition_text import conditions_of, conditions_text
from graph.decision_files import seen, write_links, write_reviews
from graph.decisions import LINKS, REVIEW_COLUMNS, REVIEWED, LinkDecision, Review, parse_reviews, read_decisions
from graph.lock import writer
from graph.statement import CONDITIONS
from ontology.errors import RegionError, StatementError, StoreError
from ontology.text import clean

ONE, OTHER = Review("a" * 32, "accepted", "Müller", "2026-11-02"), Review("b" * 32, "rejected", note="nein; gar nicht")


def write(folder: Path, *reviews: Review, **more: object) -> None:
    write_reviews(folder, folder / "zustand", reviews, **{"seen": seen(folder), **more})  # type: ignore[arg-type]


def test_what_is_written_is_read_again_and_sorted(tmp_path: Path) -> None:
    write(tmp_path, OTHER)
    write(tmp_path, ONE)
    assert (ONE, OTHER) == read_decisions(tmp_path).reviews
    assert (tmp_path / REVIEWED).read_text(encoding="utf-8-sig").splitlines()[0] == ";".join(REVIEW_COLUMNS)


def test_the_same_decisions_in_any_order_are_the_same_bytes(tmp_path: Path) -> None:
    for folder, order in (("x", (ONE, OTHER)), ("y", (OTHER, ONE))):
        for review in order:
            write(tmp_path / folder, review)
    assert (tmp_path / "x" / REVIEWED).read_bytes() == (tmp_path / "y" / REVIEWED).read_bytes()


texts = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))).map(clean)


@given(values=st.lists(texts, min_size=len(REVIEW_COLUMNS) - 2, max_size=len(REVIEW_COLUMNS) - 2))
def test_any_words_come_back(values: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("d")
    review = Review("c" * 32, "edited", *values)
    write(folder, review)
    assert ((review,), ()) == parse_reviews((folder / REVIEWED).read_text(encoding="utf-8"))


def test_no_field_is_a_formula_for_a_spreadsheet(tmp_path: Path) -> None:
    write(tmp_path, Review("d" * 32, "accepted", note="=1+1", quote="@summe"))
    assert ";'=1+1;" in (tmp_path / REVIEWED).read_text(encoding="utf-8")
    assert ";'@summe;" in (tmp_path / REVIEWED).read_text(encoding="utf-8")


def test_a_table_of_five_columns_gains_the_others_and_keeps_what_a_person_added(tmp_path: Path) -> None:
    old = "by;key;Rückfrage an;decision;note\nMüller;" + "a" * 32 + ";Frau Meier;accepted;ok\n;;nur ein Merkzettel;;\n"
    (tmp_path / REVIEWED).write_text(old, encoding="cp1252")
    write(tmp_path, OTHER)
    text = (tmp_path / REVIEWED).read_text(encoding="utf-8")
    assert text.startswith("by;key;Rückfrage an;decision;note;on;source;")
    assert "Müller;" + "a" * 32 + ";Frau Meier;accepted;ok" in text
    assert ";;nur ein Merkzettel;;" in text
    assert {ONE.key, OTHER.key} == {review.key for review in parse_reviews(text)[0]}


def test_fields_beyond_the_header_are_kept_and_mean_nothing(tmp_path: Path) -> None:
    (tmp_path / REVIEWED).write_text("key;decision\n" + "a" * 32 + ";accepted;übrig\n", encoding="utf-8")
    write(tmp_path, OTHER)
    assert "a" * 32 + ";accepted;übrig" in (tmp_path / REVIEWED).read_text(encoding="utf-8")
    assert "" == read_decisions(tmp_path).reviews[0].by


def test_a_table_that_cannot_be_read_to_its_end_is_not_written(tmp_path: Path) -> None:
    broken = 'key;decision\n"nie zu;accepted\n' + "b" * 32 + ";rejected\n"
    (tmp_path / REVIEWED).write_text(broken, encoding="utf-8")
    with pytest.raises(RegionError, match="cannot be read"):
        write(tmp_path, ONE)
    assert broken == (tmp_path / REVIEWED).read_text(encoding="utf-8")


def test_what_others_decided_meanwhile_stays(tmp_path: Path) -> None:
    looked = seen(tmp_path)
    write(tmp_path, OTHER)
    write(tmp_path, ONE, seen=looked)
    assert (ONE, OTHER) == read_decisions(tmp_path).reviews


def test_nobody_decides_over_a_decision_they_have_not_seen(tmp_path: Path) -> None:
    looked = seen(tmp_path)
    write(tmp_path, ONE)
    with pytest.raises(StoreError, match="Müller"):
        write(tmp_path, Review(ONE.key, "rejected"), seen=looked)
    assert (ONE,) == read_decisions(tmp_path).reviews


def test_whoever_comes_while_another_writes_is_told(tmp_path: Path) -> None:
    with writer(tmp_path / "zustand" / "decisions"), pytest.raises(StoreError):
        write(tmp_path, ONE)
    assert not (tmp_path / REVIEWED).exists()


def test_a_decision_taken_anew_takes_the_place_of_the_old_line(tmp_path: Path) -> None:
    write(tmp_path, ONE)
    write(tmp_path, OTHER, replaced=[ONE.key])
    assert (OTHER,) == read_decisions(tmp_path).reviews


def test_same_and_different_of_one_pair_are_one_line(tmp_path: Path) -> None:
    for decision, left, right in (("same", "VHS", "Volkshochschule"), ("different", "Volkshochschule", "vhs")):
        write_links(tmp_path, tmp_path / "zustand", [LinkDecision(decision, left, right)])
    assert (LinkDecision("different", "Volkshochschule", "vhs"),) == read_decisions(tmp_path).links


def test_what_a_label_is_stays_beside_what_it_equals(tmp_path: Path) -> None:
    (tmp_path / LINKS).write_text("decision;left;right\nis;VHS;actor-type/vhs\n", encoding="utf-8")
    write_links(tmp_path, tmp_path / "zustand", [LinkDecision("same", "VHS", "actor-type/vhs")])
    assert 2 == len(read_decisions(tmp_path).links)


conditions = st.lists(
    st.tuples(st.sampled_from(CONDITIONS), st.text(min_size=1).map(str.strip).filter(bool)), max_size=4
).map(lambda found: tuple(sorted(set(found))))


@given(conditions)
def test_conditions_on_one_line_come_back(said: tuple[tuple[str, str], ...]) -> None:
    assert said == conditions_of(conditions_text(said))


@pytest.mark.parametrize("text", ["Frauen", "alter=3", "audience="])
def test_what_is_no_condition_is_told(text: str) -> None:
    with pytest.raises(StatementError):
        conditions_of(text)
