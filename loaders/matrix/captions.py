"""What a title, caption or sheet name is about: ``Angebote für Ehrenamtliche``, ``Angebote im Kreis Olpe``, ``Hagen``."""

from __future__ import annotations

import re

from loaders.matrix import headers, kinds
from loaders.matrix.hints import hint
from loaders.matrix.names import bare_label

_ABOUT = re.compile(
    r"^(?:(?:\w*angebote?|\w*leistungen|\w*beratung\w*|\w*matrix|übersicht|unterstützung|hilfen|was wir bieten|was gibt es)"
    r"\s+(?P<way>für|in der|in|im|zu|zum|zur)\s+(?:die\s+|den\s+|das\s+)?|"
    r"(?:zielgruppe|region|thema|kreis|raum|teil [a-z]|tabelle \d+|\d+)\s*[:.–-]\s*|"
    r"\w*(?:matrix|übersicht)\s+(?=[A-ZÄÖÜ]))(?P<rest>.+)$",
    re.IGNORECASE,
)
_BY_WAY = {
    "für": "audience",
    "in": "region",
    "im": "region",
    "in der": "region",
    "zu": "theme",
    "zum": "theme",
    "zur": "theme",
}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""A name with a year in it, such as ``Netzwerk 2026``, is that of an edition and not of an institution."""
_LONGEST = 5
"""Words of something named after "Angebote für"; longer ones are sentences."""


def about(text: str) -> str:
    """Return what stands behind the words that open a title, empty where none do."""
    match = _ABOUT.match(bare_label(text))
    return match["rest"] if match else ""


def entity_in(text: str) -> tuple[str, str]:
    """Return label and kind of the entity a title or sheet name is or ends in, two empty texts if it names none."""
    label = bare_label(text)
    rest = about(text)
    for candidate in filter(None, (label, rest)):
        if not hint(candidate):
            among = (
                ("region", "audience", "theme") if _YEAR.search(candidate) else ("region", "audience", "theme", "actor")
            )
            sure = [kind for kind in among if kinds.known(kind, candidate)]
            if sure:
                return candidate, sure[0]
    return _likely(label, rest)


def _likely(label: str, rest: str) -> tuple[str, str]:
    """A title such as ``Angebote für Väter in Elternzeit`` says by its preposition what no vocabulary knows."""
    match = _ABOUT.match(label)
    if not match or not rest[:1].isupper() or len(rest.split()) > _LONGEST or headers.loose(rest):
        return "", ""
    kind = _BY_WAY.get((match["way"] or "").casefold(), "")
    looks = kinds.weights(rest)
    if kind == "region" and "region" not in looks:
        return "", ""
    return (rest, kind) if kind and (kind in looks or not looks) else ("", "")
