"""Issues as sentences: where, what, what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph.issue import Issue
from ontology.messages import hint, sentence
from verweisnetz.checking import ORDER, issue_params

NAMES = {
    "de": {"error": ("Fehler", "Fehler"), "warning": ("Warnung", "Warnungen"), "info": ("Hinweis", "Hinweise")},
    "en": {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("note", "notes")},
}


def told(issue: Issue, language: str) -> str:
    """Return ``file!Sheet!C7: sentence`` and, where there is one, the advice."""
    params = issue_params(issue)
    advice = hint(issue.code, language, params)
    where = f"{issue.where()}: " if issue.source else ""
    return f"{where}{sentence(issue.code, language, params)} [{issue.code}]" + (f"\n  → {advice}" if advice else "")


def summary(issues: Iterable[Issue], language: str) -> str:
    """Return ``2 errors, 7 warnings, 31 notes``, or nothing."""
    counts: Counter[str] = Counter(issue.severity for issue in issues)
    names = NAMES[language]
    return ", ".join(f"{counts[one]} {names[one][counts[one] != 1]}" for one in ORDER if counts[one])
