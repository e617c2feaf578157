"""Writing decisions down: sorted, whole or not at all, and never over what somebody else decided meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from graph.atomic import atomic_write
from graph.decision_rows import DecisionRows, read_text
from graph.decisions import (
    LINK_COLUMNS,
    LINKS,
    REVIEW_COLUMNS,
    REVIEWED,
    LinkDecision,
    Review,
    pairs_of,
    parse_reviews,
)
from graph.lock import writer
from ontology.errors import RegionError, StoreError
from ontology.text import fold

Seen = Mapping[str, frozenset[Review]]
"""The lines about each key, as somebody saw them who now decides."""


def seen(folder: Path) -> Seen:
    """Return every review of a region's ``decisions`` by its key, to be handed to `write_reviews` later."""
    return _by_key(read_text(folder / REVIEWED))


def write_reviews(
    folder: Path, state: Path, reviews: Iterable[Review], seen: Seen, replaced: Collection[str] = ()
) -> None:
    """Write reviews into a region's table; each takes the place of the lines about its key.

    Args:
        folder: the region's ``decisions``. state: where its locks lie.
        seen: what the table said when it was looked at.
        replaced: keys whose lines go, because their decision is taken anew on another key (or taken back).

    Raises:
        StoreError: somebody decided on one of these keys since, or is writing right now; nothing is written.
        RegionError: the table has a line that cannot be read; writing would lose it.
    """
    new = {review.key: review for review in reviews}
    going = {*new, *replaced}
    with _table(folder, state, REVIEWED) as (text, write):
        now = _by_key(text)
        for key in sorted(going):
            if now.get(key, frozenset()) != seen.get(key, frozenset()):
                raise _overtaken(now.get(key, frozenset()), key)
        lines = (dict(pairs_of(review)) for review in new.values())
        write(_with(_readable(text, REVIEWED), REVIEW_COLUMNS, lines, lambda said: said["key"] in going))


def write_links(folder: Path, state: Path, decisions: Iterable[LinkDecision]) -> None:
    """Write down that two labels mean one actor, or two; each line takes the place of those about the same two.

    Raises:
        StoreError, RegionError: as `write_reviews`.
    """
    new = {_pair(pairs): pairs for pairs in (dict(pairs_of(decision)) for decision in sorted(decisions))}
    with _table(folder, state, LINKS) as (text, write):
        write(
            _with(
                _readable(text, LINKS),
                LINK_COLUMNS,
                new.values(),
                lambda said: said["decision"] in ("same", "different") and _pair(said) in new,
            )
        )


def _pair(said: Mapping[str, str]) -> tuple[frozenset[str], str, str]:
    """Return which two labels a line is about, and where."""
    ends = frozenset(fold(said.get(side, "")) for side in ("left", "right"))
    return ends, fold(said.get("source", "")), fold(said.get("scope", ""))


def _by_key(text: str) -> Seen:
    found: dict[str, set[Review]] = {}
    for review in parse_reviews(text)[0]:
        found.setdefault(review.key, set()).add(review)
    return {key: frozenset(reviews) for key, reviews in found.items()}


@contextmanager
def _table(folder: Path, state: Path, name: str) -> Iterator[tuple[str, Callable[[DecisionRows], None]]]:
    """Yield a table's text and what writes it anew; nobody else who decides through us can write in between."""
    path = folder / name
    with writer(state / "decisions"):

        def write(table: DecisionRows) -> None:
            path.parent.mkdir(exist_ok=True)
            atomic_write(path, table.text().encode("utf-8"))

        yield read_text(path), write


def _readable(text: str, name: str) -> DecisionRows:
    table = DecisionRows.parse(text)
    if table.broken:
        line = len(table.rows) + 2
        raise RegionError(
            f"decisions/{name}, after record {line - 1}: the rest cannot be read ({table.broken}); "
            "correct it there first, so that nothing is lost",
            de=f"decisions/{name}, nach Zeile {line - 1}: der Rest ist nicht lesbar ({table.broken}); "
            "erst dort berichtigen, damit nichts verloren geht",
        )
    return table


def _with(
    table: DecisionRows,
    columns: tuple[str, ...],
    lines: Iterable[Mapping[str, str]],
    goes: Callable[[Mapping[str, str]], bool],
) -> DecisionRows:
    """Return a table with new lines, without those that go; columns and lines nobody understands stay."""
    whole = table.with_columns(columns)
    kept = [row for row in whole.rows if not goes({column: whole.value(row, column) for column in columns})]
    return replace(whole, rows=(*kept, *(whole.row(line) for line in lines)))


def _overtaken(now: Collection[Review], key: str) -> StoreError:
    said = ", ".join(f"{review.decision} ({review.by or '–'}, {review.on or '–'})" for review in sorted(now)) or "–"
    return StoreError(
        f"somebody else decided on {key[:8]} meanwhile: {said}; look at it again, then decide",
        de=f"über {key[:8]} hat inzwischen jemand anderes entschieden: {said}; noch einmal ansehen, dann entscheiden",
    )
