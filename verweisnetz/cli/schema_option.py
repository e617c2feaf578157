"""``--schema``: the published JSON Schema of what ``--format json`` prints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def schema_option(question: str, package: str = "queries") -> Callable[[F], F]:
    """Return the option that prints the schema of a question and ends: no region is needed for it."""

    def show(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
        if wanted:
            import json

            from queries.published import schema

            click.echo(json.dumps(schema(question, package), ensure_ascii=False, indent=2))
            context.exit()

    return click.option(
        "--schema",
        is_flag=True,
        is_eager=True,
        callback=show,
        expose_value=False,
        help="Print the JSON Schema of --format json.",
    )
