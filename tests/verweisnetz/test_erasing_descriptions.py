"""A person named in a description is erased from texts, answers and decisions; what was decided goes on holding."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.anchors import described
from graph.decision_files import seen, write_reviews
from graph.erasures import erasures_of
from graph.evidence import Span
from graph.redaction import MASK, Redaction
from tests.verweisnetz.described import TEXT, build, statement
from verweisnetz import region
from verweisnetz.region import Region

NAMED = TEXT.replace("Jobcenter Hagen verweist", "Erika Mustermann vom Jobcenter Hagen verweist")


@pytest.fixture
def here(tmp_path: Path) -> Region:
    return build(tmp_path / "r", NAMED)


def subject(here: Region) -> str:
    return next(one.subject.label for one in here.statements() if one.subject.label.endswith("vom Jobcenter Hagen"))


def test_no_byte_is_left_and_every_quote_is_what_the_stored_text_says(here: Region) -> None:
    folder = here.folder
    (folder / ".verweisnetz" / "answers").mkdir()
    (folder / ".verweisnetz" / "answers" / "x").write_text("Erika Mustermann", "utf-8")
    region.erase(folder, "Erika Mustermann")
    for step in (region.open(folder), region.build(folder)):
        state = folder / ".verweisnetz"
        assert [] == [path for path in state.rglob("*") if path.is_file() and b"ustermann" in path.read_bytes()]
        stored = step.texts()["projekt.txt"]
        assert len(NAMED) == len(stored.text)
        assert MASK * len("Erika Mustermann") in stored.text
        spans = [place for one in step.statements() for place in one.evidence if isinstance(place, Span)]
        assert spans
        assert all(stored.says(place) for place in spans)


def test_a_decision_on_a_sentence_that_names_somebody_goes_on_holding(here: Region) -> None:
    one = statement(here, subject(here))
    folder = here.folder / "decisions"
    review = replace(described(one, one.key), decision="accepted", by="KA", on="2026-11-02")
    write_reviews(folder, here.folder / ".verweisnetz", [review], seen(folder))
    region.build(here.folder)
    region.erase(here.folder, "Erika Mustermann")
    now = region.build(here.folder)
    assert [] == [issue.code for issue in now.issues() if issue.code in ("VN4151", "VN4152", "VN4156")]
    assert 1 == len(now.view.table("referral"))


@given(before=st.text(max_size=30), behind=st.text(max_size=30))
def test_a_masked_text_keeps_its_length_and_everything_else(before: str, behind: str) -> None:
    redaction = Redaction(erasures_of(["Erika Mustermann"]))
    text = f"{before} Erika Mustermann {behind}"
    masked = redaction.masked(text)
    assert len(text) == len(masked)
    assert all(one in (other, MASK) for one, other in zip(masked, text, strict=True))
    assert "Mustermann" not in masked
