"""How one gets in, how a client is handed over, who stays responsible: words of the vocabularies, or a text."""

from __future__ import annotations

from loaders.matrix import restrictions
from loaders.template.cells import Pairs
from ontology.vocabulary import load


def concept(scheme: str, text: str) -> str:
    """Return the id of the concept a text is the label of, in either language; empty if it is none's."""
    known = load().schemes.get(scheme)
    found = known.find(text) if known and text else None
    return found.id if found and text in found.labels.values() else ""


def access(text: str) -> tuple[str, Pairs]:
    """Return the word for a way of access, and the text where it says more than the word."""
    known = concept("access", text)
    if known:
        return known.partition("/")[2], ()
    return dict(restrictions.parse(text).details).get("access") or text, (("note", text),)


def handover(text: str) -> Pairs:
    """Return the details of a way of handing over: its word, or its text and what the text means."""
    known = concept("handover", text)
    if known or not text:
        return (("handover", known),) if known else ()
    meant = restrictions.handover(text)
    return (*((("handover", meant),) if meant else ()), ("mode", text))


def responsibility(text: str) -> Pairs:
    """Return the detail of a responsibility: its word, or its text."""
    known = concept("responsibility", text) or (text and restrictions.responsibility(text)) or text
    return (("responsibility", known),) if known else ()
