"""What a handover means for the client's data: information needs no basis, passing data on needs one or consent."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from graph.view import View
from queries.client import Need
from queries.index import Index
from queries.names import names_of
from queries.topics import Topics

Kind = Literal["information", "basis", "statutory", "consent", "unknown"]
"""``information``: only the client is told something · ``basis``: the agreement names one · ``statutory``: a rule does ·
``consent``: data are passed on and only the client can allow it · ``unknown``: how the handover goes is not known."""

NONE = -1


@dataclass(frozen=True, slots=True)
class Passing:
    """Whether a leg passes data about the client, and on what that rests; ``basis`` in the words of who said it."""

    kind: Kind
    basis: str = ""


INFORMATION = Passing("information")


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(files("queries").joinpath("passing.toml").read_text(encoding="utf-8"))


class Passings:
    """Judges referrals of one view for one need."""

    def __init__(self, view: View, index: Index, need: Need) -> None:
        self._view, self._index = view, index
        self._topics = Topics(view, index, (need,))
        self._referrals = index.referrals

    def of(self, referral: int) -> Passing:
        """Return what a referral means for the client's data."""
        said = self._referrals.text("legal_basis")[referral]
        if said:
            return self._stated(said)
        handover = self._referrals.ints("handover")[referral]
        kind = self._end(handover)
        if kind in _data()["silent"]:
            return INFORMATION
        statutory = self._statutory(
            self._referrals.ints("sender")[referral], self._referrals.ints("receiver")[referral]
        )
        if statutory:
            return Passing("statutory", statutory)
        return Passing("consent" if kind else "unknown")

    def _stated(self, said: str) -> Passing:
        concept = names_of(self._view).find(said, "legal-basis")
        end = self._end(concept if concept is not None else NONE)
        if end in _data()["none"]:
            return Passing("information", said)
        return Passing("consent" if end in _data()["consent"] else "basis", said)

    def _statutory(self, sender: int, receiver: int) -> str:
        for rule in _data()["statutory"]:
            one, other = rule["between"]
            pair = (self._is(sender, one) and self._is(receiver, other)) or (
                self._is(sender, other) and self._is(receiver, one)
            )
            if pair and self._topics.touch(rule["topics"]):
                return str(rule["norm"])
        return ""

    def _is(self, actor: int, kind: str) -> bool:
        return any(self._end(row) == kind for row in self._index.actors.lists("types")[actor]) if actor >= 0 else False

    def _end(self, concept: int) -> str:
        return self._index.concept_ids[concept].rpartition("/")[2] if concept >= 0 else ""
