"""A competence as a sentence in German or English: who, what, by which place, on which norm."""

from __future__ import annotations

from collections.abc import Iterator

from queries.competences import Competence
from queries.dates import written
from queries.explain import contact_words
from queries.phrases import phrase


def told(competence: Competence, language: str) -> str:
    """Return who is competent for what, with norm and validity, what is open, and how to reach them."""
    return " ".join(_sentences(competence, language))


def who(competence: Competence, language: str) -> str:
    """Return the body, or its kind and district where this network does not know it."""
    names = _say("or", language).join(body.actor.label for body in competence.bodies) or competence.named
    kind = "/".join(one.label(language) for one in competence.types[:1])
    if names and competence.basis == "parent":
        return _say("through_parent", language, kind=kind, who=names)
    if names:
        return _say("as_stated", language, who=names) if competence.basis == "stated" else names
    if competence.areas:
        area = _say("or", language).join(area.label for area in competence.areas)
        return _say("unknown_here", language, kind=kind, area=area)
    return _say("unknown_where", language, kind=kind)


def _sentences(competence: Competence, language: str) -> Iterator[str]:
    grounds = "; ".join(_grounds(competence, language))
    yield _say(
        "line",
        language,
        role=_say(competence.role, language),
        who=who(competence, language),
        task=competence.task.text(language),
        basis=f" ({grounds})." if grounds else ".",
    )
    if competence.note:
        yield competence.note.text(language)
    if len(competence.bodies) == 1:
        shown = [contact for contact in competence.bodies[0].contact if contact.kind in ("phone", "mail")]
        if shown:
            yield contact_words(shown, language)
    if competence.open_questions:
        asked = " ".join(question.text(language) for question in competence.open_questions)
        yield _say("questions", language, value=asked)


def _grounds(competence: Competence, language: str) -> Iterator[str]:
    if competence.where:
        yield _say(f"by_{competence.place}", language, where=competence.where.label)
    elif competence.place != "none":
        yield _say(competence.place, language)
    if competence.norm:
        yield competence.norm
    if competence.valid_from:
        yield _say("since", language, day=written(competence.valid_from, language))
    if competence.valid_until:
        yield _say("up_to", language, day=written(competence.valid_until, language))
    if not competence.checked:
        yield _say("practice", language)


def _say(key: str, language: str, **values: str) -> str:
    return phrase("competence", key, language, **values)
