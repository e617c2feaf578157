"""``template`` and ``normalise``: our own clean matrix, empty, or filled with what a partner's matrix says."""

from __future__ import annotations

import json
from pathlib import Path

import click

from verweisnetz.cli.output import language_option
from verweisnetz.cli.saying import say

WORDS = {
    "de": {
        "next": "Ausfüllen, speichern und nach sources/ legen; das Blatt »Hinweise« erklärt jede Spalte.",
        "counts": "{cells} Zellen gelesen · {written} von {statements} Aussagen übertragen · {not_placed} nicht zugeordnet",
        "open": "Was nicht zugeordnet ist, steht mit Grund und Rat auf dem Blatt »Nicht zugeordnet«.",
        "instead": "Liegt {out} in sources/, gehört {source} nicht mehr dorthin: sonst wird alles doppelt gelesen.",
    },
    "en": {
        "next": "Fill it in, save it and put it into sources/; the sheet “Guide” explains every column.",
        "counts": "{cells} cells read · {written} of {statements} statements written · {not_placed} not placed",
        "open": "What is not placed stands with reason and advice on the sheet “Not placed”.",
        "instead": "Once {out} lies in sources/, {source} no longer belongs there: everything would be read twice.",
    },
}

out_type = click.Path(dir_okay=False, path_type=Path)
force_option = click.option("--force", is_flag=True, help="Overwrite a file that is there already.")


@click.command()
@click.argument("out", type=out_type, default="matrix.xlsx")
@force_option
@language_option
def template(out: Path, force: bool, lang: str | None) -> None:
    """Write an empty matrix template to OUT (xlsx): lists to choose from, a guide, dates and ages checked.

    Whoever fills it in needs no explanation, and a build reads it back cell by cell, without guessing.
    """
    from verweisnetz.workbook import write_template

    language = lang or "de"
    write_template(out, language=language, force=force)
    click.echo(out)
    click.echo(WORDS[language]["next"], err=True)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.option("--out", type=out_type, help="Where to write; default: FILE's name with _normalisiert, here.")
@click.option(
    "--profile", type=click.Path(dir_okay=False, exists=True, path_type=Path), help="Read FILE with this profile."
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@force_option
@language_option
def normalise(
    file: Path, out: Path | None, profile: Path | None, format_: str, force: bool, lang: str | None
) -> None:  # fmt: skip
    """Rewrite a partner's matrix FILE into the template: the same statements on clean rows, each with its origin.

    Cells that gave no answer stand on a sheet of their own, with the reason and what to do.
    """
    from verweisnetz.workbook import normalise as rewrite

    language = lang or "de"
    target = out or Path(f"{file.stem}_{'normalised' if language == 'en' else 'normalisiert'}.xlsx")
    found = rewrite(file, target, profile=profile, language=language, force=force)
    if format_ == "json":
        click.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=2))
        return
    words, said = WORDS[language], found.to_dict()
    say(str(target))
    click.echo(words["counts"].format(**said))
    if said["not_placed"]:
        click.echo(words["open"], err=True)
    say(words["instead"].format(out=target.name, source=file.name), err=True)
