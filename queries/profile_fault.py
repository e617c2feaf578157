"""What is wrong with a profile, said by its keys alone: for a client's words that must be repeated nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from graph.view import View
from ontology.errors import OntologyError, QuestionError
from ontology.facets import ContradictionError, facets, know
from queries.client import Client
from queries.names import names_of
from queries.profile import PRACTICAL, Profile
from queries.routes import MOST_NEEDS
from queries.wishes import wishes

Check = tuple[str, Callable[[], object]]


def fault(view: View, profile: Profile) -> QuestionError | None:
    """Return what cannot be read or does not go together, naming keys and near words but nothing the profile says."""
    if len(profile.needs) > MOST_NEEDS:
        return None  # that is said by numbers alone
    for where, check in _checks(view, profile):
        try:
            check()
        except ContradictionError as error:
            named = tuple(dict.fromkeys(_facet(said) for said in (error.one, error.other)))
            return QuestionError(
                f"the profile contradicts itself: two of its {where} cannot both hold ({' and '.join(named)})",
                de=f"das Profil widerspricht sich: zwei Angaben in {where} schließen sich aus ({' und '.join(named)})",
            )
        except QuestionError as error:
            en, de = ("", "") if error.near else ("; try another word", "; bitte mit einem anderen Wort versuchen")
            return QuestionError(
                f"the profile's {where}: not understood{en}",
                error.near,
                de=f"im Profil nicht zu verstehen: {where}{de}",
            )
        except OntologyError:
            return QuestionError(
                f"the profile's {where} cannot be read; write e.g. age<25 & employment=marginal",
                tuple(facet.id for facet in facets()),
                de=f"im Profil nicht lesbar: {where}; so schreiben: Alter<25 & Beschäftigung=geringfügig",
            )
    return _contradiction(view, profile)


def _checks(view: View, profile: Profile) -> Iterator[Check]:
    names = names_of(view)
    yield "facts", partial(know, profile.facts)
    for at, group in enumerate(profile.groups, 1):
        yield f"groups ({at})", partial(names.audience, group)
    for at, need in enumerate(profile.needs, 1):
        yield f"needs ({at})", partial(names.need, need)
    for role in ("residence", "workplace", "company_site"):
        word = getattr(profile, role)
        if word:
            yield role, partial(names.region, word)
    for pair in profile.practical:
        named = f"practical ({pair[0]})" if pair[0] in PRACTICAL else "practical"
        yield named, partial(wishes, view, (pair,))
    if profile.start:
        yield "start", partial(names.actor, profile.start)


def _contradiction(view: View, profile: Profile) -> QuestionError | None:
    """Return which keys contradict each other, each of them being right by itself: the first that is one too many."""
    so_far = Profile(day=profile.day)
    for key in ("facts", "practical", "groups"):
        so_far = replace(so_far, **{key: getattr(profile, key)})
        try:
            Client.of(view, so_far)
        except QuestionError:
            others = " / ".join(one for one in ("facts", "practical", "groups") if one != key and getattr(so_far, one))
            return QuestionError(
                f"the profile contradicts itself: {key} do not go together with {others or key}",
                de=f"das Profil widerspricht sich: {key} passt nicht zu {others or key}",
            )
    return None


def _facet(constraint: str) -> str:
    """Return the facet a constraint is about, without what it says of it."""
    return re.split(r"[!<>=]", constraint, maxsplit=1)[0].strip()
