"""What a row of each sheet says, one file per sheet."""

from collections.abc import Callable, Mapping

from loaders.template.line import Line
from loaders.template.names import Names
from loaders.template.rows.actor import actor
from loaders.template.rows.fact import fact
from loaders.template.rows.offer import offer
from loaders.template.rows.referral import referral

READERS: Mapping[str, Callable[[Line, Names], None]] = {
    "actors": actor, "offers": offer, "referrals": referral, "facts": fact,
}  # fmt: skip

__all__ = ["READERS", "actor", "fact", "offer", "referral"]
