"""Which claims of a document are one thing: one key, a shorter name of a longer one, short forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from loaders.prose.rules.administrations import TYPES
from loaders.prose.rules.claim import Claim
from loaders.prose.rules.group import Called, Group, family, one_kind

_UNITED = frozenset({"Actor", "Network", "Project", "Offer"})
_PLAIN = frozenset({"institution", *TYPES.values()})
"""What is left of a name that says nothing but a place: "Kreis Olpe" is not the "Frauenhaus Kreis Olpe"."""
Place = tuple[str, str]


def groups(claims: Sequence[Claim], blocks: Sequence[int] = ()) -> list[Group]:
    """Return the things of a document in the order of their first mention.

    Args:
        blocks: for each word of the document the number of its block.
    """
    found: dict[Place, Group] = {}
    for claim in claims:
        if not claim.short:
            found.setdefault((family(claim.kind), claim.key), Group(claim.kind, claim.key)).claims.append(claim)
    _unite_subsets(found)
    for group in found.values():
        group.named = sorted(claim.first for claim in group.claims)
    called = Called(found.values())
    for claim in claims:
        if claim.short:
            _resolve(claim, found, called, blocks)
    for group in found.values():
        group.claims.sort(key=lambda claim: claim.first)
    return sorted(found.values(), key=lambda group: group.first)


def class_key(head: str, type: str) -> str:
    """Return what tells classes of institutions apart: the type where its names are synonyms, else the noun."""
    return f"class {type if type in one_kind() else head}"


def _resolve(claim: Claim, found: dict[Place, Group], called: Called, blocks: Sequence[int]) -> None:
    """Give a short form to the latest thing named before it, or to the only one of the document."""
    fitting = called.by(claim)
    if fitting and claim.generic and claim.kind == "Board":
        return  # "zwei Fachgruppen: die Fachgruppe A und die Fachgruppe B"
    if claim.kind == "Actor":
        fitting = _clear(claim, fitting, blocks)
    latest = max(fitting, key=lambda group: group.last_before(claim.first), default=None)
    if latest is not None and (latest.last_before(claim.first) >= 0 or len(fitting) == 1):
        latest.claims.append(replace(claim, generic=False))
        latest.latest = claim.first
    elif claim.sure:
        of_class = class_key(claim.head, claim.type)
        several = claim.kind == "Actor" and (claim.generic or ("Actor", of_class) in found)
        place = (family(claim.kind), of_class if several else f"only {claim.head}")
        new = place not in found
        group = found.setdefault(place, Group(claim.kind, place[1]))
        group.claims.append(replace(claim, short=False))
        group.named.append(claim.first)
        if new:
            called.add(group)


def _clear(claim: Claim, fitting: list[Group], blocks: Sequence[int]) -> list[Group]:
    """Return what a short form stands for; nothing where several have been named, unless one of them in its paragraph.

    "Das Jobcenter" in a text on two Jobcenter of two towns is left alone, to be asked about, rather than given to one.
    """
    named = [group for group in fitting if group.last_before(claim.first) >= 0]
    if len(named) < 2:
        return fitting
    near = [one for one in named if blocks and blocks[one.last_before(claim.first)] == blocks[claim.first]]
    return near if len(near) == 1 else []


def _unite_subsets(found: dict[Place, Group]) -> None:
    """Unite a name with the only longer one that holds all its words and no other place."""
    holding: dict[Place, set[Place]] = {}
    for place in found:
        for word in place[1].split(" "):
            holding.setdefault((place[0], word), set()).add(place)
    for place, group in sorted(found.items()):
        words = set(place[1].split(" "))
        words -= {"institution"} if len(words - _places(words)) > 1 else set()  # "Regionalkammer" may be the IHK's
        vague = words - _places(words) <= _PLAIN or (len(words) < 2 and group.kind != "Offer")
        if group.kind not in _UNITED or vague or group.generic:
            continue
        larger = set.intersection(*(holding[place[0], word] for word in words)) & found.keys() - {place}
        longer = [at for at in larger if _places(words) in (set(), _places(at[1].split(" ")))]
        if len(longer) > 1:
            longer = [at for at in longer if found[at].first < group.first] or longer
        if len(longer) == 1 and words < set(longer[0][1].split(" ")):
            found[longer[0]].claims += found.pop(place).claims


def _places(words: Iterable[str]) -> set[str]:
    return {word for word in words if word.startswith("region/")}
