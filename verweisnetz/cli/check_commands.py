"""``check``: is the generation whole, do the facts hold together, does the graph keep its shapes?"""

from __future__ import annotations

import click

from verweisnetz.cli.output import folder_argument, format_option, language_option, print_rows

WORDS = {
    "de": {"severity": "Schwere", "code": "Nummer", "where": "Stelle", "what": "Befund", "advice": "Was tun",
           "error": "Fehler", "warning": "Warnung", "info": "Hinweis", "nothing": "Kein Befund."},
    "en": {"severity": "severity", "code": "code", "where": "where", "what": "what", "advice": "advice",
           "error": "error", "warning": "warning", "info": "note", "nothing": "No findings."},
}  # fmt: skip


@click.command()
@folder_argument
@click.option("--fail-on", type=click.Choice(["error", "warning"]), default="error", show_default=True)
@format_option
@language_option
def check(folder: str, fail_on: str, format_: str, lang: str | None) -> None:
    """Check the current generation: its files, the findings of the build, and the shapes in SHACL.

    Exit code 1 when there is a finding of the severity --fail-on or above.
    """
    from verweisnetz import region
    from verweisnetz.checking import findings

    opened = region.open(folder)
    language = lang or opened.settings.language
    rows = findings(opened, language)
    words = WORDS[language]
    named = [
        {words[key]: words.get(value, value) if key == "severity" else value for key, value in row.items()}
        for row in rows
    ]
    print_rows(named, format_, rows, words["nothing"])
    severities = {"error"} if fail_on == "error" else {"error", "warning"}
    if any(row["severity"] in severities for row in rows):
        raise SystemExit(1)
