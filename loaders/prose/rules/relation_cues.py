"""Relations said in a clause: a cue, and what stands in its slots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from graph.evidence import Span
from graph.statement import Tier
from loaders.prose.extract import Node, Relation
from loaders.prose.rules.relation_clauses import Clause
from loaders.prose.rules.relation_context import Context, Standing
from loaders.prose.rules.relation_ends import may_be
from loaders.prose.rules.relation_frames import PROGRAMME, Cue, Frame, cues, nouns
from loaders.prose.rules.relation_grammar import listed, prepositions
from loaders.prose.rules.relation_modality import modality_of, polarity_of
from loaders.prose.rules.relation_passages import Sentence
from loaders.prose.rules.relation_people import is_people
from loaders.prose.rules.relation_referral import about_referral
from loaders.prose.rules.relation_slots import Fits, Scene
from loaders.prose.rules.relation_times import validity
from loaders.prose.rules.relation_words import Word

_PROGRAMMES = frozenset({"known programme", "quoted programme", "programme", "guideline"})
_SHORTEST_FRONT = 3
_MOST_PAIRS = 1000


def said_in(sentence: Sentence, context: Context) -> Iterator[Relation]:
    """Yield what the clauses of a sentence say by a cue."""
    for clause in sentence.clauses:
        for at, cue in _cues(clause):
            scene = Scene(clause, sentence.clauses, context, at, _is_passive(clause, at, cue))
            if _holds(cue, scene, sentence):
                yield from _relations(cue.frame, scene, sentence)


def _cues(clause: Clause) -> Iterator[tuple[int, Cue]]:
    for at, word in enumerate(clause.words):
        if word.naming is not None or word.aside:
            continue
        found = [cue for cue in cues().get(word.low) or _compound(word.low) if _has_form(clause, at, cue)]
        if any(cue.particle for cue in found):  # "leitet sie an die Kammer weiter" is no "leiten"
            found = [cue for cue in found if cue.particle or cue.how != "finite"]
        finite = {cue.frame for cue in found if cue.how == "finite"}
        both = finite & {cue.frame for cue in found if cue.how == "participle"}
        closed = _is_behind_noun(clause, at) or any(w.low in _auxiliaries() for w in clause.words)
        wrong = "finite" if closed else "participle"  # "vermittelt" is one or the other
        yield from ((at, cue) for cue in found if cue.frame not in both or cue.how != wrong)


def _is_behind_noun(clause: Clause, at: int) -> bool:
    """Return whether a participle stands behind its noun, or alone: "das Programm, verwaltet vom Land"."""
    following = clause.words[at + 1].low if at + 1 < len(clause.words) else ""
    opens = at == 0 or clause.words[at - 1].low in (",", ".")  # "Veranstaltet von der Kammer."
    return opens and prepositions().get(following) in ("von", "durch")


@cache
def _auxiliaries() -> frozenset[str]:
    return listed("passive") | listed("being") | listed("having")


def _compound(word: str) -> Sequence[Cue]:
    """Return the cues of the noun a compound ends with."""
    for front in range(_SHORTEST_FRONT, len(word) - 5):
        if word[front:] in nouns():
            return [cue for cue in cues()[word[front:]] if cue.how in ("noun", "role")]
    return ()


def _has_form(clause: Clause, at: int, cue: Cue) -> bool:
    word = clause.words[at]
    if at + 1 < len(clause.words) and clause.words[at + 1].low == ":" and cue.how in ("noun", "role"):
        return False  # a label: the layout reads it
    if cue.how == "noun":
        return word.is_noun
    if cue.how == "role":
        return word.is_noun or word.text[:1].islower()
    if word.is_noun and at > 0:
        return False
    if cue.particle:
        return any(_closes(clause, later, cue.particle) for later in range(at + 1, len(clause.words)))
    return cue.how != "attributive" or at + 1 < len(clause.words)


def _closes(clause: Clause, at: int, particle: str) -> bool:
    """Return whether a particle stands where it closes the clause: "leitet … weiter", not "an die Kammer"."""
    word = clause.words[at]
    if word.low != particle or word.naming is not None:
        return False
    following = clause.words[at + 1] if at + 1 < len(clause.words) else None
    behind = len(particle) > _SHORTEST_FRONT and following is not None and following.low in prepositions()
    return (
        following is None
        or behind  # "setzt sich zusammen aus …"
        or following.text in ".,;:!?)–-("
        or following.low in ("und", "oder", "sowie", "als", "wie")
    )


def _is_passive(clause: Clause, at: int, cue: Cue) -> bool:
    """Return whether the clause is in the passive; a participle without auxiliary is ("gefördert durch")."""
    lows = {word.low for word in clause.words}
    clause_word = clause.words[at].low
    if cue.how == "attributive":
        return True
    if cue.how == "infinitive":  # "sind zuzuleiten" says what must be done to them
        return "zu" in clause_word and not lows.isdisjoint(listed("being")) and lows.isdisjoint(listed("duty"))
    if not lows.isdisjoint(listed("passive")):
        return True
    if cue.how == "participle":
        return lows.isdisjoint(listed("having"))
    return False


def _holds(cue: Cue, scene: Scene, sentence: Sentence) -> bool:
    frame, lows = cue.frame, [word.low for word in scene.clause.words]
    if frame.needs and not any(need == low or low.endswith(need) for low in lows for need in frame.needs):
        return False
    if not frame.unless.isdisjoint(lows):
        return False
    if frame.voice and cue.how not in ("noun", "role") and (frame.voice == "passive") != scene.passive:
        return False
    if frame.behind and cue.how == "noun" and not _is_behind(scene.clause, scene.at, frame):
        return False
    if not frame.audience:
        return True
    told, heading = scene.context.told, scene.context.passage.heading
    if told is not None and any(is_people(word.low) for word in told.words if word.naming is None):
        return True
    if heading is not None and any(is_people(w.low) for s in heading.sentences for w in s.words if w.naming is None):
        return True
    named = any(scene.context.reading.kind(naming) == "TargetGroup" for naming in sentence.namings)
    return named or any(is_people(word.low) for word in sentence.words if word.naming is None)


def _is_behind(clause: Clause, at: int, frame: Frame) -> bool:
    """Return whether a noun cue stands behind one of its frame's prepositions: "unter Leitung", "mit Mitteln"."""
    for word in reversed(clause.words[max(0, at - 4) : at]):
        if word.low in prepositions():
            return prepositions()[word.low] in frame.behind
        if word.naming is not None or word.is_noun:
            return False
    return False


def _relations(frame: Frame, scene: Scene, sentence: Sentence) -> Iterator[Relation]:
    kinds = scene.context.reading.nodes
    predicates = set(frame.predicates.values())

    def starts(kind: str) -> bool:
        return any(may_be(p, kind, other) for p in predicates for other in _KINDS)

    def ends(kind: str) -> bool:
        predicate = frame.predicate(kind)
        return bool(predicate) and any(may_be(predicate, other, kind) for other in _KINDS)

    first, second = _filled(frame, scene, starts, ends)
    if len(first) * len(second) > _MOST_PAIRS:  # no sentence says so much
        return
    if frame.number and (frame.number == "one") != (len(first) == 1):
        return
    for subject in first:
        for target in second:
            predicate = frame.predicate(_kind_of(kinds[target.node]))
            if subject.node != target.node and may_be(predicate, kinds[subject.node].kind, kinds[target.node].kind):
                yield _relation(frame, predicate, subject, target, scene, sentence)
                if predicate == "refersTo" and frame.subject == frame.object:  # "einander", "wechselseitig"
                    yield _relation(frame, predicate, target, subject, scene, sentence)
                if predicate == "refersTo":
                    yield from _received(frame, target, scene, sentence)


def _kind_of(node: Node) -> str:
    """Return the kind of an object as frames know it: to a funding programme belong its parts, not members."""
    return PROGRAMME if node.rule in _PROGRAMMES else node.kind


def _filled(frame: Frame, scene: Scene, starts: Fits, ends: Fits) -> tuple[list[Standing], list[Standing]]:
    """Return what stands in the two slots: the likeliest for one for which the other can be filled."""
    if frame.subject == frame.object:  # "Zusammenarbeit zwischen A und B"
        both = next(scene.fill(frame.subject, frame, starts), [])
        return both[:1], both[1:]
    if frame.spread:  # a list takes all it can get, but not what it is a list for
        for second in scene.fill(frame.object, frame, ends):
            for first in scene.fill(frame.subject, frame, starts, second):
                return first, second
            items = [s for s in scene.context.items() if scene.suits([s], frame.subject)]
            if items and _agree(frame, scene, items, second):
                return items, second
        return [], []
    for first in scene.fill(frame.subject, frame, starts):
        for second in scene.fill(frame.object, frame, ends, first):
            if _agree(frame, scene, first, second):
                return first, second
    return _listed(frame, scene, starts, ends)


def _listed(frame: Frame, scene: Scene, starts: Fits, ends: Fits) -> tuple[list[Standing], list[Standing]]:
    """Return the two slots where the list under the clause fills one of them: "verweist an: …", "Mitglieder sind: …"."""
    items = scene.context.items()
    if not items or frame.spread:
        return [], []
    kinds = scene.context.reading.nodes
    targets = [standing for standing in items if ends(kinds[standing.node].kind)]
    for first in scene.fill(frame.subject, frame, starts, targets) if targets else ():
        if _agree(frame, scene, first, targets) and scene.suits(targets, frame.object):
            return first, targets
    holders = [standing for standing in items if starts(kinds[standing.node].kind)]
    if holders and any(slot.name == "other" for slot in frame.subject):
        for second in scene.fill(frame.object, frame, ends, holders):
            if _agree(frame, scene, holders, second):
                return holders, second
    return [], []


def _agree(frame: Frame, scene: Scene, first: Sequence[Standing], second: Sequence[Standing]) -> bool:
    """Return whether any of the pairs can stand in the relation."""
    kinds = {standing.node: scene.context.reading.nodes[standing.node].kind for standing in (*first, *second)}
    return any(may_be(frame.predicate(kinds[b.node]), kinds[a.node], kinds[b.node]) for a in first for b in second)


def _received(frame: Frame, target: Standing, scene: Scene, sentence: Sentence) -> Iterator[Relation]:
    """Yield whom the receiving end serves: those who are sent there."""
    reading = scene.context.reading
    for group in scene.clause.groups:
        for naming in group.members:
            sent = reading.kind(naming) == "TargetGroup" and not group.is_attribute and naming.node != target.node
            if sent and group.preposition in ("", "fuer"):
                served = _relation(frame, "forAudience", target, Standing(naming.node), scene, sentence)
                yield replace(served, rule=f"cue/{frame.name}/received")


_KINDS = ("Actor", "Project", "Network", "Board", "Event", "Offer", "TargetGroup", "Theme", "Region", "Person")


def _relation(
    frame: Frame, predicate: str, subject: Standing, target: Standing, scene: Scene, sentence: Sentence
) -> Relation:
    heading = scene.context.passage.heading
    reading = scene.context.reading
    above = reading.document.read(heading.block) if heading else ""
    conditions, details = about_referral(sentence, scene, subject, target) if predicate == "refersTo" else ((), ())
    conditions = tuple(sorted({*conditions, *validity(reading, scene.clause)}))
    return Relation(
        subject.node, predicate, target.node,
        evidence=_evidence(sentence, scene, (subject, target)),
        modality="possible" if scene.clause.subordinating == "ob" else modality_of(_governed(scene), able=_is_able(scene, subject), heading=above),
        polarity=polarity_of(scene.clause.words),
        tier=_tier(predicate, (subject, target)),
        conditions=conditions, details=details,
        rule=_rule(scene, frame, (subject, target)),
    )  # fmt: skip


def _governed(scene: Scene) -> Sequence[Word]:
    """Return a clause's words with those of the clause that says how it is meant: "Geplant ist, dass …"."""
    if scene.clause.subordinating not in ("dass", "ob"):
        return scene.clause.words
    return (*scene.clauses[0].words, *scene.clause.words)


def _is_able(scene: Scene, subject: Standing) -> bool:
    return scene.context.reading.nodes[subject.node].kind in ("Offer", "Event")


def _evidence(sentence: Sentence, scene: Scene, ends: Sequence[Standing]) -> tuple[Span, ...]:
    spans = [standing.evidence for standing in ends if standing.evidence is not None]
    own = scene.context.reading.document.quote(sentence.start, sentence.end)
    return tuple(sorted({own, *spans}))


def _tier(predicate: str, ends: Sequence[Standing]) -> Tier:
    """Return how sure a reading can be: what hangs on the topic is a guess.

    A referral leads people somewhere: who refers must be named, or speak ("wir"); from the sentences before it is a guess.
    """
    ways = {standing.way for standing in ends}
    if "topic" in ways or (predicate == "refersTo" and ways & {"before", "carried"}):
        return "low"
    return "medium"


def _rule(scene: Scene, frame: Frame, ends: Sequence[Standing]) -> str:
    ways: set[str] = {str(standing.way) for standing in ends} - {"said"}
    if "before" in ways and any(word.low in listed("pointing") for word in scene.clause.words):
        ways = ways - {"before"} | {"pointed"}
    return "/".join(["cue", frame.name, *sorted(ways)])
