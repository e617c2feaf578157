"""Pages and pictures of a region, written whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from graph.atomic import atomic_write
from ontology.errors import RegionError
from verweisnetz.maps.picture import in_region, network, surroundings, words
from verweisnetz.maps.unreviewed import unreviewed
from verweisnetz.region import Region


def write_map(
    region: Region,
    path: str | Path,
    *,
    actor: str = "",
    hops: int = 1,
    place: str = "",
    doubtful: bool = False,
    language: str = "",
) -> None:
    """Write the network map as one offline page.

    Args:
        actor: only the surroundings of this actor, ``hops`` connections wide.
        place: only the network in this region.
        doubtful: show dashed what texts may say and nobody has confirmed.
        language: ``de`` or ``en``; the region's own where it is left out.

    Raises:
        QuestionError: for an actor or place nobody knows; it carries near names.
    """
    from queries.names import Names
    from verweisnetz.maps.network_map import network_page

    view, language = region.view, language or region.settings.language
    text = words(language)
    further = unreviewed(region, language) if doubtful else ()
    if actor:
        row = Names(view).actor(actor)
        label = view.table("actor").text("label")[row]
        shown, focus = surroundings(view, row, hops, language, further), view.table("actor").text("id")[row]
        page = network_page(shown, f"{text['title_ego']} {label}", language, focus)
    elif place:
        row = Names(view).region(place)
        label = view.table("region").text("label")[row]
        page = network_page(in_region(view, row, language, further), f"{text['title_region']} {label}", language)
    else:
        title = f"{text['title_network']} {region.settings.name}".strip()
        page = network_page(network(view, language, further), title, language)
    _write(Path(path), page.encode("utf-8"))


def write_heatmap(region: Region, path: str | Path, *, day: date | None = None, language: str = "") -> None:
    """Write the coverage heatmap of a day; the ending decides: ``.html`` (a table), ``.png`` or ``.svg``.

    Raises:
        RegionError: for an ending that is none of these.
    """
    from verweisnetz.maps.heatmap import chart, heatmap_page

    out, language = Path(path), language or region.settings.language
    title = f"{words(language)['title_heatmap']} {region.settings.name}".strip()
    ending = out.suffix.lower()
    if ending in (".html", ".htm"):
        _write(out, heatmap_page(region.coverage(day=day), title, language).encode("utf-8"))
    elif ending in (".png", ".svg"):
        _write(out, chart(region.coverage(day=day), title, language, ending[1:]))
    else:
        raise RegionError(
            f"{out}: a heatmap is written as .html, .png or .svg",
            de=f"{out}: die Übersicht wird als .html, .png oder .svg geschrieben",
        )


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, [data])
    except (FileExistsError, IsADirectoryError, NotADirectoryError) as error:
        raise RegionError(
            f"{path}: cannot be written there ({error.strerror})",
            de=f"{path}: kann dort nicht geschrieben werden ({error.strerror})",
        ) from error
