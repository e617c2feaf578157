"""The cache: what was read is kept by what it was read from, and damage only costs time."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.cache import Cache, cache_key


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    assert cache.read("k") is None
    cache.write("k", b"content")
    assert cache.read("k") == b"content"


@pytest.mark.parametrize("damage", [b"", b"verweisnetz cache 1\n", b"other"])
def test_a_damaged_entry_counts_as_missing_and_is_made_again(tmp_path: Path, damage: bytes) -> None:
    cache = Cache(tmp_path)
    cache.write("k", b"content")
    (tmp_path / "k").write_bytes(damage)
    assert cache.read("k") is None
    cache.write("k", b"content")
    assert cache.read("k") == b"content"


def test_a_flipped_bit_counts_as_missing(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.write("k", b"content")
    data = bytearray((tmp_path / "k").read_bytes())
    data[-1] ^= 1
    (tmp_path / "k").write_bytes(bytes(data))
    assert cache.read("k") is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    Cache(tmp_path / "file").write("k", b"content")
    assert Cache(tmp_path / "file").read("k") is None


def test_what_is_not_used_any_more_goes(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.write("a", b"1")
    cache.write("b", b"2")
    (tmp_path / ".b.17.new").write_bytes(b"half")
    cache.keep_only(["a"])
    assert ["a"] == [path.name for path in tmp_path.iterdir()]


def test_a_key_tells_its_parts_apart() -> None:
    assert cache_key("ab", "c") != cache_key("a", "bc")
    assert cache_key("a", b"b") == cache_key("a", "b")
