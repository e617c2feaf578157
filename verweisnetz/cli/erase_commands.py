"""``erase``: a person's name and contact go, and do not come back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from verweisnetz.cli.output import folder_option, language_option

WORDS = {
    "de": {
        "sure": "Name und Kontakt aus allem Gespeicherten löschen? Das lässt sich nicht zurücknehmen.",
        "done": "Gelöscht: an {places} Stellen der Quellen, in {generations} Fassungen; mit {also} Nummern und Adressen.",
        "none": "Kein gespeicherter Eintrag enthielt das. Spätere Quellen werden ohne es gelesen.",
        "sources": "In den Dateien der Partner steht es noch; dort herausnehmen lassen:",
        "files": "Diese Dateien der Region enthalten es noch und werden nur von Menschen geändert:",
        "maybe": "Weitere Kontakte derselben Stellen sind geblieben; gehören sie dazu, noch einmal mit ihnen aufrufen:",
        "outside": "Karten, Berichte und Exporte, die schon geschrieben oder verschickt sind, und ein Neo4j-Server: neu schreiben.",
    },
    "en": {
        "sure": "Erase name and contact from everything stored? This cannot be undone.",
        "done": "Erased: at {places} places of the sources, in {generations} generations; with {also} numbers and addresses.",
        "none": "No stored entry held it. Later sources are read without it.",
        "sources": "The partners' files still hold it; have it taken out there:",
        "files": "These files of the region still hold it; only people change them:",
        "maybe": "Further contacts of the same actors stayed; if they belong to the person, call again with them:",
        "outside": "Maps, reports and exports already written or sent, and a Neo4j server: write them again.",
    },
}
_MOST = 20


@click.command()
@click.argument("said", nargs=-1, required=True)
@click.option("--by", default="", help="Who decided it.")
@click.option("--note", default="", help="Why, or under which reference; never the name.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@folder_option
@language_option
def erase(said: tuple[str, ...], by: str, note: str, yes: bool, folder: str, lang: str | None) -> None:
    """Erase SAID (a name, a telephone number, a mail address; "-" reads lines from stdin, which no shell remembers).

    It goes from every generation, cache and decision; what is kept is a keyed digest, so that the next build leaves it
    out of sources that still hold it.
    """
    from verweisnetz import region
    from verweisnetz.cli.failure import Failure
    from verweisnetz.config import read_settings

    words = WORDS[lang or read_settings(Path(folder)).language]
    wanted = tuple(line for one in said for line in (sys.stdin.read().splitlines() if one == "-" else [one]))
    if not yes and not click.confirm(words["sure"], err=True):
        raise Failure("", 1)
    found = region.erase(folder, *wanted, by=by, note=note)
    if found.places:
        count = {"places": len(found.places), "generations": found.generations, "also": found.also}
        click.echo(words["done"].format(**count))
    else:
        click.echo(words["none"])
    for key, listed in (("sources", found.places), ("files", found.files), ("maybe", found.maybe)):
        if listed:
            click.echo(words[key])
            for one in listed[:_MOST]:
                click.echo(f"  {one}")
            if len(listed) > _MOST:
                click.echo(f"  … (+{len(listed) - _MOST})")
    click.echo(words["outside"])
