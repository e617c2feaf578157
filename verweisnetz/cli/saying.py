"""Text for a terminal: what stands in a partner's file must not steer it."""

from __future__ import annotations

import re
from typing import IO, Any

import click

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters but tab and line end, and those that turn the direction of writing."""


def tame(text: str) -> str:
    """Return the text with a visible sign in place of every character that would steer a terminal."""
    return _STEERING.sub("\ufffd", text)


def say(text: str, *, err: bool = False, file: IO[Any] | None = None, nl: bool = True) -> None:
    """Print a text that holds words from files or from the call."""
    click.echo(tame(text), file=file, err=err, nl=nl)
