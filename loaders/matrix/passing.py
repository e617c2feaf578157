"""Why a cell may be passed over: each reason says what may stand there, everything else is reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal as Choice

from loaders.matrix import contacts, headers, marks

Reason = Choice["header", "label", "group", "number", "sum", "note", "title", "legend", "told"]
"""What makes a cell structure.

``header``: it heads a column, or repeats what heads one · ``label`` and ``group``: it names what its row, or the rows
below, are about · ``number``: it numbers the rows · ``sum``: it sums up others · ``note`` and ``title``: a line in or
around a table that tells of it · ``legend``: it explains signs · ``told``: a person says that it says nothing.
"""

_NUMBERING = re.compile(r"^\W*(?:\w{1,4}[ ./_-]?)?\d{1,6}[a-z]?\W*$|^\w{1,3}\W*$", re.IGNORECASE)
"""``1``, ``1.``, ``A-07``, ``Nr. 12b``, ``IV``."""


def may_pass(reason: Reason, text: str) -> bool:
    """Return whether a text can be structure for a reason; one that cannot has said something nobody read."""
    fits = _FITS.get(reason)
    return fits is None or fits(text)


def _heads(text: str) -> bool:
    """A sign that says yes, or a way to reach somebody: a line of answers was taken for a header."""
    sign = marks.sign(text) == "positive" and not text.strip().isdigit()
    return not sign and not contacts.looks_like(text)


def _sums(text: str) -> bool:
    base, _ = marks.footnotes(text.strip())
    plain = base.rstrip("%€ ").strip()
    return bool(marks.number(plain) is not None or marks.sign(base) or headers.sums(text) or _NUMBERING.match(base))


def _tells(text: str) -> bool:
    """A lone sign is an answer that stands outside every table."""
    return marks.sign(text) not in {"positive", "uncertain", "open"} or text.strip().isdigit()


_FITS: Mapping[Reason, Callable[[str], bool]] = {
    "header": _heads,
    "number": lambda text: bool(_NUMBERING.match(text.strip())) or marks.number(text) is not None,
    "sum": _sums,
    "note": _tells,
    "title": _tells,
}
"""What may stand where; a label, a group or a legend may be any text, for what it names has been read."""
