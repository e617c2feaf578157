"""The sheet as one A4 page for the browser's print: no script, no request, no word of a source can become markup."""

from __future__ import annotations

from verweisnetz.handout.handout import Handout
from verweisnetz.handout.size import size_of

_PACKAGE = "verweisnetz.handout"


def handout_page(sheet: Handout) -> str:
    """Return a self-contained page."""
    from verweisnetz.maps.page import asset, render

    return render(
        "handout.html.j2",
        styles=[asset("handout.css", _PACKAGE)],
        scripts=[],
        package=_PACKAGE,
        values={"sheet": sheet, "size": size_of(sheet)},
    )
