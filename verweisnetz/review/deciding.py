"""Deciding: which statement or pair is meant, whether the decision makes sense, and writing it down."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from graph.anchors import described, shown
from graph.condition_text import conditions_text
from graph.corrections import corrected
from graph.decision_files import write_links, write_reviews
from graph.decisions import NOTHING, LinkDecision, Review
from graph.links import link
from ontology.errors import QuestionError, StatementError
from ontology.text import fold
from verweisnetz.config import STATE
from verweisnetz.review.answer import Pair
from verweisnetz.review.listing import DECISIONS_FOLDER, Listing

DECISIONS = {"accept": "accepted", "reject": "rejected", "edit": "edited"}
"""What a person does with a statement, and how the table of reviews calls it."""
SHORTEST = 4
"""So many characters of a key are enough where no other key begins with them."""


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides, and when: a role or initials, never a client's name."""

    by: str
    on: date
    note: str = ""


def statement_key(listing: Listing, said: str) -> str:
    """Return the key of the statement somebody means by it or its beginning.

    Raises:
        QuestionError: none or several are meant.
    """
    found = [key for key in listing.by_key if key.startswith(said)] if len(said) >= SHORTEST else []
    if len(found) == 1:
        return found[0]
    near = tuple(f"{key[:12]} {shown(listing.by_key[key])}" for key in found[:5])
    many = "several statements have" if found else "no statement has"
    viele = "mehrere Aussagen haben" if found else "keine Aussage hat"
    raise QuestionError(f"{many} a key that begins “{said}”", near, de=f"{viele} einen Schlüssel, der „{said}“ beginnt")


def decision_key(listing: Listing, said: str) -> str:
    """Return the key of the line of the table somebody means, also of one that is about no statement any more.

    Raises:
        QuestionError: none or several are meant.
    """
    lines = {review.key for review in listing.anchored.lost} | {*listing.decided, *listing.anchored.moved.values()}
    found = sorted(key for key in lines if key.startswith(said)) if len(said) >= SHORTEST else []
    if len(found) == 1:
        return found[0]
    raise QuestionError(
        f"{len(found)} decisions are about a key that begins “{said}”",
        tuple(key[:12] for key in found[:5]),
        de=f"{len(found)} Entscheidungen betreffen einen Schlüssel, der „{said}“ beginnt",
    )


def reviewed(listing: Listing, key: str, decision: str, who: Decider, to: Mapping[str, str] | None = None) -> Review:
    """Return what is to be written down about a statement.

    Args:
        decision: ``accepted``, ``rejected`` or ``edited``.
        to: for ``edited`` the columns ``to_...``.

    Raises:
        QuestionError: the correction says nothing, or what no statement can say.
    """
    statement = listing.by_key[key]
    review = replace(
        described(statement, key), decision=decision, by=who.by, on=who.on.isoformat(), note=who.note, **(to or {})
    )
    if decision == "edited":
        try:
            corrected(statement, review)
        except StatementError as error:
            raise QuestionError(error.en, de=error.de) from error
    return review


def linked(
    listing: Listing, decision: str, left: str, right: str, who: Decider, *, source: str = "", scope: str = ""
) -> LinkDecision:
    """Return what is to be written down about two labels.

    Raises:
        QuestionError: nobody is called so, both are one label, or other decisions say the opposite.
    """
    for label in (left, right):
        _require_known(listing, label)
    if fold(left) == fold(right) and not source:
        raise QuestionError(
            "both are the same label; name the source in which it means something else",
            de="beides ist dieselbe Bezeichnung; die Quelle angeben, in der sie etwas anderes meint",
        )
    line = LinkDecision(decision, left, right, source, scope, who.by, who.on.isoformat(), who.note)
    decisions = listing.anchored.decisions
    before = {(issue.code, issue.value) for issue in listing.links.issues}
    others = tuple(one for one in decisions.links if not _same_pair(one, line))
    then = link(listing.statements, replace(decisions, links=(*others, line)), sources=listing.region.sources())
    said = f"{decision};{left};{right}"
    fresh = {issue.code for issue in then.issues if issue.value == said and (issue.code, issue.value) not in before}
    if "VN4104" in fresh:
        raise QuestionError(
            "other decisions say that they are different; take those back first (decisions/links.csv)",
            de="andere Entscheidungen sagen, dass sie verschieden sind; erst diese zurücknehmen (decisions/links.csv)",
        )
    if "VN4105" in fresh:
        raise QuestionError(
            f"“{left}” is not called so there; check source and scope",
            de=f"„{left}“ heißt dort niemand; Quelle und Blatt prüfen",
        )
    return line


def pair_of(listing: Listing, said: str) -> Pair:
    """Return the proposed pair with this key.

    Raises:
        QuestionError: there is none.
    """
    found = [pair for pair in listing.pairs() if pair.key.startswith(said)] if len(said) >= SHORTEST else []
    if len(found) != 1:
        raise QuestionError(f"no pair has the key “{said}”", de=f"kein Paar hat den Schlüssel „{said}“")
    return found[0]


def save(listing: Listing, reviews: Iterable[Review], links: Iterable[LinkDecision] = ()) -> None:
    """Write decisions down; a line found again under another key is replaced by the new one.

    Raises:
        StoreError: somebody decided on one of them since the listing was made.
        RegionError: a table cannot be read to its end.
    """
    new, pairs = list(reviews), list(links)
    moved = listing.anchored.moved
    _write(listing, new, [moved[one.key] for one in new if one.key in moved])
    if pairs:
        write_links(listing.region.folder / DECISIONS_FOLDER, listing.region.folder / STATE, pairs)


def take_back(listing: Listing, keys: Iterable[str]) -> None:
    """Take decisions back: their lines go, the statements are to be decided again."""
    moved = listing.anchored.moved
    _write(listing, [], [moved.get(key, key) for key in keys])


def _write(listing: Listing, new: Collection[Review], replaced: Collection[str]) -> None:
    if new or replaced:
        folder, state = listing.region.folder / DECISIONS_FOLDER, listing.region.folder / STATE
        write_reviews(folder, state, new, listing.seen, replaced)
        gone = dict.fromkeys(replaced, frozenset[Review]())
        listing.seen = {**listing.seen, **gone, **{one.key: frozenset({one}) for one in new}}


def _same_pair(one: LinkDecision, other: LinkDecision) -> bool:
    ends = [{fold(line.left), fold(line.right)} for line in (one, other)]
    where = [(fold(line.source), fold(line.scope)) for line in (one, other)]
    return ends[0] == ends[1] and where[0] == where[1] and one.decision != "is"


def _require_known(listing: Listing, label: str) -> None:
    known = {fold(name): name for _, _, name in listing.links.actors}
    if fold(label) in known or label in listing.links.entities:
        return
    from rapidfuzz import process

    near = tuple(known[found] for found, _, _ in process.extract(fold(label), list(known), limit=3))
    raise QuestionError(f"no source names “{label}”", near, de=f"keine Quelle nennt „{label}“")


def edited(
    listing: Listing, key: str, who: Decider, to: Mapping[str, str], conditions: Mapping[str, Collection[str]]
) -> Review:
    """Return a correction; conditions given by name replace those of that name, the others stay as read.

    Raises:
        QuestionError: as `reviewed`; or conditions are said in both ways.
    """
    said = {name: tuple(values) for name, values in conditions.items() if values}
    if said and "to_conditions" in to:
        raise QuestionError(
            "say conditions in one way: --conditions, or one by one",
            de="Bedingungen auf eine Weise angeben: --conditions, oder einzeln",
        )
    if said:
        kept = [pair for pair in listing.by_key[key].conditions if pair[0] not in said]
        new = [(name, value) for name, values in said.items() for value in values if value != NOTHING]
        to = {**to, "to_conditions": conditions_text(sorted({*kept, *new})) or NOTHING}
    return reviewed(listing, key, "edited", who, to)
