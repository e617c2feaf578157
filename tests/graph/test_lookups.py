"""What questions look up is what reading every row would find."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.inheritance import Inheritance
from graph.lookups import NO_CONCEPT, posting_key
from graph.view import View
from graph.words import hash_of, rows_at
from tests.graph.store_strategies import views


@settings(max_examples=80, deadline=None)
@given(views())
def test_every_id_is_found_and_no_other(view: View) -> None:
    for table in ("actor", "concept", "region"):
        ids = view.table(table).text("id")
        assert [ids.index(name) for name in ids] == [view.row(table, name) for name in ids]
        assert view.row(table, "nobody/of-that-id") is None


@settings(max_examples=80, deadline=None)
@given(views())
def test_referrals_and_provisions_are_grouped_by_their_actors(view: View) -> None:
    by_actor = view.table("by_actor")
    for table, column, lookup in (
        ("referral", "sender", "sent_by"),
        ("referral", "receiver", "sent_to"),
        ("provision", "provider", "provides"),
        ("contact", "actor", "contacts"),
    ):
        keys = view.table(table).ints(column)
        for actor in view.table("actor"):
            assert [row for row in view.table(table) if keys[row] == actor] == list(by_actor.lists(lookup)[actor])


@settings(max_examples=80, deadline=None)
@given(views())
def test_a_provision_is_filed_under_each_of_its_themes_and_its_type(view: View) -> None:
    inherited, postings = Inheritance(view.column), view.table("posting")
    regions = len(view.table("region"))
    found: dict[int, set[int]] = {}
    for key, rows in zip(postings.ints("key"), postings.lists("rows"), strict=True):
        for row in rows:
            found.setdefault(row, set()).add((key - posting_key(NO_CONCEPT, -2, regions)) // (regions + 2) - 1)
    for row in view.table("provision"):
        kind = inherited.offer_type(row)
        expected = {*(inherited.themes(row) or (NO_CONCEPT,)), *((kind,) if kind >= 0 else ())}
        assert expected == found[row]


@given(st.lists(st.text(max_size=3), max_size=6), st.text(max_size=3))
def test_a_word_is_found_under_its_hash_however_it_is_written(words: list[str], other: str) -> None:
    filed = sorted((hash_of("actor", word), row) for row, word in enumerate(words))
    hashes, rows = [number for number, _ in filed], [row for _, row in filed]
    for row, word in enumerate(words):
        assert row in rows_at(hashes, rows, hash_of("actor", word.upper()))
    if other not in words:
        assert all(words[row] != other for row in rows_at(hashes, rows, hash_of("actor", other)))
