"""The sheet as one A4 page for the browser's print: no script, no request, no word of a source can become markup."""

from __future__ import annotations

from verweisnetz.handout.handout import Handout

_PACKAGE = "verweisnetz.handout"
ROOMY, FULL = 1_900, 2_900
"""Characters up to which the sheet is set in its usual and in a smaller size; beyond, in the smallest."""


def handout_page(sheet: Handout) -> str:
    """Return a self-contained page."""
    from verweisnetz.maps.page import asset, render

    size = sum(len(line.label) + len(line.text) for line in (*sheet.client, *sheet.adviser))
    return render(
        "handout.html.j2",
        styles=[asset("handout.css", _PACKAGE)],
        scripts=[],
        package=_PACKAGE,
        values={"sheet": sheet, "size": "roomy" if size <= ROOMY else "full" if size <= FULL else "crowded"},
    )
