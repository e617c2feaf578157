"""The report as a whole: asked once, told section by section, with one list of evidence for all of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from verweisnetz.report.citing import Citations
from verweisnetz.report.discretion import Discretion
from verweisnetz.report.material import Asked, Footing, asked
from verweisnetz.report.model import Report, Section
from verweisnetz.report.sections.decisions import decisions_section, number_of_decisions
from verweisnetz.report.sections.figures import bodies_section, figures_section
from verweisnetz.report.sections.gaps import gaps_section
from verweisnetz.report.sections.pictures import annex_section, heatmap_section, map_section
from verweisnetz.report.sections.standing import maturity_section, sources_section
from verweisnetz.report.sections.time import changes_section, ends_section
from verweisnetz.report.short import short_version, unknown
from verweisnetz.report.words import Words

if TYPE_CHECKING:
    from graph.generation import Generation
    from verweisnetz.answering import Answering


def report_of(region: Answering, day: date, before: Generation | None, language: str) -> Report:
    """Return the report of a region on a day, compared with an earlier state if there is one."""
    words = Words(language)
    told = asked(region, day, before, language)
    cite = Citations(Discretion(region.view, words("hidden")), language)
    sections = tuple(_sections(told, words, cite))
    return Report(
        language=language,
        title=words("title", name=region.settings.name or words("untitled")),
        facts=tuple(_facts(told, words)),
        day=day,
        short=short_version(told, number_of_decisions(told, words), words, cite),
        unknown=unknown(told, words, cite),
        sections=sections,
        places=cite.places,
        view=region.view,
        coverage=told.coverage,
    )


def _sections(told: Asked, words: Words, cite: Citations) -> Iterator[Section]:
    footing = Footing(told.region.view, told.day)
    yield map_section(told, footing, words, cite)
    yield heatmap_section(told, words, cite)
    yield gaps_section(told, words, cite)
    yield changes_section(told, words, cite)
    yield ends_section(told, words, cite)
    yield decisions_section(told, words, cite)
    yield figures_section(told, footing, words, cite)
    yield bodies_section(told, words, cite)
    yield maturity_section(told, words, cite)
    yield annex_section(told, footing, words, cite)
    yield sources_section(told, words, cite)


def _facts(told: Asked, words: Words) -> Iterator[tuple[str, str]]:
    yield words("day"), words.day(told.day)
    if told.region.settings.space:
        yield words("space"), told.region.settings.space
    yield words("horizon"), words.day(told.horizon.horizon)
    yield words("generation"), told.region.generation.id[:8]
