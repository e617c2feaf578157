"""OpenDocument spreadsheets in one flat XML file."""

from __future__ import annotations

from pathlib import Path

from loaders.grid import Grid
from loaders.limits import Limits
from loaders.readers.ods import Content
from loaders.readers.ods_styles import NAMESPACES, Styles
from loaders.refusal import Refusal
from loaders.xml_stream import parse


def read(path: Path, limits: Limits) -> tuple[Grid, ...]:
    """Return every sheet of a document."""
    content = Content(Styles(), limits)
    with path.open("rb") as stream:
        parse(stream, content, NAMESPACES, path.name)
    if not content.grids:
        raise Refusal("not_a_table", "VN1027")
    return tuple(content.grids)
