"""Laws of facets, on generated constraints and against possible worlds."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import TypeVar

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ontology.facets import (
    Choice,
    Conjunction,
    Constraint,
    ContradictionError,
    Group,
    Knowledge,
    Range,
    conjoin,
    constraint,
    contradicts,
    facets,
    fit,
    implies,
    know,
    more,
    parse,
    parse_conjunction,
    reduced,
    subsumes,
)

laws = settings(deadline=None, max_examples=120)

_RANGES = ("<", "<=", ">=", ">", "=")


def _constraints() -> st.SearchStrategy[str]:
    choices: list[str] = []
    for facet in facets():
        for value in facet.values:
            choices += [f"{facet.id}={value}", f"{facet.id}!={value}"]
        choices += [f"{facet.id}{operator}{level}" for level in facet.levels for operator in _RANGES]
    ages = st.tuples(st.sampled_from(("age", "size")), st.sampled_from(_RANGES), st.sampled_from((24, 25, 35, 36, 55)))
    notes = st.tuples(st.just("note"), st.sampled_from(("=", "!=")), st.sampled_from(('"a & b"', '"c | \\"d\\""')))
    common = st.sampled_from(
        [text for text in choices if text.startswith(("employment", "migration", "sex", "person"))]
    )
    return st.one_of(st.sampled_from(choices), common, ages.map(_joined), notes.map(_joined))


def _joined(parts: tuple[object, ...]) -> str:
    return "".join(map(str, parts))


def _conjunctions(least: int = 0, most: int = 3) -> st.SearchStrategy[Conjunction]:
    made = st.lists(_constraints(), min_size=least, max_size=most).map(_consistent)
    return made.filter(lambda found: found is not None).map(_given)


def _consistent(texts: list[str]) -> Conjunction | None:
    return _attempt(parse_conjunction, texts)


def _groups() -> st.SearchStrategy[Group]:
    return st.lists(_conjunctions(1), max_size=3).map(lambda found: parse(" | ".join(map(str, found))))


def _knowledge() -> st.SearchStrategy[Knowledge]:
    made = st.lists(_constraints(), max_size=4).map(lambda texts: _attempt(know, texts))
    return made.filter(lambda found: found is not None).map(_given)


T = TypeVar("T")


def _attempt(read: Callable[[str], T], texts: list[str]) -> T | None:
    try:
        return read(" & ".join(texts))
    except ContradictionError:
        return None


def _given(found: T | None) -> T:
    assert found is not None
    return found


@laws
@given(_groups())
def test_text_and_parse_are_inverse(group: Group) -> None:
    assert group == parse(group.text())


@laws
@given(_groups())
def test_subsumption_is_reflexive(group: Group) -> None:
    assert subsumes(group, group)


@laws
@given(_groups(), _groups(), _groups())
def test_subsumption_is_transitive(one: Group, two: Group, three: Group) -> None:
    if subsumes(one, two) and subsumes(two, three):
        assert subsumes(one, three)


@laws
@given(_conjunctions(), _conjunctions(), _conjunctions())
def test_narrowed_groups_lie_in_a_chain(one: Conjunction, two: Conjunction, three: Conjunction) -> None:
    # transitivity on triples that are comparable by construction
    broad = parse(one.text())
    middle = conjoin(broad, two)
    narrow = conjoin(middle, three)
    if middle:
        assert subsumes(middle, broad)
    if narrow:
        assert subsumes(narrow, middle)
        assert subsumes(narrow, broad)


@laws
@given(_conjunctions(), _conjunctions())
def test_implication_and_contradiction_exclude_each_other(one: Conjunction, other: Conjunction) -> None:
    assert not (implies(one, other) and contradicts(one, other))
    assert contradicts(one, other) == contradicts(other, one)
    assert implies(one, one)
    assert not contradicts(one, one)


@laws
@given(_conjunctions(most=5))
def test_reduction_changes_no_meaning(conjunction: Conjunction) -> None:
    short = reduced(conjunction)
    assert implies(short, conjunction)
    assert implies(conjunction, short)
    assert reduced(short) == short


@laws
@given(_knowledge(), _knowledge(), _groups())
def test_more_knowledge_never_turns_yes_into_no_nor_no_into_yes(one: Knowledge, other: Knowledge, group: Group) -> None:
    try:
        both = more(one, other)
    except ContradictionError:
        assume(False)
    before, after = fit(one, group).outcome, fit(both, group).outcome
    assert before == "ask" or before == after


@laws
@given(_knowledge(), _groups(), _conjunctions())
def test_who_fits_a_narrow_group_fits_the_broad_one(known: Knowledge, broad: Group, more_said: Conjunction) -> None:
    narrow = conjoin(broad, more_said)
    assume(narrow)
    if fit(known, narrow).outcome == "yes":
        assert "yes" == fit(known, broad).outcome
    if fit(known, broad).outcome == "no":
        assert "no" == fit(known, narrow).outcome


@laws
@given(_knowledge(), _groups(), _groups())
def test_subsumption_carries_fit(known: Knowledge, one: Group, other: Group) -> None:
    if one and subsumes(one, other) and fit(known, one).outcome == "yes":
        assert "yes" == fit(known, other).outcome


@laws
@given(_conjunctions(1))
def test_somebody_described_by_a_group_belongs_to_it_or_stands_at_an_edge(conjunction: Conjunction) -> None:
    try:
        known = know(conjunction.text())
    except ContradictionError:  # read literally, "bis 35" and "über 35" exclude each other
        return
    found = fit(known, parse(conjunction.text()))
    unclear = any(isinstance(part, Range) and part.sure != part.possible for part in conjunction)
    assert found.outcome == "yes" or (unclear and found.outcome == "ask")


# --- possible worlds ---------------------------------------------------------------------------------------------
# A world says of one person or company everything the small domain can say. Knowledge leaves some worlds possible;
# "yes" means that the group holds in all of them, "no" in none. At an edge both readings are worlds.

_STATUSES = ("employed", "marginal", "insured", "jobseeking", "unemployed", "inactive")
_AGES = range(22, 39)


def _worlds() -> list[dict[str, object]]:
    statuses = [
        set(chosen)
        for size in range(len(_STATUSES) + 1)
        for chosen in itertools.combinations(_STATUSES, size)
        if _lawful(set(chosen))
    ]
    worlds: list[dict[str, object]] = [{"person": {"company"}}]
    for age, sex, employment in itertools.product(_AGES, ("f", "m", ""), statuses):
        worlds.append({"person": {"natural"}, "age": age, "sex": {sex}, "employment": employment})
    return worlds


def _lawful(held: set[str]) -> bool:
    return (
        (not held & {"marginal", "insured"} or "employed" in held)
        and ("unemployed" not in held or "jobseeking" in held)
        and not ("inactive" in held and held & {"employed", "jobseeking"})
    )


_WORLDS = _worlds()


def _small_constraints() -> st.SearchStrategy[Constraint]:
    options = [("employment", op, value) for value in _STATUSES for op in ("=", "!=")]
    options += [("sex", op, value) for value in ("f", "m") for op in ("=", "!=")]
    options += [("person", op, value) for value in ("natural", "company") for op in ("=", "!=")]
    options += [("age", op, str(value)) for value in (25, 26, 35) for op in _RANGES]
    return st.sampled_from(options).map(lambda parts: constraint(*parts))


def _readings(group: Group) -> Iterator[dict[str, bool]]:
    unclear = sorted({str(part) for alternative in group.alternatives for part in alternative if _unclear(part)})
    for reading in itertools.product((True, False), repeat=len(unclear)):
        yield dict(zip(unclear, reading, strict=True))


def _unclear(part: Constraint) -> bool:
    return isinstance(part, Range) and part.sure != part.possible


def _true(world: dict[str, object], part: Constraint, reading: dict[str, bool] | None) -> bool:
    value = world.get(part.facet)
    if value is None:
        return False
    if isinstance(part, Choice):
        assert isinstance(value, set)
        return (part.value in value) == part.holds
    assert isinstance(value, int)
    interval = part.literal
    if reading is not None and str(part) in reading:
        interval = part.possible if reading[str(part)] else part.sure
    return interval[0] <= value <= interval[1]


def _possible(known: Conjunction) -> list[dict[str, object]]:
    return [world for world in _WORLDS if all(_true(world, part, None) for part in known)]


@settings(deadline=None, max_examples=250)
@given(
    st.lists(_small_constraints(), max_size=4),
    st.lists(st.lists(_small_constraints(), min_size=1, max_size=3), max_size=2),
)
def test_fit_agrees_with_all_possible_worlds(known: list[Constraint], said: list[list[Constraint]]) -> None:
    try:
        knowledge = know(" & ".join(map(str, known)))
    except ContradictionError:
        assert [] == _possible(Conjunction(tuple(known)))
        return
    alternatives = [found for found in (_consistent([str(part) for part in parts]) for parts in said) if found]
    assume(alternatives)
    group = parse(" | ".join(map(str, alternatives)))
    worlds = _possible(knowledge.said)
    assert worlds
    truths = {
        any(all(_true(world, part, reading) for part in alternative) for alternative in group.alternatives)
        for reading in _readings(group)
        for world in worlds
    }
    outcome = fit(knowledge, group).outcome
    # "no" is exact; "yes" is exact for one alternative (over several, Kleene logic may ask where every world agrees)
    assert (truths == {False}) == (outcome == "no")
    if outcome == "yes" or len(group.alternatives) == 1:
        assert (truths == {True}) == (outcome == "yes")


@settings(deadline=None, max_examples=250)
@given(st.lists(_small_constraints(), max_size=3), st.lists(_small_constraints(), min_size=1, max_size=2))
def test_implication_agrees_with_all_possible_worlds(narrow: list[Constraint], broad: list[Constraint]) -> None:
    one, other = (_consistent([str(part) for part in parts]) for parts in (narrow, broad))
    assume(one is not None and other is not None)
    assert one is not None
    assert other is not None

    def somewhere(conjunction: Conjunction, world: dict[str, object], *, surely: bool) -> bool:
        reading = {str(part): not surely for part in conjunction if _unclear(part)}
        return all(_true(world, part, reading) for part in conjunction)

    implied = all(
        somewhere(other, world, surely=surely)
        for surely in (True, False)
        for world in _WORLDS
        if somewhere(one, world, surely=surely)
    )
    if implies(one, other):
        assert implied
    joint = any(somewhere(one, world, surely=False) and somewhere(other, world, surely=False) for world in _WORLDS)
    assert contradicts(one, other) == (not joint)
