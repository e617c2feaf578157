"""Which statement a person's decision is about, after its document was changed or is read better than before.

A key holds no offsets, so that an unchanged sentence keeps its key whatever happens around it. Where a key is gone,
the decision is looked for by what it was taken on: the same assertion, its labels spelled alike or naming the same
institution, in the same words of the same source (or of any source, once its own is gone). Exactly one such
statement gets the decision; with none or several, nobody guesses: the decision stays in the file and is reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.condition_text import conditions_of, conditions_text
from graph.corrections import corrected
from graph.decisions import Decisions, Review
from graph.evidence import Span
from graph.issue import Issue, Severity
from graph.redaction import MARK
from graph.statement import Literal, Mention, Statement
from ontology.errors import StatementError
from ontology.institutions import institution
from ontology.text import clean, fold

TABLE = "decisions/reviews.csv"
OMITTED = " […] "
"""Stands between the quotes of a statement that several places say together."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """Decisions as they hold now.

    Args:
        decisions: every review with the key of the statement it is about now.
        moved: the key each re-anchored review had when it was written, by the key it has now.
        lost: reviews that are about no statement any more; nothing follows from them.
        corrections: statements people put in place of those they edited.
    """

    decisions: Decisions
    moved: Mapping[str, str]
    lost: tuple[Review, ...] = ()
    corrections: tuple[Statement, ...] = ()


def quote_of(statement: Statement) -> str:
    """Return the words a statement stands on, on one line; of a cell, what was read there."""
    quotes = [place.quote for place in statement.evidence if isinstance(place, Span)]
    return OMITTED.join(dict.fromkeys(map(clean, quotes))) or clean(statement.original)


def described(statement: Statement, key: str) -> Review:
    """Return a review without decision that describes its statement, so that it can be found again."""
    return Review(
        key,
        "",
        source=statement.source,
        subject=clean(statement.subject.label),
        predicate=statement.predicate,
        object=clean(text_of(statement.object)),
        conditions=clean(conditions_text(statement.conditions)),
        polarity=statement.polarity,
        modality=statement.modality,
        quote=quote_of(statement),
    )


def text_of(term: Mention | Literal) -> str:
    """Return the label of a mention or the value of a literal."""
    return term.label if isinstance(term, Mention) else term.value


def anchor(decisions: Decisions, statements: Iterable[Statement]) -> Anchored:
    """Return what the decisions say about these statements, with an issue per decision that is not simply found."""
    if not decisions.reviews:
        return Anchored(decisions, {})
    known = {statement.key: statement for statement in statements}
    return _Anchoring(decisions, known).anchored()


def keys_like(review: Review, statements: Iterable[Statement]) -> list[str]:
    """Return the statements a description (`described`) may mean, whatever its key."""
    return _Anchoring(Decisions(reviews=(replace(review, key=""),)), {one.key: one for one in statements}).keys(review)


class _Anchoring:
    """Finds the statement of each review."""

    def __init__(self, decisions: Decisions, known: Mapping[str, Statement]) -> None:
        self._decisions, self._known = decisions, known
        self._sources = {statement.source for statement in known.values()}
        self._here = [review for review in decisions.reviews if review.key in known]
        self._gone = [review for review in decisions.reviews if review.key not in known]
        self._like: dict[tuple[str, str, str], list[str]] = {}
        for key, statement in known.items() if self._gone else ():
            said = (statement.predicate, statement.polarity, statement.modality)
            self._like.setdefault(said, []).append(key)
        self._issues: list[Issue] = []

    def anchored(self) -> Anchored:
        """Return every decision with its statement."""
        decided = {review.key for review in self._here}
        for review in self._here:
            if review.quote and not _quoted_alike(review, self._known[review.key]):
                self._report("VN4156", review, "info")
        moved: dict[str, str] = {}
        found, lost = list(self._here), list[Review]()
        for review in self._gone:
            keys = self.keys(review)
            if len(keys) != 1:
                lost.append(review)
                self._report("VN4152" if keys else "VN4151", review, near=self._near(review))
            elif keys[0] not in decided:  # else a later decision on the statement itself is the one that holds
                moved[keys[0]] = review.key
                found.append(replace(review, key=keys[0]))
                self._report("VN4153", review, "info")
        corrections = tuple(self._corrections(found))
        kept = replace(
            self._decisions,
            reviews=tuple(sorted({*found, *lost})),
            issues=(*self._decisions.issues, *self._issues),
        )
        return Anchored(kept, moved, tuple(lost), corrections)

    def keys(self, review: Review) -> list[str]:
        """Return the statements a review without statement may be about: of the first way of looking that finds any."""
        if not review.quote or not review.predicate:
            return []
        same = [key for key in self._alike(review) if _same_meaning(review, self._known[key])]
        own = [key for key in same if self._known[key].source == review.source]
        exact, alike = ([key for key in own if quoted(review, self._known[key])] for quoted in (_quoted, _quoted_alike))
        moved = [key for key in same if self._is_gone(review) and _quoted(review, self._known[key])]
        return exact or alike or moved

    def _is_gone(self, review: Review) -> bool:
        return review.source not in self._sources

    def _alike(self, review: Review) -> list[str]:
        said = (review.predicate, review.polarity or "yes", review.modality or "asserted")
        return self._like.get(said, [])

    def _near(self, review: Review) -> str:
        """Return what the same words are read as now, for the person who has to decide again."""
        squashed = _squashed(review.quote)
        near = [
            statement
            for statement in self._known.values()
            if statement.source == review.source and squashed and squashed == _squashed(quote_of(statement))
        ]
        return "; ".join(sorted(map(shown, near))[:3]) or "–"

    def _corrections(self, reviews: Iterable[Review]) -> Iterator[Statement]:
        """Yield what people said instead; a correction that is refused itself or cannot be read is reported."""
        refused = {review.key for review in reviews if review.decision in ("rejected", "edited")}
        for review in reviews:
            if review.decision != "edited":
                continue
            try:
                said = corrected(self._known[review.key], review)
            except StatementError as error:
                self._report("VN4154", review, "error", de=error.de, en=error.en)
                continue
            if said.key in refused:
                self._report("VN4155", review)
            else:
                yield said

    def _report(self, code: str, review: Review, severity: Severity = "warning", **params: str) -> None:
        said = {"key": review.key[:8], "decision": review.decision, "by": review.by or "–", "on": review.on or "–"}
        told = {**said, "quote": review.quote or "–", **params}
        self._issues.append(Issue(code, TABLE, None, _told(review), tuple(sorted(told.items())), severity))


def shown(statement: Statement) -> str:
    """Return an assertion on one line."""
    conditions = conditions_text(statement.conditions)
    narrowed = f" ({conditions})" if conditions else ""
    return f"{statement.subject.label} – {statement.predicate} – {text_of(statement.object)}{narrowed}"


def _told(review: Review) -> str:
    if not review.predicate:
        return review.key
    narrowed = f" ({review.conditions})" if review.conditions else ""
    return f"{review.subject} – {review.predicate} – {review.object}{narrowed}"


def _same_meaning(review: Review, statement: Statement) -> bool:
    return (
        _same_label(review.subject, statement.subject.label)
        and _same_label(review.object, text_of(statement.object))
        and _conditions(review.conditions) == _folded(statement.conditions)
    )


@lru_cache(maxsize=4096)
def _same_label(one: str, other: str) -> bool:
    """Return whether two labels are spelled alike or name the same institution."""
    if _squashed(one) == _squashed(other):
        return True
    key = institution(one)
    return bool(key.type) and not key.bare and key == institution(other)


def _conditions(text: str) -> frozenset[tuple[str, str]]:
    try:
        return _folded(conditions_of(text))
    except StatementError:
        return frozenset({("", text)})


def _folded(conditions: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    return frozenset((name, _squashed(value)) for name, value in conditions)


def _quoted(review: Review, statement: Statement) -> bool:
    """Return whether a statement stands on one of the quotes a review was taken on, letter by letter."""
    return not set(review.quote.split(OMITTED)).isdisjoint(quote_of(statement).split(OMITTED))


def _quoted_alike(review: Review, statement: Statement) -> bool:
    mine, theirs = ({_squashed(quote) for quote in said.split(OMITTED)} for said in (review.quote, quote_of(statement)))
    return bool((mine & theirs) - {""})


@lru_cache(maxsize=1 << 14)
def _squashed(text: str) -> str:
    """Return letters and digits alone, folded: what changed in spacing, case or punctuation is no change of words.

    What was erased has none, whatever stands in its place.
    """
    return "".join(char for char in fold(text.replace(MARK, "")) if char.isalnum())
