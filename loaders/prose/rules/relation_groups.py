"""Which mentions of a sentence stand together, and in which slot: preposition, case, what they hang on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from loaders.prose.rules.relation_anaphora import gender_of
from loaders.prose.rules.relation_grammar import CASES, contracted, determiners, listed, prepositions
from loaders.prose.rules.relation_verbs import may_close
from loaders.prose.rules.relation_words import Naming, Word

_FAMILY = {
    "Actor": "body", "Project": "body", "Network": "body", "Board": "body", "Person": "body",
    "TargetGroup": "audience", "Theme": "matter", "Offer": "matter", "Event": "matter", "Region": "place",
}  # fmt: skip
_ENDINGS = ("e", "en", "er", "es", "em")
_OPENERS = frozenset("„“”\"'‚‘»«›‹")
_GENITIVE, _DATIVE, _ACCUSATIVE = frozenset({"gen"}), frozenset({"dat"}), frozenset({"acc"})
_STANDING = ("erst", "letzt", "zweit", "dritt")
_OF_DER = {"m": frozenset({"nom"}), "f": frozenset({"gen", "dat"})}
_EACH = frozenset({"je", "jeweils"})
_INTO = frozenset({"ans", "aufs", "durchs", "fuers", "ins", "uebers"})


@dataclass(frozen=True, slots=True)
class Group:
    """Coordinated mentions: "die Arbeitsagenturen Hagen und Iserlohn sowie die SIHK".

    Args:
        first, last: the words it spans. preposition: in its plain form, or empty.
        cases: what its first article allows.
        head: folded noun it hangs on as a genitive or by "von": "Geschäftsstelle des Beirates"; else empty.
        owner: the name it hangs on in the same way.
        beside: folded noun right before it without an article: "Projektträgerin Allianz"; else empty.
        aside: it stands in brackets.
        outer, outer_cases: preposition and cases of the noun it hangs on: "mit Fachkräften des Jobcenters".
    """

    members: tuple[Naming, ...]
    first: int
    last: int
    preposition: str = ""
    cases: frozenset[str] = CASES
    head: str = ""
    head_at: int = -1
    owner: Naming | None = None
    beside: str = ""
    aside: bool = False
    outer: str = ""
    outer_cases: frozenset[str] = frozenset()

    @property
    def is_attribute(self) -> bool:
        """Whether it belongs to another noun and fills no slot of its own."""
        return bool(self.head) or self.owner is not None


@dataclass(slots=True)
class _Open:
    members: list[Naming]
    kind: str
    first: int
    last: int
    slot: _Slot


@dataclass(frozen=True, slots=True)
class _Slot:
    """What stands left of a mention: the noun or mention at ``hangs`` owns it, ``beside`` is a noun next to it."""

    preposition: str = ""
    cases: frozenset[str] = CASES
    start: int = -1
    hangs: int = -1
    beside: str = ""


def groups_of(words: Sequence[Word], kind: Callable[[Naming], str], is_verb: Callable[[Word], bool]) -> list[Group]:
    """Return the groups of a sentence, in the order of their first mention."""
    opened: list[_Open] = []
    chain: list[int] = []
    previous = -1
    for at, word in enumerate(words):
        if word.naming is None:
            continue
        slot = _unowned(words, _slot(words, at, is_verb), kind)
        gap = range(previous + 1, at) if previous >= 0 else None
        joined = _joined(words, gap, is_verb) if gap is not None else None
        if joined is None:
            chain = []
        same = [number for number in chain if words[opened[number].first].aside == word.aside]
        target = _target(opened, same, kind(word.naming), slot) if joined else None
        if target is None:
            opened.append(_Open([word.naming], kind(word.naming), at, at, slot))
            chain.append(len(opened) - 1)
        else:
            group = opened[target]
            group.members.append(word.naming)
            group.last = at
            chain = chain[: chain.index(target) + 1]
        previous = at
    return [_closed(words, opened, number, is_verb) for number in range(len(opened))]


def _unowned(words: Sequence[Word], slot: _Slot, kind: Callable[[Naming], str]) -> _Slot:
    """Return a slot as no genitive where a place stands before it: "findet in Lingen der Bildungstag statt"."""
    owner = words[slot.hangs].naming if slot.hangs >= 0 else None
    article = words[slot.start].low if 0 <= slot.start < len(words) else ""
    if owner is None or slot.preposition or kind(owner) != "Region" or "nom" not in determiners().get(article, ()):
        return slot
    return replace(slot, cases=determiners()[article], hangs=-1)


def _target(opened: Sequence[_Open], chain: Sequence[int], kind: str, slot: _Slot) -> int | None:
    if slot.hangs >= 0 and not slot.preposition:  # "Erika Muster, Leiterin der Kammer"
        return None
    for number in reversed(chain):
        group = opened[number]
        same_slot = slot.preposition in ("", group.slot.preposition)
        bodies = {_family(kind), _family(group.kind)} == {"body", "matter"}
        if bodies and slot.preposition and slot.preposition == group.slot.preposition:
            return number  # "zur Beratung oder zum Jobcenter"
        agrees = slot.cases & group.slot.cases or (group.slot.preposition and slot.cases & {"acc", "dat"})
        if _family(kind) == _family(group.kind) and same_slot and agrees:
            return number
    mixed = [n for n in reversed(chain) if {_family(kind), _family(opened[n].kind)} == {"body", "audience"}]
    return next((n for n in mixed if slot.preposition in ("", opened[n].slot.preposition)), None)


def _family(kind: str) -> str:
    return _FAMILY.get(kind, kind)


def _joined(words: Sequence[Word], gap: range, is_verb: Callable[[Word], bool]) -> bool | None:
    """Return whether what lies between two mentions joins them; None where it parts them for good."""
    joining = listed("joining")
    coordinated = False
    for at in gap:
        word = words[at]
        if word.low in joining:
            coordinated = True
        elif (
            word.aside
            or word.text in _OPENERS
            or _declines(word, is_verb)
            or word.low.isdigit()
            or word.low in prepositions()
            or word.is_noun
        ):
            continue
        else:
            return None
    return coordinated


def _declines(word: Word, is_verb: Callable[[Word], bool]) -> bool:
    if word.low in determiners():
        return True
    verbal = is_verb(word) or may_close(word)  # "von der Stiftung getragen und vom Land gefördert"
    return word.text[:1].islower() and word.low.endswith(_ENDINGS) and not verbal


def _slot(words: Sequence[Word], at: int, is_verb: Callable[[Word], bool]) -> _Slot:
    cases, start, beside, article = CASES, at, "", False
    for index in range(at - 1, -1, -1):
        word = words[index]
        if word.low in _EACH and word.naming is None:  # "aus je einer Vertretung der Kammer"
            continue
        if word.text in _OPENERS or (word.aside and not words[at].aside):
            start = index if start == index + 1 and word.text in _OPENERS else start
            continue
        if word.low in prepositions() and not word.is_noun:
            if word.low in contracted():
                cases = _ACCUSATIVE if word.low in _INTO else _DATIVE
            return _Slot(prepositions()[word.low], cases, index, _behind(words, index), beside)
        if article or word.naming is not None:
            if "gen" in cases and article and _owns(words, index):
                return _Slot("", _GENITIVE, start, index, beside)
            break
        if word.low in determiners():
            cases, article, start = _cases(word.low, words[at].text), True, index
        elif word.is_noun and not beside and start >= index + 1 and _only_openers(words, index + 1, at):
            beside, start = word.low, index
        elif word.low.isdigit() or _declines(word, is_verb):
            start = index
        else:
            break
    return _Slot("", cases, start, -1, beside)


def _cases(article: str, name: str) -> frozenset[str]:
    """Return what an article allows before a name: "der Landkreis" is a subject, "der Kammer" none."""
    cases = determiners()[article]
    gender = gender_of(name) if article == "der" else ""
    return cases & _OF_DER.get(gender, cases)


def _behind(words: Sequence[Word], at: int) -> int:
    """Return the noun a preposition hangs on: any before "von", people before "in" ("Beraterinnen im Jobcenter")."""
    preposition = prepositions()[words[at].low]
    if preposition == "von" and _owns(words, at - 1):
        return at - 1
    return at - 1 if at and preposition in ("in", "bei", "aus") and words[at - 1].low in listed("staff") else -1


def _only_openers(words: Sequence[Word], start: int, end: int) -> bool:
    return all(word.text in _OPENERS for word in words[start:end])


def _owns(words: Sequence[Word], index: int) -> bool:
    """Return whether a word can have a genitive: a noun or a name, no "letztere" that stands for one."""
    if index < 0:
        return False
    word = words[index]
    return word.is_noun or (word.naming is not None and word.text[:1].isupper() and not word.low.startswith(_STANDING))


def _closed(words: Sequence[Word], opened: Sequence[_Open], number: int, is_verb: Callable[[Word], bool]) -> Group:
    group, slot = opened[number], opened[number].slot
    head, owner = "", None
    if slot.hangs >= 0:
        if words[slot.hangs].naming is None:
            head = words[slot.hangs].low
        else:
            owner = words[slot.hangs].naming
    outer = _slot(words, slot.hangs, is_verb) if head else _Slot()
    return Group(
        tuple(group.members), slot.start, group.last, slot.preposition, slot.cases, head,
        slot.hangs if head else -1, owner, slot.beside, words[group.first].aside, outer.preposition,
        outer.cases if head else frozenset(),
    )  # fmt: skip
