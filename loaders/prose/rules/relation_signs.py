"""Signs by which a clause or a group shows what it can be: a subject of its own, people who act for others, a place."""

from __future__ import annotations

from functools import lru_cache

from loaders.prose.rules.relation_clauses import Clause
from loaders.prose.rules.relation_grammar import determiners, listed, prepositions, taking
from loaders.prose.rules.relation_groups import Group
from loaders.prose.rules.relation_verbs import may_close, may_open


def is_free(group: Group) -> bool:
    """Return whether a group fills a slot of its own without a preposition."""
    return not group.preposition and not group.is_attribute and not group.aside


def is_staff(group: Group) -> bool:
    """Return whether it hangs on those who work there: "die Beraterinnen der VHS"."""
    if group.preposition in ("in", "bei", "aus"):
        return bool(group.head)
    return bool(group.head) and is_staff_word(group.head)


def is_taken(clause: Clause, group: Group) -> bool:
    """Return whether a group belongs to the noun before it, which takes this preposition: "mit Interesse an einem Kurs"."""
    before = clause.words[group.first - 1] if group.first > 0 else None
    return before is not None and before.is_noun and before.low in taking(group.preposition)


@lru_cache(maxsize=1 << 12)
def is_staff_word(word: str) -> bool:
    """Return whether a folded noun says who works somewhere: "Beraterinnen"."""
    return any(word == staff or (len(staff) > 5 and word.endswith(staff)) for staff in listed("staff"))


def is_elided(clause: Clause) -> bool:
    """Return whether a clause goes on with its verb at once: "…, sondern zieht die Kammer hinzu"."""
    words = [
        word for word in clause.words[:3] if word.low not in ("und", "oder", ",", "sondern", "aber", "auch", "dann")
    ]
    return clause.leader >= 0 and bool(words) and may_open(words[0])


def is_copular(clause: Clause) -> bool:
    """Return whether a clause says what something is or becomes: "Träger wird die Kammer", no passive."""
    lows = {word.low for word in clause.words}
    becomes = not lows.isdisjoint(listed("passive")) and not any(
        may_close(word) for word in clause.words if word.low not in listed("passive")
    )
    return becomes or not lows.isdisjoint(listed("being"))


def own_subject(clause: Clause, cue: int) -> str:
    """Return the noun that is a clause's subject and names no node: "Der Träger nimmt … auf"; empty without."""
    if any(is_free(group) and "nom" in group.cases for group in clause.groups):
        return ""
    lows = {word.low for word in clause.words}
    if not lows.isdisjoint(listed("pronouns") | listed("ours") | listed("here") | listed("there")):
        return ""
    for before, article, noun in zip((None, *clause.words), clause.words, clause.words[1:], strict=False):
        opens = before is None or not (before.is_noun or before.naming or before.low in prepositions())
        plain = noun.is_noun and not noun.aside and not is_staff_word(noun.low) and noun is not clause.words[cue]
        if plain and opens and "nom" in determiners().get(article.low, ()):
            return noun.low
    return ""


def is_place(clause: Clause, group: Group) -> bool:
    """Return whether a group only says where what stands before it is: "die Lotsin im Klinikum"."""
    right_before = any(other.last == group.first - 1 for other in clause.groups if other is not group)
    return group.owner is not None or (right_before and group.preposition in ("in", "bei", "an"))
