"""Character data that can be read without a parser."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|]]>")
"""What a parser refuses in character data, and the carriage return that it would change."""

_ENTITY = re.compile("&(?:(amp)|(lt)|(gt)|(quot)|(apos));")
_MEANING = ("", "&", "<", ">", '"', "'")


def decoded(data: bytes) -> str | None:
    """Return UTF-8 as text; nothing where a parser would refuse it or might read it otherwise."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    return None if _FORBIDDEN.search(text) else text


def resolved(text: str) -> str | None:
    """Return character data with the five entities every document knows; nothing where there are others."""
    if "&" not in text:
        return text
    if text.count("&") != sum(1 for _ in _ENTITY.finditer(text)):
        return None
    return _ENTITY.sub(lambda match: _MEANING[match.lastindex or 0], text)
