"""``whatif``: what a change would open and close."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verweisnetz.cli.day_option import day_option
from verweisnetz.cli.gaps_commands import kind_option
from verweisnetz.cli.output import folder_option, format_option, language_option, print_answer
from verweisnetz.cli.saying import say
from verweisnetz.cli.schema_option import schema_option

if TYPE_CHECKING:
    from queries.supposed import Change


@click.command()
@click.option("--remove-actor", multiple=True, metavar="ACTOR", help="An actor or project that is gone.")
@click.option("--remove-offer", multiple=True, metavar='"ACTOR: OFFER"', help="An offer that is gone.")
@click.option("--remove-referral", multiple=True, metavar='"A -> B"', help="An agreement that is given up.")
@click.option("--add-actor", multiple=True, metavar="ACTOR", help="A new actor.")
@click.option("--add-offer", multiple=True, metavar='"ACTOR: OFFER"', help="A new offer; say more in a file.")
@click.option("--add-referral", multiple=True, metavar='"A -> B"', help="A new agreement, for all; say more in a file.")
@click.option("--end", multiple=True, metavar='"PROJECT: DAY"', help="A project's last day.")
@click.option(
    "--file",
    "files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Changes as .toml ([[remove]], [[add]], [[end]]) or .csv (change;actor;to;offer;audience;theme;region;…).",
)
@day_option
@kind_option
@schema_option("whatif")
@folder_option
@format_option
@language_option
def whatif(
    folder: str,
    format_: str,
    lang: str | None,
    day: datetime | None,
    kinds: tuple[str, ...],
    files: tuple[Path, ...],
    **steps: tuple[str, ...],
) -> None:
    """Say which gaps and ways a change opens and closes, without touching the region."""
    from verweisnetz import region
    from verweisnetz.cli.whatif_text import whatif_text

    change = _change(files, steps)
    asked = region.open(folder)
    answer = asked.what_if(change, day=day.date() if day else None, kinds=kinds)
    language = lang or asked.settings.language
    if format_ == "table":
        say(whatif_text(answer, language))
    else:
        print_answer(answer, language, format_)


def _change(files: tuple[Path, ...], steps: dict[str, tuple[str, ...]]) -> Change:
    from ontology.errors import QuestionError
    from queries.supposed import WORDS, Change, from_words

    found = [step for path in files for step in _read(path).steps]
    for name, words in steps.items():
        what, _, kind = name.partition("_")
        found += from_words(WORDS[what], kind or "end", words)
    if not found:
        raise QuestionError(
            "nothing is changed; see --remove-actor, --add-referral, --file …",
            de="es ist nichts geändert; siehe --remove-actor, --add-referral, --file …",
        )
    # What is new is named first, so that the order of options does not matter.
    return Change(tuple(sorted(found, key=lambda step: (step.change, step.kind) != ("add", "actor"))))


def _read(path: Path) -> Change:
    from ontology.errors import QuestionError
    from queries.supposed import from_csv, from_toml

    data = path.read_bytes()
    if path.suffix.casefold() != ".toml":
        from loaders.decode import decode

        return from_csv(decode(data).text, path.name)  # as German Excel writes it, too
    try:
        return from_toml(data.decode("utf-8-sig"), path.name)
    except UnicodeDecodeError as error:
        raise QuestionError(
            f"{path.name}: is not UTF-8 text; save the file as UTF-8",
            de=f"{path.name}: ist kein UTF-8-Text; die Datei als UTF-8 speichern",
        ) from error
