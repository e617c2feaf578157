"""Numbers and texts in blocks: whatever form they take, they are read back as they were, one by one and in stretches."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.int_blocks import Blocks, Spec, read_ints
from graph.text_blocks import Pool, TextColumn, Texts, read_texts

INT32 = st.integers(-(2**31), 2**31 - 1)
NUMBERS = st.one_of(
    st.lists(INT32, max_size=8),
    st.builds(lambda value, times: [value] * times, INT32, st.integers(0, 300)),
    st.builds(lambda start, step, times: [start + step * at for at in range(times)],
              st.integers(-900, 900), st.integers(-9, 9), st.integers(0, 300)),
    st.builds(lambda few, seed: Random(seed).choices(few, k=300), st.lists(INT32, min_size=1, max_size=4), st.integers()),
    st.builds(lambda most, seed: [Random(seed + at).randrange(most) for at in range(200)],
              st.sampled_from([200, 60_000, 1 << 24, 1 << 31]), st.integers(0, 99)),
    st.builds(lambda step, seed: sorted(Random(seed).randrange(step * 200) for _ in range(200)),
              st.sampled_from([2, 900, 1 << 20]), st.integers(0, 99)),
)  # fmt: skip


def read(blocks: Blocks, spec: Spec) -> Sequence[int]:
    return read_ints(spec, [memoryview(block) for block in blocks.blocks])


@given(NUMBERS, st.booleans(), st.integers(0, 310), st.integers(0, 310))
def test_numbers_are_read_back(numbers: list[int], small: bool, start: int, end: int) -> None:
    blocks = Blocks()
    found = read(blocks, blocks.ints(numbers, small=small))
    assert numbers == list(found)
    assert numbers[start:end] == list(found[start:end])
    assert numbers == [found[at] for at in range(len(found))]
    assert numbers[-1:] == [found[at] for at in (-1,) if numbers]
    with pytest.raises(IndexError):
        found[len(numbers)]


@pytest.mark.parametrize(
    ("kind", "numbers"),
    [
        ("equal", [7] * 900),
        ("range", list(range(5, 3000, 3))),
        ("runs", [70_000] * 500 + [-3] * 500),
        ("chosen", [-1, 739_000, 738_000, 739_000] * 200 + [739_001]),
        ("stepped", [at * 3 + at % 2 for at in range(40_000)]),
        ("three", Random(1).sample(range(1 << 23), 500)),
        ("i", [Random(at).randrange(-(1 << 30), 1 << 30) for at in range(500)]),
    ],
)
def test_each_form_is_taken_where_it_takes_least(kind: str, numbers: list[int]) -> None:
    blocks = Blocks()
    spec = blocks.ints(numbers, small=True)
    assert kind == spec[0]
    assert numbers == list(read(blocks, spec))
    assert sum(map(len, blocks.blocks)) <= 4 * len(numbers)


def test_what_is_read_in_loops_lies_in_plain_blocks() -> None:
    blocks = Blocks()
    spec = blocks.ints([-1, 739_000, 738_000, 739_000] * 200)
    assert "i" == spec[0]
    assert isinstance(read(blocks, spec), memoryview)


def test_a_number_of_more_than_32_bits_is_refused() -> None:
    with pytest.raises(OverflowError):
        Blocks().ints([1 << 31])


def test_equal_blocks_are_written_once() -> None:
    blocks = Blocks()
    assert blocks.ints(array("i", [3, 1, 2])) == blocks.ints([3, 1, 2])
    assert 1 == len(blocks.blocks)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
COLUMNS = st.one_of(
    st.lists(WORDS, max_size=8),
    st.lists(st.builds("{}{}".format, st.sampled_from(["Blatt!C", "B0", "", "٣", "1-"]), st.integers(0, 10**12)), max_size=40),
    st.lists(st.builds("{}/{}/{}".format, WORDS, WORDS, WORDS), max_size=30),
    st.lists(st.binary(min_size=16, max_size=16).map(bytes.hex), max_size=9),
    st.lists(st.sampled_from(["a/1", "a/01", "a/", "/", "007", "00", "0", "", "A" * 32, "0" * 32]), max_size=9),
)  # fmt: skip


def written(texts: list[str]) -> tuple[TextColumn, str, int]:
    blocks = Blocks()
    writer = Texts(blocks)
    spec = writer.column(texts)
    offsets, blob = writer.pool()
    parts = [memoryview(block) for block in blocks.blocks]
    pool = Pool(read_ints(offsets, parts), parts[blob])
    return read_texts(spec, pool, parts), spec[0], sum(map(len, parts))


@given(COLUMNS)
@example(["²3", "²4"])
def test_texts_are_read_back(texts: list[str]) -> None:
    found, _, _ = written(texts)
    assert texts == list(found) == [found[at] for at in range(len(found))] == found[:]
    assert texts[1:3] == found[1:3]
    assert texts[-1:] == [found[-1] for _ in texts[:1]]
    codes = list(found.codes)
    assert [one == other for one in texts for other in texts] == [one == other for one in codes for other in codes]


@pytest.mark.parametrize(
    ("kind", "texts", "most"),
    [
        ("hex", [f"{at * 7919:032x}" for at in range(300)], 17),
        ("numbered", [f"Verweise!C{at}" for at in range(3000)], 7),
        ("parts", [f"offer/vhs-{'lang' * 9}-{at // 9}/kurs-{at % 9}x" for at in range(3000)], 20),
        ("whole", ["yes", "no", "partly"] * 1000, 2),
    ],
)
def test_texts_take_the_form_that_takes_least(kind: str, texts: list[str], most: int) -> None:
    found, form, size = written(texts)
    assert kind == form
    assert texts == list(found)
    assert size <= most * len(texts)
