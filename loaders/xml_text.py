"""Character data that can be read without a parser."""

from __future__ import annotations

import re

BLANKS = b" \t\r\n"
"""White space as XML has it; Python's own has more."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|]]>")
"""What a parser refuses in character data, and the carriage return that it would change."""

_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
"""Those every document knows; the ampersand last, so that no other is made of it."""


def decoded(data: bytes) -> str | None:
    """Return UTF-8 as text; nothing where a parser would refuse it or might read it otherwise."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    return None if _FORBIDDEN.search(text) else text


def resolved(text: str) -> str | None:
    """Return character data with the five entities every document knows; nothing where there are others."""
    ampersands = text.count("&")
    if not ampersands:
        return text
    if ampersands != text.count("&amp;"):
        if ampersands != sum(text.count(entity) for entity, _ in _ENTITIES):
            return None
        for entity, meaning in _ENTITIES[:-1]:
            text = text.replace(entity, meaning)
    return text.replace("&amp;", "&")
