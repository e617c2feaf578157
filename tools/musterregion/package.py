"""Office packages whose bytes depend on their content alone: fixed dates, fixed order, fixed compression."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

WRITTEN = datetime(2026, 10, 1, 9, 0, 0)
"""The day all example files claim to have been written."""

_ZIP_DATE = (2026, 10, 1, 9, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def settle(package: bytes) -> bytes:
    """Return the same package with every clock in it set to `WRITTEN`."""
    stamp = WRITTEN.strftime("%Y-%m-%dT%H:%M:%SZ").encode("ascii")
    settled = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>" + stamp + rb"\g<3>", content)
            entry = zipfile.ZipInfo(name, date_time=_ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return settled.getvalue()
