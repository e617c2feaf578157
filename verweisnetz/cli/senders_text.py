"""Who sends whom here, as text: each sender with conditions, handover and evidence; then what nobody sends to."""

from __future__ import annotations

from collections.abc import Iterator

from queries.cells import asked, reached_by, standing
from queries.phrases import phrase
from queries.sending import Chain, SendersAnswer, Sending, Unsent, handed, responsible
from verweisnetz.cli.lines import places, wrapped

HEADS = {
    "de": {"direct": "An {actor} verweisen", "via": "Über andere", "refused": "Verweisen ausdrücklich nicht",
           "over": "Vorbei oder noch nicht in Kraft", "unsent": "Angebote, zu denen kein Verweis bekannt ist",
           "handover": "Übergabe", "responsible": "Verantwortlich", "feedback": "Rückmeldung", "contact": "Kontakt",
           "standing": "Stand", "said": "Beleg", "ask": "noch zu klären",
           "more": "Es gibt mehr Wege, als betrachtet werden; weniger --max-legs nehmen."},
    "en": {"direct": "Referring to {actor}", "via": "Through others", "refused": "Explicitly do not refer",
           "over": "Over, or not yet in force", "unsent": "Offers to which no referral is known",
           "handover": "handover", "responsible": "responsible", "feedback": "feedback", "contact": "contact",
           "standing": "standing", "said": "evidence", "ask": "still to ask",
           "more": "There are more ways than are looked at; take fewer --max-legs."},
}  # fmt: skip


def senders_text(answer: SendersAnswer, language: str) -> str:
    """Return the whole answer for a terminal."""
    return "\n".join(_lines(answer, language))


def _lines(answer: SendersAnswer, language: str) -> Iterator[str]:
    heads = HEADS[language]
    for note in answer.notes:
        yield from wrapped(phrase("notes", note, language), "")
    if answer.direct:
        yield f"\n{heads['direct'].format(actor=answer.actor.label)}:"
    for sending in answer.direct:
        yield from _sending(sending, language)
    if answer.via:
        yield f"\n{heads['via']}:"
    for chain in answer.via:
        yield from _chain(chain, language)
    if not answer.complete:
        yield from wrapped(heads["more"], "  ")
    for name in ("refused", "over"):
        found: tuple[Sending, ...] = getattr(answer, name)
        if found:
            yield f"\n{heads[name]}:"
        for sending in found:
            text = f"· {sending.sender.label}: {sending.conditions(language)} ({places(sending.evidence)})"
            yield from wrapped(text, "  ")
    if answer.unsent:
        yield f"\n{heads['unsent']}:"
    for unsent in answer.unsent:
        yield from wrapped(f"· {_named(unsent, answer, language)} ({places(unsent.evidence)})", "  ")


def _sending(sending: Sending, language: str) -> Iterator[str]:
    heads = HEADS[language]
    yield from wrapped(f"· {sending.sender.label}: {sending.conditions(language)}", "  ")
    said = [
        f"{heads['handover']}: {handed(sending, language)}",
        f"{heads['responsible']}: {responsible(sending, language)}",
        f"{heads['feedback']}: {sending.feedback}" if sending.feedback else "",
        f"{heads['contact']}: {reached_by(sending.contact)}" if sending.contact else "",
        sending.note,
        f"{heads['standing']}: {standing(sending.freshness, language)}",
        f"{heads['said']}: {places(sending.evidence)}",
    ]
    yield from wrapped(". ".join(part for part in said if part), "      ")


def _chain(chain: Chain, language: str) -> Iterator[str]:
    way = " → ".join([chain.sender.label, *(leg.receiver.label for leg in chain.legs)])
    terms = " / ".join(leg.conditions(language) for leg in chain.legs)
    open_ = f". {HEADS[language]['ask']}: {asked(chain.open_questions, language)}" if chain.open_questions else ""
    proof = "; ".join(places(leg.evidence) for leg in chain.legs)
    yield from wrapped(f"· {way}: {terms}{open_} ({proof})", "  ")


def _named(unsent: Unsent, answer: SendersAnswer, language: str) -> str:
    of = f"{unsent.provider.label} – " if unsent.provider.id != answer.actor.id else ""
    label = unsent.offer.label if unsent.offer else phrase("explain", "no_offer", language)
    about = ", ".join(concept.label(language) for concept in (*unsent.audiences, *unsent.themes))
    return f"{of}{label}: {phrase('entry', unsent.access, language)}" + (f"; {about}" if about else "")
