"""Who can send whom to an actor: referrals into it, ways through others, and offers nobody is known to send to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph.view import View
from queries.freshness import TRUSTED, Limits
from queries.incoming import Incoming, Way
from queries.limits import within
from queries.names import names_of
from queries.questions import in_words
from queries.sending import Chain, SendersAnswer, Sending
from queries.sending_writer import SendingWriter
from queries.signature import Signatures
from queries.verdict import Ask

LONGEST = 8
MOST_WAYS = 20_000
"""So many ways through others are looked at before the answer says that there are more."""


@dataclass(frozen=True, slots=True)
class Senders:
    """The question.

    A way through others counts if every two of its referrals can have a client in common
    (`queries.shared_clients`); of each actor the shortest is shown, equals by the ids along it. What ends at a project, network or
    event is reached through whoever coordinates it.

    Args:
        actor: by id, name or alias.
        max_legs: handovers at most; 1 asks for direct senders only.
    """

    actor: str
    day: date | None = None
    max_legs: int = 2
    limits: Limits = TRUSTED

    def answer(self, view: View) -> SendersAnswer:
        """Return who refers to the actor.

        Raises:
            QuestionError: for an actor nobody knows, and for ways longer than the limit.
        """
        within(self.max_legs, LONGEST, "handovers (max_legs)", "Übergaben (max_legs)", least=1)
        day = self.day or date.today()
        actor = names_of(view).actor(self.actor)
        incoming = Incoming(view, actor, day.toordinal())
        ways, complete = incoming.ways(self.max_legs, MOST_WAYS)
        writer = SendingWriter(view, day.toordinal(), self.limits)
        direct = self._rows(view, writer, incoming.holding)
        via = tuple(_chain(view, writer, way) for way in ways)
        unsent = sorted(
            (writer.unsent(*found) for found in incoming.unsent()),
            key=lambda one: (one.provider.id, one.offer.id if one.offer else ""),
        )
        return SendersAnswer(
            day=day,
            actor=writer.actor(actor),
            max_legs=self.max_legs,
            direct=direct,
            via=via,
            refused=self._rows(view, writer, incoming.refused),
            over=self._rows(view, writer, incoming.over),
            unsent=tuple(unsent),
            complete=complete,
            notes=tuple(_notes(view, direct, offers=bool(incoming.offered))),
        )

    @staticmethod
    def _rows(view: View, writer: SendingWriter, rows: list[int]) -> tuple[Sending, ...]:
        signatures, ids = Signatures(view), view.table("actor").text("id")
        senders = view.table("referral").ints("sender")
        return tuple(map(writer.sending, sorted(rows, key=lambda row: (ids[senders[row]], signatures.referral(row)))))


def _chain(view: View, writer: SendingWriter, way: Way) -> Chain:
    offers = view.table("referral").ints("offer")
    onward = any(offers[row] >= 0 for row in way.rows[:-1])
    legs = tuple(map(writer.sending, way.rows))
    return Chain(legs[0].sender, legs, in_words(view, [Ask("onward")] if onward else []))


def _notes(view: View, direct: tuple[Sending, ...], *, offers: bool) -> Iterator[str]:
    if not len(view.table("referral")):
        yield "no_referrals"
    elif not direct:
        yield "nobody_sends"
    if not offers:
        yield "no_offers_of"
