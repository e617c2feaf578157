"""Literals about an actor in cells of their own: names, phones, mails, pages and remarks."""

from __future__ import annotations

from tests.loaders.matrix.composed.book import Look, Sheet
from tests.loaders.matrix.composed.facts import maybe, qualified, says
from tests.loaders.matrix.composed.scene import Scene

TEXTS = {"remark": "remarks", "opening_hours": "hours", "status": "states", "contact_name": "teams"}


def contact(
    scene: Scene, sheet: Sheet, at: tuple[int, int], predicate: str, actor: str, fate: str = "shown"
) -> None:  # fmt: skip
    """Write one literal about an actor; mails and pages sometimes only as the target behind a text."""
    rng = scene.rng
    text, look = literal(scene, predicate, actor), Look()
    value = text
    if predicate in ("contact_mail", "website") and scene.can("link") and rng.random() < 0.3:
        scene.show("hyperlinks")
        target = f"mailto:{text}" if predicate == "contact_mail" else text if "://" in text else f"https://{text}"
        look = Look(link=target)
        value = rng.choice([text, "E-Mail schreiben" if predicate == "contact_mail" else "zur Website"])
    fact = says(actor, predicate, text)
    if fate == "hidden":
        sheet.put(*at, value, "either", maybe(qualified(fact, {"hidden": True})), look=look)
    elif fate == "struck":
        sheet.put(*at, value, "report", look=Look(strike=True))
    else:
        sheet.put(*at, value, "statement", fact, look=look)


def literal(scene: Scene, predicate: str, actor: str) -> str:
    """Return what a column of literals says about an actor."""
    words = scene.words
    match predicate:
        case "contact_phone":
            return words.phone()
        case "contact_mail":
            return words.mail(actor)
        case "website":
            return words.website(actor)
        case "address":
            return words.address()
    return words.text(TEXTS[predicate])
