"""Names of institutions: which kind, which place, which further words; two labels with one key mean one institution.

When in doubt, keys differ: institutions of one type in different places must never become one (DESIGN §3).
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as data_field
from functools import lru_cache

from ontology.institution_forms import grammar
from ontology.institution_looks import head_of, looks_like_institution
from ontology.institution_parts import Found, Parts, read_parts
from ontology.regions import Region, gazetteer
from ontology.text import slug

__all__ = ["InstitutionKey", "institution", "looks_like_institution"]

_ADMINISTRATION = {"district": "actor-type/kreis", "city": "actor-type/stadt", "municipality": "actor-type/stadt"}
_LARGE = frozenset({"space", "land", "agency-district", "chamber-district", "government-district"})
_SEPARATORS = frozenset({"/", "+", "&", ",", ";"})


@dataclass(frozen=True, slots=True)
class InstitutionKey:
    """What identifies an institution among all labels.

    Args:
        type: id of an actor type, or empty if the name does not say.
        places: ids of regions, sorted.
        tokens: further words, folded and sorted, without legal forms and fillers.
        unit_of: for a team or office the institution it belongs to.
        acronyms: abbreviations the label itself gives in brackets; not part of identity.
        bare: the label says a kind of institution but not which one (``JC``, ``VHS``): never one node without scope.
    """

    type: str
    places: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    unit_of: InstitutionKey | None = None
    acronyms: tuple[str, ...] = data_field(default=(), compare=False)
    bare: bool = data_field(default=False, compare=False)

    def slug(self) -> str:
        """Return the key as part of an id: type and places, then ``_`` and further words, then ``_`` and the parent."""
        places = [slug(gazetteer()[place].label) for place in self.places]
        kind = self.type.partition("/")[2] or ("ort" if places else "")
        said = kind in ("kreis", "stadt") and any(kind in place for place in places)  # not "kreis-kreis-olpe"
        whole = [*([kind] if kind and not said else []), *places]
        own = ["-".join(whole), "-".join(map(slug, self.tokens)), self.unit_of.slug() if self.unit_of else ""]
        return "_".join(filter(None, own)) or "x"


@lru_cache(maxsize=16384)
def institution(label: str, *, scope: str = "") -> InstitutionKey:
    """Return the key of a label.

    Args:
        scope: where the label stands, e.g. a sheet name; if it is a region it supplies the place of a bare label.
            A wide institution (a chamber, a Regionalagentur) takes it only from a region larger than a district.
    """
    parts = read_parts(label)
    head = head_of(parts)
    form = head.form if head else None
    places = {region.id: region for region, _, _ in parts.places}
    for found in parts.forms:
        if found.form.place:
            places[found.form.place] = gazetteer()[found.form.place]
    bare = not parts.rest and not places and not (form and form.unique)
    region = _scope_region(scope, wide=form.wide) if bare and form else None
    if region:
        places[region.id] = region
    of = _parent_form(parts, head)
    parent, theirs = _parent(parts, head, of, tuple(sorted(places)))
    kind = form.type if form else _administration(parts)
    kind = grammar().refined.get((kind, parent.type), kind) if parent else kind
    return InstitutionKey(
        type=kind,
        places=tuple(sorted(places)),
        tokens=tuple(sorted({*_without(parts.tokens(), theirs), *_marks(parts, head, of)})),
        unit_of=parent,
        acronyms=parts.acronyms,
        bare=not parts.rest and not (places if kind else ()) and not (form and form.unique),
    )


def _parent_form(parts: Parts, head: Found | None) -> Found | None:
    """Return the form of the institution the head belongs to; "A und B", "A/B" name two, neither the other's."""
    if head is None:
        return None
    for found in parts.forms:
        if found.form.type == head.form.type or found.first in parts.joined:
            continue
        first, second = sorted((found, head), key=lambda either: either.first)
        if head.form.part or parts.between(first.end - 1, second.first).strip() not in _SEPARATORS:
            return found
    return None


def _parent(
    parts: Parts, head: Found | None, of: Found | None, places: tuple[str, ...]
) -> tuple[InstitutionKey | None, tuple[str, ...]]:
    """Return the parent's key and the words of the label that belong to it: those from its form to the next."""
    if of is not None:
        following = [found.first for found in parts.forms if found.first > of.first]
        theirs = parts.tokens(of.end, min(following, default=None))
        marks = tuple(sorted({*theirs, *_own(of)}))
        return InstitutionKey(of.form.type, places, marks, bare=not places and not theirs), theirs
    if head is not None and head.form.within:
        return InstitutionKey(head.form.within, places, bare=not places), ()
    return None, ()


def _without(tokens: tuple[str, ...], theirs: tuple[str, ...]) -> list[str]:
    rest = list(tokens)
    for token in theirs:
        rest.remove(token)
    return rest


def _marks(parts: Parts, head: Found | None, of: Found | None) -> set[str]:
    """Return what the forms themselves add to identity: which welfare body, the compound itself, a third type."""
    found: set[str] = set()
    kinds = {region.kind for region, _, _ in parts.places}
    for other in parts.forms:
        if other.form.homonym and not kinds.intersection(other.form.homonym):
            # the Kreisjugendamt of a place nobody knows may not be its Stadtjugendamt
            found.update(word.folded for word in parts.label[other.first : other.end])
        if head is not None and other.form.type == head.form.type:
            found.update(_own(other))
        elif other is not of:
            found.update({other.form.type.partition("/")[2], *_own(other)})
    return found


def _own(found: Found) -> tuple[str, ...]:
    return found.own or ((found.form.token,) if found.form.token else ())


def _administration(parts: Parts) -> str:
    """Return the type of a Kreis or Stadt named as an actor: "Kreis Olpe", "Stadt Hagen"; a mere place has none."""
    if parts.forms or not parts.label:
        return ""
    administrative = grammar().administrative
    for region, first, end in parts.places:
        if any(word.folded.endswith(administrative) for word in parts.label[first:end]):
            return _ADMINISTRATION.get(region.kind, "")
    opening = parts.label[0].folded
    if len(parts.label) > 1 and opening in grammar().administrations:
        return grammar().administrations[opening]
    return ""


def _scope_region(scope: str, *, wide: bool) -> Region | None:
    if not scope:
        return None
    named = gazetteer().find(scope)
    found = (named,) if named else gazetteer().find_all_in(scope)
    if len(found) != 1 or (wide and found[0].kind not in _LARGE):
        return None
    return found[0]
