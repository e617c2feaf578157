"""Standing agreements: who may refer whom to whom, on which conditions, and how the handing over goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, starmap

from graph.facts.corpus import NOBODY, Corpus
from graph.facts.frames import NAMED, Frame, Pairs, limited, named
from graph.facts.literals import best, text
from graph.facts.meaning import Meaning
from graph.facts.offers import Named, Offers
from graph.facts.settle import OPEN, Claim, Conflict, settle
from graph.statement import Literal, Mention, Statement
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

Parties = tuple[str, str, str]
"""Sender, receiver and offer."""

End = tuple[Parties, str]
"""Between whom a statement agrees something, and the offer it names in the sender's stead or nothing."""

Word = tuple[Parties, int, Frame, tuple[str, ...]]
"""What one statement says of one referral: between whom, the statement, conditions and occasions."""


@dataclass(slots=True)
class Referral:
    """One agreement before it has a row; ``handover`` and ``responsibility`` are concept ids or nothing."""

    sender: str
    receiver: str
    offer: str
    frame: Frame
    occasions: tuple[str, ...]
    rows: list[int]
    handover: str = ""
    responsibility: str = ""
    texts: Mapping[str, str] | None = None


class Referrals:
    """Gathers the referrals of a corpus; the offers they name are there as soon as it is made."""

    def __init__(self, corpus: Corpus, meaning: Meaning, offers: Offers) -> None:
        self._corpus = corpus
        self._meaning = meaning
        self._offers = offers
        self.conflicts: list[Conflict] = []
        self._said = [(row, statement) for row, statement in corpus if statement.predicate == "refersTo"]
        self._ends = dict(self._naming())
        self._named: dict[tuple[str, str], str] = {}
        self._described: dict[Pairs, tuple[Mapping[str, str] | None, str, str]] = {}

    def all(self) -> list[Referral]:
        """Return one referral per sender, receiver, offer and conditions; evidence is united."""
        said: Iterable[Word] = chain.from_iterable(starmap(self._read, self._said))
        if any(statement.polarity == "no" for _, statement in self._said):
            said = self._standing(list(said))
        referrals = _united(said)
        for referral in referrals:
            self._describe(referral)
        return referrals

    def _standing(self, said: list[Word]) -> list[Word]:
        """Return what is said without what lost against a better word."""
        claims = (
            Claim((*parties, *_claim(frame, occasions)), frame.polarity, row, parties[:2], self._what(*parties[:2]))
            for parties, row, frame, occasions in said
        )
        lost, self.conflicts = settle(claims, self._corpus)
        return [word for word in said if word[1] not in lost]

    def _naming(self) -> Iterator[tuple[int, list[End]]]:
        """Yield the statements that name an offer, with whom they are between; the offers are there from now on."""
        corpus = self._corpus
        for row, statement in self._said:
            sender, receiver = corpus.subjects[row], corpus.objects[row]
            if sender == NOBODY or receiver == NOBODY:
                yield row, self._through_offers(row, statement)
            elif corpus.offers[corpus.narrowed[row]]:
                yield row, self._between(row, statement, sender, receiver)

    def _read(self, row: int, statement: Statement) -> list[Word]:
        corpus, meaning = self._corpus, self._meaning
        ends = self._ends.get(row)
        if ends is None:
            sender, receiver = corpus.subjects[row], corpus.objects[row]
            frame = limited(meaning.unsigned(row, statement, receiver))
            return [((sender, receiver, ""), row, frame, meaning.conditions(row, statement).occasions)]
        words: list[Word] = []
        for parties, sent_from in ends:
            frame = limited(meaning.unsigned(row, statement, parties[1]))
            occasions = meaning.conditions(row, statement).occasions
            if sent_from:
                occasions = tuple(sorted({*occasions, sent_from}))
            words.append((parties, row, frame, occasions))
        return words

    def _through_offers(self, row: int, statement: Statement) -> list[End]:
        """Return the ends of a statement that names an offer where its provider is meant."""
        senders = self._meant(statement, statement.subject, self._corpus.subjects[row])
        receivers = self._meant(statement, statement.object, self._corpus.objects[row])
        if not senders or not receivers:
            unknown = statement.object if senders else statement.subject
            if isinstance(unknown, Mention) and unknown.kind == "Offer":
                self._meaning.report("VN4135", row, unknown.label)
        return [
            end
            for sender, sent_from in senders
            for receiver, sent_to in receivers
            if sender != receiver
            for end in self._between(row, statement, sender, receiver, sent_to, sent_from)
        ]

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
    ) -> list[End]:
        """Return the ends of what is said between two actors: one for each offer it is about.

        Args:
            sent_to, sent_from: the offers the statement names in their stead.
        """
        scope, offers = statement.subject.scope, self._corpus.offers[self._corpus.narrowed[row]]
        stead = sent_from[1] if sent_from else ""
        if sent_to is None and not offers:
            return [((sender, receiver, ""), stead)]
        named = [sent_to] if sent_to else [(scope, label) if label else None for label in offers]
        keys = [self._offers.offer(receiver, statement, row, name).key if name else "" for name in named]
        return [((sender, receiver, key), stead) for key in keys]

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


def _united(said: Iterable[Word]) -> list[Referral]:
    """Return a referral for what is said between the same parties in the same claim; mostly they are named once."""
    found: list[Referral] = []
    first: dict[Parties, Referral] = {}
    further: dict[Parties, dict[tuple[object, ...], Referral]] = {}
    for parties, row, frame, occasions in said:
        alone = first.get(parties)
        if alone is None:
            first[parties] = referral = Referral(*parties, frame, occasions, [row])
            found.append(referral)
            continue
        claims = further.get(parties)
        if claims is None:
            claims = further[parties] = {(alone.frame.polarity, *_claim(alone.frame, alone.occasions)): alone}
        claim = (frame.polarity, *_claim(frame, occasions))
        known = claims.get(claim)
        if known is None:
            claims[claim] = referral = Referral(*parties, frame, occasions, [row])
            found.append(referral)
        else:
            known.rows.append(row)
    return found


def _claim(frame: Frame, occasions: tuple[str, ...]) -> tuple[object, ...]:
    return (*frame.claim(), occasions)


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
