"""The demo: the example region built, and the first question of each of the three users answered."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from verweisnetz.cli.build_commands import progress, report
from verweisnetz.cli.gaps_text import gaps_text
from verweisnetz.cli.route_text import route_text

TITLES = {
    "de": ("Gelesen", "Wer kann weiterhelfen? Jobcenter Hagen, geflüchtete Ingenieurin, Abschluss anerkennen lassen",
           "Was fehlt?", "Karten", "So geht es weiter"),
    "en": ("Read", "Who can help? Jobcenter Hagen, a refugee engineer who wants her degree recognised",
           "What is missing?", "Maps", "What next"),
}  # fmt: skip


def tour(folder: Path, language: str) -> None:
    """Build the region in ``folder``, print a route and the gaps, write the maps."""
    from verweisnetz import maps, region

    read, who, missing, pictures, further = TITLES[language]
    built = region.build(folder, progress=progress if sys.stderr.isatty() else None)
    _title(read)
    report(built, "table", language)
    _title(who)
    answer = built.routes(
        start="Jobcenter Hagen", groups=["Geflüchtete"], needs=["Anerkennung"], residence="Hagen", k=2
    )
    click.echo(route_text(answer, language))
    _title(missing)
    click.echo(gaps_text(built.gaps(), language))
    _title(pictures)
    for name in ("map.html", "jobcenter-hagen.html", "coverage.html", "coverage.png"):
        path = folder / name
        if name.startswith("coverage"):
            maps.write_heatmap(built, path, language=language)
        else:
            maps.write_map(built, path, actor="" if name == "map.html" else "Jobcenter Hagen", language=language)
        click.echo(path)
    _title(further)
    click.echo(
        f'verweisnetz route -C {folder} --from "Jobcenter Hagen" --audience KMU --need "Künstliche Intelligenz" --region Hagen'
    )
    click.echo(f"verweisnetz gaps -C {folder} · verweisnetz coverage -C {folder} · verweisnetz status {folder}")


def _title(text: str) -> None:
    click.echo(f"\n── {text} " + "─" * max(4, 100 - len(text)))
