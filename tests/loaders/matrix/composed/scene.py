"""What a layout works with: chance, words, the book and the notes that gather while it is written."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from random import Random

from tests.loaders.matrix.composed.book import Book
from tests.loaders.matrix.composed.facts import Fact, says
from tests.loaders.matrix.composed.formats import Format
from tests.loaders.matrix.composed.wording import Words, broken, plain, pool

STARS, RAISED, NUMBERED, LETTERED = ["*", "**", "***"], ["¹", "²", "³"], ["1)", "2)", "3)"], ["(a)", "(b)", "(c)"]


@dataclass(slots=True)
class Footnotes:
    """The footnotes of one sheet and how it marks them."""

    signs: list[str]
    texts: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """Return them as they stand below the table."""
        return [f"{sign} {text}" for sign, text in zip(self.signs, self.texts, strict=False)]


@dataclass(frozen=True, slots=True)
class Label:
    """A name as written and as meant."""

    name: str
    text: str
    facts: tuple[Fact, ...] = ()


@dataclass(slots=True)
class Habits:
    """How the person who fills this file writes names."""

    numbering: bool = False
    decomposed: bool = False
    blanks: bool = False
    breaks: bool = False
    noted: bool = False


@dataclass(slots=True)
class Scene:
    """One file while it is composed."""

    rng: Random
    book: Book
    form: Format
    words: Words
    habits: Habits = field(default_factory=Habits)
    footnotes: Footnotes = field(default_factory=lambda: Footnotes(STARS))

    def can(self, ability: str) -> bool:
        """Whether the format can express something."""
        return ability in self.form.can

    def chance(self, phenomenon: str, odds: float, needs: str = "") -> bool:
        """Decide whether a phenomenon occurs, and list it if it does."""
        happens = self.rng.random() < odds and all(self.can(need) for need in needs.split())
        if happens:
            self.book.phenomena[phenomenon] = None
        return happens

    def show(self, phenomenon: str) -> None:
        """List a phenomenon."""
        self.book.phenomena[phenomenon] = None

    def concept(self, kind: str, name: str) -> str:
        """List a name of a kind."""
        self.book.concepts.setdefault(kind, {})[name] = None
        return name

    def actor(self, name: str, needed: bool = True) -> str:
        """List an actor; "(fiktiv)" may be left off."""
        (self.book.actors if needed else self.book.optional_actors)[name] = None
        if name.endswith(" (fiktiv)"):
            self.book.alias(name, name.removesuffix(" (fiktiv)"))
        return name

    def footnote(self) -> tuple[str, str]:
        """Return a footnote's sign and text, an earlier one or a new one."""
        notes = self.footnotes
        if len(notes.texts) < len(notes.signs) and (not notes.texts or self.rng.random() < 0.5):
            fresh = [text for text in pool("marks")["footnotes"] if text not in notes.texts]
            notes.texts.append(self.rng.choice(fresh))
            at = len(notes.texts) - 1
        else:
            at = self.rng.randrange(len(notes.texts))
        self.show("footnotes")
        return notes.signs[at], notes.texts[at]

    def written(self, name: str, breakable: bool = False) -> str:
        """Return a name as this file's author writes it; what is meant stays the name without its places to break."""
        text = plain(name)
        if breakable and self.habits.breaks and "|" in name and self.rng.random() < 0.6:
            text = broken(self.rng, name)
            self.show("hyphen_linebreak_header")
        if self.habits.decomposed and unicodedata.normalize("NFD", text) != text and self.rng.random() < 0.7:
            text = unicodedata.normalize("NFD", text)
            self.show("decomposed_umlauts")
        if self.habits.blanks and self.rng.random() < 0.3:
            text = self.rng.choice(
                [f"{text} ", f" {text}", f"{text}\u00a0", text.replace(" ", "  ", 1), text.replace(" ", "\u00a0", 1)]
            )
            self.show("whitespace_noise")
        return text

    def actor_label(self, name: str, number: int = 0, plainly: bool = False) -> Label:
        """Return an actor's row label; a footnote on it is a remark about the actor."""
        text = self.written(name)
        if number and self.habits.numbering:
            text = f"{number}. {text}"
            self.show("numbered_labels")
        if self.habits.noted and not plainly and self.rng.random() < 0.25:
            sign, note = self.footnote()
            glue = "" if sign[0] in "*¹²³" else " "
            return Label(name, f"{text.rstrip()}{glue}{sign}", (says(name, "remark", note),))
        return Label(name, text)

    def concept_label(self, kind: str, name: str) -> Label:
        """Return a header's label of a kind."""
        return Label(self.concept(kind, plain(name)), self.written(name, breakable=True))


def begin(rng: Random, book: Book, form: Format) -> Scene:
    """Return a scene with an author's habits."""
    writable = None if form.can & {"unicode"} else "cp1252"
    scene = Scene(rng, book, form, Words(rng, writable))
    unicode = writable is None
    scene.habits = Habits(
        numbering=rng.random() < 0.12, decomposed=unicode and rng.random() < 0.12, blanks=rng.random() < 0.2,
        breaks=rng.random() < 0.35, noted=rng.random() < 0.25,
    )  # fmt: skip
    scene.footnotes = Footnotes(rng.choice([STARS, RAISED, NUMBERED, LETTERED]))
    return scene
