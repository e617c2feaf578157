"""The JSON line of a statement and of a link, written by hand: there are millions of them.

The bytes are those of the record in `graph.records`; a test compares both.
"""

from __future__ import annotations

from graph.evidence import Cell, Locator
from graph.json_text import pairs, quoted
from graph.statement import Literal, Mention, Statement


def statement_line(said: Statement) -> str:
    """Return the record of a statement as one line, without its end."""
    line = (
        f'{{"record":"statement","source":{quoted(said.source)},"subject":{_term(said.subject)},'
        f'"predicate":{quoted(said.predicate)},"object":{_term(said.object)}'
    )
    if said.conditions:
        line += f',"conditions":{pairs(said.conditions)}'
    if said.details:
        line += f',"details":{pairs(said.details)}'
    if said.polarity != "yes":
        line += f',"polarity":{quoted(said.polarity)}'
    if said.modality != "asserted":
        line += f',"modality":{quoted(said.modality)}'
    if said.tier != "high":
        line += f',"tier":{quoted(said.tier)}'
    if said.original:
        line += f',"original":{quoted(said.original)}'
    if said.method:
        line += f',"method":{quoted(said.method)}'
    if said.last_verified:
        line += f',"last_verified":{quoted(said.last_verified)}'
    if said.evidence:
        line += f',"evidence":[{",".join([_place(place) for place in said.evidence])}]'
    return line + "}"


def link_line(source: str, mention: Mention, entity: str) -> str:
    """Return the record of a link as one line, without its end."""
    return f'{{"record":"link","source":{quoted(source)},"mention":{_term(mention)},"entity":{quoted(entity)}}}'


def _term(term: Mention | Literal) -> str:
    if isinstance(term, Literal):
        return f'{{"value":{quoted(term.value)}}}'
    scope = f',"scope":{quoted(term.scope)}' if term.scope else ""
    return f'{{"label":{quoted(term.label)},"kind":{quoted(term.kind)}{scope}}}'


def _place(place: Locator) -> str:
    if isinstance(place, Cell):
        sheet = f'"sheet":{quoted(place.sheet)},' if place.sheet else ""
        return f'{{{sheet}"ref":{quoted(place.ref)}}}'
    page = f',"page":{place.page}' if place.page else ""
    return f'{{"start":{place.start},"end":{place.end},"quote":{quoted(place.quote)}{page}}}'
