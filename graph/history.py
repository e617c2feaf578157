"""The line of generations: which one answers, which came before, which are kept.

The pointer ``current`` flips in one step after everything else rests on the disk. A build that is killed leaves
the old generation answering; what it began is swept by the next writer.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from graph.atomic import append_line, atomic_write, sync_folder
from graph.generation import Generation, GenerationContent, write_files
from graph.lock import writer
from ontology.errors import QuestionError, StoreError
from ontology.text import slug

KEPT = 5
"""How many generations stay for `diff`, besides the tagged ones."""

_UNFINISHED = (".new-", ".old-")


def write_generation(folder: Path, content: GenerationContent, *, keep: int = KEPT) -> Generation:
    """Write a generation below ``folder`` (a region's ``.verweisnetz``) and make it the one that answers.

    The same content as now changes no byte.

    Raises:
        StoreError: if somebody else is writing, or the disk refuses; the old generation then goes on answering.
    """
    with writer(folder):
        return add_generation(folder, content, keep=keep)


def add_generation(folder: Path, content: GenerationContent, *, keep: int = KEPT) -> Generation:
    """Do as `write_generation` for a caller who holds the writer's lock already."""
    try:
        return _written(folder, content, keep)
    except OSError as error:
        raise StoreError(
            f"the generation could not be written ({error}); the old one still answers",
            de=f"die neue Fassung konnte nicht geschrieben werden ({error}); die alte gilt weiter",
        ) from error


def current(folder: Path) -> Generation:
    """Open the generation that answers.

    Raises:
        StoreError: if there is none, or it is damaged.
    """
    for _ in range(3):  # a writer may drop an old generation between our two looks
        generation_id = current_id(folder)
        if not generation_id:
            raise StoreError(
                "nothing has been built here yet; run `verweisnetz build`",
                de="hier wurde noch nichts gebaut; zuerst `verweisnetz build` aufrufen",
            )
        with contextlib.suppress(FileNotFoundError):
            return Generation(folder / "generations" / generation_id)
    raise StoreError(
        f"generation {generation_id} is missing; run `verweisnetz build` again",
        de=f"die Fassung {generation_id} fehlt; `verweisnetz build` stellt sie wieder her",
    )


def generation(folder: Path, name: str) -> Generation:
    """Open a generation by id, by the beginning of its id, or by its tag as people write it.

    Raises:
        QuestionError: if there is none or more than one; it names those there are.
    """
    named = tags(folder)
    wanted = named.get(name) or named.get(slug(name), name)
    found = [path for path in kept(folder) if path.name.startswith(wanted)]
    if len(found) != 1 or not wanted:
        many = bool(found) and bool(wanted)
        raise QuestionError(
            f"the ids of several generations begin with “{name}”" if many else f"no kept generation goes by “{name}”",
            tuple(_called(folder)),
            de=f"mit „{name}“ beginnen mehrere Fassungen" if many else f"„{name}“ ist keine aufgehobene Fassung",
        )
    return Generation(found[0])


def _called(folder: Path) -> Iterator[str]:
    """Yield what each kept generation goes by: its tag, or the beginning of its id; and since when it answered."""
    tagged = {generation_id: name for name, generation_id in tags(folder).items()}
    since = {entry["generation"]: entry["at"][:10] for entry in journal(folder)}
    for path in sorted(kept(folder), key=lambda path: (since.get(path.name, ""), path.name), reverse=True):
        name = tagged.get(path.name, path.name[:8])
        yield f"{name} ({since[path.name]})" if path.name in since else name


def current_id(folder: Path) -> str:
    """Return the id of the generation that answers, or nothing."""
    try:
        return (folder / "current").read_text(encoding="ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return ""


def journal(folder: Path) -> tuple[Mapping[str, str], ...]:
    """Return when which generation became the current one (``at``, ``generation``), oldest first."""
    found = []
    with contextlib.suppress(FileNotFoundError):
        for line in (folder / "journal.jsonl").read_bytes().splitlines():
            with contextlib.suppress(ValueError, KeyError, TypeError):  # a killed writer may leave half a line
                said = json.loads(line)
                datetime.fromisoformat(said["at"])
                found.append({"at": said["at"], "generation": str(said["generation"])})
    return tuple(found)


def previous_id(folder: Path, generation_id: str) -> str:
    """Return the id of the generation that answered before one did, of those that are kept.

    Raises:
        QuestionError: if it is the first.
    """
    there = {path.name for path in kept(folder)} - {generation_id}
    before = [entry["generation"] for entry in journal(folder) if entry["generation"] in there]
    if not before:
        raise QuestionError(
            "there is no earlier generation to compare with; the next build that brings something new makes one",
            de="es gibt noch keine frühere Fassung zum Vergleichen; der nächste Aufbau, der Neues bringt, schafft eine",
        )
    return before[-1]


def id_on(folder: Path, day: date) -> str:
    """Return the id of the generation that answered at the end of a day.

    Raises:
        QuestionError: there was none yet.
    """
    then = [entry for entry in journal(folder) if datetime.fromisoformat(entry["at"]).date() <= day]
    if not then:
        raise QuestionError(
            f"nothing had been built by {day.isoformat()}",
            de=f"bis zum {day.strftime('%d.%m.%Y')} war noch nichts aufgebaut",
        )
    return then[-1]["generation"]


def tags(folder: Path) -> Mapping[str, str]:
    """Return the generations people named, by name."""
    return {path.name: path.read_text(encoding="ascii").strip() for path in sorted((folder / "tags").glob("[!.]*"))}


def tag(folder: Path, name: str) -> None:
    """Name the current generation, so that it is kept."""
    generation_id = current(folder).id
    with writer(folder):
        (folder / "tags").mkdir(exist_ok=True)
        atomic_write(folder / "tags" / slug(name), [generation_id.encode("ascii")])


def _written(folder: Path, content: GenerationContent, keep: int) -> Generation:
    generations = folder / "generations"
    generations.mkdir(exist_ok=True)
    _sweep(folder)
    fresh = generations / f".new-{os.urandom(8).hex()}"
    fresh.mkdir()
    try:
        generation_id = write_files(fresh, content)
        target = generations / generation_id
        if not _sound(target):
            _discard(target)
            os.replace(fresh, target)
            sync_folder(generations)
    finally:
        _discard(fresh)
    if current_id(folder) != generation_id:
        atomic_write(folder / "current", [generation_id.encode("ascii") + b"\n"])
    with contextlib.suppress(OSError):  # the new one answers already; the next build makes good for the rest
        _note(folder, generation_id)
        _prune(folder, keep)
    return Generation(target)


def _sound(target: Path) -> bool:
    """Return whether the generation is there already and whole."""
    try:
        return not Generation(target).verify()
    except (OSError, StoreError):
        return False


def _note(folder: Path, generation_id: str) -> None:
    """Journal the flip, also one whose writer was killed before it could."""
    known = journal(folder)
    if not known or known[-1].get("generation") != generation_id:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        append_line(folder / "journal.jsonl", json.dumps({"at": at, "generation": generation_id}).encode("ascii"))


def _prune(folder: Path, keep: int) -> None:
    recent = list(dict.fromkeys(entry["generation"] for entry in reversed(journal(folder)) if "generation" in entry))
    wanted = {current_id(folder), *recent[: max(keep, 1)], *tags(folder).values()}
    for path in kept(folder):
        if path.name not in wanted:
            _discard(path)


def kept(folder: Path) -> Iterator[Path]:
    """Return the folders of the generations that are kept, sorted by id."""
    return iter(sorted(path for path in (folder / "generations").glob("[!.]*") if path.is_dir()))


def _sweep(folder: Path) -> None:
    """Remove what killed writers left: unfinished generations, pointers and tags that never took their place.

    Only the holder of the lock comes here.
    """
    for path in (folder / "generations").iterdir():
        if path.name.startswith(_UNFINISHED):
            shutil.rmtree(path, ignore_errors=True)
    for path in (*folder.glob(".current.*"), *folder.glob("tags/.*")):
        path.unlink(missing_ok=True)


def _discard(path: Path) -> None:
    """Remove a folder so that no half of it ever bears a generation's name; who has it open (Windows) keeps it."""
    if path.exists():
        with contextlib.suppress(OSError):
            gone = path.with_name(f".old-{os.urandom(8).hex()}")
            os.rename(path, gone)
            shutil.rmtree(gone, ignore_errors=True)
