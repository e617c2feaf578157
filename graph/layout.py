"""The facts as tables: which columns there are and what each means. The only place that says so.

Rows refer to rows of other tables by number (``-1`` = none); days are proleptic ordinals of ``datetime.date``
(``-1`` = not said); enumerations are short English words. ``evidence`` lists rows of the evidence table.
``names`` lists spellings joined by `` | ``.
"""

from __future__ import annotations

from graph.columns import Layout

LAYOUT: Layout = {
    # Every concept an answer may need: the vocabularies, composite groups, and labels no vocabulary knows.
    # scheme: audience | theme | offer-type | actor-type | handover | responsibility | access | ...
    # alternatives: facet conjunctions joined by " | " (ontology.facets); broader, narrower: closures without self.
    # local: 1 if no vocabulary has it; specific: 1 for a composite group made from a cell's restriction.
    "concept": {
        "id": "text", "scheme": "text", "label_de": "text", "label_en": "text", "names": "text",
        "alternatives": "text", "broader": "ints", "narrower": "ints", "themes": "ints", "local": "int",
    },
    # atoms: numbers of the smallest areas the region consists of; two regions compare by them.
    "region": {"id": "text", "label": "text", "kind": "text", "key": "text", "atoms": "ints", "names": "text"},
    # kind: actor | network | board | project | event | team. regions: where it says it works (inRegion).
    # places: rows its name or address points to. reached_by: the actor that coordinates or organises it.
    "actor": {
        "id": "text", "label": "text", "names": "text", "kind": "text", "types": "ints", "unit_of": "int",
        "regions": "ints", "places": "ints", "reached_by": "int", "runs_from": "int", "runs_until": "int",
        "remark": "text", "checked": "int", "evidence": "ints",
    },
    # kind: name | phone | mail | web | address
    "contact": {"actor": "int", "kind": "text", "value": "text", "whose": "text", "checked": "int", "evidence": "ints"},
    # member takes part in body; role: member | chair | coordinator | organiser | funder | partner ...
    # occasion: on which occasion; note: how it takes part, e.g. how it is called in (both for teams above all).
    "membership": {
        "member": "int", "body": "int", "role": "text", "occasion": "text", "note": "text", "checked": "int",
        "evidence": "ints",
    },
    # provider -1: an instrument without provider; type: row of an offer-type concept or -1.
    "offer": {"id": "text", "label": "text", "provider": "int", "type": "int", "themes": "ints", "evidence": "ints"},
    # One offer with joint conditions. Lists are alternatives (or); an empty list is "not stated".
    # offer -1: the actor serves these groups or themes without saying with which offer.
    # namings runs along audiences: 0 named, 1 priority, 2 exclusive. combined: bit 1 audiences, 2 themes, 4 regions
    # were taken from the actor's row (or the instrument's); 8: only a referral to the provider says so. polarity: yes | partly | no. access: open | referral | registration | unknown.
    # online: 1 if it is held online. capacity: text as said. checked: the day somebody vouched for it.
    "provision": {
        "provider": "int", "offer": "int", "audiences": "ints", "namings": "ints", "themes": "ints", "regions": "ints",
        "combined": "int", "polarity": "text", "access": "text", "cost": "text", "hours": "text", "format": "text",
        "languages": "text", "capacity": "text", "online": "int", "valid_from": "int", "valid_until": "int",
        "checked": "int", "note": "text", "evidence": "ints",
    },
    # A standing agreement: sender may refer to receiver (and offer). Empty lists: for all.
    # handover, responsibility: concept rows or -1 (unknown, printed as such).
    "referral": {
        "sender": "int", "receiver": "int", "offer": "int", "audiences": "ints", "namings": "ints", "themes": "ints",
        "regions": "ints", "handover": "int", "responsibility": "int", "polarity": "text", "feedback": "text",
        "capacity": "text", "contact": "text", "agreement": "text", "legal_basis": "text", "occasion": "text",
        "cost_bearer": "text", "follow_up": "text",
        "valid_from": "int", "valid_until": "int", "checked": "int", "note": "text", "evidence": "ints",
    },
    # Where a group turns up. audience, region -1: any.
    "door": {"actor": "int", "audience": "int", "region": "int", "checked": "int", "note": "text", "evidence": "ints"},
    # Who guides a group to others (Lotse). audience, region -1: any.
    "guide": {"actor": "int", "audience": "int", "region": "int", "checked": "int", "note": "text", "evidence": "ints"},
    # kind: needed | covered | none (no need found). audience, theme, region -1: any. weight: thousandths.
    "need": {
        "audience": "int", "theme": "int", "region": "int", "kind": "text", "weight": "int", "note": "text",
        "checked": "int", "evidence": "ints",
    },
    # A gap a meeting has accepted until review_on.
    "accepted": {
        "kind": "text", "audience": "int", "theme": "int", "region": "int", "owner": "text", "review_on": "int",
        "reason": "text", "evidence": "ints",
    },
    # Statements that cannot both hold (rows of evidence); what: actor, offer, group ... as words for people.
    # settled: own (the provider's word won) | later (the later one won) | empty (open: both stand, queries ask).
    # one: the side that won, or says yes; other: the side that lost (it makes no fact), or says no.
    "conflict": {"what": "text", "one": "ints", "other": "ints", "settled": "text"},
    # One row per place that says something. place: "Sheet!C7", "C7" or "start-end".
    # about: the groups, themes and kinds of offer the statement names, so that of a provision's many places the one for a group is found.
    "evidence": {
        "statement": "text", "source": "int", "place": "text", "original": "text", "checked": "int", "about": "ints",
    },
    "source": {"id": "text", "path": "text", "kind": "text", "publisher": "text", "stated_on": "int", "sha256": "text"},
}  # fmt: skip
