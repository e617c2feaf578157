"""``check``: is the generation whole, do the facts hold together, does the graph keep its shapes?"""

from __future__ import annotations

import click

from verweisnetz.cli.output import folder_argument, format_option, language_option, print_rows


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
    rows = findings(opened, lang or opened.settings.language)
    print_rows(rows, format_, rows, "ok")
    severities = {"error"} if fail_on == "error" else {"error", "warning"}
    if any(row["severity"] in severities for row in rows):
        raise SystemExit(1)
