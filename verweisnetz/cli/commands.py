"""The list of commands, each imported only when it is called, so that ``--help`` answers at once."""

from __future__ import annotations

import importlib
from typing import Any

import click

COMMANDS = {
    "init": ("setup", "Make an empty region folder."),
    "demo": ("setup", "Unpack and build the example region, answer three questions, write its map."),
    "build": ("build", "Read a region's sources into a new generation of the graph."),
    "status": ("build", "Say what the current generation holds and how old it is."),
    "inspect": ("inspect", "Show how one file is read; write the proposed profile."),
    "template": ("template", "Write an empty matrix template to fill in."),
    "normalise": ("template", "Rewrite a partner's matrix into the template."),
    "route": ("route", "Find whom a client can be referred to, through whom, and why not."),
    "plan": ("plan", "Meet several needs with the fewest handovers."),
    "teams": ("teams", "Find agreed counselling teams, and propose who would cover all needs."),
    "senders": ("senders", "Say who can send whom to an actor, and which offers nobody sends to."),
    "events": ("events", "Find events for a client within some weeks, with dates and registration."),
    "guides": ("events", "Name the guides of a client's group."),
    "coverage": ("gaps", "Show which groups are served on which themes."),
    "rollup": ("gaps", "Add coverage up by group, theme or region."),
    "gaps": ("gaps", "List the gaps: not served, not reachable, carried by one, ending, full."),
    "whatif": ("whatif", "Say what a change would open and close."),
    "closings": ("closings", "Name the few new referrals and extensions that close most."),
    "figures": ("figures", "Show who holds the network together, who stands apart, who sits where."),
    "hygiene": ("hygiene", "List what to look at: dead ends, contradictions, data passed on without a basis."),
    "horizon": ("time", "Say what ends up to a day, and for what no end is known."),
    "diff": ("time", "Say what changed since another generation, or compared with another region."),
    "maturity": ("maturity", "Say what of the guideline's points there is evidence for; no grade."),
    "report": ("report", "Write one page for a meeting: map, coverage, gaps, changes, endings, decisions."),
    "map": ("map", "Write the network map, an actor's surroundings, or the heatmap."),
    "review": ("review", "List what a person has to decide; accept, reject, edit, same, different."),
    "check": ("check", "Check the build and the graph's shapes (SHACL)."),
    "contacts": ("hygiene", "Say which names, numbers and addresses are stored, and where they stand."),
    "erase": ("erase", "Erase a person's name and contact from everything that is stored."),
    "export": ("export", "Write the graph as JSON Lines, Turtle, TriG, N-Quads or JSON-LD."),
    "push": ("export", "Write statements and facts into Neo4j."),
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports the one that is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"verweisnetz.cli.{COMMANDS[cmd_name][0]}_commands")
        command: Any = getattr(module, cmd_name, None) or getattr(module, cmd_name + "_")
        if not isinstance(command, click.Command):
            raise TypeError(cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a foreseen failure is said in the language of the call."""
        from verweisnetz.cli.failure import FORESEEN, Failure
        from verweisnetz.cli.language import spoken

        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise _in_their_language(error, ctx) from error
        except BrokenPipeError:
            raise
        except FORESEEN as error:
            raise Failure.of(error, spoken(ctx)) from error

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words before the command's name; note the language asked for."""
        from verweisnetz.cli.language import remember_language

        remember_language(ctx, args)
        _refuse_what_is_no_text(args, ctx)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise _in_their_language(error, ctx) from error

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name near commands when one is misspelt."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            ctx.fail(f"No such command '{args[0]}'.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_) for name, (_, help_) in COMMANDS.items()])


def _refuse_what_is_no_text(args: list[str], context: click.Context) -> None:
    """Refuse half a character: no file can be called that, and looking for one would fail anywhere."""
    import os

    from verweisnetz.cli.failure import Failure
    from verweisnetz.cli.language import spoken

    try:
        for word in args:
            os.fsencode(word)
    except UnicodeEncodeError as error:
        german = spoken(context) == "de"
        said = "ein Wort des Aufrufs ist kein lesbarer Text" if german else "a word of the call is no readable text"
        raise Failure(said, 2) from error


def _in_their_language(error: click.UsageError, context: click.Context) -> click.ClickException:
    from verweisnetz.cli.failure import Failure
    from verweisnetz.cli.language import spoken
    from verweisnetz.cli.usage import german

    asks_for_help = type(error).__name__ == "NoArgsIsHelpError"  # click 8.1 has no such class
    if asks_for_help or spoken(context) != "de":
        return error
    return Failure(german(error), error.exit_code)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="verweisnetz", message="%(prog)s %(version)s")
def cli() -> None:
    """Knowledge graph of regional training actors and referral paths.

    A region is a folder: what partners sent lies in sources/. `verweisnetz build FOLDER` reads it;
    route, gaps and map ask it. FOLDER is the current folder where it is left out.
    """
