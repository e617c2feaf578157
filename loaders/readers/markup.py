"""HTML as a flat stream of tags and texts, in time linear in its length: no tree, so that no nesting costs anything."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*+)((?>=\s*+(?:"[^"]*+"|'[^']*+')|[^>])*+)>""")
_OPENING = re.compile(r"<(?=[a-zA-Z!?]|/[a-zA-Z])")
_SIMPLE_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>")
_NONE: Mapping[str, str] = {}
_MISFITS = 8
"""After so many tags whose quotes swallow the rest of the page, quotes no longer count: each cost a look at all of it."""
_ATTRIBUTE = re.compile(r"""([^\s=/>"']++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s>]*+))?""")
_RAW = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style", "textarea", "title", "xmp")}
_BLANK = re.compile(r"[ \t\r\n\f\u200b\ufeff]+")
_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,300}?charset\s*=\s*["']?([\w.:-]+)|<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""", re.I
)


class Tag(NamedTuple):
    """A tag: its name in lower case, whether it closes, its attributes."""

    name: str
    closes: bool
    attributes: Mapping[str, str]


def declared_encoding(data: bytes) -> str:
    """Return the character set a page declares in its head, nothing where it declares none."""
    found = _DECLARED.search(data[:8192])
    return (found[1] or found[2]).decode("ascii") if found else ""


def tokens(text: str) -> Iterator[Tag | str]:
    """Yield the tags of a page and the texts between them, character references resolved.

    The text of a ``style`` element follows its tag as it stands; scripts and comments are left out.
    """
    at, end = 0, len(text)
    unclosed: set[str] = set()
    misfits = 0
    while at < end:
        opening = _OPENING.search(text, at)
        begin = opening.start() if opening else end
        if begin > at:
            yield html.unescape(text[at:begin])
        if begin == end:
            return
        at = begin
        if text.startswith("<!--", at):
            close = -1 if "-->" in unclosed else text.find("-->", at + 4)
            if close < 0:
                unclosed.add("-->")
            at = close + 3 if close >= 0 else at + 4
            continue
        if text[at + 1] in "!?":
            close = text.find(">", at)
            if close < 0:
                yield html.unescape(text[at:])
                return
            at = close + 1
            continue
        match = _TAG.match(text, at) if misfits < _MISFITS else None
        if match is None:
            match = _SIMPLE_TAG.match(text, at)
            misfits += 1
        if match is None:  # no tag ends from here on
            yield html.unescape(text[at:])
            return
        tag = Tag(match[2].lower(), bool(match[1]), _attributes(match[3]) if match[3] else _NONE)
        yield tag
        at = match.end()
        if tag.name in _RAW and not tag.closes and tag.name not in unclosed:
            close_tag = _RAW[tag.name].search(text, at)
            if close_tag is None:
                unclosed.add(tag.name)
                continue
            if tag.name != "script":
                yield (
                    text[at : close_tag.start()] if tag.name == "style" else html.unescape(text[at : close_tag.start()])
                )
            at = close_tag.start()


def blanks(text: str) -> str:
    """Return a text with its white space as a browser shows it: every run is one blank."""
    return _BLANK.sub(" ", text)


def _attributes(source: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source):
        value = match[2] or ""
        if value[:1] in ('"', "'"):
            value = value[1:-1] if value[-1:] == value[:1] and len(value) > 1 else value[1:]
        found.setdefault(match[1].lower(), html.unescape(value) if "&" in value else value)
    return found
