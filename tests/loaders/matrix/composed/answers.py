"""How one file's cells answer: its signs, its refusals, its restrictions and what it leaves open."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.loaders.matrix.composed.book import PLAIN, Fault, Formula, Look, Value
from tests.loaders.matrix.composed.scene import Scene
from tests.loaders.matrix.composed.wording import pool


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in a cell and what it is worth."""

    value: Value
    role: str
    qualifiers: dict[str, object] = field(default_factory=dict)
    look: Look = PLAIN


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of this file: says yes, no or open; a meaning if its legend explains it."""

    value: Value
    says: str = "yes"
    meaning: str = ""
    look: Look = PLAIN

    @property
    def answer(self) -> Answer:
        """The cell it makes."""
        role = {"yes": "statement", "no": "negative", "open": "report"}[self.says]
        return Answer(
            self.value, role, {"meaning": self.meaning} if self.meaning and self.says == "yes" else {}, self.look
        )


STYLES = (
    ["single"] * 5
    + ["mixed"] * 4
    + ["words", "numbers", "truths", "boxes", "wingdings"]
    + ["code"] * 5
    + ["colour"] * 3
)


class Vocabulary:
    """The answers of one file; ``place`` tells what kind of column asks."""

    def __init__(self, scene: Scene, styles: list[str] = STYLES, free: bool = True) -> None:
        self.scene = scene
        self.style = scene.rng.choice(styles)
        self.signs = self._signs()
        chance = scene.chance if free else (lambda *_: False)
        self.refuses = scene.rng.random() < 0.6
        self.open = chance("unknown_marks", 0.5)
        self.points = chance("pointers", 0.2)
        self.argues = chance("contradictions", 0.15)
        self.restricts = chance("restrictions_in_cell", 0.55)
        self.ends = chance("ended", 0.15)
        self.notes = free and scene.rng.random() < 0.3
        self.comments = chance("cell_comments", 0.2, "comment")
        self.doubts = free and self.style in ("single", "mixed") and chance("uncertain_marks", 0.15)
        self.faults = chance("error_values", 0.12, "fault")
        self.computes = chance("formula_marks", 0.12, "formula")
        self.rate = scene.rng.uniform(0.35, 0.65)

    def _signs(self) -> list[Sign]:
        rng, scene = self.scene.rng, self.scene
        marks = pool("marks")
        yes = [sign for sign in marks["yes"] if scene.words.can_write(sign)]
        no = [Sign(sign, "no") for sign in marks["no"] if scene.words.can_write(sign)]
        if self.style == "wingdings" and not scene.can("look"):
            self.style = "single"
        if self.style == "colour" and not scene.can("colour"):
            self.style = "code"
        if self.style == "boxes" and not scene.words.can_write("☑"):
            self.style = "words"
        match self.style:
            case "single":
                return [Sign(rng.choice(["x", "X", *yes])), rng.choice(no)]
            case "mixed":
                scene.show("mixed_marks")
                return [*map(Sign, rng.sample(yes, rng.randint(2, min(4, len(yes))))), *rng.sample(no, 2)]
            case "words":
                yes_word, no_word = rng.choice([("ja", "nein"), ("Ja", "Nein"), ("JA", "NEIN"), ("j", "n")])
                if yes_word == "j":
                    scene.show("legend")
                    return [Sign("j", "yes", "ja"), Sign("n", "no", "nein")]
                return [Sign(yes_word), Sign(no_word, "no")]
            case "numbers":
                return [Sign(1), Sign(0, "no")]
            case "truths":
                scene.show("booleans")
                if scene.can("types") and rng.random() < 0.6:
                    return [Sign(True), Sign(False, "no")]
                return [Sign("WAHR"), Sign("FALSCH", "no")]
            case "boxes":
                return [Sign("☑"), Sign("☐", "no")]
            case "wingdings":
                scene.show("wingdings")
                return [Sign("ü", look=Look(font="Wingdings")), Sign("û", "no", look=Look(font="Wingdings"))]
            case "colour":
                scene.show("colour_meaning")
                code = rng.choice(marks["colour"])
                if scene.chance("theme_colours", 0.4, "theme"):
                    code = {**code, "fills": ["theme:9:0.4", "theme:7:0.4", "theme:5:0.2"][: len(code["fills"])]}
                return [
                    Sign("", says, meaning, Look(fill=fill))
                    for fill, meaning, says in zip(code["fills"], code["meanings"], code["says"], strict=True)
                ]
        scene.show("coded_marks")
        codes = [code for code in marks["code"] if all(map(scene.words.can_write, code["signs"]))]
        code = rng.choice(codes)
        return [Sign(*entry) for entry in zip(code["signs"], code["says"], code["meanings"], strict=True)]

    @property
    def legend(self) -> list[Sign]:
        """The signs a legend must explain."""
        return [sign for sign in self.signs if sign.meaning]

    def draw(self, kind: str, row: int = 0, others: list[str] | None = None) -> Answer | None:
        """Return what a cell says, or nothing."""
        rng = self.scene.rng
        if rng.random() > self.rate:
            return None
        roll = rng.random()
        if roll < 0.10:
            return self._no()
        if roll < 0.20:
            return self._restricted(kind) if self.restricts else self._yes()
        if roll < 0.25:
            return Answer(self.scene.words.one("marks", "open"), "report") if self.open else self._yes()
        if roll < 0.28:
            return self._noted() if self.notes else self._yes()
        if roll < 0.30 and self.points and others:
            pointer = self.scene.words.one("marks", "pointers")
            return Answer(pointer.format(row=max(row - rng.randint(1, 3), 1), actor=rng.choice(others)), "report")
        if 0.30 < roll < 0.315 and self.argues:
            return Answer(self.scene.words.one("marks", "contradictions"), "report")
        if 0.315 < roll < 0.33 and self.ends:
            return Answer(self.scene.words.one("marks", "ended"), "either")
        if 0.33 < roll < 0.36 and self.doubts:
            return Answer("(x)", "statement", {"uncertain": True})
        if 0.36 < roll < 0.375 and self.faults:
            return Answer(Fault(), "report")
        return self._yes()

    def _yes(self) -> Answer:
        rng = self.scene.rng
        sign = rng.choice([sign for sign in self.signs if sign.says == "yes"])
        answer = sign.answer
        if self.style == "colour" and rng.random() < 0.4:
            answer = Answer("x", answer.role, answer.qualifiers, answer.look)
        if self.comments and rng.random() < 0.2:
            comment = self.scene.words.one("marks", "comments")
            look = Look(fill=answer.look.fill, font=answer.look.font, comment=comment)
            return Answer(answer.value, answer.role, {**answer.qualifiers, "comment": comment}, look)
        if self.computes and answer.value in ("x", "X", "ja") and rng.random() < 0.3:
            text = f'=IF(1=1,"{answer.value}","")'
            return Answer(Formula(text, str(answer.value)), answer.role, answer.qualifiers, answer.look)
        return answer

    def _no(self) -> Answer | None:
        refusals = [sign for sign in self.signs if sign.says != "yes"]
        if not refusals or not self.refuses:
            return None
        self.scene.show("negative_marks")
        return self.scene.rng.choice(refusals).answer

    def _restricted(self, kind: str) -> Answer:
        rng = self.scene.rng
        personal = kind in ("offers", "audiences")
        notes = [
            note
            for note in pool("marks")["note"]
            if note.get("only", kind) == kind
            and (personal or not any(key.startswith("age") or key == "legal_basis" for key in note))
        ]
        note = dict(rng.choice(notes))
        text = note.pop("text")
        note.pop("only", None)
        qualifiers: dict[str, object] = {"note": text, **note}
        sign = next(sign for sign in self.signs if sign.says == "yes")
        if not (isinstance(sign.value, str) and sign.value and sign.look == PLAIN) or rng.random() < 0.5:
            return Answer(text, "statement", qualifiers)
        form = rng.choice(["{} ({})", "{} ({})", "{}, {}", "{} – {}", "{}\n{}"])
        written = form.format(sign.value, text)
        if form.startswith("{} –") and not self.scene.words.can_write(written):
            written = f"{sign.value} ({text})"
        return Answer(written, "statement", {**sign.answer.qualifiers, **qualifiers})

    def _noted(self) -> Answer:
        sign = next(sign for sign in self.signs if sign.says == "yes")
        if not isinstance(sign.value, str) or sign.value not in ("x", "X", "ja", "Ja", "✓", "●", "A", "H"):
            return sign.answer
        mark, text = self.scene.footnote()
        glue = self.scene.rng.choice(["", " "]) if mark[0] in "*¹²³" else " "
        return Answer(f"{sign.value}{glue}{mark}", "statement", {**sign.answer.qualifiers, "footnote": text})
