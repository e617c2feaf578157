"""From a region's folder to a generation: read, link, derive, check, write; each step once, in this order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from graph.anchors import anchor
from graph.cache import Cache
from graph.checks import check
from graph.decisions import Decisions, read_decisions
from graph.derive import derive
from graph.erasures import read_erasures
from graph.generation import Generation, GenerationContent
from graph.history import add_generation
from graph.issue import Issue
from graph.links import link
from graph.lock import writer
from graph.pause import collector_paused
from graph.records import SourceRecord
from graph.redaction import Redaction
from graph.said import in_order
from graph.snapshot import snapshot_of
from graph.statement import Mention, Statement, unite
from graph.statement_file import written_ahead
from graph.view import View
from loaders.source import Loaded, SourceSpec
from ontology.errors import RegionError
from ontology.regions import gazetteer
from verweisnetz.config import FILE, STATE, Settings
from verweisnetz.profiles import unreadable
from verweisnetz.reading import BROKEN, Progress, Reading, read_sources
from verweisnetz.sources import readable, rule_for, sources

UNEXPECTED = "VN6002"


def build_generation(
    folder: Path, settings: Settings, progress: Progress | None = None, *, llm: bool = False
) -> Generation:
    """Read every source and write what they say as a new generation.

    Args:
        llm: whether texts may be sent to the language model the configuration names.

    Raises:
        RegionError: the folder or its configuration cannot be used.
        StoreError: another build is running, or the disk refuses; the old generation goes on answering.
    """
    _check_space(settings)
    specs = sources(folder, settings, llm=llm)
    with writer(folder / STATE), collector_paused():
        return _built(folder, settings, specs, progress)


def _check_space(settings: Settings) -> None:
    places = gazetteer()
    if settings.space and places.find(settings.space) is None:
        near = " · ".join(place.label for place in places.near(settings.space)[:3]) or "–"
        raise RegionError(
            f"{FILE} [region] space: no place called {settings.space!r} is known; near: {near}",
            de=f"{FILE}, [region] space: „{settings.space}“ ist als Gebiet nicht bekannt; ähnlich heißen: {near}",
        )


def _built(folder: Path, settings: Settings, specs: list[SourceSpec], progress: Progress | None) -> Generation:
    erasures, unread = read_erasures(folder / "decisions")
    cache = Cache(folder / STATE / "cache")
    reading = read_sources(specs, cache, progress, settings.limits, Redaction(erasures))
    reading = replace(reading, broken=(*reading.broken, *unread))
    read = unite(statement for loaded in reading.loaded for statement in loaded.statements)
    anchored = anchor(_decisions(folder, reading), read)
    statements = unite([*read, *anchored.corrections]) if anchored.corrections else read
    with written_ahead(folder / STATE, statements) as ahead:
        content = _content(folder, settings, specs, reading, anchored.decisions, statements)
        return add_generation(folder / STATE, replace(content, statements=ahead), keep=settings.keep_generations)


def _content(
    folder: Path,
    settings: Settings,
    specs: Sequence[SourceSpec],
    reading: Reading,
    decisions: Decisions,
    statements: Sequence[Statement],
) -> GenerationContent:
    records = _records(folder, specs, reading)
    given = [line for loaded in reading.loaded for line in loaded.links]
    said = in_order(statements)
    links = link(said, decisions, sources=records, given=given)
    facts = derive(said, links, sources=records, decisions=decisions)
    snapshot = snapshot_of(facts.rows, {"name": settings.name, "space": settings.space})
    issues = [
        *reading.broken,
        *unreadable(folder, specs, BROKEN),
        *(issue for loaded in reading.loaded for issue in loaded.issues),
        *decisions.issues,
        *links.issues,
        *facts.issues,
        *_unexpected(settings, reading),
        *check(View(snapshot)),
    ]
    return GenerationContent(
        sources=records,
        statements=statements,
        links=links.records(),
        issues=issues,
        snapshot=snapshot,
        ledger={loaded.source["id"]: _account(loaded) for loaded in reading.loaded},
        decisions=decisions,
        texts=[loaded.text for loaded in reading.loaded if loaded.text],
    )


def _account(loaded: Loaded) -> Mapping[str, Any]:
    """Return what became of a source's cells, the profile it was read with, and of a document what became of its blocks."""
    blocks = {"blocks": asdict(loaded.blocks)} if loaded.blocks else {}
    return {**asdict(loaded.ledger), "profile": loaded.source.get("profile", ""), **blocks}


def _decisions(folder: Path, reading: Reading) -> Decisions:
    """Return what people decided here and what interchange files brought along."""
    own = read_decisions(folder / "decisions")
    brought = Decisions.of_records(line for loaded in reading.loaded for line in loaded.decisions)
    links, reviews = sorted({*own.links, *brought.links}), sorted({*own.reviews, *brought.reviews})
    return Decisions(tuple(links), tuple(reviews), own.issues)


def _records(folder: Path, specs: Iterable[SourceSpec], reading: Reading) -> list[SourceRecord]:
    """Return every source, those inside an interchange file included; of two with one id the later read wins."""
    paths = {spec.id: readable(spec.path.relative_to(folder)) for spec in specs}
    found: dict[str, SourceRecord] = {}
    for loaded in reading.loaded:
        found.update({record.id: record for record in loaded.sources})
        said = loaded.source
        found[said["id"]] = SourceRecord(
            said["id"], paths.get(said["id"], ""), said["kind"], said["publisher"], said["stated_on"], said["sha256"]
        )
    return [found[name] for name in sorted(found)]


def _unexpected(settings: Settings, reading: Reading) -> Iterator[Issue]:
    """Yield an issue for every source that gave more or less than its rule expects: a silent loss must be heard."""
    for loaded in reading.loaded:
        name = loaded.source["id"]
        counts = _counts(loaded)
        for what, (least, most) in rule_for(name, settings).expect.items():
            if not least <= counts[what] <= most:
                params = {"what": what, "found": counts[what], "least": least, "most": most}
                yield Issue(UNEXPECTED, name, params=tuple(sorted((key, str(value)) for key, value in params.items())))


def _counts(loaded: Loaded) -> Mapping[str, int]:
    said: list[Statement] = list(loaded.statements)
    by_predicate = Counter(statement.predicate for statement in said)
    actors = {statement.subject.label for statement in said if statement.subject.kind == "Actor"}
    actors |= {s.object.label for s in said if isinstance(s.object, Mention) and s.object.kind == "Actor"}
    return {
        "statements": len(said),
        "actors": len(actors),
        "offers": by_predicate["offers"],
        "referrals": by_predicate["refersTo"],
    }
