"""Open questions in words: what to ask, and whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache, partial
from weakref import proxy

from graph.view import View
from ontology.facets import Fit, question, questions
from queries.per_view import per_view
from queries.phrases import phrase
from queries.verdict import Ask, Whom

KEPT = 1 << 10
"""So many questions are kept in words."""


@dataclass(frozen=True, slots=True)
class Question:
    """An open question; ``about`` and ``detail`` as in `queries.verdict.Ask`."""

    about: str
    detail: str
    whom: Whom
    de: str
    en: str

    def text(self, language: str) -> str:
        """Return the question in one language."""
        return self.en if language == "en" else self.de


def in_words(view: View, asks: Iterable[Ask]) -> tuple[Question, ...]:
    """Return questions for what is open, each once, those to the client first."""
    ordered = sorted(set(asks), key=lambda one: (one.whom, one))
    return tuple(map(_wording(view), ordered)) if ordered else ()


@per_view
def _wording(view: View) -> Callable[[Ask], Question]:
    """Return what puts questions into the words of a view: they are the same whomever they are about."""
    return lru_cache(maxsize=KEPT)(partial(_worded, proxy(view)))


def _worded(view: View, one: Ask) -> Question:
    return Question(one.about, one.detail, one.whom, _text(view, one, "de"), _text(view, one, "en"))


def _text(view: View, one: Ask, language: str) -> str:
    if one.about == "facet":
        return question(one.detail, language)
    if one.about == "edge":
        return questions(Fit("ask", (), (one.detail,)), language)[0]
    return phrase("asks", one.about, language, label=_label(view, one.detail, language))


def _label(view: View, detail: str, language: str) -> str:
    row = view.row("concept", detail)
    if row is None:
        return detail or "–"
    concepts = view.table("concept")
    german, english = concepts.text("label_de")[row], concepts.text("label_en")[row]
    return (english or german if language == "en" else german or english) or detail
