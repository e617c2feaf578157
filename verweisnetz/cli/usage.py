"""Slips in the call itself, in German: what the library of the command line says in English, by its pattern."""

from __future__ import annotations

import re

import click

_PATTERNS: tuple[tuple[str, str], ...] = (
    (r"No such command '(.+?)'\.", "Den Befehl {0} gibt es nicht."),
    (r"Did you mean '(.+?)'\?", "Gemeint {0}?"),
    (r"No such option:? '?(.+?)'?(?:\.|$)", "Die Option {0} gibt es nicht."),
    (r"\(?Did you mean (?:one of: )?(.+?)\?\)?$", "Gemeint {0}?"),
    (r"\(?Possible options: (.+?)\)?$", "Gemeint {0}?"),
    (r"Option '?(\S+?)'? requires an argument\.", "Die Option {0} braucht einen Wert."),
    (r"Option '?(\S+?)'? does not take a value\.", "Die Option {0} hat keinen Wert."),
    (r"Got unexpected extra arguments? \((.*)\)", "Überzählige Angabe: {0}."),
    (r"Missing argument '(.+?)'\.", "Es fehlt die Angabe {0}."),
    (r"Missing option '(.+?)'\.", "Es fehlt die Option {0}."),
    (r"Invalid value for '(.+?)'(?: \(env var: '(.+?)'\))?:", "Ungültig für {0}:"),
    (r"Invalid value for (.+?):", "Ungültig für {0}:"),
    (r"'(.*)' is not one of (.+)\.", "„{0}“ ist nicht unter {1}."),
    (
        r"'(.*)' does not match the formats? '%Y-%m-%d'.*",
        "„{0}“ ist kein Datum; so schreiben: 2026-11-23 oder 23.11.2026.",
    ),
    (r"'(.*)' is not a valid integer.*?\.", "„{0}“ ist keine ganze Zahl."),
    (r"(\S+) is not in the range (.+?)\.", "{0} liegt nicht im Bereich {1}."),
    (r"(?:File|Path|Directory) '(.*)' does not exist\.", "„{0}“ gibt es nicht."),
    (r"(?:File|Path|Directory) '(.*)' is a file\.", "„{0}“ ist eine Datei, kein Ordner."),
    (r"(?:File|Path|Directory) '(.*)' is a directory\.", "„{0}“ ist ein Ordner, keine Datei."),
    (r"(?:File|Path|Directory) '(.*)' is not readable\.", "„{0}“ ist nicht lesbar."),
)


def german(error: click.UsageError) -> str:
    """Return what was wrong with a call and where help is; words no pattern knows stay as they are."""
    message = error.format_message()
    for pattern, said in _PATTERNS:
        found = re.search(pattern, message, re.DOTALL)
        if found:
            message = message[: found.start()] + said.format(*found.groups()) + message[found.end() :]
    path = error.ctx.command_path if error.ctx else "verweisnetz"
    return f"{message}\n  Hilfe: {path} --help"
