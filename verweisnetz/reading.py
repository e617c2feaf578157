"""Reading a region's sources: unchanged ones from the cache, broken ones as findings, the others all the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache as remembered
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from graph.cache import Cache, cache_key
from graph.issue import Issue
from graph.records import DecisionRecord, LinkRecord, SourceRecord, dumps, from_record, issue_of
from graph.redaction import Redaction, quoting, redacted_statements
from graph.statement import Statement, unite
from graph.stored_text import text_of
from loaders import load
from loaders.dispatch import may_be_description
from loaders.limits import Limits
from loaders.process import many
from loaders.prose.region_names import Names, names_of
from loaders.source import Ledger, Loaded, SourceSpec, TextLedger
from ontology.errors import LoadError

BROKEN = "VN6001"
"""The code of "this source could not be read at all"."""

NOTHING = Redaction(())

Progress = Callable[[str, int, int], None]
"""Called before each source with its id, its number and how many there are."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Every source of a region, read or not.

    Args:
        loaded: what could be read, in the order of ids.
        broken: one issue per source that could not be read at all.
    """

    loaded: tuple[Loaded, ...]
    broken: tuple[Issue, ...]


def read_sources(
    specs: Iterable[SourceSpec],
    cache: Cache,
    progress: Progress | None = None,
    limits: Limits | None = None,
    redaction: Redaction = NOTHING,
) -> Reading:
    """Read every source; a broken one becomes an issue and stops nothing. What was erased never reaches the cache.

    Texts come last: they are read with the names the tables use.
    """
    wanted, limits = sorted(specs, key=lambda spec: (may_be_description(spec), spec.id)), limits or Limits()
    loaded: list[Loaded] = []
    broken, keys = [], []
    known: Names | None = None
    profiles = {path: _digest_or_none(path) for spec in wanted for path in spec.others}
    with many():
        for number, spec in enumerate(wanted, 1):
            if progress:
                progress(spec.id, number, len(wanted))
            if may_be_description(spec):
                known = names_of(said for one in loaded for said in one.statements) if known is None else known
                model = replace(spec.model, masked=redaction.masked) if spec.model else None
                spec = replace(spec, known=known, model=model)
            try:
                key = _key(spec, limits, redaction, [profiles[path] for path in spec.others])
                keys.append(key)
                loaded.append(_cached(cache, key, spec, limits, redaction))
            except LoadError as error:
                broken.append(_issue(spec, error))
            except OSError as error:
                why = error.strerror or str(error)
                unreadable = LoadError("broken", spec.id, de=f"nicht lesbar ({why})", en=f"cannot be read ({why})")
                broken.append(_issue(spec, unreadable))
    cache.keep_only(keys)
    if redaction:
        loaded = list(_quoting(loaded))
    return Reading(tuple(sorted(loaded, key=lambda one: one.source["id"])), tuple(broken))


def _quoting(loaded: Sequence[Loaded]) -> Iterator[Loaded]:
    """Yield what was read, quotes of a document's text being what is left of it, whichever file says them."""
    texts = {one.text.source: one.text for one in loaded if one.text}
    for one in loaded:
        said = tuple(quoting(statement, texts.get(statement.source)) for statement in one.statements)
        yield one if said == one.statements else replace(one, statements=said)


def _issue(spec: SourceSpec, error: LoadError) -> Issue:
    named = () if error.source == spec.id else (error.source,)  # a profile has a name of its own
    where = "!".join((*named, *filter(None, [error.place])))
    before = f"{where}: " if where else ""
    params = {"code": error.code, "de": before + error.de, "en": before + error.en}
    return Issue(BROKEN, spec.id, None, "", tuple(sorted(params.items())), "error")


def _key(spec: SourceSpec, limits: Limits, redaction: Redaction, others: Sequence[str]) -> str:
    notes = [part for name, path in spec.notes for part in (name, _digest(path))]
    reader = (spec.extractor, spec.model.reads_as if spec.model else "", repr(spec.known), str(spec.persons))
    said = (redaction.key, spec.id, spec.kind, spec.publisher, spec.stated_on, *reader, *others, *notes)
    profile = _digest(spec.profile) if spec.profile else ""
    return cache_key(_readers(), _digest(spec.path), profile, repr(limits), *said)


@remembered
def _readers() -> str:
    """Return what stands for the readers and their rules: no change of code or words leaves a stale cache."""
    digest = hashlib.sha256()
    for package in ("graph", "loaders", "ontology"):
        for file in sorted(_files(files(package)), key=lambda file: file[0]):
            digest.update(file[0].encode("utf-8") + b"\0" + file[1])
    return digest.hexdigest()


def _files(folder: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{above}/{entry.name}"
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry, name)
        elif entry.is_file():
            yield name, entry.read_bytes()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digest_or_none(path: Path) -> str:
    """Return what stands for another file's profile; one that cannot be read helps nobody."""
    try:
        return f"{path.name}:{_digest(path)}"
    except OSError:
        return ""


def _cached(cache: Cache, key: str, spec: SourceSpec, limits: Limits, redaction: Redaction) -> Loaded:
    kept = cache.read(key)
    if kept is not None:
        return _unpacked(kept)
    loaded = _redacted(load(spec, limits=limits), redaction)
    if not loaded.passing:
        cache.write(key, _packed(loaded))
    return loaded


def _redacted(loaded: Loaded, redaction: Redaction) -> Loaded:
    """Return what was read without what people had erased; the places where it stood remain."""
    if not redaction:
        return loaded
    # A file keeps its name as long as it has it: what is said must go on naming its source.
    text = redaction.stored(loaded.text) if loaded.text else None
    texts = {text.source: text} if text else {}
    said, _ = redacted_statements(redaction, loaded.statements, keep=("source",), texts=texts)
    return replace(
        loaded,
        statements=tuple(unite(said)),
        issues=tuple(redaction.record(issue, keep=("source",)) for issue in loaded.issues),
        sources=tuple(map(redaction.record, loaded.sources)),
        links=tuple(dict.fromkeys(map(redaction.record, loaded.links))),
        decisions=tuple(map(redaction.record, loaded.decisions)),
        text=text,
    )


def _packed(loaded: Loaded) -> bytes:
    about = {
        "source": dict(loaded.source),
        "ledger": asdict(loaded.ledger),
        "blocks": asdict(loaded.blocks) if loaded.blocks else None,
        "text": json.loads(loaded.text.line()) if loaded.text else None,
    }
    head = json.dumps(about, ensure_ascii=False)
    kept = (loaded.statements, loaded.issues, loaded.sources, loaded.links, loaded.decisions)
    said = [dumps(thing) for things in kept for thing in things]
    return "\n".join([head, *said]).encode("utf-8")


def _unpacked(kept: bytes) -> Loaded:
    head, *lines = kept.decode("utf-8").split("\n")
    described = json.loads(head)
    records = [json.loads(line) for line in lines]
    things = [issue_of(record) if record["record"] == "issue" else from_record(record) for record in records]
    return Loaded(
        described["source"],
        tuple(thing for thing in things if isinstance(thing, Statement)),
        tuple(thing for thing in things if isinstance(thing, Issue)),
        Ledger(**described["ledger"]),
        sources=tuple(thing for thing in things if isinstance(thing, SourceRecord)),
        links=tuple(thing for thing in things if isinstance(thing, LinkRecord)),
        decisions=tuple(thing for thing in things if isinstance(thing, DecisionRecord)),
        text=text_of(described["text"]) if described["text"] else None,
        blocks=TextLedger(**described["blocks"]) if described["blocks"] else None,
    )
