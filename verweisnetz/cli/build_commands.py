"""``build`` and ``status``: make a generation, say what it holds."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from verweisnetz.cli.build_text import WORDS
from verweisnetz.cli.output import folder_argument, format_option, language_option, print_rows
from verweisnetz.cli.saying import say

if TYPE_CHECKING:
    from verweisnetz.region import Region

LEDGER = ("cells", "statement", "negative", "reported", "structure")
BLOCKS = ("blocks", "statement", "reported", "table", "boilerplate", "silent", "unread")


@click.command()
@folder_argument
@click.option("--issues", "listed", is_flag=True, help="List every finding, not only errors.")
@click.option("--llm", is_flag=True, help="Send descriptions to the language model that verweisnetz.toml names.")
@click.option(
    "--tag", "name", default="", help="Name this generation (such as 2026-03 or Beirat): a named one is kept."
)
@format_option
@language_option
def build(folder: str, listed: bool, llm: bool, name: str, format_: str, lang: str | None) -> None:
    """Read a region's sources into a new generation; unchanged sources come from the cache.

    Prints the ledger: what became of every non-empty cell and of every block of a text. Exit code 3 when a source
    could not be read, or a language model gave no answer.
    """
    from graph.history import tag
    from verweisnetz import region
    from verweisnetz.config import STATE

    built = region.build(folder, progress=progress if sys.stderr.isatty() else None, llm=llm)
    if name:
        tag(built.folder / STATE, name)
    report(built, format_, lang or built.settings.language, listed=listed)
    if built.broken() or built.unanswered():
        raise SystemExit(3)


def progress(source: str, number: int, count: int) -> None:
    """Say on one line of stderr which source is being read."""
    click.echo(f"\r\033[K[{number}/{count}] {source}" + ("\r\033[K" if number == count else ""), nl=False, err=True)


def report(built: Region, format_: str, language: str, *, listed: bool = False) -> None:
    """Print what a build read: the ledger on stdout, findings on stderr."""
    from verweisnetz.checking import issue_row
    from verweisnetz.cli.messages import summary, told

    issues, words = list(built.issues()), WORDS[language]
    ledger, texts = ledger_rows(built), text_rows(built)
    data = {
        "generation": built.generation.id,
        "counts": counts(built),
        "ledger": {row["source"]: {name: row[name] for name in (*LEDGER, "dropped", "profile")} for row in ledger[:-1]},
        "dropped": sum(row["dropped"] for row in ledger),
        "texts": {row["source"]: {name: row[name] for name in BLOCKS} for row in texts[:-1]},
        "issues": [issue_row(issue, language) for issue in issues],
    }
    print_rows(_named(ledger, words), format_, data)
    if texts and format_ in ("table", "md"):
        click.echo()
        print_rows(_named(texts, words), format_, data)
    if format_ == "table":
        click.echo("\n" + " · ".join(f"{count} {words[name]}" for name, count in counts(built).items()))
    if all(name.startswith("tables/") for name in built.ledger()) and not built.broken():
        click.echo(words["empty"].format(folder=built.folder / "sources"), err=True)
    for issue in issues:
        if listed or issue.severity == "error":
            say(told(issue, language), err=True)
    if issues:
        click.echo(summary(issues, language) + ("" if listed else f" ({words['list']})"), err=True)


def _named(rows: list[dict[str, Any]], words: Mapping[str, str]) -> list[dict[str, Any]]:
    return [{words[name]: words["="] if value == "=" else value for name, value in row.items()} for row in rows]


def text_rows(built: Region) -> list[dict[str, Any]]:
    """Return one row per document with what became of its blocks, and a sum; nothing where there are no documents."""
    accounts = {source: counted["blocks"] for source, counted in built.ledger().items() if "blocks" in counted}
    found = [{"source": source, **{name: said[name] for name in BLOCKS}} for source, said in accounts.items()]
    total = {name: sum(row[name] for row in found) for name in BLOCKS}
    return [*found, {"source": "=", **total}] if found else []


def ledger_rows(built: Region) -> list[dict[str, Any]]:
    """Return one row per source with cells and a sum; a document without tables has none (`text_rows`).

    ``dropped`` is what no class accounts for and must be 0; ``profile`` names the profile a source was read with.
    """
    found = []
    total = dict.fromkeys((*LEDGER, "dropped"), 0)
    for source, counted in built.ledger().items():
        if "blocks" in counted and not counted["cells"]:
            continue
        row = {name: counted[name] for name in LEDGER}
        row["dropped"] = row["cells"] - sum(row[name] for name in LEDGER[1:])
        total = {name: total[name] + row[name] for name in total}
        found.append({"source": source, **row, "profile": counted.get("profile", "")})
    return [*found, {"source": "=", **total, "profile": ""}]


def counts(built: Region) -> dict[str, int]:
    """Return how many facts of each kind hold."""
    view = built.view
    named = {
        "actors": "actor", "offers": "offer", "provisions": "provision", "referrals": "referral", "doors": "door",
        "needs": "need", "contacts": "contact",
    }  # fmt: skip
    return {name: len(view.table(table)) for name, table in named.items()}


@click.command()
@folder_argument
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True)
@language_option
def status(folder: str, format_: str, lang: str | None) -> None:
    """Say which generation answers, since when, and what it holds. Exit code 4 when its files are damaged."""
    from graph.history import journal
    from verweisnetz import region
    from verweisnetz.config import STATE

    opened = region.open(folder)
    opened.generation.require_sound()
    flips = journal(opened.folder / STATE)
    since = flips[-1]["at"] if flips else ""
    said: dict[str, Any] = {
        "region": opened.settings.name,
        "generation": opened.generation.id,
        "since": since,
        "age_days": _age(since),
        "sources": len(opened.sources()),
        "broken": len(opened.broken()),
        **counts(opened),
        "profiles": {name: said["profile"] for name, said in opened.ledger().items() if said.get("profile")},
    }
    if format_ == "json":
        click.echo(json.dumps(said, ensure_ascii=False, indent=2))
    else:
        words = WORDS[lang or opened.settings.language]
        read_with = ", ".join(f"{name} ← {profile}" for name, profile in said["profiles"].items())
        shown = {words[name]: value for name, value in {**said, "profiles": read_with or "–"}.items()}
        width = max(map(len, shown))
        say("\n".join(f"{name:<{width}}  {value}" for name, value in shown.items()))


def _age(since: str) -> int:
    return (datetime.now(UTC) - datetime.fromisoformat(since)).days if since else 0
