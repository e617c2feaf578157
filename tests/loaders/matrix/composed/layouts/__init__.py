"""The layouts people use, each with the formats that can hold it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tests.loaders.matrix.composed.layouts import (
    books,
    capacity,
    crosses,
    forms,
    listings,
    names,
    offer_rows,
    referrals,
    transposed,
)
from tests.loaders.matrix.composed.scene import Scene

Layout = Callable[[Scene], None]

# name -> (how it is written, what its format must be able to do)
LAYOUTS: dict[str, tuple[Layout, frozenset[str]]] = {
    "actor_x_offer": (partial(crosses.one_kind, kind="offers"), frozenset()),
    "actor_x_audience": (partial(crosses.one_kind, kind="audiences"), frozenset()),
    "actor_x_theme": (partial(crosses.one_kind, kind="themes"), frozenset()),
    "actor_x_region": (partial(crosses.one_kind, kind="regions"), frozenset()),
    "grouped_header": (crosses.several_kinds, frozenset()),
    "entity_groups": (crosses.entity_groups, frozenset()),
    "transposed": (transposed.actors_in_columns, frozenset()),
    "offer_rows": (offer_rows.under_actors, frozenset()),
    "instrument_rows": (offer_rows.instruments, frozenset()),
    "names_in_cells": (names.in_cells, frozenset()),
    "referral_matrix": (referrals.matrix, frozenset()),
    "edge_list": (referrals.edges, frozenset()),
    "tidy_list": (listings.offers, frozenset()),
    "contact_list": (listings.contacts, frozenset()),
    "sheet_per_entity": (books.sheets, frozenset({"sheets"})),
    "several_tables": (books.tables, frozenset()),
    "form_per_actor": (forms.fact_sheets, frozenset()),
    "capacity": (capacity.places, frozenset()),
    "hxl": (listings.tagged, frozenset()),
}
