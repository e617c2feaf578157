"""A table of actors in rows and answers in columns, with everything that may happen in one."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.loaders.matrix.composed.abbreviate import short
from tests.loaders.matrix.composed.answers import Vocabulary
from tests.loaders.matrix.composed.book import Look, Sheet
from tests.loaders.matrix.composed.contacts import contact
from tests.loaders.matrix.composed.cross import Block, Filler, Row, head, lay_out
from tests.loaders.matrix.composed.facts import Fact, maybe, says
from tests.loaders.matrix.composed.lists import contact_cell
from tests.loaders.matrix.composed.scene import Scene
from tests.loaders.matrix.composed.wording import Actor

TYPE_ROLE = {"shown": "statement", "hidden": "either", "struck": "report"}
GONE = ["durchgestrichen = nicht mehr Partner im Netzwerk", "Durchgestrichene Einrichtungen sind ausgeschieden."]


@dataclass(slots=True)
class Plan:
    """What happens in this table, decided before it is written."""

    numbered: bool
    typed: bool
    sections: str
    hidden: int
    struck: int
    gaps: bool
    repeats: bool
    pairs: bool
    shorts: bool
    extras: list[str]
    summed: bool


def _plan(scene: Scene, count: int, kinds: set[str]) -> Plan:
    rng, chance = scene.rng, scene.chance
    typed = chance("type_column", 0.15)
    sections = "type" if not typed and chance("section_rows", 0.2) else ""
    if not sections and "regions" not in kinds and chance("region_sections", 0.08):
        sections = "region"
    extras = ["contact_name", "contact_phone", "contact_mail", "remark", "website", "contact"]
    return Plan(
        numbered=chance("running_numbers", 0.2), typed=typed, sections=sections,
        hidden=rng.randrange(count) if chance("hidden_row", 0.1, "hidden") else -1,
        struck=rng.randrange(count) if chance("struck_rows", 0.08, "look") else -1,
        gaps=chance("separator_rows", 0.15), repeats=count > 8 and chance("repeated_header", 0.15),
        pairs=chance("paired_labels", 0.1), shorts=chance("abbreviated_actors", 0.1),
        extras=rng.sample(extras, rng.randint(1, 3)) if chance("contacts_in_matrix", 0.25) else [],
        summed=chance("totals_column", 0.12),
    )  # fmt: skip


@dataclass(slots=True)
class ActorTable:
    """Writes the table; ``aliases`` are the short forms it used, for a legend to explain."""

    scene: Scene
    sheet: Sheet
    top: int
    left: int
    blocks: list[Block]
    vocabulary: Vocabulary
    aliases: dict[str, str] = field(default_factory=dict)

    def write(self, corner: str, depth: int) -> None:
        """Write header, rows and totals."""
        scene, words = self.scene, self.scene.words
        actors = words.actors(scene.rng.randint(6, 12))
        plan = _plan(scene, len(actors), {column.kind for block in self.blocks for column in block.columns})
        # The type sometimes stands before the actor.
        before = plan.typed and scene.rng.random() < 0.3
        at = self.left + plan.numbered + before
        type_at = at - 1 if before else at + 1
        separated = len(self.blocks) > 1 and scene.chance("separator_column", 0.25)
        columns = lay_out(self.blocks, at + 1 + (plan.typed and not before), separated)
        tail = {columns.right + 1 + index: predicate for index, predicate in enumerate(plan.extras)}
        sum_at = columns.right + 1 + len(tail)
        lead: list[tuple[int, str, list[Fact]]] = [(at, corner, [])]
        lead += [(self.left, words.header("number"), [])] if plan.numbered else []
        lead += [(type_at, words.header("has_type"), [])] if plan.typed else []
        lead += [
            (column, words.header("contact_name" if predicate == "contact" else predicate), [])
            for column, predicate in tail.items()
        ]
        lead += [(sum_at, words.header("total"), [])] if plan.summed else []
        first = head(scene, self.sheet, self.top, columns, depth, lead)
        filler = self._filler(columns.at[-1][0] if len(columns.at) > 3 else 0)
        filler.columns = columns
        filler.names = [actor.name.split(" (")[0] for actor in actors]
        groups = self._groups(plan, actors)
        row, section, taken = first, "", set[str]()
        for index, actor in enumerate(actors):
            if plan.repeats and index == len(actors) // 2:
                for column, text, _ in lead:
                    self.sheet.put(row, column, text, "header")
                for column, entry in columns.at:
                    self.sheet.put(row, column, entry.label.text, "header")
                row += 1
                filler.pause()
            if groups and groups[actor.name] != section:
                section = groups[actor.name]
                self._section(row, at, section, columns.right)
                row += 1
                filler.pause()
            elif index and plan.gaps and scene.rng.random() < 0.2:
                row += 1
                filler.pause()
            fate = "hidden" if index == plan.hidden else "struck" if index == plan.struck else "shown"
            subjects = self._label(row, at, actor, index, fate, plan, section, taken)
            if plan.numbered:
                self.sheet.put(row, self.left, index + 1, "ignorable")
            if plan.typed:
                said = [says(subject, "has_type", actor.type) for subject in subjects]
                said = {"shown": said, "hidden": [maybe(fact) for fact in said], "struck": []}[fate]
                self.sheet.put(row, type_at, actor.type, TYPE_ROLE[fate], *said)
            follower = actors[index + 1] if index + 1 < len(actors) else None
            plain = not (plan.gaps or plan.repeats or plan.pairs or groups) and index + 1 not in (
                plan.hidden,
                plan.struck,
            )
            marks = self._answers(filler, row, subjects, fate, Row([follower.name]) if follower and plain else None)
            for column, predicate in tail.items():
                self._extra(row, column, predicate, subjects, fate)
            if plan.summed:
                self.sheet.put(row, sum_at, marks, "total")
            row += 1
        if self.vocabulary.style != "colour" and scene.chance("zebra", 0.15, "colour"):
            for shaded in range(first + 1, row, 2):
                self.sheet.shade(shaded, self.left, sum_at - 1 + plan.summed, "F2F2F2")
        if scene.chance("totals", 0.15):
            filler.totals(row + scene.rng.choice([0, 1]), first, at)
        if plan.struck >= 0:
            self.sheet.put(self.sheet.bottom + 2, self.left, scene.rng.choice(GONE), "legend")

    def _filler(self, last: int) -> Filler:
        scene = self.scene
        filler = Filler(scene, self.sheet, lay_out(self.blocks, 1, False), self.vocabulary)
        filler.dittos = scene.chance("dittos", 0.15)
        filler.merging = scene.can("merge") and scene.rng.random() < 0.2
        if last and scene.chance("hidden_column", 0.08, "hidden"):
            filler.hidden.add(last)
            self.sheet.hide_column(last)
        return filler

    def _groups(self, plan: Plan, actors: list[Actor]) -> dict[str, str]:
        """Return the section of every actor and put the actors in that order."""
        rng = self.scene.rng
        if plan.sections == "type":
            actors.sort(key=lambda actor: actor.section)
            return {actor.name: actor.section for actor in actors}
        if plan.sections == "region":
            regions = rng.sample(self.scene.words.area["kreise"], 2)
            half = rng.randint(2, len(actors) - 2)
            return {actor.name: regions[index >= half] for index, actor in enumerate(actors)}
        return {}

    def _section(self, row: int, at: int, section: str, right: int) -> None:
        self.sheet.put(row, at, section, "section", look=Look(bold=True))
        if self.scene.can("merge") and self.scene.rng.random() < 0.5:
            self.sheet.merge(row, at, row, right)

    def _label(
        self, row: int, at: int, actor: Actor, index: int, fate: str, plan: Plan, section: str, taken: set[str]
    ) -> list[str]:  # fmt: skip
        """Write who the row is about and return the names."""
        scene, rng = self.scene, self.scene.rng
        needed = fate == "shown"
        label = scene.actor_label(scene.actor(actor.name, needed), index + 1, plainly=not needed or plan.shorts)
        subjects, text = [label.name], label.text
        if plan.shorts:
            text = short(actor.name, taken)
            self.aliases[text] = actor.name
            scene.book.alias(actor.name, text)
        elif plan.pairs and needed and not label.facts and rng.random() < 0.25:
            (other,) = scene.words.actors(1)
            subjects.append(scene.actor(other.name))
            text = f"{label.text.strip()} / {other.name}"
        facts = list(label.facts)
        if section and needed:
            facts += [
                says(subject, "has_type", section)
                if plan.sections == "type"
                else maybe(says(subject, "active_in", section))
                for subject in subjects
            ]
        look = Look(strike=True) if fate == "struck" else Look()
        self.sheet.put(row, at, text, "statement" if label.facts else "label", *facts, look=look)
        if fate == "hidden":
            self.sheet.hide_row(row)
        return subjects

    def _answers(self, filler: Filler, row: int, subjects: list[str], fate: str, below: Row | None) -> int:
        if fate == "shown" and self.scene.rng.random() < 0.06:
            self.scene.show("empty_actor_row")
            filler.pause()
            return 0
        return filler.line(row, Row(subjects, fate=fate), below)

    def _extra(self, row: int, column: int, predicate: str, subjects: list[str], fate: str) -> None:
        if len(subjects) > 1 or self.scene.rng.random() < 0.2:
            return
        if predicate == "contact" and fate == "shown":
            text, facts = contact_cell(self.scene, subjects[0])
            self.sheet.put(row, column, text, "statement", *facts)
        elif predicate != "contact":
            contact(self.scene, self.sheet, (row, column), predicate, subjects[0], fate)
