"""Days on the command line, as programs and as Germans write them."""

from __future__ import annotations

import click

DAY = click.DateTime(["%Y-%m-%d", "%d.%m.%Y"])
"""2026-12-31 or 31.12.2026."""

day_option = click.option("--day", type=DAY, metavar="DAY", help="The day to ask for (2026-12-31); default today.")
