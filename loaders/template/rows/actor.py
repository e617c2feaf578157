"""A row of the sheet of actors: that an actor is there, what it is, where it works, how to reach it."""

from __future__ import annotations

from graph.statement import Literal, Mention
from loaders.template.cells import Pairs
from loaders.template.line import MISSING, OTHERWISE, Line
from loaders.template.names import ACTORS, Names

SEVERAL = {"short": "alias", "language": "language"}
TEXTS = {"address": "address", "contact": "contactName", "hours": "openingHours", "remark": "remark"}
CONTACTS = {"phone": "contactPhone", "mail": "contactMail"}
LABELS = {"type": ("type", "ActorType"), "region": ("inRegion", "Region")}


def named(line: Line, names: Names) -> Mention | None:
    """Return the actor of a row, and let the other sheets know its name."""
    name = line.text("actor")
    if not name:
        return None
    kind, own, scope = line.word("entry", "kinds"), line.text("own_name"), line.text("scope")
    mention = Mention(own or name, kind if kind in ACTORS else "Actor", scope)
    known = names.add(name, mention)
    if known != mention and (kind or own or scope):
        line.report(OTHERWISE, "actor")
    return known


def actor(line: Line, names: Names) -> None:
    """Say what a row says."""
    mention = named(line, names)
    if mention is None:
        line.refuse(MISSING, "actor")
        return
    day = line.day("checked")
    verified = line.verified(day)

    def say(predicate: str, said: Mention | Literal, role: str, details: Pairs = ()) -> None:
        line.say(mention, predicate, said, role, verified=verified, details=details)

    name = line.pairs("details")
    line.say(mention, "label", Literal(mention.label), "actor", verified=line.verified(""), details=name)
    for role, (predicate, kind) in LABELS.items():
        for label in line.several(role):
            say(predicate, Mention(label, kind), role)
    for role, predicate in TEXTS.items():
        if text := line.text(role):
            say(predicate, Literal(text), role)
    for role, predicate in SEVERAL.items():
        for text in line.several(role):
            say(predicate, Literal(text), role)
    whose = line.text("contact")
    for role, predicate in CONTACTS.items():
        for text in line.several(role):
            say(predicate, Literal(text), role, (("contact", whose),) if whose else ())
    for text in line.linked("website"):
        say("website", Literal(text), "website")
    if day:
        say("lastChecked", Literal(day), "checked")
