"""The verbs of ``review``: what a person decides in one call, or in a list they filled in."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from verweisnetz.cli.day_option import DAY
from verweisnetz.cli.output import folder_option, language_option

if TYPE_CHECKING:
    from verweisnetz.review.deciding import Decider
    from verweisnetz.review.listing import Listing

F = TypeVar("F", bound=Callable[..., Any])
WHO = "VERWEISNETZ_BY"


def who_options(required: bool) -> Callable[[F], F]:
    """Return the options of everybody who decides: who, when, and why."""

    def added(command: F) -> F:
        for option in (
            click.option("--note", default="", help="Why, in one sentence."),
            click.option("--on", type=DAY, metavar="DAY", help="The day of the decision; default today."),
            click.option(
                "--by",
                required=required,
                envvar=WHO,
                callback=_named,
                help=f"Who decides: a role or initials; also {WHO}.",
            ),
        ):
            command = option(command)
        return command

    return added


def _named(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Refuse a name of nothing but blanks: nobody could be asked later."""
    if value is not None and not value.strip():
        raise click.MissingParameter(ctx=context, param=parameter)
    return value


def listing_of(folder: str) -> Listing:
    """Open a region for deciding."""
    from verweisnetz import region
    from verweisnetz.review.listing import Listing

    return Listing(region.open(folder))


def decider(by: str | None, on: datetime | None, note: str, **_: Any) -> Decider:
    """Return who decides, as the options say."""
    from verweisnetz.review.deciding import Decider

    return Decider(" ".join((by or "").split()), on.date() if on else date.today(), " ".join(note.split()))


def hand_down(context: click.Context) -> None:
    """Let a verb have the options that stand before it, such as ``review -C region accept KEY``."""
    usual = click.core.ParameterSource.DEFAULT
    given = {name: value for name, value in context.params.items() if context.get_parameter_source(name) != usual}
    context.default_map = {str(verb.name): given for verb in VERBS}


def saved(count: int, language: str) -> None:
    """Say how much was written down, and when it counts."""
    from verweisnetz.review.words import word

    if count:
        click.echo(f"{word('saved_count', language).format(count)}; {word('next_build', language)}", err=True)


def _decided(decision: str, text: str) -> click.Command:
    @click.command(decision, help=text)
    @click.argument("keys", metavar="KEY...", nargs=-1, required=True)
    @who_options(required=True)
    @folder_option
    @language_option
    def command(keys: tuple[str, ...], folder: str, lang: str | None, **said: Any) -> None:
        from verweisnetz.review.deciding import DECISIONS, reviewed, save, statement_key

        listing = listing_of(folder)
        who = decider(**said)
        found = dict.fromkeys(statement_key(listing, key) for key in keys)
        save(listing, [reviewed(listing, key, DECISIONS[decision], who) for key in found])
        saved(len(found), lang or listing.region.settings.language)

    return command


@click.command()
@click.argument("key")
@click.option("--subject", "to_subject", default="", help="What it should say instead.")
@click.option("--subject-kind", "to_subject_kind", default="", help="Actor, Project, Network, ...")
@click.option("--predicate", "to_predicate", default="", help="Such as refersTo, offers, memberOf.")
@click.option("--object", "to_object", default="")
@click.option("--object-kind", "to_object_kind", default="")
@click.option("--conditions", "to_conditions", default="", help="Such as 'audience=Frauen; region=Hagen'; - for none.")
@click.option("--audience", multiple=True, help="A condition; replaces those read (repeatable). Also --theme, ...")
@click.option("--theme", multiple=True)
@click.option("--offer", multiple=True)
@click.option("--region", multiple=True)
@click.option("--polarity", "to_polarity", default="", help="yes, partly or no.")
@click.option("--modality", "to_modality", default="", help="asserted, planned, possible or normative.")
@who_options(required=True)
@folder_option
@language_option
def edit(key: str, folder: str, lang: str | None, **said: Any) -> None:
    """Correct the statement KEY: what was read is rejected, what you say instead stands on the same words."""
    from verweisnetz.review.deciding import edited, save, statement_key

    listing = listing_of(folder)
    conditions = {name: said.pop(name) for name in ("audience", "theme", "offer", "region")}
    to = {name: value for name, value in said.items() if name.startswith("to_") and value}
    review = edited(listing, statement_key(listing, key), decider(**said), to, conditions)
    save(listing, [review])
    saved(1, lang or listing.region.settings.language)


def _linked(decision: str, text: str) -> click.Command:
    @click.command(decision, help=text)
    @click.argument("labels", metavar="LEFT RIGHT | KEY", nargs=-1, required=True)
    @click.option("--source", default="", help="LEFT as this source uses it.")
    @click.option("--scope", default="", help="LEFT as this sheet uses it.")
    @who_options(required=True)
    @folder_option
    @language_option
    def command(labels: tuple[str, ...], source: str, scope: str, folder: str, lang: str | None, **said: Any) -> None:
        from verweisnetz.review.deciding import linked, pair_of, save

        if len(labels) > 2:
            raise click.UsageError(f"Got unexpected extra argument ({labels[2]})")
        listing = listing_of(folder)
        pair = pair_of(listing, labels[0]) if len(labels) == 1 else None
        left, right = (pair.left, pair.right) if pair else labels
        save(listing, [], [linked(listing, decision, left, right, decider(**said), source=source, scope=scope)])
        saved(1, lang or listing.region.settings.language)

    return command


@click.command()
@click.argument("keys", metavar="KEY...", nargs=-1, required=True)
@folder_option
@language_option
def undo(keys: tuple[str, ...], folder: str, lang: str | None) -> None:
    """Take decisions on statements back, also those that are about no statement any more."""
    from verweisnetz.review.deciding import decision_key, take_back

    listing = listing_of(folder)
    take_back(listing, [decision_key(listing, key) for key in keys])
    saved(len(keys), lang or listing.region.settings.language)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, exists=True, allow_dash=True))
@who_options(required=True)
@folder_option
@language_option
def apply(file: str, folder: str, lang: str | None, **said: Any) -> None:
    """Take over the decisions of a list (`--format csv`) that was filled in: a CSV or Excel file, - for stdin.

    All of it or nothing: rows that cannot be understood are told with their line, exit code 2.
    """
    from verweisnetz.review.applying import decisions_in, given
    from verweisnetz.review.deciding import save

    listing = listing_of(folder)
    with given(file, sys.stdin.buffer) as path:
        found = decisions_in(listing, path, decider(**said))
    if found.problems:
        raise found.error()
    save(listing, found.reviews, found.links)
    saved(len(found.reviews) + len(found.links), lang or listing.region.settings.language)


VERBS = (
    _decided("accept", "Accept statements by their KEYs (their first characters are enough)."),
    _decided("reject", "Reject statements by their KEYs (their first characters are enough)."),
    edit,
    _linked("same", "Say that LEFT and RIGHT (or the pair KEY) mean one actor."),
    _linked("different", "Say that LEFT and RIGHT (or the pair KEY) mean two actors."),
    undo,
    apply,
)
