"""Standing agreements: who may refer whom to whom, on which conditions, and how the handing over goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, starmap

from graph.facts.corpus import NOBODY, Corpus
from graph.facts.frames import NAMED, Frame, Pairs, limited, named
from graph.facts.literals import best, text
from graph.facts.meaning import Meaning
from graph.facts.offers import Named, Offers
from graph.facts.settle import OPEN, Claim, Conflict, settle
from graph.statement import Literal, Mention, Polarity, Statement
from ontology.scheme import Scheme

HANDOVER = ("handover", "mode", "meaning")
"""Details that may say how somebody is handed over; the legend of the mark is the last to be asked."""

WARMTH = ("handover/information", "handover/contact", "handover/appointment", "handover/accompanied", "handover/joint")
"""Ways of handing over, the coldest first."""

_COLUMNS = {
    "feedback": "feedback", "cost_bearer": "cost_bearer", "follow_up": "follow_up",
    "capacity": "capacity", "count": "capacity", "contact": "contact", "agreement": "agreement",
    "agreed_on": "agreement", "legal_basis": "legal_basis", "note": "note", "footnote": "note", "comment": "note",
}  # fmt: skip
"""Details of a referral that are kept in their own words, and the column they fill."""

Key = tuple[str, str, str, int, Polarity]
"""Sender, receiver, offer, number of the claim, and how strongly it is made."""

Word = tuple[Key, int, Frame, tuple[str, ...]]
"""What one statement says of one referral: its key, the statement, conditions and occasions."""


@dataclass(slots=True)
class Referral:
    """One agreement before it has a row; ``handover`` and ``responsibility`` are concept ids or nothing."""

    sender: str
    receiver: str
    offer: str
    frame: Frame
    occasions: tuple[str, ...]
    rows: list[int] = field(default_factory=list)
    handover: str = ""
    responsibility: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)


class Referrals:
    """Gathers the referrals of a corpus."""

    def __init__(self, corpus: Corpus, meaning: Meaning, offers: Offers) -> None:
        self._corpus = corpus
        self._meaning = meaning
        self._offers = offers
        self.conflicts: list[Conflict] = []
        self._named: dict[tuple[str, str], str] = {}
        self._described: dict[Pairs, tuple[Mapping[str, str], str, str]] = {}
        self._claims: dict[tuple[object, ...], int] = {}

    def all(self) -> list[Referral]:
        """Return one referral per sender, receiver, offer and conditions; evidence is united."""
        agreed = [(row, statement) for row, statement in self._corpus if statement.predicate == "refersTo"]
        said: Iterable[Word] = chain.from_iterable(starmap(self._read, agreed))
        lost: frozenset[int] = frozenset()
        if any(statement.polarity == "no" for _, statement in agreed):
            said = list(said)
            claims = (Claim(key[:4], key[4], row, key[:2], self._what(*key[:2])) for key, row, _, _ in said)
            lost, self.conflicts = settle(claims, self._corpus)
        found: dict[Key, Referral] = {}
        for key, row, frame, occasions in said:
            if row not in lost:
                known = found.get(key)
                if known is None:
                    found[key] = Referral(key[0], key[1], key[2], frame, occasions, [row])
                else:
                    known.rows.append(row)
        referrals = list(found.values())
        for referral in referrals:
            self._describe(referral)
        return referrals

    def _read(self, row: int, statement: Statement) -> Iterable[Word]:
        sender, receiver = self._corpus.subjects[row], self._corpus.objects[row]
        if sender == NOBODY or receiver == NOBODY:
            return self._through_offers(row, statement)
        return self._between(row, statement, sender, receiver)

    def _through_offers(self, row: int, statement: Statement) -> Iterator[Word]:
        """Yield the referrals of a statement that names an offer where its provider is meant."""
        senders = self._meant(statement, statement.subject, self._corpus.subjects[row])
        receivers = self._meant(statement, statement.object, self._corpus.objects[row])
        for sender, sent_from in senders:
            for receiver, sent_to in receivers:
                if sender != receiver:
                    yield from self._between(row, statement, sender, receiver, sent_to, sent_from)
        if not senders or not receivers:
            unknown = statement.object if senders else statement.subject
            if isinstance(unknown, Mention) and unknown.kind == "Offer":
                self._meaning.report("VN4135", row, unknown.label)

    def _meant(self, statement: Statement, mention: Mention | Literal, actor: str) -> list[tuple[str, Named | None]]:
        """Return the actors an end of a referral means, and the offer it names where it does not name them."""
        if actor != NOBODY:
            return [(actor, None)]
        if not isinstance(mention, Mention) or mention.kind != "Offer":
            return []
        name = (mention.scope, mention.label)
        return [(offer.provider, name if mention.label else None) for offer in self._offers.of_name(statement, name)]

    def _between(
        self,
        row: int,
        statement: Statement,
        sender: str,
        receiver: str,
        sent_to: Named | None = None,
        sent_from: Named | None = None,
    ) -> list[Word]:
        """Return what is said between two actors.

        Args:
            sent_to, sent_from: the offers the statement names in their stead.
        """
        frame = limited(self._meaning.unsigned(row, statement, receiver))
        said = self._meaning.conditions(row, statement)
        occasions = said.occasions if sent_from is None else tuple(sorted({*said.occasions, sent_from[1]}))
        claim = self._claims.setdefault((*frame.claim(), occasions), len(self._claims))
        if sent_to is None and not said.offers:
            return [((sender, receiver, "", claim, frame.polarity), row, frame, occasions)]
        scope = statement.subject.scope
        named = [sent_to] if sent_to else [(scope, label) if label else None for label in said.offers]
        return [
            (
                (
                    sender,
                    receiver,
                    self._offers.offer(receiver, statement, row, name).key if name else "",
                    claim,
                    frame.polarity,
                ),
                row,
                frame,
                occasions,
            )
            for name in named
        ]

    def _describe(self, referral: Referral) -> None:
        """Fill what describes a referral from all that say it; where they disagree, it is unknown and listed."""
        statements = self._corpus.statements
        said = [(row, details) for row in referral.rows if (details := statements[row].details)]
        for _, details in said:
            naming = self._meaning.beside(details).naming
            if naming != NAMED:
                groups = ((group, naming) for group in referral.frame.groups)
                referral.frame = referral.frame._replace(audiences=named((*referral.frame.audiences, *groups)))
        if len(referral.rows) == 1 and said:
            self._alone(referral, said[0][1])
        elif said:
            self._fill(referral, said)

    def _alone(self, referral: Referral, details: Pairs) -> None:
        """Fill in what one statement says alone: nobody disagrees, so that equal details are read once."""
        known = self._described.get(details)
        if known is None:
            reported = len(self._meaning.issues)
            self._fill(referral, [(referral.rows[0], details)])
            if len(self._meaning.issues) == reported:  # else every statement is to be reported
                self._described[details] = referral.texts, referral.handover, referral.responsibility
        else:
            referral.texts, referral.handover, referral.responsibility = known

    def _fill(self, referral: Referral, said: Iterable[tuple[int, Pairs]]) -> None:
        details: dict[str, list[tuple[str, int]]] = {}
        for row, pairs in said:
            for name, value in pairs:
                details.setdefault(name, []).append((value, row))
        parties = (referral.sender, referral.receiver)
        texts: dict[str, list[tuple[str, int]]] = {}
        for name in sorted(details.keys() & _COLUMNS.keys()):
            texts.setdefault(_COLUMNS[name], []).extend(details[name])
        referral.texts = {column: text(best(values, self._corpus, *parties)) for column, values in texts.items()}
        referral.handover = self._agreed("handover", HANDOVER, referral, details)
        referral.responsibility = self._agreed("responsibility", ("responsibility",), referral, details)

    def _agreed(
        self, scheme: str, names: tuple[str, ...], referral: Referral, details: dict[str, list[tuple[str, int]]]
    ) -> str:
        """Return the concept most statements' first telling detail names; nothing where equally good words differ."""
        found: dict[int, str] = {}
        for name in names:
            for value, row in details.get(name, ()):
                if row not in found and (concept := self._concept(scheme, name, value, row)):
                    found[row] = concept
        if not found:
            return ""
        parties = (referral.sender, referral.receiver)
        kept = best([(concept, row) for row, concept in found.items()], self._corpus, *parties)
        concepts = sorted({concept for concept, _ in kept})
        if len(concepts) < 2:
            return concepts[0] if concepts else ""
        one = tuple(sorted(row for concept, row in kept if concept == concepts[0]))
        other = tuple(sorted(row for concept, row in kept if concept != concepts[0]))
        self.conflicts.append(Conflict(f"{self._what(*parties)} · {scheme}", one, other, OPEN))
        return ""

    def _concept(self, scheme_name: str, name: str, value: str, row: int) -> str:
        """Return the concept a detail names; report words of the detail itself that nobody knows."""
        key = (scheme_name, value)
        concept = self._named.get(key)
        if concept is None:
            concept = self._named[key] = find_in(self._meaning.vocabulary.scheme(scheme_name), value)
        if not concept and name == scheme_name:
            near = self._meaning.vocabulary.scheme(scheme_name).near(value, 3)
            names = "; ".join(found.label() for found in near) or "–"
            self._meaning.report("VN4122", row, value, near=names, scheme=scheme_name)
        return concept

    def _what(self, sender: str, receiver: str) -> str:
        entities = self._meaning.links.entities
        return f"{entities[sender].label} → {entities[receiver].label}"


def implied(
    referrals: Iterable[Referral], provided: set[tuple[str, str]], themes: dict[str, set[str]]
) -> Iterator[Referral]:
    """Yield referrals that say of their receiver what nobody else says: that it has an offer, or serves a theme.

    Args:
        provided: provider and offer of all provisions. themes: themes of all provisions by provider.
    """
    for referral in referrals:
        if referral.frame.polarity == "no":
            continue
        if referral.offer:
            if (referral.receiver, referral.offer) not in provided:
                yield referral
        elif referral.frame.themes and themes.get(referral.receiver, set()).isdisjoint(referral.frame.themes):
            yield referral


def find_in(scheme: Scheme, value: str) -> str:
    """Return the concept a value names: by id, in full, or before or within its brackets.

    Where the words before and in the brackets differ, as in "warme Übergabe (Termin wird vereinbart)", the one that
    promises less is meant.
    """
    whole = value if value in scheme else _named(scheme, value)
    if whole:
        return whole
    before, _, rest = value.partition("(")
    found = [concept for part in (rest.partition(")")[0], before) if (concept := _named(scheme, part))]
    return min(found, key=lambda concept: WARMTH.index(concept) if concept in WARMTH else 0, default="")


def _named(scheme: Scheme, label: str) -> str:
    concept = scheme.find(label) if label.strip() else None
    return concept.id if concept else ""
