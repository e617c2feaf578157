"""Erasing a person: their name and contact go from every generation, cache and decision, and do not come back."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.atomic import atomic_write
from graph.decisions import Decisions
from graph.erasures import FILE, erasures_of, family_of, read_erasures, spellings, words_of, write_erasures
from graph.generation import Generation, GenerationContent
from graph.history import current, current_id, tags
from graph.lock import writer
from graph.pause import collector_paused
from graph.redaction import Redaction, redacted_statements
from graph.rewriting import rewrite_generations
from graph.snapshot import snapshot_of
from graph.statement import Literal, Statement, unite
from ontology.errors import RegionError
from ontology.text import slug
from verweisnetz.config import FILE as SETTINGS
from verweisnetz.config import STATE

REACHING = frozenset({"contactPhone", "contactMail"})
_CACHES = ("cache", "rdf", "answers")
_READABLE = (".csv", ".yaml", ".yml", ".toml", ".txt", ".md", ".html", ".htm", ".tsv", ".json", ".jsonl")
_LEAST = 3
"""Letters a name has at least: a shorter word stands everywhere."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What was done, without the name.

    Args:
        generations: how many were written anew.
        places: where it stood, as ``source!place``: whoever sent the source has to take it out there.
        also: numbers and addresses of the same person that went too (so many).
        maybe: places of further contacts beside the name, and of the family name alone: theirs, or somebody else's.
        files: files of the region that hold it, which only people change.
    """

    generations: int
    places: tuple[str, ...]
    also: int
    maybe: tuple[str, ...]
    files: tuple[str, ...]


def erase(folder: Path, said: Iterable[str], *, by: str = "", on: date | None = None, note: str = "") -> Erased:
    """Erase names, numbers and addresses from a region.

    What is stored of them is a keyed digest (`graph.erasures`), so that later builds leave them out of sources that
    still hold them.

    Raises:
        RegionError: the folder is no region, or what is to be erased is too short to be told from other words.
        StoreError: somebody else is writing, or the disk refuses.
    """
    wanted = [one.strip() for one in said if one.strip()]
    _check(folder, wanted)
    state, day = folder / STATE, (on or date.today()).isoformat()
    with writer(state), collector_paused():
        named = Redaction(erasures_of(wanted))
        now = list(current(state).statements()) if current_id(state) else []
        theirs = sorted(_theirs(now, named, wanted))
        known, _ = read_erasures(folder / "decisions")
        erasures = (*known, *erasures_of([*wanted, *theirs], by=by, on=day, note=note))
        redaction = Redaction(erasures)
        places, maybe = _places(now, redaction), tuple(_maybe(now, redaction, wanted))
        (folder / "decisions").mkdir(exist_ok=True)
        atomic_write(folder / "decisions" / FILE, write_erasures(erasures).encode("utf-8"))
        for path in sorted((folder / "decisions").glob("*.csv")):
            if path.name != FILE:
                _redact_file(path, redaction)
        ids = rewrite_generations(state, lambda generation: _without(generation, redaction)) if now else {}
        _rename_tags(state, redaction)
        for name in _CACHES:
            shutil.rmtree(state / name, ignore_errors=True)
    return Erased(len(ids), places, len(theirs), maybe, tuple(_files(folder, redaction)))


def _check(folder: Path, wanted: list[str]) -> None:
    if not (folder / SETTINGS).is_file():
        raise RegionError(f"{folder} is no region: {SETTINGS} is missing", de=f"{folder}: hier fehlt {SETTINGS}")
    for one in wanted:
        if sum(map(len, words_of(one))) < _LEAST or not list(spellings(one)):
            raise RegionError(
                f"“{one}” is too short to be erased: it would be met in other words",
                de=f"„{one}“ ist zu kurz zum Löschen: es käme in anderen Wörtern vor",
            )
    if not wanted:
        raise RegionError("nothing to erase was named", de="es ist nichts zum Löschen genannt")


def _theirs(said: Iterable[Statement], named: Redaction, wanted: list[str]) -> set[str]:
    """Return numbers and addresses that stand in a cell with the name, are said to be theirs, or bear the family name."""
    families = [family for one in wanted if (family := family_of(one))]
    said = list(said)
    cells = {place for statement in said if _names(statement, named) for place in statement.evidence}
    found = set[str]()
    for statement in said:
        if statement.predicate in REACHING and isinstance(statement.object, Literal):
            value = statement.object.value
            owned = any(named.holds(whose) for whose in statement.detail("contact"))
            beside = not cells.isdisjoint(statement.evidence)
            local = set(words_of(value.partition("@")[0])) if statement.predicate == "contactMail" else set()
            if owned or beside or any(local.issuperset(family) for family in families):
                found.add(value)
    return found


def _names(statement: Statement, named: Redaction) -> bool:
    return isinstance(statement.object, Literal) and named.holds(statement.object.value)


def _places(said: Iterable[Statement], redaction: Redaction) -> tuple[str, ...]:
    found = {
        f"{statement.source}!{place}"
        for statement in said
        if redaction.record(statement) is not statement
        for place in statement.evidence
    }
    return tuple(sorted(found))


def _maybe(said: Iterable[Statement], redaction: Redaction, wanted: Iterable[str]) -> Iterator[str]:
    """Yield places of contacts of the same actors that stay, and of contacts called like the family alone."""
    said = list(said)
    families = {family for one in wanted if (family := family_of(one))}
    actors = {(one.source, one.subject) for one in said if redaction.record(one) is not one}
    found = {
        f"{statement.source}!{place}"
        for statement in said
        if (statement.predicate in REACHING and (statement.source, statement.subject) in actors)
        or (statement.predicate == "contactName" and _is_family(statement, families))
        if redaction.record(statement) is statement
        for place in statement.evidence
    }
    yield from sorted(found)


def _is_family(statement: Statement, families: Collection[tuple[str, ...]]) -> bool:
    return isinstance(statement.object, Literal) and words_of(statement.object.value) in families


def _without(generation: Generation, redaction: Redaction) -> GenerationContent:
    texts = {source: redaction.stored(text) for source, text in generation.texts().items()}
    said, keys = redacted_statements(redaction, generation.statements(), texts=texts)
    decisions = Decisions.of_records(redaction.record(record) for record in generation.decisions().records())
    view = generation.view
    return GenerationContent(
        sources=[redaction.record(source) for source in generation.sources()],
        statements=unite(said),
        links=list(dict.fromkeys(redaction.record(link) for link in generation.links())),
        issues=[redaction.record(issue) for issue in generation.issues()],
        snapshot=snapshot_of(
            redaction.rows(view, keys), {key: redaction.text(text) for key, text in view.meta.items()}
        ),
        ledger=generation.ledger(),
        decisions=decisions,
        texts=list(texts.values()),
    )


def _rename_tags(state: Path, redaction: Redaction) -> None:
    """Give a generation that bears the name of somebody erased another one."""
    for name, generation_id in tags(state).items():
        told = redaction.text(name.replace("-", " "))
        if told != name.replace("-", " "):
            (state / "tags" / name).unlink()
            fresh = slug(told)
            while (state / "tags" / fresh).exists():
                fresh += "-2"
            atomic_write(state / "tags" / fresh, [generation_id.encode("ascii")])


def _redact_file(path: Path, redaction: Redaction) -> None:
    """Take what was erased out of a table of decisions, which this program writes itself."""
    text = path.read_text(encoding="utf-8", errors="surrogateescape")
    told = "".join(redaction.text(line) for line in text.splitlines(keepends=True))
    if told != text:
        atomic_write(path, told.encode("utf-8", errors="surrogateescape"))


def _files(folder: Path, redaction: Redaction) -> Iterator[str]:
    """Yield files of the region that hold it by name or, where they are plain text, in a line."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if inside.parts[0] == STATE or not path.is_file():
            continue
        if redaction.holds(inside.as_posix()):
            yield inside.as_posix()
        if path.suffix.casefold() in _READABLE and path.name != FILE:
            text = path.read_bytes().decode("utf-8", errors="replace")
            for number, line in enumerate(text.splitlines(), 1):
                if redaction.holds(line):
                    yield f"{inside.as_posix()}:{number}"
