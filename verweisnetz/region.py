"""The public Python API: build a region's folder, open it, ask it.

>>> from verweisnetz import region
>>> here = region.build("examples/musterregion")          # doctest: +SKIP
>>> here.routes(start="Jobcenter Hagen", needs=["Anerkennung"]).routes[0].path   # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graph.generation import Generation
from graph.history import current
from graph.issue import Issue
from graph.stored_text import StoredText
from verweisnetz.answering import Answering
from verweisnetz.config import STATE, Settings, read_settings

if TYPE_CHECKING:
    import rdflib

    from graph.stores.rdf import RdfStore
    from verweisnetz.erasing import Erased
    from verweisnetz.graphs import ActorGraph
    from verweisnetz.reading import Progress
    from verweisnetz.review.answer import ReviewAnswer


def build(folder: str | Path, *, progress: Progress | None = None, llm: bool = False) -> Region:
    """Read a region's sources into a new generation and open it.

    Args:
        llm: whether texts may be sent to the language model the configuration names; without, only its kept answers
            are used.

    Raises:
        RegionError: the folder or its configuration cannot be used.
        StoreError: another build is running, or the disk refuses.
    """
    from verweisnetz.building import build_generation

    path = Path(folder)
    settings = read_settings(path)
    return Region(path, settings, build_generation(path, settings, progress, llm=llm))


def erase(folder: str | Path, *said: str, by: str = "", note: str = "") -> Erased:
    """Erase a person's names, numbers and addresses from everything a region stores (`verweisnetz.erasing`).

    Raises:
        RegionError: the folder is no region, or what is named is too short to be told from other words.
        StoreError: somebody else is writing, or the disk refuses.
    """
    from verweisnetz.erasing import erase as erase_from

    return erase_from(Path(folder), said, by=by, note=note)


def open(folder: str | Path) -> Region:
    """Open the generation of a region that answers now; later builds do not disturb it.

    Raises:
        StoreError: nothing has been built here yet, or it is damaged.
    """
    path = Path(folder)
    return Region(path, read_settings(path), current(path / STATE))


class Region(Answering):
    """One region at one generation."""

    def __init__(self, folder: Path, settings: Settings, generation: Generation) -> None:
        self.folder = folder
        self.settings = settings
        self.generation = generation

    def __repr__(self) -> str:
        """Return name and generation."""
        return f"Region({self.settings.name!r}, generation {self.generation.id})"

    def review(
        self, *, day: date | None = None, source: str = "", predicate: str = "", limit: int = 0, measure: int = 40
    ) -> ReviewAnswer:
        """Return what a person has to decide, what it would change most first (`verweisnetz.review`)."""
        from verweisnetz.review.listing import Listing, Wanted

        return Listing(self).answer(Wanted(day or date.today(), source, predicate, limit, measure))

    def texts(self) -> Mapping[str, StoredText]:
        """Return the text every document was read as, by source: what the spans of statements count in."""
        return self.generation.texts()

    def unanswered(self) -> list[Issue]:
        """Return one issue per document about which a language model gave no answer."""
        from loaders.prose.load import UNANSWERED

        return [issue for issue in self.issues() if issue.code == UNANSWERED]

    def to_networkx(self) -> ActorGraph:
        """Return actors and referrals as a networkx multigraph."""
        from verweisnetz.graphs import to_networkx

        return to_networkx(self.view)

    def to_rdflib(self) -> rdflib.Dataset:
        """Return statements and facts as an rdflib dataset: one named graph per source, facts in the default graph."""
        return self.rdf.to_rdflib()

    @cached_property
    def rdf(self) -> RdfStore:
        """Statements and facts as RDF, for SPARQL; built from the generation at first use."""
        from verweisnetz.stores import rdf_store

        return rdf_store(self.folder / STATE, self.generation)
